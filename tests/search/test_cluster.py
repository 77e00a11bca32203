"""How a cluster is reached, and what is done while it cannot do what it is asked: nothing here needs a real one."""

from __future__ import annotations

import http.server
import json
import re
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from policydiff.cli import main
from policydiff.errors import SearchClusterError

pytest.importorskip("opensearchpy", reason="the extra `opensearch` is not installed")

from policydiff.search import Outside, cluster, with_opensearch
from policydiff.search.cluster import FILE, URL, Cluster, settings

NOBODY = "http://127.0.0.1:1"


@pytest.fixture(autouse=True)
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of settings, which is empty; the environment names no cluster, and nobody waits."""
    path = tmp_path / "opensearch.toml"
    path.write_text("", encoding="utf-8")
    monkeypatch.delenv(URL, raising=False)
    monkeypatch.setenv(FILE, str(path))
    monkeypatch.setattr(cluster, "WAITS", (0, 0, 0))
    monkeypatch.setattr(with_opensearch, "WAITS", (0, 0, 0))
    return path


def refusal() -> SearchClusterError:
    with pytest.raises(SearchClusterError) as caught, Cluster() as reached:
        reached.ask(lambda client: client.info())
    said = caught.value.told("zh"), str(caught.value)
    assert said[0] != said[1]
    assert all("\n" not in one for one in said)
    return caught.value


# ------------------------------------------------------------------------------------------- settings


def test_the_file_holds_the_clients_own_settings_and_the_environment_the_addresses(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write_text('hosts = ["https://one:9200"]\nhttp_auth = ["reader", "secret"]\n', encoding="utf-8-sig")
    assert settings() == {"hosts": ["https://one:9200"], "http_auth": ["reader", "secret"]}
    monkeypatch.setenv(URL, "https://two:9200, https://three:9200")
    assert settings() == {"hosts": ["https://two:9200", "https://three:9200"], "http_auth": ["reader", "secret"]}


def test_without_a_file_of_its_own_the_settings_lie_with_the_users_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(FILE)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    (tmp_path / "policydiff").mkdir()
    (tmp_path / "policydiff" / "opensearch.toml").write_text('hosts = ["https://one"]', encoding="utf-8")
    assert settings() == {"hosts": ["https://one"]}


def test_where_no_cluster_is_named_it_is_said_how_to_name_one() -> None:
    assert URL in str(refusal())
    assert "hosts" in str(refusal())


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("hosts = \n", "line 1"),
        ('hosts = ["https://one"]\nhttp_atuh = ["a", "b"]\n', "unknown key 'http_atuh'"),
        ('hosts = ["https://one"]\nca_certs = "/no/such/file.pem"\n', "ca_certs: there is no file"),
        ("hosts = [7]\n", "hosts|int"),
    ],
)
def test_settings_that_make_no_sense_are_one_line_that_names_the_file(file: Path, written: str, said: str) -> None:
    file.write_text(written, encoding="utf-8")
    error = refusal()
    assert error.args[0].startswith(str(file))
    assert any(part in str(error) for part in said.split("|"))


def test_a_file_that_is_named_and_missing_is_told(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(URL, NOBODY)
    file.unlink()
    assert str(file) in str(refusal())


# --------------------------------------------------------------------------------------- no answer


def test_a_cluster_that_nobody_reaches_is_one_line_without_the_password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(URL, "http://reader:secret@127.0.0.1:1 http://127.0.0.1:2")
    said = str(refusal())
    assert "127.0.0.1:1, 127.0.0.1:2" in said
    assert "refused" in said
    assert "secret" not in said


@pytest.mark.parametrize("ui", ["zh", "en"])
def test_a_build_without_its_cluster_says_so_and_ends_with_2(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ui: str
) -> None:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus/corpus.toml").write_text(
        '[library]\nengine = "opensearch"\nindex = "beards"\n\n'
        '[[document]]\nid = "beards"\nfile = "beards.txt"\nlanguage = "zh"\nkind = "central"\n',
        encoding="utf-8",
    )
    (tmp_path / "corpus/beards.txt").write_text("第一条 蓄须者应当每月修剪一次。\n", encoding="utf-8")
    monkeypatch.setenv(URL, NOBODY)
    done = CliRunner().invoke(main, ["--ui", ui, "--library", str(tmp_path), "build"])
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert ("无法连接检索集群" if ui == "zh" else "cannot be reached") in done.stderr


@contextmanager
def answering(monkeypatch: pytest.MonkeyPatch, *answers: tuple[int, bytes]) -> Iterator[list[str]]:
    """A server that gives these answers, the last one for ever; what it was asked."""
    asked: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, body = answers[min(len(asked), len(answers) - 1)]
            asked.append(self.path)
            self.send_response(status)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            return

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        monkeypatch.setenv(URL, f"http://127.0.0.1:{server.server_port}")
        yield asked
        server.shutdown()


@pytest.mark.parametrize(
    ("status", "body", "said"),
    [
        (401, b"Unauthorized", "refuses this user.*http_auth"),
        (403, b'{"error": {"root_cause": [{"reason": "no permissions for [create]"}]}}', "no permissions"),
        (400, b'{"error": {"type": "x", "reason": "no such thing"}}', "cannot do what it was asked.*no such thing"),
        (200, b"<html>a proxy", "cannot do what it was asked"),
    ],
)
def test_what_a_cluster_refuses_is_one_line_with_its_reason(
    monkeypatch: pytest.MonkeyPatch, status: int, body: bytes, said: str
) -> None:
    with answering(monkeypatch, (status, body)) as asked:
        assert re.search(said, str(refusal()))
        assert len(asked) == 1


def test_a_cluster_that_is_busy_is_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    with answering(monkeypatch, (429, b"{}"), (429, b"{}"), (200, b'{"version": {}}')) as asked:
        with Cluster() as reached:
            assert reached.ask(lambda client: client.info()) == {"version": {}}
        assert len(asked) == 3


# ----------------------------------------------------------------------------------------- what is sent


class Taking:
    """A cluster that takes what it is sent as it is told to."""

    def __init__(self, *statuses: dict[str, int]) -> None:
        self.sent: list[list[str]] = []
        self._statuses = list(statuses)

    def ask(self, question: Callable[[Any], Any]) -> Any:
        return question(self)

    def bulk(self, *, index: str, body: str) -> dict[str, Any]:
        ids = [json.loads(line)["index"]["_id"] for line in body.splitlines() if '{"index"' in line]
        self.sent.append(ids)
        refused = self._statuses.pop(0) if self._statuses else {}
        said = [{"_id": own, "status": refused.get(own, 201), "error": {"reason": "it is full"}} for own in ids]
        return {"items": [{"index": one} for one in said]}


def sent(taking: Taking, ids: Sequence[str]) -> list[list[str]]:
    batch = [f'{{"index":{{"_id":"{own}"}}}}\n{{}}\n' for own in ids]
    with_opensearch._send(taking, "beards-0", batch)  # type: ignore[arg-type]
    return taking.sent


def test_only_what_was_not_accepted_is_sent_again() -> None:
    assert sent(Taking({"1": 429, "3": 503}, {"3": 429}), "0123") == [["0", "1", "2", "3"], ["1", "3"], ["3"]]


def test_what_will_never_be_accepted_is_told_and_not_sent_again() -> None:
    taking = Taking({"1": 429, "2": 400})
    with pytest.raises(SearchClusterError, match=r"did not accept 2 of 4.*number 1.*it is full.*old index stays"):
        sent(taking, "0123")
    assert len(taking.sent) == 1


def test_what_is_not_accepted_in_the_end_is_told() -> None:
    with pytest.raises(SearchClusterError, match="did not accept 1 of 1"):
        sent(Taking(*[{"0": 429}] * 9), "0")


# --------------------------------------------------------------------------------------- whose it is


class Holding:
    """A cluster that holds these indexes, each with the mark of its library."""

    def __init__(self, **marks: str) -> None:
        self._marks = {index.replace("_", "-"): mark for index, mark in marks.items()}
        self.indices = self

    def ask(self, question: Callable[[Any], Any]) -> Any:
        return question(self)

    def get_mapping(self, *, index: str) -> dict[str, Any]:
        assert index == "rules-*"
        return {name: {"mappings": {"_meta": {"library": mark}} if mark else {}} for name, mark in self._marks.items()}


def own(**marks: str) -> frozenset[str]:
    return with_opensearch._own(Holding(**marks), Outside(name="rules", mark="ours"))  # type: ignore[arg-type]


def test_indexes_of_ones_own_mark_are_ones_own_and_other_names_are_nobodys_business() -> None:
    assert own() == frozenset()
    served, begun = "rules_0123456789abcdef", "rules_fedcba9876543210"
    found = own(**{served: "ours", begun: "ours", "rules_of_theirs_0123456789abcdef": "theirs"})
    assert found == {served.replace("_", "-"), begun.replace("_", "-")}


@pytest.mark.parametrize("mark", ["theirs", ""])
def test_a_name_that_another_library_has_taken_is_one_line_that_says_what_to_do(mark: str) -> None:
    with pytest.raises(SearchClusterError) as caught:
        own(rules_0123456789abcdef="ours", rules_fedcba9876543210=mark)
    for said in (str(caught.value), caught.value.told("zh")):
        assert "rules-fedcba9876543210" in said
        assert 'index = "…"' in said
        assert "\n" not in said
