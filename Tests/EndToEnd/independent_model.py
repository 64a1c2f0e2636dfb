"""Demand and supply computed once more, from the register and the parameter files alone.

The formulas are those of Documentation/Methods/vraag-en-balans.md; nothing here is taken from the program.
"""

from dataclasses import dataclass, replace

import numpy as np
from independent_register import COUNTRY, SQUARE_METRES_PER_HECTARE, kind_of

TYPES = ("seaport", "business-park")
PLOT_STATUS = {"immediate": "Terstond uitgeefbaar", "later": "Niet terstond uitgeefbaar"}


@dataclass
class Paths:
    """What the model says of each region and year; index 0 of a year is the start."""

    regions: list
    years: np.ndarray
    jobs: np.ndarray  # region, sector, year
    preference: np.ndarray  # region, sector, type, year
    land_per_job: np.ndarray  # region, sector, type, year; m²
    concentration: np.ndarray  # region, sector, type
    replacement: np.ndarray  # region, year; ha
    add_ons: np.ndarray  # add-on, region, year; ha
    hard: np.ndarray  # region, year; ha usable
    soft: np.ndarray  # region, year; ha before realisation
    realisation: np.ndarray  # region

    @property
    def demand(self):
        """Hectares net per region and year since the start."""
        land = np.einsum("rsy,rsly,rsl,rsly->ry", self.jobs, self.preference, self.concentration, self.land_per_job)
        land /= SQUARE_METRES_PER_HECTARE
        return land - land[:, :1] + self.replacement + self.add_ons.sum(axis=0)

    def at(self, years):
        """The start and some of the years alone."""
        places = [0, *(year - self.years[0] for year in years)]
        names = ("years", "jobs", "preference", "land_per_job", "replacement", "add_ons", "hard", "soft")
        return replace(self, **{name: getattr(self, name)[..., places] for name in names})

    @property
    def balance(self):
        return self.hard - self.demand

    @property
    def balance_with_soft(self):
        return self.balance + self.realisation[:, None] * self.soft


class Model:
    """The deterministic model of a register and a set of parameters."""

    def __init__(self, register, parameters):
        self.register, self.parameters = register, parameters
        self.start = register.day.year
        self.sectors = list(parameters.sectors)
        self.national_jobs = {sector: register.jobs_in(COUNTRY, sector) for sector in self.sectors}
        self.national_stock = {kind: register.stock(COUNTRY, kind) for kind in TYPES}

    def value(self, key, member="", region=COUNTRY):
        return self.parameters.at(self.register.day, key, member, self.register.around(region)).value

    def paths(self, regions, scenario, last_year):
        years = range(self.start, last_year + 1)
        per_region = [self._region(region, scenario, years) for region in regions]
        stacked = {name: np.array([part[name] for part in per_region]) for name in per_region[0]}
        stacked["add_ons"] = stacked["add_ons"].swapaxes(0, 1)
        return Paths(regions=list(regions), years=np.array(years), **stacked)

    def _region(self, region, scenario, years):
        hard, soft = self._supply(region, years)
        return {
            "jobs": [self._jobs(region, sector, scenario, years) for sector in self.sectors],
            "preference": np.minimum(1, self._coefficient(region, "demand/location-preference", years)),
            "land_per_job": self._coefficient(region, "demand/land-per-job", years),
            "concentration": [[self._concentration(region, sector, kind) for kind in TYPES] for sector in self.sectors],
            "replacement": [self._replacement(region, year) for year in years],
            "add_ons": self._add_ons(region, scenario, years),
            "hard": hard, "soft": soft, "realisation": self.value("supply/soft-plan-realisation", region=region),
        }

    def _jobs(self, region, sector, scenario, years):
        rates = self.parameters.rates(years[:-1], "demand/job-growth", f"{scenario}/{sector}", self.register.around(region))
        return self.register.jobs_in(region, sector) * np.cumprod([1, *(1 + rate.value for rate in rates)])

    def _coefficient(self, region, key, years):
        """A coefficient that drifts by a constant step on its level of the start: sector, type, year."""
        around = self.register.around(region)
        paths = []
        for sector in self.sectors:
            drift = [rate.value for rate in self.parameters.rates(years[:-1], f"{key}-drift", sector, around)]
            factor = 1 + np.cumsum([0, *drift])
            paths.append([self.value(key, f"{sector}/{kind}", region) * factor for kind in TYPES])
        return np.array(paths)

    def _concentration(self, region, sector, kind):
        """Seaport land follows the ports: share of the land over share of the jobs."""
        if kind != "seaport":
            return 1
        jobs = self.register.jobs_in(region, sector)
        if jobs == 0 or self.register.stock(region, kind) == 0:
            return 0
        return self.register.stock(region, kind) / self.national_stock[kind] / (jobs / self.national_jobs[sector])

    def _replacement(self, region, year):
        share, ratio = (self.value(f"demand/replacement-{name}", region=region) for name in ("return-share", "density-ratio"))
        inside = [row for row in self.register.withdrawals if row["gemeentecode"] in self.register.members[region]]
        return sum(
            row["oppervlakte_ha"] * (share if row["terugkerend_aandeel"] is None else row["terugkerend_aandeel"]) * ratio
            for row in inside if self.start < row["jaar"] <= year
        )

    def _add_ons(self, region, scenario, years):
        amounts = []
        for add_on in self.parameters.add_ons:
            amount = add_on.amounts[scenario].value * self._share(region, add_on)
            amounts.append([amount * add_on.years(self.start, year) for year in years])
        return amounts

    def _share(self, region, add_on):
        if add_on.sectors is None:
            return self.register.stock(region, add_on.location_type) / self.national_stock[add_on.location_type]
        jobs = (self.register.jobs_in(region, sector) for sector in add_on.sectors)
        return sum(jobs) / sum(self.national_jobs[sector] for sector in add_on.sectors)

    def _supply(self, region, years):
        """Usable hard supply and soft plans, ha net per year."""
        lines = [*self._park_lines(region), *self._plan_lines(region)]
        total = {kind: np.array([sum(area for name, year, area in lines if name == kind and year <= now) for now in years])
                 for kind in ("hard", "soft")}
        left = total["hard"] * (1 - self.value("supply/frictional-reserve", region=region))
        iron = self.value("supply/iron-stock-years", region=region) * self.register.mean_uptake(region)
        return left - np.clip(iron, 0, left), total["soft"]

    def _park_lines(self, region):
        delay = int(self.value("supply/later-issuable-default-delay"))
        for park in self.register.parks:
            if park["gemeentecode"] in self.register.members[region] and kind_of(park) in TYPES:
                yield "hard", self.start, self._immediate(park)
                for year, area in self._later(park):
                    yield "hard", self.start + delay if year is None else year, area

    def _immediate(self, park):
        owners = [park[f"terstond_uitgeefbaar_{owner}_ha"] for owner in ("gemeente", "particulier")]
        if park["terstond_uitgeefbaar"] is not None:
            return park["terstond_uitgeefbaar"]
        if owners != [None, None]:
            return sum(area or 0 for area in owners)
        return self.register.plot_areas[park["rin_nummer"], PLOT_STATUS["immediate"]]

    def _later(self, park):
        areas = [park[f"niet_terstond_uitgeefbaar_{owner}_ha"] for owner in ("gemeente", "particulier")]
        if areas == [None, None]:
            return [(None, self.register.plot_areas[park["rin_nummer"], PLOT_STATUS["later"]])]
        name = "beoogd_jaar_niet_terstond_uitgeefbaar"
        return [(park[name], areas[0] or 0), (park[f"{name}_particulier"], areas[1] or 0)]

    def _plan_lines(self, region):
        delay = int(self.value("supply/unknown-plan-year-delay"))
        kinds = {"hard": "hard", "zacht": "soft", "bevroren": "frozen"}
        for plan in self.register.plans:
            if plan["gemeentecode"] in self.register.members[region] and plan["locatietype"] in TYPES:
                year = self.start + delay if plan["verwacht_jaar"] is None else plan["verwacht_jaar"]
                yield kinds[plan["planhardheid"]], year, plan["oppervlakte_ha"]
