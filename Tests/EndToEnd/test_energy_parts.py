"""`energy`: series of workbooks, and series in several files."""

import csv
import datetime
import json
import zoneinfo

import openpyxl
import pytest
from product import assert_place_and_remedy

YEAR = 2024
STEPS = 35136
AMSTERDAM = zoneinfo.ZoneInfo("Europe/Amsterdam")


def local_times():
    """The starts of the quarters as the clock shows them: 92 on 31 March, 100 on 27 October."""
    start = datetime.datetime(YEAR - 1, 12, 31, 23, tzinfo=datetime.timezone.utc)
    return [
        (start + place * datetime.timedelta(minutes=15)).astimezone(AMSTERDAM).replace(tzinfo=None) for place in range(STEPS)
    ]


TIMES = local_times()


def use(place):
    return 10 + place * 7 % 13 + (place * 3 % 8) / 8


def table(path, columns, rows):
    path.parent.mkdir(exist_ok=True)
    with path.open("w", newline="") as file:
        csv.writer(file).writerows([columns, *rows])


def book(path, sheets):
    path.parent.mkdir(exist_ok=True)
    workbook = openpyxl.Workbook(write_only=True)
    for name, rows in sheets.items():
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append(row)
    workbook.save(path)


@pytest.fixture
def park(tmp_path):
    table(tmp_path / "connections.csv", ["id", "contract_kw"], [["f01", 800], ["f02", 800]])
    table(tmp_path / "series.csv", ["time", "price"], [[time, 50 + place % 40] for place, time in enumerate(TIMES)])
    (tmp_path / "parameters.yaml").write_text("name: park\n")
    return tmp_path


def wide(first=0, last=STEPS):
    return [[TIMES[place], use(place), use(place + 1)] for place in range(first, last)]


@pytest.fixture
def expected(product, park):
    table(park / "load.csv", ["time", "f01", "f02"], wide())
    look = product.succeeds("energy", "look", park, "--json")
    (park / "load.csv").unlink()
    return look


def by_month(rows):
    return {month: [row for row in rows if row[0].month == month] for month in range(1, 13)}


def test_a_workbook_gives_the_answer_of_a_table(product, park, expected):
    rows = [[time if place % 7 else f"{time:%d-%m-%Y %H:%M}", one if place % 5 else f"{one}".replace(".", ","), two]
            for place, (time, one, two) in enumerate(wide())]
    book(park / "load.xlsx", {"Uitleg": [["zomaar een blad"]], "load": [["time", "f01", "f02"], *rows]})
    assert json.loads(product.succeeds("energy", "look", park, "--json")) == json.loads(expected)


def test_months_in_every_form_give_the_answer_of_a_table(product, park, expected):
    for month, rows in by_month(wide()).items():
        name = park / f"load-{['x', 'b', 'q', 'a', 'm', 'c', 'z', 'd', 'k', 'e', 'y', 'f'][month - 1]}"
        if month % 2:
            table(name.with_suffix(".csv"), ["time", "f01", "f02"], rows)
        else:
            book(name.with_suffix(".xlsx"), {"Blad1": [["time", "f01", "f02"], *rows]})
    assert json.loads(product.succeeds("energy", "look", park, "--json")) == json.loads(expected)


def test_months_per_connection_give_the_answer_of_a_table(product, park, expected):
    (park / "load/f02").mkdir(parents=True)
    for month, rows in by_month(wide()).items():
        book(park / f"load/f01-{month}.xlsx", {"Blad1": [["tijd", "kW"], *[[row[0], row[1]] for row in rows]]})
        table(park / f"load/f02/{month}.csv", ["tijd", "kWh"], [[row[0], row[2] / 4] for row in rows])
    assert json.loads(product.succeeds("energy", "look", park, "--json")) == json.loads(expected)


def test_overlap_that_differs_is_refused_with_both_places(product, park):
    table(park / "load-1.csv", ["time", "f01", "f02"], wide(0, 20_000))
    table(park / "load-2.csv", ["time", "f01", "f02"], wide(19_996))
    said = product.run("energy", "check", park).stderr
    assert "load-2.csv" in said and "load-1.csv" in said and "tellen één keer" in said
    rows = wide(19_996)
    rows[2][1] += 1
    table(park / "load-2.csv", ["time", "f01", "f02"], rows)
    assert_place_and_remedy(product.fails("energy", "check", park), "load-2.csv", "rij 3", "load-1.csv, rij 19999")


def test_a_column_and_a_file_of_its_own_give_the_answer_of_a_table(product, park, expected):
    """f01 stands in the table until July and in its own file from June on; the days that both have are equal."""
    rows = wide()
    table(park / "load.csv", ["time", "f01", "f02"], [[time, one if time.month < 7 else "", two] for time, one, two in rows])
    table(park / "load/f01.csv", ["tijd", "kWh"], [[time, one / 4] for time, one, _ in rows if time.month > 5])
    result = product.run("energy", "look", park, "--json")
    both, alone = json.loads(result.stdout), json.loads(expected)
    assert "tellen één keer" in result.stderr
    told = both["study"].pop("diagnostics"), alone["study"].pop("diagnostics")
    assert both == alone and len(told[0]) == len(told[1]) + 1
    # Of every step the tree says where it was read.
    tree = product.succeeds("energy", "explain", park, "blik/piek", "--json")
    assert "load.csv + load/f01.csv" in tree


def test_a_column_and_a_file_that_differ_are_refused(product, park):
    rows = wide()
    table(park / "load.csv", ["time", "f01", "f02"], rows)
    table(park / "load/f01.csv", ["tijd", "kW"], [[time, one + (place % 100 == 0)] for place, (time, one, _) in enumerate(rows[:1000])])
    said = product.fails("energy", "check", park)
    assert_place_and_remedy(said, "load/f01.csv", "f01", "10 waarde(n)", "in load.csv", "vanaf 2024-01-01 00:00")


@pytest.mark.parametrize("sheets, places", [
    ({"Uitleg": [["bron"], ["x"]], "meting": [["time", "f01"]]}, ["load.xlsx [Uitleg]", "meting", "load"]),
    ({"load": [["time", "f01", "f02"]]}, ["load.xlsx [load]", "geen rijen"]),
    ({"load": [["time", "f01", "f02"], *[[row[0], "5 kW" if place == 8 else row[1], row[2]] for place, row in enumerate(wide())]]},
     ["load.xlsx [load]", "rij 9", "f01"]),
    ({"load": [["time", "f01", "f02"], *wide(), wide(40, 41)[0]]}, ["load.xlsx [load]", "rij 35137", "vaker"]),
])
def test_broken_workbooks_are_refused(product, park, sheets, places):
    book(park / "load.xlsx", sheets)
    assert_place_and_remedy(product.fails("energy", "check", park), *places)
