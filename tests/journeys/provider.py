"""A small OpenID provider with a real key, and every lie it can be told to tell."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT, SECRET = "anxin", "the client's own secret"


def _key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


class Provider(ThreadingHTTPServer):
    """`lies` overrides claims; `named` what it calls itself; `forged` signs with a key nobody published."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answer)
        self.issuer = f"http://127.0.0.1:{self.server_address[1]}"
        self.named, self.forged, self.unsigned = self.issuer, False, False
        self.lies: dict[str, Any] = {}
        self.asked: dict[str, str] = {}
        self.redeemed: dict[str, str] = {}
        self.key, self.other = _key(), _key()

    def authorize(self, location: str) -> str:
        """The person logs in there; the query with which the browser is sent back."""
        self.asked = {name: values[0] for name, values in parse_qs(urlsplit(location).query).items()}
        return f"code=one-code&state={self.asked['state']}"

    def token(self) -> str:
        now = datetime.now(UTC)
        claims = {
            "iss": self.issuer, "aud": CLIENT, "sub": "42", "iat": now, "exp": now + timedelta(minutes=5),
            "nonce": self.asked.get("nonce", ""), "email": "Lin@anxin.example", "email_verified": True,
        }  # fmt: skip
        told = {name: value for name, value in {**claims, **self.lies}.items() if value is not None}
        if self.unsigned:
            return jwt.encode(told, "", algorithm="none")
        return jwt.encode(told, self.other if self.forged else self.key, algorithm="RS256", headers={"kid": "k1"})

    def said(self, path: str) -> dict[str, Any]:
        if path == "/token":
            return {"access_token": "x", "token_type": "Bearer", "id_token": self.token()}
        if path == "/keys":
            public = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(self.key.public_key()))
            return {"keys": [{**public, "kid": "k1", "alg": "RS256", "use": "sig"}]}
        ends = {"authorization_endpoint": "/authorize", "token_endpoint": "/token", "jwks_uri": "/keys"}
        return {"issuer": self.named, **{name: f"{self.issuer}{end}" for name, end in ends.items()}}


class _Answer(BaseHTTPRequestHandler):
    server: Provider

    def do_GET(self) -> None:
        self._tell(self.server.said(self.path))

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.server.redeemed = {name: values[0] for name, values in parse_qs(body).items()}
        self._tell(self.server.said(self.path))

    def _tell(self, told: dict[str, Any]) -> None:
        body = json.dumps(told).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Silent."""


@contextmanager
def provider() -> Iterator[Provider]:
    with Provider() as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield server
        finally:
            server.shutdown()
