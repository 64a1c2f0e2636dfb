"""The tables of a register, read with SQLite alone: what the independent model calculates with."""

import sqlite3
from collections import defaultdict
from contextlib import closing
from datetime import date
from functools import cache, cached_property
from json import loads

COUNTRY = "NL01"
SQUARE_METRES_PER_HECTARE = 10_000


class Register:
    """The tables of a register, at its last reference date."""

    def __init__(self, path):
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
            database.row_factory = sqlite3.Row
            self.parks = both(database, "werklocaties", "werklocaties_zonder_vlak")
            self.plots = both(database, "kavels", "kavels_zonder_vlak")
            self.regions = both(database, "regios", "regios_zonder_grens")
            self.plans, self.withdrawals, self.jobs, self.issues = (
                table(database, name) for name in ("plancapaciteit", "onttrekkingen", "banen", "uitgifte")
            )
        self.day = date.fromisoformat(max(park["peildatum"] for park in self.parks))

    @cached_property
    def members(self):
        """The municipalities of each region."""
        members = defaultdict(set)
        for region in self.regions:
            if region["niveau"] == "gemeente":
                code = region["regiocode"]
                for around in (code, COUNTRY, *loads(region["ligt_in"] or "[]")):
                    members[around].add(code)
        return members

    def areas_in(self, region):
        """The COROP areas of a region."""
        inside = self.members[region]
        return sorted(code for code in self.members if code.startswith("CR") and self.members[code] <= inside)

    @cache
    def around(self, region):
        """A region and what it lies in, the smallest first."""
        larger = [code for code in self.members if code != region and self.members[code] > self.members[region]]
        return [region, *sorted(larger, key=lambda code: len(self.members[code]))]

    @cached_property
    def observed(self):
        """Jobs per municipality and sector in the last observed year."""
        known = [row for row in self.jobs if row["scenario"] is None and row["jaar"] <= self.day.year]
        assert len(known) == len(self.jobs), "the independent model knows no forecasts of jobs"
        assert {row["jaar"] for row in known} == {self.day.year}
        return {(row["regiocode"], row["sector"]): row["banen"] for row in known}

    @cache
    def jobs_in(self, region, sector):
        return sum(self.observed.get((municipality, sector), 0) for municipality in self.members[region])

    @cache
    def stock(self, region, location_type):
        """Net hectares of the parks of a location type."""
        inside = self.members[region]
        parks = (park for park in self.parks if park["gemeentecode"] in inside and kind_of(park) == location_type)
        return sum(park["netto_ha"] or 0 for park in parks)

    @cached_property
    def plot_areas(self):
        """Hectares of plots per park and status."""
        areas = defaultdict(float)
        for plot in self.plots:
            areas[plot["rin_nummer"], plot["status"]] += plot["oppervlakte_m2"] / SQUARE_METRES_PER_HECTARE
        return areas

    @cache
    def mean_uptake(self, region):
        """Issued minus bought back, ha a year, over the years with figures; a municipality's total covers its parks."""
        rows = [row for row in self.issues if row["gemeentecode"] in self.members[region] and row["jaar"] <= self.day.year]
        whole = {(row["gemeentecode"], row["jaar"]) for row in rows if row["rin_nummer"] is None}
        counted = [row for row in rows if row["rin_nummer"] is None or (row["gemeentecode"], row["jaar"]) not in whole]
        years = {row["jaar"] for row in counted}
        return sum(row["uitgegeven_ha"] - row["teruggekocht_ha"] for row in counted) / len(years)


def table(database, name):
    return database.execute(f'SELECT * FROM "{name}" WHERE peildatum = (SELECT max(peildatum) FROM "{name}")').fetchall()


def both(database, drawn, listed):
    """Records with and without a geometry."""
    return table(database, drawn) + table(database, listed)


def kind_of(park):
    """The location type of a park: A is a seaport, C1 to C4 are offices and economic zones."""
    code = park["werklocatietype"]
    return "seaport" if code == "A" else "office" if code.startswith("C") else "business-park"
