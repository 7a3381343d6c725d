//! The reference page of all keys, made of the table of words.

use crate::source::Source;
use crate::syntax;
use expect_test::expect_file;
use oauth_declaration::keyword::{CONDITION, KEYS, Keyword, PARAMETER, Takes, Vocabulary};
use oauth_declaration::{Item, List, Value};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

pub(super) const PROVIDERS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../providers");

/// By which providers the key at each path is used.
pub(super) type Uses = BTreeMap<String, BTreeSet<String>>;

/// The words in a list that stands for this vocabulary. Where it is a list of the author's own, its
/// items may hold words.
fn inner(keyword: &'static Keyword) -> Option<&'static Vocabulary> {
    match &keyword.takes {
        Takes::Words(of, _) | Takes::Choice(of, _) | Takes::MaybeWords(of) => Some(of),
        _ => None,
    }
}

fn note(uses: &mut Uses, provider: &str, path: &str, of: &'static Vocabulary, list: &List) {
    for item in list.iter().flatten() {
        let Item::Word { name, value } = item else { continue };
        let Some(keyword) = of.get(&name.text) else { continue };
        let path = join(path, keyword.word);
        uses.entry(path.clone()).or_default().insert(provider.to_owned());
        match (inner(keyword), value) {
            (Some(of), Value::List(list)) => note(uses, provider, &path, of, list),
            (None, Value::List(list)) => note_own(uses, provider, &path, list),
            _ => {}
        }
    }
}

fn note_own(uses: &mut Uses, provider: &str, path: &str, list: &List) {
    let (of, is_named) = match path.rsplit('/').next() {
        Some("params") => (&PARAMETER, true),
        Some("when") => (&CONDITION, false),
        _ => return,
    };
    if !is_named {
        return note(uses, provider, of.module, of, list);
    }
    for item in list.iter().flatten() {
        if let Item::Word { value: Value::List(list), .. } = item {
            note(uses, provider, of.module, of, list);
        }
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
                note(&mut uses, &name, "", &KEYS, &list);
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
        Takes::MaybeWords(_) => format!("{word}, {word}(…)"),
    }
}

/// The paths at which each vocabulary stands.
type Places = BTreeMap<&'static str, Vec<String>>;

fn places(of: &'static Vocabulary, path: &str, places: &mut Places) {
    for keyword in of.offered() {
        let path = join(path, keyword.word);
        if let Some(of) = inner(keyword) {
            places.entry(of.module).or_default().push(path.clone());
            self::places(of, &path, places);
        }
    }
}

struct Page {
    text: String,
    uses: Uses,
    places: Places,
}

impl Page {
    /// Where a vocabulary that stands in several places is written out: where most providers use it.
    fn home(&self, of: &'static Vocabulary) -> &str {
        let places = &self.places[of.module];
        let count = |path: &&String| self.uses.get(*path).map_or(0, BTreeSet::len);
        places.iter().rev().max_by_key(count).expect("a place")
    }

    /// The first provider that uses the word, in whichever of its places.
    fn first_use(&self, of: &'static Vocabulary, path: &str, word: &str) -> String {
        let elsewhere = self.places.get(of.module).into_iter().flatten().map(String::as_str);
        let users = [path].into_iter().chain(elsewhere).filter_map(|path| self.uses.get(&join(path, word)));
        let first = users.flatten().min();
        first.map_or_else(String::new, |name| format!("`oauth-{name}`"))
    }

    fn rows(&mut self, path: &str, of: &'static Vocabulary) {
        let cell = |text: &str| text.replace('|', "\\|");
        for keyword in of.offered() {
            let provider = self.first_use(of, path, keyword.word);
            let path = join(path, keyword.word);
            let (form, doc) = (cell(&form(keyword)), cell(keyword.doc));
            let inner = inner(keyword);
            let parameters = inner.filter(|_| matches!(keyword.word, "omit" | "rename")).map(parameters);
            let parameters = parameters.unwrap_or_default();
            writeln!(self.text, "| `{path}` | `{form}` | {doc}{parameters} | {provider} |").expect("a text");
            match inner {
                Some(_) if !parameters.is_empty() => {}
                Some(of) if *self.home(of) == path => self.rows(&path, of),
                Some(of) => {
                    let home = self.home(of).to_owned();
                    writeln!(self.text, "| `{path}/…` | | as `{home}/…` | |").expect("a text");
                }
                None => {}
            }
        }
    }
}

/// The standard parameters that a list may name.
fn parameters(of: &'static Vocabulary) -> String {
    let words: Vec<_> = of.offered().map(|keyword| format!("`{}`", keyword.word)).collect();
    format!(" Of {}.", words.join(", "))
}

/// `UPDATE_EXPECT=1 cargo test -p oauth-derive` writes the page anew.
#[test]
fn the_reference_of_all_keys_is_up_to_date() {
    const HEAD: &str = "\n| key | form | meaning | used by |\n|---|---|---|---|\n";
    let mut page = Page {
        text: String::from(
            "# Keys of a declaration\n\n\
             Every word of `#[oauth_provider(...)]`, where it stands, how it is written, and the first provider\n\
             that uses it. What stands in several places is written out where most providers use it. Written by a\n\
             test of oauth-derive.\n",
        ),
        uses: uses(),
        places: Places::new(),
    };
    for (path, of) in [("", &KEYS), (PARAMETER.module, &PARAMETER), (CONDITION.module, &CONDITION)] {
        places(of, path, &mut page.places);
    }
    page.text.push_str(HEAD);
    page.rows("", &KEYS);
    for (title, of) in
        [("Parameters in `params(...)`", &PARAMETER), ("Conditions in `when(...)`", &CONDITION)]
    {
        write!(page.text, "\n# {title}\n{HEAD}").expect("a text");
        page.rows(of.module, of);
    }
    expect_file!["../../../oauth-declaration/KEYS.md"].assert_eq(&page.text);
}
