"""A library: the documents in a folder, what each of them is, and which rule implements which.

    corpus.toml ──open_library──▶ Library                                    catalogue.py: library.py, offers.py
    a folder    ──init──▶ an empty library                                   init.py
    files       ──add──▶ more entries, and what was found out about them     add.py: folders.py, shelf.py, entries.py,
                                                                             names.py, outcomes.py
    a rule      ──describe──▶ what it says of itself                         describe.py: acts.py, english.py
    ids         ──remove──▶ fewer entries, and where everything is now       remove.py: entries.py
    an entry    ──document_of──▶ its Document                                reading.py
    a rule      ──implemented──▶ its superiors, and how they are known       superiors.py: grounds.py, editions.py
    a rule      ──original──▶ what of these documents it translates          translations.py
    a rule      ──likeliest──▶ which rules it may rest on, where it names none  likely.py
    a library   ──loose──▶ local rules that are compared with nothing and could be    loose.py
    two rules   ──corresponds──▶ whether they have to do with each other     bearing.py

Opening one needs no reader and no parser, so `add`, what it describes, `remove` and `implemented` are imported from
their own modules.
"""

from policydiff.library.catalogue import open_library
from policydiff.library.library import (
    CATALOGUE,
    CORPUS,
    ENGINES,
    INDEXES,
    OPENSEARCH,
    RELATIONS,
    SITE,
    TANTIVY,
    WHOOSH,
    EngineName,
    Entry,
    Library,
    Pair,
    Refused,
    decisions_file,
    sha256_of,
)

__all__ = [
    "CATALOGUE",
    "CORPUS",
    "ENGINES",
    "INDEXES",
    "OPENSEARCH",
    "RELATIONS",
    "SITE",
    "TANTIVY",
    "WHOOSH",
    "EngineName",
    "Entry",
    "Library",
    "Pair",
    "Refused",
    "decisions_file",
    "open_library",
    "sha256_of",
]
