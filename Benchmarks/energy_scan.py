"""The year of 3,800 parks, hour by hour: `werklocaties energy scan` as the program reports it, beside the same sums in numpy,
vectorised over parks and hours. Needs `pip install numpy`."""

import json
import re
import statistics
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from measuring import Cost, met, print_ratio, product, run

try:
    import numpy as np
except ImportError as missing:
    print(f"Overgeslagen: {missing}. Nodig: pip install numpy")
    sys.exit(0)

ROUNDS = 5
HOURS, KINDS = 8760, 4
TARGET = 5.0  # times less processor time than numpy
COMPUTE = re.compile(r"^timing: compute ([0-9.]+) ms cpu", re.MULTILINE)
PARKS_AT_A_TIME = 256  # what fits in the cache: numpy is given its best


def vectorised(powers, solar, shapes, sun):
    """Peak, import, and both peaks with panels, per park."""
    answers = []
    for first in range(0, len(solar), PARKS_AT_A_TIME):
        load = powers[first:first + PARKS_AT_A_TIME] @ shapes
        net = load - solar[first:first + PARKS_AT_A_TIME, None] * sun
        answers.append(np.stack([
            load.max(axis=1), np.maximum(net, 0).sum(axis=1), net.max(axis=1), net.min(axis=1)]))
    return np.concatenate(answers, axis=1)


def peer(parks):
    """The least processor time of a few rounds, on parks of the sizes that the program found."""
    draw = np.random.default_rng(1)
    hour = np.arange(HOURS) % 24
    shapes = np.stack([1 + 0.3 * kind * np.sin((hour - 8) / 12 * np.pi) for kind in range(KINDS)])
    sun = np.maximum(0, np.sin((hour - 6) / 12 * np.pi)) * 0.3
    mean = np.array([park["figures"]["electricity"]["value"] for park in parks]) / HOURS
    powers = draw.dirichlet(np.ones(KINDS), len(parks)) * mean[:, None]
    solar = np.array([park["figures"]["solar"]["value"] for park in parks])
    used = []
    for _ in range(ROUNDS):
        start = time.process_time()
        vectorised(powers, solar, shapes, sun)
        used.append(time.process_time() - start)
    return min(used)


def main():
    with TemporaryDirectory() as name:
        register = Path(name) / "register.gpkg"
        run([product(), "example", register])
        command = [product(), "energy", "scan", register, "--json", "--timings"]
        answers = [run(command) for _ in range(ROUNDS)]
    parks = json.loads(answers[0].stdout)["parks"]
    ours = statistics.median(float(COMPUTE.search(answer.stderr).group(1)) for answer in answers) / 1000
    used = peer(parks)
    # All of the use-case: sectors, shapes, hours, rights, ranking and bands; of numpy the hours alone.
    print_ratio(f"Energiescan van {len(parks)} terreinen, het hele antwoord", Cost(ours, ours), "numpy, alleen de uren",
                Cost(used, used))
    return 0 if met("aandeel van numpy", ours / used, 1 / TARGET, "") else 1


if __name__ == "__main__":
    sys.exit(main())
