#!/usr/bin/env python3
"""Makes the data of the AMSS sample study: invented records on a schematic metropolis.

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
from parts import crimes, spaces, tables, territory, truth  # noqa: E402

SEED = 20161211


def files():
    """Name and bytes of every file of data/."""
    municipalities, districts, later = territory.make(SEED)
    cases, made = crimes.make(SEED, municipalities, districts)
    public = spaces.make_spaces(SEED, municipalities, districts)
    comma, semicolon = crimes.comma_text(cases), crimes.semicolon_bytes(cases)
    expected = truth.make(SEED, made, comma, semicolon, municipalities, districts, public)
    texts = {
        "municipios.geojson": territory.municipalities_text(municipalities),
        "municipios-2024.geojson": territory.municipalities_2024_text(later),
        "correspondencia-2024.csv": territory.correspondence_text(),
        "distritos.geojson": territory.districts_text(districts),
        "delitos.csv": comma,
        "espacios.geojson": spaces.spaces_text(public),
        "deslizamientos.geojson": spaces.landslides_text(SEED),
        "inundacion.geojson": spaces.floods_text(SEED),
        "encuesta.csv": spaces.survey_text(SEED, municipalities),
        "poblacion.csv": tables.population_text(SEED, municipalities),
        "indicadores.csv": tables.indicators_text(),
        "actividades.csv": tables.activities_text(),
        "presupuesto.csv": tables.budget_text(),
        "truth.json": json.dumps(expected, ensure_ascii=False, indent=1) + "\n",
    }
    result = {name: text.encode("utf-8") for name, text in texts.items()}
    result["delitos-2016-semicolon.csv"] = semicolon
    return result


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], HERE, files, __doc__))
