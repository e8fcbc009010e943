#!/usr/bin/env python3
"""Scripts/graph on small trees made up for it; `python3 Scripts/tests/test_graph.py`."""
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

GRAPH = Path(__file__).resolve().parent.parent / "graph"


def graph(files, *options):
    """What it says of a tree, and its status."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            path = Path(folder) / "Sources" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        run = subprocess.run([sys.executable, GRAPH, "--root", folder, *options], capture_output=True, text=True)
        return run.stdout + run.stderr, run.returncode


class GraphTests(unittest.TestCase):
    def assertCycles(self, files, count):
        text, status = graph(files, "--check")
        self.assertIn(f" {count} cycles", text)
        self.assertEqual(status, 1 if count else 0, text)
        return text

    def test_arrows_between_modules_are_imports(self):
        text, status = graph({
            "A/a.swift": "@testable internal import B\npublic import struct C.Thing\n// import D\n", "B/b.swift": "import C\n", "C/c.swift": "", "D/d.swift": "",
        })
        self.assertIn("A → B, C\n", text)
        self.assertIn("B → C\n", text)
        self.assertEqual(status, 0)

    def test_modules_that_import_each_other_are_a_cycle(self):
        self.assertIn("modules: A, B", self.assertCycles({"A/a.swift": "import B", "B/b.swift": "import C", "C/c.swift": "import A"}, 1))

    def test_folders_that_name_each_others_types_are_a_cycle_with_its_places(self):
        text = self.assertCycles({"M/A/a.swift": "struct Left {\n  var other: Right?\n}", "M/B/b.swift": "final class Right { let left = Left() }"}, 1)
        self.assertIn("A → B: Right (Sources/M/A/a.swift:2)", text)
        self.assertIn("B → A: Left (Sources/M/B/b.swift:1)", text)

    def test_a_cycle_may_be_long(self):
        self.assertCycles({"M/A/a.swift": "enum A { case b(B) }", "M/B/b.swift": "struct B { var c: [C] }", "M/C/c.swift": "protocol C { func a() -> A }"}, 1)

    def test_one_direction_is_none(self):
        self.assertCycles({"M/A/a.swift": "struct A { var b: B; var c: C }", "M/B/b.swift": "struct B { var c: C }", "M/C/c.swift": "struct C {}"}, 0)

    def test_comments_and_strings_name_nothing(self):
        for text in (
            "// A\n", "/* A /* A */ A */\n", 'let x = "A \\" A"\n', 'let x = """\n  A "A" A\n  """\n', 'let x = #"A " A \\(A)"#\n', "/// `A`\n",
        ):
            with self.subTest(text):
                self.assertCycles({"M/A/a.swift": "struct A { var b: B }", "M/B/b.swift": text + "struct B {}"}, 0)

    def test_an_interpolation_names_a_type(self):
        for text in ('"\\(A.self)"', '"x\\("y\\(A())")z"', '#"\\#(A())"#', '"""\n \\(A())\n"""'):
            with self.subTest(text):
                self.assertCycles({"M/A/a.swift": "struct A { var b: B }", "M/B/b.swift": f"struct B {{ var x: String {{ {text} }} }}"}, 1)

    def test_what_follows_a_comment_or_a_string_is_code(self):
        for text in ("/* x */ A()", '"/*"; A()', '"//"; A()', '"\\\\"; A()', '#"\\"#; A()'):
            with self.subTest(text):
                self.assertCycles({"M/A/a.swift": "struct A { var b: B }", "M/B/b.swift": f"struct B {{ func x() {{ {text} }} }}"}, 1)

    def test_a_nested_type_hides_one_of_the_module(self):
        self.assertCycles({"M/A/Row.swift": "struct Row { var table: Table }", "M/B/Table.swift": "struct Table { struct Row {}\n var rows: [Row] }"}, 0)
        self.assertCycles({
            "M/A/Row.swift": "struct Row { var table: Table }", "M/B/Table.swift": "struct Table { struct Row {} }",
            "M/B/Table+More.swift": "extension Table { func first() -> Row? { nil } }",
        }, 0)

    def test_a_nested_type_stands_where_it_is_declared(self):
        text = self.assertCycles({
            "M/A/Row.swift": "struct Row { var table: Table }", "M/B/Table.swift": "struct Table {}\nfunc x(_ y: Row.Cell) {}",
            "M/C/Cell.swift": "extension Row { struct Cell {} }",
        }, 1)
        self.assertIn("B → C: Row.Cell", text)

    def test_a_type_that_another_module_declares_too_is_ones_own(self):
        self.assertCycles({"M/A/a.swift": "import N\nstruct A { var b: N.B }", "M/B/b.swift": "struct B { var a: A }", "N/b.swift": "public struct B {}"}, 0)
        self.assertCycles({"M/A/a.swift": "import N\nstruct A { var b: B }", "M/B/b.swift": "struct B { var a: A }", "N/b.swift": "public struct B {}"}, 1)
        self.assertCycles({"M/A/a.swift": "import N\nstruct A { var b: B }", "M/B/c.swift": "struct C { var a: A }", "N/b.swift": "public struct B {}"}, 0)

    def test_a_generic_parameter_is_no_type_of_the_module(self):
        for text in ("struct Box<A> { var a: A }", "func x<A: Equatable>(_ a: A) -> A { let b: A = a\n return b }", "struct X { init<A>(_ a: A) { _ = A.self } }"):
            with self.subTest(text):
                self.assertCycles({"M/A/a.swift": "struct A { var b: B }", "M/B/b.swift": text + "\nstruct B {}"}, 0)

    def test_a_private_type_is_for_its_file(self):
        self.assertCycles({
            "M/A/a.swift": "private final class Work {}\nstruct A { let b: B, work: Work }", "M/B/b.swift": "private struct Work {}\nstruct B { let work: Work }",
        }, 0)

    def test_a_type_within_a_function_is_nobody_elses(self):
        self.assertCycles({"M/A/a.swift": "struct A { func x(_ b: B) { struct Local {}\n _ = Local() } }", "M/B/b.swift": "struct B { func y() { struct Local {}\n _ = Local() } }"}, 0)

    def test_members_and_labels_are_no_types(self):
        self.assertCycles({"M/A/a.swift": "struct A { var b: B }", "M/B/b.swift": "struct B { func x(_ y: Other) { _ = y.A } }\nfunc z() { _ = `self`.A }"}, 0)

    def test_an_alias_leads_to_what_it_names(self):
        self.assertCycles({
            "M/A/a.swift": "struct A { struct Inner {}\n var b: B }", "M/B/b.swift": "struct B { var x: Name.Inner }", "M/C/c.swift": "typealias Name = A",
        }, 1)

    def test_files_beside_the_folders_stand_for_themselves(self):
        list_of_all = {
            "M/Format.swift": "protocol Format {}", "M/CSV/csv.swift": "struct CSV: Format {}", "M/Formats.swift": "let all: [any Format.Type] = [CSV.self]",
        }
        self.assertCycles(list_of_all, 0)
        self.assertCycles(list_of_all | {"M/Format.swift": "protocol Format { static var csv: CSV { get } }"}, 1)
        self.assertCycles({"M/a.swift": "struct A { var b: B }", "M/b.swift": "struct B { var a: [A] }", "M/C/c.swift": "struct C {}"}, 0)

    def test_the_tree_that_it_stands_in_is_read_whole(self):
        run = subprocess.run([sys.executable, GRAPH], capture_output=True, text=True)
        self.assertIn("PlazaGeometry → PlazaParallel", run.stdout)
        self.assertNotIn("PlazaGeometry:", run.stdout)


if __name__ == "__main__":
    unittest.main()
