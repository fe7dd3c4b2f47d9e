"""Locale keys: the same in Thai and English, with the same placeholders, none empty, each one used and every used one there."""

import json
import re

from checks.tree import Finding

FILES = {language: f"locales/{language}.json" for language in ("th", "en")}
PLACEHOLDER = re.compile(r"\{(\w+)\}")
KEY_USED = re.compile(r"\bm\.([a-z][a-z0-9_]*)\s*\(")
WORD = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)+|[a-z]+")
# Keys that are put together at run time: "circles_kind_" + name, `areas_here_${kind}`, "office_disk_full" + "_remedy". Of a problem the code itself must stand somewhere.
PREFIX = re.compile(r"""["'`]([a-z][a-z0-9_]*_)["'`$]""")
SUFFIX = re.compile(r"""["'`](_[a-z_]+)["'`]""")
PROBLEM = "problem_"
# Names of events and of jobs: "circles.session_held". What an administrator reads of them is event_… or job_…
NAME = re.compile(r'"([a-z]+)\.([a-z_]+)"')
FILE_ENDINGS = {"csv", "db", "json", "toml"}


def check(tree):
    texts = {language: json.loads(tree.text(path)) for language, path in FILES.items()}
    return check_pairs(texts) + check_order(tree, texts) + check_use(tree, texts["th"]) + check_names(tree, texts["th"])


def check_pairs(texts):
    findings = []
    for key in sorted(texts["th"].keys() | texts["en"].keys()):
        for language, path in FILES.items():
            if not str(texts[language].get(key, "")).strip():
                findings.append(Finding(path, 0, f"{key} is missing or empty"))
        placeholders = [set(PLACEHOLDER.findall(str(texts[language].get(key, "")))) for language in FILES]
        if all(key in text for text in texts.values()) and placeholders[0] != placeholders[1]:
            findings.append(Finding(FILES["en"], 0, f"{key}: placeholders {placeholders[1]} are not the Thai text's {placeholders[0]}"))
    return findings


def check_order(tree, texts):
    return [Finding(path, 0, "keys are not sorted") for language, path in FILES.items() if list(texts[language]) != sorted(texts[language])]


def check_use(tree, keys):
    sources = tree.under("server/", "web/src/", "web/static/", ends=(".cpp", ".hpp", ".ts", ".js", ".svelte", ".html"))
    words, prefixes, suffixes, findings = set(), set(), set(), []
    for path in sources:
        for number, line in tree.lines(path):
            words.update(WORD.findall(line))
            prefixes.update(PREFIX.findall(line))
            suffixes.update(SUFFIX.findall(line))
            findings += [Finding(path, number, f"locale key {key} is not there") for key in KEY_USED.findall(line) if key not in keys]
    unused = [key for key in keys if key != "$schema" and not is_used(key, words, tuple(prefixes - {PROBLEM}), suffixes)]
    return findings + [Finding(FILES["th"], 0, f"{key} is used nowhere") for key in unused]


def check_names(tree, keys):
    parts = {path.split("/")[2] for path in tree.under("server/platform/", "server/features/", ends=(".cpp", ".hpp"))}
    findings = []
    for path in tree.under("server/", ends=(".cpp", ".hpp")):
        for number, line in [] if path.endswith("_test.cpp") else tree.lines(path):
            code = "" if "kind = " in line else line.partition("//")[0]  # kinds of letters look like events and are read by nobody
            for part, name in NAME.findall(code):
                wanted = {f"event_{part}_{name}", f"job_{part}_{name}"}
                if part in parts and name not in FILE_ENDINGS and not wanted & set(keys):
                    findings.append(Finding(path, number, f"{part}.{name} has no words: event_{part}_{name}, or job_{part}_{name}"))
    return findings


def is_used(key, words, prefixes, suffixes):
    if any(key.endswith(suffix) and key.removesuffix(suffix) in words for suffix in suffixes):
        return True
    return key in words or key.startswith(prefixes) or (key.startswith(PROBLEM) and key.removeprefix(PROBLEM) in words)
