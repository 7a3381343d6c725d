// One mistake, and everything that the new keys bring is still there.
use oauth_core::{Hook, UrlVariable, endpoint, grant, oauth_provider};
use oauth_core::{AlsoIssued, CallbackParameter, HasEndpoint, Parameter, ParameterName, ScopeParameter, Supports};

#[derive(Clone)]
pub struct Signer;

impl Hook for Signer {}

#[derive(Clone, Copy, UrlVariable)]
pub enum Region {
    #[url(accounts = "accounts.example.eu", api = "api.example.eu")]
    Europe,
}

#[oauth_provider(
    authorization_endpoint = "https://{region.accounts}/authorize",
    token_endpoint = "https://{region.accounts}/token",
    userinfo_endpoint = "https://{region.api}/me",
    client_auth(client_secret_post),
    grants(authorization_code, long_lived_token(grant_type = "exchange")),
    scopes(read),
    authorization_request(params(user_scope(scopes), prompt(one_of(login)), locale(required))),
    token_request(params(company(optional))),
    callback(capture(realm_id = "realmId"), colour = "red"),
    token_response(also(user = "/user")),
    hook(signer)
)]
pub struct Example {
    pub region: Region,
    pub signer: Signer,
}

fn exchanges<P: Supports<grant::LongLivedToken> + HasEndpoint<endpoint::Userinfo>>(_: &P) {}

fn main() {
    let example = Example { region: Region::Europe, signer: Signer };
    let _: ScopeParameter<Example, endpoint::Authorization> = Example::USER_SCOPE;
    let _: Parameter<Example, endpoint::Authorization> = Example::PROMPT_LOGIN;
    let _: ParameterName<Example, endpoint::Authorization> = Example::LOCALE;
    let _: ParameterName<Example, endpoint::Token> = Example::COMPANY;
    let _: CallbackParameter<Example> = Example::REALM_ID;
    let _: AlsoIssued<Example> = Example::USER;
    let _ = (Region::Europe.accounts(), "x".parse::<Region>());
    exchanges(&example);
}
