"""The schematic municipality: neighbourhood organisations (OTB) are cells, districts are unions of them, macrodistricts
unions of districts, in two divisions: nine until 2022, eleven from 2023, when Sur became three."""

from math import isqrt

from maker.basics import Random, SCALE, box_of, shared_out, side
from maker.ellipsoid import square_kilometres
from maker.tiling import (
    Area, Tiling, assert_tile, balanced, centres, collection, integer, integers, raster, rings_text, surroundings,
)  # fmt: skip
from . import names

# District number, macrodistrict, seat (longitude, latitude), km² in proportion, thousands of inhabitants, OTB.
# Names and numbers are real; seats are about right; proportions are rounded; inhabitants and OTB of each are invented.
URBAN = [
    (1, "M01", -68.1360, -16.4910, 2.0, 34, 24), (2, "M01", -68.1270, -16.5010, 2.8, 36, 26),
    (3, "M02", -68.1370, -16.5090, 2.4, 42, 32), (4, "M02", -68.1460, -16.5300, 12.0, 48, 36),
    (5, "M02", -68.1390, -16.5220, 1.6, 34, 26), (6, "M02", -68.1420, -16.5150, 1.4, 36, 26),
    (7, "M03", -68.1480, -16.4950, 1.6, 40, 30), (8, "M03", -68.1490, -16.5030, 1.6, 34, 26),
    (9, "M03", -68.1530, -16.4890, 2.8, 42, 30), (10, "M03", -68.1600, -16.4800, 6.9, 40, 34),
    (11, "M04", -68.1300, -16.4690, 8.3, 62, 42), (12, "M04", -68.1200, -16.4830, 3.3, 46, 34),
    (13, "M04", -68.1430, -16.4560, 5.6, 54, 40), (14, "M05", -68.1130, -16.4960, 2.3, 38, 30),
    (15, "M05", -68.1180, -16.5070, 1.5, 28, 24), (16, "M05", -68.1020, -16.5020, 4.2, 36, 30),
    (17, "M05", -68.1080, -16.5150, 4.2, 34, 30), (18, "M06", -68.0780, -16.5330, 22.4, 58, 44),
    (19, "M07", -68.0500, -16.5330, 11.4, 42, 34), (20, "M08", -68.1000, -16.5800, 37.0, 24, 27),
    (21, "M09", -68.1050, -16.5310, 12.7, 78, 50),
]  # fmt: skip
RURAL = [(22, "M10", -68.0000, -16.4300, 400.0, 5, 4), (23, "M11", -67.9500, -15.9500, 2471.0, 4, 10)]
MACRODISTRICTS = {
    "M01": "Centro", "M02": "Cotahuma", "M03": "Max Paredes", "M04": "Periférica", "M05": "San Antonio", "M06": "Calacoto",
    "M07": "Ovejuyo", "M08": "Mallasa", "M09": "Obrajes", "M10": "Hampaturi", "M11": "Zongo",
}  # fmt: skip
FORMER = {  # code, name, macrodistricts of today
    "A1": ("Cotahuma", ["M02"]), "A2": ("Max Paredes", ["M03"]), "A3": ("Periférica", ["M04"]), "A4": ("San Antonio", ["M05"]),
    "A5": ("Sur", ["M06", "M07", "M09"]), "A6": ("Mallasa", ["M08"]), "A7": ("Centro", ["M01"]), "A8": ("Hampaturi", ["M10"]),
    "A9": ("Zongo", ["M11"]),
}  # fmt: skip
MUNICIPALITY, RESIDENTS, FLOATING, ORGANISATIONS = "020101", 925_000, 370_000, 689
CHANGED = ("2022-12-31", "2023-01-01")  # last day of the nine, first day of the eleven; validity ends on the latter, exclusive

URBAN_OUTLINE = [
    (-68.158, -16.545), (-68.140, -16.590), (-68.110, -16.612), (-68.070, -16.607), (-68.050, -16.575), (-68.028, -16.556),
    (-68.022, -16.522), (-68.045, -16.510), (-68.080, -16.505), (-68.088, -16.485), (-68.105, -16.462), (-68.128, -16.436),
    (-68.155, -16.438), (-68.178, -16.466), (-68.172, -16.500), (-68.160, -16.520),
]  # fmt: skip
RURAL_OUTLINE = [
    (-68.170, -16.440), (-68.120, -16.500), (-68.060, -16.530), (-67.990, -16.550), (-67.930, -16.520), (-67.900, -16.440),
    (-67.880, -16.330), (-67.800, -16.200), (-67.720, -16.000), (-67.660, -15.780), (-67.700, -15.560), (-67.830, -15.500),
    (-67.930, -15.620), (-68.000, -15.800), (-68.090, -15.950), (-68.200, -16.100), (-68.230, -16.250), (-68.190, -16.340),
]  # fmt: skip
FRAME = [(-700_000_000, -180_000_000), (-660_000_000, -180_000_000), (-660_000_000, -140_000_000), (-700_000_000, -140_000_000)]
STEP, RURAL_STEP = 0.0016, 0.012
NEAR, FAR = 0.0032, 0.045  # how far outside the outlines the bordering sites stand
CENTRE = (-68.11, -16.52)
# Found by trial, so that the geodesic areas are those of the document: 149 urban and 2 871 rural km².
STRETCH = 0.94
URBAN_STRETCH = 0.9374


def _around(x, y, factor):
    return CENTRE[0] + (x - CENTRE[0]) * factor, CENTRE[1] + (y - CENTRE[1]) * factor


def _site(x, y, reach, factor):
    """A site whose surroundings are stretched: the town by one factor, the whole by another."""
    x, y = _around(x, y, factor)
    return integer(x), integer(y), int(reach * factor * factor * SCALE * SCALE)


def _sites(random):
    """(sites inside, the district of each with the number of its OTB if rural, sites outside)."""
    town = balanced(raster(URBAN_OUTLINE, -68.20, -16.62, 120, 120, STEP), [d[2:4] for d in URBAN], [d[4] for d in URBAN], STEP)
    sites, owner = [], []
    for district, cells in zip(URBAN, town):
        reach = len(cells) * STEP * STEP / district[6] / 3.14
        for x, y in centres(cells, district[6], random):
            sites.append(_site(x, y, reach, STRETCH * URBAN_STRETCH))
            owner.append((district[0], None))
    urban = box_of(integers(URBAN_OUTLINE)), integers(URBAN_OUTLINE)
    country = [
        c for c in raster(RURAL_OUTLINE, -68.25, -16.56, 52, 92, RURAL_STEP)
        if side(urban[1], urban[0], integer(c[0]), integer(c[1])) < 0
    ]  # fmt: skip
    seats = []
    for district, cells in zip(RURAL, balanced(country, [d[2:4] for d in RURAL], [d[4] for d in RURAL], RURAL_STEP)):
        for number, (x, y) in enumerate(centres(cells, district[6], random)):
            sites.append(_site(x, y, 0, STRETCH))
            owner.append((district[0], number))
            seats.append((x, y, owner[-1]))
    # A chain of small cells round the town: those on the side of the country belong to the nearest rural OTB.
    rural = integers(RURAL_OUTLINE)
    outside = []
    for x, y in surroundings(URBAN_OUTLINE, NEAR, 0.005):
        site = _site(x, y, 0.0026 * 0.0026, STRETCH * URBAN_STRETCH)
        if side(rural, box_of(rural), integer(x), integer(y)) > 0:
            sites.append(site)
            owner.append(min(((x - a) * (x - a) + (y - b) * (y - b), o) for a, b, o in seats)[1])
        else:
            outside.append(site)
    for x, y in surroundings(RURAL_OUTLINE, FAR, 0.06):
        near = min((x - a) * (x - a) + (y - b) * (y - b) for a, b in URBAN_OUTLINE)
        if near > 0.03 * 0.03 and side(urban[1], urban[0], integer(x), integer(y)) < 0:
            outside.append(_site(x, y, 0, STRETCH))
    return sites, owner, outside


def _rough(a, b):
    """Edges of the town are split once or twice, long edges of the country into about sixteen pieces."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    return max(13_000, isqrt(dx * dx + dy * dy) // 16)


class Territory:
    """The areas of every level, each sorted by code."""

    def __init__(self, seed):
        random = Random(seed, 1)
        sites, owner, outside = _sites(random)
        tiling = Tiling(sites + outside, len(sites), FRAME, _rough)
        self.organisations, self.districts, self.macrodistricts, self.former = [], [], [], []
        named = names.organisations(Random(seed, 2), [d[0] for d in URBAN + RURAL for _ in range(d[6])])
        people = shared_out(RESIDENTS, [d[5] for d in URBAN + RURAL])
        for (number, macro, _, _, _, _, count), residents in zip(URBAN + RURAL, people):
            mine = [s for s in range(len(sites)) if owner[s][0] == number]
            district = Area(f"{number:02d}", f"Distrito {number}", tiling.ring(mine))
            district.parent, district.population = macro, residents
            self.districts.append(district)
            if number in (22, 23):
                groups = [[s for s in mine if owner[s][1] == i] for i in range(count)]
            else:
                groups = [[s] for s in mine]
            parts = shared_out(residents, [random.between(60, 140) for _ in groups])
            for i, (group, part) in enumerate(zip(groups, parts), 1):
                area = Area(f"{number:02d}{i:03d}", named.pop(0), tiling.ring(group))
                area.parent, area.population = district.code, part
                self.organisations.append(area)
            assert_tile(district, [a for a in self.organisations if a.parent == district.code])

        def union(code, name, districts):
            wanted = {int(d.code) for d in districts}
            area = Area(code, name, tiling.ring([s for s in range(len(sites)) if owner[s][0] in wanted]))
            area.population = sum(d.population for d in districts)
            assert_tile(area, districts)
            return area

        for code, name in MACRODISTRICTS.items():
            self.macrodistricts.append(union(code, name, [d for d in self.districts if d.parent == code]))
        for code, (name, parts) in FORMER.items():
            self.former.append(union(code, name, [d for d in self.districts if d.parent in parts]))
        self.municipality = union(MUNICIPALITY, "La Paz", self.districts)
        self.levels = [[self.municipality], self.macrodistricts, self.districts, self.organisations]
        assert [len(level) for level in self.levels] == [1, 11, 23, ORGANISATIONS] and len(self.former) == 9
        assert all(sum(a.population for a in level) == RESIDENTS for level in self.levels + [self.former])
        for upper, lower in zip(self.levels, self.levels[1:]):
            for area in lower:
                area.above = next(a for a in upper if a.code == (area.parent or MUNICIPALITY))
        town = sum(square_kilometres(d.ring) for d in self.districts if d.code <= "21")
        country = sum(square_kilometres(d.ring) for d in self.districts if d.code > "21")
        assert abs(town / 149 - 1) < 0.005 and abs(country / 2871 - 1) < 0.005, (town, country)
        self.square_kilometres = {"urban": round(town, 1), "rural": round(country, 1), "all": round(town + country, 1)}


def former_of(macro):
    return next(code for code, (_, parts) in FORMER.items() if macro in parts)


def _text(areas, properties):
    return collection(
        [
            '{"type":"Feature","properties":{' + properties(a) + ',"esquematico":true},'
            f'"geometry":{{"type":"Polygon","coordinates":{rings_text([a.ring])}}}}}'
            for a in areas
        ]
    )


def _common(a):
    return f'"codigo":"{a.code}","nombre":"{a.name}","poblacion":{a.population}'


def texts(territory):
    return {
        "municipio.geojson": _text([territory.municipality], lambda a: _common(a) + f',"poblacion_flotante":{FLOATING}'),
        "macrodistritos.geojson": _text(
            territory.macrodistricts, lambda a: _common(a) + f',"municipio":"{MUNICIPALITY}","valid_from":"{CHANGED[1]}","valid_to":null'
        ),
        "macrodistritos-2022.geojson": _text(
            territory.former, lambda a: _common(a) + f',"municipio":"{MUNICIPALITY}","valid_from":null,"valid_to":"{CHANGED[1]}"'
        ),
        "distritos.geojson": _text(
            territory.districts,
            lambda a: _common(a) + f',"macrodistrito":"{a.parent}","ambito":"{"rural" if a.code > "21" else "urbano"}"',
        ),
        "otb.geojson": _text(territory.organisations, lambda a: _common(a) + f',"distrito":"{a.parent}"'),
    }
