"""Incident records: choosing those that get a mistake, and writing CSV."""


class Mistakes:
    """Hands out records that have no mistake yet, and notes how many times each was made."""

    def __init__(self, cases, random):
        self.cases, self.made = cases, {}
        self._order = random.sample(range(len(cases)), len(cases))
        self._taken = set()

    def choose(self, n, fits=lambda case: True):
        """The next n records without a mistake that fit, in the order of the register."""
        chosen = []
        for i in self._order:
            if len(chosen) == n:
                break
            if i not in self._taken and fits(self.cases[i]):
                chosen.append(i)
                self._taken.add(i)
        assert len(chosen) == n
        return [self.cases[i] for i in sorted(chosen)]

    def note(self, name, chosen):
        self.made[name] = len(chosen)
        return chosen


def cell(text, delimiter):
    if any(c in text for c in (delimiter, '"', "\n", "\r")):
        return '"' + text.replace('"', '""') + '"'
    return text


def line(values, delimiter=","):
    return delimiter.join(cell(v, delimiter) for v in values)


def shared_vertices(areas):
    """The vertices that two or more areas have, sorted, and those that three or more have."""
    seen = {}
    for area in areas:
        for vertex in area.ring:
            seen[vertex] = seen.get(vertex, 0) + 1
    return sorted(v for v, n in seen.items() if n > 1), sorted(v for v, n in seen.items() if n > 2)


def place_within(area, also, random, step):
    """A place strictly inside both areas, on a grid of `step` (1e-7 degrees)."""
    while True:
        x = random.between(area.box[0], area.box[2]) // step * step
        y = random.between(area.box[1], area.box[3]) // step * step
        if area.side(x, y) > 0 and also.side(x, y) > 0:
            return x, y
