"""One installation that is to be broken: its data, its server, and somebody who may write."""

import contextlib
import http.client
import json
import os
import pathlib
import sqlite3
import subprocess
import time
import urllib.error

import measuring

LIMITS = ("account", "import", "mail", "office", "record", "sign_in", "upload", "change")  # how often one may is not what is tried here
LOGIN = {"login": "breaker", "password": measuring.PASSWORD}


class Office:
    running = set()  # servers that are to be ended whatever happens

    def __init__(self, folder, database=""):
        self.folder = pathlib.Path(folder)
        self.data = self.folder / "data"
        self.environment = (os.environ | {"LOMWONG_DATA": str(self.data)} | ({"LOMWONG_DB": database} if database else {})
                            | {"LOMWONG_MAIL_INBOX": "true"} | {f"LOMWONG_LIMIT_{kind.upper()}": "1000000000" for kind in LIMITS})
        self.database = database
        self.port = measuring.free_port()
        self.process = None
        self.output = self.folder / "output"
        self.must("migrate")
        self.must("user", "add", LOGIN["login"], "--name", "สมมติ ทนทาน", "--administrator", stdin=LOGIN["password"] + "\n")
        self.start()
        self.cookie = self.sign_in()
        self.organisation = self.join_one()

    def command(self, *words, stdin=""):
        return subprocess.run([measuring.BUILD / "lomwong", *words], env=self.environment, input=stdin, text=True, capture_output=True)

    def must(self, *words, stdin=""):
        done = self.command(*words, stdin=stdin)
        if done.returncode != 0:
            raise SystemExit(f"lomwong {' '.join(words)}: {done.stdout}{done.stderr}")
        return done.stdout

    def start(self, **more):
        told = self.output.open("a")
        self.process = subprocess.Popen([measuring.BUILD / "lomwong", "serve", "--port", str(self.port)], env=self.environment | more,
                                        stdout=told, stderr=told)
        self.running.add(self.process)
        self.until(self.is_well, 60)

    def is_well(self):
        with contextlib.suppress(OSError, http.client.HTTPException, urllib.error.HTTPError):
            return measuring.get(f"http://127.0.0.1:{self.port}/readyz") == b"ready\n"
        return False

    @staticmethod
    def until(holds, seconds):
        ends = time.monotonic() + seconds
        while not holds():
            if time.monotonic() > ends:
                raise SystemExit(f"{holds.__name__}: not within {seconds} s")
            time.sleep(0.02)

    def kill(self):
        self.process.kill()
        self.ended()

    def stop(self):
        self.process.terminate()
        self.ended()

    def ended(self):
        self.process.wait(timeout=60)
        self.running.discard(self.process)

    @classmethod
    def end_all(cls):
        for process in cls.running:
            process.kill()

    def connect(self):
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)

    def sign_in(self):
        connection = self.connect()
        connection.request("POST", "/api/session", json.dumps(LOGIN), {"Content-Type": "application/json"})
        return connection.getresponse().headers["Set-Cookie"].split(";")[0]

    def join_one(self):
        """An organisation for which they may write."""
        made = self.ask("POST", "/api/organisations", {"name": "องค์กรที่ทนทาน", "type": "community_organisation"})[1]
        person = self.ask("GET", "/api/me")[1]["person_id"]
        status, told = self.ask("POST", f"/api{made['address']}/members", {"person": person, "post": "staff", "access": "steward"})
        if status not in (200, 201):
            raise SystemExit(f"may not join: {told}")
        return made["id"]

    def ask(self, method, path, body=None, connection=None, **headers):
        """Status and reply."""
        connection = connection or self.connect()
        connection.request(method, path, None if body is None else json.dumps(body),
                           {"Content-Type": "application/json", "Cookie": self.cookie, **headers})
        reply = connection.getresponse()
        text = reply.read()
        return reply.status, json.loads(text) if text else {}

    def titles(self):
        """Of the records that were written, each as often as it is there."""
        query = "SELECT title FROM records_records WHERE title LIKE 'กลุ่มที่ %' AND state <> 'deleted'"
        if self.database:
            told = subprocess.run(["psql", "-Atqc", query, self.database], env=os.environ | {"PGCLIENTENCODING": "UTF8"}, check=True, text=True,
                                  stdout=subprocess.PIPE).stdout
            return told.splitlines()
        with contextlib.closing(sqlite3.connect(f"file:{self.data}/lomwong.sqlite?mode=ro", uri=True)) as base:
            return [title for title, in base.execute(query)]

    def chain_is_whole(self):
        return self.command("verify").returncode == 0
