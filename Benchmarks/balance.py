"""Balance of the whole country, 3 horizons, 2 scenarios: loading beside `ogr2ogr` that reads the same parks into memory,
and the computation by itself, in processor time as the program reports it: `compute` is all of it after loading, `recompute`
the part of it that another parameter or plan asks for again."""

import re
import statistics
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from measuring import alternating, met, print_ratio, product, run
from register_layout import PARKS

ROUNDS = 7
TARGETS = {"load": 300.0, "compute": 100.0, "recompute": 20.0}  # ms of processor time
TIMING = re.compile(r"^timing: (\w+) ([0-9.]+) ms cpu", re.MULTILINE)


def balance(register):
    return [product(), "balance", register, "--horizon", "2030,2040,2050", "--scenario", "laag,hoog", "--json", "--timings"]


def timings(register):
    """Median per stage over the rounds."""
    rounds = [dict(TIMING.findall(run(balance(register)).stderr)) for _ in range(ROUNDS)]
    return {stage: statistics.median(float(each[stage]) for each in rounds) for stage in TARGETS}


def main():
    with TemporaryDirectory() as name:
        register = Path(name) / "register.gpkg"
        run([product(), "example", register])
        reading = ["ogr2ogr", "-f", "Memory", "parks", register, PARKS]
        ours, theirs = alternating(ROUNDS, lambda: None, balance(register), reading)
        stages = timings(register)
    print_ratio("Balans van het hele land, laden en rekenen", ours, "ogr2ogr (alleen laden)", theirs)
    print(f"Alleen laden: verhouding {stages['load'] / (1000 * theirs.cpu):.2f} met ogr2ogr")
    results = [met(stage, stages[stage], target, "ms cpu") for stage, target in TARGETS.items()]
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
