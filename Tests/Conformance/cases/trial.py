"""One run of a case's `run.sh`: its commands with what they printed, their exit codes, and what the script showed after each."""

import csv
import io
import json
import os
import re
import subprocess

COMMAND = re.compile(r"^\$ plaza (.*)$")
EXIT = re.compile(r"^\[exit (\d+)\]$")


class Command:
    """What one command printed (`text`), its exit code, and the lines that the script wrote after it (`shown`)."""

    def __init__(self, words):
        self.words = words
        self.text = ""
        self.exit = None
        self.shown = ""

    @property
    def features(self):
        """The features that the script showed, a dictionary each."""
        rows = []
        for line in self.shown.splitlines():
            if not line.startswith("  ") or "=" not in line:
                continue
            row = {}
            for part in re.split(r"  (?=\w+=)", line.strip()):
                key, _, value = part.partition("=")
                try:
                    row[key] = json.loads(value)
                except ValueError:
                    row[key] = value
            rows.append(row)
        return rows

    def table(self, header):
        """The rows of the table that the script showed, from the line that begins with `header` to the next that has other columns."""
        lines = self.shown.splitlines()
        begin = next((i for i, line in enumerate(lines) if line.startswith(header)), None)
        if begin is None:
            return []
        width = lines[begin].count(",")
        end = begin + 1
        while end < len(lines) and len(next(csv.reader([lines[end]]))) == width + 1:
            end += 1
        return list(csv.DictReader(io.StringIO("\n".join(lines[begin:end]))))

    def says(self, pattern):
        """Whether what it printed holds the pattern, whatever the case of letters."""
        return re.search(pattern, self.text, re.I) is not None

    def account(self, line):
        """A number of the account as it is printed; None where the line is not there."""
        found = re.search(rf"^\s+{line}[^\d\n]*?(\d+(?:[ \u202f\u00a0]\d{{3}})*)", self.text, re.M)
        return int(re.sub(r"\D", "", found.group(1))) if found else None


class Trial:
    def __init__(self, folder, plaza):
        environment = dict(os.environ, PLAZA=plaza)
        ran = subprocess.run(["bash", "run.sh"], cwd=folder, env=environment, capture_output=True, timeout=600)
        self.output = ran.stdout.decode("utf-8", "replace")
        self.commands = []
        self.failures = []
        ended = False
        for line in self.output.splitlines():
            if found := COMMAND.match(line):
                self.commands.append(Command(found.group(1)))
                ended = False
            elif not self.commands:
                continue
            elif found := EXIT.match(line):
                self.commands[-1].exit = int(found.group(1))
                ended = True
            elif ended:
                self.commands[-1].shown += line + "\n"
            else:
                # Spaces that do not break are spaces for a pattern.
                self.commands[-1].text += re.sub("[\u202f\u00a0]", " ", line) + "\n"

    def __getitem__(self, index):
        return self.commands[index]

    def must(self, holds, what):
        """Notes `what` as failed unless it holds; `holds` may be a function, whose errors are failures too."""
        try:
            good = holds() if callable(holds) else holds
        except (LookupError, TypeError, ValueError, AttributeError) as error:
            good = False
            what = f"{what} ({type(error).__name__}: {error})"
        if not good:
            self.failures.append(what)

    def never_crashes(self):
        """No trap, no bug of ours, no NaN: holds for each command of each case."""
        for command in self.commands:
            self.must(command.exit not in (70, 132, 133, 134, 139, 124), f"exit {command.exit}: plaza {command.words}")
            self.must(not re.search(r"\":\s*(NaN|-?Infinity)\b", command.text), f"NaN printed: plaza {command.words}")
