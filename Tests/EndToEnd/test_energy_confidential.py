"""`energy … --json`: every answer with figures of a study says whether those of its members are for the park's manager only."""

import json

import pytest

FEEDER = "from,to,resistance_ohm,reactance_ohm,susceptance_s,rated_a\n"


@pytest.fixture(scope="module")
def park(product, tmp_path_factory):
    """The example park as if its firms were real."""
    folder = tmp_path_factory.mktemp("echt") / "park"
    product.succeeds("energy", "example", folder)
    settings = folder / "parameters.yaml"
    settings.write_text(settings.read_text().replace("synthetic: true\n", ""))
    names = [line.split(",")[0] for line in (folder / "connections.csv").read_text().splitlines()[1:]]
    (folder / "feeder.csv").write_text(FEEDER + "".join(f"station,{name},0.5,0.2,0,300\n" for name in names))
    return folder


COMMANDS = {
    "check": [], "look": [], "frontier": [], "dispatch": [], "size": [], "group": [], "group --stress": [], "grid": [],
    "grid --with-hub": [], "report": [], "explain": ["blik/piek"],
}


def answer(product, command, *arguments):
    return json.loads(product.succeeds("energy", *command.split(), *arguments, "--json"))


def marks(value, place=""):
    """Every mark in an answer, by its place."""
    if isinstance(value, list):
        value = dict(enumerate(value))
    if not isinstance(value, dict):
        return {}
    found = {place: value["isConfidential"]} if "isConfidential" in value else {}
    for name, item in value.items():
        found |= marks(item, f"{place}/{name}")
    return found


@pytest.mark.parametrize("command", COMMANDS)
def test_the_answer_of_a_private_study_says_so(product, park, tmp_path, command):
    out = ["--out", tmp_path] if command == "report" else []
    arguments = [*COMMANDS[command], *out]
    private = marks(answer(product, command, park, *arguments))
    assert private and all(private.values())
    public = marks(answer(product, command, *arguments))
    assert public.keys() == private.keys() and not any(public.values())


@pytest.mark.parametrize("command", ["group", "group --stress", "grid", "look", "size"])
def test_the_table_of_a_private_study_says_so(product, park, command):
    assert "Vertrouwelijk" in product.succeeds("energy", *command.split(), park)
    assert "Vertrouwelijk" not in product.succeeds("energy", *command.split())


def test_a_scan_with_a_private_study_says_so(product, example, park, tmp_path):
    before = answer(product, "scan", example)
    assert marks(before) == {"": False}
    rin = before["parks"][10]["rin"]
    after = answer(product, "scan", example, "--study", f"{rin}={park}")
    place = next(place for place, item in enumerate(after["parks"]) if item["rin"] == rin)
    assert marks(after) == {"": True, f"/parks/{place}": True}
    assert "Vertrouwelijk" in product.succeeds("energy", "scan", example, "--study", f"{rin}={park}")

    # The way to a figure of it tells of its members.
    explain = ["explain", example, f"energiescan/{rin}/piek"]
    assert not json.loads(product.succeeds(*explain, "--json"))["isConfidential"]
    given = [*explain, "--study", f"{rin}={park}"]
    assert json.loads(product.succeeds(*given, "--json"))["isConfidential"]
    assert "Vertrouwelijk" in product.succeeds(*given) and "Vertrouwelijk" not in product.succeeds(*explain)

    # Not of a study that is public, and not where the park with the private one is not told.
    product.succeeds("energy", "example", tmp_path / "openbaar")
    public = answer(product, "scan", example, "--study", f"{rin}={tmp_path / 'openbaar'}")
    assert set(marks(public).values()) == {False} and len(marks(public)) == 2
    province = next(item["province"] for item in before["parks"] if item["province"] != before["parks"][10]["province"])
    assert marks(answer(product, "scan", example, "--region", province, "--study", f"{rin}={park}")) == {"": False}
