"""A rule by which a reviewer judges."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from policydiff.model import Language

Words = Mapping[Language, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """A rule by which a reviewer judges: how it is cited, and what it asks."""

    cited: Words
    asks: Words


def criterion(zh: tuple[str, str], en: tuple[str, str]) -> Criterion:
    """A criterion as it is cited and what it asks, in Chinese and in English."""
    return Criterion(cited={"zh": zh[0], "en": en[0]}, asks={"zh": zh[1], "en": en[1]})
