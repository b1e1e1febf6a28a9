# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Show the window that is already open on a logbook, asked for by a second start.

The socket is local to this computer and this user; nothing else ever listens or connects.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_WAIT = 2_000
_SHOW = b"show\n"
_SHOWN = b"shown\n"


class ShowRequests(QObject):
    """Listens for a second window that asks to show this one.

    Signals:
        show_requested(): another start of the program wants to see this window.
    """

    show_requested = Signal()

    def __init__(self, logbook: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_server_new_connection)
        name = server_name(logbook)
        if not self._server.listen(name):
            # What a killed window left behind; the lock tells that nobody listens there.
            QLocalServer.removeServer(name)
            self._server.listen(name)

    def close(self) -> None:
        """Stop listening."""
        self._server.close()

    @Slot()
    def _on_server_new_connection(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.readyRead.connect(self._on_socket_ready_read)
            socket.disconnected.connect(socket.deleteLater)
            if socket.bytesAvailable():
                self._answer(socket)

    @Slot()
    def _on_socket_ready_read(self) -> None:
        socket = self.sender()
        if isinstance(socket, QLocalSocket):
            self._answer(socket)

    def _answer(self, socket: QLocalSocket) -> None:
        if bytes(socket.read(len(_SHOW)).data()) == _SHOW:
            socket.write(_SHOWN)
            socket.flush()
            self.show_requested.emit()
        else:
            socket.abort()


def ask_to_show(logbook: Path) -> bool:
    """Ask the window on this logbook to show itself; False when it does not answer."""
    socket = QLocalSocket()
    socket.connectToServer(server_name(logbook))
    if not socket.waitForConnected(_WAIT):
        return False
    socket.write(_SHOW)
    socket.flush()
    answered = socket.waitForReadyRead(_WAIT) and bytes(socket.readAll().data()) == _SHOWN
    socket.disconnectFromServer()
    return answered


def server_name(logbook: Path) -> str:
    """A name that belongs to this file of this user."""
    place = f"{Path.home()}\n{logbook.resolve()}"
    return "logboek-" + hashlib.sha256(place.encode("utf-8", "surrogateescape")).hexdigest()[:24]
