//! The implicit grant: the same checks on the fragment.

use crate::{shown, value};
use oauth_core::{CallbackError, ErrorKind, Login};
use oauth_redbooth::Redbooth;
use oauth_testkit::{AuthorizationServer, Endpoint};

#[test]
fn sec_18_an_implicit_token_comes_in_the_fragment_and_with_state() {
    let server = AuthorizationServer::start(&Redbooth).unwrap();
    let client = server.client(Redbooth, server.client_id()).unwrap();
    let error = |change: &dyn Fn(&str, &str) -> String| {
        let Login { url, pending } = client.authorize_implicit(server.redirect_uri()).start().unwrap();
        let real = server.approve(&url).unwrap();
        let (token, state) = (value(&real, "access_token"), value(&real, "state"));
        let error = client.finish_implicit(pending, change(&real, state)).unwrap_err();
        assert!(!shown(&error).contains(token) && !shown(&error).contains(state));
        match error.kind() {
            ErrorKind::Callback(kind) => *kind,
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(error(&|real, state| real.replace(state, "guessed")), CallbackError::StateMismatch);
    assert_eq!(error(&|real, _| real.replace('#', "?")), CallbackError::Missing("fragment"));
    assert_eq!(
        error(&|real, _| format!("{real}&access_token=other")),
        CallbackError::Repeated("access_token")
    );
    assert_eq!(error(&|real, state| format!("{real}&state={state}")), CallbackError::Repeated("state"));
    let without_type = |real: &str, _: &str| real.replace("token_type=", "kind=");
    assert_eq!(error(&without_type), CallbackError::Missing("token_type"));
    let controls = |_: &str, state: &str| format!("#access_token=a%0Ab&token_type=bearer&state={state}");
    assert_eq!(error(&controls), CallbackError::Malformed("access_token"));
}

#[test]
fn sec_18_an_implicit_login_has_no_refresh_token_and_sends_no_secret() {
    let server = AuthorizationServer::start(&Redbooth).unwrap();
    let client = server.client(Redbooth, server.client_id()).unwrap();
    let Login { url, pending } = client.authorize_implicit(server.redirect_uri()).start().unwrap();
    assert_eq!(value(&url, "response_type"), "token");
    assert!(!url.contains("secret") && !url.contains("code_challenge"), "{url}");
    let callback = server.approve(&url).unwrap() + "&refresh_token=EVIL";
    let tokens = client.finish_implicit(pending, callback).unwrap();
    assert!(tokens.refresh_token().is_none());
    assert!(server.requests(Endpoint::Token).is_empty());
}
