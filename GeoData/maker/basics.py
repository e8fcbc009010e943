"""Random numbers, text and exact geometry that give the same bytes on every Python from 3.9 on.

Only integers, Fractions, the four operations and the square root of floats are used: no libm, no `random`, whose
sequences and last digits are not promised from one version to the next.
"""

from bisect import bisect_right
from fractions import Fraction
from math import sqrt

NOTICE = "datos simulados: no dicen nada sobre el programa real"
SCALE = 10_000_000  # coordinates are integers of 1e-7 degree
MASK = (1 << 64) - 1


class Random:
    """SplitMix64; a stream is named by any number of integers."""

    def __init__(self, *names):
        self.state = 0x5EED
        for name in names:
            self.state = (self.state ^ (name & MASK)) & MASK
            self.state = self.bits()

    def bits(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return z ^ (z >> 31)

    def unit(self):
        """A float in [0, 1)."""
        return (self.bits() >> 11) / (1 << 53)

    def below(self, n):
        return (self.bits() * n) >> 64

    def between(self, low, high):
        return low + self.below(high - low + 1)

    def pick(self, items):
        return items[self.below(len(items))]

    def bell(self):
        """Nearly a standard normal: twelve uniforms, so that no logarithm is needed.

        Summed as integers: Python 3.12 changed how `sum` rounds floats."""
        return sum(self.bits() >> 11 for _ in range(12)) / (1 << 53) - 6

    def weighted(self, cumulative):
        """An index, by ascending cumulative integer weights."""
        return bisect_right(cumulative, self.below(cumulative[-1]))

    def sample(self, items, n):
        items = list(items)
        for i in range(n):
            j = i + self.below(len(items) - i)
            items[i], items[j] = items[j], items[i]
        return items[:n]


def cumulative(weights):
    total, out = 0, []
    for weight in weights:
        total += weight
        out.append(total)
    return out


def shared_out(total, weights):
    """Integers in proportion to the weights whose sum is the total (largest remainders)."""
    whole = sum(weights)
    parts = [total * w // whole for w in weights]
    order = sorted(range(len(weights)), key=lambda i: (-(total * weights[i] % whole), i))
    for i in order[: total - sum(parts)]:
        parts[i] += 1
    return parts


def degrees(value, places=7):
    """Integer 1e-7 degrees as decimal text."""
    step = 10 ** (7 - places)
    assert value % step == 0
    sign, value = ("-", -value) if value < 0 else ("", value)
    return f"{sign}{value // SCALE}.{value % SCALE // step:0{places}d}"


def twice_area(ring):
    """Twice the signed area of an open ring, positive when counter-clockwise."""
    return sum(ax * by - bx * ay for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1]))


def side(ring, box, x, y):
    """1 strictly inside, 0 on the border, -1 outside: exact, on integers."""
    if x < box[0] or x > box[2] or y < box[1] or y > box[3]:
        return -1
    inside = False
    ax, ay = ring[-1]
    for bx, by in ring:
        if min(ay, by) <= y <= max(ay, by):
            turn = (bx - ax) * (y - ay) - (by - ay) * (x - ax)
            if turn == 0 and min(ax, bx) <= x <= max(ax, bx):
                return 0
            if (ay > y) != (by > y) and (turn > 0) == (by > ay):
                inside = not inside
        ax, ay = bx, by
    return 1 if inside else -1


def box_of(ring):
    xs, ys = [p[0] for p in ring], [p[1] for p in ring]
    return min(xs), min(ys), max(xs), max(ys)


def power_cell(index, sites, frame):
    """The corners (exact Fractions, counter-clockwise) of one cell of a power diagram of (x, y, weight)
    inside the frame, with the site beyond each edge (None: the frame)."""
    sx, sy, sw = sites[index]
    cell = [(Fraction(x), Fraction(y), None) for x, y in frame]  # each corner names the edge that leaves it
    others = sorted(
        (j for j in range(len(sites)) if j != index),
        key=lambda j: ((sites[j][0] - sx) ** 2 + (sites[j][1] - sy) ** 2, j),
    )
    reach = None  # the farthest corner, a little more
    for j in others:
        tx, ty, tw = sites[j]
        if reach is None:
            reach = 1.0001 * sqrt(max(float((x - sx) ** 2 + (y - sy) ** 2) for x, y, _ in cell))
        apart = sqrt((tx - sx) ** 2 + (ty - sy) ** 2)
        if apart > reach and apart * (apart - 2 * reach) > tw - sw:  # no corner can be nearer to that site
            continue
        a, b = 2 * (tx - sx), 2 * (ty - sy)
        c = tx * tx + ty * ty - sx * sx - sy * sy - tw + sw
        value = [a * x + b * y - c for x, y, _ in cell]
        if all(v <= 0 for v in value):
            continue
        kept = []
        for i, (x, y, beyond) in enumerate(cell):
            k = (i + 1) % len(cell)
            nx, ny, _ = cell[k]
            if value[i] <= 0:
                kept.append((x, y, beyond))
            if (value[i] <= 0) != (value[k] <= 0):
                t = value[i] / (value[i] - value[k])
                corner = (x + t * (nx - x), y + t * (ny - y))
                kept.append(corner + ((j,) if value[i] <= 0 else (beyond,)))
        cell, reach = kept, None
        assert cell, f"site {index} has no cell"
    return cell


def rounded(value):
    """The nearest integer of a Fraction, halves up."""
    return (2 * value.numerator + value.denominator) // (2 * value.denominator)
