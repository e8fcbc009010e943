"""Gi* and Moran's I of real records against esda and spdep, neighbours against libpysal and GEOS, clusters against scikit-learn."""
import json
import math
import shutil
import subprocess
import warnings

import numpy
import pyproj
import shapely

import reference
import support

try:
    import esda
    import libpysal
    import sklearn.cluster
except ImportError:
    esda = None

# Numbers are written with 12 significant digits.
TOLERANCE = 1e-9
PERMUTATIONS = 9999

MEMPHIS = ("memphis/robberies.csv", "memphis/precincts.geojson.gz", "precinct")
CELL = 1000.0
COLONIAS = ("cdmx/colonias.geojson.gz", "alcaldia,colonia")
CARPETAS = "cdmx/carpetas_fgj_2019_2025.csv.gz"
KIND = "ROBO DE OBJETOS"

LAYERS = [
    ("cdmx/colonias.geojson.gz", "alcaldia,colonia"),
    ("la_paz/distritos.geojson.gz", "distrito"),
    ("madrid/barrios.geojson.gz", "cartodb_id"),
    ("sao_paulo/municipios.geojson", "code_muni"),
    ("medellin/comunas.geojson.gz", "COMUNA"),
    ("el_salvador/municipios.geojson.gz", "ID_2"),
    ("peru/distrital.geojson.gz", "IDDIST"),
    ("colombia/municipios.geojson.gz", "mpio"),
]


def run(checks):
    if esda is None:
        checks.skip("hot spots", "esda, libpysal and scikit-learn are not all among the peers; Scripts/install-peers puts them there")
        return
    # Islands and constant draws, which are wanted here.
    warnings.filterwarnings("ignore", module="esda|libpysal")
    for part in (memphis, colonias, clusters, *(lambda checks, layer=layer: neighbors(checks, *layer) for layer in LAYERS)):
        try:
            part(checks)
        except support.Refused as refusal:
            checks.that("the command runs", False, str(refusal))


# Counts, by shapely and pyproj


def memphis(checks):
    """Robberies of 2019 in squares of 1 km cut to the precincts."""
    points, areas, code = MEMPHIS
    where = ("--boundary", support.DATA / areas, "--grid", "square", "--cell", int(CELL))
    gi, moran = both(points, *where)
    crs = pyproj.CRS(gi.summary["study_crs"])
    codes, values, cells = counted_in_cells(reference.read_areas(support.DATA / areas, code), points, crs)
    checks.that("Memphis: the cells are those that the precincts have ground in", codes == gi.codes, f"{len(codes)} cells")
    checks.that("Memphis: the counts are those of shapely and pyproj", list(values) == gi.column("count"), f"{sum(values)} records")
    place = {cell: index for index, cell in enumerate(cells)}
    near = {
        index: [place[x + dx, y + dy] for dx in (-1, 0, 1) for dy in (-1, 0, 1) if (dx or dy) and (x + dx, y + dy) in place]
        for (x, y), index in place.items()
    }
    statistics(checks, "Memphis", gi, moran, numpy.array(values, float), near)


def counted_in_cells(areas, points, crs):
    """The codes of the cells in which the areas have ground, south to north by row, the records in each, and their column and row."""
    records = reference.read_records(support.DATA / points)
    lon, lat = reference.numbers(records["longitude"]), reference.numbers(records["latitude"])
    ground = shapely.union_all(areas.geometries)
    shapely.prepare(ground)
    inside = shapely.intersects_xy(ground, lon, lat)
    project = pyproj.Transformer.from_crs("OGC:CRS84", crs, always_xy=True)
    x, y = project.transform(lon[inside], lat[inside])
    counts = {}
    for cell in zip(numpy.floor(x / CELL).astype(int), numpy.floor(y / CELL).astype(int)):
        counts[cell] = counts.get(cell, 0) + 1
    plane = shapely.transform(ground, lambda c: numpy.column_stack(project.transform(c[:, 0], c[:, 1])))
    shapely.prepare(plane)
    west, south, east, north = numpy.floor(numpy.array(plane.bounds) / CELL).astype(int)
    cells = [
        (column, row) for row in range(south, north + 1) for column in range(west, east + 1)
        if shapely.relate_pattern(plane, shapely.box(*(CELL * numpy.array([column, row, column + 1, row + 1]))), "T********")
    ]
    return [f"s{int(CELL)}_{column}_{row}" for column, row in cells], [counts.get(cell, 0) for cell in cells], cells


def colonias(checks):
    """Thefts of objects in the colonias of Mexico City, some of which overlap: the lowest code has the record."""
    path, code = COLONIAS
    areas = reference.read_areas(support.DATA / path, code)
    records = reference.read_records(support.DATA / CARPETAS)
    records = records[records["delito"] == KIND]
    located = reference.locate(areas, reference.numbers(records["longitud"]), reference.numbers(records["latitud"]))
    values = numpy.bincount(located.area[located.area >= 0], minlength=len(areas.codes))
    gi, moran = both(CARPETAS, "--where", f"delito={KIND}", "--areas", support.DATA / path, "--code", code)
    checks.that("colonias: the counts are those of shapely", list(values) == gi.column("count"), f"{values.sum()} records")
    near, _ = by_borders(areas)
    statistics(checks, "colonias", gi, moran, values.astype(float), near)


# Running plaza


class Written:
    """A layer that `plaza hotspots` wrote, by code, with its summary."""

    def __init__(self, verb, points, *arguments):
        output = support.work / f"{verb}.geojson"
        self.summary = support.plaza("hotspots", verb, points, *arguments, "-o", output)
        written = json.loads(output.read_text())["features"]
        self.features = [feature["properties"] for feature in written if feature["geometry"]]
        self.nowhere = [feature["properties"] for feature in written if not feature["geometry"]]

    @property
    def codes(self):
        return self.column("code")

    def column(self, name):
        return [feature[name] for feature in self.features]

    def numbers(self, name):
        return numpy.array([numpy.nan if value is None else value for value in self.column(name)], float)

    def whole(self, name):
        return next(entry for entry in self.summary["test"]["whole"] if entry["name"] == name)


def both(points, *arguments):
    points = support.DATA / points
    return Written("gi", points, *arguments), Written("moran", points, "--permutations", PERMUTATIONS, *arguments)


# Statistics


def statistics(checks, title, gi, moran, values, near):
    weights = libpysal.weights.W(near, silence_warnings=True)
    linked = numpy.array([bool(near[area]) for area in range(len(values))])
    weights.transform = "B"
    star = esda.G_Local(values, weights, transform="B", star=True, permutations=0)
    agree(checks, f"{title}: Gi* is that of esda", gi.numbers("z")[linked], star.Zs[linked])
    by_chance(checks, title, gi, values, near, linked)
    weights.transform = "R"
    local = esda.Moran_Local(values, weights, permutations=PERMUTATIONS, keep_simulations=True, seed=1)
    agree(checks, f"{title}: local Moran is that of esda", moran.numbers("local_i")[linked], local.Is[linked])
    permutations(checks, title, moran.numbers("p")[linked], local, linked)
    islands = [feature for feature, has in zip(gi.features, linked) if not has]
    if islands:
        undefined = all(feature["z"] is None and feature["p"] is None and feature["bin"] is None for feature in islands)
        checks.that(f"{title}: areas without neighbours have no statistic", undefined, f"{len(islands)} areas")
    whole(checks, title, gi, moran, values, near)
    by_spdep(checks, title, gi, moran, values, near, linked)


def by_chance(checks, title, gi, values, near, linked):
    """p of Gi* is never below that of the values dealt anew: windows of k areas, by drawing k of all without replacement."""
    random = numpy.random.default_rng(11)
    ours = gi.numbers("p")
    windows = {area: [area, *near[area]] for area in numpy.flatnonzero(linked)}
    sums = {area: values[members].sum() for area, members in windows.items()}
    drawn = {}
    for size in {len(members) for members in windows.values()}:
        order = random.random((4000, len(values))).argpartition(size, axis=1)[:, :size] if size < len(values) else None
        drawn[size] = numpy.sort(values[order].sum(axis=1)) if order is not None else numpy.array([values.sum()])
    low = []
    for area, members in windows.items():
        among = drawn[len(members)]
        above = 1 - numpy.searchsorted(among, sums[area], side="left") / len(among)
        below = numpy.searchsorted(among, sums[area], side="right") / len(among)
        tail = min(above, below)
        low.append(ours[area] + 5 * math.sqrt(tail * (1 - tail) / len(among)) + 5 / len(among) - tail)
    checks.that(f"{title}: p of Gi* is at least that of the values dealt anew", min(low) >= 0, f"{len(low)} areas")


def agree(checks, claim, ours, theirs, tolerance=TOLERANCE):
    error = numpy.abs(ours - theirs) / numpy.maximum(1, numpy.abs(theirs))
    checks.that(claim, len(error) and numpy.all(error <= tolerance), f"{len(error)} values, worst {numpy.max(error):.1e}")


def permutations(checks, title, ours, local, linked):
    """Both have the error of their draws. esda takes ties for less than what was observed, so its lower tail is the lighter: it is counted again."""
    observed, drawn = local.Is[linked, None], local.rlisas[linked]
    slack = 1e-12 * numpy.maximum(1, numpy.abs(observed))
    above = (1 + (drawn >= observed - slack).sum(axis=1)) / (PERMUTATIONS + 1)
    below = (1 + (drawn <= observed + slack).sum(axis=1)) / (PERMUTATIONS + 1)
    theirs = numpy.minimum(above, below)
    error = 5 * numpy.sqrt(2 * theirs * (1 - theirs) / PERMUTATIONS) + 2 / PERMUTATIONS
    off = numpy.abs(ours - numpy.minimum(1, 2 * theirs)) - 2 * error
    checks.that(
        f"{title}: the p of local Moran is that of esda's permutations, with two sides", numpy.all(off <= 0),
        f"{len(ours)} areas, largest difference {numpy.max(numpy.abs(ours - numpy.minimum(1, 2 * theirs))):.4f}")
    own = numpy.minimum(1, 2 * local.p_sim[linked]) - numpy.minimum(1, 2 * theirs)
    checks.that(f"{title}: esda's own p_sim is never the larger", numpy.all(own <= 1e-9), f"ties make it smaller in {(own < -1e-9).sum()} areas")


def whole(checks, title, gi, moran, values, near):
    """One number for the map; islands count in the mean, as in esda."""
    weights = libpysal.weights.W(near, silence_warnings=True)
    weights.transform = "R"
    theirs = {
        "moran_i": esda.Moran(values, weights, permutations=0), "geary_c": esda.Geary(values, weights, permutations=0)
    }
    for name, statistic, value in [("moran_i", "I", "Moran's I"), ("geary_c", "C", "Geary's C")]:
        ours = moran.whole(name)
        both(checks, f"{title}: {value}", ours, getattr(theirs[name], statistic), theirs[name].z_rand)
    weights.transform = "B"
    general = esda.G(values, weights, permutations=0)
    ours = gi.whole("general_g")
    both(checks, f"{title}: the general G", ours, general.G, general.z_norm)


def both(checks, claim, ours, value, z):
    """The value, and its z where one is given: cells that a boundary cuts are not dealt alike, so there is none."""
    if ours["z"] is None:
        return agree(checks, f"{claim} is that of esda, without a z", numpy.array([ours["value"]]), numpy.array([value]))
    agree(checks, f"{claim} and its z are those of esda", numpy.array([ours["value"], ours["z"]]), numpy.array([value, z]))


SCRIPT = """
suppressMessages(library(spdep))
arguments <- commandArgs(TRUE)
values <- scan(arguments[1], quiet = TRUE)
near <- lapply(strsplit(readLines(arguments[2]), " "), function(row) sort(as.integer(row)))
near[lengths(near) == 0] <- list(0L)
class(near) <- "nb"
attr(near, "region.id") <- as.character(seq_along(values))
rows <- nb2listw(near, style = "W", zero.policy = TRUE)
binary <- nb2listw(include.self(near), style = "B")
moran <- localmoran(values, rows, zero.policy = TRUE, conditional = TRUE)
star <- localG(values, binary)
write.table(cbind(moran[, c("Ii", "Z.Ii")], as.numeric(star)), arguments[3], row.names = FALSE, col.names = FALSE)
tests <- list(moran.test(values, rows, zero.policy = TRUE, adjust.n = FALSE), geary.test(values, rows, zero.policy = TRUE, adjust.n = FALSE))
options(digits = 17)
above <- factor(values > median(values), levels = c(TRUE, FALSE))
joins <- joincount.multi(above, nb2listw(near, style = "B", zero.policy = TRUE), zero.policy = TRUE, adjust.n = FALSE)
for (test in tests) cat(test$estimate[[1]], test$statistic[[1]], "\\n")
for (join in c("TRUE:TRUE", "FALSE:FALSE", "FALSE:TRUE")) cat(joins[join, "Joincount"], joins[join, "z-value"], "\\n")
"""


def by_spdep(checks, title, gi, moran, values, near, linked):
    if not has_spdep():
        checks.skip(f"{title}: spdep", "Rscript with the package spdep is not installed")
        return
    files = {name: support.work / f"spdep-{name}" for name in ("script.R", "values", "near", "out")}
    files["script.R"].write_text(SCRIPT)
    files["values"].write_text("\n".join(str(value) for value in values) + "\n")
    files["near"].write_text("\n".join(" ".join(str(other + 1) for other in near[area]) for area in range(len(values))) + "\n")
    done = subprocess.run(["Rscript", *map(str, files.values())], capture_output=True, text=True)
    if done.returncode != 0:
        checks.that(f"{title}: spdep runs", False, done.stderr.strip().splitlines()[-1])
        return
    theirs = numpy.array([
        [numpy.nan if cell == "NA" else float(cell) for cell in row.split()] for row in files["out"].read_text().splitlines()
    ])
    constant = (len(values) - 1) / len(values)
    agree(checks, f"{title}: local Moran is that of spdep, but for its constant n", moran.numbers("local_i")[linked],
          constant * theirs[linked, 0])
    agree(checks, f"{title}: its z is that of spdep", moran.numbers("z")[linked], theirs[linked, 1])
    agree(checks, f"{title}: Gi* is that of spdep", gi.numbers("z")[linked], theirs[linked, 2])
    for name, line in zip(("moran_i", "geary_c", "joins_above", "joins_below", "joins_mixed"), done.stdout.splitlines()):
        value, z = map(float, line.split())
        ours = moran.whole(name)
        # spdep turns the sign of Geary's z round, so that above 0 means alike.
        expected = numpy.array([value, -z if name == "geary_c" else z])
        agree(checks, f"{title}: {name} and its z are those of spdep", numpy.array([ours["value"], ours["z"]]), expected)


def has_spdep():
    if shutil.which("Rscript") is None:
        return False
    return subprocess.run(["Rscript", "-e", "library(spdep)"], capture_output=True).returncode == 0


# Clusters


def clusters(checks):
    """Robberies of Memphis. A record that is not core and reaches two clusters is nearest to one: the others let it go to whichever comes first."""
    points, path, _ = MEMPHIS
    ground = shapely.union_all(reference.read_areas(support.DATA / path, "precinct").geometries)
    records = reference.read_records(support.DATA / points)
    lon, lat = reference.numbers(records["longitude"]), reference.numbers(records["latitude"])
    inside = shapely.intersects_xy(ground, lon, lat)
    for radius, least in [(250, 8), (500, 10), (800, 40)]:
        output = support.work / "clusters.geojson"
        summary = support.plaza("hotspots", "clusters", support.DATA / points, "--boundary", support.DATA / path, "--radius", radius,
                                "--minimum", least, "--simulations", 0, "-o", output)
        written = [feature["properties"] for feature in json.loads(output.read_text())["features"]]
        project = pyproj.Transformer.from_crs("OGC:CRS84", summary["study_crs"], always_xy=True)
        place = numpy.column_stack(project.transform(lon[inside], lat[inside]))
        found = sklearn.cluster.DBSCAN(eps=radius, min_samples=least, algorithm="brute").fit(place)
        core = numpy.zeros(len(place), bool)
        core[found.core_sample_indices_] = True
        labels = found.labels_.copy()
        for point in numpy.flatnonzero(~core & (labels >= 0)):
            square = ((place[core] - place[point]) ** 2).sum(axis=1)
            labels[point] = labels[core][numpy.argmin(square)]
        expected = sorted(
            (int((labels == label).sum()), len(numpy.unique(place[labels == label], axis=0))) for label in range(labels.max() + 1))
        ours = sorted((cluster["count"], cluster["places"]) for cluster in written)
        checks.that(
            f"Memphis: clusters of {least} within {radius} m have the records and the places of scikit-learn's", ours == expected,
            f"{len(expected)} clusters, {(labels < 0).sum()} records in none")
        checks.that(f"Memphis: as many records are in none of {least} within {radius} m",
                    summary["clusters"]["noise"] == (labels < 0).sum(), str(summary["clusters"]["noise"]))


# Neighbours


def neighbors(checks, path, code):
    """The neighbours that `plaza` found, read off the mean of made counts around each area: no other set has that mean but by chance."""
    areas = reference.read_areas(support.DATA / path, code)
    near, by_vertices = by_borders(areas)
    random = numpy.random.default_rng(7)
    places = [geometry.representative_point() for geometry in areas.geometries]
    counts = random.integers(1, 2000, len(places))
    points = support.work / "made.csv"
    lines = [f"{place.x!r},{place.y!r}" for place, count in zip(places, counts) for _ in range(count)]
    points.write_text("lon,lat\n" + "\n".join(lines) + "\n")
    moran = Written("moran", points, "--areas", support.DATA / path, "--code", code, "--permutations", 1)
    counted = moran.numbers("count")
    lags = moran.numbers("lag")
    wrong = [
        area for area, others in near.items()
        if not (math.isnan(lags[area]) if not others else abs(lags[area] - counted[others].mean()) <= 1e-9 * lags[area])
    ]
    if moran.nowhere:
        undefined = all(feature["lag"] is None and feature["local_i"] is None for feature in moran.nowhere)
        checks.that(f"{path}: areas without a geometry have no statistic", undefined, f"{len(moran.nowhere)} areas")
    expected = len(near)
    of_map = moran.whole("moran_i")["expected"]
    checks.that(f"{path}: all areas with a geometry have a part in Moran's I of the map", abs(of_map + 1 / (expected - 1)) < 1e-11,
                f"{expected} areas")
    pairs = sum(map(len, near.values())) // 2
    checks.that(f"{path}: neighbours are the areas with a vertex on each other's border by GEOS", not wrong,
                f"{len(near)} areas, {pairs} pairs" + (f", not so {areas.codes[wrong[0]]!r}" if wrong else ""))
    queen = libpysal.weights.Queen(areas.geometries, silence_warnings=True)
    theirs = {(area, other) for area, others in queen.neighbors.items() for other in others if area < other}
    ours = {(area, other) for area, others in near.items() for other in others if area < other}
    checks.that(
        f"{path}: those of libpysal are among them, which are those that share a vertex", theirs <= ours and theirs == by_vertices,
        f"{len(theirs)} pairs, and {len(ours - theirs)} that meet where only one has a vertex")


def by_borders(areas):
    """Pairs of areas of which one has a vertex on the border of the other, and those among them that share a vertex."""
    borders = shapely.boundary(areas.geometries)
    points = [shapely.multipoints(shapely.get_coordinates(border)) for border in borders]
    positions = [set(map(tuple, shapely.get_coordinates(border).tolist())) for border in borders]
    shapely.prepare(borders)
    tree = shapely.STRtree(borders)
    left, right = tree.query(borders)
    candidates = left < right
    near = {area: [] for area in range(len(borders))}
    shared = set()
    for a, b in zip(left[candidates].tolist(), right[candidates].tolist()):
        alike = not positions[a].isdisjoint(positions[b])
        if alike:
            shared.add((a, b))
        if alike or shapely.intersects(borders[a], points[b]) or shapely.intersects(borders[b], points[a]):
            near[a].append(b)
            near[b].append(a)
    return {area: sorted(others) for area, others in near.items()}, shared
