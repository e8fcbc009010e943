#!/usr/bin/env python3
"""POINTS.bin CELL CELLS BANDWIDTH OUT.bin: quartic density at the centres of a square frame from 0,0 by KDEpy's FFT; reading and the grid
are left out of the work. Writes shares per unit², by row from the south."""
import sys

from phases import Phases

phases = Phases("KDEpy")

import numpy as np
from KDEpy import FFTKDE
from KDEpy.utils import cartesian

phases.end("import", counts=False)

path, cell, cells, bandwidth, output = sys.argv[1:]
cell, cells, bandwidth = float(cell), int(cells), float(bandwidth)
points = np.fromfile(path).reshape(-1, 2)
centres = (np.arange(cells) + 0.5) * cell
grid = cartesian([centres, centres])
phases.end("read", counts=False)
# Its bandwidth is the standard deviation of the kernel in one dimension: that of the biweight is 1/√7 of the radius.
density = FFTKDE(kernel="biweight", bw=bandwidth / 7**0.5).fit(points).evaluate(grid)
phases.end("density")
density.reshape(cells, cells).T.astype("<f8").tofile(output)
phases.print(points=len(points))
