//! The top level.

use super::callback::CALLBACK;
use super::errors::ERROR_RESPONSE;
use super::grants::{CLIENT_AUTH, GRANTS};
use super::protection::{CUSTOM_SCOPES, PKCE, REDIRECT_URI, SSRF, STATE};
use super::requests::{
    AUTHORIZATION_REQUEST, CLIENT_CREDENTIALS_REQUEST, INTROSPECTION_REQUEST, LONG_LIVED_TOKEN_REQUEST,
    PASSWORD_REQUEST, REFRESH_REQUEST, REVOCATION_REQUEST, TOKEN_REQUEST, USERINFO_REQUEST,
};
use super::responses::{BEARER, GRANT_RESPONSE, INTROSPECTION_RESPONSE, TOKEN_RESPONSE, USERINFO_RESPONSE};
use super::{Vocabulary, choice, own, refused, text, words};

/// The top level.
pub static KEYS: Vocabulary = Vocabulary {
    module: "keys",
    noun: "key",
    words: &[
        text(
            "api_base",
            "https://api.example.com",
            "`api_base = \"https://…\"`: the beginning of every URL of the API that the access tokens are for.",
        ),
        text(
            "authorization_endpoint",
            "https://example.com/authorize",
            "`authorization_endpoint = \"https://…\"`: where the resource owner grants access (RFC 6749 section 3.1).",
        ),
        words(
            "authorization_request",
            &AUTHORIZATION_REQUEST,
            "params(prompt(optional))",
            "`authorization_request(method(...), params(...))`: peculiarities of the authorization request (RFC 6749 section 4.1.1).",
        ),
        words(
            "bearer",
            &BEARER,
            "headers(...)",
            "`bearer(headers(...))`: how API requests carry the access token, and what beside it (RFC 6750).",
        ),
        words(
            "callback",
            &CALLBACK,
            "iss(required)",
            "`callback(iss(required))`: peculiarities of the callback (RFC 6749 section 4.1.2).",
        ),
        words(
            "client_auth",
            &CLIENT_AUTH,
            "client_secret_basic",
            "`client_auth(client_secret_basic)`: how the client authenticates (RFC 6749 section 2.3); of several the provider takes any, and the first is the default.",
        ),
        words(
            "client_credentials_request",
            &CLIENT_CREDENTIALS_REQUEST,
            "params(...)",
            "`client_credentials_request(params(...))`: as `token_request`, for this grant alone; each key here replaces that one.",
        ),
        words(
            "client_credentials_response",
            &GRANT_RESPONSE,
            "root = \"/data\"",
            "`client_credentials_response(root = \"/data\")`: as `token_response`, for this grant alone; each key here replaces that one.",
        ),
        refused("client_id", "belongs to the client and not to the provider; hand it over at run time"),
        refused(
            "client_secret",
            "would be readable in the source and in the program; hand it to `ClientSecret::new` at run time",
        ),
        text(
            "crate",
            "oauth_core",
            "`crate = \"oauth_core\"`: the path of oauth-core, where the dependency is renamed.",
        ),
        choice(
            "custom_scopes",
            &CUSTOM_SCOPES,
            "allowed",
            "`custom_scopes(allowed)`: scopes beyond the declared ones may be asked for.",
        ),
        refused(
            "discovery",
            "needs a request before every declaration could be checked; write the endpoints themselves",
        ),
        words(
            "error_response",
            &ERROR_RESPONSE,
            "format(text)",
            "`error_response(format(text))`: peculiarities of error answers (RFC 6749 section 5.2).",
        ),
        words(
            "grants",
            &GRANTS,
            "authorization_code, refresh_token",
            "`grants(authorization_code, refresh_token)`: the ways to obtain tokens (RFC 6749 section 1.3), each with its own arguments.",
        ),
        own(
            "hook",
            "signer",
            "`hook(signer)`: a field whose type implements `Hook`, for what no key can say.",
        ),
        text(
            "introspection_endpoint",
            "https://example.com/introspect",
            "`introspection_endpoint = \"https://…\"`: where tokens are described (RFC 7662).",
        ),
        words(
            "introspection_request",
            &INTROSPECTION_REQUEST,
            "auth(bearer)",
            "`introspection_request(method(get), auth(bearer), omit(token))`: peculiarities of the introspection request (RFC 7662 section 2.1).",
        ),
        words(
            "introspection_response",
            &INTROSPECTION_RESPONSE,
            "active(status)",
            "`introspection_response(active(status), extra(Type))`: peculiarities of the introspection answer (RFC 7662 section 2.2).",
        ),
        text(
            "issuer",
            "https://example.com",
            "`issuer = \"https://…\"`: the issuer identifier (RFC 8414 section 2), compared with `iss` in callbacks (RFC 9207).",
        ),
        refused(
            "leeway",
            "is no fact about the provider; the program that stores tokens decides when to refresh",
        ),
        text(
            "long_lived_token_endpoint",
            "https://example.com/long_lived_token",
            "`long_lived_token_endpoint = \"https://…\"`: where a short-lived access token is exchanged for a long-lived one, if not at the token endpoint.",
        ),
        words(
            "long_lived_token_request",
            &LONG_LIVED_TOKEN_REQUEST,
            "method(get, because = \"…\")",
            "`long_lived_token_request(...)`: as `token_request`, for `long_lived_token` alone; each key here replaces that one.",
        ),
        words(
            "long_lived_token_response",
            &GRANT_RESPONSE,
            "root = \"/data\"",
            "`long_lived_token_response(root = \"/data\")`: as `token_response`, for `long_lived_token` alone; each key here replaces that one.",
        ),
        refused("max_body", "is no fact about the provider; every request has a limit of its own"),
        words(
            "password_request",
            &PASSWORD_REQUEST,
            "params(...)",
            "`password_request(params(...))`: as `token_request`, for this grant alone; each key here replaces that one.",
        ),
        words(
            "password_response",
            &GRANT_RESPONSE,
            "root = \"/data\"",
            "`password_response(root = \"/data\")`: as `token_response`, for this grant alone; each key here replaces that one.",
        ),
        choice(
            "pkce",
            &PKCE,
            "S256",
            "`pkce(S256)`: how the authorization code is protected (RFC 7636); `S256` is the default.",
        ),
        choice(
            "redirect_uri",
            &REDIRECT_URI,
            "opaque",
            "`redirect_uri(opaque)`: the provider takes an alias that it issued instead of a URI.",
        ),
        refused(
            "redirects",
            "can't be followed, since a redirect would carry secrets to another server (RFC 9700 section 4.12); remove it",
        ),
        text(
            "refresh_endpoint",
            "https://example.com/refresh",
            "`refresh_endpoint = \"https://…\"`: where tokens are refreshed, if not at the token endpoint.",
        ),
        words(
            "refresh_request",
            &REFRESH_REQUEST,
            "send(redirect_uri)",
            "`refresh_request(send(redirect_uri))`: as `token_request`, for `refresh_token`, `access_token_refresh` or `token_extension` alone; each key here replaces that one.",
        ),
        words(
            "refresh_response",
            &GRANT_RESPONSE,
            "root = \"/data\"",
            "`refresh_response(root = \"/data\")`: as `token_response`, for `refresh_token`, `access_token_refresh` or `token_extension` alone; each key here replaces that one.",
        ),
        refused(
            "retry",
            "can't be declared, since a code or refresh token may be used once; `Error::recovery` says what a program may do",
        ),
        text(
            "revocation_endpoint",
            "https://example.com/revoke",
            "`revocation_endpoint = \"https://…\"`: where tokens are revoked (RFC 7009).",
        ),
        words(
            "revocation_request",
            &REVOCATION_REQUEST,
            "auth(bearer)",
            "`revocation_request(auth(bearer))`: peculiarities of the revocation request (RFC 7009 section 2.1).",
        ),
        text(
            "scope_delimiter",
            ",",
            "`scope_delimiter = \",\"`: what stands between two scopes; a space by default (RFC 6749 section 3.3).",
        ),
        text(
            "scope_prefix",
            "https://example.com/scope/",
            "`scope_prefix = \"…\"`: the beginning that all declared scopes share on the wire.",
        ),
        own(
            "scopes",
            "read, write = \"api:write\"",
            "`scopes(read, write = \"api:write\")`: the scopes, each of which becomes an associated constant (RFC 6749 section 3.3).",
        ),
        choice(
            "ssrf",
            &SSRF,
            "deny_private",
            "`ssrf(deny_private)`: which addresses a host may have that a URL variable names.",
        ),
        choice(
            "state",
            &STATE,
            "in_redirect_uri",
            "`state(in_redirect_uri, because = \"…\")`: how `state` travels (RFC 6749 section 4.1.1).",
        ),
        refused(
            "timeout",
            "is no fact about the provider; deadlines are set on the transport (`ReqwestTransport::builder`)",
        ),
        refused(
            "timeouts",
            "are no fact about the provider; deadlines are set on the transport (`ReqwestTransport::builder`)",
        ),
        text(
            "token_endpoint",
            "https://example.com/token",
            "`token_endpoint = \"https://…\"`: where grants are exchanged for tokens (RFC 6749 section 3.2).",
        ),
        words(
            "token_request",
            &TOKEN_REQUEST,
            "body(json)",
            "`token_request(body(json), rename(client_id = \"app_id\"))`: peculiarities of all requests for tokens (RFC 6749 sections 4.1.3, 4.3.2, 4.4.2 and 6).",
        ),
        words(
            "token_response",
            &TOKEN_RESPONSE,
            "expires_in(never)",
            "`token_response(...)`: peculiarities of the token answer (RFC 6749 section 5.1).",
        ),
        text(
            "userinfo_endpoint",
            "https://example.com/userinfo",
            "`userinfo_endpoint = \"https://…\"`: where the resource owner is described (OpenID Connect Core section 5.3, or like it).",
        ),
        words(
            "userinfo_request",
            &USERINFO_REQUEST,
            "method(post)",
            "`userinfo_request(method(post))`: peculiarities of the userinfo request.",
        ),
        words(
            "userinfo_response",
            &USERINFO_RESPONSE,
            "api_base(...)",
            "`userinfo_response(api_base(...))`: peculiarities of the userinfo answer.",
        ),
    ],
};
