//! Callbacks that can't be believed: a typed error, and no token request.

use super::{Bank, Test, shown};
use oauth_core::{CallbackError, ErrorCode, ErrorKind, Login, Recovery};
use oauth_redbooth::Redbooth;
use oauth_testkit::{AuthorizationServer, Endpoint};

/// What a callback says, and what becomes of it.
struct Callback {
    code: String,
    state: String,
}

const ISS: &str = "iss=https%3A%2F%2Fbank.example";

fn value<'a>(url: &'a str, name: &str) -> &'a str {
    url.split(['?', '&', '#']).find_map(|pair| pair.strip_prefix(name)?.strip_prefix('=')).expect(name)
}

/// Starts a login, lets the user approve, and hands in another callback than the real one.
#[track_caller]
fn error(callback: impl FnOnce(&Callback) -> String) -> Outcome {
    let test = Test::new();
    let Login { url, pending } = test.client.authorize(test.server.redirect_uri()).start().unwrap();
    let real = test.server.approve(&url).unwrap();
    let real = Callback { code: value(&real, "code").to_owned(), state: value(&real, "state").to_owned() };
    let callback = callback(&real);
    let error = test.client.finish(pending, &callback).unwrap_err();
    assert!(test.server.requests(Endpoint::Token).is_empty());
    let shown = shown(&error);
    assert!(!shown.contains(&real.code) && !shown.contains(&real.state), "{shown}");
    match error.kind() {
        ErrorKind::Callback(kind) => {
            assert_eq!(error.recovery(), Recovery::Reauthorize);
            Outcome::Callback(*kind)
        }
        ErrorKind::AuthorizationResponse(_) => Outcome::Refused(error.code().unwrap().clone()),
        other => panic!("{other:?}"),
    }
}

#[derive(Debug, PartialEq)]
enum Outcome {
    Callback(CallbackError),
    Refused(ErrorCode),
}

const STATE: Outcome = Outcome::Callback(CallbackError::StateMismatch);
const ISSUER: Outcome = Outcome::Callback(CallbackError::IssuerMismatch);

fn repeated(name: &'static str) -> Outcome {
    Outcome::Callback(CallbackError::Repeated(name))
}

#[test]
fn without_the_right_state() {
    assert_eq!(error(|real| format!("code={}&{ISS}", real.code)), STATE);
    assert_eq!(error(|real| format!("code={}&state=&{ISS}", real.code)), STATE);
    assert_eq!(error(|real| format!("code={}&state=guessed&{ISS}", real.code)), STATE);
    assert_eq!(error(|real| format!("code={}&state={}x&{ISS}", real.code, real.state)), STATE);
    assert_eq!(error(|real| format!("code={}&state={}&{ISS}", real.code, &real.state[1..])), STATE);
    assert_eq!(error(|real| format!("code={}&STATE={}&{ISS}", real.code, real.state)), STATE);
    assert_eq!(
        error(|real| format!("code={0}&state={1}&state={1}&{ISS}", real.code, real.state)),
        repeated("state")
    );
    assert_eq!(
        error(|real| format!("state=x&code={}&state={}&{ISS}", real.code, real.state)),
        repeated("state")
    );
    // What stands in the fragment was not sent by the server.
    assert_eq!(error(|real| format!("/cb#code={}&state={}&{ISS}", real.code, real.state)), STATE);
}

#[test]
fn of_another_login() {
    let test = Test::new();
    let start = || test.client.authorize(test.server.redirect_uri()).start().unwrap();
    let (mine, theirs) = (start(), start());
    let callback = test.server.approve(&theirs.url).unwrap();
    let error = test.client.finish(mine.pending, callback).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Callback(CallbackError::StateMismatch)));
    assert!(test.server.requests(Endpoint::Token).is_empty());
}

#[test]
fn of_another_issuer() {
    let with = |iss: &'static str| error(move |real| format!("code={}&state={}{iss}", real.code, real.state));
    assert_eq!(with(""), ISSUER);
    assert_eq!(with("&iss="), ISSUER);
    assert_eq!(with("&iss=https://evil.example"), ISSUER);
    assert_eq!(with("&iss=https://bank.example/"), ISSUER);
    assert_eq!(with("&iss=https://BANK.example"), ISSUER);
    assert_eq!(with("&iss=https://bank.example&iss=https://bank.example"), repeated("iss"));
    // A refusal that another server sends is not believed either.
    assert_eq!(
        error(|real| format!("error=access_denied&state={}&iss=https://evil.example", real.state)),
        ISSUER
    );
}

#[test]
fn with_an_error() {
    let refused = |code| Outcome::Refused(code);
    let with = |rest: &'static str| error(move |real| format!("{rest}&state={}&{ISS}", real.state));
    assert_eq!(with("error=access_denied"), refused(ErrorCode::AccessDenied));
    assert_eq!(with("error=server_error&error_description=%00%1b[31m"), refused(ErrorCode::ServerError));
    assert_eq!(with("error=access_denied&error=server_error"), repeated("error"));
    assert_eq!(error(|_| format!("error=access_denied&{ISS}")), STATE);
    assert_eq!(
        error(|real| format!("code={}&error=access_denied&state={}&{ISS}", real.code, real.state)),
        refused(ErrorCode::AccessDenied)
    );
}

#[test]
fn without_a_usable_code() {
    let with = |code: &'static str| error(move |real| format!("{code}&state={}&{ISS}", real.state));
    let missing = || Outcome::Callback(CallbackError::Missing("code"));
    let malformed = || Outcome::Callback(CallbackError::Malformed("code"));
    assert_eq!(with(""), missing());
    assert_eq!(with("code="), missing());
    assert_eq!(with("CODE=abc"), missing());
    assert_eq!(with("code=a%0D%0Ab"), malformed());
    assert_eq!(with("code=a%00b"), malformed());
    assert_eq!(with("code=%C3%A9"), malformed());
    assert_eq!(with("code=%ff"), malformed());
    assert_eq!(with("code=a&code=b"), repeated("code"));
    assert_eq!(with("code=a&%63ode=b"), repeated("code"));
}

#[test]
fn garbage() {
    for text in [
        "",
        "?",
        "#",
        "&",
        "=",
        "%",
        "%%%",
        "://",
        "https://",
        "\0",
        "&&&=&=",
        "?#?#",
        "\u{1f4a3}=\u{1f4a3}",
        "{\"code\":1}",
    ] {
        assert_eq!(error(|_| text.to_owned()), STATE, "{text:?}");
    }
    assert_eq!(error(|_| "state=%ff%fe".to_owned()), Outcome::Callback(CallbackError::Malformed("state")));
}

#[test]
fn a_megabyte_of_parameters() {
    let long = || Outcome::Callback(CallbackError::TooLong);
    let good = |real: &Callback| format!("code={}&state={}&{ISS}", real.code, real.state);
    let many: &str = &"&x=y".repeat(256 * 1024);
    let one: &str = &format!("&x={}", "y".repeat(1024 * 1024));
    for megabyte in [many, one] {
        assert_eq!(error(|real| good(real) + megabyte), long());
        assert_eq!(
            error(|real| format!("https://client.example/callback?{megabyte}&{}", good(real))),
            long()
        );
    }
    assert_eq!(error(|_| format!("state={}", "y".repeat(1024 * 1024))), long());
}

#[tokio::test]
async fn unknown_parameters_do_no_harm() {
    let test = Test::new();
    let Login { url, pending } =
        test.client.authorize(test.server.redirect_uri()).scopes([Bank::READ]).start().unwrap();
    let callback = test.server.approve(&url).unwrap() + "&x=y&x=y&session_state=1&authuser=0&scope=%ff#_=_";
    let tokens = test.client.finish(pending, callback).unwrap().send().await.unwrap();
    assert!(tokens.has_scope(&Bank::READ));
}

/// The implicit grant: the same checks on the fragment.
#[test]
fn an_implicit_login() {
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
