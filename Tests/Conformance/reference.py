"""The slow side, by shapely and pyproj: areas as GeoJSON states them, repaired, and the area of each point."""
import dataclasses
import functools
import gzip
import json
import unicodedata

import numpy
import pandas
import pyproj
import shapely
import shapely.geometry


def open_text(path):
    return gzip.open(path, "rt", encoding="utf-8-sig") if path.suffix == ".gz" else open(path, encoding="utf-8-sig")


def read_json(path):
    """Numbers keep their digits, because a code that is a number is its digits."""
    with open_text(path) as file:
        return json.load(file, parse_float=Digits)


class Digits(float):
    """A number that remembers how it was written."""

    def __new__(cls, text):
        number = super().__new__(cls, text)
        number.text = text
        return number


def as_text(value):
    if isinstance(value, str):
        return value
    if isinstance(value, Digits):
        return value.text[:-2] if value.text.endswith(".0") else value.text
    return str(value)


@dataclasses.dataclass
class Areas:
    codes: list  # ascending by UTF-8 bytes
    names: list
    geometries: list  # repaired, in the CRS of the file
    repaired: int
    without_geometry: int
    crs: pyproj.CRS


def code_of(properties, code):
    return "/".join(as_text(properties[field]) for field in code.split(","))


def read_areas(path, code, name=None):
    layer = read_json(path)
    crs = pyproj.CRS(layer["crs"]["properties"]["name"]) if "crs" in layer else pyproj.CRS("OGC:CRS84")
    parts, names, repaired, empty = {}, {}, 0, 0
    for feature in layer["features"]:
        properties = feature["properties"]
        key = code_of(properties, code)
        if feature["geometry"] is None or not feature["geometry"]["coordinates"]:
            empty += 1
            continue
        geometry = shapely.force_2d(shapely.geometry.shape(feature["geometry"]))
        if not geometry.is_valid:
            repaired += 1
            geometry = repair(geometry)
        parts.setdefault(key, []).append(geometry)
        names[key] = as_text(properties[name]) if name else key
    codes = sorted(parts, key=lambda text: text.encode())
    geometries = [parts[key][0] if len(parts[key]) == 1 else shapely.union_all(parts[key]) for key in codes]
    return Areas(codes, [names[key] for key in codes], geometries, repaired, empty, crs)


def repair(geometry):
    """MakeValid by linework for each polygon, then their union: no point changes sides."""
    pieces = []
    for polygon in shapely.get_parts(geometry):
        mended = shapely.make_valid(polygon, method="linework")
        pieces += [part for part in shapely.get_parts(mended) if part.geom_type in ("Polygon", "MultiPolygon")]
    return shapely.union_all(pieces)


@dataclasses.dataclass
class Located:
    area: numpy.ndarray  # index of the lowest code that covers the point, -1 for none
    covered: numpy.ndarray  # areas that cover it
    inside: numpy.ndarray  # areas that hold it strictly inside

    @property
    def on_border(self):
        return int(((self.covered >= 2) & (self.inside <= 1)).sum())

    @property
    def ambiguous(self):
        return int((self.inside >= 2).sum())


def locate(areas, x, y):
    """The area of each point; NaN is in none. Points are sorted by x, so that an area looks at a slice of them."""
    order = numpy.argsort(x, kind="stable")
    sx, sy = x[order], y[order]
    area = numpy.full(len(x), -1, dtype=numpy.int64)
    covered = numpy.zeros(len(x), dtype=numpy.int32)
    inside = numpy.zeros(len(x), dtype=numpy.int32)
    for index, geometry in enumerate(areas.geometries):
        west, south, east, north = geometry.bounds
        first, last = numpy.searchsorted(sx, west, "left"), numpy.searchsorted(sx, east, "right")
        near = first + numpy.flatnonzero((sy[first:last] >= south) & (sy[first:last] <= north))
        if not len(near):
            continue
        shapely.prepare(geometry)
        covers = shapely.intersects_xy(geometry, sx[near], sy[near])
        near, rows = near[covers], order[near[covers]]
        covered[rows] += 1
        inside[rows] += shapely.contains_xy(geometry, sx[near], sy[near])
        area[rows] = numpy.where(area[rows] < 0, index, area[rows])
    return Located(area, covered, inside)


def borders_within(areas, x, y, distance):
    """How many areas have a border within `distance` of the point."""
    point = shapely.Point(x, y)
    return sum(
        geometry.boundary.dwithin(point, distance) for geometry in areas.geometries
        if shapely.box(*geometry.bounds).dwithin(point, distance)
    )


@functools.cache
def read_records(path):
    """Every cell as text, nothing taken for missing."""
    if ".geojson" in path.suffixes:
        rows = []
        for feature in read_json(path)["features"]:
            row = {key: "" if value is None else as_text(value) for key, value in feature["properties"].items()}
            point = shapely.get_coordinates(shapely.geometry.shape(feature["geometry"]))
            assert len(point) == 1, "a record with several places"
            rows.append({**row, "x": repr(float(point[0][0])), "y": repr(float(point[0][1]))})
        return pandas.DataFrame(rows)
    return pandas.read_csv(path, dtype=str, keep_default_na=False, na_values=[], encoding="utf-8-sig", engine="c")


def numbers(column):
    """Correctly rounded numbers; an empty cell is NaN."""
    return numpy.array([float(cell) if cell else numpy.nan for cell in column])


@functools.cache
def folded(text):
    """Upper case without accents and punctuation: how the recorded names were compared when the data were described."""
    plain = "".join(c for c in unicodedata.normalize("NFD", text.upper()) if not unicodedata.combining(c))
    return " ".join("".join(c if c.isalnum() else " " for c in plain).split())
