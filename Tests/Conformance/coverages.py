"""Coverage of real spaces against GeoPandas, and walks along real streets against NetworkX, in the same CRS with the same corners.

Its name is not that of the verb: numba imports a module `coverage`.
"""
import json
import random

import geopandas
import numpy
import pyproj
import shapely

import support

try:
    import networkx
except ImportError:
    networkx = None

# Surfaces and distances, relative.
TOLERANCE = 1e-6
SEGMENTS = 16
GEOD = pyproj.Geod(ellps="WGS84")

PARKS = "las_palmas/osm_parks.geojson.gz"
TOWN = ("las_palmas/municipio_ign.geojson.gz", "NATCODE")
STREETS = "las_palmas/osm_roads.geojson.gz"
GREEN = "la_plata/espacios_verdes.geojson.gz"
RECOVERED = ("EV MERY 1_Espacios recuperados", "si")


def run(checks):
    for part in (parks, recovered, walks):
        try:
            part(checks)
        except support.Refused as refusal:
            checks.that("the command runs", False, str(refusal))


def read(name):
    path = support.DATA / name
    return geopandas.read_file(f"/vsigzip/{path}" if name.endswith(".gz") else path)


def parks(checks):
    """Las Palmas: parks in the municipality."""
    spaces = read(PARKS).query("leisure == 'park'")
    areas = read(TOWN[0]).set_index(TOWN[1]).geometry
    straight(checks, "Las Palmas", spaces, areas, 32628, (support.DATA / PARKS, "--only", "leisure=park"), support.DATA / TOWN[0], TOWN[1])


def recovered(checks):
    """La Plata: recovered spaces in squares of 2 km, which need a file of their own."""
    spaces = read(GREEN)
    spaces = spaces[spaces[RECOVERED[0]].str.strip() == RECOVERED[1]]
    west, south, east, north = spaces.to_crs(32721).total_bounds
    squares = [
        shapely.box(x, y, x + 2000, y + 2000)
        for x in numpy.arange(west - 1000, east + 1000, 2000) for y in numpy.arange(south - 1000, north + 1000, 2000)
    ]
    areas = geopandas.GeoSeries(squares, crs=32721).to_crs(4326)
    areas.index = [f"{index:03d}" for index in range(len(areas))]
    path = support.work / "squares.geojson"
    features = [
        {"type": "Feature", "properties": {"code": code}, "geometry": shapely.geometry.mapping(shape)} for code, shape in areas.items()
    ]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    straight(checks, "La Plata", spaces, areas, 32721, (support.DATA / GREEN, "--only", "=".join(RECOVERED)), path, "code")


def surface(series):
    """km² on the ellipsoid, edges as they are in longitude and latitude."""
    degrees = shapely.segmentize(series.to_crs(4326).make_valid().to_numpy(), 0.001)
    return numpy.array([abs(GEOD.geometry_area_perimeter(shapely.orient_polygons(shape))[0]) / 1e6 for shape in degrees])


def straight(checks, place, spaces, areas, epsg, source, path, code):
    output = support.work / "coverage.geojson"
    gaps = support.work / "gaps.geojson"
    support.plaza("coverage", *source, "--areas", path, "--code", code, "-o", output, "--gaps", gaps)
    layer = geopandas.read_file(output).set_index(code)
    # Edges of areas are straight in longitude and latitude, so long ones bend on the plane.
    metric = areas.segmentize(0.001).to_crs(epsg).make_valid()
    shapes = spaces.geometry.make_valid().to_crs(epsg).make_valid()
    for distance in (400, 500, 1000):
        whole = shapes.buffer(distance, quad_segs=SEGMENTS).union_all()
        # Parts are cut in metres: each has its share of the area, on both sides.
        covered, left = surface(metric.intersection(whole)), surface(metric.difference(whole))
        expected = covered / (covered + left) * layer.loc[areas.index, "area_km2"].to_numpy(float)
        found = layer.loc[areas.index, f"covered_{distance}_km2"].to_numpy(float)
        worst = numpy.max(numpy.abs(found - expected)) / expected.max()
        checks.that(
            f"{place}: the ground within {distance} m of {len(shapes)} spaces is GeoPandas'", worst <= TOLERANCE,
            f"{found.sum():.6f} km² in {len(areas)} areas, off by {worst:.1e} of the largest")
        rest = geopandas.read_file(gaps).query("distance_m == @distance")["km2"].sum()
        every = layer["area_km2"].sum()
        checks.that(
            f"{place}: what is covered at {distance} m and what is not make up the areas", abs(found.sum() + rest - every) <= 1e-9 * every)
    nearest = metric.distance(shapes.union_all())
    checks.that(
        f"{place}: an area is as near as its nearest part at least",
        (layer.loc[areas.index, "nearest_space_m"].to_numpy(float) >= nearest.to_numpy() - 0.5).all())


# What nobody walks on is left out by default.
NOT_WALKED = {
    "motorway", "motorway_link", "construction", "proposed", "planned", "raceway", "bus_guideway", "busway", "escape", "abandoned",
    "razed", "disused", "demolished", "no"}


def crossing(streets):
    """The lines that are walked, joined where they cross: the file has no fields that tell bridges and tunnels."""
    walked = streets[~streets.highway.isin(NOT_WALKED)].geometry
    noded = shapely.node(shapely.MultiLineString([part for line in walked for part in shapely.get_parts(line)]))
    return shapely.get_parts(noded)


def walks(checks):
    """Las Palmas: from places on streets, so that the way into the street costs nothing on either side."""
    if networkx is None:
        checks.skip("walks", "NetworkX is not among the peers")
        return
    streets = read(STREETS)
    areas = read(TOWN[0]).set_index(TOWN[1]).geometry
    vertices = sorted({tuple(place) for place in shapely.get_coordinates(streets[~streets.highway.isin(NOT_WALKED)].geometry)})
    chosen = random.Random(5).sample(vertices, 40)
    spaces = support.work / "places.csv"
    spaces.write_text("id,lon,lat\n" + "".join(f"{index},{float(x)},{float(y)}\n" for index, (x, y) in enumerate(chosen)))
    output = support.work / "walks.geojson"
    band = 50
    support.plaza(
        "coverage", spaces, "--areas", support.DATA / TOWN[0], "--code", TOWN[1], "--streets", support.DATA / STREETS, "--band", band,
        "-o", output)
    layer = geopandas.read_file(output)
    town = areas.to_crs(32628).make_valid().iloc[0]
    moved = pyproj.Transformer.from_crs(4326, 32628, always_xy=True)
    graph = networkx.Graph()
    for line in crossing(streets.to_crs(32628)):
        places = shapely.get_coordinates(line)
        for a, b in zip(places, places[1:]):
            length = float(numpy.hypot(*(b - a)))
            if length > 0:
                graph.add_edge(tuple(a), tuple(b), weight=min(length, graph.get_edge_data(tuple(a), tuple(b), {}).get("weight", length)))
    known = {place: place for place in graph}
    sources = [moved.transform(*place) for place in chosen]
    nearest = shapely.STRtree([shapely.Point(place) for place in known])
    names = list(known)
    sources = [names[nearest.nearest(shapely.Point(place))] for place in sources]
    far = networkx.multi_source_dijkstra_path_length(graph, set(sources), cutoff=1000)
    for distance in (400, 500, 1000):
        parts = []
        for a, b, data in graph.edges(data="weight"):
            left, right = distance - far.get(a, numpy.inf), distance - far.get(b, numpy.inf)
            if max(left, right) <= 0:
                continue
            line = shapely.LineString([a, b])
            if left + right >= data:
                parts.append(line)
            else:
                if left > 0:
                    parts.append(shapely.LineString([a, line.interpolate(left)]))
                if right > 0:
                    parts.append(shapely.LineString([b, line.interpolate(data - right)]))
        ways = shapely.union_all(shapely.buffer(parts, band, quad_segs=64))
        discs = shapely.union_all(shapely.buffer(shapely.points(sources), distance, quad_segs=SEGMENTS))
        shape = geopandas.GeoSeries([town.intersection(ways).intersection(discs)], crs=32628)
        expected, found = surface(shape)[0], float(layer[f"covered_{distance}_km2_walk"].iloc[0])
        # The round ends and corners of the band have 8 chords to a quarter on our side.
        checks.that(
            f"Las Palmas: the ground beside streets within {distance} m on foot is NetworkX's", abs(found - expected) <= 2e-3 * expected,
            f"{found:.5f} beside {expected:.5f} km²")
        length = sum(part.length for part in parts)
        checks.that(
            f"Las Palmas: walking {distance} m covers no more than a straight line",
            found <= float(layer[f"covered_{distance}_km2"].iloc[0]), f"{length / 1000:.1f} km of street")
