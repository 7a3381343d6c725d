//! The page of quirks: its keys, providers and tests exist, and its providers use its keys.

use super::reference::{PROVIDERS, uses};
use std::collections::BTreeSet;
use std::path::Path;

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

/// The names of all test functions of the libraries and of `tests/`.
fn test_names() -> BTreeSet<String> {
    fn collect(folder: &Path, names: &mut BTreeSet<String>) {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                collect(&path, names);
            } else if path.extension().is_some_and(|it| it == "rs") {
                let source = std::fs::read_to_string(&path).expect("a source file");
                let lines = source.lines().map(|line| line.trim_start().trim_start_matches("async "));
                let functions = lines.filter_map(|line| line.strip_prefix("fn "));
                names.extend(functions.filter_map(|rest| Some(rest.split_once("()")?.0.to_owned())));
            }
        }
    }
    let mut names = BTreeSet::new();
    for folder in ["oauth-core/src", "oauth-testkit/src", "providers", "tests/tests"] {
        collect(&Path::new(ROOT).join(folder), &mut names);
    }
    names
}

/// What stands in backticks.
fn quoted(cell: &str) -> Vec<&str> {
    cell.split('`').skip(1).step_by(2).collect()
}

#[test]
fn the_page_of_quirks_is_true() {
    let (uses, tests) = (uses(), test_names());
    let page =
        std::fs::read_to_string(Path::new(ROOT).join("oauth-declaration/QUIRKS.md")).expect("the page");
    let rows: Vec<_> =
        page.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| quirk ")).collect();
    assert!(rows.len() > 80, "{}", rows.len());
    for row in rows {
        let cells: Vec<_> = row.split('|').map(str::trim).collect();
        let [_, quirk, by, seen_at, _] = cells[..] else { panic!("{row}: three cells") };
        if by.starts_with("not covered: ") {
            assert_eq!(seen_at, "", "{row}");
            continue;
        }
        let (keys, names): (Vec<_>, Vec<_>) =
            quoted(by).into_iter().partition(|name| uses.contains_key(*name));
        for name in &names {
            assert!(tests.contains(*name), "{quirk}: `{name}` is a key of no provider, and no test");
        }
        assert!(!keys.is_empty() || !names.is_empty(), "{quirk}: nothing says how");
        let providers: Vec<_> = seen_at.split(", ").filter(|name| !name.is_empty()).collect();
        for provider in &providers {
            assert!(Path::new(PROVIDERS).join(provider).exists(), "{quirk}: there is no {provider}");
            assert!(keys.iter().any(|key| uses[*key].contains(*provider)), "{quirk}: not at {provider}");
        }
        for key in keys {
            let is_shown = providers.iter().any(|provider| uses[key].contains(*provider));
            assert!(is_shown, "{quirk}: none of its providers uses `{key}`");
        }
    }
}
