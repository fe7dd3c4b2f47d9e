"""Writes the skeleton of a feature: one thing that is a record, with its table, its routes and a test that passes."""

from making.migrations import write_migration

TEMPLATES = "scripts/templates/feature"


def names(noun, thing):
    return {"NOUNS": noun, "THINGS": plural(thing), "THING": thing, "Things": pascal(plural(thing)), "Thing": pascal(thing)}


def plural(thing):
    if thing.endswith("y") and thing[-2] not in "aeiou":
        return thing[:-1] + "ies"
    return thing + ("es" if thing.endswith(("s", "x", "ch", "sh")) else "s")


def pascal(word):
    return "".join(part.capitalize() for part in word.split("_"))


def fill(text, words):
    for blank, word in words.items():
        text = text.replace(blank, word)
    return text


def write_feature(root, into, noun, thing):
    folder, words = into / noun, names(noun, thing)
    if folder.exists():
        raise SystemExit(f"{folder} is there already")
    for template in sorted((root / TEMPLATES).glob("*.in")):
        text = fill(template.read_text(encoding="utf-8"), words)
        if template.name == "migration.sql.in":
            write_migration(root / "server", folder, noun, text)
            continue
        path = folder / fill(template.name.removesuffix(".in"), words)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder
