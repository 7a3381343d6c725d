// The constants exist all the same, each once and open to every grant.
use oauth_core::{Parameter, ParameterName, Scope, endpoint, oauth_provider};

#[oauth_provider(
    authorization_endpoint = "https://example.com/authorize",
    token_endpoint = "https://example.com/token",
    client_auth(none),
    grants(authorization_code(scopes(read, list))),
    scopes(read, read, write = "a b"),
    authorization_request(params(prompt(one_of(login)), locale(optional)))
)]
pub struct Example;

fn main() {
    let _: [Scope<Example>; 2] = [Example::READ, Example::WRITE];
    let _: Parameter<Example, endpoint::Authorization> = Example::PROMPT_LOGIN;
    let _: ParameterName<Example, endpoint::Authorization> = Example::LOCALE;
}
