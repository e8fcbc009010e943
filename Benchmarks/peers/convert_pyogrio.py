#!/usr/bin/env python3
"""IN OUT: reads a layer with pyogrio into a GeoDataFrame and writes it."""
import sys

from phases import Phases

phases = Phases("pyogrio")

import pyogrio

phases.end("import", counts=False)

layer = pyogrio.read_dataframe(sys.argv[1])
phases.end("read")
pyogrio.write_dataframe(layer, sys.argv[2])
phases.end("write")
phases.print(features=len(layer))
