"""`forecast --why`: tornado and break-even beside the independent model, which is run again with each changed parameter."""

import json

import pytest
from independent_model import Model
from independent_parameters import Parameters
from independent_register import Register

REGION, SCENARIO, HORIZON = "CR33", "hoog", 2030
LEVELS = {
    "growth": [], "landPerJob": ["demand/land-per-job"], "locationPreference": ["demand/location-preference"],
    "replacement": ["demand/replacement-return-share"], "softRealisation": ["supply/soft-plan-realisation"], "addOns": [],
}
RATES = {
    "growth": ["demand/job-growth"], "landPerJob": ["demand/land-per-job-drift"],
    "locationPreference": ["demand/location-preference-drift"], "replacement": ["demand/replacement-density-ratio"],
}
SHARES = ("locationPreference", "replacement", "softRealisation")
RANGES = {"growth": (-0.05, 0.05)}
NEGLIGIBLE = 0.1  # ha


@pytest.fixture(scope="module")
def register(example):
    return Register(example)


@pytest.fixture(scope="module")
def options(example):
    return ["forecast", example, "--region", REGION, "--scenario", SCENARIO, "--horizon", HORIZON, "--draws", 100, "--why"]


@pytest.fixture(scope="module")
def case(product, options):
    (case,) = json.loads(product.succeeds(*options, "--json"))["cases"]
    return case


def balance(register, group, change, keys):
    """The balance with the values of a group changed; soft plans are read with those that come about."""
    parameters = Parameters()
    parameters = parameters.with_add_ons(change) if group == "addOns" else parameters.changed(keys, change)
    paths = Model(register, parameters).paths([REGION], SCENARIO, HORIZON)
    return (paths.balance_with_soft if group == "softRealisation" else paths.balance)[0, -1]


def moved(register, group, amount):
    """The balance with growth plus an amount a year, or all else of a group times a factor; a share stays at most 1."""
    if group == "growth":
        return balance(register, group, lambda dated: dated.value + amount, RATES[group])
    most = 1 if group in SHARES else float("inf")
    return balance(register, group, lambda dated: min(most, dated.value * amount), LEVELS[group])


def test_the_tornado_is_that_of_the_independent_model(case, register):
    bars = case["tornado"]
    assert sorted(bar["group"] for bar in bars) == sorted(LEVELS)
    for bar in bars:
        keys = LEVELS[bar["group"]] + RATES.get(bar["group"], [])
        low = balance(register, bar["group"], lambda dated: dated.low, keys)
        high = balance(register, bar["group"], lambda dated: dated.high, keys)
        assert [bar["atLow"], bar["atHigh"]] == pytest.approx([low, high], rel=1e-9, abs=1e-9), bar["group"]
    widths = [abs(bar["atHigh"] - bar["atLow"]) for bar in bars]
    assert widths == sorted(widths, reverse=True)


def test_a_break_even_makes_the_balance_zero(case, register):
    points = case["breakEvens"]
    assert [point["group"] for point in points] == list(LEVELS)
    found = [point for point in points if "value" in point]
    assert {"growth", "landPerJob"} <= {point["group"] for point in found}
    for point in found:
        assert abs(moved(register, point["group"], point["value"])) < NEGLIGIBLE, point


def test_without_a_break_even_the_balance_keeps_its_sign(case, register):
    missing = [point["group"] for point in case["breakEvens"] if "value" not in point]
    assert missing
    for group in missing:
        low, high = RANGES.get(group, (0, 3))
        signs = {moved(register, group, low + (high - low) * step / 6) > 0 for step in range(7)}
        assert len(signs) == 1, group


def test_growth_and_land_per_job_explain_most_of_the_spread(case):
    shares = {item["group"]: item["index"]["estimate"]["total"] for item in case["sensitivities"]}
    assert set(shares) == set(LEVELS) - {"softRealisation"}
    assert sorted(shares, key=shares.get)[-2:] == ["landPerJob", "growth"]


def test_the_text_prints_the_same_figures(product, options, case):
    said = product.succeeds(*options)
    assert all(heading in said for heading in ("Groep", "Alleen", "Met andere", "Saldo laag", "Saldo hoog", "Omslagpunt"))
    lines = [line.split() for line in said.splitlines()]
    for bar in case["tornado"]:
        ends = {f"{bar[end]:.0f}" for end in ("atLow", "atHigh")}
        assert any(ends <= set(line) for line in lines), (ends, said)
    factor = next(point["value"] for point in case["breakEvens"] if point["group"] == "landPerJob")
    assert f"× {factor:.2f}".replace(".", ",") in said
