#!/usr/bin/env python3
"""RASTER ZONES.geojson OUT.bin: sum, coverage, minimum and maximum of every zone by exactextract, from the file; reading the zones is left
out of the work. The zones are in the CRS of the raster."""
import sys

from phases import Phases

phases = Phases("exactextract")

import exactextract
import numpy
import pyogrio
import rasterio

phases.end("import", counts=False)

path, zones, output = sys.argv[1:]
frame = pyogrio.read_dataframe(zones)
phases.end("read", counts=False)
with rasterio.open(path) as raster:
    # The same place in the plane, whatever either file calls its CRS.
    frame = frame.set_crs(raster.crs, allow_override=True)
    found = exactextract.exact_extract(raster, frame, ["sum", "count", "min", "max"], output="pandas", strategy="feature-sequential")
phases.end("zonal")
values = numpy.column_stack([found["sum"], found["count"], found["min"], found["max"]]).astype("<f8")
values.tofile(output)
phases.print(zones=len(frame))
