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
