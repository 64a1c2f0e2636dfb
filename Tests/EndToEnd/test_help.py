"""The help teaches: every command shows an example, and the examples are true."""

import shlex

import pytest

COMMANDS = [
    "example", "import", "check", "balance", "startpakket", "forecast", "estimate", "backtest", "explain", "compare",
    "waterbed", "verify", "energy",
]
READING = ["check", "balance", "forecast", "estimate", "explain"]


def examples_in(text, command):
    lines = (line.strip().removeprefix("$ ") for line in text.splitlines())
    return [line for line in lines if line.startswith(f"werklocaties {command} ")]


def test_the_program_lists_its_commands(product):
    text = product.succeeds("--help")
    assert [command for command in COMMANDS if command not in text] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_help_has_an_example(product, command):
    assert examples_in(product.succeeds(command, "--help"), command)


@pytest.mark.parametrize("command", READING)
def test_the_examples_in_the_help_run(product, register, command):
    for line in examples_in(product.succeeds(command, "--help"), command):
        product.succeeds(*shlex.split(line, comments=True)[1:], folder=register.parent)


def test_the_version_is_one(product, startpakketten):
    """The same in every language and in what a report says it was made with."""
    said = product.succeeds("--version").strip()
    assert said.startswith("werklocaties ") and said == product.succeeds("--version", "--language", "en").strip()
    assert all(said in path.read_text(encoding="utf-8") for path in startpakketten.glob("*.html"))
    assert "Toon de versie." in product.succeeds("--help")


def test_an_unknown_command_is_refused(product):
    assert product.fails("vergelijk")
