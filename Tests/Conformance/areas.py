"""`area_km2` against geodesic polygons whose edges are cut to 50 m along straight lines in longitude and latitude."""
import dataclasses

import numpy
import pyproj
import shapely

import reference
import support

STEP = 50.0
TOLERANCE = 1e-9
# A geodesic polygon is a sum of strips down to the equator, some 1e13 m² each: in doubles that leaves up to 0.1 m² in rings of thousands of edges,
# which is more than 1e-9 of a small area. Sums with 30 digits side with plaza there.
ROUNDING_KM2 = 2e-7


@dataclasses.dataclass
class LayerOfAreas:
    path: str
    code: str
    more: tuple = ()


LAYERS = [
    LayerOfAreas("la_paz/distritos.geojson.gz", "distrito"),
    LayerOfAreas("cdmx/alcaldias.geojson.gz", "CVEGEO"),
    LayerOfAreas("nyc/precincts.geojson.gz", "Precinct"),
    LayerOfAreas("nottingham/lsoa.geojson.gz", "LSOA11CD"),
    LayerOfAreas("sao_paulo/municipios.geojson", "code_muni"),
    LayerOfAreas("medellin/comunas.geojson.gz", "COMUNA"),
    LayerOfAreas("el_salvador/municipios.geojson.gz", "ID_2"),
    LayerOfAreas("el_salvador/departamentos.geojson.gz", "ID_1"),
    LayerOfAreas("peru/distrital.geojson.gz", "IDDIST"),
    LayerOfAreas("madrid/barrios.geojson.gz", "cartodb_id"),
    LayerOfAreas("colombia/municipios.geojson.gz", "mpio"),
]


def run(checks):
    for layer in LAYERS:
        try:
            compare(checks, layer)
        except support.Refused as refusal:
            checks.that(f"{layer.path}: the join runs", False, str(refusal))


def one_point(path, areas):
    """A file with one record inside the first area: the join needs one."""
    inside = areas.geometries[0].representative_point()
    path.write_text(f"id,lon,lat\n1,{inside.x!r},{inside.y!r}\n")
    return path


def compare(checks, layer):
    areas = reference.read_areas(support.DATA / layer.path, layer.code)
    points = one_point(support.work / "one.csv", areas)
    output = support.work / "areas.geojson"
    summary = support.plaza(
        "join", points, "--areas", support.DATA / layer.path, "--code", layer.code, "-o", output, *layer.more)
    written = {key: feature["properties"]["area_km2"] for key, feature in read(output, layer.code)}
    geod = pyproj.Geod(ellps="GRS80" if "GRS" in areas.crs.ellipsoid.name else "WGS84")
    worst, at = 0.0, ""
    for code, geometry in zip(areas.codes, areas.geometries):
        exact = geodesic_area(geod, geometry) / 1e6
        error = max(0, abs(written[code] - exact) - ROUNDING_KM2) / exact if code in written else numpy.inf
        if error > worst:
            worst, at = error, code
    checks.that(
        f"{layer.path}: area_km2 is that of densified geodesics", worst <= TOLERANCE and len(written) >= len(areas.codes),
        f"{len(areas.codes)} areas, worst {worst:.1e} at {at!r}")
    checks.that(
        f"{layer.path}: the repaired areas are those that GEOS finds invalid", summary["areas"]["repaired"] == areas.repaired,
        f"{summary['areas']['repaired']}; shapely {areas.repaired}")


def read(path, code):
    """The features of a written layer with their codes, which stand in `code` or in the fields they came from."""
    for feature in reference.read_json(path)["features"]:
        properties = feature["properties"]
        yield properties["code"] if "code" in properties else reference.code_of(properties, code), feature


def geodesic_area(geod, geometry):
    total = 0.0
    for polygon in shapely.get_parts(geometry):
        total += ring_area(geod, polygon.exterior) - sum(ring_area(geod, ring) for ring in polygon.interiors)
    return total


def ring_area(geod, ring):
    vertices = shapely.get_coordinates(ring)
    start, step = vertices[:-1], vertices[1:] - vertices[:-1]
    # Metres by a sphere are near enough to choose the number of pieces.
    metres = numpy.hypot(step[:, 0] * numpy.cos(numpy.radians(start[:, 1])), step[:, 1]) * 111_320
    pieces = numpy.maximum(1, numpy.ceil(metres / STEP)).astype(int)
    edge = numpy.repeat(numpy.arange(len(start)), pieces)
    along = (numpy.arange(len(edge)) - numpy.repeat(numpy.cumsum(pieces) - pieces, pieces)) / pieces[edge]
    dense = start[edge] + step[edge] * along[:, None]
    area, _ = geod.polygon_area_perimeter(dense[:, 0], dense[:, 1])
    return abs(area)
