"""Requests that nobody means well with, so many for each reader of the server. It has to go on, to say so of each, and to grow by little."""

import json
import random
import re
import socket

from breaking.office import Office

NASTY = [b"\0", b"\xff\xfe", b"\r\n", b"\n", b"%00", b"%ff%fe", b"../" * 40, b"'; DROP TABLE records_records; --", b"<script>", b"{{7*7}}", b"\xe0\xb8",
         b"9" * 400, b"-1", b"1e999", b"NaN", b"null", b"[" * 5000, b"{" * 5000, b'"', b"\\u0000", b"\\ud800", b"A" * 20000, b"=1+1", b"$(id)",
         "๑๒๓".encode(), "ก็ำ้้้้".encode() * 50, b";", b",", b":", b"*", b"NEAR(", b'"" AND', b"\t", b"  ", b"%", b"\x7f", b"\xc0\xaf"]


def get(path, *fields):
    return b"GET " + path + b" HTTP/1.1\r\nHost: h\r\n" + b"".join(field + b"\r\n" for field in fields) + b"\r\n"


def post(path, body, kind=b"application/json", *fields):
    head = [b"Content-Type: " + kind, b"Content-Length: %d" % len(body), *fields]
    return b"POST " + path + b" HTTP/1.1\r\nHost: h\r\n" + b"".join(field + b"\r\n" for field in head) + b"\r\n" + body


def form(name, content, boundary=b"b0undary"):
    return (b"--" + boundary + b'\r\nContent-Disposition: form-data; name="file"; filename="' + name + b'"\r\n\r\n' + content + b"\r\n--" + boundary
            + b"--\r\n")


class Parsers:
    """Each makes a request of a text that was broken for it."""

    def __init__(self, office):
        self.cookie = b"Cookie: " + office.cookie.encode()
        self.organisation = office.organisation

    def request_line(self, broken):
        return broken(b"GET /api/knowledge?limit=5 HTTP/1.1") + b"\r\nHost: h\r\n\r\n"

    def header_fields(self, broken):
        return b"GET /api/site HTTP/1.1\r\n" + broken(b"Host: h\r\nAccept: */*\r\nIf-None-Match: W/\"1.ab\"\r\nAccept-Encoding: br;q=0.5, gzip") + b"\r\n\r\n"

    def cookies(self, broken):
        return get(b"/api/me", b"Cookie: " + broken(b"lomwong_session=0123456789abcdef; lomwong_language=en"))

    def chunked_body(self, broken):
        return b"POST /api/session HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n" + broken(
            b"5\r\n{\"log\r\n3;x=1\r\nin\"\r\n0\r\nTrailer: x\r\n\r\n")

    def json_body(self, broken):
        body = json.dumps({"content": {"kind": "note", "title": "ก", "body": "ข", "tags": ["ค"]}, "owner": self.organisation}, ensure_ascii=False)
        return post(b"/api/knowledge", broken(body.encode()), b"application/json", self.cookie)

    def query(self, broken):
        return get(b"/api/circles/calendar?" + broken(b"year=2570&organiser=7&area=1501000000"))

    def path(self, broken):
        return get(b"/" + broken(b"api/knowledge/12/versions/3"), self.cookie)

    def search_words(self, broken):
        return get(b"/api/search?q=" + broken("น้ำ%20AND%20วัด".encode()))

    def ranges(self, broken):
        return get(b"/icons/icon-192.png", b"Range: " + broken(b"bytes=0-99,200-300"), b"If-Range: " + broken(b'"a"'))

    def idempotency_key(self, broken):
        return post(b"/api/knowledge", b"{}", b"application/json", self.cookie, b"Idempotency-Key: " + broken(b"0123456789abcdef"), b"If-Match: " + broken(b'"3"'))

    def multipart(self, broken):
        return post(b"/api/files", broken(form(b"a.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 40)), b"multipart/form-data; boundary=" + b"b0undary", self.cookie)

    def csv_table(self, broken):
        table = form(b"a.csv", broken("ชื่อองค์กร,ประเภท,เป็นภาคีตั้งแต่\r\n\"วัด, ใหม่\",temple,1 ต.ค. 2564\r\n".encode()))
        return post(b"/api/organisations/import?entered_by=%d" % self.organisation, table, b"multipart/form-data; boundary=b0undary", self.cookie)

    def mail_address(self, broken):
        return post(b"/api/resets", b'{"login":"' + broken(b"somchai@example.org") + b'"}')

    def names(self):
        return [name for name in vars(Parsers) if not name.startswith("_") and name != "names"]


def breaker(draw):
    def broken(text):
        text = bytearray(text)
        for _ in range(draw.randint(1, 4)):
            at, kind = draw.randrange(len(text) + 1), draw.randrange(5)
            if kind == 0:
                text[at:at + 1] = bytes([draw.randrange(256)])
            elif kind == 1:
                text[at:at] = draw.choice(NASTY)
            elif kind == 2:
                del text[at:at + draw.randint(1, 10)]
            elif kind == 3:
                text[at:at] = text[:draw.randint(0, 60)]
            else:
                text[at:] = b"" if draw.random() < 0.2 else text[at:][::-1]
        return bytes(text)
    return broken


def attack(office, make, requests, draw):
    """How often which status came; 0: the connection was closed without one."""
    statuses, broken, connection = {}, breaker(draw), None
    for _ in range(requests):
        try:
            connection = connection or socket.create_connection(("127.0.0.1", office.port), timeout=10)
            connection.sendall(make(broken))
            connection.shutdown(socket.SHUT_WR)
            told = b""
            while piece := connection.recv(65536):
                told += piece
        except OSError:
            told = b""
        connection.close()
        connection = None
        for status in re.findall(rb"HTTP/1\.1 (\d\d\d) ", told) or [b"0"]:
            statuses[int(status)] = statuses.get(int(status), 0) + 1
    return statuses


def run(folder, requests, seed):
    """A row a parser: its name, how it was answered, what is wrong."""
    office = Office(folder)
    resident = lambda: int(re.search(r"VmRSS:\s+(\d+)", open(f"/proc/{office.process.pid}/status").read())[1]) / 1024
    parsers, rows = Parsers(office), []
    for name in parsers.names():
        before = resident()
        statuses = attack(office, getattr(parsers, name), requests, random.Random(f"{seed} {name}"))
        grown = resident() - before
        wrong = [f"{count} × {status}" for status, count in statuses.items() if status >= 500 and status not in (501, 503, 505)]
        wrong += [] if office.process.poll() is None else ["the server ended"]
        wrong += [] if office.is_well() else ["not well afterwards"]
        wrong += [] if grown <= 64 else [f"grew by {grown:.0f} MB"]
        told = ", ".join(f"{status}: {count:,}" for status, count in sorted(statuses.items()))
        rows.append({"parser": name, "requests": requests, "answers": told, "grown": grown, "wrong": "; ".join(wrong)})
    whole = office.chain_is_whole()
    office.stop()
    return rows, whole
