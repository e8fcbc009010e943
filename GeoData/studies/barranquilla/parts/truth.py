"""What a right reader and a right join must find, counted from the bytes of the written files."""

import csv
import io
import re

from maker.accounts import Level, account, by_levels, month
from maker.basics import SCALE
from maker.ellipsoid import MAGNA_BOGOTA
from maker.tiling import integer, locate

from .events import HEADER
from .tables import SERVICES_HEADER

METRES = re.compile(r"^\d+(,\d+)?$")
DATE, KIND, CODE, TOWN, BARRIO = (HEADER.index(f) for f in ("fecha", "conducta", "cod_dane", "municipio", "barrio"))


class Places:
    """(reason or None, x, y) of rows with metres, each place turned back to 1e-7 degrees once."""

    def __init__(self, header):
        self.east, self.north, self.known = header.index("este"), header.index("norte"), {}

    def __call__(self, row):
        east, north = row[self.east].strip(), row[self.north].strip()
        if not east and not north:
            return "no_coordinates", None, None
        if not METRES.match(east) or not METRES.match(north):
            return "bad_number", None, None
        if (east, north) not in self.known:
            values = float(east.replace(",", ".")), float(north.replace(",", "."))
            if values == (0, 0):
                self.known[east, north] = ("null_island", None, None)
            elif values[0] > 1_500_000:  # swapped: some 700 km away, where the series need not be exact
                self.known[east, north] = (None, -690 * SCALE // 10, 45 * SCALE // 10)
            else:
                self.known[east, north] = (None, *(integer(v) for v in MAGNA_BOGOTA.inverse(*values)))
        return self.known[east, north]


def _rows(data, header):
    rows = list(csv.reader(io.StringIO(data.decode("cp1252"), newline=""), delimiter=";"))
    assert rows[0] == header
    return rows


def make(seed, made, register, services, municipalities, barrios, aliases):
    rows, sites = _rows(register, HEADER), _rows(services, SERVICES_HEADER)
    place, place_of_site = Places(HEADER), Places(SERVICES_HEADER)
    _check_places(rows, place, barrios)
    _check_places(sites, place_of_site, barrios)

    def joined(areas, window=None, only=None, dated=True, stating=None, crossed=False):
        return account(
            rows, areas, place, lambda row: row[KIND].strip(), (lambda row: month(row[DATE], True)) if dated else None, only,
            stating, crossed, window,
        )  # fmt: skip

    both = ("2022-01", "2023-12")
    stating = ("joined_stating_another_municipality", lambda row, area: row[CODE].zfill(5) != area.code)

    def spelt(level):
        return [(alias, code) for kind, alias, code in aliases if kind == level]

    result = {
        "seed": seed,
        "what": "joins: what each step of study.yaml must find, of records with points; by_ counts are of joined records; no record lies "
        "within 10 cm of a border; a step with from and to filters blank dates. levels: a usable point decides alone; else the finest "
        "level that a code (padded) or a name (without case and accents, or by alias.csv) states, and all above it; a name that several "
        "barrios have is the one in the municipality that the record states; rows <code>:unknown; dates are not judged",
        "mistakes": made,
        "codes_without_their_zero": sum(1 for row in rows[1:] if len(row) == len(HEADER) and len(row[CODE]) == 4),
        "joins": {  # by the names of the steps of study.yaml
            "hechos-por-municipio": joined(municipalities, both, stating=stating, crossed=True),
            "hechos-por-barrio": joined(barrios, both),
            "hurtos-a-personas-por-barrio": joined(barrios, only="hurto a personas", dated=False),
            "servicios-por-municipio": account(
                sites, municipalities, place_of_site, lambda row: row[1], stating=("joined_stating_another_municipality", lambda row, area: row[2] != area.code)
            ),
        },
        "levels": by_levels(
            rows, place,
            [
                Level("municipio", municipalities, lambda row: row[CODE], 5, lambda row: row[TOWN], spelt("municipio")),
                Level("barrio", barrios, name=lambda row: row[BARRIO], aliases=spelt("barrio")),
            ],
        ),
    }  # fmt: skip
    _check(result, made)
    return result


def _check_places(rows, place, areas):
    """Far enough from every border that neither the centimetre nor the projection's last digit can matter."""
    for row in rows[1:]:
        reason, x, y = place(row) if len(row) == len(rows[0]) else ("bad_row", None, None)
        if reason is None:
            found = {locate(areas, x + dx, y + dy)[0] for dx in (-10, 0, 10) for dy in (-10, 0, 10)}
            assert len(found) == 1


def _check(result, made):
    whole, barrios = result["joins"]["hechos-por-municipio"], result["joins"]["hechos-por-barrio"]
    for reason in ("bad_row", "bad_number", "bad_date"):
        assert whole["reasons"][reason] == made[reason], reason
    assert whole["reasons"]["null_island"] == made["zero_zero_with_code"] and whole["filtered"] == made["blank_date"]
    assert whole["outside"] == made["outside_the_metropolis"] + made["easting_and_northing_swapped"]
    assert whole["joined_stating_another_municipality"] == made["states_another_municipality_than_its_point"]
    assert all(whole[k] == barrios[k] for k in ("joined", "outside", "unlocated", "rejected", "filtered", "by_category", "by_period"))
    assert result["joins"]["servicios-por-municipio"]["joined_stating_another_municipality"] == 0
    assert result["levels"]["names_that_match_nothing"].keys() == {"barrio"}
    assert result["levels"]["names_that_match_nothing"]["barrio"].keys() == {"SIN ESTABLECER"}
