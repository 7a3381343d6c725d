//! The callback names the company, in `realmId`.

use oauth_quickbooks::QuickBooks;
use oauth_quickbooks::oauth_core::http::Response;
use oauth_quickbooks::oauth_core::{Client, ClientSecret, Login};

const CALLBACK: &str = "https://app.example/callback";

fn company(callback: &str) -> Option<String> {
    let client = Client::new(QuickBooks::PRODUCTION, ClientSecret::new("id", "secret"));
    let Login { url, pending } = client.authorize(CALLBACK).start().unwrap();
    let state = url.split("state=").nth(1).unwrap().split('&').next().unwrap();
    let request = client.finish(pending, format!("{CALLBACK}?{callback}&state={state}")).unwrap();
    let answer = r#"{"access_token":"AT1","refresh_token":"RT1","token_type":"bearer","expires_in":3600,
        "x_refresh_token_expires_in":8726400}"#;
    let tokens = request.read(Response::new(answer.into())).unwrap();
    tokens.callback_parameter(QuickBooks::REALM_ID).map(str::to_owned)
}

#[test]
fn the_tokens_know_their_company() {
    assert_eq!(company("code=c&realmId=1234567890123456").as_deref(), Some("1234567890123456"));
}

#[test]
fn a_login_without_a_company_has_none() {
    assert_eq!(company("code=c"), None);
}
