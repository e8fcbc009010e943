"""Coordinates against pyproj: a layer in metres written as GeoJSON, and records in feet located in degrees."""
import numpy
import pyproj
import shapely
import shapely.geometry

import areas
import located
import reference
import support

# Half a unit of the seventh decimal, and the last bits of a Double.
ROUNDING = 0.5e-7 + 1e-12
PROJECTED = [("barranquilla/barrios_epsg3116.geojson.gz", "ID")]
FEET = located.Pair(
    "New York × precincts, EPSG:2263 feet", "nyc/shootings.csv.gz", "nyc/precincts.geojson.gz", "Precinct", "X_COORD_CD", "Y_COORD_CD",
    crs="EPSG:2263", recorded=("PRECINCT",), against="code")


def run(checks):
    for path, code in PROJECTED:
        try:
            layer(checks, path, code)
        except support.Refused as refusal:
            checks.that(f"{path}: the join runs", False, str(refusal))
    try:
        located.compare(checks, FEET)
    except support.Refused as refusal:
        checks.that(f"{FEET.title}: the join runs", False, str(refusal))


def layer(checks, path, code):
    source = reference.read_areas(support.DATA / path, code)
    to_degrees = pyproj.Transformer.from_crs(source.crs, "OGC:CRS84", always_xy=True)
    points = support.work / "one.csv"
    points.write_text("id,lon,lat\n1,-74.8,10.95\n")
    output = support.work / "projected.geojson"
    summary = support.plaza("join", points, "--areas", support.DATA / path, "--code", code, "-o", output)
    written = {key: shapely.geometry.shape(feature["geometry"]) for key, feature in areas.read(output, code)}
    worst, compared = 0.0, 0
    for key, geometry in zip(source.codes, source.geometries):
        wanted = numpy.column_stack(to_degrees.transform(*shapely.get_coordinates(geometry).T))
        found = shapely.get_coordinates(written[key])
        # As sets: writing turns rings and may begin them elsewhere, and it drops vertices that rounding made equal.
        worst = max(worst, farthest(wanted, found), farthest(found, wanted))
        compared += len(found)
    checks.that(
        f"{path}: its vertices are pyproj's to the seventh decimal", worst <= ROUNDING,
        f"{compared} vertices, worst {worst:.2e}°; {summary['crs']['operation']}, pyproj: {to_degrees.description}")


def farthest(these, those):
    """The largest distance, in either coordinate, of one of `these` from the nearest of `those`."""
    tree = shapely.STRtree(shapely.points(those))
    nearest = tree.nearest(shapely.points(these))
    return float(numpy.abs(these - those[nearest]).max())
