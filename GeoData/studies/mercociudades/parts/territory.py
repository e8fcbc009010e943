"""A schematic city between two rivers: neighbourhood boards are cells, and a district is the union of its boards."""

from maker.basics import Random, SCALE, shared_out
from maker.people import AGES, areas_text
from maker.tiling import Area, Tiling, assert_tile, balanced, centres, integer, raster, surroundings

# code, name, centre (longitude, latitude), km² in proportion, inhabitants, boards. Names are of quarters of the city, about where they
# are; that a district bears them, and every number, is invented.
DISTRICTS = [
    ("01", "Distrito Centro", -60.7040, -31.6480, 8, 61_300, 6),
    ("02", "Distrito Este", -60.6790, -31.6290, 7, 48_200, 5),
    ("03", "Distrito La Costa", -60.6420, -31.6350, 14, 17_900, 5),
    ("04", "Distrito Noreste", -60.6760, -31.5930, 8, 52_700, 5),
    ("05", "Distrito Noroeste", -60.7130, -31.5880, 9, 50_400, 5),
    ("06", "Distrito Norte", -60.6930, -31.5600, 12, 43_600, 5),
    ("07", "Distrito Oeste", -60.7260, -31.6220, 7, 49_900, 5),
    ("08", "Distrito Suroeste", -60.7230, -31.6600, 6, 37_500, 4),
]
OUTLINE = [
    (-60.730, -31.688), (-60.700, -31.680), (-60.675, -31.662), (-60.650, -31.660), (-60.620, -31.652), (-60.612, -31.625),
    (-60.635, -31.600), (-60.655, -31.570), (-60.662, -31.540), (-60.700, -31.528), (-60.725, -31.540), (-60.738, -31.590),
    (-60.744, -31.640),
]  # fmt: skip
FRAME = [(-620_000_000, -330_000_000), (-590_000_000, -330_000_000), (-590_000_000, -300_000_000), (-620_000_000, -300_000_000)]
STEP, OFFSET, ROUGH = 0.003, 0.012, 14_000


def make(seed):
    """(districts, boards), both sorted by code."""
    random = Random(seed, 1)
    seats, shares = [(d[2], d[3]) for d in DISTRICTS], [d[4] for d in DISTRICTS]
    owned = balanced(raster(OUTLINE, -60.75, -31.70, 50, 60, STEP), seats, shares, STEP)
    sites, owner = [], []
    for i, (row, cells) in enumerate(zip(DISTRICTS, owned)):
        reach = len(cells) * STEP * STEP / row[6] / 3.14
        for x, y in centres(cells, row[6], random):
            sites.append((integer(x), integer(y), int(reach * SCALE * SCALE)))
            owner.append(i)
    inside = len(sites)
    sites += [(integer(x), integer(y), int(OFFSET * OFFSET * SCALE * SCALE)) for x, y in surroundings(OUTLINE, OFFSET, 0.016)]
    tiling = Tiling(sites, inside, FRAME, lambda a, b: ROUGH)
    districts, boards = [], []
    for i, (code, name, _, _, _, population, _) in enumerate(DISTRICTS):
        mine = [s for s in range(inside) if owner[s] == i]
        area = Area(code, name, tiling.ring(mine))
        children = []
        for number, s in enumerate(mine, 1):
            child = Area(f"{code}{number:02d}", f"Vecinal {number} del {name}", tiling.ring([s]))
            child.parent, child.above = code, area
            children.append(child)
        for child, people in zip(children, shared_out(population, [random.between(60, 140) for _ in mine])):
            women = people * random.between(502, 530) // 1000
            weights = [[220 + random.below(40), 230 + random.below(30), 370, 150 + random.below(40)] for _ in range(2)]
            child.population, child.women, child.men = people, shared_out(women, weights[0]), shared_out(people - women, weights[1])
        area.population = population
        area.women = [sum(c.women[k] for c in children) for k in range(len(AGES))]
        area.men = [sum(c.men[k] for c in children) for k in range(len(AGES))]
        assert sum(area.women) + sum(area.men) == population
        assert_tile(area, children)
        districts.append(area)
        boards += children
    return districts, boards


def districts_text(areas):
    return areas_text(areas)


def boards_text(areas):
    return areas_text(areas, lambda a: f'"distrito":"{a.parent}",')
