//! The userinfo answer, which says where the API of each account is.

use oauth_docusign::oauth_core::http::{Method, Response};
use oauth_docusign::oauth_core::{AccessToken, Client, ClientSecret};
use oauth_docusign::{Docusign, UserInfo};

const USERINFO: &str = r#"{"sub":"00000000-0000-0000-0000-000000000001","name":"Ada Example",
    "email":"ada@example.com","created":"2015-08-13T22:03:03.45","accounts":[
    {"account_id":"a1","is_default":false,"account_name":"One","base_uri":"https://demo.docusign.net"},
    {"account_id":"a2","is_default":true,"account_name":"Two","base_uri":"https://na3.docusign.net"}]}"#;

fn client() -> Client<Docusign> {
    Client::new(Docusign::DEVELOPER, ClientSecret::new("key", "secret"))
}

fn url(api_base: String) -> String {
    let token = AccessToken::new("AT1").unwrap().with_api_base(api_base);
    client().api(Method::GET, "a1/users", &token).request().unwrap().uri().to_string()
}

#[test]
fn the_api_is_where_the_account_is() {
    let first = client().api_base(&Response::new(USERINFO.into())).unwrap();
    assert_eq!(url(first), "https://demo.docusign.net/restapi/v2.1/accounts/a1/users");
    let userinfo: UserInfo = serde_json::from_str(USERINFO).unwrap();
    let urls: Vec<_> = userinfo.accounts.into_iter().map(|account| url(account.base_uri)).collect();
    assert_eq!(urls[1], "https://na3.docusign.net/restapi/v2.1/accounts/a1/users");
}
