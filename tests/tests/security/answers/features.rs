//! The same answers are read alike whatever features of serde_json another crate switches on: the
//! default build wrote `features.txt`, and `.ci/run` compares it under `--features serde-json-features`.
//!
//! `UPDATE_EXPECT=1 cargo test -p oauth-tests --test security sec_58` writes it anew.

use crate::{Bank, answer, offline, value};
use expect_test::expect_file;
use oauth_core::{
    AccessToken, Client, ClientId, ClientSecret, Expiry, IntrospectionResponse, Tokens, oauth_provider,
};
use oauth_redbooth::Redbooth;
use std::fmt::{Debug, Write};

/// Members of every kind of number.
#[derive(Debug, serde::Deserialize)]
#[allow(dead_code, reason = "printed")]
struct Extra {
    #[serde(default)]
    unsigned: Option<u64>,
    #[serde(default)]
    signed: Option<i64>,
    #[serde(default)]
    float: Option<f64>,
    #[serde(default)]
    list: Vec<u8>,
    #[serde(default)]
    nested: std::collections::BTreeMap<String, u64>,
}

/// A provider with members of its own.
#[oauth_provider(
    token_endpoint = "https://numbers.example/token",
    client_auth(client_secret_post),
    grants(client_credentials),
    token_response(extra(Extra))
)]
#[derive(Debug, Clone, Copy)]
struct Numbers;

/// Values of every JSON type, and what is none. The last bit of a float, which `float_roundtrip` is
/// about, is left out: no member of ours is one.
const VALUES: &[&str] = &[
    "null",
    "true",
    "false",
    "0",
    "-0",
    "-0.0",
    "1",
    "-1",
    "3600",
    "3600.0",
    "3600.7",
    "3.6e3",
    "3.6E+3",
    "36000000e-4",
    "0.1",
    "1e-400",
    "1e400",
    "-1e400",
    "123456789012345678901234567890",
    "9007199254740993",
    "9223372036854775807",
    "9223372036854775808",
    "18446744073709551615",
    "18446744073709551616",
    "1.7976931348623157e308",
    "5e-324",
    "0.30000000000000004",
    "01",
    "1.",
    ".5",
    "+1",
    "1e",
    "NaN",
    "Infinity",
    "0x10",
    "\"\"",
    "\"3600\"",
    "\"3.6e3\"",
    "\"soon\"",
    "\"a b\"",
    "\"\\u0061\\n\"",
    "\"\\ud83d\\udd11\"",
    "\"\\ud83d\"",
    "\"\\x\"",
    "[]",
    "[1, 2]",
    "[\"a\", \"b\"]",
    "[\"a\", 1]",
    "{}",
    "{\"b\": 1, \"a\": 2}",
    "{\"$serde_json::private::Number\": \"1\"}",
    "{\"$serde_json::private::RawValue\": \"1\"}",
    "{\"a\": 1, \"a\": 2}",
    "[[[[[]]]]]",
];

const MEMBERS: &[&str] = &[
    "access_token",
    "refresh_token",
    "token_type",
    "expires_in",
    "scope",
    "error",
    "error_description",
    "unsigned",
    "signed",
    "float",
    "list",
    "nested",
    "unknown",
    "$serde_json::private::Number",
    "$serde_json::private::RawValue",
];

fn show<P>(tokens: &Tokens<P>, extra: impl Debug) -> String {
    let expiry = match tokens.expiry() {
        Expiry::At(at) => format!("{:?}", at.duration_since(tokens.received_at()).unwrap()),
        other => format!("{other:?}"),
    };
    let refresh_token = tokens.refresh_token().map(|token| token.expose());
    format!(
        "{:?} {refresh_token:?} {:?} {expiry} {:?} {:?} {extra:?}",
        tokens.access_token().expose(),
        tokens.access_token().token_type(),
        tokens.scope(),
        tokens.malformed()
    )
}

fn tokens(status: u16, body: &str) -> String {
    let client = Client::new(Numbers, ClientSecret::new("id", "secret"));
    match client.client_credentials().read(answer(status, None, body)) {
        Ok(tokens) => show(&tokens, tokens.extra().map_err(|error| error.to_string())),
        Err(error) => format!("{error}; {:?}", error.recovery()),
    }
}

fn details(body: &str) -> String {
    match offline().introspect(&AccessToken::<Bank>::new("AT").unwrap()).read(answer(200, None, body)) {
        Ok(IntrospectionResponse::Active(details)) => format!(
            "{:?} {:?} {:?} {:?}, {:?} to {:?}",
            details.scope(),
            details.client_id(),
            details.subject(),
            details.token_type(),
            details.issued_at(),
            details.expires_at()
        ),
        Ok(inactive) => format!("{inactive:?}"),
        Err(error) => format!("{error}; {:?}", error.recovery()),
    }
}

/// The tokens of a fragment, whose members become JSON in between.
fn implicit(more: &str) -> String {
    let client = Client::new(Redbooth, ClientId::new("id"));
    let login = client.authorize_implicit("https://app.example/").start().unwrap();
    let fragment = format!("#access_token=AT&token_type=bearer&state={}{more}", value(&login.url, "state"));
    match client.finish_implicit(login.pending, fragment) {
        Ok(tokens) => show(&tokens, tokens.extra().map_err(|error| error.to_string())),
        Err(error) => error.to_string(),
    }
}

/// The results of `read` for each value, those with the same result together.
fn table(what: &str, read: impl Fn(&str) -> String) -> String {
    let mut results: Vec<(String, String)> = Vec::new();
    for value in VALUES {
        let result = read(value);
        match results.iter_mut().find(|(known, _)| *known == result) {
            Some((_, values)) => write!(values, "  {value}").unwrap(),
            None => results.push((result, (*value).to_owned())),
        }
    }
    let rows = results.iter().map(|(result, values)| format!("{values}\n    {result}\n"));
    format!("{what}\n\n{}\n", rows.collect::<String>())
}

#[test]
fn sec_58_features_of_serde_json_change_no_result() {
    let mut results = String::new();
    for member in MEMBERS {
        let body = |value: &str| match *member {
            "access_token" => format!("{{\"access_token\": {value}, \"refresh_token\": \"RT\"}}"),
            _ => format!("{{\"access_token\": \"AT\", \"{member}\": {value}}}"),
        };
        results += &table(&format!("# {member}"), |value| tokens(200, &body(value)));
        if member.starts_with("error") {
            results += &table(&format!("# {member}, 400"), |value| tokens(400, &body(value)));
        }
    }
    results += &table("# active", |value| details(&format!("{{\"active\": {value}}}")));
    for member in ["scope", "exp", "iat", "sub"] {
        let body = |value: &str| format!("{{\"active\": true, \"{member}\": {value}}}");
        results += &table(&format!("# {member}, introspected"), |value| details(&body(value)));
    }
    results += &table("# the whole answer", |value| tokens(200, value));
    results += &table("# a fragment", |value| implicit(&format!("&expires_in={value}&x={value}")));
    expect_file!["features.txt"].assert_eq(&results);
}
