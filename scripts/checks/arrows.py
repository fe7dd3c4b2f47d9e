"""Every #include and every USES follows server/deps.txt; floors hold, no cycle.

Floors: base <- platform <- features (roots <- makers <- readers) <- app. On one's own step of features, and inside platform,
deps.txt decides; between features only the door header <noun>/<noun>.hpp may be included."""

import re

from checks.tree import Finding

DEPS = "server/deps.txt"
STEPS = {
    "roots": {"records", "imports", "areas", "people", "trace", "site", "discussion", "concerns"},
    "makers": {"networks", "circles", "knowledge", "agreements", "goals", "surveys", "plans", "funds", "assemblies", "complaints", "training"},
    "readers": {"search", "channels", "reports", "office"},
}
OF_TESTS = ("_test.cpp", "_office.hpp")
HEIGHT = {"base": 0, "decode": 1, "platform": 1, "roots": 2, "makers": 3, "readers": 4, "app": 5}
INCLUDE = re.compile(r'^\s*#\s*include\s+"(?:([a-z_]+)/([^"]+))"')
USES = re.compile(r"lomwong_part\(\s*(\w+)([^)]*)\)")
SECTION = re.compile(r"\b(USES|TEST_USES|PACKAGES|LINKS)\b([^A-Z]*)")


def read_deps(tree):
    arrows = {}
    for _, line in tree.lines(DEPS):
        line = line.split("#")[0].strip()
        if line:
            part, _, used = line.partition(":")
            arrows[part.strip()] = set(used.split())
    return arrows


def floor_of(part, folder):
    for step, parts in STEPS.items():
        if part in parts:
            return HEIGHT[step]
    return HEIGHT.get("platform" if "/platform/" in folder else part if part in HEIGHT else "app")


def parts_of(tree, *folders):
    """part -> its folder, from the CMake files that declare them."""
    found = {}
    for path in tree.under(*folders or ("server/",), ends=("CMakeLists.txt",)):
        for declared in USES.finditer(tree.text(path)):
            found[declared.group(1)] = path.removesuffix("CMakeLists.txt")
    return found


def check_once(tree):
    named = [line.split(":")[0].strip() for _, line in tree.lines(DEPS) if ":" in line.split("#")[0]]
    return [Finding(DEPS, 0, f"{part} is named twice") for part in sorted({part for part in named if named.count(part) > 1})]


def check(tree):
    arrows, parts = read_deps(tree), parts_of(tree)
    return check_once(tree) + sorted(
        check_floors(arrows, parts) + check_cycles(arrows) + check_cmake(tree, arrows, parts) + check_includes(tree, arrows, parts)
    )


def check_floors(arrows, parts):
    findings = []
    for part, used in arrows.items():
        for other in used & parts.keys():
            if part in parts and floor_of(other, parts[other]) > floor_of(part, parts[part]):
                findings.append(Finding(DEPS, 0, f"{part}: {other} stands on a higher floor"))
    return findings


def check_cycles(arrows):
    done, findings = set(), []

    def visit(part, trail):
        if part in trail:
            findings.append(Finding(DEPS, 0, "cycle " + " -> ".join([*trail[trail.index(part):], part])))
        elif part not in done:
            for used in sorted(arrows.get(part, ())):
                visit(used, [*trail, part])
            done.add(part)

    for part in sorted(arrows):
        visit(part, [])
    return findings


def check_cmake(tree, arrows, parts):
    findings = []
    for part, folder in parts.items():
        path = f"{folder}CMakeLists.txt"
        if part not in arrows:
            findings.append(Finding(DEPS, 0, f"{part} is missing"))
            continue
        body = next(declared.group(2) for declared in USES.finditer(tree.text(path)) if declared.group(1) == part)
        sections = {name: set(names.split()) for name, names in SECTION.findall(body)}
        for used in sorted(sections.get("USES", set()) - arrows[part]):
            findings.append(Finding(path, 0, f"USES {used}, which deps.txt does not give to {part}"))
    return findings


def part_at(path, parts):
    return next((part for part, folder in parts.items() if path.startswith(folder)), None)


def may_be_used_by_tests(tree, folder, part):
    body = next(declared.group(2) for declared in USES.finditer(tree.text(f"{folder}CMakeLists.txt")) if declared.group(1) == part)
    return {name for section, names in SECTION.findall(body) if section == "TEST_USES" for name in names.split()}


def check_includes(tree, arrows, parts):
    findings = []
    for path in tree.under("server/", ends=(".cpp", ".hpp")):
        part = part_at(path, parts)
        if part is None:
            continue
        allowed = arrows.get(part, set()) | {part}
        if path.endswith(OF_TESTS):
            allowed = allowed | may_be_used_by_tests(tree, parts[part], part)
        for number, line in tree.lines(path):
            included = INCLUDE.match(line)
            if included:
                findings += judge_include(Finding(path, number, ""), included.groups(), part, allowed, parts)
    return findings


def judge_include(place, included, part, allowed, parts):
    other, header = included
    if other in parts and other not in allowed:
        return [Finding(place.path, place.line, f"{part} may not include {other}/{header}: no such arrow in deps.txt")]
    is_feature = "/features/" in parts.get(other, "")
    if is_feature and other != part and header != f"{other}.hpp" and not place.path.endswith(OF_TESTS):
        return [Finding(place.path, place.line, f"{other}/{header} is behind the door: include {other}/{other}.hpp")]
    return []
