#!/usr/bin/env python3
"""AREAS.geojson DISCS.bin OUT.bin: the surface of discs (x, y, radius) in each area by GeoPandas' overlay; reading and making the discs is left
out of the work. In the plane of the coordinates, discs that overlap counting each for itself."""
import sys
import warnings

from phases import Phases

phases = Phases("GeoPandas")

import geopandas
import numpy
import shapely

phases.end("import", counts=False)

path, discs, output = sys.argv[1:]
# It warns that degrees are no metres: here they are a plane.
warnings.simplefilter("ignore")
areas = geopandas.read_file(path)
areas.geometry = areas.geometry.make_valid()
areas["row"] = numpy.arange(len(areas))
values = numpy.fromfile(discs, "<f8").reshape(-1, 3)
zones = geopandas.GeoDataFrame(
    geometry=shapely.buffer(shapely.points(values[:, :2]), values[:, 2], quad_segs=16), crs=areas.crs)
areas = areas[["row", "geometry"]]
phases.end("read", counts=False)
pieces = geopandas.overlay(areas, zones, how="intersection")
surfaces = numpy.bincount(pieces["row"], weights=pieces.geometry.area, minlength=len(areas))
phases.end("exposure")
surfaces.astype("<f8").tofile(output)
phases.print(areas=len(areas), zones=len(zones), pairs=len(pieces))
