"""`policydiff serve`: the site for this machine's browser, until Ctrl-C."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.cli.calls import Run, command, one_line


@pytest.fixture
def served(library: Path) -> Iterator[str]:
    assert command("build", cwd=library).returncode == 0
    server = subprocess.Popen(
        [sys.executable, "-u", "-m", "policydiff", "serve", "--port", "0"],
        cwd=library,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    watchdog = threading.Timer(60, server.kill)
    watchdog.start()
    assert server.stdout
    yield server.stdout.readline().strip()
    server.send_signal(signal.SIGINT)
    _, said = server.communicate(timeout=30)
    watchdog.cancel()
    assert "Traceback" not in said
    assert server.returncode == 0


@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C is another signal there")
def test_serve_shows_the_site_to_this_machine_alone(served: str) -> None:
    assert served.startswith("http://127.0.0.1:")
    with urllib.request.urlopen(served) as page:
        assert "胡须管理办法" in page.read().decode()


def test_a_port_in_use_is_one_line(run: Run, library: Path) -> None:
    run("build")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        assert f"port {port} cannot be used" in one_line(run("serve", "--port", port))
