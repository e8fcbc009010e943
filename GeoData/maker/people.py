"""Areas with people by sex and age, as GeoJSON."""

from maker.tiling import collection, rings_text

AGES = ["0_14", "15_29", "30_59", "60_mas"]


def areas_text(areas, more=lambda area: ""):
    """`more` gives further members of an area, each with its comma."""

    def people(area):
        cells = [f'"mujeres_{a}":{n}' for a, n in zip(AGES, area.women)] + [f'"hombres_{a}":{n}' for a, n in zip(AGES, area.men)]
        return ",".join(cells)

    return collection(
        [
            f'{{"type":"Feature","properties":{{"codigo":"{a.code}","nombre":"{a.name}",{more(a)}"poblacion":{a.population},{people(a)},'
            f'"esquematico":true}},"geometry":{{"type":"Polygon","coordinates":{rings_text([a.ring])}}}}}'
            for a in areas
        ]
    )
