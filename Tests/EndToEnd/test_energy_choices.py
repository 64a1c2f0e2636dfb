"""Flexible powers and thresholds of `energy size`, and the feeder with the hub: recomputed here where that can be done."""

import csv
import io
import json
import shutil

import pytest
from product import assert_place_and_remedy

GAP = 1e-6


@pytest.fixture(scope="module")
def park(product, tmp_path_factory):
    folder = tmp_path_factory.mktemp("energy-choices") / "park"
    product.succeeds("energy", "example", folder)
    return folder


@pytest.fixture
def copy(park, tmp_path):
    return shutil.copytree(park, tmp_path / "park")


def add(folder, *lines):
    with (folder / "parameters.yaml").open("a") as file:
        file.write("\n".join(lines) + "\n")


def size(product, folder, *options):
    answer = json.loads(product.succeeds("energy", "size", folder, *options, "--json"))
    proof = answer["answer"]["proof"]
    assert proof["gap"] < GAP and proof["dispatchDifference"] < GAP
    assert sum(answer["answer"]["cost"].values()) == pytest.approx(proof["cost"], rel=1e-12)
    return answer


def grid(product, folder, *options):
    return json.loads(product.succeeds("energy", "grid", *folder, *options, "--json"))


FLEXIBLE = ["--eboiler", "300", "--eboiler-value", "0.1", "--curtailable", "60", "--curtailment-price", "0.5"]
KEYS = ["eboiler_kw: 300", "eboiler_value: 0.1", "curtailable_kw: 60", "curtailment_price: 0.5"]


def test_flexible_powers_save_and_two_methods_agree(product, park):
    plain, flexible = size(product, park), size(product, park, *FLEXIBLE)
    assert "flexible" not in plain["answer"]["energy"] and "combinations" not in plain
    used = flexible["answer"]["energy"]["flexible"]
    assert flexible["cost"] < plain["cost"] and used["boiler"] > 1000 and used["switchedOff"] > 0
    assert used["boilerSaving"] == pytest.approx(0.1 * used["boiler"])
    assert used["switchingCost"] == pytest.approx(0.5 * used["switchedOff"])
    boiler = size(product, park, *FLEXIBLE[:4])
    assert flexible["cost"] <= boiler["cost"] * (1 + GAP) <= plain["cost"] * (1 + GAP) ** 2
    assert "E-boiler, MWh" in product.succeeds("energy", "size", park, *FLEXIBLE)


def test_keys_and_options_are_the_same(product, park, copy):
    add(copy, *KEYS)
    by_keys, by_options = size(product, copy), size(product, park, *FLEXIBLE)
    assert by_keys["answer"] == by_options["answer"]


def test_the_steps_add_up_to_the_cost(product, copy):
    """The bill of every step, from the flows and the files alone."""
    add(copy, *KEYS, "feed_in_discount: 0.03", "wear: 0.004")
    plan = json.loads(product.succeeds("energy", "dispatch", copy, "--json"))
    rows = list(csv.DictReader(io.StringIO(product.succeeds("energy", "dispatch", copy, "--csv"))))
    prices = list(csv.DictReader((copy / "series.csv").open()))
    bill = 0.0
    for row, price in zip(rows, prices):
        kw = {name: float(value) for name, value in row.items() if name != "time"}
        left = kw["import_kw"] + kw["sun_kw"] + kw["discharge_kw"] + kw["switched_off_kw"]
        right = kw["load_kw"] + kw["export_kw"] + kw["charge_kw"] + kw["eboiler_kw"]
        assert left == pytest.approx(right, abs=1e-3)
        assert 0 <= kw["eboiler_kw"] <= 300 and 0 <= kw["switched_off_kw"] <= min(60, max(0, kw["load_kw"])) + 1e-4
        buy = float(price["price"]) / 1000
        bill += kw["import_kw"] * buy - kw["export_kw"] * (buy - 0.03) + kw["discharge_kw"] * 0.004
        bill += kw["switched_off_kw"] * 0.5 - kw["eboiler_kw"] * 0.1
    assert plan["costs"]["energy"] == pytest.approx(bill / 4, rel=1e-6)


def test_thresholds_are_enumerated_and_the_cheapest_is_built(product, park, copy):
    plain = size(product, park)
    roof = sorted(plain["answer"]["sizes"]["roofs"])[0]
    add(copy, "battery_fixed_cost: 500", "battery_least_kwh_if_built: 100", "roof_fixed_cost:", f"  {roof}: 1000000")
    answer = size(product, copy)
    found = answer["combinations"]
    assert len(found) == 4 and found == sorted(found, key=lambda one: one["cost"])
    assert found[0]["cost"] == answer["cost"] and answer["lowerBound"] <= answer["cost"]
    assert roof not in found[0]["roofs"] and answer["answer"]["sizes"]["roofs"][roof] == 0
    size_of = answer["answer"]["sizes"]["batteryEnergy"]
    assert size_of >= 100 if found[0]["battery"] else size_of == 0
    assert answer["cost"] >= plain["cost"] * (1 - GAP)
    assert "Vaste kosten" in product.succeeds("energy", "size", copy)
    without = size(product, park, "--max-kwh", "0")
    bare = next(one for one in found if not one["battery"] and one["roofs"] == [roof])
    assert bare["cost"] - 1000000 == pytest.approx(without["cost"], rel=1e-5)


def test_wrong_choices_are_refused_all_at_once(product, park, copy):
    add(copy, "eboiler_kw: 10", "eboiler_sizes_kw: [100, -3]", "gas_efficiency: 1.2", "curtailable_kw: -5")
    add(copy, "battery_least_kwh_if_built: 9999999", "roof_least_kw:", "  hemel: -1")
    said = product.fails("energy", "size", copy)
    assert "-3.0" in said and "Houd één van beide" in said
    for field in ("eboiler_sizes_kw", "gas_efficiency", "curtailable_kw", "battery_least_kwh_if_built", "roof_least_kw.hemel"):
        assert_place_and_remedy(said, "parameters.yaml", field)
    said = product.fails("energy", "size", park, "--eboiler=-1", "--curtailable", "5")
    assert "--eboiler" in said and "curtailment_price" in said
    assert "hoogstens 8" in product.fails("energy", "size", park, *(["--eboiler", "100"] * 9))


def with_heat(folder):
    """Heat is asked for on winter days only: 100 kW in January."""
    lines = (folder / "series.csv").read_text().splitlines()
    rows = [line + ("," + ("100" if "-01-" in line.split(",")[0] else "0")) for line in lines[1:]]
    (folder / "series.csv").write_text("\n".join([lines[0] + ",heat_kw"] + rows) + "\n")


def test_of_several_boilers_the_cheapest_is_bought(product, copy):
    with_heat(copy)
    add(copy, "eboiler_sizes_kw: [50, 150]", "eboiler_price: 10", "eboiler_value: 0.25", "eboiler_efficiency: 1")
    answer = size(product, copy)
    found = answer["combinations"]
    assert sorted(one["boiler"] for one in found) == [0, 50, 150]
    assert found == sorted(found, key=lambda one: one["cost"]) and found[0]["cost"] == answer["cost"]
    assert all(one["fixedCost"] == pytest.approx(10 * one["boiler"]) for one in found)
    for one in found:
        alone = size(product, copy, "--eboiler", str(one["boiler"]))
        assert alone["cost"] == pytest.approx(one["cost"], rel=1e-9) and "combinations" not in alone
        used = alone["answer"]["energy"].get("flexible", {"boiler": 0})["boiler"]
        assert used <= min(one["boiler"], 100) * 31 * 24 + 1
    assert found[0]["boiler"] == 150 and "e-boiler 50 kW" in product.succeeds("energy", "size", copy)


def test_the_purchase_of_the_boiler_and_the_carbon_lead_on(product, copy, tmp_path):
    add(copy, "eboiler_sizes_kw: [300]")
    answer = size(product, copy)
    boiler, carbon = answer["answer"]["cost"]["boiler"], answer["answer"]["energy"]["carbon"]
    assert answer["answer"]["sizes"]["boiler"] == 300 and boiler > 0
    for path, printed in {"kosten/e-boiler": boiler, "co2/vermeden": carbon["total"], "co2/gas": carbon["gas"]}.items():
        tree = json.loads(product.succeeds("energy", "explain", copy, f"maten/{path}", "--json"))["explanation"]
        assert tree["value"] == pytest.approx(printed, rel=1e-9)
    text = product.succeeds("energy", "explain", copy, "maten/co2/gas")
    assert "isso-82" in text or "ISSO" in text
    assert "energy/eboiler-cost" in product.succeeds("energy", "explain", copy, "maten/kosten/e-boiler")
    tree = json.loads(product.succeeds("energy", "explain", copy, "rapport/investering-e-boiler", "--json"))["explanation"]
    assert tree["value"] == pytest.approx(300 * 233)
    product.succeeds("energy", "report", copy, "--out", tmp_path / "rapport")
    page = next((tmp_path / "rapport").glob("*.html")).read_text()
    assert "Vermeden CO₂" in page and "E-boiler" in page


def test_a_stored_study_keeps_its_choices(product, copy, tmp_path):
    with_heat(copy)
    add(copy, *KEYS[2:], "eboiler_sizes_kw: [30, 60]", "eboiler_value: 0.3", "roof_fixed_cost:", "  zuid: 100")
    (tmp_path / "key").write_text("een lange wachtzin voor de proef")
    product.succeeds("energy", "store", copy, "--into", tmp_path / "park.wlenergie", "--key-file", tmp_path / "key")
    stored = size(product, tmp_path / "park.wlenergie", "--key-file", tmp_path / "key")
    assert stored["combinations"] == size(product, copy)["combinations"]
    assert stored["answer"]["energy"]["flexible"]["boiler"] > 0


def test_the_feeder_with_the_hub_stands_beside_the_one_without(product):
    plain, both = grid(product, []), grid(product, [], "--with-hub")
    assert "hub" not in plain
    assert {name: both[name] for name in ("nodes", "cables", "losses")} == {
        name: plain[name] for name in ("nodes", "cables", "losses")
    }
    hub = both["hub"]
    assert hub["node"] == "f01" and len(hub["situation"]["cables"]) == len(plain["cables"])
    sizes = json.loads(product.succeeds("energy", "size", "--json"))["answer"]["sizes"]
    assert hub["sizes"] == sizes

    def first(cables):
        return next(cable for cable in cables if cable["from"] == "onderstation")

    # The first cable carries what the group imports or exports, and the losses behind it: 10 kV.
    peak = max(sizes["monthlyPeaks"])
    assert first(hub["situation"]["cables"])["current"] >= 0.99 * peak / (3**0.5 * 10)
    assert first(plain["cables"])["current"] > first(hub["situation"]["cables"])["current"]
    said = product.succeeds("energy", "grid", "--with-hub")
    assert "Zonder en met de hub" in said and "Overbelaste kabels" in said
    rows = list(csv.DictReader(io.StringIO(product.succeeds("energy", "grid", "--with-hub", "--csv"))))
    assert float(rows[0]["belasting_met_hub"]) > 0
    last = grid(product, [], "--hub-at", "f10")
    assert last["hub"]["node"] == "f10" and last["hub"]["situation"] != hub["situation"]
    assert_place_and_remedy(product.fails("energy", "grid", "--hub-at", "nergens"), "nergens", "f01")


def test_the_first_cable_carries_what_the_dispatch_says(product, copy):
    """Behind the station hangs everything: active power of the dispatch, reactive power of the loads, 10 kV."""
    add(copy, *KEYS)
    nodes = ["onderstation"] + [f"f{number:02}" for number in range(1, 11)]
    lines = [f"{one},{other},0.005,0.0025,0,270" for one, other in zip(nodes, nodes[1:])]
    (copy / "feeder.csv").write_text("\n".join(["from,to,resistance_ohm,reactance_ohm,susceptance_s,rated_a", *lines]) + "\n")
    both = grid(product, [copy], "--with-hub")
    rows = list(csv.DictReader(io.StringIO(product.succeeds("energy", "dispatch", copy, "--csv"))))
    loads = list(csv.DictReader((copy / "load.csv").open()))
    factor = 0.95  # energy-grid/power-factor
    tangent = (1 / factor**2 - 1) ** 0.5

    def currents(net, kept):
        for power, share, row in zip(net, kept, loads):
            reactive = sum(max(0, float(value)) for name, value in row.items() if name != "time") * share * tangent
            yield (power**2 + reactive**2) ** 0.5 / (3**0.5 * 10)

    def number(row, name):
        return float(row[name])

    before = max(currents([number(row, "load_kw") for row in rows], [1] * len(rows)))
    after = max(
        currents(
            [number(row, "import_kw") - number(row, "export_kw") for row in rows],
            [1 - number(row, "switched_off_kw") / number(row, "load_kw") for row in rows],
        )
    )
    first = [next(cable for cable in cables if cable["to"] == "f01") for cables in (both["cables"], both["hub"]["situation"]["cables"])]
    assert first[0]["current"] == pytest.approx(before, rel=2e-3)
    assert first[1]["current"] == pytest.approx(after, rel=2e-3)


def test_a_hub_may_spare_the_cables(product, copy):
    """Cables of 96 A: the first two are too light now, and no longer with a hub."""
    nodes = ["onderstation"] + [f"f{number:02}" for number in range(1, 11)]
    lines = [f"{one},{other},0.05,0.025,0,96" for one, other in zip(nodes, nodes[1:])]
    (copy / "feeder.csv").write_text("\n".join(["from,to,resistance_ohm,reactance_ohm,susceptance_s,rated_a", *lines]) + "\n")
    both = grid(product, [copy], "--with-hub")
    over = [cable["to"] for cable in both["cables"] if cable["loading"] > 1]
    assert sorted(over) == ["f01", "f02"]
    assert all(cable["loading"] <= 1 and cable["hoursOver"] == 0 for cable in both["hub"]["situation"]["cables"])
    assert both["hub"]["situation"]["losses"] < both["losses"]
    assert "Overbelaste kabels                    2  0" in product.succeeds("energy", "grid", copy, "--with-hub")
