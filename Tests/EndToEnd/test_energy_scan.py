"""The national energy scan as a user meets it: a register in, a ranking and totals out."""

import csv
import io
import json
from pathlib import Path

import pytest

NATIONAL_KWH = 30e9
NATIONAL_GAS = 20e9


@pytest.fixture(scope="module")
def country(product, example):
    return json.loads(product.succeeds("energy", "scan", example, "--json"))


def test_the_parks_of_the_country_use_the_published_totals(country):
    total = country["totals"][0]["figures"]
    assert total["electricity"]["value"] == pytest.approx(NATIONAL_KWH, rel=1e-9)
    assert total["gas"]["value"] == pytest.approx(NATIONAL_GAS, rel=1e-9)
    assert sum(park["figures"]["electricity"]["value"] for park in country["parks"]) == pytest.approx(NATIONAL_KWH)


def test_half_of_all_rights_is_unused_and_bands_hold_their_middle(country):
    total = country["totals"][0]["figures"]
    assert total["unused"]["value"] / total["contracted"]["value"] == pytest.approx(0.5, abs=1e-9)
    for figures in [total] + [park["figures"] for park in country["parks"]]:
        for band in figures.values():
            if isinstance(band, dict):
                assert band["low"] <= band["value"] <= band["high"]


def test_provinces_add_up_to_the_country(country):
    whole, *provinces = country["totals"]
    assert len(provinces) == 12
    assert sum(part["parks"] for part in provinces) == whole["parks"] == len(country["parks"])
    for figure in ("electricity", "gas", "freed", "solarYield"):
        assert sum(part["figures"][figure]["value"] for part in provinces) == pytest.approx(whole["figures"][figure]["value"])


def test_energy_of_every_park_balances(country):
    """Bought is used less yield plus fed in, so that fed in lies between yield less use and yield."""
    for park in country["parks"]:
        figures = park["figures"]
        used, made, out = figures["electricity"]["value"], figures["solarYield"]["value"], figures["exported"]
        assert max(0, made - used) - 1 <= out <= made + 1
        assert 0 <= figures["freed"]["value"] <= figures["unused"]["value"] <= figures["contracted"]["value"]


def test_a_province_is_its_part_of_the_country_and_ranked(product, example, country):
    part = json.loads(product.succeeds("energy", "scan", example, "--region", "PV31", "--json"))
    inside = {park["rin"]: park for park in country["parks"] if park["province"] == "PV31"}
    assert {park["rin"] for park in part["parks"]} == set(inside)
    for park in part["parks"]:
        assert park["figures"] == inside[park["rin"]]["figures"]
    freed = [park["figures"]["freed"]["value"] for park in part["parks"]]
    assert freed == sorted(freed, reverse=True) and freed[0] > 0
    loads = [point["load"] for point in part["duration"]]
    assert len(loads) == 101 and loads == sorted(loads, reverse=True)


def test_csv_holds_every_park(product, example, country):
    rows = list(csv.DictReader(io.StringIO(product.succeeds("energy", "scan", example, "--csv"))))
    assert len(rows) == len(country["parks"])
    assert float(rows[0]["vrijgespeeld_kw"]) == pytest.approx(country["parks"][0]["figures"]["freed"]["value"], abs=0.5)


def test_the_table_says_what_it_is(product, example):
    text = product.succeeds("energy", "scan", example, "--region", "PV31")
    assert "zonder meters" in text and "synthetische" in text and "Limburg" in text


def test_an_unknown_region_is_refused_with_a_remedy(product, example):
    said = product.fails("energy", "scan", example, "--region", "PV99")
    assert "PV99" in said and "Kies" in said


def test_bands_hold_the_weather(country):
    """A cold year takes more gas and power, a sunny one yields more than roofs alone explain."""
    total = country["totals"][0]["figures"]
    for figure in ("gas", "electricity", "peak"):
        assert total[figure]["low"] < total[figure]["value"] < total[figure]["high"]
    assert total["solarYield"]["high"] / total["solarYield"]["value"] > 1.1 * total["solar"]["high"] / total["solar"]["value"]
    keys = {reading["key"] for reading in country["parameters"]}
    assert {"energy-scan/sun-year", "energy-scan/degree-days", "energy-scan/gas-heating-share"} <= keys


def test_freed_power_per_station_adds_up(product, example, country, tmp_path):
    path = tmp_path / "stations.csv"
    path.write_text("station,x,y\nNoord,220000,560000\nWest,90000,440000\nZuid,190000,370000\n")
    answer = json.loads(product.succeeds("energy", "scan", example, "--stations", path, "--json"))
    stations = answer["stations"]
    assert sum(station["parks"] for station in stations) == len(country["parks"])
    freed = sum(station["figures"]["freed"]["value"] for station in stations)
    assert freed == pytest.approx(country["totals"][0]["figures"]["freed"]["value"])
    assert all(park["station"]["name"] in {"Noord", "West", "Zuid"} for park in answer["parks"])
    assert max(park["station"]["distance"] for park in answer["parks"]) == pytest.approx(
        1000 * max(station["farthest"] for station in stations))
    said = product.succeeds("energy", "scan", example, "--stations", path)
    assert "naaste station†" in said and "Noord" in said
    rows = list(csv.DictReader(io.StringIO(product.succeeds("energy", "scan", example, "--stations", path, "--csv"))))
    assert {row["naaste_station"] for row in rows} == {"Noord", "West", "Zuid"}
    assert "stations" not in country


def test_stations_in_degrees_and_as_points_are_the_same(product, example, tmp_path):
    degrees = tmp_path / "graden.csv"
    degrees.write_text("naam,lat,lon\nA,52.2,5.1\nB,51.5,5.6\n")
    points = tmp_path / "punten.geojson"
    points.write_text(json.dumps({"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": {"naam": name}, "geometry": {"type": "Point", "coordinates": [lon, lat]}}
        for name, lat, lon in [("A", 52.2, 5.1), ("B", 51.5, 5.6)]]}))
    one, two = (json.loads(product.succeeds("energy", "scan", example, "--stations", path, "--json"))["stations"]
                for path in (degrees, points))
    assert [(s["name"], s["parks"]) for s in one] == [(s["name"], s["parks"]) for s in two]


def test_real_stations_are_read_or_refused(product, example, shared):
    found = json.loads(product.succeeds(
        "energy", "scan", example, "--stations", shared / "energy" / "openstef-onderstations.csv", "--json"))
    assert {station["name"] for station in found["stations"]} <= {"HAL", "HFDP", "MNZL", "NRYN", "WEW", "WHF", "WWF"}
    said = product.fails(
        "energy", "scan", example, "--stations", shared / "energy" / "liander-stations-gepland-2023.csv")
    assert "geen station heeft een plaats" in said


@pytest.fixture(scope="module")
def province(product, example):
    """A hub for every park of Groningen."""
    return product.succeeds("energy", "scan", example, "--size", "--region", "PV20", "--json")


def test_every_hub_proves_itself_and_beats_building_nothing(province):
    response = json.loads(province)
    assert response["steps"] in (8760, 8784) and response["hasSyntheticPrices"]
    assert response["parks"] and all("failure" not in park for park in response["parks"])
    for park in response["parks"]:
        hub = park["hub"]
        assert hub["lowerBound"] <= hub["cost"] * (1 + 1e-9) and abs(hub["gap"]) < 1e-6
        assert hub["largestViolation"] < 1e-7 * park["contracted"]
        # Nothing built is one of the choices, and one contract never costs more than one for every firm.
        assert hub["cost"] <= park["joint"] * (1 + 1e-6) and park["joint"] <= park["separate"] * (1 + 1e-9)
        assert 0 < hub["contract"] <= park["contracted"] * (1 + 1e-9)
    saved = [park["separate"] - park["hub"]["cost"] for park in response["parks"]]
    assert saved == sorted(saved, reverse=True)


def test_totals_are_those_of_the_parks_and_of_the_scan(province, country):
    response = json.loads(province)
    (whole,) = response["totals"]
    assert whole["parks"] == whole["hubs"] == len(response["parks"])
    for figure in ("cost", "contract", "panels", "batteryEnergy"):
        assert sum(park["hub"][figure] for park in response["parks"]) == pytest.approx(whole[figure])
    scanned = {park["rin"]: park for park in country["parks"]}
    for park in response["parks"]:
        assert park["electricity"] == pytest.approx(scanned[park["rin"]]["figures"]["electricity"]["value"], rel=1e-6)


def test_one_thread_gives_the_same_bytes(product, example, province):
    pinned = type(product)(Path("taskset"), product.root)
    arguments = ("energy", "scan", example, "--size", "--region", "PV20", "--json")
    assert pinned.succeeds("--cpu-list", "0", product.program, *arguments) == province


def test_parks_that_do_not_fit_get_no_number(product, example, province):
    """A tenth of the contracts is too little for every park; the table says how many, the file what each needs."""
    towns = [park["municipality"] for park in json.loads(province)["parks"]]
    small = min(set(towns), key=towns.count)
    arguments = ("energy", "scan", example, "--size", "--region", small, "--contract-share", "0.1")
    rows = list(csv.DictReader(io.StringIO(product.succeeds(*arguments, "--csv"))))
    assert len(rows) == towns.count(small)
    for row in rows:
        assert row["uitkomst"] == "onmogelijk" and row["hub_eur"] == row["contract_kw"] == ""
        assert float(row["gecontracteerd_kw"]) * 0.1 < float(row["nodig_contract_kw"]) < float(row["gecontracteerd_kw"])
    assert f"{len(rows)} terreinen waar het niet past" in product.succeeds(*arguments)


def test_what_sizing_cannot_use_is_refused(product, example, tmp_path):
    assert "--size" in product.fails("energy", "scan", example, "--contract-share", "0.5")
    assert "0.8" in product.fails("energy", "scan", example, "--size", "--contract-share", "0")
    product.succeeds("energy", "example", tmp_path / "park")
    # The example park's prices are of 2025, the register's year is a leap year.
    assert "8784" in product.fails("energy", "scan", example, "--size", "--prices", tmp_path / "park")


def test_a_study_takes_the_place_of_the_estimate(product, example, country, tmp_path):
    park = tmp_path / "park"
    product.succeeds("energy", "example", park)
    rin = country["parks"][10]["rin"]
    answer = json.loads(product.succeeds("energy", "scan", example, "--study", f"{rin}={park}", "--json"))
    look = json.loads(product.succeeds("energy", "look", park, "--json"))
    studied = next(item for item in answer["parks"] if item["rin"] == rin)
    figures = studied["figures"]
    assert studied["study"] and figures["peak"]["low"] == figures["peak"]["value"] == pytest.approx(look["peak"])
    assert figures["unused"]["value"] == pytest.approx(figures["contracted"]["value"] - look["peak"])
    before = next(item for item in country["parks"] if item["rin"] == rin)["figures"]
    change = answer["totals"][0]["figures"]["electricity"]["value"] - country["totals"][0]["figures"]["electricity"]["value"]
    assert change == pytest.approx(figures["electricity"]["value"] - before["electricity"]["value"], rel=1e-6)
    assert [item for item in answer["parks"] if item["rin"] != rin] == [item for item in country["parks"] if item["rin"] != rin]
    # The park is one of thousands: the curve moves, by no more than what it takes and took.
    moved = [new["load"] - old["load"] for new, old in zip(answer["duration"], country["duration"])]
    assert any(moved) and max(map(abs, moved)) <= (look["peak"] + before["peak"]["high"]) / 1000
    assert [point["hours"] for point in answer["duration"]] == [point["hours"] for point in country["duration"]]
    said = product.fails("energy", "scan", example, "--study", f"X1={park}", "--study", f"{rin}={park}", "--study", f"{rin}={park}")
    assert "niet in de scan" in said and "twee studies" in said
