"""`energy explain`: any figure of an energy study as a tree whose leaves give the figure again."""

import json
import math
import random

import pytest
from product import assert_place_and_remedy

OPERATIONS = {
    "sum": math.fsum,
    "difference": lambda parts: parts[0] - math.fsum(parts[1:]),
    "product": math.prod,
    "quotient": lambda parts: parts[0] / math.prod(parts[1:]),
    "maximum": max,
    "minimum": min,
    "power": lambda parts: parts[0] ** parts[1],
    "rounding": lambda parts: round(parts[0] * parts[1]) / parts[1],
}


class Trees:
    """The trees of the example park, each asked for once."""

    def __init__(self, product):
        self.product, self.known = product, {}

    def tree(self, path):
        if path not in self.known:
            answer = json.loads(self.product.succeeds("energy", "explain", path, "--json"))
            assert answer["request"]["figure"] == path
            self.known[path] = answer["explanation"]
        return self.known[path]

    def value(self, tree):
        """From records, parameters and what a search found, through references to other figures."""
        kind, content = next(iter(tree["basis"].items()))
        if kind == "figure":
            return self.value(self.tree(content["path"]))
        if kind != "formula":
            return tree["value"]
        return OPERATIONS[content["_0"]]([self.value(part) for part in content["parts"]])


@pytest.fixture(scope="module")
def trees(product):
    return Trees(product)


def answer(product, command, *arguments):
    return json.loads(product.succeeds("energy", command, *arguments, "--json"))


def check(trees, printed):
    chosen = random.Random(7).sample(sorted(printed), min(8, len(printed)))
    for path in chosen:
        assert trees.value(trees.tree(path)) == pytest.approx(printed[path], rel=1e-9, abs=1e-9), path


def test_figures_of_the_look_are_found_again(product, trees):
    look = answer(product, "look")
    printed = {"blik/piek": look["peak"], "blik/onbenut": look["unused"], "blik/kan-vervallen": look["atRisk"]}
    for member in look["members"]:
        printed[f"blik/lid/{member['id']}/verbruik"] = member["annual"]
        printed[f"blik/lid/{member['id']}/deel-in-top"] = member["shareOfTop"]
    for month, peak in enumerate(look["monthlyPeaks"], 1):
        printed[f"blik/maand/{month}"] = peak
    check(trees, printed)


def test_figures_of_the_frontier_are_found_again(product, trees):
    printed = {}
    for number, point in enumerate(answer(product, "frontier")["points"], 1):
        printed[f"afruil/punt/{number}/grens"] = point["limit"]
        printed[f"afruil/punt/{number}/opslag"] = point["capacity"]
        printed[f"afruil/punt/{number}/marginaal"] = point["marginal"]
    check(trees, printed)


def test_figures_of_the_size_are_found_again(product, trees):
    size = answer(product, "size")
    sizes, cost, energy = (size["answer"][key] for key in ("sizes", "cost", "energy"))
    printed = {
        "maten/kosten": size["cost"],
        "maten/kosten/energie": cost["energy"],
        "maten/kosten/batterij": cost["battery"],
        "maten/kosten/maandpieken": cost["peaks"],
        "maten/contract": sizes["contract"],
        "maten/energie/ingekocht": energy["imported"],
        "maten/energie/cycli": energy["cycles"],
        "maten/apart/kosten": sum(size["separate"].values()),
    }
    check(trees, printed)
    basis = trees.tree("maten/contract")["basis"]["optimum"]["_0"]
    assert [item["label"]["nl"] for item in basis["evidence"]][:3] == ["kosten", "ondergrens", "gat"]


def test_shares_of_the_group_are_found_again(product, trees):
    group = answer(product, "group")
    printed = {"groep/vrij": group["freedFirm"], "groep/recht": group["contract"]}
    for member in group["members"][:2]:
        printed[f"groep/lid/{member['id']}/kosten"] = member["cost"]
    check(trees, printed)


def test_options_are_those_of_the_command(product):
    given = ("--kwh", "600", "--kw", "300", "--contract", "1600")
    dispatch = answer(product, "dispatch", *given)
    tree = answer(product, "explain", "inzet/energie/ingekocht", *given)["explanation"]
    assert tree["value"] == pytest.approx(dispatch["energy"]["imported"], rel=1e-9)


def test_text_goes_down_to_file_column_and_time(product, tmp_path):
    park = tmp_path / "park"
    product.succeeds("energy", "example", park)
    text = product.succeeds("energy", "explain", park, "blik/lid/f01/piek")
    assert "load.csv f01, 2025-" in text and "synthetische voorbeelddata" in text
    assert "parameters.yaml" not in product.succeeds("energy", "explain", park, "maten/kosten/contract")
    with (park / "parameters.yaml").open("a") as file:
        file.write("contract_price: 31\n")
    assert "contract_price" in product.succeeds("energy", "explain", park, "maten/kosten/contract")


def test_an_unknown_step_names_what_is_possible(product):
    for figure, possible in [("", "blik, afruil, maten"), ("blik/pik", "piek, som-van-pieken"), ("groep/lid", "f01")]:
        failed = product.fails("energy", "explain", figure)
        assert possible in failed
