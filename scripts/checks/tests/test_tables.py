from checks import tables
from checks.tests.small_tree import SmallTree

PARTS = {
    "server/features/areas/CMakeLists.txt": "lomwong_part(areas)\n",
    "server/features/circles/CMakeLists.txt": "lomwong_part(circles USES areas)\n",
}


class Tables(SmallTree):
    def findings(self, path, text):
        return tables.check(self.tree({**PARTS, path: text}))

    def test_anothers_table_in_a_query_is_found(self):
        found = self.findings("server/features/circles/circle_queries.cpp", 'db.one("SELECT id"\n" FROM areas_areas");\n')
        self.assert_finds(found, "circle_queries.cpp:2", "circles touches areas_areas")

    def test_anothers_table_in_a_migration_is_found(self):
        self.assert_finds(self.findings("server/features/circles/migrations/0200_a.sql", "UPDATE areas_areas SET x = 1;\n"), "areas_areas")

    def test_ones_own_table_a_published_view_and_a_foreign_key_are_good(self):
        self.assertEqual(self.findings("server/features/circles/c.cpp", 'db.one("SELECT 1 FROM circles_circles JOIN areas_v_paths");\n'), [])
        self.assertEqual(self.findings("server/features/circles/migrations/0200_a.sql", "area INTEGER REFERENCES areas_areas (id)\n"), [])

    def test_two_migrations_of_one_number_are_found(self):
        both = {**PARTS, "server/features/areas/migrations/0200_a.sql": "", "server/features/circles/migrations/0200_b.sql": ""}
        self.assert_finds(tables.check(self.tree(both)), "0200_b.sql", "has the number of server/features/areas/migrations/0200_a.sql")

    def test_prose_in_a_comment_is_not_sql(self):
        self.assertEqual(self.findings("server/features/circles/c.cpp", '// comes FROM areas_areas "so"\n'), [])
