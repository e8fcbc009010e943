"""Runs the scripts named as arguments, or all of them, and ends with `N passed, N failed`."""
import importlib
import sys
import time
import traceback

import support

ALL = ["located", "transforms", "areas", "outputs", "hotspots", "rasters", "spaces", "coverages", "exposure", "changes", "formats", "senders", "files"]


def main(names):
    for name in names or ALL:
        if name not in ALL:
            raise SystemExit(f"conformance: no script {name}; there are {', '.join(ALL)}")
    checks = support.Checks()
    for name in names or ALL:
        print(f"# {name}", flush=True)
        start = time.perf_counter()
        try:
            importlib.import_module(name).run(checks)
        except Exception:
            traceback.print_exc()
            checks.that(f"{name} runs to its end", False)
        print(f"  {time.perf_counter() - start:.1f} s")
    if checks.skipped:
        print(f"{checks.skipped} skipped")
    print(f"{checks.passed} passed, {checks.failed} failed")
    return 1 if checks.failed else 0


if __name__ == "__main__":
    with support.workspace():
        sys.exit(main(sys.argv[1:]))
