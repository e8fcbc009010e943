#!/usr/bin/env python3
"""AREAS.geojson [queen|rook]: contiguity of areas by libpysal, reading left out of the work."""
import sys

from phases import Phases

phases = Phases("libpysal")

import geopandas
from libpysal.weights import Queen, Rook

phases.end("import", counts=False)

areas = geopandas.read_file(sys.argv[1])
phases.end("read", counts=False)
rule = Rook if sys.argv[2:] == ["rook"] else Queen
weights = rule.from_dataframe(areas, use_index=False)
phases.end("contiguity")
phases.print(pairs=sum(weights.cardinalities.values()), islands=len(weights.islands))
