"""The area of each real record against shapely, against the name that the registry recorded, and the account."""
import dataclasses

import numpy
import pandas
import pyproj

import reference
import support

# Two geodetically equal points may differ in the last bits after a transform; nothing else may move a record.
NEAR = 1e-9


@dataclasses.dataclass
class Pair:
    title: str
    points: str
    areas: str
    code: str
    x: str
    y: str
    name: str = None
    crs: str = None  # of the points, when their columns do not say
    recorded: tuple = ()  # fields of the record that state the area, joined by "/"
    against: str = "name"  # what the record states: the area's name or its code
    expected: tuple = None  # (agreeing, of) when the data were described; a point in several areas agreed with any
    among: str = "all"  # the share is of all records, those "placed", those "located", or those whose stated name is "known"
    only: tuple = ()  # more arguments
    by: str = None


PAIRS = [
    Pair("CDMX × alcaldías", "cdmx/carpetas_fgj_2019_2025.csv.gz", "cdmx/alcaldias.geojson.gz", "CVEGEO", "longitud", "latitud",
         name="NOMGEO", recorded=("alcaldia",), expected=(1297686, 1302640), by="delito"),
    Pair("CDMX × colonias", "cdmx/carpetas_fgj_2019_2025.csv.gz", "cdmx/colonias.geojson.gz", "alcaldia,colonia", "longitud",
         "latitud", recorded=("alcaldia", "colonia"), against="code", only=("--assign", "lowest")),
    Pair("São Paulo × municípios", "sao_paulo/homicides.csv", "sao_paulo/municipios.geojson", "code_muni", "longitude", "latitude",
         name="name_muni", recorded=("municipality",), expected=(6032, 6214)),
    Pair("New York × precincts", "nyc/shootings.csv.gz", "nyc/precincts.geojson.gz", "Precinct", "Longitude", "Latitude",
         recorded=("PRECINCT",), against="code", expected=(27041, 27898), among="placed"),
    Pair("Nottingham burglaries × LSOA", "nottingham/burglary_2022.csv.gz", "nottingham/lsoa.geojson.gz", "LSOA11CD", "longitude",
         "latitude", recorded=("lsoa_code",), against="code", expected=(1688, 1795)),
    Pair("Nottingham robberies × LSOA", "nottingham/robbery_2022.csv.gz", "nottingham/lsoa.geojson.gz", "LSOA11CD", "longitude",
         "latitude", recorded=("lsoa_code",), against="code", expected=(526, 553), among="located"),
    Pair("Vancouver × neighbourhoods, UTM", "vancouver/thefts_2020.csv.gz", "vancouver/neighbourhoods.geojson", "mapid", "X", "Y",
         name="name", crs="EPSG:26910", recorded=("NEIGHBOURHOOD",), expected=(15362, 15827), among="known"),
    Pair("La Paz × distritos", "la_paz/recintos.geojson", "la_paz/distritos.geojson.gz", "distrito", "x", "y",
         recorded=("distrito",), against="code", expected=(213, 213)),
]


def run(checks):
    for pair in PAIRS:
        try:
            compare(checks, pair)
        except support.Refused as refusal:
            checks.that(f"{pair.title}: the join runs", False, str(refusal))


def command(pair, tagged, table, places=None):
    """With `tagged` the records are places alone, `places`: kinds that expose people would be withheld from it."""
    arguments = ["join", places or support.DATA / pair.points, "--areas", support.DATA / pair.areas, "--code", pair.code, *pair.only]
    arguments += ["--tagged", tagged, "--kinds", "none"] if tagged else ["--table", table]
    if pair.name:
        arguments += ["--name", pair.name]
    if pair.by and not tagged:
        arguments += ["--by", pair.by]
    if pair.crs:
        arguments += ["--easting", pair.x, "--northing", pair.y, "--assume-crs", pair.crs]
    elif places or ".csv" in pair.points:
        arguments += ["--lon", pair.x, "--lat", pair.y]
    return arguments


def expected_places(pair, areas, records):
    """Coordinates of the records in the CRS of the areas."""
    x, y = reference.numbers(records[pair.x]), reference.numbers(records[pair.y])
    transformer = pyproj.Transformer.from_crs(pair.crs or "OGC:CRS84", areas.crs, always_xy=True)
    x, y = transformer.transform(x, y)
    return numpy.where(numpy.isfinite(x), x, numpy.nan), numpy.where(numpy.isfinite(y), y, numpy.nan)


def read_tagged(path, records, placed):
    """`area_code` for each record of the input; records that are not in the file have none."""
    tagged = pandas.read_csv(path, dtype=str, keep_default_na=False, na_values=[])
    codes = numpy.full(len(records), "", dtype=object)
    if len(tagged) == len(records):
        rows = numpy.arange(len(records))
    elif len(tagged) == placed.sum():
        rows = numpy.flatnonzero(placed)
    else:
        raise support.Refused(f"--tagged has {len(tagged)} rows for {len(records)} records, {placed.sum()} of them with a place")
    codes[rows] = tagged["area_code"].to_numpy()
    shared = [column for column in tagged.columns if column in records.columns]
    # A cell that a spreadsheet would run as a formula is escaped on purpose; all others come back as they were.
    same = True
    for column in shared:
        ours, theirs = tagged[column].to_numpy(), records[column].to_numpy()[rows]
        other = ours != theirs
        same = same and all(same_cell(left, right) for left, right in zip(ours[other], theirs[other]))
    return codes, same, len(tagged)


def same_cell(ours, theirs):
    """Whether a cell is the record's: an escaped formula, or a number that the reference has written in other digits."""
    if ours == "'" + theirs:
        return True
    try:
        return float(ours) == float(theirs)
    except ValueError:
        return False


def compare(checks, pair):
    areas = reference.read_areas(support.DATA / pair.areas, pair.code, pair.name)
    records = reference.read_records(support.DATA / pair.points)
    x, y = expected_places(pair, areas, records)
    truth = reference.locate(areas, x, y)
    tagged, table = support.work / "tagged.csv", support.work / "table.csv"
    places = support.work / "places.csv"
    records[[pair.x, pair.y]].to_csv(places, index=False)
    support.plaza(*command(pair, tagged, None, places))
    summary = support.plaza(*command(pair, None, table))
    account = support.account(summary)

    placed = numpy.isfinite(x) & numpy.isfinite(y)
    codes, same_cells, rows = read_tagged(tagged, records, placed)
    wanted = numpy.array(areas.codes + [""], dtype=object)[truth.area]
    different = numpy.flatnonzero(codes != wanted)
    border = [row for row in different if reference.borders_within(areas, x[row], y[row], NEAR) >= 2]
    checks.that(
        f"{pair.title}: the area of each record is shapely's", len(border) == len(different) and len(different) <= account["on_border"],
        f"{len(records)} records, {len(different)} differ, {len(border)} of them on a border; on_border {account['on_border']}"
        + "".join(f"; row {row}: {codes[row]!r} for {wanted[row]!r}" for row in list(different)[:3]))
    checks.that(f"{pair.title}: the tagged records are those of the input, in its order", same_cells, f"{rows} rows")

    total = sum(account[key] for key in ("joined", "outside", "unlocated", "rejected", "filtered"))
    located = int((truth.area >= 0).sum())
    checks.that(
        f"{pair.title}: the account adds up",
        account["read"] == len(records) == total and sum(account["reasons"].values()) == account["unlocated"] + account["rejected"],
        ", ".join(f"{key} {account[key]}" for key in ("read", "joined", "outside", "unlocated", "rejected", "filtered")))
    slack = len(different)
    checks.that(
        f"{pair.title}: joined and outside are shapely's",
        abs(account["joined"] - located) <= slack and abs(account["outside"] - int(placed.sum()) + located) <= slack,
        f"shapely: joined {located}, outside {int(placed.sum()) - located}")
    checks.that(
        f"{pair.title}: on_border and ambiguous are shapely's",
        abs(account["on_border"] - truth.on_border) <= slack and abs(account["ambiguous"] - truth.ambiguous) <= slack,
        f"{account['on_border']} and {account['ambiguous']}; shapely {truth.on_border} and {truth.ambiguous}")
    tally(checks, pair, codes, table, account)
    if pair.recorded:
        agreement(checks, pair, areas, records, codes, truth, placed)


def tally(checks, pair, codes, table, account):
    """The table says the same as its records."""
    rows = pandas.read_csv(table, dtype=str, keep_default_na=False, na_values=[])
    # Rows of the whole territory hold what is in no area too.
    rows = rows[~((rows["code"] == "") & (rows["level"] == "territory"))]
    by_code = rows.assign(count=rows["count"].astype(int)).groupby("code")["count"].sum()
    by_code = {code: int(count) for code, count in by_code.items() if count}
    found, counts = numpy.unique(codes[codes != ""].astype(str), return_counts=True)
    checks.that(
        f"{pair.title}: the table counts the tagged records",
        by_code == dict(zip(found.tolist(), counts.tolist())) and sum(by_code.values()) == account["assigned"],
        f"assigned {account['assigned']}")


def agreement(checks, pair, areas, records, codes, truth, placed):
    """The share of records in the area that the registry recorded."""
    stated = ["/".join(map(reference.folded, cells)) for cells in zip(*(records[field] for field in pair.recorded))]
    labels = areas.names if pair.against == "name" else areas.codes
    folded = ["/".join(map(reference.folded, label.split("/"))) for label in labels]
    label_of = {"": None, **dict(zip(areas.codes, folded))}
    known = set(folded)
    counted = {
        "all": numpy.ones(len(records), dtype=bool), "placed": placed, "located": truth.area >= 0,
        "known": numpy.array([text in known for text in stated]),
    }[pair.among]
    ours = sum(keep and label_of[code] == text for keep, code, text in zip(counted, codes, stated))
    of = sum(counted)
    detail = f"{ours} of {of} = {100 * ours / of:.2f} %"
    if not pair.expected:
        print(f"  note  {pair.title}: in the recorded area {detail}")
        return
    # The published share counts a point in several areas when any of them agrees; ours has one area, the lowest.
    several = truth.on_border + truth.ambiguous
    checks.that(
        f"{pair.title}: in the recorded area", of == pair.expected[1] and pair.expected[0] - several <= ours <= pair.expected[0],
        f"{detail}; described as {pair.expected[0]} of {pair.expected[1]}")
