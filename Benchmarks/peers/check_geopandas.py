#!/usr/bin/env python3
"""FILE: validity, repeated codes and pairs of areas with ground in common, as one does it with GeoPandas."""
import sys

from phases import Phases

phases = Phases("geopandas")

import geopandas

phases.end("import", counts=False)

areas = geopandas.read_file(sys.argv[1])
phases.end("read")
invalid = int((~areas.geometry.is_valid).sum())
repeated = int(areas["code"].duplicated().sum())
areas["row"] = range(len(areas))
common = geopandas.overlay(areas[["row", "geometry"]], areas[["row", "geometry"]], how="intersection")
pairs = int((common["row_1"] < common["row_2"]).sum())
phases.end("check")
phases.print(invalid=invalid, repeated=repeated, pairs=pairs)
