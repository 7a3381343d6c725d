//! Compiles only if the expansion goes by `crate = "renamed"`.

/// The sites of [`Renamed`].
#[derive(Debug, Clone, Copy, renamed::UrlVariable)]
#[url(crate = "renamed")]
pub enum Site {
    /// The only one.
    #[url("example.com")]
    Only,
}

/// A provider of a crate that knows oauth-core by another name.
#[renamed::oauth_provider(
    crate = "renamed",
    authorization_endpoint = "https://auth.{site}/authorize",
    token_endpoint = "https://auth.{site}/token",
    client_auth(client_secret_basic),
    grants(authorization_code(scopes(read)), client_credentials, refresh_token(scopes(read))),
    scopes(read, write),
    authorization_request(params(locale(optional)))
)]
#[derive(Debug, Clone, Copy)]
pub struct Renamed {
    /// Where.
    pub site: Site,
}
