"""`compare`, `verify`, `waterbed` and `--scenario-file`: what planners write themselves, and what is said of their mistakes."""

import csv
import io
import json
import shutil
from pathlib import Path

import pytest

from product import assert_place_and_remedy, contents, rows

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "Documentation/Examples"
SCENARIO = EXAMPLES / "scenarios/minder-plannen-meer-energie.yaml"


def table(text):
    return list(csv.DictReader(io.StringIO(text)))


@pytest.fixture(scope="session")
def hard_plan(example):
    """The largest hard plan of the example, with the COROP area that it lies in."""
    query = (
        "SELECT plan_id, gemeentecode FROM plancapaciteit "
        "WHERE planhardheid = 'hard' AND verwacht_jaar <= 2040 ORDER BY oppervlakte_ha DESC, plan_id"
    )
    return rows(example, query)[0]


def test_a_scenario_comes_under_its_own_name(product, example):
    answer = json.loads(product.succeeds("balance", example, "--scenario-file", SCENARIO, "--horizon", "2040", "--json"))
    assert {balance["scenario"] for balance in answer["balances"]} == {"laag", "hoog", "energie-eerst"}
    plain = json.loads(product.succeeds("balance", example, "--horizon", "2040", "--json"))
    assert [b for b in answer["balances"] if b["scenario"] != "energie-eerst"] == plain["balances"]
    assert "energie-eerst" in product.succeeds("balance", example, "--scenario-file", SCENARIO)


def test_a_changed_figure_names_the_change(product, example):
    path = "CR08/energie-eerst/2040/vraag/aanvullend/accufabriek"
    text = product.succeeds("explain", example, path, "--scenario-file", SCENARIO)
    assert "scenario energie-eerst, wijziging 4" in text


def test_the_middle_of_a_forecast_is_the_balance_of_the_scenario(product, example):
    asked = [example, "--region", "CR33", "--horizon", "2040", "--scenario-file", SCENARIO, "--json"]
    forecast = json.loads(product.succeeds("forecast", *asked, "--draws", "200"))
    balance = json.loads(product.succeeds("balance", *asked))
    centre = {band["scenario"]: band["years"][-1]["balance"]["centre"] for band in forecast["bands"]}
    assert set(centre) == {"laag", "hoog", "energie-eerst"}
    for item in balance["balances"]:
        assert abs(centre[item["scenario"]] - item["hard"]["balance"]) < 1e-9


def test_the_startpakket_takes_a_scenario(product, example, tmp_path):
    product.succeeds("startpakket", example, "--province", "PV22", "--horizon", "2040", "--scenario-file", SCENARIO, "--out", tmp_path)
    assert any("energie-eerst" in path.read_text() for path in tmp_path.rglob("*.html"))


def test_steps_sum_to_the_total(product, example):
    found = table(product.succeeds("compare", example, SCENARIO, "--horizon", "2030,2040", "--csv"))
    groups = {}
    for row in found:
        groups.setdefault((row["regio"], row["jaar"]), {}).setdefault(row["stap"], row)
    assert len(groups) > 100
    for steps in groups.values():
        numbered = [row for step, row in steps.items() if step.isdigit() and step != "0"]
        assert len(numbered) == 5
        for column in ["vraag_ha", "hard_ha", "saldo_hard_ha", "tekort_hard_ha", "tekort_c4_large_dry_ha"]:
            total = float(steps["totaal"][column])
            assert abs(sum(float(row[column]) for row in numbered) - total) < 0.001
            assert abs(float(steps["0"][column]) + total - float(steps["einde"][column])) < 0.001


def test_compare_speaks_both_languages(product, example):
    arguments = ["compare", example, SCENARIO, "--region", "PV22", "--horizon", "2040"]
    assert "alle wijzigingen samen" in product.succeeds(*arguments)
    assert "all changes together" in product.succeeds(*arguments, "--language", "en")


def test_two_runs_differ_by_their_parts(product, example):
    arguments = ["compare", "runs", example, "--from", "laag@2030", "--to", "hoog@2040", "--to-soft", "--region", "PV30"]
    comparison = json.loads(product.succeeds(*arguments, "--json"))["comparison"]
    parts = {part["component"]: part["value"] for part in comparison["parts"]}
    assert abs(sum(parts.values()) - (comparison["figureTo"] - comparison["figureFrom"])) < 1e-6
    assert parts["banen"] != 0 and parts["planhardheid"] < 0
    assert "ruimte per baan" in product.succeeds(*arguments)


def test_the_worked_forecasts_differ_as_by_hand(product):
    folders = [EXAMPLES / "raming-a", EXAMPLES / "raming-b"]
    parts = {row["oorzaak"]: float(row["deel_ha"]) for row in table(product.succeeds("compare", "studies", *folders, "--csv"))}
    assert {name: value for name, value in parts.items() if value} == {
        "ruimte-per-baan": 27.1125, "planhardheid": 60.0, "bruto-netto": 23.0375,
    }


def test_the_cases_come_out(product):
    text = product.succeeds("verify", EXAMPLES / "cases")
    assert "FOUT" not in text and text.strip().endswith("0 gevallen kloppen niet")


def test_a_case_that_fails_shows_the_way(product, tmp_path):
    folder = Path(shutil.copytree(EXAMPLES / "cases", tmp_path / "cases"))
    case = folder / "polder-balans.yaml"
    case.write_text(case.read_text().replace("CR92/hoog/2030/vraag: 87", "CR92/hoog/2030/vraag: 88"))
    said = product.fails("verify", folder)
    assert "CR92/hoog/2030/vraag" in said and "verwacht 88" in said and "gevonden 87" in said
    assert "vervangingsvraag" in said or "vervanging van Oude haven" in said


def test_a_case_may_ask_a_register(product, example, tmp_path):
    demand = [
        row for row in table(product.succeeds("balance", example, "--horizon", "2040", "--csv"))
        if row["regio"] == "CR33" and row["scenario"] == "hoog"
    ][0]["vraag_ha"]
    (tmp_path / "geval.yaml").write_text(
        f"register: {example}\ncases:\n  - name: vraag\n    expect:\n      CR33/hoog/2040/vraag: {{value: {demand}, tolerance: 0.001}}\n"
    )
    product.succeeds("verify", tmp_path)


def test_freezing_a_plan_presses_on_neighbours(product, example, hard_plan):
    plan, _ = hard_plan
    answer = json.loads(product.succeeds("waterbed", example, "--freeze", plan, "--horizon", "2040", "--json"))
    assert {effect["scenario"] for effect in answer["effects"]} == {"laag", "hoog"}
    for effect in answer["effects"]:
        assert effect["frozen"] > 0
        ways = effect["inMunicipality"] + effect["elsewhereInMarket"] + effect["leaving"]
        assert abs(ways - effect["unserved"]) < 1e-6
        assert len(effect["pressures"]) > 0
        assert abs(sum(pressure["arriving"] for pressure in effect["pressures"]) - effect["leaving"]) < 1e-6
    effect = answer["effects"][-1]
    pressure = effect["pressures"][0]
    place = f"{effect['region']}/{effect['scenario']}/2040/waterbed"
    for path, printed in [("onbediend", effect["unserved"]), (f"buur/{pressure['region']}/komt-aan", pressure["arriving"])]:
        explained = json.loads(product.succeeds("explain", example, f"{place}/{path}", "--freeze", plan, "--json"))
        assert abs(explained["explanation"]["value"] - printed) < 1e-9
    assert "--freeze" in product.fails("explain", example, f"{place}/onbediend")
    assert "bevroren" in product.succeeds("waterbed", example, "--freeze", plan, "--horizon", "2040")
    assert "buur" in product.succeeds("waterbed", example, "--freeze", plan, "--horizon", "2040", "--csv")


def test_every_unknown_plan_is_named(product, example):
    said = product.fails("waterbed", example, "--freeze", "geen-plan,ook-geen-plan")
    assert_place_and_remedy(said, "(geen-plan)")
    assert_place_and_remedy(said, "(ook-geen-plan)")


WRONG = """
id: fout
label: {nl: fout, en: wrong}
base: midden
modifications:
  - freeze-plan: {plan: bestaat-niet}
  - withdraw-park: {park: "0", year: 2040, ha: 3}
  - change-parameter: {key: demand/land-per-job, member: vissen/business-park, factor: 2}
  - establishment: {id: x, region: CR99, ha: -4, year: 1999, sector-group: niets, size: large, category: 4}
"""


def test_all_mistakes_of_all_scenarios_come_at_once(product, register, tmp_path):
    wrong = tmp_path / "fout.yaml"
    wrong.write_text(WRONG)
    before = contents(register)
    out = tmp_path / "uit"
    for arguments in (["balance", register, "--scenario-file", wrong], ["compare", register, wrong]):
        said = product.fails(*arguments)
        for line, value in [(6, "bestaat-niet"), (7, "0"), (8, "vissen/business-park"), (9, "CR99"), (9, "-4.00"), (9, "1999"), (9, "niets")]:
            assert_place_and_remedy(said, "fout.yaml", f"rij {line} ", f"({value})")
        assert_place_and_remedy(said, "(midden)")
    product.fails("startpakket", register, "--all", "--scenario-file", wrong, "--out", out)
    assert not out.exists() and contents(register) == before


def test_mistakes_in_the_writing_have_their_line(product, register, tmp_path):
    wrong = tmp_path / "fout.yaml"
    wrong.write_text("id: a b\nlabel: {nl: a, en: a}\nbase: laag\nmodifications:\n  - bevries: {plan: x}\n  - delay-plan: {plan: x}\n")
    said = product.fails("compare", register, wrong)
    for line in (1, 5, 6):
        assert_place_and_remedy(said, f"rij {line} ")


def test_a_missing_scenario_file_is_one_sentence(product, register):
    assert "nergens.yaml" in product.fails("balance", register, "--scenario-file", "nergens.yaml")
