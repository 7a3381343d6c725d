//! Values of token answers: lifetimes, types, scopes and the members of the provider's own.

use crate::{Bank, offline, read, shown};
use oauth_core::http::{HeaderValue, Method, header};
use oauth_core::{
    AccessToken, Client, ClientSecret, ErrorKind, Expiry, GrantedScope, RefreshToken, TokenType, Tokens,
    oauth_provider,
};
use std::time::{Duration, SystemTime};

/// The lifetime that `expires_in` with this value means; `None` for an unknown one.
fn lifetime(value: &str) -> Option<Duration> {
    let tokens = read(format!(r#"{{"access_token": "AT", "expires_in": {value}}}"#)).unwrap();
    match tokens.expiry() {
        Expiry::At(at) => Some(at.duration_since(tokens.received_at()).unwrap()),
        Expiry::Unknown => None,
        other => panic!("{other:?}"),
    }
}

#[test]
fn sec_44_a_lifetime_in_every_spelling() {
    for spelling in ["3600", "\"3600\"", "3600.0", "3.6e3", "36E2", "3600.7", "\"3600.9\""] {
        assert_eq!(lifetime(spelling), Some(Duration::from_secs(3600)), "{spelling}");
    }
    for spelling in ["\"soon\"", "true", "[3600]", "{}", "\" 3600\"", "\"0x10\"", "\"inf\"", "\"NaN\""] {
        let tokens = read(format!(r#"{{"access_token": "AT", "expires_in": {spelling}}}"#)).unwrap();
        assert_eq!(
            (tokens.expiry(), tokens.malformed()),
            (Expiry::Unknown, &["expires_in"][..]),
            "{spelling}"
        );
    }
}

#[test]
fn sec_45_zero_is_expired_and_nothing_is_unknown() {
    for zero in ["0", "\"0\"", "0.0", "0.9", "-0"] {
        assert_eq!(lifetime(zero), Some(Duration::ZERO), "{zero}");
    }
    for nothing in ["null", "\"\""] {
        assert_eq!(lifetime(nothing), None, "{nothing}");
    }
    assert_eq!(read(r#"{"access_token": "AT"}"#).unwrap().expiry(), Expiry::Unknown);
}

#[test]
fn sec_46_no_number_panics_or_wraps() {
    for negative in ["-1", "-2147483649", "-9223372036854775808", "-9223372036854775809", "-1e400", "-0.5"] {
        assert_eq!(lifetime(negative), Some(Duration::ZERO), "{negative}");
    }
    let century = Duration::from_secs(3_155_760_000);
    for huge in ["2147483648", "4294967296"] {
        assert!(lifetime(huge).unwrap() > Duration::from_secs(2_147_483_000), "{huge}");
    }
    for huge in [
        "9223372036854775807",
        "9223372036854775808",
        "18446744073709551615",
        "18446744073709551616",
        "1e18",
        "100000000000000000000000",
        "1e400",
        "\"1e99999999999999999999\"",
        &"9".repeat(10_000),
    ] {
        assert_eq!(lifetime(huge), Some(century), "{huge}");
    }
}

#[test]
fn sec_53_a_token_of_another_type_is_never_sent_as_bearer() {
    for spelling in ["Bearer", "bearer", "bEaReR"] {
        let tokens = read(format!(r#"{{"access_token": "AT", "token_type": "{spelling}"}}"#)).unwrap();
        assert_eq!(tokens.access_token().token_type(), &TokenType::Bearer);
    }
    for other in ["\"mac\"", "\"Basic\"", "\"N_A\"", "\"DPoP\"", "\"Bearer \"", "\"Bearer,Basic\"", "5", "{}"]
    {
        let tokens = read(format!(r#"{{"access_token": "CANARY", "token_type": {other}}}"#)).unwrap();
        assert_ne!(tokens.access_token().token_type(), &TokenType::Bearer, "{other}");
        let error = offline().api(Method::GET, "x", tokens.access_token()).request().unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::Configuration(_)) && !shown(&error).contains("CANARY"));
    }
}

/// Every request that an access token may authenticate.
#[oauth_provider(
    authorization_endpoint = "https://club.example/authorize",
    token_endpoint = "https://club.example/token",
    revocation_endpoint = "https://club.example/revoke",
    introspection_endpoint = "https://club.example/introspect",
    client_auth(client_secret_post),
    grants(authorization_code, long_lived_token(grant_type = "exchange"), token_extension),
    long_lived_token_request(auth(bearer)),
    refresh_request(auth(bearer)),
    refresh_response(expires_in(default = "60")),
    revocation_request(auth(bearer)),
    introspection_request(auth(bearer))
)]
struct Club;

/// What refreshes an access token by itself, and what is revoked by itself.
#[oauth_provider(
    authorization_endpoint = "https://guild.example/authorize",
    token_endpoint = "https://guild.example/token",
    revocation_endpoint = "https://guild.example/revoke",
    client_auth(client_secret_post),
    grants(authorization_code, access_token_refresh(grant_type = "again")),
    refresh_request(auth(bearer)),
    revocation_request(auth(bearer), omit(token))
)]
struct Guild;

#[test]
fn sec_53_nor_does_it_authenticate_as_one() {
    let secret = || ClientSecret::new("id", "the CANARY of the client");
    let (club, guild) = (Client::new(Club, secret()), Client::new(Guild, secret()));
    let of_type = |token_type: &TokenType| {
        let of_club = AccessToken::new("CANARY").unwrap().with_token_type(token_type.clone());
        let of_guild = AccessToken::new("CANARY").unwrap().with_token_type(token_type.clone());
        let refresh_token = RefreshToken::new("RT").unwrap();
        [
            club.long_lived_token(&of_club).request(),
            club.extend(&of_club, &refresh_token).request(),
            club.revoke(&refresh_token).bearer(&of_club).request(),
            club.introspect(&of_club).request(),
            guild.refresh_access_token(&of_guild).request(),
            guild.revoke(&of_guild).request(),
        ]
    };
    for (place, request) in of_type(&TokenType::Bearer).into_iter().enumerate() {
        assert_eq!(request.unwrap().headers()[header::AUTHORIZATION], "Bearer CANARY", "{place}");
    }
    for (place, request) in of_type(&TokenType::Other("mac".into())).into_iter().enumerate() {
        let error = request.err().unwrap_or_else(|| panic!("{place}"));
        assert!(matches!(error.kind(), ErrorKind::Configuration(_)) && !shown(&error).contains("CANARY"));
    }
}

fn granted(scope: &str) -> Tokens<Bank> {
    read(format!(r#"{{"access_token": "AT"{scope}}}"#)).unwrap()
}

#[test]
fn sec_54_no_scope_an_empty_one_and_a_list_are_three_answers() {
    assert_eq!(granted("").scope(), &GrantedScope::NotReported);
    assert_eq!(granted(r#", "scope": null"#).scope(), &GrantedScope::NotReported);
    assert_eq!(granted(r#", "scope": """#).scope(), &GrantedScope::Empty);
    assert_eq!(granted(r#", "scope": []"#).scope(), &GrantedScope::Empty);
    let listed = GrantedScope::Listed(vec!["read".into(), "write".into()].into());
    assert_eq!(granted(r#", "scope": "read write""#).scope(), &listed);
    assert_eq!(granted(r#", "scope": ["read", "write"]"#).scope(), &listed);
    // A scope that can't be read is no scope of those that were asked for.
    let malformed = granted(r#", "scope": 5"#);
    assert_eq!(malformed.malformed(), ["scope"]);
}

#[test]
fn sec_55_a_narrowed_scope_is_told() {
    let read = |scope: &str| {
        let request = offline().client_credentials().scopes([Bank::READ, Bank::WRITE]);
        let body = format!(r#"{{"access_token": "AT"{scope}}}"#);
        request.read(crate::answer(200, None, body)).unwrap()
    };
    let narrowed = read(r#", "scope": "read""#);
    assert!(narrowed.is_narrowed() && narrowed.has_scope(&Bank::READ) && !narrowed.has_scope(&Bank::WRITE));
    let none = read(r#", "scope": """#);
    assert!(none.is_narrowed() && !none.has_scope(&Bank::READ));
    for whole in ["", r#", "scope": "write read other""#] {
        let whole = read(whole);
        assert!(!whole.is_narrowed() && whole.has_scope(&Bank::WRITE));
    }
}

/// What this provider says besides.
#[derive(Debug, serde::Deserialize)]
struct Extra {
    user_id: u64,
    #[serde(default)]
    team: Option<Team>,
}

#[derive(Debug, serde::Deserialize)]
struct Team {
    id: i64,
}

/// A provider with members of its own.
#[oauth_provider(
    token_endpoint = "https://extra.example/token",
    client_auth(client_secret_post),
    grants(client_credentials(issues(refresh_token)), refresh_token),
    token_response(extra(Extra))
)]
#[derive(Debug, Clone, Copy)]
struct WithExtra;

fn with_extra(body: &str) -> Tokens<WithExtra> {
    let client = Client::new(WithExtra, ClientSecret::new("id", "secret"));
    client.client_credentials().read(crate::answer(200, None, body)).unwrap()
}

#[test]
fn sec_59_integers_beyond_the_floats_are_exact() {
    // 2^53 + 1, the first integer that no float is, and the ends of the types.
    for id in [9_007_199_254_740_993, u64::MAX, u64::MAX - 1] {
        let tokens = with_extra(&format!(
            r#"{{"access_token": "AT", "user_id": {id}, "team": {{"id": -9223372036854775808}}}}"#
        ));
        let extra = tokens.extra().unwrap();
        assert_eq!((extra.user_id, extra.team.unwrap().id), (id, i64::MIN));
    }
}

#[test]
fn sec_60_a_wrong_extra_member_costs_no_token() {
    for extra in [r#""team": 5, "user_id": 1"#, r#""user_id": "CANARY""#, r#""x": 1"#, r#""user_id": 1e400"#]
    {
        let body = format!(r#"{{"access_token": "AT", "refresh_token": "RT2", {extra}}}"#);
        let tokens = with_extra(&body);
        assert_eq!(tokens.access_token().expose(), "AT");
        assert_eq!(tokens.refresh_token().unwrap().expose(), "RT2");
        let error = tokens.extra().unwrap_err();
        assert!(!shown(&error).contains("CANARY") && !shown(&error).contains("RT2"), "{error}");
    }
    let tokens = with_extra(r#"{"access_token": "AT", "user_id": 7, "unknown": {"deep": [1, {}]}}"#);
    assert_eq!(tokens.extra().unwrap().user_id, 7);
}

#[test]
fn sec_46_no_clock_of_a_server_panics() {
    let mut response = crate::answer(200, None, r#"{"access_token": "AT", "expires_in": 1e300}"#);
    response.headers_mut().insert(header::DATE, HeaderValue::from_static("Fri, 31 Dec 9999 23:59:59 GMT"));
    let tokens = offline().client_credentials().read(response).unwrap();
    assert!(tokens.received_at() > SystemTime::UNIX_EPOCH);
}
