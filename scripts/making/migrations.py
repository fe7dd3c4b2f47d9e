"""Numbers of migrations: unique in the whole product, rising inside a part."""

import re

NUMBERED = re.compile(r"^(\d{4})_[a-z0-9_]+\.sql$")


def numbers_under(folder):
    return sorted(int(found[1]) for path in folder.rglob("migrations/*.sql") if (found := NUMBERED.match(path.name)))


def next_number(server, part):
    """The first free one after the part's own last; for a part without any, the next ten after all."""
    taken, own = numbers_under(server), numbers_under(part)
    number = own[-1] + 1 if own else (taken[-1] // 10 + 1) * 10 if taken else 100
    while number in taken:
        number += 1
    return number


def write_migration(server, part, words, sql):
    path = part / "migrations" / f"{next_number(server, part):04}_{words}.sql"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(sql, encoding="utf-8")
    return path
