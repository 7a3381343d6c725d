//! JSON, as our scan reads it and as `serde_json` does: the same texts are objects, and the same members
//! have the same values, in token answers, introspection answers and the members of a provider's own.

#![no_main]

use libfuzzer_sys::fuzz_target;
use oauth_core::{
    AccessToken, Client, ClientSecret, Error, ErrorKind, Expiry, GrantedScope, IntrospectionResponse, TokenType,
    Tokens, oauth_provider,
};
use oauth_fuzz::{SECRET, answer, check_error, is_vschar, measured};
use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::Value;
use serde_json::value::RawValue;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Members of every type that a provider's own may have.
#[derive(Debug, PartialEq, serde::Deserialize)]
struct Extra {
    #[serde(default)]
    text: Option<String>,
    #[serde(alias = "size")]
    number: Option<u64>,
    wide: Option<i128>,
    float: Option<f64>,
    #[serde(default)]
    flag: bool,
    character: Option<char>,
    list: Option<Vec<Kind>>,
    map: Option<BTreeMap<u8, Value>>,
    pair: Option<(i8, String)>,
    nested: Option<Box<Extra>>,
    any: Option<Value>,
    nothing: Option<()>,
    newtype: Option<Newtype>,
    one: Option<One>,
}

#[derive(Debug, PartialEq, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
enum Kind {
    Bot,
    Of { number: u8 },
    Pair(i8, String),
}

#[derive(Debug, PartialEq, serde::Deserialize)]
struct Newtype(String);

/// What serde has to keep until it knows the variant.
#[derive(Debug, PartialEq, serde::Deserialize)]
#[serde(untagged)]
enum One {
    Number(i64),
    Float(f64),
    Inner {
        a: String,
        #[serde(flatten)]
        rest: BTreeMap<String, Value>,
    },
    Text(String),
}

/// A provider whose answers are compared.
#[oauth_provider(
    token_endpoint = "https://diff.example/token",
    introspection_endpoint = "https://diff.example/introspect",
    client_auth(client_secret_post),
    grants(client_credentials(issues(refresh_token)), refresh_token),
    token_response(extra(Extra))
)]
#[derive(Debug, Clone, Copy)]
struct Diff;

static CLIENT: LazyLock<Client<Diff>> = LazyLock::new(|| Client::new(Diff, ClientSecret::new("id", SECRET)));

/// Pieces of JSON, and of what is nearly JSON.
const PIECES: &[&str] = &[
    "{", "}", "[", "]", ",", ":", "\"", " ", "\n", "\t", "\r", "\u{feff}", "\0", "\u{a0}", "\\", "/", "é", "\u{7f}", "\u{1f}",
    "\"access_token\":\"AT\",", "\"access_token\":", "\"acces\\u0073_token\":", "\"Access_Token\":", "\"access_token\\u0000\":",
    "\"access_token\\ud800\":", "\"refresh_token\":\"RT\",", "\"refresh_token\":", "\"token_type\":\"Bearer\",", "\"token_type\":",
    "\"expires_in\":", "\"expires_in\":3600,", "\"scope\":", "\"scope\":\"a b\",", "\"error\":", "\"\\u0065rror\":", "\"error_description\":",
    "\"active\":", "\"active\":true,", "\"text\":", "\"number\":", "\"size\":", "\"wide\":", "\"float\":", "\"flag\":", "\"character\":",
    "\"list\":", "\"map\":", "\"pair\":", "\"nested\":{", "\"any\":", "\"nothing\":", "\"newtype\":", "\"one\":", "\"a\":", "\"\":", "\"1\":",
    "null", "true", "false", "nul", "truee", "NaN", "-Infinity", "0", "-0", "-", "1", "01", "1.", ".5", "0.5", "1e400", "-1e400", "1e-400", "1E+5",
    "1e", "3.6e3", "9007199254740993", "18446744073709551615", "18446744073709551616", "-9223372036854775809", "1e308", "123456789012345678901234567890",
    "\"AT\"", "\"\"", "\"a\\nb\"", "\"\\u0041\"", "\"\\ud83d\\ude00\"", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\u12\"", "\"\\x\"", "\"\\/\"", "\"é\"",
    "\"bot\"", "{\"of\":{\"number\":1}}", "{\"pair\":[1,\"x\"]}", "{\"a\":\"x\",\"b\":1.5}", "[1,\"x\"]", "[[[[]]]]", "{\"a\":{\"a\":{}}}", "\"x\"", "  ",
    "{\"$serde_json::private::Number\":\"1\"}", "{\"$serde_json::private::RawValue\":\"1\"}", "\\u0022", "\\", "u0000", "\"\\u0000\"",
];

/// The members of one object, in their order.
struct Members<'a>(Vec<(String, &'a RawValue)>);

impl<'de: 'a, 'a> Deserialize<'de> for Members<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Collect;
        impl<'de> Visitor<'de> for Collect {
            type Value = Members<'de>;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Members<'de>, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }
        deserializer.deserialize_map(Collect)
    }
}

impl Members<'_> {
    fn raw(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value.get())
    }

    /// `None` too for what is no valid Unicode.
    fn text(&self, name: &str) -> Option<String> {
        serde_json::from_str(self.raw(name)?).ok()
    }

    fn is_repeated(&self, names: &[&str]) -> bool {
        names.iter().any(|name| self.0.iter().filter(|(known, _)| known == name).count() > 1)
    }

    fn is_blank(&self, name: &str) -> bool {
        matches!(self.raw(name), None | Some("null" | "false" | "\"\""))
    }
}

/// `None` for what is no object. What is skipped may be no Unicode, for which `serde_json` refuses the
/// whole if anybody asks for it: `Some(None)`.
fn reference(text: &str) -> Option<Option<Members<'_>>> {
    let is_object = text.trim_start_matches([' ', '\n', '\r', '\t']).starts_with('{')
        && serde_json::from_str::<IgnoredAny>(text).is_ok();
    is_object.then(|| serde_json::from_str(text).ok())
}

fn lifetime(expiry: Expiry, tokens: &Tokens<Diff>) -> Option<f64> {
    let Expiry::At(at) = expiry else { return None };
    Some(at.duration_since(tokens.received_at()).unwrap().as_secs() as f64)
}

fn check_tokens(tokens: &Tokens<Diff>, members: &Members<'_>, text: &str) {
    assert!(members.is_blank("error"), "{text}");
    assert_eq!(Some(tokens.access_token().expose()), members.text("access_token").as_deref(), "{text}");
    let refresh_token = members.text("refresh_token").filter(|token| is_vschar(token));
    assert_eq!(tokens.refresh_token().map(|token| token.expose()), refresh_token.as_deref(), "{text}");
    let is_malformed = !members.is_blank("refresh_token") && refresh_token.is_none();
    assert_eq!(tokens.malformed().contains(&"refresh_token"), is_malformed, "{text}");
    let is_bearer = match members.text("token_type") {
        Some(kind) => kind.is_empty() || kind.eq_ignore_ascii_case("bearer"),
        None => members.is_blank("token_type"),
    };
    assert_eq!(tokens.access_token().token_type() == &TokenType::Bearer, is_bearer, "{text}");
    let scope: Option<Vec<String>> = match (members.text("scope"), members.raw("scope")) {
        (Some(list), _) => Some(list.split(' ').map(str::trim).map(str::to_owned).collect()),
        (None, Some(raw)) => serde_json::from_str(raw).ok().flatten(),
        (None, None) => None,
    };
    let scope = scope.map(|list| list.into_iter().filter(|scope| !scope.is_empty()).collect::<Vec<_>>());
    match (tokens.scope(), scope) {
        (GrantedScope::NotReported, None) => {}
        (GrantedScope::Empty, Some(list)) => assert!(list.is_empty(), "{text}"),
        (GrantedScope::Listed(found), Some(list)) => assert!(found.iter().eq(list.iter()), "{text}"),
        (found, list) => panic!("{found:?}, {list:?}: {text}"),
    }
    let raw = members.raw("expires_in").filter(|raw| raw.starts_with(|first: char| first == '-' || first.is_ascii_digit()));
    if let Some(raw) = raw {
        // Beyond the floats is beyond the century.
        let seconds = raw.parse::<f64>().unwrap().clamp(0.0, 3_155_760_000.0).floor();
        let found = lifetime(tokens.expiry(), tokens).unwrap();
        assert!((found - seconds).abs() <= 1.0, "{found} for {raw}");
    }
    let extra = measured(text.len() * 16, || tokens.extra());
    match (extra, serde_json::from_str::<Extra>(text)) {
        (Ok(extra), Ok(reference)) => assert_eq!(extra, reference, "{text}"),
        (Err(error), Err(_)) => check_error(&error, SECRET),
        (extra, reference) => panic!("{extra:?}, {reference:?}: {text}"),
    }
}

fn is_refusal(error: &Error) -> bool {
    matches!(error.kind(), ErrorKind::Response(_))
}

fn check_token_response(text: &str) {
    const KNOWN: [&str; 8] =
        ["access_token", "token_type", "expires_in", "refresh_token", "scope", "error", "error_description", "error_uri"];
    let response = answer(200, None, text.as_bytes()).unwrap();
    let result = measured(text.len(), || CLIENT.client_credentials().read(response.clone()));
    if let Err(error) = &result {
        check_error(error, SECRET);
    }
    let reason = |error: &Error| match error.kind() {
        ErrorKind::InvalidResponse(unusable) => unusable.reason().to_owned(),
        other => format!("{other:?}"),
    };
    match (result, reference(text)) {
        (result, None) => {
            let reason = reason(&result.unwrap_err());
            let says = ["is not one JSON object", "more than once"];
            assert!(says.iter().any(|says| reason.contains(says)), "{reason}: {text}");
        }
        (Ok(tokens), Some(Some(members))) => {
            assert!(!members.is_repeated(&KNOWN), "{text}");
            check_tokens(&tokens, &members, text);
        }
        (Err(error), Some(Some(members))) => {
            let token = members.text("access_token").filter(|token| is_vschar(token));
            let is_repeated = members.is_repeated(&KNOWN);
            assert_eq!(reason(&error).contains("more than once"), is_repeated, "{text}");
            if !is_repeated {
                assert_eq!(is_refusal(&error), !members.is_blank("error"), "{text}");
                assert!(is_refusal(&error) || token.is_none(), "{error}: {text}");
            }
        }
        // A name or a value that nobody asked for is no Unicode.
        (result, Some(None)) => {
            if let Err(error) = result {
                assert!(!reason(&error).contains("is not one JSON object"), "{text}");
            }
        }
    }
}

fn check_introspection(text: &str) {
    const KNOWN: [&str; 12] = [
        "active", "scope", "client_id", "username", "token_type", "sub", "iss", "exp", "iat", "error",
        "error_description", "error_uri",
    ];
    let response = answer(200, None, text.as_bytes()).unwrap();
    let token = AccessToken::<Diff>::new("the CANARY token").unwrap();
    let result = measured(text.len(), || CLIENT.introspect(&token).read(response.clone()));
    let Some(Some(members)) = reference(text) else {
        return assert!(reference(text).is_some() || result.is_err(), "{text}");
    };
    let is_sound = !members.is_repeated(&KNOWN) && members.is_blank("error");
    match result {
        Ok(IntrospectionResponse::Inactive) => assert!(is_sound && members.raw("active") == Some("false"), "{text}"),
        Ok(IntrospectionResponse::Active(details)) => {
            assert!(is_sound && members.raw("active") == Some("true"), "{text}");
            if let Some(scope) = members.text("scope") {
                assert_eq!(details.scope(), Some(&*scope), "{text}");
            }
        }
        Err(error) => {
            check_error(&error, "the CANARY token");
            assert!(!is_sound || !matches!(members.raw("active"), Some("true" | "false")), "{error}: {text}");
        }
    }
}

fuzz_target!(|input: &[u8]| {
    let text = match input {
        [0, text @ ..] => match std::str::from_utf8(text) {
            Ok(text) => text.to_owned(),
            Err(_) => return,
        },
        // A sound beginning and end around pieces, or pieces alone.
        [how, pieces @ ..] => {
            let pieces: String = pieces.iter().map(|piece| PIECES[usize::from(*piece) % PIECES.len()]).collect();
            match how % 4 {
                0 => pieces,
                1 => format!("{{{pieces}\"z\":0}}"),
                2 => format!("{{\"access_token\":\"AT\",{pieces}}}"),
                _ => format!("{{\"active\":true,{pieces}\"access_token\":\"AT\"}}"),
            }
        }
        [] => return,
    };
    check_token_response(&text);
    check_introspection(&text);
});
