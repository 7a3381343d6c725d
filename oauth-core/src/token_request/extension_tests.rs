//! A refresh that prolongs the old token and brings none (Coros).

use crate::client::Client;
use crate::client_auth::ClientSecret;
use crate::error::{Error, ErrorKind, Recovery};
use crate::grant;
use crate::metadata::{
    AbsentExpiry, AnswerFormat, ClientAuth, Condition, ErrorResponseFormat, ExpiryFormat, GrantMetadata,
    GrantType, Metadata, RequestAuth, RequestFormat, SecretDigest, Test, TokenResponseFormat,
};
use crate::provider::{Accepts, NoExtra, Provider, Supports};
use crate::scope::Scope;
use crate::token::{AccessToken, RefreshToken};
use crate::tokens::{GrantedScope, Tokens};
use crate::wire::lifetime::Expiry;
use crate::wire::token_response::TokenType;
use http::{Response, header};
use std::time::Duration;

struct Watch(&'static Metadata);

impl Provider for Watch {
    type Auth = ClientSecret;
    type Extra = NoExtra;
    type TokenDetails = NoExtra;

    fn metadata(&self) -> &'static Metadata {
        self.0
    }
}

impl Accepts<ClientSecret> for Watch {}
impl Supports<grant::TokenExtension> for Watch {}

const MONTH: u64 = 2_592_000;

const FORMAT: TokenResponseFormat = TokenResponseFormat {
    expires_in: ExpiryFormat { absent: AbsentExpiry::Seconds(MONTH), ..ExpiryFormat::DEFAULT },
    ..TokenResponseFormat::DEFAULT
};

const EXTENSION: GrantMetadata = GrantMetadata {
    response: Some(&FORMAT),
    ..GrantMetadata::new(GrantType::TOKEN_EXTENSION, &[ClientAuth::ClientSecretPost])
};

const METADATA: Metadata = Metadata {
    name: "Watch",
    token_endpoint: Some("https://watch.example/token"),
    refresh_endpoint: Some("https://watch.example/refresh"),
    grants: &[EXTENSION],
    error_response: &ErrorResponseFormat {
        when: &[Condition { member: "result", test: Test::Differs("0000") }],
        code: &["result"],
        description: &["message"],
        ..ErrorResponseFormat::DEFAULT
    },
    ..Metadata::DEFAULT
};

static WATCH: Metadata = METADATA;

/// One whose errors have a status of their own.
static PLAIN: Metadata = Metadata { error_response: &ErrorResponseFormat::DEFAULT, ..METADATA };

/// The same for one that answers by forms.
static FORM: Metadata = Metadata {
    grants: &[GrantMetadata {
        response: Some(&TokenResponseFormat { format: AnswerFormat::JsonOrForm, ..FORMAT }),
        ..EXTENSION
    }],
    error_response: &ErrorResponseFormat::DEFAULT,
    ..METADATA
};

/// Two members tell an error by what they hold, and others by being there or by one value.
static TWO: Metadata = Metadata {
    error_response: &ErrorResponseFormat {
        when: &[
            Condition { member: "ok", test: Test::Differs("true") },
            Condition { member: "result", test: Test::Differs("0000") },
            Condition { member: "fault", test: Test::Present },
            Condition { member: "state", test: Test::Equals("bad") },
        ],
        ..ErrorResponseFormat::DEFAULT
    },
    ..METADATA
};

fn client(metadata: &'static Metadata) -> Client<Watch> {
    Client::new(Watch(metadata), ClientSecret::new("id", "hunter22"))
}

fn access_token() -> AccessToken<Watch> {
    AccessToken::new("AT/1").unwrap()
}

fn refresh_token() -> RefreshToken<Watch> {
    RefreshToken::new("RT/1").unwrap()
}

fn answered(metadata: &'static Metadata, status: u16, body: &str) -> Result<Tokens<Watch>, Error> {
    let answer = Response::builder().status(status).body(body.into()).unwrap();
    client(metadata).extend(&access_token(), &refresh_token()).read(answer)
}

fn lifetime(tokens: &Tokens<Watch>) -> Duration {
    let Expiry::At(end) = tokens.expiry() else { panic!("{:?}", tokens.expiry()) };
    end.duration_since(tokens.received_at()).unwrap()
}

#[test]
fn an_extension_is_asked_for_by_the_refresh_token() {
    let request = client(&WATCH).extend(&access_token(), &refresh_token());
    let asked = request.request().unwrap();
    assert_eq!(asked.method(), "POST");
    assert_eq!(asked.uri(), "https://watch.example/refresh");
    assert_eq!(asked.headers()[header::CONTENT_TYPE], "application/x-www-form-urlencoded");
    assert!(!asked.headers().contains_key(header::AUTHORIZATION));
    assert_eq!(
        asked.body(),
        b"grant_type=refresh_token&refresh_token=RT%2F1&client_id=id&client_secret=hunter22"
    );
    let shown = format!("{request:?}");
    assert!(!shown.contains("AT/1") && !shown.contains("RT/1"), "{shown}");
}

#[test]
fn an_extension_may_show_the_access_token() {
    static BEARER: Metadata = Metadata {
        refresh_endpoint: None,
        grants: &[GrantMetadata {
            value: "extend",
            request: &RequestFormat { auth: RequestAuth::Bearer, ..RequestFormat::DEFAULT },
            ..EXTENSION
        }],
        ..METADATA
    };
    let asked = client(&BEARER).extend(&access_token(), &refresh_token()).request().unwrap();
    assert_eq!(asked.uri(), "https://watch.example/token");
    assert_eq!(asked.headers()[header::AUTHORIZATION], "Bearer AT/1");
    assert_eq!(asked.body(), b"grant_type=extend&refresh_token=RT%2F1");
}

#[test]
fn a_digest_is_over_the_refresh_token() {
    static DIGEST: Metadata = Metadata {
        grants: &[GrantMetadata {
            client_auth: &[ClientAuth::ClientSecretDigest(SecretDigest {
                parameter: "hash",
                separator: "|",
            })],
            ..EXTENSION
        }],
        ..METADATA
    };
    let asked = client(&DIGEST).extend(&access_token(), &refresh_token()).request().unwrap();
    // printf 'hunter22|RT/1' | sha256sum
    let hash = "8067a942fb6414c01ce419f8e384401422fdac115b7c7d17514c041565b5af1e";
    let body = String::from_utf8(asked.into_body()).unwrap();
    assert_eq!(body, format!("grant_type=refresh_token&refresh_token=RT%2F1&client_id=id&hash={hash}"));
}

#[test]
fn an_extension_keeps_both_tokens() {
    for metadata in [&WATCH, &PLAIN, &FORM] {
        let tokens = answered(metadata, 200, r#"{"result":"0000","message":"OK"}"#).unwrap();
        assert_eq!(tokens.access_token().expose(), "AT/1");
        assert_eq!(tokens.refresh_token().unwrap().expose(), "RT/1");
        assert!(!tokens.is_new_refresh_token());
        assert_eq!(lifetime(&tokens), Duration::from_secs(MONTH));
        assert_eq!(*tokens.scope(), GrantedScope::NotReported);
        assert!(tokens.malformed().is_empty() && tokens.extra().is_ok());
    }
    assert!(answered(&TWO, 200, r#"{"ok":true,"result":"0000"}"#).is_ok());
    let tokens = answered(&WATCH, 201, r#"{"result":"0000","expires_in":"60","access_token":""}"#).unwrap();
    assert_eq!((tokens.access_token().expose(), lifetime(&tokens).as_secs()), ("AT/1", 60));
}

#[test]
fn an_extended_token_stays_what_it_was() {
    let old = access_token()
        .with_token_type(TokenType::Other("mac".into()))
        .with_api_base("https://eu.watch.example");
    let scopes = || [Scope::<Watch>::declared("read")];
    let client = client(&WATCH);
    let request = client.extend(&old, &refresh_token().with_scopes(scopes()));
    let answer = r#"{"result":"0000","token_type":"Bearer","api_base":"https://x.example"}"#;
    let tokens = request.read(Response::new(answer.into())).unwrap();
    assert_eq!(*tokens.access_token().token_type(), TokenType::Other("mac".into()));
    assert_eq!(tokens.access_token().api_base(), Some("https://eu.watch.example"));
    assert!(tokens.has_scope(&scopes()[0]) && !tokens.is_narrowed());
    // And once more.
    let again = client.extend(tokens.access_token(), tokens.refresh_token().unwrap());
    assert!(again.request().is_ok());
    let tokens = again.read(Response::new(answer.into())).unwrap();
    assert!(tokens.has_scope(&scopes()[0]));
}

#[test]
fn new_tokens_win_over_an_extension() {
    let answer = r#"{"access_token":"AT2","token_type":"mac","refresh_token":"RT2","expires_in":60}"#;
    for metadata in [&WATCH, &PLAIN] {
        let tokens = answered(metadata, 200, answer).unwrap();
        assert_eq!(tokens.access_token().expose(), "AT2");
        assert_eq!(*tokens.access_token().token_type(), TokenType::Other("mac".into()));
        assert_eq!(tokens.refresh_token().unwrap().expose(), "RT2");
        assert!(tokens.is_new_refresh_token());
        assert_eq!(lifetime(&tokens).as_secs(), 60);
    }
    let tokens = answered(&WATCH, 200, r#"{"result":"0000","refresh_token":"RT2"}"#).unwrap();
    assert_eq!(tokens.access_token().expose(), "AT/1");
    assert_eq!(tokens.refresh_token().unwrap().expose(), "RT2");
    assert!(tokens.is_new_refresh_token());
}

#[test]
fn an_extension_that_no_answer_confirms_is_an_error() {
    const PAGE: &str = "<html><title>Sign in to this network</title></html>";
    let cases = [
        (&WATCH, ""),
        (&WATCH, "{}"),
        (&WATCH, "[]"),
        (&WATCH, "null"),
        (&WATCH, PAGE),
        (&WATCH, r#"{"message":"OK"}"#),
        (&WATCH, r#"{"result":null}"#),
        (&WATCH, r#"{"result":"0000""#),
        (&WATCH, r#"{"result":"0000","result":"1001"}"#),
        (&WATCH, r#"{"result":"0000","access_token":["AT2"]}"#),
        (&WATCH, r#"{"result":"0000","access_token":"Ä"}"#),
        (&TWO, r#"{"ok":true}"#),
        (&TWO, r#"{"result":"0000"}"#),
        (&PLAIN, ""),
        (&PLAIN, PAGE),
        (&FORM, ""),
        (&FORM, PAGE),
        (&FORM, "result=0000"),
    ];
    for (metadata, body) in cases {
        let error = answered(metadata, 200, body).err().unwrap_or_else(|| panic!("{body}"));
        assert!(matches!(error.kind(), ErrorKind::InvalidResponse(_)), "{body}: {error}");
    }
    let mut error = answered(&WATCH, 200, r#"{"refresh_token":"RT2"}"#).unwrap_err();
    assert_eq!(error.take_refresh_token::<Watch>().unwrap().expose(), "RT2");
}

#[test]
fn a_refused_extension_shows_neither_token() {
    let refused = |status, body| {
        let error = answered(&WATCH, status, body).unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::Response(_)), "{error}");
        let shown = format!("{error} {error:?}");
        for secret in ["AT/1", "RT/1", "AT%2F1", "RT%2F1", "hunter22"] {
            assert!(!shown.contains(secret), "{shown}");
        }
        error
    };
    let error = refused(200, r#"{"result":"1001","message":"no AT/1, RT/1, AT%2F1, RT%2F1 or hunter22"}"#);
    assert_eq!(error.code().map(|code| code.as_str()), Some("1001"));
    assert_eq!(refused(200, r#"{"result":"invalid_grant"}"#).recovery(), Recovery::Reauthorize);
    assert_eq!(refused(401, "AT/1 RT/1").recovery(), Recovery::Reauthorize);
    assert_eq!(refused(503, r#"{"error":"RT/1"}"#).recovery(), Recovery::Retry);
}
