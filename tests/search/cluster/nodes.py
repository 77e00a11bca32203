"""Three OpenSearch nodes on this machine, each a process of its own that can be killed.

    python -m tests.search.cluster.nodes        from the checkout: starts them and says where, until Ctrl-C

It takes Java 11 or newer and Maven, which fetches the jars that pom.xml names once. Nothing but this machine reaches
the nodes; their data lie in a temporary folder.
"""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from opensearchpy import OpenSearch
from opensearchpy.exceptions import TransportError

POM = Path(__file__).with_name("pom.xml")
FIRST_PORTS = (9210, 9240, 9270)  # the runner takes the first free one from there, and none above 9299
HEAP = 256  # MB of each
NEEDED = 3 * 500  # MB of memory that have to be free
PATIENCE = 180  # seconds; a machine at work takes a minute
JAVA = ("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", f"-Xms{HEAP}m", f"-Xmx{HEAP}m")
SETTINGS = """\
network.host: 127.0.0.1
transport.port: {port}
discovery.seed_hosts: {all}
cluster.initial_cluster_manager_nodes: {all}
cluster.routing.allocation.disk.threshold_enabled: false
"""


class MissingError(Exception):
    """What a cluster needs is not on this machine; the message says what."""


@dataclass
class Nodes:
    """The nodes in a folder. At most one of them is dead at a time: two are needed to agree on anything."""

    folder: Path
    jars: str = ""
    ports: list[int] = field(default_factory=list)
    running: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def __enter__(self) -> Nodes:
        self.jars = classpath(self.folder)
        with ExitStack() as held:
            bound = [held.enter_context(socket.socket()) for _ in FIRST_PORTS]
            for one in bound:
                one.bind(("127.0.0.1", 0))
            inner = [one.getsockname()[1] for one in bound]
        for place, port in enumerate(inner):
            config = self.folder / str(place) / "config"
            config.mkdir(parents=True)
            every = str([f"127.0.0.1:{one}" for one in inner])
            (config / "opensearch.yml").write_text(SETTINGS.format(port=port, all=every), encoding="utf-8")
        try:
            self.running = [self._start(place, port) for place, port in enumerate(FIRST_PORTS)]
            self.ports = [self._port(place) for place in range(len(self.running))]
            self.whole()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *error: object) -> None:
        for one in self.running:
            one.kill()
            one.wait()

    @property
    def urls(self) -> list[str]:
        return [f"http://127.0.0.1:{port}" for port in self.ports]

    def client(self) -> OpenSearch:
        alive = [url for url, one in zip(self.urls, self.running, strict=True) if one.poll() is None]
        return OpenSearch(alive, timeout=30, max_retries=5, retry_on_timeout=True)

    def kill(self, place: int) -> None:
        """The node is gone at once, as by a power cut."""
        self.running[place].kill()
        self.running[place].wait()

    def manager(self) -> int:
        """Which node the others follow."""
        return self._place_of(self.client().cat.cluster_manager(format="json")[0]["id"])

    def holder(self, index: str) -> int:
        """A node with the only part of an index that takes records, or one of those."""
        shards = self.client().cat.shards(index=index, format="json", h="prirep,id")
        return self._place_of(next(one["id"] for one in shards if one["prirep"] == "p"))

    def whole(self) -> None:
        """All nodes run, and every part of every index has its copies."""
        for place, one in enumerate(self.running):
            if one.poll() is not None and self.ports:
                self.running[place] = self._start(place, self.ports[place])

        def green() -> Any:
            with suppress(TransportError):
                told = self.client().cluster.health()
                return (told["number_of_nodes"], told["status"]) == (len(self.running), "green")

        self._wait(green)

    def _place_of(self, id: str) -> int:
        nodes = self.client().nodes.info(node_id=[id], metric="http")["nodes"]
        (found,) = (one for own, one in nodes.items() if own.startswith(id))
        return self.ports.index(int(found["http"]["publish_address"].rpartition(":")[2]))

    def _start(self, place: int, port: int) -> subprocess.Popen[bytes]:
        home = self.folder / str(place)
        runner = "org.codelibs.opensearch.runner.OpenSearchRunner"
        main = (runner, "-numOfNode", "1", "-clusterName", "policydiff-tests")
        places = ("-basePath", str(home), "-confPath", str(home / "config"), "-baseHttpPort", str(port - 1))
        with self._log(place).open("wb") as log:
            command = ("java", *JAVA, f"-Djava.io.tmpdir={self.folder}", "-cp", self.jars, *main, *places)
            return subprocess.Popen(command, stdout=log, stderr=log, stdin=subprocess.DEVNULL)

    def _log(self, place: int) -> Path:
        return self.folder / f"{place}.log"

    def _port(self, place: int) -> int:
        def told() -> Any:
            return re.search(r"HTTP Port: +(\d+)", self._log(place).read_text(encoding="utf-8", errors="replace"))

        return int(self._wait(told)[1])

    def _wait(self, reached: Callable[[], Any]) -> Any:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            if found := reached():
                return found
            for place, one in enumerate(self.running):
                if one.poll() is not None:
                    said = self._log(place).read_text(encoding="utf-8", errors="replace")
                    raise RuntimeError(f"node {place} ended by itself:\n{said[-2000:]}")
            time.sleep(0.3)
        raise RuntimeError(f"no cluster within {PATIENCE} s; its logs are in {self.folder}")


def classpath(folder: Path) -> str:
    """The jars that pom.xml names; MissingError where this machine cannot run or get them."""
    for program in ("java", "mvn"):
        if not shutil.which(program):
            raise MissingError(f"{program} is not installed (Debian: apt install default-jdk-headless maven)")
    said = subprocess.run(["java", "-version"], capture_output=True, text=True).stderr
    if not (version := re.search(r'version "(\d+)', said)) or int(version[1]) < 11:
        raise MissingError(f"Java 11 or newer is needed, this is {said.splitlines()[0]}")
    if (free := _free()) < NEEDED:
        raise MissingError(f"three nodes need {NEEDED} MB of memory, {free} are free")
    out = folder / "jars"
    command = ("mvn", "-q", "-B", "-f", str(POM), "dependency:build-classpath", f"-Dmdep.outputFile={out}")
    try:
        done = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=PATIENCE)
    except subprocess.TimeoutExpired as error:
        raise MissingError(f"Maven did not get the jars within {PATIENCE} s") from error
    if done.returncode:
        lines = [line for line in done.stdout.splitlines() if "ERROR" in line] or ["it did not say why"]
        raise MissingError(f"Maven could not get the jars: {lines[0]}")
    return out.read_text(encoding="utf-8").strip()


def _free() -> int:
    """MB of memory that can be had; plenty where the system does not tell."""
    with suppress(OSError):
        if found := re.search(r"MemAvailable: +(\d+) kB", Path("/proc/meminfo").read_text(encoding="utf-8")):
            return int(found[1]) // 1024
    return NEEDED


def main() -> int:
    """Run the nodes until Ctrl-C."""
    with tempfile.TemporaryDirectory(prefix="policydiff-cluster-") as folder:
        try:
            print("Starting three nodes, some twenty seconds …", file=sys.stderr)
            with Nodes(Path(folder)) as nodes:
                print(f"export OPENSEARCH_URL={','.join(nodes.urls)}", flush=True)
                print("Ctrl-C stops them and deletes what they hold.", file=sys.stderr)
                while True:
                    time.sleep(60)
        except MissingError as error:
            print(error, file=sys.stderr)
            return 2
        except KeyboardInterrupt:
            return 0


if __name__ == "__main__":
    sys.exit(main())
