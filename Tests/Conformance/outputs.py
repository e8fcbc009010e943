"""Every layer that plaza writes, read by other people's tools."""
import json
import shutil
import subprocess

import geojson_validator
import pyogrio

import areas
import reference
import support

# Layers with holes, several parts, invalid rings, overlaps, numbers as codes, a legacy CRS and a projected one.
LAYERS = areas.LAYERS + [
    areas.LayerOfAreas("cdmx/colonias.geojson.gz", "alcaldia,colonia"),
    areas.LayerOfAreas("cdmx/colonias_iecm.geojson.gz", "CVEUT"),
    areas.LayerOfAreas("vancouver/neighbourhoods.geojson", "mapid"),
    areas.LayerOfAreas("barranquilla/barrios_epsg3116.geojson.gz", "ID"),
]
JOINS = [
    ("cdmx/carpetas_fgj_2019_2025.csv.gz", "cdmx/alcaldias.geojson.gz",
     ("--code", "CVEGEO", "--name", "NOMGEO", "--by", "delito", "--lon", "longitud", "--lat", "latitud")),
    ("sao_paulo/homicides.csv", "sao_paulo/municipios.geojson",
     ("--code", "code_muni", "--name", "name_muni", "--by", "victim_sex", "--lon", "longitude", "--lat", "latitude")),
]


def run(checks):
    geojson_validator.configure_logging(enabled=False)
    for layer in LAYERS:
        source = support.DATA / layer.path
        output = support.work / "layer.geojson"
        try:
            points = support.work / "one.csv"
            points.write_text("id,lon,lat\n1,-90.5,14.5\n")
            support.plaza("join", points, "--areas", source, "--code", layer.code, "-o", output, *layer.more)
        except support.Refused as refusal:
            checks.that(f"{layer.path}: the join runs", False, str(refusal))
            continue
        read = reference.read_areas(source, layer.code)
        examine(checks, layer.path, output, (len(read.codes), len(read.codes) + read.without_geometry))
    for points, source, arguments in JOINS:
        output = support.work / "layer.geojson"
        title = f"{points} × {source}"
        try:
            support.plaza("join", support.DATA / points, "--areas", support.DATA / source, "-o", output, *arguments)
        except support.Refused as refusal:
            checks.that(f"{title}: the join runs", False, str(refusal))
            continue
        code, read = arguments[1], support.DATA / source
        examine(checks, title, output, (len(reference.read_areas(read, code).codes),))


def examine(checks, title, path, expected):
    """`expected`: the counts of features that are right; areas without geometry may be written or left out."""
    layer = json.loads(path.read_text(encoding="utf-8"))
    structure = geojson_validator.validate_structure(str(path), check_crs=True)
    geometry = geojson_validator.validate_geometries(str(path))
    problems = {name: len(where) for name, where in geometry["problematic"].items() if name not in HARMLESS}
    harmless = {name: len(where) for name, where in geometry["problematic"].items() if name in HARMLESS}
    checks.that(
        f"{title}: geojson-validator finds nothing", not structure and not geometry["invalid"] and not problems,
        f"structure {shorten(structure)}, invalid {shorten(geometry['invalid'])}, problematic {problems}, allowed {harmless}")
    repeated, longer = scan(layer)
    checks.that(
        f"{title}: seven decimals, no vertex twice in a row", not repeated and not longer,
        f"{repeated} repeated, {longer} with more decimals")
    count = len(layer["features"])
    checks.that(f"{title}: every area is written", count in expected, f"{count} features; {' or '.join(map(str, dict.fromkeys(expected)))} areas")
    read = pyogrio.read_dataframe(path)
    sound = bool(read.geometry[read.geometry.notna()].is_valid.all())
    checks.that(
        f"{title}: pyogrio reads it, valid", len(read) == count and sound and read.crs.to_epsg() == 4326,
        f"{len(read)} features, {int((~read.geometry[read.geometry.notna()].is_valid).sum())} invalid")
    ogrinfo = shutil.which("ogrinfo")
    if not ogrinfo:
        return checks.skip(f"{title}: ogrinfo", "not installed (apt package gdal-bin)")
    said = subprocess.run([ogrinfo, "-ro", "-so", "-al", path], capture_output=True, text=True)
    found = [line.split(":")[1].strip() for line in said.stdout.splitlines() if line.startswith("Feature Count:")]
    checks.that(
        f"{title}: ogrinfo reads it without a word", found == [str(count)] and not said.stderr.strip(),
        f"{', '.join(found) or 'nothing'} features {said.stderr.strip()[:100]}")


# What a layer may have: holes, many vertices, the seven decimals of the design (the validator likes six), and rings that
# touch themselves in a vertex (it counts any vertex met twice; `scan` counts those met twice in a row).
HARMLESS = {"holes", "excessive_vertices", "excessive_coordinate_precision", "duplicate_nodes"}


def scan(layer):
    """Vertices that repeat the one before them, and coordinates with more than seven decimals."""
    repeated = longer = 0
    for feature in layer["features"]:
        geometry = feature["geometry"]
        if geometry is None:
            continue
        polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
        for ring in (ring for polygon in polygons for ring in polygon):
            repeated += sum(a == b for a, b in zip(ring, ring[1:]))
            longer += sum(round(value, 7) != value for place in ring for value in place)
    return repeated, longer


def shorten(found):
    text = str(found)
    return text if len(text) < 160 else text[:160] + "…"
