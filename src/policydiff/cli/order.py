"""Whether two texts are a superior rule and one below it, in this order; what else they seem to be is told."""

from __future__ import annotations

from policydiff.cli.session import Session
from policydiff.model import Document


def tell_if_reversed(session: Session, base: Document, target: Document) -> bool:
    """That BASE says it rests on TARGET: all that is called omitted would be added, and the other way round; whether
    that is so."""
    from policydiff.library.describe import describe, title_key
    from policydiff.report.terminal import visible
    from policydiff.titles import cited

    named = title_key(target.title)
    reversed_ = bool(named) and named in map(title_key, describe(base).bases)
    if reversed_:
        local, superior = (cited(visible(document.name)) for document in (base, target))
        session.say(
            en=f"Note: {local} says that it rests on {superior}. The superior rule comes first: are the two the wrong "
            "way round?",
            zh=f"注意：{local}称以{superior}为依据。上位法应当写在前面，两者可能写反了。",
        )
    return reversed_


def tell_if_one_text(session: Session, base: Document, target: Document) -> bool:
    """That both sides are one and the same text; whether that is so."""
    is_one = (base.title, base.provisions) == (target.title, target.provisions)
    if is_one:
        name = as_cited(base)
        session.say(
            en=f"Note: both sides are one and the same text ({name}). Are these the texts that you mean?",
            zh=f"注意：两边是同一份文本（{name}），请核对文件是否选对。",
        )
    return is_one


def as_cited(document: Document) -> str:
    """What a document is called in a note to the user: its title as it is cited, or else its name."""
    from policydiff.report.terminal import visible
    from policydiff.titles import cited

    return cited(visible(document.title)) if document.title else visible(document.name)
