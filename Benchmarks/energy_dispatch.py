"""Dispatch of a battery over a year beside HiGHS on the same linear programme, in processor time, and equality of the least cost
on thousands of random problems. Opt-in: without `highspy`, `numpy` and `scipy` it says so and measures nothing."""

import subprocess
import sys
import time
from pathlib import Path

from measuring import product, run

try:
    import highspy
    import numpy as np
    from scipy.sparse import coo_matrix
except ImportError as missing:
    print(f"Overgeslagen: {missing.name} ontbreekt (pip install highspy numpy scipy).")
    sys.exit(0)

INSTANCES = 3000
PRECISION = 1e-7
RATIO = 200
FRONTIER = 0.001  # processor seconds of the whole curve


def probe():
    """The program that answers problems as lines of numbers; a target of the package."""
    program = Path(product()).with_name("energy-probe")
    if not program.exists():
        run(["swift", "build", "-c", "release", "--product", "energy-probe"])
    return program


def small(random):
    n = int(random.integers(1, 40))
    into = random.uniform(0, 0.4, n) if random.random() < 0.7 else np.round(random.uniform(0, 0.4, n), 1)
    return {
        "hours": random.choice([0.25, 1.0]), "E": random.choice([0, 5, 20, 100, 1000]) * random.uniform(0.5, 1.5),
        "Bc": random.uniform(0, 30), "Bd": random.uniform(0, 30), "ec": random.uniform(0.8, 1),
        "ed": random.uniform(0.8, 1), "h": random.choice([0, 0, 0.001, 0.05]), "w": random.choice([0, 0.01, 0.03]),
        "L": random.uniform(0, 50, n), "V": random.uniform(0, 60, n) * (random.random(n) < 0.5), "ci": into,
        "ce": into - random.uniform(0, 0.3, n), "U": np.full(n, random.uniform(35, 75)),
        "X": np.full(n, random.uniform(0, 50)),
    }


def year(per_hour):
    random = np.random.default_rng(7)
    hour = np.arange(8760 * per_hour) / per_hour
    day, season = hour % 24, np.cos(2 * np.pi * hour / 8760)
    noise = random.normal(0, 40, len(hour))
    price = 0.08 + 0.05 * np.sin(2 * np.pi * (day - 2) / 12) + 0.03 * season
    price = price + np.repeat(random.uniform(-0.02, 0.02, 8760), per_hour)
    work = np.where((day > 6) & (day < 18), 450 * np.sin(np.pi * (day - 6) / 12), 0)
    sun = np.maximum(0, (1200 - 700 * season) * np.sin(np.pi * (day - 6) / 12)) * random.uniform(0.3, 1, len(hour))
    same = np.ones(len(hour))
    return {
        "hours": 1 / per_hour, "E": 2000.0, "Bc": 1000.0, "Bd": 1000.0, "ec": 0.95, "ed": 0.95, "h": 0.0, "w": 0.01,
        "L": np.maximum(50, 700 + work + 100 * season + noise), "V": sun, "ci": price + 0.06, "ce": price - 0.01,
        "U": 1400 * same, "X": 800 * same,
    }


def line(p, repeats):
    head = [len(p["L"])] + [p[k] for k in ("hours", "E", "Bc", "Bd", "ec", "ed", "h", "w")] + [repeats]
    body = np.stack([p[k] for k in ("L", "V", "ci", "ce", "U", "X")], axis=1).ravel()
    return " ".join(repr(float(v)) if i else str(v) for i, v in enumerate(head)) + " " + " ".join(map(repr, map(float, body)))


def highs(p):
    """Least cost and processor seconds of building and solving; None when infeasible."""
    start = time.process_time()
    n, dt = len(p["L"]), p["hours"]
    t = np.arange(n)
    ones = np.ones(n)
    g, x, v, c, d, s = (k * n + t for k in range(6))
    parts = [(t, g, ones), (t, x, -ones), (t, v, ones), (t, d, ones), (t, c, -ones)]
    parts += [(n + t, s[(t + 1) % n], ones), (n + t, s, -((1 - p["h"]) ** dt) * ones)]
    parts += [(n + t, c, -p["ec"] * dt * ones), (n + t, d, dt / p["ed"] * ones)]
    rows, columns, values = (np.concatenate(each) for each in zip(*parts))
    matrix = coo_matrix((values, (rows, columns)), shape=(2 * n, 6 * n)).tocsc()
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = 6 * n, 2 * n
    lp.col_cost_ = np.concatenate([dt * p["ci"], -dt * p["ce"], 0 * ones, 0 * ones, dt * p["w"] * ones, 0 * ones])
    lp.col_lower_ = np.zeros(6 * n)
    lp.col_upper_ = np.concatenate([p["U"], p["X"], p["V"], p["Bc"] * ones, p["Bd"] * ones, p["E"] * ones])
    lp.row_lower_ = lp.row_upper_ = np.concatenate([p["L"], 0 * ones])
    lp.a_matrix_.start_, lp.a_matrix_.index_, lp.a_matrix_.value_ = matrix.indptr, matrix.indices, matrix.data
    model = highspy.Highs()
    model.setOptionValue("output_flag", False)
    model.setOptionValue("threads", 1)
    model.passModel(lp)
    model.run()
    if model.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None, time.process_time() - start
    return model.getObjectiveValue(), time.process_time() - start


def answers(probe, problems, repeats):
    text = "\n".join(line(p, repeats) for p in problems) + "\n"
    return subprocess.run([probe], input=text, capture_output=True, text=True, check=True).stdout.splitlines()


def equal(probe):
    random = np.random.default_rng(1)
    problems = [small(random) for _ in range(INSTANCES)]
    worst, wrong, infeasible = 0.0, 0, 0
    for p, answer in zip(problems, answers(probe, problems, 1), strict=True):
        expected, words = highs(p)[0], answer.split()
        if expected is None or words[0] != "plan":
            infeasible += 1
            wrong += (expected is None) != (words[0] == "shortfall")
            continue
        difference = abs(float(words[1]) - expected) / max(1, abs(expected))
        worst = max(worst, difference)
        wrong += difference > PRECISION
    print(f"{INSTANCES} vraagstukken: {infeasible} onmogelijk, grootste verschil {worst:.1e}, fout {wrong}")
    return wrong == 0


def fast(probe, per_hour):
    p = year(per_hour)
    expected, theirs = highs(p)
    _, cost, bound, ours, point, curve = answers(probe, [p], 7)[0].split()
    ratio = theirs / float(ours)
    difference = abs(float(cost) - expected) / abs(expected)
    print(
        f"{len(p['L'])} stappen: {1000 * float(ours):.1f} ms, HiGHS {1000 * theirs:.0f} ms, verhouding {ratio:.0f}, "
        f"verschil {difference:.1e}, gat {float(cost) - float(bound):.1e}; "
        f"afruilpunt {1000 * float(point):.3f} ms, kromme van 64 {1000 * float(curve):.1f} ms")
    return ratio >= RATIO and difference < PRECISION and float(curve) < FRONTIER


def main():
    program = probe()
    results = [equal(program), fast(program, 1), fast(program, 4)]
    return 0 if all(results) else 1


sys.exit(main())
