"""Templates that are compiled once, as Python keeps its modules: in `__pycache__` beside them.

Compiling those of a site takes as long as setting some fifty pages. Where nothing can be written, they are compiled
each time.
"""

from __future__ import annotations

import hashlib
import sys
from contextlib import suppress
from functools import cached_property
from pathlib import Path

from jinja2 import BytecodeCache, __version__
from jinja2.bccache import Bucket

from policydiff.files import put

FOLDER = Path(__file__).parent / "templates" / "__pycache__"


class Compiled(BytecodeCache):
    """Compiled templates under a hash of what they were compiled with; that of its source is looked at by Jinja."""

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket where there is such a template."""
        with suppress(OSError), self._path(bucket).open("rb") as file:
            bucket.load_bytecode(file)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what is in the bucket, whole or not at all."""
        if sys.dont_write_bytecode:
            return
        with suppress(OSError):
            FOLDER.mkdir(exist_ok=True)
            put(self._path(bucket), bucket.bytecode_to_string())

    def _path(self, bucket: Bucket) -> Path:
        return FOLDER / f"{bucket.key}-{self._made_with}.pyc"

    @cached_property
    def _made_with(self) -> str:
        """Changes with Jinja and with the settings that templates are compiled with."""
        settings = Path(__file__).with_name("render.py").read_bytes()
        return hashlib.sha256(__version__.encode() + settings).hexdigest()[:16]
