"""What is only installed where it is asked for, and the command by which this very installation gets it.

    pdf       PDF files                             fast         a faster search of large libraries
    cluster   a library built on several machines   opensearch   and searched on several

policydiff stands on no index, and another `pip` than that of the running Python installs where it is not looked for. So
the command names this Python and the package itself, and may be typed in any folder.
"""

from __future__ import annotations

import os
import shlex
import sys
from typing import Literal

Extra = Literal["pdf", "fast", "opensearch", "cluster"]
NEEDS: dict[Extra, str] = {  # as pyproject.toml says
    "pdf": "pypdfium2>=5",
    "fast": "tantivy>=0.27",
    "opensearch": "opensearch-py>=3",
    "cluster": "distributed>=2026.1",
}


def install(extra: Extra) -> str:
    """The command that installs what an extra needs for the Python that runs this."""
    return f'{_python()} -m pip install "{NEEDS[extra]}"'


def _python() -> str:
    """The running Python, as one types it in a shell: on Windows in PowerShell, which runs no quoted name by itself."""
    python = sys.executable or "python3"
    if os.name != "nt":
        return shlex.quote(python)
    return f'& "{python}"' if " " in python else python
