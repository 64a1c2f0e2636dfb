"""`energy`: prices, sun and rights of a part of a year, completed where that is asked and refused where it is not."""

import csv
import datetime
import json

import pytest
from independent_completion import clock, completed, year_of
from product import assert_place_and_remedy

YEAR = 2025
MOMENTS = year_of(YEAR)
COLUMNS = ["price", "zuid", "oostwest", "existing_kw"]


@pytest.fixture(scope="module")
def whole(product, tmp_path_factory):
    """The series of the example park by moment, with generation that stands already, and the folder that they are of."""
    folder = tmp_path_factory.mktemp("voorbeeld") / "park"
    product.succeeds("energy", "example", folder)
    with (folder / "series.csv").open() as file:
        rows = list(csv.DictReader(file))
    values = {
        name: [float(row[name]) if name in row else float(row["zuid"]) * 50 for row in rows] for name in COLUMNS
    }
    return folder, {name: dict(zip(MOMENTS, column)) for name, column in values.items()}


def write(folder, known):
    moments = sorted({moment for column in known.values() for moment in column})
    with (folder / "series.csv").open("w", newline="") as file:
        csv.writer(file).writerows(
            [["time", *known], *[[f"{moment}Z", *[column.get(moment, "") for column in known.values()]] for moment in moments]])


def between(column, first, last):
    """The values of the days of the clock from the first through the last."""
    return {moment: value for moment, value in column.items() if first <= clock(moment).date() <= last}


@pytest.fixture
def part(whole, tmp_path):
    """A copy of the park with prices and sun from March through May only."""
    source, series = whole
    folder = tmp_path / "park"
    folder.mkdir()
    for file in source.iterdir():
        (folder / file.name).write_bytes(file.read_bytes())
    known = {
        name: between(column, datetime.date(YEAR, 3, 1), datetime.date(YEAR, 5, 31)) for name, column in series.items()
    }
    write(folder, known)
    return folder, known


def test_a_part_is_refused_and_the_remedy_names_the_option(product, part):
    folder, _ = part
    for command in "check", "look", "size":
        assert_place_and_remedy(product.fails("energy", command, folder), "series.csv", "--complete-year", "92 gemeten dagen")


def test_a_part_is_the_whole_year_that_the_rule_makes_of_it(product, part, tmp_path):
    folder, known = part
    made = {name: completed(YEAR, column) for name, column in known.items()}
    assert {days for _, days in made.values()} == {365 - 92}
    result = product.run("energy", "check", folder, "--complete-year", "--json")
    check = json.loads(result.stdout)
    assert "series.csv" in result.stderr and "price (273)" in result.stderr and "zuid (273)" in result.stderr
    assert "Een seizoen dat niet is gemeten blijft onbekend" in result.stderr
    assert check["study"]["completedSeries"] == [{"column": name, "days": 273} for name in sorted(COLUMNS)]
    assert check["meanPrice"] == pytest.approx(sum(made["price"][0]) / len(MOMENTS), rel=1e-9)
    assert check["roofs"][0]["fullLoadHours"] == pytest.approx(sum(made["zuid"][0]) / 4, rel=1e-9)

    # The same year written out gives the same answers, but for what is said of the study.
    other = tmp_path / "heel"
    other.mkdir()
    for file in folder.iterdir():
        (other / file.name).write_bytes(file.read_bytes())
    write(other, {name: dict(zip(MOMENTS, values)) for name, (values, _) in made.items()})
    for command in "look", "dispatch", "size", "group":
        answers = [
            json.loads(product.succeeds("energy", command, *arguments, "--json"))
            for arguments in ([folder, "--complete-year"], [other])
        ]
        for answer in answers:
            answer.pop("study", None)
            answer.pop("parameters", None)  # of which the least number of days is one
        assert answers[0] == answers[1], command


def test_the_settings_the_store_the_trees_and_the_report_say_it(product, part, tmp_path):
    folder, _ = part
    flagged = product.succeeds("energy", "size", folder, "--complete-year", "--json")
    stored = tmp_path / "park.wlenergie"
    product.succeeds("energy", "store", folder, "--complete-year", "--into", stored)
    assert product.succeeds("energy", "size", stored, "--json") == flagged
    with (folder / "parameters.yaml").open("a") as file:
        file.write("complete_year: true\n")
    assert product.succeeds("energy", "size", folder, "--json") == flagged
    assert "Aangevulde dagen van series.csv: existing_kw 273" in product.succeeds("energy", "size", folder)
    for figure in "maten/kosten/energie/ingekocht", "inzet/energie/afgeregeld":
        answer = json.loads(product.succeeds("energy", "explain", folder, figure, "--json"))
        tree = json.dumps(answer["explanation"])
        assert "series.csv (273 dagen aangevuld)" in tree and '"series.csv"' not in tree
    product.succeeds("energy", "report", folder, "--out", tmp_path / "rapport")
    report = next((tmp_path / "rapport").glob("*.html")).read_text()
    assert "price (273)" in report and "Een seizoen dat er niet in staat is onbekend" in report


def test_a_hole_in_a_measured_day_and_too_few_days_are_refused(product, part):
    folder, known = part
    holes = {
        name: {moment: value for moment, value in column.items() if clock(moment) != datetime.datetime(YEAR, 4, 9, 12)}
        for name, column in known.items()
    }
    write(folder, holes)
    said = product.fails("energy", "check", folder, "--complete-year")
    assert_place_and_remedy(said, "series.csv", "2025-04-09 12:00", "1 rijen")
    write(folder, known | {"zuid": holes["zuid"]})
    said = product.fails("energy", "check", folder, "--complete-year")
    assert_place_and_remedy(said, "series.csv", "zuid", "ontbreekt een waarde")
    week = {
        name: between(column, datetime.date(YEAR, 3, 3), datetime.date(YEAR, 3, 9)) for name, column in known.items()
    }
    write(folder, known | {"price": week["price"]})
    said = product.fails("energy", "check", folder, "--complete-year")
    assert_place_and_remedy(said, "series.csv", "price", "1 zaterdagen, 1 zon- en feestdagen", "minstens 4 hele dagen")
