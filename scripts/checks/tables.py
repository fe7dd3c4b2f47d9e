"""SQL of a part touches only the part's own tables, or views that another part published as <noun>_v_*; each migration has a number of its own."""

import re

from checks.arrows import part_at, parts_of
from checks.tree import Finding

TABLE_AFTER = re.compile(r"\b(?:FROM|JOIN|INTO|UPDATE|TABLE(?:\s+IF\s+NOT\s+EXISTS)?|REFERENCES)\s+([a-z][a-z0-9]*_[a-z0-9_]+)")
CPP_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
COMMENT = re.compile(r"//.*$")


def check(tree):
    parts = parts_of(tree)
    findings = []
    for path in tree.under("server/", ends=("_queries.cpp", "_queries.hpp", ".cpp", ".hpp", ".sql")):
        part = part_at(path, parts)
        if part is None or path.endswith("_test.cpp"):
            continue
        for number, line in tree.lines(path):
            for table in tables_in(path, line):
                owner = owner_of(table, parts)
                if owner not in (None, part) and "_v_" not in table and not is_reference(path, line):
                    findings.append(Finding(path, number, f"{part} touches {table}, which belongs to {owner}"))
    return findings + numbered_twice(tree)


def numbered_twice(tree):
    """Migrations of all parts run in the order of their numbers: two of one number, and no server starts."""
    seen, findings = {}, []
    for path in tree.under("server/", ends=(".sql",)):
        number = path.rpartition("/")[2].split("_")[0]
        if number in seen:
            findings.append(Finding(path, 0, f"has the number of {seen[number]}"))
        seen[number] = path
    return findings


def tables_in(path, line):
    code = line if path.endswith(".sql") else " ".join(CPP_STRING.findall(COMMENT.sub("", line)))
    return TABLE_AFTER.findall(code)


def owner_of(table, parts):
    return next((part for part in sorted(parts, key=len, reverse=True) if table.startswith(f"{part}_")), None)


def is_reference(path, line):
    """A foreign key to another part's table in a migration is a fact about ids, not a use of the table."""
    return path.endswith(".sql") and "REFERENCES" in line
