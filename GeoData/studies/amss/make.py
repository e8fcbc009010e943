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

from maker import crimes, spaces, tables, territory, truth  # noqa: E402

SEED = 20161211
HERE = pathlib.Path(__file__).resolve().parent


def files():
    """Name and bytes of every file of data/."""
    municipalities, districts = territory.make(SEED)
    cases, made = crimes.make(SEED, municipalities, districts)
    public = spaces.make_spaces(SEED, municipalities, districts)
    comma, semicolon = crimes.comma_text(cases), crimes.semicolon_bytes(cases)
    expected = truth.make(SEED, made, comma, semicolon, municipalities, districts, public)
    texts = {
        "municipios.geojson": territory.municipalities_text(municipalities),
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


def main(arguments):
    if arguments not in ([], ["--check"]):
        print(__doc__.strip(), file=sys.stderr)
        return 64
    made, folder = files(), HERE / "data"
    if not arguments:
        folder.mkdir(exist_ok=True)
        for name, data in sorted(made.items()):
            (folder / name).write_bytes(data)
        return 0
    present = {p.name: p.read_bytes() for p in folder.iterdir()} if folder.is_dir() else {}
    wrong = sorted(n for n in set(made) | set(present) if made.get(n) != present.get(n))
    for name in wrong:
        state = "missing" if name not in present else "not made by the maker" if name not in made else "differs"
        print(f"data/{name}: {state}; run make.py again", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
