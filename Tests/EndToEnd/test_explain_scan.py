"""`werklocaties explain` of the energy scan: what a row, a total or a station prints follows from records and parameters."""

import json
import math
import random

import pytest

OPERATIONS = {
    "sum": math.fsum,
    "difference": lambda parts: parts[0] - math.fsum(parts[1:]),
    "product": math.prod,
    "quotient": lambda parts: parts[0] / parts[1],
    "maximum": max,
    "minimum": min,
    "power": lambda parts: parts[0] ** parts[1],
    "sine": lambda parts: parts[0] * math.sin(parts[1]),
    "rounding": lambda parts: round(parts[0] * parts[1]) / parts[1],
    "cosine": lambda parts: parts[0] * math.cos(parts[1]),
}
COLUMNS = {
    "elektriciteit": "electricity", "aardgas": "gas", "piek": "peak", "gecontracteerd": "contracted",
    "onbenut": "unused", "vrij-te-spelen": "freed", "zon": "solar", "zonopbrengst": "solarYield",
}
ENDS = {"": "value", "/laag": "low", "/hoog": "high"}


def explained(product, register, path, *options):
    return json.loads(product.succeeds("explain", register, path, *options, "--json"))["explanation"]


def evaluated(tree):
    kind, content = next(iter(tree["basis"].items()))
    return OPERATIONS[content["_0"]]([evaluated(part) for part in content["parts"]]) if kind == "formula" else tree["value"]


def references(tree):
    kind, content = next(iter(tree["basis"].items()))
    if kind == "figure":
        return [(content["path"], tree["value"])]
    return [found for part in content.get("parts", []) for found in references(part)] if kind == "formula" else []


@pytest.fixture(scope="module")
def scan(product, example):
    return json.loads(product.succeeds("energy", "scan", example, "--region", "PV31", "--json"))


def test_a_row_and_a_total_follow_from_their_trees(product, example, scan):
    draw = random.Random(4)
    park = draw.choice(scan["parks"])
    places = [(park["rin"], park["figures"]), ("PV31", scan["totals"][0]["figures"])]
    for place, figures in places:
        for column, end in draw.sample([(c, e) for c in COLUMNS for e in ENDS], 6):
            tree = explained(product, example, f"energiescan/{place}/{column}{end}")
            assert evaluated(tree) == pytest.approx(figures[COLUMNS[column]][ENDS[end]], rel=1e-9), (place, column, end)


def test_references_lead_on_to_the_hour(product, example, scan):
    """A walk from a feed-in peak downwards: every reference gives the number that stands where it was met."""
    draw = random.Random(7)
    open_paths = [(f"energiescan/{scan['parks'][3]['rin']}/terugleverpiek", scan["parks"][3]["figures"]["exportPeak"])]
    seen = set()
    for _ in range(14):
        if not open_paths:
            break
        path, number = open_paths.pop(draw.randrange(len(open_paths)))
        if path in seen:
            continue
        seen.add(path)
        tree = explained(product, example, path)
        assert evaluated(tree) == pytest.approx(number, rel=1e-9, abs=1e-9), path
        open_paths += references(tree)
    assert len(seen) > 8


def test_stations_and_distance(product, example, tmp_path):
    path = tmp_path / "stations.csv"
    path.write_text("station,x,y\nNoord,200000,400000\nZuid,190000,330000\n")
    answer = json.loads(product.succeeds("energy", "scan", example, "--region", "PV31", "--stations", path, "--json"))
    station = answer["stations"][0]
    place = f"energiescan/PV31/station/{station['name']}"
    for step, number in [
            ("vrij-te-spelen/laag", station["figures"]["freed"]["low"]), ("terreinen", station["parks"]),
            ("verste-terrein", station["farthest"])]:
        tree = explained(product, example, f"{place}/{step}", "--stations", path)
        assert evaluated(tree) == pytest.approx(number, rel=1e-9)
    park = answer["parks"][0]
    tree = explained(product, example, f"energiescan/{park['rin']}/afstand-station", "--stations", path)
    assert evaluated(tree) == pytest.approx(park["station"]["distance"], rel=1e-9)


def test_stations_of_one_name_are_told_apart(product, example, tmp_path):
    path = tmp_path / "stations.csv"
    path.write_text("station,x,y,netbeheerder\nNoord,200000,400000,Enexis\nNoord,190000,330000,Liander\n")
    options = ["--stations", path]
    answer = json.loads(product.succeeds("energy", "scan", example, "--region", "PV31", *options, "--json"))
    parks = {station["name"]: station["parks"] for station in answer["stations"]}
    assert set(parks) == {"Noord (Enexis)", "Noord (Liander)"} and sum(parks.values()) == len(answer["parks"])
    for name, count in parks.items():
        assert explained(product, example, f"energiescan/PV31/station/{name}/terreinen", *options)["value"] == count
    refused = product.fails("explain", example, "energiescan/PV31/station/Noord/piek", *options)
    assert "2 stations" in refused and "Noord (Enexis), Noord (Liander)" in refused


def test_a_study_is_followed_into_its_look(product, example, scan, tmp_path):
    park = tmp_path / "park"
    product.succeeds("energy", "example", park)
    rin = scan["parks"][5]["rin"]
    look = json.loads(product.succeeds("energy", "look", park, "--json"))
    tree = explained(product, example, f"energiescan/{rin}/piek", "--study", f"{rin}={park}")
    (inner, number), = references(tree)
    assert inner == f"energiescan/{rin}/studie/blik/piek" and number == pytest.approx(look["peak"])
    assert evaluated(explained(product, example, inner, "--study", f"{rin}={park}")) == pytest.approx(look["peak"])


def test_hubs_of_parks_and_of_a_province(product, example):
    sized = json.loads(product.succeeds("energy", "scan", example, "--region", "GM0957", "--size", "--json"))
    park, total = sized["parks"][0], sized["totals"][0]
    tree = explained(product, example, "energiescan/GM0957/hub/kosten")
    assert evaluated(tree) == pytest.approx(total["cost"], rel=1e-9)
    assert dict(references(tree))[f"energiescan/{park['rin']}/hub/kosten"] == pytest.approx(park["hub"]["cost"])
    open_paths, seen = [(f"energiescan/{park['rin']}/hub/voordeel", park["separate"] - park["hub"]["cost"])], set()
    draw = random.Random(3)
    while open_paths and len(seen) < 12:
        path, number = open_paths.pop(draw.randrange(len(open_paths)))
        if path in seen:
            continue
        seen.add(path)
        tree = explained(product, example, path)
        assert evaluated(tree) == pytest.approx(number, rel=1e-9, abs=1e-9), path
        open_paths += references(tree)
    assert any("/maten/" in path for path in seen)
    shared = explained(product, example, f"energiescan/{park['rin']}/hub/contract", "--size", "--contract-share", "0.9")
    assert evaluated(shared) <= 0.9 * park["contracted"] * (1 + 1e-6)


def test_text_and_refusal(product, example, scan):
    said = product.succeeds("explain", example, "energiescan/PV31/elektriciteit")
    assert "Σ terreinen" in said and "andere" in said and "/in-som/elektriciteit" in said
    refused = product.fails("explain", example, "energiescan/PV31/elektra")
    assert "elektriciteit" in refused and "na energiescan/PV31" in refused
    rin = scan["parks"][0]["rin"]
    first = product.succeeds("explain", example, f"energiescan/{rin}/vrij-te-spelen/hoog", "--json")
    assert first == product.succeeds("explain", example, f"energiescan/{rin}/vrij-te-spelen/hoog", "--json")
