"""Demand and balance drawn once more with numpy's own random numbers; the model is that of `BandModel`'s description."""

from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
from independent_register import SQUARE_METRES_PER_HECTARE

CHUNK = 2_000  # draws that are worked out together


@dataclass(frozen=True)
class Band:
    """A two-piece normal: its median and the change per standard normal below and above it."""

    middle: float
    below: float
    above: float
    floor: float = -np.inf
    ceiling: float = np.inf

    def draw(self, z):
        return np.clip(self.middle + z * np.where(z > 0, self.above, self.below), self.floor, self.ceiling)


class Uncertainty:
    """Bands of the inputs, from the low and high of the parameters of the country."""

    def __init__(self, model, scenario, last_year):
        self.model, self.scenario = model, scenario
        self.years = range(model.start, last_year)
        self.z = NormalDist().inv_cdf((1 + model.value("uncertainty/band-probability")) / 2)
        self.common_share = model.value("uncertainty/region-common-share")
        sectors = model.sectors
        self.growth_level = np.array([self._growth_level(sector) for sector in sectors])
        self.growth_shock = np.array([model.value("uncertainty/job-growth-shock", sector) for sector in sectors])
        self.land, self.preference = (
            [self._factor(self._dated(f"demand/{name}", f"{sector}/business-park")) for sector in sectors]
            for name in ("land-per-job", "location-preference")
        )
        self.land_drift, self.preference_drift = (
            [self._drift(f"demand/{name}-drift", sector) for sector in sectors]
            for name in ("land-per-job", "location-preference")
        )
        self.replacement = self._product("demand/replacement-return-share", "demand/replacement-density-ratio")
        soft = self._dated("supply/soft-plan-realisation")
        self.realisation = Band(soft.value, *self._sides(soft), 0, 1)
        self.add_ons = [self._factor(add_on.amounts[scenario]) for add_on in model.parameters.add_ons]
        self.correlation = self._correlation()

    def _dated(self, key, member=""):
        return self.model.parameters.at(self.model.register.day, key, member)

    def _sides(self, dated):
        return (dated.value - dated.low) / self.z, (dated.high - dated.value) / self.z

    def _factor(self, dated):
        if dated.value == 0:
            return Band(1, 0, 0)
        below, above = self._sides(dated)
        return Band(1, below / dated.value, above / dated.value, floor=0)

    def _product(self, *keys):
        """A factor whose relative half-widths add up in squares."""
        bands = [self._factor(self._dated(key)) for key in keys]
        below, above = (np.hypot(*(getattr(band, side) for band in bands)) for side in ("below", "above"))
        return Band(1, min(below, 1 / self.z), above, floor=0)

    def _mean_rates(self, key, member):
        rates = self.model.parameters.rates(self.years, key, member)
        return [np.mean([getattr(rate, part) for rate in rates]) for part in ("low", "value", "high")]

    def _growth_level(self, sector):
        low, _, high = self._mean_rates("demand/job-growth", f"{self.scenario}/{sector}")
        return (np.log1p(high) - np.log1p(low)) / (2 * self.z)

    def _drift(self, key, sector):
        low, value, high = self._mean_rates(key, sector)
        return Band(0, (value - low) / self.z, (high - value) / self.z)

    def _correlation(self):
        groups = self.model.parameters.sectors
        pairs = [["/".join(sorted((groups[one], groups[two]))) for two in groups] for one in groups]
        matrix = np.array([[self.model.value("uncertainty/sector-correlation", pair) for pair in row] for row in pairs])
        np.fill_diagonal(matrix, 1)
        return matrix


@dataclass
class Draws:
    demand: np.ndarray  # region, draw, year; ha net
    balance: np.ndarray
    balance_with_soft: np.ndarray

    def area(self, regions):
        """The sum of some regions."""
        return Draws(*(values[regions].sum(axis=0) for values in (self.demand, self.balance, self.balance_with_soft)))


def draw(paths, uncertainty, draws, seed):
    """Draws of all regions together, so that what they have in common moves them alike."""
    random = np.random.default_rng(seed)
    chunks = [draw_chunk(paths, uncertainty, min(CHUNK, draws - first), random) for first in range(0, draws, CHUNK)]
    return Draws(*(np.concatenate([getattr(chunk, name) for chunk in chunks], axis=1) for name in Draws.__annotations__))


def draw_chunk(paths, uncertainty, draws, random):
    common = log_deviation(paths, uncertainty, draws, random, uncertainty.common_share, uncertainty.correlation)
    value = hectares_per_job(paths, uncertainty, draws, random)
    factor = uncertainty.replacement.draw(random.standard_normal(draws))
    add_on_factors = np.array([band.draw(random.standard_normal(draws)) for band in uncertainty.add_ons])
    realised = uncertainty.realisation.draw(random.standard_normal(draws)) / uncertainty.realisation.middle
    demand = []
    for region in range(len(paths.regions)):
        own = log_deviation(paths, uncertainty, draws, random, 1 - uncertainty.common_share)
        jobs = paths.jobs[region] * np.exp(common + own)
        land = np.einsum("sdy,slyd,sl->dy", jobs.swapaxes(0, 1), value(region), paths.concentration[region], optimize=True)
        outside = np.outer(factor, paths.replacement[region]) + add_on_factors.T @ paths.add_ons[:, region]
        demand.append(land - land[:, :1] + outside)
    balance = paths.hard[:, None, :] - np.array(demand)
    soft = paths.realisation[:, None, None] * realised[None, :, None] * paths.soft[:, None, :]
    return Draws(np.array(demand), balance, balance + soft)


def log_deviation(paths, uncertainty, draws, random, share, correlation=None):
    """How far the log of jobs has walked from its path: draw, sector, year."""
    sectors, years = len(uncertainty.growth_level), len(paths.years)
    numbers = random.standard_normal((draws, sectors, years))
    if correlation is not None:
        numbers = np.linalg.cholesky(correlation) @ numbers
    elapsed = np.diff(paths.years, prepend=paths.years[0])
    shocks = uncertainty.growth_shock[:, None] * np.sqrt(elapsed) * numbers
    levels = uncertainty.growth_level[:, None] * elapsed * numbers[:, :, :1]
    return np.sqrt(share) * np.cumsum(shocks + levels, axis=2)


def hectares_per_job(paths, uncertainty, draws, random):
    """Preference times land per job of a region: sector, type, year, draw. The country's factors hold in every region."""

    def each(bands):
        return np.array([band.draw(random.standard_normal(draws)) for band in bands])[:, None, None, :]

    factors = [each(bands) for bands in (uncertainty.preference, uncertainty.land)]
    drifts = [each(bands) for bands in (uncertainty.preference_drift, uncertainty.land_drift)]
    years = (paths.years - paths.years[0])[:, None]

    def drawn(path, factor, drift):
        path = path[..., None]
        return factor * np.maximum(0, path + path[:, :, :1] * drift * years)

    def value(region):
        share = np.minimum(1, drawn(paths.preference[region], factors[0], drifts[0]))
        return share * drawn(paths.land_per_job[region], factors[1], drifts[1]) / SQUARE_METRES_PER_HECTARE

    return value
