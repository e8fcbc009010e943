"""What a right reader must find, counted from what was written."""

from maker.basics import box_of, side

from .plan import ACTIONS

ORDER = ["alta", "media", "baja"]


def make(seed, districts, boards, shelters, spaces, floods):
    axes, objectives = {a.split(".")[0] for a in ACTIONS}, {a.rsplit(".", 1)[0] for a in ACTIONS}
    assert (len(axes), len(objectives), len(ACTIONS)) == (3, 7, 10) and "I.2.b" not in ACTIONS
    result = {
        "seed": seed,
        "axes": len(axes), "objectives": len(objectives), "actions": len(ACTIONS),
        "population": sum(d.population for d in districts),
        "women": sum(sum(d.women) for d in districts), "men": sum(sum(d.men) for d in districts),
        "districts": len(districts), "boards": len(boards),
    }  # fmt: skip
    assert result["women"] + result["men"] == result["population"] == sum(b.population for b in boards)
    for name, rows in (("refugios.geojson", shelters), ("espacios.geojson", spaces)):
        by_class, by_district = {}, {}
        for _, place, board in rows:
            here = _highest(place, floods)
            by_class[here] = by_class.get(here, 0) + 1
            by_district[board.parent] = by_district.get(board.parent, 0) + 1
        result[name] = {"read": len(rows), "by_flood_class": {k: by_class[k] for k in sorted(by_class)}, "by_area": {k: by_district[k] for k in sorted(by_district)}}
    return result


def _highest(place, floods):
    """The highest class of flood that covers a place, or none."""
    covering = {level for _, level, _, _, rings in floods if side(rings[0], box_of(rings[0]), *place) >= 0}
    return next((level for level in ORDER if level in covering), "ninguna")
