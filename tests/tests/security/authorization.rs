//! A: the authorization request and its callback. A callback that can't be believed is a typed error,
//! and makes no token request.

mod implicit;
mod logins;

use super::{Bank, Test, parameter, parameters, shown, value};
use oauth_core::{CallbackError, ErrorCode, ErrorKind, Login, Recovery};
use oauth_testkit::Endpoint;
use std::time::{Duration, Instant};

/// What a callback says.
struct Callback {
    code: String,
    state: String,
}

const ISS: &str = "iss=https%3A%2F%2Fbank.example";

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
fn sec_02_state_is_compared_before_anything_is_believed() {
    assert_eq!(error(|real| format!("code={}&{ISS}", real.code)), STATE);
    assert_eq!(error(|real| format!("code={}&state=&{ISS}", real.code)), STATE);
    assert_eq!(error(|real| format!("code={}&state=guessed&{ISS}", real.code)), STATE);
    // Whole: neither a beginning, nor an end, nor more, nor another case, nor another name.
    assert_eq!(error(|real| format!("code={}&state={}x&{ISS}", real.code, real.state)), STATE);
    assert_eq!(error(|real| format!("code={}&state={}&{ISS}", real.code, &real.state[1..])), STATE);
    assert_eq!(error(|real| format!("code={}&state={}&{ISS}", real.code, &real.state[..21])), STATE);
    assert_eq!(error(|real| format!("code={}&state={}%00&{ISS}", real.code, real.state)), STATE);
    assert_eq!(error(|real| format!("code={}&STATE={}&{ISS}", real.code, real.state)), STATE);
    // What stands in the fragment was not sent by the server.
    assert_eq!(error(|real| format!("/cb#code={}&state={}&{ISS}", real.code, real.state)), STATE);
    // Neither a refusal nor an issuer is believed first.
    assert_eq!(error(|_| format!("error=access_denied&{ISS}")), STATE);
    assert_eq!(error(|_| format!("error=access_denied&state=guessed&{ISS}")), STATE);
    assert_eq!(error(|_| "error=access_denied&state=guessed&iss=https://evil.example".to_owned()), STATE);
}

#[test]
fn sec_02_garbage_has_no_state() {
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
fn sec_11_iss_is_compared_to_the_letter() {
    let with = |iss: &'static str| error(move |real| format!("code={}&state={}{iss}", real.code, real.state));
    for iss in [
        "",
        "&iss=",
        "&iss=https://evil.example",
        "&iss=https://bank.example/",
        "&iss=https://BANK.example",
        "&iss=HTTPS://bank.example",
        "&iss=https://bank.example:443",
        "&iss=http://bank.example",
        "&iss=https://bank.example%20",
        "&iss=https://bank.exampl%C3%A9",
        "&ISS=https://bank.example",
    ] {
        assert_eq!(with(iss), ISSUER, "{iss}");
    }
    assert_eq!(with("&iss=https://bank.example&iss=https://bank.example"), repeated("iss"));
    // A refusal that another server sends is not believed either.
    assert_eq!(
        error(|real| format!("error=access_denied&state={}&iss=https://evil.example", real.state)),
        ISSUER
    );
    assert_eq!(error(|real| format!("error=access_denied&state={}", real.state)), ISSUER);
}

#[test]
fn sec_13_a_repeated_parameter_is_an_error() {
    assert_eq!(
        error(|real| format!("code={0}&state={1}&state={1}&{ISS}", real.code, real.state)),
        repeated("state")
    );
    assert_eq!(
        error(|real| format!("state=x&code={}&state={}&{ISS}", real.code, real.state)),
        repeated("state")
    );
    assert_eq!(
        error(|real| format!("code={}&state={}&st%61te=y&{ISS}", real.code, real.state)),
        repeated("state")
    );
    let with = |rest: &'static str| error(move |real| format!("{rest}&state={}&{ISS}", real.state));
    assert_eq!(with("code=a&code=b"), repeated("code"));
    assert_eq!(with("code=a&%63ode=b"), repeated("code"));
    assert_eq!(with("error=access_denied&error=server_error"), repeated("error"));
    assert_eq!(with("error=a&error_description=a&error%5fdescription=b"), repeated("error_description"));
    assert_eq!(with("error=a&error_uri=a&error_uri=b"), repeated("error_uri"));
}

#[test]
fn sec_14_an_error_wins_over_a_code() {
    let refused = |code| Outcome::Refused(code);
    let with = |rest: &'static str| error(move |real| format!("{rest}&state={}&{ISS}", real.state));
    assert_eq!(with("error=access_denied"), refused(ErrorCode::AccessDenied));
    assert_eq!(with("error=server_error&error_description=%00%1b[31m"), refused(ErrorCode::ServerError));
    assert_eq!(
        error(|real| format!("code={}&error=access_denied&state={}&{ISS}", real.code, real.state)),
        refused(ErrorCode::AccessDenied)
    );
    assert_eq!(
        error(|real| format!("error=access_denied&code={}&state={}&{ISS}", real.code, real.state)),
        refused(ErrorCode::AccessDenied)
    );
}

#[tokio::test]
async fn sec_15_a_token_in_the_callback_is_never_used() {
    let test = Test::new();
    let Login { url, pending } = test.client.authorize(test.server.redirect_uri()).start().unwrap();
    let evil = "&access_token=EVIL&id_token=EVIL&refresh_token=EVIL&token_type=bearer&code_verifier=EVIL";
    let callback = test.server.approve(&url).unwrap() + evil;
    let request = test.client.finish(pending, callback).unwrap();
    assert!(!String::from_utf8(request.request().unwrap().into_body()).unwrap().contains("EVIL"));
    let tokens = request.send().await.unwrap();
    assert_ne!(tokens.access_token().expose(), "EVIL");
    assert_ne!(tokens.refresh_token().unwrap().expose(), "EVIL");
    // Nor in place of a code.
    assert_eq!(
        error(|real| format!("access_token=EVIL&token_type=bearer&state={}&{ISS}", real.state)),
        Outcome::Callback(CallbackError::Missing("code"))
    );
}

#[tokio::test]
async fn sec_16_unknown_parameters_do_no_harm() {
    let test = Test::new();
    let Login { url, pending } =
        test.client.authorize(test.server.redirect_uri()).scopes([Bank::READ]).start().unwrap();
    let callback =
        test.server.approve(&url).unwrap() + "&x=y&x=y&session_state=1&authuser=0&scope=%ff&%ff=1&error=#_=_";
    let tokens = test.client.finish(pending, callback).unwrap().send().await.unwrap();
    assert!(tokens.has_scope(&Bank::READ));
}

#[test]
fn sec_16_a_code_is_visible_ascii() {
    let with = |code: &'static str| error(move |real| format!("{code}&state={}&{ISS}", real.state));
    let missing = || Outcome::Callback(CallbackError::Missing("code"));
    let malformed = || Outcome::Callback(CallbackError::Malformed("code"));
    assert_eq!(with(""), missing());
    assert_eq!(with("code"), missing());
    assert_eq!(with("code="), missing());
    assert_eq!(with("CODE=abc"), missing());
    for code in ["code=a%0D%0Ab", "code=a%00b", "code=%7f", "code=%C3%A9", "code=%ff", "code=\u{e9}"] {
        assert_eq!(with(code), malformed(), "{code}");
    }
}

#[test]
fn sec_17_a_callback_is_bounded() {
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
    // What a real server may say is read.
    let test = Test::new();
    let Login { url, pending } = test.client.authorize(test.server.redirect_uri()).start().unwrap();
    let code = "c".repeat(8 * 1024);
    let request = test.client.finish(pending, format!("code={code}&state={}&{ISS}", value(&url, "state")));
    let sent = parameters(request.unwrap().request().unwrap().body());
    assert_eq!(parameter(&sent, "code"), Some(&*code));
}

#[test]
fn sec_17_ten_thousand_parameters_cost_no_time() {
    let test = Test::new();
    let many = "&a=%41".repeat(10_000);
    let fastest = (0..10).map(|_| {
        let Login { url, pending } = test.client.authorize(test.server.redirect_uri()).start().unwrap();
        let callback = format!("code=c&state={}&{ISS}{many}", value(&url, "state"));
        let start = Instant::now();
        let request = test.client.finish(pending, &callback);
        let elapsed = start.elapsed();
        drop(request.unwrap());
        elapsed
    });
    let fastest = fastest.min().unwrap();
    assert!(fastest < Duration::from_millis(50), "{fastest:?}");
}
