"""Running `plaza`, finding the data, and counting what passed."""
import contextlib
import json
import os
import pathlib
import subprocess
import tempfile

DATA = pathlib.Path(os.environ.get("PLAZA_SHARED", "../shared")) / "data"
PLAZA = os.environ.get("PLAZA", ".build/release/plaza")
work = None


@contextlib.contextmanager
def workspace():
    """A folder for outputs that is gone at the end: single records stay nowhere."""
    global work
    with tempfile.TemporaryDirectory(prefix="plaza-conformance-") as folder:
        work = pathlib.Path(folder)
        yield


class Checks:
    def __init__(self):
        self.passed = self.failed = self.skipped = 0

    def that(self, claim, holds, detail=""):
        holds = bool(holds)
        self.passed += holds
        self.failed += not holds
        print(f"  {'ok  ' if holds else 'FAIL'}  {claim}{': ' if detail else ''}{detail}", flush=True)
        return holds

    def skip(self, claim, why):
        self.skipped += 1
        print(f"  skip  {claim}: {why}", flush=True)


class Refused(Exception):
    """`plaza` ended with another exit code than 0."""


def plaza(*arguments):
    """Runs plaza and returns its JSON summary."""
    command = [PLAZA, *map(str, arguments), "--json", "--force", "--quiet"]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        said = (done.stderr.strip().splitlines() or ["nothing on standard error"])[-1]
        raise Refused(f"exit {done.returncode}: {' '.join(command)}: {said}")
    return json.loads(done.stdout)


def account(summary):
    """The part of the summary that says what became of each record."""
    return summary["points"]
