"""The schematic metropolis: barrios are cells, and a municipality is the union of its barrios."""

from maker.basics import Random, SCALE, shared_out
from maker.tiling import Area, Tiling, assert_tile, balanced, centres, collection, integer, raster, rings_text, surroundings

# DANE code, name, seat (longitude, latitude), km² in proportion, inhabitants in 2022, barrios. Codes and names are real, seats are
# about right; areas only set proportions; inhabitants and barrios are invented.
MUNICIPALITIES = [
    ("08001", "Barranquilla", -74.8180, 10.9830, 154, 1_236_000, 44),
    ("08296", "Galapa", -74.8850, 10.9000, 98, 62_400, 8),
    ("08433", "Malambo", -74.7950, 10.8400, 108, 131_200, 10),
    ("08573", "Puerto Colombia", -74.9350, 10.9950, 93, 51_700, 8),
    ("08758", "Soledad", -74.7800, 10.9100, 67, 641_300, 18),
]
OUTLINE = [
    (-74.870, 10.800), (-74.770, 10.792), (-74.752, 10.860), (-74.748, 10.920), (-74.755, 10.960), (-74.785, 11.010), (-74.832, 11.060),
    (-74.870, 11.048), (-74.930, 11.036), (-74.985, 11.005), (-75.010, 10.962), (-74.975, 10.925), (-74.945, 10.890), (-74.925, 10.845),
]  # fmt: skip
FRAME = [(-770_000_000, 90_000_000), (-730_000_000, 90_000_000), (-730_000_000, 130_000_000), (-770_000_000, 130_000_000)]
STEP, OFFSET, ROUGH = 0.004, 0.012, 16_000

FIRST = [
    "El Prado Nuevo", "La Ceiba", "Las Flores", "San José", "El Carmen", "La Esperanza", "Los Almendros", "Villa del Río", "Siete Bocas",
    "El Manglar", "Simón Bolívar", "La Victoria", "Los Robles", "Nueva Granada", "El Campito", "Las Malvinas", "La Unión", "Cevillar Alto",
    "El Bosque", "La Sierrita", "Buenos Aires", "San Isidro", "Los Andes", "Chiquinquirá", "Rebolo Sur", "La Chinita", "Las Palmas",
    "Montes del Norte", "Boston Alto", "Bellavista", "Ciudad Jardín", "Altos del Limón", "La Concepción", "El Golf Viejo", "Las Delicias",
    "El Tabor", "Granadillo", "Campo Alegre", "El Silencio", "San Felipe", "La Pradera", "Evaristo Sur", "Carrizal", "La Playa",
    "Juan Mina", "Villa Estadio", "Hipódromo", "Manuela Beltrán", "Los Mangos", "El Oasis", "Costa Hermosa", "Salcedo", "El Ferrocarril",
    "Ciudadela Metropolitana", "Zarabanda", "Normandía", "Los Cedros", "Nuevo Triunfo", "La Candelaria", "Mesolandia", "Concord",
    "El Concejo", "Villa Esperanza", "Bellavista del Sur", "Maranata", "La Luna", "El Tesoro", "Pradomar", "Sabanilla", "El Muelle",
    "Altamira", "Villa Campestre", "Cisneros", "Loma Fresca", "Mundo Feliz", "Petronitas", "Villa Olímpica", "Las Carolinas", "Paluato",
]  # fmt: skip
SHARED = ["Centro", "San Antonio", "La Inmaculada"]  # barrios of this name stand in three municipalities each


def make(seed):
    """(municipalities, barrios), both sorted by code."""
    random = Random(seed, 1)
    seats, shares = [(m[2], m[3]) for m in MUNICIPALITIES], [m[4] for m in MUNICIPALITIES]
    sites, owner = [], []
    for i, (m, cells) in enumerate(zip(MUNICIPALITIES, balanced(raster(OUTLINE, -75.03, 10.78, 75, 75, STEP), seats, shares, STEP))):
        reach = len(cells) * STEP * STEP / m[6] / 3.14
        for x, y in centres(cells, m[6], random):
            sites.append((integer(x), integer(y), int(reach * SCALE * SCALE)))
            owner.append(i)
    inside = len(sites)
    sites += [(integer(x), integer(y), int(OFFSET * OFFSET * SCALE * SCALE)) for x, y in surroundings(OUTLINE, OFFSET, 0.016)]
    tiling = Tiling(sites, inside, FRAME, lambda a, b: ROUGH)

    names = random.sample(FIRST, len(FIRST))
    municipalities, barrios = [], []
    for i, (code, name, _, _, _, population, _) in enumerate(MUNICIPALITIES):
        mine = [s for s in range(inside) if owner[s] == i]
        area = Area(code, name, tiling.ring(mine))
        area.population = population
        municipalities.append(area)
        own = [shared for k, shared in enumerate(SHARED) if (i + k) % 5 in (0, 1, 3)]
        own += [names.pop() for _ in range(len(mine) - len(own))]
        children = []
        for number, (s, called) in enumerate(zip(mine, random.sample(own, len(own))), 1):
            child = Area(f"{code}{number:03d}", called, tiling.ring([s]))
            child.parent, child.above = code, area
            children.append(child)
        for child, people in zip(children, shared_out(population, [random.between(60, 140) for _ in mine])):
            child.population = people
        barrios += children
        assert_tile(area, children)
    assert not names and sum(b.name in SHARED for b in barrios) == 9
    return municipalities, barrios


def _text(areas, more):
    return collection(
        [
            f'{{"type":"Feature","properties":{{"codigo":"{a.code}","nombre":"{a.name}",{more(a)}"poblacion":{a.population},"esquematico":true}},'
            f'"geometry":{{"type":"Polygon","coordinates":{rings_text([a.ring])}}}}}'
            for a in areas
        ]
    )


def municipalities_text(areas):
    return _text(areas, lambda a: '"departamento":"Atlántico",')


def barrios_text(areas):
    return _text(areas, lambda a: f'"municipio":"{a.parent}",')
