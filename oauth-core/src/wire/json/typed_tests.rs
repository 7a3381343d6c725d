use super::typed;
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Debug, PartialEq, Deserialize)]
struct Inner {
    id: u64,
    name: Option<String>,
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Kind {
    Bot,
    Of { id: u64 },
}

#[derive(Debug, PartialEq, Deserialize)]
struct Newtype(String);

#[derive(Debug, PartialEq, Deserialize)]
struct Everything {
    text: String,
    optional: Option<String>,
    number: Option<f64>,
    #[serde(default)]
    flag: bool,
    #[serde(alias = "kinds")]
    list: Option<Vec<Kind>>,
    inner: Option<Inner>,
    more: Option<Box<Everything>>,
    newtype: Option<Newtype>,
    map: Option<BTreeMap<u64, char>>,
    any: Option<serde_json::Value>,
    unit: Option<()>,
    pair: Option<(i8, u128)>,
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Strict {
    a: u8,
}

#[derive(Debug, PartialEq, Deserialize)]
struct Flat {
    #[serde(flatten)]
    rest: BTreeMap<String, serde_json::Value>,
}

/// It is decoded as `serde_json` does it, or refused as it does it.
fn agrees<T: serde::de::DeserializeOwned + PartialEq + std::fmt::Debug>(text: &str) {
    assert_eq!(typed::<T>(text).ok(), serde_json::from_str::<T>(text).ok(), "{text:?}");
}

const BODIES: [&str; 30] = [
    r#"{"text": "a"}"#,
    r#"{"text": "a\n\u00e9\"", "optional": null, "number": 1, "flag": true}"#,
    r#"{"t\u0065xt": "a", "number": -1.5e3, "unknown": {"text": [1, "2", {}]}, "flag": false}"#,
    r#"{"text": "", "list": ["bot", {"of": {"id": 7}}], "inner": {"id": 1, "name": "\\"}}"#,
    r#"{"text": "", "more": {"text": "", "inner": {"id": 2}}, "newtype": "n", "map": {"1": "x"}}"#,
    r#"{"text": "é", "any": {"a": [null, "\ud83d\ude00"]}, "unit": null, "pair": [-1, 5]}"#,
    r#"{"text": "a", "text": "b"}"#,
    r#"{"text": "a", "list": [], "kinds": []}"#,
    r#"{"text": 1}"#,
    r#"{"text": null}"#,
    r#"{"text": "a", "number": "1"}"#,
    r#"{"text": "a", "inner": {"id": 1, "id": 1}}"#,
    r#"{"text": "a", "inner": [1, "name"]}"#,
    r#"{"text": "a", "unknown": 01}"#,
    r#"{"text": "a"} x"#,
    r#"{"text": "\ud800"}"#,
    r#"{"\ud800": "a", "text": "a"}"#,
    r#"{"a": 1}"#,
    r#"{"a": 1, "b": 2}"#,
    r#"{"a": 256}"#,
    r#"{"id": 1, "name": "\u006e"}"#,
    r#"[1, "name"]"#,
    r#""a"b""#,
    r#""a""#,
    "null",
    "null x",
    " null\n",
    "\u{c}null",
    "{}",
    "",
];

#[test]
fn a_typed_part_is_decoded_as_serde_json_decodes_it() {
    for body in BODIES {
        agrees::<Everything>(body);
        agrees::<Strict>(body);
        agrees::<Flat>(body);
        agrees::<Inner>(body);
        agrees::<Option<Inner>>(body);
        agrees::<Option<serde_json::Value>>(body);
        agrees::<Option<()>>(body);
        agrees::<String>(body);
        agrees::<Newtype>(body);
        agrees::<serde_json::Value>(body);
        agrees::<BTreeMap<String, serde_json::Value>>(body);
    }
    assert!(typed::<Everything>(BODIES[5]).is_ok());
}

#[test]
fn an_error_says_where_and_holds_no_value() {
    let error = |text: &str| typed::<Everything>(text).unwrap_err();
    assert_eq!(error(r#"{"text": "a", "number": "s"}"#), "a member has another type (line 1, column 27)");
    assert_eq!(error("{}"), "missing field `text` (line 1, column 2)");
    assert_eq!(error(r#"{"text": "a", "text": "b"}"#), "duplicate field `text` (line 1, column 20)");
}

/// Counts how often it is decoded.
#[derive(Debug, PartialEq)]
struct Counted(Everything);

impl<'de> Deserialize<'de> for Counted {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        DECODED.set(DECODED.get() + 1);
        Everything::deserialize(deserializer).map(Self)
    }
}

thread_local! {
    static DECODED: std::cell::Cell<u32> = const { std::cell::Cell::new(0) };
}

#[test]
fn a_part_that_fits_is_decoded_once() {
    // Names of this object in other objects, too.
    let nested = r#"{"text": "a", "unknown": {"text": 1, "flag": [{"text": 2}]}, "more": {"text": "c"}}"#;
    for (decoded, body) in (1..).zip(BODIES[..6].iter().chain([&nested])) {
        typed::<Counted>(body).unwrap();
        assert_eq!(DECODED.get(), decoded, "{body}");
    }
}

#[derive(Debug, PartialEq, Default, Deserialize)]
#[serde(default)]
struct Defaults {
    text: String,
    id: u64,
    inner: Option<Inner>,
}

#[test]
fn members_that_have_a_default_are_read_where_they_stand() {
    for body in BODIES {
        agrees::<Defaults>(body);
    }
    let read = typed::<Defaults>(r#"{"text": "a", "id": 7, "inner": {"id": 1, "name": null}}"#).unwrap();
    let inner = Some(Inner { id: 1, name: None });
    assert_eq!(read, Defaults { text: "a".to_owned(), id: 7, inner });
}
