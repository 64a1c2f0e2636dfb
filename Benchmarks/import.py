"""Import of 3,800 parks with polygons, beside `ogr2ogr` that copies the same file to a GeoPackage."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from measuring import alternating, met, print_ratio, product, run
from register_layout import IBIS_COLUMNS, PARKS

ROUNDS = 5
TARGET_RATIO = 2.0
FORMATS = {"GeoJSON": "parks.geojson", "GPKG": "parks.gpkg"}


def write_sources(folder):
    """The parks of the example register as the national IBIS layer would offer them."""
    register = folder / "register.gpkg"
    run([product(), "example", register])
    columns = ", ".join(f"{ours} AS {ibis}" for ibis, ours in IBIS_COLUMNS.items())
    for driver, name in FORMATS.items():
        query = f'SELECT geom, {columns} FROM "{PARKS}"'
        run(["ogr2ogr", "-f", driver, "-nln", "parks", "-sql", query, folder / name, register])


def measure(folder, driver, name):
    source, ours, theirs = folder / name, folder / "ours.gpkg", folder / "theirs.gpkg"

    def clean():
        for path in [*folder.glob("ours.gpkg*"), *folder.glob("theirs.gpkg*")]:
            path.unlink()

    costs = alternating(
        ROUNDS, clean,
        [product(), "import", source, "--into", ours, "--as", "parks"],
        ["ogr2ogr", "-f", "GPKG", theirs, source],
    )
    ratio = print_ratio(f"Import van {driver}", costs[0], "ogr2ogr", costs[1])
    return met("verhouding", ratio, TARGET_RATIO, "x")


def main():
    with TemporaryDirectory() as name:
        folder = Path(name)
        write_sources(folder)
        results = [measure(folder, driver, file) for driver, file in FORMATS.items()]
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
