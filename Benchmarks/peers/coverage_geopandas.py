#!/usr/bin/env python3
"""AREAS.geojson SPACES.bin DISTANCE SEGMENTS OUT.bin: buffers dissolved and cut by areas, by GeoPandas in UTM 16N; reading, projecting and
repairing are left out of the work. Writes the covered surface of each area in m²."""
import sys

from phases import Phases

phases = Phases("geopandas")

import geopandas
import numpy as np

phases.end("import", counts=False)

path, spaces, distance, segments, output = sys.argv[1:]
areas = geopandas.read_file(path).to_crs(32616)
areas.geometry = areas.geometry.make_valid()
places = np.fromfile(spaces).reshape(-1, 2)
points = geopandas.GeoSeries(geopandas.points_from_xy(places[:, 0], places[:, 1]), crs=32616)
phases.end("read", counts=False)
whole = points.buffer(float(distance), quad_segs=int(segments)).union_all()
phases.end("dissolve")
surfaces = areas.geometry.intersection(whole).area.to_numpy()
phases.end("cut")
surfaces.astype("<f8").tofile(output)
phases.print(spaces=len(points), km2=surfaces.sum() / 1e6)
