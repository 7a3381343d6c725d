/// Sharetribe: marketplaces.
#[oauth_provider(
    token_endpoint = "https://flex-api.sharetribe.com/v1/auth/token",
    revocation_endpoint = "https://flex-api.sharetribe.com/v1/auth/revoke",
    introspection_endpoint = "https://flex-api.sharetribe.com/v1/auth/token",
    api_base = "https://flex-api.sharetribe.com/v1",
    client_auth(none),
    grants(
        client_credentials(client_auth(none), scopes(public_read), default_scopes(public_read)),
        password(
            scopes(user),
            default_scopes(user),
            because = "marketplace apps log their users in with their own form"
        ),
        refresh_token(scopes(user), rotation(strict))
    ),
    scopes(public_read = "public-read", user),
    revocation_request(auth(bearer)),
    introspection_request(method(get), auth(bearer), omit(token)),
    introspection_response(active(status), extra(TokenDetails)),
    error_response(format(text))
)]
pub struct Sharetribe;
