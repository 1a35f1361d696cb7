"""The ASGI application: ordinary requests in threads that stay, the live stream in the event loop."""

import asyncio
import os
from concurrent.futures import ThreadPoolExecutor
from tempfile import SpooledTemporaryFile
from typing import IO, Any

import django
from django.conf import settings
from django.core.asgi import get_asgi_application
from django.core.exceptions import RequestAborted
from django.core.handlers.asgi import ASGIHandler, get_script_prefix
from django.core.handlers.base import BaseHandler
from django.core.signals import request_started
from django.urls import set_script_prefix

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "anxin.config.settings")
django.setup(set_prefix=False)  # a server that is given this module by its name has read no models yet

from anxin.kernel.http.middleware import MAX_BODY  # noqa: E402

STREAM = "/api/stream"
#: Requests answered at once by one process; each thread keeps its database connection.
THREADS = 16


class Pooled(ASGIHandler):
    """Answers a request whole, middleware and all, in one thread of a pool.

    Django's own handler starts a thread for every request, opens a database connection in it, and hops between it
    and the event loop at each middleware: on SQLite that took longer than reading a list of 25 tickets.
    """

    def __init__(self) -> None:
        BaseHandler.__init__(self)  # the parent would load the middleware for the event loop
        self.load_middleware(is_async=False)
        self._pool = ThreadPoolExecutor(THREADS, thread_name_prefix="anxin-request")

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        try:
            scope, body = await self._received(scope, receive)
        except RequestAborted:
            return
        head, content = await asyncio.get_running_loop().run_in_executor(self._pool, self._answer, scope, body)
        await send(head)
        await send({"type": "http.response.body", "body": content})

    async def _received(self, scope: Any, receive: Any) -> tuple[Any, IO[bytes]]:
        """The body, and the scope with its length: a body sent in chunks names none, and is judged all the same.

        What is too long is not kept; the middleware refuses it by the length.
        """
        body = SpooledTemporaryFile(max_size=settings.FILE_UPLOAD_MAX_MEMORY_SIZE, mode="w+b")  # noqa: SIM115  # who answers closes it
        length, more = 0, True
        while more and length <= MAX_BODY:
            message = await receive()
            if message["type"] == "http.disconnect":
                body.close()
                raise RequestAborted
            chunk, more = message.get("body", b""), message.get("more_body", False)
            length += len(chunk)
            body.write(chunk)
        if length > MAX_BODY:
            body.truncate(0)
        body.seek(0)
        named = [(name, value) for name, value in scope["headers"] if name != b"content-length"]
        return {**scope, "headers": [*named, (b"content-length", b"%d" % length)]}, body

    def _answer(self, scope: Any, body: IO[bytes]) -> tuple[dict[str, Any], bytes]:
        """The response as ASGI's first message and its body; a file is read whole."""
        set_script_prefix(get_script_prefix(scope))
        request_started.send(sender=type(self), scope=scope)
        with body:
            request, refused = self.create_request(scope, body)
            response: Any = refused if request is None else self.get_response(request)
            content = b"".join(response) if response.streaming else response.content
            response.close()
        cookies = ((b"Set-Cookie", cookie.output(header="").strip().encode()) for cookie in response.cookies.values())
        headers = [(name.encode("ascii"), value.encode("latin1")) for name, value in response.items()]
        return {
            "type": "http.response.start",
            "status": response.status_code,
            "headers": [*headers, *cookies],
        }, content


class Application:
    """What uvicorn calls."""

    def __init__(self) -> None:
        self._stream = get_asgi_application()
        self._pooled = Pooled()

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        stream = scope["path"] == STREAM and scope["method"] == "GET"  # a body that is posted there is not read by it
        handler = self._stream if stream else self._pooled
        await handler(scope, receive, send)


application = Application()
