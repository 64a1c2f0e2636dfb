"""Sizing of one park over a year, by hour and by quarter, beside HiGHS and PyPSA on the same linear program. Theirs counts
building and solving, not reading or importing. Ours is shown twice: building, solving, proof and the second method by
themselves, as the program reports them, and the whole program with start and reading. Needs
`pip install highspy[extras] numpy scipy pypsa`; without the extras HiPO is left out."""

import json
import re
import statistics
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import energy_park
from measuring import Cost, cost, median, met, print_ratio, product, run

try:
    import highspy
    import numpy as np
    from scipy import sparse
except ImportError as missing:
    print(f"Overgeslagen: {missing}. Nodig: pip install highspy[extras] numpy scipy")
    sys.exit(0)

ROUNDS = 5
COMPUTE = re.compile(r"^timing: compute ([0-9.]+) ms cpu", re.MULTILINE)
# Hours per step, the solvers of HiGHS to try (simplex takes too long by quarter) and how many times less time we may take.
CASES = [(1.0, ["simplex", "ipm", "hipo"], 100.0), (0.25, ["ipm", "hipo"], 80.0)]
ACCURACY = 1e-6


def linear_program(hours, loads, price, factors):
    """Costs, bounds, rows and matrix of the model in Documentation/Methods/energie-dimensionering.md."""
    value = energy_park.PARAMETERS
    load = np.round(np.array(loads), 6).sum(axis=0)
    bought = np.round(np.array(price), 6) / 1000
    most = energy_park.roof_maximum(list(factors))
    steps, roofs = len(load), len(factors)
    starts = energy_park.months(hours)
    g, x, v, d, c, s = (k * steps + np.arange(steps) for k in range(6))
    roof = 6 * steps + np.arange(roofs)
    energy, power, contract = roof[-1] + 1, roof[-1] + 2, roof[-1] + 3
    month = contract + 1 + np.arange(len(starts) - 1)
    columns = month[-1] + 1
    costs, upper = np.zeros(columns), np.full(columns, highspy.kHighsInf)
    costs[g], costs[x], costs[d] = hours * bought, -hours * (bought - energy_park.FEED_IN_DISCOUNT), hours * value["wear"]
    costs[roof], upper[roof] = list(energy_park.ROOFS.values()), list(most.values())
    costs[energy], upper[energy] = value["battery_energy_price"], value["battery_max_kwh"]
    costs[power], upper[power] = value["battery_power_price"], value["battery_max_kw"]
    costs[contract], upper[contract] = value["contract_price"], value["contract_max_kw"]
    costs[month], upper[x] = value["peak_price"], value["export_limit_kw"]
    rows = Rows()
    rows.add(load, load, (g, 1), (x, -1), (v, 1), (d, 1), (c, -1))
    rows.add(-np.inf, np.zeros(steps), (v, 1), *((np.full(steps, roof[k]), -np.round(np.array(f), 6))
                                                 for k, f in enumerate(factors.values())))
    rows.add(0, np.zeros(steps), (s, 1), (np.roll(s, 1), -(1 - value["hourly_loss"]) ** hours),
             (c, -value["charge_efficiency"] * hours), (d, hours / value["discharge_efficiency"]))
    for limited, size in ((s, energy), (c, power), (d, power)):
        rows.add(-np.inf, np.zeros(steps), (limited, 1), (np.full(steps, size), -1))
    rows.add(-np.inf, np.zeros(steps), (g, 1), (np.repeat(month, np.diff(starts)), -1))
    rows.add(-np.inf, np.zeros(len(month)), (month, 1), (np.full(len(month), contract), -1))
    return costs, upper, rows


class Rows:
    def __init__(self):
        self.lower, self.upper, self.parts, self.count = [], [], [], 0

    def add(self, lower, upper, *terms):
        here = self.count + np.arange(len(upper))
        self.lower.append(np.broadcast_to(lower, len(upper)))
        self.upper.append(upper)
        for column, factor in terms:
            self.parts.append((here, column, np.broadcast_to(factor, len(upper))))
        self.count += len(upper)

    def matrix(self, columns):
        row, column, factor = (np.concatenate(part) for part in zip(*self.parts))
        matrix = sparse.csc_matrix((factor, (row, column)), shape=(self.count, columns))
        matrix.eliminate_zeros()
        return matrix


def highs(solver, *park):
    """Least cost and processor time of building and solving."""
    start = time.process_time()
    costs, upper, rows = linear_program(*park)
    matrix = rows.matrix(len(costs))
    program = highspy.HighsLp()
    program.num_col_, program.num_row_ = len(costs), rows.count
    program.col_cost_, program.col_lower_, program.col_upper_ = costs, np.zeros(len(costs)), upper
    program.row_lower_, program.row_upper_ = np.concatenate(rows.lower), np.concatenate(rows.upper)
    program.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    program.a_matrix_.start_, program.a_matrix_.index_ = matrix.indptr, matrix.indices
    program.a_matrix_.value_ = matrix.data
    model = highspy.Highs()
    for option, value in (("output_flag", False), ("threads", 1), ("solver", solver)):
        model.setOptionValue(option, value)
    model.passModel(program)
    model.run()
    if model.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None
    information = model.getInfo()
    if solver != "simplex" and information.ipm_iteration_count == 0:
        return None  # Not in this build of HiGHS, which then falls back on its simplex.
    return information.objective_function_value, time.process_time() - start


def pypsa_cost(hours, loads, price, factors):
    """The same park in PyPSA; the monthly peaks are extra constraints. None where PyPSA is not installed."""
    try:
        import pandas as pd
        import pypsa
    except ImportError:
        return None
    start = time.process_time()
    value, starts = energy_park.PARAMETERS, energy_park.months(hours)
    network = pypsa.Network(snapshots=pd.RangeIndex(len(price)))
    weights = network.snapshot_weightings
    network.snapshot_weightings = pd.DataFrame(float(hours), index=weights.index, columns=weights.columns)
    bought = np.round(np.array(price), 6) / 1000
    network.add("Bus", "park")
    network.add("Bus", "store")
    network.add("Load", "load", bus="park", p_set=np.round(np.array(loads), 6).sum(axis=0))
    network.add("Generator", "import", bus="park", p_nom=value["contract_max_kw"], marginal_cost=bought)
    network.add("Generator", "export", bus="park", p_nom=value["export_limit_kw"], p_min_pu=-1, p_max_pu=0,
                marginal_cost=bought - energy_park.FEED_IN_DISCOUNT)
    most = energy_park.roof_maximum(list(factors))
    for roof, factor in factors.items():
        network.add("Generator", roof, bus="park", p_nom_extendable=True, p_nom_max=most[roof],
                    capital_cost=energy_park.ROOFS[roof], p_max_pu=np.round(np.array(factor), 6))
    network.add("Store", "energy", bus="store", e_nom_extendable=True, e_nom_max=value["battery_max_kwh"],
                capital_cost=value["battery_energy_price"], e_cyclic=True, standing_loss=value["hourly_loss"])
    network.add("Link", "charge", bus0="park", bus1="store", p_nom_extendable=True, p_nom_max=value["battery_max_kw"],
                capital_cost=value["battery_power_price"], efficiency=value["charge_efficiency"])
    # Out of the store: power and wear are counted at the park's side.
    out = value["discharge_efficiency"]
    network.add("Link", "discharge", bus0="store", bus1="park", p_nom_extendable=True, efficiency=out,
                marginal_cost=value["wear"] * out)

    def extra(network, snapshots):
        model = network.model
        peak = model.add_variables(lower=0, coords=[pd.RangeIndex(len(starts) - 1, name="month")], name="peak")
        contract = model.add_variables(lower=0, upper=value["contract_max_kw"], name="contract")
        flow = model["Generator-p"].sel(name="import")
        for number, (first, last) in enumerate(zip(starts, starts[1:])):
            model.add_constraints(flow.isel(snapshot=slice(first, last)) - peak.sel(month=number) <= 0,
                                  name=f"peak-{number}")
        model.add_constraints(peak - contract <= 0, name="contract")
        size = model["Link-p_nom"]
        model.add_constraints(out * size.sel(name="discharge") - size.sel(name="charge") == 0, name="inverter")
        model.objective += value["contract_price"] * contract + value["peak_price"] * peak.sum()

    network.optimize(solver_name="highs", solver_options={"solver": "hipo", "threads": 1, "output_flag": False},
                     extra_functionality=extra)
    return network.objective, time.process_time() - start


def compare(hours, solvers, target):
    park = (hours, *energy_park.series(hours))
    with TemporaryDirectory() as name:
        folder = Path(name)
        energy_park.write(folder, *park)
        command = [product(), "energy", "size", folder, "--json"]
        answer = json.loads(run(command).stdout)
        whole = median([cost(command) for _ in range(ROUNDS)])
        said = [run([*command, "--timings"]).stderr for _ in range(ROUNDS)]
    computed = statistics.median(float(COMPUTE.search(text).group(1)) for text in said) / 1000
    ours = Cost(computed, computed)
    found = {f"HiGHS {solver}": highs(solver, *park) for solver in solvers}
    found["PyPSA"] = pypsa_cost(*park)
    found = {name: result for name, result in found.items() if result}
    results = []
    for name, (least, cpu) in found.items():
        print_ratio(f"Dimensionering, stap van {hours:g} uur, rekenen met bewijs", ours, name, Cost(cpu, cpu))
        print_ratio("  het hele programma, met starten en inlezen", whole, name, Cost(cpu, cpu))
        results.append(met(f"afwijking van {name}", abs(answer["cost"] - least) / abs(least), ACCURACY, ""))
    for name, best in (("HiGHS", min(cpu for peer, (_, cpu) in found.items() if peer != "PyPSA")),
                       ("PyPSA", found.get("PyPSA", (0, None))[1])):
        if best:
            print(f"  {name}: rekenen {best / ours.cpu:.0f} keer, hele programma {best / whole.cpu:.0f} keer minder processortijd")
            results.append(met(f"duizendsten van de processortijd van {name}", 1000 * ours.cpu / best, 1000 / target, ""))
    return all(results)


def main():
    return 0 if all([compare(*case) for case in CASES]) else 1


if __name__ == "__main__":
    sys.exit(main())
