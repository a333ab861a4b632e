"""A real authorisation server (OAuth 2.0 with PKCE) over TLS on loopback."""

import base64
import hashlib
import json
import secrets
import ssl
import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Self
from urllib.parse import parse_qs, urlencode, urlsplit

from inbox_assistant.domain.provider import SignInPage
from tests.servers.certificates import ServerCertificate

CLIENT_ID, CLIENT_SECRET = "the-shops-own-registration", "not really one"


@dataclass(slots=True)
class AuthorisationServer:
    """Grants what it is asked for, after checking every proof.

    ``declines`` is the error that the person's page answers with, ``answers_token``
    what the token address says in place of its normal answer.
    """

    certificate: ServerCertificate
    declines: str = ""
    answers_token: tuple[int, str] | None = None
    rotates: bool = True
    """Whether each lasting token is good for one use only."""
    lasting: set[str] = field(default_factory=set)
    granted: list[str] = field(default_factory=list)
    asked: list[dict[str, str]] = field(default_factory=list)
    """What the page in the browser was asked for."""
    port: int = 0
    _codes: dict[str, dict[str, str]] = field(default_factory=dict, repr=False)
    _server: ThreadingHTTPServer | None = field(default=None, repr=False)

    def __enter__(self) -> Self:
        """Start the server."""
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                outer.show_page(self)

            def do_POST(self) -> None:
                length = int(self.headers.get("Content-Length", "0"))
                outer.give_token(self, _form(self.rfile.read(length).decode()))

            def log_message(self, *_arguments: object) -> None:
                """Say nothing."""

        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.certificate.certificate, self.certificate.key)
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
        self.port = self._server.server_port
        threading.Thread(
            target=self._server.serve_forever, args=(0.05,), daemon=True
        ).start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop the server."""
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()

    @property
    def page(self) -> SignInPage:
        """Return how the server is described to a client."""
        base = f"https://localhost:{self.port}"
        return SignInPage(
            f"{base}/authorize", f"{base}/token", ("mail",), {"prompt": "consent"}
        )

    def show_page(self, request: BaseHTTPRequestHandler) -> None:
        """Answer the browser: send it back with a code, or with why not."""
        asked = _form(urlsplit(request.path).query)
        self.asked.append(asked)
        if self.declines:
            back = {"error": self.declines, "state": asked["state"]}
        else:
            code = secrets.token_urlsafe(16)
            self._codes[code] = asked
            back = {"code": code, "state": asked["state"]}
        request.send_response(302)
        request.send_header("Location", f"{asked['redirect_uri']}?{urlencode(back)}")
        request.send_header("Content-Length", "0")
        request.end_headers()

    def give_token(self, request: BaseHTTPRequestHandler, form: dict[str, str]) -> None:
        """Answer a client: tokens for a code or for a lasting token, or an error."""
        status, said = self.answers_token or self._grant(form)
        request.send_response(status)
        request.send_header("Content-Type", "application/json")
        request.send_header("Content-Length", str(len(said)))
        request.end_headers()
        request.wfile.write(said.encode())

    def _grant(self, form: dict[str, str]) -> tuple[int, str]:
        is_known = form.get("client_id") == CLIENT_ID
        if form.get("grant_type") == "authorization_code":
            asked = self._codes.pop(form.get("code", ""), {})
            is_good = (
                asked.get("redirect_uri") == form.get("redirect_uri")
                and asked.get("code_challenge_method") == "S256"
                and asked.get("code_challenge") == _challenge(form["code_verifier"])
            )
        else:
            is_good = form.get("refresh_token") in self.lasting
            if self.rotates:
                self.lasting.discard(form.get("refresh_token", ""))
        if not (is_known and is_good):
            return 400, json.dumps({"error": "invalid_grant"})
        access, refresh = secrets.token_urlsafe(24), secrets.token_urlsafe(24)
        self.granted.append(access)
        said: dict[str, object] = {
            "access_token": access,
            "token_type": "Bearer",
            "expires_in": 3600,
        }
        if self.rotates or form.get("grant_type") == "authorization_code":
            self.lasting.add(refresh)
            said["refresh_token"] = refresh
        return 200, json.dumps(said)


def _form(text: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(text).items()}


def _challenge(verifier: str) -> str:
    digest = hashlib.sha256(verifier.encode()).digest()
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")
