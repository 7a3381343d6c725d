/// Reverb: buy and sell musical gear.
#[oauth_provider(
    authorization_endpoint = "https://reverb.com/oauth/authorize",
    token_endpoint = "https://reverb.com/oauth/token",
    api_base = "https://api.reverb.com/api",
    client_auth(client_secret_post),
    grants(authorization_code, client_credentials),
    scopes(public, read_listings, write_listings, read_orders, write_orders, read_profile),
    token_response(expires_in(never), extra(DoorkeeperExtra)),
    bearer(headers(header("Accept-Version", "3.0"), header("Accept", "application/hal+json")))
)]
pub struct Reverb;
