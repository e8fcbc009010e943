"""What a right reader and a right join must find, counted slowly from the rows of the written files."""

import datetime
import re

from .basics import SCALE
from .tiling import locate

NUMBER = re.compile(r"^(-?)(\d+)(?:\.(\d+))?$")
UNLOCATED = ("no_coordinates", "null_island")
REJECTED = ("bad_row", "bad_number", "out_of_range", "bad_date")


def units(text):
    """Decimal degrees as an integer of 1e-7 degree, or None."""
    found = NUMBER.match(text)
    if not found:
        return None
    sign, whole, part = found.groups()
    part = part or ""
    assert len(part) <= 7
    value = int(whole) * SCALE + int((part + "0000000")[:7])
    return -value if sign else value


def degrees_of(lon, lat, decimal="."):
    """(reason or None, x, y) of a longitude and a latitude as written."""
    lon, lat = lon.strip(), lat.strip()
    if not lon and not lat:
        return "no_coordinates", None, None
    x, y = units(lon.replace(decimal, ".")), units(lat.replace(decimal, "."))
    if x is None or y is None:
        return "bad_number", None, None
    if abs(x) > 180 * SCALE or abs(y) > 90 * SCALE:
        return "out_of_range", None, None
    return ("null_island", None, None) if x == 0 and y == 0 else (None, x, y)


def month(text, day_first):
    """The month, "" for a blank date, None for one that does not exist."""
    if not text:
        return ""
    parts = [int(p) for p in re.split("[-/]", text)]
    year, number, day = parts[::-1] if day_first else parts
    try:
        return datetime.date(year, number, day).isoformat()[:7]
    except ValueError:
        return None


def by_bytes(counts):
    return {k: counts[k] for k in sorted(counts, key=lambda k: k.encode("utf-8"))}


def add(counts, key):
    counts[key] = counts.get(key, 0) + 1


def account(rows, areas, place, kind, period=None, only=None, stating=None, crossed=True):
    """The account of one join and its counts.

    `place(row)` gives (reason or None, x, y), `kind(row)` text, `period(row)` text, "" for a blank or None for a bad date;
    `only` keeps one kind, the others are filtered; `stating` is a name and a test (row, area) counted over what is joined;
    without `crossed` the counts by area and kind are left out."""
    out = {"read": 0, "joined": 0, "outside": 0, "unlocated": 0, "rejected": 0, "filtered": 0}
    reasons, on_border, blank_dates, stated = {}, 0, 0, 0
    by_area, by_kind, by_area_kind, by_period, not_joined = {}, {}, {}, {}, {}
    width = len(rows[0])
    for row in rows[1:]:
        out["read"] += 1
        whole = len(row) == width
        reason, x, y = place(row) if whole else ("bad_row", None, None)
        what = kind(row) if whole else "?"
        if whole and only is not None and what != only:
            out["filtered"] += 1
            continue
        when = period(row) if period and whole else ""
        if when is None:
            assert reason is None
            reason = "bad_date"
        if reason:
            add(reasons, reason)
            out["unlocated" if reason in UNLOCATED else "rejected"] += 1
            assert reason in UNLOCATED or reason in REJECTED
            add(not_joined.setdefault(reason, {}), what)
            continue
        area, border = locate(areas, x, y)
        if area is None:
            out["outside"] += 1
            add(not_joined.setdefault("outside", {}), what)
            continue
        out["joined"] += 1
        on_border += border
        blank_dates += period is not None and when == ""
        stated += stating is not None and stating[1](row, area)
        for counts, key in ((by_area, area.code), (by_kind, what), (by_period, when)):
            add(counts, key)
        add(by_area_kind.setdefault(area.code, {}), what)
    assert out["read"] == sum(out[k] for k in out if k != "read")
    out["reasons"] = by_bytes(reasons)
    out.update(assigned=out["joined"], on_border=on_border, ambiguous=0)
    out["joined_with_blank_date"] = blank_dates
    if stating:
        out[stating[0]] = stated
    out["by_area"], out["by_category"] = by_bytes(by_area), by_bytes(by_kind)
    if period:
        out["by_period"] = by_bytes(by_period)
    out["not_joined_by_category"] = {reason: by_bytes(not_joined[reason]) for reason in sorted(not_joined)}
    if crossed:
        out["by_area_and_category"] = {code: by_bytes(by_area_kind[code]) for code in sorted(by_area_kind)}
    return out


def assert_off_edges(rows, areas, place):
    """No point may lie on an edge but at a vertex: there decimal and binary arithmetic would differ."""
    vertices = {v for a in areas for v in a.ring}
    for row in rows[1:]:
        reason, x, y = place(row) if len(row) == len(rows[0]) else ("bad_row", None, None)
        if reason is None:
            assert (x, y) in vertices or all(a.side(x, y) != 0 for a in areas)
