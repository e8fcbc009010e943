#!/usr/bin/env python3
"""PREFIX: what it costs DuckDB merely to scan PREFIX_points.csv and count its kinds; nothing is written."""
import sys

from phases import Phases

prefix = sys.argv[1]
phases = Phases("duckdb")

from duck import connect

session = connect(spatial=False)
phases.end("import", counts=False)

kinds = session.execute(f"SELECT delito, count(*) FROM read_csv('{prefix}_points.csv') GROUP BY delito").fetchall()
phases.end("scan")
phases.print(matched=sum(count for _, count in kinds))
