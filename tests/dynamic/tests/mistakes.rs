//! What the author of a definition reads: one line per mistake, with its path, all at once.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use oauth_core::MetadataBuf;

/// A sound definition with other members, or with some replaced.
fn definition(members: &[(&str, &str)]) -> String {
    let sound = [
        ("name", "\"Notes\""),
        ("authorization_endpoint", "\"https://notes.example/authorize\""),
        ("token_endpoint", "\"https://notes.example/token\""),
        ("client_auth", "[\"client_secret_basic\"]"),
        ("grants", "[\"authorization_code\"]"),
    ];
    let kept = sound.iter().filter(|(name, _)| !members.iter().any(|(other, _)| other == name));
    // An empty value leaves the member out.
    let written = kept.chain(members).filter(|(_, value)| !value.is_empty());
    let written: Vec<_> = written.map(|(name, value)| format!("\"{name}\": {value}")).collect();
    format!("{{{}}}", written.join(", "))
}

fn mistakes(members: &[(&str, &str)]) -> Vec<String> {
    match MetadataBuf::from_json(&definition(members)) {
        Ok(_) => Vec::new(),
        Err(errors) => errors.iter().map(ToString::to_string).collect(),
    }
}

#[track_caller]
fn check(members: &[(&str, &str)], expected: &[&str]) {
    assert_eq!(mistakes(members), expected);
}

#[test]
fn a_sound_definition_has_no_mistakes() {
    check(&[], &[]);
    check(&[("grants", r#"{"authorization_code": {}, "refresh_token": {"rotation": "strict"}}"#)], &[]);
    check(&[("grants", r#"["authorization_code", {"refresh_token": {"rotation": ["strict"]}}]"#)], &[]);
    check(&[("client_auth", "\"client_secret_post\"")], &[]);
    check(&[("scopes", r#"["read", {"write": "api:write"}]"#)], &[]);
    check(&[("scopes", r#"{"read": true, "READ": {}, "write": "api:write"}"#)], &[]);
    check(&[("pkce", r#"{"none": {}, "because": "the server refuses it"}"#)], &[]);
    check(
        &[("api_base", "\"https://api.notes.example\""), ("bearer", r#"{"headers": {"X-Version": "3"}}"#)],
        &[],
    );
}

/// What else is good of a provider that prolongs its tokens, or has one in a form.
#[test]
fn an_extension_and_a_form_are_no_mistakes_elsewhere() {
    let extends = ("grants", r#"["authorization_code", "token_extension"]"#);
    let lifetime = ("refresh_response", r#"{"expires_in": {"default": "60"}}"#);
    let digest =
        r#"{"client_secret_digest": {"parameter": "hash", "separator": "|", "because": "no choice"}}"#;
    check(&[extends, lifetime, ("client_auth", digest)], &[]);
    let revocable = [
        ("revocation_endpoint", "\"https://notes.example/revoke\""),
        ("revocation_request", r#"{"tokens": ["refresh_token"]}"#),
    ];
    check(&[&[extends, lifetime], &revocable[..]].concat(), &[]);
    let form = [
        ("userinfo_endpoint", "\"https://notes.example/me\""),
        ("userinfo_request", r#"{"method": "post", "send": ["access_token"]}"#),
        ("bearer", r#"{"scheme": "Token"}"#),
    ];
    let base = ("userinfo_response", r#"{"api_base": {"member": "/api", "hosts": ["*.notes.example"]}}"#);
    check(&[&form[..], &[base]].concat(), &[]);
}

/// The code of a login is no caller's.
#[test]
fn a_code_is_a_parameter_of_client_credentials_only() {
    let code = r#"{"params": {"code": ["required"]}}"#;
    let both = ("grants", r#"["authorization_code", "client_credentials", "refresh_token"]"#);
    check(&[both, ("client_credentials_request", code)], &[]);
    for block in ["authorization_request", "token_request", "refresh_request"] {
        let managed =
            format!("{block}.params.code: the parameter `code` is managed by the client; remove it");
        check(&[both, (block, code)], &[&managed]);
    }
}

#[test]
fn an_unknown_member_is_named_with_the_likely_one() {
    check(&[("scops", "[\"read\"]")], &["scops: unknown key `scops`; did you mean `scopes`?"]);
    check(
        &[("grants", r#"{"authorization_code": {}, "refresh_token": {"rotation": "strickt"}}"#)],
        &["grants.refresh_token.rotation: unknown rotation `strickt`; did you mean `strict`?"],
    );
    check(
        &[("grants", r#"["authorization_code", "refresh_tokn"]"#)],
        &["grants[1]: unknown grant `refresh_tokn`; did you mean `refresh_token`?"],
    );
    check(
        &[("client_secret", "\"CANARY\"")],
        &[
            "client_secret: `client_secret` would be readable in the source and in the program; hand it to `ClientSecret::new` at run time",
        ],
    );
}

#[test]
fn a_wrong_type_is_told_from_the_right_one() {
    check(&[("issuer", "7")], &["issuer: `issuer` takes a string: `issuer = \"https://example.com\"`"]);
    check(&[("issuer", "[\"x\"]")], &["issuer: `issuer` takes a string: `issuer = \"https://example.com\"`"]);
    check(
        &[("scopes", "[[\"read\"]]")],
        &["scopes[0]: a string or an object stands here; write `\"word\"` or `{\"word\": …}`"],
    );
    check(&[("scopes", "null")], &["scopes: `scopes` takes a list: `scopes(read, write = \"api:write\")`"]);
    check(&[("name", "[]")], &["name: `name` takes a string: `\"name\": \"Example\"`"]);
}

#[test]
fn the_rules_of_the_macro_hold() {
    check(
        &[("token_endpoint", "")],
        &[
            "grants[0]: the `authorization_code` grant needs `token_endpoint` (RFC 6749 section 3.2); add `token_endpoint = \"https://…\"`",
        ],
    );
    check(
        &[("token_endpoint", "\"http://notes.example/token\"")],
        &[
            "token_endpoint: plain http shows what `token_endpoint` exchanges (OAuth 2.1 section 1.5); write `https://`",
        ],
    );
    check(&[("pkce", "[\"S256\", \"required\"]")], &["pkce[1]: `required` contradicts `S256`; keep one"]);
    check(
        &[("token_endpoint", "\"https://{shop.notes.example/token\"")],
        &["token_endpoint: a brace without its partner; a variable is written `{name}`"],
    );
    check(
        &[("token_response", r#"{"fields": {"access_token": "data.token"}}"#)],
        &[
            "token_response.fields.access_token: `data.token` is not a JSON pointer (RFC 6901); write `/data/token`",
        ],
    );
    check(&[("grants", "")], &["`Notes` has no grants; add `grants(authorization_code)`"]);
    check(
        &[("pkce", "{\"none\": {}}")],
        &[
            "pkce.none: a login without PKCE is open to code injection (RFC 9700 section 2.1.1); if the provider leaves no choice, say so: `pkce(none, because = \"…\")`",
        ],
    );
}

#[test]
fn a_member_stands_once() {
    let json = definition(&[]).replacen(
        '{',
        "{\"name\": \"Other\", \"pkce\": \"S256\", \"pkce\": \"required\", ",
        1,
    );
    let errors = MetadataBuf::from_json(&json).unwrap_err();
    let shown: Vec<_> = errors.iter().map(|error| (error.path(), error.message())).collect();
    assert_eq!(
        shown,
        [
            ("name", "the key `name` is given twice; keep one"),
            ("pkce", "the key `pkce` is given twice; keep one"),
        ]
    );
}

#[test]
fn a_variable_is_declared_used_and_fits() {
    let url = ("token_endpoint", "\"https://{shop}.notes.example/token\"");
    let path = ("token_endpoint", "\"https://notes.example/{shop}/token\"");
    let suffix = ("token_endpoint", "\"https://auth.{shop}/token\"");
    let expected = "unknown URL variable `shop`; add `\"variables\": {\"shop\": …}`";
    check(&[url], &[&format!("token_endpoint: {expected}")]);
    let unused = "variable `shop` appears in no URL; write `{shop}` in one, or remove the variable";
    check(&[("variables", r#"{"shop": "host_label"}"#)], &[&format!("variables.shop: {unused}")]);
    check(&[url, ("variables", r#"{"shop": "host_label"}"#)], &[]);
    check(&[path, ("variables", r#"{"shop": "segment"}"#)], &[]);
    check(&[suffix, ("variables", r#"{"shop": ["a.example", "b.example"]}"#)], &[]);
    for (url, kind, message) in [
        (
            url,
            "\"segment\"",
            "`shop` is a host label in a URL; write `\"host_label\"` or a list of its values",
        ),
        (suffix, "\"host_label\"", "`shop` is the end of a host in a URL; list its values"),
        (url, "[\"EU\"]", "`EU` can't be a host label; write another"),
        (
            url,
            "\"label\"",
            "unknown kind of variable `label`; write `\"host_label\"`, `\"segment\"`, `\"path_prefix\"`, `\"host\"`, `\"text\"` or a list of its values",
        ),
        (
            url,
            "{}",
            "what `shop` may hold is open; write `\"host_label\"`, `\"segment\"`, `\"path_prefix\"`, `\"host\"`, `\"text\"` or a list of its values",
        ),
        (url, "[7]", "a value is a string, or an object of strings by their names"),
        (url, "[{\"a\": \"x\"}, \"y\"]", "every row names the same values; add the missing ones"),
    ] {
        check(
            &[url, ("variables", &format!("{{\"shop\": {kind}}}"))],
            &[&format!("variables.shop: {message}")],
        );
    }
}

#[test]
fn a_name_is_one_of_the_rows() {
    let rows = ("variables", r#"{"shop": [{"api": "a.example", "auth": "b.example"}]}"#);
    for (host, message) in [
        ("{shop.ap}", "unknown name in `shop` `ap`; did you mean `api`?"),
        ("{shop}", "the values of `shop` have names; write `{shop.api}` for one of them"),
    ] {
        let url = format!("\"https://auth.{host}/token\"");
        check(&[("token_endpoint", &url), rows], &[&format!("variables.shop: {message}")]);
    }
    let url = ("token_endpoint", "\"https://auth.{shop.api}/token\"");
    check(&[url, rows], &[]);
    check(
        &[url, rows, ("callback", r#"{"learn": {"variable": ["shop.aut", "location"]}}"#)],
        &["variables.shop: unknown name in `shop` `aut`; did you mean `auth`?"],
    );
    check(
        &[url, ("variables", r#"{"shop": ["a.example", "b.example"]}"#)],
        &["variables.shop: the values of `shop` have no names; write `{shop}`, or name them in rows"],
    );
}

#[test]
fn a_variable_has_a_name() {
    check(
        &[("token_endpoint", "\"https://{}.notes.example/token\"")],
        &["token_endpoint: a variable without a name; name one of `variables` between the braces"],
    );
}

#[test]
fn one_mistake_is_told_once() {
    check(
        &[("tokens_endpoint", "\"https://notes.example/token\"")],
        &[
            "tokens_endpoint: unknown key `tokens_endpoint`; `token_endpoint` is there already, so remove this one",
        ],
    );
    check(
        &[("pkce", r#"{"none": {"because": "the server refuses it"}}"#)],
        &["pkce.none.because: a reason stands beside what it is for; write `pkce(none, because = \"…\")`"],
    );
    check(
        &[("pkce", r#"{"none": false, "because": "the server refuses it"}"#)],
        &["pkce.none: `none` stands alone; write `true` behind it, or leave it out"],
    );
    check(
        &[("grants", r#"["magic", "refresh_token"]"#), ("pkce", "\"required\"")],
        &[
            "grants[0]: unknown grant `magic`; use one of `access_token_refresh`, `authorization_code`, `client_credentials`, `implicit`, `long_lived_token`, `password`, `refresh_token`, `token_extension`",
        ],
    );
    check(
        &[("error_response", r#"{"when": {"equals": ["/ok", false]}}"#)],
        &["error_response.when.equals[1]: a string stands here; put a number or a boolean in quotes"],
    );
    check(
        &[("rotation", "\"strict\"")],
        &["rotation: unknown key `rotation`; it belongs into `grants(refresh_token(rotation(...)))`"],
    );
}

#[test]
fn a_kind_of_parameter_is_no_fixed_value() {
    check(
        &[("authorization_request", r#"{"params": {"locale": "optional"}}"#)],
        &[
            "authorization_request.params.locale: `optional` would be sent as it is; write `locale(optional)`, or `parameter(\"locale\", \"optional\")` if that is meant",
        ],
    );
    check(&[("authorization_request", r#"{"params": {"locale": ["optional"]}}"#)], &[]);
    check(&[("authorization_request", r#"{"params": {"parameter": ["locale", "optional"]}}"#)], &[]);
}

#[test]
fn what_belongs_to_a_program_is_refused() {
    check(&[("hook", "\"signer\"")], &["hook: `hook` belongs to a program and not to a file; remove it"]);
    check(
        &[("crate", "\"oauth_core\"")],
        &["crate: `crate` belongs to a program and not to a file; remove it"],
    );
    for extra in [r#"["MyExtra"]"#, r#""MyExtra""#, "true", "{}"] {
        check(
            &[("token_response", &format!("{{\"extra\": {extra}}}"))],
            &[
                "token_response.extra: `extra` is a type of Rust; remove it, and take the members from `extra()` by their names",
            ],
        );
    }
}

#[test]
fn all_mistakes_are_told_at_once_and_in_order() {
    let found = mistakes(&[
        ("token_endpoint", "\"http://notes.example/token\""),
        ("grants", "[\"authorization_code\", \"magic\"]"),
        ("scopes", "[\"read\", \"read\"]"),
    ]);
    let paths: Vec<_> = found.iter().map(|line| line.split(": ").next().unwrap()).collect();
    assert_eq!(paths, ["token_endpoint", "grants[1]", "scopes[1]"], "{found:#?}");
}

#[test]
fn a_broken_definition_names_itself_and_nothing_is_loaded() {
    let json = format!(
        "{{\"good\": {}, \"bad\": {}, \"worse\": []}}",
        definition(&[]),
        definition(&[("issuer", "\"notes\"")])
    );
    let errors = MetadataBuf::load_all(&json).unwrap_err();
    assert_eq!(
        errors.to_string(),
        "bad.issuer: `notes` is not an absolute URL; write `https://…`\n\
         worse: a definition is an object: `{\"name\": \"…\", …}`"
    );
    let json = format!("{{\"a\": {0}, \"a\": {0}}}", definition(&[]));
    assert_eq!(
        MetadataBuf::load_all(&json).unwrap_err().to_string(),
        "a: the name `a` is given twice; keep one"
    );
    assert!(MetadataBuf::load_all("{}").unwrap().is_empty());
}

#[test]
fn a_name_may_be_that_of_the_member() {
    let json = format!("{{\"notes\": {}}}", definition(&[("name", "")]));
    let loaded = MetadataBuf::load_all(&json).unwrap();
    assert_eq!(loaded[0].1.metadata().name, "notes");
    check(&[("name", "")], &["the provider has no name; add `\"name\": \"Example\"`"]);
}

#[test]
fn no_document_makes_the_loader_panic_and_no_error_quotes_more_than_a_word() {
    for json in ["", "{", "[]", "7", "\"CANARY\"", "{\"CANARY\"", "{\"name\": \"CANARY\" \"x\"}", "nul"] {
        for errors in [MetadataBuf::from_json(json).unwrap_err(), MetadataBuf::load_all(json).unwrap_err()] {
            assert!(!errors.to_string().contains("CANARY"), "{errors}");
        }
    }
    let deep = format!("{}{}", "{\"a\":".repeat(10_000), "}".repeat(10_000));
    assert!(MetadataBuf::from_json(&deep).is_err());
    for value in [
        "{}",
        "[]",
        "\"\"",
        "\"x\"",
        "[\"x\"]",
        "{\"x\": {}}",
        "[{}]",
        "true",
        "false",
        "[[]]",
        "{\"\": \"\"}",
    ] {
        for key in [
            "issuer",
            "api_base",
            "grants",
            "client_auth",
            "scopes",
            "pkce",
            "ssrf",
            "callback",
            "bearer",
            "variables",
            "name",
            "token_response",
            "authorization_request",
            "scope_delimiter",
            "error_response",
            "é",
        ] {
            let _ = mistakes(&[(key, value)]);
        }
    }
}

#[test]
fn more_variables_than_any_provider_has_are_refused_at_once() {
    let names: Vec<_> = (0..10_000).map(|number| format!("v{number}")).collect();
    let path: String = names.iter().map(|name| format!("/{{{name}}}")).collect();
    let variables: Vec<_> = names.iter().map(|name| format!("\"{name}\": \"segment\"")).collect();
    let found = mistakes(&[
        ("token_endpoint", &format!("\"https://notes.example{path}\"")),
        ("variables", &format!("{{{}}}", variables.join(", "))),
    ]);
    assert_eq!(found[0], "variables: a definition has at most 64 variables; remove the others");
}

#[test]
fn more_items_or_bytes_than_any_provider_has_are_told_once() {
    let scopes: Vec<_> = (0..5000).map(|number| format!("\"s{number}\"")).collect();
    let message = "a list has at most 4096 items; remove the others";
    check(&[("scopes", &format!("[{}]", scopes.join(", ")))], &[&format!("scopes: {message}")]);
    let long = format!("\"/{}\"", "é".repeat(10_000));
    check(
        &[("error_response", &format!("{{\"code\": {long}}}"))],
        &["error_response.code: a text has at most 16384 bytes; write a shorter one"],
    );
}

#[test]
fn no_document_writes_a_line_of_its_own() {
    let key = "x\\u001b[31m\\nscopes: forged";
    let errors = MetadataBuf::from_json(&definition(&[(key, "1")])).unwrap_err().to_string();
    assert_eq!(
        errors,
        "x\\u{1b}[31m\\nscopes: forged: unknown key `x\\u{1b}[31m\\nscopes: forged`; the documentation of \
         `#[oauth_provider]` lists them all"
    );
}
