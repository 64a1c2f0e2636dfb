"""`forecast` beside an independent model in numpy: the deterministic middle to the last digit, the bands within sampling error."""

import json

import numpy as np
import pytest
from independent_bands import Uncertainty, draw
from independent_model import Model
from independent_parameters import Parameters
from independent_register import Register
from product import write_parameters
from sampling_error import band_errors, chance_error, quantile_error

HORIZONS = (2030, 2040)
SCENARIOS = ("laag", "hoog")
PROVINCE = "PV30"
AREAS = ("CR03", "CR17", "CR20", "CR29", "CR33", "CR39")  # with and without a seaport
DRAWS, OWN_DRAWS = 20_000, 40_000
MOST_ERRORS = 5  # standard errors
OWN_PARAMETERS = {
    "supply/iron-stock-years.yaml": {"@CR33": (3, 0, 5), "@PV30": (1, 0, 5)},
    "supply/frictional-reserve.yaml": {"@CR34": (0.1, 0.05, 0.2)},
    "supply/soft-plan-realisation.yaml": {"@CR35": (0.5, 0.25, 0.75), "": (0.8, 0.5, 1)},
    "demand/land-per-job.yaml": {"groothandel/business-park@CR36": (500, 400, 900), "bouw/business-park": (150, 120, 220)},
    "demand/location-preference.yaml": {"industrie-voeding/business-park": (0.7, 0.6, 0.9)},
    "demand/replacement-return-share.yaml": {"": (0.9, 0.2, 1)},
    "uncertainty/region-common-share.yaml": {"": (0.3, 0.3, 0.3)},
    "uncertainty/band-probability.yaml": {"": (0.9, 0.9, 0.9)},
}


class Case:
    """The same parameters in the program and in the independent model."""

    def __init__(self, product, example, register, folder=None):
        self.product, self.example = product, example
        self.options = ["--parameters", folder] if folder else []
        self.model = Model(register, Parameters(*([folder] if folder else [])))

    def answer(self, command, region, *options):
        horizons = ",".join(map(str, HORIZONS))
        said = self.product.succeeds(
            command, self.example, "--region", region, "--horizon", horizons, "--json", *options, *self.options
        )
        return json.loads(said)

    def paths(self, region, scenario):
        """The paths of the markets of a region."""
        areas = self.model.register.areas_in(region) if region.startswith("PV") else [region]
        return self.model.paths(areas, scenario, HORIZONS[-1])


@pytest.fixture(scope="module")
def register(example):
    return Register(example)


@pytest.fixture(scope="module")
def built_in(product, example, register):
    return Case(product, example, register)


@pytest.fixture(scope="module")
def own(product, example, register, tmp_path_factory):
    return Case(product, example, register, write_parameters(tmp_path_factory.mktemp("own"), OWN_PARAMETERS))


@pytest.fixture(scope="module", params=["built_in", "own"])
def drawn(request):
    """The program's bands of a province and its areas, and draws of one's own of the same scenario."""
    case = request.getfixturevalue(request.param)
    scenario = "hoog"
    answer = case.answer("forecast", PROVINCE, "--draws", DRAWS, "--scenario", scenario)
    paths = case.paths(PROVINCE, scenario).at(HORIZONS)
    draws = draw(paths, Uncertainty(case.model, scenario, HORIZONS[-1]), OWN_DRAWS, seed=1)
    return case, answer, paths, draws


def close(found, expected):
    return found == pytest.approx(expected, rel=1e-9, abs=1e-9)


def amounts(paths, horizon):
    """Demand, usable supply, balance, and balance with soft plans of all regions together, ha net."""
    year = horizon - paths.years[0]
    found = (paths.demand, paths.hard, paths.balance, paths.balance_with_soft)
    return [values[:, year].sum() for values in found]


@pytest.fixture(scope="module")
def national_balances(built_in):
    return built_in.answer("balance", "NL01")["balances"]


@pytest.mark.parametrize("region", [*AREAS, PROVINCE])
def test_the_balance_is_that_of_the_independent_model(built_in, national_balances, region):
    balances = [balance for balance in national_balances if balance["region"] == region]
    assert len(balances) == len(SCENARIOS) * len(HORIZONS)
    for balance in balances:
        expected = amounts(built_in.paths(balance["region"], balance["scenario"]), balance["horizon"])
        hard = balance["hard"]
        assert close([balance["demand"], hard["usable"], hard["balance"], balance["withSoft"]["balance"]], expected)


@pytest.mark.parametrize("name", ["built_in", "own"])
def test_the_centre_of_the_bands_is_that_of_the_independent_model(request, name):
    case = request.getfixturevalue(name)
    answer = case.answer("forecast", PROVINCE, "--draws", 100)
    assert len(answer["bands"]) == len(SCENARIOS) * (1 + len(case.model.register.areas_in(PROVINCE)))
    for bands in answer["bands"]:
        paths = case.paths(bands["region"], bands["scenario"])
        for year in bands["years"]:
            found = [year["demand"]["centre"], year["hardSupply"], *(year[key]["centre"] for key in ("balance", "balanceWithSoft"))]
            assert close(found, amounts(paths, year["year"])), (bands["region"], bands["scenario"], year["year"])


def regions_of(drawn):
    """The areas of each region of the answer, with its bands."""
    _, answer, paths, _ = drawn
    for bands in answer["bands"]:
        inside = [paths.regions.index(bands["region"])] if bands["region"] in paths.regions else list(range(len(paths.regions)))
        yield bands, inside


def errors_of(drawn, draws):
    """Every figure of the answer in standard errors."""
    for bands, inside in regions_of(drawn):
        area = draws.area(inside)
        for place, horizon in enumerate(HORIZONS, start=1):
            year = next(year for year in bands["years"] if year["year"] == horizon)
            demand, balance, with_soft = (values[:, place] for values in (area.demand, area.balance, area.balance_with_soft))
            found = {
                "demand": band_errors(year["demand"], demand, DRAWS), "balance": band_errors(year["balance"], balance, DRAWS),
                "with soft": band_errors(year["balanceWithSoft"], with_soft, DRAWS),
                "chance": {
                    "shortage": chance_error(year["shortage"], balance < 0, DRAWS),
                    "large": chance_error(year["largeShortage"], balance < -drawn[1]["largeShortage"], DRAWS),
                    "with soft": chance_error(year["shortageWithSoft"], with_soft < 0, DRAWS),
                },
            }
            for figure, errors in found.items():
                for name, error in errors.items():
                    yield (bands["region"], horizon, figure, name), error


def test_the_bands_are_those_of_the_independent_model(drawn):
    errors = dict(errors_of(drawn, drawn[3]))
    assert len(errors) == 5 * len(HORIZONS) * (3 * 6 + 3)
    assert {name: error for name, error in errors.items() if abs(error) > MOST_ERRORS} == {}
    # Standard errors that are too large would hide a difference: about a third of all figures is more than one away.
    assert 0.4 < np.sqrt(np.mean(np.square(list(errors.values())))) < 1.6


@pytest.mark.parametrize("drawn", ["built_in"], indirect=True)
@pytest.mark.parametrize("share", [0.1, 0.9])
def test_the_bands_of_the_sum_tell_how_much_regions_share(drawn, share):
    """With another common share the areas keep their bands, but the province does not: the comparison would see it."""
    case, _, paths, _ = drawn
    other = Uncertainty(case.model, "hoog", HORIZONS[-1])
    other.common_share = share
    errors = dict(errors_of(drawn, draw(paths, other, DRAWS, seed=2)))
    assert max(abs(error) for (region, *_), error in errors.items() if region == PROVINCE) > MOST_ERRORS


def test_a_shortage_so_far_counts_every_year(built_in):
    scenario, region = "hoog", "CR35"
    answer = built_in.answer("forecast", region, "--draws", DRAWS, "--scenario", scenario)
    paths = built_in.paths(region, scenario)
    draws = draw(paths.at(range(paths.years[1], 2031)), Uncertainty(built_in.model, scenario, HORIZONS[-1]), DRAWS, seed=3)
    short = np.logical_or.accumulate(draws.balance[0] < 0, axis=1)
    for year in answer["bands"][0]["years"]:
        if year["year"] <= 2030:
            happened = short[:, year["year"] - paths.years[0]]
            assert abs(chance_error(year["shortageSoFar"], happened, DRAWS)) < MOST_ERRORS, year["year"]


def test_the_land_needed_keeps_the_risk(drawn):
    for bands, inside in regions_of(drawn):
        for place, horizon in enumerate(HORIZONS, start=1):
            sample = np.sort(drawn[3].area(inside).balance[:, place])
            found = next(year["landForRisk"] for year in bands["years"] if year["year"] == horizon)
            error = quantile_error(sample, 0.2) * np.sqrt(1 + OWN_DRAWS / DRAWS)
            assert abs(found - max(0, -np.quantile(sample, 0.2))) < MOST_ERRORS * error
