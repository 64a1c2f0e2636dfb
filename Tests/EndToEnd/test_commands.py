"""The command scripts: they install only what is missing, and say in one sentence what they cannot do."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NOBODY = 65534


def script(code, **options):
    """Runs a piece of bash with the functions of the command scripts."""
    source = "set -euo pipefail; source Scripts/setup.sh; "
    return subprocess.run(["bash", "-c", source + code], cwd=ROOT, capture_output=True, text=True, timeout=300, **options)


def path_with(folder, *programs):
    """A PATH that offers these programs and nothing else."""
    for program in programs:
        (folder / program).symlink_to(shutil.which(program))
    return {**os.environ, "PATH": str(folder)}


def test_a_missing_toolchain_is_one_sentence(tmp_path):
    environment = path_with(tmp_path, "bash")
    result = script("find_swift /nergens", env=environment)
    assert result.returncode == 1
    assert result.stderr.startswith("Swift ontbreekt: ") and result.stderr.count("\n") == 1


def test_a_toolchain_beside_the_path_is_found(tmp_path):
    toolchain = tmp_path / "toolchain"
    toolchain.mkdir()
    (toolchain / "swift").symlink_to("/bin/true")
    (tmp_path / "bin").mkdir()
    environment = path_with(tmp_path / "bin", "bash")
    result = script(f"find_swift /nergens {toolchain}; printf %s \"$PATH\"", env=environment)
    assert result.stdout.split(":")[0] == str(toolchain)


def test_only_missing_packages_are_named(tmp_path):
    wanted = tmp_path / "packages.txt"
    wanted.write_text("bash: staat er al.\nbestaat-niet-a: voor de proef.\nbestaat-niet-b: ook voor de proef.\n")
    assert script(f"missing_packages {wanted}").stdout.split() == ["bestaat-niet-a", "bestaat-niet-b"]


@pytest.mark.skipif(os.geteuid() != 0, reason="alleen root kan zijn rechten afleggen")
def test_without_rights_the_packages_are_named_in_one_sentence(tmp_path):
    wanted = tmp_path / "packages.txt"
    wanted.write_text("bestaat-niet-a: voor de proef.\n")
    tools = tmp_path / "bin"
    tools.mkdir()
    environment = path_with(tools, "bash", "cut", "sort", "comm", "sed", "dpkg-query", "apt-get")
    for folder in (tmp_path, *tmp_path.parents):
        if folder.is_relative_to(tempfile.gettempdir()) and folder != Path(tempfile.gettempdir()):
            folder.chmod(0o755)
    result = script(f"install_packages {wanted}", env=environment, user=NOBODY, group=NOBODY, extra_groups=[], stdin=subprocess.DEVNULL)
    assert result.returncode == 1
    assert "bestaat-niet-a" in result.stderr and result.stderr.count("\n") == 1


def test_a_failed_wheel_installation_keeps_the_working_one(tmp_path):
    folder, wheels = tmp_path / "python", tmp_path / "wheels.txt"
    wheels.write_text("")
    assert script(f"install_wheels {folder} {wheels}").returncode == 0
    before = (folder / "installed.txt").read_text()
    wheels.write_text("bestaat-niet==0  # voor de proef\n")
    result = script(f"install_wheels {folder} {wheels}", env={**os.environ, "PIP_NO_INDEX": "1"})
    assert result.returncode == 1
    assert (folder / "installed.txt").read_text() == before
    subprocess.run([folder / "bin/python3", "-c", ""], check=True)


def test_complete_wheels_are_left_alone(tmp_path):
    folder, wheels = tmp_path / "python", tmp_path / "wheels.txt"
    wheels.write_text("")
    assert "worden geïnstalleerd" in script(f"install_wheels {folder} {wheels}").stdout
    assert script(f"install_wheels {folder} {wheels}").stdout == ""


def test_run_ends_with_the_startpakketten(first_run):
    named = [line.strip() for line in first_run.splitlines() if line.strip().endswith(".html")]
    assert len(named) == 12 and all((ROOT / name).is_file() for name in named)
