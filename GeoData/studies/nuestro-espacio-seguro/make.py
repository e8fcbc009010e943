#!/usr/bin/env python3
"""Makes the data of the sample study "Nuestro Espacio Seguro": an invented registry of spaces in eight regions of Peru.

    python3 make.py            writes data/
    python3 make.py --check    makes it in memory and compares with data/; exit 1 if a byte differs

Python 3.9 or later, standard library only; the same bytes everywhere.
"""

import json
import pathlib
import sys

sys.dont_write_bytecode = True

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(1, str(HERE.parents[1]))  # the common maker

from maker.files import main  # noqa: E402
from parts import incidents, registry, tables, territory, truth  # noqa: E402

SEED = 20191018


def files():
    """Name and bytes of every file of data/."""
    regions, sectors = territory.make(SEED)
    spaces = registry.make(SEED, regions, sectors)
    activities, talks = tables.activities(SEED, spaces), tables.talks(SEED, regions)
    variants = {
        "incidentes-efecto.csv": incidents.make(SEED, regions, spaces, percent=80),
        "incidentes-sin-efecto.csv": incidents.make(SEED, regions, spaces, percent=100),
    }
    expected = truth.make(SEED, regions, sectors, spaces, activities, talks, variants)
    texts = {
        "regiones.geojson": territory.regions_text(regions),
        "sectores.geojson": territory.sectors_text(sectors),
        "espacios.geojson": registry.spaces_text(spaces),
        "comites.csv": registry.committees_text(spaces),
        "actividades.csv": tables.activities_text(activities),
        "charlas.csv": tables.talks_text(talks),
        "trampas.csv": tables.traps_text(),
        "truth.json": json.dumps(expected, ensure_ascii=False, indent=1) + "\n",
    }
    texts.update({name: incidents.text(rows) for name, rows in variants.items()})
    return {name: text.encode("utf-8") for name, text in texts.items()}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], HERE, files, __doc__))
