"""The command line of a maker: write data/, or compare with it."""

import sys


def main(arguments, here, files, usage):
    """`files()` gives name and bytes of every file of `here`/data; the exit code is returned."""
    if arguments not in ([], ["--check"]):
        print(usage.strip(), file=sys.stderr)
        return 64
    made, folder = files(), here / "data"
    if not arguments:
        folder.mkdir(exist_ok=True)
        for name, data in sorted(made.items()):
            (folder / name).write_bytes(data)
        return 0
    present = {p.name: p.read_bytes() for p in folder.iterdir()} if folder.is_dir() else {}
    wrong = sorted(n for n in set(made) | set(present) if made.get(n) != present.get(n))
    for name in wrong:
        state = "missing" if name not in present else "not made by the maker" if name not in made else "differs"
        print(f"data/{name}: {state}; run make.py again", file=sys.stderr)
    return 1 if wrong else 0
