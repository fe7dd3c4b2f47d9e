import json
import subprocess

from checks import tidy
from checks.tests.small_tree import SmallTree

RULES = """
Checks: '-*,readability-else-after-return,readability-function-size'
WarningsAsErrors: '*'
HeaderFilterRegex: '/server/'
CheckOptions:
  readability-function-size.NestingThreshold: 1
"""
WRONG = "int {}(int a) {{\n    if (a > 0) return 1;\n    else return 2;\n}}\n"
GOOD = "int {}(int a) {{\n    return a;\n}}\n"


class Tidy(SmallTree):
    def built(self, files):
        tree = self.tree({".clang-tidy": RULES, ".gitignore": "build\n", **files})
        folder = tree.root / "build/dev"
        folder.mkdir(parents=True)
        entries = [
            {"directory": str(folder), "command": f"g++ -Werror -o a.o -c {tree.root / path}", "file": str(tree.root / path)}
            for path in files if path.endswith(".cpp")
        ]
        (folder / "compile_commands.json").write_text(json.dumps(entries))
        return tree

    def test_what_is_wrong_in_one_of_several_is_found(self):
        tree = self.built({"server/a.cpp": GOOD.format("a"), "server/b.cpp": WRONG.format("b"), "server/c.cpp": GOOD.format("c")})
        findings = tidy.check(tree)
        self.assert_finds(findings, "server/b.cpp:3", "else-after-return")
        self.assertEqual(len(findings), 1)

    def test_what_is_wrong_in_a_header_is_found(self):
        tree = self.built({"server/a.hpp": "#pragma once\ninline " + WRONG.format("a"), "server/a.cpp": '#include "a.hpp"\n', "server/b.cpp": ""})
        self.assert_finds(tidy.check(tree), "server/a.hpp:4")

    def test_what_was_found_wrong_is_found_again_and_what_was_good_is_not_looked_at_again(self):
        files = {"server/a.cpp": GOOD.format("a"), "server/b.cpp": WRONG.format("b")}
        tree = self.built(files)
        self.assertEqual(tidy.check(tree), tidy.check(tree))
        self.assertIn("tidy: 2 files", tree.remarks[0])
        self.assertIn("tidy: 1 files", tree.remarks[1])

    def test_a_changed_header_is_looked_at_again(self):
        tree = self.built({"server/a.hpp": "#pragma once\n", "server/a.cpp": '#include "a.hpp"\n'})
        self.assertEqual(tidy.check(tree), [])
        (tree.root / "server/a.hpp").write_text("#pragma once\ninline " + WRONG.format("a"))
        self.assert_finds(tidy.check(type(tree)(tree.root)), "server/a.hpp:4")

    def test_files_that_do_not_compile_together_are_looked_at_alone(self):
        same = "static " + GOOD.format("same")
        tree = self.built({"server/a.cpp": same, "server/b.cpp": same + WRONG.format("b"), "server/c.cpp": same})
        findings = tidy.check(tree)
        self.assert_finds(findings, "server/b.cpp:6")
        self.assertEqual(len(findings), 1)

    def test_a_file_that_does_not_compile_is_found(self):
        tree = self.built({"server/a.cpp": GOOD.format("a"), "server/b.cpp": '#include "none.hpp"\n'})
        self.assert_finds(tidy.check(tree), "server/b.cpp:1", "none.hpp")

    def test_a_macro_that_nests_is_one_thing_to_read_but_what_nests_itself_is_found(self):
        macro = "#define CALM(x) do { if (x) { if (x > 1) { } } } while (false)\n"
        tree = self.built({
            "server/a.cpp": macro + "void a(int x) {\n    CALM(x);\n}\n",
            "server/b.cpp": macro + "void b(int x) {\n    CALM(x);\n    if (x) { if (x > 1) { } }\n}\n",
        })
        findings = tidy.check(tree)
        self.assert_finds(findings, "server/b.cpp:2", "function-size")
        self.assertEqual(len(findings), 1)


class Judged(SmallTree):
    def judged(self, source, rule):
        tree = self.tree({"server/base/a.cpp": source})
        message = f"{tree.root}/server/base/a.cpp:2:5: error: function 'f' exceeds [{rule},-warnings-as-errors]\n"
        return tidy.judge(tree, tree.root / "server/base/a.cpp", subprocess.CompletedProcess([], 1, message, ""))

    def test_a_long_function_is_found(self):
        breaches, excuses = self.judged("\nvoid f() {}\n", "readability-function-size")
        self.assert_finds(breaches, "server/base/a.cpp:2")
        self.assertEqual(excuses, set())

    def test_a_reason_beside_it_excuses_a_budget(self):
        breaches, excuses = self.judged("// budget: one switch over the whole standard\nvoid f() {}\n", "readability-function-size")
        self.assertEqual((breaches, len(excuses)), (set(), 1))

    def test_a_reason_excuses_nothing_but_budgets(self):
        breaches, _ = self.judged("// budget: it is faster so\nvoid f() {}\n", "bugprone-use-after-move")
        self.assert_finds(breaches, "bugprone-use-after-move")

    def test_a_program_that_fails_without_a_word_is_found(self):
        tree = self.tree({})
        failed = subprocess.CompletedProcess([], -11, "", "segmentation fault")
        breaches, _ = tidy.judge(tree, tree.root / "server/base/a.cpp", failed)
        self.assert_finds(breaches, "server/base/a.cpp", "segmentation fault")
