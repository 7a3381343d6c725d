//! The userinfo request, which has the token in its form, and its answer.

use oauth_testkit::DocumentedRequest;
use oauth_vk::oauth_core::{AccessToken, Client, ClientId};
use oauth_vk::{User, UserInfo, Vk};

/// As the clients of VK's users send it.
#[test]
fn the_token_goes_in_the_form() {
    let documented = DocumentedRequest {
        method: "POST",
        url: "https://id.vk.com/oauth2/user_info",
        headers: &[("Content-Type", "application/x-www-form-urlencoded")],
        parameters: "client_id=7915193&access_token=vk2.a.fake",
        added: &["Accept"],
    };
    let client = Client::new(Vk, ClientId::new("7915193"));
    let token = AccessToken::new("vk2.a.fake").unwrap();
    documented.check(&client.userinfo(&token).request().unwrap()).unwrap();
}

/// With the members of VK's own library, and one beyond them.
#[test]
fn the_answer_says_what_the_app_may_know() {
    let answer = r#"{"user":{"user_id":"1234567890","first_name":"Ada","last_name":"Example",
        "avatar":"https://pp.userapi.example/60tZWMo4SmwcploUVl9XEt8ufnTTvDUmQ6Bj1g.png",
        "email":"ada@example.com","sex":1}}"#;
    let UserInfo { user } = serde_json::from_str(answer).unwrap();
    let User { user_id, first_name, email, phone, .. } = user;
    assert_eq!((user_id.as_deref(), first_name.as_deref()), (Some("1234567890"), Some("Ada")));
    assert_eq!((email.as_deref(), phone), (Some("ada@example.com"), None));
    assert!(serde_json::from_str::<UserInfo>(r#"{"error":"invalid_token"}"#).is_err());
}
