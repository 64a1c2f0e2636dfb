"""The report of one park, read back with other programs than the one that made it, and the tutorial that leads to it."""

import csv
import json
import random
import re
import shlex
import subprocess

import openpyxl
import pikepdf
import pytest

from test_startpakket import OUTSIDE, Page, figures

NAME = "energierapport-voorbeeldpark-synthetisch"
KINDS = ["html", "json", "pdf", "xlsx"]
SHEETS = ["Samenvatting", "Leden", "Afruil", "Maten", "Kosten", "Maanden", "Week", "Parameters", "Bronnen"]
IMPOSSIBLE = ["--contract", "600", "--max-kwh", "100", "--no-panels"]


@pytest.fixture(scope="module")
def made(product, tmp_path_factory):
    """The report of the embedded example. Read only."""
    folder = tmp_path_factory.mktemp("report")
    said = product.succeeds("energy", "report", "--out", folder)
    assert sorted(said.split()) == [str(folder / f"{NAME}.{kind}") for kind in KINDS]
    return folder


@pytest.fixture(scope="module")
def impossible(product, tmp_path_factory):
    folder = tmp_path_factory.mktemp("impossible")
    product.succeeds("energy", "report", "--out", folder, *IMPOSSIBLE)
    return folder


@pytest.fixture(scope="module")
def english(product, tmp_path_factory):
    folder = tmp_path_factory.mktemp("english")
    product.succeeds("energy", "report", "--out", folder, "--language", "en")
    return folder


def page(folder):
    return (folder / f"{NAME}.html").read_text(encoding="utf-8")


def pages(folder):
    """The text of the PDF, page by page."""
    path = folder / f"{NAME}.pdf"
    return subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout.split("\f")[:-1]


def cells(folder):
    workbook = openpyxl.load_workbook(folder / f"{NAME}.xlsx")
    return {sheet.title: [row for row in sheet.iter_rows(values_only=True)] for sheet in workbook}


def write(path, rows):
    with path.open("w", newline="") as file:
        csv.writer(file).writerows(rows)


def test_the_managers_part_is_two_pages(made, impossible, english):
    for folder, annex in [(made, "2 Bijlage voor de netbeheerder"), (impossible, "2 Bijlage voor de netbeheerder"), (english, "2 Annex for the grid operator")]:
        starts = [number for number, text in enumerate(pages(folder), 1) if annex in text]
        assert starts == [3], starts


def test_a_large_group_with_doubtful_data_stays_on_two_pages(product, tmp_path):
    """Twenty-eight firms with long names on two stations, four classes of roof, an e-boiler, missing contracts, gaps, standard profiles."""
    park = tmp_path / "park"
    product.succeeds("energy", "example", park)
    rows = list(csv.DictReader((park / "connections.csv").open()))
    double = [{**row, "id": row["id"] + part, "name": f"{row['name']} Vestiging {part} Beheer en Exploitatie B.V."} for part in "ab" for row in rows]
    for number, row in enumerate(double):
        row["contract_kw"] = "" if number < 5 else row["contract_kw"]
        row["station"] = "MS-02" if number > 15 else row["station"]
        row["roof"] = row["roof"] + "-b" if row["roof"] and row["id"].endswith("b") else row["roof"]
    extra = [{**dict.fromkeys(rows[0], ""), "id": f"s{number}", "name": f"Onderneming zonder meting {number} Beheer en Exploitatie B.V.", "annual_kwh": "200000", "contract_kw": "60"} for number in range(8)]
    write(park / "connections.csv", [list(rows[0]), *(list(row.values()) for row in double + extra)])
    load = list(csv.reader((park / "load.csv").open()))
    load[100][1] = load[5000][3] = ""
    write(park / "load.csv", [[load[0][0], *(name + part for part in "ab" for name in load[0][1:])], *([row[0], *row[1:], *row[1:]] for row in load[1:])])
    series = list(csv.reader((park / "series.csv").open()))
    write(park / "series.csv", [[*series[0], "zuid-b", "oostwest-b"], *([*row, row[-2], row[-1]] for row in series[1:])])
    (park / "consents.csv").unlink()
    settings = (park / "parameters.yaml").read_text().replace("synthetic: true", "synthetic: false")
    (park / "parameters.yaml").write_text(re.sub("name: .*", 'name: "Werklandschap Nijverheid en Handel aan de Rivier, fase twee"', settings) + "eboiler_sizes_kw: [200, 400]\n")
    product.succeeds("energy", "report", park, "--out", tmp_path / "out", "--key", "equal")
    path = next((tmp_path / "out").glob("*.pdf"))
    text = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout.split("\f")
    assert [number for number, page in enumerate(text, 1) if "2 Bijlage voor de netbeheerder" in page] == [3]
    assert "vertrouwelijk: voor parkmanager en leden" in text[1]
    assert "Slechter af bij deze sleutel" in text[1] and "en 2 andere" in text[1] and "Gevulde gaten" in text[1]


def test_the_pdf_is_accessible(made):
    with pikepdf.open(made / f"{NAME}.pdf") as document:
        claims = document.open_metadata()
        assert claims.get("pdfuaid:part") == "1"
        assert (claims.get("pdfaid:part"), claims.get("pdfaid:conformance")) == ("2", "A")
        root = document.Root
        assert bool(root.MarkInfo.Marked) and bool(root.ViewerPreferences.DisplayDocTitle)
        assert str(root.Lang).lower().startswith("nl") and claims.get("dc:title")
        pictures = figures(root.StructTreeRoot)
        assert len(pictures) == 7 and all(str(picture.get("/Alt", "")).strip() for picture in pictures)


def test_the_page_stands_alone_and_labels_its_pictures(made):
    text = page(made)
    parsed = Page(text)
    assert parsed.fetched() == [] and OUTSIDE.search(text) is None
    assert parsed.tags("html")[0].get("lang") == "nl" and len(parsed.tags("h1")) == 1
    assert all("aria-labelledby" in svg for svg in parsed.tags("svg")) and len(parsed.tags("svg")) == 7
    identifiers = [attributes["id"] for _, attributes in parsed.elements if "id" in attributes]
    assert len(identifiers) == len(set(identifiers))


def test_numbers_lead_to_their_trees(made, impossible, english):
    """No link is broken, the numbers of every table lead on, and the page stays a page."""
    for folder in (made, impossible, english):
        text = page(folder)
        targets = re.findall(r'href="#([^"]+)"', text)
        assert set(targets) <= set(re.findall(r' id="([^"]+)"', text))
        assert len(text.encode()) < 3_000_000
        for start in ["u.groep.lid.f01", "u.rapport.samen.", "u.rapport.niveau.", "u.rapport.maand.", "u.maten.samen."]:
            assert any(target.startswith(start) for target in targets), start
    links = re.findall(r'<td[^>]*><a href="#(u\.[^"]+)">([^<]+)</a>', page(made))
    assert len(links) > 150
    for target, words in random.Random(2).sample(links, 25):
        before, after = page(made).split(f' id="{target}"')
        amount = re.findall(r"<b>([^<]+)</b>", before)[-1] if before.endswith("<ul") else re.search(r"<b>([^<]+)</b>", after)[1]
        assert re.search(r"\d", amount) and re.search(r"[\d–]", words), target
    assert not re.search(r"\d{4}-\d\d-\d\d \d\d:\d\d", page(made).split('id="verklaringen"')[1])


def test_the_workbook_has_its_sheets_and_no_series_of_a_member(made):
    sheets = cells(made)
    assert list(sheets) == SHEETS
    assert max(len(rows) for name, rows in sheets.items() if name != "Week") < 100
    assert len(sheets["Week"]) > 7 * 92
    members = [row[0] for row in sheets["Leden"]]
    assert "Koelhuis Noord" in members and members[-1] == "Samen"
    assert not any("Koelhuis" in str(cell) for row in sheets["Week"] for cell in row)


def test_the_figures_are_those_of_the_other_commands(product, made):
    text = page(made)
    size = json.loads(product.succeeds("energy", "size", "--json"))
    group = json.loads(product.succeeds("energy", "group", "--json"))
    dutch = lambda value: f"{value:,.0f}".replace(",", ".")  # noqa: E731
    assert dutch(group["freedFirm"]) in text and dutch(group["peak"]) in text
    assert f"€\u00a0{dutch(size['cost'])}" in text
    rows = {row[0]: row for row in cells(made)["Kosten"]}
    assert rows["Totaal"][3] == pytest.approx(size["cost"]) and rows["Contract"][3] == pytest.approx(size["answer"]["cost"]["contract"])
    paid = {row[0]: row[6] for row in cells(made)["Leden"]}
    for member in group["members"]:
        assert paid[member["name"]] == pytest.approx(member["cost"])


def test_the_answer_as_json_adds_up(product, tmp_path):
    answer = json.loads(product.succeeds("energy", "report", "--out", tmp_path, "--json"))
    separate, joint, hub = answer["grid"]["situations"]
    assert joint["freedFirm"] == pytest.approx(separate["contract"] - joint["contract"])
    assert hub["importPeak"] <= hub["contract"] * (1 + 1e-6) and hub["excessHours"] == 0
    months = answer["grid"]["months"]
    assert max(month["importBefore"] for month in months) == pytest.approx(answer["look"]["peak"])
    assert all(month["importAfter"] <= month["importBefore"] + 1e-6 for month in months)
    week = answer["curves"]["week"]
    assert len(week["importedBefore"]) == 7 * 96 and max(week["importedBefore"]) == pytest.approx(answer["look"]["peak"])
    before = [point["before"] for point in answer["curves"]["duration"]]
    assert before == sorted(before, reverse=True) and before[0] == pytest.approx(answer["look"]["peak"])
    assert answer["investment"]["saving"] == pytest.approx(sum(answer["sizing"]["joint"].values()) - answer["sizing"]["cost"])


def test_every_form_says_that_the_example_is_synthetic(made, english):
    for folder, word in [(made, "synthetisch"), (english, "synthetic")]:
        workbook = " ".join(str(cell) for rows in cells(folder).values() for row in rows for cell in row)
        for text in (page(folder), workbook, *pages(folder)):
            assert word in text.lower()


def test_what_cannot_be_done_is_still_reported(impossible):
    for text in (page(impossible), "".join(pages(impossible))):
        said = " ".join(text.split())
        assert "Binnen de grenzen is niets mogelijk" in said and "600 kW" in said.replace("\u00a0", " ")
        assert "Dat recht houdt zonder te bouwen niet" in said and "Groter contract" in said and "Er is geen antwoord binnen de grenzen" in said
        assert "Bijlage voor de netbeheerder" in said and "Koelhuis Noord" in said
    assert list(cells(impossible)) == SHEETS


def test_the_same_bytes_twice(product, made, tmp_path):
    product.succeeds("energy", "report", "--out", tmp_path / "again")
    for kind in KINDS:
        assert (tmp_path / "again" / f"{NAME}.{kind}").read_bytes() == (made / f"{NAME}.{kind}").read_bytes(), kind


def test_a_folder_is_cited_with_the_checksums_of_its_files(product, tmp_path):
    product.succeeds("energy", "example", tmp_path / "park")
    product.succeeds("energy", "report", tmp_path / "park", "--out", tmp_path / "out", "--key", "contract")
    text = page(tmp_path / "out")
    for file in (tmp_path / "park").iterdir():
        digest = subprocess.run(["sha256sum", file], capture_output=True, text=True, check=True).stdout.split()[0]
        assert file.name in text and digest in text
    assert "werklocaties energy report park --out rapport --key contract" in text and str(tmp_path) not in text


def test_a_wrong_key_and_a_file_for_a_folder_are_refused(product, tmp_path):
    assert "shapley" in product.fails("energy", "report", "--out", tmp_path, "--key", "loting")
    (tmp_path / "vol").write_text("")
    assert "kan hier niet schrijven" in product.fails("energy", "report", "--out", tmp_path / "vol")


def test_the_commands_of_the_tutorial_run(product, tmp_path):
    """In the order of the text; one that ends with a fault is announced as such."""
    text = (product.root / "Documentation/Tutorials/energiehub.md").read_text(encoding="utf-8")
    lines = re.findall(r"^    (werklocaties .*)$", text, re.MULTILINE)
    assert len(lines) > 12 and any(" report " in line for line in lines)
    for line in lines:
        words = shlex.split(line.split(" > ")[0], comments=True)[1:]
        result = product.run(*words, folder=tmp_path)
        fails = words == ["energy", "size", "--max-contract", "600"]
        assert (result.returncode == 1) == fails, f"{line}: {result.stderr}"
    assert {path.suffix for path in (tmp_path / "rapport").iterdir()} == {f".{kind}" for kind in KINDS}


def test_the_annex_alone_goes_to_the_operator_when_all_agree(product, tmp_path):
    park, out = tmp_path / "park", tmp_path / "bijlage"
    product.succeeds("energy", "example", park)
    ask = ("energy", "report", park, "--out", out, "--receiver", "Netbeheerder")
    said = product.fails(*ask)
    assert "geen toestemming" in said and not list(out.glob("*")) and not (park / "releases.csv").exists()
    with (park / "connections.csv").open() as file:
        members = [row["id"] for row in csv.DictReader(file)]
    names = {row["name"] for row in csv.DictReader((park / "connections.csv").open())}
    rows = (park / "consents.csv").read_text().splitlines()
    fields = dict(zip(rows[0].split(","), rows[1].split(",")))
    fields["connection"] = members[-1]
    (park / "consents.csv").write_text("\n".join([*rows, ",".join(fields[name] for name in rows[0].split(","))]) + "\n")
    product.succeeds(*ask)
    name = f"{NAME}-netbeheerder"
    text = (out / f"{name}.html").read_text(encoding="utf-8")
    assert "Bijlage voor de netbeheerder" in text and "Voor de parkmanager" not in text
    workbook = openpyxl.load_workbook(out / f"{name}.xlsx")
    told = text + str([list(sheet.iter_rows(values_only=True)) for sheet in workbook])
    assert not [member for member in names if member in told]
    assert "groep/lid" not in text and 'href="#u.rapport.samen.afname"' in text and not re.search(r"\bf0[1-9]\b", text)
    assert set(re.findall(r'href="#([^"]+)"', text)) <= set(re.findall(r' id="([^"]+)"', text))
    logged, = csv.DictReader((park / "releases.csv").open())
    assert logged["receiver"] == "Netbeheerder" and len(logged["members"].split("|")) == len(members)
    assert "--json" in product.fails(*ask, "--json")
