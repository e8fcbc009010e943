"""`plaza exposure` against Shapely, in the projection that plaza names: surfaces, people and totals, with the areas' people and with others'."""
import gzip
import json

import numpy
import pyproj
import shapely

import support

CDMX = support.DATA / "cdmx"
ORDER = ["Muy bajo", "Bajo", "Medio", "Alto", "Muy alto"]


def run(checks):
    if not CDMX.exists():
        checks.skip("exposure in Mexico City", f"{CDMX} is not there")
        return
    own_people(checks)
    others_people(checks)


def features(path):
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return json.load(file)["features"]


def on_plane(found, crs):
    """Valid geometries, with edges that are straight in degrees."""
    to = pyproj.Transformer.from_crs(4326, crs, always_xy=True)
    valid = shapely.make_valid(numpy.array([shapely.geometry.shape(f["geometry"]) for f in found]))
    return shapely.transform(shapely.segmentize(valid, 0.0005), lambda c: numpy.array(to.transform(c[:, 0], c[:, 1])).T)


def zones(found, crs):
    """The ground of each class without that of higher ones."""
    shapes = on_plane(found, crs)
    classes = numpy.array([f["properties"]["PELIGRO_IN"] for f in found])
    result, taken = {}, shapely.Polygon()
    for name in reversed(ORDER):
        ground = shapely.union_all(shapes[classes == name])
        result[name] = shapely.difference(ground, taken)
        taken = shapely.union(taken, ground)
    return result


def common(shapes, zone):
    """The surface that each shape shares with a zone; only what meets it is cut."""
    shapely.prepare(zone)
    meets = shapely.intersects(zone, shapes)
    result = numpy.zeros(len(shapes))
    result[meets] = shapely.area(shapely.intersection(shapes[meets], zone))
    return result


def slug(name):
    return name.lower().replace(" ", "_")


def own_people(checks):
    layer = support.work / "exposure.geojson"
    summary = support.plaza(
        "exposure", CDMX / "colonias_iecm.geojson.gz", "--code", "CVEUT", "--population", "SUMPOB1", "--hazards",
        f"flood={CDMX / 'hazards/Peligro_Inundacion.geojson.gz'}:PELIGRO_IN", "-o", layer)
    found = features(CDMX / "colonias_iecm.geojson.gz")
    shapes = on_plane(found, summary["study_crs"])
    grounds = shapely.area(shapes)
    people = numpy.array([f["properties"]["SUMPOB1"] or 0 for f in found], dtype=float)
    written = {f["properties"]["CVEUT"]: f["properties"] for f in json.load(open(layer))["features"]}
    totals = {z["class"]: z for z in summary["zones"]}
    surface = lived = whole = same = 0.0
    union = shapely.union_all(shapes)
    for name, zone in zones(features(CDMX / "hazards/Peligro_Inundacion.geojson.gz"), summary["study_crs"]).items():
        shared = common(shapes, zone)
        for f, area, ground, count in zip(found, shared, grounds, people):
            row = written[f["properties"]["CVEUT"]]
            # Plaza bends edges at every hundred metres: up to some square centimetres on one of them.
            surface = max(surface, abs(row[f"flood_{slug(name)}_km2"] * 1e6 - area) / max(ground, 1e4))
            lived = max(lived, abs(row[f"flood_{slug(name)}_population"] - count * area / ground) / max(1, count))
        inside = shapely.area(shapely.intersection(zone, union))
        whole = max(whole, abs(totals[name]["territory"]["km2"] * 1e6 / inside - 1))
        everybody = (people * shared / grounds).sum()
        same = max(same, abs(totals[name]["territory"]["population"] - everybody) / max(1, everybody))
    checks.that("Mexico City: surface of each class in each area", surface < 1e-6, f"{len(found)} areas, worst {surface:.1e} of the area or a hectare")
    checks.that("Mexico City: people of each class in each area", lived < 1e-6, f"worst {lived:.1e}")
    checks.that("Mexico City: surface of each class in the areas together", whole < 1e-6, f"worst {whole:.1e}")
    checks.that("Mexico City: people altogether", same < 1e-6, f"worst {same:.1e}")


def others_people(checks):
    """Areas that do not nest in the units of the people."""
    layer = support.work / "exposure-people.geojson"
    summary = support.plaza(
        "exposure", CDMX / "alcaldias.geojson.gz", "--code", "CVEGEO", "--people", CDMX / "colonias_iecm.geojson.gz",
        "--people-population", "SUMPOB1", "--hazards", f"flood={CDMX / 'hazards/Peligro_Inundacion.geojson.gz'}:PELIGRO_IN",
        "-o", layer)
    found = features(CDMX / "colonias_iecm.geojson.gz")
    units = on_plane(found, summary["study_crs"])
    density = numpy.array([f["properties"]["SUMPOB1"] or 0 for f in found], dtype=float) / shapely.area(units)
    areas = features(CDMX / "alcaldias.geojson.gz")
    written = {f["properties"]["CVEGEO"]: f["properties"] for f in json.load(open(layer))["features"]}
    shapes = on_plane(areas, summary["study_crs"])
    worst = 0.0
    # A class may hold one person: differences are of all people of the area.
    everybody = numpy.array([(density * common(units, shape)).sum() for shape in shapes])
    for name, zone in zones(features(CDMX / "hazards/Peligro_Inundacion.geojson.gz"), summary["study_crs"]).items():
        for f, shape, all_people in zip(areas, shapes, everybody):
            people = (density * common(units, shapely.intersection(shape, zone))).sum()
            row = written[f["properties"]["CVEGEO"]]
            worst = max(worst, abs(row[f"flood_{slug(name)}_population"] - people) / all_people)
    checks.that("Mexico City: people of colonias in districts", worst < 1e-6, f"{len(areas)} areas, worst {worst:.1e} of an area's people")
