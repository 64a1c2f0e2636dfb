"""A group contract and a feeder, as a user asks for them."""

import json

import pytest


def test_the_example_group_is_divided_and_frees_room(product):
    answer = json.loads(product.succeeds("energy", "group", "--json"))
    members = answer["members"]
    assert sum(member["cost"] for member in members) == pytest.approx(answer["costTogether"])
    assert answer["freedFirm"] == pytest.approx(answer["contracts"] - answer["contract"])
    assert answer["peak"] <= answer["sumOfPeaks"] + 1e-6
    for member in members:
        assert member["saving"] == pytest.approx(member["costAlone"] - member["cost"])
        if answer["canSpareAll"]:
            assert member["spared"] <= member["costAlone"] + 1e-6


@pytest.mark.parametrize("key", ["equal", "contract", "energy", "peakContribution", "shapley"])
def test_every_key_divides_the_whole_cost(product, key):
    answer = json.loads(product.succeeds("energy", "group", "--key", key, "--json"))
    assert sum(member["cost"] for member in answer["members"]) == pytest.approx(answer["costTogether"])
    assert "€" in product.succeeds("energy", "group", "--key", key)


def test_an_unknown_key_is_refused_with_the_ones_that_exist(product):
    assert "shapley" in product.fails("energy", "group", "--key", "loting")


def test_the_example_feeder_is_computed(product):
    answer = json.loads(product.succeeds("energy", "grid", "--json"))
    assert answer["losses"] > 0 and 0 < answer["lossShare"] < 0.1
    loading = [cable["loading"] for cable in answer["cables"]]
    assert loading == sorted(loading, reverse=True)
    assert all(node["lowest"] <= node["highest"] for node in answer["nodes"])
    assert "Verlies" in product.succeeds("energy", "grid")


def test_a_feeder_of_a_folder_is_read_and_its_faults_are_told(product, tmp_path):
    folder = tmp_path / "park"
    product.succeeds("energy", "example", folder)
    header = "from,to,resistance_ohm,reactance_ohm,susceptance_s,rated_a\n"
    names = [line.split(",")[0] for line in (folder / "connections.csv").read_text().splitlines()[1:]]
    cables = [f"station,{name},0.5,0.2,0,300\n" for name in names]
    (folder / "feeder.csv").write_text(header + "".join(cables))
    answer = json.loads(product.succeeds("energy", "grid", folder, "--json"))
    assert len(answer["cables"]) == len(names)
    (folder / "feeder.csv").write_text(header + "".join(cables[1:]))
    assert names[0] in product.fails("energy", "grid", folder)
    (folder / "feeder.csv").write_text("from,to\nstation,a\n")
    assert "rated_a" in product.fails("energy", "grid", folder)


@pytest.fixture(scope="module")
def stress(product):
    return json.loads(product.succeeds("energy", "group", "--stress", "--json"))


def test_the_year_as_planned_is_the_sized_hub(product, stress):
    sized = json.loads(product.succeeds("energy", "size", "--json"))
    planned = stress["outcomes"][0]
    total = sum(planned["cost"].values())
    assert planned["event"] == "asPlanned" and total == pytest.approx(sized["cost"], rel=1e-7)
    assert planned["increase"] == pytest.approx(0, abs=1e-6)
    assert planned["costAlone"] == pytest.approx(sum(sized["separate"].values()), rel=1e-9)


def test_every_event_divides_the_whole_cost_and_proves_it(stress):
    kinds = [outcome["event"] for outcome in stress["outcomes"]]
    assert kinds == ["asPlanned"] + 10 * ["memberLeaves"] + ["batteryFails", "coldYear"]
    planned = {member["id"]: member["cost"] for member in stress["outcomes"][0]["members"]}
    for outcome in stress["outcomes"]:
        members = outcome["members"]
        total = sum(outcome["cost"].values())
        assert sum(member["cost"] for member in members) == pytest.approx(total)
        assert len(members) == (9 if outcome["event"] == "memberLeaves" else 10)
        assert outcome["gap"] < 1e-7 and outcome["contractRise"] >= 0
        for member in members:
            assert member["increase"] == pytest.approx(member["cost"] - planned[member["id"]], abs=1e-6)
        assert sum(member["saving"] for member in members) == pytest.approx(outcome["costAlone"] - total)


def test_a_failing_battery_and_a_cold_year_cost_more(stress):
    planned, *_, battery, cold = stress["outcomes"]
    assert sum(battery["cost"].values()) > sum(planned["cost"].values())
    assert battery["cost"]["battery"] == pytest.approx(planned["cost"]["battery"])
    assert battery["contractRise"] > 0
    assert sum(cold["cost"].values()) > sum(planned["cost"].values()) and cold["costAlone"] > planned["costAlone"]


def test_prices_of_another_year_are_read_and_held(product, tmp_path):
    folder = tmp_path / "park"
    product.succeeds("energy", "example", folder)
    doubled = tmp_path / "dubbel.csv"
    header, *lines = (folder / "series.csv").read_text().splitlines()
    rows = [line.split(",") for line in lines]
    assert header.split(",")[:2] == ["time", "price"]
    doubled.write_text("time,price\n" + "".join(f"{row[0]},{2 * float(row[1])}\n" for row in rows))
    answer = json.loads(product.succeeds("energy", "group", folder, "--price-year", doubled, "--json"))
    planned, price = answer["outcomes"][0], answer["outcomes"][-1]
    assert price["event"] == "priceYear" and price["subject"].endswith("dubbel.csv")
    assert price["cost"]["energy"] > 1.5 * planned["cost"]["energy"]
    same = json.loads(product.succeeds("energy", "group", folder, "--price-year", folder / "series.csv", "--json"))
    assert sum(same["outcomes"][-1]["cost"].values()) == pytest.approx(sum(planned["cost"].values()), rel=1e-7)
    (tmp_path / "leeg.csv").write_text("time,prijs\n2025-01-01T00:00Z,1\n")
    assert "price" in product.fails("energy", "group", folder, "--price-year", tmp_path / "leeg.csv")


def test_a_real_price_year_holds(product, shared, tmp_path):
    lines = (shared / "energy" / "day-ahead-nl-2024.csv").read_text().splitlines()[1:]
    path = tmp_path / "2024.csv"
    path.write_text("time,price\n" + "\n".join(lines) + "\n")
    answer = json.loads(product.succeeds("energy", "group", "--price-year", path, "--json"))
    assert answer["outcomes"][-1]["cost"]["energy"] > 0 and answer["outcomes"][-1]["gap"] < 1e-4


def test_the_stress_table_says_who_is_worse_off_and_what_is_in_it(product):
    text = product.succeeds("energy", "group", "--cold-year", "1.3", "--key", "equal")
    assert "slechter af dan alleen" in text and "slijtage" in text and "1,30 maal" in text and "†" in text
    rows = product.succeeds("energy", "group", "--stress", "--csv").splitlines()
    assert rows[0].startswith("gebeurtenis,onderwerp,id") and len(rows) == 1 + 10 + 10 * 9 + 2 * 10
    assert "positief" in product.fails("energy", "group", "--cold-year", "0")
