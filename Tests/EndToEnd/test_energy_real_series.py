"""`energy`: every real series through check, look, frontier, dispatch, size, group and report, with sums worked out anew here."""

import csv
import datetime
import gzip
import json

import pytest
from independent_completion import clock, completed, kind, year_of


def table(path, rows):
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", newline="") as file:
        csv.writer(file).writerows(rows)


def rows_of(shared, name):
    path = shared / "energy" / name
    if not path.exists():
        pytest.skip(f"{name} is hier niet aanwezig")
    with (gzip.open(path, "rt") if name.endswith("gz") else path.open()) as file:
        return list(csv.DictReader(file))


def prices(shared, count):
    """The prices of 2019 hour by hour, whatever the year, with what a firm pays on top: never below zero."""
    hours = [float(row["eur_mwh"]) + 50 for row in rows_of(shared, "day-ahead-nl-2019.csv")]
    return [["price"], *[[hours[place % len(hours)]] for place in range(count)]]


def run_everything(product, folder, *options):
    """Every command about the case, with the balances and certificates that hold of any; the answers by command."""
    def answer(command):
        return json.loads(product.succeeds("energy", command, folder, *options, "--json"))

    check, look, frontier, group, sized = (answer(name) for name in ["check", "look", "frontier", "group", "size"])
    peak, hours = look["peak"], check["study"]["stepMinutes"] / 60
    for lines in check["connections"], look["members"], group["members"]:
        assert sum(line["annual"] for line in lines) == pytest.approx(look["annual"], rel=1e-6, abs=10)
    assert max(look["monthlyPeaks"]) == pytest.approx(peak) and peak <= look["sumOfPeaks"] * (1 + 1e-9)
    assert frontier["peak"] == pytest.approx(peak) and group["peak"] == pytest.approx(peak)
    sizes = [point["capacity"] for point in frontier["points"]]
    assert sizes == sorted(sizes, reverse=True) and sizes[-1] == 0
    assert sum(member["cost"] for member in group["members"]) == pytest.approx(group["costTogether"], rel=1e-6)

    found = sized["answer"]
    proof, sizes, energy = found["proof"], found["sizes"], found["energy"]
    assert abs(proof["gap"]) < 1e-6 and abs(proof["dispatchDifference"]) < 1e-5
    assert proof["largestViolation"] < 1e-6 * max(1, peak)
    assert sum(found["cost"].values()) == pytest.approx(proof["cost"], rel=1e-6)
    assert energy["load"] == pytest.approx(look["annual"], rel=1e-6, abs=10)

    # The operation with those sizes, step by step: what comes in goes out, within the contract.
    fixed = ["--kwh", sizes["batteryEnergy"], "--kw", sizes["batteryPower"], "--contract", sizes["contract"] + 0.01]
    said = product.succeeds("energy", "dispatch", folder, *options, *fixed, "--csv", "--own-use")
    steps = [[float(value) for value in line.split(",")[1:]] for line in said.splitlines()[1:]]
    assert len(steps) == check["study"]["steps"]
    for load, taken, given, sun, charge, discharge, _ in steps:
        assert taken - given + sun + discharge - charge == pytest.approx(load, abs=0.01)
        assert taken <= sizes["contract"] + 0.02 and min(taken, given) == pytest.approx(0, abs=0.01)
    assert sum(step[0] for step in steps) * hours == pytest.approx(look["annual"], rel=1e-5, abs=100)

    product.succeeds("energy", "report", folder, *options, "--out", folder / "rapport")
    report = next((folder / "rapport").glob("*.html")).read_text()
    return check, look, report


def assert_completed(answers, year, known, scale):
    """Series that were measured in part: the yearly sums, days and peak are those of the rule, and the report says so."""
    check, look, report = answers
    sums = [0.0] * len(year_of(year))
    for line in check["connections"]:
        values, days = completed(year, known[line["id"]])
        assert line["origin"]["completed"]["days"] == days
        assert line["annual"] == pytest.approx(sum(values) * scale / 4, rel=1e-5, abs=100)
        assert line["peak"] == pytest.approx(max(values) * scale, rel=1e-5)
        sums = [sum_ + value * scale for sum_, value in zip(sums, values)]
    assert look["peak"] == pytest.approx(max(sums), rel=1e-5)
    assert [item["id"] for item in check["study"]["completed"]] == [line["id"] for line in check["connections"]]
    assert any(item["key"] == "energy/completion-least-days" and item["dated"]["kind"] == "assumption"
               for item in check["study"]["parameters"])
    assert "een deel van het jaar gemeten" in report and "--complete-year" in report


def refused_unasked(product, folder):
    said = product.fails("energy", "look", folder)
    assert "--complete-year" in said and "gemeten dagen" in said


def test_the_substations(product, shared, tmp_path):
    """Seven substations of OpenSTEF from August through October 2021; negative is feed-in at the station."""
    known = {}
    for row in rows_of(shared, "openstef-onderstations-kwartier-2021.csv.gz"):
        moment = datetime.datetime.fromisoformat(row["tijd_utc"][:19])
        known.setdefault(row["station"], {})[moment] = float(row["total_substation"])
    names = list(known)
    moments = sorted(known[names[0]])
    table(tmp_path / "load.csv", [["time", *names], *[[f"{moment}Z", *[known[name][moment] for name in names]] for moment in moments]])
    # What each has fed in at most is its right; the group may export what it did together.
    table(tmp_path / "connections.csv", [["id", "contract_kw", "feed_in_kw"], *[[name, 130000, 70000] for name in names]])
    table(tmp_path / "series.csv", prices(shared, 8760))
    (tmp_path / "parameters.yaml").write_text("load_unit: MW\n")
    refused_unasked(product, tmp_path)
    assert_completed(run_everything(product, tmp_path, "--complete-year"), 2021, known, 1000)


def test_the_stations(product, shared, tmp_path):
    """Three stations of OpenSTEF from October 2020, with empty cells, asked for in the settings; January 2021 is another year."""
    rows = rows_of(shared, "openstef-stations-kwartier-2020-2021.csv")
    names = [name for name in rows[0] if name.startswith("station")]
    table(tmp_path / "load.csv", [["time", *names], *[[row["tijd_utc"], *[row[name] for name in names]] for row in rows]])
    table(tmp_path / "connections.csv", [["id", "contract_kw", "feed_in_kw"], *[[name, 25000, 20000] for name in names]])
    table(tmp_path / "series.csv", prices(shared, 8784))
    (tmp_path / "parameters.yaml").write_text("load_unit: MW\n")
    refused_unasked(product, tmp_path)
    (tmp_path / "parameters.yaml").write_text("load_unit: MW\ncomplete_year: true\n")
    check, look, report = run_everything(product, tmp_path)
    for line in check["connections"]:
        # 2 October began halfway, and 90 days are whole once empty cells have the values of the weeks beside.
        empty = sum(not row[line["id"]] for row in rows if "2020-10-02 22" <= row["tijd_utc"] < "2020-12-31 23")
        assert line["origin"]["completed"] == {"days": 276, "filled": empty}
        values = [float(row[line["id"]]) * 1000 for row in rows if row[line["id"]] and row["tijd_utc"] < "2020-12-31 23"]
        assert line["peak"] == pytest.approx(max(values), rel=1e-5)
    assert look["annual"] != 0 and "een deel van het jaar gemeten" in report


def test_the_steel_works(product, shared, tmp_path):
    """A whole year: nothing is completed, also where it is asked."""
    rows = rows_of(shared, "staalbedrijf-kwartier-2018.csv")
    table(tmp_path / "load/staal.csv", [["time", "kWh"], *[[row["date"], row["Usage_kWh"]] for row in rows]])
    table(tmp_path / "connections.csv", [["id", "contract_kw", "annual_kwh"], ["staal", 700, 959636.71]])
    table(tmp_path / "series.csv", prices(shared, 8760))
    (tmp_path / "parameters.yaml").write_text("load_label: end\nclock: utc\nyear: 2018\n")
    check, look, report = run_everything(product, tmp_path, "--complete-year")
    assert "completed" not in check["study"] and check["connections"][0]["origin"] == {"measured": {"filled": 0}}
    assert look["annual"] == pytest.approx(959_636.71, rel=1e-5) and look["peak"] == pytest.approx(628.72, rel=1e-5)
    assert "een deel van het jaar gemeten" not in report


def test_the_dutch_standard_profiles(product, shared, tmp_path):
    """E1A to E4A from October through January, completed and scaled to the yearly use."""
    rows = rows_of(shared, "standaardprofielen-e1a-e4a-kwartier.csv")
    names = [name for name in rows[0] if name.startswith("sjv_")]
    table(tmp_path / "profiles.csv", [["time", *names], *[[row["tijd_utc"], *[row[name] for name in names]] for row in rows]])
    table(tmp_path / "connections.csv", [["id", "contract_kw", "annual_kwh", "profile"], *[[f"f-{name}", 200, 100000, name] for name in names]])
    moments = year_of(2020)
    cost = prices(shared, 8784)[1:]
    table(tmp_path / "series.csv", [["time", "price"], *[[f"{moment}Z", cost[place // 4][0]] for place, moment in enumerate(moments)]])
    said = product.fails("energy", "check", tmp_path)
    assert "profiles.csv" in said and "--complete-year" in said
    check, look, _ = run_everything(product, tmp_path, "--complete-year")
    assert look["annual"] == pytest.approx(100_000 * len(names), rel=1e-5)
    assert all("276 dagen aangevuld" in line["origin"]["standard"]["name"] for line in check["connections"])
    assert check["study"]["unmeasured"] == len(names)


def test_hourly_profiles_of_the_transition_model(product, shared, tmp_path):
    rows = rows_of(shared, "etm-uurprofielen-nl2019.csv")
    names = ["utiliteit_apparaten", "utiliteit_verwarming", "industrie_overig_elektriciteit", "bestelauto_elektrisch"]
    table(tmp_path / "load.csv", [names, *[[float(row[name]) * 500000 for name in names] for row in rows]])
    table(tmp_path / "connections.csv", [["id", "contract_kw"], *[[name, 400] for name in names]])
    table(tmp_path / "series.csv", prices(shared, 8760))
    (tmp_path / "parameters.yaml").write_text("year: 2019\n")
    check, look, _ = run_everything(product, tmp_path)
    assert check["study"]["steps"] == 8760 and look["annual"] == pytest.approx(500_000 * len(names), rel=1e-4)


def test_the_german_standard_profiles(product, shared, tmp_path):
    """BDEW: G25 per month and kind of day, g0 to g6 per season and day of the week, laid over the clock of 2021."""
    path = shared / "energy/bdew-g25-kwartier.csv"
    if not path.exists():
        pytest.skip("bdew-g25-kwartier.csv is hier niet aanwezig")
    with path.open() as file:
        _, kinds, *quarters = list(csv.reader(file))
    selp = {}
    for row in rows_of(shared, "bdew-selp-series.csv"):
        selp.setdefault((row["period"], int(row["weekday"])), []).append(row)
    old = ["g0", "g1", "g2", "g3", "g4", "g5", "g6"]

    def season(day):
        date = (day.month, day.day)
        return "summer" if (5, 15) <= date <= (9, 14) else "winter" if date >= (11, 1) or date <= (3, 20) else "transition"

    moments, rows = year_of(2021), []
    for moment in moments:
        here = clock(moment)
        quarter = here.hour * 4 + here.minute // 15
        like = {"saturday": "SA", "sunday": "FT", "working": "WT"}[kind(here.date())]
        place = (here.month - 1) * 3 + kinds[1 + (here.month - 1) * 3:].index(like) + 1
        row = selp[season(here), here.isoweekday()][quarter]
        rows.append([float(quarters[quarter][place]), *[float(row[name]) for name in old]])
    sums = [sum(column) for column in zip(*rows)]
    table(tmp_path / "profiles.csv", [["time", "g25", *old], *[[f"{moment}Z", *[value / total for value, total in zip(row, sums)]] for moment, row in zip(moments, rows)]])
    table(tmp_path / "connections.csv", [["id", "contract_kw", "annual_kwh", "profile"], *[[f"f-{name}", 100, 100000, name] for name in ["g25", *old]]])
    cost = prices(shared, 8760)[1:]
    table(tmp_path / "series.csv", [["time", "price"], *[[f"{moment}Z", cost[place // 4][0]] for place, moment in enumerate(moments)]])
    assert sums[0] == pytest.approx(1_000_000, rel=0.01)
    check, look, _ = run_everything(product, tmp_path)
    assert look["annual"] == pytest.approx(800_000, rel=1e-5) and check["study"]["unmeasured"] == 8
