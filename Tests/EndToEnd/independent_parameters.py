"""The parameter files, read once more without the program: what the independent model calculates with."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import yaml

BUILT_IN = Path(__file__).resolve().parents[2] / "Sources/ParameterFiles/Parameters"
PARAMETER_FOLDERS = ("demand", "supply", "uncertainty")


@dataclass(frozen=True)
class Dated:
    """A value from a date on, with the ends of its band."""

    start: date
    value: float
    low: float
    high: float

    @classmethod
    def read(cls, start, entry):
        value = float(entry["value"])
        return cls(date.fromisoformat(str(start)), value, float(entry.get("low", value)), float(entry.get("high", value)))


@dataclass(frozen=True)
class AddOn:
    id: str
    amounts: dict
    first: int
    last: int
    returns_from: int | None
    location_type: str
    sectors: tuple | None

    @classmethod
    def read(cls, path):
        entry = load(path)
        amounts = {scenario: Dated.read(f"{entry['from']}-01-01", amount) for scenario, amount in entry["amount"].items()}
        sectors = entry["allocation"].get("sectors")
        assert entry["allocation"]["by"] in ("jobs", "net-stock")
        return cls(
            path.stem, amounts, entry["from"], entry["until"], entry.get("returns-from"), entry["location-type"],
            tuple(sectors) if sectors else None,
        )

    def years(self, start, end):
        """Years of the need that fall in (start, end]; none once temporary land has come free."""
        if self.returns_from is not None and end >= self.returns_from:
            return 0
        return max(0, min(end, self.last) - max(start, self.first - 1))


class Parameters:
    """Dated values by key and member; later folders are laid over earlier ones."""

    def __init__(self, *folders):
        self.members = {}
        for folder in (BUILT_IN, *folders):
            for path in sorted(path for name in PARAMETER_FOLDERS for path in (folder / name).glob("*.yaml")):
                self.members.setdefault(f"{path.parent.name}/{path.stem}", {}).update(members_in(path))
        self.sectors = {sector["id"]: sector["group"] for sector in load(BUILT_IN / "classification/sectors.yaml")}
        self.add_ons = [AddOn.read(path) for path in sorted((BUILT_IN / "addons").glob("*.yaml"))]

    def timeline(self, key, member="", regions=()):
        """All values of a member; a region's own come before those of the country."""
        found = self.members[key]
        return next(found[name] for name in [f"{member}@{region}" for region in regions] + [member] if name in found)

    def at(self, day, key, member="", regions=()):
        """The value in force on a day."""
        return [dated for dated in self.timeline(key, member, regions) if dated.start <= day][-1]

    def rates(self, years, key, member, regions=()):
        """The rate of each year: the one in force on 1 January, the first one also before its date."""
        timeline = self.timeline(key, member, regions)
        return [([timeline[0]] + [dated for dated in timeline if dated.start <= date(year, 1, 1)])[-1] for year in years]

    def changed(self, keys, change):
        """A copy in which the values of some keys are what `change` makes of them."""
        copy = object.__new__(Parameters)
        copy.__dict__.update(self.__dict__)
        copy.members = dict(self.members)
        for key in keys:
            copy.members[key] = {
                member: [replace(dated, value=change(dated)) for dated in timeline]
                for member, timeline in self.members[key].items()
            }
        return copy

    def with_add_ons(self, change):
        copy = self.changed([], None)
        copy.add_ons = [
            replace(add_on, amounts={name: replace(dated, value=change(dated)) for name, dated in add_on.amounts.items()})
            for add_on in self.add_ons
        ]
        return copy


def load(path):
    return yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def members_in(path):
    document = load(path)
    members = document["members"] if "members" in document else {"": document["values"]}
    return {
        member: sorted((Dated.read(start, entry) for start, entry in values.items()), key=lambda dated: dated.start)
        for member, values in members.items()
    }
