"""Invented hazard zones: floods of two rivers, each class inside the next lower one, and hollows that fill with rain."""

from math import sqrt

from maker.basics import Random, twice_area
from maker.tiling import collection, rings_text

# Each from north to south, in 1e-7 degrees, with the half width in hundreds of metres that the highest class takes.
RIVERS = [
    ("río del oeste", [(-607_320_000, -315_300_000), (-607_420_000, -315_800_000), (-607_440_000, -316_200_000), (-607_440_000, -316_550_000), (-607_330_000, -316_850_000)]),
    ("río del este", [(-606_600_000, -315_450_000), (-606_480_000, -315_800_000), (-606_420_000, -316_150_000), (-606_560_000, -316_450_000), (-606_880_000, -316_780_000)]),
]  # fmt: skip
# class, half width in 1e-7 degrees, years between floods, of which the yearly frequency follows.
CLASSES = [("baja", 130_000, 100, "0.01"), ("media", 85_000, 25, "0.04"), ("alta", 45_000, 5, "0.2")]
HOLLOWS = [("bajo del norte", -606_900_000, -315_650_000, 60_000), ("bajo del centro", -607_000_000, -316_350_000, 45_000), ("bajo del oeste", -607_250_000, -316_150_000, 50_000)]  # fmt: skip
GRADES = [("bajo", 110), ("medio", 75), ("alto", 45)]
COMPASS = [(100, 0), (92, 38), (71, 71), (38, 92), (0, 100), (-38, 92), (-71, 71), (-92, 38),
           (-100, 0), (-92, -38), (-71, -71), (-38, -92), (0, -100), (38, -92), (71, -71), (92, -38)]  # fmt: skip


def floods(seed):
    """(name, class, years, frequency, rings): the classes of a river overlap, the higher within the lower."""
    random, zones = Random(seed, 4), []
    for name, course in RIVERS:
        bed = [course[0]]
        for (ax, ay), (bx, by) in zip(course, course[1:]):
            for i in range(1, 5):
                shake = 0 if i == 4 else random.between(-8_000, 8_000)
                bed.append((ax + (bx - ax) * i // 4 + shake, ay + (by - ay) * i // 4 + shake // 2))

        def bank(offset):
            out = []
            for i, (x, y) in enumerate(bed):
                (px, py), (qx, qy) = bed[max(i - 1, 0)], bed[min(i + 1, len(bed) - 1)]
                dx, dy = qx - px, qy - py
                length = sqrt(dx * dx + dy * dy)
                out.append((x + int(dy * offset / length), y - int(dx * offset / length)))
            return out

        for level, width, years, frequency in CLASSES:
            ring = bank(width) + bank(-width)[::-1]
            assert twice_area(ring) > 0
            zones.append((name, level, years, frequency, [ring]))
    return zones


def rains(seed):
    random, zones = Random(seed, 5), []
    for name, cx, cy, reach in HOLLOWS:
        factors = [random.between(75, 125) for _ in COMPASS]
        for grade, size in GRADES:
            ring = [(cx + reach * size * f * dx // 1_000_000, cy + reach * size * f * dy // 1_000_000) for f, (dx, dy) in zip(factors, COMPASS)]
            assert twice_area(ring) > 0
            zones.append((name, grade, [ring]))
    return zones


def floods_text(zones):
    return collection(
        [
            f'{{"type":"Feature","properties":{{"id":"I{n:02d}","nombre":"Zona esquemática: {name}","clase":"{level}","tipo":"amenaza",'
            f'"fecha":"2017-03-31","escala":"1:25000","retorno_anios":{years},"frecuencia":{frequency},"esquematico":true}},'
            f'"geometry":{{"type":"Polygon","coordinates":{rings_text(rings)}}}}}'
            for n, (name, level, years, frequency, rings) in enumerate(zones, 1)
        ]
    )


def rains_text(zones):
    return collection(
        [
            f'{{"type":"Feature","properties":{{"id":"A{n:02d}","nombre":"Zona esquemática: {name}","grado":"{grade}",'
            f'"tipo":"susceptibilidad","fecha":"2016-11-15","escala":"1:10000","esquematico":true}},'
            f'"geometry":{{"type":"Polygon","coordinates":{rings_text(rings)}}}}}'
            for n, (name, grade, rings) in enumerate(zones, 1)
        ]
    )
