"""The national energy scan as a user meets it: a register in, a ranking and totals out."""

import csv
import io
import json

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
