"""`energy share`: what leaves a park, to whom, and what is refused."""

import csv
import json
import shutil

import pytest
from product import assert_place_and_remedy, errors_in

ASKED = ["--receiver", "Netbeheerder", "--purpose", "networkOperator"]


@pytest.fixture(scope="module")
def example_park(product, tmp_path_factory):
    folder = tmp_path_factory.mktemp("share") / "park"
    product.succeeds("energy", "example", folder)
    return folder


@pytest.fixture
def park(example_park, tmp_path):
    return shutil.copytree(example_park, tmp_path / "park")


def rows(path):
    with path.open() as file:
        return list(csv.DictReader(file))


def test_the_sum_of_who_agreed_is_given_and_logged(product, park, tmp_path):
    out = tmp_path / "som.csv"
    said = product.succeeds("energy", "share", park, *ASKED, "--per", "month", "--out", out)
    assert "9 aansluitingen" in said and "synthetisch" in said and "aannames" in said
    loads = rows(park / "load.csv")
    members = [name for name in loads[0] if name not in ("time", "f10")]
    energy = sum(max(0, float(row[name])) for row in loads for name in members) / 4
    given = rows(out)
    assert len(given) == 12
    assert sum(float(row["kwh_synthetic"]) for row in given) == pytest.approx(energy, rel=1e-6)
    assert not any(name in out.read_text() for name in members)
    (logged,) = rows(park / "releases.csv")
    assert logged["release"] == "p1" and logged["members"].split("|") == members
    assert logged["receiver"] == "Netbeheerder" and logged["from"] == "2025-01-01" and logged["to"] == "2025-12-31"

    steps = tmp_path / "stappen.csv"
    product.succeeds("energy", "share", park, *ASKED, "--quantity", "net", "--out", steps)
    assert len(rows(steps)) == 35040 and len(rows(park / "releases.csv")) == 2
    assert_place_and_remedy(product.fails("energy", "share", park, *ASKED, "--out", steps), "stappen.csv", "bestaat al")


@pytest.mark.parametrize("quantity", ["import", "net"])
def test_what_was_given_is_explained_down_to_members(product, park, tmp_path, quantity):
    out = tmp_path / "som.csv"
    product.succeeds("energy", "share", park, *ASKED, "--per", "month", "--quantity", quantity, "--out", out)

    def explained(path, *options):
        return json.loads(product.succeeds("energy", "explain", park, path, "--json", *options))["explanation"]

    for row in rows(out)[:2]:
        start = row["start"]
        for step, column in [("energie", "kwh_synthetic"), ("hoogste", "peak_kw_synthetic")]:
            if row[column]:
                tree = explained(f"deling/p1/{start}/{step}")
                assert tree["value"] == pytest.approx(float(row[column]), rel=1e-6)
                assert "f01" in json.dumps(tree) and "load.csv" in json.dumps(tree)
            else:
                assert start in product.fails("energy", "explain", park, f"deling/p1/{start}/{step}")
    assert "p1" in product.fails("energy", "explain", park, "deling/p2/jaar/energie")


def test_nothing_is_given_without_consent(product, park, tmp_path):
    out = tmp_path / "som.csv"
    said = product.fails("energy", "share", park, "--receiver", "Gemeente", "--purpose", "policy", "--out", out)
    assert "te weinig leden" in said and "geen toestemming" in said
    assert not out.exists() and not (park / "releases.csv").exists()
    (park / "consents.csv").unlink()
    assert "geen toestemming" in product.fails("energy", "share", park, *ASKED, "--out", out)


def test_one_member_more_or_less_is_refused(product, park, tmp_path):
    product.succeeds("energy", "share", park, *ASKED, "--per", "year", "--out", tmp_path / "een.csv")
    text = (park / "consents.csv").read_text()
    (park / "consents.csv").write_text(text.replace("2099-01-01,\n", "2099-01-01,2025-06-01\n", 1))
    said = product.fails("energy", "share", park, *ASKED, "--per", "year", "--out", tmp_path / "twee.csv")
    assert "verschil met een eerdere publicatie" in said and "afzonderlijke leden" in said
    assert len(errors_in(said)) == 3 and not (tmp_path / "twee.csv").exists() and len(rows(park / "releases.csv")) == 1


def test_one_large_member_is_refused(product, park, tmp_path):
    lines = (park / "load.csv").read_text().splitlines()
    changed = [lines[0]] + [",".join([repr(float(cell) * 1000) if place == 1 else cell for place, cell in enumerate(line.split(","))]) for line in lines[1:]]
    (park / "load.csv").write_text("\n".join(changed) + "\n")
    said = product.fails("energy", "share", park, *ASKED, "--out", tmp_path / "som.csv")
    assert "te groot deel" in said and not (tmp_path / "som.csv").exists()


def test_a_figure_of_one_member_is_left_empty_and_counted(product, park, tmp_path):
    """One firm takes nearly all in two quarters; what a longer period less the quarters would tell is refused."""
    lines = (park / "load.csv").read_text().splitlines()
    for place in (5001, 5002):
        cells = lines[place].split(",")
        lines[place] = ",".join([cells[0], repr(float(cells[1]) * 1000), *cells[2:]])
    (park / "load.csv").write_text("\n".join(lines) + "\n")
    out = tmp_path / "stappen.csv"
    said = product.succeeds("energy", "share", park, *ASKED, "--out", out)
    assert "2 van 35040 tijdvakken" in said and "80 %" in said
    empty = [place for place, row in enumerate(rows(out), 1) if not row["kwh_synthetic"]]
    assert empty == [5001, 5002] and all(not rows(out)[place - 1]["peak_kw_synthetic"] for place in empty)
    said = product.fails("energy", "share", park, *ASKED, "--per", "month", "--out", tmp_path / "maand.csv")
    assert "bijna van één lid" in said and "p1" in said and not (tmp_path / "maand.csv").exists()
    (park / "releases.csv").unlink()
    assert "1 hoogste vermogens" in product.succeeds("energy", "share", park, *ASKED, "--per", "month", "--out", tmp_path / "maand.csv")
    text = (park / "parameters.yaml").read_text().replace("synthetic: true", "synthetic: false")
    (park / "parameters.yaml").write_text(text)
    wide = ("energy", "dispatch", park, "--contract", "200000", "--csv")
    said = product.fails(*wide)
    assert "2 van 35040" in said and "--own-use" in said
    assert len(product.succeeds(*wide, "--own-use").splitlines()) == 35041


def test_thresholds_are_parameters(product, park, tmp_path):
    folder = tmp_path / "eigen"
    (folder / "energy-privacy").mkdir(parents=True)
    (folder / "energy-privacy/fewest-members.yaml").write_text(
        "label: {nl: minste, en: fewest}\nunit: count\nkind: assumption\nvalues:\n  2015-01-01: {value: 10, source: assumption}\n")
    said = product.fails("energy", "share", park, *ASKED, "--parameters", folder, "--out", tmp_path / "som.csv")
    assert "9 < 10" in said


def test_a_bad_request_and_a_bad_log_are_refused(product, park, tmp_path):
    out = tmp_path / "som.csv"
    said = product.fails(
        "energy", "share", park, "--receiver", "x", "--purpose", "nieuws", "--quantity", "gas", "--per", "dag",
        "--from", "2024-01-01", "--out", out)
    assert len(errors_in(said)) == 4
    (park / "releases.csv").write_text("release,date\np1,gisteren\n")
    assert_place_and_remedy(product.fails("energy", "share", park, *ASKED, "--out", out), "releases.csv", "members")
    (park / "releases.csv").unlink()
    (park / "consents.csv").write_text("connection,purpose\nf01,nieuws\n")
    assert_place_and_remedy(product.fails("energy", "share", park, *ASKED, "--out", out), "consents.csv", "rij 1", "purpose")


def test_a_stored_study_brings_its_log_along(product, park, tmp_path):
    stored = tmp_path / "park.wlenergie"
    product.succeeds("energy", "share", park, *ASKED, "--per", "year", "--out", tmp_path / "een.csv")
    text = (park / "consents.csv").read_text()
    (park / "consents.csv").write_text(text.replace("2099-01-01,\n", "2099-01-01,2025-06-01\n", 1))
    product.succeeds("energy", "store", park, "--into", stored)
    assert "verschil" in product.fails("energy", "share", stored, *ASKED, "--out", tmp_path / "twee.csv")
    (park / "consents.csv").write_text(text)
    product.succeeds("energy", "store", park, "--into", stored, "--overwrite")
    product.succeeds("energy", "share", stored, *ASKED, "--per", "month", "--out", tmp_path / "drie.csv")
    (logged,) = rows(tmp_path / "park.wlenergie.releases.csv")
    assert logged["release"] == "p2" and len(logged["members"].split("|")) == 9


def test_a_quantity_that_one_member_has_is_refused(product, park, tmp_path):
    """Only one firm of the example feeds in."""
    said = product.fails("energy", "share", park, *ASKED, "--quantity", "export", "--out", tmp_path / "som.csv")
    assert "100 % > 80 %" in said and not (tmp_path / "som.csv").exists()
