"""The example register: other programs open it, and the same seed gives the same answer."""

import subprocess

from product import assert_valid_geopackage, rows
from register_layout import PARKS

PARKS_IN_EXAMPLE = 3800


def balance_of_new_example(product, folder):
    folder.mkdir()
    product.succeeds("example", "register.gpkg", folder=folder)
    assert [path.name for path in folder.iterdir()] == ["register.gpkg"], "no write-ahead log is left behind"
    return product.succeeds("balance", "register.gpkg", "--json", folder=folder)


def test_gdal_opens_the_example(example):
    result = subprocess.run(["ogrinfo", "-ro", "-so", example, PARKS], capture_output=True, text=True, check=True)
    assert f"Feature Count: {PARKS_IN_EXAMPLE}" in result.stdout
    assert 'ID["EPSG",28992]' in result.stdout


def test_pdok_validator_accepts_the_example(example):
    assert_valid_geopackage(example)


def test_the_same_seed_gives_the_same_balance(product, tmp_path):
    first = balance_of_new_example(product, tmp_path / "first")
    assert first == balance_of_new_example(product, tmp_path / "second")


def test_every_park_has_a_polygon(example):
    assert rows(example, f'SELECT count(*) FROM "{PARKS}" WHERE geom IS NULL') == [(0,)]


def test_an_existing_file_is_not_overwritten(product, register):
    before = register.read_bytes()
    product.fails("example", register)
    assert register.read_bytes() == before
