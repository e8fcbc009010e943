"""Two registers of incidents that differ in one thing: what happened within 150 m of a space in the year after its recovery.

In one it is a fifth less than in the year before, over all recovered spaces together; in the other it is the same number."""

import datetime

from maker.basics import Random, cumulative, degrees, shared_out
from maker.records import line, place_within

from .registry import metres_apart

HEADER = ["id", "fecha", "hora", "tipo", "region", "longitud", "latitud"]
KINDS = {"robo": 40, "hurto": 34, "pandillaje": 14, "consumo de drogas": 12}
YEAR = 365
NEAR, RING = 150, 600  # metres
FAR = 500  # incidents anywhere in the eight regions


def _around(region, centre, low, high, random):
    """A place from low to high metres of a centre, flat, on a grid of 1e-6 degree; the same density everywhere."""
    (mx, my), (x, y) = region.per_100_m, centre
    wide, tall = mx * high // 100, my * high // 100
    while True:
        place = (x + random.between(-wide, wide) * 10, y + random.between(-tall, tall) * 10)
        if low < metres_apart(region, place, centre) < high and region.side(*place) > 0:
            return place


def make(seed, regions, spaces, percent):
    """Rows of text, by date, then place: as many after as `percent` hundredths of those before."""
    random, cases = Random(seed, 3), []
    shares = cumulative(list(KINDS.values()))
    recovered = [s for s in spaces if s.recovered]

    def put(region, place, day):
        hour = (17 + random.below(10)) % 24
        cases.append((day, f"{hour:02d}:{random.below(12) * 5:02d}", list(KINDS)[random.weighted(shares)], region.code, place))

    before = [random.between(8, 22) for _ in recovered]
    before[0] += -sum(before) % 5  # a fifth of them is a whole number
    after = shared_out(sum(before) * percent // 100, before)
    for space, was, now in zip(recovered, before, after):
        for count, first in ((was, -YEAR), (now, 1)):
            for _ in range(count):
                day = space.recovered + datetime.timedelta(days=first + random.below(YEAR))
                put(space.region, _around(space.region, space.point, 0, NEAR, random), day)
        # Round about nothing changes, in either register.
        ring = random.between(4, 10)
        for first in (-YEAR, 1):
            for _ in range(ring):
                put(space.region, _ring(space, spaces, random), space.recovered + datetime.timedelta(days=first + random.below(YEAR)))
    weights = cumulative([r.population for r in regions])
    for _ in range(FAR):
        region = regions[random.weighted(weights)]
        while True:
            place = place_within(region, region, random, 10)
            if all(s.region is not region or metres_apart(region, place, s.point) > 210 for s in recovered):
                break
        put(region, place, datetime.date(2017, 6, 1) + datetime.timedelta(days=random.below(1460)))
    cases.sort()
    return [
        [f"I{number:05d}", day.isoformat(), hour, kind, region, degrees(place[0], 6), degrees(place[1], 6)]
        for number, (day, hour, kind, region, place) in enumerate(cases, 1)
    ]


def _ring(space, spaces, random):
    """A place between 210 and 600 m of a space that is not within 210 m of another recovered one."""
    while True:
        place = _around(space.region, space.point, 210, RING, random)
        if all(o.region is not space.region or not o.recovered or metres_apart(o.region, place, o.point) > 210 for o in spaces):
            return place


def text(rows):
    return "\n".join([",".join(HEADER)] + [line(r) for r in rows]) + "\n"
