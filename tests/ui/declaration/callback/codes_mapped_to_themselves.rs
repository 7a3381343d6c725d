use oauth_core::oauth_provider;

#[oauth_provider(
    authorization_endpoint = "https://example.com/authorize",
    token_endpoint = "https://example.com/token",
    client_auth(client_secret_basic),
    grants(authorization_code),
    callback(map(
        access_denied = "access_denied",
        invalid_request = "invalid_request",
        invalid_scope = "invalid_scope",
        server_error = "server_error",
        temporarily_unavailable = "temporarily_unavailable",
        unauthorized_client = "unauthorized_client",
        unsupported_response_type = "unsupported_response_type"
    ))
)]
pub struct Example;

fn main() {}
