//! The definition of a compiled provider, loaded, gives its metadata again.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

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
