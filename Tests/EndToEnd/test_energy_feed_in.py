"""Metered feed-in above the group's limit: into the battery, or refused with the repair that makes it possible."""

import csv
import io
import json
import math

import pytest

LIMIT = 900.0
STEPS_PER_DAY = 96


@pytest.fixture(scope="module")
def park(product, tmp_path_factory):
    """The example with panels behind the meter of one firm: its feed-in cannot be curtailed."""
    folder = tmp_path_factory.mktemp("energy-feed-in") / "park"
    product.succeeds("energy", "example", folder)
    with (folder / "load.csv").open(newline="") as file:
        rows = list(csv.reader(file))
    for step, row in enumerate(rows[1:]):
        day, quarter = divmod(step, STEPS_PER_DAY)
        season = 0.5 + 0.5 * math.cos((day - 172) / 365 * 2 * math.pi)
        cloud = 0.4 if day % 5 == 0 else 1
        sun = max(0.0, math.sin((quarter - 24) / 48 * math.pi)) * season * cloud
        row[2] = f"{float(row[2]) - 2600 * sun:.1f}"
    with (folder / "load.csv").open("w", newline="") as file:
        csv.writer(file).writerows(rows)
    with (folder / "parameters.yaml").open("a") as file:
        file.write(f"export_limit_kw: {LIMIT}\n")
    return folder, [sum(map(float, row[1:])) for row in rows[1:]]


def with_settings(folder, tmp_path, **settings):
    copy = tmp_path / "park"
    copy.mkdir()
    for file in folder.iterdir():
        text = file.read_text()
        if file.name == "parameters.yaml":
            kept = [line for line in text.splitlines() if line.split(":")[0] not in settings]
            text = "\n".join([*kept, *(f"{key}: {value}" for key, value in settings.items())]) + "\n"
        (copy / file.name).write_text(text)
    return copy


def test_the_battery_takes_what_may_not_be_exported(product, park):
    folder, load = park
    answer = json.loads(product.succeeds("energy", "size", folder, "--json"))["answer"]
    proof, sizes = answer["proof"], answer["sizes"]
    assert proof["gap"] < 1e-6 and proof["dispatchDifference"] < 1e-6 and proof["burned"] < 1
    assert sizes["batteryPower"] >= max(-value for value in load) - LIMIT - 0.1
    assert "Het gat komt van" not in product.succeeds("energy", "size", folder)
    rows = list(csv.DictReader(io.StringIO(product.succeeds("energy", "dispatch", folder, "--csv", "--own-use"))))
    assert len(rows) == len(load)
    for row in rows:
        assert float(row["charge_kw"]) * float(row["discharge_kw"]) == 0
        assert float(row["export_kw"]) <= LIMIT + 0.01


def test_what_no_battery_can_take_is_refused_with_the_repair(product, park, tmp_path):
    folder, _ = park
    copy = with_settings(folder, tmp_path, battery_max_kwh=2000)
    ended = product.run("energy", "size", copy, "--json")
    assert ended.returncode == 1
    answer = json.loads(ended.stdout)
    shortage = answer["shortage"]
    assert "answer" not in answer and "cost" not in answer
    assert shortage["unserved"] < 1 and shortage["surplus"] > 1000
    assert {repair["kind"] for repair in shortage["repairs"]} == {"battery", "feedIn"}
    told = product.run("energy", "size", copy).stdout
    assert "De teruglevering mag hoogstens 900,0 kW zijn" in told and "Meer teruglevering" in told
    product.fails("energy", "dispatch", copy)
    for key, value in {
        "export_limit_kw": LIMIT + shortage["feedInMore"] * 1.001,
        "battery_max_kwh": 2000 + next(r["energy"] for r in shortage["repairs"] if r["kind"] == "battery") * 1.001,
    }.items():
        (tmp_path / key).mkdir()
        wider = with_settings(copy, tmp_path / key, **{key: value})
        proof = json.loads(product.succeeds("energy", "size", wider, "--json"))["answer"]["proof"]
        assert proof["dispatchDifference"] < 1e-6
    (tmp_path / "narrow").mkdir()
    narrow = with_settings(copy, tmp_path / "narrow", export_limit_kw=LIMIT + shortage["feedInMore"] * 0.99)
    assert product.run("energy", "size", narrow).returncode == 1


def test_the_report_tells_which_limit_is_too_tight(product, park, tmp_path):
    copy = with_settings(park[0], tmp_path, battery_max_kwh=2000)
    product.succeeds("energy", "report", copy, "--out", tmp_path / "rapport")
    page = next((tmp_path / "rapport").glob("*.html")).read_text()
    assert "De grens die knelt is de teruglevering" in page and "Meer teruglevering" in page


def test_negative_prices_burn_nothing(product, park, tmp_path):
    """A price below zero all afternoon makes burning pay; the answer keeps to one thing at a time and tells the gap."""
    folder, _ = park
    copy = with_settings(folder, tmp_path, export_limit_kw=3000)
    with (copy / "series.csv").open(newline="") as file:
        rows = list(csv.reader(file))
    price = rows[0].index("price")
    for step, row in enumerate(rows[1:]):
        if 40 <= step % STEPS_PER_DAY < 60 and (step // STEPS_PER_DAY) % 9 == 0:
            row[price] = "-400"
    with (copy / "series.csv").open("w", newline="") as file:
        csv.writer(file).writerows(rows)
    answer = json.loads(product.succeeds("energy", "size", copy, "--json"))["answer"]
    proof = answer["proof"]
    assert proof["burned"] > 1000 and 1e-6 < proof["gap"] < 0.05
    assert proof["cost"] >= proof["lowerBound"] and proof["largestViolation"] < 1e-3
    assert "kWh die alleen de ondergrens verstookt" in product.succeeds("energy", "size", copy)
