#!/usr/bin/env python3
"""PREFIX: counts PREFIX_points.csv by area and kind with SedonaDB, and writes PREFIX_sedonadb.csv."""
import sys

from phases import Phases

prefix = sys.argv[1]
phases = Phases("sedonadb")

import geopandas
import pyarrow.csv
import sedonadb

phases.end("import", counts=False)

session = sedonadb.connect()
areas = geopandas.read_file(f"{prefix}_areas.geojson", columns=["code"])
areas["geometry"] = areas.geometry.make_valid()
session.create_data_frame(areas).to_view("areas")
phases.end("areas")

wanted = pyarrow.csv.ConvertOptions(include_columns=["delito", "lon", "lat"])
records = pyarrow.csv.read_csv(f"{prefix}_points.csv", convert_options=wanted)
session.create_data_frame(records).to_view("records")
phases.end("points")

counts = session.sql(
    """
    SELECT areas.code AS code, records.delito AS category, count(*) AS count
    FROM records
    JOIN areas ON ST_Intersects(areas.geometry, ST_SetSRID(ST_Point(records.lon, records.lat), 4326))
    GROUP BY areas.code, records.delito
    """
).to_pandas()
phases.end("join")

counts.sort_values(["code", "category"]).to_csv(f"{prefix}_sedonadb.csv", index=False)
phases.end("write")
phases.print(matched=int(counts["count"].sum()))
