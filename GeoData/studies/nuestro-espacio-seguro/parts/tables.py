"""Activities of the committees, the virtual talks of the regions, and rows of documents that do not add up."""

import datetime

from maker.basics import Random, shared_out
from maker.records import line

ACTIVITIES, TALKED = 86, 4258
WHAT = ["limpieza y pintado", "cine al aire libre", "taller de deporte", "feria vecinal", "iluminación del espacio", "ronda vecinal"]
TALKS = ["convivencia", "prevención de la violencia", "mantenimiento de espacios", "vigilancia vecinal"]


def activities(seed, spaces):
    """(space, date, what, women, men): more than eighty, most spaces with one."""
    random = Random(seed, 4)
    chosen = random.sample(spaces, 62) + [random.pick(spaces) for _ in range(ACTIVITIES - 62)]
    rows = []
    for space in chosen:
        day = (space.recovered or datetime.date(2020, 2, 1)) + datetime.timedelta(days=random.between(5, 200))
        rows.append((day, space.code, random.pick(WHAT), random.between(6, 60), random.between(4, 50)))
    return sorted(rows)


def activities_text(rows):
    lines = ["id,espacio,fecha,actividad,participantes,M,H"]
    for number, (day, code, what, women, men) in enumerate(rows, 1):
        lines.append(line([f"A{number:03d}", code, day.isoformat(), what, str(women + men), str(women), str(men)]))
    return "\n".join(lines) + "\n"


def talks(seed, regions):
    """(date, region, theme, women, men): people in virtual talks, members and public together, of no space."""
    random, rows = Random(seed, 5), []
    dates = [datetime.date(2020, month, day) for month in range(5, 11) for day in (6, 20)]
    keys = [(day, region.code, TALKS[(i + k) % 4]) for k, day in enumerate(dates) for i, region in enumerate(regions) if (i + k) % 3 == 0]
    for key, people in zip(keys, shared_out(TALKED, [random.between(60, 180) for _ in keys])):
        women = people * random.between(48, 66) // 100
        rows.append(key + (women, people - women))
    assert sum(r[3] + r[4] for r in rows) == TALKED
    return rows


def talks_text(rows):
    lines = ["fecha,region,tema,personas,M,H"]
    lines += [line([d.isoformat(), r, t, str(w + m), str(w), str(m)]) for d, r, t, w, m in rows]
    return "\n".join(lines) + "\n"


def traps_text():
    """Rows as documents of this kind give them; a blank is a figure that the source does not give, and nothing is completed."""
    return """id,actividad,periodo,tipo,participantes,M,H,activas,permanencia_anios,anios,nota
T01,Cine foro,,,823,160,212,,,,"las partes suman 372, no 823: 451 sin sexo, o asistencias en vez de personas"
T02,Inscritos,,,250,,,,,,"el sexo solo se conoce de los 181 que finalizaron: no hay permanencia por sexo"
T03,Finalizaron,,,181,87,94,,,,
T04,Conexión Metropolitana,,,84,,,,,,aparece dos veces en la fuente
T05,Conexión Metropolitana,,,84,,,,,,aparece dos veces en la fuente
T06,Personas capacitadas,2014,periodo,120,70,50,,,,
T07,Personas capacitadas,a 2015,acumulado,310,180,130,,,,contiene las del período anterior: no se suman
T08,Cebras formadas,en 15 años,acumulado,5000,,,200,3,15,"«más de 5 000»: 200 activas con estancias de tres años en 15 años son unas 1 000 personas"
"""
