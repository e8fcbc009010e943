"""Populations, the correspondence of the two divisions, aliases, and monthly series without places: all invented."""

from maker.basics import Random, shared_out
from maker.records import line

from .territory import FORMER, RESIDENTS

AGES = ["0-14", "15-29", "30-44", "45-59", "60+"]
MONTHS = [
    "Enero", "Febrero", "Marzo", "Abril", "Mayo", "Junio", "Julio", "Agosto", "Septiembre", "Octubre", "Noviembre", "Diciembre",
]  # fmt: skip


def population_rows(seed, territory):
    """(code, year, sex, age, population) by district; 2022 adds up to the residents of the layers."""
    random = Random(seed, 4)
    rows = []
    for area in territory.districts:
        share = random.between(508, 528)
        growth = {2020: random.between(985, 1004), 2022: 1000, 2024: random.between(994, 1018)}
        for year, factor in growth.items():
            people = area.population * factor // 1000
            women = people * share // 1000
            for sex, number in (("mujer", women), ("hombre", people - women)):
                parts = shared_out(number, [230 + random.below(20), 270, 225, 160, 115])
                rows += [(area.code, year, sex, age, n) for age, n in zip(AGES, parts)]
    assert sum(r[4] for r in rows if r[1] == 2022) == RESIDENTS
    return rows


def population_text(rows):
    return "\n".join(["code,year,sex,age,population"] + [",".join(str(v) for v in row) for row in rows]) + "\n"


def correspondence_text(territory):
    """Shares of the residents of 2022; those of one former macrodistrict add up to 1."""
    lines = ["from_code,to_code,share"]
    for code, (_, parts) in FORMER.items():
        people = [next(a.population for a in territory.macrodistricts if a.code == part) for part in parts]
        for part, share in zip(parts, shared_out(10_000, people)):
            lines.append(f"{code},{part},{share // 10_000}.{share % 10_000:04d}")
    return "\n".join(lines) + "\n"


def alias_text(aliases):
    return "\n".join(["nivel,alias,codigo"] + [line(a) for a in aliases]) + "\n"


def series(seed, territory):
    """Calls for help by month, as wide rows: each year by the macrodistricts of its day."""
    random = Random(seed, 5)
    rows = []
    for year, areas in (("2022", territory.former), ("2023", territory.macrodistricts)):
        for area in areas:
            for service, per in (("llamadas de auxilio", 900), ("patrullajes comunitarios", 6_000)):
                level = area.population // per
                rows.append([year, area.code, area.name, service] + [level * random.between(70, 130) // 100 for _ in MONTHS])
    return rows


def series_text(rows):
    lines = [line(["anio", "codigo", "macrodistrito", "servicio"] + MONTHS)]
    return "\n".join(lines + [line([str(v) for v in row]) for row in rows]) + "\n"
