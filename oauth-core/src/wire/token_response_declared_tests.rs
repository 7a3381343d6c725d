//! Token answers as providers declare them.

use super::*;
use crate::error::{ErrorCode, ErrorKind};
use crate::metadata::{
    AbsentExpiry, ApiBaseFormat, Condition, ErrorResponseFormat, ExpiryFormat, ExpiryUnit, GrantMetadata,
    ScopeMetadata, Test, TokenResponseFormat,
};
use http::{HeaderMap, StatusCode, header};
use std::time::Duration;

const NOW: SystemTime = SystemTime::UNIX_EPOCH;
const FORMAT: TokenResponseFormat = TokenResponseFormat::DEFAULT;

fn metadata(token_response: TokenResponseFormat) -> Metadata {
    Metadata { token_response: Box::leak(Box::new(token_response)), ..Metadata::DEFAULT }
}

fn read(metadata: Metadata, content_type: &'static str, body: &str) -> Result<TokenFields, Unusable> {
    let mut headers = HeaderMap::new();
    headers.insert(header::CONTENT_TYPE, content_type.parse().unwrap());
    let answer =
        Answer { status: StatusCode::OK, headers: &headers, body: body.into(), now: NOW, secrets: &[] };
    decode(
        Box::leak(Box::new(metadata)),
        Asked { grant_type: GrantType::AUTHORIZATION_CODE, prolonged: None },
        &answer,
    )
}

fn ok(format: TokenResponseFormat, body: &str) -> TokenFields {
    read(metadata(format), "application/json", body).map_err(|unusable| unusable.error).unwrap()
}

fn salvaged(format: TokenResponseFormat, body: &str) -> Option<String> {
    let unusable = read(metadata(format), "application/json", body).err().unwrap();
    assert!(!format!("{} {:?}", unusable.error, unusable.error).contains("RT2"));
    unusable.refresh_token.map(|token| token.expose().to_owned())
}

fn at(seconds: u64) -> Expiry {
    Expiry::At(NOW + Duration::from_secs(seconds))
}

#[test]
fn members_below_a_root() {
    let format = TokenResponseFormat { root: &["/data"], ..FORMAT };
    let body = r#"{"message":"ok","access_token":"no","data":{"access_token":"AT","refresh_token":"RT","expires_in":"60","scope":"a b"},"token_type":"mac"}"#;
    let tokens = ok(format, body);
    assert_eq!(tokens.access_token.expose(), "AT");
    assert_eq!(tokens.refresh_token.unwrap().expose(), "RT");
    assert_eq!(tokens.expiry, at(60));
    assert_eq!(tokens.token_type, TokenType::Bearer);
    assert_eq!(tokens.scope, Some(["a".into(), "b".into()].into()));
    // The root is where the members are, and nowhere else.
    assert!(read(metadata(format), "application/json", r#"{"access_token":"AT"}"#).is_err());
    let error = read(
        metadata(format),
        "application/json",
        r#"{"error":"invalid_grant","data":{"access_token":"AT"}}"#,
    );
    assert!(error.err().unwrap().error.is_invalid_grant());
}

#[test]
fn members_under_other_names() {
    let format = TokenResponseFormat {
        fields: &[
            ("access_token", &["accessToken"]),
            ("refresh_token", &["/x/0/y"]),
            ("refresh_token_expires_in", &["reExpiresIn"]),
            ("expires_in", &["/x/1"]),
        ],
        ..FORMAT
    };
    let body =
        r#"{"accessToken":"AT","x":[{"y":"RT"},30],"reExpiresIn":90,"access_token":"no","expires_in":1}"#;
    let tokens = ok(format, body);
    assert_eq!(tokens.access_token.expose(), "AT");
    assert_eq!(tokens.refresh_token.unwrap().expose(), "RT");
    assert_eq!((tokens.expiry, tokens.refresh_token_expiry), (at(30), at(90)));

    let rooted = TokenResponseFormat { root: &["/d/0"], ..format };
    let tokens = ok(rooted, &format!("{{\"d\":[{body}]}}"));
    assert_eq!(tokens.refresh_token.unwrap().expose(), "RT");
}

#[test]
fn a_refresh_token_is_salvaged_from_wherever_it_stands() {
    let format =
        TokenResponseFormat { root: &["/data"], fields: &[("refresh_token", &["/t/refresh"])], ..FORMAT };
    for body in [
        r#"{"data":{"t":{"refresh":"RT2"}}}"#,
        r#"{"data":{"t":{"refresh":"RT2"},"access_token":"A","access_token":"B"}}"#,
        r#"{"data":{"t":{"refresh":"RT2"},"access_token":"#,
    ] {
        assert_eq!(salvaged(format, body).as_deref(), Some("RT2"), "{body}");
    }
    for body in [
        r#"{"refresh_token":"RT2"}"#,
        r#"{"data":{"t":{"refresh":"RT2"}},"data":{}}"#,
        r#"{"data":{"t":{"refresh":"RT2"#,
    ] {
        assert_eq!(salvaged(format, body), None, "{body}");
    }
    let form = TokenResponseFormat { format: AnswerFormat::Form, ..FORMAT };
    assert_eq!(salvaged(form, "refresh_token=RT2&scope=a").as_deref(), Some("RT2"));
    assert_eq!(salvaged(form, "access_token=A&access_token=B&refresh_token=RT2").as_deref(), Some("RT2"));
    let call = TokenResponseFormat { format: AnswerFormat::Jsonp, ..FORMAT };
    assert_eq!(salvaged(call, "f({\"refresh_token\":\"RT2\",\"scope\":1}").as_deref(), None);
    assert_eq!(salvaged(call, "f({\"refresh_token\":\"RT2\"});").as_deref(), Some("RT2"));
}

#[test]
fn json_under_any_content_type_where_that_is_declared() {
    let body = r#"{"access_token":"AT"}"#;
    let any = TokenResponseFormat { format: AnswerFormat::JsonOfAnyType, ..FORMAT };
    assert!(read(metadata(any), "text/html", body).is_ok());
    assert!(read(metadata(FORMAT), "text/html", body).is_err());
    assert!(read(metadata(any), "text/html", "access_token=AT").is_err());
}

#[test]
fn forms_and_calls_of_functions() {
    let form = "access_token=AT%2B1&scope=user%2Cgist&token_type=bearer&expires_in=60&refresh_token=";
    let format = |format| TokenResponseFormat { format, scope_delimiter: Some(','), ..FORMAT };
    for declared in [AnswerFormat::Form, AnswerFormat::JsonOrForm] {
        let tokens =
            read(metadata(format(declared)), "text/plain", form).map_err(|unusable| unusable.error).unwrap();
        assert_eq!(tokens.access_token.expose(), "AT+1");
        assert_eq!(tokens.expiry, at(60));
        assert_eq!(tokens.scope, Some(["user".into(), "gist".into()].into()));
        assert!(tokens.refresh_token.is_none() && tokens.malformed.is_empty());
        let repeated = read(metadata(format(declared)), "text/plain", "access_token=A&access_token=A");
        assert!(matches!(repeated.err().unwrap().error.kind(), ErrorKind::InvalidResponse(_)));
        let error =
            read(metadata(format(declared)), "text/plain", "error=bad_verification_code&access_token=AT");
        assert_eq!(
            error.err().unwrap().error.code(),
            Some(&ErrorCode::Other("bad_verification_code".into()))
        );
    }
    assert!(read(metadata(FORMAT), "application/json", form).is_err());
    let tokens = ok(format(AnswerFormat::JsonOrForm), r#"{"access_token":"AT"}"#);
    assert_eq!(tokens.access_token.expose(), "AT");

    let call = "callback( {\"access_token\":\"AT\",\"expires_in\":7776000} );";
    let tokens = read(metadata(format(AnswerFormat::Jsonp)), "text/html", call)
        .map_err(|unusable| unusable.error)
        .unwrap();
    assert_eq!((tokens.access_token.expose(), tokens.expiry), ("AT", at(7_776_000)));
    let error = read(metadata(format(AnswerFormat::Jsonp)), "text/html", "callback({\"error\":100019});");
    assert_eq!(error.err().unwrap().error.code(), Some(&ErrorCode::Other("100019".into())));
}

#[test]
fn declared_lifetimes() {
    let expiry = |expires_in, body: &str| ok(TokenResponseFormat { expires_in, ..FORMAT }, body).expiry;
    let with = |expires_in: &str| format!(r#"{{"access_token":"AT","expires_in":{expires_in}}}"#);
    let unit = |unit| ExpiryFormat { unit, ..ExpiryFormat::DEFAULT };
    assert_eq!(expiry(unit(ExpiryUnit::Milliseconds), &with("60000")), at(60));
    assert_eq!(expiry(unit(ExpiryUnit::UnixSeconds), &with("\"1700000000\"")), at(1_700_000_000));
    assert_eq!(expiry(unit(ExpiryUnit::Rfc3339), &with("\"2018-03-20T11:39:15Z\"")), at(1_521_545_955));

    let default = ExpiryFormat { absent: AbsentExpiry::Seconds(3600), ..ExpiryFormat::DEFAULT };
    let never = ExpiryFormat { absent: AbsentExpiry::Never, ..ExpiryFormat::DEFAULT };
    for absent in ["null", "\"\"", "false", "\"soon\""] {
        assert_eq!(expiry(default, &with(absent)), at(3600), "{absent}");
        assert_eq!(expiry(never, &with(absent)), Expiry::Never, "{absent}");
    }
    assert_eq!(expiry(default, &with("60")), at(60));
    let zero = ExpiryFormat { zero_is_never: true, ..ExpiryFormat::DEFAULT };
    assert_eq!(expiry(zero, &with("0")), Expiry::Never);
    assert_eq!(expiry(zero, &with("\"0\"")), Expiry::Never);
    assert_eq!(expiry(zero, &with("60")), at(60));
}

#[test]
fn the_lifetime_of_a_refresh_token_has_a_format_of_its_own() {
    let format = TokenResponseFormat {
        fields: &[("refresh_token_expires_in", &["refresh_expires_at"])],
        refresh_token_expires_in: ExpiryFormat {
            unit: ExpiryUnit::UnixMilliseconds,
            absent: AbsentExpiry::Seconds(86_400),
            zero_is_never: true,
        },
        ..FORMAT
    };
    let expiry = |member: &str| {
        let tokens = ok(format, &format!(r#"{{"access_token":"AT","expires_in":60{member}}}"#));
        assert_eq!(tokens.expiry, at(60));
        tokens.refresh_token_expiry
    };
    assert_eq!(expiry(r#","refresh_expires_at":1521545955000"#), at(1_521_545_955));
    assert_eq!(expiry(r#","refresh_expires_at":0"#), Expiry::Never);
    assert_eq!(expiry(r#","refresh_token":"RT""#), at(86_400));
    // The old one goes on, for as long as it was given.
    for none in ["", r#","refresh_token":null"#, r#","refresh_token":5"#] {
        assert_eq!(expiry(none), Expiry::Unknown, "{none}");
    }
}

#[test]
fn scopes_behind_another_delimiter_or_in_an_array() {
    let scope = |delimiter, body: &str| {
        const SCOPES: &[ScopeMetadata] = &[ScopeMetadata::new("read", &[]), ScopeMetadata::new("a b", &[])];
        let format = TokenResponseFormat { scope_delimiter: delimiter, ..FORMAT };
        let metadata = Metadata { scopes: SCOPES, scope_delimiter: '+', ..metadata(format) };
        let body = format!(r#"{{"access_token":"AT","scope":{body}}}"#);
        let tokens = read(metadata, "application/json", &body).map_err(|unusable| unusable.error).unwrap();
        tokens.scope.map(|scopes| scopes.join("|"))
    };
    assert_eq!(scope(None, r#""read+a b+x""#).as_deref(), Some("read|a b|x"));
    assert_eq!(scope(Some(','), r#""read, a b,,x""#).as_deref(), Some("read|a b|x"));
    assert_eq!(scope(Some(','), r#"["read","a b","x"]"#).as_deref(), Some("read|a b|x"));
    assert_eq!(scope(None, "[]").as_deref(), Some(""));
    assert_eq!(scope(None, "[1]"), None);
}

#[test]
fn the_beginning_of_api_urls() {
    let api_base = ApiBaseFormat { member: "/instance_url", hosts: &["*.salesforce.com"], path: "/services" };
    let format = TokenResponseFormat { api_base: Some(api_base), ..FORMAT };
    let tokens = ok(format, r#"{"access_token":"AT","instance_url":"https://na1.salesforce.com"}"#);
    assert_eq!(tokens.api_base.as_deref(), Some("https://na1.salesforce.com"));
    assert!(ok(format, r#"{"access_token":"AT"}"#).api_base.is_none());
    let tokens = ok(format, r#"{"access_token":"AT","instance_url":{}}"#);
    assert_eq!((tokens.api_base, tokens.malformed), (None, vec!["api_base"]));
    assert!(ok(FORMAT, r#"{"access_token":"AT"}"#).api_base.is_none());
}

#[test]
fn a_condition_beats_a_token() {
    let error_response = &ErrorResponseFormat {
        when: &[
            Condition { member: "/ok", test: Test::Equals("false") },
            Condition { member: "/data/error_code", test: Test::Differs("0") },
        ],
        code: &["/data/error_code"],
        description: &["/data/description"],
        map: &[("invalid_grant", "10007")],
        ..ErrorResponseFormat::DEFAULT
    };
    let metadata =
        Metadata { error_response, ..metadata(TokenResponseFormat { root: &["/data"], ..FORMAT }) };
    let read = |body| read(metadata, "application/json", body);
    let body =
        r#"{"data":{"access_token":"AT","refresh_token":"RT2","error_code":10007,"description":"expired"}}"#;
    let unusable = read(body).err().unwrap();
    assert!(unusable.error.is_invalid_grant() && unusable.refresh_token.is_none());
    let ErrorKind::Response(refusal) = unusable.error.kind() else { panic!("{:?}", unusable.error) };
    assert_eq!((refusal.provider_code(), refusal.description()), (Some("10007"), Some("expired")));
    assert!(read(r#"{"ok":false,"data":{"access_token":"AT"}}"#).is_err());
    assert!(read(r#"{"ok":true,"data":{"access_token":"AT","error_code":0,"description":""}}"#).is_ok());
}

#[test]
fn further_tokens_in_the_same_answer() {
    let format = TokenResponseFormat {
        scope_delimiter: Some(','),
        bearer_aliases: &["user"],
        root: &["/d"],
        ..FORMAT
    };
    let metadata: &'static Metadata = Box::leak(Box::new(metadata(format)));
    let user = r#"{"id":"U1","scope":"chat:write,im","access_token":"xoxp","token_type":"user","refresh_token":"RT"}"#;
    let tokens = also(metadata, user, NOW).unwrap().unwrap();
    assert_eq!((tokens.access_token.expose(), &tokens.token_type), ("xoxp", &TokenType::Bearer));
    assert_eq!(tokens.scope, Some(["chat:write".into(), "im".into()].into()));
    assert_eq!((&*tokens.body.0, tokens.root), (user, ""));
    assert!(also(metadata, r#"{"id":"U1"}"#, NOW).unwrap().is_none());
    assert!(also(metadata, r#"{"access_token":null}"#, NOW).unwrap().is_none());
    for wrong in [r#"{"access_token":5}"#, r#"{"access_token":"a","access_token":"b"}"#, "[]", "5"] {
        assert!(also(metadata, wrong, NOW).is_err());
    }
}

#[test]
fn implicit_tokens_follow_the_declaration_too() {
    let format = TokenResponseFormat {
        fields: &[("access_token", &["token"])],
        expires_in: ExpiryFormat { unit: ExpiryUnit::Milliseconds, ..ExpiryFormat::DEFAULT },
        scope_delimiter: Some(','),
        ..FORMAT
    };
    let metadata: &'static Metadata = Box::leak(Box::new(metadata(format)));
    let tokens =
        from_fragment(metadata, "token=AT&token_type=bearer&expires_in=60000&scope=a%2Cb&x=1", NOW).unwrap();
    assert_eq!((tokens.access_token.expose(), tokens.expiry), ("AT", at(60)));
    assert_eq!(tokens.scope, Some(["a".into(), "b".into()].into()));
    assert_eq!(tokens.format, AnswerFormat::Form);
}

#[test]
fn of_several_members_the_first_counts_that_says_something() {
    let format = TokenResponseFormat {
        fields: &[("expires_in", &["expires_in_sec", "expires_in"]), ("access_token", &["/t/0", "token"])],
        ..FORMAT
    };
    for (body, lifetime) in [
        (r#"{"token":"AT","expires_in_sec":60,"expires_in":60000}"#, 60),
        (r#"{"t":["AT"],"token":"no","expires_in":90}"#, 90),
        (r#"{"t":[null],"token":"AT","expires_in_sec":null,"expires_in":90}"#, 90),
    ] {
        let tokens = ok(format, body);
        assert_eq!((tokens.access_token.expose(), tokens.expiry), ("AT", at(lifetime)), "{body}");
    }
    // What is ambiguous, or is no token, is not passed over for another.
    for body in [r#"{"t":["A"],"t":["B"],"token":"AT"}"#, r#"{"t":[7],"token":"AT"}"#, r#"{"other":"AT"}"#] {
        assert!(read(metadata(format), "application/json", body).is_err(), "{body}");
    }
    let form = TokenResponseFormat { format: AnswerFormat::Form, ..format };
    assert_eq!(ok(form, "token=AT&expires_in_sec=&expires_in=30").expiry, at(30));
}

#[test]
fn of_several_roots_the_first_counts_that_is_there() {
    let format = TokenResponseFormat { root: &["/data/0", ""], ..FORMAT };
    for (body, root) in [
        (r#"{"data":[{"access_token":"AT","x":1}],"access_token":"no"}"#, "/data/0"),
        (r#"{"access_token":"AT","x":1}"#, ""),
        (r#"{"access_token":"AT","data":[]}"#, ""),
        (r#"{"access_token":"AT","data":null}"#, ""),
    ] {
        let tokens = ok(format, body);
        assert_eq!((tokens.access_token.expose(), tokens.root), ("AT", root), "{body}");
    }
    let body = r#"{"data":[{"access_token":"A"}],"data":[{"access_token":"B"}],"access_token":"AT"}"#;
    assert!(read(metadata(format), "application/json", body).is_err());
    assert_eq!(salvaged(format, r#"{"refresh_token":"RT2"}"#).as_deref(), Some("RT2"));
    assert_eq!(salvaged(format, r#"{"data":[{"refresh_token":"RT2"}],"#).as_deref(), Some("RT2"));
}

#[test]
fn a_grant_may_have_an_answer_of_its_own() {
    const REFRESHED: TokenResponseFormat = TokenResponseFormat {
        format: AnswerFormat::Form,
        fields: &[("expires_in", &["ttl"])],
        bearer_aliases: &["user"],
        scope_delimiter: Some(','),
        ..FORMAT
    };
    const METADATA: Metadata = Metadata {
        token_response: &TokenResponseFormat { root: &["/authed_user"], ..FORMAT },
        grants: &[
            GrantMetadata::new(GrantType::AUTHORIZATION_CODE, &[]),
            GrantMetadata { response: Some(&REFRESHED), ..GrantMetadata::new(GrantType::REFRESH_TOKEN, &[]) },
        ],
        ..Metadata::DEFAULT
    };
    let read = |grant_type, body: &str| {
        let headers = HeaderMap::new();
        let answer =
            Answer { status: StatusCode::OK, headers: &headers, body: body.into(), now: NOW, secrets: &[] };
        decode(&METADATA, Asked { grant_type, prolonged: None }, &answer)
    };
    let login = r#"{"authed_user":{"access_token":"AT","expires_in":60},"ttl":9}"#;
    for grant_type in [GrantType::AUTHORIZATION_CODE, GrantType::PASSWORD] {
        let tokens = read(grant_type, login).map_err(|unusable| unusable.error).unwrap();
        assert_eq!((tokens.access_token.expose(), tokens.expiry), ("AT", at(60)));
    }
    let refreshed = "access_token=AT2&ttl=30&token_type=user&scope=a%2Cb";
    let tokens = read(GrantType::REFRESH_TOKEN, refreshed).map_err(|unusable| unusable.error).unwrap();
    assert_eq!((tokens.access_token.expose(), tokens.expiry), ("AT2", at(30)));
    assert_eq!(tokens.token_type, TokenType::Bearer);
    assert_eq!(tokens.scope, Some(["a".into(), "b".into()].into()));
    assert!(read(GrantType::REFRESH_TOKEN, login).is_err());
    assert!(read(GrantType::AUTHORIZATION_CODE, refreshed).is_err());
}

#[test]
fn words_in_place_of_tokens_are_a_refusal() {
    let refused = |text, format, body: &str| {
        let error_response = ErrorResponseFormat { text, ..ErrorResponseFormat::DEFAULT };
        let error_response = Box::leak(Box::new(error_response));
        let metadata = Metadata { error_response, ..metadata(TokenResponseFormat { format, ..FORMAT }) };
        read(metadata, "text/html", body).err().unwrap().error
    };
    for format in [AnswerFormat::Json, AnswerFormat::JsonOrForm, AnswerFormat::Form, AnswerFormat::Jsonp] {
        let error = refused(true, format, "wrong code\n");
        let ErrorKind::Response(response) = error.kind() else { panic!("{error:?}") };
        assert_eq!((response.code(), response.description()), (None, Some("wrong code")));
        assert!(matches!(refused(false, format, "wrong code").kind(), ErrorKind::InvalidResponse(_)));
    }
    for body in ["", "ATsecret", "<b>AT secret</b>", "token=AT secret", r#"{"access_token": "AT"#, "[1, 2]"] {
        let error = refused(true, AnswerFormat::JsonOrForm, body);
        assert!(matches!(error.kind(), ErrorKind::InvalidResponse(_)), "{body}");
        assert!(!format!("{error} {error:?}").contains("AT"), "{body}");
    }
}

#[test]
fn without_a_declared_place_nothing_is_known_of_the_end_of_a_refresh_token() {
    let format = TokenResponseFormat {
        refresh_token_expires_in: ExpiryFormat { absent: AbsentExpiry::Never, ..ExpiryFormat::DEFAULT },
        ..FORMAT
    };
    let tokens = ok(format, r#"{"access_token":"AT","refresh_token":"RT","refresh_token_expires_in":60}"#);
    assert_eq!(tokens.refresh_token_expiry, Expiry::Unknown);
}

#[test]
fn a_parameter_that_is_no_text_is_malformed_and_not_absent() {
    let form = TokenResponseFormat { format: AnswerFormat::Form, ..FORMAT };
    let tokens = ok(form, "access_token=AT&expires_in=%ff&refresh_token=%ff&token_type=%ff");
    assert_eq!(tokens.malformed, ["expires_in", "token_type", "refresh_token"]);
    assert_eq!(tokens.token_type, TokenType::Other("malformed".into()));
    assert!(read(metadata(form), "text/plain", "access_token=%ff").is_err());
}
