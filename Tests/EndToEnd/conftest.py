"""The real program, run as a user runs it, and one example register that the tests read or copy."""

import os
import shutil
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Scripts"))

from product import Product  # noqa: E402  (beside this file)


@pytest.fixture(scope="session")
def product():
    """The program under test: WERKLOCATIES_BIN, or what the release build left."""
    return Product(Path(os.environ.get("WERKLOCATIES_BIN", ROOT / ".build/release/werklocaties")), ROOT)


@pytest.fixture(scope="session")
def shared():
    """The folder of real files beside the repository."""
    folders = [root / "shared" / "data" for root in (ROOT.parent, ROOT.parent.parent)]  # a work tree lies one deeper
    folder = next((folder for folder in folders if folder.is_dir()), None)
    if folder is None:
        pytest.skip("../shared/data is hier niet aanwezig")
    return folder


@pytest.fixture(scope="session")
def example(product, tmp_path_factory):
    """The example register. Read only: a test that changes a register takes `register`."""
    path = tmp_path_factory.mktemp("example") / "register.gpkg"
    product.succeeds("example", path)
    return path


@pytest.fixture
def register(example, tmp_path):
    """A copy of the example register for one test."""
    return Path(shutil.copy(example, tmp_path / "register.gpkg"))


@pytest.fixture(scope="session")
def startpakketten(product, example, tmp_path_factory):
    """Folder with the startpakketten of all twelve provinces."""
    folder = tmp_path_factory.mktemp("startpakketten")
    product.succeeds("startpakket", example, "--all", "--out", folder)
    return folder
