"""Zonal sums beside exactextract, the readers of rasters beside GDAL, and the rasters that plaza writes read by GDAL."""
import json
import pathlib
import shutil
import subprocess
import warnings

import geopandas
import numpy
import shapely

import support

try:
    import exactextract
    import rasterio
except ImportError:
    exactextract = None

# exactextract keeps the share of a cell as a 32-bit float.
TOLERANCE = 1e-6
KERNELS = pathlib.Path(__file__).resolve().parents[2] / "Benchmarks/.build/release/plaza-kernels"

# Raster, polygons.
PAIRS = [
    ("rasters/slope.tif", "rasters/polygons.shp"),
    ("rasters/slope_nodata.tif", "rasters/polygons.shp"),
    ("hazards_inasafe/jakarta_continuous_flood.tif", "hazards_inasafe/district_osm_jakarta.geojson"),
    ("hazards_inasafe/jakarta_continuous_flood.tif", "hazards_inasafe/jakarta_building.geojson.gz"),
    ("hazards_inasafe/jakarta_flood_design.tif", "hazards_inasafe/grid_jakarta_4326.geojson"),
    ("hazards_inasafe/earthquake.tif", "hazards_inasafe/district_osm_jakarta.geojson"),
    ("hazards_inasafe/classified_flood_20_20.asc", "hazards_inasafe/grid_jakarta_4326.geojson"),
    ("hazards_inasafe/continuous_flood_20_20.asc", "hazards_inasafe/census.geojson"),
    ("hazards_inasafe/pop_binary_raster_20_20.asc", "hazards_inasafe/flood_multipart_polygons.shp"),
    ("hazards_inasafe/population.asc", "hazards_inasafe/district_osm_jakarta.geojson"),
    ("hazards_inasafe/earthquake_gisv4.asc", "hazards_inasafe/small_grid.geojson"),
]

# How GDAL is told to store the same raster.
FORMS = [
    ("tiles of 64", "-co TILED=YES -co BLOCKXSIZE=64 -co BLOCKYSIZE=64"),
    ("deflate, predictor 3", "-co COMPRESS=DEFLATE -co PREDICTOR=3"),
    ("LZW tiles, predictor 2", "-co COMPRESS=LZW -co PREDICTOR=2 -co TILED=YES"),
    ("ZSTD", "-co COMPRESS=ZSTD"),
    ("PackBits strips of 1 row", "-co COMPRESS=PACKBITS -co BLOCKYSIZE=1"),
    ("BigTIFF", "-co BIGTIFF=YES"),
    ("big-endian", "-co ENDIANNESS=BIG"),
    ("64-bit floats", "-ot Float64"),
    ("32-bit integers", "-ot Int32 -co COMPRESS=DEFLATE"),
    ("16-bit integers", "-ot Int16 -co TILED=YES"),
    ("unsigned 16-bit integers", "-ot UInt16 -a_nodata 0 -co COMPRESS=LZMA"),
    ("bytes", "-ot Byte -a_nodata 255"),
    ("two bands beside each other", "-b 1 -b 1 -co INTERLEAVE=PIXEL"),
    ("two bands after each other", "-b 1 -b 1 -co INTERLEAVE=BAND -co TILED=YES"),
    ("one strip of 5.8 M cells", "-outsize 2400 2400 -co BLOCKYSIZE=2400 -co COMPRESS=DEFLATE"),
    ("left out where there is nothing", "-a_nodata 0 -co SPARSE_OK=TRUE -co TILED=YES -co BLOCKXSIZE=16 -co BLOCKYSIZE=16"),
]


def run(checks):
    written(checks)
    if exactextract is None:
        checks.skip("zonal sums", "exactextract and rasterio are not among the peers; Scripts/install-peers puts them there")
        return
    if not KERNELS.exists():
        checks.skip("zonal sums", f"no {KERNELS.name}; `swift build -c release --package-path Benchmarks` builds it")
        return
    warnings.filterwarnings("ignore", module="exactextract|pyogrio|geopandas|rasterio")
    for raster, polygons in PAIRS:
        compare(checks, f"{raster} × {polygons}", support.DATA / raster, read(support.DATA / polygons))
    if shutil.which("gdal_translate"):
        source = support.DATA / "hazards_inasafe/jakarta_continuous_flood.tif"
        frame = read(support.DATA / "hazards_inasafe/district_osm_jakarta.geojson")
        for form, options in FORMS:
            target = support.work / "form.tif"
            target.unlink(missing_ok=True)
            done = subprocess.run(["gdal_translate", "-q", *options.split(), str(source), str(target)], capture_output=True, text=True)
            if done.returncode:
                checks.skip(form, done.stderr.strip().splitlines()[-1])
            else:
                compare(checks, f"stored as {form}", target, frame)
    else:
        checks.skip("forms of storage", "there is no gdal_translate")


def read(path):
    """The polygons, valid ones as they stand, without heights."""
    frame = geopandas.read_file(f"/vsigzip/{path}" if path.suffix == ".gz" else path)
    frame.geometry = frame.geometry.force_2d()
    invalid = ~frame.geometry.is_valid
    frame.loc[invalid, "geometry"] = frame.geometry[invalid].make_valid()
    # exactextract refuses empty ones.
    return frame[frame.geom_type.isin(["Polygon", "MultiPolygon"]) & ~frame.is_empty].reset_index(drop=True)


def compare(checks, title, path, frame):
    with rasterio.open(path) as raster:
        zones = frame
        if raster.crs and frame.crs and raster.crs != frame.crs:
            zones = frame.to_crs(raster.crs)
        zones = geopandas.GeoDataFrame(geometry=zones.geometry.values, crs=raster.crs)
        theirs = exactextract.exact_extract(raster, zones, ["sum", "count", "min", "max"], output="pandas")
        touched = zones.intersects(shapely.box(*raster.bounds)).sum()
    # Of several bands the first, as here.
    theirs = theirs.rename(columns=lambda name: name.removeprefix("band_1_"))
    theirs = numpy.nan_to_num(theirs[["sum", "count", "min", "max"]].to_numpy(float))
    source, output = support.work / "zones.geojson", support.work / "zones.bin"
    # Every digit, and no word of a CRS: the numbers are those of the raster's.
    features = [{"type": "Feature", "properties": {}, "geometry": shapely.geometry.mapping(shape)} for shape in zones.geometry]
    source.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    done = subprocess.run([KERNELS, "zonal", path, source, "2", output], capture_output=True, text=True)
    if done.returncode:
        checks.that(title, False, done.stderr.strip())
        return
    ours = numpy.fromfile(output).reshape(-1, 4)
    # A slim share may touch a cell for one side alone: of the least and greatest values both are near, or neither counts.
    difference = numpy.abs(ours - theirs) / numpy.maximum(1, numpy.abs(theirs))
    slim = theirs[:, 1] < TOLERANCE
    difference[slim, 2:] = 0
    checks.that(
        f"{title}: sums, counts, minima and maxima are exactextract's", difference.max() <= TOLERANCE and len(ours) == len(zones),
        f"{len(zones)} zones, {touched} on the raster, at most {difference.max():.1e} apart")


def written(checks):
    """A density as GeoTIFF and as ASCII grid, with a code and with a definition."""
    if not shutil.which("gdalinfo"):
        checks.skip("written rasters", "there is no gdalinfo")
        return
    points, boundary = support.DATA / "memphis/robberies.csv", support.DATA / "memphis/precincts.geojson.gz"
    arguments = ("hotspots", "density", points, "--boundary", boundary, "--cell", 200)
    laea = "+proj=laea +lat_0=35 +lon_0=-90 +datum=WGS84 +units=m +no_defs"
    found = {}
    for name, more in (("code.tif", ()), ("code.asc", ()), ("definition.tif", ("--crs", laea))):
        target = support.work / name
        try:
            support.plaza(*arguments, *more, "-o", target)
        except support.Refused as refusal:
            checks.that(f"{name} is written", False, str(refusal))
            return
        done = subprocess.run(["gdalinfo", "-json", "-checksum", "-stats", str(target)], capture_output=True, text=True)
        found[name] = json.loads(done.stdout)
        checks.that(f"{name}: GDAL reads it without a word", done.returncode == 0 and not done.stderr, done.stderr.strip())
    tiff, grid, definition = (found[name] for name in ("code.tif", "code.asc", "definition.tif"))
    checks.that("code.tif: GDAL knows the code", tiff["stac"]["proj:epsg"] == 32616 if "stac" in tiff else
                'ID["EPSG",32616]' in tiff["coordinateSystem"]["wkt"])
    checks.that("definition.tif: GDAL knows the projection", "Lambert Azimuthal Equal Area" in definition["coordinateSystem"]["wkt"]
                and definition["coordinateSystem"]["wkt"].startswith("PROJCRS"))
    checks.that("code.asc: GDAL takes the CRS from beside it", "UTM zone 16N" in grid["coordinateSystem"]["wkt"])
    checks.that("GeoTIFF and ASCII grid lie alike", tiff["geoTransform"] == grid["geoTransform"] and tiff["size"] == grid["size"])
    means = [float(info["bands"][0]["metadata"][""]["STATISTICS_MEAN"]) for info in (tiff, grid)]
    # GDAL reads an ASCII grid as 32-bit floats.
    checks.that("GeoTIFF and ASCII grid hold the same", abs(means[0] - means[1]) <= 1e-6 * means[0], f"mean {means[0]:.9g}")
