"""Load flow of a feeder of 200 nodes over 8,760 hours: our whole program beside power-grid-model, whose time counts the
computation only. Needs `pip install power-grid-model numpy`."""

import csv
import json
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from measuring import Cost, cost, met, print_ratio, product, run

try:
    import numpy as np
    from power_grid_model import CalculationMethod, LoadGenType, PowerGridModel, initialize_array
except ImportError as missing:
    print(f"Overgeslagen: {missing}. Nodig: pip install power-grid-model numpy")
    sys.exit(0)

NODES, STEPS, KILOVOLTS, RATED = 200, 8760, 10.5, 200.0
TANGENT = 0.2  # reactive over active power
ACCURACY = 1e-8
TARGET = 15.0


def feeder(seed=1):
    """Per node the node that feeds it, its cable (Ω, Ω, F) and its load (kW, kvar per hour)."""
    draw = np.random.default_rng(seed)
    parent = np.array([0] + [int(draw.integers(max(0, node - 6), node)) for node in range(1, NODES)])
    length = draw.uniform(0.1, 0.6, NODES)
    hour = np.arange(STEPS) % 24
    active = draw.uniform(2, 25, NODES)[:, None] * (1 + 0.5 * np.sin((hour - 8) / 12 * np.pi))
    active = active * (0.8 + 0.4 * draw.random((NODES, STEPS)))
    active -= (draw.random(NODES) < 0.3)[:, None] * 60 * np.maximum(0, np.sin((hour - 6) / 12 * np.pi))
    # A study keeps its loads in 32 bits: the peer gets the same numbers. What feeds in gives no reactive power.
    active = active.astype(np.float32).astype(float)
    active[0] = 0
    return parent, 0.2 * length, 0.09 * length, 0.35e-6 * length, active, TANGENT * np.maximum(active, 0)


def write(folder, parent, resistance, reactance, capacitance, active):
    """The folder of a study with a feeder, and one with the power factor."""
    with open(folder / "feeder.csv", "w", newline="") as file:
        out = csv.writer(file)
        out.writerow(["from", "to", "resistance_ohm", "reactance_ohm", "susceptance_s", "rated_a"])
        for node in range(1, NODES):
            susceptance = 2 * np.pi * 50 * capacitance[node]
            out.writerow([f"n{parent[node]}", f"n{node}", *map(repr, map(float, (
                resistance[node], reactance[node], susceptance, RATED)))])
    names = [f"n{node}" for node in range(1, NODES)]
    (folder / "connections.csv").write_text("id,contract_kw\n" + "".join(f"{name},200\n" for name in names))
    np.savetxt(folder / "load.csv", active[1:].T, fmt="%.9g", delimiter=",", header=",".join(names), comments="")
    (folder / "series.csv").write_text("price\n" + "80\n" * STEPS)
    (folder / "parameters.yaml").write_text("name: streng\n")
    own = folder / "own" / "energy-grid"
    own.mkdir(parents=True)
    (own / "power-factor.yaml").write_text(
        'label: {nl: "arbeidsfactor", en: "power factor"}\nunit: factor\nkind: assumption\nvalues:\n'
        f"  2000-01-01: {{value: {float(1 / np.hypot(1, TANGENT))!r}, source: assumption}}\n")


def power_grid_model(parent, resistance, reactance, capacitance, active, reactive):
    """Voltages, currents, losses (kW) and processor time."""
    numbers = np.arange(1, NODES)
    node = initialize_array("input", "node", NODES)
    node["id"], node["u_rated"] = np.arange(NODES), KILOVOLTS * 1e3
    line = initialize_array("input", "line", NODES - 1)
    line["id"], line["from_node"], line["to_node"] = 1000 + numbers, parent[1:], numbers
    line["from_status"], line["to_status"], line["i_n"], line["tan1"] = 1, 1, RATED, 0
    line["r1"], line["x1"], line["c1"] = resistance[1:], reactance[1:], capacitance[1:]
    load = initialize_array("input", "sym_load", NODES - 1)
    load["id"], load["node"], load["status"], load["type"] = 5000 + numbers, numbers, 1, LoadGenType.const_power
    load["p_specified"], load["q_specified"] = 0, 0
    source = initialize_array("input", "source", 1)
    source["id"], source["node"], source["status"], source["u_ref"], source["sk"] = 9000, 0, 1, 1.0, 1e20
    model = PowerGridModel({"node": node, "line": line, "sym_load": load, "source": source}, system_frequency=50.0)
    update = initialize_array("update", "sym_load", (STEPS, NODES - 1))
    update["id"] = load["id"][None, :]
    update["p_specified"], update["q_specified"] = active[1:].T * 1e3, reactive[1:].T * 1e3
    start = time.process_time()
    result = model.calculate_power_flow(
        update_data={"sym_load": update}, calculation_method=CalculationMethod.newton_raphson, error_tolerance=1e-10,
        threading=-1)
    used = time.process_time() - start
    lines = result["line"]
    losses = (lines["p_from"] + lines["p_to"]).sum(axis=1) / 1e3
    return result["node"]["u_pu"], np.maximum(lines["i_from"], lines["i_to"]), losses, used


def main():
    network = feeder()
    with TemporaryDirectory() as name:
        write(Path(name), *network[:-1])
        command = [product(), "energy", "grid", name, "--kilovolts", str(KILOVOLTS), "--parameters", f"{name}/own",
                   "--json", "--timings"]
        answer = run(command)
        whole = cost(command)
    ours = json.loads(answer.stdout)
    compute = float(answer.stderr.split("timing: compute ")[1].split()[0]) / 1000
    voltages, currents, losses, used = power_grid_model(*network)
    peer = Cost(used, used)
    print_ratio("Netberekening met lezen en schrijven", whole, "power-grid-model", peer)
    print_ratio("Netberekening", Cost(compute, compute), "power-grid-model", peer)
    nodes = {node["name"]: node["lowest"] for node in ours["nodes"]}
    cables = {cable["to"]: cable["current"] for cable in ours["cables"]}
    lowest = np.array([nodes[f"n{node}"] for node in range(NODES)])
    highest = np.array([cables[f"n{node}"] for node in range(1, NODES)])
    results = [
        met("afwijking spanning", np.abs(lowest - voltages.min(axis=0)).max(), ACCURACY, "p.u."),
        met("afwijking stroom", np.abs(highest - currents.max(axis=0)).max() / currents.max(), ACCURACY, ""),
        met("afwijking verlies", abs(ours["losses"] - losses.sum()) / losses.sum(), ACCURACY, ""),
        met("aandeel van power-grid-model", compute / used, 1 / TARGET, ""),
    ]
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
