from checks import formatting, generated, machine_paths, routes, web
from checks.tests.small_tree import SmallTree


class MachinePaths(SmallTree):
    def test_a_home_folder_is_found(self):
        place = "/" + "home/somchai/lomwong"
        self.assert_finds(machine_paths.check(self.tree({"docs/a.md": f"see {place}"})), "docs/a.md:1")

    def test_a_system_place_is_good(self):
        self.assertEqual(machine_paths.check(self.tree({"docs/a.md": "/usr/bin/env $root/work/x"})), [])


class Formatting(SmallTree):
    def test_a_line_out_of_form_is_found(self):
        tree = self.tree({".clang-format": "BasedOnStyle: Google\n", "server/base/a.cpp": "int a;\nint  b;\n"})
        self.assert_finds(formatting.check(tree), "server/base/a.cpp:2")


class Routes(SmallTree):
    good = "GET    /api/circles    anyone    reads    server/a.cpp:7\nPOST   /api/circles    signed_in    record    server/a.cpp:8\n"

    def test_a_route_without_a_permission_is_found(self):
        self.assert_finds(routes.judge(self.good.replace("anyone", "      ")), "server/a.cpp:7", "names no permission")

    def test_a_route_that_writes_without_a_kind_of_limit_is_found(self):
        self.assert_finds(routes.judge(self.good.replace(" record", " reads")), "server/a.cpp:8", "writes without a limit")
        self.assert_finds(routes.judge(self.good.replace(" record", "")), "server/a.cpp:8", "no kind of limit")

    def test_a_route_that_stands_twice_is_found(self):
        self.assert_finds(routes.judge(self.good + self.good), "registered twice")

    def test_no_routes_at_all_is_found(self):
        self.assert_finds(routes.judge(""), "no route")

    def test_named_routes_are_good(self):
        self.assertEqual(routes.judge(self.good), [])


class Generated(SmallTree):
    def test_an_old_description_is_found(self):
        self.assert_finds(generated.judge(self.tree({"api/openapi.json": "{}"}), '{"openapi": "3.1.0"}'), "is not what the server writes")

    def test_a_current_description_is_good(self):
        self.assertEqual(generated.judge(self.tree({"api/openapi.json": "{}\n"}), "{}"), [])


class Web(SmallTree):
    def test_a_type_that_does_not_hold_is_found(self):
        output = "/tree/web/src/routes/+page.svelte:3:7\nError: Property 'titel' does not exist\nsvelte-check found 1 error\n"
        self.assert_finds(web.judge(1, output), "+page.svelte:3:7", "titel")

    def test_a_failure_without_a_known_line_still_fails(self):
        self.assert_finds(web.judge(127, "npm: not found"), "npm: not found")

    def test_a_clean_web_app_is_good(self):
        self.assertEqual(web.judge(0, "svelte-check found 0 errors"), [])
