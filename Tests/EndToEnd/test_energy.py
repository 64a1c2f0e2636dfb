"""`energy`: the embedded example and a folder of one's own, from files to sizes with their proof."""

import csv
import io
import json
import shutil

import pytest
from product import assert_place_and_remedy

ANSWERS = ["check", "look", "frontier", "dispatch", "size"]
GAP = 1e-6


@pytest.fixture(scope="module")
def park(product, tmp_path_factory):
    """The example park as files. Read only."""
    folder = tmp_path_factory.mktemp("energy") / "park"
    assert "synthetisch" in product.succeeds("energy", "example", folder)
    return folder


@pytest.fixture
def copy(park, tmp_path):
    """A copy of the park for a test that spoils it."""
    return shutil.copytree(park, tmp_path / "park")


def answer(product, command, *arguments):
    return json.loads(product.succeeds("energy", command, *arguments, "--json"))


def change(path, *changes):
    text = path.read_text()
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path.write_text(text)


@pytest.fixture(scope="module")
def sized(product, park):
    return answer(product, "size", park)


def test_the_example_says_everywhere_that_it_is_synthetic(product, park):
    assert "synthetic: true" in (park / "parameters.yaml").read_text()
    for command in ANSWERS:
        assert "synthetisch" in product.succeeds("energy", command, park).lower()
    assert "synthetic" in product.succeeds("energy", "look", park, "--language", "en")


def test_the_embedded_example_is_the_written_one(product, park):
    for command in ANSWERS:
        assert product.succeeds("energy", command, "--json") == product.succeeds("energy", command, park, "--json")


def test_the_same_bytes_twice(product, park, tmp_path):
    product.succeeds("energy", "example", tmp_path / "again")
    for file in park.iterdir():
        assert file.read_bytes() == (tmp_path / "again" / file.name).read_bytes()
    assert product.succeeds("energy", "size", park) == product.succeeds("energy", "size", park)


def test_files_are_replaced_only_when_asked(product, copy):
    assert_place_and_remedy(product.fails("energy", "example", copy), "connections.csv")
    product.succeeds("energy", "example", copy, "--overwrite", "--seed", "3")


def test_the_look_is_that_of_the_file(product, park):
    rows = list(csv.DictReader((park / "load.csv").open()))
    sums = [sum(float(value) for name, value in row.items() if name != "time") for row in rows]
    contracts = [float(row["contract_kw"]) for row in csv.DictReader((park / "connections.csv").open())]
    look = answer(product, "look", park)
    assert look["peak"] == pytest.approx(max(sums), rel=1e-6)
    assert look["annual"] == pytest.approx(sum(sums) / 4, rel=1e-6)
    assert look["unused"] == pytest.approx(1 - max(sums) / sum(contracts), rel=1e-6)
    assert sum(member["shareOfTop"] for member in look["members"]) == pytest.approx(1)


def test_the_frontier_falls_and_ends_at_the_peak(product, park):
    frontier = answer(product, "frontier", park, "--kw", "600")
    points = [(point["limit"], point["capacity"]) for point in frontier["points"]]
    assert points == sorted(points) and points[-1] == (frontier["peak"], 0)
    assert all(left[1] >= right[1] for left, right in zip(points, points[1:]))
    limit, capacity = points[len(points) // 2]
    back = answer(product, "frontier", park, "--kw", "600", "--kwh", repr(capacity), "--limit", repr(limit))
    assert back["limitForCapacity"] == pytest.approx(limit, abs=1e-3)
    assert back["pointForLimit"]["capacity"] == pytest.approx(capacity, rel=1e-6)


def test_sizes_come_with_a_proof_of_two_methods(sized):
    proof = sized["answer"]["proof"]
    assert abs(proof["gap"]) < GAP and proof["dispatchDifference"] < GAP
    assert proof["lowerBound"] <= proof["cost"] * (1 + GAP)
    assert sized["cost"] == proof["cost"] <= sum(sized["joint"].values()) * (1 + GAP)


def test_dispatch_agrees_with_sizing_and_adds_up(product, park, sized):
    sizes = sized["answer"]["sizes"]
    roofs = [word for name, size in sizes["roofs"].items() for word in ("--roof", f"{name}={size!r}")]
    given = ["--kwh", repr(sizes["batteryEnergy"]), "--kw", repr(sizes["batteryPower"]), "--contract", repr(sizes["contract"])]
    plan = answer(product, "dispatch", park, *given, *roofs)
    assert plan["gap"] < GAP
    assert answer(product, "dispatch", park)["cost"] == pytest.approx(sized["cost"], rel=GAP)
    rows = list(csv.DictReader(io.StringIO(product.succeeds("energy", "dispatch", park, *given, *roofs, "--csv"))))
    assert len(rows) == 35040
    for row in rows:
        left = float(row["import_kw"]) + float(row["sun_kw"]) + float(row["discharge_kw"])
        right = float(row["load_kw"]) + float(row["export_kw"]) + float(row["charge_kw"])
        assert left == pytest.approx(right, abs=1e-3)
        assert float(row["import_kw"]) <= sizes["contract"] + 1e-3


def test_what_cannot_be_done_names_the_limit_and_the_repair(product, park):
    said = product.fails("energy", "size", park, "--max-contract", "600", "--max-kwh", "100", "--no-panels")
    assert "hoogstens 600,0 kW" in said and "Groter contract" in said
    said = product.fails("energy", "dispatch", park, "--contract", "1000")
    assert "kan het niet" in said and "hoger" in said


def test_bad_files_are_refused_with_place_and_remedy(product, copy):
    change(copy / "load.csv", ("f01,f02", "f01,f11"))
    change(copy / "series.csv", (",zuid,", ",noord,"))
    change(copy / "connections.csv", (",260.0,", ",-260.0,"))
    said = product.fails("energy", "size", copy)
    assert_place_and_remedy(said, "load.csv", "f11")
    assert_place_and_remedy(said, "series.csv", "zuid")
    assert_place_and_remedy(said, "connections.csv", "rij 1", "contract_kw")


def test_values_that_are_no_numbers_are_named_once_with_their_row(product, copy):
    lines = (copy / "load.csv").read_text().splitlines()
    for row in (3, 9):
        lines[row] = ",".join(["NaN" if place == 2 else cell for place, cell in enumerate(lines[row].split(","))])
    (copy / "load.csv").write_text("\n".join(lines))
    assert_place_and_remedy(product.fails("energy", "check", copy), "load.csv", "rij 3", "f02", "2 keer")


def test_short_negative_and_empty_series_are_refused(product, copy):
    whole = (copy / "load.csv").read_text().splitlines(keepends=True)
    (copy / "load.csv").write_text("".join(whole[:20000]))
    assert_place_and_remedy(product.fails("energy", "look", copy), "load.csv", "ontbreken")
    (copy / "load.csv").write_text("")
    assert_place_and_remedy(product.fails("energy", "look", copy), "load.csv")
    (copy / "load.csv").unlink()
    assert_place_and_remedy(product.fails("energy", "look", copy), "load.csv")
    (copy / "load.csv").write_text("".join(whole))
    change(copy / "series.csv", ("24-12-31T23:00Z,118.22,0.0", "24-12-31T23:00Z,118.22,-0.5"))
    assert_place_and_remedy(product.fails("energy", "look", copy), "series.csv", "rij 1", "zuid")
    assert_place_and_remedy(product.fails("energy", "look", copy / "nergens"), "nergens")


def test_a_connection_without_measurements_is_marked(product, copy):
    with (copy / "connections.csv").open("a") as file:
        file.write("f11,Nieuwe loods,,100,,,,200000,logistiek,,\n")
    check = answer(product, "check", copy)
    assert check["study"]["unmeasured"] == 11  # The synthetic ones are no measurements either.
    assert check["connections"][-1]["annual"] == pytest.approx(200000, rel=1e-5)
    assert "standaardprofiel logistiek" in product.succeeds("energy", "check", copy)
