"""The invented register of coexistence and crime, as a spreadsheet of the region writes it: metres of MAGNA-SIRGAS / Colombia
Bogota zone, `;`, decimal commas, DD/MM/YYYY, Windows-1252, CRLF; and its mistakes, each a known number of times."""

import datetime
import unicodedata

from maker.basics import Random, SCALE, cumulative
from maker.ellipsoid import MAGNA_BOGOTA
from maker.records import Mistakes, line, place_within

HEADER = ["id", "fecha", "hora", "conducta", "cod_dane", "municipio", "barrio", "este", "norte", "sexo", "edad", "medio"]
RECORDS = 3994
KINDS = {  # share in thousandths, women in hundredths
    "hurto a personas": (330, 44), "riña": (190, 30), "lesiones personales": (150, 36), "violencia intrafamiliar": (130, 80),
    "hurto de motocicletas": (100, 18), "amenazas": (75, 48), "homicidio": (25, 9),
}  # fmt: skip
RISK = {"hurto a personas": {"08001": 130, "08296": 50, "08433": 60}, "homicidio": {"08433": 160, "08758": 130, "08573": 40}}
MEANS = ["sin empleo de armas", "arma blanca", "arma de fuego", "contundentes", "escopolamina"]
# Other spellings of the municipalities; those with a * are in alias.csv.
SPELLINGS = {
    "08001": ["BARRANQUILLA (CT)*", "BARRANQUILLA", "B/quilla*"], "08296": ["GALAPA", "galapa"], "08433": ["MALAMBO", "Malambo "],
    "08573": ["PUERTO COLOMBIA", "Pto. Colombia*", "Puerto  Colombia"], "08758": ["SOLEDAD", "soledad"],
}  # fmt: skip
SHORTER = [("Villa ", "V. "), ("Ciudadela ", "Cdla. "), ("San ", "S. "), ("Las ", "Urb. Las "), ("Los ", "Urb. Los "), ("El ", "Bº El ")]
FAR_AWAY = [(-742_000_000, 112_400_000), (-749_200_000, 106_300_000), (-748_800_000, 112_500_000)]  # another city, inland, the sea
BAD_NUMBERS = [("917.234,56", "1.702.118,20"), ("91723O,10", None), (None, "1702118,2,0"), (None, "17021l8,20")]
BAD_DATES = ["31/02/2022", "30/02/2022", "31/06/2023", "29/02/2023"]


class Case(dict):
    """The cells of one record by name, with its barrio of origin."""

    __slots__ = ("area", "missing_column")


def metres(x, y):
    """Easting and northing of 1e-7 degrees, with two decimals and a decimal comma."""
    texts = []
    for value in MAGNA_BOGOTA.forward(x / SCALE, y / SCALE):
        hundredths = value * 100
        # So far from a tie that the last digit of a sine on another machine cannot change the text.
        if abs(hundredths - int(hundredths) - 0.5) < 1e-4:
            return None
        whole = int(hundredths + 0.5)
        texts.append(f"{whole // 100},{whole % 100:02d}")
    return texts


def put(case, draw):
    """Writes the first drawn place whose metres are not at a tie."""
    while True:
        texts = metres(*draw())
        if texts:
            case["este"], case["norte"] = texts
            return


def without_accents(text):
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def well_inside(area, random):
    """A place of which everything within 2e-6 degrees (20 cm) lies in the area."""
    while True:
        x, y = place_within(area, area.above, random, 10)
        if all(area.side(x + dx, y + dy) > 0 and area.above.side(x + dx, y + dy) > 0 for dx in (-20, 0, 20) for dy in (-20, 0, 20)):
            return x, y


def _sound(barrios, random):
    """The register before its mistakes, by date."""
    kinds = list(KINDS)
    by_share = cumulative([KINDS[k][0] for k in kinds])
    heat = [random.between(40, 100) if random.below(6) else random.between(200, 420) for _ in barrios]
    by_risk = {k: cumulative([b.population * h * RISK.get(k, {}).get(b.parent, 100) for b, h in zip(barrios, heat)]) for k in kinds}
    cases = []
    for _ in range(RECORDS):
        kind = kinds[random.weighted(by_share)]
        home = barrios[random.weighted(by_risk[kind])]
        while True:
            date = datetime.date(2022, 1, 1) + datetime.timedelta(days=random.below(730))
            # Carnival; and fights at the weekend.
            if not (date.month != 2 and random.below(100) < 18 or kind == "riña" and date.weekday() < 4 and random.below(100) < 40):
                break
        case = Case()
        case.area, case.missing_column = home, False
        put(case, lambda home=home: well_inside(home, random))
        hour = (random.below(24) + random.below(24)) // 2 if random.below(3) else (18 + random.below(8)) % 24
        written = random.below(4)
        case.update(
            fecha=date.isoformat(),
            hora=f"{hour:02d}:{random.below(60):02d}" if random.below(100) < 94 else "",
            conducta=kind,
            cod_dane=home.parent if random.below(100) < 70 else home.parent.lstrip("0"),
            municipio=home.above.name.upper(),
            barrio=home.name if written == 0 else without_accents(home.name).upper() if written < 3 else "",
            sexo="FEMENINO" if random.below(100) < KINDS[kind][1] else "MASCULINO",
            edad=str(random.between(14, 45) + random.below(30)) if random.below(100) < 90 else "",
            medio=random.pick(MEANS),
        )
        cases.append(case)
    cases.sort(key=lambda c: c["fecha"])  # stable
    for number, case in enumerate(cases, 1):
        case["id"] = f"{case['fecha'][:4]}-{number:05d}"
        case["fecha"] = "/".join(case["fecha"].split("-")[::-1])
    return cases


def make(seed, municipalities, barrios):
    """(the records in order, how many times each mistake was made, the aliases as (level, alias, code))."""
    random = Random(seed, 2)
    cases = _sound(barrios, random)
    mistakes = Mistakes(cases, random)
    choose, note, aliases = mistakes.choose, mistakes.note, set()
    once = {b.name for b in barrios if sum(o.name == b.name for o in barrios) == 1}

    def clear(case, *fields):
        for field in fields:
            case[field] = ""

    for i, case in enumerate(note("without_point_with_code_and_barrio", choose(600))):
        clear(case, "este", "norte")
        name = case.area.name
        shorter = next((b + name[len(a) :] for a, b in SHORTER if name.startswith(a)), None)
        case["barrio"] = [name, name.upper(), without_accents(name).upper(), f" {name.lower()}"][i % 4]
        if i % 5 == 0 and shorter and name in once:
            case["barrio"] = shorter
            aliases.add(("barrio", shorter, case.area.code))
    for i, case in enumerate(note("without_point_with_code_only", choose(250))):
        clear(case, "este", "norte")
        case["barrio"] = "SIN ESTABLECER" if i % 5 == 0 else ""
    for case in note("without_point_with_municipality_name_only", choose(120)):
        clear(case, "este", "norte", "cod_dane", "barrio")
        spelling = random.pick(SPELLINGS[case.area.parent])
        if spelling.endswith("*"):
            spelling = spelling[:-1]
            aliases.add(("municipio", spelling, case.area.parent))
        case["municipio"] = spelling
    for case in note("without_any_place", choose(10)):
        clear(case, "este", "norte", "cod_dane", "barrio", "municipio")
    for i, case in enumerate(note("zero_zero_with_code", choose(12))):
        case["este"] = case["norte"] = "0,00" if i % 3 else "0"
        case["barrio"] = ""
    for case in note("easting_and_northing_swapped", choose(6)):
        case["este"], case["norte"] = case["norte"], case["este"]
        clear(case, "cod_dane", "municipio", "barrio")
    for case in note("outside_the_metropolis", choose(10)):
        x, y = random.pick(FAR_AWAY)
        put(case, lambda x=x, y=y: (x + random.between(-3000, 3000) * 100, y + random.between(-3000, 3000) * 100))
        clear(case, "cod_dane", "municipio", "barrio")
    for case, (x, y) in zip(note("bad_number", choose(4)), BAD_NUMBERS):
        case["este"], case["norte"] = x or case["este"], y or case["norte"]
    for case in note("bad_row", choose(2)):
        case.missing_column = True
    for date in BAD_DATES:
        for case in choose(1, lambda c: c["fecha"][-4:] == date[-4:]):
            case["fecha"] = date
    mistakes.made["bad_date"] = len(BAD_DATES)
    for case in note("blank_date", choose(5)):
        case["fecha"] = ""
    for case in note("blank_kind", choose(5)):
        case["conducta"] = ""
    for case in note("states_another_municipality_than_its_point", choose(20)):
        other = random.pick([a for a in municipalities if a is not case.area.above])
        case["cod_dane"], case["municipio"], case["barrio"] = other.code, other.name.upper(), ""
    for case in note("exact_duplicates", choose(6)):
        i = next(k for k, c in enumerate(cases) if c is case)
        while i + 1 < len(cases) and random.below(4):
            i += 1
        cases.insert(i + 1, case)
    return cases, mistakes.made, sorted(aliases)


def data(cases):
    lines = [line(HEADER, ";")]
    for case in cases:
        lines.append(line([case[f] for f in HEADER if not (case.missing_column and f == "hora")], ";"))
    return ("\r\n".join(lines) + "\r\n").encode("cp1252")
