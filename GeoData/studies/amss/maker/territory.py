"""The schematic metropolis: districts are cells of one power diagram with roughened edges, and a municipality
is the union of its districts, so that both levels tile and nest vertex by vertex."""

from math import sqrt

from .basics import NOTICE, Random, SCALE, box_of, degrees, power_cell, rounded, shared_out, side, twice_area

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


class Area:
    """One polygon of one ring (open, counter-clockwise, integers of 1e-7 degrees)."""

    def __init__(self, code, name, ring):
        self.code, self.name, self.ring = code, name, ring
        self.box = box_of(ring)
        self.population = self.women = self.men = 0
        self.parent = self.department = None

    def side(self, x, y):
        return side(self.ring, self.box, x, y)


def locate(areas, x, y):
    """(area of the lowest code that covers the point or None, on the border of two or more)."""
    covering, strict = [], 0
    for area in areas:
        s = area.side(x, y)
        if s >= 0:
            covering.append(area)
            strict += s
    if not covering:
        return None, False
    assert strict <= 1
    return min(covering, key=lambda a: a.code), len(covering) > 1


def _integer(value):
    return int(value * SCALE + (0.5 if value >= 0 else -0.5))


def _raster():
    ring = [(_integer(x), _integer(y)) for x, y in OUTLINE]
    box = box_of(ring)
    cells = []
    for row in range(97):
        for column in range(92):
            x, y = -89.380 + STEP * (column + 0.5), 13.525 + STEP * (row + 0.5)
            if side(ring, box, _integer(x), _integer(y)) > 0:
                cells.append((x, y))
    return cells


def _balanced(cells):
    """The raster cells of each municipality: a power diagram whose weights are moved until the areas fit."""
    whole = sum(m[5] for m in MUNICIPALITIES)
    targets = [m[5] * len(cells) / whole for m in MUNICIPALITIES]
    weights = [0.0] * len(MUNICIPALITIES)
    squares = [[(x - m[3]) * (x - m[3]) + (y - m[4]) * (y - m[4]) for m in MUNICIPALITIES] for x, y in cells]
    owners = []
    for turn in range(80):
        owners = []
        for d in squares:
            powers = [a - w for a, w in zip(d, weights)]
            owners.append(powers.index(min(powers)))
        rate = 0.5 / (1 + turn * 0.05)
        for i, target in enumerate(targets):
            weights[i] += rate * (target - owners.count(i)) * STEP * STEP / 3.14
    return [[c for c, o in zip(cells, owners) if o == i] for i in range(len(MUNICIPALITIES))]


def _centres(cells, count, random):
    """Seats of districts: k-means over the cells of a municipality."""
    centres = random.sample(cells, count)
    for _ in range(25):
        groups = [[0.0, 0.0, 0] for _ in centres]
        for x, y in cells:
            d = [(x - a) * (x - a) + (y - b) * (y - b) for a, b in centres]
            g = groups[d.index(min(d))]
            g[0] += x
            g[1] += y
            g[2] += 1
        centres = [(g[0] / g[2], g[1] / g[2]) if g[2] else c for g, c in zip(groups, centres)]
    return sorted(centres, key=lambda c: (-c[1], c[0]))  # numbered from north to south


def _surroundings():
    """Sites outside the outline, which give the metropolis its border."""
    sites = []
    for (ax, ay), (bx, by) in zip(OUTLINE, OUTLINE[1:] + OUTLINE[:1]):
        length = sqrt((bx - ax) * (bx - ax) + (by - ay) * (by - ay))
        pieces = max(1, int(length / 0.024 + 0.5))
        for i in range(pieces):
            t = (i + 0.5) / pieces
            # The outline runs counter-clockwise: outside is to the right.
            sites.append((ax + t * (bx - ax) + 0.017 * (by - ay) / length, ay + t * (by - ay) - 0.017 * (bx - ax) / length))
    return sites


def _roughened(a, b):
    """The vertices from a to b without b; the same, reversed, from b to a."""
    if a > b:
        return [a] + _roughened(b, a)[1:][::-1]
    random = Random(7, *a, *b)

    def between(p, q):
        dx, dy = q[0] - p[0], q[1] - p[1]
        if dx * dx + dy * dy < ROUGH * ROUGH * 2:
            return []
        shift = (random.unit() - 0.5) * 0.30
        middle = ((p[0] + q[0]) // 2 + int(-dy * shift), (p[1] + q[1]) // 2 + int(dx * shift))
        return between(p, middle) + [middle] + between(middle, q)

    return [a] + between(a, b)


def _ring(edges):
    """The one ring that a set of directed edges (start, end, vertices) closes."""
    leaving = {edge[0]: edge for edge in edges}
    assert len(leaving) == len(edges)
    start = min(leaving)
    ring, at, used = [], start, 0
    while True:
        _, end, vertices = leaving[at]
        ring += vertices
        used += 1
        at = end
        if at == start:
            break
    assert used == len(edges), "an area in two pieces or with a hole"
    assert twice_area(ring) > 0
    i = ring.index(min(ring))
    return ring[i:] + ring[:i]


def make(seed):
    """(municipalities, districts), both sorted by code."""
    random = Random(seed, 1)
    owned = _balanced(_raster())
    sites, owner = [], []
    for i, (m, cells) in enumerate(zip(MUNICIPALITIES, owned)):
        reach = len(cells) * STEP * STEP / m[7] / 3.14
        for x, y in _centres(cells, m[7], random):
            sites.append((_integer(x), _integer(y), int(reach * SCALE * SCALE)))
            owner.append(i)
    inside = len(sites)
    sites += [(_integer(x), _integer(y), int(0.017 * 0.017 * SCALE * SCALE)) for x, y in _surroundings()]

    cells = []
    for s in range(inside):
        cell = power_cell(s, sites, FRAME)
        corners = [(rounded(x), rounded(y)) for x, y, _ in cell]
        assert len(set(corners)) == len(corners)
        edges = []
        for a, b, (_, _, beyond) in zip(corners, corners[1:] + corners[:1], cell):
            edges.append((a, b, _roughened(a, b), beyond))
        cells.append(edges)
    starts = {(a, b) for edges in cells for a, b, _, _ in edges}
    for edges in cells:
        for a, b, _, beyond in edges:
            assert beyond is not None and ((b, a) in starts) == (beyond < inside)

    municipalities, districts = [], []
    for i, (code, name, department, _, _, _, population, count) in enumerate(MUNICIPALITIES):
        mine = [s for s in range(inside) if owner[s] == i]
        outer = [e[:3] for s in mine for e in cells[s] if e[3] >= inside or owner[e[3]] != i]
        area = Area(code, name, _ring(outer))
        area.department, area.population = department, population
        area.women = population * random.between(520, 538) // 1000
        area.men = population - area.women
        municipalities.append(area)
        children = []
        for number, s in enumerate(mine, 1):
            child = Area(f"{code}{number:02d}", f"Distrito {number} de {name}", _ring([e[:3] for e in cells[s]]))
            child.parent = code
            children.append(child)
        for child, people in zip(children, shared_out(population, [random.between(60, 140) for _ in mine])):
            child.population = people
        districts += children
        assert sum(twice_area(c.ring) for c in children) == twice_area(area.ring)
    return municipalities, districts


def collection(features):
    """A GeoJSON text with one feature per line."""
    return '{"type":"FeatureCollection","aviso":"' + NOTICE + '","features":[\n' + ",\n".join(features) + "\n]}\n"


def rings_text(rings):
    def ring_text(ring):
        return "[" + ",".join(f"[{degrees(x)},{degrees(y)}]" for x, y in ring + ring[:1]) + "]"

    return "[" + ",".join(ring_text(r) for r in rings) + "]"


def municipalities_text(areas):
    return collection(
        [
            f'{{"type":"Feature","properties":{{"codigo":"{a.code}","nombre":"{a.name}","departamento":"{a.department}",'
            f'"poblacion":{a.population},"poblacion_mujeres":{a.women},"poblacion_hombres":{a.men},"esquematico":true}},'
            f'"geometry":{{"type":"Polygon","coordinates":{rings_text([a.ring])}}}}}'
            for a in areas
        ]
    )


def districts_text(areas):
    return collection(
        [
            f'{{"type":"Feature","properties":{{"codigo":"{a.code}","nombre":"{a.name}","municipio":"{a.parent}",'
            f'"poblacion":{a.population},"esquematico":true}},'
            f'"geometry":{{"type":"Polygon","coordinates":{rings_text([a.ring])}}}}}'
            for a in areas
        ]
    )
