"""What the benches of the whole server share: the built programs, a server with 10,000 Thai records, wrk, and tables."""

import json
import os
import pathlib
import platform
import random
import re
import signal
import socket
import statistics
import subprocess
import time
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parent.parent
PRESET = os.environ.get("LOMWONG_BENCH_PRESET", "release")  # numbers of another build are told as such, and are for whoever works on it
BUILD = ROOT / "build" / PRESET
PASSWORD = "a circle of words that nobody guesses"
CONNECTIONS = 64

WORDS = ("วง ชุมชน ตำบล หมู่บ้าน ผู้สูงอายุ น้ำใจ ออม ขยะ สุขภาพ แปลงผัก เด็ก วัด โรงเรียน ครู แกนนำ เวที เรียนรู้ บันทึก คุย ฟัง ช่วยกัน ลงแขก "
         "ข้อตกลง กองทุน เทศบาล อบต. สภา เยาวชน อาสา คลอง ป่าชุมชน ตลาด อาหาร ปลอดภัย แผน เป้าหมาย ร่วมคิด ร่วมทำ ภูมิปัญญา บทเรียน").split()


def build(*targets: str) -> None:
    if not (BUILD / "build.ninja").exists():
        subprocess.run(["cmake", "--preset", PRESET], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    subprocess.run(["ninja", "-C", str(BUILD), *targets], check=True, stdout=subprocess.DEVNULL)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def get(url: str, headers: dict[str, str] | None = None) -> bytes:
    with urllib.request.urlopen(urllib.request.Request(url, headers=headers or {}), timeout=10) as reply:
        return reply.read()


class Program:
    """A running server, ended when the block is left."""

    def __init__(self, command: list[str], port: int, environment: dict[str, str], ready: str):
        self.address = f"http://127.0.0.1:{port}"
        began = time.monotonic()
        self.process = subprocess.Popen(command, env=os.environ | environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.first_reply_s = self._wait(ready, began)

    def _wait(self, path: str, began: float) -> float:
        while time.monotonic() - began < 60:
            try:
                get(self.address + path)
                return time.monotonic() - began
            except OSError:
                time.sleep(0.005)
        raise SystemExit("the server does not answer")

    def resident_mb(self) -> float:
        return self._memory_mb("VmRSS")

    def most_mb(self) -> float:
        return self._memory_mb("VmHWM")

    def _memory_mb(self, name: str) -> float:
        text = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(rf"{name}:\s+(\d+)", text)[1]) / 1024

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(timeout=60)


def lomwong(folder: pathlib.Path, *command: str, stdin: str = "") -> str:
    done = subprocess.run([BUILD / "lomwong", *command], env=os.environ | {"LOMWONG_DATA": str(folder)}, input=stdin, text=True,
                          stdout=subprocess.PIPE, check=True)
    return done.stdout


def serve(folder: pathlib.Path) -> Program:
    port = free_port()
    return Program([str(BUILD / "lomwong"), "serve"], port, {"LOMWONG_DATA": str(folder), "LOMWONG_PORT": str(port)}, "/healthz")


def hello() -> Program:
    port = free_port()
    return Program([str(BUILD / "bench_hello"), str(port)], port, {}, "/")


def text_of(seed: int) -> str:
    draw = random.Random(seed)
    sentence = lambda: "".join(draw.choices(WORDS, k=draw.randint(8, 16)))
    title = f"{draw.choice(WORDS)}{draw.choice(WORDS)} ครั้งที่ {seed}"
    return title + "\n\n" + "\n\n".join(" ".join(sentence() for _ in range(4)) for _ in range(4)) + "\n"


def fill(folder: pathlib.Path, records: int) -> list[str]:
    """Published knowledge items, imported as people import them; returns their addresses. Somebody may sign in as "reader"."""
    texts = folder / "texts"
    texts.mkdir(parents=True)
    for number in range(records):
        (texts / f"{number:05}.txt").write_text(text_of(number), encoding="utf-8")
    addresses = []
    files = sorted(str(file) for file in texts.iterdir())
    for at in range(0, len(files), 2000):
        said = lomwong(folder / "data", "import", "text", "--publish", *files[at:at + 2000])
        addresses += re.findall(r"^(/knowledge/\d+)", said, re.M)
    add_reader(folder / "data")
    return addresses


def add_reader(data: pathlib.Path, login: str = "reader") -> None:
    lomwong(data, "user", "add", login, "--name", "สมมติ อ่านเก่ง", stdin=PASSWORD + "\n")


def session_cookie(program: Program, login: str = "reader") -> str:
    body = json.dumps({"login": login, "password": PASSWORD}).encode()
    request = urllib.request.Request(program.address + "/api/session", data=body, headers={"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=10) as reply:
        return reply.headers["Set-Cookie"].split(";")[0]


def wrk(url: str, seconds: int, cookie: str = "", script: pathlib.Path | None = None, connections: int = CONNECTIONS) -> dict[str, float]:
    command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--latency", *(["-H", f"Cookie: {cookie}"] if cookie else []),
               *(["-s", str(script)] if script else []), url]
    said = subprocess.run(command, check=True, text=True, stdout=subprocess.PIPE).stdout
    if "Non-2xx" in said or "Socket errors" in said:
        raise SystemExit(f"{url} failed:\n{said}")
    units = {"us": 0.001, "ms": 1.0, "s": 1000.0}
    milliseconds = lambda line: float(line[1]) * units[line[2]]
    return {"per_second": float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1]),
            "p50_ms": milliseconds(re.search(r"50%\s+([\d.]+)(us|ms|s)", said)),
            "p99_ms": milliseconds(re.search(r"99%\s+([\d.]+)(us|ms|s)", said))}


def spread(values: list[float], form: str = "{:,.0f}") -> str:
    return " / ".join(form.format(value) for value in (min(values), statistics.median(values), max(values)))


def conditions(**more: object) -> None:
    cpu = re.search(r"model name\s*: (.*)", pathlib.Path("/proc/cpuinfo").read_text())
    told = {"cores": os.cpu_count(), "cpu": cpu[1] if cpu else platform.machine(), "load before": os.getloadavg()[0], **more}
    if PRESET != "release":
        told["build"] = f"{PRESET} (not what is delivered)"
    print("conditions: " + ", ".join(f"{name} {value}" for name, value in told.items()))


def table(head: list[str], rows: list[list[str]]) -> None:
    widths = [max(len(row[column]) for row in [head, *rows]) for column in range(len(head))]
    for row in [head, ["-" * width for width in widths], *rows]:
        print("| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths)) + " |")
