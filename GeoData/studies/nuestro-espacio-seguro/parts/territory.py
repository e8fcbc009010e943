"""Eight schematic regions: of each only the capital and its surroundings, as sectors that are cells; a region is their union."""

from maker.basics import Random, SCALE, shared_out
from maker.people import AGES, areas_text
from maker.tiling import Area, Tiling, assert_tile, balanced, centres, integer, raster, surroundings

# code (invented, by name), name, place, centre (longitude, latitude), millionths of a degree of longitude and latitude in 100 m there,
# spaces, sectors, inhabitants. Names are those of the document; centres are the cities, about; the rest is invented. Three UTM zones:
# 17S (the north), 18S (the capital and Junín) and 19S (Arequipa and Cusco).
REGIONS = [
    ("01", "Arequipa", "Arequipa", -71.5370, -16.3990, (936, 904), 7, 10, 182_000),
    ("02", "Callao", "Callao", -77.1180, -12.0520, (918, 904), 9, 10, 171_000),
    ("03", "Cusco", "Cusco", -71.9675, -13.5320, (924, 904), 7, 10, 139_000),
    ("04", "Junín", "Huancayo", -75.2130, -12.0650, (918, 904), 7, 10, 128_000),
    ("05", "La Libertad", "Trujillo", -79.0290, -8.1120, (907, 904), 11, 12, 204_000),
    ("06", "Lambayeque", "Chiclayo", -79.8410, -6.7710, (905, 904), 9, 10, 166_000),
    ("07", "Lima Metropolitana", "Lima", -77.0430, -12.0560, (918, 904), 24, 20, 476_000),
    ("08", "Piura", "Piura", -80.6330, -5.1940, (902, 904), 9, 10, 148_000),
]
GROUPS = [["01"], ["02", "07"], ["03"], ["04"], ["05"], ["06"], ["08"]]  # the capital and its port share a border
STEP, OFFSET, ROUGH = 0.002, 0.009, 12_000


class Region(Area):
    """A region with the millionths of a degree that 100 m take there."""

    def __init__(self, row, ring):
        super().__init__(row[0], row[1], ring)
        self.place, self.per_100_m, self.spaces = row[2], row[5], row[6]
        self.women, self.men = [], []


def make(seed):
    """(regions, sectors), both sorted by code."""
    random, regions, sectors = Random(seed, 1), [], []
    for group in GROUPS:
        rows = [r for r in REGIONS if r[0] in group]
        west, east = min(r[3] for r in rows) - 0.024, max(r[3] for r in rows) + 0.024
        south, north = min(r[4] for r in rows) - 0.030, max(r[4] for r in rows) + 0.030
        if len(rows) == 2:
            west, east, south, north = west - 0.006, east + 0.016, south - 0.010, north + 0.010
        cut = 0.012
        outline = [
            (west + cut, south), (east - cut, south), (east, south + cut), (east, north - cut),
            (east - cut, north), (west + cut, north), (west, north - cut), (west, south + cut),
        ]  # fmt: skip
        frame = [(integer(x), integer(y)) for x, y in ((west - 1, south - 1), (east + 1, south - 1), (east + 1, north + 1), (west - 1, north + 1))]
        columns, lines = int((east - west) / STEP) + 1, int((north - south) / STEP) + 1
        owned = balanced(raster(outline, west, south, columns, lines, STEP), [(r[3], r[4]) for r in rows], [r[7] for r in rows], STEP)
        sites, owner = [], []
        for i, (row, cells) in enumerate(zip(rows, owned)):
            reach = len(cells) * STEP * STEP / row[7] / 3.14
            for x, y in centres(cells, row[7], random):
                sites.append((integer(x), integer(y), int(reach * SCALE * SCALE)))
                owner.append(i)
        inside = len(sites)
        sites += [(integer(x), integer(y), int(OFFSET * OFFSET * SCALE * SCALE)) for x, y in surroundings(outline, OFFSET, 0.012)]
        tiling = Tiling(sites, inside, frame, lambda a, b: ROUGH)
        for i, row in enumerate(rows):
            mine = [s for s in range(inside) if owner[s] == i]
            region = Region(row, tiling.ring(mine))
            children = _sectors(region, mine, tiling, row[8], random)
            assert_tile(region, children)
            regions.append(region)
            sectors += children
    return sorted(regions, key=lambda a: a.code), sorted(sectors, key=lambda a: a.code)


def _sectors(region, mine, tiling, population, random):
    """The sectors of a region, numbered from north to south, with women and men by age."""
    children = []
    for number, s in enumerate(mine, 1):
        child = Area(f"{region.code}{number:02d}", f"Sector {number} de {region.place}", tiling.ring([s]))
        child.parent, child.above = region.code, region
        children.append(child)
    for child, people in zip(children, shared_out(population, [random.between(60, 140) for _ in mine])):
        women = people * random.between(498, 522) // 1000
        weights = [[230 + random.below(40), 260 + random.below(30), 360, 110 + random.below(30)] for _ in range(2)]
        child.population, child.women, child.men = people, shared_out(women, weights[0]), shared_out(people - women, weights[1])
    region.population = population
    region.women = [sum(c.women[i] for c in children) for i in range(len(AGES))]
    region.men = [sum(c.men[i] for c in children) for i in range(len(AGES))]
    assert sum(region.women) + sum(region.men) == population
    return children


def regions_text(areas):
    return areas_text(areas)


def sectors_text(areas):
    return areas_text(areas, lambda a: f'"region":"{a.parent}",')
