"""A park with forty connections, as files for the program and as a linear program for others."""

import csv
import math
import random

DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
PARAMETERS = {
    "contract_max_kw": 7000.0, "contract_price": 25.0, "peak_price": 2.0, "export_limit_kw": 1500.0,
    "battery_max_kwh": 20000.0, "battery_energy_price": 18.0, "battery_max_kw": 6000.0, "battery_power_price": 10.0,
    "charge_efficiency": 0.96, "discharge_efficiency": 0.95, "hourly_loss": 0.0002, "wear": 0.005,
}
ROOFS = {"zuid": 60.0, "oostwest": 55.0, "plat": 50.0}  # EUR per kWp and year
FEED_IN_DISCOUNT = 0.03  # EUR per kWh


def series(hours, seed=7):
    """Load per connection (kW), price (EUR/MWh) and capacity factor per roof class."""
    draw = random.Random(seed)
    steps = round(8760 / hours)
    time = [step * hours for step in range(steps)]
    loads = []
    for _ in range(40):
        base, work = draw.uniform(5, 60), draw.uniform(10, 200)
        loads.append([
            base + work * max(0, math.sin((t % 24 - 6) / 24 * 2 * math.pi)) * (t // 24 % 7 < 5) + draw.gauss(0, 4)
            for t in time])
    price = [max(5, 90 + 30 * math.sin((t % 24 - 14) / 6 * math.pi) + draw.gauss(0, 20)) for t in time]
    factors = {}
    for roof, shift in zip(ROOFS, (0, -1.5, 1.5)):
        factors[roof] = [
            min(1, max(0, math.sin((t % 24 - 6 + shift) / 12 * math.pi))
                * (1 - 0.6 * math.cos(t / 8760 * 2 * math.pi)) * draw.uniform(0.2, 0.7)) for t in time]
        factors[roof] = [value if value > 1e-3 else 0 for value in factors[roof]]
    return loads, price, factors


def write(folder, hours, loads, price, factors):
    """The four files of Documentation/Methods/energie-dimensionering.md."""
    names = [f"a{number:02}" for number in range(len(loads))]
    roofs = list(factors)
    with open(folder / "connections.csv", "w", newline="") as file:
        out = csv.writer(file)
        out.writerow(["id", "contract_kw", "feed_in_kw", "roof", "roof_max_kw"])
        for number, name in enumerate(names):
            out.writerow([name, 300, 100, roofs[number % len(roofs)], 150])
    with open(folder / "load.csv", "w", newline="") as file:
        out = csv.writer(file)
        out.writerow(names)
        out.writerows([f"{value:.6f}" for value in row] for row in zip(*loads))
    with open(folder / "series.csv", "w", newline="") as file:
        out = csv.writer(file)
        out.writerow(["price", *roofs])
        out.writerows([f"{value:.6f}" for value in row] for row in zip(price, *factors.values()))
    with open(folder / "parameters.yaml", "w") as file:
        file.write(f"hours_per_step: {hours}\n")
        file.writelines(f"{name}: {value}\n" for name, value in PARAMETERS.items())
        file.write(f"feed_in_discount: {FEED_IN_DISCOUNT}\nroof_price:\n")
        file.writelines(f"  {roof}: {value}\n" for roof, value in ROOFS.items())


def months(hours):
    """First step of each month, and the number of steps."""
    starts = [0]
    for days in DAYS:
        starts.append(starts[-1] + round(days * 24 / hours))
    return starts


def roof_maximum(roofs, connections=40, each=150):
    return {roof: each * len(range(number, connections, len(roofs))) for number, roof in enumerate(roofs)}
