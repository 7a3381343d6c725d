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

/// What no provider uses in any place, and why it is there.
const LONE: [(&str, &str); 12] = [
    ("client_auth/client_secret_basic_and_post", "said of four providers, documented by none"),
    ("crate", "about a program"),
    ("error_response/map/unsupported_token_type", "a code of RFC 7009"),
    ("introspection_response/fields/active", "a member of RFC 7662"),
    ("introspection_response/fields/client_id", "a member of RFC 7662"),
    ("introspection_response/fields/iss", "a member of RFC 7662"),
    ("introspection_response/fields/token_type", "a member of RFC 7662"),
    ("pkce/S256", "the default"),
    ("token_request/body/form", "the default"),
    ("token_response/fields/token_type", "a member of RFC 6749"),
    ("token_response/format/json", "the default"),
    ("token_response/format/jsonp", "what QQ answers unless it is asked for JSON"),
];

/// What a word says, whichever message it is about: requests, answers with tokens, grants and ways to
/// authenticate have one shape each.
fn role(path: &str) -> String {
    const LIFETIMES: [&str; 3] = ["expires_in", "refresh_token_expires_in", "exp"];
    const ANSWERS: [&str; 4] = ["client_credentials_", "long_lived_token_", "password_", "refresh_"];
    let words: Vec<_> = path.split('/').collect();
    let answer = |block: &str| block.strip_suffix("response").is_some_and(|of| ANSWERS.contains(&of));
    match words[..] {
        [.., "because"] => "because".to_owned(),
        [_, "map", code] => format!("map/{code}"),
        [_, lifetime, ref rest @ ..] if LIFETIMES.contains(&lifetime) && !rest.is_empty() => {
            format!("lifetime/{}", rest.join("/"))
        }
        ["client_auth", ref method @ ..] | [_, "auth", ref method @ ..] if !method.is_empty() => {
            format!("auth/{}", method.join("/"))
        }
        ["grants", _, ref argument @ ..] if !argument.is_empty() => format!("grants/{}", argument.join("/")),
        [block] if answer(block) => "answer".to_owned(),
        [block, ref rest @ ..] if answer(block) || block == "token_response" => {
            format!("answer/{}", rest.join("/"))
        }
        [block, ref rest @ ..] if block.ends_with("_request") && !rest.is_empty() => {
            format!("request/{}", rest.join("/"))
        }
        _ => path.to_owned(),
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
        if let Some(first) = users.flatten().min() {
            return format!("`oauth-{first}`");
        }
        let path = join(path, word);
        let is_alike = |other: &str| role(other) == role(&path);
        let alike = self.uses.iter().find(|(other, _)| is_alike(other));
        let lone = LONE.iter().find(|(lone, _)| is_alike(lone));
        match (alike, lone) {
            (Some((other, users)), None) => {
                format!("as `{other}` of `oauth-{}`", users.first().expect("a user"))
            }
            (None, Some((_, reason))) => format!("none: {reason}"),
            (Some(_), Some(_)) => panic!("{path} is used: remove it from the list"),
            (None, None) => panic!("{path}: no provider uses it, and nothing says why it is there"),
        }
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
             that uses it; or where one uses the same word for another message; or, where none does, why it is there.\n\
             What stands in several places is written out where most providers use it. Written by a test of\n\
             oauth-derive.\n",
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
