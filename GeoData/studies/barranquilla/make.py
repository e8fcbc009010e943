#!/usr/bin/env python3
"""Makes the data of the Barranquilla sample study: invented records in metres on a schematic metropolis.

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
from parts import events, tables, territory, truth  # noqa: E402

SEED = 20220814


def files():
    """Name and bytes of every file of data/."""
    municipalities, barrios = territory.make(SEED)
    cases, made, aliases = events.make(SEED, municipalities, barrios)
    register, services = events.data(cases), tables.services_data(tables.services(SEED, barrios))
    expected = truth.make(SEED, made, register, services, municipalities, barrios, aliases)
    texts = {
        "municipios.geojson": territory.municipalities_text(municipalities),
        "barrios.geojson": territory.barrios_text(barrios),
        "poblacion.csv": tables.population_text(SEED, municipalities),
        "alias.csv": tables.alias_text(aliases),
        "truth.json": json.dumps(expected, ensure_ascii=False, indent=1) + "\n",
    }
    result = {name: text.encode("utf-8") for name, text in texts.items()}
    result.update({"hechos.csv": register, "servicios.csv": services, "gestores.csv": tables.managers_data(SEED, municipalities, barrios)})
    return result


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], HERE, files, __doc__))
