"""The plan of 2016–17: its axes, objectives, actions and dated meetings are the document's; wording, dates due and states are not."""

from maker.records import line

# Three axes, seven objectives, ten lettered actions; there is no I.2.b. How many objectives an axis has, and how many actions an
# objective, is schematic.
ACTIONS = ["I.1.a", "I.1.b", "I.2.a", "I.2.c", "I.3.a", "II.1.a", "II.2.a", "II.2.b", "III.1.a", "III.2.a"]
STATES = ["cumplido", "cumplido", "en curso", "en curso", "pendiente"]


def commitments_text():
    lines = ["accion,eje,objetivo,nombre,vence,estado"]
    for number, code in enumerate(ACTIONS):
        axis, objective, _ = code.split(".")
        due = f"2017-{3 + number:02d}" if number < 10 else ""
        lines.append(line([code, axis, f"{axis}.{objective}", f"Acción {code} del plan (texto esquemático)", due, STATES[number % len(STATES)]]))
    return "\n".join(lines) + "\n"


def meetings_text():
    """Dates are as exact as the document gives them: days, or a month."""
    lines = ["id,actividad,desde,hasta,precision,nota"]
    rows = [("Reunión", "2017-02-20", "2017-02-24", "día"), ("Reunión", "2017-06", "2017-06", "mes"), ("Reunión", "2017-08", "2017-08", "mes")]
    rows += [("Llamada mensual", f"2017-{month:02d}", f"2017-{month:02d}", "mes") for month in range(4, 13)]
    for number, (what, first, last, precision) in enumerate(rows, 1):
        note = "el documento dice desde abril; el último mes es inventado" if what != "Reunión" else ""
        lines.append(line([f"F{number:02d}", what, first, last, precision, note]))
    return "\n".join(lines) + "\n"
