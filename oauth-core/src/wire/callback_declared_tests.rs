//! Callbacks as providers declare them.

use super::declared as checks;
use super::tests::{declared, expected, pending};
use super::*;
use crate::error::{ErrorCode, Recovery};
use crate::metadata::{LearnedVariable, RequestFormat};
use crate::origin;
use crate::url_variable::HostLabel;

const OK: &str = "state=the%2Bstate&code=c";

fn finish(format: CallbackFormat, callback: &str) -> Result<Authorized, Error> {
    code(expected(declared(format), &pending("code"), &variables()), callback)
}

fn variables() -> Variables {
    let mut variables = Variables::default();
    variables.set::<HostLabel, _>("shop", &HostLabel::new("some-shop").unwrap());
    variables.set::<HostLabel, _>("region.accounts", &HostLabel::new("eu").unwrap());
    variables.set::<HostLabel, _>("region.api", &HostLabel::new("api-eu").unwrap());
    variables
}

fn refused(format: CallbackFormat, callback: &str) -> CallbackError {
    match finish(format, callback).err().unwrap().kind() {
        ErrorKind::Callback(error) => *error,
        other => panic!("{other:?}"),
    }
}

fn shown(values: &[(&'static str, Secret)]) -> Vec<(&'static str, String)> {
    values.iter().map(|(name, value)| (*name, value.expose().to_owned())).collect()
}

#[test]
fn state_comes_back_under_its_name() {
    const METADATA: Metadata = Metadata {
        authorization_request: &RequestFormat {
            rename: &[("state", "customField")],
            ..RequestFormat::DEFAULT
        },
        ..Metadata::DEFAULT
    };
    let (login, variables) = (pending("code"), Variables::default());
    let finish = |callback| code(expected(&METADATA, &login, &variables), callback);
    assert_eq!(finish("customField=the%2Bstate&code=c&state=x").unwrap().code.expose(), "c");
    for callback in [OK, "customField=x&code=c&state=the%2Bstate"] {
        let error = finish(callback).err().unwrap();
        assert!(matches!(error.kind(), ErrorKind::Callback(CallbackError::StateMismatch)), "{callback}");
    }
}

#[test]
fn code_and_error_under_other_names() {
    const FORMAT: CallbackFormat = CallbackFormat {
        code: "auth_code",
        error: &["error_reason"],
        error_map: &[("access_denied", "user_denied"), ("server_error", "500")],
        ..CallbackFormat::DEFAULT
    };
    let authorized = finish(FORMAT, "state=the%2Bstate&auth_code=a&code=c&error=no").unwrap();
    assert_eq!(authorized.code.expose(), "a");
    assert_eq!(refused(FORMAT, OK), CallbackError::Missing("auth_code"));
    assert_eq!(
        refused(FORMAT, "state=the%2Bstate&auth_code=a&auth_code=b"),
        CallbackError::Repeated("auth_code")
    );
    assert_eq!(refused(FORMAT, "state=the%2Bstate&auth_code=%00"), CallbackError::Malformed("auth_code"));

    let error = finish(FORMAT, "state=the%2Bstate&error_reason=user_denied").err().unwrap();
    assert!(error.is_access_denied());
    let ErrorKind::AuthorizationResponse(refusal) = error.kind() else { panic!("{error:?}") };
    assert_eq!(refusal.provider_code(), Some("user_denied"));
    assert_eq!(
        error.to_string(),
        "the authorization was refused: `access_denied`, which it calls `user_denied`"
    );
    let error = finish(FORMAT, "state=the%2Bstate&error_reason=500").err().unwrap();
    assert_eq!(error.recovery(), Recovery::Retry);
    let error = finish(FORMAT, "state=the%2Bstate&error_reason=other").err().unwrap();
    assert_eq!(error.code(), Some(&ErrorCode::Other("other".into())));
}

#[test]
fn parameters_are_kept_and_repeated() {
    const FORMAT: CallbackFormat = CallbackFormat {
        capture: &["realmId", "location"],
        echo: &[("device_id", "deviceId")],
        ..CallbackFormat::DEFAULT
    };
    let authorized = finish(FORMAT, &format!("{OK}&realmId=12%2B3&location=&deviceId=d+1&other=x")).unwrap();
    assert_eq!(shown(&authorized.captured), [("realmId", "12+3".to_owned())]);
    assert_eq!(shown(&authorized.echoed), [("device_id", "d 1".to_owned())]);
    assert!(authorized.learned.is_none());
    for (name, wrong) in [("realmId", "realmId=1&realm%49d=2"), ("deviceId", "deviceId=1&deviceId=1")] {
        assert_eq!(refused(FORMAT, &format!("{OK}&{wrong}")), CallbackError::Repeated(name));
    }
    assert_eq!(refused(FORMAT, &format!("{OK}&location=%ff")), CallbackError::Malformed("location"));
    // Kept, but not without the right state.
    assert_eq!(refused(FORMAT, "state=x&code=c&realmId=1&realmId=2"), CallbackError::StateMismatch);
}

#[test]
fn a_posted_form_is_read_as_a_query_is() {
    const FORMAT: CallbackFormat = CallbackFormat {
        mode: crate::metadata::CallbackMode::FormPost,
        capture: &["user"],
        ..CallbackFormat::DEFAULT
    };
    let body = "state=the%2Bstate&code=c.0.x%2Fy&user=%7B%22name%22%3A%22a%2Fb%3Fc%22%7D";
    let authorized = finish(FORMAT, body).unwrap();
    assert_eq!(authorized.code.expose(), "c.0.x/y");
    assert_eq!(shown(&authorized.captured), [("user", r#"{"name":"a/b?c"}"#.to_owned())]);
}

#[test]
fn state_comes_back_in_the_redirect_uri() {
    for callback in [
        "https://app.example/cb?state=the%2Bstate&code=c",
        "https://app.example/cb?tenant=1&state=the%2Bstate&code=c",
    ] {
        assert_eq!(finish(CallbackFormat::DEFAULT, callback).unwrap().code.expose(), "c");
    }
    let forged = "https://app.example/cb?state=other&code=c";
    assert_eq!(refused(CallbackFormat::DEFAULT, forged), CallbackError::StateMismatch);
}

const SIGNED: CallbackFormat = CallbackFormat {
    hmac_sha256: Some("hmac"),
    equals: &[("shop", "{shop}.myshopify.com")],
    ..CallbackFormat::DEFAULT
};

fn signed(parameters: &str) -> String {
    use ring::hmac;
    let tag = hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, b"hush"), parameters.as_bytes());
    tag.as_ref().iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn the_signature_of_shopify() {
    // The example of Shopify's documentation, with the state and the secret `hush`.
    let query = "code=0907a61c0c8d55e99db179b68161bc00&hmac=700e2dadb827fcc8609e9d5ce208b2e9cdaab9df07390d2cbca10d7c328fc4bf\
                 &shop=some-shop.myshopify.com&state=0.6784241404160823&timestamp=1337178173";
    assert_eq!(checks::check_signature("hmac", query, "hush"), Ok(()));
    assert_eq!(checks::check_signature("hmac", query, "hush2"), Err(CallbackError::Signature("hmac")));
    for at in 0..query.len() {
        let mut changed = query.as_bytes().to_vec();
        changed[at] = if changed[at] == b'0' { b'1' } else { b'0' };
        let changed = String::from_utf8(changed).unwrap();
        assert!(checks::check_signature("hmac", &changed, "hush").is_err(), "{changed}");
    }
}

#[test]
fn parameters_are_signed_sorted_decoded_and_unambiguous() {
    let sign = |query: &str, message: &str| {
        let query = format!("{query}&hmac={}", signed(message));
        checks::check_signature("hmac", &query, "hush")
    };
    assert_eq!(sign("b=2&a=1", "a=1&b=2"), Ok(()));
    assert_eq!(sign("a=x%2Fy+z", "a=x/y z"), Ok(()));
    assert_eq!(sign("host=YQ%3D%3D", "host=YQ=="), Ok(()));
    assert_eq!(sign("a=%2525%26&b%3D%26=1", "a=%2525%26&b%3D%26=1"), Ok(()));
    assert_eq!(sign("", ""), Ok(()));
    // Two parameters are not one that looks like both.
    assert!(sign("a=1%26b%3D2", "a=1&b=2").is_err());
    assert!(sign("a=1&b=%ff", "a=1").is_err());
    let upper = format!("a=1&hmac={}", signed("a=1").to_uppercase());
    assert!(checks::check_signature("hmac", &upper, "hush").is_err());
}

#[test]
fn nothing_is_believed_before_the_signature() {
    let query = |shop: &str, more: &str| {
        let parameters = format!("code=c{more}&shop={shop}&state=the+state");
        format!("{}&hmac={}", parameters.replace("+", "%2B"), signed(&parameters))
    };
    let right = query("some-shop.myshopify.com", "");
    assert_eq!(finish(SIGNED, &right).unwrap().code.expose(), "c");
    assert_eq!(refused(SIGNED, &query("other.myshopify.com", "")), CallbackError::Mismatch("shop"));
    assert_eq!(refused(SIGNED, &right.replace("code=c", "code=d")), CallbackError::Signature("hmac"));
    assert_eq!(refused(SIGNED, &right.replace("code=c", "error=e")), CallbackError::Signature("hmac"));
    assert_eq!(refused(SIGNED, OK), CallbackError::Missing("hmac"));
    assert_eq!(refused(SIGNED, &format!("{right}&hmac=x")), CallbackError::Repeated("hmac"));
    assert_eq!(refused(SIGNED, &right.replace("state=the", "state=a")), CallbackError::StateMismatch);
    assert!(
        finish(SIGNED, &query("some-shop.myshopify.com", "&error=access_denied"))
            .err()
            .unwrap()
            .is_access_denied()
    );

    let (login, variables) = (pending("code"), Variables::default());
    let expected = Expected { client_secret: None, ..expected(declared(SIGNED), &login, &variables) };
    let error = code(expected, &right).err().unwrap();
    assert_eq!(
        error.to_string(),
        "`Declared` signs callbacks with the client secret, which this client does not have"
    );
}

#[test]
fn a_declared_value_must_be_there() {
    const FORMAT: CallbackFormat = CallbackFormat {
        equals: &[("shop", "{shop}.example"), ("aud", "{client_id}")],
        ..CallbackFormat::DEFAULT
    };
    assert!(finish(FORMAT, &format!("{OK}&shop=some-shop.example&aud=the-id")).is_ok());
    assert_eq!(
        refused(FORMAT, &format!("{OK}&shop=some-shop.example.evil&aud=the-id")),
        CallbackError::Mismatch("shop")
    );
    assert_eq!(refused(FORMAT, &format!("{OK}&aud=the-id")), CallbackError::Missing("shop"));
    assert_eq!(
        refused(FORMAT, &format!("{OK}&shop=some-shop.example&aud=x")),
        CallbackError::Mismatch("aud")
    );
}

#[test]
fn a_refusal_may_lack_a_declared_value_and_not_contradict_it() {
    const FORMAT: CallbackFormat =
        CallbackFormat { equals: &[("shop", "{shop}.example")], ..CallbackFormat::DEFAULT };
    const REFUSED: &str = "state=the%2Bstate&error=access_denied";
    for callback in [REFUSED, &format!("{REFUSED}&shop=some-shop.example"), &format!("{REFUSED}&code=c")] {
        assert!(finish(FORMAT, callback).err().unwrap().is_access_denied(), "{callback}");
    }
    assert_eq!(refused(FORMAT, &format!("{REFUSED}&shop=x.example")), CallbackError::Mismatch("shop"));
    let twice = format!("{REFUSED}&shop=some-shop.example&shop=some-shop.example");
    assert_eq!(refused(FORMAT, &twice), CallbackError::Repeated("shop"));
    assert_eq!(refused(FORMAT, "state=x&error=access_denied"), CallbackError::StateMismatch);
    // An empty error is none.
    assert_eq!(refused(FORMAT, &format!("{OK}&error=")), CallbackError::Missing("shop"));
    // Where the lack of a code is the refusal, it lacks them too.
    const SILENT: CallbackFormat = CallbackFormat { no_code: Some("access_denied"), ..FORMAT };
    assert!(finish(SILENT, "state=the%2Bstate").err().unwrap().is_access_denied());
    assert_eq!(refused(SILENT, "state=the%2Bstate&shop=x.example"), CallbackError::Mismatch("shop"));
    assert_eq!(refused(SILENT, OK), CallbackError::Missing("shop"));
    assert_eq!(refused(FORMAT, "state=the%2Bstate"), CallbackError::Missing("shop"));
    // Tokens never do.
    let (login, variables) = (pending("token"), variables());
    let fragment = "#access_token=AT&token_type=bearer&state=the%2Bstate";
    let error = tokens(expected(declared(SILENT), &login, &variables), fragment).err().unwrap();
    assert!(matches!(error.kind(), ErrorKind::Callback(CallbackError::Missing("shop"))), "{error:?}");
}

const ZOHO: CallbackFormat = CallbackFormat {
    learn: &[LearnedVariable {
        variable: "region.accounts",
        parameter: "accounts-server",
        values: &[
            &[("accounts", "accounts.zoho.com"), ("api", "www.zohoapis.com")],
            &[("accounts", "accounts.zoho.in"), ("api", "www.zohoapis.in")],
        ],
    }],
    ..CallbackFormat::DEFAULT
};

#[test]
fn a_variable_takes_the_declared_values_that_a_callback_names() {
    for value in ["https%3A%2F%2Faccounts.zoho.in", "https://accounts.zoho.in/", "accounts.zoho.in"] {
        let text = finish(ZOHO, &format!("{OK}&accounts-server={value}")).unwrap().learned.unwrap();
        let learned = origin::apply(&ZOHO, &text, &variables()).unwrap();
        assert_eq!(learned.get("region.accounts"), Some("accounts.zoho.in"), "{value}");
        assert_eq!(learned.get("region.api"), Some("www.zohoapis.in"), "{value}");
        assert_eq!(learned.get("shop"), Some("some-shop"));
    }
    assert!(finish(ZOHO, OK).unwrap().learned.is_none());
    for value in [
        "https://accounts.zoho.evil",
        "http://accounts.zoho.in",
        "https://accounts.zoho.in/x",
        "https://accounts.zoho.in:444",
        "https://www.zohoapis.in",
        "https://a@accounts.zoho.in",
        "ACCOUNTS.zoho.in",
        "accounts.zoho.in.",
        "zoho.in",
        "in",
    ] {
        let error = refused(ZOHO, &format!("{OK}&accounts-server={value}"));
        assert_eq!(error, CallbackError::Mismatch("accounts-server"), "{value}");
    }
    assert_eq!(
        refused(ZOHO, &format!("{OK}&accounts-server=accounts.zoho.in&accounts-server=accounts.zoho.com")),
        CallbackError::Repeated("accounts-server")
    );
}

#[test]
fn a_variable_with_one_literal_has_no_name() {
    const FORMAT: CallbackFormat = CallbackFormat {
        learn: &[LearnedVariable {
            variable: "shop",
            parameter: "location",
            values: &[&[("", "eu")], &[("", "us")]],
        }],
        ..CallbackFormat::DEFAULT
    };
    let text = finish(FORMAT, &format!("{OK}&location=us")).unwrap().learned.unwrap();
    let learned = origin::apply(&FORMAT, &text, &variables()).unwrap();
    assert_eq!(learned.get("shop"), Some("us"));
    assert_eq!(learned.get("region.accounts"), Some("eu"));
    assert_eq!(refused(FORMAT, &format!("{OK}&location=xx")), CallbackError::Mismatch("location"));
}

#[test]
fn ten_thousand_parameters_are_judged_quickly() {
    let format = CallbackFormat {
        capture: &["realmId"],
        echo: &[("device_id", "deviceId")],
        learn: ZOHO.learn,
        ..SIGNED
    };
    let many = format!("state=the%2Bstate&code=c&{}hmac=x", "a=b&".repeat(10_000));
    let start = std::time::Instant::now();
    assert_eq!(refused(format, &many), CallbackError::Signature("hmac"));
    assert!(finish(CallbackFormat { hmac_sha256: None, equals: &[], ..format }, &many).is_ok());
    // Without optimisation, on a busy machine.
    assert!(start.elapsed() < std::time::Duration::from_millis(500), "{:?}", start.elapsed());
}

#[test]
fn of_several_errors_the_first_counts_that_is_there() {
    const FORMAT: CallbackFormat = CallbackFormat {
        error: &["error", "error_code"],
        error_map: &[("server_error", "100")],
        ..CallbackFormat::DEFAULT
    };
    for (callback, code) in [
        ("state=the%2Bstate&error=access_denied&error_code=100", ErrorCode::AccessDenied),
        ("state=the%2Bstate&error_code=100&error=access_denied", ErrorCode::AccessDenied),
        ("state=the%2Bstate&error=&error_code=100", ErrorCode::ServerError),
        ("state=the%2Bstate&error%5Fcode=100&code=c", ErrorCode::ServerError),
    ] {
        assert_eq!(finish(FORMAT, callback).err().unwrap().code(), Some(&code), "{callback}");
    }
    assert_eq!(finish(FORMAT, OK).unwrap().code.expose(), "c");
    for name in ["error", "error_code"] {
        let callback = format!("state=the%2Bstate&{name}=a&{name}=b");
        assert_eq!(refused(FORMAT, &callback), CallbackError::Repeated(name));
    }
}

#[test]
fn a_callback_without_a_code_may_be_a_refusal() {
    const FORMAT: CallbackFormat =
        CallbackFormat { no_code: Some("access_denied"), ..CallbackFormat::DEFAULT };
    for callback in
        ["state=the%2Bstate", "state=the%2Bstate&code=", "https://app.example/cb?state=the%2Bstate"]
    {
        let error = finish(FORMAT, callback).err().unwrap();
        assert!(error.is_access_denied(), "{callback}");
        assert!(matches!(error.kind(), ErrorKind::AuthorizationResponse(_)), "{callback}");
    }
    let other = finish(FORMAT, "state=the%2Bstate&error=server_error").err().unwrap();
    assert_eq!(other.code(), Some(&ErrorCode::ServerError));
    assert_eq!(finish(FORMAT, OK).unwrap().code.expose(), "c");
    // Nobody without the state can refuse in the name of the resource owner.
    assert_eq!(refused(FORMAT, "state=x"), CallbackError::StateMismatch);
    assert_eq!(refused(FORMAT, ""), CallbackError::StateMismatch);
    assert_eq!(refused(CallbackFormat::DEFAULT, "state=the%2Bstate"), CallbackError::Missing("code"));
}

#[test]
fn implicit_tokens_bring_what_is_kept_and_what_else_stands_there() {
    const FORMAT: CallbackFormat = CallbackFormat { capture: &["user_id"], ..CallbackFormat::DEFAULT };
    let (login, variables) = (pending("token"), variables());
    let fragment = "access_token=AT&token_type=bearer&state=the%2Bstate&user_id=a+1&more=b%2B2";
    let callback = format!("https://app.example/cb#{fragment}");
    let fields = tokens(expected(declared(FORMAT), &login, &variables), &callback).unwrap();
    assert_eq!(shown(&fields.captured), [("user_id", "a 1".to_owned())]);
    // For typed members.
    assert_eq!(format!("{:?}", fields.body), format!("{} bytes", fragment.len()));
    let twice = format!("{callback}&user_id=2");
    let error = tokens(expected(declared(FORMAT), &login, &variables), &twice).err().unwrap();
    assert!(matches!(error.kind(), ErrorKind::Callback(CallbackError::Repeated("user_id"))), "{error:?}");
}
