"""`policydiff serve`: a look at the site in this machine's browser."""

from __future__ import annotations

import click

from policydiff import files
from policydiff.cli.help import Command, Option
from policydiff.cli.options import example
from policydiff.cli.session import Session, in_session
from policydiff.cli.streams import print_out
from policydiff.errors import ServeError, refusal


@click.command(
    cls=Command,
    zh="供本机浏览器查看已生成的站点，其他机器不能访问；按 Ctrl-C 结束。\n\n"
    "站点不需要服务器，直接打开文件夹中的页面也可以；此命令只供查看。",
    epilog=example("policydiff serve --port 8080"),
)
@click.option(
    "--port",
    cls=Option,
    type=click.IntRange(0, 65535),
    metavar="PORT",
    default=8000,
    show_default=True,
    help="0 takes any free one.",
    zh="端口；0 表示任何空闲的端口。",
)
@in_session
def serve(session: Session, port: int) -> None:
    """Serve the built site to this machine's browser; nobody else can reach it. Ctrl-C ends it.

    The site needs no server: it opens from its folder too. This is for a look.
    """
    import functools
    from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

    from policydiff.build import START_PAGE
    from policydiff.library import SITE

    if files.kind(session.root / START_PAGE) != "file":
        raise ServeError(
            en=f"{session.root / START_PAGE}: no site is built here. Run `policydiff build` first.",
            zh=f"{session.root / START_PAGE}：站点尚未生成。请先运行 `policydiff build`。",
        )

    class Quiet(SimpleHTTPRequestHandler):
        """Serves files and does not talk of every one."""

        def log_message(self, format: str, *arguments: object) -> None:
            return

    handler = functools.partial(Quiet, directory=str(session.root / SITE))
    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    except OSError as error:
        raise ServeError(
            en=f"port {port} cannot be used ({refusal(error).en}). Try another: --port 0.",
            zh=f"端口 {port} 不能使用（{refusal(error).zh}）。请换一个：--port 0。",
        ) from error
    with server:
        print_out(f"http://127.0.0.1:{server.server_address[1]}/\n")
        session.say(en="Ctrl-C ends it.", zh="按 Ctrl-C 结束。")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            session.say(en="Ended.", zh="已结束。")
