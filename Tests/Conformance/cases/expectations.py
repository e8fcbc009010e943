"""What each case has to give: the sentences of its `expect.txt` as assertions. A case is right in more than one way where it says so."""

CASES = {}


def case(name):
    def keep(function):
        CASES[name] = function
        return function

    return keep


def near(value, target, part=0.01):
    return value is not None and abs(float(value) - target) <= abs(target) * part


def refused(command, pattern):
    """Ended with 65 and a sentence that says what it is about."""
    return command.exit == 65 and command.says(pattern)


def asks_for_kinds(command):
    """A tagged file of records of which nobody knows the kind is refused, since it could expose a victim; --kinds none states that there is none."""
    return command.exit == 64 and command.says("--kinds")


def counts(command, header="code,"):
    """`count` by code in the shown table, the rows of the areas only."""
    return {row["code"]: int(row["count"]) for row in command.table(header) if row["code"]}


def by(command, field="codigo"):
    return {row[field]: row for row in command.features}


# Areas


@case("01-antimeridian")
def _(t):
    t.must(lambda: t[0].exit == 65 or t[0].says("358|180|antimeridi"), "a ring across 180 degrees is refused, split or told")
    t.must(lambda: t[0].exit == 65 or t[0].says("358") or near(t[0].features[0]["area_km2"], 23600, 0.05), "no surface of the rest of the earth")


@case("02-longitude-over-180")
def _(t):
    t.must(lambda: counts(t[0]).get("F2") == 2 or list(counts(t[0]).values()) == [2] or t[0].says("180"), "-179.5 is inside, or it is told")


@case("03-winding-and-holes")
def _(t):
    areas = by(t[0])
    t.must(lambda: [areas[c]["count"] for c in ("01", "02", "03")] == [1, 1, 1], "one record each")
    t.must(lambda: near(areas["01"]["area_km2"], 0.870) and near(areas["02"]["area_km2"], 0.166) and near(areas["03"]["area_km2"], 0.870), "surfaces without holes")
    t.must(lambda: t[0].account("outside every area") == 1, "the record in the lagoon is outside")


@case("04-overlapping-parts")
def _(t):
    t.must(lambda: t[0].features[0]["count"] == 3 and near(t[0].features[0]["area_km2"], 1.554), "each record once, the surface of the union")


@case("05-web-mercator-areas")
def _(t):
    t.must(lambda: near(t[0].features[0]["area_km2"], 1.039, 0.003), "surface on the ground, not on paper")


@case("06-bom-crlf-geojson")
def _(t):
    t.must(lambda: t[0].exit == 0 and set(counts(t[0]).values()) == {1} and len(counts(t[0])) == 2, "1 record in each area")


@case("07-nan-coordinates")
def _(t):
    t.must(lambda: (t[0].exit == 0 and sum(counts(t[0]).values()) == 2) or (t[0].exit == 65 and t[0].says("NaN")), "2 joined and 1 told, or refused with a word on NaN")


@case("08-nan-in-properties")
def _(t):
    t.must(lambda: refused(t[0], "poblacion|NaN") or by(t[0])["01"]["rate"] is None, "the rate is null, or refused with the field")
    t.must("NaN" not in t[0].shown, "no NaN in the layer")


@case("09-null-geometry-in-the-middle")
def _(t):
    t.must(lambda: t[0].exit == 0 and t[0].account("read") == 4 and t[0].account("without a usable place") == 2, "4 read, 2 without a place")
    empty = [row for row in t[0].features if row["area_km2"] is None]
    t.must(lambda: len(empty) == 1 and empty[0]["rate"] is None and empty[0]["rate_eb"] is None, "an area that was not drawn has no rate")
    t.must(lambda: t[0].says("geometry"), "an area without geometry is told")


@case("11-three-and-four-dimensions")
def _(t):
    t.must(lambda: t[0].exit == 0 and list(counts(t[0]).values()) == [1, 1], "heights are left aside")
    t.must(lambda: t[1].exit == 0 or refused(t[1], "feature|record|line"), "a null for a height is forgiven or refused with its feature")


@case("12-geometry-collection")
def _(t):
    t.must(lambda: refused(t[0], "feature") or (by(t[0])["01"]["count"] == 1 and near(by(t[0])["01"]["area_km2"], 1.036)), "the polygons of a collection are the area, or refused")


@case("13-unclosed-ring")
def _(t):
    t.must(lambda: refused(t[0], "feature") or (by(t[0])["01"]["count"] == 2 and t[0].says("clos")), "an open ring is closed and told, or refused")
    flat = t[2]
    t.must(lambda: flat.exit == 65 or flat.says("ring|surface|geometry"), "rings without surface are told or refused")


@case("14-duplicate-keys")
def _(t):
    t.must(lambda: t[0].exit == 65 or t[0].says("poblacion"), "a property that stands twice is told with its name")
    t.must(lambda: t[0].shown.count('"poblacion":') <= len(t[0].features), "no field is written twice")


@case("15-huge-ids")
def _(t):
    t.must(lambda: asks_for_kinds(t[0]) or sorted(counts(t[0]).values()) == [1, 2], "two codes beyond 2^53 are two areas")


@case("16-not-geojson")
def _(t):
    for index, word in enumerate(("Esri", "Overpass|OpenStreetMap", "TopoJSON")):
        t.must(lambda: refused(t[index], word), f"as areas: {word} is named")
    t.must(lambda: t[3].exit == 65 and t[4].exit == 65, "a collection without features is no areas")
    t.must(lambda: t[5].exit == 65 and t[6].exit in (0, 65) and t[7].exit == 0, "as records: none is 0 records")
    t.must(lambda: not any(c.says(r"repeats are\s*[;.]|nulls nor repeats are *$") for c in t.commands), "no list of nothing")


@case("17-members-in-odd-order")
def _(t):
    t.must(lambda: t[0].exit == 0 and by(t[0])["01"]["count"] == 1 and any(row["tags"] for row in t[0].features), "count 1, nested properties kept")


@case("18-mixed-units-in-one-column")
def _(t):
    t.must(lambda: refused(t[0], "--assume-crs"), "x and y say no CRS")
    t.must(lambda: t[1].exit == 0 and sum(counts(t[1]).values()) == 28, "28 joined with --assume-crs")
    t.must(lambda: "out_of_range" in t[1].shown, "one rejected with its line")
    t.must(lambda: t[2].exit == 65 and t[2].says(r"line|row|\d"), "too many beyond 180 degrees")
    t.must(lambda: t[3].exit == 65, "no map of zeros")


# Records as written


@case("19-blank-is-not-zero")
def _(t):
    if asks_for_kinds(t[0]):
        return
    t.must(lambda: counts(t[0]).get("00", 0) == 0 and sum(counts(t[0]).values()) == 1, "a blank position is no position")
    t.must(lambda: t[0].account("without a usable place") == 4 and t[0].account("outside every area") == 1, "4 without a place, 1 outside")


@case("20-missing-in-words")
def _(t):
    t.must(lambda: t[0].exit == 0 and sum(int(r["count"]) for r in t[0].table("code,category") if r["code"]) == 1, "1 joined")
    t.must(lambda: t[0].account("outside every area") == 1 and t[0].account("without a usable place") == 10, "1 outside, 10 without a place")


@case("21-thousands-in-population")
def _(t):
    t.must(lambda: t[0].exit == 65 or by(t[0])["01"]["poblacion"] in (1506, "1506", "1.506"), "1.506 is 1 506 people")
    for command in t.commands[:3]:
        t.must(lambda: command.exit == 65 or near(by(command)["01"]["rate"], 132.8, 0.01), f"a rate of 2 in 1 506: {command.words}")
        t.must(lambda: command.exit == 65 or command.says("thousand"), f"the mark is told: {command.words}")
    t.must(lambda: t[3].exit == 65 or not near(by(t[3])["01"]["rate"], 132802, 0.01), "never 1.506 people")


@case("22-sep-line")
def _(t):
    t.must(lambda: list(counts(t[0]).values()) == [2, 1] or refused(t[0], "sep="), "2 and 1")


@case("23-cr-only-lines")
def _(t):
    t.must(lambda: list(counts(t[0]).values()) == [2, 1] or t[0].exit == 65, "2 and 1")


@case("24-utf-16")
def _(t):
    for command in t.commands[:2]:
        t.must(lambda: command.exit == 0 or refused(command, "UTF-16"), f"UTF-16 is read or named: {command.words}")
    t.must(lambda: t[2].exit == 0, "a NUL in one cell does not end the run")
    t.must(lambda: t[3].exit == 0 or refused(t[3], "UTF-16"), "areas in UTF-16 are read or named")


@case("25-mixed-encodings")
def _(t):
    t.must(lambda: t[0].exit == 0 and "Peñón" in t[0].shown and "PeÃ" not in t[0].shown, "the file stays UTF-8")
    t.must(lambda: t[1].exit == 0, "a late line likewise")


@case("26-position-in-one-column")
def _(t):
    for command in t.commands[:3]:
        t.must(lambda: command.exit == 0 or command.exit in (64, 65), f"read, or said which columns there are: {command.words}")
    t.must(lambda: t[3].exit == 0 and sum(counts(t[3]).values()) == 1, "both.csv: 1 joined")


@case("27-decimal-comma-and-signs")
def _(t):
    for command in t.commands:
        t.must(lambda: command.exit in (0, 65), f"read or refused: {command.words}")
        t.must(lambda: command.exit == 65 or (command.account("outside every area") or 0) == 0, f"no record in a wrong place: {command.words}")


@case("28-row-broken-by-its-date")
def _(t):
    t.must(lambda: t[0].exit == 0 and sum(int(r["count"]) for r in t[0].table("code,category") if r["code"]) == 2, "2 joined")
    t.must(lambda: t[0].shown.count("bad_row") == 1 and t[0].shown.count("bad_date") == 2, "1 bad row, 2 bad dates")


@case("29-ambiguous-dates")
def _(t):
    t.must(lambda: refused(t[0], "--date-order"), "no date says which is the month")
    t.must(lambda: t[1].exit == 0, "with --date-order it runs")
    t.must(lambda: t[2].exit in (0, 65), "no guess before the file says it")


@case("30-iso-weeks")
def _(t):
    rows = {}
    for row in t[0].table("code,period"):
        if row["code"]:
            rows[row["period"]] = (int(row["count"]), row["from"], row["to"])
    t.must(lambda: rows["2019-W01"] == (2, "2018-12-31", "2019-01-06") and rows["2020-W53"] == (3, "2020-12-28", "2021-01-03"), "weeks of two years")
    t.must(lambda: [rows[w][0] for w in ("2021-W01", "2021-W52", "2022-W52")] == [1, 1, 1], "the other weeks")


@case("31-twenty-four-hours")
def _(t):
    t.must(lambda: t[0].exit == 0 and t[0].shown.count("bad_date") >= 2, "25:10 and 12:61 are no times")


@case("32-excel-serials")
def _(t):
    t.must(lambda: "4383" not in t[0].shown, "never the year 4383")
    t.must(lambda: t[0].exit == 65 or t[0].says("serial|Excel") or "bad_date" in t[0].shown, "serial numbers are told")


@case("33-offsets-of-time")
def _(t):
    t.must(lambda: t[0].says("offset|time zone|UTC"), "a column that mixes offsets is told")


@case("34-leap-february")
def _(t):
    for command in (t[0], t[2]):
        rows = command.table("code,")
        t.must(lambda: len(rows) > 0 and all(float(r["change"]) == 0 for r in rows if r.get("change")), f"nothing changes: {command.words}")
    t.must(lambda: t[1].exit in (64, 65) or t[1].says("record|complete"), "a window without records is refused or told")
    t.must(lambda: not t[1].says("falls|beyond chance"), "and is no fall")


@case("35-half-a-year-as-a-year")
def _(t):
    t.must(lambda: near(t[0].features[0]["rate"], 365) and t[0].says("2019-06-30|30 June|year"), "by the span of the file, which is printed")
    t.must(lambda: near(t[1].features[0]["rate"], 181) and t[1].says("2019-06-30|30 June|last record|no record after"), "the last record is told")
    t.must(lambda: near(t[4].features[0]["rate"], 1098, 0.02) and t[4].says("day|month"), "the span of one day is told")


@case("36-nobody-lives-there")
def _(t):
    areas = by(t[0])
    t.must(lambda: areas["01"]["rate"] is None and areas["03"]["rate"] is None and near(areas["02"]["rate"], 50), "null where nobody lives")
    t.must(lambda: all(row["rate"] is None and row["rate_eb"] is None for row in t[1].features), "nobody anywhere: all null")
    t.must(lambda: t[2].exit == 65 or t[2].says("-5"), "negative people are refused")
    t.must(lambda: not any(c.says("none of 0") for c in t.commands), "no sentence about 0 areas")


@case("37-equal-values")
def _(t):
    t.must(lambda: all(row["class"] == "equal values" and row["z"] is None for row in t[0].features + t[1].features), "equal values have no test")
    t.must(lambda: not any(c.says("none of 0") for c in t.commands), "no sentence about 0 areas")
    t.must("NaN" not in t.output, "no NaN")


@case("38-island-of-moran")
def _(t):
    islands = [row for row in t[0].features if row["class"] == "no neighbours"]
    t.must(lambda: len(islands) == 1 and islands[0]["quadrant"] is None, "an island has no quadrant")
    t.must(lambda: all(c.exit in (0, 65) for c in t.commands), "islands only: no crash")


@case("39-barely-touching")
def _(t):
    t.must(lambda: t[0].says("--gap"), "islands by a slip of the pen: --gap is named")
    t.must(lambda: all(row["class"] != "no neighbours" for row in t[1].features), "with --gap nobody is an island")
    t.must(lambda: all(row["class"] != "no neighbours" for row in t[2].features) and all(row["class"] == "no neighbours" for row in t[3].features), "two points: queen, not rook")


# Hot spots


@case("40-dbscan-border-point")
def _(t):
    t.must(lambda: sorted(row["count"] for row in t[0].features)[-2:] == [4, 5], "clusters of 5 and 4")
    t.must("same" in t.output.splitlines(), "the order of rows changes nothing")


@case("41-all-at-one-place")
def _(t):
    t.must(lambda: t[0].exit in (1, 65) and t[0].says("--bandwidth"), "no spread, no bandwidth")
    t.must("NaN" not in t.output and "Infinity" not in t.output, "no NaN")
    t.must(lambda: near(t[4].shown.strip(), 8, 0.001), "with --bandwidth 200 the mass is 8")


@case("42-adaptive-density")
def _(t):
    for command in t.commands:
        t.must(lambda: near(command.shown.split("mass ")[1].split()[0], 151, 0.02), f"the mass stays 151: {command.words}")


@case("43-everything-at-the-precinct")
def _(t):
    t.must(lambda: t[0].exit == 65 and t[0].says("70") and t[0].says("55") and t[0].says("--piles"), "no map without a decision")
    t.must(lambda: t[1].exit == 0 and t[1].says("125"), "--piles drop says that 125 were left out")
    t.must(lambda: sum(counts(t[2]).values()) == 165, "join counts all")


@case("44-same-place-other-facts")
def _(t):
    rows = {r["category"]: int(r["count"]) for r in t[0].table("code,category") if r["code"]}
    t.must(lambda: rows == {"robo": 666, "hurto": 336}, "none is lost")


@case("45-points-on-lines")
def _(t):
    first = {r["code"]: int(r["count"]) for r in t[0].table("code,count") if r["code"]}
    t.must(lambda: first == {"01": 5, "03": 1, "04": 2}, "every record once")
    second = {r["code"]: int(r["count"]) for r in t[1].table("code,count") if r["code"]}
    t.must(lambda: second == {"01": 5, "02": 2, "03": 3, "04": 4}, "--assign all")


@case("72-one-record-is-no-hot-spot")
def _(t):
    t.must(lambda: "0 cells at 99 %" in t.output, "one record is no hot spot")
    t.must(lambda: not any(c.says("beyond what chance") for c in t.commands), "nothing is beyond chance")
    t.must(lambda: t[0].says("too few"), "too few is said")


@case("71-boundary-of-two-areas")
def _(t):
    t.must(lambda: not any(c.says("repaired") for c in t.commands), "nothing had to be repaired")


# Hazards, people, rasters


def people(trial, west, east, slack=0.001):
    """Each command is refused (65) or has these people in areas 01 and 02."""
    for command in trial.commands:
        rows = {row["codigo"]: row["flood_any_population"] for row in command.features}
        yield command, command.exit == 65, rows.get("01") is not None and near(rows["01"], west, slack) and near(rows.get("02"), east, slack)


@case("46-overlapping-floods")
def _(t):
    area = by(t[0])
    t.must(lambda: near(area["01"]["flood_any_share"], 0.9) and near(area["01"]["flood_any_population"], 900), "any: 0.9, 900")
    t.must(lambda: near(area["01"]["flood_alta_population"], 200) and near(area["01"]["flood_baja_population"], 700), "alta 200, baja 700")
    t.must(lambda: t[0].says("class"), "the feature without a class is told")


@case("47-blocks-twice")
def _(t):
    t.must(lambda: not t[0].says("overlap"), "sound blocks are not blamed")
    for command in t.commands[1:]:
        t.must(lambda: command.exit == 65 or command.says("overlap|twice|second time|lie on each other"), f"units that overlap are told: {command.words}")


@case("48-area-beyond-the-raster")
def _(t):
    area = by(t[0])
    t.must(lambda: near(area["01"]["flood_any_population"], 60, 0.001), "01 lies on the raster: 60")
    t.must(lambda: area["03"]["flood_any_population"] is None, "03 has no cell: unknown, not 0")
    t.must(lambda: t[0].says(r"raster|pop\.tif does not reach"), "areas beyond the raster are told")


@case("49-nodata-nan")
def _(t):
    right = {"nan": (59, 60), "negtag": (59, 60), "min": (59, 76), "short": (59, 76), "wc": (59, 76)}
    for command in t.commands:
        name = command.words.split("--raster ")[1].split(".tif")[0]
        rows = {row["codigo"]: row["flood_any_population"] for row in command.features}
        if name in right:
            t.must(lambda: near(rows["01"], right[name][0], 0.001) and near(rows["02"], right[name][1], 0.001), f"{name}: {right[name]}")
        else:
            t.must(lambda: command.exit == 65 or command.says("infinit|not a number|no data|no value"), f"{name}: never infinite people")


@case("50-nodata-without-a-tag")
def _(t):
    t.must(lambda: t[0].exit == 65 or t[0].says("negative"), "negative people are refused or left out and told")
    t.must(lambda: all((row["flood_any_population"] or 0) >= 0 for row in t[0].features), "no negative people")


@case("51-south-up-and-rotated")
def _(t):
    for command, is_refused, right in people(t, 60, 76):
        turned = "rotated" in command.words or "skew" in command.words
        t.must(right or (turned and is_refused), f"60 and 76, or a turned raster refused: {command.words}")


@case("52-pixel-is-point")
def _(t):
    for command, _, right in people(t, 60, 76):
        t.must(right, f"60 and 76: {command.words}")


@case("53-scale-and-offset")
def _(t):
    for command, is_refused, right in people(t, 60, 76):
        t.must(right or is_refused, f"60 and 76: {command.words}")


@case("54-small-integers")
def _(t):
    right = {"int8": (59, 187), "uint8": (60, 260), "f16": (60, 76), "f64": (60, 76), "i64": (60, 76), "u32": (12e9, 15.2e9)}
    for command in t.commands:
        name = command.words.split("--raster ")[1].split(".tif")[0]
        rows = {row["codigo"]: row["flood_any_population"] for row in command.features}
        t.must(lambda: (name == "f16" and command.exit == 65) or (near(rows["01"], right[name][0], 0.001) and near(rows["02"], right[name][1], 0.001)), f"{name}: {right[name]}")


@case("55-compressed-tiled-big")
def _(t):
    for command, is_refused, right in people(t, 60, 76):
        t.must(is_refused if "cut.tif" in command.words else right, f"60 and 76, cut.tif refused: {command.words}")


@case("56-several-bands")
def _(t):
    for command, is_refused, right in people(t, 60, 76):
        t.must(is_refused or (right and command.says("band")), f"refused, or the first band with a word: {command.words}")


@case("57-smaller-than-a-cell")
def _(t):
    area = by(t[0])
    t.must(lambda: near(area["01"]["flood_any_population"], 40) and near(area["02"]["flood_any_population"], 35) and near(area["03"]["flood_any_population"], 0.1, 0.05), "40, 35, 0.1")


@case("65-people-beyond-the-areas")
def _(t):
    for command in t.commands[:2]:
        t.must(lambda: command.says("100 %") and not command.says("44.1"), f"60 of 60 are 100 %: {command.words}")


# Streets


@case("58-space-across-the-water")
def _(t):
    t.must(lambda: t[0].features[0]["covered_1000_share_walk"] in (0, None) and t[0].says("street"), "nobody walks there, and that is told")


@case("59-street-that-leads-nowhere")
def _(t):
    first, second = by(t[0]), by(t[1])
    west, east = sorted(first)[0], sorted(first)[-1]
    if first[west]["covered_5000_share_walk"] < 0.5:
        west, east = east, west
    t.must(lambda: first[west]["covered_5000_share_walk"] > 0.9 and first[east]["covered_5000_share_walk"] < 0.05, "west is reached, east is not")
    t.must(lambda: first[east]["nearest_space_m_walk"] in (None, "(none)"), "no distance where there is no way")
    t.must(lambda: all(row["covered_5000_share_walk"] > 0.9 for row in second.values()), "with --snap both are reached")


@case("60-one-way-and-direction")
def _(t):
    shares = [c.features[0]["covered_600_share_walk"] for c in t.commands]
    t.must(lambda: abs(shares[0] - shares[1]) < 1e-9 and near(shares[0], 0.6, 0.1), "people walk both ways")


@case("61-crossing-without-a-corner")
def _(t):
    t.must(lambda: near(t[0].features[0]["covered_800_share_walk"], 0.5, 0.1), "noded: about 0.5")
    t.must(lambda: near(t[1].features[0]["covered_800_share_walk"], t[0].features[0]["covered_800_share_walk"], 0.01), "lines that cross are joined")


# Time, rows


@case("62-one-date-of-1900")
def _(t):
    for command in t.commands[:3]:
        t.must(lambda: command.exit == 65 or near(command.features[0]["rate"], 366, 0.01) or command.says("stretch"), f"the rate stays near 366: {command.words}")
    for command in t.commands[1:3]:
        t.must(lambda: command.says("1900|2204"), f"the odd date is named: {command.words}")
    t.must(lambda: "2204-" not in t[3].shown or t[3].exit != 0, "compare does not end in 2204")


@case("68-empty-rows-of-a-spreadsheet")
def _(t):
    t.must(lambda: t[0].account("read") == 2 or t[0].says("8 .*(empty|blank)"), "8 empty rows are no records")
    t.must(lambda: all(row["located_share"] == "1" for row in t[0].table("code,category") if row["code"]), "located_share 1")
    t.must(lambda: not any(set(line) == {","} for line in t[0].shown.splitlines()), "no empty rows in --tagged")
