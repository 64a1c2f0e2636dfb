"""`check`: exit codes that a script can rely on."""

import subprocess

from product import assert_place_and_remedy
from register_layout import IBIS_COLUMNS, PARKS


def test_the_example_has_no_errors(product, example):
    product.succeeds("check", example)


def test_a_missing_file_is_named(product, tmp_path):
    assert_place_and_remedy(product.fails("check", tmp_path / "weg.gpkg"), "weg.gpkg")


def test_a_file_that_is_no_register_is_named(product, tmp_path):
    path = tmp_path / "tekst.gpkg"
    path.write_text("dit is geen GeoPackage")
    assert_place_and_remedy(product.fails("check", path), "tekst.gpkg")


def test_a_broken_record_is_found(product, register):
    number, net, gross = (IBIS_COLUMNS[name] for name in ("RIN_NUMMER", "HA_NETTO", "HA_BRUTO"))
    park = f"(SELECT min({number}) FROM {PARKS})"
    change = f"UPDATE {PARKS} SET {net} = {gross} + 5 WHERE {number} = {park}"
    subprocess.run(["ogrinfo", "-q", register, "-sql", change], check=True, capture_output=True)
    assert_place_and_remedy(product.fails("check", register))
