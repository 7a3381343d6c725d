//! The list is complete, and the index is that of the list.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use expect_test::expect_file;
use oauth_tests_catalogue::{catalogue, index};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

/// Every declaration in every source file under `providers/`.
#[test]
fn every_declaration_is_in_the_catalogue() {
    let listed: BTreeSet<_> =
        catalogue().iter().map(|entry| format!("{}::{}", entry.folder(), entry.metadata.name)).collect();
    let mut declared = BTreeSet::new();
    for folder in fs::read_dir(Path::new(ROOT).join("providers")).unwrap() {
        let folder = folder.unwrap();
        if !folder.file_type().unwrap().is_dir() {
            continue;
        }
        let name = folder.file_name().into_string().unwrap();
        let source = fs::read_to_string(folder.path().join("src/lib.rs")).unwrap();
        let mut in_this_crate = 0;
        for rest in source.split("\n#[oauth_provider(").skip(1) {
            let structure = rest.split("\npub struct ").nth(1).unwrap();
            let structure = structure.split(|c: char| !c.is_alphanumeric()).next().unwrap();
            declared.insert(format!("{name}::{structure}"));
            in_this_crate += 1;
        }
        assert!(in_this_crate > 0, "providers/{name} declares nothing");
    }
    assert!(declared.len() > 50, "{}", declared.len());
    assert_eq!(listed, declared);
}

#[test]
fn the_index_of_providers_is_current() {
    expect_file![format!("{ROOT}/providers/README.md")].assert_eq(&index(catalogue()));
}
