#!/usr/bin/env python3
"""POINTS.bin CELL CELLS BANDWIDTH STEP OUT.bin: Epanechnikov density (it has no quartic) by scikit-learn's tree, exact, at the centres of one
cell in STEP along each axis of a square frame from 0,0. The work is the tree and STEP² times the evaluation: all cells take minutes."""
import sys

from phases import Phases

phases = Phases("scikit-learn")

import numpy as np
from sklearn.neighbors import KernelDensity

phases.end("import", counts=False)

path, cell, cells, bandwidth, step, output = sys.argv[1:]
cell, cells, step = float(cell), int(cells), int(step)
points = np.fromfile(path).reshape(-1, 2)
centres = (np.arange(step // 2, cells, step) + 0.5) * cell
x, y = np.meshgrid(centres, centres)
places = np.column_stack([x.ravel(), y.ravel()])
phases.end("read", counts=False)
tree = KernelDensity(kernel="epanechnikov", bandwidth=float(bandwidth)).fit(points)
phases.end("fit")
logarithms = tree.score_samples(places)
phases.end("evaluate")
np.exp(logarithms).astype("<f8").tofile(output)
phases.print(points=len(points), work=phases.report["fit"] + step**2 * phases.report["evaluate"])
