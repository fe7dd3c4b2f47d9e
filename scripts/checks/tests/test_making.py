import unittest
from pathlib import Path
from tempfile import TemporaryDirectory

from making.feature import names
from making.migrations import next_number


class Making(unittest.TestCase):
    def test_a_thing_has_its_names_in_every_form(self):
        self.assertEqual(names("assemblies", "assembly")["Things"], "Assemblies")
        self.assertEqual(names("plans", "budget_line")["Thing"], "BudgetLine")
        self.assertEqual(names("funds", "box")["THINGS"], "boxes")

    def test_a_migration_takes_the_first_free_number_after_its_own(self):
        with TemporaryDirectory() as name:
            server = Path(name)
            for part, file in (("circles", "0200_a.sql"), ("circles", "0201_b.sql"), ("knowledge", "0202_c.sql"), ("search", "0300_d.sql")):
                (server / part / "migrations").mkdir(parents=True, exist_ok=True)
                (server / part / "migrations" / file).write_text("")
            self.assertEqual(next_number(server, server / "circles"), 203)
            self.assertEqual(next_number(server, server / "surveys"), 310)
