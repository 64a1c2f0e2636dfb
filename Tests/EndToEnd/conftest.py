"""The real program, run as a user runs it, and one example register that the tests read or copy."""

import fcntl
import os
import shutil
import subprocess
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
def once(tmp_path_factory):
    """Makes what all workers share: the first one makes it, the others wait for it."""
    folder = tmp_path_factory.getbasetemp()
    folder = folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder

    def made(name, make):
        place = folder / name
        with (folder / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not place.exists():
                unfinished = folder / f"{name}.unfinished"
                shutil.rmtree(unfinished, ignore_errors=True)  # of a worker that failed
                unfinished.mkdir()
                make(unfinished)
                unfinished.rename(place)
        return place

    return made


@pytest.fixture(scope="session")
def example(product, once):
    """The example register. Read only: a test that changes a register takes `register`."""
    return once("example", lambda folder: product.succeeds("example", folder / "register.gpkg")) / "register.gpkg"


@pytest.fixture
def register(example, tmp_path):
    """A copy of the example register for one test."""
    return Path(shutil.copy(example, tmp_path / "register.gpkg"))


@pytest.fixture(scope="session")
def first_run(once):
    """Everything that `./run` says; it leaves the example register and the startpakketten in out/."""

    def run(folder):
        result = subprocess.run([ROOT / "run"], capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=900)
        assert result.returncode == 0, result.stdout + result.stderr
        (folder / "said.txt").write_text(result.stdout)

    return (once("first-run", run) / "said.txt").read_text()


@pytest.fixture(scope="session")
def startpakketten(first_run):
    """Folder with the startpakketten of all twelve provinces."""
    return ROOT / "out/startpakketten"
