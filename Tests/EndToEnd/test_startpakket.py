"""The startpakket of every province, read back with other programs than the one that made it."""

import json
import re
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import openpyxl
import pikepdf
import pytest

from product import assert_valid_geopackage

ROOT = Path(__file__).resolve().parents[2]
PROVINCES = 12
KINDS = ["html", "pdf", "xlsx", "gpkg", "json"]
OUTSIDE = re.compile(r"""@import|url\(\s*['"]?(?:https?:)?//""", re.IGNORECASE)
SHEET_ERROR = re.compile(r"#(REF|DIV/0|VALUE|NAME\?|N/A|NUM)!?")


def made(folder, kind):
    """All files of a kind; never an empty list, so that no test passes for want of a file."""
    files = sorted(folder.rglob(f"*.{kind}"))
    assert files, f"no {kind} in {folder}"
    return files


class Page(HTMLParser):
    """The elements of a page with their attributes."""

    def __init__(self, text):
        super().__init__()
        self.text, self.elements = text, []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def tags(self, name):
        return [attributes for tag, attributes in self.elements if tag == name]

    def fetched(self):
        """Addresses that a browser would load by itself; a link that a reader may follow is not one."""
        loaded = [attributes.get("src") for _, attributes in self.elements]
        loaded += [attributes.get("href") for attributes in self.tags("link") + self.tags("use") + self.tags("image")]
        return [address for address in loaded if address and not address.startswith(("data:", "#"))]


@pytest.fixture(scope="module")
def pages(startpakketten):
    """Every page by its file name; reading one takes a second."""
    return {path.name: Page(path.read_text(encoding="utf-8")) for path in made(startpakketten, "html")}


@pytest.mark.parametrize("kind", KINDS)
def test_every_province_has_every_kind(startpakketten, kind):
    assert len(made(startpakketten, kind)) == PROVINCES


def test_html_is_self_contained(pages):
    for name, page in pages.items():
        assert page.fetched() == [], name
        assert OUTSIDE.search(page.text) is None, name


def test_html_speaks_dutch_and_labels_its_pictures(pages):
    for name, page in pages.items():
        assert page.tags("html")[0].get("lang", "").startswith("nl")
        assert page.tags("title") and page.tags("th")
        unlabelled = [svg for svg in page.tags("svg") if "aria-label" not in svg and "aria-labelledby" not in svg and svg.get("aria-hidden") != "true"]
        assert unlabelled == [], name
        assert all("alt" in image for image in page.tags("img")), name


def test_a_number_of_the_spread_is_what_explain_says(startpakketten, product, example):
    """The link of a number holds its path; the command, given the draws of the report, answers with the same number."""
    page = next(path for path in made(startpakketten, "html") if "PV24" in path.name)
    text = page.read_text(encoding="utf-8")
    names = {attributes["id"] for _, attributes in Page(text).elements if "id" in attributes}
    assert {target for target in re.findall(r'href="#([^"]+)"', text)} <= names
    request = json.loads(page.with_suffix(".json").read_text(encoding="utf-8"))
    for figure in ["ontbrekend-terrein", "tornado/groei/laag", "tornado/ruimte-per-baan", "gevoeligheid/groei/totaal"]:
        place = re.search(r'href="#u\.(PV24\.hoog\.(\d+))\.' + figure.replace("/", r"\.") + r'">([^<]+)<', text)
        assert place, figure
        path, year, printed = place[1].replace(".", "/"), place[2], place[3]
        answer = json.loads(
            product.succeeds(
                "explain", example, f"{path}/{figure}", "--draws", str(request["draws"]), "--seed", str(request["seed"]),
                "--horizon", year, "--json"))
        value = answer["explanation"]["value"] * (100 if figure.startswith("gevoeligheid") else 1)
        number = float(printed.replace(".", "").replace("\u2212", "-").replace(",", "."))
        assert abs(value - number) <= (0.5 if "," not in printed else 0.05) + 1e-9, (figure, value, printed)


LARGEST = 7_000_000
SPOKEN = ["tekort per ruimteklasse", "Mismatch: lichte vraag", "Belastingduurkromme", "Gevoeligheid en omslagpunt",
          "Ruimtevraag en hard aanbod", "Meldingen over de gegevens"]


def test_every_number_of_a_table_that_tells_leads_to_its_tree(startpakketten):
    """A zero too, and what a search did not find; and the page stays one that a browser opens at once."""
    for path in made(startpakketten, "html"):
        text = path.read_text(encoding="utf-8")
        assert len(text.encode()) < LARGEST, path.name
        tables = [table for table in re.findall(r"<table.*?</table>", text, re.S) if any(name in table for name in SPOKEN)]
        assert len(tables) >= len(SPOKEN), path.name
        cells = [cell for table in tables for cell in re.findall(r'<td class="wl-n"[^>]*>(.*?)</td>', table)]
        assert len(cells) > 100 and [cell for cell in cells if "<a href" not in cell] == [], path.name
        assert not re.search(r"<td[^>]*>niet binnen het bereik", text), path.name


def test_what_every_chapter_read_is_accounted_for(startpakketten):
    """Bands, other estimators and the energy scan rest on values of their own; the report lists them with the rest."""
    for path in made(startpakketten, "html"):
        text = path.read_text(encoding="utf-8")
        for key in ["demand/job-growth", "uncertainty/job-growth-shock", "estimators/outlier-limit", "energy-scan/roof-share"]:
            assert f"<code>{key}</code>" in text, f"{path.name}: {key}"
        captions = set(re.findall(r"<caption>Parameters: ([^<]+)<", text))
        folders = {folder.name for folder in (ROOT / "Sources/ParameterFiles/Parameters").iterdir()}
        assert len(captions) > 5 and not captions & folders, path.name  # every folder has a Dutch name


def figures(element):
    """Every Figure in the structure tree of a PDF."""
    if isinstance(element, pikepdf.Array):
        return [figure for child in element for figure in figures(child)]
    if not isinstance(element, pikepdf.Dictionary):
        return []
    mine = [element] if element.get("/S") == "/Figure" else []
    return mine + (figures(element.K) if "/K" in element else [])


def test_pdf_claims_accessibility_and_preservation(startpakketten):
    for path in made(startpakketten, "pdf"):
        with pikepdf.open(path) as document:
            claims = document.open_metadata()
            assert claims.get("pdfuaid:part") == "1", path.name
            assert (claims.get("pdfaid:part"), claims.get("pdfaid:conformance")) == ("2", "A"), path.name


def test_pdf_has_language_title_and_tags(startpakketten):
    for path in made(startpakketten, "pdf"):
        with pikepdf.open(path) as document:
            root = document.Root
            assert bool(root.MarkInfo.Marked) and bool(root.ViewerPreferences.DisplayDocTitle), path.name
            assert str(root.Lang).lower().startswith("nl"), path.name
            assert document.open_metadata().get("dc:title"), path.name


def test_pdf_describes_every_picture(startpakketten):
    for path in made(startpakketten, "pdf"):
        with pikepdf.open(path) as document:
            pictures = figures(document.Root.StructTreeRoot)
            assert pictures, path.name
            assert all(str(picture.get("/Alt", "")).strip() for picture in pictures), path.name


def test_pdf_embeds_its_fonts(startpakketten):
    for path in made(startpakketten, "pdf"):
        listing = subprocess.run(["pdffonts", path], capture_output=True, text=True, check=True).stdout.splitlines()[2:]
        assert listing and all(line.split()[-5] == "yes" for line in listing), path.name


def test_workbook_opens_without_errors(startpakketten):
    for path in made(startpakketten, "xlsx"):
        workbook = openpyxl.load_workbook(path)
        for sheet in workbook:
            cells = [str(cell) for row in sheet.iter_rows(values_only=True) for cell in row if cell is not None]
            assert cells, f"{path.name}: {sheet.title} is empty"
            assert [cell for cell in cells if SHEET_ERROR.fullmatch(cell)] == []


def test_energy_has_a_map_and_a_sheet_of_every_park(startpakketten):
    """The sheet ranks all parks by what a group contract frees; the map has a sign for each of them with an outline."""
    for path in made(startpakketten, "xlsx"):
        rows = list(openpyxl.load_workbook(path)["Energie"].iter_rows(values_only=True))
        header = next(number for number, row in enumerate(rows) if row[0] == "Rang")
        parks = rows[header + 1 :]
        freed = [row[7] for row in parks]
        assert [row[0] for row in parks] == list(range(1, len(parks) + 1)) and freed == sorted(freed, reverse=True)
        page = path.with_suffix(".html").read_text(encoding="utf-8")
        map_text = page[page.index('id="kaart-energie-titel"') : page.index("Vrij te spelen vermogen per terrein<span")]
        assert len(re.findall(r'<circle [^>]*fill-opacity="0.75"', map_text)) >= sum(value > 0 for value in freed), path.name


def test_pdok_validator_accepts_every_map(startpakketten):
    for path in made(startpakketten, "gpkg"):
        assert_valid_geopackage(path)


def test_request_is_json(startpakketten):
    for path in made(startpakketten, "json"):
        assert json.loads(path.read_text(encoding="utf-8")), path.name


def test_every_form_says_that_the_example_is_synthetic(startpakketten):
    page = made(startpakketten, "html")[0].read_text(encoding="utf-8")
    report = subprocess.run(["pdftotext", made(startpakketten, "pdf")[0], "-"], capture_output=True, text=True, check=True)
    workbook = openpyxl.load_workbook(made(startpakketten, "xlsx")[0])
    cells = " ".join(str(cell) for sheet in workbook for row in sheet.iter_rows(values_only=True) for cell in row)
    for text in (page, report.stdout, cells):
        assert "synthetisch" in text.lower()
