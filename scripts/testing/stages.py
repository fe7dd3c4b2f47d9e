"""The stages of scripts/test, in the order in which they find things out soonest."""

import os
import shutil
import unittest

from checks import everything
from testing import browser, programs, web
from testing.postgres import ADDRESS_VARIABLE, temporary_cluster
from testing.shell import ROOT, run

CHECKED = ROOT / "build/checked"  # everything is tested as it is built under sanitizers, also the server behind the browser's stories
CAGED = ["lomwong-decode", "test_decode"]  # a cage of memory limits and few system calls leaves sanitizers no room: tested as shipped


def checks_of_checks(report):
    """Each check is shown a small tree that breaks its rule: a check that cannot fail is a defect."""
    result = unittest.TextTestRunner(verbosity=0).run(unittest.defaultTestLoader.discover(str(ROOT / "scripts/checks/tests"), top_level_dir=str(ROOT / "scripts")))
    broken = result.failures + result.errors
    report.add_passed(result.testsRun - len(broken))
    for case, trace in broken:
        report.add_failure(str(case), trace)


def checks(report):
    everything.run(report)


def build(report):
    """With a feature as scripts/new-feature writes it: its tests run among the others."""
    more = ROOT / "build/new_feature"
    shutil.rmtree(more, ignore_errors=True)
    run("scripts/new-feature", "samples", "--into", more)
    run("cmake", "--preset", "checked", f"-DLOMWONG_MORE_FEATURES={more}")
    run("scripts/build", "checked")
    run("scripts/build", "dev", *CAGED)
    for program in CAGED:
        shutil.copy2(ROOT / "build/dev" / program, CHECKED / program)
    os.environ["LOMWONG_BINARY"] = str(CHECKED / "lomwong")


def server(report):
    with temporary_cluster() as address:
        os.environ[ADDRESS_VARIABLE] = address
        programs.run_all(report, CHECKED)


def server_fast(report):
    run("scripts/build", "dev")
    programs.run_all(report, ROOT / "build/dev")


def setup(report):
    run("scripts/setup")


ALL = {
    "setup": setup,
    "checks of checks": checks_of_checks,
    "build": build,
    "server": server,
    "web": web.run_unit_tests,
    "stories": browser.run_stories,
    "checks": checks,
}
FAST = ["checks of checks", "server fast"]
NAMED = {**ALL, "server fast": server_fast}


def run_stages(report, names):
    for name in names:
        with report.stage(name):
            NAMED[name](report)
