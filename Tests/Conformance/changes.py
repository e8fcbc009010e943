"""`compare` on every past month of Mexico City: its dispersion beside a regression in numpy, and how often it calls a change.

The months are the real ones, so some calls are of real changes: the share is set beside that of the E-test alone on the same counts.
"""
import csv
import datetime
import gzip

import numpy
import scipy.stats

import support

RECORDS = "cdmx/carpetas_fgj_2019_2025.csv.gz"
AREAS = "cdmx/alcaldias.geojson.gz"
FIRST, LAST = (2022, 1), (2024, 12)
PAST = 36


def months(first, last):
    year, month = first
    while (year, month) <= last:
        yield year, month
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)


def days(year, month):
    following = datetime.date(year + month // 12, month % 12 + 1, 1)
    return (following - datetime.date(year, month, 1)).days


def counted(path):
    """The records of each kind in each month."""
    counts = {}
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            date = row["fecha_hecho"]
            # Of the kind, and of all kinds together.
            for kind in (row["delito"].strip(), None):
                key = kind, int(date[:4]), int(date[5:7])
                counts[key] = counts.get(key, 0) + 1
    return counts


def dispersion(counts, exposure):
    """Pearson's χ² over its degrees of freedom of a log-linear Poisson regression on a trend and a yearly wave, by Newton's method."""
    index = numpy.arange(len(counts))
    middle = (len(counts) - 1) / 2
    angle = 2 * numpy.pi * index / 12
    design = numpy.c_[numpy.ones(len(counts)), (index - middle) / middle, numpy.cos(angle), numpy.sin(angle)]
    coefficients = numpy.zeros(4)
    coefficients[0] = numpy.log(counts.sum() / exposure.sum())
    for _ in range(100):
        mean = exposure * numpy.exp(design @ coefficients)
        coefficients += numpy.linalg.solve(design.T @ (mean[:, None] * design), design.T @ (counts - mean))
    mean = exposure * numpy.exp(design @ coefficients)
    return max(1, ((counts - mean) ** 2 / mean).sum() / (len(counts) - 4))


def run(checks):
    records, areas = support.DATA / RECORDS, support.DATA / AREAS
    if not records.exists():
        return checks.skip("changes of Mexico City", f"no {records}")
    counts = counted(records)
    worst, tested, called, plain, maps, alarmed = 0, 0, 0, 0, [0, 0], 0
    for year, month in months(FIRST, LAST):
        table = support.work / "changes.csv"
        summary = support.plaza(
            "compare", records, "--areas", areas, "--code", "CVEGEO", "--by", "delito", "--when", "fecha_hecho", "--until", f"{year}-{month:02}",
            "--periods", "month", "--table", table)
        past = [(year * 12 + month - 1 - back) for back in range(PAST, 0, -1) if year * 12 + month - 1 - back >= 2019 * 12]
        exposure = numpy.array([days(number // 12, number % 12 + 1) for number in past], float)
        for row in summary["territory"]:
            if row["p"] is None:
                continue
            now, before = row["count_now"], row["count_before"]
            score = abs(now - before) / numpy.sqrt(now + before)
            tested += 1
            called += row["verdict"] in ("up", "down")
            plain += 2 * scipy.stats.norm.sf(score) <= 0.05
            if row["past_months"] == PAST:
                series = [counts.get((row["category"], number // 12, number % 12 + 1), 0) for number in past]
                wanted = dispersion(numpy.array(series, float), exposure)
                worst = max(worst, abs(row["dispersion"] - wanted) / wanted)
        with open(table, encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                if row["level"] != "territory" and row["p"]:
                    maps[0] += 1
                    maps[1] += row["verdict"] in ("up", "down")
        alarmed += summary["windows"][0]["state"]["state"] == "incomplete"
    checks.that("the dispersion is that of the regression in numpy", worst < 1e-8, f"worst {worst:.1e}")
    checks.that(
        "fewer months are called changed than by the E-test alone", called < plain / 2,
        f"of {tested} kinds and months {100 * called / tested:.1f} %, by the E-test {100 * plain / tested:.1f} %")
    checks.that("no whole month is called incomplete", alarmed == 0, f"{alarmed} of {len(list(months(FIRST, LAST)))}")
    print(f"  areas: {100 * maps[1] / max(1, maps[0]):.1f} % of {maps[0]} called")
