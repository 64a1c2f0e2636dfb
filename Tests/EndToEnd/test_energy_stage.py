"""Stages of energy hubs in a register, as a planner records them."""

import json
import sqlite3

import pytest


@pytest.fixture
def parks(product, register):
    scan = json.loads(product.succeeds("energy", "scan", register, "--region", "PV31", "--json"))
    return [park["rin"] for park in scan["parks"][:2]]


def hubs(product, register, *options):
    return json.loads(product.succeeds("energy", "stage", register, "--json", *options))["hubs"]


def test_a_register_without_hubs_says_so(product, register):
    assert "nog geen energiehubs" in product.succeeds("energy", "stage", register)
    assert hubs(product, register) == []


def test_a_stage_is_recorded_with_its_history(product, register, parks):
    product.succeeds("energy", "stage", register, "--hub", "Noord", "--park", parks[0], "--park", parks[1],
                     "--stage", "initiatief", "--since", "2025-01-01")
    product.succeeds("energy", "stage", register, "--park", parks[1], "--stage", "explore", "--since", "2025-03-01",
                     "--document", "intentieverklaring=2025-02-01:DOC-1")
    hub, = hubs(product, register)
    assert hub["stage"] == "verkenning" and hub["since"] == "2025-03-01" and hub["next"] == "haalbaarheid"
    assert [step["stage"] for step in hub["hub"]["history"]] == ["initiatief", "verkenning"]
    assert hub["hub"]["documents"] == [{"date": "2025-02-01", "kind": "intentieverklaring", "reference": "DOC-1"}]
    assert set(hub["missing"]) == {"datamachtiging", "verwerkersovereenkomst", "quickscan"} and hub["overdue"] == []
    assert sorted(hub["hub"]["parks"]) == sorted(parks)


def test_a_closed_gate_is_refused_with_its_list_and_forced_visibly(product, register, parks):
    command = ["energy", "stage", register, "--park", parks[0], "--stage", "haalbaarheid", "--since", "2025-01-01"]
    said = product.fails(*command)
    assert "quickscan" in said and "--force" in said and hubs(product, register) == []
    text = product.succeeds(*command, "--force")
    assert "vastgelegd zonder" in text and "†" in text
    hub, = hubs(product, register, "--since", "2025-01-02")
    assert set(hub["overdue"]) == set(hub["hub"]["history"][0]["missing"])
    assert {"intentieverklaring", "quickscan"} <= set(hub["overdue"])


def test_a_paper_of_a_later_day_opens_no_gate(product, register, parks):
    said = product.fails("energy", "stage", register, "--park", parks[0], "--stage", "verkenning", "--since", "2025-01-01",
                         "--document", "intentieverklaring=2025-01-02:X")
    assert "intentieverklaring" in said


def test_strange_input_is_refused_with_a_remedy(product, register, parks):
    assert "RIN" in product.fails("energy", "stage", register, "--park", "BESTAATNIET", "--stage", "initiatief")
    assert "--hub" in product.fails("energy", "stage", register, "--stage", "initiatief")
    product.succeeds("energy", "stage", register, "--park", parks[0], "--stage", "initiatief", "--since", "2025-05-01")
    assert "vorige fase" in product.fails(
        "energy", "stage", register, "--park", parks[0], "--stage", "signaal", "--since", "2025-04-01")
    assert "hoort al bij" in product.fails(
        "energy", "stage", register, "--hub", "Ander", "--park", parks[0], "--stage", "initiatief")


def test_own_gates_are_a_folder_of_parameters(product, register, parks, tmp_path):
    own = tmp_path / "own" / "energy-hub"
    own.mkdir(parents=True)
    (own / "gate-documents.yaml").write_text(
        'members:\n  "verkenning/intentieverklaring":\n    1990-01-01: {value: 0, source: assumption}\n')
    product.succeeds("energy", "stage", register, "--park", parks[0], "--stage", "verkenning", "--parameters",
                     tmp_path / "own")


def test_the_tables_are_plain_sql(product, register, parks):
    product.succeeds("energy", "stage", register, "--hub", "Zuid", "--park", parks[0], "--stage", "initiatief",
                     "--since", "2025-01-01")
    with sqlite3.connect(register) as file:
        assert file.execute("SELECT hub, fase, sinds FROM energiehubs").fetchall() == [("Zuid", "initiatief", "2025-01-01")]
        assert file.execute("SELECT count(*) FROM energiehub_fasen").fetchone() == (1,)
    assert product.succeeds("energy", "stage", register, "--csv").splitlines()[0].startswith("hub,werklocaties,fase")


def test_the_startpakket_tells_the_hubs_of_its_province(product, register, parks, tmp_path):
    product.succeeds("energy", "stage", register, "--hub", "Hub Zonneveld", "--park", parks[0], "--stage", "initiatief",
                     "--since", "2026-02-01")
    product.succeeds("startpakket", register, "--province", "PV31,PV20", "--out", tmp_path)
    page, = (path.read_text(encoding="utf-8") for path in tmp_path.glob("*PV31*.html"))
    other, = (path.read_text(encoding="utf-8") for path in tmp_path.glob("*PV20*.html"))
    assert "Hub Zonneveld" in page and "1 februari 2026" in page and "intentieverklaring" in page
    assert "Hub Zonneveld" not in other
