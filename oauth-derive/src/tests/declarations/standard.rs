/// Any server that follows RFC 6749.
#[oauth_provider(
    issuer = "https://{host}",
    authorization_endpoint = "https://{host}/authorize",
    token_endpoint = "https://{host}/token",
    ssrf(deny_private),
    client_auth(client_secret_post),
    grants(
        authorization_code,
        client_credentials,
        password(because = "a generic client takes what the server offers"),
        refresh_token
    ),
    custom_scopes(allowed)
)]
pub struct Standard {
    /// The host of the server.
    pub host: Host,
}
