"""`energy`: every form of input, what is refused of it, the template, the stored file, and real series."""

import csv
import datetime
import json
import os
import shutil
import zipfile

import openpyxl
import pytest
from product import assert_place_and_remedy

STEPS = 35040  # quarters of 2018, 2025 and every year that is no leap year
SECRET = "vier woorden op een rij"
CODE = "871685900012345674"


def quarters(year, hours=False):
    """The starts of a Dutch year as UTC texts."""
    start = datetime.datetime(year - 1, 12, 31, 23)
    step = datetime.timedelta(hours=1) if hours else datetime.timedelta(minutes=15)
    return [(start + place * step).strftime("%Y-%m-%dT%H:%MZ") for place in range(STEPS // (4 if hours else 1))]


def table(path, columns, rows):
    with path.open("w", newline="") as file:
        csv.writer(file).writerows([columns, *rows])


@pytest.fixture
def park(tmp_path):
    """A park of one connection without a series yet."""
    folder = tmp_path / "park"
    (folder / "load").mkdir(parents=True)
    table(folder / "connections.csv", ["id", "ean", "contract_kw", "feed_in_kw"], [["f01", CODE, 800, 100]])
    table(folder / "series.csv", ["time", "price"], [[time, 50 + place % 40] for place, time in enumerate(quarters(2025))])
    return folder


def answer(product, command, *arguments):
    return json.loads(product.succeeds("energy", command, *arguments, "--json"))


def with_key(product, key, *arguments):
    """Runs with a passphrase in the environment."""
    old = os.environ.pop("WERKLOCATIES_SLEUTEL", None)
    if key:
        os.environ["WERKLOCATIES_SLEUTEL"] = key
    try:
        return product.run(*arguments)
    finally:
        os.environ.pop("WERKLOCATIES_SLEUTEL", None)
        if old:
            os.environ["WERKLOCATIES_SLEUTEL"] = old


def test_one_series_in_every_form_gives_one_answer(product, park, tmp_path):
    """Offtake of 10, 20, 30 kW and feed-in of 4 kW now and then: as power, energy per quarter, counters, long and by register."""
    times = quarters(2025)
    offtake = [10 * (place % 3 + 1) for place in range(STEPS)]
    feed_in = [4 if place % 5 == 0 else 0 for place in range(STEPS)]
    net = [use - back for use, back in zip(offtake, feed_in)]
    tariff = [1 if place % 96 < 28 else 2 for place in range(STEPS)]

    counts, counters = [100.0, 200.0, 5.0, 7.0], []
    for place, time in enumerate([*times, "2025-12-31T23:00Z"]):
        counters.append([time, *[f"{count:.3f}" for count in counts], 9999])
        if place < STEPS:
            counts[tariff[place] - 1] += offtake[place] / 4
            counts[tariff[place] + 1] += feed_in[place] / 4
    forms = {
        "load.csv": (["time", "f01"], [[time, value] for time, value in zip(times, net)]),
        "load/f01.csv": (["time", "Import T1 kWh", "Import T2 kWh", "Export T1 kWh", "Export T2 kWh", "L1 max W"], counters),
        f"load/{CODE}.csv": (
            ["datum_tijd", "levering_kwh", "teruglevering_kwh"],
            [[time, use / 4, back / 4] for time, use, back in zip(times, offtake, feed_in)],
        ),
        "load/alles.csv": (
            ["EAN-code", "Van (datum)", "Van (tijdstip)", "Register", "Volume", "Eenheid"],
            [row for place, time in enumerate(times) for row in (
                [CODE, time[:10], time[11:], f"Afname {'Nacht' if tariff[place] == 1 else 'Dag'}", offtake[place] / 4, "kWh"],
                [CODE, time[:10], time[11:], "Injectie Dag", feed_in[place] / 4, "kWh"],
            )],
        ),
    }
    found = []
    for name, (columns, rows) in forms.items():
        folder = shutil.copytree(park, tmp_path / name.replace("/", "-"))
        table(folder / name, columns, rows)
        (folder / "parameters.yaml").write_text("name: park\n")
        look = answer(product, "look", folder)
        found.append((look["peak"], round(look["annual"], 3), look["peakTime"], look["monthlyPeaks"]))
    assert found[0][0] == 30 and found[0][1] == pytest.approx(sum(net) / 4)
    assert all(other == found[0] for other in found)


def test_the_template_is_complete_and_readable(product, tmp_path):
    said = product.succeeds("energy", "template", tmp_path / "nieuw")
    assert "connections.xlsx" in said
    with zipfile.ZipFile(tmp_path / "nieuw/connections.xlsx") as book:
        text = book.read("xl/sharedStrings.xml").decode()
    for column in ["ean", "operator", "block_hours", "planned_battery_kwh", "purpose", "EAN-code"]:
        assert column in text
    header = (tmp_path / "nieuw/csv/connections.csv").read_text().strip().split(",")
    assert len(header) == len(set(header)) > 30
    assert_place_and_remedy(product.fails("energy", "check", tmp_path / "nieuw"), "connections.xlsx", "geen aansluitingen")
    assert_place_and_remedy(product.fails("energy", "check", tmp_path / "nieuw/csv"), "load.csv")
    assert_place_and_remedy(product.fails("energy", "template", tmp_path / "nieuw"), "connections.csv")
    product.succeeds("energy", "template", tmp_path / "nieuw", "--overwrite", "--language", "en")


def test_a_filled_template_is_read_back(product, tmp_path):
    """Every sheet of the workbook filled in as its header says, and nothing beside it."""
    product.succeeds("energy", "template", tmp_path / "nieuw")
    path = tmp_path / "nieuw/connections.xlsx"
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["connections", "consents", "load", "series", "uitleg"]
    assert [cell.value for cell in book["load"][1]] == ["time", "f01"] and book["load"].max_row == 1
    told = {(row[0].value, row[1].value) for row in book["uitleg"].iter_rows(min_row=2)}
    for name in book.sheetnames[:4]:
        assert {(name, cell.value) for cell in book[name][1]} <= told

    def fill(sheet, row):
        book[sheet].append([row.get(cell.value) for cell in book[sheet][1]])

    fill("connections", {"id": "f01", "name": "Bakkerij", "contract_kw": 60, "roof": "zuid", "roof_max_kw": 20})
    start = datetime.datetime(2025, 1, 1)
    for hour in range(8760):
        time = start + hour * datetime.timedelta(hours=1)
        fill("load", {"time": time, "f01": 20 + hour % 24})
        fill("series", {"time": time, "price": 50 + hour % 7, "zuid": 0.5 if 9 <= hour % 24 < 16 else 0})
    book.save(path)
    (tmp_path / "nieuw/parameters.yaml").write_text("clock: utc\n")
    checked = answer(product, "check", tmp_path / "nieuw")
    (line,) = checked["connections"]
    assert (line["id"], line["peak"], line["annual"]) == ("f01", 43, sum(20 + hour % 24 for hour in range(8760)))
    assert checked["roofs"][0]["fullLoadHours"] == 365 * 7 * 0.5 and checked["study"]["steps"] == 8760


def test_rights_and_assets_are_shown(product, park):
    table(
        park / "connections.csv",
        ["id", "ean", "operator", "contract_kw", "block_kw", "block_hours", "variable_kw", "pv_kwp", "planned_battery_kwh",
         "planned_year", "annual_kwh"],
        [["f01", CODE, "Liander", 100, 50, "22:00-06:00 ma-vr", 25, 60, 200, 2027, 100000]],
    )
    said = product.succeeds("energy", "check", park)
    for words in [CODE, "Liander", "22:00-06:00 ma,di,wo,do,vr", "25 kW variabel", "zon 60 kWp", "gepland 2027"]:
        assert words in said, words
    line = answer(product, "check", park)["connections"][0]
    assert len(line["rights"]) == 2 and len(line["assets"]) == 2


@pytest.mark.parametrize("spoil, places", [
    (lambda rows: [["onbekend", "kolommen"], ["1", "2"]], ["load/f01.csv"]),
    (lambda rows: [["tijd", "kW"], *rows[:100], *rows[3000:]], ["f01", "ontbreken te veel"]),
    (lambda rows: [["tijd", "kW"], *rows, rows[7]], ["load/f01.csv", "rij 35041", "vaker"]),
    (lambda rows: [["tijd", "kW"], *[[time, "veel" if place == 4 else value] for place, (time, value) in enumerate(rows)]],
     ["load/f01.csv", "rij 5", "geen getal"]),
    (lambda rows: [["tijd", "kW"], *[[time[:10], value] for time, value in rows]], ["load/f01.csv", "tijd is niet te lezen"]),
    (lambda rows: [["tijd", "kWh"], *rows[::96]], ["load/f01.csv", "meer dan een uur"]),
    (lambda rows: [["tijd", "1.8.0"], *[[time, 9999 - place if place > 20000 else place] for place, (time, _) in enumerate(rows)]],
     ["f01"]),
])
def test_broken_meter_files_are_refused(product, park, spoil, places):
    rows = [[time, place % 7] for place, time in enumerate(quarters(2025))]
    spoiled = spoil(rows)
    table(park / "load/f01.csv", spoiled[0], spoiled[1:])
    if spoiled[0][-1] == "1.8.0":  # Falls half the year: no counter, so far too much energy, above the contract.
        assert "boven het gecontracteerde vermogen" in product.run("energy", "check", park).stderr
    else:
        assert_place_and_remedy(product.fails("energy", "check", park), *places)


def test_a_stored_study_gives_the_same_answers(product, tmp_path):
    path = tmp_path / "voorbeeld.wlenergie"
    said = product.succeeds("energy", "store", "--into", path)
    assert "leesbaar voor iedereen" in said
    assert path.stat().st_size < 10 * 140_400 + 3 * 280_320 + 10_000
    for command in ["check", "look", "frontier", "dispatch", "size", "group"]:
        assert product.succeeds("energy", command, path, "--json") == product.succeeds("energy", command, "--json"), command
    assert_place_and_remedy(product.fails("energy", "store", "--into", path), "voorbeeld.wlenergie", "bestaat al")
    again = tmp_path / "nogmaals.wlenergie"
    product.succeeds("energy", "store", path, "--into", again)
    assert again.read_bytes() == path.read_bytes()


def test_a_confidential_study_is_sealed_or_refused(product, park, tmp_path):
    table(park / "load/f01.csv", ["tijd", "kW"], [[time, place % 7] for place, time in enumerate(quarters(2025))])
    path, key = tmp_path / "park.wlenergie", tmp_path / "sleutel.txt"
    refused = with_key(product, None, "energy", "store", park, "--into", path)
    assert refused.returncode > 0 and "vertrouwelijk" in refused.stderr and not path.exists()
    assert with_key(product, "kort", "energy", "store", park, "--into", path).returncode > 0 and not path.exists()
    done = with_key(product, SECRET, "energy", "store", park, "--into", path)
    assert done.returncode == 0 and "versleuteld" in done.stdout
    assert path.stat().st_size < 140_400 + 280_320 + 5_000
    assert CODE.encode() not in path.read_bytes()

    assert "geen sleutel" in with_key(product, None, "energy", "look", path).stderr
    assert "sleutel past niet" in with_key(product, "een heel andere zin", "energy", "look", path).stderr
    key.write_text(SECRET + "\n")
    look = product.succeeds("energy", "look", path, "--key-file", key, "--json")
    assert json.loads(look)["peak"] == 6
    bad = bytearray(path.read_bytes())
    bad[len(bad) // 2] ^= 1
    path.write_bytes(bad)
    said = product.fails("energy", "look", path, "--key-file", key)
    assert_place_and_remedy(said, "park.wlenergie", "veranderd")
    (park / "parameters.yaml").write_text("confidential: false\n")
    assert "leesbaar" in with_key(product, None, "energy", "store", park, "--into", tmp_path / "open.wlenergie").stdout


def test_figures_of_members_are_called_confidential(product, park):
    table(park / "load/f01.csv", ["tijd", "kW"], [[time, place % 7] for place, time in enumerate(quarters(2025))])
    for command in ["check", "look", "size"]:
        result = product.run("energy", command, park)
        assert "Vertrouwelijk" in result.stdout and "Vertrouwelijk" in result.stderr
        assert "Vertrouwelijk" not in product.succeeds("energy", command)
    said = product.fails("energy", "dispatch", park, "--csv")
    assert_place_and_remedy(said, "bijna dat van één lid", "--own-use")
    assert product.succeeds("energy", "dispatch", park, "--csv", "--own-use").count("\n") == STEPS + 1


# Real series


def test_the_steel_works(product, shared, tmp_path):
    """Local time, day first, a time names the end of its quarter, the last of a day is 00:00 of the same date."""
    source = shared / "energy/staalbedrijf-kwartier-2018.csv"
    if not source.exists():
        pytest.skip("geen staalbedrijf")
    folder = tmp_path / "staal"
    (folder / "load").mkdir(parents=True)
    with source.open() as file:
        rows = list(csv.DictReader(file))
    time, use = list(rows[0])[0], next(name for name in rows[0] if "kwh" in name.lower())
    table(folder / "load/staal.csv", ["time", "kWh"], [[row[time], row[use]] for row in rows])
    table(folder / "connections.csv", ["id", "contract_kw", "annual_kwh"], [["staal", 700, 959636.71]])
    table(folder / "series.csv", ["price"], [[60 + place % 50] for place in range(STEPS)])
    (folder / "parameters.yaml").write_text("load_label: end\nclock: utc\nyear: 2018\n")
    look = answer(product, "look", folder)
    assert look["annual"] == pytest.approx(959_636.71, rel=1e-5) and look["peak"] == pytest.approx(628.72, rel=1e-5)
    assert abs(answer(product, "size", folder)["answer"]["proof"]["gap"]) < 1e-6


def test_a_part_of_the_standard_profiles_is_no_year(product, shared, park):
    source = shared / "energy/standaardprofielen-e1a-e4a-kwartier.csv"
    if not source.exists():
        pytest.skip("geen standaardprofielen")
    lines = source.read_text().splitlines()
    (park / "profiles.csv").write_text("\n".join(["time" + lines[0][lines[0].index(","):], *lines[1:]]) + "\n")
    name = next(name for name in lines[0].split(",") if "E3A" in name.upper())
    table(park / "connections.csv", ["id", "contract_kw", "annual_kwh", "profile"], [["f01", 100, 100000, name]])
    assert_place_and_remedy(product.fails("energy", "check", park), "profiles.csv", "ontbreken")
