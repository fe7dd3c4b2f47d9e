"""A PostgreSQL of our own for the time of the tests: in memory-fast mode, reachable on this machine only, gone afterwards."""

import os
import shutil
import socket
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path

PROGRAMS = Path("/usr/lib/postgresql/15/bin")
ADDRESS_VARIABLE = "LOMWONG_TEST_POSTGRES"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def as_postgres(*command):
    """PostgreSQL refuses to run as root, so root lends it the system user of the package."""
    prefix = ["runuser", "-u", "postgres", "--"] if os.getuid() == 0 else []
    subprocess.run([*prefix, *map(str, command)], check=True, stdout=subprocess.DEVNULL, cwd="/")


@contextmanager
def temporary_cluster():
    """Yields the address of a database; one named in LOMWONG_TEST_POSTGRES is used as it is, and left alone."""
    if os.environ.get(ADDRESS_VARIABLE):
        yield os.environ[ADDRESS_VARIABLE]
        return
    folder = Path(tempfile.mkdtemp(prefix="lomwong-postgres-"))
    folder.chmod(0o777)
    data, port = folder / "data", free_port()
    try:
        as_postgres(PROGRAMS / "initdb", "-D", data, "--auth=trust", "--username=postgres", "--encoding=UTF8", "--locale=C.UTF-8")
        options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=200"
        as_postgres(PROGRAMS / "pg_ctl", "-D", data, "-l", folder / "log", "-w", "-o", options, "start")
        try:
            yield f"postgresql://postgres@127.0.0.1:{port}/postgres"
        finally:
            as_postgres(PROGRAMS / "pg_ctl", "-D", data, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
