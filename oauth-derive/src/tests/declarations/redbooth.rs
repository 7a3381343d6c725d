/// Redbooth: tasks and projects of a team.
#[oauth_provider(
    authorization_endpoint = "https://redbooth.com/oauth2/authorize",
    token_endpoint = "https://redbooth.com/oauth2/token",
    api_base = "https://redbooth.com/api/3",
    client_auth(client_secret_post),
    grants(authorization_code, refresh_token(rotation(strict))),
    scopes(all),
    authorization_request(method(get, post))
)]
pub struct Redbooth;
