"""The schematic metropolis: districts are cells, and a municipality is the union of its districts."""

from maker.basics import Random, SCALE, shared_out
from maker.tiling import Area, Tiling, assert_tile, balanced, centres, collection, integer, raster, rings_text, surroundings

# code, name, department, centre (longitude, latitude), km², inhabitants in 2016, districts.
# Names and departments are real; the centres are the seats, some moved by a kilometre or two to leave room
# for each cell; the areas only set proportions; the inhabitants are invented.
MUNICIPALITIES = [
    ("0501", "Antiguo Cuscatlán", "La Libertad", -89.2409, 13.6690, 22, 36_700, 4),
    ("0511", "Santa Tecla", "La Libertad", -89.2890, 13.6731, 108, 134_500, 6),
    ("0602", "Apopa", "San Salvador", -89.1790, 13.8070, 52, 171_800, 6),
    ("0603", "Ayutuxtepeque", "San Salvador", -89.2064, 13.7560, 11, 41_900, 3),
    ("0604", "Cuscatancingo", "San Salvador", -89.1800, 13.7460, 14, 83_200, 3),
    ("0607", "Ilopango", "San Salvador", -89.1090, 13.7010, 32, 128_300, 5),
    ("0608", "Mejicanos", "San Salvador", -89.2080, 13.7290, 21, 143_600, 5),
    ("0609", "Nejapa", "San Salvador", -89.2310, 13.8190, 82, 33_100, 4),
    ("0612", "San Marcos", "San Salvador", -89.1831, 13.6500, 16, 67_400, 3),
    ("0613", "San Martín", "San Salvador", -89.0560, 13.7370, 54, 92_600, 4),
    ("0614", "San Salvador", "San Salvador", -89.2050, 13.6950, 70, 247_900, 8),
    ("0617", "Soyapango", "San Salvador", -89.1397, 13.7050, 30, 263_500, 7),
    ("0618", "Tonacatepeque", "San Salvador", -89.1183, 13.7803, 66, 132_700, 4),
    ("0619", "Ciudad Delgado", "San Salvador", -89.1560, 13.7390, 33, 121_400, 5),
]

# The municipalities since 1 May 2024: code, name, and those of MUNICIPALITIES that became its districts. Names and parts are
# real (Decreto Legislativo 762 of 2023, Ley Especial para la Reestructuración Municipal, art. 1); the codes are invented.
# What lies outside the metropolis is left out: Zaragoza of La Libertad Este, Panchimalco of San Salvador Sur, and so on.
SINCE_2024 = "2024-05-01"
MUNICIPALITIES_2024 = [
    ("05-E", "La Libertad Este", ["0501"]),
    ("05-S", "La Libertad Sur", ["0511"]),
    ("06-C", "San Salvador Centro", ["0603", "0604", "0608", "0614", "0619"]),
    ("06-E", "San Salvador Este", ["0607", "0613", "0617", "0618"]),
    ("06-O", "San Salvador Oeste", ["0602", "0609"]),
    ("06-S", "San Salvador Sur", ["0612"]),
]

OUTLINE = [
    (-89.338, 13.572), (-89.305, 13.555), (-89.280, 13.600), (-89.243, 13.637), (-89.205, 13.634),
    (-89.160, 13.637), (-89.125, 13.664), (-89.085, 13.674), (-89.050, 13.695), (-89.032, 13.725),
    (-89.038, 13.768), (-89.068, 13.788), (-89.090, 13.825), (-89.125, 13.840), (-89.170, 13.845),
    (-89.200, 13.870), (-89.230, 13.882), (-89.258, 13.860), (-89.268, 13.810), (-89.276, 13.755),
    (-89.312, 13.722), (-89.348, 13.665), (-89.352, 13.615),
]  # fmt: skip
FRAME = [(-902_000_000, 127_000_000), (-882_000_000, 127_000_000), (-882_000_000, 147_000_000), (-902_000_000, 147_000_000)]
STEP = 0.004  # degrees, the raster on which the areas are balanced
ROUGH = 25_000  # edges are split down to about this length, in 1e-7 degrees


def make(seed):
    """(municipalities, districts, municipalities of 2024), all sorted by code."""
    random = Random(seed, 1)
    owned = balanced(
        raster(OUTLINE, -89.380, 13.525, 92, 97, STEP), [(m[3], m[4]) for m in MUNICIPALITIES], [m[5] for m in MUNICIPALITIES], STEP
    )
    sites, owner = [], []
    for i, (m, cells) in enumerate(zip(MUNICIPALITIES, owned)):
        reach = len(cells) * STEP * STEP / m[7] / 3.14
        for x, y in centres(cells, m[7], random):
            sites.append((integer(x), integer(y), int(reach * SCALE * SCALE)))
            owner.append(i)
    inside = len(sites)
    sites += [(integer(x), integer(y), int(0.017 * 0.017 * SCALE * SCALE)) for x, y in surroundings(OUTLINE, 0.017, 0.024)]
    tiling = Tiling(sites, inside, FRAME, lambda a, b: ROUGH)

    municipalities, districts = [], []
    for i, (code, name, department, _, _, _, population, count) in enumerate(MUNICIPALITIES):
        mine = [s for s in range(inside) if owner[s] == i]
        area = Area(code, name, tiling.ring(mine))
        area.department, area.population = department, population
        area.women = population * random.between(520, 538) // 1000
        area.men = population - area.women
        municipalities.append(area)
        children = []
        for number, s in enumerate(mine, 1):
            child = Area(f"{code}{number:02d}", f"Distrito {number} de {name}", tiling.ring([s]))
            child.parent = code
            children.append(child)
        for child, people in zip(children, shared_out(population, [random.between(60, 140) for _ in mine])):
            child.population = people
        districts += children
        assert_tile(area, children)
    later = []
    for code, name, parts in MUNICIPALITIES_2024:
        children = [m for m in municipalities if m.code in parts]
        area = Area(code, name, tiling.ring([s for s in range(inside) if MUNICIPALITIES[owner[s]][0] in parts]))
        area.department, area.population = children[0].department, sum(m.population for m in children)
        assert_tile(area, children)
        later.append(area)
    assert sum(len(parts) for _, _, parts in MUNICIPALITIES_2024) == len(municipalities)
    return municipalities, districts, later


def municipalities_text(areas):
    return collection(
        [
            f'{{"type":"Feature","properties":{{"codigo":"{a.code}","nombre":"{a.name}","departamento":"{a.department}",'
            f'"poblacion":{a.population},"poblacion_mujeres":{a.women},"poblacion_hombres":{a.men},"esquematico":true}},'
            f'"geometry":{{"type":"Polygon","coordinates":{rings_text([a.ring])}}}}}'
            for a in areas
        ]
    )


def municipalities_2024_text(areas):
    return collection(
        [
            f'{{"type":"Feature","properties":{{"codigo":"{a.code}","nombre":"{a.name}","departamento":"{a.department}",'
            f'"poblacion":{a.population},"valid_from":"{SINCE_2024}","valid_to":null,"esquematico":true}},'
            f'"geometry":{{"type":"Polygon","coordinates":{rings_text([a.ring])}}}}}'
            for a in areas
        ]
    )


def correspondence_text():
    """Whole municipalities became districts: every share is 1."""
    rows = sorted((part, code) for code, _, parts in MUNICIPALITIES_2024 for part in parts)
    return "\n".join(["from_code,to_code,share"] + [f"{a},{b},1" for a, b in rows]) + "\n"


def districts_text(areas):
    return collection(
        [
            f'{{"type":"Feature","properties":{{"codigo":"{a.code}","nombre":"{a.name}","municipio":"{a.parent}",'
            f'"poblacion":{a.population},"esquematico":true}},'
            f'"geometry":{{"type":"Polygon","coordinates":{rings_text([a.ring])}}}}}'
            for a in areas
        ]
    )
