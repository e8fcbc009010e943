"""The invented crime register of 2022 and 2023, and what is missing or wrong in it, each a known number of times."""

import datetime
import unicodedata

from maker.basics import Random, cumulative, degrees
from maker.records import Mistakes, line, place_within, shared_vertices
from maker.tiling import locate

from . import names
from .territory import CHANGED, MUNICIPALITY, former_of

HEADER = [
    "id_caso", "fecha", "hora", "delito", "cod_municipio", "macrodistrito", "distrito", "otb", "longitud", "latitud",
    "victima_sexo", "victima_edad", "lugar",
]  # fmt: skip
RECORDS = 4994
KINDS = {  # share in thousandths, women among the victims in hundredths
    "hurto": (250, 51), "robo": (170, 42), "robo agravado": (120, 38), "violencia familiar": (170, 85), "lesiones": (110, 34),
    "estafa": (90, 49), "amenazas": (76, 57), "homicidio": (14, 19),
}  # fmt: skip
AT_HOME = {"violencia familiar"}
# Per inhabitant, in hundredths, where it is not 100: the centre has the people of the day.
RISK = {
    "hurto": {"M01": 420, "M03": 190, "M10": 20, "M11": 15}, "robo": {"M01": 300, "M03": 180, "M10": 20, "M11": 15},
    "robo agravado": {"M01": 210, "M03": 170, "M04": 130}, "estafa": {"M01": 450, "M09": 150, "M06": 140},
    "lesiones": {"M03": 150, "M01": 160}, "amenazas": {}, "violencia familiar": {"M04": 120, "M02": 115}, "homicidio": {"M03": 150},
}  # fmt: skip
PLACES = ["vía pública", "minibús o teleférico", "comercio", "mercado", "plaza o parque", "feria"]
# Other spellings of today's and of the former names; those with a * are in alias.csv.
SPELLINGS = {
    "Centro": ["CENTRO", "centro", "Macrodistrito Centro*"], "Cotahuma": ["COTAHUMA", "cotahuma "],
    "Max Paredes": ["MAX PAREDES", "Máx Paredes", "Max  Paredes"], "Periférica": ["PERIFERICA", "Periferica"],
    "San Antonio": ["SAN ANTONIO", "S. Antonio*"], "Sur": ["SUR", "Sur"], "Mallasa": ["MALLASA", "mallasa"],
    "Calacoto": ["CALACOTO", "Calacoto"], "Ovejuyo": ["OVEJUYO", "Ovejuyo"], "Obrajes": ["OBRAJES", "Obrajes"],
    "Hampaturi": ["HAMPATURI", "Jampaturi*"], "Zongo": ["ZONGO", "Songo*"],
}  # fmt: skip
FAR_AWAY = [(-681_900_000, -165_200_000), (-682_100_000, -164_900_000), (-684_000_000, -163_000_000), (-677_000_000, -168_000_000)]
NEIGHBOUR = "020105"
BAD_NUMBERS = [("-68.1o5", None), (None, "-16.5.02"), ("-68,13 O", None), (None, "16°30'")]
BAD_DATES = ["2022-02-30", "2022-06-31", "2023-02-29", "2023-11-31"]


class Case(dict):
    """The cells of one record by name, with its district of origin."""

    __slots__ = ("area", "missing_column")


def macro_name(territory, district, date):
    """What the register calls the macrodistrict of a district: the division of the day."""
    if date <= CHANGED[0]:
        return next(a.name for a in territory.former if a.code == former_of(district.parent))
    return district.above.name


def _sound(territory, random):
    """The register before its mistakes, by date."""
    kinds = list(KINDS)
    by_share = cumulative([KINDS[k][0] for k in kinds])
    by_risk = {k: cumulative([a.population * RISK[k].get(a.above.parent, 100) for a in territory.organisations]) for k in kinds}
    cases = []
    for _ in range(RECORDS):
        kind = kinds[random.weighted(by_share)]
        home = territory.organisations[random.weighted(by_risk[kind])]
        while True:
            date = datetime.date(2022, 1, 1) + datetime.timedelta(days=random.below(730))
            # A carnival peak, and a slow rise of fraud.
            if not (date.month not in (2, 12) and random.below(100) < 15 or kind == "estafa" and random.below(1460) > 730 + (date.year == 2023) * 730):
                break
        x, y = place_within(home, home.above, random, 100)
        case = Case()
        case.area, case.missing_column = home.above, False
        hour = (random.below(24) + random.below(24)) // 2 if random.below(3) else (17 + random.below(9)) % 24
        case.update(
            fecha=date.isoformat(),
            hora=f"{hour:02d}:{random.below(12) * 5:02d}" if random.below(100) < 90 else "",
            delito=kind,
            cod_municipio=MUNICIPALITY,
            macrodistrito=macro_name(territory, case.area, date.isoformat()),
            distrito=case.area.code,
            otb=home.name.upper() if random.below(100) < 40 else "",
            longitud=degrees(x, 5),
            latitud=degrees(y, 5),
            victima_sexo=("M" if random.below(100) < KINDS[kind][1] else "H") if random.below(100) < 95 else "",
            victima_edad=str(random.between(12, 45) + random.below(30)) if random.below(100) < 88 else "",
            lugar="vivienda" if kind in AT_HOME and random.below(4) else random.pick(PLACES),
        )
        cases.append(case)
    cases.sort(key=lambda c: c["fecha"])  # stable
    number = {}
    for case in cases:
        year = case["fecha"][:4]
        number[year] = number.get(year, 0) + 1
        case["id_caso"] = f"{year}-{number[year]:05d}"
    return cases


def _without_accents(text):
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def make(seed, territory):
    """(the records in order, how many times each mistake was made, the aliases as (level, alias, code))."""
    random = Random(seed, 3)
    cases = _sound(territory, random)
    mistakes = Mistakes(cases, random)
    choose, note, aliases = mistakes.choose, mistakes.note, set()
    macro_codes = {a.name: a.code for a in territory.macrodistricts}

    def clear(case, *fields):
        for field in fields:
            case[field] = ""

    # A third of the records have no point: some keep the district's code, some a name, a few nothing.
    chosen = note("without_point_with_district_code", choose(1000))
    for case in chosen:
        clear(case, "longitud", "latitud", "otb")
    lost = note("of_those_code_lost_its_leading_zero", [c for c in chosen if c["distrito"][0] == "0"][:150])
    for case in lost:
        case["distrito"] = case["distrito"].lstrip("0")
    for case in note("without_point_with_macrodistrict_name_only", choose(420)):
        clear(case, "longitud", "latitud", "otb", "distrito")
        spelling = random.pick(SPELLINGS[case["macrodistrito"]] + [case["macrodistrito"]])
        if spelling.endswith("*"):
            spelling = spelling[:-1]
            aliases.add(("macrodistrito", spelling, macro_codes[case["macrodistrito"]]))
        case["macrodistrito"] = spelling
    homes = {a.name.upper(): a for a in territory.organisations if a.name not in names.TWICE}
    for i, case in enumerate(note("without_point_with_otb_name_only", choose(200, lambda c: c["otb"] in homes))):
        home = homes[case["otb"]]
        clear(case, "longitud", "latitud", "macrodistrito", "distrito")
        brief = names.short(home.name)
        if i % 4 == 0 and brief:
            case["otb"] = brief
            aliases.add(("otb", brief, home.code))
        else:
            case["otb"] = [home.name, home.name.upper(), _without_accents(home.name).upper(), home.name.lower() + " "][i % 4]
    for i, case in enumerate(note("without_point_with_municipality_code_only", choose(40))):
        clear(case, "longitud", "latitud", "otb", "distrito", "macrodistrito")
        case["cod_municipio"] = MUNICIPALITY.lstrip("0") if i % 4 == 0 else MUNICIPALITY
    for case in note("without_any_place", choose(12)):
        clear(case, "longitud", "latitud", "otb", "distrito", "macrodistrito", "cod_municipio")
    for i, case in enumerate(note("null_island_with_district_code", choose(10))):
        case["longitud"] = case["latitud"] = "0.0" if i % 3 else "0"
        case["otb"] = ""
    for case in note("outside_the_municipality", choose(8)):
        x, y = random.pick(FAR_AWAY)
        x, y = x + random.between(-300, 300) * 100, y + random.between(-300, 300) * 100
        case["longitud"], case["latitud"] = degrees(x, 5), degrees(y, 5)
        clear(case, "otb", "distrito", "macrodistrito")
        case["cod_municipio"] = NEIGHBOUR
    for case, (x, y) in zip(note("bad_number", choose(4)), BAD_NUMBERS):
        case["longitud"], case["latitud"] = x or case["longitud"], y or case["latitud"]
    for case in note("bad_row", choose(2)):
        case.missing_column = True
    for case in note("out_of_range", choose(2)):
        digits = case["longitud"].replace(".", "")
        case["longitud"] = digits[:4] + "." + digits[4:]
    for date in BAD_DATES:
        for case in choose(1, lambda c: c["fecha"][:4] == date[:4]):
            case["fecha"] = date
    mistakes.made["bad_date"] = len(BAD_DATES)
    for case in note("blank_date", choose(5)):
        case["fecha"] = ""
    for case in note("blank_kind", choose(6)):
        case["delito"] = ""
    for i, case in enumerate(note("kind_with_stray_spaces", choose(8, lambda c: c["delito"] == "robo"))):
        case["delito"] = ["robo ", " robo", "  robo "][i % 3]

    two, three = shared_vertices(territory.macrodistricts)
    macro_own = {v for a in territory.macrodistricts for v in a.ring}
    district_own = macro_own | {v for a in territory.districts for v in a.ring}
    places = {
        "on_macrodistrict_border": random.sample(three, 3) + random.sample([v for v in two if v not in three], 7),
        "on_district_border_only": random.sample([v for v in shared_vertices(territory.districts)[0] if v not in macro_own], 5),
        "on_otb_border_only": random.sample([v for v in shared_vertices(territory.organisations)[0] if v not in district_own], 6),
    }
    for name, corners in places.items():
        for case, (x, y) in zip(note(name, choose(len(corners))), corners):
            case["longitud"], case["latitud"] = degrees(x), degrees(y)
            case.area = locate(territory.districts, x, y)[0]
            case["distrito"], case["otb"] = case.area.code, ""
            case["macrodistrito"] = macro_name(territory, case.area, case["fecha"])
    for case in note("states_another_district_than_its_point", choose(60)):
        other = random.pick([a for a in territory.districts if a is not case.area])
        case["distrito"], case["otb"] = other.code, ""
        case["macrodistrito"] = macro_name(territory, other, case["fecha"])
    for case in note("exact_duplicates", choose(6)):
        i = next(k for k, c in enumerate(cases) if c is case)
        while i + 1 < len(cases) and cases[i + 1]["id_caso"][:4] == case["id_caso"][:4] and random.below(4):
            i += 1
        cases.insert(i + 1, case)
    return cases, mistakes.made, sorted(aliases)


def text(cases):
    lines = [line(HEADER)]
    for case in cases:
        lines.append(line([case[f] for f in HEADER if not (case.missing_column and f == "hora")]))
    return "\n".join(lines) + "\n"
