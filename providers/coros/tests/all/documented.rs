//! The requests for tokens as the API reference has them.

use oauth_coros::Coros;
use oauth_coros::oauth_core::{AccessToken, Client, ClientSecret, RefreshToken};
use oauth_testkit::DocumentedRequest;

#[test]
fn an_extension_sends_the_refresh_token_alone() {
    let client = Client::new(Coros::PRODUCTION, ClientSecret::new("the-client", "the-secret"));
    let access_token = AccessToken::new("rg2-access").unwrap();
    let refresh_token = RefreshToken::new("rg2-refresh").unwrap();
    let documented = DocumentedRequest {
        method: "POST",
        url: "https://open.coros.com/oauth2/refresh-token",
        headers: &[("Content-Type", "application/x-www-form-urlencoded")],
        parameters: "client_id=the-client&refresh_token=rg2-refresh&client_secret=the-secret&grant_type=refresh_token",
        added: &["Accept"],
    };
    documented.check(&client.extend(&access_token, &refresh_token).request().unwrap()).unwrap();
}

#[test]
fn a_revocation_has_the_token_in_its_query() {
    let client = Client::new(Coros::PRODUCTION, ClientSecret::new("the-client", "the-secret"));
    let request = client.revoke(&AccessToken::new("rg2-access").unwrap()).request().unwrap();
    assert_eq!(request.method(), "POST");
    assert_eq!(request.uri(), "https://open.coros.com/oauth2/deauthorize?token=rg2-access");
    assert!(request.body().is_empty());
}
