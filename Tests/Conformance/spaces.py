"""`plaza spaces` against pyproj and Shapely, on a plane around each space: distances, incidents, people and shared ground."""
import csv
import gzip
import json

import numpy
import pyproj
import shapely

import support

GEOD = pyproj.Geod(ellps="WGS84")
STUDY = support.pathlib.Path(__file__).parents[2] / "GeoData/studies/nuestro-espacio-seguro/data"
# Corners of zones are rounded by as many chords to a quarter circle, as plaza says of them.
CHORDS = 16


def run(checks):
    peru(checks)
    la_plata(checks)


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return {row["code"]: row for row in csv.DictReader(file)}


def on_plane(x, y, geometries):
    plane = pyproj.Proj(f"+proj=aeqd +lat_0={y!r} +lon_0={x!r} +datum=WGS84")
    return [shapely.transform(g, lambda a: numpy.array(plane(a[:, 0], a[:, 1])).T) for g in geometries], plane


def peru(checks):
    """83 spaces in three UTM zones."""
    table = support.work / "spaces.csv"
    support.plaza(
        "spaces", STUDY / "espacios.geojson", "--incidents", STUDY / "incidentes-efecto.csv", "--people", STUDY / "sectores.geojson",
        "--table", table)
    written = rows(table)
    spaces = [(f["properties"]["codigo"], *f["geometry"]["coordinates"]) for f in json.load(open(STUDY / "espacios.geojson"))["features"]]
    with open(STUDY / "incidentes-efecto.csv", encoding="utf-8", newline="") as file:
        incidents = numpy.array([(float(r["longitud"]), float(r["latitud"])) for r in csv.DictReader(file)])
    sectors = json.load(open(STUDY / "sectores.geojson"))["features"]
    areas = [shapely.geometry.shape(f["geometry"]) for f in sectors]
    people = [f["properties"]["poblacion"] for f in sectors]
    equal = pyproj.Transformer.from_crs(4326, "+proj=laea +lat_0=-11 +lon_0=-76 +datum=WGS84", always_xy=True)
    grounds = [shapely.transform(a, lambda c: numpy.array(equal.transform(c[:, 0], c[:, 1])).T) for a in areas]

    apart = {}
    near = shared = lived = 0.0
    counts = 0
    zones = []
    for code, x, y in spaces:
        n = len(incidents)
        apart[code] = GEOD.inv([x] * n, [y] * n, incidents[:, 0], incidents[:, 1])[2]
        least, other = min((GEOD.inv(x, y, a, b)[2], c) for c, a, b in spaces if c != code)
        near = max(near, abs(float(written[code]["nearest_m"]) - least) if written[code]["nearest"] == other else numpy.inf)
        counts += sum(int(written[code][f"incidents_{m}"]) != (apart[code] <= m).sum() for m in (100, 200, 400))
        (local), plane = on_plane(x, y, [shapely.Point(a, b) for c, a, b in spaces if abs(a - x) < 0.1 and abs(b - y) < 0.1 and c != code])
        own = shapely.Point(0, 0).buffer(400, quad_segs=CHORDS)
        ground = shapely.union_all([p.buffer(400, quad_segs=CHORDS) for p in local]) if local else shapely.Point()
        shared = max(shared, abs(own.intersection(ground).area / own.area - float(written[code]["overlap_share_400"])))
        zone = shapely.transform(own, lambda c: numpy.array(plane(c[:, 0], c[:, 1], inverse=True)).T)
        zones.append(shapely.transform(zone, lambda c: numpy.array(equal.transform(c[:, 0], c[:, 1])).T))
        here = sum(p * g.intersection(zones[-1]).area / g.area for p, g in zip(people, grounds) if g.intersects(zones[-1]))
        lived = max(lived, abs(here - float(written[code]["people_400"])) / max(1, here))
    checks.that("Peru: the nearest other space by geodesics", near < 1e-6, f"{len(spaces)} spaces, worst {near:.1e} m")
    checks.that("Peru: incidents within 100, 200 and 400 m", counts == 0, f"{len(incidents)} incidents, {counts} counts differ")
    checks.that("Peru: the share of each circle that others share", shared < 1e-6, f"worst {shared:.1e}")
    checks.that("Peru: people within 400 m by areal interpolation", lived < 1e-6, f"worst {lived:.1e}")
    nearest = numpy.min([apart[code] for code, _, _ in spaces], axis=0)
    total = [int(written["total"][f"incidents_{m}"]) == (nearest <= m).sum() for m in (100, 200, 400)]
    checks.that("Peru: the total counts each incident once", all(total))
    union = shapely.union_all(zones)
    whole = sum(p * g.intersection(union).area / g.area for p, g in zip(people, grounds))
    error = abs(whole - float(written["total"]["people_400"])) / whole
    checks.that("Peru: the total counts everybody once", error < 1e-6, f"{whole:.0f} people, {error:.1e}")


def la_plata(checks):
    """Green spaces as polygons, three of them invalid."""
    path = support.DATA / "la_plata/espacios_verdes.geojson.gz"
    if not path.exists():
        checks.skip("La Plata", "no data")
        return
    table = support.work / "green.csv"
    support.plaza("spaces", path, "--state", "EV MERY 1_Espacios recuperados", "--space-name", "Name", "--table", table)
    written = rows(table)
    with gzip.open(path) as file:
        features = json.load(file)["features"]
    shapes = shapely.make_valid([shapely.geometry.shape(f["geometry"]) for f in features], method="linework")
    near = shared = 0.0
    for index, shape in enumerate(shapes):
        row, centre = written[str(index + 1)], shape.representative_point()
        local, _ = on_plane(centre.x, centre.y, shapes)
        distances = shapely.distance(local[index], local)
        distances[index] = numpy.inf
        near = max(near, abs(float(row["nearest_m"]) - distances.min()) / max(1, distances.min()))
        zone = local[index].buffer(200, quad_segs=CHORDS)
        others = [local[other].buffer(200, quad_segs=CHORDS) for other in numpy.flatnonzero(distances <= 400)]
        share = zone.intersection(shapely.union_all(others)).area / zone.area if others else 0
        shared = max(shared, abs(share - float(row["overlap_share_200"])))
    checks.that("La Plata: the nearest other space from edge to edge", near < 1e-6, f"{len(shapes)} spaces, worst {near:.1e}")
    checks.that("La Plata: the share of each zone that others share", shared < 1e-6, f"worst {shared:.1e}")
    recovered = sum(row["state"] == "si" for row in written.values())
    stated = sum(f["properties"]["EV MERY 1_Espacios recuperados"] == "si" for f in features)
    checks.that("La Plata: recovered spaces are those of the column", recovered == stated, str(recovered))
