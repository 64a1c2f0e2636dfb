"""Runs every check of the project and adds them up.

Each check is a command. A check with a report (JUnit XML, written by Swift Testing and by pytest) counts its tests;
a check without one counts as one test. A command that fails without a failed test in its report, or that leaves no
report (a crash), counts as one failure more: nothing that went wrong can be hidden by a count.
"""

import os
import subprocess
import sys
import time
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree

ROOT = Path(__file__).resolve().parent.parent
REPORTS = ROOT / ".build" / "test-reports"
LONGEST_TEST_RUN = 1500  # seconds; a test that hangs must not hold the machine


@dataclass(frozen=True)
class Count:
    passed: int = 0
    failed: int = 0
    skipped: int = 0

    def __add__(self, other):
        return Count(self.passed + other.passed, self.failed + other.failed, self.skipped + other.skipped)

    def __str__(self):
        return f"{self.passed} passed, {self.failed} failed, {self.skipped} skipped"


@dataclass(frozen=True)
class Check:
    title: str
    command: list
    report: str = ""
    needs: str = ""  # title of the check that must have passed first


SWIFT = ["-c", "release"]
LIMIT = ["timeout", "--kill-after=10", str(LONGEST_TEST_RUN)]
# A worker per core; the tests of a file stay together, for they share what the file made.
WORKERS = ["-n", str(os.cpu_count()), "--dist", "loadfile"]
CHECKS = [
    Check("Opmaak", ["swift", "format", "lint", "--strict", "-r", "Sources", "Tests", "Package.swift"]),
    Check(
        "Bouw",
        ["swift", "build", *SWIFT, "--build-tests", "--explicit-target-dependency-import-check", "error"],
    ),
    Check(
        "Swift-tests",
        [*LIMIT, "swift", "test", *SWIFT, "--skip-build", "--disable-xctest", "--xunit-output", f"{REPORTS}/swift.xml"],
        report="swift*.xml",
        needs="Bouw",
    ),
    Check(
        "Van begin tot eind",
        [*LIMIT, sys.executable, "-m", "pytest", "-q", *WORKERS, "--tb=short", "-rs", "-p", "no:cacheprovider", f"--junitxml={REPORTS}/end-to-end.xml", "Tests/EndToEnd"],
        report="end-to-end.xml",
        needs="Bouw",
    ),
]


def outcome(case):
    """passed, failed or skipped: the worst thing that a test case in a report says of itself."""
    kinds = {child.tag for child in case}
    if kinds & {"failure", "error"}:
        return "failed"
    return "skipped" if "skipped" in kinds else "passed"


def counted(report):
    """The tests in the reports that match the name; nothing when there is none or it was cut off."""
    total = Count()
    for path in sorted(REPORTS.glob(report)):
        try:
            cases = ElementTree.parse(path).iter("testcase")
        except ElementTree.ParseError:
            continue
        for case in cases:
            total += Count(**{outcome(case): 1})
    return total


def count(check, status):
    if not check.report:
        return Count(passed=1) if status == 0 else Count(failed=1)
    total = counted(check.report)
    went_wrong_unseen = total == Count() or (status != 0 and total.failed == 0)
    return total + Count(failed=1) if went_wrong_unseen else total


def run(check):
    print(f"\n== {check.title}", flush=True)
    start = time.monotonic()
    status = subprocess.run(check.command, cwd=ROOT, stdin=subprocess.DEVNULL).returncode
    # The exit code of timeout after a kill is also that of a test run that the machine killed.
    if check.command[: len(LIMIT)] == LIMIT and status and time.monotonic() - start >= LONGEST_TEST_RUN:
        print(f"\n== {check.title}: afgebroken na {LONGEST_TEST_RUN} seconden; de tests waren nog bezig", flush=True)
    result = count(check, status)
    print(f"== {check.title}: {result}", flush=True)
    return result


def run_all(checks):
    results = {}
    for check in checks:
        if check.needs and results[check.needs].failed:
            print(f"\n== {check.title}: niet uitgevoerd, want '{check.needs}' is mislukt")
            results[check.title] = Count(failed=1)
        else:
            results[check.title] = run(check)
    return sum(results.values(), Count())


def main():
    rmtree(REPORTS, ignore_errors=True)
    REPORTS.mkdir(parents=True)
    os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
    total = run_all(CHECKS)
    print(f"\n{total}", flush=True)
    return 1 if total.failed else 0


if __name__ == "__main__":
    sys.exit(main())
