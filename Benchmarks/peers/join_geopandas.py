#!/usr/bin/env python3
"""PREFIX: counts PREFIX_points.csv by area and kind with GeoPandas, and writes PREFIX_geopandas.csv."""
import sys

from phases import Phases

prefix = sys.argv[1]
phases = Phases("geopandas")

import geopandas
import pandas

phases.end("import", counts=False)

areas = geopandas.read_file(f"{prefix}_areas.geojson", columns=["code"])
areas["geometry"] = areas.geometry.make_valid()
phases.end("areas")

records = pandas.read_csv(f"{prefix}_points.csv", engine="pyarrow", usecols=["delito", "lon", "lat"])
places = geopandas.points_from_xy(records["lon"], records["lat"], crs=areas.crs)
points = geopandas.GeoDataFrame({"category": records["delito"]}, geometry=places)
phases.end("points")

pairs = points.sjoin(areas, how="inner", predicate="intersects")
counts = pairs.groupby(["code", "category"], sort=True, observed=True).size().rename("count")
phases.end("join")

counts.to_csv(f"{prefix}_geopandas.csv")
phases.end("write")
phases.print(matched=int(counts.sum()))
