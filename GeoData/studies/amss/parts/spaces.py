"""Invented public spaces, hazard zones and survey."""

from math import sqrt

from maker.basics import Random, cumulative, degrees, shared_out, twice_area
from maker.records import place_within
from maker.tiling import collection, rings_text

SPACES = 60
TYPES = ["parque", "plaza", "cancha", "zona verde", "polideportivo", "pasaje peatonal"]
NAMES = ["La Esperanza", "Los Almendros", "El Maquilishuat", "San José", "La Ceiba", "Las Flores", "El Mirador", "Santa Lucía", "Los Conacastes", "La Unión"]
# Sixteen directions as exact numbers, so that no sine is asked of the machine.
COMPASS = [(100, 0), (92, 38), (71, 71), (38, 92), (0, 100), (-38, 92), (-71, 71), (-92, 38),
           (-100, 0), (-92, -38), (-71, -71), (-38, -92), (0, -100), (38, -92), (71, -71), (92, -38)]  # fmt: skip
SLOPES = [("ladera del volcán", -892_700_000, 137_360_000, 160_000), ("cordillera sur", -892_300_000, 136_470_000, 120_000), ("ladera del cerro", -891_800_000, 136_560_000, 110_000)]
RIVERS = [
    ("río del norte", [(-891_850_000, 136_850_000), (-891_700_000, 137_150_000), (-891_760_000, 137_450_000), (-891_630_000, 137_800_000), (-891_700_000, 138_250_000)]),
    ("quebrada del oriente", [(-891_350_000, 136_950_000), (-891_150_000, 137_120_000), (-890_950_000, 137_060_000), (-890_750_000, 137_240_000)]),
]  # fmt: skip
CLASSES = ["alta", "media", "baja"]


class Space:
    def __init__(self, number):
        self.number = number
        self.point = self.municipality = self.text = None


def make_spaces(seed, municipalities, districts):
    random = Random(seed, 3)
    weights = cumulative([d.population for d in districts])
    spaces = []
    for number in range(1, SPACES + 1):
        space = Space(number)
        district = districts[random.weighted(weights)]
        parent = next(m for m in municipalities if m.code == district.parent)
        space.point = place_within(district, parent, random, 10)
        space.municipality = parent.code
        kind, name = random.pick(TYPES), random.pick(NAMES)
        state = random.pick(["recuperado", "recuperado", "recuperado", "en proceso", "planificado"])
        date = f'"{random.between(2013, 2016)}-{random.between(1, 11):02d}-{random.between(1, 28):02d}"' if state == "recuperado" else "null"
        women, men = (random.between(2, 9), random.between(1, 7)) if state != "planificado" else (0, 0)
        committee = f'"Comité {number:02d}"' if women else "null"
        if number in (23, 47):  # known to the register, not yet on the map
            space.point = None
        geometry = f'{{"type":"Point","coordinates":[{degrees(space.point[0])},{degrees(space.point[1])}]}}' if space.point else "null"
        space.text = (
            f'{{"type":"Feature","properties":{{"id":"E{number:03d}","nombre":"{kind.capitalize()} {name}","tipo":"{kind}","estado":"{state}",'
            f'"fecha_recuperacion":{date},"comite":{committee},"miembros_mujeres":{women},"miembros_hombres":{men},'
            f'"municipio":"{space.municipality}"}},"geometry":{geometry}}}'
        )
        spaces.append(space)
    return spaces


def spaces_text(spaces):
    return collection([s.text for s in spaces])


def _zone(number, kind, name, level, polygons):
    for rings in polygons:
        assert twice_area(rings[0]) > 0
    coordinates = "[" + ",".join(rings_text(rings) for rings in polygons) + "]"
    return (
        f'{{"type":"Feature","properties":{{"id":"{kind}{number:02d}","nombre":"{name}","clase":"{level}","esquematico":true}},'
        f'"geometry":{{"type":"MultiPolygon","coordinates":{coordinates}}}}}'
    )


def landslides_text(seed):
    """Slopes: a core of class alta, a ring of media round it, a ring of baja round that."""
    random, features = Random(seed, 4), []
    for name, cx, cy, reach in SLOPES:
        factors = [random.between(75, 125) for _ in COMPASS]
        rings = [
            [(cx + reach * size * f * dx // 1_000_000, cy + reach * size * f * dy // 1_000_000) for f, (dx, dy) in zip(factors, COMPASS)]
            for size in (45, 75, 110)
        ]
        for i, level in enumerate(CLASSES):
            polygon = [rings[i]] + ([rings[i - 1][::-1]] if i else [])
            features.append(_zone(len(features) + 1, "D", f"Zona esquemática: {name}", level, [polygon]))
    return collection(features)


def floods_text(seed):
    """Rivers: a strip of class alta along the bed, strips of media and baja on both banks."""
    random, features = Random(seed, 5), []
    for name, line in RIVERS:
        bed = [line[0]]
        for (ax, ay), (bx, by) in zip(line, line[1:]):
            for i in range(1, 5):
                shake = 0 if i == 4 else random.between(-9_000, 9_000)
                bed.append((ax + (bx - ax) * i // 4 + shake, ay + (by - ay) * i // 4 + shake // 2))

        def bank(offset):
            out = []
            for i, (x, y) in enumerate(bed):
                (px, py), (qx, qy) = bed[max(i - 1, 0)], bed[min(i + 1, len(bed) - 1)]
                dx, dy = qx - px, qy - py
                length = sqrt(dx * dx + dy * dy)
                out.append((x + int(dy * offset / length), y - int(dx * offset / length)))
            return out

        def strip(right, left):
            return [bank(right) + bank(left)[::-1]]

        widths = [12_000, 24_000, 40_000]
        for i, level in enumerate(CLASSES):
            if i == 0:
                polygons = [strip(widths[0], -widths[0])]
            else:
                polygons = [strip(widths[i], widths[i - 1]), strip(-widths[i - 1], -widths[i])]
            features.append(_zone(len(features) + 1, "I", f"Zona esquemática: {name}", level, polygons))
    return collection(features)


def survey_text(seed, municipalities):
    """Six hundred interviews: 60 clusters of ten, two strata, weights that add up to the adults of each municipality."""
    random = Random(seed, 6)
    lines = ["id,municipio,estrato,upm,peso,sexo,edad,victima,denuncio,percepcion"]
    answers = ["muy seguro", "seguro", "inseguro", "inseguro", "muy inseguro", "nunca sale", "no sabe"]
    # At least two clusters each, so that a variance exists; the rest by inhabitants.
    clusters = [2 + n for n in shared_out(60 - 2 * len(municipalities), [m.population for m in municipalities])]
    number = cluster_number = 0
    for area, n in zip(municipalities, clusters):
        weight = area.population * 72 // (n * 10)  # adults are 72 %; hundredths of a person
        for _ in range(n):
            cluster_number += 1
            stratum = "alto" if random.below(100) < 35 else "bajo"
            for _ in range(10):
                number += 1
                victim = random.below(100) < (27 if stratum == "bajo" else 19)
                reported = ("1" if random.below(100) < 34 else "0") if victim else ""
                sex, age = random.pick("MH"), random.between(18, 79)
                lines.append(
                    f"{number:03d},{area.code},{stratum},{cluster_number:02d},{weight // 100}.{weight % 100:02d},{sex},{age},"
                    f"{int(victim)},{reported},{random.pick(answers)}"
                )
    return "\n".join(lines) + "\n"
