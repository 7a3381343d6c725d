use oauth_core::oauth_provider;

#[oauth_provider(
    token_endpoint = "https://example.com/token",
    client_auth(client_secret_basic),
    grants(client_credentials),
    error_response(map(
        access_denied = "access_denied",
        invalid_client = "invalid_client",
        invalid_request = "invalid_request",
        invalid_scope = "invalid_scope",
        invalid_token = "invalid_token",
        server_error = "server_error",
        temporarily_unavailable = "temporarily_unavailable",
        unauthorized_client = "unauthorized_client",
        unsupported_grant_type = "unsupported_grant_type",
        unsupported_token_type = "unsupported_token_type"
    ))
)]
pub struct Example;

fn main() {}
