"""`estimate` and `backtest`: three estimators side by side, held against what happened; the scores are recomputed here."""

import csv
import io
import json
import math
import sqlite3
from collections import defaultdict
from contextlib import closing

import pytest
from product import assert_place_and_remedy, assert_valid_geopackage, rows

METHODS = {"terreinquotient", "uitgifte-extrapolatie", "verhuizingen"}
NAIVE = {"geen-verandering", "laatste-decennium"}
MEASURED = {1996: 59980, 2000: 65945, 2003: 71086, 2006: 75547, 2008: 78558, 2010: 81358, 2012: 84081, 2015: 86336, 2017: 88184}


def table(text):
    return list(csv.DictReader(io.StringIO(text)))


@pytest.fixture(scope="session")
def land_use(shared):
    return shared / "cbs" / "70262ned-bodemgebruik-gemeenten.csv"


@pytest.fixture(scope="session")
def report(product, land_use):
    return json.loads(product.succeeds("backtest", "--land-use", land_use, "--json"))["reports"][0]


@pytest.fixture(scope="session")
def cases(product, land_use):
    return table(product.succeeds("backtest", "--land-use", land_use, "--cases"))


# estimate

def test_three_estimators_for_every_market_region(product, example):
    answer = json.loads(product.succeeds("estimate", example, "--region", "PV30", "--horizon", "2034", "--json"))
    markets = [region["code"] for region in answer["regions"] if region["level"] == "corop"]
    assert len(markets) == 4
    for market in markets:
        assert {e["method"] for e in answer["estimates"] if e["region"] == market} == METHODS
    assert answer["combined"] == []
    assert all(e["low"] <= e["centre"] <= e["high"] for e in answer["estimates"])


def test_the_estimates_of_the_example_say_that_they_are_synthetic(product, example):
    assert "synthetisch" in product.succeeds("estimate", example, "--region", "PV30")
    assert all(row["synthetisch"] == "ja" for row in table(product.succeeds("estimate", example, "--csv")))


def test_extrapolated_issue_follows_from_the_rows_of_the_register(product, example):
    """Median, MAD, mean and band again, from the table of issued land itself."""
    answer = json.loads(product.succeeds("estimate", example, "--region", "PV30", "--horizon", "2034", "--json"))
    limit = 4.45
    for estimate in (e for e in answer["estimates"] if e["method"] == "uitgifte-extrapolatie"):
        parents = rows(example, f"SELECT regiocode FROM regios WHERE ligt_in LIKE '%{estimate['region']}%' AND niveau = 'gemeente'")
        codes = ", ".join(f"'{code}'" for (code,) in parents)
        yearly = [amount for _, amount in rows(
            example, f"SELECT jaar, sum(uitgegeven_ha - teruggekocht_ha) FROM uitgifte WHERE gemeentecode IN ({codes})"
            " GROUP BY jaar ORDER BY jaar")][-10:]
        centre, low, high = absorption([(1, amount) for amount in yearly], 10, limit)
        assert math.isclose(centre, estimate["centre"], rel_tol=1e-9)
        assert math.isclose(low, estimate["low"], rel_tol=1e-6, abs_tol=1e-6)
        assert math.isclose(high, estimate["high"], rel_tol=1e-6, abs_tol=1e-6)


def test_without_issue_the_reason_is_given(product, register):
    with closing(sqlite3.connect(register)) as database, database:
        database.execute("DELETE FROM uitgifte")
    result = product.run("estimate", register, "--region", "PV30")
    assert result.returncode == 0
    assert "geen uitgifte in het register" in result.stderr
    assert "ontbreekt" in result.stdout


def test_bad_requests_are_refused_all_at_once(product, example):
    said = product.fails("estimate", example, "--region", "PV99", "--horizon", "2001", "--scenario", "midden")
    assert_place_and_remedy(said, "PV99")
    assert_place_and_remedy(said, "2001")
    assert_place_and_remedy(said, "midden")
    assert_place_and_remedy(product.fails("backtest", example, "--region", "PV99"), "PV99")
    product.fails("backtest")


def test_explain_shows_the_extrapolation(product, example):
    answer = json.loads(product.succeeds("explain", example, "CR33/hoog/2034/uitgifte-extrapolatie", "--json"))
    estimates = json.loads(product.succeeds("estimate", example, "--region", "CR33", "--horizon", "2034", "--json"))["estimates"]
    centre = next(e["centre"] for e in estimates if e["method"] == "uitgifte-extrapolatie")
    assert math.isclose(answer["explanation"]["value"], centre, rel_tol=1e-12)


# stored forecasts

def test_stored_forecasts_are_scored_when_later_issue_comes(product, register, tmp_path):
    product.succeeds("estimate", register, "--region", "CR33", "--horizon", "2026,2034", "--store")
    count = rows(register, "SELECT count(*) FROM ramingen")[0][0]
    assert count == 8
    waiting = json.loads(product.succeeds("backtest", register, "--stored", "--json"))
    assert waiting["scores"] == [] and waiting["waiting"] == count
    codes = rows(register, "SELECT regiocode FROM regios WHERE ligt_in LIKE '%CR33%' AND niveau = 'gemeente'")
    later = tmp_path / "uitgifte.csv"
    later.write_text("gemeentecode,jaar,uitgegeven\n" + "".join(f"{c},{y},1.5\n" for (c,) in codes for y in (2024, 2025)))
    said = product.run("import", later, "--as", "issuance", "--into", register)
    assert said.returncode == 0, said.stderr
    assert f"{count} van de {count} bewaarde ramingen kunnen nu worden getoetst, 4 volledig" in said.stderr
    scores = json.loads(product.succeeds("backtest", register, "--stored", "--json"))["scores"]
    actual = 1.5 * 2 * len(codes)
    assert len(scores) == count
    for score in scores:
        forecast = score["forecast"]
        part = 2 / (forecast["horizon"] - forecast["startYear"])
        assert math.isclose(score["actual"], actual)
        assert math.isclose(score["expected"], forecast["centre"] * part)
        complete = forecast["horizon"] == 2026
        assert ("isCovered" in score) == complete
        if complete:
            assert score["isCovered"] == (forecast["low"] <= actual <= forecast["high"])


def test_a_register_with_forecasts_is_a_valid_geopackage(product, register):
    product.succeeds("estimate", register, "--region", "CR33", "--horizon", "2034", "--store")
    assert_valid_geopackage(register)


def test_an_older_register_takes_forecasts(product, register):
    with closing(sqlite3.connect(register)) as database, database:
        database.execute("DROP TABLE ramingen")
        database.execute("DELETE FROM gpkg_contents WHERE table_name = 'ramingen'")
        database.execute("DELETE FROM grdb_migrations WHERE identifier = 'werklocaties-2'")
    product.succeeds("estimate", register, "--region", "CR33", "--horizon", "2034", "--store")
    assert rows(register, "SELECT count(*) FROM ramingen")[0][0] == 4


# back-test of the example

def test_the_example_is_called_synthetic_and_lacks_job_history(product, example):
    result = product.run("backtest", example)
    assert result.returncode == 0, result.stderr
    assert "synthetisch" in result.stdout
    assert "terreinquotiënt en verhuizingen zijn niet getoetst" in result.stderr
    assert "Oordeel: " in result.stdout


# back-test on the statistics

def test_totals_are_those_of_the_statistics(report):
    published = {point["year"]: point["level"] for point in report["published"]}
    assert published == MEASURED
    for point in report["totals"]:
        assert abs(point["level"] - MEASURED[point["year"]]) <= 20  # hectares are rounded per municipality


def test_every_municipality_reaches_the_present_division(cases):
    regions = defaultdict(set)
    for case in cases:
        regions[case["niveau"]].add(case["regio"])
    assert {level: len(codes) for level, codes in regions.items()} == {"gemeente": 342, "corop": 40, "provincie": 12, "land": 1}


def test_scores_are_those_of_the_cases(report, cases):
    """Bias, errors, coverage and widening again in plain Python."""
    groups = defaultdict(list)
    for case in cases:
        for size in ("", case["klasse"]) if case["klasse"] else ("",):
            groups[case["niveau"], size, int(case["lengte"]), case["ramer"]].append(case)
    assert len(report["scores"]) == len(groups)
    nominal = report["nominalCoverage"]
    for row in report["scores"]:
        score, own = row["score"], groups[row["level"], row.get("sizeClass") or "", row["length"], row["forecaster"]]
        errors = [float(c["raming_ha"]) - float(c["werkelijk_ha"]) for c in own]
        close(score["bias"], sum(errors) / len(errors))
        close(score["meanAbsoluteError"], sum(map(abs, errors)) / len(errors))
        close(score["meanSquaredError"], sum(e * e for e in errors) / len(errors))
        close(score["relativeError"], sum(map(abs, errors)) / sum(abs(float(c["werkelijk_ha"])) for c in own))
        banded = [(float(c["raming_ha"]), float(c["laag_ha"]), float(c["hoog_ha"]), float(c["werkelijk_ha"])) for c in own if c["laag_ha"]]
        assert score["bandCount"] == len(banded)
        if not banded:
            assert "coverage" not in score
            continue
        close(score["coverage"], sum(low <= actual <= high for _, low, high, actual in banded) / len(banded))
        misses = sorted(
            0 if centre == actual else math.inf if half == 0 else abs(centre - actual) / half
            for centre, low, high, actual in banded for half in [centre - low if actual < centre else high - centre])
        factor = misses[max(math.ceil(nominal * len(misses) - 1e-12), 1) - 1]
        close(score.get("wideningFactor", math.inf), factor)


def test_forecasts_follow_from_the_raw_table(product, land_use, cases):
    """From the table of the statistics and the list of mergers to every forecast and outcome, without the program."""
    levels, areas = raw_levels(product, land_use)
    assert set(levels["NL01"]) == set(MEASURED)
    checked = 0
    for case in cases:
        series = levels[case["regio"]]
        cut, length = int(case["peiljaar"]), int(case["lengte"])
        assert math.isclose(float(case["werkelijk_ha"]), level(series, cut + length) - series[cut], rel_tol=1e-9, abs_tol=1e-6)
        known = [year for year in sorted(series) if year <= cut]
        if case["ramer"] == "geen-verandering":
            expected = 0
        elif case["ramer"] == "laatste-decennium":
            start = max(known[0], cut - 10)
            expected = (series[cut] - level({y: series[y] for y in known}, start)) / (cut - start) * length
        else:
            steps = [(b - a, series[b] - series[a]) for a, b in zip(known, known[1:]) if a >= cut - 10]
            expected, low, high = absorption(steps, length, 4.45)
            if len(steps) > 1:
                assert math.isclose(float(case["laag_ha"]), low, rel_tol=1e-6, abs_tol=1e-5)
                assert math.isclose(float(case["hoog_ha"]), high, rel_tol=1e-6, abs_tol=1e-5)
            else:
                assert case["laag_ha"] == case["hoog_ha"] == ""
        assert math.isclose(float(case["raming_ha"]), expected, rel_tol=1e-9, abs_tol=1e-6), case
        checked += 1
    assert checked == len(cases) > 5000


def test_the_verdict_is_a_sentence(product, land_use, report):
    text = product.succeeds("backtest", "--land-use", land_use)
    assert report["verdict"]["nl"] in text
    assert "naïeve regel" in report["verdict"]["nl"] and "band" in report["verdict"]["nl"]


# the same sums in plain Python

def close(one, other):
    assert math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-9), (one, other)


def median(values):
    values = sorted(values)
    middle = len(values) // 2
    return values[middle] if len(values) % 2 else (values[middle - 1] + values[middle]) / 2


def absorption(steps, length, limit):
    """Centre and band of steps (years, hectares) over a number of years."""
    rates = [amount / years for years, amount in steps]
    middle = median(rates)
    mad = median([abs(rate - middle) for rate in rates])
    kept = [min(max(rate, middle - limit * mad), middle + limit * mad) if mad > 0 else rate for rate in rates]
    window = sum(years for years, _ in steps)
    mean = sum(years * rate for (years, _), rate in zip(steps, kept)) / window
    if len(steps) < 2:
        return mean * length, None, None
    variance = sum(years * (rate - mean) ** 2 for (years, _), rate in zip(steps, rates)) / (len(steps) - 1)
    half = student(0.9, len(steps) - 1) * math.sqrt(variance * length * (1 + length / window))
    return mean * length, mean * length - half, mean * length + half


def student(probability, degrees, memory={}):
    """The t quantile by halving, with the density integrated by Simpson's rule."""
    if (probability, degrees) not in memory:
        scale = math.exp(math.lgamma((degrees + 1) / 2) - math.lgamma(degrees / 2)) / math.sqrt(degrees * math.pi)

        def upper(t, parts=4000):
            step = t / parts
            weights = (1 if i in (0, parts) else 4 if i % 2 else 2 for i in range(parts + 1))
            return 0.5 + step / 3 * sum(w * scale * (1 + (i * step) ** 2 / degrees) ** (-(degrees + 1) / 2) for i, w in enumerate(weights))

        low, high = 0.0, 10.0
        for _ in range(50):
            middle = (low + high) / 2
            low, high = (middle, high) if upper(middle) < probability else (low, middle)
        memory[probability, degrees] = high
    return memory[probability, degrees]


def level(series, year):
    if year in series:
        return series[year]
    before = max(y for y in series if y < year)
    after = min(y for y in series if y > year)
    return series[before] + (series[after] - series[before]) * (year - before) / (after - before)


def raw_levels(product, land_use):
    """Hectares per region of today and year: the raw table brought forward along the mergers."""
    facts = product.root / "Sources/SyntheticNetherlands/Facts"
    places = {row["code"]: row for row in csv.DictReader(open(facts / "municipalities.csv", encoding="utf-8"))}
    changes = defaultdict(list)
    for row in csv.DictReader(open(facts / "mergers.csv", encoding="utf-8")):
        changes[row["from_code"]].append((int(row["year"]), row["to_code"], float(row["share"])))

    def successors(code, year):
        later = [change for change in changes[code] if change[0] > year]
        if not later:
            return {code: 1.0}
        first = min(change[0] for change in later)
        found = defaultdict(float)
        for when, target, share in later:
            if when == first:
                for end, part in successors(target, first).items():
                    found[end] += share * part
        return found

    levels = defaultdict(lambda: defaultdict(float))
    for row in csv.DictReader(open(land_use, encoding="utf-8")):
        code, hectares = row["RegioS"].strip(), row["Bedrijventerrein_11"].strip()
        if code.startswith("GM") and hectares:
            year = int(row["Perioden"][:4])
            targets = {code: 1.0} if code in places else successors(code, year)
            for target, share in targets.items():
                place = places[target]
                for region in (target, place["corop"], place["province"], "NL01"):
                    levels[region][year] += float(hectares) * share
    return levels, places


def test_an_invented_history_exercises_all_three_and_is_called_synthetic(product, example, tmp_path):
    path = tmp_path / "history.gpkg"
    product.succeeds("example", path, "--history")
    answer = json.loads(product.succeeds("backtest", path, "--json"))
    report = answer["reports"][0]
    assert {row["forecaster"] for row in report["scores"]} == METHODS | NAIVE
    assert report["isSynthetic"] and "synthetisch" in report["verdict"]["nl"]
    assert {weights["length"] for weights in report["weights"]} == {5, 10, 15}
    assert all(math.isclose(sum(weights["weights"].values()), 1) for weights in report["weights"])
    # The history changes nothing else.
    assert rows(path, "SELECT rin_nummer, netto_ha FROM werklocaties ORDER BY 1") == rows(example, "SELECT rin_nummer, netto_ha FROM werklocaties ORDER BY 1")
    recent = "SELECT gemeentecode, jaar, uitgegeven_ha FROM uitgifte WHERE jaar >= 2010 ORDER BY 1, 2"
    assert rows(path, recent) == rows(example, recent)
    combined = json.loads(product.succeeds("estimate", path, "--region", "CR33", "--horizon", "2034", "--combine", "--json"))["combined"]
    assert combined and all(set(one["weights"]) == METHODS for one in combined)
