"""Counts what passed, failed and did not run, and how long each stage took."""

import time
from contextlib import contextmanager


class Report:
    def __init__(self):
        self.passed = 0
        self.failures = []
        self.not_run = []
        self.times = []

    def add_passed(self, count=1):
        self.passed += count

    def add_failure(self, name, detail=""):
        self.failures.append((name, detail.strip()))
        print(f"FAILED  {name}", flush=True)
        if detail:
            print("    " + detail.strip().replace("\n", "\n    "), flush=True)

    def add_not_run(self, name, reason):
        self.not_run.append((name, reason))

    @contextmanager
    def stage(self, name):
        print(f"== {name}", flush=True)
        start = time.monotonic()
        try:
            yield
        except Exception as error:  # a stage that breaks is a failure of that stage; the others still tell what they know
            self.add_failure(name, str(error))
        self.times.append((name, time.monotonic() - start))

    def finish(self):
        print("\ntimes")
        for name, seconds in self.times:
            print(f"  {seconds:7.1f} s  {name}")
        for title, entries in (("not run", self.not_run), ("failed", self.failures)):
            if entries:
                print(title)
                for name, reason in entries:
                    print(f"  {name}: {reason.splitlines()[0] if reason else ''}".rstrip(": "))
        print(f"{self.passed} passed, {len(self.failures)} failed", flush=True)
        return 1 if self.failures or not self.passed else 0
