//! Wrong declarations: what their authors read.
//!
//! `TRYBUILD=overwrite cargo test -p oauth-tests --test ui` writes the `.stderr` files anew; review
//! the difference as a user would.
#![allow(clippy::unwrap_used, reason = "tests, their helpers too")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

const CASES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/ui/declaration");
/// The rules of a declaration, and those about the item that it stands on.
const RULES: [&str; 2] = [
    concat!(env!("CARGO_MANIFEST_DIR"), "/../oauth-declaration/src"),
    concat!(env!("CARGO_MANIFEST_DIR"), "/../oauth-derive/src"),
];

#[test]
fn declarations() {
    trybuild::TestCases::new().compile_fail("ui/declaration/*/*.rs");
}

/// Each rule names its cases in comments, `case: topic/what_is_wrong`; `no_cascade` is about all.
#[test]
fn every_rule_has_its_cases() {
    let written: BTreeSet<String> = RULES
        .iter()
        .flat_map(|folder| files(folder.as_ref()))
        .flat_map(|file| {
            let source = fs::read_to_string(file).unwrap();
            let cases = source.lines().filter_map(|line| line.trim().strip_prefix("// case: "));
            cases.map(str::to_owned).collect::<Vec<_>>()
        })
        .collect();
    let existing: BTreeSet<String> = files(CASES.as_ref())
        .iter()
        .filter(|file| file.extension().is_some_and(|extension| extension == "rs"))
        .filter_map(|file| {
            let topic = file.parent()?.file_name()?.to_str()?;
            (topic != "no_cascade").then_some(format!("{topic}/{}", file.file_stem()?.to_str()?))
        })
        .collect();
    let missing: Vec<_> = written.difference(&existing).collect();
    let unclaimed: Vec<_> = existing.difference(&written).collect();
    assert!(
        missing.is_empty() && unclaimed.is_empty(),
        "without a case: {missing:#?}\nno rule names: {unclaimed:#?}"
    );
}

/// A rule without a case would be one whose message nobody has read.
#[test]
fn every_rule_names_a_case() {
    RULES.iter().for_each(|folder| check_rules(&Path::new(folder).join("validate")));
}

fn check_rules(folder: &Path) {
    let rules = files(folder);
    let mut count = 0;
    for file in rules.iter().filter(|file| !file.ends_with("mod.rs")) {
        let source = fs::read_to_string(file).unwrap();
        let mut previous = "";
        for line in source.lines() {
            if line.starts_with("pub(super) fn ") {
                assert!(previous.starts_with("// case: "), "{}: {line}", file.display());
                count += 1;
            }
            previous = line;
        }
    }
    let list = fs::read_to_string(folder.join("mod.rs")).unwrap();
    let listed =
        list.lines().filter(|line| line.starts_with("    ") && line.contains("::") && line.ends_with(','));
    assert_eq!(listed.count(), count, "rules in RULES and rules that are written");
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}
