use super::*;
use crate::error::Recovery;
use crate::wire::lifetime::Expiry;
use crate::wire::protection::Protection;
use std::time::Duration;

const NOW: SystemTime = SystemTime::UNIX_EPOCH;
const FINGERPRINT: [u8; 32] = [1; 32];

pub(super) fn pending(response_type: &'static str) -> PendingData {
    PendingData {
        response_type,
        protection: Protection::of("the+state", None),
        redirect_uri: "https://app.example/cb".into(),
        scopes: vec![],
        expires_at: NOW + Duration::from_secs(600),
        fingerprint: FINGERPRINT,
    }
}

fn metadata(iss_required: bool) -> &'static Metadata {
    declared(CallbackFormat { iss_required, ..CallbackFormat::DEFAULT })
}

pub(super) fn declared(callback: CallbackFormat) -> &'static Metadata {
    let callback = Box::leak(Box::new(callback));
    Box::leak(Box::new(Metadata { name: "Declared", callback, ..Metadata::DEFAULT }))
}

pub(super) fn expected<'a>(
    metadata: &'static Metadata,
    login: &'a PendingData,
    variables: &'a Variables,
) -> Expected<'a> {
    Expected {
        metadata,
        issuer: Some("https://op.example".into()),
        client_id: "the-id",
        client_secret: Some("hush"),
        variables,
        login,
        fingerprint: &FINGERPRINT,
        now: NOW,
    }
}

fn finish_at(callback: &str, iss_required: bool, now: SystemTime) -> Result<String, Error> {
    let (login, variables) = (pending("code"), Variables::default());
    let expected = expected(metadata(iss_required), &login, &variables);
    code(Expected { now, ..expected }, callback).map(|authorized| authorized.code.expose().to_owned())
}

fn finish(callback: &str) -> Result<String, Error> {
    finish_at(callback, false, NOW)
}

fn refused(callback: &str) -> CallbackError {
    match finish(callback).unwrap_err().kind() {
        ErrorKind::Callback(error) => *error,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_query_a_path_or_a_url() {
    for callback in [
        "state=the%2Bstate&code=c%2B1",
        "?code=c%2B1&state=the%2Bstate",
        "/cb?code=c%2B1&state=the%2Bstate#_=_",
        "https://app.example/cb?code=c%2B1&state=the%2Bstate&session_state=x/y:z?",
        "com.example.app:/cb?x&&code=c%2B1&state=the%2Bstate&empty=",
        "st%61te=the%2Bstate&code=c%2B1&next=https://a.example/?b",
    ] {
        assert_eq!(finish(callback).unwrap(), "c+1", "{callback}");
    }
}

#[test]
fn state_comes_first() {
    for callback in [
        "",
        "?",
        "code=c",
        "state=&code=c",
        "state=the&code=c",
        "state=the%2Bstatex&code=c",
        "state=the+state&code=c",
        "error=access_denied",
        "state=x&error=access_denied",
        "https://app.example/cb",
        "/cb",
        "\u{0}\u{1}",
        "é=ü",
    ] {
        assert_eq!(refused(callback), CallbackError::StateMismatch, "{callback:?}");
    }
}

#[test]
fn a_parameter_stands_there_once() {
    assert_eq!(refused("state=the%2Bstate&st%61te=the%2Bstate&code=c"), CallbackError::Repeated("state"));
    assert_eq!(refused("state=the%2Bstate&code=a&code=b"), CallbackError::Repeated("code"));
    assert_eq!(refused("state=the%2Bstate&code=a&iss=x&iss=x"), CallbackError::Repeated("iss"));
    assert_eq!(finish("state=the%2Bstate&code=a&utm=1&utm=2").unwrap(), "a");
}

#[test]
fn a_code_is_visible_ascii() {
    assert_eq!(refused("state=the%2Bstate"), CallbackError::Missing("code"));
    assert_eq!(refused("state=the%2Bstate&code="), CallbackError::Missing("code"));
    for code in ["a%0d%0aX", "%00", "%e9", "%c3%a9", "%7f"] {
        assert_eq!(
            refused(&format!("state=the%2Bstate&code={code}")),
            CallbackError::Malformed("code"),
            "{code}"
        );
    }
    assert_eq!(finish("state=the%2Bstate&code=v%5E1.1%23i%5E1%23f").unwrap(), "v^1.1#i^1#f");
}

#[test]
fn an_error_wins_over_a_code() {
    let error = finish("state=the%2Bstate&code=c&error=access_denied&error_description=no%0a").unwrap_err();
    assert!(error.is_access_denied());
    assert_eq!(error.recovery(), Recovery::Reauthorize);
    assert_eq!(error.to_string(), "the authorization was refused: `access_denied`: no\\u{a}");
}

#[test]
fn iss_is_compared_to_the_letter() {
    let query = "state=the%2Bstate&code=c";
    assert!(finish_at(&format!("{query}&iss=https%3A%2F%2Fop.example"), true, NOW).is_ok());
    assert!(finish_at(query, true, NOW).is_err());
    for iss in ["https://op.example/", "https://OP.example", "https://op.example:443", "https://evil.example"]
    {
        assert_eq!(refused(&format!("{query}&iss={iss}")), CallbackError::IssuerMismatch, "{iss}");
        assert_eq!(
            refused(&format!("{query}&error=access_denied&iss={iss}")),
            CallbackError::IssuerMismatch,
            "{iss}"
        );
    }
}

#[test]
fn age_and_client() {
    assert!(finish_at("state=the%2Bstate&code=c", false, NOW + Duration::from_secs(600)).is_ok());
    let later = NOW + Duration::from_secs(601);
    let error = finish_at("state=the%2Bstate&code=c", false, later).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Callback(CallbackError::Expired)));

    let (login, variables) = (pending("code"), Variables::default());
    let expected = Expected { fingerprint: &[2; 32], ..expected(metadata(false), &login, &variables) };
    let error = code(expected, "state=the%2Bstate&code=c").err().unwrap();
    assert!(matches!(error.kind(), ErrorKind::Callback(CallbackError::OtherClient)));
}

#[test]
fn a_long_callback_is_not_read() {
    assert_eq!(
        refused(&format!("state=the%2Bstate&code=c&{}", "a=b&".repeat(250_000))),
        CallbackError::TooLong
    );
    let of_length = |length: usize| {
        let start = "state=the%2Bstate&code=c&a=";
        format!("{start}{}", "b".repeat(length - start.len()))
    };
    assert_eq!(finish(&of_length(64 * 1024)).unwrap(), "c");
    assert_eq!(refused(&of_length(64 * 1024 + 1)), CallbackError::TooLong);
    let many = format!("state=the%2Bstate&{}code=c", "a=b&".repeat(10_000));
    assert_eq!(finish(&many).unwrap(), "c");
}

fn implicit(callback: &str) -> Result<TokenFields, Error> {
    let (login, variables) = (pending("token"), Variables::default());
    tokens(expected(metadata(false), &login, &variables), callback)
}

#[test]
fn implicit_tokens_come_in_the_fragment_only() {
    let parameters = "access_token=AT&token_type=bearer&expires_in=60&state=the%2Bstate&refresh_token=RT";
    for callback in
        [format!("https://app.example/cb#{parameters}"), format!("#{parameters}"), parameters.to_owned()]
    {
        let tokens = implicit(&callback).unwrap();
        assert_eq!(tokens.access_token.expose(), "AT");
        assert!(tokens.refresh_token.is_none());
    }
    for callback in [
        format!("https://app.example/cb?{parameters}"),
        format!("https://app.example/cb?{parameters}#"),
        "#access_token=AT&state=the%2Bstate".to_owned(),
        "#access_token=AT&token_type=bearer".to_owned(),
        "#access_token=AT&access_token=B&token_type=bearer&state=the%2Bstate".to_owned(),
        "#error=access_denied&state=the%2Bstate&access_token=AT&token_type=bearer".to_owned(),
    ] {
        assert!(implicit(&callback).is_err(), "{callback}");
    }
}

#[test]
fn implicit_lifetimes_are_read_as_those_of_the_token_endpoint() {
    let expiry = |expires_in: &str| {
        let parameters =
            format!("access_token=AT&token_type=bearer&state=the%2Bstate&expires_in={expires_in}");
        let tokens = implicit(&parameters).unwrap();
        (tokens.expiry, tokens.malformed.len())
    };
    let hour = Expiry::At(NOW + Duration::from_secs(3600));
    for spelling in ["3600", "3600.0", "3.6e3", "3600.7"] {
        assert_eq!(expiry(spelling), (hour, 0), "{spelling}");
    }
    // What is negative is never valid.
    assert_eq!(expiry("-5"), (Expiry::At(NOW), 0));
    assert!(matches!(expiry("99999999999999999999999"), (Expiry::At(_), 0)));
    assert_eq!(expiry(""), (Expiry::Unknown, 0));
    assert_eq!(expiry("soon"), (Expiry::Unknown, 1));
}

#[test]
fn a_malformed_implicit_token_is_not_a_missing_one() {
    for (token, expected) in
        [("", CallbackError::Missing("access_token")), ("a%0d%0aX", CallbackError::Malformed("access_token"))]
    {
        let error =
            implicit(&format!("access_token={token}&token_type=bearer&state=the%2Bstate")).unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::Callback(found) if *found == expected), "{error:?}");
    }
}

#[test]
fn tokens_in_a_query_are_refused_whatever_stands_there_first() {
    for start in ["https://app.example/cb?x=1&", "/cb?&", "?x&", "com.example.app:/cb?x=1&"] {
        let callback = format!("{start}access_token=AT&token_type=bearer&state=the%2Bstate");
        let error = implicit(&callback).unwrap_err();
        assert!(
            matches!(error.kind(), ErrorKind::Callback(CallbackError::Missing("fragment"))),
            "{callback}: {error:?}"
        );
    }
}

#[test]
fn a_refusal_has_its_code_description_and_uri_once_each() {
    let refusal =
        "state=the%2Bstate&error=server_error&error_description=a+b&error_uri=https://op.example/e%23c";
    let error = finish(refusal).unwrap_err();
    let ErrorKind::AuthorizationResponse(response) = error.kind() else { panic!("{error:?}") };
    assert_eq!(response.description(), Some("a b"));
    assert_eq!(response.uri(), Some("https://op.example/e#c"));
    for name in ["error", "error_description", "error_uri"] {
        assert_eq!(refused(&format!("{refusal}&{name}=x")), CallbackError::Repeated(name));
        assert_eq!(refused(&format!("state=the%2Bstate&{name}=%ff")), CallbackError::Malformed(name));
    }
}

#[test]
fn what_the_server_says_masks_the_state_and_the_code() {
    let callback = "state=the%2Bstate&code=c0de-x&error=no&error_description=the%2Bstate+with+c0de-x";
    let shown = finish(callback).unwrap_err().to_string();
    assert!(shown.ends_with("[redacted] with [redacted]"), "{shown}");
}
