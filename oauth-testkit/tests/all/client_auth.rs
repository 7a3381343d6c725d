//! Client authentication: one declared method, not two, with the right secret.

use crate::by_hand::{Ask, post};
use crate::providers::{Comma, Plain, Reverb};
use oauth_core::Provider;
use oauth_core::http::header;
use oauth_testkit::AuthorizationServer;

const OWN: (&str, &str) = ("grant_type", "client_credentials");

fn start<P: Provider>(provider: P) -> AuthorizationServer {
    AuthorizationServer::builder(&provider)
        .confidential_client("other", "a b+c%")
        .public_client("app")
        .start()
        .unwrap()
}

#[tokio::test]
async fn basic() {
    let server = start(Plain);
    let (id, secret) = server.confidential_client();
    let ask = || post(&server, "/token", &[OWN]);
    assert_eq!(ask().basic(id, secret).send().await.status(), 200);
    assert_eq!(ask().basic("other", "a b+c%").send().await.status(), 200);

    let refused = [
        (ask().basic(id, "guess"), "the client secret is wrong"),
        (ask().basic_raw(id, secret), "not registered"),
        (ask().basic("stranger", secret), "not registered"),
        (ask().basic("app", secret), "public client"),
        (ask().header("authorization", "Bearer x"), "not one of the Basic scheme"),
        (ask().header("authorization", "Basic ???"), "not one of the Basic scheme"),
        (ask().header("authorization", "Basic bm8tY29sb24="), "not one of the Basic scheme"),
    ];
    for (ask, reason) in refused {
        let answer = ask.expect_refusal("invalid_client", reason).await;
        assert_eq!(answer.headers()[header::WWW_AUTHENTICATE], "Basic realm=\"Plain\"");
    }
}

#[tokio::test]
async fn raw_basic() {
    let server = start(Comma);
    let path = "/oauth?version=2&step=token";
    let (id, secret) = server.confidential_client();
    let ask = |id: &str, secret: &str| -> Ask {
        post(&server, path, &[("grant_type", "authorization_code")]).basic_raw(id, secret)
    };
    ask(id, secret).expect_refusal("invalid_request", "`code` is missing").await;
    let encoded = post(&server, path, &[("grant_type", "authorization_code")]).basic(id, secret);
    encoded.expect_refusal("invalid_client", "not registered").await;
}

#[tokio::test]
async fn not_by_another_method_and_not_by_two() {
    let server = start(Plain);
    let (id, secret) = server.confidential_client();
    let in_body = [OWN, ("client_id", id), ("client_secret", secret)];
    let answer = post(&server, "/token", &in_body)
        .expect_refusal(
            "invalid_client",
            "by client_secret_post; declared for this request: client_secret_basic",
        )
        .await;
    assert!(!answer.headers().contains_key(header::WWW_AUTHENTICATE));
    post(&server, "/token", &in_body).basic(id, secret).expect_refusal("invalid_request", "twice").await;
    let beside = post(&server, "/token", &[OWN, ("client_id", id)]).basic(id, secret);
    beside.expect_refusal("invalid_request", "`client_id` does not belong").await;
    post(&server, "/token", &[OWN]).expect_refusal("invalid_client", "does not authenticate").await;
    let by_id = post(&server, "/token", &[OWN, ("client_id", id)]);
    by_id.expect_refusal("invalid_client", "by none").await;

    let code = ("grant_type", "authorization_code");
    let by_id = post(&server, "/token", &[code, ("client_id", id)]);
    by_id.expect_refusal("invalid_client", "must authenticate").await;
    let stranger = post(&server, "/token", &[code, ("client_id", "stranger")]);
    stranger.expect_refusal("invalid_client", "not registered").await;

    let mut twice = post(&server, "/token", &[OWN]).basic(id, secret);
    twice.request.headers_mut().append(header::AUTHORIZATION, "Basic eDp5".parse().unwrap());
    twice.expect_refusal("invalid_request", "`Authorization` is there more than once").await;
}

#[tokio::test]
async fn post_only() {
    let server = start(Reverb);
    let (id, secret) = server.confidential_client();
    let ask = post(&server, "/oauth/token", &[OWN, ("client_id", id), ("client_secret", secret)]);
    assert_eq!(ask.send().await.status(), 200);
    let basic = post(&server, "/oauth/token", &[OWN]).basic(id, secret);
    basic.expect_refusal("invalid_client", "declared for this request: client_secret_post").await;
    let wrong = post(&server, "/oauth/token", &[OWN, ("client_id", id), ("client_secret", "guess")]);
    wrong.expect_refusal("invalid_client", "the client secret is wrong").await;
}
