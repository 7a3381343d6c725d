use super::*;

fn read<'a, const N: usize>(
    body: &'a [u8],
    format: AnswerFormat,
    places: [&str; N],
) -> ([Option<Value<'a>>; N], Option<Flaw>) {
    let mut values = [const { None }; N];
    let places = Places::new(places.map(|pointer| Place::new("", pointer)));
    let flaw = super::read(body.into(), format, &places, &mut values);
    (values, flaw)
}

fn one(body: &str, format: AnswerFormat) -> Result<Option<String>, Flaw> {
    let ([value], flaw) = read(body.as_bytes(), format, ["a"]);
    flaw.map_or(Ok(value.and_then(|value| value.scalar().map(Cow::into_owned))), Err)
}

fn json(body: &str) -> Result<Option<String>, Flaw> {
    one(body, AnswerFormat::Json)
}

#[test]
fn members_are_found_by_name() {
    assert_eq!(json(r#"{"b": [1, {"a": 2}], "a": "x"}"#), Ok(Some("x".to_owned())));
    assert_eq!(json(r#"{"\u0061": 1.50}"#), Ok(Some("1.50".to_owned())));
    assert_eq!(json(r#"{"a": true}"#), Ok(Some("true".to_owned())));
    assert_eq!(json(r#"{"a": "\ud800"}"#), Ok(None));
    for none in ["null", "{}", "[1]"] {
        assert_eq!(json(&format!("{{\"a\": {none}}}")), Ok(None), "{none}");
    }
    assert_eq!(json("{}"), Ok(None));
}

#[test]
fn numbers_stay_as_they_are_written() {
    for number in ["12345678901234567890123", "0.1000000000000000055", "1e400", "-0"] {
        assert_eq!(json(&format!("{{\"a\": {number}}}")), Ok(Some(number.to_owned())));
    }
}

#[test]
fn what_is_ambiguous_or_no_object_is_refused() {
    assert_eq!(json(r#"{"a": 1, "\u0061": 2}"#), Err(Flaw::Repeated(0)));
    assert_eq!(json("{\"b\": 1,\n  x}"), Err(Flaw::NoObject { line: 2, column: 3 }));
    assert_eq!(json("<html>"), Err(Flaw::NoObject { line: 1, column: 1 }));
    for body in ["", "[]", "null", "{", r#"{"a": 1} x"#, r#"{"a": 1"#, "{\"a\": NaN}"] {
        assert!(json(body).is_err(), "{body}");
    }
    let (_, flaw) = read(b"{\"a\": \"\xff\"}", AnswerFormat::Json, ["a"]);
    assert_eq!(flaw, Some(Flaw::NotUtf8));
}

#[test]
fn what_stands_before_a_flaw_is_kept() {
    for body in
        [&br#"{"a": "x", "b": 1, "b": 2}"#[..], br#"{"a": "x", "b": "#, b"{\"a\": \"x\", \"c\": \"\xff\"}"]
    {
        let ([a, _], flaw) = read(body, AnswerFormat::Json, ["a", "b"]);
        assert!(flaw.is_some());
        assert_eq!(a.unwrap().string().unwrap(), "x");
    }
    // Cut off inside of the value, or said twice, it is none.
    for body in [r#"{"a": "x"#, r#"{"a": "x", "a": "y"}"#] {
        let ([a], _) = read(body.as_bytes(), AnswerFormat::Json, ["a"]);
        assert!(a.is_none(), "{body}");
    }
}

#[test]
fn forms() {
    for format in [AnswerFormat::Form, AnswerFormat::JsonOrForm] {
        assert_eq!(one("b=1&a=x+%2B&c", format), Ok(Some("x +".to_owned())));
        assert_eq!(one("%61=x\n", format), Ok(Some("x".to_owned())));
        assert_eq!(one("a=", format), Ok(Some(String::new())));
        assert_eq!(one("a=%ff", format), Ok(None));
        assert_eq!(one("", format), Ok(None));
        assert_eq!(one("a=1&%61=2", format), Err(Flaw::Repeated(0)));
        assert_eq!(one(" {\"a\": 1}", format), Ok(Some("1".to_owned())));
        assert_eq!(one("callback( {\"a\":1} );", format), Ok(Some("1".to_owned())));
    }
    // A pointer into an object finds nothing in a form.
    let ([value], _) = read(b"d=1&a=2&%2Fd%2Fa=3", AnswerFormat::Form, ["/d/a"]);
    assert!(value.is_none());
}

#[test]
fn calls_of_a_function() {
    for body in [
        "callback( {\"a\": 1} );",
        "callback({\"a\":1})",
        "\n_a.$b ({\"a\":1}) ;\n",
        "{\"a\":1}",
        "f({\"b\":\"\\u0028)\",\"a\":1})",
    ] {
        assert_eq!(one(body, AnswerFormat::Jsonp), Ok(Some("1".to_owned())), "{body}");
    }
    for body in ["", "a=1", "callback", "({\"a\":1})", "alert(1);callback({\"a\":1})", "f(1)", "f({\"a\":1}"]
    {
        assert_eq!(one(body, AnswerFormat::Jsonp), Err(Flaw::NoCall), "{body}");
    }
    assert!(matches!(one("f({\"a\":1}, 2)", AnswerFormat::Jsonp), Err(Flaw::NoObject { .. })));
}

#[test]
fn parts_for_typed_members() {
    let part =
        |body: &str, format, pointer| part(body, format, pointer).map(|part| part.map(Cow::into_owned));
    let json = r#"{"d": {"x": [1]}}"#;
    assert_eq!(part(json, AnswerFormat::Json, ""), Ok(Some(json.to_owned())));
    assert_eq!(part(json, AnswerFormat::Json, "/d"), Ok(Some("{\"x\": [1]}".to_owned())));
    assert_eq!(part(json, AnswerFormat::Json, "/e"), Ok(None));
    assert_eq!(part("f({\"x\":1});", AnswerFormat::Jsonp, ""), Ok(Some("{\"x\":1}".to_owned())));
    let form = part("n=5&t=a+b&%ff=1", AnswerFormat::Form, "");
    assert_eq!(form, Ok(Some(r#"{"n":"5","t":"a b"}"#.to_owned())));
    assert_eq!(part("n=5", AnswerFormat::Form, "/n"), Ok(None));
}

#[test]
fn a_flaw_says_where_it_is() {
    let message = |flaw: Flaw| flaw.message(&["access_token", "scope"]);
    assert_eq!(message(Flaw::NotUtf8), "it is not UTF-8");
    assert_eq!(message(Flaw::NoCall), "it is not an object in a call of a function");
    assert_eq!(message(Flaw::Repeated(1)), "`scope` stands there more than once");
    assert_eq!(message(Flaw::Repeated(2)), "`a member` stands there more than once");
    for (body, line, column) in
        [("x", 1, 1), ("{\n\n", 3, 1), ("{\"a\":1,\n\"b\" 2}", 2, 5), ("{\"é\":x}", 1, 7)]
    {
        let flaw = json(body).unwrap_err();
        assert_eq!(
            message(flaw),
            format!("it is not one JSON object (line {line}, column {column})"),
            "{body:?}"
        );
    }
}

#[test]
fn a_body_prints_its_length_only() {
    assert_eq!(format!("{:?}", Body("access_token=AT-secret".into())), "22 bytes");
}

#[test]
fn a_part_of_an_answer_with_a_flaw_is_none() {
    let part = |body: &str, format, pointer| part(body, format, pointer).map(|part| part.is_some());
    for pointer in ["/d", "d"] {
        assert_eq!(part(r#"{"d":{},"d":{}}"#, AnswerFormat::Json, pointer), Err(Flaw::Repeated(0)));
        let broken = part(r#"{"d":{}"#, AnswerFormat::JsonOfAnyType, pointer);
        assert_eq!(broken, Err(Flaw::NoObject { line: 1, column: 8 }));
    }
    assert_eq!(part("a=1", AnswerFormat::Jsonp, ""), Err(Flaw::NoCall));
}
