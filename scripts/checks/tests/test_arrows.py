from checks import arrows
from checks.tests.small_tree import SmallTree

PARTS = {
    "server/deps.txt": "base:\nhttp: base\nareas: base http\ncircles: base http areas\n",
    "server/base/CMakeLists.txt": "lomwong_part(base)\n",
    "server/platform/http/CMakeLists.txt": "lomwong_part(http USES base)\n",
    "server/features/areas/CMakeLists.txt": "lomwong_part(areas USES base http)\n",
    "server/features/circles/CMakeLists.txt": "lomwong_part(circles USES base areas TEST_USES http)\n",
}


class Arrows(SmallTree):
    def test_a_tree_that_follows_deps_is_good(self):
        tree = self.tree({**PARTS, "server/features/circles/circle.cpp": '#include "areas/areas.hpp"\n#include "base/ids.hpp"\n'})
        self.assertEqual(arrows.check(tree), [])

    def test_an_include_without_an_arrow_is_found(self):
        tree = self.tree({**PARTS, "server/base/time.cpp": '#include "http/server.hpp"\n'})
        self.assert_finds(arrows.check(tree), "server/base/time.cpp:1", "base may not include http/server.hpp")

    def test_a_feature_is_entered_by_its_door_only(self):
        tree = self.tree({**PARTS, "server/features/circles/circle.cpp": '#include "areas/area_queries.hpp"\n'})
        self.assert_finds(arrows.check(tree), "behind the door")

    def test_uses_without_an_arrow_is_found(self):
        tree = self.tree({**PARTS, "server/platform/http/CMakeLists.txt": "lomwong_part(http USES base areas)\n"})
        self.assert_finds(arrows.check(tree), "USES areas")

    def test_an_upward_arrow_is_found(self):
        tree = self.tree({**PARTS, "server/deps.txt": "base:\nhttp: base areas\nareas: base\ncircles: base areas\n"})
        self.assert_finds(arrows.check(tree), "http: areas stands on a higher floor")

    def test_a_root_does_not_use_a_maker(self):
        tree = self.tree({**PARTS, "server/deps.txt": "base:\nhttp: base\nareas: base circles http\ncircles: base areas\n"})
        self.assert_finds(arrows.check(tree), "areas: circles stands on a higher floor", "cycle areas -> circles -> areas")

    def test_a_part_that_deps_does_not_name_is_found(self):
        tree = self.tree({**PARTS, "server/platform/db/CMakeLists.txt": "lomwong_part(db USES base)\n"})
        self.assert_finds(arrows.check(tree), "db is missing")

    def test_a_part_that_is_named_twice_is_found(self):
        tree = self.tree({**PARTS, "server/deps.txt": PARTS["server/deps.txt"] + "http: base\n"})
        self.assert_finds(arrows.check(tree), "http is named twice")
