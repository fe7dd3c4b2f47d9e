"""Many who write all the time. Each asks again with the same key until there is an answer, as the web app does."""

import collections
import http.client
import threading
import time
import uuid


class Load:
    def __init__(self, office, writers=8):
        self.office = office
        self.acknowledged = set()
        self.answers = collections.Counter()  # status and code of everything that was not 201
        self._ends = threading.Event()
        self._threads = [threading.Thread(target=self._write, args=(number,), daemon=True) for number in range(writers)]
        for thread in self._threads:
            thread.start()

    def _write(self, number):
        connection = self.office.connect()
        for count in range(1_000_000):
            title, key = f"กลุ่มที่ {number}-{count}", str(uuid.uuid4())
            while not self._once(connection, title, key):
                if self._ends.is_set():
                    return
                time.sleep(0.05)
            if self._ends.is_set():
                return

    def _once(self, connection, title, key):
        body = {"name": title, "type": "community_organisation", "purpose": "เขียนไว้ระหว่างที่มีเหตุ"}
        try:
            status, reply = self.office.ask("POST", "/api/organisations", body, connection, **{"Idempotency-Key": key})
        except (OSError, http.client.HTTPException, ValueError):
            connection.close()
            return False
        if status == 201:
            self.acknowledged.add(title)
            return True
        self.answers[status, reply.get("code", "")] += 1
        return False

    def goes_on(self, seconds=30):
        """Waits until something more was acknowledged."""
        before = len(self.acknowledged)
        self.office.until(lambda: len(self.acknowledged) > before + 10, seconds)

    def end(self):
        self._ends.set()
        for thread in self._threads:
            thread.join(timeout=60)

    def judge(self):
        """How many acknowledged writes are not there, and how many of all are there twice."""
        there = collections.Counter(self.office.titles())
        return {"acknowledged": len(self.acknowledged), "lost": sum(there[title] == 0 for title in self.acknowledged),
                "twice": sum(count > 1 for count in there.values()), "chain": self.office.chain_is_whole()}
