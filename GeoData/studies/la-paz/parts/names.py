"""Invented names of neighbourhood organisations; the usual words of such names, put together by chance."""

FIRST = ["Villa", "Alto", "Bajo", "Zona", "Urbanización", "Junta Vecinal", "Barrio", "Pampa", "Nueva", "Loma"]
SECOND = [
    "Esperanza", "Las Retamas", "Los Álamos", "Kantuta", "Wiphala", "San José", "Santa Bárbara", "El Molino", "Progreso", "Armonía",
    "La Merced", "Los Eucaliptos", "Achachicala Chico", "Illimani", "Copacabana", "Unión", "Primavera", "El Rosal", "Tres Cruces",
    "San Martín", "Niño Jesús", "Los Pinos del Norte", "Buena Vista", "Señor de Mayo", "Cuatro Vientos", "La Cumbre", "Río Claro",
    "El Mirador", "Luz Andina", "Amanecer", "Cóndor", "Flor de Añil", "Santa Inés", "San Simón", "Los Jardines", "Ch'alla",
    "Vista Alegre", "Las Peñas", "Bella Unión", "Sol Naciente", "San Germán", "Encañada", "El Carmen", "Santísima Trinidad",
    "Callapa Nueva", "Los Ángeles", "Pacífico", "Ferroviaria", "Tembladera del Sol", "Siete Lagunas",
]  # fmt: skip
# Names that two districts share: no record is known by one of them alone.
TWICE = ["Villa Esperanza", "Zona San José", "Barrio Progreso", "Alto Illimani", "Villa Copacabana"]


def organisations(random, districts):
    """One name per organisation; the five of TWICE stand in two districts, all others once."""
    every = [f"{a} {b}" for a in FIRST for b in SECOND]
    every += [f"{name} {part}" for name in every[:50] + every[150:230] for part in ("Norte", "Sector B")]
    single = [name for name in every if name not in TWICE]
    n = len(districts)
    chosen = random.sample(single, n - 2 * len(TWICE))
    places = random.sample(range(n), n)
    result = [None] * n
    doubles = list(TWICE)
    while doubles:
        a, b = places.pop(), places.pop()
        if districts[a] == districts[b]:
            places = [a] + places[::-1] + [b]
            continue
        result[a] = result[b] = doubles.pop()
    for i in sorted(places):
        result[i] = chosen.pop()
    assert not chosen and len(set(result)) == n - len(TWICE)
    return result


def short(name):
    """The name as people write it: abbreviated, as the alias file knows it."""
    for long, brief in (("Urbanización", "Urb."), ("Junta Vecinal", "J.V."), ("Zona", "Z."), ("Barrio", "Bº"), ("Villa", "V.")):
        if name.startswith(long):
            return brief + name[len(long) :]
    return None
