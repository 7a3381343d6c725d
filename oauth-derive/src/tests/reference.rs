//! The reference page of all keys, made of the table of words.

use crate::source::Source;
use crate::syntax;
use expect_test::expect_file;
use oauth_declaration::keyword::{CONDITION, KEYS, Keyword, PARAMETER, Takes, Vocabulary};
use oauth_declaration::{Item, List, Value};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

pub(super) const PROVIDERS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../providers");

/// By which providers each word of a vocabulary is used, wherever that stands.
pub(super) type Uses = BTreeMap<String, BTreeSet<String>>;

/// The words in a list that stands for this vocabulary. Where it is a list of the author's own, its
/// items may hold words.
fn inner(keyword: &'static Keyword) -> Option<&'static Vocabulary> {
    match &keyword.takes {
        Takes::Words(of, _) | Takes::Choice(of, _) | Takes::MaybeWords(of) => Some(of),
        _ => None,
    }
}

fn note(uses: &mut Uses, provider: &str, of: &'static Vocabulary, list: &List) {
    for item in list.iter().flatten() {
        let Item::Word { name, value } = item else { continue };
        let Some(keyword) = of.get(&name.text) else { continue };
        uses.entry(join(of.module, keyword.word)).or_default().insert(provider.to_owned());
        match (inner(keyword), value) {
            (Some(of), Value::List(list)) => note(uses, provider, of, list),
            (None, Value::List(list)) => note_own(uses, provider, keyword.word, list),
            _ => {}
        }
    }
}

fn note_own(uses: &mut Uses, provider: &str, word: &str, list: &List) {
    match word {
        "when" => note(uses, provider, &CONDITION, list),
        "params" => {
            for item in list.iter().flatten() {
                if let Item::Word { value: Value::List(list), .. } = item {
                    note(uses, provider, &PARAMETER, list);
                }
            }
        }
        _ => {}
    }
}

pub(super) fn uses() -> Uses {
    let mut uses = Uses::new();
    let mut names: Vec<_> = std::fs::read_dir(PROVIDERS)
        .expect("the providers")
        .map(|entry| entry.expect("a provider"))
        .filter(|entry| entry.file_type().expect("its type").is_dir())
        .map(|entry| entry.file_name().into_string().expect("a name"))
        .collect();
    names.sort();
    for name in names {
        let source =
            std::fs::read_to_string(format!("{PROVIDERS}/{name}/src/lib.rs")).expect("a source file");
        for item in syn::parse_file(&source).expect("Rust").items {
            let syn::Item::Struct(item) = item else { continue };
            for attribute in item.attrs.iter().filter(|it| it.path().is_ident("oauth_provider")) {
                let tokens = attribute.meta.require_list().expect("arguments").tokens.clone();
                let list = syntax::items(&mut Source::default(), tokens);
                note(&mut uses, &name, &KEYS, &list);
            }
        }
    }
    uses
}

fn join(path: &str, word: &str) -> String {
    if path.is_empty() { word.to_owned() } else { format!("{path}/{word}") }
}

fn form(keyword: &Keyword) -> String {
    let word = keyword.word;
    match &keyword.takes {
        Takes::Nothing | Takes::Refused(_) => word.to_owned(),
        Takes::Text(example) => format!("{word} = \"{example}\""),
        Takes::Texts(example) => format!("{word} = \"{example}\", {word}(\"{example}\", …)"),
        Takes::Words(_, example) | Takes::Choice(_, example) | Takes::Own(example) => {
            format!("{word}({example})")
        }
        Takes::MaybeTexts(example) => format!("{word}, {word}(\"{example}\", …)"),
        Takes::MaybeWords(_) => format!("{word}, {word}(…)"),
    }
}

/// The rows of a vocabulary; one that stands in several places is written out at the first.
fn rows(
    page: &mut String,
    uses: &Uses,
    seen: &mut Vec<(&'static str, String)>,
    path: &str,
    of: &'static Vocabulary,
) {
    let cell = |text: &str| text.replace('|', "\\|");
    for keyword in of.offered() {
        let path = join(path, keyword.word);
        let first = uses.get(&join(of.module, keyword.word)).and_then(BTreeSet::first);
        let provider = first.map_or_else(String::new, |name| format!("`oauth-{name}`"));
        let (form, doc) = (cell(&form(keyword)), cell(keyword.doc));
        writeln!(page, "| `{path}` | `{form}` | {doc} | {provider} |").expect("a text");
        let Some(of) = inner(keyword) else { continue };
        if let Some((_, first)) = seen.iter().find(|(module, _)| *module == of.module) {
            writeln!(page, "| `{path}/…` | | as `{first}/…` | |").expect("a text");
        } else {
            seen.push((of.module, path.clone()));
            rows(page, uses, seen, &path, of);
        }
    }
}

/// `UPDATE_EXPECT=1 cargo test -p oauth-derive` writes the page anew.
#[test]
fn the_reference_of_all_keys_is_up_to_date() {
    const HEAD: &str = "\n| key | form | meaning | used by |\n|---|---|---|---|\n";
    let uses = uses();
    let mut page = String::from(
        "# Keys of a declaration\n\n\
         Every word of `#[oauth_provider(...)]`, where it stands, how it is written, and the first provider\n\
         that uses it. Written by a test of oauth-derive.\n",
    );
    page.push_str(HEAD);
    let mut seen = Vec::new();
    rows(&mut page, &uses, &mut seen, "", &KEYS);
    for (title, of) in
        [("Parameters in `params(...)`", &PARAMETER), ("Conditions in `when(...)`", &CONDITION)]
    {
        write!(page, "\n# {title}\n{HEAD}").expect("a text");
        rows(&mut page, &uses, &mut seen, of.module, of);
    }
    expect_file!["../../../oauth-declaration/KEYS.md"].assert_eq(&page);
}
