"""A mail server that takes everything and remembers it."""

import re
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_ANSWERS = {"DATA": "354 go on", "QUIT": "221 bye"}


class Sink(socketserver.ThreadingTCPServer):
    """`taken` holds the ids in order, `mails` the mails themselves; `arriving` is set while one is on its way in."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Session)
        self.taken: list[str] = []
        self.mails: list[bytes] = []
        self.arriving = threading.Event()


class _Session(socketserver.StreamRequestHandler):
    server: Sink

    def handle(self) -> None:
        self.wfile.write(b"220 sink\r\n")
        while line := self.rfile.readline().decode("ascii", "replace").strip():
            word = line.split()[0].upper()
            self.wfile.write(f"{_ANSWERS.get(word, '250 ok')}\r\n".encode())
            if word == "QUIT":
                return
            if word == "DATA" and not self._take():
                return

    def _take(self) -> bool:
        """Read one mail; the sender may be killed anywhere, also before it hears that it was taken."""
        mail = b""
        while not mail.endswith(b"\r\n.\r\n"):
            line = self.rfile.readline()
            if not line:
                return False
            mail += line
        found = re.search(rb"^Message-ID:\s*(<[^>]+>)", mail, re.MULTILINE | re.IGNORECASE)
        assert found, mail
        self.server.mails.append(mail)
        self.server.taken.append(found.group(1).decode())
        self.server.arriving.set()
        threading.Event().wait(0.05)  # long enough for the sender to be killed between handing over and noting it
        self.wfile.write(b"250 taken\r\n")
        return True


@contextmanager
def sink() -> Iterator[Sink]:
    with Sink() as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield server
        finally:
            server.shutdown()
