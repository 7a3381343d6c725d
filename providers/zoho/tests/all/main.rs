//! The contract of every provider crate.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

mod documented;

use oauth_zoho::oauth_core::http::Response;
use oauth_zoho::oauth_core::{Client, ClientSecret, Login, RefreshToken};
use oauth_zoho::{DataCenter, Zoho};

oauth_testkit::provider_tests!(
    Zoho,
    Zoho { data_center: DataCenter::Europe },
    [
        authorization_code => |request| {
            request.parameter(Zoho::ACCESS_TYPE_OFFLINE).parameter(Zoho::PROMPT_CONSENT)
        },
        refresh_token,
        client_credentials => |request| request.parameter(Zoho::SOID.value("ZohoCRM.000000000"))
    ]
);

/// A user in Europe logs in by a client of the United States.
#[test]
fn tokens_are_refreshed_and_revoked_in_the_data_centre_of_the_user() {
    let client = Client::new(
        Zoho { data_center: DataCenter::UnitedStates },
        ClientSecret::new("client id", "client secret"),
    );
    let Login { url, pending } = client.authorize("https://app.example/callback").start().unwrap();
    let state = url.split("state=").nth(1).unwrap().split('&').next().unwrap();
    let callback = format!("state={state}&code=c&location=eu&accounts-server=https%3A%2F%2Faccounts.zoho.eu");
    let answer = br#"{"access_token":"a","refresh_token":"r","api_domain":"https://www.zohoapis.eu","token_type":"Bearer","expires_in":3600}"#;
    let tokens = client.finish(pending, callback).unwrap().read(Response::new(answer.to_vec())).unwrap();
    let refresh_token = tokens.refresh_token().unwrap();
    let learned = refresh_token.learned().unwrap();
    assert_eq!(learned, "data_center.accounts=accounts.zoho.eu");
    let stored = RefreshToken::new("r").unwrap().with_learned(learned);
    for token in [refresh_token, &stored] {
        let refresh = client.refresh(token).request().unwrap();
        assert_eq!(refresh.uri(), "https://accounts.zoho.eu/oauth/v2/token");
        let revocation = client.revoke(token).request().unwrap();
        assert_eq!(revocation.uri(), "https://accounts.zoho.eu/oauth/v2/token/revoke");
    }
    let userinfo = client.userinfo(tokens.access_token()).request().unwrap();
    assert_eq!(userinfo.uri(), "https://accounts.zoho.eu/oauth/user/info");
}
