"""Invented streets: a bent grid of blocks within the city, with links missing, on both sides of which nobody can walk on."""

from maker.basics import Random, degrees
from maker.tiling import collection, locate

# In 1e-7 degrees: where the grid begins, the length of a block, and how far a corner is bent.
WEST, SOUTH, BLOCK, BENT = -607_450_000, -316_900_000, 28_000, 4_000
COLUMNS, ROWS = 48, 60
# Of a hundred links so many are missing.
MISSING = 9


def make(seed, districts):
    """Lines as lists of corners; lines that cross share the corner."""
    random = Random(seed, 6)
    corners = {}
    for row in range(ROWS):
        for column in range(COLUMNS):
            x = WEST + column * BLOCK + random.between(-BENT, BENT)
            y = SOUTH + row * BLOCK + random.between(-BENT, BENT)
            if locate(districts, x, y)[0]:
                corners[column, row] = (x, y)
    lines = []
    ways = [[(c, r) for c in range(COLUMNS)] for r in range(ROWS)] + [[(c, r) for r in range(ROWS)] for c in range(COLUMNS)]
    for way in ways:
        line = []
        for place in way:
            if place not in corners or random.below(100) < MISSING:
                if len(line) > 1:
                    lines.append(line)
                line = []
            if place in corners:
                line.append(corners[place])
        if len(line) > 1:
            lines.append(line)
    return lines


def text(lines):
    def positions(line):
        return ",".join(f"[{degrees(x)},{degrees(y)}]" for x, y in line)

    return collection(
        [
            f'{{"type":"Feature","properties":{{"id":"C{n:03d}","esquematico":true}},"geometry":{{"type":"LineString","coordinates":[{positions(line)}]}}}}'
            for n, line in enumerate(lines, 1)
        ]
    )
