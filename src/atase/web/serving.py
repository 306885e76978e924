"""Serving the workbench on this machine."""

import os
import socket
from collections.abc import Callable
from threading import Thread

from atase.errors import AtaseError
from atase.i18n import _

HOST = "127.0.0.1"
THREADS = 4


def serve(register: str, port: int, announce: Callable[[str, bool], None]) -> None:
    """Serve a register to the person at this machine until Ctrl-C.

    Args:
        port: 0 for any that is free.
        announce: called with each link to sign in by, and whether it is the first: each is good once.

    Raises:
        AtaseError: the register cannot be opened, or the port is taken.
    """
    os.environ.update(ATASE_REGISTER=register, DJANGO_SETTINGS_MODULE="atase.web.settings")
    listening = _listen(port)
    from waitress import create_server

    from atase.web import link, middleware, vega
    from atase.web.wsgi import application

    opened = middleware.opened(register)
    vega.prepare()
    from atase.web import subjects  # models exist only once Django is set up

    Thread(target=subjects.frames, args=(opened,), daemon=True).start()  # of a large register it takes seconds
    place = f"http://{HOST}:{listening.getsockname()[1]}/sign-in?token="
    server = create_server(
        application, sockets=[listening], threads=THREADS, ident="", clear_untrusted_proxy_headers=True
    )
    announce(place + link.start(lambda token: announce(place + token, False)), True)
    server.run()


def _listen(port: int) -> socket.socket:
    listening = socket.socket()
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((HOST, port))
    except OSError as error:
        message = _("port {port} is taken or not allowed ({reason}); name another with --port")
        raise AtaseError(message.format(port=port, reason=error.strerror)) from error
    return listening
