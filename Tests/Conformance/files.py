"""Every file of the nasty collections: an account, or one sentence that says what is wrong, and never a crash or a hang.

With OUTCOMES set, the table of docs/outcomes.md is written there.
"""
import collections
import concurrent.futures
import os
import pathlib
import subprocess
import time

import support

# What a command may end with on a file that it was not told anything about.
ENDS = {0: "read", 2: "refused (`--strict`)", 64: "asks for an option", 65: "not understood, and why"}
LONGEST = 20


def ask(verb, path):
    """The exit code, the seconds, and what was said last."""
    begun = time.perf_counter()
    options = ["--strict"] if verb == "check" else []
    try:
        done = subprocess.run(
            [support.PLAZA, verb, path, *options], capture_output=True, text=True, errors="replace", timeout=LONGEST)
    except subprocess.TimeoutExpired:
        return None, LONGEST, ""
    said = [line for line in done.stderr.splitlines() if line.startswith("plaza: ")]
    told = said[-1] if said else (done.stdout.strip().splitlines() or done.stderr.strip().splitlines() or [""])[0]
    return done.returncode, time.perf_counter() - begun, told


def group(path):
    parts = path.relative_to(support.DATA).parts
    return "/".join(parts[:2]) if parts[0] == "nasty" and len(parts) > 2 else parts[0]


def run(checks):
    files = sorted(
        path for folder in ("nasty", "messy_csv") for path in (support.DATA / folder).rglob("*") if path.is_file())
    rows = collections.defaultdict(collections.Counter)
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        jobs = [(verb, path) for path in files for verb in ("info", "check")]
        for (verb, path), (code, seconds, told) in zip(jobs, pool.map(lambda job: ask(*job), jobs)):
            name = path.relative_to(support.DATA)
            rows[(group(path), verb)][code] += 1
            if code not in ENDS or seconds > LONGEST or not told:
                checks.that(f"{verb} {name}", False, f"exit {code} after {seconds:.1f} s: {told[:200]}")
            corpus = name.parts[1] if len(name.parts) > 1 else ""
            if corpus == "json_test_suite" and verb == "info" and path.name[:2] == "n_" and code == 0:
                checks.that(f"{name} is no JSON and is refused", False, told[:200])
    checks.that(f"{len(files)} files end in a result or a sentence, none after {LONGEST} s", True)
    text = table(rows, len(files))
    print("\n".join("  " + line for line in text.splitlines()))
    if "OUTCOMES" in os.environ:
        pathlib.Path(os.environ["OUTCOMES"]).write_text(text, encoding="utf-8")


def table(rows, count):
    codes = list(ENDS)
    head = f"| files | verb | {' | '.join(f'{code}: {ENDS[code]}' for code in codes)} |\n"
    lines = [f"| {name} | `{verb}` | {' | '.join(str(found[code] or '') for code in codes)} |\n" for (name, verb), found in sorted(rows.items())]
    return head + "|---|---|" + "---|" * len(codes) + "\n" + "".join(lines)
