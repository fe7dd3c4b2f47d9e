"""A part's types are told apart by their names: two files never define one, else the linker takes either's templates for both.

(circles::HeldRow stood in two sources with different members; holding a session then failed, and only in some builds.)
Types in an anonymous namespace, or in a namespace of their own inside the part, are their source's own business."""

import re
from collections import defaultdict

from checks.tree import Finding

# A specialisation (Typed<bool>) or a member's body (Server::Own) belongs to a name that is defined elsewhere.
DEFINED = re.compile(r"^(?:struct|class|enum class) (\w+)(?![\w<]|::)[^;]*\{")
NAMESPACE = re.compile(r"^namespace ([\w:]*)\s*\{")
PART = re.compile(r"^server/(?:platform/|features/)?(\w+)/")


def check(tree):
    places = defaultdict(list)
    for path in tree.under("server/", ends=(".cpp", ".hpp")):
        if part := PART.match(path):
            for number, name in types_of(tree.lines(path)):
                places[part.group(1), name].append((path, number))
    return sorted(
        Finding(path, number, f"{name} is defined in {where[0][0]} too: name it for what it is, or put it into an anonymous namespace")
        for (_, name), where in places.items()
        for path, number in where[1:]
        if path != where[0][0]
    )


def types_of(lines):
    """(line, namespace::name) of what stands at the left edge of a source, outside of anonymous namespaces."""
    around = []
    for number, line in lines:
        if opened := NAMESPACE.match(line):
            around.append(opened.group(1))
        elif line.startswith("}  // namespace") and around:
            around.pop()
        elif "" not in around and (defined := DEFINED.match(line)):
            yield number, "::".join([*around, defined.group(1)])
