"""All parts of Lomwong that others wrote, with version and licence, as SPDX 2.3: the libraries that it loads, those whose headers are
compiled into it, and the npm packages that the web app is made from."""

import json
import re
from dataclasses import dataclass, field
from datetime import datetime, timezone
from pathlib import Path

from testing.shell import ROOT, capture

# Debian's short names (copyright-format 1.0) that SPDX calls otherwise; those that both call alike are in SAME.
SPDX = {
    "Expat": "MIT", "BSD-2-clause": "BSD-2-Clause", "BSD-3-clause": "BSD-3-Clause", "BSD-2-Clause": "BSD-2-Clause", "BSL-1.0": "BSL-1.0",
    "Artistic": "Artistic-1.0-Perl", "zlib": "Zlib", "PostgreSQL": "PostgreSQL", "Unicode": "Unicode-DFS-2016",
    **{f"{name}-{version}{plus}": f"{name}-{version if '.' in version else version + '.0'}{'-or-later' if plus else '-only'}"
       for name, versions in {"GPL": ("1", "2", "3"), "LGPL": ("2", "2.1", "3")}.items() for version in versions for plus in ("", "+")},
}
SAME = {"MIT", "ISC", "Zlib", "Apache-2.0", "CC0-1.0", "OFL-1.1", "BSD-3-Clause", "curl", "MPL-2.0", "Unlicense", "BlueOak-1.0.0", "0BSD"}
# npm counts them as tools, as they are needed to build; but their code is what browsers run, with what that imports.
INSIDE_THE_APP = ["svelte", "@sveltejs/kit", "clsx", "devalue", "esm-env"]


@dataclass
class Part:
    name: str
    version: str
    origin: str  # a package URL
    licence: str
    relation: str
    texts: dict = field(default_factory=dict)  # of the licences that SPDX has no name for

    @property
    def id(self):
        return "SPDXRef-" + tidy(f"{self.origin.split(':')[1].split('/')[0]}-{self.name}")


def document(build, programs, version, moment):
    parts = debian_parts(build, programs) + npm_parts()
    texts = {name: text for part in parts for name, text in part.texts.items()}
    return json.dumps({
        "spdxVersion": "SPDX-2.3",
        "dataLicense": "CC0-1.0",
        "SPDXID": "SPDXRef-DOCUMENT",
        "name": f"lomwong-{version}",
        "documentNamespace": f"https://spdx.org/spdxdocs/lomwong-{version}-{moment}",
        "creationInfo": {"created": f"{datetime.fromtimestamp(moment, timezone.utc):%Y-%m-%dT%H:%M:%SZ}", "creators": ["Tool: lomwong-scripts-package"]},
        "packages": [package("SPDXRef-lomwong", "lomwong", version, "Apache-2.0", f"pkg:deb/lomwong@{version}")]
        + [package(part.id, part.name, part.version, part.licence, part.origin) for part in parts],
        "hasExtractedLicensingInfos": [{"licenseId": name, "extractedText": text} for name, text in sorted(texts.items())],
        "relationships": [relation("SPDXRef-DOCUMENT", "DESCRIBES", "SPDXRef-lomwong")]
        + [relation("SPDXRef-lomwong", part.relation, part.id) for part in parts],
    }, indent=1, ensure_ascii=False) + "\n"


def package(spdx_id, name, version, licence, origin):
    return {
        "SPDXID": spdx_id, "name": name, "versionInfo": version, "downloadLocation": "NOASSERTION", "filesAnalyzed": False,
        "licenseConcluded": "NOASSERTION", "licenseDeclared": licence, "copyrightText": "NOASSERTION",
        "externalRefs": [{"referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl", "referenceLocator": origin}],
    }


def relation(one, kind, other):
    return {"spdxElementId": one, "relationshipType": kind, "relatedSpdxElement": other}


def tidy(text):
    return re.sub(r"[^A-Za-z0-9.-]+", "-", text).strip("-")


def debian_parts(build, programs):
    owners = owners_of_files()
    loaded = {owners[path] for program in programs for path in libraries(build / program) if path in owners}
    facts = facts_of_packages()
    sources = {facts[name][1] for name in loaded}
    compiled = {owners[path] for path in headers(build) if path in owners} - loaded
    compiled = {name for name in compiled if facts[name][1] not in sources}  # the library it belongs to is named already
    return [debian_part(name, facts[name][0], "DYNAMIC_LINK") for name in sorted(loaded)] + \
        [debian_part(name, facts[name][0], "STATIC_LINK") for name in sorted(compiled)]


def libraries(program):
    return {str(Path(path).resolve()) for path in re.findall(r"(/\S+) \(0x", capture("ldd", program).stdout)}


def headers(build):
    told = capture("ninja", "-C", build, "-t", "deps").stdout
    shipped = (block for block in told.split("\n\n") if re.match(r"server/(?!.*(?:_test|testing)\.cpp\.o:)", block))
    return {str(Path(path).resolve()) for block in shipped for path in re.findall(r"^    (/usr/include/\S+)$", block, re.MULTILINE)}


def owners_of_files():
    """Real path -> package. /lib is a link to /usr/lib since Debian 12, and packages name either."""
    return {re.sub(r"^/(?=lib)", "/usr/", path): lists.stem.split(":")[0]
            for lists in Path("/var/lib/dpkg/info").glob("*.list") for path in lists.read_text().splitlines()}


def facts_of_packages():
    told = capture("dpkg-query", "-W", "-f", "${Package}\t${Version}\t${source:Package}\n").stdout
    return {name: (version, source) for name, version, source in (line.split("\t") for line in told.splitlines())}


def debian_part(name, version, relation):
    text = Path(f"/usr/share/doc/{name}/copyright").read_text(errors="replace")
    licence, unnamed = licence_of(name, text)
    return Part(name, version, f"pkg:deb/debian/{name}@{version}", licence, relation, {ref: text for ref in unnamed})


def licence_of(name, text):
    """An SPDX expression, and which of its names stand for nothing but this text."""
    own = f"LicenseRef-{tidy(name)}"
    fields = re.findall(r"^License:\s*(\S[^\n]*)", text, re.MULTILINE) if text.startswith("Format:") else []
    named = {SPDX.get(word, word if word in SAME else own) for line in fields for word in re.split(r",?\s+(?:and|or|and/or)\s+|,\s*", line.strip())}
    expression = " AND ".join(sorted(named or {own}))
    return expression, [own] if own in expression.split() else []


def npm_parts():
    locked = json.loads((ROOT / "web/package-lock.json").read_text())["packages"]
    wanted = {name for name, facts in locked.items() if name and not facts.get("dev")} | {f"node_modules/{name}" for name in INSIDE_THE_APP}
    return [npm_part(name.rpartition("node_modules/")[2], locked[name]) for name in sorted(wanted)]


def npm_part(name, facts):
    origin = f"pkg:npm/{name.replace('@', '%40')}@{facts['version']}"
    return Part(name, facts["version"], origin, facts.get("license", "NOASSERTION"), "CONTAINS")
