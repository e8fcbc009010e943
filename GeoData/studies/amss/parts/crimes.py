"""The invented crime register: where, when, what, and the mistakes a real one has, each a known number of times."""

import datetime
import unicodedata

from maker.basics import Random, cumulative, degrees
from maker.records import Mistakes, line, place_within, shared_vertices
from maker.tiling import locate

HEADER = [
    "id_caso", "fecha", "hora", "delito", "municipio", "codigo_municipio", "longitud", "latitud",
    "victima_sexo", "victima_edad", "lugar", "relato",
]  # fmt: skip
RECORDS = 4791
KINDS = {  # share in thousandths, women among the victims in hundredths
    "hurto": (240, 48),
    "robo": (170, 38),
    "extorsión": (150, 35),
    "amenazas": (120, 55),
    "lesiones": (110, 36),
    "violencia intrafamiliar": (90, 84),
    "homicidio": (90, 11),
    "violación": (30, 92),
}
# Hundredths of the metropolitan risk, where it is not 100.
RISK = {
    "homicidio": {"0602": 200, "0617": 165, "0613": 180, "0607": 170, "0614": 115, "0511": 45, "0501": 30, "0618": 130},
    "hurto": {"0614": 230, "0501": 260, "0511": 160, "0609": 50, "0618": 50, "0613": 60},
    "robo": {"0614": 190, "0617": 130, "0608": 110, "0609": 60, "0618": 60},
    "extorsión": {"0614": 160, "0617": 150, "0602": 145, "0501": 60, "0511": 80},
    "lesiones": {"0614": 130, "0612": 120},
}
# Name, municipality, centre in 1e-7 degrees, spread in 1e-7 degrees, and of a hundred cases of a kind there, how many are here.
HOT_SPOTS = [
    ("centro histórico", "0614", (-891_914_000, 136_989_000), 36_000, {"hurto": 60, "robo": 55, "extorsión": 55, "homicidio": 30}),
    ("zona de comercio", "0617", (-891_460_000, 137_060_000), 30_000, {"extorsión": 45, "robo": 40, "homicidio": 35, "lesiones": 25}),
    ("mercado y terminal", "0602", (-891_780_000, 138_070_000), 32_000, {"homicidio": 40, "extorsión": 40}),
]
PLACES = ["vía pública", "transporte colectivo", "comercio", "mercado", "plaza o parque", "centro educativo"]
HOME = ["vivienda", "vivienda", "vivienda", "vía pública"]
STORIES = [
    "Denuncia recibida por teléfono, sin testigos",
    'La persona dijo: "no vi a nadie", y firmó el acta',
    "Ocurrió cerca de la parada; pide reserva",
    "Primera llamada a las 7\nSegunda llamada a las 9",
    'Local conocido como "El Ejemplo", frente al parque',
    "Nombre ficticio Persona Ejemplo, tel. 0000-0000",
    "Sin más datos",
]
NAME_VARIANTS = {
    "0501": ["ANTIGUO CUSCATLAN", "Antiguo Cuscatlan", "Ant. Cuscatlán"],
    "0511": ["Sta. Tecla", "SANTA TECLA", "Nueva San Salvador"],
    "0602": ["APOPA", "apopa"],
    "0603": ["AYUTUXTEPEQUE", "ayutuxtepeque"],
    "0604": ["CUSCATANCINGO", "cuscatancingo"],
    "0607": ["ILOPANGO", "ilopango"],
    "0608": ["MEJICANOS", "mejicanos"],
    "0609": ["NEJAPA", "nejapa"],
    "0612": ["SAN MARCOS", "S. Marcos"],
    "0613": ["SAN MARTIN", "San Martin"],
    "0614": ["SAN SALVADOR", "S. Salvador", "San Salvador (capital)"],
    "0617": ["SOYAPANGO", "soyapango"],
    "0618": ["TONACATEPEQUE", "Tonaca."],
    "0619": ["Cdad. Delgado", "CIUDAD DELGADO", "Delgado"],
}
FAR_AWAY = [(-881_830_000, 134_830_000), (-895_590_000, 139_940_000), (-893_220_000, 134_880_000), (-887_000_000, 138_600_000)]
BAD_NUMBERS = [("-89.2o1", None), ("sin GPS", "sin GPS"), ("-89.18.5", None), (None, "13.70N"), (None, "13 7o2")]
BAD_DATES = ["2015-02-31", "2015-06-31", "2016-02-30", "2016-11-31"]


class Case(dict):
    """The cells of one record by name, with its area of origin."""

    __slots__ = ("area", "missing_column")


def _date(kind, random):
    first = datetime.date(2015, 1, 1)
    while True:
        day = random.below(731)
        # Homicides fall by about a half over the two years; thefts rise a little in December.
        if kind == "homicidio" and random.below(1462) < day:
            continue
        date = first + datetime.timedelta(days=day)
        if kind == "hurto" and date.month != 12 and random.below(100) < 20:
            continue
        return date


def _point(area, districts, weights, kind, random):
    """A place inside the municipality, at 1e-5 degree: in a hot spot, or anywhere by the inhabitants of its districts."""
    for _, code, (cx, cy), spread, share in HOT_SPOTS:
        if code == area.code and random.below(100) < share.get(kind, 0):
            while True:
                x, y = cx + int(random.bell() * spread), cy + int(random.bell() * spread)
                x, y = x // 100 * 100, y // 100 * 100
                if area.side(x, y) > 0:
                    return x, y
    district = districts[random.weighted(weights)]
    return place_within(district, area, random, 100)


def _sound(municipalities, districts, random):
    """The register before its mistakes, by date."""
    kinds = list(KINDS)
    by_share = cumulative([KINDS[k][0] for k in kinds])
    by_risk = {k: cumulative([a.population * RISK.get(k, {}).get(a.code, 100) for a in municipalities]) for k in kinds}
    children = {a.code: [d for d in districts if d.parent == a.code] for a in municipalities}
    by_people = {code: cumulative([d.population for d in ds]) for code, ds in children.items()}
    cases = []
    for _ in range(RECORDS):
        kind = kinds[random.weighted(by_share)]
        area = municipalities[random.weighted(by_risk[kind])]
        date = _date(kind, random)
        x, y = _point(area, children[area.code], by_people[area.code], kind, random)
        case = Case()
        case.area, case.missing_column = area, False
        hour = (random.below(24) + random.below(24)) // 2 if random.below(3) else (18 + random.below(8)) % 24
        case.update(
            fecha=date.isoformat(),
            hora=f"{hour:02d}:{random.below(12) * 5:02d}" if random.below(100) < 93 else "",
            delito=kind,
            municipio=area.name,
            codigo_municipio=area.code,
            longitud=degrees(x, 5),
            latitud=degrees(y, 5),
            victima_sexo=("M" if random.below(100) < KINDS[kind][1] else "H") if random.below(100) < 96 else "",
            victima_edad=str(random.between(12, 45) + random.below(30)) if random.below(100) < 90 else "",
            lugar=random.pick(HOME if kind in ("violencia intrafamiliar", "violación") else PLACES),
            relato=random.pick(STORIES) if random.below(100) < 24 else "",
        )
        cases.append(case)
    cases.sort(key=lambda c: c["fecha"])  # stable: cases of one day stay in the order in which they were drawn
    number = {}
    for case in cases:
        year = case["fecha"][:4]
        number[year] = number.get(year, 0) + 1
        case["id_caso"] = f"{year}-{number[year]:05d}"
    return cases


def make(seed, municipalities, districts):
    """(the records in order, how many times each mistake was made)."""
    random = Random(seed, 2)
    cases = _sound(municipalities, districts, random)
    mistakes = Mistakes(cases, random)
    choose, record, made = mistakes.choose, mistakes.note, mistakes.made

    def put(case, point):
        case["longitud"], case["latitud"] = degrees(point[0]), degrees(point[1])
        case.area = locate(municipalities, *point)[0]
        case["municipio"], case["codigo_municipio"] = case.area.name, case.area.code

    for case in record("without_point_with_name_and_code", choose(288)):
        case["longitud"] = case["latitud"] = ""
    lost_zero = [c for c in cases if c["longitud"] == ""][:40]
    for case in record("of_those_code_lost_its_leading_zero", lost_zero):
        case["codigo_municipio"] = case["codigo_municipio"].lstrip("0")
    for case in record("without_point_with_name_only", choose(72)):
        case["longitud"] = case["latitud"] = case["codigo_municipio"] = ""
        case["municipio"] = random.pick(NAME_VARIANTS[case.area.code])
    for i, case in enumerate(record("null_island", choose(19))):
        case["longitud"] = case["latitud"] = "0.0" if i % 3 else "0"
    for case in record("longitude_without_minus", choose(7)):
        case["longitud"] = case["longitud"][1:]
    for case in record("outside_the_metropolis", choose(11)):
        x, y = random.pick(FAR_AWAY)
        put_x, put_y = x + random.between(-2000, 2000) * 100, y + random.between(-2000, 2000) * 100
        case["longitud"], case["latitud"] = degrees(put_x, 5), degrees(put_y, 5)
    for case, (x, y) in zip(record("bad_number", choose(5)), BAD_NUMBERS):
        case["longitud"], case["latitud"] = x or case["longitud"], y or case["latitud"]
    for case in record("bad_row", choose(3)):
        case.missing_column = True
    for case in record("out_of_range", choose(2)):
        digits = case["longitud"].replace(".", "")
        case["longitud"] = digits[:4] + "." + digits[4:]
    for year in ("2015", "2016"):
        dates = [d for d in BAD_DATES if d[:4] == year]
        for case, date in zip(choose(len(dates), lambda c: c["fecha"][:4] == year), dates):
            case["fecha"] = date
        for case in choose(3, lambda c: c["fecha"][:4] == year):
            case["fecha"] = ""
    made["bad_date"], made["blank_date"] = len(BAD_DATES), 6
    for case in record("blank_kind", choose(8)):
        case["delito"] = ""
    for case in record("kind_in_nfd", choose(12, lambda c: c["delito"] == "extorsión")):
        case["delito"] = unicodedata.normalize("NFD", case["delito"])
    for i, case in enumerate(record("kind_with_stray_spaces", choose(10, lambda c: c["delito"] == "robo"))):
        case["delito"] = ["robo ", " robo", "  robo "][i % 3]
    two, three = shared_vertices(municipalities)
    corners = random.sample(three, 3) + random.sample([v for v in two if v not in three], 9)
    for case, point in zip(record("on_municipal_border", choose(12)), corners):
        put(case, point)
    own = set(two) | {v for a in municipalities for v in a.ring}
    inner = [v for v in shared_vertices(districts)[0] if v not in own]
    for case, point in zip(record("on_district_border_only", choose(4)), random.sample(inner, 4)):
        put(case, point)
    for case in record("states_another_municipality", choose(15)):
        other = random.pick([a for a in municipalities if a is not case.area])
        case["municipio"], case["codigo_municipio"] = other.name, other.code
    copies = record("exact_duplicates", choose(9))
    for case in copies:
        i = next(k for k, c in enumerate(cases) if c is case)
        while i + 1 < len(cases) and cases[i + 1]["id_caso"][:4] == case["id_caso"][:4] and random.below(4):
            i += 1
        cases.insert(i + 1, case)
    return cases, made


def comma_text(cases):
    """delitos.csv: commas, decimal point, ISO dates, one row short of a column here and there."""
    lines = [",".join(HEADER)]
    for case in cases:
        fields = [f for f in HEADER if not (case.missing_column and f == "hora")]
        lines.append(line([case[f] for f in fields]))
    return "\n".join(lines) + "\n"


def semicolon_bytes(cases):
    """The cases registered in 2016 as a spreadsheet of the region writes them: `;`, decimal comma, DD/MM/YYYY, Windows-1252, CRLF."""
    lines = [";".join(HEADER)]
    for case in cases:
        if not case["id_caso"].startswith("2016"):
            continue
        row = dict(case)
        if row["fecha"]:
            year, month, day = row["fecha"].split("-")
            row["fecha"] = f"{day}/{month}/{year}"
        row["longitud"], row["latitud"] = row["longitud"].replace(".", ","), row["latitud"].replace(".", ",")
        row["delito"] = unicodedata.normalize("NFC", row["delito"])
        fields = [f for f in HEADER if not (case.missing_column and f == "hora")]
        lines.append(line([row[f].replace("\n", "\r\n") for f in fields], ";"))
    return ("\r\n".join(lines) + "\r\n").encode("cp1252")
