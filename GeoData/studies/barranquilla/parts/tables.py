"""Coexistence managers, services and populations, all invented, and the aliases of the register."""

from maker.basics import Random, cumulative, shared_out
from maker.records import line

from .events import Case, put, well_inside

AGES = ["0-13", "14-28", "29-44", "45-59", "60+"]
SERVICES = {
    "casa de justicia": 6, "comisaría de familia": 9, "inspección de policía": 10, "centro de atención inmediata": 14,
    "punto de mediación": 8, "centro de convivencia": 5,
}  # fmt: skip
HOURS = ["24 horas", "lunes a viernes, 8:00 a 17:00", "lunes a sábado, 7:00 a 19:00"]
SERVICES_HEADER = ["id", "servicio", "cod_dane", "barrio", "este", "norte", "horario"]


def _bytes(lines):
    return ("\r\n".join(lines) + "\r\n").encode("cp1252")


def services(seed, barrios):
    """Sites in metres; three have no place yet."""
    random = Random(seed, 3)
    weights = cumulative([b.population for b in barrios])
    cases = []
    for service, count in SERVICES.items():
        for _ in range(count):
            home = barrios[random.weighted(weights)]
            case = Case(id=f"S{len(cases) + 1:03d}", servicio=service, cod_dane=home.parent, barrio=home.name, horario=random.pick(HOURS))
            put(case, lambda home=home: well_inside(home, random))
            if len(cases) in (7, 21, 40):
                case["este"] = case["norte"] = ""
            cases.append(case)
    return cases


def services_data(cases):
    return _bytes([line(SERVICES_HEADER, ";")] + [line([case[f] for f in SERVICES_HEADER], ";") for case in cases])


def managers_data(seed, municipalities, barrios):
    """Coexistence managers: every barrio has one, and each has two to four barrios that follow one another."""
    random = Random(seed, 4)
    lines = ["id;gestor;sexo;cod_dane;municipio;turno;desde;barrios"]
    number = 0
    for area in municipalities:
        left = [b.code for b in barrios if b.parent == area.code]
        while left:
            number += 1
            n = min(len(left), random.between(2, 4))
            mine, left = left[:n], left[n:]
            day = f"{random.between(1, 28):02d}/{random.between(1, 12):02d}/{random.between(2020, 2022)}"
            values = [f"G{number:02d}", f"Gestor de convivencia {number:02d}", random.pick("MH"), area.code, area.name]
            lines.append(line(values + [random.pick(["mañana", "tarde", "noche"]), day, ",".join(mine)], ";"))
    return _bytes(lines)


def population_text(seed, municipalities):
    """By municipality; 2022 adds up to the fields of municipios.geojson."""
    random = Random(seed, 5)
    lines = ["code,year,sex,age,population"]
    for area in municipalities:
        for year, factor in ((2020, random.between(972, 990)), (2022, 1000), (2024, random.between(1006, 1024))):
            people = area.population * factor // 1000
            women = people * random.between(510, 522) // 1000
            for sex, count in (("mujer", women), ("hombre", people - women)):
                parts = shared_out(count, [215 + random.below(20), 260, 245, 160, 120])
                lines += [f"{area.code},{year},{sex},{age},{n}" for age, n in zip(AGES, parts)]
    return "\n".join(lines) + "\n"


def alias_text(aliases):
    return "\n".join(["nivel,alias,codigo"] + [line(a) for a in aliases]) + "\n"
