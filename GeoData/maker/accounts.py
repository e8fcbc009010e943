"""What a right reader and a right join must find, counted slowly from the rows of the written files."""

import datetime
import re
import unicodedata

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


def account(rows, areas, place, kind, period=None, only=None, stating=None, crossed=True, window=None):
    """The account of one join and its counts.

    `place(row)` gives (reason or None, x, y), `kind(row)` text, `period(row)` text, "" for a blank or None for a bad date;
    `only` keeps one kind, the others are filtered; `stating` is a name and a test (row, area) counted over what is joined;
    without `crossed` the counts by area and kind are left out; of a `window` (first month, last month) other months and blank
    dates are filtered."""
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
        elif whole and window and not window[0] <= when <= window[1]:
            out["filtered"] += 1
            continue
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


def plain(name):
    """A name without case, accents and stray blanks."""
    text = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    return " ".join(text.casefold().split())


class Level:
    """One level of a territory, and how a record states it: `code(row)` and `name(row)` give text or ""."""

    def __init__(self, key, areas, code=None, width=0, name=None, aliases=()):
        self.key, self.areas, self._code, self._width, self._name = key, areas, code, width, name
        self.by_code = {a.code: a for a in areas}
        assert len(self.by_code) == len(areas)
        self.by_name = {}
        for area in areas:
            self.by_name.setdefault(plain(area.name), []).append(area)
        for alias, code in aliases:
            assert plain(alias) not in self.by_name
            self.by_name[plain(alias)] = [self.by_code[code]]

    def name_of(self, row):
        return self._name(row).strip() if self._name else ""

    def stated_code(self, row):
        """The area whose code the record states, padded to the width of the level, or None."""
        text = self._code(row).strip() if self._code else ""
        return self.by_code.get(text.zfill(self._width)) if text else None

    def stated_name(self, row, stated_above):
        """The area whose name it states, or None; of several of one name only those inside what it states by code."""
        found = self.by_name.get(plain(self.name_of(row)), [])
        found = [a for a in found if all(above.code in _line_of(a) for above in stated_above)]
        return found[0] if len(found) == 1 else None


def _line_of(area):
    codes = []
    while area is not None:
        codes.append(area.code)
        area = area.above
    return codes


def by_levels(rows, place, levels):
    """What a join by "point, then code, then name" must find at every level (coarsest first), slowly.

    `above` of each area is its parent area. A usable point decides alone, inside or outside; of a record without one,
    the finest level that a code or a name states is taken, and every level above it. `located_by` says by what that finest
    level was found; `names_that_match_nothing` are those that would have said more."""
    for upper, lower in zip(levels, levels[1:]):
        assert all(a.above in upper.areas for a in lower.areas)
    assert all(a.above is None for a in levels[0].areas)
    out = {"read": 0, "joined": 0, "outside": 0, "unlocated": 0, "rejected": 0, "located_by": {"point": 0, "code": 0, "name": 0}}
    counts, known_to, nameless = {}, {}, {}
    for row in rows[1:]:
        out["read"] += 1
        reason, x, y = place(row) if len(row) == len(rows[0]) else ("bad_row", None, None)
        if reason in REJECTED:
            out["rejected"] += 1
            continue
        area, how = None, "point"
        if reason is None:
            area = locate(levels[-1].areas, x, y)[0]
            if area is None:
                out["outside"] += 1
                continue
        else:
            stated_above, lost = [], []
            for level in levels:
                code, name = level.stated_code(row), level.stated_name(row, stated_above)
                if code:
                    area, how, lost = code, "code", []
                    stated_above.append(code)
                elif name:
                    area, how, lost = name, "name", []
                elif level.name_of(row):
                    lost.append((level.key, level.name_of(row)))
            for key, text in lost:
                add(nameless.setdefault(key, {}), text)
        if area is None:
            out["unlocated"] += 1
            continue
        out["joined"] += 1
        out["located_by"][how] += 1
        add(known_to, next(level.key for level in levels if area in level.areas))
        line = _line_of(area)
        for code in line:
            add(counts, code)
        if area not in levels[-1].areas:
            add(counts, f"{line[0]}:unknown")
    assert out["read"] == out["joined"] + out["outside"] + out["unlocated"] + out["rejected"]
    out["known_to"] = {level.key: known_to.get(level.key, 0) for level in levels}
    out["names_that_match_nothing"] = {key: by_bytes(nameless[key]) for key in sorted(nameless)}
    tables = {}
    for upper, level in zip([None] + levels, levels):
        codes = {a.code for a in level.areas} | ({f"{a.code}:unknown" for a in upper.areas} if upper else set())
        tables[level.key] = by_bytes({code: n for code, n in counts.items() if code in codes})
        for parent in upper.areas if upper else []:
            children = sum(counts.get(a.code, 0) for a in level.areas if a.above is parent)
            assert counts.get(parent.code, 0) == children + counts.get(f"{parent.code}:unknown", 0)
    out["by_level"] = tables
    return out
