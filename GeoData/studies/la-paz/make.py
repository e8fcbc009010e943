#!/usr/bin/env python3
"""Makes the data of the La Paz sample study: invented records on a schematic municipality of four levels.

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
from parts import crimes, tables, territory, truth  # noqa: E402

SEED = 20240316


def files():
    """Name and bytes of every file of data/."""
    areas = territory.Territory(SEED)
    cases, made, aliases = crimes.make(SEED, areas)
    register, population, series = crimes.text(cases), tables.population_rows(SEED, areas), tables.series(SEED, areas)
    expected = truth.make(SEED, made, register, areas, population, series, aliases)
    texts = {
        **territory.texts(areas),
        "delitos.csv": register,
        "poblacion.csv": tables.population_text(population),
        "correspondencia.csv": tables.correspondence_text(areas),
        "alias.csv": tables.alias_text(aliases),
        "serie-mensual.csv": tables.series_text(series),
        "truth.json": json.dumps(expected, ensure_ascii=False, indent=1) + "\n",
    }
    return {name: text.encode("utf-8") for name, text in texts.items()}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], HERE, files, __doc__))
