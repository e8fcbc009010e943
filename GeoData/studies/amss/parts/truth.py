"""What a right reader and a right join must find: computed from the bytes of the written files with the csv module and
exact integer geometry, not from what the maker meant to write."""

import csv
import io
import unicodedata

from maker.accounts import account, assert_off_edges, by_bytes, degrees_of, month
from maker.tiling import locate


def make(seed, made, comma, semicolon, municipalities, districts, spaces):
    result = {
        "seed": seed,
        "what": "by_ counts are of joined records; on a border the lowest code wins; kinds are trimmed NFC text; dates are "
        "judged only in the accounts with `when`; no --from or --to; where only one kind is asked for, the others are filtered "
        "before anything else is judged, but for rows without all their columns, whose kind is ?",
        "mistakes": made,
    }
    for name, text, delimiter, decimal, day_first in (
        ("delitos.csv", comma, ",", ".", False),
        ("delitos-2016-semicolon.csv", semicolon.decode("cp1252"), ";", ",", True),
    ):
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))

        def place(row, decimal=decimal):
            return degrees_of(row[6], row[7], decimal)

        def joined(areas, with_dates, only=None):
            return account(
                rows, areas, place, lambda row: unicodedata.normalize("NFC", row[3].strip()),
                (lambda row: month(row[1], day_first)) if with_dates else None, only,
                ("joined_stating_another_municipality", lambda row, area: row[5] != (area.parent or area.code)),
            )  # fmt: skip

        assert_off_edges(rows, municipalities + districts, place)
        result[name] = {
            "municipios_by_delito_when_fecha_month": joined(municipalities, True),
            "municipios_by_delito": joined(municipalities, False),
            "municipios_homicidio_only_when_fecha_month": joined(municipalities, True, "homicidio"),
            "distritos_by_delito": joined(districts, False),
        }
    whole = result["delitos.csv"]["municipios_by_delito_when_fecha_month"]
    for reason in ("bad_row", "bad_number", "out_of_range", "bad_date", "null_island"):
        assert whole["reasons"][reason] == made[reason]
    assert whole["reasons"]["no_coordinates"] == made["without_point_with_name_and_code"] + made["without_point_with_name_only"]
    assert whole["outside"] == made["longitude_without_minus"] + made["outside_the_metropolis"]
    assert whole["on_border"] == made["on_municipal_border"] and whole["joined_with_blank_date"] == made["blank_date"]
    assert result["delitos.csv"]["distritos_by_delito"]["on_border"] == made["on_municipal_border"] + made["on_district_border_only"]
    assert whole["joined_stating_another_municipality"] == made["states_another_municipality"]
    assert whole["by_category"][""] == made["blank_kind"] and len(whole["by_category"]) == 9
    located = [s for s in spaces if s.point]
    counts = {}
    for space in located:
        area, border = locate(municipalities, *space.point)
        assert area.code == space.municipality and not border
        counts[area.code] = counts.get(area.code, 0) + 1
    result["espacios.geojson"] = {
        "read": len(spaces), "joined": len(located), "unlocated": len(spaces) - len(located),
        "reasons": {"no_coordinates": len(spaces) - len(located)}, "by_area": by_bytes(counts),
    }  # fmt: skip
    return result
