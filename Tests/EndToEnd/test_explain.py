"""`werklocaties explain`: any figure of a balance or a forecast as a tree whose leaves give the figure again."""

import hashlib
import json
import math
import random
from pathlib import Path

import pytest

PLACE = "CR38/hoog/2040"
OPERATIONS = {
    "sum": math.fsum,
    "difference": lambda parts: parts[0] - math.fsum(parts[1:]),
    "product": math.prod,
    "quotient": lambda parts: parts[0] / parts[1],
    "maximum": max,
    "minimum": min,
    "power": lambda parts: parts[0] ** parts[1],
    "logarithm": lambda parts: math.log(parts[0]) / math.log(parts[1]),
}


class Trees:
    """The trees of one register, each asked for once."""

    def __init__(self, product, register):
        self.product, self.register, self.known = product, register, {}

    def tree(self, path):
        if path not in self.known:
            answer = json.loads(self.product.succeeds("explain", self.register, path, "--draws", "500", "--json"))
            self.known[path] = answer["explanation"]
        return self.known[path]

    def value(self, tree, follows=True):
        """From records, parameters and random numbers, through references to other figures where they are followed."""
        kind, content = next(iter(tree["basis"].items()))
        if kind == "figure" and follows:
            return self.value(self.tree(content["path"]))
        if kind != "formula":
            return tree["value"]
        return OPERATIONS[content["_0"]]([self.value(part, follows) for part in content["parts"]])


def leaves(tree):
    kind, content = next(iter(tree["basis"].items()))
    return [leaf for part in content["parts"] for leaf in leaves(part)] if kind == "formula" else [tree]


@pytest.fixture(scope="module")
def trees(product, example):
    return Trees(product, example)


@pytest.fixture(scope="module")
def confrontation(product, example):
    answer = json.loads(product.succeeds("balance", example, "--region", "CR38", "--horizon", "2040", "--json"))
    return next(item["hard"] for item in answer["balances"] if item["scenario"] == "hoog" and item["region"] == "CR38")


@pytest.fixture(scope="module")
def bands(product, example):
    answer = json.loads(
        product.succeeds("forecast", example, "--region", "CR38", "--draws", "500", "--segments", "--json"))
    years = next(item["years"] for item in answer["bands"] if item["scenario"] == "hoog" and item["region"] == "CR38")
    segments = [item for item in answer["segments"] if item["scenario"] == "hoog" and item["horizon"] == 2040]
    return next(year for year in years if year["year"] == 2040), segments


def code(space):
    return f"{space['category']}-{space['size']}-{space['water']}"


def test_shortage_and_unused_land_of_classes(trees, confrontation):
    chosen = random.Random(1).sample(confrontation["classes"], 3)
    for found in chosen:
        for step, field in [("tekort", "shortage"), ("ongebruikt", "unused"), ("op-strenger", "servedByStricter")]:
            tree = trees.tree(f"{PLACE}/klasse/{code(found['spaceClass'])}/{step}")
            assert trees.value(tree) == pytest.approx(found[field], abs=1e-8), (found, step)


def test_mismatch_follows_from_the_steps_of_the_assignment(trees, confrontation):
    spill = max(confrontation["spills"], key=lambda item: item["area"])
    tree = trees.tree(f"{PLACE}/mismatch/{code(spill['demand'])}/{code(spill['land'])}")
    assert trees.value(tree) == pytest.approx(spill["area"], abs=1e-8)
    assert any("/toedeling/" in path for path in trees.known)
    total = math.fsum(item["area"] for item in confrontation["spills"])
    assert trees.value(trees.tree(f"{PLACE}/mismatch")) == pytest.approx(total, abs=1e-8)


def test_bands_and_chances_of_a_forecast(trees, bands):
    year, segments = bands
    for amount, field, step, name in [
        ("vraag", "demand", "p5", "p5"), ("balans", "balance", "p90", "p90"), ("balans", "balance", "gemiddelde", "mean"),
        ("balans-met-zacht", "balanceWithSoft", "standaardfout", "standardError"),
    ]:
        value = trees.value(trees.tree(f"{PLACE}/band/{amount}/{step}"))
        assert value == pytest.approx(year[field][name], rel=1e-9, abs=1e-9), (amount, step)
    assert trees.value(trees.tree(f"{PLACE}/kans/groot-tekort")) == year["largeShortage"]["probability"]
    assert trees.value(trees.tree(f"{PLACE}/ruimte-bij-risico")) == pytest.approx(year["landForRisk"], abs=1e-9)
    short = max(segments, key=lambda item: item["meanShortage"])
    place = f"{PLACE}/ruimte-bij-risico/klasse/{code(short['spaceClass'])}"
    assert trees.value(trees.tree(place), follows=False) == pytest.approx(short["landForRisk"], abs=1e-8)
    demand = next(leaf for leaf in leaves(trees.tree(place)) if "/vraag" in leaf["basis"].get("figure", {}).get("path", ""))
    assert trees.value(demand) == pytest.approx(demand["value"], abs=1e-8)


def test_a_forecast_is_explained_from_its_first_year(trees, product, example):
    """Nothing is asked yet, and supply is what the register holds."""
    answer = json.loads(product.succeeds("forecast", example, "--region", "PV31", "--draws", "500", "--json"))
    bands = next(item["years"] for item in answer["bands"] if item["scenario"] == "hoog" and item["region"] == "PV31")
    place, first = f"PV31/hoog/{bands[0]['year']}", bands[0]
    assert bands[0]["year"] == answer["startYear"] and first["hardSupply"] > 0
    assert trees.value(trees.tree(f"{place}/bruikbaar")) == pytest.approx(first["hardSupply"], rel=1e-9)
    for level in ["p5", "p50", "p95"]:
        assert trees.value(trees.tree(f"{place}/band/vraag/{level}")) == first["demand"][level] == 0
    assert "peiljaar" in product.fails("balance", example, "--region", "PV31", "--horizon", str(answer["startYear"]))


def test_a_quantile_ends_in_random_numbers_records_and_parameters(trees):
    kinds = set()

    def walk(tree):
        kind, content = next(iter(tree["basis"].items()))
        kinds.add(kind)
        for part in content.get("parts", []):
            walk(part)

    walk(trees.tree(f"{PLACE}/band/balans/p90"))
    assert {"formula", "record", "parameter", "draw", "figure"} <= kinds


def test_text_goes_as_deep_as_can_be_read(product, example):
    text = product.succeeds("explain", example, f"{PLACE}/band/balans/p90")
    assert "trekking" in text and "J × P × c × Q" in text and len(text.splitlines()) < 250


def test_an_unknown_item_names_what_is_possible(product, example):
    assert "c4-large-dry" in product.fails("explain", example, f"{PLACE}/klasse")
    assert "groot-tekort" in product.fails("explain", example, f"{PLACE}/kans/regen")
    assert "er zijn er 2000" in product.fails("explain", example, f"{PLACE}/trekking/5000/vraag")


EXAMPLES = Path(__file__).resolve().parents[2] / "Documentation/Examples"
SCENARIO = EXAMPLES / "scenarios/minder-plannen-meer-energie.yaml"


def test_a_change_of_a_scenario_follows_from_the_worlds_around_it(product, example):
    """Through the references: the figures before and after the change, each from records and parameters."""

    def value(path):
        answer = json.loads(product.succeeds("explain", example, path, "--scenario-file", SCENARIO, "--json"))
        return evaluate(answer["explanation"])

    def evaluate(tree):
        kind, content = next(iter(tree["basis"].items()))
        if kind == "figure":
            return value(content["path"])
        return OPERATIONS[content["_0"]]([evaluate(part) for part in content["parts"]]) if kind == "formula" else tree["value"]

    answer = json.loads(
        product.succeeds("compare", example, SCENARIO, "--region", "PV22", "--horizon", "2040", "--json"))
    change = next(item for item in answer["comparisons"][0]["changes"] if item["region"] == "PV22")
    place = "PV22/energie-eerst/2040"
    for number, step in list(enumerate(change["steps"], 1))[::3]:
        assert value(f"{place}/wijziging/{number}/balans") == pytest.approx(step["balance"], abs=1e-7)
    for figure, name in [("vraag", "demand"), ("aanbod", "hard")]:
        assert value(f"{place}/wijziging/totaal/{figure}") == pytest.approx(change["total"][name], abs=1e-7)
        assert value(f"{place}/na/0/{figure}") == pytest.approx(change["base"][name], abs=1e-7)
    said = product.fails("explain", example, f"{place}/wijziging/99/balans", "--scenario-file", SCENARIO)
    assert "1, 2" in said and "totaal" in said
    said = product.fails("explain", example, f"{place}/winst", "--scenario-file", SCENARIO)
    assert "wijziging, na" in said and "waterbed" not in said
    said = product.fails("explain", example, f"{place}/na/1/vraag/winst", "--scenario-file", SCENARIO)
    assert f"na {place}/na/1/vraag" in said


def test_every_figure_of_a_study_leads_to_the_cells_of_its_tables(product):
    folder = EXAMPLES / "raming-a"
    outcome = json.loads(product.succeeds("study", folder, "--json"))["outcomes"][0]
    for figure, name in [("vraag", "demand"), ("bruto", "gross"), ("hard", "hard"), ("saldo", "balance")]:
        answer = json.loads(product.succeeds("study", folder, "--explain", f"hoog/2040/{figure}", "--json"))
        assert answer["explanation"]["value"] == outcome[name]["value"]
        tables = set()

        def walk(tree):
            kind, content = next(iter(tree["basis"].items()))
            if kind == "record":
                tables.add(content["table"])
            parts = [walk(part) for part in content.get("parts", [])]
            return OPERATIONS[content["_0"]](parts) if kind == "formula" else tree["value"]

        assert walk(answer["explanation"]) == pytest.approx(outcome[name]["value"], abs=1e-9)
        assert tables & {"demand.csv", "supply.csv"}
    said = product.succeeds("study", folder, "--explain", "hoog/2040/uitbreiding")
    digest = hashlib.sha256((folder / "demand.csv").read_bytes()).hexdigest()
    assert "demand.csv 1, jobs_later; raming-a/demand.csv rij 1" in said and f"raming-a/demand.csv  SHA-256 {digest}" in said
    assert "saldo-na-zacht" in product.fails("study", folder, "--explain", "hoog/2040/winst")


@pytest.mark.parametrize(
    "arguments, start",
    [
        (["runs", "--from", "laag@2030", "--to", "hoog@2040", "--region", "PV22"], ""),
        (["studies"], "hoog/2040/"),
    ],
)
def test_every_part_of_a_difference_leads_to_its_inputs(product, example, arguments, start):
    inputs = [example] if arguments[0] == "runs" else [EXAMPLES / "raming-a", EXAMPLES / "raming-b"]
    command = ["compare", arguments[0], *inputs, *arguments[1:]]
    answer = json.loads(product.succeeds(*command, "--json"))
    comparison = answer["comparison"] if "comparison" in answer else answer["comparisons"][0]

    def tree(path):
        return json.loads(product.succeeds(*command, "--explain", start + path, "--json"))["explanation"]

    def evaluate(node):
        kind, content = next(iter(node["basis"].items()))
        return OPERATIONS[content["_0"]]([evaluate(part) for part in content["parts"]]) if kind == "formula" else node["value"]

    for part in comparison["parts"]:
        assert evaluate(tree(f"deel/{part['component']}")) == pytest.approx(part["value"], abs=1e-7)
    largest = max(comparison["contributions"], key=lambda line: abs(line["value"]))
    found = tree("/".join(step for step in ["deel", largest["component"], largest["area"], largest["name"]] if step))
    assert evaluate(found) == pytest.approx(largest["value"], abs=1e-7)
    assert evaluate(tree("verschil")) == pytest.approx(comparison["figureTo"] - comparison["figureFrom"], abs=1e-7)
    said = product.fails(*command, "--explain", start + "deel/winst")
    assert "locatietypevoorkeur" in said
    if arguments[0] == "runs":
        assert "na van/PV22/laag/2030/vraag" in product.fails(*command, "--explain", "van/PV22/laag/2030/vraag/winst")
    else:
        answer = json.loads(product.succeeds(*command, "--explain", start + "van", "--json"))
        known = {file["id"]: file["fileName"] for file in answer["files"]}
        assert {known[origin] for origin in origins(answer["explanation"])} <= {"raming-a/demand.csv", "raming-a/supply.csv", "raming-a/study.yaml"}


def origins(tree):
    """Snapshots of the records in a tree; a record without an origin fails here."""
    kind, content = next(iter(tree["basis"].items()))
    if kind == "record":
        return {content["origin"]["snapshot"]}
    return set().union(*(origins(part) for part in content.get("parts", [])))


def test_what_the_register_counts_leads_to_its_records(trees, product, example, tmp_path):
    """Numbers of parks, plans and withdrawals: the sums of the records of the register, each with its source snapshot."""
    def told(path):
        tree = trees.tree(path)
        assert trees.value(tree) == pytest.approx(tree["value"], abs=1e-9)
        return tree["value"], origins(tree)

    parts = [told(f"register/PV22/parken/aantal/soort/{kind}")[0]
             for kind in ["industriecluster", "campus", "grootschalig", "regulier"]]
    total, found = told("register/PV22/parken/aantal")
    assert sum(parts) == total > 100 and found
    assert told("register/NL01/parken/aantal")[0] == 3800
    assert told("register/NL01/plannen/aantal")[0] == 377
    assert told("register/NL01/onttrekkingen/aantal")[0] == 223
    areas = [told(f"register/PV22/plannen/oppervlakte/hardheid/{kind}")[0] for kind in ["hard", "zacht", "bevroren"]]
    assert sum(areas) == pytest.approx(told("register/PV22/plannen/oppervlakte")[0], abs=1e-9)
    assert "soort" in product.fails("explain", example, "register/PV22/parken/netto/kleur")


def test_without_a_break_even_the_tree_says_why(product, example):
    """The search range and the balance at both of its ends, each a figure by itself."""
    answer = json.loads(product.succeeds("forecast", example, "--region", "CR38", "--why", "--horizon", "2040", "--json"))
    steps = {"replacement": "vervanging", "locationPreference": "locatievoorkeur", "addOns": "aanvullend"}
    item, point = next(
        (case, point) for case in answer["cases"] for point in case["breakEvens"]
        if "value" not in point and point["group"] in steps)
    path = f"CR38/{item['scenario']}/2040/omslagpunt/{steps[point['group']]}"
    tree = json.loads(product.succeeds("explain", example, path, "--horizon", "2040", "--json"))["explanation"]
    nearest, low, high = tree["basis"]["optimum"]["_0"]["parts"]
    assert (low["value"], high["value"]) == (point["lowest"], point["highest"])
    ends = nearest["basis"]["formula"]["parts"]
    for end, side in zip(ends, ["laag", "hoog"]):
        assert end["basis"]["figure"]["path"] == f"{path}/{side}"
        there = json.loads(product.succeeds("explain", example, f"{path}/{side}", "--horizon", "2040", "--json"))
        assert there["explanation"]["value"] == pytest.approx(end["value"], abs=1e-9)
    assert tree["value"] == min((end["value"] for end in ends), key=abs)
