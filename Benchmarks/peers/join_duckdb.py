#!/usr/bin/env python3
"""PREFIX: counts PREFIX_points.csv by area and kind with DuckDB spatial, and writes PREFIX_duckdb.csv."""
import sys

from phases import Phases

prefix = sys.argv[1]
phases = Phases("duckdb")

from duck import connect

session = connect(spatial=True)
phases.end("import", counts=False)

session.execute(
    f"""
    CREATE TEMP TABLE counts AS
    WITH areas AS (SELECT code, ST_MakeValid(geom) AS geom FROM ST_Read('{prefix}_areas.geojson')),
         records AS (SELECT delito, ST_Point(lon, lat) AS place FROM read_csv('{prefix}_points.csv'))
    SELECT areas.code AS code, records.delito AS category, count(*) AS count
    FROM records JOIN areas ON ST_Intersects(areas.geom, records.place)
    GROUP BY ALL
    """
)
phases.end("join")

session.execute(f"COPY (FROM counts ORDER BY code, category) TO '{prefix}_duckdb.csv' (HEADER, DELIMITER ',')")
phases.end("write")
phases.print(matched=int(session.execute("SELECT sum(count) FROM counts").fetchone()[0]))
