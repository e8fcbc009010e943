"""A DuckDB session with its spatial extension, taken from the installed package: nothing is fetched at run time."""
import pathlib
import sysconfig

import duckdb


def connect(spatial):
    session = duckdb.connect(config={"allow_unsigned_extensions": "true"})
    if spatial:
        packages = pathlib.Path(sysconfig.get_paths()["purelib"])
        found = sorted(packages.glob("duckdb_extension_spatial/**/*.duckdb_extension"))
        if not found:
            raise SystemExit(f"no duckdb_extension_spatial under {packages}: run Scripts/install-peers")
        session.execute(f"LOAD '{found[-1]}'")
    return session
