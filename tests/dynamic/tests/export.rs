//! The definition of a compiled provider, loaded, gives its metadata again.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use oauth_core::metadata::{GrantType, JsonType, ParameterValue};
use oauth_core::{Dynamic, Host, Metadata, MetadataBuf, Provider};
use oauth_ebay::{Ebay, Site};
use oauth_redbooth::Redbooth;
use oauth_reverb::Reverb;
use oauth_sharetribe::{Sharetribe, SharetribeIntegration};
use oauth_standard::{Standard, StandardComma};

fn reload(definition: &MetadataBuf) -> MetadataBuf {
    let json = serde_json::to_string_pretty(definition).unwrap();
    MetadataBuf::from_json(&json).unwrap_or_else(|errors| panic!("{errors}\n{json}"))
}

fn check(metadata: &Metadata, definition: MetadataBuf) {
    assert_eq!(format!("{:#?}", definition.metadata()), format!("{metadata:#?}"));
    let loaded = reload(&definition);
    assert_eq!(format!("{:#?}", loaded.metadata()), format!("{metadata:#?}"));
    let again = reload(&loaded);
    assert_eq!(format!("{:#?}", again.into_metadata()), format!("{metadata:#?}"));
}

#[test]
fn every_provider_survives() {
    let host = Host::new("server.example").unwrap();
    for metadata in [
        Redbooth.metadata(),
        Reverb.metadata(),
        Sharetribe.metadata(),
        SharetribeIntegration.metadata(),
        Standard { host: host.clone() }.metadata(),
        StandardComma { host }.metadata(),
    ] {
        check(metadata, MetadataBuf::from(metadata));
    }
}

#[test]
fn the_values_of_an_enum_are_named_beside_its_metadata() {
    let metadata = Ebay { site: Site::Production }.metadata();
    let bare = serde_json::to_string(&MetadataBuf::from(metadata)).unwrap();
    let errors = MetadataBuf::from_json(&bare).unwrap_err();
    assert_eq!(errors.to_string(), "variables.site: `site` has no values; list those that it may hold");

    let unlisted = MetadataBuf::from(metadata).provider([("site", "ebay.com")]).unwrap_err();
    assert!(unlisted.to_string().contains("`MetadataBuf::with_values_of`"), "{unlisted}");

    let values = ["ebay.com", "sandbox.ebay.com"];
    let definition = MetadataBuf::from(metadata).with_values("site", values);
    for definition in [definition.clone(), reload(&definition)] {
        let sandbox = definition.provider([("site", "sandbox.ebay.com")]).unwrap();
        let client = oauth_core::Client::new(sandbox, oauth_core::AnyAuth::with_secret("id", "secret"));
        let endpoint = client.endpoints().unwrap().token().unwrap().to_owned();
        assert!(endpoint.starts_with("https://api.sandbox.ebay.com/"), "{endpoint}");
        assert!(definition.provider([("site", "evil.example")]).is_err());
    }
    assert!(Dynamic::new(metadata, [("site", "evil.example")]).is_err());
    check(metadata, definition);
}

#[test]
fn a_definition_comes_through_serde_too() {
    let definition = MetadataBuf::from(Reverb.metadata());
    let value = serde_json::to_value(&definition).unwrap();
    // Sorted by name, and the same: the order of the grants and scopes is that of the lists.
    let loaded: MetadataBuf = serde_json::from_value(value).unwrap();
    assert_eq!(loaded.metadata().scopes.len(), Reverb.metadata().scopes.len());
    assert!(serde_json::from_str::<MetadataBuf>("{\"name\": \"X\"}").is_err());
}

/// Two blocks depart in the same way, each with its own reason.
#[test]
fn each_block_keeps_its_reason() {
    let json = r#"{
        "name": "Twice", "authorization_endpoint": "https://twice.example/authorize",
        "token_endpoint": "https://twice.example/token", "client_auth": "client_secret_post",
        "grants": {
            "authorization_code": {}, "refresh_token": {},
            "client_credentials": {
                "client_auth": { "client_secret_basic": { "encoding": "raw", "because": "one" } }
            }
        },
        "token_request": { "method": ["get", { "because": "two" }] },
        "refresh_request": { "body": ["query", { "because": "three" }], "method": ["post"] },
        "client_credentials_request": { "method": ["get", { "because": "four" }] }
    }"#;
    let loaded = MetadataBuf::from_json(json).unwrap_or_else(|errors| panic!("{errors}"));
    let listed = loaded.metadata().deviations.iter().map(|it| (it.what, it.because)).collect::<Vec<_>>();
    assert_eq!(
        listed,
        [
            ("client_credentials(client_auth(client_secret_basic(encoding = \"raw\")))", "one"),
            ("token_request(method(get))", "two"),
            ("client_credentials_request(method(get))", "four"),
            ("refresh_request(body(query))", "three"),
        ]
    );
    let reasons = |json: &str| ["one", "two", "three"].map(|reason| json.matches(reason).count());
    let exported = serde_json::to_string(&MetadataBuf::from(loaded.metadata())).unwrap();
    assert_eq!(reasons(&exported), [1, 1, 1], "{exported}");
}

/// What an extension has of its own stands in the blocks of a refresh.
#[test]
fn an_extension_keeps_its_blocks() {
    let json = r#"{
        "name": "Watch", "authorization_endpoint": "https://watch.example/authorize",
        "token_endpoint": "https://watch.example/token", "userinfo_endpoint": "https://watch.example/me",
        "client_auth": "client_secret_post",
        "grants": ["authorization_code", { "token_extension": { "grant_type": "extend" } }],
        "refresh_request": { "auth": "bearer", "rename": { "refresh_token": "rt" } },
        "token_response": { "prefix": "&&&" },
        "refresh_response": { "prefix": "%%%", "expires_in": { "default": "60" } },
        "userinfo_request": { "method": "post", "send": ["access_token", "client_id"] }
    }"#;
    let loaded = MetadataBuf::from_json(json).unwrap_or_else(|errors| panic!("{errors}"));
    let extension = loaded.metadata().grant(GrantType::TOKEN_EXTENSION).unwrap();
    assert_eq!((extension.value, extension.request.rename), ("extend", &[("refresh_token", "rt")][..]));
    assert_eq!(extension.response.unwrap().prefix, Some("%%%"));
    check(loaded.metadata(), MetadataBuf::from(loaded.metadata()));
}

/// Numbers, booleans and arrays of JSON bodies are such in a definition.
#[test]
fn the_types_of_parameters_are_kept() {
    let definition = |params: &str| {
        format!(
            r#"{{
                "name": "Typed", "token_endpoint": "https://typed.example/token",
                "client_auth": "client_secret_post", "grants": "client_credentials", "scopes": ["read"],
                "token_request": {{ "body": "json", "params": {params} }}
            }}"#
        )
    };
    let params =
        r#"{"days": 30, "short": true, "long": ["optional", "boolean"], "rights": ["scopes", "array"]}"#;
    let loaded = MetadataBuf::from_json(&definition(params)).unwrap_or_else(|errors| panic!("{errors}"));
    let request = loaded.metadata().grants[0].request;
    let types: Vec<_> = request.params.iter().map(|declared| (declared.name, declared.json)).collect();
    let expected = [JsonType::Number, JsonType::Boolean, JsonType::Boolean, JsonType::Array];
    assert_eq!(types, ["days", "short", "long", "rights"].into_iter().zip(expected).collect::<Vec<_>>());
    assert!(matches!(request.params[0].value, ParameterValue::Fixed("30")));
    check(loaded.metadata(), MetadataBuf::from(loaded.metadata()));

    for wrong in [r#"{"days": null}"#, r#"{"days": 1.5}"#, r#"{"days": ["optional", "number", "boolean"]}"#] {
        assert!(MetadataBuf::from_json(&definition(wrong)).is_err(), "{wrong}");
    }
}

/// What a callback may choose is in the metadata, and what stands in texts is a variable too.
#[test]
fn learnt_variables_keep_their_values() {
    let json = |region: &str| {
        format!(
            r#"{{
                "name": "Regions",
                "variables": {{ "region": {region}, "agent": "text" }},
                "authorization_endpoint": "https://{{region.accounts}}/authorize",
                "token_endpoint": "https://{{region.accounts}}/token",
                "client_auth": "client_secret_post",
                "grants": "authorization_code",
                "token_request": {{ "headers": {{ "User-Agent": "{{agent}}" }} }},
                "callback": {{ "learn": {{ "variable": ["region.location", "location"] }} }}
            }}"#
        )
    };
    let rows = r#"[{"location": "eu", "accounts": "accounts.example.eu"}]"#;
    let errors = MetadataBuf::from_json(&json("\"host\"")).unwrap_err().to_string();
    assert!(errors.contains("a callback chooses the value of `region`; list its values"), "{errors}");

    let loaded = MetadataBuf::from_json(&json(rows)).unwrap_or_else(|errors| panic!("{errors}"));
    let learnt = loaded.metadata().callback.learn;
    assert_eq!(learnt.len(), 1);
    assert_eq!(learnt[0].values, [[("location", "eu"), ("accounts", "accounts.example.eu")]]);
    check(loaded.metadata(), MetadataBuf::from(loaded.metadata()));
    assert!(loaded.provider([("region", "eu"), ("agent", "test/1.0")]).is_ok());
    assert!(loaded.provider([("region", "eu")]).is_err());
}

/// What several members may hold, and what one grant has for itself.
#[test]
fn answers_keep_their_alternatives() {
    let json = r#"{
        "name": "Answers",
        "authorization_endpoint": "https://example.com/authorize",
        "token_endpoint": "https://example.com/token",
        "client_auth": "client_secret_post",
        "grants": ["authorization_code", "refresh_token", "client_credentials"],
        "introspection_endpoint": "https://example.com/introspect",
        "introspection_request": { "auth": "bearer" },
        "introspection_response": {
            "active": "status",
            "root": "/data",
            "fields": { "scope": ["scope", "scopes"] },
            "exp": ["rfc3339", { "zero": "never" }]
        },
        "callback": { "error": ["error", "error_code"], "no_code": "access_denied" },
        "token_response": {
            "prefix": "&&&START&&&",
            "root": ["/data/0", ""],
            "fields": { "expires_in": ["expires_in_sec", "expires_in"], "scope": "scopes" },
            "expires_in": "milliseconds"
        },
        "refresh_response": { "root": "", "expires_in": "seconds", "token_type": { "alias": "user" } },
        "client_credentials_response": { "prefix": "while(1);\n" },
        "error_response": { "code": ["/error/code", "/code"], "description": "/error/message" }
    }"#;
    let loaded = MetadataBuf::from_json(json).unwrap_or_else(|errors| panic!("{errors}"));
    let metadata = loaded.metadata();
    let refreshed = metadata.token_response_to(GrantType::REFRESH_TOKEN);
    assert_eq!((refreshed.root, refreshed.fields), (&[""][..], metadata.token_response.fields));
    let own = metadata.token_response_to(GrantType::CLIENT_CREDENTIALS);
    assert_eq!(own.root, ["/data/0", ""]);
    assert_eq!((own.prefix, refreshed.prefix), (Some("while(1);\n"), Some("&&&START&&&")));
    check(metadata, MetadataBuf::from(metadata));
}

/// A fixed value that is spelt like a kind of parameter stands in a pair.
#[test]
fn a_fixed_value_is_not_read_as_a_kind_of_parameter() {
    let json = r#"{
        "name": "Notes",
        "token_endpoint": "https://notes.example/token",
        "client_auth": "client_secret_post",
        "grants": "client_credentials",
        "token_request": { "params": { "parameter": ["approval", "required"], "owner": "user" } }
    }"#;
    let loaded = MetadataBuf::from_json(json).unwrap_or_else(|errors| panic!("{errors}"));
    check(loaded.metadata(), MetadataBuf::from(loaded.metadata()));
}
