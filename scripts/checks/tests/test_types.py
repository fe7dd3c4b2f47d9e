from checks import types
from checks.tests.small_tree import SmallTree

ROW = "namespace circles {\nstruct Row {\n    int a;\n};\n}  // namespace circles\n"
HIDDEN = "namespace circles {\nnamespace {\nstruct Row {\n    int b;\n};\n}  // namespace\n}  // namespace circles\n"


class Types(SmallTree):
    def findings(self, ends=".cpp", **sources):
        return types.check(self.tree({f"server/features/circles/{name}{ends}": text for name, text in sources.items()}))

    def test_one_name_in_two_sources_of_a_part_is_found(self):
        self.assert_finds(self.findings(a=ROW, b=ROW), "b.cpp:2", "circles::Row is defined in server/features/circles/a.cpp too")

    def test_one_name_in_two_headers_that_never_meet_is_found(self):
        self.assert_finds(self.findings(ends=".hpp", a=ROW, b=ROW), "b.hpp:2", "circles::Row is defined in server/features/circles/a.hpp too")

    def test_a_specialisation_and_a_members_body_are_no_second_definition(self):
        apart = "namespace circles {\ntemplate <>\nstruct Row<bool> {\n};\nstruct Row::Own {\n};\n}  // namespace circles\n"
        self.assertEqual(self.findings(a=ROW, b=apart), [])

    def test_a_name_in_an_anonymous_namespace_is_its_sources_own(self):
        self.assertEqual(self.findings(a=ROW, b=HIDDEN), [])

    def test_a_declaration_is_no_definition(self):
        self.assertEqual(self.findings(a=ROW, b="namespace circles {\nstruct Row;\n}  // namespace circles\n"), [])
