#!/usr/bin/env python3
"""Builds the area tree: country, regions, provinces, districts, subdistricts, in tree order, as one C++ file.

build_tree.py PACKAGE FACTS OUTPUT
PACKAGE is the folder of npm's @bilions/thailand-address; what it lacks or has wrong stands in FACTS/corrections.csv, each a fact.
FACTS has regions.csv, past.csv (areas that are no more) and begun.csv (since when others are) beside it.
A line of the result is: id, last id, code, level, name, English name, latitude, longitude, where the position comes from
(point: of the area itself; derived: the middle of the points around it), first day, last day, tab-separated; a line of the successions: the id
of an area that is no more, the id of one that took its place."""

import csv
import hashlib
import json
import re
import sys
from collections import defaultdict
from pathlib import Path
from statistics import mean

REGION_UNIT = 10**9
LEVELS = {2: ("province", 10**7), 4: ("district", 10**5), 6: ("subdistrict", 10**3)}
FILES = ("provinces", "districts", "sub_districts")


def read_package(package):
    """code -> area, from the JavaScript lists, whose literals are JSON."""
    areas = {}
    for name in FILES:
        text = (package / f"dist/address/{name}.js").read_text(encoding="utf-8")
        for row in json.loads(text[text.index("= [") + 2 : text.rindex("]") + 1]):
            english = row["name_in_english"]
            areas[str(row["code"])] = {
                "name": clean(row["name_in_thai"].removeprefix("เขต ")),
                "name_en": "" if english == "NULL" else clean(english),
                "point": read_point(row.get("latitude"), row.get("longitude")),
            }
    return areas


def clean(text):
    return re.sub(r"\s+", " ", text).strip()


def read_point(latitude, longitude):
    try:
        point = float(latitude), float(longitude)
    except (TypeError, ValueError):
        return None
    return point if all(point) else None


def correct(areas, corrections):
    for row in csv.DictReader(corrections.open(encoding="utf-8")):
        code = row["code"]
        if row["action"] == "remove":
            del areas[code]
            continue
        if (row["action"] == "add") == (code in areas):
            sys.exit(f"{corrections}: {row['action']} {code}, which {'is' if code in areas else 'is not'} in the package")
        area = areas.setdefault(code, {"name": "", "name_en": "", "point": None})
        area["name"] = row["name"] or area["name"]
        area["name_en"] = row["name_en"] or area["name_en"]
        area["point"] = read_point(row["latitude"], row["longitude"]) or area["point"]


def recall(areas, past):
    """Adds the areas that are no more: each stands where those stand that took its place."""
    for row in csv.DictReader(past.open(encoding="utf-8")):
        if row["code"] in areas:
            sys.exit(f"{past}: {row['code']} is of today")
        successors = row["successors"].split()
        areas[row["code"]] = {"name": row["name"], "name_en": row["name_en"], "ends_on": row["ends_on"], "successors": successors,
                              "point": None}


def date(areas, begun):
    """The first day of what is known to be young; of a province and district it is that of all that lies in them."""
    for row in csv.DictReader(begun.open(encoding="utf-8")):
        for code, area in areas.items():
            if code.startswith(row["code"]):
                area["begins_on"] = row["begins_on"]


def place(areas, regions):
    """Gives each area its number in tree order and the end of its range."""
    region_of = {}
    for row in csv.DictReader(regions.open(encoding="utf-8")):
        digit = int(row["digit"])
        areas[row["code"]] = {"name": row["name"], "name_en": row["name_en"], "point": None, "level": "region",
                              "id": digit * REGION_UNIT, "last_id": (digit + 1) * REGION_UNIT - 1}
        region_of.update(dict.fromkeys(row["provinces"].split(), digit))
    for code, area in areas.items():
        if code.isdigit():
            level, unit = LEVELS[len(code)]
            number = region_of[code[:2]] * REGION_UNIT + int(code) * unit
            area.update(level=level, id=number, last_id=number + unit - 1)
    areas["th"] = {"name": "ประเทศไทย", "name_en": "Thailand", "point": None, "level": "country", "id": 0, "last_id": 10 * REGION_UNIT - 1}


def complete_points(areas):
    """A subdistrict without a point gets the middle of its district's, larger areas the middle of what lies in them."""
    points = defaultdict(list)
    for code, area in areas.items():
        if area["point"]:
            for length in (4, 2):
                points[code[:length]].append(area["point"])
    for code, area in areas.items():
        area["position"] = "point" if area["point"] else "derived"
        if "ends_on" in area:
            area["point"] = middle([areas[successor]["point"] or middle(points[successor[:4]]) for successor in area["successors"]])
        if not area["point"] and code.isdigit():
            area["point"] = middle(points[code[:4]] or points[code[:2]])
    for area in areas.values():
        if not area["point"]:
            area["point"] = middle([inner["point"] for inner in areas.values()
                                    if inner["level"] == "province" and area["id"] <= inner["id"] <= area["last_id"]])


def middle(points):
    return mean(point[0] for point in points), mean(point[1] for point in points)


def check(areas):
    for code, area in areas.items():
        parent = {4: code[:2], 6: code[:4]}.get(len(code)) if code.isdigit() else None
        if not area["name"] or not area["name_en"] or (parent and parent not in areas):
            sys.exit(f"{code}: no Thai name, no English name, or no area around it")


def lines(areas):
    for code, area in sorted(areas.items(), key=lambda item: item[1]["id"]):
        latitude, longitude = area["point"]
        yield "\t".join([str(area["id"]), str(area["last_id"]), code, area["level"], area["name"], area["name_en"],
                         f"{latitude:.3f}", f"{longitude:.3f}", area["position"], area.get("begins_on", ""), area.get("ends_on", "")])


def successions(areas):
    for area in sorted(areas.values(), key=lambda area: area["id"]):
        for successor in area.get("successors", []):
            yield f"{area['id']}\t{areas[successor]['id']}"


def main(package, facts, output):
    areas = read_package(package)
    correct(areas, facts / "corrections.csv")
    recall(areas, facts / "past.csv")
    date(areas, facts / "begun.csv")
    place(areas, facts / "regions.csv")
    complete_points(areas)
    check(areas)
    text = "\n".join(lines(areas)) + "\n"
    followed = "\n".join(successions(areas)) + "\n"
    edition = hashlib.sha256((text + followed).encode()).hexdigest()[:16]
    output.write_text(
        '#include "areas/tree/tree.hpp"\n\nnamespace areas {\n\n'
        f'std::string_view tree_edition() {{ return "{edition}"; }}\n\n'
        f'std::string_view tree_text() {{\n    return R"tree({text})tree";\n}}\n\n'
        f'std::string_view successions_text() {{\n    return R"tree({followed})tree";\n}}\n\n}}  // namespace areas\n',
        encoding="utf-8",
    )


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
