"""`import`: real files arrive whole, broken ones are refused with a place and a remedy and change nothing."""

import re
from pathlib import Path

import pytest

from product import assert_place_and_remedy, contents, rows
from register_layout import IBIS_COLUMNS, PARKS_WITHOUT_OUTLINE

FOREIGN = sorted((Path(__file__).resolve().parents[3] / "shared/data/geopackage").glob("*.gpkg"))
HEADER = "RIN_NUMMER,JAAR,PLAN_NAAM,GEM_CODES,HA_BRUTO,HA_NETTO,HA_TOTTUIT,WLOC_TYPE"
GOOD_ROW = "999900001,2024,Testterrein,GM0772,10.5,8.25,1.5,B"
TOTALS_ROW = re.compile(r"^\| (GM\d{4}) \|[^|]+\|[^|]+\| (\d+) \| ([\d.]+) \| ([\d.]+) \| ([\d.]+) \|$", re.MULTILINE)


def csv(folder, *lines, name="terreinen.csv"):
    path = folder / name
    path.write_text("\n".join([*lines, ""]), encoding="utf-8")
    return path


def assert_refused(product, register, source, *places):
    before = contents(register)
    said = product.fails("import", source, "--into", register, "--as", "parks")
    assert_place_and_remedy(said, source.name, *places)
    assert contents(register) == before


@pytest.mark.parametrize("source", FOREIGN, ids=lambda path: path.stem)
def test_a_geopackage_without_parks_is_refused(product, register, source):
    assert_refused(product, register, source)


def test_wrong_columns_are_refused_with_the_way_out(product, register, tmp_path):
    source = csv(tmp_path, "naam,koffie", "Testterrein,3")
    assert_refused(product, register, source)
    assert "--mapping" in product.fails("import", source, "--into", register, "--as", "parks")


def test_an_unreadable_number_is_refused_with_its_row(product, register, tmp_path):
    source = csv(tmp_path, HEADER, GOOD_ROW, GOOD_ROW.replace("999900001", "999900002").replace("10.5", "tien"))
    assert_refused(product, register, source, "rij 2", "tien")


def test_an_empty_file_is_refused(product, register, tmp_path):
    assert_refused(product, register, csv(tmp_path, ""))


def test_a_dry_run_stores_nothing(product, register, tmp_path):
    before = contents(register)
    product.succeeds("import", csv(tmp_path, HEADER, GOOD_ROW), "--into", register, "--as", "parks", "--dry-run")
    assert contents(register) == before


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_dutch_spelling_is_read(product, tmp_path, encoding):
    source = tmp_path / "terreinen.csv"
    row = "999900001;2024;Café Één;GM0772;107,4000 ha;80,5 ha;0;B"
    source.write_bytes("\r\n".join([HEADER.replace(",", ";"), row, ""]).encode(encoding))
    into = tmp_path / "nieuw.gpkg"
    product.succeeds("import", source, "--into", into, "--as", "parks")
    columns = ", ".join(IBIS_COLUMNS[name] for name in ("RIN_NUMMER", "PLAN_NAAM", "HA_BRUTO", "HA_NETTO"))
    assert rows(into, f"SELECT {columns} FROM {PARKS_WITHOUT_OUTLINE}") == [("999900001", "Café Één", 107.4, 80.5)]


def test_real_parks_add_up_to_the_published_totals(product, shared, tmp_path):
    into = tmp_path / "ibis.gpkg"
    product.succeeds("import", shared / "parks/ibis-werklocaties-deel1.csv", "--into", into, "--as", "parks")
    municipality = IBIS_COLUMNS["GEM_CODES"]
    sums = ", ".join(f"sum(coalesce({IBIS_COLUMNS[name]}, 0))" for name in ("HA_BRUTO", "HA_NETTO", "HA_TOTTUIT"))
    query = f"SELECT {municipality}, count(*), {sums} FROM {PARKS_WITHOUT_OUTLINE} GROUP BY {municipality}"
    stored = {code: (count, *(f"{area:.2f}" for area in areas)) for code, count, *areas in rows(into, query)}
    published = TOTALS_ROW.findall((shared / "parks/README.md").read_text(encoding="utf-8"))
    assert len(published) == 22
    assert stored == {code: (int(count), *areas) for code, count, *areas in published}
