#!/usr/bin/env python3
"""moran|gi VALUES.bin SIDE PERMUTATIONS JOBS OUT.bin: local Moran's I or Gi* of a square lattice (queen) by esda with numba; reading, weights
and a first run that compiles are left out of the work. Writes the statistics (I; z of Gi*), then p, as doubles."""
import sys
import warnings

from phases import Phases

phases = Phases("esda")

import numpy as np
from esda.getisord import G_Local
from esda.moran import Moran_Local
from libpysal.weights import fill_diagonal, lat2W

warnings.filterwarnings("ignore")
phases.end("import", counts=False)

method, path, side, permutations, jobs, output = sys.argv[1:]
values = np.fromfile(path)
weights = lat2W(int(side), int(side), rook=False)
options = dict(n_jobs=int(jobs), keep_simulations=False, seed=1)
if method == "gi":
    # Its star needs a weight of the area with itself; given here, so that nothing is added inside the clock.
    weights = fill_diagonal(weights, 1)


def run(permutations):
    if method == "moran":
        return Moran_Local(values, weights, permutations=permutations, **options)
    # Binary weights: its variance is that of such, and scaled rows would get a wrong z from it.
    return G_Local(values, weights, transform="B", star=True, permutations=permutations, **options)


run(99)
phases.end("warm", counts=False)
result = run(int(permutations))
phases.end("run")
statistic = result.Is if method == "moran" else result.Zs
np.concatenate([statistic, result.p_sim]).astype("<f8").tofile(output)
phases.print(areas=len(statistic))
