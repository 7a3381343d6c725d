//! The callback: `state` in constant time, `iss`, and the code.

use crate::case::{Case, Contender};
use crate::provider::{CODE, Example, ISSUER, REDIRECT_URI, STATE, client};
use oauth_core::{Client, Pending, TokenRequest, grant};
use oauth2::CsrfToken;
use subtle::ConstantTimeEq;

pub(crate) fn case() -> Case {
    let client = client();
    Case {
        name: "callback",
        contenders: [
            Contender::new(
                move || started(&client),
                |(client, pending, callback)| ours(&client, pending, &callback),
                |exchange| code_of(&exchange),
            ),
            Contender::new(
                || (CsrfToken::new(STATE.to_owned()), callback(STATE)),
                |(state, callback)| theirs(&state, &callback),
                |code| code.secret().clone(),
            ),
            Contender::new(|| callback(STATE), |callback| by_hand(&callback), |code| code),
        ],
    }
}

fn callback(state: &str) -> String {
    format!("{REDIRECT_URI}?code={CODE}&state={state}&iss=https%3A%2F%2Flogin.example.com")
}

fn started(client: &Client<Example>) -> (Client<Example>, Pending<Example>, String) {
    let login = client.authorize(REDIRECT_URI).start().unwrap();
    let state = login.url.split("state=").nth(1).unwrap().split('&').next().unwrap();
    (client.clone(), login.pending, callback(state))
}

type Exchange = TokenRequest<Example, grant::AuthorizationCode>;

fn ours(client: &Client<Example>, pending: Pending<Example>, callback: &str) -> Exchange {
    client.finish(pending, callback).unwrap()
}

/// The code shows in the request only.
fn code_of(exchange: &Exchange) -> String {
    let request = exchange.request().unwrap();
    let (_, code) = form_urlencoded::parse(request.body()).find(|(name, _)| name == "code").unwrap();
    code.into_owned()
}

/// As in the examples of that crate, which leaves the callback to its user.
fn theirs(state: &CsrfToken, callback: &str) -> oauth2::AuthorizationCode {
    let url = url::Url::parse(callback).unwrap();
    let value = |wanted: &str| {
        url.query_pairs().find(|(name, _)| name == wanted).map(|(_, value)| value.into_owned()).unwrap()
    };
    assert!(CsrfToken::new(value("state")) == *state);
    assert_eq!(value("iss"), ISSUER);
    oauth2::AuthorizationCode::new(value("code"))
}

fn by_hand(callback: &str) -> String {
    let (_, query) = callback.split_once('?').unwrap();
    let (mut state, mut code, mut iss) = (None, None, None);
    for (name, value) in form_urlencoded::parse(query.as_bytes()) {
        let slot = match &*name {
            "state" => &mut state,
            "code" => &mut code,
            "iss" => &mut iss,
            _ => continue,
        };
        assert!(slot.replace(value).is_none());
    }
    assert!(bool::from(state.unwrap().as_bytes().ct_eq(STATE.as_bytes())));
    assert_eq!(iss.unwrap(), ISSUER);
    code.unwrap().into_owned()
}
