use super::*;

fn masked<'t>(text: &'t str, secrets: &[&str]) -> Cow<'t, str> {
    super::masked(text, secrets, usize::MAX)
}

#[test]
fn secrets_are_masked_in_the_encodings_in_which_we_send_them() {
    let secret = "s%2B:+/&=ticket";
    let form = "client_secret=s%252B%3A%2B%2F%26%3Dticket&x=y";
    assert_eq!(&*masked(form, &[secret]), "client_secret=[redacted]&x=y");
    for id in ["a", "ab", "abc"] {
        for sent in [secret, "s%252B%3A%2B%2F%26%3Dticket"] {
            let text = format!("`Basic {}` is wrong", STANDARD.encode(format!("{id}:{sent}")));
            let shown = masked(&text, &[secret]);
            assert!(shown.contains("[redacted]") && shown.len() < 50, "{shown}");
        }
    }
}

const SECRETS: [&str; 14] = [
    "abcd",
    "abcde",
    "abcdefg",
    "abcdefgh",
    "a b+c%d/e",
    "0123456789",
    "é€ü-12",
    "&&&&&&&&&&&&&&&&&",
    "%2F%2",
    "%%% %",
    "\\\\\"\\n\n\"",
    "\u{c}\u{8}\t\r\u{1}x",
    "  ++  \\",
    "u0041\\u0041",
];

#[track_caller]
fn is_masked(secret: &str, written: &str) {
    let around = ["", "x", "x y ", "/+=", "€", "%", "\\"];
    for (before, after) in around.iter().flat_map(|before| around.map(|after| (before, after))) {
        let text = format!("{before}{written}{after}");
        let shown = masked(&text, &["", "sec", secret, "another secret"]);
        assert!(shown.contains(MASK), "{secret} in {text}: {shown}");
    }
}

#[test]
fn no_encoding_is_overlooked() {
    let form = |text: &str| -> String { form_urlencoded::byte_serialize(text.as_bytes()).collect() };
    let every = |text: &str, write: fn(u8) -> String| text.bytes().map(write).collect::<String>();
    let json = |text: &str| {
        let quoted = serde_json::to_string(text).unwrap();
        quoted[1..quoted.len() - 1].to_owned()
    };
    // Who writes every character so is misread behind a backslash.
    let is_in_units = |secret: &&str| !secret.contains('\\');
    let units =
        |text: &str| text.encode_utf16().fold(String::new(), |all, unit| all + &format!("\\u{unit:04X}"));
    for secret in SECRETS {
        for once in [
            secret.to_owned(),
            form(secret),
            form(secret).replace('+', "%20"),
            every(secret, |byte| format!("%{byte:02X}")),
            every(secret, |byte| format!("%{byte:02x}")),
            json(secret),
            json(secret).replace('/', "\\/"),
            Some(secret).filter(is_in_units).map_or(json(secret), units),
        ] {
            for twice in [form(&once), form(&form(&once)), json(&once), json(&json(&once))] {
                is_masked(secret, &twice);
            }
            is_masked(secret, &once);
        }
        for part in base64_parts(secret) {
            is_masked(secret, &part);
        }
    }
    // What looks like an escape is masked as it is.
    is_masked("%5Cu0025x", "%5Cu0025x");
    is_masked("%25252F%2", "%25252F%2");
    is_masked("%25252F%2", "%2525252F%252");
    assert!(!may_hold("The authorization code is expired or was used.", "tGzv3JOkF0XG5Qx2TlKWIA", false));
}

#[test]
fn what_is_no_secret_stays() {
    for text in [
        "abc%",
        "a%2",
        "\\u00",
        "abc\\u0065",
        "%61%62%6",
        "a+b+c+d",
        "%25%25",
        "ab\\cD",
        "\\\\\\",
        "50 % + %zz",
    ] {
        assert_eq!(&*masked(text, &["abcd", "\\a\\b"]), text);
    }
}

/// Nothing that a server can write takes more than a look or two at each character.
#[test]
fn masking_takes_linear_time() {
    let secrets = ["a b+c%d/e\"\\", "%25%25%25%25", "\\\\\\\\x", "aaaaaaaaaaaaaaaaaaaaab"];
    for piece in ["\\", "%25", "%", "a", "+", "%5C", "\\u005c", "aaaaaaaaaaaaaaaaaaaa", "a%20b%2Bc"] {
        let text = piece.repeat((1 << 17) / piece.len());
        let start = std::time::Instant::now();
        masked(&text, &secrets);
        assert!(start.elapsed() < std::time::Duration::from_secs(10), "{piece}");
    }
}

/// The server chooses codes and refresh tokens too.
#[test]
fn a_long_secret_takes_no_more_time() {
    for (piece, end) in [("a", "b"), ("/", "b"), ("\\", "b"), ("%", "b"), ("ab", "/"), ("a/", "b")] {
        for length in [200, 1 << 16] {
            let secret = piece.repeat(length) + end;
            for piece in [piece, "%2F", "%25", "%5C", "a%2F", "\\/"] {
                let text = piece.repeat((1 << 20) / piece.len());
                let start = std::time::Instant::now();
                let shown = crate::wire::text::printable(&text, &[&secret, &secret]);
                assert!(start.elapsed() < std::time::Duration::from_secs(5), "{piece}, {length}");
                assert!(shown.len() < 2100);
            }
        }
    }
}

#[test]
fn what_agrees_long_enough_is_masked_as_far_as_it_agrees() {
    let secret = "0123456789".repeat(100);
    let rest = "-".repeat(1000);
    let text = format!("%<{}>{rest}", &secret[..600]);
    assert_eq!(*masked(&text, &[&secret]), format!("%<[redacted]>{rest}"));
    let text = format!("%<{}>{rest}", &secret[..200]);
    assert_eq!(&*masked(&text, &[&secret]), text);
}

#[test]
fn a_secret_across_the_limit_is_masked() {
    let text = format!("{}RT-1234-secret{}", "-".repeat(2040), "-".repeat(100));
    let shown = crate::wire::text::printable(&text, &["RT-1234-secret"]);
    assert!(shown.contains("-[redact") && !shown.contains("RT"), "{shown}");
}

#[test]
fn a_secret_that_holds_another_is_masked_whole() {
    assert_eq!(&*masked("RT-1234-rest", &["RT-1234", "RT-1234-rest"]), "[redacted]");
}
