// Whatever credential the client has, the missing endpoint is the one error.
use oauth_core::{AuthenticatesTo, ClientId, ClientSecret, CustomScopes, oauth_provider};

#[oauth_provider(client_auth(client_secret_post), grants(client_credentials))]
pub struct Example;

fn client<A: AuthenticatesTo<Example>>(_: A) {}
fn opens<P: CustomScopes>(_: P) {}

fn main() {
    client(ClientId::new("id"));
    client(ClientSecret::new("id", "secret"));
    opens(Example);
}
