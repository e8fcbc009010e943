#!/usr/bin/env python3
"""FILE: reads a layer of areas with pyogrio into a GeoDataFrame."""
import sys

from phases import Phases

phases = Phases("pyogrio")

import pyogrio

phases.end("import", counts=False)

areas = pyogrio.read_dataframe(sys.argv[1])
phases.end("read")
phases.print(matched=len(areas))
