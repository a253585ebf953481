"""`serve`: web page, HTTP API and SPARQL endpoint in one process."""

import logging
import socket
from typing import Annotated

import typer
import uvicorn

from api.accounts import FIRST_ACCOUNT, Accounts, new_password
from api.app import create_app
from api.commands.options import Home, settings_of
from api.layout import Layout
from api.writer import open_for_writing

__all__ = ["send_at_once", "serve"]


def serve(
    context: typer.Context,
    *,
    host: Annotated[str | None, typer.Option(help="Address to listen at.")] = None,
    port: Annotated[int | None, typer.Option(help="Port to listen at; 0 takes a free one.")] = None,
    home: Home = None,
) -> None:
    """Serve the page, the API and the SPARQL endpoint until stopped with Ctrl+C.

    Example: nachbarwissen serve --port 8080
    """
    settings = settings_of(context, home, host=host, port=port)
    if Layout(settings.home).published() is None:
        with open_for_writing(settings):
            typer.echo(f"{settings.home} was empty; documents come by `ingest`.", err=True)
    _make_first_account(Accounts(Layout(settings.home).accounts))
    logging.basicConfig(level=logging.WARNING)
    app = create_app(settings)
    config = uvicorn.Config(app, host=settings.host, port=settings.port, log_level="warning")
    listener = config.bind_socket()
    send_at_once(listener)
    # From here on a connection waits for its turn instead of being refused.
    listener.listen()
    address, number = listener.getsockname()[:2]
    typer.echo(f"Open http://{address}:{number}/ in a browser; Ctrl+C stops the server.", err=True)
    app.state.sparql.warm_up()
    app.state.rulings.start()
    try:
        uvicorn.Server(config).run(sockets=[listener])
    finally:
        app.state.sparql.close()
        app.state.bringing.close()
        app.state.rulings.close()


def _make_first_account(accounts: Accounts) -> None:
    """Make the editors' account where there is none, and say its password this once."""
    if accounts.names():
        return
    password = new_password()
    accounts.set_password(FIRST_ACCOUNT, password)
    typer.echo(
        f"An account for editing was made. Name: {FIRST_ACCOUNT}  Password: {password}\n"
        "The password is shown this once; `nachbarwissen password` sets another.",
        err=True,
    )


def send_at_once(listener: socket.socket) -> None:
    """Make connections send every part of an answer at once, without waiting for more.

    asyncio does so only for sockets that were opened with their protocol's number; without it a
    body waits 40 ms for the client's word that it has the head.
    """
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
