"""Lays out the tree of the package and has dpkg-deb close it. The same commit gives the same package, byte for byte."""

import gzip
import os
import re
import shutil
import tempfile
from email.utils import formatdate
from hashlib import md5
from pathlib import Path

from packaging import manual, parts
from testing.shell import ROOT, capture

PROGRAMS = ["lomwong", "lomwong-decode"]  # the server looks for lomwong-decode beside itself
SCRIPTS = ["postinst", "prerm", "postrm"]
DOC = "usr/share/doc/lomwong"
SETTINGS = "etc/lomwong/lomwong.toml"
FILES = {
    "packaging/lomwong.service": "usr/lib/systemd/system/lomwong.service",
    "packaging/sysusers.conf": "usr/lib/sysusers.d/lomwong.conf",
    "packaging/lomwong.toml": SETTINGS,
    "packaging/copyright": f"{DOC}/copyright",
    "packaging/nginx.conf": f"{DOC}/examples/nginx.conf",
    "packaging/Caddyfile": f"{DOC}/examples/Caddyfile",
    "packaging/monitoring/grafana-board.json": f"{DOC}/examples/grafana-board.json",
    "packaging/monitoring/prometheus-alerts.yml": f"{DOC}/examples/prometheus-alerts.yml",
}


def make(build, into):
    """The path of the package."""
    missing = [program for program in PROGRAMS if not (build / program).exists()]
    if missing:
        raise SystemExit(f"{build} has no {' and no '.join(missing)}: scripts/build release lomwong lomwong-decode")
    moment = int(said("git", "log", "-1", "--format=%ct", cwd=ROOT))
    os.environ["SOURCE_DATE_EPOCH"] = str(moment)
    with tempfile.TemporaryDirectory() as name:
        root = Path(name) / "root"
        os.umask(0o022)
        facts = {
            "VERSION": said(build / "lomwong", "--version").split()[-1],
            "ARCHITECTURE": said("dpkg", "--print-architecture"),
            "MAINTAINER": os.environ.get("DEBEMAIL") or said("git", "log", "-1", "--format=%ae", cwd=ROOT),
        }
        lay_out(root, build, facts, moment)
        facts |= {"DEPENDS": depends(root), "SIZE": str(kilobytes(root))}
        write_control(root, facts)
        target = into / "lomwong_{VERSION}_{ARCHITECTURE}.deb".format_map(facts)
        into.mkdir(parents=True, exist_ok=True)
        said("dpkg-deb", "--root-owner-group", "--build", root, target)
        return target


def said(*command, **options):
    outcome = capture(*command, **options)
    if outcome.returncode != 0:
        raise SystemExit(f"{command[0]} failed:\n{outcome.stdout}{outcome.stderr}")
    return outcome.stdout.strip()


def lay_out(root, build, facts, moment):
    for program in PROGRAMS:
        place = root / "usr/bin" / program
        place.parent.mkdir(parents=True, exist_ok=True)
        said("strip", "--strip-unneeded", "--remove-section=.comment", "-o", place, build / program)
        place.chmod(0o755)
    pages = {f"docs/operate/{page.name}": f"{DOC}/{page.name}" for page in (ROOT / "docs/operate").glob("*.md")}
    for source, target in (FILES | pages).items():
        write(root / target, (ROOT / source).read_bytes())
    write(root / DOC / "sbom.spdx.json", parts.document(build, PROGRAMS, facts["VERSION"], moment).encode())
    write_packed(root / DOC / "changelog.gz", change(facts, moment))
    write_packed(root / DOC / "CHANGELOG.md.gz", (ROOT / "CHANGELOG.md").read_text())
    manuals = root / "usr/share/man/man1"
    write_packed(manuals / "lomwong.1.gz", manual.page(said(build / "lomwong", "--help"), facts["VERSION"], moment))
    (manuals / "lomwong-decode.1.gz").symlink_to("lomwong.1.gz")


def write(path, data):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    path.chmod(0o644)


def write_packed(path, text):
    write(path, gzip.compress(text.encode(), 9, mtime=0))


def change(facts, moment):
    return (
        f"lomwong ({facts['VERSION']}) bookworm; urgency=medium\n\n  * What is new, and what to do: CHANGELOG.md.gz beside this.\n\n"
        f" -- Lomwong maintainers <{facts['MAINTAINER']}>  {formatdate(moment)}\n"
    )


def depends(root):
    """The libraries, in the versions that the programs were linked against, as Debian's own tool tells."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder / "debian/control", b"Source: lomwong\n\nPackage: lomwong\nArchitecture: any\n")
        told = said("dpkg-shlibdeps", "-O", *(f"-e{root / 'usr/bin' / program}" for program in PROGRAMS), cwd=folder)
        return told.removeprefix("shlibs:Depends=")


def kilobytes(root):
    return sum(-(-path.lstat().st_size // 1024) for path in root.rglob("*"))


def write_control(root, facts):
    control = re.sub(r"@(\w+)@", lambda found: facts[found[1]], (ROOT / "packaging/control").read_text())
    files = sorted(path for path in root.rglob("*") if path.is_file() and not path.is_symlink())
    sums = "".join(f"{md5(path.read_bytes()).hexdigest()}  {path.relative_to(root)}\n" for path in files if path != root / SETTINGS)
    write(root / "DEBIAN/control", control.encode())
    write(root / "DEBIAN/md5sums", sums.encode())
    write(root / "DEBIAN/conffiles", f"/{SETTINGS}\n".encode())
    for script in SCRIPTS:
        shutil.copyfile(ROOT / "packaging" / script, root / "DEBIAN" / script)
        (root / "DEBIAN" / script).chmod(0o755)
