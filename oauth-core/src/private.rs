//! What only the expansion of the macros names. Nothing here is public API.

/// The words of a declaration, for editors. Written by a test of oauth-derive.
#[allow(non_upper_case_globals)]
pub mod ide {
    pub mod active {
        /// `active(status)`: 2xx for an active token, 401 for any other.
        pub const status: () = ();
    }

    pub mod auth {
        /// `auth(bearer)`: an access token in the `Authorization` header, and no client authentication.
        pub const bearer: () = ();
    }

    pub mod authorization_code {
        /// `client_auth(none)`: how the client authenticates for this grant alone.
        pub const client_auth: () = ();
        /// `default_scopes(read)`: the scopes that are sent when the caller names none.
        pub const default_scopes: () = ();
        /// `scopes(read)`: the only declared scopes that may be asked for with this grant.
        pub const scopes: () = ();
    }

    pub mod authorization_request {
        /// `method(get)`: the HTTP methods that the endpoint takes; the first is the default.
        pub const method: () = ();
        /// `params(prompt(one_of(login)), locale(optional), owner = "user")`: parameters beyond the standard ones.
        pub const params: () = ();
    }

    pub mod bearer {
        /// `headers(header("X-Api-Version", "3"))`: headers of every API request.
        pub const headers: () = ();
    }

    pub mod callback {
        /// `iss(required)`: every callback carries `iss` (RFC 9207).
        pub const iss: () = ();
    }

    pub mod client_auth {
        /// `client_secret_basic`: the HTTP Basic scheme (RFC 6749 section 2.3.1).
        pub const client_secret_basic: () = ();
        /// `client_secret_post`: identifier and secret in the request body (RFC 6749 section 2.3.1).
        pub const client_secret_post: () = ();
        /// `none`: a public client, which sends its identifier only (RFC 6749 section 2.1).
        pub const none: () = ();
    }

    pub mod client_credentials {
        /// `client_auth(none)`: how the client authenticates for this grant alone.
        pub const client_auth: () = ();
        /// `default_scopes(read)`: the scopes that are sent when the caller names none.
        pub const default_scopes: () = ();
        /// `issues(refresh_token)`: the answer may hold a refresh token.
        pub const issues: () = ();
        /// `scopes(read)`: the only declared scopes that may be asked for with this grant.
        pub const scopes: () = ();
    }

    pub mod client_secret_basic {
        /// `because = "…"`: why the declaration departs from the rules.
        pub const because: () = ();
        /// `encoding = "raw"`: identifier and secret are joined as they are, for servers that do not decode.
        pub const encoding: () = ();
    }

    pub mod custom_scopes {
        /// `custom_scopes(allowed)`: scopes beyond the declared ones may be asked for.
        pub const allowed: () = ();
    }

    pub mod error_response {
        /// `format(text)`: the form of error answers.
        pub const format: () = ();
    }

    pub mod expires_in {
        /// `expires_in(never)`: an access token without `expires_in` does not expire.
        pub const never: () = ();
    }

    pub mod fields {
        /// `refresh_token_expires_in = "…"`: the member that holds the lifetime of the refresh token in seconds.
        pub const refresh_token_expires_in: () = ();
    }

    pub mod format {
        /// `format(text)`: plain text, which is the description; there is no code.
        pub const text: () = ();
    }

    pub mod grants {
        /// `authorization_code`: a login in the browser (RFC 6749 section 4.1).
        pub const authorization_code: () = ();
        /// `client_credentials`: the client on its own behalf (RFC 6749 section 4.4).
        pub const client_credentials: () = ();
        /// `implicit(because = "…")`: a token in the fragment of the callback (RFC 6749 section 4.2), which RFC 9700 section 2.1.2 discourages.
        pub const implicit: () = ();
        /// `password(because = "…")`: name and password of the resource owner (RFC 6749 section 4.3), which RFC 9700 section 2.4 forbids.
        pub const password: () = ();
        /// `refresh_token`: a new access token for a refresh token (RFC 6749 section 6).
        pub const refresh_token: () = ();
    }

    pub mod implicit {
        /// `because = "…"`: why the declaration departs from the rules.
        pub const because: () = ();
        /// `default_scopes(read)`: the scopes that are sent when the caller names none.
        pub const default_scopes: () = ();
        /// `scopes(read)`: the only declared scopes that may be asked for with this grant.
        pub const scopes: () = ();
    }

    pub mod introspection_request {
        /// `auth(bearer)`: what authenticates the request.
        pub const auth: () = ();
        /// `method(get)`: the HTTP methods that the endpoint takes; the first is the default.
        pub const method: () = ();
        /// `omit(token)`: a standard parameter that is left out.
        pub const omit: () = ();
    }

    pub mod introspection_response {
        /// `active(status)`: what says that the token is active.
        pub const active: () = ();
        /// `extra(Type)`: members beyond the standard ones, as a type that implements `serde::Deserialize`.
        pub const extra: () = ();
    }

    pub mod iss {
        /// `iss(required)`: a callback without `iss` is refused (RFC 9207 section 2.4).
        pub const required: () = ();
    }

    pub mod issues {
        /// `issues(refresh_token)`: the answer may hold a refresh token.
        pub const refresh_token: () = ();
    }

    pub mod keys {
        /// `api_base = "https://…"`: the beginning of every URL of the API that the access tokens are for.
        pub const api_base: () = ();
        /// `authorization_endpoint = "https://…"`: where the resource owner grants access (RFC 6749 section 3.1).
        pub const authorization_endpoint: () = ();
        /// `authorization_request(method(...), params(...))`: peculiarities of the authorization request (RFC 6749 section 4.1.1).
        pub const authorization_request: () = ();
        /// `bearer(headers(...))`: what every API request carries beside the access token (RFC 6750).
        pub const bearer: () = ();
        /// `callback(iss(required))`: peculiarities of the callback (RFC 6749 section 4.1.2).
        pub const callback: () = ();
        /// `client_auth(client_secret_basic)`: how the client authenticates (RFC 6749 section 2.3); of several the provider takes any, and the first is the default.
        pub const client_auth: () = ();
        /// `custom_scopes(allowed)`: scopes beyond the declared ones may be asked for.
        pub const custom_scopes: () = ();
        /// `error_response(format(text))`: peculiarities of error answers (RFC 6749 section 5.2).
        pub const error_response: () = ();
        /// `grants(authorization_code, refresh_token)`: the ways to obtain tokens (RFC 6749 section 1.3), each with its own arguments.
        pub const grants: () = ();
        /// `introspection_endpoint = "https://…"`: where tokens are described (RFC 7662).
        pub const introspection_endpoint: () = ();
        /// `introspection_request(method(get), auth(bearer), omit(token))`: peculiarities of the introspection request (RFC 7662 section 2.1).
        pub const introspection_request: () = ();
        /// `introspection_response(active(status), extra(Type))`: peculiarities of the introspection answer (RFC 7662 section 2.2).
        pub const introspection_response: () = ();
        /// `issuer = "https://…"`: the issuer identifier (RFC 8414 section 2), compared with `iss` in callbacks (RFC 9207).
        pub const issuer: () = ();
        /// `pkce(S256)`: how the authorization code is protected (RFC 7636); `S256` is the default.
        pub const pkce: () = ();
        /// `redirect_uri(opaque)`: the provider takes an alias that it issued instead of a URI.
        pub const redirect_uri: () = ();
        /// `revocation_endpoint = "https://…"`: where tokens are revoked (RFC 7009).
        pub const revocation_endpoint: () = ();
        /// `revocation_request(auth(bearer))`: peculiarities of the revocation request (RFC 7009 section 2.1).
        pub const revocation_request: () = ();
        /// `scope_delimiter = ","`: what stands between two scopes; a space by default (RFC 6749 section 3.3).
        pub const scope_delimiter: () = ();
        /// `scope_prefix = "…"`: the beginning that all declared scopes share on the wire.
        pub const scope_prefix: () = ();
        /// `scopes(read, write = "api:write")`: the scopes, each of which becomes an associated constant (RFC 6749 section 3.3).
        pub const scopes: () = ();
        /// `ssrf(deny_private)`: which addresses a host may have that a URL variable names.
        pub const ssrf: () = ();
        /// `token_endpoint = "https://…"`: where grants are exchanged for tokens (RFC 6749 section 3.2).
        pub const token_endpoint: () = ();
        /// `token_response(...)`: peculiarities of the token answer (RFC 6749 section 5.1).
        pub const token_response: () = ();
    }

    pub mod method {
        /// `method(get)`: parameters in the query.
        pub const get: () = ();
        /// `method(post)`: parameters in a form-encoded body.
        pub const post: () = ();
    }

    pub mod omit {
        /// `omit(token)`: the token stands in the `Authorization` header only.
        pub const token: () = ();
    }

    pub mod password {
        /// `because = "…"`: why the declaration departs from the rules.
        pub const because: () = ();
        /// `client_auth(none)`: how the client authenticates for this grant alone.
        pub const client_auth: () = ();
        /// `default_scopes(read)`: the scopes that are sent when the caller names none.
        pub const default_scopes: () = ();
        /// `scopes(read)`: the only declared scopes that may be asked for with this grant.
        pub const scopes: () = ();
    }

    pub mod pkce {
        /// `pkce(S256)`: sent with every request; a server that does not know it ignores it.
        pub const S256: () = ();
        /// `because = "…"`: why the declaration departs from the rules.
        pub const because: () = ();
        /// `pkce(none, because = "…")`: not sent, because the provider refuses it.
        pub const none: () = ();
        /// `pkce(required)`: sent with every request, and the server refuses one without it.
        pub const required: () = ();
    }

    pub mod redirect_uri {
        /// `redirect_uri(opaque)`: an alias that the provider issued, sent unchanged.
        pub const opaque: () = ();
    }

    pub mod refresh_token {
        /// `client_auth(none)`: how the client authenticates for this grant alone.
        pub const client_auth: () = ();
        /// `default_scopes(read)`: the scopes that are sent when the caller names none.
        pub const default_scopes: () = ();
        /// `rotation(strict)`: what becomes of a refresh token that was used (RFC 9700 section 4.14.2).
        pub const rotation: () = ();
        /// `scopes(read)`: the only declared scopes that may be asked for with this grant.
        pub const scopes: () = ();
        /// `send(scope)`: the request repeats the scopes of the original grant.
        pub const send: () = ();
    }

    pub mod revocation_request {
        /// `auth(bearer)`: what authenticates the request.
        pub const auth: () = ();
    }

    pub mod rotation {
        /// `rotation(none)`: the refresh token stays as it is, and none comes back.
        pub const none: () = ();
        /// `rotation(strict)`: a new refresh token comes with every answer, and the old one is dead.
        pub const strict: () = ();
    }

    pub mod send {
        /// `send(scope)`: the request repeats the scopes of the original grant.
        pub const scope: () = ();
    }

    pub mod ssrf {
        /// `ssrf(allow_any, because = "…")`: the host may have any address.
        pub const allow_any: () = ();
        /// `because = "…"`: why the declaration departs from the rules.
        pub const because: () = ();
        /// `ssrf(deny_private)`: the host has a public address; no loopback, private or link-local one.
        pub const deny_private: () = ();
    }

    pub mod token_response {
        /// `expires_in(never)`: what a missing `expires_in` means.
        pub const expires_in: () = ();
        /// `extra(Type)`: members beyond the standard ones, as a type that implements `serde::Deserialize`.
        pub const extra: () = ();
        /// `fields(refresh_token_expires_in = "…")`: what members are called on the wire.
        pub const fields: () = ();
        /// `token_type(alias("…"))`: peculiarities of `token_type`.
        pub const token_type: () = ();
    }

    pub mod token_type {
        /// `alias("…")`: values that mean Bearer, besides `Bearer` itself.
        pub const alias: () = ();
    }
}
