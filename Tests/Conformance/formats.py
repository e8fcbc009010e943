"""One territory in every format, what we write read by other programs, and the validators of GeoPackage."""
import csv
import hashlib
import json
import os
import pathlib
import shutil
import sqlite3
import subprocess
import zipfile

import geopandas
import openpyxl
import pandas
import pyogrio
import shapely

import support

STUDY = pathlib.Path(__file__).resolve().parents[2] / "GeoData" / "studies" / "amss" / "data"
AREAS, RECORDS = STUDY / "distritos.geojson", STUDY / "delitos.csv"
# The sample's area codes and names by their field, whatever a format adds of its own.
FIELDS = ("--code", "codigo", "--name", "nombre")


def run(checks):
    one_territory(checks)
    layers(checks)
    workbook(checks)


def digest(path):
    return hashlib.md5(path.read_bytes()).hexdigest()


def one_territory(checks):
    """The same join, whatever the areas and the records come in."""
    folder = support.work / "forms"
    folder.mkdir()
    areas = geopandas.read_file(AREAS)
    forms = {"geojson": AREAS}
    for ending, driver in [("gpkg", "GPKG"), ("shp", "ESRI Shapefile"), ("fgb", "FlatGeobuf"), ("kml", "LIBKML")]:
        path = folder / f"areas.{ending}"
        try:
            areas.to_file(path, driver=driver)
        except Exception as error:
            checks.skip(f"areas as {ending}", f"not written by pyogrio: {error}")
            continue
        forms[ending] = path
    if "shp" in forms:
        forms["shp in zip"] = zipped(folder)
    if not shutil.which("ogr2ogr"):
        for ending in ("fgb", "kml"):
            forms.pop(ending, None)
    table = support.work / "form.csv"
    wanted = None
    for form, path in forms.items():
        try:
            support.plaza("join", RECORDS, "--areas", path, *FIELDS, "--by", "delito", "--table", table)
        except support.Refused as refusal:
            checks.that(f"areas as {form}", False, str(refusal))
            continue
        wanted = wanted or digest(table)
        checks.that(f"areas as {form}: the same table", digest(table) == wanted)
    records = pandas.read_csv(RECORDS, dtype=str, keep_default_na=False, on_bad_lines="skip")
    sound = folder / "sound.csv"
    records.to_csv(sound, index=False)
    book = folder / "records.xlsx"
    records.to_excel(book, index=False)
    tables = []
    for path in (sound, book):
        support.plaza("join", path, "--areas", AREAS, *FIELDS, "--by", "delito", "--table", table)
        tables.append(digest(table))
    checks.that("records as XLSX: the same table", tables[0] == tables[1])


def zipped(folder):
    path = folder / "areas.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for part in sorted(folder.glob("areas.*")):
            if part.suffix in (".shp", ".shx", ".dbf", ".prj", ".cpg"):
                archive.write(part, part.name)
    return path


def layers(checks):
    """What we write as GeoPackage and shapefile against the GeoJSON of the same run."""
    folder = support.work / "written"
    folder.mkdir()
    paths = [folder / name for name in ("a.geojson", "a.gpkg", "a.shp")]
    for path in paths:
        support.plaza("join", RECORDS, "--areas", AREAS, *FIELDS, "--by", "delito", "-o", path)
    json_layer, package, shapefile = (pyogrio.read_dataframe(path) for path in paths)
    for name, layer in (("GeoPackage", package), ("shapefile", shapefile)):
        same = len(layer) == len(json_layer) and all(
            shapely.equals_exact(a.normalize(), b.normalize(), tolerance=1e-7) for a, b in zip(layer.geometry, json_layer.geometry))
        checks.that(f"{name}: the geometries of the GeoJSON", same, f"{len(layer)} features")
        checks.that(f"{name}: the counts of the GeoJSON", list(layer["count"]) == list(json_layer["count"]))
    package_checks(checks, paths[1])


def package_checks(checks, path):
    with sqlite3.connect(path) as database:
        names = {row[0] for row in database.execute("SELECT table_name FROM gpkg_contents WHERE data_type = 'features'")}
        styled = {row[0] for row in database.execute("SELECT f_table_name FROM layer_styles WHERE useAsDefault")}
        checks.that("GeoPackage: every layer has its style", names and names == styled, f"{names}, styled {styled}")
        checks.that("GeoPackage: SQLite finds it sound", database.execute("PRAGMA integrity_check").fetchone() == ("ok",))
    validator = subprocess.run(
        ["/usr/bin/python3", "-m", "osgeo_utils.samples.validate_gpkg", "-k", path], capture_output=True, text=True)
    if "No module named" in validator.stderr:
        checks.skip("validate_gpkg.py", "not installed (Debian: python3-gdal)")
    else:
        checks.that("GeoPackage: validate_gpkg.py of GDAL", validator.returncode == 0, (validator.stdout + validator.stderr).strip()[-300:])
    pdok = os.environ.get("PLAZA_PDOK", "geopackage-validator")
    if not shutil.which(pdok):
        return checks.skip("PDOK's validator", "not installed; Scripts/install-peers does where there is python3-gdal")
    done = subprocess.run([pdok, "validate", "--gpkg-path", path], capture_output=True, text=True)
    try:
        found = json.loads(done.stdout)["results"]
    except (ValueError, KeyError):
        return checks.that("GeoPackage: PDOK's validator runs", False, (done.stdout + done.stderr)[-300:])
    checks.that("GeoPackage: PDOK's validator finds nothing", not found, str(found)[:300])


def workbook(checks):
    """The workbook's cells are those of the CSV, by openpyxl and as LibreOffice saves them."""
    folder = support.work / "book"
    folder.mkdir()
    plain, book = folder / "t.csv", folder / "t.xlsx"
    for path in (plain, book):
        support.plaza("join", RECORDS, "--areas", AREAS, *FIELDS, "--by", "delito", "--population", "poblacion", "--table", path)
    with open(plain, encoding="utf-8", newline="") as file:
        wanted = list(csv.reader(file))
    sheets = openpyxl.load_workbook(book, read_only=True)
    rows = [["" if cell is None else cell for cell in row] for row in sheets.worksheets[0].iter_rows(values_only=True)]
    checks.that(
        "workbook: openpyxl reads the cells of the CSV", len(rows) == len(wanted) and all(same(a, b) for a, b in zip(rows, wanted)),
        f"{len(rows)} rows, sheets {sheets.sheetnames}")
    office = shutil.which("soffice") or shutil.which("localc")
    if not office:
        return checks.skip("workbook: LibreOffice", "not installed (Debian: libreoffice-calc-nogui)")
    done = subprocess.run(
        [office, "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false",
         "--outdir", folder / "office", book], capture_output=True, text=True, timeout=300)
    saved = folder / "office" / "t.csv"
    if not saved.exists():
        return checks.that("workbook: LibreOffice opens it", False, done.stderr[-300:])
    with open(saved, encoding="utf-8", newline="") as file:
        rows = [row for row in csv.reader(file)]
    checks.that(
        "workbook: LibreOffice shows the cells of the CSV", len(rows) == len(wanted) and all(same(a, b) for a, b in zip(rows, wanted)),
        f"{len(rows)} rows")


def same(row, wanted):
    return len(row) == len(wanted) and all(close(a, b) for a, b in zip(row, wanted))


def close(cell, text):
    if str(cell) == text:
        return True
    try:
        # LibreOffice gives shares as they are shown.
        a = float(cell[:-1]) / 100 if str(cell).endswith("%") else float(cell)
        b = float(text)
    except (TypeError, ValueError):
        return hasattr(cell, "date") and str(cell.date()) == text
    return abs(a - b) <= 1e-9 * max(1, abs(b))
