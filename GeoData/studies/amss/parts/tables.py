"""Tables: invented populations, and the figures of the source document (marked • in the README), as it gives them."""

from maker.basics import Random, shared_out

AGES = ["0-14", "15-29", "30-44", "45-59", "60+"]


def population_text(seed, municipalities):
    """Inhabitants by year, sex and age; those of 2016 add up to the fields of municipios.geojson."""
    random = Random(seed, 8)
    lines = ["code,year,sex,age,population"]
    for area in municipalities:
        before = random.between(985, 1003)
        for year, factor in ((2015, before), (2016, 1000)):
            for sex, people in (("mujer", area.women), ("hombre", area.men)):
                parts = shared_out(people * factor // 1000, [240 + random.below(20), 275, 215, 155, 105])
                lines += [f"{area.code},{year},{sex},{age},{n}" for age, n in zip(AGES, parts)]
    return "\n".join(lines) + "\n"


def indicators_text():
    lines = ["id,grupo,nombre"]
    for group, count, prefix, name in ((1, 70, "S", "Indicador social"), (2, 29, "T", "Indicador de gestión del territorio")):
        lines += [f"{prefix}{i:02d},{group},{name} {i:02d}" for i in range(1, count + 1)]
    return "\n".join(lines) + "\n"


def activities_text():
    """Meetings, workshops and participants; M = mujeres, H = hombres. A blank is a figure that the source does not give."""
    return """id,nombre,eventos,participantes,M,H,nota
A01,Reuniones,95,1544,,,sin desglose por sexo
A02,Taller,,34,,,la fuente no dice la unidad
A03,Conexión Metropolitana,,84,,,la fuente no dice la unidad
A04,Conexión Metropolitana,,84,,,aparece dos veces en la fuente
A05,Inscritos en el proceso que terminaron 181,,250,,,sin desglose por sexo
A06,Finalizaron de los 250 inscritos,,181,87,94,el sexo solo se conoce de quienes finalizaron
A07,Actividad sin nombre en este registro (1),,304,196,108,
A08,Actividad sin nombre en este registro (2),,642,236,406,
A09,Actividad sin nombre en este registro (3),,697,197,500,
A10,Cine foro,,823,160,212,"las partes suman 372, no 823: 451 sin sexo o asistencias en vez de personas; no completar"
"""


def budget_text():
    """The amounts as the source gives them: some are of a period, some cumulative, one is only committed."""
    return """id,periodo,tipo,estado,monto,nota
P01,2014,periodo,ejecutado,837.50,
P02,a 2015,acumulado,ejecutado,123110.05,escrito 123110.05 en la fuente
P03,a septiembre de 2016,acumulado,ejecutado,170179.22,"escrito 170,179.22 en la fuente"
P04,cuarto trimestre de 2016,periodo,adjudicado,62440.97,adjudicado no es ejecutado
P05,2017,periodo,pendiente,263505.74,"no sumar con los anteriores: mezcla periodos y acumulados; la lámina aparece dos veces"
"""
