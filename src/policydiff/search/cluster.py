"""The cluster that a library may be searched on: how one reaches it, and asking it patiently.

    OPENSEARCH_URL=https://search-1:9200,https://search-2:9200        where it is
    ~/.config/policydiff/opensearch.toml                              the same and all else: the client's own settings

Who asks, and under which certificates, is the user's affair and stands in no library. Neither does the address: a
library that came from elsewhere shall not say where somebody's password is sent.
"""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Self

from opensearchpy import OpenSearch
from opensearchpy.exceptions import (
    AuthenticationException,
    AuthorizationException,
    ImproperlyConfigured,
    OpenSearchException,
    SSLError,
    TransportError,
)
from opensearchpy.exceptions import ConnectionError as UnreachedError

from policydiff import toml
from policydiff.errors import SearchClusterError
from policydiff.files import kind

URL, FILE = "OPENSEARCH_URL", "POLICYDIFF_OPENSEARCH"

# The settings of opensearchpy.OpenSearch that can stand in a file. It takes any others too, without a word.
_SETTINGS = {
    *("hosts", "http_auth", "headers", "http_compress", "timeout", "url_prefix", "use_ssl", "verify_certs"),
    *("ca_certs", "client_cert", "client_key", "ssl_assert_hostname", "ssl_assert_fingerprint", "ssl_show_warn"),
}
_FILES = {"ca_certs", "client_cert", "client_key"}
_USUAL = {"timeout": 30, "retry_on_timeout": True, "max_retries": 5}
# Seconds between attempts: the others need some time to agree that a machine has stopped, and on who takes its part.
WAITS = (0.1, 0.2, 0.5, 1.0, 2.0, 4.0, 8.0, 15.0)

logging.getLogger("opensearch").addHandler(logging.NullHandler())  # what fails is told once, here


class Cluster:
    """A cluster, asked patiently: one of its machines may stop at any moment. Whatever goes wrong for good is a
    SearchClusterError of one line; that something is not there is the client's NotFoundError."""

    def __init__(self) -> None:
        try:
            self._client = OpenSearch(**_USUAL | settings())
        except (ImproperlyConfigured, OSError, TypeError, ValueError) as error:
            raise _misconfigured(str(error)) from error
        self._reached = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._client.close()

    def ask(self, question: Callable[[OpenSearch], Any]) -> Any:
        """The answer. A cluster that has answered once is asked again while only a part of it may be gone."""
        for wait in (*WAITS, None):
            try:
                answer = question(self._client)
            except TransportError as error:
                if error.status_code == 404:
                    raise
                if wait is None or not self._may_pass(error):
                    raise self._told(error) from error
                time.sleep(wait)
            except OpenSearchException as error:  # an answer that is no JSON
                raise self._told(error) from error
            else:
                self._reached = True
                return answer
        raise AssertionError("the last attempt returns or raises")

    def _may_pass(self, error: TransportError) -> bool:
        if isinstance(error, UnreachedError):
            return self._reached and not isinstance(error, SSLError)
        return may_pass(error.status_code)

    def _told(self, error: OpenSearchException) -> SearchClusterError:
        """What a failed request means for whoever made it."""
        at = ", ".join(_address(host) for host in self._client.transport.hosts)
        match error:
            case AuthenticationException() | AuthorizationException():
                return SearchClusterError(
                    en=f"The search cluster ({at}) refuses this user ({_reason(error)}). Correct `http_auth` in "
                    f"{settings_file()}, or ask whoever looks after the cluster.",
                    zh=f"检索集群（{at}）拒绝了当前用户（{_reason(error)}）。请更正 {settings_file()} 中的 http_auth，"
                    "或者联系集群管理员。",
                )
            case SSLError():
                return SearchClusterError(
                    en=f"The search cluster ({at}) cannot be trusted ({_reason(error)}). Set `ca_certs` in "
                    f"{settings_file()} to the certificate of whoever signed its own.",
                    zh=f"无法信任检索集群（{at}）的证书（{_reason(error)}）。请在 {settings_file()} 中用 ca_certs "
                    "指定签发机构的证书。",
                )
            case UnreachedError():
                return SearchClusterError(
                    en=f"The search cluster ({at}) cannot be reached ({_reason(error)}). Check that it runs and that "
                    f"{URL} or {settings_file()} says where.",
                    zh=f"无法连接检索集群（{at}；{_reason(error)}）。请检查集群是否运行，以及 {URL} 或者 "
                    f"{settings_file()} 中的地址。",
                )
            case _:
                return SearchClusterError(
                    en=f"The search cluster ({at}) cannot do what it was asked ({_reason(error)}). Look at its own log "
                    "and try again.",
                    zh=f"检索集群（{at}）未能完成请求（{_reason(error)}）。请查看集群日志后重试。",
                )


def may_pass(status: object) -> bool:
    """Whether what was refused so may be accepted a little later: too much at once, or somebody is gone."""
    return isinstance(status, int) and (status == 429 or status >= 500)


# ------------------------------------------------------------------------------------------- settings


def settings() -> dict[str, Any]:
    """What the client is made with, as the user's file and environment say."""
    out = _from_file(settings_file())
    if urls := os.environ.get(URL, "").replace(",", " ").split():
        out["hosts"] = urls
    if not out.get("hosts"):
        raise SearchClusterError(
            en=f"Nothing says where the search cluster is. Set {URL} to its addresses, such as "
            f"https://search-1:9200,https://search-2:9200, or write them as `hosts` into {settings_file()}.",
            zh=f"尚未指定检索集群的地址。请设置环境变量 {URL}，例如 https://search-1:9200,https://search-2:9200；"
            f"或者写入 {settings_file()} 的 hosts。",
        )
    return out


def settings_file() -> Path:
    """Where the client's settings may stand."""
    home = os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"
    return Path(os.environ.get(FILE) or Path(home) / "policydiff" / "opensearch.toml")


def _from_file(path: Path) -> dict[str, Any]:
    if not os.environ.get(FILE) and kind(path) == "nothing":
        return {}
    table = toml.read(path, SearchClusterError)
    known = ", ".join(sorted(_SETTINGS))
    table.only(_SETTINGS, lambda _: (f"Known are {known}.", f"可用的是 {known}。"))
    for name in table.held.keys() & _FILES:
        if not Path(str(table.held[name])).is_file():
            raise table.wrong(
                en=f"{name}: there is no file {table.held[name]}. Correct it there.",
                zh=f"{name}：没有文件 {table.held[name]}。请改正。",
            )
    return dict(table.held)


def _misconfigured(why: str) -> SearchClusterError:
    return SearchClusterError(
        en=f"{settings_file()}: these are no settings to reach a search cluster with ({why}). Correct them there.",
        zh=f"{settings_file()}：检索集群的连接设置有误（{why}）。请改正。",
    )


def _address(host: dict[str, Any]) -> str:
    """Where a machine is, without the name and the password that may stand in its address."""
    return f"{host.get('host', 'localhost')}:{host.get('port', 9200)}"


def _reason(error: OpenSearchException) -> str:
    """Why, on one line: the cluster's own reason where it gave one."""
    info = getattr(error, "info", None) if len(error.args) > 2 else None
    said = info.get("error") if isinstance(info, dict) else None
    if isinstance(said, dict):
        causes = [*said.get("root_cause", ()), said]
        said = next((str(cause["reason"]) for cause in causes if cause.get("reason")), said.get("type"))
    status = getattr(error, "status_code", "") if error.args else ""
    cause = getattr(info, "__cause__", None)
    plain = said or getattr(info, "reason", None) or getattr(cause, "strerror", None) or info or error
    return " ".join(f"{status if isinstance(status, int) else ''} {plain}".split())[:300]
