//! The definition of every compiled provider, written as JSON and loaded, gives its metadata again.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use oauth_core::MetadataBuf;
use oauth_tests_catalogue::{Entry, catalogue};

/// A hook is code: the definition lacks it, and its requests are not signed. The metadata are whole.
const HOOKED: &[&str] = &["Shopline"];

fn reload(definition: &MetadataBuf) -> Result<MetadataBuf, String> {
    let json = serde_json::to_string_pretty(definition).unwrap();
    MetadataBuf::from_json(&json).map_err(|errors| errors.to_string())
}

/// What is lost on the way.
fn difference(entry: &Entry) -> Option<String> {
    let loaded = match reload(&entry.definition) {
        Ok(loaded) => loaded,
        Err(errors) => return Some(errors),
    };
    let expected = format!("{:#?}", entry.metadata);
    let found = format!("{:#?}", loaded.metadata());
    let mut lines = expected.lines().zip(found.lines());
    let first = lines.position(|(expected, found)| expected != found);
    let first = first.or((expected != found).then(|| expected.lines().count().min(found.lines().count())))?;
    let around =
        |text: &str| text.lines().skip(first.saturating_sub(6)).take(12).collect::<Vec<_>>().join("\n");
    Some(format!("expected\n{}\nfound\n{}", around(&expected), around(&found)))
}

#[test]
fn every_definition_survives() {
    let differences: Vec<_> = catalogue()
        .iter()
        .filter_map(|entry| Some(format!("{}: {}", entry.metadata.name, difference(entry)?)))
        .collect();
    assert!(differences.is_empty(), "{}", differences.join("\n\n"));
}

#[test]
fn only_hooks_are_no_data() {
    let hooked: Vec<_> =
        catalogue().iter().filter(|entry| entry.is_hooked).map(|entry| entry.metadata.name).collect();
    assert_eq!(hooked, HOOKED);
}
