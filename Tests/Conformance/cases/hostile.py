"""Inputs made to break a reader: each line of `hostile/run.sh` says which exit code it wants."""

import os
import re
import subprocess

LINE = re.compile(r"^want (\d+)\s+got (\d+)\s+([\d.]+)s\s+(.*)$")


def check_hostile(folder, plaza):
    ran = subprocess.run(["bash", "run.sh"], cwd=folder, env=dict(os.environ, PLAZA=plaza), capture_output=True, timeout=1200)
    for line in ran.stdout.decode("utf-8", "replace").splitlines():
        if found := LINE.match(line):
            yield line, found.group(1) == found.group(2)
