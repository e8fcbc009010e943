"""Sixteen offices send their records, each spoilt in its own way: does the default read them, or what `info` says to give?"""
import csv
import json
import subprocess
import sys

import support

AREAS = support.DATA / "cdmx" / "alcaldias.geojson.gz"

# What the file cannot say itself: its places are names, its columns are called anything, its rows are counts.
TOLD = {
    "05": ["--lon", "X", "--lat", "Y"],
    "06": ["--key-name", "Municipio"],
    "07": ["--key", "CLAVE", "--wide", "month", "--year", "AÑO"],
    "08": ["--key", "cve_mun", "--count", "casos"],
    "09": ["--assume-crs", "EPSG:32614"],
}


def run(checks):
    maker = support.DATA.parent / "cases" / "fourteen_senders.py"
    folder = support.work / "senders"
    made = subprocess.run([sys.executable, maker, folder], capture_output=True, text=True)
    if made.returncode:
        return checks.skip("sixteen senders", f"{maker.name} ended with {made.returncode}: {made.stderr.strip()[-200:]}")
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    code_of = {number: code for number, code in zip((f"{n:02}" for n in range(1, 17)), truth)}
    print("  | file | options | records | as repaired | October 2023 | October 2024 | said |")
    print("  |---|---|---|---|---|---|---|")
    for path in sorted(folder.iterdir()):
        if path.name == "truth.json" or path.name.startswith("."):
            continue
        expected = truth[code_of[path.name[:2]]]
        title = f"{path.name} ({expected['name']})"
        options = TOLD.get(path.name[:2], [])
        table = support.work / "sender.csv"
        try:
            summary = support.plaza(
                "join", path, "--areas", AREAS, "--code", "CVEGEO", "--name", "NOMGEO", "--period", "month", "--table", table, *options)
        except support.Refused as refusal:
            checks.that(title, False, str(refusal))
            continue
        account = support.account(summary)
        months = {}
        with open(table, encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                if row["level"] == "territory":
                    months[row["period"]] = months.get(row["period"], 0) + int(row["count"])
        good = account["joined"] + account["outside"] + account["unlocated"]
        found = (sum(months.values()), months.get("2023-10", 0), months.get("2024-10", 0))
        wanted = (expected["rows"], expected["oct23"], expected["oct24"])
        mended = ", ".join(sorted({w["id"] for w in summary["warnings"]}))
        print(f"  | {path.name} | {' '.join(options)} | {good} | {account.get('mended', '')} | {found[1]} | {found[2]} | {mended} |")
        checks.that(title, found == wanted, f"records, October 2023, October 2024: {found}, in truth {wanted}")
