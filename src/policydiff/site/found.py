"""What the comparisons of a library found, for the search page and `policydiff search --findings`: a piece of data for
each, beside its page.

    data/comparisons.js     which comparisons there are, and which pieces hold what they found
    data/found-a--b.js      each finding: what it is told as, at which provisions of either side, where it is read, how
                            grave it is, what it quotes and says
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from policydiff.errors import SearchIndexError
from policydiff.gravity import rank
from policydiff.library import Entry
from policydiff.messages import message_parts, quotations
from policydiff.model import Finding, Language
from policydiff.search import Listed
from policydiff.site.pages import Compared, visible
from policydiff.site.shards import script
from policydiff.site.to_check import Notice, notices
from policydiff.wording import TOLD_AS, told_as

_COMPARISONS = "comparisons"


def comparisons(pairs: Iterable[tuple[str, Entry, Entry]]) -> tuple[str, str]:
    """The path and the script of the list of all comparisons, each with its name and its two documents."""
    listed = [
        {
            "name": name,
            "documents": [base.id, target.id],
            "titles": [visible(base.title), visible(target.title)],
            "kind": target.kind,
            "lang": target.language,
        }
        for name, base, target in pairs
    ]
    return _path(_COMPARISONS), script(_COMPARISONS, listed)


def found(one: Compared) -> tuple[str, str]:
    """The path and the script of what a comparison found. What findings say is told once for all that say it."""
    says: dict[str, int] = {}
    listed = []
    for notice in notices(one):
        finding = notice.finding
        said = json.dumps([_parts(finding, "zh"), _parts(finding, "en")], ensure_ascii=False)
        listed.append(
            [
                told_as(finding),
                *map(" ".join, notice.eids),
                visible(notice.label),
                notice.page.partition("#")[2],
                _place(notice),
                *map(visible, quotations(finding)),
                says.setdefault(said, len(says)),
            ]
        )
    name = f"found-{one.name}"
    return _path(name), script(name, {"says": [*map(json.loads, says)], "found": listed})


def listed(site: Path) -> Iterator[Listed]:
    """The findings of all comparisons of a site, in their order."""
    name = _COMPARISONS
    try:
        for one in _piece(site, name):
            name = f"found-{one['name']}"
            yield from _of_comparison(one, _piece(site, name))
    except (LookupError, TypeError, ValueError) as error:  # of another version
        raise _broken(site / _path(name)) from error


def _of_comparison(one: Any, held: Any) -> Iterator[Listed]:
    """The findings of a comparison, by its entry in the list of all and what its piece holds."""
    for kind, base_eids, target_eids, label, anchor, place, base, target, says in held["found"]:
        if kind not in TOLD_AS:
            raise ValueError(kind)
        zh, en = held["says"][says]
        yield Listed(
            documents=(one["documents"][0], one["documents"][1]),
            titles=(one["titles"][0], one["titles"][1]),
            kind=one["kind"],
            language=one["lang"],
            told_as=kind,
            eids=(tuple(base_eids.split()), tuple(target_eids.split())),
            label=label,
            page=f"comparisons/{one['name']}.html#{anchor}",
            place=place,
            quoted=(base, target),
            says={"zh": tuple(zh), "en": tuple(en)},
        )


def _parts(finding: Finding, language: Language) -> tuple[str, ...]:
    """What a finding says, cut where it quotes; of a rule that is none of this program's, the words before it."""
    parts = message_parts(finding, language) or ("{base}", " → ", "{target}", f" {finding.message}")
    return tuple(map(visible, parts))


def _place(notice: Notice) -> int:
    """How grave a finding is as one number, by which lists of what is to be checked are in order."""
    last, second, third = rank(notice.finding, doubtful=notice.doubtful)
    return (last * 1000 + second) * 1000 + third


def _path(name: str) -> str:
    return f"data/{name}.js"


def _piece(site: Path, name: str) -> Any:
    """What a piece of the site's data holds."""
    path = site / _path(name)
    try:
        _, _, value = path.read_text(encoding="utf-8").partition(",")
        return json.loads(value.rstrip().removesuffix(");"))
    except FileNotFoundError as error:
        raise SearchIndexError(
            en=f"{path}: is not there. Run `policydiff build` to make the site, which holds what was found.",
            zh=f"{path}：不存在。提示存放在站点中，请先运行 `policydiff build`。",
        ) from error
    except (OSError, ValueError, RecursionError) as error:
        raise _broken(path) from error


def _broken(path: Path) -> SearchIndexError:
    return SearchIndexError(
        en=f"{path}: is broken. Run `policydiff build` to make the site anew.",
        zh=f"{path}：已损坏。请运行 `policydiff build` 重新生成站点。",
    )
