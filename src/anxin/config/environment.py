"""What may be set from outside: `ANXIN_*` variables, typed and checked at start."""

import os
import secrets
from pathlib import Path
from typing import Any

from pydantic import BaseModel, Field, field_validator


class Environment(BaseModel):
    """Settings from the environment; the names are these in capitals with `ANXIN_` before."""

    data: Path = Path("var")
    """Folder of database, files and keys."""
    database_url: str = ""
    """`postgresql://user:password@host:port/name`; empty = SQLite in `data`."""
    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=1, le=65535)
    public_url: str = ""
    """Where customers reach us; links in messages begin with it. Empty = http://host:port."""
    allowed_hosts: list[str] = ["127.0.0.1", "localhost", "[::1]", "testserver"]
    trusted_proxies: list[str] = []
    """Addresses whose X-Forwarded-For is believed."""
    debug: bool = False
    demo: bool = False
    """Shows demo accounts and simulators. Never on a real installation."""
    secret_key: str = ""
    seal_key: str = ""
    """64 hex digits. Empty keys are made once and kept in `data`, readable by the owner alone."""
    smtp_url: str = ""
    """`smtp://user:password@host:port`; empty = messages are kept, not sent."""
    openid_issuer: str = ""
    """An OpenID Connect provider by which staff may log in, exactly as it names itself; empty = off."""
    openid_client_id: str = ""
    openid_client_secret: str = ""
    openid_name: str = "OpenID"
    """What the button on the log-in page calls it."""
    embedded_worker: bool = True

    @field_validator("allowed_hosts", "trusted_proxies", mode="before")
    @classmethod
    def _split(cls, value: Any) -> Any:
        return [part.strip() for part in value.split(",") if part.strip()] if isinstance(value, str) else value

    @field_validator("openid_issuer")
    @classmethod
    def _encrypted(cls, value: str) -> str:
        if value and not value.startswith(("https://", "http://127.0.0.1", "http://localhost")):
            raise ValueError("an OpenID provider is reached by https")
        return value

    @property
    def base_url(self) -> str:
        return self.public_url.rstrip("/") or f"http://{self.host}:{self.port}"


def read() -> Environment:
    """The environment, with keys made where none are given. Raises pydantic's ValidationError naming the variable."""
    given = {
        name: os.environ[f"ANXIN_{name.upper()}"]
        for name in Environment.model_fields
        if f"ANXIN_{name.upper()}" in os.environ
    }
    found = Environment.model_validate(given)
    found.data = found.data.resolve()
    found.data.mkdir(parents=True, exist_ok=True)
    found.secret_key = found.secret_key or _kept(found.data / "secret.key")
    found.seal_key = found.seal_key or _kept(found.data / "seal.key")
    return found


def _kept(path: Path) -> str:
    """The key in a file, made with 32 random bytes if the file is not there."""
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text("ascii").strip()
    key = secrets.token_hex(32)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(key)
    return key
