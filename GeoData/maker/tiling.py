"""Schematic territories: the finest areas are cells of one power diagram with roughened edges, and every other
area is the union of its cells, so that all levels tile and nest vertex by vertex."""

from math import sqrt

from .basics import NOTICE, Random, SCALE, box_of, degrees, power_cell, rounded, side, twice_area


class Area:
    """One polygon of one ring (open, counter-clockwise, integers of 1e-7 degrees)."""

    def __init__(self, code, name, ring):
        self.code, self.name, self.ring = code, name, ring
        self.box = box_of(ring)
        self.population = self.women = self.men = 0
        self.parent = self.above = self.department = None  # the code of the parent, and the parent itself

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


def integer(value):
    """Degrees as an integer of 1e-7."""
    return int(value * SCALE + (0.5 if value >= 0 else -0.5))


def integers(outline):
    return [(integer(x), integer(y)) for x, y in outline]


def raster(outline, west, south, columns, rows, step):
    """The centres, in degrees, of the cells of a raster that lie inside an outline."""
    ring = integers(outline)
    box = box_of(ring)
    cells = []
    for row in range(rows):
        for column in range(columns):
            x, y = west + step * (column + 0.5), south + step * (row + 0.5)
            if side(ring, box, integer(x), integer(y)) > 0:
                cells.append((x, y))
    return cells


def balanced(cells, seats, shares, step):
    """The raster cells of each seat: a power diagram whose weights are moved until the areas fit the shares."""
    whole = sum(shares)
    targets = [share * len(cells) / whole for share in shares]
    weights = [0.0] * len(seats)
    squares = [[(x - a) * (x - a) + (y - b) * (y - b) for a, b in seats] for x, y in cells]
    owners = []
    for turn in range(80):
        owners = []
        for d in squares:
            powers = [a - w for a, w in zip(d, weights)]
            owners.append(powers.index(min(powers)))
        rate = 0.5 / (1 + turn * 0.05)
        for i, target in enumerate(targets):
            weights[i] += rate * (target - owners.count(i)) * step * step / 3.14
    return [[c for c, o in zip(cells, owners) if o == i] for i in range(len(seats))]


def centres(cells, count, random):
    """Seats of the parts of an area, numbered from north to south: k-means over its raster cells."""
    found = random.sample(cells, count)
    for _ in range(25):
        groups = [[0.0, 0.0, 0] for _ in found]
        for x, y in cells:
            d = [(x - a) * (x - a) + (y - b) * (y - b) for a, b in found]
            g = groups[d.index(min(d))]
            g[0] += x
            g[1] += y
            g[2] += 1
        found = [(g[0] / g[2], g[1] / g[2]) if g[2] else c for g, c in zip(groups, found)]
    return sorted(found, key=lambda c: (-c[1], c[0]))


def surroundings(outline, offset, spacing):
    """Sites outside an outline (counter-clockwise), which give the areas inside it their outer border."""
    sites = []
    for (ax, ay), (bx, by) in zip(outline, outline[1:] + outline[:1]):
        length = sqrt((bx - ax) * (bx - ax) + (by - ay) * (by - ay))
        pieces = max(1, int(length / spacing + 0.5))
        for i in range(pieces):
            t = (i + 0.5) / pieces
            # Outside is to the right.
            sites.append((ax + t * (bx - ax) + offset * (by - ay) / length, ay + t * (by - ay) - offset * (bx - ax) / length))
    return sites


def roughened(a, b, rough):
    """The vertices from a to b without b, split down to about `rough`; the same, reversed, from b to a."""
    if a > b:
        return [a] + roughened(b, a, rough)[1:][::-1]
    random = Random(7, *a, *b)

    def between(p, q):
        dx, dy = q[0] - p[0], q[1] - p[1]
        if dx * dx + dy * dy < rough * rough * 2:
            return []
        shift = (random.unit() - 0.5) * 0.30
        middle = ((p[0] + q[0]) // 2 + int(-dy * shift), (p[1] + q[1]) // 2 + int(dx * shift))
        return between(p, middle) + [middle] + between(middle, q)

    return [a] + between(a, b)


class Tiling:
    """The cells of the first `inside` sites (x, y, weight: integers of 1e-7 degrees) of a power diagram."""

    def __init__(self, sites, inside, frame, rough):
        """`rough(a, b)` is how finely the edge between two corners is split."""
        self.inside, self.cells = inside, []
        for s in range(inside):
            cell = power_cell(s, sites, frame)
            corners = [(rounded(x), rounded(y)) for x, y, _ in cell]
            beyonds = [beyond for _, _, beyond in cell]
            edges = []
            for a, b, beyond in zip(corners, corners[1:] + corners[:1], beyonds):
                if a != b:  # an edge that rounding closes is closed for both its cells
                    edges.append((a, b, roughened(a, b, rough(*sorted((a, b)))), beyond))
            assert len({a for a, _, _, _ in edges}) == len(edges) > 2
            self.cells.append(edges)
        starts = {(a, b) for edges in self.cells for a, b, _, _ in edges}
        for edges in self.cells:
            for a, b, _, beyond in edges:
                assert beyond is not None and ((b, a) in starts) == (beyond < inside)

    def ring(self, members):
        """The one ring around a set of cells."""
        members = set(members)
        return joined([e[:3] for s in sorted(members) for e in self.cells[s] if e[3] not in members])


def joined(edges):
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


def assert_tile(parent, children):
    assert sum(twice_area(c.ring) for c in children) == twice_area(parent.ring)


def collection(features):
    """A GeoJSON text with one feature per line."""
    return '{"type":"FeatureCollection","aviso":"' + NOTICE + '","features":[\n' + ",\n".join(features) + "\n]}\n"


def rings_text(rings):
    def ring_text(ring):
        return "[" + ",".join(f"[{degrees(x)},{degrees(y)}]" for x, y in ring + ring[:1]) + "]"

    return "[" + ",".join(ring_text(r) for r in rings) + "]"
