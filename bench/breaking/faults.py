"""What befalls an installation. Each of these breaks one thing under load, mends it, and tells what became of what was acknowledged, and
whether the message named the cause."""

import contextlib
import functools
import mmap
import os
import pathlib
import random
import shutil
import struct
import subprocess
import time

from breaking.load import Load
from breaking.office import Office

NOT_RUN = "not run"


def killed(folder, rounds, database=""):
    office = Office(folder, database)
    load = Load(office)
    load.goes_on()
    for _ in range(rounds):
        time.sleep(random.uniform(0.05, 1.0))
        office.kill()
        office.start()
        load.goes_on()
    return ended(office, load) | {"how": f"{rounds} times at random moments, 8 writers"}


def ended(office, load):
    load.end()
    result = load.judge()
    office.stop()
    return result


def database_restarted(folder, rounds, database, restart):
    office = Office(folder, database)
    load = Load(office)
    for _ in range(rounds):
        load.goes_on()
        restart()
    load.goes_on()
    office.until(office.is_well, 30)
    return ended(office, load) | {"how": f"{rounds} times at once under 8 writers", "cause": said(load, "database_gone")}


def said(load, code):
    return f"{sum(count for (_, is_code), count in load.answers.items() if is_code == code)} × {code}" if any(
        is_code == code for _, is_code in load.answers) else "LACKS"


@contextlib.contextmanager
def small_disk(folder, megabytes=96):
    """Only root may."""
    place = pathlib.Path(folder) / "disk"
    place.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", place], capture_output=True).returncode == 0
    try:
        yield place if mounted else None
    finally:
        if mounted:
            subprocess.run(["umount", "-l", place], check=True)


def on_small_disk(fault):
    """What strikes a disk of its own, where one may be mounted."""

    @functools.wraps(fault)
    def strike(folder):
        with small_disk(folder) as disk:
            return fault(disk) if disk else {"how": f"{NOT_RUN}: needs the right to mount a small disk"}

    return strike


@on_small_disk
def disk_full(disk):
    office = Office(disk)
    load = Load(office)
    load.goes_on()
    ballast = disk / "ballast"
    fill(ballast)
    office.until(lambda: any(code == "disk_full" for _, code in load.answers), 60)
    reads = office.ask("GET", "/api/organisations?limit=1")[0]
    ballast.unlink()
    load.goes_on()
    return ended(office, load) | {"how": "under 8 writers, then room again" + ("" if reads == 200 else f"; READS {reads}"),
                                  "cause": said(load, "disk_full")}


def fill(path):
    with path.open("wb", buffering=0) as ballast, contextlib.suppress(OSError):
        while True:
            ballast.write(b"x" * 65536)


@on_small_disk
def read_only(disk):
    office = Office(disk)
    load = Load(office)
    load.goes_on()
    load.end()
    office.stop()
    subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
    told = office.command("serve", "--port", str(office.port))
    subprocess.run(["mount", "-o", "remount,rw", disk], check=True)
    office.start()
    words = (told.stdout + told.stderr).strip().splitlines()[-1:]
    named = told.returncode != 0 and words and ("read-only" in words[0].lower() or "readonly" in words[0].lower())
    return ended(office, load) | {"how": "found at the start; then writable again", "cause": words[0][:60] if named else f"LACKS: {words}"}


def clock_jumps(folder):
    shift_file = pathlib.Path(folder) / "shift"
    shift_file.write_bytes(struct.pack("q", 0))
    shim = pathlib.Path(folder) / "shifted_clock.so"
    source = pathlib.Path(__file__).with_name("shifted_clock.c")
    if subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-o", shim, source, "-ldl"], capture_output=True).returncode != 0:
        return {"how": f"{NOT_RUN}: needs a C compiler"}
    with shift_file.open("r+b") as file, mmap.mmap(file.fileno(), 8) as shift:
        office = Office(folder)
        office.stop()
        office.start(LD_PRELOAD=str(shim), SHIFTED_CLOCK=str(shift_file))
        load = Load(office)
        named = False
        for hours in (2, -24, 1, -3, 0):
            shift[:] = struct.pack("q", hours * 3600)
            load.goes_on()
            if hours < 0:
                findings = office.ask("GET", "/api/office", **{"Accept-Language": "en"})[1]["findings"]
                named = named or any("clock" in finding["topic"].lower() and finding["weight"] != "well" for finding in findings)
        return ended(office, load) | {"how": "+2 h, −26 h, +25 h, −4 h, +3 h", "cause": "health says so" if named else "LACKS"}


def torn_log(folder):
    office = Office(folder)
    load = Load(office)
    for _ in range(3):
        load.goes_on()
        office.kill()
        with (office.data / "lomwong.sqlite-wal").open("ab") as log:
            log.write(os.urandom(random.randrange(1, 9000)))
        office.start()
    load.goes_on()
    return ended(office, load) | {"how": "3 times killed, the log of the database ends in rubble", "cause": "mended by itself"}


def torn_index(folder):
    office = Office(folder)
    load = Load(office)
    load.goes_on()
    office.kill()
    index = office.data / "search.db"
    os.truncate(index, index.stat().st_size // 2)
    office.start()
    load.goes_on()

    def is_found():
        return office.ask("GET", "/api/search?q=%E0%B8%81%E0%B8%A5%E0%B8%B8%E0%B9%88%E0%B8%A1")[1]["items"]

    office.until(is_found, 60)
    return ended(office, load) | {"how": "the search index is cut in half", "cause": "made anew by itself"}


def torn_upload(folder):
    office = Office(folder)
    load = Load(office)
    load.goes_on()
    picture = (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x10\0\0\0\x10\x08\x02\0\0\0" + os.urandom(3000))
    boundary = "b0undary"
    body = (f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n\r\n').encode() + picture + f"\r\n--{boundary}--\r\n".encode()
    connection = office.connect()
    connection.request("POST", "/api/files", body, {"Content-Type": f"multipart/form-data; boundary={boundary}", "Cookie": office.cookie})
    status = connection.getresponse().status
    stored = max((path for path in (office.data / "files").rglob("*") if path.is_file()), key=lambda path: path.stat().st_mtime)
    stored.chmod(0o600)
    os.truncate(stored, 100)
    told = office.command("backup", str(office.folder / "one.tar.zst"))
    named = told.returncode != 0 and "เสีย" in told.stderr
    return ended(office, load) | {"how": f"an uploaded file is cut ({status})",
                                  "cause": "the back-up names it" if named else f"LACKS: {told.stderr.strip()[:60]}"}


def torn_database(folder):
    """What cannot be mended is said, and the copy of before comes back."""
    office = Office(folder)
    load = Load(office)
    load.goes_on()
    load.end()
    archive = office.folder / "one.tar.zst"
    office.must("backup", str(archive))
    office.stop()
    with (office.data / "lomwong.sqlite").open("r+b") as base:
        size = base.seek(0, os.SEEK_END)
        for page in random.sample(range(2, size // 4096), size // 4096 // 3):
            base.seek(page * 4096)
            base.write(os.urandom(4096))
    told = office.command("verify")
    words = (told.stderr or told.stdout).strip().splitlines()[-1:]
    named = told.returncode != 0 and words and ("malformed" in words[0] or "damaged" in words[0] or "not a database" in words[0])
    shutil.rmtree(office.data)
    office.must("restore", str(archive))
    office.start()
    return ended(office, load) | {"how": "a third of its pages is rubble; the back-up comes back", "cause": words[0][:70] if named else f"LACKS: {words}"}
