"""An authorization server for the tests: Authlib on Flask, with everything in memory.

It takes a free port of 127.0.0.1 and prints "listening on 127.0.0.1:PORT".
"""

import logging
import os
import secrets
import threading
import time
from dataclasses import dataclass, field

os.environ["AUTHLIB_INSECURE_TRANSPORT"] = "1"  # http, read while Authlib is imported

from authlib.integrations.flask_oauth2 import AuthorizationServer, ResourceProtector, current_token
from authlib.oauth2 import OAuth2Error
from authlib.oauth2.rfc6749 import AuthorizationCodeMixin, ClientMixin, TokenMixin, grants
from authlib.oauth2.rfc6749.errors import InvalidRequestError
from authlib.oauth2.rfc6750 import BearerTokenValidator
from authlib.oauth2.rfc7009 import RevocationEndpoint
from authlib.oauth2.rfc7636 import CodeChallenge
from authlib.oauth2.rfc7662 import IntrospectionEndpoint
from authlib.oauth2.rfc9207 import IssuerParameter
from flask import Flask, redirect, request, session
from werkzeug.serving import make_server

REDIRECT_URIS = ("http://127.0.0.1:8765/callback", "https://client.example/cb")
WEB = ("authorization_code", "refresh_token")
SERVICE = ("client_credentials",)
EXPIRES_IN = 3600


@dataclass
class User:
    name: str
    password: str


ALICE = User("alice", "wonderland")


@dataclass
class Client(ClientMixin):
    client_id: str
    secret: str
    auth_method: str
    grant_types: tuple
    scope: str = "read write"

    def get_client_id(self):
        return self.client_id

    def get_default_redirect_uri(self):
        return None

    def get_allowed_scope(self, scope):
        return " ".join(s for s in (scope or "").split() if s in self.scope.split())

    def check_redirect_uri(self, redirect_uri):
        return self.check_grant_type("authorization_code") and redirect_uri in REDIRECT_URIS

    def check_client_secret(self, client_secret):
        return secrets.compare_digest(self.secret.encode(), client_secret.encode())

    def check_endpoint_auth_method(self, method, endpoint):
        return method == self.auth_method

    def check_response_type(self, response_type):
        return response_type == "code" and self.check_grant_type("authorization_code")

    def check_grant_type(self, grant_type):
        return grant_type in self.grant_types


CLIENTS = {
    client.client_id: client
    for client in (
        Client("web-basic", "basic-secret-0123456789", "client_secret_basic", WEB + SERVICE),
        Client("web-post", "post-secret-0123456789", "client_secret_post", WEB + SERVICE),
        Client("spa", "", "none", WEB),
        Client("consent", "consent-secret-0123456789", "client_secret_basic", WEB),
        Client("service", "service-secret-0123456789", "client_secret_basic", SERVICE, "read"),
        Client("special chars+%", "p /+%&=:?#s", "client_secret_basic", SERVICE),
    )
}


@dataclass
class Code(AuthorizationCodeMixin):
    code: str
    client_id: str
    redirect_uri: str
    scope: str
    user: User
    code_challenge: str
    code_challenge_method: str
    expires_at: float = field(default_factory=lambda: time.time() + 60)

    def get_redirect_uri(self):
        return self.redirect_uri

    def get_scope(self):
        return self.scope


@dataclass
class Token(TokenMixin):
    """What one answer of the token endpoint gave: an access token, and maybe a refresh token."""

    client: Client
    user: User | None
    access_token: str
    refresh_token: str | None
    scope: str
    issued_at: int = field(default_factory=lambda: int(time.time()))
    revoked: bool = False

    def check_client(self, client):
        return client is self.client

    def get_client(self):
        return self.client

    def get_user(self):
        return self.user

    def get_scope(self):
        return self.scope

    def get_expires_in(self):
        return EXPIRES_IN

    def is_expired(self):
        return time.time() >= self.issued_at + EXPIRES_IN

    def is_revoked(self):
        return self.revoked


CODES = {}
TOKENS = []
LOCK = threading.Lock()  # a code or refresh token sent twice at the same time counts once


def find_token(value):
    return next((t for t in TOKENS if value in (t.access_token, t.refresh_token)), None)


class AuthorizationCodeGrant(grants.AuthorizationCodeGrant):
    TOKEN_ENDPOINT_AUTH_METHODS = ["client_secret_basic", "client_secret_post", "none"]

    def save_authorization_code(self, code, request):
        CODES[code] = Code(
            code=code,
            client_id=request.client.client_id,
            redirect_uri=request.payload.redirect_uri,
            scope=request.payload.scope or "",
            user=request.user,
            code_challenge=request.payload.data["code_challenge"],
            code_challenge_method=request.payload.data["code_challenge_method"],
        )

    def query_authorization_code(self, code, client):
        found = CODES.get(code)
        if found and found.client_id == client.client_id and time.time() < found.expires_at:
            return found
        return None

    def delete_authorization_code(self, authorization_code):
        del CODES[authorization_code.code]

    def authenticate_user(self, authorization_code):
        return authorization_code.user


class RefreshTokenGrant(grants.RefreshTokenGrant):
    TOKEN_ENDPOINT_AUTH_METHODS = ["client_secret_basic", "client_secret_post", "none"]
    INCLUDE_NEW_REFRESH_TOKEN = True

    def authenticate_refresh_token(self, refresh_token):
        return next((t for t in TOKENS if t.refresh_token == refresh_token and not t.revoked), None)

    def authenticate_user(self, refresh_token):
        return refresh_token.user

    def revoke_old_credential(self, refresh_token):
        refresh_token.revoked = True


class ClientCredentialsGrant(grants.ClientCredentialsGrant):
    TOKEN_ENDPOINT_AUTH_METHODS = ["client_secret_basic", "client_secret_post"]


class Pkce(CodeChallenge):
    """Authlib asks public clients only; here every client must send an S256 challenge."""

    def validate_code_challenge(self, grant, redirect_uri):
        data = grant.request.payload.data
        if not data.get("code_challenge"):
            raise InvalidRequestError("Missing 'code_challenge'")
        if data.get("code_challenge_method") != "S256":
            raise InvalidRequestError("Unsupported 'code_challenge_method'")
        super().validate_code_challenge(grant, redirect_uri)


class Revocation(RevocationEndpoint):
    CLIENT_AUTH_METHODS = ["client_secret_basic", "client_secret_post", "none"]

    def query_token(self, token_string, token_type_hint):
        return find_token(token_string)

    def revoke_token(self, token, request):
        token.revoked = True


class Introspection(IntrospectionEndpoint):
    CLIENT_AUTH_METHODS = ["client_secret_basic", "client_secret_post"]

    def query_token(self, token_string, token_type_hint):
        return find_token(token_string)

    def check_permission(self, token, client, request):
        return token.check_client(client)

    def introspect_token(self, token):
        claims = {
            "active": True,
            "client_id": token.client.client_id,
            "scope": token.scope,
            "token_type": "Bearer",
            "iat": token.issued_at,
            "exp": token.issued_at + EXPIRES_IN,
            "iss": ISSUER,
        }
        return claims | {"sub": token.user.name} if token.user else claims


class Issuer(IssuerParameter):
    def get_issuer(self):
        return ISSUER


class Bearer(BearerTokenValidator):
    def authenticate_token(self, token_string):
        return next((t for t in TOKENS if t.access_token == token_string), None)


def save_token(token, request):
    access, refresh = token["access_token"], token.get("refresh_token")
    TOKENS.append(Token(request.client, request.user, access, refresh, token.get("scope", "")))


app = Flask(__name__)
app.config.update(
    SECRET_KEY=secrets.token_hex(32),
    OAUTH2_SCOPES_SUPPORTED=["read", "write"],
    OAUTH2_REFRESH_TOKEN_GENERATOR=True,
    OAUTH2_TOKEN_EXPIRES_IN={grant: EXPIRES_IN for grant in WEB + SERVICE},
)
server = AuthorizationServer(app, query_client=CLIENTS.get, save_token=save_token)
server.register_grant(AuthorizationCodeGrant, [Pkce(required=True)])
server.register_grant(RefreshTokenGrant)
server.register_grant(ClientCredentialsGrant)
server.register_endpoint(Revocation)
server.register_endpoint(Introspection)
issuer = Issuer()
server.register_extension(issuer)
protected = ResourceProtector()
protected.register_token_validator(Bearer())

PAGE = '<!DOCTYPE html><title>{0}</title><h1>{0}</h1><form method="post">{1}</form>'
LOGIN = PAGE.format(
    "Sign in",
    '<input name="login"><input name="password" type="password"><button>Sign in</button>',
)
CONSENT = PAGE.format(
    "Allow access",
    '<button name="decision" value="allow">Allow</button>'
    '<button name="decision" value="deny">Deny</button>',
)


@app.route("/oauth/authorize", methods=["GET", "POST"])
def authorize():
    """The client `consent` gets forms; every other client is approved at once."""
    forms = request.args.get("client_id") == "consent"
    if forms and "user" not in session:
        if request.method == "GET":
            return LOGIN
        if (request.form.get("login"), request.form.get("password")) != (ALICE.name, ALICE.password):
            return LOGIN, 401
        session["user"] = ALICE.name
        return redirect(f"{request.path}?{request.query_string.decode()}")
    try:
        grant = server.get_consent_grant(end_user=ALICE)
    except OAuth2Error as error:
        response = server.handle_error_response(server.create_oauth2_request(request), error)
        issuer.add_issuer_parameter(server, response)  # Authlib adds it to its other redirects only
        return response
    if forms and request.method == "GET":
        return CONSENT
    allowed = not forms or request.form.get("decision") == "allow"
    return server.create_authorization_response(grant=grant, grant_user=ALICE if allowed else None)


@app.post("/oauth/token")
def token():
    with LOCK:
        return server.create_token_response()


@app.post("/oauth/revoke")
def revoke():
    return server.create_endpoint_response(Revocation.ENDPOINT_NAME)


@app.post("/oauth/introspect")
def introspect():
    return server.create_endpoint_response(Introspection.ENDPOINT_NAME)


@app.get("/api/me")
@protected()
def me():
    user = current_token.user
    return {"sub": user.name if user else None, "scope": current_token.scope}


@app.get("/.well-known/oauth-authorization-server")
def metadata():
    auth_methods = ["client_secret_basic", "client_secret_post", "none"]
    return {
        "issuer": ISSUER,
        "authorization_endpoint": f"{ISSUER}/oauth/authorize",
        "token_endpoint": f"{ISSUER}/oauth/token",
        "revocation_endpoint": f"{ISSUER}/oauth/revoke",
        "introspection_endpoint": f"{ISSUER}/oauth/introspect",
        "response_types_supported": ["code"],
        "grant_types_supported": list(WEB + SERVICE),
        "token_endpoint_auth_methods_supported": auth_methods,
        "code_challenge_methods_supported": ["S256"],
        "authorization_response_iss_parameter_supported": True,
        "scopes_supported": ["read", "write"],
    }


def end_with_parent(parent):
    """Never outlives the script that started it, even one that was killed."""
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(0)


logging.getLogger("werkzeug").setLevel(logging.ERROR)
http = make_server("127.0.0.1", 0, app, threaded=True)
ADDRESS = f"127.0.0.1:{http.port}"
ISSUER = f"http://{ADDRESS}"
threading.Thread(target=end_with_parent, args=(os.getppid(),), daemon=True).start()
print(f"listening on {ADDRESS}", flush=True)
http.serve_forever()
