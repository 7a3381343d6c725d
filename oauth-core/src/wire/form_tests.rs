use super::*;

#[test]
fn what_counts_as_plain_is_what_the_url_standard_leaves_as_it_is() {
    for byte in 0..=255 {
        assert_eq!(
            is_plain(byte),
            form_urlencoded::byte_serialize(&[byte]).eq([char::from(byte).to_string()])
        );
    }
}

#[test]
fn what_is_encoded_decodes_to_itself() {
    for character in ('\0'..='\u{ff}').chain(['€', '𝄞']) {
        let text = format!("a{character}b");
        let mut encoded = String::new();
        encode_to(&mut encoded, &text);
        assert_eq!(encoded, form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>());
        assert_eq!(decode(&encoded).as_deref(), Some(&*text));
    }
    assert_eq!(decode("a+b%2Bc%").as_deref(), Some("a b+c%"));
    for text in ["%", "%4", "%%41", "%4g%41", "%+1", "+%e2%82%aC+", "%C3%A9%", "a%00"] {
        let expected = form_urlencoded::parse(text.as_bytes()).next().unwrap().0;
        assert_eq!(decode(text).unwrap(), expected, "{text}");
    }
    for text in ["a/b/c/d/e/f/g", "//aaaaaa", "aaaaaaaa//", "aaaaaaaaaaaaaaaa", "/aaaaaa/aaaaaaaa", "é/€a 𝄞"]
    {
        let mut encoded = String::new();
        encode_to(&mut encoded, text);
        assert_eq!(encoded, form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>());
    }
    for (text, expected) in [("a+b%2Bc%", "a b+c%"), ("++", "  "), ("%41%42", "AB"), ("+%2", " %2"), ("", "")]
    {
        assert_eq!(decode(text).as_deref(), Some(expected));
    }
    assert_eq!(decode("%ff"), None);
}

#[test]
fn a_value_is_what_decodes_to_it() {
    let issuer = "https://op.example";
    for value in [issuer.into(), Value::new(issuer, Some("https%3A%2F%2Fop.example"))] {
        for same in ["https%3A%2F%2Fop.example", "https%3a%2f%2fop.example", issuer, "https:/%2Fop.ex%61mple"]
        {
            assert!(value.is(same), "{same}");
        }
        for other in ["", "https%3A%2F%2Fop.example%2F", "https%253A%252F%252Fop.example", "%e9", "https%3A"]
        {
            assert!(!value.is(other), "{other}");
        }
    }
}

#[test]
fn scopes_are_one_parameter_everywhere() {
    let scopes = ["read".into(), "api:write".into()];
    let (mut form, mut fields) = (Form::with_capacity(0), Vec::new());
    form.append_joined("scope", &scopes, ',');
    form.append_joined("scope", &[], ',');
    fields.append_joined("scope", &scopes, ',');
    fields.append_joined("scope", &[], ',');
    assert_eq!(form.into_string(), "scope=read%2Capi%3Awrite");
    assert_eq!(fields, [("scope".to_owned(), "read,api:write".to_owned())]);
}
