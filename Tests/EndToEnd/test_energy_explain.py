"""`energy explain`: any figure of an energy study as a tree whose leaves give the figure again."""

import csv
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
    "logarithm": lambda parts: math.log(parts[0]) / math.log(parts[1]),
}


def leaves(tree):
    kind, content = next(iter(tree["basis"].items()))
    return [leaf for part in content["parts"] for leaf in leaves(part)] if kind == "formula" else [tree]


class Trees:
    """The trees of a park, of the example without one, each asked for once."""

    def __init__(self, product, *park):
        self.product, self.park, self.known = product, park, {}

    def tree(self, path):
        if path not in self.known:
            answer = json.loads(self.product.succeeds("energy", "explain", *self.park, path, "--json"))
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
    chosen = random.Random(7).sample(sorted(printed), min(5, len(printed)))
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


def bounds(sizes):
    """The largest sizes by their paths."""
    names = {"contract": "contract", "batterij-kwh": "batteryEnergy", "batterij-kw": "batteryPower"}
    roofs = {f"dak/{name}": value for name, value in sizes["roofs"].items()}
    return {f"hoogstens/{path}": value for path, value in ({k: sizes[v] for k, v in names.items()} | roofs).items()}


def test_bounds_lead_to_contracts_and_roofs(product, trees):
    most = answer(product, "size")["most"]
    check_ = answer(product, "check")
    assert most["contract"] == check_["limits"]["contractMost"] == sum(
        line["contracted"] for line in check_["connections"])
    for path, value in bounds(most).items():
        for topic in ["studie", "maten"]:
            tree = trees.tree(f"{topic}/{path}")
            assert trees.value(tree) == pytest.approx(value, rel=1e-9)
            fields = {next(iter(leaf["basis"].values())).get("field") for leaf in leaves(tree)} - {None}
            assert fields == {"roof_max_kw" if "dak" in path else "contract_kw"}
    prices = check_["coefficients"]
    printed = {
        "studie/getal/contract_price": prices["contractPrice"], "studie/getal/wear": prices["wear"],
        "studie/getal/battery_energy_price": prices["batteryEnergyPrice"],
        "studie/inkoopprijs": check_["meanPrice"], "studie/hoogstens/teruglevering": check_["limits"]["export"],
    }
    for roof in check_["roofs"]:
        printed[f"studie/dak/{roof['name']}/vollasturen"] = roof["fullLoadHours"]
        printed[f"studie/getal/roof_price:{roof['name']}"] = roof["price"]
    for line in check_["connections"][:2]:
        for step, name in [("contract", "contracted"), ("piek", "peak"), ("verbruik", "annual"), ("dak", "roofMost")]:
            printed[f"studie/lid/{line['id']}/{step}"] = line[name]
    for path, value in printed.items():
        assert trees.value(trees.tree(path)) == pytest.approx(value, rel=1e-9, abs=1e-9), path


def test_cells_of_connections_and_counts_are_told_as_they_stand(product, tmp_path):
    """Cables, further rights and assets are cells; connections, assumptions and steps that were filled are counted."""
    park = tmp_path / "park"
    product.succeeds("energy", "example", park)
    cells = {
        "physical_kw": 600, "feed_in_physical_kw": 550, "variable_kw": 40, "duration_kw": 30, "duration_share": 0.85,
        "block_kw": 25, "feed_in_block_kw": 15, "pv_kwp": 100, "battery_kwh": 80, "battery_kw": 40, "chp_kw": 20,
        "charge_points": 4, "charge_kw": 44, "planned_wind_kw": 75, "planned_heat_pump_kw": 35, "planned_year": 2028,
    }
    texts = {"block_hours": "22:00-06:00", "feed_in_block_hours": "10:00-16:00"}
    write_cells(park / "connections.csv", "f02", cells | texts)
    load = (park / "load.csv").read_text().splitlines()
    row = load[5].split(",")
    load[5] = ",".join([row[0], "", *row[2:]])
    (park / "load.csv").write_text("\n".join(load) + "\n")
    settings = park / "parameters.yaml"  # what is synthetic was not measured, so nothing of it was filled
    settings.write_text(settings.read_text().replace("synthetic: true", "synthetic: false"))
    trees, read = Trees(product, park), answer(product, "check", park)
    for column, value in cells.items():
        tree = trees.tree(f"studie/lid/f02/kolom/{column}")
        record = tree["basis"]["record"]
        assert (tree["value"], record["table"], record["key"], record["field"]) == (value, "connections.csv", "f02", column)
    study = read["study"]
    assumed = [parameter for parameter in study["parameters"] if parameter["dated"]["kind"] == "assumption"]
    counts = {
        "aantal/aansluitingen": study["connections"], "aantal/zonder-meting": study["unmeasured"],
        "aantal/parameters": len(study["parameters"]), "aantal/aannames": len(assumed), "lid/f01/gevuld": 1,
    }
    for path, count in counts.items():
        assert trees.value(trees.tree(f"studie/{path}")) == count, path
    said = product.fails("energy", "explain", park, "studie/lid/f02/kolom/wind_kw")
    assert "pv_kwp" in said and "planned_wind_kw" in said


def write_cells(path, connection, cells):
    """Fills cells of one line, with new columns for those that the file does not have."""
    with path.open(newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        row |= {column: cells[column] if row["id"] == connection else row.get(column, "") for column in cells}
    with path.open("w", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)


def test_bounds_that_were_given_are_told_as_given(product, tmp_path):
    park = tmp_path / "park"
    product.succeeds("energy", "example", park)
    settings = park / "parameters.yaml"
    settings.write_text(
        settings.read_text() + "contract_max_kw: 2500\nbattery_max_kwh: 900\neboiler_sizes_kw: [100, 250]\n"
        "roof_least_kw:\n  zuid: 50\nroof_fixed_cost:\n  zuid: 1000\ncurtailable_kw: 20\ncurtailment_price: 1\n")
    own = Trees(product, park)
    assert own.tree("studie/hoogstens/contract")["basis"]["record"]["field"] == "contract_max_kw"
    assert own.tree("studie/hoogstens/batterij-kwh")["basis"]["record"]["field"] == "battery_max_kwh"
    boiler = own.tree("studie/hoogstens/e-boiler")
    assert boiler["value"] == 250 and boiler["basis"]["record"]["field"] == "eboiler_sizes_kw"
    for number, value in [("roof_least_kw:zuid", 50), ("roof_fixed_cost:zuid", 1000), ("curtailable_kw", 20)]:
        tree = own.tree(f"studie/getal/{number}")
        assert tree["value"] == value and tree["basis"]["record"]["table"] == "parameters.yaml"
    asked = json.loads(product.succeeds(
        "energy", "explain", park, "maten/hoogstens/contract", "--max-contract", "2000", "--eboiler", "0", "--json"))
    assert asked["explanation"]["value"] == 2000 and "definition" in asked["explanation"]["basis"]


def test_shares_of_the_group_are_found_again(product, trees):
    group = answer(product, "group")
    printed = {"groep/vrij": group["freedFirm"], "groep/recht": group["contract"]}
    for member in group["members"][:2]:
        printed[f"groep/lid/{member['id']}/kosten"] = member["cost"]
    check(trees, printed)


PLACES = {"asPlanned": "plan", "batteryFails": "batterij-uit", "coldYear": "koud-jaar"}


def walk(trees, open_paths, steps):
    """Downwards at random: every reference gives the number that stands where it was met."""
    draw, seen = random.Random(7), {}
    while open_paths and len(seen) < steps:
        path, number = open_paths.pop(draw.randrange(len(open_paths)))
        if path in seen:
            continue
        tree = trees.tree(path)
        seen[path] = tree
        shallow = OPERATIONS[tree["basis"]["formula"]["_0"]]([part["value"] for part in tree["basis"]["formula"]["parts"]]) if "formula" in tree["basis"] else tree["value"]
        assert shallow == pytest.approx(number, rel=1e-9, abs=1e-9), path
        open_paths += [(leaf["basis"]["figure"]["path"], leaf["value"]) for leaf in leaves(tree) if "figure" in leaf["basis"]]
    return seen


def test_figures_of_events_lead_on_to_the_year_as_planned(product, trees):
    """Every event is a world of its own."""
    stress = answer(product, "group", "--stress")
    ids = {member["name"]: member["id"] for member in stress["outcomes"][0]["members"]}
    printed = []
    for outcome in random.Random(5).sample(stress["outcomes"][1:], 2):
        place = "groep/na/" + (PLACES.get(outcome["event"]) or "vertrek/" + ids[outcome["subject"]])
        member = outcome["members"][2]
        printed += [(f"{place}/meer", outcome["increase"]), (f"{place}/contract-stijging", outcome["contractRise"])]
        printed += [(f"{place}/kosten", sum(outcome["cost"].values())), (f"{place}/lid/{member['id']}/voordeel", member["saving"])]
        found = [leaf["basis"]["figure"]["path"] for leaf in leaves(trees.tree(f"{place}/lid/{member['id']}/meer"))]
        assert found == [f"{place}/lid/{member['id']}/kosten", f"groep/na/plan/lid/{member['id']}/kosten"]
    assert len(walk(trees, printed, 9)) == 9


def test_figures_of_the_feeder_with_the_hub_are_found_again(product, trees):
    grid = answer(product, "grid", "--with-hub")["hub"]
    cable = grid["situation"]["cables"][0]
    check(trees, {
        "net/met-hub/verlies": grid["situation"]["losses"],
        f"net/met-hub/kabel/{cable['from']}–{cable['to']}/belasting": cable["loading"],
        "net/met-hub/maten/contract": grid["sizes"]["contract"],
    })


def test_figures_of_choices_and_shortages_are_found_again(product, tmp_path):
    park = tmp_path / "park"
    product.succeeds("energy", "example", park)
    with (park / "parameters.yaml").open("a") as file:
        file.write("battery_fixed_cost: 900\neboiler_kw: 80\neboiler_value: 0.08\n")
    trees, size = Trees(product, park), answer(product, "size", park)
    flexible, combinations = size["answer"]["energy"]["flexible"], size["combinations"]
    printed = [("maten/stuurbaar/e-boiler", flexible["boiler"]), ("maten/stuurbaar/bespaard-gas", flexible["boilerSaving"])]
    for combination in combinations:
        printed.append((f"maten/combinatie/{'batterij' if combination['battery'] else 'geen'}/kosten", combination["cost"]))
    assert len(combinations) == 2
    walk(trees, printed, 8)
    records = [leaf for leaf in leaves(trees.tree("maten/stuurbaar/bespaard-gas")) if "record" in leaf["basis"]]
    assert {(leaf["basis"]["record"]["field"], leaf["value"]) for leaf in records} == {("eboiler_value", 0.08)}
    short = json.loads(product.run("energy", "size", "--max-contract", "500", "--max-kwh", "10", "--json").stdout)["shortage"]
    for path, value in {"tekort/niet-te-leveren": short["unserved"], "herstel/1/kosten": short["repairs"][0]["cost"]}.items():
        tree = answer(product, "explain", f"maten/{path}", "--max-contract", "500", "--max-kwh", "10")["explanation"]
        assert tree["value"] == pytest.approx(value, rel=1e-9) and "optimum" in tree["basis"]


def test_the_tables_beside_curves_are_found_again(product, trees, tmp_path):
    """The load-duration curve, the mean day, the week of the peak and what is bought, as the report prints them."""
    report = answer(product, "report", "--out", tmp_path)
    curves, bought = report["curves"], report["investment"]
    printed = {}
    for place in [0, 30, 100]:
        point = curves["duration"][place]
        printed |= {f"rapport/duur/{place}/{step}": point[name] for step, name in [("uren", "hours"), ("nu", "before"), ("straks", "after")]}
    hour = curves["day"][9]
    printed |= {"rapport/dag/9/werkdag": hour["weekday"], "rapport/dag/9/hoogste": hour["highest"]}
    for number, day in list(enumerate(curves["week"]["days"], 1))[:2]:
        printed |= {f"rapport/week/{number}/afname-nu": day["peakBefore"], f"rapport/week/{number}/geladen": day["charged"]}
    printed |= {
        "rapport/investering": bought["panels"] + bought["battery"], "rapport/terugverdientijd": bought["payback"],
        "rapport/besparing-door-bouwen": bought["saving"],
    }
    check(trees, printed)


def test_sizes_that_fall_short_say_by_what(product):
    arguments = ["--contract", "300", "--kwh", "200", "--kw", "100"]
    short = json.loads(product.run("energy", "dispatch", *arguments, "--json").stdout)["shortfall"]
    for step, name in [("vermogen", "missingPower"), ("stappen-zonder-vermogen", "stepsWithoutPower"), ("contract-hoger", "neededLimitRise")]:
        tree = answer(product, "explain", f"inzet/tekort/{step}", *arguments)["explanation"]
        assert tree["value"] == pytest.approx(short[name], rel=1e-9), step
    assert short["missingPower"] > 0
    assert "tekort" in product.fails("energy", "explain", "inzet/kosten", *arguments)


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
