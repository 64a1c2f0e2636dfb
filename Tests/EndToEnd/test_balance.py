"""`balance`: the same answer as a table, as JSON and as CSV, and honest about what it rests on."""

import csv
import io
import json

PROVINCES = [
    "Groningen", "Fryslân", "Drenthe", "Overijssel", "Flevoland", "Gelderland", "Utrecht", "Noord-Holland", "Zuid-Holland",
    "Zeeland", "Noord-Brabant", "Limburg",
]


def test_the_table_names_every_province(product, example):
    table = product.succeeds("balance", example)
    assert [name for name in PROVINCES if name not in table] == []


def test_the_table_says_that_the_example_is_synthetic(product, example):
    assert "synthetisch" in product.succeeds("balance", example).lower()


def test_json_holds_the_request(product, example):
    answer = json.loads(product.succeeds("balance", example, "--region", "PV30", "--horizon", "2040", "--json"))
    request = answer["request"]
    assert request["horizons"] == [2040]
    assert request["scenarios"] == ["laag", "hoog"]


def test_json_explains_every_balance_on_request(product, example):
    answer = json.loads(product.succeeds("balance", example, "--region", "PV30", "--horizon", "2040", "--json", "--explain"))
    for balance in answer["balances"]:
        path = f'{balance["region"]}/{balance["scenario"]}/{balance["horizon"]}/balans'
        assert abs(answer["explanations"][path]["value"] - balance["hard"]["balance"]) < 1e-6


def test_explanations_are_refused_without_json(product, example):
    assert "--json" in product.fails("balance", example, "--explain")


def test_csv_has_one_width(product, example):
    table = list(csv.reader(io.StringIO(product.succeeds("balance", example, "--csv"))))
    assert len(table) > len(PROVINCES)
    assert len({len(row) for row in table}) == 1


def test_a_scenario_gives_the_same_numbers_alone_as_with_the_other(product, example):
    both = json.loads(product.succeeds("balance", example, "--horizon", "2040", "--json"))["balances"]
    alone = json.loads(product.succeeds("balance", example, "--horizon", "2040", "--scenario", "laag", "--json"))["balances"]
    assert alone == [balance for balance in both if balance["scenario"] == "laag"]


def test_english_is_spoken_on_request(product, example):
    assert product.succeeds("balance", example, "--language", "en") != product.succeeds("balance", example)


def test_an_unknown_region_is_refused(product, example):
    assert "PV99" in product.fails("balance", example, "--region", "PV99")
