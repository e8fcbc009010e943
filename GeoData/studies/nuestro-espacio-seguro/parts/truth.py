"""What the verbs must find, counted slowly from the rows that were written."""

import datetime
from math import cos, radians, sin, sqrt

from maker.basics import SCALE
from maker.ellipsoid import WGS84
from maker.tiling import locate

from .registry import metres_apart

DISTANCES = (100, 200, 400)
MARGIN = 0.01  # metres: no count may hang on the last digits of a distance


def metres(a, b):
    """The distance of two places of a city: flat, by the radii of curvature at the latitude between them; good to a millimetre."""
    radius, flattening = WGS84
    e2, middle = flattening * (2 - flattening), radians((a[1] + b[1]) / 2e7)
    w = 1 - e2 * sin(middle) ** 2
    x = radians((a[0] - b[0]) / 1e7) * radius / sqrt(w) * cos(middle)
    y = radians((a[1] - b[1]) / 1e7) * radius * (1 - e2) / (w * sqrt(w))
    return sqrt(x * x + y * y)


def make(seed, regions, sectors, spaces, activities, talks, variants):
    assert len({r.code for r in regions}) == 8 and all(r.code.startswith("0") for r in regions)
    for space in spaces:
        area, border = locate(regions, *space.point)
        assert area is space.region and not border
    of = {r.code: [s for s in spaces if s.region is r] for r in regions}
    by_code = {s.code: s for s in spaces}
    result = {
        "seed": seed,
        "what": "counts of incidents are within each distance of each space, the border included; a space's year before ends the day "
        "before its recovery and the year after begins the day after",
        "spaces": len(spaces), "committees": len({s.committee for s in spaces}), "members": sum(s.members for s in spaces),
        "women": sum(s.women for s in spaces), "men": sum(s.men for s in spaces), "activities": len(activities),
        "people_in_talks": sum(r[3] + r[4] for r in talks),
        "population": sum(r.population for r in regions),
        "regions": {
            r.code: {
                "name": r.name, "spaces": len(of[r.code]), "members": sum(s.members for s in of[r.code]),
                "women": sum(s.women for s in of[r.code]), "men": sum(s.men for s in of[r.code]),
                "by_state": {state: sum(s.state == state for s in of[r.code]) for state in sorted({s.state for s in of[r.code]})},
                "activities": sum(by_code[a[1]].region is r for a in activities), "population": r.population,
                "talks": sum(t[3] + t[4] for t in talks if t[1] == r.code),
            }
            for r in regions
        },
    }  # fmt: skip
    result["nearest"] = {}
    for space in spaces:
        near = [o for o in spaces if o is not space and max(abs(o.point[0] - space.point[0]), abs(o.point[1] - space.point[1])) < SCALE // 5]
        apart, other = min((metres(space.point, o.point), o.code) for o in near)
        result["nearest"][space.code] = [other, round(apart, 2)]
    assert result["members"] == 479 and result["spaces"] == result["committees"] == 83 and result["people_in_talks"] == 4258
    for name, rows in variants.items():
        result[name] = _incidents(rows, regions, spaces)
    before, after = result["incidentes-efecto.csv"]["planted"]
    assert 5 * after == 4 * before
    before, after = result["incidentes-sin-efecto.csv"]["planted"]
    assert before == after
    return result


def _incidents(rows, regions, spaces):
    def units(text):
        whole, part = text.lstrip("-").split(".")
        return (-1 if text[0] == "-" else 1) * int(whole + part.ljust(7, "0"))

    places = [(row[1], row[4], (units(row[5]), units(row[6]))) for row in rows]
    around, before, after = {}, 0, 0
    for space in spaces:
        counts = [0, 0, 0]
        for day, region, place in places:
            if region != space.region.code:
                continue
            apart = metres(place, space.point)
            for i, distance in enumerate(DISTANCES):
                assert abs(apart - distance) > MARGIN
                counts[i] += apart <= distance
        around[space.code] = counts
    own = {s.code: [0, 0] for s in spaces if s.recovered}
    for day, region, place in places:
        near = [s for s in spaces if s.recovered and s.region.code == region and metres_apart(s.region, place, s.point) <= 210]
        for space in near:
            days = (datetime.date.fromisoformat(day) - space.recovered).days
            own[space.code][0] += -365 <= days < 0
            own[space.code][1] += 0 < days <= 365
    for code, (b, a) in own.items():
        before, after = before + b, after + a
    return {"read": len(rows), "around": around, "year_before_and_after_within_210_m": own, "planted": [before, after]}

