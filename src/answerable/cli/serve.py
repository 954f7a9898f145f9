"""answerable serve"""

from __future__ import annotations

from typing import TYPE_CHECKING

from answerable.cli import options
from answerable.cli.printing import say

if TYPE_CHECKING:
    from answerable.store import Store


def serve(db: options.Db, host: options.Host, port: options.Port) -> None:
    """Show the record in the browser, until Ctrl-C.

    \b
    Examples:
      answerable serve
      answerable serve --db water.db --port 8080
    """
    from answerable.store import open_store

    config = options.config()
    serve_store(open_store(db, create=False), host, port, config.notice, config.site)


def serve_store(store: Store, host: str, port: int, notice: str, address: str = "") -> None:
    """Serves the pages of a store until the process is interrupted. Raises UsageError if the port is taken.

    `address` is where readers find the site, if that is not what their requests say.
    """
    import socket

    import uvicorn

    from answerable.errors import UsageError
    from answerable.web.app import create_app

    server = uvicorn.Server(uvicorn.Config(create_app(store, notice=notice, address=address), log_level="warning"))
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((host, port))
            listening.listen()
        except OSError as error:
            raise UsageError(f"cannot listen on {host}:{port}: {error.strerror}; try another --port") from error
        shown = f"[{host}]" if family is socket.AF_INET6 else host
        say(f"Serving {store.name} at http://{shown}:{listening.getsockname()[1]}/ (Ctrl-C ends it)")
        server.run(sockets=[listening])
