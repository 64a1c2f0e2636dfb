"""`check`: exit codes that a script can rely on."""

import subprocess

from product import assert_place_and_remedy, rows
from register_layout import IBIS_COLUMNS, PARKS


def test_the_example_has_no_errors(product, example):
    product.succeeds("check", example)


def test_a_missing_file_is_named(product, tmp_path):
    assert_place_and_remedy(product.fails("check", tmp_path / "weg.gpkg"), "weg.gpkg")


def test_a_file_that_is_no_register_is_named(product, tmp_path):
    path = tmp_path / "tekst.gpkg"
    path.write_text("dit is geen GeoPackage")
    assert_place_and_remedy(product.fails("check", path), "tekst.gpkg")


def change(register, value):
    """Another program edits the net area of the first park; its number."""
    number, net = IBIS_COLUMNS["RIN_NUMMER"], IBIS_COLUMNS["HA_NETTO"]
    edit = f"UPDATE {PARKS} SET {net} = {value} WHERE {number} = (SELECT min({number}) FROM {PARKS})"
    subprocess.run(["ogrinfo", "-q", register, "-sql", edit], check=True, capture_output=True)
    return rows(register, f"SELECT min({number}) FROM {PARKS}")[0][0]


def test_a_doubtful_record_is_a_warning_with_place_and_remedy(product, register):
    park = change(register, f"{IBIS_COLUMNS['HA_BRUTO']} + 5")
    result = product.run("check", register)
    warnings = [line for line in result.stderr.splitlines() if line.startswith("waarschuwing: ")]
    assert result.returncode == 0 and len(warnings) == 1
    assert park in warnings[0] and "netto_ha" in warnings[0] and "importeer opnieuw" in warnings[0]


def test_an_impossible_record_is_an_error(product, register):
    change(register, "-5")
    assert_place_and_remedy(product.fails("check", register), "[werklocaties]", "netto_ha", "-5")
