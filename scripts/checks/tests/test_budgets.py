from checks import budgets
from checks.tests.small_tree import SmallTree


class Budgets(SmallTree):
    def test_a_long_file_is_found(self):
        self.assert_finds(budgets.check(self.tree({"server/base/a.cpp": "\n" * 401})), "401 lines; the budget is 400")

    def test_a_long_component_is_found(self):
        self.assert_finds(budgets.check(self.tree({"web/src/ui/A.svelte": "\n" * 201})), "the budget is 200")

    def test_a_reason_excuses_and_is_counted(self):
        tree = self.tree({"server/base/a.cpp": "// budget: one table of the standard\n" + "\n" * 401})
        self.assertEqual(budgets.check(tree), [])
        self.assertIn("1 files excused", tree.remarks[0])

    def test_a_crowded_folder_is_found(self):
        tree = self.tree({f"server/features/areas/a{number}.cpp": "" for number in range(16)})
        self.assert_finds(budgets.check(tree), "16 files; the budget is 15")
