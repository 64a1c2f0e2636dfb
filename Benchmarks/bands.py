"""Forecast bands, 10,000 draws x 40 regions x 20 sectors x 30 years with five quantiles per region and year, beside a chunked
numpy program of the same model (bands_peer.py). Both must give the same figures within what sampling allows.

What bounds ours is arithmetic: eight steps of (draw, region, sector, year) take about 105 operations on vectors of 256 bits, 40 of
them for Philox, 45 for a normal number, 15 for the exponential and 6 for sums, so at least 35 to 50 cycles on the two or three units
that can do them; measured on a core that others used too, some 24 ns. Not memory: 60 kB per block of draws, 48 MB of results
written once."""

import os
import re
import sys
from pathlib import Path

from measuring import alternating, met, print_ratio, product, run

ROUNDS = 5
SIZES = ["10000", "40", "20", "30"]
THREADS = "2"
TARGETS = {"wall": 0.20, "cpu": 0.40}  # of the peer's
TARGET_MEMORY = 300.0  # MiB
TARGET_COUNTRY = 300.0  # ms cpu: 1,000 draws of the country, three decades
PEER = Path(__file__).with_name("bands_peer.py")
TIMING = re.compile(r"^timing: \w+ ([0-9.]+) ms cpu", re.MULTILINE)
LARGEST_DIFFERENCE = 0.04  # of the width from P5 to P95: some four standard errors of the difference of two outer quantiles
PYTHON = os.environ.get("WERKLOCATIES_NUMPY_PYTHON", sys.executable)


def measurement(sizes, threads=THREADS, *what):
    return [Path(product()).with_name("bands-measurement"), *sizes, threads, *what]


def build():
    if not measurement(SIZES)[0].exists():
        run(["swift", "build", "-c", "release", "--product", "bands-measurement"])


def figures(command):
    """The numbers of the last line."""
    return [float(text) for text in re.findall(r"-?\d+\.\d+", run(command).stdout.splitlines()[-1])]


def agree(ours, theirs):
    """Whether mean and quantiles agree, against the width from P5 to P95; the chance of a shortage is compared by itself."""
    pairs = list(zip(ours[:-1], theirs[:-1], strict=True))
    worst = max(abs(one - other) for one, other in pairs) / (theirs[-2] - theirs[1])
    chance = abs(ours[-1] - theirs[-1])
    print(f"  grootste verschil met numpy: {100 * worst:.1f} % van P5 tot P95, {chance:.4f} in kans op tekort")
    return worst <= LARGEST_DIFFERENCE and chance <= LARGEST_DIFFERENCE


def memory(command):
    """Largest resident memory of a command, MiB."""
    said = run(["/usr/bin/env", PYTHON, "-c", MEASURE_MEMORY, *map(str, command)]).stdout
    return float(said) / 1024


MEASURE_MEMORY = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def drawing_and_summary(sizes):
    return sum(float(text) for text in TIMING.findall(run(measurement(sizes, "1")).stdout))


def print_growth():
    """Processor time where one size is doubled; linear growth is a factor of two."""
    base = [2000, 20, 10, 30]
    cost = min(drawing_and_summary(map(str, base)) for _ in range(3))
    print(f"Groei met de omvang: {' x '.join(map(str, base))} kost {cost:.0f} ms cpu")
    for place, name in [(0, "trekkingen"), (1, "regio's"), (2, "sectoren"), (3, "jaren")]:
        sizes = [2 * size if place == index else size for index, size in enumerate(base)]
        double = min(drawing_and_summary(map(str, sizes)) for _ in range(3))
        print(f"  tweemaal zoveel {name}: {double:.0f} ms, factor {double / cost:.2f}")


def main():
    build()
    peer = [PYTHON, PEER, *SIZES]
    good = agree(figures(measurement(SIZES)), figures(peer))
    ours, theirs = alternating(ROUNDS, lambda: None, measurement(SIZES), peer)
    cpu = print_ratio("Bandbreedte van het hele land", ours, "numpy", theirs)
    country = min(drawing_and_summary(["1000", "40", "20", "30"]) for _ in range(ROUNDS))
    print_growth()
    results = [
        good,
        met("verhouding in cpu", cpu, TARGETS["cpu"], "x"),
        met("verhouding in wachttijd", ours.wall / theirs.wall, TARGETS["wall"], "x"),
        met("geheugen", memory(measurement(SIZES)), TARGET_MEMORY, "MiB"),
        met("1.000 trekkingen van het land", country, TARGET_COUNTRY, "ms cpu"),
    ]
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
