"""Runs programs and reads GeoPackages: what the tests share."""

import hashlib
import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

LONGEST_COMMAND = 300  # seconds


@dataclass(frozen=True)
class Product:
    program: Path
    root: Path

    def run(self, *arguments, folder=None):
        """Runs one command; the typesetter is found as ./run sets it."""
        python = os.environ.get("WERKLOCATIES_PYTHON", str(self.root / ".tools/python/bin/python3"))
        return subprocess.run(
            [self.program, *map(str, arguments)], cwd=folder or self.root, env={**os.environ, "WERKLOCATIES_PYTHON": python},
            stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=LONGEST_COMMAND,
        )

    def succeeds(self, *arguments, folder=None):
        """Standard output of a command that has to end well."""
        result = self.run(*arguments, folder=folder)
        assert result.returncode == 0, f"{arguments}: exit {result.returncode}\n{result.stdout}{result.stderr}"
        return result.stdout

    def fails(self, *arguments, folder=None):
        """Everything a command says that has to be refused; a crash (a signal) is not a refusal."""
        result = self.run(*arguments, folder=folder)
        said = result.stdout + result.stderr
        assert result.returncode > 0, f"{arguments}: exit {result.returncode}\n{said}"
        return said


def errors_in(said):
    """The lines that report an error: 'fout: place: message. remedy.'"""
    return [line.strip() for line in said.splitlines() if line.strip().startswith("fout: ")]


def assert_place_and_remedy(said, *places):
    """Some error line names every place and has a remedy as a sentence after the message."""
    good = [line for line in errors_in(said) if all(place in line for place in places) and ". " in line and line.endswith(".")]
    assert good, f"no error names {places} with a remedy in:\n{said}"


def rows(path, query):
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
        return database.execute(query).fetchall()


def contents(path):
    """A digest per table of everything a register holds."""
    names = [name for (name,) in rows(path, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    return {name: hashlib.sha256(repr(rows(path, f'SELECT * FROM "{name}"')).encode()).hexdigest() for name in names}


def validate(path):
    """The report of the GeoPackage validator of PDOK."""
    code = "from geopackage_validator.cli import cli; cli()"
    command = [sys.executable, "-c", code, "validate", "--gpkg-path", str(path)]
    result = subprocess.run(command, capture_output=True, text=True, timeout=LONGEST_COMMAND)
    return json.loads(result.stdout)


def assert_valid_geopackage(path):
    report = validate(path)
    assert report["success"], json.dumps(report["results"], indent=1)[:4000]


def write_parameters(folder, files):
    """A parameter folder with values {path: {member: (value, low, high)}}, all of them assumptions; JSON is YAML too."""
    for path, members in files.items():
        values = {
            member: {"2015-01-01": {"value": value, "low": low, "high": high, "source": "assumption"}}
            for member, (value, low, high) in members.items()
        }
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(json.dumps({"members": values}), encoding="utf-8")
    return folder
