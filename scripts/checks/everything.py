"""All checks by name. A check is a module with `check(tree) -> list[Finding]`; its docstring's first line is its rule."""

from checks import arrows, budgets, formatting, generated, locales, machine_paths, routes, tables, tidy, types, web
from checks.tree import Tree
from testing.shell import ROOT

CHECKS = {
    "arrows": arrows,
    "tables": tables,
    "types": types,
    "budgets": budgets,
    "machine_paths": machine_paths,
    "locales": locales,
    "formatting": formatting,
    "generated": generated,
    "routes": routes,
    "web": web,
    "tidy": tidy,
}


def run(report, names=()):
    tree = Tree(ROOT)
    for name in names or CHECKS:
        with report.stage(f"check {name}"):
            findings = CHECKS[name].check(tree)
            if findings:
                report.add_failure(f"check {name}", "\n".join(map(str, findings)))
            else:
                report.add_passed()
    for line in tree.remarks:
        print(line)
