#!/usr/bin/env python3
"""RASTER ZONES.geojson OUT.bin: sum, coverage, minimum and maximum of every zone by exactextract, 0 where there is nothing; reading the zones is
left out of the work. The zones are in the CRS of the raster."""
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
frame.geometry = frame.geometry.make_valid()
phases.end("read", counts=False)
with rasterio.open(path) as raster:
    # The same place in the plane, whatever either file calls its CRS.
    frame = frame.set_crs(raster.crs, allow_override=True)
    found = exactextract.exact_extract(raster, frame, ["sum", "count", "min", "max"], output="pandas", strategy="raster-sequential")
phases.end("zonal")
# A zone without a cell has no minimum.
values = numpy.nan_to_num(numpy.column_stack([found["sum"], found["count"], found["min"], found["max"]]))
values.astype("<f8").tofile(output)
phases.print(zones=len(frame))
