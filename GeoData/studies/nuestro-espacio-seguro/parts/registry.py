"""The registry: 83 spaces, each with its committee. The figures of the document are the totals; everything else is invented."""

import datetime

from maker.basics import Random, cumulative, degrees, shared_out
from maker.records import line, place_within
from maker.tiling import collection

SPACES, COMMITTEES, MEMBERS = 83, 83, 479
TYPES = ["parque", "plaza", "losa deportiva", "boulevard", "área verde", "escalinata"]
NAMES = [
    "Los Algarrobos", "San Martín", "La Amistad", "El Molino", "Las Dunas", "La Cantuta", "Los Pinos", "El Sol", "Santa Rosa", "La Unión",
    "Los Ficus", "El Progreso",
]  # fmt: skip
# Of the 83; a recovered space has a date, the others have none.
STATES = [("recuperado", 61), ("en recuperación", 14), ("priorizado", 8)]
FIRST_DAY, LAST_DAY = datetime.date(2018, 3, 1), datetime.date(2020, 6, 30)
NEAREST = 120  # metres: no two spaces stand closer, about,
NEAREST_RECOVERED = 380  # and no two that were recovered, so that what happens round one is not counted round the other


class Space:
    __slots__ = ("code", "name", "kind", "state", "recovered", "committee", "women", "men", "region", "point")

    @property
    def members(self):
        return self.women + self.men


def metres_apart(region, a, b):
    """About how far two places of a region are from each other: flat, by the metres of a degree there."""
    dx, dy = (a[0] - b[0]) / region.per_100_m[0] / 10 * 100, (a[1] - b[1]) / region.per_100_m[1] / 10 * 100
    return (dx * dx + dy * dy) ** 0.5


def _apart(one, other):
    return NEAREST_RECOVERED if one.state == other.state == "recuperado" else NEAREST


def make(seed, regions, sectors):
    random = Random(seed, 2)
    states = [state for state, count in STATES for _ in range(count)]
    states = random.sample(states, len(states))
    members = [3 + n for n in shared_out(MEMBERS - 3 * COMMITTEES, [random.between(30, 100) for _ in range(COMMITTEES)])]
    spaces = []
    for region in regions:
        own = [s for s in sectors if s.parent == region.code]
        weights = cumulative([s.population for s in own])
        for _ in range(region.spaces):
            space, number = Space(), len(spaces) + 1
            space.code, space.region, space.committee = f"{region.code}{number:03d}", region, f"C{number:03d}"
            space.kind, space.state = random.pick(TYPES), states[number - 1]
            space.name = f"{space.kind.capitalize()} {random.pick(NAMES)}"
            others = [s for s in spaces if s.region is region]
            while True:
                # Every third one near another, so that circles overlap as they do in a city.
                if others and random.below(3) == 0:
                    x, y = random.pick(others).point
                    place = (x + random.between(-45_000, 45_000) // 10 * 10, y + random.between(-45_000, 45_000) // 10 * 10)
                else:
                    place = place_within(own[random.weighted(weights)], region, random, 10)
                if region.side(*place) > 0 and all(metres_apart(region, place, o.point) > _apart(space, o) for o in others):
                    break
            space.point = place
            days = (LAST_DAY - FIRST_DAY).days
            space.recovered = FIRST_DAY + datetime.timedelta(days=random.below(days + 1)) if space.state == "recuperado" else None
            total = members[number - 1]
            space.women = max(1, min(total - 1, total * random.between(38, 74) // 100))
            space.men = total - space.women
            spaces.append(space)
    assert len(spaces) == SPACES and len({s.committee for s in spaces}) == COMMITTEES and sum(s.members for s in spaces) == MEMBERS
    return spaces


def spaces_text(spaces):
    return collection(
        [
            f'{{"type":"Feature","properties":{{"codigo":"{s.code}","nombre":"{s.name}","tipo":"{s.kind}","estado":"{s.state}",'
            f'"region":"{s.region.code}","fecha_recuperacion":{_date(s)},"comite":"{s.committee}","grupo_chat":"sí","miembros":{s.members},'
            f'"miembros_mujeres":{s.women},"miembros_hombres":{s.men}}},'
            f'"geometry":{{"type":"Point","coordinates":[{degrees(s.point[0])},{degrees(s.point[1])}]}}}}'
            for s in spaces
        ]
    )


def _date(space):
    return f'"{space.recovered.isoformat()}"' if space.recovered else "null"


def committees_text(spaces):
    """Every committee has its chat group; M is women, H is men."""
    lines = ["comite,espacio,region,grupo_chat,miembros,M,H"]
    lines += [line([s.committee, s.code, s.region.code, "sí", str(s.members), str(s.women), str(s.men)]) for s in spaces]
    return "\n".join(lines) + "\n"
