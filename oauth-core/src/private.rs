//! What only the expansion of the macros names. Nothing here is public API.

use std::sync::Arc;

/// What `Provider::hook` returns.
pub type Hook = Arc<dyn crate::Hook>;

/// The hook in a field.
pub fn hook<H: crate::Hook + Clone>(hook: &H) -> Option<Hook> {
    Some(Arc::new(hook.clone()))
}

/// The words of a declaration, for editors. Written by a test of oauth-derive.
#[allow(non_upper_case_globals)]
pub mod ide {
    pub mod access_token_auth {
        /// `auth(bearer)`: an access token in the `Authorization` header, and no client authentication.
        pub const bearer: () = ();
        /// `auth(client_id)`: the identifier alone, also where the client has a secret.
        pub const client_id: () = ();
        /// `auth(nothing)`: neither identifier nor secret.
        pub const nothing: () = ();
    }

    pub mod access_token_refresh {
        /// `client_auth(none)`: how the client authenticates for this grant alone.
        pub const client_auth: () = ();
        /// `grant_type = "…"`: the value of `grant_type` on the wire, where it is not the name of the grant.
        pub const grant_type: () = ();
    }

    pub mod active {
        /// `active(status)`: 2xx for an active token, 401 for any other.
        pub const status: () = ();
    }

    pub mod api_base {
        /// `hosts("*.example.com", "api.example.org")`: the only hosts that access tokens are sent to.
        pub const hosts: () = ();
        /// `member = "instance_url"`: where the answer names the API base; a name, or a JSON pointer.
        pub const member: () = ();
        /// `path = "/services"`: the path that follows it.
        pub const path: () = ();
    }

    pub mod auth {
        /// `auth(bearer)`: an access token in the `Authorization` header, and no client authentication.
        pub const bearer: () = ();
        /// `auth(client_id)`: the identifier alone, also where the client has a secret.
        pub const client_id: () = ();
        /// `client_secret_basic`: the HTTP Basic scheme (RFC 6749 section 2.3.1).
        pub const client_secret_basic: () = ();
        /// `client_secret_basic_and_post(because = "…")`: both at once, for servers that look into both places.
        pub const client_secret_basic_and_post: () = ();
        /// `client_secret_header(name = "X-Secret", because = "…")`: the secret in a header of the provider's own.
        pub const client_secret_header: () = ();
        /// `client_secret_post`: identifier and secret in the request body (RFC 6749 section 2.3.1).
        pub const client_secret_post: () = ();
        /// `auth(nothing)`: neither identifier nor secret.
        pub const nothing: () = ();
    }

    pub mod authorization_code {
        /// `client_auth(none)`: how the client authenticates for this grant alone.
        pub const client_auth: () = ();
        /// `default_scopes(read)`: the scopes that are sent when the caller names none.
        pub const default_scopes: () = ();
        /// `grant_type = "…"`: the value of `grant_type` on the wire, where it is not the name of the grant.
        pub const grant_type: () = ();
        /// `response_type = "…"`: the value of `response_type` in the authorization request, where it is not `code`.
        pub const response_type: () = ();
        /// `scopes(read)`: the only declared scopes that may be asked for with this grant.
        pub const scopes: () = ();
    }

    pub mod authorization_method {
        /// `method(get)`: parameters in the query.
        pub const get: () = ();
        /// `method(post)`: parameters in a body.
        pub const post: () = ();
    }

    pub mod authorization_request {
        /// `fragment = "wechat_redirect"`: the fragment of the authorization URL; where it ends with `?`, the parameters follow it (Shopline).
        pub const fragment: () = ();
        /// `method(get, post)`: the HTTP methods that the endpoint takes; the first is the default.
        pub const method: () = ();
        /// `omit(redirect_uri)`: standard parameters that are left out.
        pub const omit: () = ();
        /// `params(prompt(one_of(login)), locale(optional), owner = "user", days = 30)`: parameters beyond the standard ones; a number or boolean is one in a JSON body, too.
        pub const params: () = ();
        /// `query(key = "{key}")`: query parameters that stand beside a body.
        pub const query: () = ();
        /// `rename(client_id = "app_id")`: standard parameters under another name; ours left, the provider's right.
        pub const rename: () = ();
        /// `send(client_id)`: standard parameters that the RFC leaves out of this request.
        pub const send: () = ();
    }

    pub mod bearer {
        /// `because = "…"`: why the declaration departs from the rules.
        pub const because: () = ();
        /// `header = "X-Access-Token"`: the token alone in this header.
        pub const header: () = ();
        /// `headers(header("X-Api-Version", "3"))`: headers of every API request.
        pub const headers: () = ();
        /// `query = "access_token", because = "…"`: the token in this query parameter.
        pub const query: () = ();
        /// `scheme = "OAuth"`: what stands before the token in `Authorization`, in place of `Bearer`.
        pub const scheme: () = ();
    }

    pub mod body {
        /// `because = "…"`: why the declaration departs from the rules.
        pub const because: () = ();
        /// `body(form)`: form-encoded, which is the default (RFC 6749 appendix B).
        pub const form: () = ();
        /// `body(json)`: one JSON object; its members are strings, unless a parameter is declared otherwise.
        pub const json: () = ();
        /// `body(multipart)`: `multipart/form-data` (RFC 7578).
        pub const multipart: () = ();
        /// `body(query, because = "…")`: parameters in the query, and an empty body.
        pub const query: () = ();
    }

    pub mod callback {
        /// `capture(realm_id = "realmId", location)`: parameters that are kept for the caller, each as a constant.
        pub const capture: () = ();
        /// `code = "auth_code"`: the parameter that holds the code.
        pub const code: () = ();
        /// `echo(device_id = "deviceId")`: parameters that the token request repeats; its name left, the callback's right.
        pub const echo: () = ();
        /// `equals(shop = "{shop}.example.com")`: parameters that must have the value that a template expands to; a refusal may lack them.
        pub const equals: () = ();
        /// `error = "error_reason"`: the parameter that holds the error code; of several, the first that is there.
        pub const error: () = ();
        /// `hmac_sha256 = "hmac"`: the parameter with an HMAC over the others, by the client secret (Shopify).
        pub const hmac_sha256: () = ();
        /// `iss(required)`: every callback carries `iss` (RFC 9207).
        pub const iss: () = ();
        /// `learn(region = "location")`: the callback chooses the value of a URL variable, among those of its type (Zoho).
        pub const learn: () = ();
        /// `map(access_denied = "user_denied")`: error codes of the provider's own; the RFC's left, the provider's right.
        pub const map: () = ();
        /// `mode(form_post)`: how the callback arrives; as the query of the redirect URI by default.
        pub const mode: () = ();
        /// `no_code(access_denied)`: a callback with neither code nor error is a refusal (WeChat).
        pub const no_code: () = ();
    }

    pub mod callback_errors {
        /// `access_denied = "…"`: what the provider calls `access_denied`.
        pub const access_denied: () = ();
        /// `invalid_request = "…"`: what the provider calls `invalid_request`.
        pub const invalid_request: () = ();
        /// `invalid_scope = "…"`: what the provider calls `invalid_scope`.
        pub const invalid_scope: () = ();
        /// `server_error = "…"`: what the provider calls `server_error`.
        pub const server_error: () = ();
        /// `temporarily_unavailable = "…"`: what the provider calls `temporarily_unavailable`.
        pub const temporarily_unavailable: () = ();
        /// `unauthorized_client = "…"`: what the provider calls `unauthorized_client`.
        pub const unauthorized_client: () = ();
        /// `unsupported_response_type = "…"`: what the provider calls `unsupported_response_type`.
        pub const unsupported_response_type: () = ();
    }

    pub mod client_auth {
        /// `client_secret_basic`: the HTTP Basic scheme (RFC 6749 section 2.3.1).
        pub const client_secret_basic: () = ();
        /// `client_secret_basic_and_post(because = "…")`: both at once, for servers that look into both places.
        pub const client_secret_basic_and_post: () = ();
        /// `client_secret_digest(parameter = "hash", separator = "|", because = "…")`: SHA-256 over the secret, the separator, and the code or refresh token.
        pub const client_secret_digest: () = ();
        /// `client_secret_header(name = "X-Secret", because = "…")`: the secret in a header of the provider's own.
        pub const client_secret_header: () = ();
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
        /// `grant_type = "…"`: the value of `grant_type` on the wire, where it is not the name of the grant.
        pub const grant_type: () = ();
        /// `issues(refresh_token)`: the answer may hold a refresh token.
        pub const issues: () = ();
        /// `scopes(read)`: the only declared scopes that may be asked for with this grant.
        pub const scopes: () = ();
    }

    pub mod client_credentials_request {
        /// `auth(nothing)`: what authenticates the request.
        pub const auth: () = ();
        /// `body(json)`: how the parameters of a request with a body are written.
        pub const body: () = ();
        /// `headers(header("X-Id", "{client_id}"))`: headers of the request.
        pub const headers: () = ();
        /// `method(get)`: the HTTP method, in place of POST.
        pub const method: () = ();
        /// `omit(redirect_uri)`: standard parameters that are left out.
        pub const omit: () = ();
        /// `params(prompt(one_of(login)), locale(optional), owner = "user", days = 30)`: parameters beyond the standard ones; a number or boolean is one in a JSON body, too.
        pub const params: () = ();
        /// `query(key = "{key}")`: query parameters that stand beside a body.
        pub const query: () = ();
        /// `rename(client_id = "app_id")`: standard parameters under another name; ours left, the provider's right.
        pub const rename: () = ();
        /// `send(client_id)`: standard parameters that the RFC leaves out of this request.
        pub const send: () = ();
    }

    pub mod client_secret_basic {
        /// `because = "…"`: why the declaration departs from the rules.
        pub const because: () = ();
        /// `encoding = "raw"`: identifier and secret are joined as they are; `"secret_as_username"`: the secret alone, with an empty password; `"form"` is the default.
        pub const encoding: () = ();
    }

    pub mod client_secret_digest {
        /// `because = "…"`: why the declaration departs from the rules.
        pub const because: () = ();
        /// `parameter = "hash"`: the parameter that holds the digest.
        pub const parameter: () = ();
        /// `separator = "|"`: what stands between the secret and the code or refresh token.
        pub const separator: () = ();
    }

    pub mod client_secret_header {
        /// `because = "…"`: why the declaration departs from the rules.
        pub const because: () = ();
        /// `client_id = "X-Client-Id"`: a header for the identifier, which else stays a parameter.
        pub const client_id: () = ();
        /// `name = "X-Secret"`: the header that holds the secret.
        pub const name: () = ();
        /// `scheme = "Client"`: what stands before the secret, with a space between them.
        pub const scheme: () = ();
    }

    pub mod custom_scopes {
        /// `custom_scopes(allowed)`: scopes beyond the declared ones may be asked for.
        pub const allowed: () = ();
    }

    pub mod error_response {
        /// `code("/error/code", "/code")`: where the error code stands; a name, or a JSON pointer; of several, the first whose code is in `map`, or else the first that leads to one.
        pub const code: () = ();
        /// `description = "/errmsg"`: where the description stands; of several pointers, the first that leads to one.
        pub const description: () = ();
        /// `format(text)`: the form of error answers.
        pub const format: () = ();
        /// `map(invalid_grant("40029", "42003"), access_denied = "x")`: error codes of the provider's own; the RFC's left, the provider's right.
        pub const map: () = ();
        /// `when(present("/error"), equals("/ok", "false"), differs("/errcode", "0"))`: what makes an answer an error, whatever its status.
        pub const when: () = ();
    }

    pub mod errors {
        /// `access_denied = "…"`: what the provider calls `access_denied`.
        pub const access_denied: () = ();
        /// `invalid_client = "…"`: what the provider calls `invalid_client`.
        pub const invalid_client: () = ();
        /// `invalid_grant = "…"`: what the provider calls `invalid_grant`.
        pub const invalid_grant: () = ();
        /// `invalid_request = "…"`: what the provider calls `invalid_request`.
        pub const invalid_request: () = ();
        /// `invalid_scope = "…"`: what the provider calls `invalid_scope`.
        pub const invalid_scope: () = ();
        /// `invalid_token = "…"`: what the provider calls `invalid_token`.
        pub const invalid_token: () = ();
        /// `server_error = "…"`: what the provider calls `server_error`.
        pub const server_error: () = ();
        /// `temporarily_unavailable = "…"`: what the provider calls `temporarily_unavailable`.
        pub const temporarily_unavailable: () = ();
        /// `unauthorized_client = "…"`: what the provider calls `unauthorized_client`.
        pub const unauthorized_client: () = ();
        /// `unsupported_grant_type = "…"`: what the provider calls `unsupported_grant_type`.
        pub const unsupported_grant_type: () = ();
        /// `unsupported_token_type = "…"`: what the provider calls `unsupported_token_type`.
        pub const unsupported_token_type: () = ();
    }

    pub mod exp {
        /// `exp(milliseconds)`: milliseconds from now.
        pub const milliseconds: () = ();
        /// `exp(rfc3339)`: a date as in RFC 3339.
        pub const rfc3339: () = ();
        /// `exp(seconds)`: seconds from now.
        pub const seconds: () = ();
        /// `exp(unix_milliseconds)`: a date, in milliseconds since 1970.
        pub const unix_milliseconds: () = ();
        /// `zero(never)`: `0` means that the token does not expire.
        pub const zero: () = ();
    }

    pub mod expires_in {
        /// `default = "3600"`: the documented lifetime in seconds, where none is there.
        pub const default: () = ();
        /// `expires_in(milliseconds)`: milliseconds from now.
        pub const milliseconds: () = ();
        /// `expires_in(never)`: a token without a lifetime does not expire.
        pub const never: () = ();
        /// `expires_in(rfc3339)`: a date as in RFC 3339.
        pub const rfc3339: () = ();
        /// `expires_in(seconds)`: seconds from now, which is the default.
        pub const seconds: () = ();
        /// `expires_in(unix)`: a date, in seconds since 1970.
        pub const unix: () = ();
        /// `expires_in(unix_milliseconds)`: a date, in milliseconds since 1970.
        pub const unix_milliseconds: () = ();
        /// `zero(never)`: `0` means that the token does not expire.
        pub const zero: () = ();
    }

    pub mod fields {
        /// `access_token = "…"`: where the access token stands.
        pub const access_token: () = ();
        /// `expires_in = "…"`: where the lifetime of the access token stands.
        pub const expires_in: () = ();
        /// `refresh_token = "…"`: where the refresh token stands.
        pub const refresh_token: () = ();
        /// `refresh_token_expires_in = "…"`: where the lifetime of the refresh token stands.
        pub const refresh_token_expires_in: () = ();
        /// `scope = "…"`: where the scopes stand, as a text or an array.
        pub const scope: () = ();
        /// `token_type = "…"`: where the token type stands.
        pub const token_type: () = ();
    }

    pub mod format {
        /// `format(text)`: plain text, which is the description; there is no code. With status 2xx, words in place of tokens.
        pub const text: () = ();
    }

    pub mod grant_response {
        /// `expires_in(never)`: what `expires_in` holds, and what its absence means.
        pub const expires_in: () = ();
        /// `fields(access_token = "accessToken", scope = "/data/scopes")`: where members stand; a name, or a JSON pointer; of several, such as `expires_in("expires", "ttl")`, the first that leads to something.
        pub const fields: () = ();
        /// `format(json_of_any_type)`: how the answer is written; JSON under a JSON content type by default.
        pub const format: () = ();
        /// `prefix = "&&&START&&&"`: what stands before the JSON of the answer, in errors too; an answer without it is read as it is (Xiaomi).
        pub const prefix: () = ();
        /// `refresh_token_expires_in(unix)`: what the member holds that `fields(refresh_token_expires_in = "…")` names.
        pub const refresh_token_expires_in: () = ();
        /// `root = "/data"`: the JSON pointer to the object that holds the members; of several, such as `root("/data/0", "")`, the first that leads to something, and `""` is the whole answer.
        pub const root: () = ();
        /// `scope(delimiter = ",")`: peculiarities of `scope`.
        pub const scope: () = ();
        /// `token_type(alias("…"))`: peculiarities of `token_type`.
        pub const token_type: () = ();
    }

    pub mod grants {
        /// `access_token_refresh(grant_type = "…")`: a new access token for one that is still good (Instagram), at `refresh_endpoint` or the token endpoint.
        pub const access_token_refresh: () = ();
        /// `authorization_code`: a login in the browser (RFC 6749 section 4.1).
        pub const authorization_code: () = ();
        /// `client_credentials`: the client on its own behalf (RFC 6749 section 4.4).
        pub const client_credentials: () = ();
        /// `implicit(because = "…")`: a token in the fragment of the callback (RFC 6749 section 4.2), which RFC 9700 section 2.1.2 discourages.
        pub const implicit: () = ();
        /// `long_lived_token(grant_type = "…")`: a long-lived access token for a short-lived one (Facebook), at `long_lived_token_endpoint` or the token endpoint.
        pub const long_lived_token: () = ();
        /// `password(because = "…")`: name and password of the resource owner (RFC 6749 section 4.3), which RFC 9700 section 2.4 forbids.
        pub const password: () = ();
        /// `refresh_token`: a new access token for a refresh token (RFC 6749 section 6).
        pub const refresh_token: () = ();
        /// `token_extension`: a refresh token prolongs the access token, and the answer brings no new one (Coros), at `refresh_endpoint` or the token endpoint.
        pub const token_extension: () = ();
    }

    pub mod implicit {
        /// `because = "…"`: why the declaration departs from the rules.
        pub const because: () = ();
        /// `default_scopes(read)`: the scopes that are sent when the caller names none.
        pub const default_scopes: () = ();
        /// `scopes(read)`: the only declared scopes that may be asked for with this grant.
        pub const scopes: () = ();
    }

    pub mod introspection_fields {
        /// `active = "…"`: where `active` stands.
        pub const active: () = ();
        /// `client_id = "…"`: where `client_id` stands.
        pub const client_id: () = ();
        /// `exp = "…"`: where `exp` stands.
        pub const exp: () = ();
        /// `iat = "…"`: where `iat` stands.
        pub const iat: () = ();
        /// `iss = "…"`: where `iss` stands.
        pub const iss: () = ();
        /// `scope = "…"`: where `scope` stands.
        pub const scope: () = ();
        /// `sub = "…"`: where `sub` stands.
        pub const sub: () = ();
        /// `token_type = "…"`: where `token_type` stands.
        pub const token_type: () = ();
        /// `username = "…"`: where `username` stands.
        pub const username: () = ();
    }

    pub mod introspection_request {
        /// `auth(nothing)`: what authenticates the request.
        pub const auth: () = ();
        /// `body(json)`: how the parameters of a request with a body are written.
        pub const body: () = ();
        /// `headers(header("X-Id", "{client_id}"))`: headers of the request.
        pub const headers: () = ();
        /// `method(get)`: the HTTP method, in place of POST.
        pub const method: () = ();
        /// `omit(redirect_uri)`: standard parameters that are left out.
        pub const omit: () = ();
        /// `params(prompt(one_of(login)), locale(optional), owner = "user", days = 30)`: parameters beyond the standard ones; a number or boolean is one in a JSON body, too.
        pub const params: () = ();
        /// `query(key = "{key}")`: query parameters that stand beside a body.
        pub const query: () = ();
        /// `rename(client_id = "app_id")`: standard parameters under another name; ours left, the provider's right.
        pub const rename: () = ();
        /// `send(client_id)`: standard parameters that the RFC leaves out of this request.
        pub const send: () = ();
    }

    pub mod introspection_response {
        /// `active(status)`: what says that the token is active.
        pub const active: () = ();
        /// `exp(unix_milliseconds)`: what `exp` holds, in place of seconds since 1970; where that is a date, `iat` is written likewise.
        pub const exp: () = ();
        /// `extra(Type)`: members beyond the standard ones, as a type that implements `serde::Deserialize`.
        pub const extra: () = ();
        /// `fields(active = "is_valid", scope("scope", "scopes"))`: where members stand; a name, or a JSON pointer; of several, the first that leads to something.
        pub const fields: () = ();
        /// `root = "/data"`: the JSON pointer to the object that holds the members; of several, such as `root("/data/0", "")`, the first that leads to something, and `""` is the whole answer.
        pub const root: () = ();
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
        /// `bearer(headers(...))`: how API requests carry the access token, and what beside it (RFC 6750).
        pub const bearer: () = ();
        /// `callback(iss(required))`: peculiarities of the callback (RFC 6749 section 4.1.2).
        pub const callback: () = ();
        /// `client_auth(client_secret_basic)`: how the client authenticates (RFC 6749 section 2.3); of several the provider takes any, and the first is the default.
        pub const client_auth: () = ();
        /// `client_credentials_request(params(...))`: as `token_request`, for this grant alone; each key here replaces that one.
        pub const client_credentials_request: () = ();
        /// `client_credentials_response(root = "/data")`: as `token_response`, for this grant alone; each key here replaces that one.
        pub const client_credentials_response: () = ();
        /// `custom_scopes(allowed)`: scopes beyond the declared ones may be asked for.
        pub const custom_scopes: () = ();
        /// `error_response(format(text))`: peculiarities of error answers (RFC 6749 section 5.2).
        pub const error_response: () = ();
        /// `grants(authorization_code, refresh_token)`: the ways to obtain tokens (RFC 6749 section 1.3), each with its own arguments.
        pub const grants: () = ();
        /// `hook(signer)`: a field whose type implements `Hook`, for what no key can say.
        pub const hook: () = ();
        /// `introspection_endpoint = "https://…"`: where tokens are described (RFC 7662).
        pub const introspection_endpoint: () = ();
        /// `introspection_request(method(get), auth(bearer), omit(token))`: peculiarities of the introspection request (RFC 7662 section 2.1).
        pub const introspection_request: () = ();
        /// `introspection_response(active(status), extra(Type))`: peculiarities of the introspection answer (RFC 7662 section 2.2).
        pub const introspection_response: () = ();
        /// `issuer = "https://…"`: the issuer identifier (RFC 8414 section 2), compared with `iss` in callbacks (RFC 9207).
        pub const issuer: () = ();
        /// `long_lived_token_endpoint = "https://…"`: where a short-lived access token is exchanged for a long-lived one, if not at the token endpoint.
        pub const long_lived_token_endpoint: () = ();
        /// `long_lived_token_request(...)`: as `token_request`, for `long_lived_token` alone; each key here replaces that one.
        pub const long_lived_token_request: () = ();
        /// `long_lived_token_response(root = "/data")`: as `token_response`, for `long_lived_token` alone; each key here replaces that one.
        pub const long_lived_token_response: () = ();
        /// `password_request(params(...))`: as `token_request`, for this grant alone; each key here replaces that one.
        pub const password_request: () = ();
        /// `password_response(root = "/data")`: as `token_response`, for this grant alone; each key here replaces that one.
        pub const password_response: () = ();
        /// `pkce(S256)`: how the authorization code is protected (RFC 7636); `S256` is the default.
        pub const pkce: () = ();
        /// `redirect_uri(opaque)`: the provider takes an alias that it issued instead of a URI.
        pub const redirect_uri: () = ();
        /// `refresh_endpoint = "https://…"`: where tokens are refreshed, if not at the token endpoint.
        pub const refresh_endpoint: () = ();
        /// `refresh_request(send(redirect_uri))`: as `token_request`, for `refresh_token`, `access_token_refresh` or `token_extension` alone; each key here replaces that one.
        pub const refresh_request: () = ();
        /// `refresh_response(root = "/data")`: as `token_response`, for `refresh_token`, `access_token_refresh` or `token_extension` alone; each key here replaces that one.
        pub const refresh_response: () = ();
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
        /// `state(in_redirect_uri, because = "…")`: how `state` travels (RFC 6749 section 4.1.1).
        pub const state: () = ();
        /// `token_endpoint = "https://…"`: where grants are exchanged for tokens (RFC 6749 section 3.2).
        pub const token_endpoint: () = ();
        /// `token_request(body(json), rename(client_id = "app_id"))`: peculiarities of all requests for tokens (RFC 6749 sections 4.1.3, 4.3.2, 4.4.2 and 6).
        pub const token_request: () = ();
        /// `token_response(...)`: peculiarities of the token answer (RFC 6749 section 5.1).
        pub const token_response: () = ();
        /// `userinfo_endpoint = "https://…"`: where the resource owner is described (OpenID Connect Core section 5.3, or like it).
        pub const userinfo_endpoint: () = ();
        /// `userinfo_request(method(post))`: peculiarities of the userinfo request.
        pub const userinfo_request: () = ();
        /// `userinfo_response(api_base(...))`: peculiarities of the userinfo answer.
        pub const userinfo_response: () = ();
    }

    pub mod long_lived_token {
        /// `client_auth(none)`: how the client authenticates for this grant alone.
        pub const client_auth: () = ();
        /// `grant_type = "…"`: the value of `grant_type` on the wire, where it is not the name of the grant.
        pub const grant_type: () = ();
    }

    pub mod long_lived_token_request {
        /// `auth(nothing)`: what authenticates the request.
        pub const auth: () = ();
        /// `body(json)`: how the parameters of a request with a body are written.
        pub const body: () = ();
        /// `headers(header("X-Id", "{client_id}"))`: headers of the request.
        pub const headers: () = ();
        /// `method(get)`: the HTTP method, in place of POST.
        pub const method: () = ();
        /// `omit(redirect_uri)`: standard parameters that are left out.
        pub const omit: () = ();
        /// `params(prompt(one_of(login)), locale(optional), owner = "user", days = 30)`: parameters beyond the standard ones; a number or boolean is one in a JSON body, too.
        pub const params: () = ();
        /// `query(key = "{key}")`: query parameters that stand beside a body.
        pub const query: () = ();
        /// `rename(client_id = "app_id")`: standard parameters under another name; ours left, the provider's right.
        pub const rename: () = ();
        /// `send(client_id)`: standard parameters that the RFC leaves out of this request.
        pub const send: () = ();
    }

    pub mod method {
        /// `because = "…"`: why the declaration departs from the rules.
        pub const because: () = ();
        /// `method(get)`: parameters in the query.
        pub const get: () = ();
        /// `method(post)`: parameters in a body.
        pub const post: () = ();
    }

    pub mod mode {
        /// `mode(form_post)`: as a form that the browser posts (OAuth 2.0 Form Post Response Mode).
        pub const form_post: () = ();
    }

    pub mod no_code {
        /// `no_code(access_denied)`: the resource owner refused.
        pub const access_denied: () = ();
    }

    pub mod none {
        /// `none(basic)`: the identifier goes by the Basic scheme, with an empty password.
        pub const basic: () = ();
    }

    pub mod omit_authorization {
        /// `omit(client_id)`: the request goes without `client_id`.
        pub const client_id: () = ();
        /// `omit(redirect_uri)`: the request goes without `redirect_uri`.
        pub const redirect_uri: () = ();
        /// `omit(response_type)`: the request goes without `response_type`.
        pub const response_type: () = ();
        /// `omit(scope)`: the request goes without `scope`.
        pub const scope: () = ();
    }

    pub mod omit_client_credentials {
        /// `omit(client_id)`: the request goes without `client_id`.
        pub const client_id: () = ();
        /// `omit(grant_type)`: the request goes without `grant_type`.
        pub const grant_type: () = ();
        /// `omit(scope)`: the request goes without `scope`.
        pub const scope: () = ();
    }

    pub mod omit_introspection {
        /// `omit(client_id)`: the request goes without `client_id`.
        pub const client_id: () = ();
        /// `omit(token)`: the request goes without `token`.
        pub const token: () = ();
        /// `omit(token_type_hint)`: the request goes without `token_type_hint`.
        pub const token_type_hint: () = ();
    }

    pub mod omit_long_lived_token {
        /// `omit(access_token)`: the request goes without `access_token`.
        pub const access_token: () = ();
        /// `omit(client_id)`: the request goes without `client_id`.
        pub const client_id: () = ();
        /// `omit(grant_type)`: the request goes without `grant_type`.
        pub const grant_type: () = ();
    }

    pub mod omit_password {
        /// `omit(client_id)`: the request goes without `client_id`.
        pub const client_id: () = ();
        /// `omit(grant_type)`: the request goes without `grant_type`.
        pub const grant_type: () = ();
        /// `omit(scope)`: the request goes without `scope`.
        pub const scope: () = ();
    }

    pub mod omit_refresh {
        /// `omit(access_token)`: the request goes without `access_token`.
        pub const access_token: () = ();
        /// `omit(client_id)`: the request goes without `client_id`.
        pub const client_id: () = ();
        /// `omit(grant_type)`: the request goes without `grant_type`.
        pub const grant_type: () = ();
    }

    pub mod omit_revocation {
        /// `omit(client_id)`: the request goes without `client_id`.
        pub const client_id: () = ();
        /// `omit(token)`: the request goes without `token`.
        pub const token: () = ();
        /// `omit(token_type_hint)`: the request goes without `token_type_hint`.
        pub const token_type_hint: () = ();
    }

    pub mod omit_token {
        /// `omit(client_id)`: the request goes without `client_id`.
        pub const client_id: () = ();
        /// `omit(grant_type)`: the request goes without `grant_type`.
        pub const grant_type: () = ();
        /// `omit(redirect_uri)`: the request goes without `redirect_uri`.
        pub const redirect_uri: () = ();
        /// `omit(scope)`: the request goes without `scope`.
        pub const scope: () = ();
    }

    pub mod parameter {
        /// `name(scopes, array)`: an array of strings in a JSON body, beside `scopes` or `some_of(...)` (Square).
        pub const array: () = ();
        /// `name(optional, boolean)`: `true` or `false` in a JSON body, without quotes (Square).
        pub const boolean: () = ();
        /// `name = "x-y"`: what the parameter is called on the wire, if not its word.
        pub const name: () = ();
        /// `name(optional, number)`: a whole number in a JSON body, without quotes (Zendesk).
        pub const number: () = ();
        /// `one_of(login, select = "select-account")`: sent when the caller chooses one of these values.
        pub const one_of: () = ();
        /// `name(optional)`: sent when the caller gives a value.
        pub const optional: () = ();
        /// `name(random)`: 128 random bits, new for every request.
        pub const random: () = ();
        /// `name(required)`: the caller gives a value, or there is no request; `code(required)` in `client_credentials_request` is a code that comes otherwise than by a login (Sentry).
        pub const required: () = ();
        /// `name(scopes)`: sent when the caller gives scopes for it (Slack's `user_scope`).
        pub const scopes: () = ();
        /// `some_of(login, consent)`: sent when the caller chooses some of these values, joined by the scope delimiter.
        pub const some_of: () = ();
    }

    pub mod password {
        /// `because = "…"`: why the declaration departs from the rules.
        pub const because: () = ();
        /// `client_auth(none)`: how the client authenticates for this grant alone.
        pub const client_auth: () = ();
        /// `default_scopes(read)`: the scopes that are sent when the caller names none.
        pub const default_scopes: () = ();
        /// `grant_type = "…"`: the value of `grant_type` on the wire, where it is not the name of the grant.
        pub const grant_type: () = ();
        /// `scopes(read)`: the only declared scopes that may be asked for with this grant.
        pub const scopes: () = ();
    }

    pub mod password_request {
        /// `auth(nothing)`: what authenticates the request.
        pub const auth: () = ();
        /// `body(json)`: how the parameters of a request with a body are written.
        pub const body: () = ();
        /// `headers(header("X-Id", "{client_id}"))`: headers of the request.
        pub const headers: () = ();
        /// `method(get)`: the HTTP method, in place of POST.
        pub const method: () = ();
        /// `omit(redirect_uri)`: standard parameters that are left out.
        pub const omit: () = ();
        /// `params(prompt(one_of(login)), locale(optional), owner = "user", days = 30)`: parameters beyond the standard ones; a number or boolean is one in a JSON body, too.
        pub const params: () = ();
        /// `query(key = "{key}")`: query parameters that stand beside a body.
        pub const query: () = ();
        /// `rename(client_id = "app_id")`: standard parameters under another name; ours left, the provider's right.
        pub const rename: () = ();
        /// `send(client_id)`: standard parameters that the RFC leaves out of this request.
        pub const send: () = ();
    }

    pub mod pkce {
        /// `pkce(S256)`: sent with every request; a server that does not know it ignores it.
        pub const S256: () = ();
        /// `pkce(S256_hex, because = "…")`: as `required`, with the challenge in hexadecimal (TikTok).
        pub const S256_hex: () = ();
        /// `because = "…"`: why the declaration departs from the rules.
        pub const because: () = ();
        /// `pkce(none, because = "…")`: not sent, because the provider refuses it.
        pub const none: () = ();
        /// `pkce(public_clients, because = "…")`: sent by clients without a secret only, because the provider refuses it from the others (Slack).
        pub const public_clients: () = ();
        /// `pkce(required)`: sent with every request, and the server refuses one without it.
        pub const required: () = ();
    }

    pub mod reason {
        /// `because = "…"`: why the declaration departs from the rules.
        pub const because: () = ();
    }

    pub mod redirect_uri {
        /// `redirect_uri(opaque)`: an alias that the provider issued, sent unchanged.
        pub const opaque: () = ();
    }

    pub mod refresh_request {
        /// `auth(nothing)`: what authenticates the request.
        pub const auth: () = ();
        /// `body(json)`: how the parameters of a request with a body are written.
        pub const body: () = ();
        /// `headers(header("X-Id", "{client_id}"))`: headers of the request.
        pub const headers: () = ();
        /// `method(get)`: the HTTP method, in place of POST.
        pub const method: () = ();
        /// `omit(redirect_uri)`: standard parameters that are left out.
        pub const omit: () = ();
        /// `params(prompt(one_of(login)), locale(optional), owner = "user", days = 30)`: parameters beyond the standard ones; a number or boolean is one in a JSON body, too.
        pub const params: () = ();
        /// `query(key = "{key}")`: query parameters that stand beside a body.
        pub const query: () = ();
        /// `rename(client_id = "app_id")`: standard parameters under another name; ours left, the provider's right.
        pub const rename: () = ();
        /// `send(client_id)`: standard parameters that the RFC leaves out of this request.
        pub const send: () = ();
    }

    pub mod refresh_token {
        /// `client_auth(none)`: how the client authenticates for this grant alone.
        pub const client_auth: () = ();
        /// `default_scopes(read)`: the scopes that are sent when the caller names none.
        pub const default_scopes: () = ();
        /// `grant_type = "…"`: the value of `grant_type` on the wire, where it is not the name of the grant.
        pub const grant_type: () = ();
        /// `offline_scope(offline_access)`: the declared scope without which no refresh token comes.
        pub const offline_scope: () = ();
        /// `rotation(strict)`: what becomes of a refresh token that was used (RFC 9700 section 4.14.2).
        pub const rotation: () = ();
        /// `scopes(read)`: the only declared scopes that may be asked for with this grant.
        pub const scopes: () = ();
        /// `send(scope)`: the request repeats the scopes of the original grant.
        pub const send: () = ();
    }

    pub mod rename_authorization {
        /// `client_id = "…"`: what `client_id` is called on the wire.
        pub const client_id: () = ();
        /// `redirect_uri = "…"`: what `redirect_uri` is called on the wire.
        pub const redirect_uri: () = ();
        /// `response_type = "…"`: what `response_type` is called on the wire.
        pub const response_type: () = ();
        /// `scope = "…"`: what `scope` is called on the wire.
        pub const scope: () = ();
        /// `state = "…"`: what `state` is called on the wire.
        pub const state: () = ();
    }

    pub mod rename_client_credentials {
        /// `client_id = "…"`: what `client_id` is called on the wire.
        pub const client_id: () = ();
        /// `client_secret = "…"`: what `client_secret` is called on the wire.
        pub const client_secret: () = ();
        /// `grant_type = "…"`: what `grant_type` is called on the wire.
        pub const grant_type: () = ();
        /// `scope = "…"`: what `scope` is called on the wire.
        pub const scope: () = ();
    }

    pub mod rename_introspection {
        /// `client_id = "…"`: what `client_id` is called on the wire.
        pub const client_id: () = ();
        /// `client_secret = "…"`: what `client_secret` is called on the wire.
        pub const client_secret: () = ();
        /// `token = "…"`: what `token` is called on the wire.
        pub const token: () = ();
    }

    pub mod rename_long_lived_token {
        /// `access_token = "…"`: what `access_token` is called on the wire.
        pub const access_token: () = ();
        /// `client_id = "…"`: what `client_id` is called on the wire.
        pub const client_id: () = ();
        /// `client_secret = "…"`: what `client_secret` is called on the wire.
        pub const client_secret: () = ();
        /// `grant_type = "…"`: what `grant_type` is called on the wire.
        pub const grant_type: () = ();
    }

    pub mod rename_password {
        /// `client_id = "…"`: what `client_id` is called on the wire.
        pub const client_id: () = ();
        /// `client_secret = "…"`: what `client_secret` is called on the wire.
        pub const client_secret: () = ();
        /// `grant_type = "…"`: what `grant_type` is called on the wire.
        pub const grant_type: () = ();
        /// `password = "…"`: what `password` is called on the wire.
        pub const password: () = ();
        /// `scope = "…"`: what `scope` is called on the wire.
        pub const scope: () = ();
        /// `username = "…"`: what `username` is called on the wire.
        pub const username: () = ();
    }

    pub mod rename_refresh {
        /// `access_token = "…"`: what `access_token` is called on the wire.
        pub const access_token: () = ();
        /// `client_id = "…"`: what `client_id` is called on the wire.
        pub const client_id: () = ();
        /// `client_secret = "…"`: what `client_secret` is called on the wire.
        pub const client_secret: () = ();
        /// `grant_type = "…"`: what `grant_type` is called on the wire.
        pub const grant_type: () = ();
        /// `redirect_uri = "…"`: what `redirect_uri` is called on the wire.
        pub const redirect_uri: () = ();
        /// `refresh_token = "…"`: what `refresh_token` is called on the wire.
        pub const refresh_token: () = ();
        /// `scope = "…"`: what `scope` is called on the wire.
        pub const scope: () = ();
    }

    pub mod rename_revocation {
        /// `client_id = "…"`: what `client_id` is called on the wire.
        pub const client_id: () = ();
        /// `client_secret = "…"`: what `client_secret` is called on the wire.
        pub const client_secret: () = ();
        /// `token = "…"`: what `token` is called on the wire.
        pub const token: () = ();
        /// `token_type_hint = "…"`: what `token_type_hint` is called on the wire.
        pub const token_type_hint: () = ();
    }

    pub mod rename_token {
        /// `access_token = "…"`: what `access_token` is called on the wire.
        pub const access_token: () = ();
        /// `client_id = "…"`: what `client_id` is called on the wire.
        pub const client_id: () = ();
        /// `client_secret = "…"`: what `client_secret` is called on the wire.
        pub const client_secret: () = ();
        /// `code = "…"`: what `code` is called on the wire.
        pub const code: () = ();
        /// `code_verifier = "…"`: what `code_verifier` is called on the wire.
        pub const code_verifier: () = ();
        /// `grant_type = "…"`: what `grant_type` is called on the wire.
        pub const grant_type: () = ();
        /// `redirect_uri = "…"`: what `redirect_uri` is called on the wire.
        pub const redirect_uri: () = ();
        /// `refresh_token = "…"`: what `refresh_token` is called on the wire.
        pub const refresh_token: () = ();
        /// `scope = "…"`: what `scope` is called on the wire.
        pub const scope: () = ();
    }

    pub mod revocable_token {
        /// `tokens(access_token)`: access tokens only (GitHub).
        pub const access_token: () = ();
        /// `tokens(refresh_token)`: refresh tokens only (Auth0).
        pub const refresh_token: () = ();
    }

    pub mod revocation_method {
        /// `because = "…"`: why the declaration departs from the rules.
        pub const because: () = ();
        /// `method(delete)`: DELETE, with parameters in a body.
        pub const delete: () = ();
        /// `method(get)`: parameters in the query.
        pub const get: () = ();
        /// `method(post)`: parameters in a body.
        pub const post: () = ();
    }

    pub mod revocation_request {
        /// `auth(nothing)`: what authenticates the request.
        pub const auth: () = ();
        /// `body(json)`: how the parameters of a request with a body are written.
        pub const body: () = ();
        /// `headers(header("X-Id", "{client_id}"))`: headers of the request.
        pub const headers: () = ();
        /// `method(delete)`: the HTTP method, in place of POST.
        pub const method: () = ();
        /// `omit(redirect_uri)`: standard parameters that are left out.
        pub const omit: () = ();
        /// `params(prompt(one_of(login)), locale(optional), owner = "user", days = 30)`: parameters beyond the standard ones; a number or boolean is one in a JSON body, too.
        pub const params: () = ();
        /// `query(key = "{key}")`: query parameters that stand beside a body.
        pub const query: () = ();
        /// `rename(client_id = "app_id")`: standard parameters under another name; ours left, the provider's right.
        pub const rename: () = ();
        /// `send(client_id)`: standard parameters that the RFC leaves out of this request.
        pub const send: () = ();
        /// `tokens(access_token)`: the one kind of token that the provider revokes, in place of both.
        pub const tokens: () = ();
    }

    pub mod rotation {
        /// `rotation(none)`: the refresh token stays as it is, and none comes back.
        pub const none: () = ();
        /// `rotation(strict)`: a new refresh token comes with every answer, and the old one is dead.
        pub const strict: () = ();
    }

    pub mod scope {
        /// `delimiter = ","`: what stands between two scopes of the answer, if not what does in requests.
        pub const delimiter: () = ();
    }

    pub mod send {
        /// `send(scope)`: the request repeats the scopes of the original grant.
        pub const scope: () = ();
    }

    pub mod send_authorization {
        /// `send(scope)`: `scope` is there even if it is empty.
        pub const scope: () = ();
    }

    pub mod send_client_id {
        /// `send(client_id)`: the identifier is a parameter too, whatever authenticates the client.
        pub const client_id: () = ();
    }

    pub mod send_refresh {
        /// `send(client_id)`: the identifier is a parameter too, whatever authenticates the client.
        pub const client_id: () = ();
        /// `send(redirect_uri)`: a refresh repeats the redirect URI (HubSpot).
        pub const redirect_uri: () = ();
    }

    pub mod send_token {
        /// `send(client_id)`: the identifier is a parameter too, whatever authenticates the client.
        pub const client_id: () = ();
        /// `send(scope)`: a code exchange repeats the scopes of its login.
        pub const scope: () = ();
        /// `send(state)`: a code exchange repeats the `state` of its login (Naver).
        pub const state: () = ();
    }

    pub mod send_userinfo {
        /// `send(access_token)`: the token stands in a form, and not where `bearer(...)` has it (RFC 6750 section 2.2; VK).
        pub const access_token: () = ();
        /// `send(client_id)`: the identifier of the client stands in a form.
        pub const client_id: () = ();
    }

    pub mod ssrf {
        /// `ssrf(allow_any, because = "…")`: the host may have any address.
        pub const allow_any: () = ();
        /// `because = "…"`: why the declaration departs from the rules.
        pub const because: () = ();
        /// `ssrf(deny_private)`: the host has a public address; no loopback, private or link-local one.
        pub const deny_private: () = ();
    }

    pub mod state {
        /// `because = "…"`: why the declaration departs from the rules.
        pub const because: () = ();
        /// `state(in_redirect_uri, because = "…")`: `state` is a query parameter of `redirect_uri`, in both requests, and none of its own.
        pub const in_redirect_uri: () = ();
    }

    pub mod token_auth {
        /// `auth(client_id)`: the identifier alone, also where the client has a secret.
        pub const client_id: () = ();
        /// `auth(nothing)`: neither identifier nor secret.
        pub const nothing: () = ();
    }

    pub mod token_extension {
        /// `client_auth(none)`: how the client authenticates for this grant alone.
        pub const client_auth: () = ();
        /// `grant_type = "…"`: the value of `grant_type` on the wire, where it is not `refresh_token`.
        pub const grant_type: () = ();
    }

    pub mod token_format {
        /// `format(form)`: form-encoded.
        pub const form: () = ();
        /// `format(json)`: JSON under a JSON content type, or none; the default.
        pub const json: () = ();
        /// `format(json_of_any_type)`: JSON, under any content type.
        pub const json_of_any_type: () = ();
        /// `format(json_or_form)`: JSON if it begins with `{`, otherwise form-encoded.
        pub const json_or_form: () = ();
        /// `format(jsonp)`: JSON in a call of a JavaScript function.
        pub const jsonp: () = ();
    }

    pub mod token_request {
        /// `auth(nothing)`: what authenticates the request.
        pub const auth: () = ();
        /// `body(json)`: how the parameters of a request with a body are written.
        pub const body: () = ();
        /// `headers(header("X-Id", "{client_id}"))`: headers of the request.
        pub const headers: () = ();
        /// `method(get)`: the HTTP method, in place of POST.
        pub const method: () = ();
        /// `omit(redirect_uri)`: standard parameters that are left out.
        pub const omit: () = ();
        /// `params(prompt(one_of(login)), locale(optional), owner = "user", days = 30)`: parameters beyond the standard ones; a number or boolean is one in a JSON body, too.
        pub const params: () = ();
        /// `query(key = "{key}")`: query parameters that stand beside a body.
        pub const query: () = ();
        /// `rename(client_id = "app_id")`: standard parameters under another name; ours left, the provider's right.
        pub const rename: () = ();
        /// `send(client_id)`: standard parameters that the RFC leaves out of this request.
        pub const send: () = ();
    }

    pub mod token_response {
        /// `also(user = "/authed_user")`: further tokens in the same answer, each as a constant with the JSON pointer to their object (Slack).
        pub const also: () = ();
        /// `api_base(member = "instance_url", hosts("*.example.com"))`: the answer names the beginning of API URLs (Salesforce).
        pub const api_base: () = ();
        /// `expires_in(never)`: what `expires_in` holds, and what its absence means.
        pub const expires_in: () = ();
        /// `extra(Type)`: members beyond the standard ones, as a type that implements `serde::Deserialize`.
        pub const extra: () = ();
        /// `fields(access_token = "accessToken", scope = "/data/scopes")`: where members stand; a name, or a JSON pointer; of several, such as `expires_in("expires", "ttl")`, the first that leads to something.
        pub const fields: () = ();
        /// `format(json_of_any_type)`: how the answer is written; JSON under a JSON content type by default.
        pub const format: () = ();
        /// `prefix = "&&&START&&&"`: what stands before the JSON of the answer, in errors too; an answer without it is read as it is (Xiaomi).
        pub const prefix: () = ();
        /// `refresh_token_expires_in(unix)`: what the member holds that `fields(refresh_token_expires_in = "…")` names.
        pub const refresh_token_expires_in: () = ();
        /// `root = "/data"`: the JSON pointer to the object that holds the members; of several, such as `root("/data/0", "")`, the first that leads to something, and `""` is the whole answer.
        pub const root: () = ();
        /// `scope(delimiter = ",")`: peculiarities of `scope`.
        pub const scope: () = ();
        /// `token_type(alias("…"))`: peculiarities of `token_type`.
        pub const token_type: () = ();
    }

    pub mod token_type {
        /// `alias("…")`: values that mean Bearer, besides `Bearer` itself.
        pub const alias: () = ();
    }

    pub mod userinfo_method {
        /// `method(post)`: POST, with an empty body (Dropbox), or with the form of `send(...)`.
        pub const post: () = ();
    }

    pub mod userinfo_request {
        /// `headers(header("X-Id", "{client_id}"))`: headers of the request.
        pub const headers: () = ();
        /// `method(post)`: the HTTP method, in place of GET.
        pub const method: () = ();
        /// `query(key = "{key}")`: query parameters that stand beside a body.
        pub const query: () = ();
        /// `send(client_id)`: standard parameters that the RFC leaves out of this request.
        pub const send: () = ();
    }

    pub mod userinfo_response {
        /// `api_base(member = "api_endpoint", hosts("*.example.com"))`: the answer names the beginning of API URLs (Mailchimp).
        pub const api_base: () = ();
    }

    pub mod when {
        /// `differs("/errcode", "0")`: the member is there and has another value.
        pub const differs: () = ();
        /// `equals("/ok", "false")`: the member has this value.
        pub const equals: () = ();
        /// `present("/error")`: the member is there, and is not `null`.
        pub const present: () = ();
    }

    pub mod zero {
        /// `zero(never)`: `0` means that the token does not expire.
        pub const never: () = ();
    }
}
