"""Invented shelters and public spaces, each somewhere inside a neighbourhood board."""

from maker.basics import Random, cumulative, degrees
from maker.records import place_within
from maker.tiling import collection

SHELTERS, SPACES = 14, 26
SHELTER_KINDS = ["escuela", "club", "centro comunitario", "gimnasio municipal"]
SPACE_KINDS = ["plaza", "parque", "playón deportivo", "paseo costero"]
NAMES = ["del Puerto", "San Martín", "de las Flores", "del Litoral", "Los Ceibos", "La Costa", "del Ferrocarril", "Las Lomas"]
STATES = ["recuperado", "recuperado", "en obra", "priorizado"]


def _places(count, boards, random):
    weights = cumulative([b.population for b in boards])
    for _ in range(count):
        board = boards[random.weighted(weights)]
        yield board, place_within(board, board.above, random, 10)


def make(seed, boards):
    """(shelters, spaces) as (feature text, place, board)."""
    random = Random(seed, 3)
    shelters, spaces = [], []
    for n, (board, place) in enumerate(_places(SHELTERS, boards, random), 1):
        kind = random.pick(SHELTER_KINDS)
        women, men = random.between(2, 8), random.between(2, 8)
        properties = (
            f'"id":"R{n:02d}","nombre":"{kind.capitalize()} {random.pick(NAMES)}","tipo":"{kind}","estado":"{"habilitado" if random.below(4) else "en revisión"}",'
            f'"distrito":"{board.parent}","plazas":{random.between(4, 30) * 10},"brigadistas_mujeres":{women},"brigadistas_hombres":{men}'
        )
        shelters.append((_feature(properties, place), place, board))
    for n, (board, place) in enumerate(_places(SPACES, boards, random), 1):
        kind = random.pick(SPACE_KINDS)
        properties = (
            f'"id":"P{n:02d}","nombre":"{kind.capitalize()} {random.pick(NAMES)}","tipo":"{kind}","estado":"{random.pick(STATES)}",'
            f'"distrito":"{board.parent}"'
        )
        spaces.append((_feature(properties, place), place, board))
    return shelters, spaces


def _feature(properties, place):
    return f'{{"type":"Feature","properties":{{{properties}}},"geometry":{{"type":"Point","coordinates":[{degrees(place[0])},{degrees(place[1])}]}}}}'


def shelters_text(rows):
    return collection([text for text, _, _ in rows])


def spaces_text(rows):
    return collection([text for text, _, _ in rows])
