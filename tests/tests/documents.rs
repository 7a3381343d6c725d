//! What the documents say is so.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(ROOT).join(path)).expect(path)
}

/// The blocks of a document in this language.
fn blocks<'a>(document: &'a str, language: &str) -> Vec<&'a str> {
    let fence = format!("```{language}\n");
    document.split(&fence).skip(1).map(|rest| rest.split("\n```").next().unwrap()).collect()
}

/// A message shown in README.md is the beginning of the one that the compiler gives.
#[test]
fn readme_quotes_the_compiler() {
    let readme = read("README.md");
    let messages = blocks(&readme, "text");
    assert_eq!(messages.len(), 2);
    for message in messages {
        let case = message.split("--> ").nth(1).unwrap().split(".rs:").next().unwrap();
        let stderr = read(&format!("tests/{case}.stderr"));
        assert!(stderr.starts_with(message), "{case}: the compiler says\n{stderr}");
    }
}

/// The table of providers, to which README.md leads, has a row for every crate under `providers/`; what
/// the rows say is tested in `tests/catalogue`.
#[test]
fn readme_lists_every_provider() {
    assert!(read("README.md").contains("](providers/README.md)"));
    let table = read("providers/README.md");
    for entry in fs::read_dir(Path::new(ROOT).join("providers")).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        let row = format!("| [`oauth_{name}::");
        let is_listed = table.contains(&row) && table.contains(&format!("]({name}/README.md) |"));
        assert!(is_listed || !entry.file_type().unwrap().is_dir(), "no row for oauth-{name}");
    }
}

/// Every path that the map names is there.
#[test]
fn the_map_is_true() {
    let map = read("ARCHITECTURE.md");
    let map = map.split("## Map").nth(1).unwrap().split("## Invariants").next().unwrap();
    let mut named = 0;
    for paragraph in map.split("\n\n").filter(|paragraph| paragraph.starts_with("**`")) {
        let folder = paragraph.split('`').nth(1).unwrap();
        for path in paragraph
            .split('`')
            .skip(3)
            .step_by(2)
            .filter(|path| path.ends_with(".rs") || path.ends_with('/'))
        {
            let there = [folder.to_owned(), format!("{folder}src/")]
                .iter()
                .any(|folder| Path::new(ROOT).join(folder).join(path).exists());
            assert!(there, "{folder} has no {path}");
            named += 1;
        }
    }
    assert!(named > 50, "{named}");
}

/// Each source file of the libraries is on the map.
#[test]
fn the_map_is_complete() {
    let map = read("ARCHITECTURE.md");
    for folder in ["oauth-declaration/src", "oauth-derive/src", "oauth-core/src"] {
        for entry in fs::read_dir(Path::new(ROOT).join(folder)).unwrap() {
            let name = entry.unwrap().file_name().into_string().unwrap();
            let skipped = ["lib.rs", "tests.rs", "tests"].contains(&name.as_str());
            assert!(skipped || map.contains(&name), "{folder}/{name} is not on the map");
        }
    }
}

/// README.md names the command that CI runs.
#[test]
fn ci_runs_the_commands_of_the_readme() {
    let (readme, ci) = (read("README.md"), read(".ci/run"));
    for command in ["cargo test --workspace", "cargo run", "tests/servers/run"] {
        assert!(readme.contains(command) && ci.contains(command), "{command}");
    }
}

/// The rows of the table in SECURITY.md: ID and tests.
fn promises(document: &str) -> Vec<(&str, &str)> {
    let rows = document.lines().filter_map(|line| line.strip_prefix("| SEC-")?.strip_suffix(" |"));
    rows.map(|row| {
        let mut cells = row.split(" | ");
        let (id, promise, tests) = (cells.next().unwrap(), cells.next().unwrap(), cells.next().unwrap());
        assert!(cells.next().is_none() && promise.len() > 10, "SEC-{id} has three cells");
        (id, tests)
    })
    .collect()
}

/// Every requirement has one row, in order.
#[test]
fn security_promises_each_requirement_once() {
    let document = read("SECURITY.md");
    let found: Vec<_> = promises(&document).into_iter().map(|(id, _)| id).collect();
    let expected: Vec<_> = (1..=86).chain(97..=98).map(|id| format!("{id:02}")).collect();
    assert_eq!(found, expected);
}

/// Every test that SECURITY.md names exists, and every test of a requirement is named by it, in the row
/// of its number.
#[test]
fn security_names_its_tests() {
    let document = read("SECURITY.md");
    let functions = functions();
    let unpromised = document.split("## Not promised").nth(1).unwrap();
    let mut named = BTreeSet::new();
    for (id, tests) in promises(&document) {
        if tests == "*Not promised*" {
            let number: u32 = id.parse().unwrap();
            let explained = format!("SEC-{id}");
            let within = "SEC-80 to SEC-82";
            assert!(
                unpromised.contains(&explained)
                    || (unpromised.contains(within) && (80..=82).contains(&number)),
                "{explained}"
            );
            continue;
        }
        for test in tests.split(", ") {
            let test = test.strip_prefix('`').and_then(|test| test.strip_suffix('`')).expect(id);
            if let Some(case) = test.strip_prefix("ui/") {
                assert!(Path::new(ROOT).join(format!("tests/ui/{case}.stderr")).exists(), "SEC-{id}: {test}");
            } else {
                assert!(functions.contains(test), "SEC-{id}: no test function is named {test}");
                let own = test.strip_prefix("sec_").and_then(|rest| rest.get(..2));
                assert!(own.is_none_or(|own| own == id || own == "mo"), "SEC-{id}: {test}");
                named.insert(test.to_owned());
            }
        }
    }
    let unnamed: Vec<_> =
        functions.iter().filter(|name| name.starts_with("sec_") && !named.contains(*name)).collect();
    assert!(unnamed.is_empty(), "SECURITY.md does not name {unnamed:#?}");
}

/// Every mistake has one row, in order, and what a row names is there: a case under `tests/ui`, or a test
/// function where the mistake shows at run time only.
#[test]
fn mistakes_name_their_cases() {
    let document = read("tests/MISTAKES.md");
    let rows: Vec<Vec<&str>> = document
        .lines()
        .filter(|line| line.starts_with("| D") || line.starts_with("| U"))
        .map(|line| line.trim_matches(['|', ' ']).split(" | ").collect())
        .collect();
    let found: Vec<_> = rows.iter().map(|row| row[0].to_owned()).collect();
    let ids = |letter, last| (1..=last).map(move |number| format!("{letter}{number:02}"));
    assert_eq!(found, ids('D', 64).chain(ids('U', 42)).collect::<Vec<_>>());

    let functions = functions();
    for row in rows {
        let &[id, what, instead] = row.as_slice() else { panic!("three cells: {row:?}") };
        assert!(what.len() > 10 && instead.len() > 10, "{id} says something");
        let names: Vec<_> = instead.split('`').skip(1).step_by(2).collect();
        let is_case = |name: &&str| name.starts_with("declaration/") || name.starts_with("use_site/");
        let (cases, others): (Vec<&str>, Vec<&str>) = names.into_iter().partition(is_case);
        for case in &cases {
            for extension in ["rs", "stderr"] {
                let case = format!("tests/ui/{case}.{extension}");
                assert!(Path::new(ROOT).join(&case).exists(), "{id}: no {case}");
            }
        }
        for test in others.iter().filter(|name| name.starts_with("sec_")) {
            assert!(functions.contains(*test), "{id}: no test function is named {test}");
        }
        let list: Vec<_> = cases.iter().map(|case| format!("`{case}`")).collect();
        let is_reason = cases.is_empty() && instead.split(' ').count() > 4;
        assert!(list.join(", ") == instead || is_reason, "{id}: {instead}");
    }
}

/// The names of all test functions.
fn functions() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut folders =
        ["oauth-core/src", "oauth-derive/src", "tests"].map(|name| Path::new(ROOT).join(name)).to_vec();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let source = fs::read_to_string(path).unwrap();
                let tests = source.split("test]\n").chain(source.split("proptest! {\n")).skip(1);
                found.extend(tests.filter_map(|rest| {
                    let (before, rest) = rest.split_once("fn ")?;
                    let attributes = before.lines().all(|line| {
                        let line = line.trim();
                        line.is_empty() || line.starts_with("#[") || line.starts_with("//") || line == "async"
                    });
                    attributes.then(|| rest.split(['(', '<']).next().unwrap_or_default().to_owned())
                }));
            }
        }
    }
    assert!(found.len() > 250, "{}", found.len());
    found
}
