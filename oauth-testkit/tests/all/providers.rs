//! Providers that together have every peculiarity.

use oauth_core::metadata::{BasicEncoding, ClientAuth};
use oauth_core::{Segment, oauth_provider};

pub(crate) const BASIC: ClientAuth = ClientAuth::ClientSecretBasic(BasicEncoding::Form);

/// Every standard endpoint and grant, by the letter; refresh tokens rotate.
#[oauth_provider(
    issuer = "https://plain.example",
    authorization_endpoint = "https://plain.example/authorize",
    token_endpoint = "https://plain.example/token",
    revocation_endpoint = "https://plain.example/revoke",
    introspection_endpoint = "https://plain.example/introspect",
    api_base = "https://api.plain.example/v1",
    client_auth(client_secret_basic, client_secret_post, none),
    grants(
        authorization_code(scopes(read, write)),
        refresh_token(rotation(strict), scopes(read, write)),
        client_credentials(default_scopes(report), client_auth(client_secret_basic)),
        password(scopes(read, write), client_auth(client_secret_basic), because = "for the tests"),
        implicit(scopes(read, write), because = "for the tests")
    ),
    scopes(read, write, report),
    callback(iss(required))
)]
#[derive(Debug, Clone, Copy)]
pub(crate) struct Plain;

/// Scopes behind commas, any scope, a challenge always, secrets sent raw, queries in the URLs.
#[oauth_provider(
    authorization_endpoint = "https://comma.example/oauth?version=2",
    token_endpoint = "https://comma.example/oauth?version=2&step=token",
    client_auth(client_secret_basic(encoding = "raw", because = "for the tests")),
    grants(authorization_code),
    scope_delimiter = ",",
    scopes(one, two),
    custom_scopes(allowed),
    pkce(required)
)]
#[derive(Debug, Clone, Copy)]
pub(crate) struct Comma;

/// An authorization endpoint that takes POST, and knows no code challenge.
#[oauth_provider(
    authorization_endpoint = "https://redbooth.com/oauth2/authorize",
    token_endpoint = "https://redbooth.com/oauth2/token",
    client_auth(client_secret_post),
    grants(authorization_code, refresh_token),
    pkce(none, because = "for the tests"),
    authorization_request(method(get, post))
)]
#[derive(Debug, Clone, Copy)]
pub(crate) struct Redbooth;

/// Aliases for redirect URIs and token types, parameters, scopes again at a refresh.
#[oauth_provider(
    authorization_endpoint = "https://auth.ebay.com/oauth2/authorize",
    token_endpoint = "https://api.ebay.com/identity/v1/oauth2/token",
    api_base = "https://apiz.ebay.com",
    client_auth(client_secret_basic),
    grants(authorization_code, refresh_token(rotation(none), send(scope)), client_credentials),
    scope_prefix = "https://api.ebay.com/oauth/api_scope",
    scopes(sell = "/sell", buy = "/buy"),
    redirect_uri(opaque),
    authorization_request(params(prompt(one_of(login)), locale(optional), hd = "yes")),
    token_response(
        token_type(alias("User Access Token", "Application Access Token")),
        fields(refresh_token_expires_in = "refresh_token_expires_in")
    )
)]
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ebay;

/// Public clients with passwords, one path for two endpoints, errors as text.
#[oauth_provider(
    token_endpoint = "https://flex-api.sharetribe.com/v1/auth/token",
    revocation_endpoint = "https://flex-api.sharetribe.com/v1/auth/revoke",
    introspection_endpoint = "https://flex-api.sharetribe.com/v1/auth/token",
    client_auth(none),
    grants(
        client_credentials(scopes(public_read), default_scopes(public_read), client_auth(none)),
        password(scopes(user), default_scopes(user), because = "for the tests"),
        refresh_token(rotation(strict), scopes(user))
    ),
    scopes(public_read = "public-read", user),
    revocation_request(auth(bearer)),
    introspection_request(method(get), auth(bearer), omit(token)),
    introspection_response(active(status), extra(Details)),
    token_response(extra(Details)),
    error_response(format(text))
)]
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sharetribe;

/// A member that answers have beside the standard ones.
#[derive(Debug, serde::Deserialize)]
pub(crate) struct Details {
    #[serde(rename = "isLoggedInAs")]
    pub(crate) is_logged_in_as: bool,
}

/// Tokens without an end, headers for the API.
#[oauth_provider(
    authorization_endpoint = "https://reverb.com/oauth/authorize",
    token_endpoint = "https://reverb.com/oauth/token",
    api_base = "https://api.reverb.com/api",
    client_auth(client_secret_post),
    grants(authorization_code, client_credentials, implicit(because = "for the tests")),
    scopes(read_listings, write_listings),
    token_response(expires_in(never), extra(Created)),
    bearer(headers(header("Accept-Version", "3.0")))
)]
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reverb;

/// A member that answers have beside the standard ones.
#[derive(Debug, serde::Deserialize)]
pub(crate) struct Created {
    pub(crate) created_at: u64,
}

/// Two endpoints that only their hosts tell apart.
#[oauth_provider(
    token_endpoint = "https://token.example/v1",
    revocation_endpoint = "https://revoke.example/v1",
    client_auth(client_secret_basic),
    grants(client_credentials)
)]
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ambiguous;

/// A tenant in the path.
#[oauth_provider(
    token_endpoint = "https://login.example/{tenant}/token",
    client_auth(client_secret_post),
    grants(client_credentials)
)]
#[derive(Debug, Clone)]
pub(crate) struct Tenant {
    pub(crate) tenant: Segment,
}

/// Tokens that revoke themselves, for an API whose address comes with them.
#[oauth_provider(
    authorization_endpoint = "https://login.hosted.example/authorize",
    token_endpoint = "https://login.hosted.example/token",
    revocation_endpoint = "https://login.hosted.example/token",
    client_auth(client_secret_post),
    grants(authorization_code, refresh_token),
    revocation_request(method(delete), auth(bearer), omit(token)),
    token_response(api_base(member = "api_url", hosts("*.hosted.example"), path = "/v1"))
)]
#[derive(Debug, Clone, Copy)]
pub(crate) struct Hosted;
