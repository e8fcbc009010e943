"""What a right reader and a right join must find, counted from the bytes of the written files."""

import csv
import io
import unicodedata

from maker.accounts import Level, account, assert_off_edges, by_levels, degrees_of, month, plain
from maker.tiling import Area

from .crimes import HEADER
from .territory import MUNICIPALITY

DATE, KIND, TOWN, MACRO, DISTRICT, OTB = (HEADER.index(f) for f in ("fecha", "delito", "cod_municipio", "macrodistrito", "distrito", "otb"))
LON, LAT = HEADER.index("longitud"), HEADER.index("latitud")


def make(seed, made, text, territory, population, series, aliases):
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert rows[0] == HEADER

    def place(row):
        return degrees_of(row[LON], row[LAT])

    def joined(areas, window=None, only=None, dated=True, stating=None, crossed=False):
        return account(
            rows, areas, place, lambda row: unicodedata.normalize("NFC", row[KIND].strip()),
            (lambda row: month(row[DATE], False)) if dated else None, only, stating, crossed, window,
        )  # fmt: skip

    both = ("2022-01", "2023-12")
    stating = ("joined_stating_another_district", lambda row, area: row[DISTRICT].zfill(2) != area.code)
    town, macros, districts, organisations = territory.levels
    assert_off_edges(rows, organisations, place)
    result = {
        "seed": seed,
        "what": "joins: what each step of study.yaml must find, of records with points; by_ counts are of joined records; on a border "
        "the lowest code wins; kinds are trimmed NFC text; a step with from and to filters blank dates. levels: a usable point "
        "decides alone; else the finest level that a code (padded) or a name (without case and accents, or by alias.csv) "
        "states, and all above it; rows <code>:unknown; dates are not judged; located_by says what the finest level was found "
        "by",
        "mistakes": made,
        "figures": {
            "square_kilometres": territory.square_kilometres,
            "residents": sum(a.population for a in districts),
            "macrodistricts": len(macros), "former_macrodistricts": len(territory.former), "districts": len(districts),
            "urban_districts": sum(d.code <= "21" for d in districts), "organisations": len(organisations),
        },  # fmt: skip
        "joins": {  # by the names of the steps of study.yaml
            "delitos-en-el-municipio": joined(town, both),
            "delitos-por-macrodistrito": joined(macros, both, crossed=True),
            "delitos-2022-en-nueve-macrodistritos": joined(territory.former, ("2022-01", "2022-12")),
            "delitos-por-distrito": joined(districts, both, stating=stating),
            "delitos-por-otb": joined(organisations),
            "robos-por-macrodistrito": joined(macros, only="robo", dated=False),
        },
    }

    def spelt(level):
        return [(alias, code) for kind, alias, code in aliases if kind == level]

    def town_level(areas):
        return Level("municipio", areas, lambda row: row[TOWN], len(MUNICIPALITY))

    result["levels"] = by_levels(
        rows, place,
        [
            town_level(town),
            Level("macrodistrito", macros, name=lambda row: row[MACRO], aliases=spelt("macrodistrito")),
            Level("distrito", districts, lambda row: row[DISTRICT], 2),
            Level("otb", organisations, name=lambda row: row[OTB], aliases=spelt("otb")),
        ],
    )  # fmt: skip
    former = [Area(a.code, a.name, a.ring) for a in territory.former]
    for area in former:
        area.above = town[0]
    known = {a.name: a.code for a in former}
    today = {a.code: a.name for a in macros}
    result["levels_former_division"] = by_levels(
        rows, place,
        [
            town_level(town),
            Level(
                "macrodistrito", former, name=lambda row: row[MACRO],
                aliases=[(alias, known[today[code]]) for alias, code in spelt("macrodistrito") if today[code] in known],
            ),
        ],
    )  # fmt: skip
    people, months = {}, {}
    for _, year, _, _, number in population:
        people[str(year)] = people.get(str(year), 0) + number
    for row in series:
        months.setdefault(row[0], {})[row[1]] = months.get(row[0], {}).get(row[1], 0) + sum(row[4:])
    result["poblacion.csv"] = people
    result["serie-mensual.csv"] = months
    _check(result, made, rows)
    return result


def _check(result, made, rows):
    joins, levels = result["joins"], result["levels"]
    whole, districts, otb = (joins[f"delitos-por-{name}"] for name in ("macrodistrito", "distrito", "otb"))
    for reason in ("bad_row", "bad_number", "out_of_range", "bad_date"):
        assert whole["reasons"][reason] == made[reason], reason
    assert whole["reasons"]["null_island"] == made["null_island_with_district_code"]
    assert whole["outside"] == made["outside_the_municipality"] and whole["filtered"] == made["blank_date"]
    assert all(districts[k] == whole[k] for k in ("joined", "outside", "unlocated", "rejected", "filtered", "by_period"))
    assert otb["joined"] == whole["joined"] + whole["filtered"] and otb["joined_with_blank_date"] == made["blank_date"]
    assert whole["on_border"] == made["on_macrodistrict_border"]
    assert districts["on_border"] == made["on_macrodistrict_border"] + made["on_district_border_only"]
    assert otb["on_border"] == districts["on_border"] + made["on_otb_border_only"]
    assert districts["joined_stating_another_district"] == made["states_another_district_than_its_point"]
    without = sum(1 for row in rows[1:] if len(row) == len(rows[0]) and not row[LON])
    assert abs(without / (len(rows) - 1) - 1 / 3) < 0.01
    assert levels["unlocated"] >= made["without_any_place"]
    nameless = levels["names_that_match_nothing"]
    assert list(nameless) == ["macrodistrito"] and {plain(n) for n in nameless["macrodistrito"]} == {"sur"}
