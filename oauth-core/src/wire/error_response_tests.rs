use super::*;
use crate::error::Recovery;

const NOW: SystemTime = SystemTime::UNIX_EPOCH;

/// What a revocation answer is judged by.
fn judged(format: ErrorResponseFormat, status: u16, body: &str) -> Result<(), Error> {
    let answer = Answer {
        status: StatusCode::from_u16(status).unwrap(),
        headers: &HeaderMap::new(),
        body: body.into(),
        now: NOW,
        secrets: &["RT1-secret"],
    };
    answer.success(&format)
}

fn refused(format: ErrorResponseFormat, status: u16, body: &str) -> ErrorResponse {
    let error = judged(format, status, body).unwrap_err();
    match error.kind() {
        ErrorKind::Response(response) => response.clone(),
        other => panic!("{other:?}"),
    }
}

const WECHAT: ErrorResponseFormat = ErrorResponseFormat {
    when: &[Condition { member: "/errcode", test: Test::Differs("0") }],
    code: &["/errcode"],
    description: &["errmsg"],
    map: &[("invalid_grant", "40029"), ("invalid_grant", "42003"), ("temporarily_unavailable", "-1")],
    ..ErrorResponseFormat::DEFAULT
};

#[test]
fn a_condition_makes_any_answer_an_error() {
    for status in [200, 400, 500] {
        let response = refused(WECHAT, status, r#"{"errcode":40029,"errmsg":"invalid code RT1-secret"}"#);
        assert_eq!(response.code(), Some(&ErrorCode::InvalidGrant));
        assert_eq!(response.provider_code(), Some("40029"));
        assert_eq!(response.description(), Some("invalid code [redacted]"));
    }
    for fine in
        [r#"{"errcode":0}"#, r#"{"errcode":"0"}"#, r#"{"errcode":null}"#, "{}", "", "<html>", "ok", "[1]"]
    {
        assert!(judged(WECHAT, 200, fine).is_ok(), "{fine}");
    }
    let error = judged(WECHAT, 200, r#"{"errcode":-1}"#).unwrap_err();
    assert_eq!(error.recovery(), Recovery::Retry);
    let response = refused(WECHAT, 200, r#"{"errcode":"41002"}"#);
    assert_eq!(response.code(), Some(&ErrorCode::Other("41002".into())));
    assert_eq!(response.provider_code(), Some("41002"));
}

#[test]
fn an_error_that_is_only_true_has_no_code() {
    for status in [200, 400] {
        let response = refused(
            ErrorResponseFormat { code: &["i18n"], description: &["message"], ..WECHAT },
            status,
            r#"{"error":true,"message":"Invalid code","i18n":null}"#,
        );
        assert_eq!((response.code(), response.description()), (None, Some("Invalid code")));
    }
    let response = refused(ErrorResponseFormat::DEFAULT, 400, r#"{"error":400}"#);
    assert_eq!(response.provider_code(), Some("400"));
}

#[test]
fn what_a_condition_asks() {
    let holds = |test, body: &str| {
        let format = ErrorResponseFormat {
            when: Box::leak(Box::new([Condition { member: "/ok", test }])),
            ..ErrorResponseFormat::DEFAULT
        };
        judged(format, 200, body).is_err()
    };
    for (test, met, unmet) in [
        (
            Test::Equals("false"),
            &[r#"{"ok":false}"#, r#"{"ok":"false"}"#][..],
            &[r#"{"ok":true}"#, r#"{"ok":null}"#, "{}", r#"{"ok":{}}"#][..],
        ),
        (
            Test::Differs("0"),
            &[r#"{"ok":1}"#, r#"{"ok":"x"}"#, r#"{"ok":{}}"#, r#"{"ok":false}"#],
            &[r#"{"ok":0}"#, r#"{"ok":"0"}"#, r#"{"ok":null}"#, "{}"],
        ),
        (
            Test::Present,
            &[r#"{"ok":{}}"#, r#"{"ok":""}"#, r#"{"ok":false}"#],
            &[r#"{"ok":null}"#, "{}", r#"{"x":{"ok":1}}"#],
        ),
    ] {
        for body in met {
            assert!(holds(test, body), "{test:?} {body}");
        }
        for body in unmet {
            assert!(!holds(test, body), "{test:?} {body}");
        }
    }
}

#[test]
fn an_error_that_is_an_object() {
    const FACEBOOK: ErrorResponseFormat = ErrorResponseFormat {
        code: &["/error/code"],
        description: &["/error/message"],
        map: &[("invalid_grant", "190")],
        ..ErrorResponseFormat::DEFAULT
    };
    let body = r#"{"error":{"message":"Expired","type":"OAuthException","code":190}}"#;
    for status in [200, 400] {
        let response = refused(FACEBOOK, status, body);
        assert_eq!(response.code(), Some(&ErrorCode::InvalidGrant));
        assert_eq!(response.description(), Some("Expired"));
        let undeclared = refused(ErrorResponseFormat::DEFAULT, status, body);
        assert_eq!((undeclared.code(), undeclared.description()), (None, None));
    }
    // Where the pointers lead nowhere, the members of the RFC are read.
    let response = refused(FACEBOOK, 400, r#"{"error":"invalid_client","error_description":"Who?"}"#);
    assert_eq!(response.code(), Some(&ErrorCode::InvalidClient));
    assert_eq!(response.provider_code(), Some("invalid_client"));
    assert_eq!(response.description(), Some("Who?"));
}

#[test]
fn pointers_lead_into_arrays() {
    const FITBIT: ErrorResponseFormat = ErrorResponseFormat {
        when: &[Condition { member: "/errors/0", test: Test::Present }],
        code: &["/errors/0/errorType"],
        description: &["/errors/0/message"],
        ..ErrorResponseFormat::DEFAULT
    };
    let body =
        r#"{"errors":[{"errorType":"invalid_grant","message":"m"},{"errorType":"other"}],"success":false}"#;
    let response = refused(FITBIT, 401, body);
    assert_eq!(response.code(), Some(&ErrorCode::InvalidGrant));
    assert_eq!(response.description(), Some("m"));
    assert!(judged(FITBIT, 200, body).is_err());
    assert!(judged(FITBIT, 200, r#"{"errors":[]}"#).is_ok());
}

#[test]
fn refusals_in_forms_and_calls() {
    for body in [
        "error=invalid_grant&error_description=no+more",
        "callback( {\"error\":\"invalid_grant\",\"error_description\":\"no more\"} );",
        r#"{"error":"invalid_grant","error_description":"no more"}"#,
    ] {
        for status in [200, 400] {
            let response = refused(ErrorResponseFormat::DEFAULT, status, body);
            assert_eq!(response.code(), Some(&ErrorCode::InvalidGrant), "{body}");
            assert_eq!(response.description(), Some("no more"), "{body}");
        }
    }
}

#[test]
fn codes_may_be_numbers() {
    let response = refused(ErrorResponseFormat::DEFAULT, 400, r#"{"error":401,"error_description":"x"}"#);
    assert_eq!(response.code(), Some(&ErrorCode::Other("401".into())));
}

#[test]
fn plain_text_is_the_description_where_that_is_declared() {
    const TEXT: ErrorResponseFormat = ErrorResponseFormat { text: true, ..ErrorResponseFormat::DEFAULT };
    assert_eq!(refused(TEXT, 400, " error=RT1-secret \n").description(), Some("error=[redacted]"));
    assert_eq!(refused(TEXT, 400, "{broken").description(), Some("{broken"));
    assert_eq!(refused(TEXT, 400, "").description(), None);
    assert_eq!(refused(TEXT, 400, r#"{"error":"invalid_grant"}"#).code(), Some(&ErrorCode::InvalidGrant));
    assert_eq!(refused(ErrorResponseFormat::DEFAULT, 400, "Bad Request").description(), None);
}

#[test]
fn a_mapped_code_is_shown_with_the_one_on_the_wire() {
    let error = judged(WECHAT, 200, r#"{"errcode":42003,"errmsg":"expired"}"#).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the authorization server refused: `invalid_grant`, which it calls `42003` (HTTP 200): expired"
    );
}

#[test]
fn of_several_codes_a_mapped_one_counts_and_else_the_first() {
    const FACEBOOK: ErrorResponseFormat = ErrorResponseFormat {
        code: &["/error/error_subcode", "/error/code", "type"],
        description: &["/error/message", "message"],
        map: &[("invalid_grant", "36009"), ("invalid_token", "190"), ("invalid_client", "not_authorized")],
        ..ErrorResponseFormat::DEFAULT
    };
    for (body, code, provider_code, description) in [
        (r#"{"error":{"message":"a","code":190,"error_subcode":36009}}"#, "invalid_grant", "36009", "a"),
        (r#"{"error":{"message":"a","code":190,"error_subcode":463}}"#, "invalid_token", "190", "a"),
        (r#"{"error":{"message":"","code":7,"error_subcode":463},"message":"b"}"#, "463", "463", "b"),
        (r#"{"error":{"code":null,"error_subcode":null},"type":"x","message":"b"}"#, "x", "x", "b"),
        (r#"{"type":"not_authorized","message":"b"}"#, "invalid_client", "not_authorized", "b"),
    ] {
        let response = refused(FACEBOOK, 400, body);
        assert_eq!(response.code().map(ErrorCode::as_str), Some(code), "{body}");
        assert_eq!(response.provider_code(), Some(provider_code), "{body}");
        assert_eq!(response.description(), Some(description), "{body}");
    }
    let standard = refused(FACEBOOK, 400, r#"{"error":"invalid_scope","error_description":"c"}"#);
    assert_eq!((standard.code(), standard.description()), (Some(&ErrorCode::InvalidScope), Some("c")));
    let ambiguous = refused(FACEBOOK, 400, r#"{"type":"x","type":"y","message":"b"}"#);
    assert_eq!((ambiguous.code(), ambiguous.description()), (None, Some("b")));
}

#[test]
fn an_answer_that_can_not_be_read_is_judged_by_its_status() {
    let ambiguous = r#"{"error":"a","error":"b"}"#;
    assert!(
        judged(ErrorResponseFormat::DEFAULT, 200, ambiguous)
            .unwrap_err()
            .to_string()
            .contains("more than once")
    );
    for body in ["{broken", r#"{"error":"invalid_grant""#, ambiguous, "callback({x});"] {
        assert!(body == ambiguous || judged(ErrorResponseFormat::DEFAULT, 200, body).is_ok(), "{body}");
        let response = refused(ErrorResponseFormat::DEFAULT, 503, body);
        assert_eq!((response.code(), response.description()), (None, None), "{body}");
        assert_eq!(response.status, Some(StatusCode::SERVICE_UNAVAILABLE), "{body}");
    }
    let redirect = judged(ErrorResponseFormat::DEFAULT, 302, "{}").unwrap_err();
    assert!(redirect.to_string().contains("it is a redirect"), "{redirect}");
}

#[test]
fn words_in_place_of_an_answer_are_shown_where_that_is_declared() {
    // Deezer answers `wrong code` with status 200.
    let words = |text, body: &str| {
        let response = Response::new(body.into());
        let answer = Answer::new(&response, NOW, &["RT1-secret"]);
        let format = ErrorResponseFormat { text, ..ErrorResponseFormat::DEFAULT };
        answer.words(&format).map_err(|error| error.to_string())
    };
    let error = words(true, " wrong code RT1-secret\n").unwrap_err();
    assert_eq!(error, "the authorization server refused: no error code (HTTP 200): wrong code [redacted]");
    assert_eq!(words(false, "wrong code"), Ok(()));
    for body in ["", "token", "{ }", "[1, 2]", "<p> x", "access_token=a b", "\"a b\""] {
        assert_eq!(words(true, body), Ok(()), "{body}");
    }
}

#[test]
fn a_message_lists_as_many_members_as_it_says() {
    for (count, end) in [(24, "m22: number, m23: number}"), (25, "m23: number, and 1 more}")] {
        let members: Vec<String> = (0..count).map(|number| format!("\"m{number}\": 1")).collect();
        let response = Response::new(format!("{{{}}}", members.join(",")).into());
        let shown = Answer::new(&response, NOW, &[]).unusable("it is odd").to_string();
        assert!(shown.ends_with(end), "{shown}");
    }
}
