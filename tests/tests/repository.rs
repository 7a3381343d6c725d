//! Rules of the house: every provider crate has the same skeleton, declarations stay short, trees of
//! dependencies small, and no file names the machine that it was written on.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

fn read(path: impl AsRef<Path>) -> String {
    let path = Path::new(ROOT).join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn providers() -> Vec<String> {
    let entries = fs::read_dir(Path::new(ROOT).join("providers")).unwrap();
    let folders = entries.map(|entry| entry.unwrap()).filter(|entry| entry.file_type().unwrap().is_dir());
    let mut names: Vec<_> = folders.map(|entry| entry.file_name().into_string().unwrap()).collect();
    names.sort();
    assert!(names.len() > 40, "{names:?}");
    names
}

#[test]
fn every_provider_has_the_same_skeleton() {
    for name in providers() {
        let folder = PathBuf::from("providers").join(&name);
        let found: BTreeSet<_> = fs::read_dir(Path::new(ROOT).join(&folder))
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        let expected = ["CHANGELOG.md", "Cargo.toml", "README.md", "src", "tests"];
        assert!(found.iter().all(|file| expected.contains(&&**file)), "{name}: {found:?}");
        assert!(read(folder.join("CHANGELOG.md")).starts_with("# Changelog\n"), "{name}");
        tests_of(&name, &folder);
        let source = read(folder.join("src/lib.rs"));
        let source = source.replacen("mod signer;\n\n", "", 1);
        let beginning = "#![doc = include_str!(\"../README.md\")]\n\npub use oauth_core;\n";
        assert!(source.starts_with(beginning), "{name}");
    }
}

/// One test binary, with the contract of every provider and, where there are samples to compare, those;
/// beside it the answers of the documentation and the reviewed texts.
fn tests_of(name: &str, folder: &Path) {
    let entries = |folder: &Path| -> Vec<String> {
        let entries = fs::read_dir(Path::new(ROOT).join(folder)).unwrap_or_else(|_| panic!("{folder:?}"));
        let mut names: Vec<_> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    };
    assert_eq!(entries(&folder.join("tests")), ["all", "fixtures", "snapshots"], "{name}");
    let sources = entries(&folder.join("tests/all"));
    assert!(sources == ["documented.rs", "main.rs"] || sources == ["main.rs"], "{name}: {sources:?}");
    assert!(read(folder.join("tests/all/main.rs")).contains("oauth_testkit::provider_tests!("), "{name}");
    // Each line of `provider_tests!` has its requests, and a module its name in them.
    let snapshots = entries(&folder.join("tests/snapshots"));
    let lines = read(folder.join("tests/all/main.rs")).matches("provider_tests!(").count();
    let requests = snapshots.iter().filter(|file| file.starts_with("requests.")).count();
    assert_eq!(requests, lines, "{name}: {snapshots:?}");
    let known = |file: &String| ["requests.", "answers."].iter().any(|kind| file.starts_with(kind));
    assert!(snapshots.iter().all(known), "{name}: {snapshots:?}");
}

#[test]
fn every_provider_is_described_alike() {
    for name in providers() {
        let readme = read(format!("providers/{name}/README.md"));
        assert!(readme.starts_with(&format!("# oauth-{name}\n")), "{name}");
        let sections: Vec<_> = readme.lines().filter_map(|line| line.strip_prefix("## ")).collect();
        assert_eq!(sections, ["Example", "Sources", "Unverified"], "{name}");
        assert!(readme.contains("```rust"), "{name}: the example is compiled");
    }
}

#[test]
fn every_provider_inherits_from_the_workspace() {
    for name in providers() {
        let manifest = read(format!("providers/{name}/Cargo.toml"));
        let own = [format!("name = \"oauth-{name}\""), "description = ".to_owned()];
        let inherited =
            ["version", "edition", "rust-version", "license", "repository", "categories", "keywords"]
                .map(|key| format!("{key}.workspace = true"));
        let expected: Vec<_> = own.into_iter().chain(inherited).collect();
        let package = manifest.strip_prefix("[package]\n").unwrap().split("\n\n").next().unwrap();
        let lines: Vec<_> = package.lines().collect();
        assert_eq!(lines.len(), expected.len(), "{name}: {package}");
        for (line, expected) in lines.iter().zip(&expected) {
            assert!(line.starts_with(expected), "{name}: {line}");
        }
        assert!(manifest.contains("[dependencies]\noauth-core.workspace = true\n"), "{name}");
        assert!(manifest.contains("[dev-dependencies]\noauth-testkit.workspace = true\n"), "{name}");
        assert!(manifest.ends_with("[lints]\nworkspace = true\n"), "{name}");
        assert!(read("Cargo.toml").contains(&format!("oauth-{name} = {{ path = \"providers/{name}\"")));
    }
}

/// The crates with a hook, and the file that it stands in: what no key can say.
const HOOKS: &[(&str, &str)] = &[("shopline", "signer.rs")];

/// Declarations, types of answers, documentation; behaviour belongs into oauth-core.
#[test]
fn providers_have_no_behaviour() {
    for name in providers() {
        let folder = Path::new(ROOT).join(format!("providers/{name}/src"));
        let hook = HOOKS.iter().find(|(with_hook, _)| *with_hook == name).map(|(_, file)| *file);
        for entry in fs::read_dir(folder).unwrap() {
            let file = entry.unwrap().file_name().into_string().unwrap();
            assert!(file == "lib.rs" || hook == Some(&*file), "{name}: {file}");
        }
        let source = read(format!("providers/{name}/src/lib.rs"));
        let is_hooked = source.lines().any(|line| line.trim_start().starts_with("hook("));
        assert_eq!(is_hooked, hook.is_some(), "{name}");
        let code = source.lines().filter(|line| !line.trim_start().starts_with("//"));
        let words: Vec<_> = code
            .flat_map(|line| line.split('"').step_by(2)) // What stands in quotes is no code.
            .flat_map(|code| code.split(|c: char| !c.is_alphanumeric() && c != '_'))
            .collect();
        assert!(words.contains(&"oauth_provider"), "{name}");
        for word in ["fn", "async", "match", "if", "loop", "macro_rules", "unsafe", "static"] {
            assert!(!words.contains(&word), "{name}: `{word}`");
        }
    }
}

/// A declaration: its name, how many lines its attribute has, and whether it has quirks.
struct Written {
    name: String,
    lines: usize,
    has_quirks: bool,
}

/// The declarations of a crate. The list of scopes is not counted: a provider has as many as it has.
fn declarations(provider: &str) -> Vec<Written> {
    let source = read(format!("providers/{provider}/src/lib.rs"));
    source.split("\n#[oauth_provider(\n").skip(1).map(declaration).collect()
}

fn declaration(rest: &str) -> Written {
    let (attribute, rest) = rest.split_once("\n)]\n").unwrap();
    let name =
        rest.split("pub struct ").nth(1).unwrap().split(|c: char| !c.is_alphanumeric()).next().unwrap();
    // `#[oauth_provider(` and `)]`.
    let (mut lines, mut keys, mut depth, mut in_scopes) = (2, Vec::new(), 0_usize, false);
    for line in attribute.lines() {
        if depth == 0 {
            let key = line.trim_start().split(['(', ' ']).next().unwrap();
            in_scopes = key == "scopes";
            keys.push(key);
        }
        lines += usize::from(!in_scopes);
        // Parentheses within texts are balanced.
        depth = (depth + line.matches('(').count()).strict_sub(line.matches(')').count());
    }
    assert_eq!(depth, 0, "{name}");
    let is_plain = |key: &&str| key.ends_with("_endpoint") || PLAIN.contains(key);
    let has_quirks = !keys.iter().all(is_plain) || QUIRKS.iter().any(|written| attribute.contains(written));
    Written { name: name.to_owned(), lines, has_quirks }
}

/// The keys, beside endpoints, of a provider that follows the RFC; parameters that the caller may set are
/// no departure from it.
const PLAIN: &[&str] = &[
    "api_base",
    "authorization_request",
    "client_auth",
    "custom_scopes",
    "grants",
    "issuer",
    "pkce",
    "scope_prefix",
    "scopes",
    "ssrf",
];

/// Departures within those.
const QUIRKS: &[&str] = &[
    "because = ",
    "authorization_request(method",
    "grant_type = ",
    "issues(",
    "offline_scope",
    "response_type = ",
    "send(",
];

/// The figures show with `--nocapture`.
#[test]
fn declarations_are_short() {
    let mut all: Vec<_> = providers().iter().flat_map(|provider| declarations(provider)).collect();
    all.sort_by_key(|written| written.lines);
    for Written { name, lines, has_quirks } in &all {
        println!("{lines:3} {name}{}", if *has_quirks { "" } else { ", without quirks" });
    }
    // A crate is named after its first declaration; the others are variants of it.
    let mut crates: Vec<_> =
        providers().iter().map(|provider| declarations(provider).swap_remove(0).lines).collect();
    crates.sort_unstable();
    let median = crates[crates.len() / 2];
    println!("{median:3} the median of {} crates", crates.len());
    assert!(median <= 16, "{median}");
    assert!(all.iter().any(|written| !written.has_quirks));
    for Written { name, lines, has_quirks } in &all {
        let most = match name.as_str() {
            "GitHub" => 14,
            _ if !has_quirks => 10,
            // Longer ones are two providers, or a key is missing.
            _ => 40,
        };
        assert!((5..=most).contains(lines), "{name}: {lines} lines");
    }
}

/// The tracked files; without git, those in the folders of the crates.
fn files() -> Vec<PathBuf> {
    let listed = Command::new("git").args(["ls-files", "-z"]).current_dir(ROOT).output();
    if let Ok(listed) = listed
        && listed.status.success()
    {
        let listed = String::from_utf8(listed.stdout).unwrap();
        return listed.split_terminator('\0').map(PathBuf::from).collect();
    }
    let mut found = Vec::new();
    let mut folders =
        ["oauth-core", "oauth-declaration", "oauth-derive", "oauth-testkit", "providers", "tests"]
            .map(PathBuf::from)
            .to_vec();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(Path::new(ROOT).join(&folder)).unwrap() {
            let entry = entry.unwrap();
            let path = folder.join(entry.file_name());
            if entry.file_type().unwrap().is_dir() { folders.push(path) } else { found.push(path) }
        }
    }
    found
}

#[test]
fn no_file_names_a_machine_or_is_unfinished() {
    // In pieces, so that this file is none of those that it finds.
    let machine =
        [["/wo", "rk/"], ["/ro", "ot/"], ["/ho", "me/"], ["/Us", "ers/"]].map(|pieces| pieces.concat());
    let unfinished = [["to", "do!("], ["unimple", "mented!("], ["db", "g!("]].map(|pieces| pieces.concat());
    let mut read_files = 0;
    for path in files() {
        // A file that was deleted and not committed is still listed; one that is no text is not ours.
        let Ok(text) = fs::read_to_string(Path::new(ROOT).join(&path)) else { continue };
        read_files += 1;
        for (number, line) in text.lines().enumerate() {
            let place = || format!("{}:{}: {line}", path.display(), number + 1);
            assert!(!machine.iter().any(|prefix| names_a_folder(line, prefix)), "{}", place());
            let is_rust = path.extension().is_some_and(|extension| extension == "rs");
            assert!(!(is_rust && unfinished.iter().any(|word| line.contains(word))), "{}", place());
        }
    }
    assert!(read_files > 100, "{read_files}");
}

/// Whether an absolute path begins here; `https://x.example/home/` is none.
fn names_a_folder(line: &str, prefix: &str) -> bool {
    let before = |at: usize| line[..at].chars().next_back();
    let inside = |character: char| character.is_alphanumeric() || "._-}~".contains(character);
    line.match_indices(prefix).any(|(at, _)| !before(at).is_some_and(inside))
}

/// The crates of a tree, each once.
fn tree(arguments: &[&str]) -> BTreeSet<String> {
    let fixed = ["tree", "--offline", "--locked", "--prefix", "none", "--format", "{p}"];
    let output = Command::new(env!("CARGO")).args(fixed).args(arguments).current_dir(ROOT).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let listed = String::from_utf8(output.stdout).unwrap();
    let names = listed.lines().filter_map(|line| Some(line.split(" (").next()?.trim().to_owned()));
    names.filter(|name| !name.is_empty()).collect()
}

#[test]
fn trees_are_small() {
    let normal = ["-e", "normal,build", "-p", "oauth-core"];
    let with_transport = tree(&normal);
    assert!((30..=100).contains(&with_transport.len()), "{}: {with_transport:#?}", with_transport.len());
    let without = tree(&[&normal[..], &["--no-default-features", "--features", "derive"]].concat());
    assert!((5..=40).contains(&without.len()), "{}: {without:#?}", without.len());
    assert!(!without.iter().any(|name| name.starts_with("reqwest ") || name.starts_with("tokio ")));
    // The lean transport adds no crate to the tree of the other one, and needs little more than half of it.
    let both = tree(&[&normal[..], &["--features", "hyper"]].concat());
    assert_eq!(both, with_transport);
    let lean = tree(&[&normal[..], &["--no-default-features", "--features", "derive,hyper"]].concat());
    assert!((5..=65).contains(&lean.len()), "{}: {lean:#?}", lean.len());
    assert!(lean.iter().all(|name| with_transport.contains(name)));
}

#[test]
fn the_core_depends_on_nobody_above_it() {
    let core = tree(&["-e", "normal,build,dev", "-p", "oauth-core", "--features", "blocking"]);
    let ours = core.iter().filter(|name| name.starts_with("oauth-"));
    let ours: Vec<_> = ours.map(|name| name.split(' ').next().unwrap()).collect();
    assert_eq!(ours, ["oauth-core", "oauth-declaration", "oauth-derive"]);
}

#[test]
fn the_macro_depends_on_four_crates() {
    let direct = tree(&["-e", "normal", "-p", "oauth-derive", "--depth", "1"]);
    let names: Vec<_> = direct.iter().map(|name| name.split(' ').next().unwrap()).collect();
    assert_eq!(names, ["oauth-declaration", "oauth-derive", "proc-macro2", "quote", "syn"]);
    assert!(direct.iter().any(|name| name.starts_with("syn v3.")), "{direct:?}");
    let features = tree(&["-e", "normal,features", "-p", "oauth-derive"]);
    let syn: Vec<_> = features.iter().filter(|line| line.starts_with("syn feature")).collect();
    assert!(syn.iter().any(|line| line.contains("\"parsing\"")), "{features:#?}");
    assert!(!syn.iter().any(|line| line.contains("\"full\"")), "{syn:?}");
}

/// What the published crates depend on directly: a name that looks like one of these is not one.
const DEPENDENCIES: &[&str] = &[
    "base64",
    "bytes",
    "form_urlencoded",
    "getrandom",
    "http",
    "http-body-util",
    "httpdate",
    "hyper",
    "hyper-util",
    "percent-encoding",
    "proc-macro2",
    "quote",
    "reqwest",
    "ring",
    "rustls",
    "rustls-platform-verifier",
    "serde",
    "serde_core",
    "serde_json",
    "subtle",
    "syn",
    "tokio",
    "tokio-rustls",
    "zeroize",
];

/// The manifests of the workspace's crates.
fn manifests() -> Vec<(String, String)> {
    let mut found = Vec::new();
    for path in files() {
        let name = path.to_str().unwrap();
        if name.ends_with("/Cargo.toml") && !name.starts_with("tests/fuzz/") {
            found.push((name.to_owned(), read(&path)));
        }
    }
    assert!(found.len() >= 11, "{}", found.len());
    found
}

#[test]
fn direct_dependencies_are_those_of_the_list() {
    let mut found = BTreeSet::new();
    for (name, manifest) in manifests() {
        if manifest.contains("publish = false") {
            continue;
        }
        let section = manifest.split("\n[dependencies]\n").nth(1).unwrap_or_default();
        let section = section.split("\n[").next().unwrap();
        for line in section.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
            let dependency = line.split(['.', ' ', '=']).next().unwrap().to_owned();
            if dependency.starts_with("oauth-") {
                continue;
            }
            assert!(DEPENDENCIES.contains(&dependency.as_str()), "{name}: {dependency}");
            found.insert(dependency);
        }
    }
    let expected: BTreeSet<_> = DEPENDENCIES.iter().map(|name| (*name).to_owned()).collect();
    assert_eq!(found, expected);
}

/// The lints of the workspace are those of every crate, and unsafe code can't be allowed below them.
#[test]
fn unsafe_code_is_forbidden_everywhere() {
    assert!(read("Cargo.toml").contains("[workspace.lints.rust]\nunsafe_code = \"forbid\"\n"));
    for (name, manifest) in manifests() {
        assert!(manifest.contains("\n[lints]\nworkspace = true\n"), "{name}");
        assert!(!manifest.contains("build = "), "{name} has no build script");
    }
}
