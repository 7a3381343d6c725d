//! Users live in one data centre, whatever that of the client is (multi-dc).

use oauth_testkit::DocumentedRequest;
use oauth_zoho::oauth_core::{Client, ClientSecret, Login, Pending};
use oauth_zoho::{DataCenter, Zoho};

/// A login that started in the United States, and the begin of its callback.
fn login() -> (Client<Zoho>, Pending<Zoho>, String) {
    let provider = Zoho { data_center: DataCenter::UnitedStates };
    let client = Client::new(provider, ClientSecret::new("id", "secret"));
    let Login { url, pending } =
        client.authorize("https://app.example/callback").scopes([Zoho::ZOHO_CRM_USERS_READ]).start().unwrap();
    assert!(url.starts_with("https://accounts.zoho.com/oauth/v2/auth?"), "{url}");
    let (_, state) = url.split_once("&state=").unwrap();
    let state = state.split('&').next().unwrap();
    (client, pending, format!("state={state}&code=1000.code"))
}

#[test]
fn the_code_goes_to_the_data_center_of_the_user() {
    for (location, server) in [("eu", "accounts.zoho.eu"), ("ca", "accounts.zohocloud.ca")] {
        let (client, pending, callback) = login();
        let callback = format!("{callback}&location={location}&accounts-server=https%3A%2F%2F{server}");
        let request = client.finish(pending, callback).unwrap();
        assert_eq!(request.callback_parameter(Zoho::LOCATION), Some(location));
        let documented = DocumentedRequest {
            method: "POST",
            url: &format!("https://{server}/oauth/v2/token"),
            headers: &[],
            parameters: "grant_type=authorization_code&client_id=id&client_secret=secret\
                &redirect_uri=https%3A%2F%2Fapp.example%2Fcallback&code=1000.code",
            added: &["Accept", "Content-Type", "code_verifier"],
        };
        documented.check(&request.request().unwrap()).unwrap();
    }
}

#[test]
fn no_other_server_gets_the_code() {
    let (client, pending, callback) = login();
    let callback =
        format!("{callback}&location=eu&accounts-server=https%3A%2F%2Faccounts.zoho.eu.evil.example");
    let error = client.finish(pending, callback).unwrap_err();
    assert!(error.to_string().contains("accounts-server"), "{error}");
}
