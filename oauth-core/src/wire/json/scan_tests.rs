use super::*;

struct Nothing;

impl<'a> Reader<'a> for Nothing {
    fn member(&mut self, _: Name<'a>, _: usize, wanted: u32) -> u32 {
        wanted
    }

    fn element(&mut self, _: usize, _: usize, wanted: u32) -> u32 {
        wanted
    }

    fn value(&mut self, value: Raw<'a>, _: usize, _: u32) {
        assert!(serde_json::from_str::<serde::de::IgnoredAny>(value.text).is_ok(), "{}", value.text);
    }
}

fn is_object(text: &str) -> bool {
    object(text, &mut Nothing).is_ok()
}

const OBJECT: &str = r#"{"access_token": "a\"\\\u00e9 \ud83d\ude00\/é and some more that is long enough",
    "n": [-0, 0.5, 1e9, -1.5E-10, {"a": [[], {}]}, true, false, null, "", 12345678901234567890],
    "" : {"\u0061": "x"}}"#;

#[test]
fn the_grammar_of_rfc_8259() {
    for text in [OBJECT, "{}", " {\n} ", r#"{"a":0}"#, r#"{"a":1,"a":1}"#] {
        assert!(is_object(text), "{text}");
    }
    for text in [
        "",
        " ",
        "[]",
        "null",
        "{",
        "{}x",
        "{} {}",
        r#"{"a"}"#,
        r#"{"a":}"#,
        r#"{"a":1,}"#,
        r#"{,"a":1}"#,
        r#"{"a":1 "b":1}"#,
        r#"{a:1}"#,
        r#"{'a':1}"#,
        r#"{"a":01}"#,
        r#"{"a":1.}"#,
        r#"{"a":.1}"#,
        r#"{"a":+1}"#,
        r#"{"a":1e}"#,
        r#"{"a":-}"#,
        r#"{"a":NaN}"#,
        r#"{"a":Infinity}"#,
        r#"{"a":tru}"#,
        r#"{"a":nullx}"#,
        r#"{"a":[1,]}"#,
        r#"{"a":[1 2]}"#,
        r#"{"a":[}]"#,
        "{\"a\":\"\n\"}",
        "{\"a\":\"\u{0}\"}",
        r#"{"a":"\x"}"#,
        r#"{"a":"\u12g4"}"#,
        r#"{"a":"\u12"#,
        r#"{"a":"#,
        "\u{feff}{}",
        "{}\u{a0}",
    ] {
        assert!(!is_object(text), "{text}");
    }
}

#[test]
fn nesting_has_a_limit() {
    let nested = |depth: usize| format!("{{\"a\":{}{}}}", "[".repeat(depth), "]".repeat(depth));
    assert!(is_object(&nested(127)));
    assert!(!is_object(&nested(128)));
    assert!(!is_object(&format!("{{\"a\":{}", "[".repeat(100_000))));
    assert!(!is_object(&"{\"a\":".repeat(100_000)));
}

/// What another reader of JSON says. It refuses in strings that are skipped what this one refuses, and
/// objects only are compared.
fn agrees(text: &str) {
    let theirs =
        serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok() && text.trim_start().starts_with('{');
    assert_eq!(is_object(text), theirs, "{text:?}");
}

#[test]
fn every_change_of_one_byte_is_judged_as_serde_json_judges_it() {
    let mut changed = OBJECT.as_bytes().to_vec();
    for at in 0..changed.len() {
        let byte = changed[at];
        for other in (0..=0x7f).chain([0x80, 0xc3, 0xff]) {
            changed[at] = other;
            if let Ok(text) = std::str::from_utf8(&changed) {
                agrees(text);
            }
        }
        changed[at] = byte;
    }
    for end in 0..OBJECT.len() {
        if let Some(text) = OBJECT.get(..end) {
            agrees(text);
        }
    }
}

#[test]
fn the_end_of_a_string_is_found_at_every_distance() {
    for length in 0..200 {
        for end in [b'"', b'\\', 0x1f, 0] {
            let mut text = "é".repeat(length).into_bytes();
            text.truncate(length);
            text.push(end);
            text.extend(b"~\x7f\x20 and more");
            assert_eq!(plain(&text, 0), length, "{length} {end}");
        }
        let text = vec![0xff; length];
        assert_eq!(plain(&text, 0), length);
    }
}
