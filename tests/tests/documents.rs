//! What the documents say is so.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

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

/// The table of providers lists every crate under `providers/`, with the grants that it declares.
#[test]
fn readme_lists_every_provider() {
    let readme = read("README.md");
    let mut crates = 0;
    for entry in fs::read_dir(Path::new(ROOT).join("providers")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let row = format!("| [`oauth-{name}`](providers/{name}/README.md) |");
        assert!(readme.contains(&row), "no row for oauth-{name}");
        crates += 1;
    }
    assert_eq!(readme.matches("](providers/").count(), crates);
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
