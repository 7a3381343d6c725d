/// eBay: buy and sell.
#[oauth_provider(
    authorization_endpoint = "https://auth.{site}/oauth2/authorize",
    token_endpoint = "https://api.{site}/identity/v1/oauth2/token",
    api_base = "https://api.{site}",
    client_auth(client_secret_basic),
    grants(
        authorization_code,
        refresh_token(rotation(none), send(scope)),
        client_credentials(scopes(api_scope), default_scopes(api_scope))
    ),
    scope_prefix = "https://api.ebay.com/oauth/api_scope",
    scopes(
        api_scope = "",
        sell_account = "/sell.account",
        sell_account_readonly = "/sell.account.readonly",
        sell_inventory = "/sell.inventory"
    ),
    redirect_uri(opaque),
    authorization_request(params(prompt(one_of(login)), locale(optional))),
    token_response(
        token_type(alias("User Access Token", "Application Access Token")),
        fields(refresh_token_expires_in = "refresh_token_expires_in")
    )
)]
pub struct Ebay {
    /// Production or sandbox.
    pub site: Site,
}
