#!/usr/bin/env python3
"""FILE: reads the first sheet with openpyxl's read-only mode, or (`make CSV ROWS FILE`) writes rows of a CSV as a workbook."""
import csv
import itertools
import sys

from phases import Phases

phases = Phases("openpyxl")

import openpyxl

phases.end("import", counts=False)

if sys.argv[1] == "make":
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("datos")
    with open(sys.argv[2], encoding="utf-8", newline="") as file:
        for number, row in enumerate(itertools.islice(csv.reader(file), int(sys.argv[3]) + 1)):
            sheet.append(row if number == 0 else [float(cell) if cell[:1] in "-0123456789" and cell.count(".") == 1 else cell for cell in row])
    book.save(sys.argv[4])
else:
    book = openpyxl.load_workbook(sys.argv[1], read_only=True)
    rows = sum(1 for _ in book.worksheets[0].iter_rows(values_only=True))
    phases.end("read")
    phases.print(rows=rows)
