"""`werklocaties explain` on a back-test: scores lead to cases, cases to levels, levels to rows of the raw table or to records."""

import csv
import json
import math
import random

import pytest

TABLE = "terugtoets/NL01/bodemgebruik"
STEPS = {
    "bias": "bias_ha", "mae": "mae_ha", "mse": "mse_ha2", "relatief": "relatieve_fout", "dekking": "dekking",
    "verbreding": "verbreding", "dekking-verbreed": "dekking_verbreed_elders",
}
OPERATIONS = {
    "sum": math.fsum,
    "difference": lambda parts: parts[0] - math.fsum(parts[1:]),
    "product": math.prod,
    "quotient": lambda parts: parts[0] / parts[1],
    "maximum": max,
    "minimum": min,
    "power": lambda parts: parts[0] ** parts[1],
}


class Trees:
    """Trees from the command, each asked for once; values through references, and the records met on the way."""

    def __init__(self, product, *source):
        self.product, self.source, self.known, self.records = product, source, {}, []

    def tree(self, path):
        if path not in self.known:
            answer = json.loads(self.product.succeeds("explain", *self.source, path, "--json"))
            self.known[path] = answer["explanation"]
        return self.known[path]

    def value(self, tree, follows):
        kind, content = next(iter(tree["basis"].items()))
        if kind == "figure" and follows:
            return self.value(self.tree(content["path"]), follows)
        if kind == "record":
            self.records.append((content["table"], content["key"], tree["value"]))
        if kind != "formula":
            return tree["value"]
        return OPERATIONS[content["_0"]]([self.value(part, follows) for part in content["parts"]])


@pytest.fixture(scope="module")
def land_use(shared):
    return shared / "cbs" / "70262ned-bodemgebruik-gemeenten.csv"


@pytest.fixture(scope="module")
def trees(product, land_use):
    return Trees(product, "--land-use", land_use)


@pytest.fixture(scope="module")
def history(product, tmp_path_factory):
    path = tmp_path_factory.mktemp("history") / "history.gpkg"
    product.succeeds("example", path, "--history")
    return path


def rows(text):
    return list(csv.DictReader(text.splitlines()))


def raw(path):
    with open(path, encoding="utf-8") as file:
        return {
            f"{row['RegioS'].strip()}/{row['Perioden'][:4]}": float(row["Bedrijventerrein_11"])
            for row in csv.DictReader(file) if row["Bedrijventerrein_11"].strip()
        }


def test_scores_on_the_real_table_are_what_their_trees_give(product, land_use, trees):
    scores = rows(product.succeeds("backtest", "--land-use", land_use, "--csv"))
    for row in random.Random(5).sample(scores, 8):
        place = f"{TABLE}/score/{row['niveau']}/{row['klasse'] or 'alle'}/{row['lengte']}/{row['ramer']}"
        for step, column in STEPS.items():
            if row[column]:
                value = trees.value(trees.tree(f"{place}/{step}"), follows=False)
                assert value == pytest.approx(float(row[column]), rel=1e-9), (place, step)


def test_a_case_of_a_merged_municipality_ends_in_rows_of_the_raw_table(product, land_use, trees):
    """Dijk en Waard was Heerhugowaard and Langedijk: each level is the sum of two rows."""
    cases = rows(product.succeeds("backtest", "--land-use", land_use, "--cases"))
    own = next(
        row for row in cases
        if (row["regio"], row["peiljaar"], row["lengte"], row["ramer"]) == ("GM1980", "2012", "5", "uitgifte-extrapolatie"))
    place = f"{TABLE}/geval/GM1980/2012/5/uitgifte-extrapolatie"
    trees.records.clear()
    for step, column in [("raming", "raming_ha"), ("hoog", "hoog_ha"), ("werkelijk", "werkelijk_ha")]:
        assert trees.value(trees.tree(f"{place}/{step}"), follows=True) == pytest.approx(float(own[column]), rel=1e-9)
    error = trees.value(trees.tree(f"{place}/fout"), follows=True)
    assert error == pytest.approx(float(own["raming_ha"]) - float(own["werkelijk_ha"]), abs=1e-9)
    table = raw(land_use)
    assert {key.split("/")[0] for _, key, _ in trees.records} == {"GM0398", "GM0416"}
    assert all(name == "bodemgebruik" and table[key] == value for name, key, value in trees.records)


def test_a_level_between_measurements_lies_on_the_line(land_use, trees):
    table = raw(land_use)
    assert trees.value(trees.tree(f"{TABLE}/stand/GM0518/2013"), follows=True) == pytest.approx(
        table["GM0518/2012"] + (table["GM0518/2015"] - table["GM0518/2012"]) / 3, rel=1e-12)
    level = trees.value(trees.tree(f"{TABLE}/stand/PV24/2017"), follows=True)
    assert level == pytest.approx(table["PV24/2017"], rel=1e-3)


def test_what_a_backtest_makes_of_estimates(product, history):
    trees = Trees(product, history)
    report = json.loads(product.succeeds("backtest", history, "--region", "PV22", "--json"))["reports"][0]
    for weights in report["weights"]:
        for method, weight in weights["weights"].items():
            tree = trees.tree(f"terugtoets/PV22/uitgifte/gewichten/{weights['length']}/{method}/gewicht")
            assert trees.value(tree, follows=False) == pytest.approx(weight, rel=1e-9)
    answer = json.loads(
        product.succeeds("estimate", history, "--region", "PV22", "--horizon", "2034", "--combine", "--json"))
    for estimate in [one for one in answer["estimates"] if one["region"] == "PV22" and one.get("widened")]:
        scenario = estimate.get("scenario") or "laag"
        place = f"PV22/{scenario}/2034/{estimate['method']}/verbreed/PV22"
        for step, side in [("laag", "low"), ("hoog", "high")]:
            value = trees.value(trees.tree(f"{place}/{step}"), follows=False)
            assert value == pytest.approx(estimate["widened"][side], rel=1e-9), place
    for combined in [one for one in answer["combined"] if one["region"] == "PV22"]:
        tree = trees.tree(f"PV22/{combined['scenario']}/2034/gewogen/PV22")
        assert trees.value(tree, follows=False) == pytest.approx(combined["centre"], rel=1e-9)


def test_forecasts_from_jobs_end_in_jobs_of_their_years(product, history):
    trees = Trees(product, history)
    cases = rows(product.succeeds("backtest", history, "--region", "CR10", "--lengths", "5", "--cases"))
    for method in ["terreinquotient", "verhuizingen"]:
        own = next(row for row in cases if row["regio"] == "CR10" and row["ramer"] == method)
        place = f"terugtoets/CR10/uitgifte/geval/CR10/{own['peiljaar']}/5/{method}"
        for step, column in [("raming", "raming_ha"), ("laag", "laag_ha"), ("hoog", "hoog_ha")]:
            value = trees.value(trees.tree(f"{place}/{step}"), follows=True)
            assert value == pytest.approx(float(own[column]), rel=1e-9, abs=1e-9)
    over_five = Trees(product, history, "--lengths", "5")
    for method in ["terreinquotient", "verhuizingen"]:
        for row in [row for row in cases if row["regio"] == "CR10" and row["ramer"] == method][-2:]:
            tree = over_five.tree(f"terugtoets/CR10/uitgifte/geval/CR10/{row['peiljaar']}/5/{method}/fout")
            error = float(row["raming_ha"]) - float(row["werkelijk_ha"])
            assert over_five.value(tree, follows=False) == pytest.approx(error, rel=1e-9, abs=1e-9)
    years = {key.split("/")[2] for table, key, _ in trees.records if table == "banen"}
    assert own["peiljaar"] in years and str(int(own["peiljaar"]) + 5) in years


def test_an_unknown_step_names_what_is_possible(product, land_use, history):
    assert "corop" in product.fails("explain", "--land-use", land_use, f"{TABLE}/score")
    assert "CR33" in product.fails("explain", "--land-use", land_use, f"{TABLE}/geval/CR99/2010/5/verhuizingen/fout")
    assert "bias" in product.fails("explain", history, "terugtoets/CR10/uitgifte/score/corop/alle/5/verhuizingen/x")
    assert "--land-use" in product.fails("explain", history)
    assert "5." in product.fails("explain", history, "terugtoets/CR10/uitgifte/score/corop/alle/10", "--lengths", "5")


def test_text_shows_the_largest_cases(product, land_use):
    text = product.succeeds("explain", "--land-use", land_use, f"{TABLE}/score/gemeente/alle/5/geen-verandering/mae")
    assert "fout-absoluut" in text and "andere = " in text and len(text.splitlines()) < 60
