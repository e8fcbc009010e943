#!/usr/bin/env python3
"""POINTS.bin RADIUS MINIMUM: clusters of interleaved little-endian doubles by scikit-learn, reading left out of the work."""
import sys

from phases import Phases

phases = Phases("scikit-learn")

import numpy as np
from sklearn.cluster import DBSCAN

phases.end("import", counts=False)

points = np.fromfile(sys.argv[1]).reshape(-1, 2)
phases.end("read", counts=False)
model = DBSCAN(eps=float(sys.argv[2]), min_samples=int(sys.argv[3]), n_jobs=-1).fit(points)
phases.end("cluster")
labels = model.labels_
phases.print(clusters=int(labels.max()) + 1, cores=len(model.core_sample_indices_), noise=int((labels < 0).sum()))
