"""What a right reader and a right join must find: computed from the bytes of the written files with the csv module and
exact integer geometry, not from what the maker meant to write."""

import csv
import datetime
import io
import re
import unicodedata

from .basics import SCALE
from .territory import locate

NUMBER = re.compile(r"^(-?)(\d+)(?:\.(\d+))?$")
UNLOCATED = ("no_coordinates", "null_island")
REJECTED = ("bad_row", "bad_number", "out_of_range", "bad_date")


def _units(text):
    """Decimal degrees as an integer of 1e-7 degree, or None."""
    found = NUMBER.match(text)
    if not found:
        return None
    sign, whole, part = found.groups()
    part = part or ""
    assert len(part) <= 7
    value = int(whole) * SCALE + int((part + "0000000")[:7])
    return -value if sign else value


def _status(row, width, decimal):
    """(reason or None, x, y) of one record, its date not yet judged."""
    if len(row) != width:
        return "bad_row", None, None
    lon, lat = row[6].strip(), row[7].strip()
    if not lon and not lat:
        return "no_coordinates", None, None
    x, y = _units(lon.replace(decimal, ".")), _units(lat.replace(decimal, "."))
    if x is None or y is None:
        return "bad_number", None, None
    if abs(x) > 180 * SCALE or abs(y) > 90 * SCALE:
        return "out_of_range", None, None
    return ("null_island", None, None) if x == 0 and y == 0 else (None, x, y)


def _month(text, day_first):
    """The month, "" for a blank date, None for one that does not exist."""
    if not text:
        return ""
    parts = [int(p) for p in re.split("[-/]", text)]
    year, month, day = parts[::-1] if day_first else parts
    try:
        return datetime.date(year, month, day).isoformat()[:7]
    except ValueError:
        return None


def _sorted(counts):
    return {k: counts[k] for k in sorted(counts, key=lambda k: k.encode("utf-8"))}


def _account(rows, areas, decimal, day_first, with_dates, only=None):
    """The account of one join and its counts; `only` keeps one kind of crime, the others are filtered."""
    out = {"read": 0, "joined": 0, "outside": 0, "unlocated": 0, "rejected": 0, "filtered": 0}
    reasons, on_border, blank_dates, stated_other = {}, 0, 0, 0
    by_area, by_kind, by_area_kind, by_period, not_joined = {}, {}, {}, {}, {}
    for row in rows[1:]:
        out["read"] += 1
        reason, x, y = _status(row, len(rows[0]), decimal)
        kind = "?" if reason == "bad_row" else unicodedata.normalize("NFC", row[3].strip())
        if reason != "bad_row" and only is not None and kind != only:
            out["filtered"] += 1
            continue
        period = _month(row[1], day_first) if with_dates and reason != "bad_row" else ""
        if period is None:
            assert reason is None
            reason = "bad_date"
        if reason:
            reasons[reason] = reasons.get(reason, 0) + 1
            out["unlocated" if reason in UNLOCATED else "rejected"] += 1
            assert reason in UNLOCATED or reason in REJECTED
            mine = not_joined.setdefault(reason, {})
            mine[kind] = mine.get(kind, 0) + 1
            continue
        area, border = locate(areas, x, y)
        if area is None:
            out["outside"] += 1
            mine = not_joined.setdefault("outside", {})
            mine[kind] = mine.get(kind, 0) + 1
            continue
        out["joined"] += 1
        on_border += border
        blank_dates += with_dates and period == ""
        stated_other += row[5] != (area.parent or area.code)
        for counts, key in ((by_area, area.code), (by_kind, kind), (by_period, period)):
            counts[key] = counts.get(key, 0) + 1
        mine = by_area_kind.setdefault(area.code, {})
        mine[kind] = mine.get(kind, 0) + 1
    assert out["read"] == sum(out[k] for k in out if k != "read")
    out["reasons"] = _sorted(reasons)
    out.update(assigned=out["joined"], on_border=on_border, ambiguous=0)
    out["joined_with_blank_date"], out["joined_stating_another_municipality"] = blank_dates, stated_other
    out["by_area"], out["by_category"] = _sorted(by_area), _sorted(by_kind)
    if with_dates:
        out["by_period"] = _sorted(by_period)
    out["not_joined_by_category"] = {reason: _sorted(not_joined[reason]) for reason in sorted(not_joined)}
    out["by_area_and_category"] = {code: _sorted(by_area_kind[code]) for code in sorted(by_area_kind)}
    return out


def _check_vertices(rows, areas, decimal):
    """No point may lie on an edge but at a vertex: there decimal and binary arithmetic would differ."""
    vertices = {v for a in areas for v in a.ring}
    for row in rows[1:]:
        reason, x, y = _status(row, len(rows[0]), decimal)
        if reason is None:
            assert (x, y) in vertices or all(a.side(x, y) != 0 for a in areas)


def make(seed, made, comma, semicolon, municipalities, districts, spaces):
    result = {
        "seed": seed,
        "what": "by_ counts are of joined records; on a border the lowest code wins; kinds are trimmed NFC text; dates are "
        "judged only in the accounts with `when`; no --from or --to; where only one kind is asked for, the others are filtered "
        "before anything else is judged, but for rows without all their columns, whose kind is ?",
        "mistakes": made,
    }
    for name, text, delimiter, decimal, day_first in (
        ("delitos.csv", comma, ",", ".", False),
        ("delitos-2016-semicolon.csv", semicolon.decode("cp1252"), ";", ",", True),
    ):
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
        _check_vertices(rows, municipalities + districts, decimal)

        def account(areas, with_dates, only=None):
            return _account(rows, areas, decimal, day_first, with_dates, only)

        result[name] = {
            "municipios_by_delito_when_fecha_month": account(municipalities, True),
            "municipios_by_delito": account(municipalities, False),
            "municipios_homicidio_only_when_fecha_month": account(municipalities, True, "homicidio"),
            "distritos_by_delito": account(districts, False),
        }
    whole = result["delitos.csv"]["municipios_by_delito_when_fecha_month"]
    for reason in ("bad_row", "bad_number", "out_of_range", "bad_date", "null_island"):
        assert whole["reasons"][reason] == made[reason]
    assert whole["reasons"]["no_coordinates"] == made["without_point_with_name_and_code"] + made["without_point_with_name_only"]
    assert whole["outside"] == made["longitude_without_minus"] + made["outside_the_metropolis"]
    assert whole["on_border"] == made["on_municipal_border"] and whole["joined_with_blank_date"] == made["blank_date"]
    assert result["delitos.csv"]["distritos_by_delito"]["on_border"] == made["on_municipal_border"] + made["on_district_border_only"]
    assert whole["joined_stating_another_municipality"] == made["states_another_municipality"]
    assert whole["by_category"][""] == made["blank_kind"] and len(whole["by_category"]) == 9
    located = [s for s in spaces if s.point]
    counts = {}
    for space in located:
        area, border = locate(municipalities, *space.point)
        assert area.code == space.municipality and not border
        counts[area.code] = counts.get(area.code, 0) + 1
    result["espacios.geojson"] = {
        "read": len(spaces), "joined": len(located), "unlocated": len(spaces) - len(located),
        "reasons": {"no_coordinates": len(spaces) - len(located)}, "by_area": _sorted(counts),
    }  # fmt: skip
    return result
