"""What a command costs, measured by the system: wall time and processor time of the process and its children."""

import os
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass


@dataclass(frozen=True)
class Cost:
    wall: float  # seconds
    cpu: float  # seconds, user and system together


def product():
    """The program that ./bench has built."""
    return os.environ["WERKLOCATIES_BIN"]


def run(command, **options):
    """Runs a preparing command quietly; a failure ends the measurement with what the command said."""
    result = subprocess.run(command, capture_output=True, text=True, **options)
    if result.returncode != 0:
        sys.exit(f"Mislukt: {' '.join(map(str, command))}\n{result.stderr}")
    return result


def cost(command):
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    said = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    if status != 0:
        sys.exit(f"Mislukt: {' '.join(map(str, command))}\n{said}")
    return Cost(wall, usage.ru_utime + usage.ru_stime)


def median(costs):
    return Cost(statistics.median(c.wall for c in costs), statistics.median(c.cpu for c in costs))


def alternating(rounds, prepare, *commands):
    """Median costs of the commands, run in turns so that a busy moment of the machine hits them all."""
    costs = [[] for _ in commands]
    for _ in range(rounds):
        for mine, command in zip(costs, commands):
            prepare()
            mine.append(cost(command))
    return [median(mine) for mine in costs]


def print_ratio(title, ours, name, peer):
    """Prints both costs and returns the ratio in processor time, the figure that a busy machine disturbs least."""
    ratio = ours.cpu / peer.cpu
    print(f"{title}: werklocaties {ours.cpu:.3f} s cpu ({ours.wall:.3f} s), "
          f"{name} {peer.cpu:.3f} s cpu ({peer.wall:.3f} s), verhouding {ratio:.2f}")
    return ratio


def met(title, value, target, unit):
    """Prints whether a measured value stays within its target."""
    good = value <= target
    print(f"  {title}: {value:.2f} {unit}, doel ten hoogste {target:g} {unit}: {'gehaald' if good else 'NIET GEHAALD'}")
    return good
