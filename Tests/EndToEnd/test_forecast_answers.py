"""`forecast`: the same bytes on any number of cores, readable tables, and every mistake named at once with its remedy."""

import csv
import io
import json
import os
from pathlib import Path

import numpy as np
import pytest
from independent_bands import Uncertainty
from independent_model import Model
from independent_parameters import Parameters
from independent_register import Register
from product import Product, assert_place_and_remedy, errors_in, write_parameters

REGION = ["--region", "CR38", "--horizon", "2030"]
CONTRADICTION = {"uncertainty/sector-correlation.yaml": {"diensten/diensten": (-0.5, -0.5, -0.5)}}


@pytest.fixture(scope="module")
def options(example):
    return ["forecast", example, *REGION, "--draws", 700, "--segments", "--json"]


@pytest.fixture(scope="module")
def answer(product, options):
    return product.succeeds(*options)


def test_two_runs_give_the_same_bytes(product, options, answer):
    assert product.succeeds(*options) == answer


def test_any_number_of_cores_gives_the_same_bytes(product, options, answer):
    cores = sorted(os.sched_getaffinity(0))
    pinned = Product(Path("taskset"), product.root)
    for some in (cores[:1], cores[:2]):
        assert pinned.succeeds("--cpu-list", ",".join(map(str, some)), product.program, *options) == answer


def test_a_region_alone_is_the_same_as_in_the_country(product, example, answer):
    national = json.loads(product.succeeds("forecast", example, "--horizon", "2030", "--draws", 700, "--json"))["bands"]
    alone = json.loads(answer)["bands"]
    assert [bands["region"] for bands in alone] == ["CR38", "CR38"]
    assert alone == [bands for bands in national if bands["region"] == "CR38"]


def test_another_seed_gives_other_bands_around_the_same_middle(product, options, answer):
    other, first = json.loads(product.succeeds(*options, "--seed", 7))["bands"], json.loads(answer)["bands"]
    for one, two in zip(first, other, strict=True):
        demands = [bands["years"][-1]["demand"] for bands in (one, two)]
        assert demands[0]["p90"] != demands[1]["p90"]
        assert demands[0]["centre"] == demands[1]["centre"]


def test_csv_holds_the_bands_of_the_json(product, options, answer):
    rows = list(csv.DictReader(io.StringIO(product.succeeds(*options[:-2], "--csv"))))
    assert list(rows[0])[:5] == ["regio", "naam", "scenario", "jaar", "vraag_midden_ha"]
    years = {(bands["scenario"], year["year"]): year for bands in json.loads(answer)["bands"] for year in bands["years"]}
    assert len(rows) == len(years)
    for row in rows:
        year = years[row["scenario"], int(row["jaar"])]
        assert float(row["vraag_p90_ha"]) == pytest.approx(year["demand"]["p90"], abs=1e-4)
        assert float(row["saldo_met_zacht_p5_ha"]) == pytest.approx(year["balanceWithSoft"]["p5"], abs=1e-4)
        assert float(row["kans_tekort"]) == pytest.approx(year["shortage"]["probability"], abs=1e-4)


def test_the_text_has_headings_and_says_what_it_rests_on(product, options):
    said = product.succeeds(*options[:-2])
    assert all(word in said for word in ("Vraag P10", "P50", "P90", "Hard", "Saldo P10", "Kans tekort", "Groot", "Nodig"))
    assert "Midden-Limburg" in said and "700" in said and "synthetisch" in said


def test_every_mistake_in_the_request_is_named_at_once(product, example):
    wrong = ["--draws", 0, "--risk", 2, "--region", "CR99", "--precision", 0, "--horizon", 2010, "--scenario", "midden"]
    result = product.run("forecast", example, *wrong)
    assert result.returncode == 1
    assert len(errors_in(result.stdout + result.stderr)) == len(wrong) / 2
    for part in ("--draws", "--risk", "CR99", "--precision", "--horizon", "midden"):
        assert_place_and_remedy(result.stdout + result.stderr, part)


@pytest.mark.parametrize("command", ["balance", "forecast"])
def test_negative_land_per_job_is_refused_with_its_place(product, example, tmp_path, command):
    members = {"bouw/business-park": (-10, -20, -5), "groothandel/seaport@CR34": (5, -1, 9)}
    folder = write_parameters(tmp_path, {"demand/land-per-job.yaml": members})
    result = product.run(command, example, *REGION, "--parameters", folder)
    assert result.returncode == 1
    for member in members:
        assert_place_and_remedy(result.stdout + result.stderr, "land-per-job.yaml", member)


def test_parameters_that_cannot_be_drawn_from_are_named_at_once(product, example, tmp_path):
    wrong = {**CONTRADICTION, "uncertainty/job-growth-shock.yaml": {"bouw": (-0.1, -0.1, -0.1)}}
    result = product.run("forecast", example, *REGION, "--parameters", write_parameters(tmp_path, wrong))
    assert result.returncode == 1
    assert_place_and_remedy(result.stdout + result.stderr, "uncertainty/sector-correlation", "--repair-correlations")
    assert_place_and_remedy(result.stdout + result.stderr, "uncertainty/job-growth-shock:bouw")


def nearest_correlation(matrix):
    """Alternating projections with Dykstra's correction (Higham, 2002)."""
    unit, correction = matrix.copy(), np.zeros_like(matrix)
    for _ in range(2_000):
        shifted = unit - correction
        values, vectors = np.linalg.eigh(shifted)
        positive = (vectors * np.maximum(values, 0)) @ vectors.T
        correction = positive - shifted
        unit = positive.copy()
        np.fill_diagonal(unit, 1)
    return unit


def test_contradicting_correlations_are_repaired_aloud(product, example, tmp_path):
    folder = write_parameters(tmp_path, CONTRADICTION)
    answer = json.loads(product.succeeds(
        "forecast", example, *REGION, "--draws", 100, "--parameters", folder, "--repair-correlations", "--json"))
    given = Uncertainty(Model(Register(example), Parameters(folder)), "hoog", 2030).correlation
    change = nearest_correlation(given) - given
    assert answer["repair"]["distance"] == pytest.approx(np.linalg.norm(change), rel=1e-3)
    assert answer["repair"]["largestChange"] == pytest.approx(np.abs(change).max(), rel=1e-3)
    assert "forecast.correlation-repaired" in [diagnostic["code"] for diagnostic in answer["diagnostics"]]
