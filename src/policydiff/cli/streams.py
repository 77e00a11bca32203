"""What goes to stdout and to stderr, under any locale and whoever reads it."""

from __future__ import annotations

import os
import sys
from typing import TextIO

import click

from policydiff.errors import PolicydiffError, refusal


def is_terminal(stream: TextIO | None) -> bool:
    """Whether somebody looks at it; a stream that the caller closed is none."""
    return stream is not None and stream.isatty()


def speak_utf_8(*streams: TextIO | None) -> None:
    """Texts are Chinese whatever the locale says; what cannot be encoded at all shows as an escape."""
    for stream in streams:
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def print_out(text: str) -> None:
    """A result on stdout; that the reader has gone (`| head`) is no failure."""
    if sys.stdout is None:
        raise PolicydiffError(
            en="stdout is closed. Leave it open, or send it to a file.",
            zh="标准输出已关闭。请保持打开，或者输出到文件。",
        )
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError as error:
        # What is left in the buffer would fail once more, and with another exit code, when Python ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            raise PolicydiffError(
                en=f"stdout cannot be written to ({refusal(error).en}). Check the disk space.",
                zh=f"无法写入标准输出（{refusal(error).zh}）。请检查磁盘空间。",
            ) from error


def talk(line: str) -> None:
    """A line on stderr; that nobody reads it is no failure, for the code says it still."""
    import contextlib

    with contextlib.suppress(OSError):
        click.echo(line, err=True)


def tell(message: str) -> None:
    """What went wrong or does not hold any more: a line on stderr under the name of the program."""
    from policydiff.report.terminal import visible

    talk(f"policydiff: {visible(message)}")
