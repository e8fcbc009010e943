#!/usr/bin/env python3
"""Makes the data of the Mercociudades sample study: the commitments of a plan, and an invented flood exposure of Santa Fe.

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
from parts import hazards, places, plan, streets, territory, truth  # noqa: E402

SEED = 20170224


def files():
    """Name and bytes of every file of data/."""
    districts, boards = territory.make(SEED)
    shelters, spaces = places.make(SEED, boards)
    floods, rains = hazards.floods(SEED), hazards.rains(SEED)
    expected = truth.make(SEED, districts, boards, shelters, spaces, floods)
    texts = {
        "distritos.geojson": territory.districts_text(districts),
        "vecinales.geojson": territory.boards_text(boards),
        "inundacion.geojson": hazards.floods_text(floods),
        "anegamiento.geojson": hazards.rains_text(rains),
        "calles.geojson": streets.text(streets.make(SEED, districts)),
        "refugios.geojson": places.shelters_text(shelters),
        "espacios.geojson": places.spaces_text(spaces),
        "compromisos.csv": plan.commitments_text(),
        "reuniones.csv": plan.meetings_text(),
        "truth.json": json.dumps(expected, ensure_ascii=False, indent=1) + "\n",
    }
    return {name: text.encode("utf-8") for name, text in texts.items()}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], HERE, files, __doc__))
