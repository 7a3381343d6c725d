//! The table of words, and the module of hints in oauth-core that is made of it.

use expect_test::expect_file;
use oauth_declaration::keyword::{CONDITION, KEYS, PARAMETER, Takes, Vocabulary};
use oauth_declaration::vocabulary::{Endpoint, GrantType};
use std::collections::{BTreeMap, BTreeSet};

fn all() -> BTreeMap<&'static str, &'static Vocabulary> {
    fn visit(of: &'static Vocabulary, all: &mut BTreeMap<&'static str, &'static Vocabulary>) {
        all.insert(of.module, of);
        for keyword in of.words {
            if let Takes::Words(inner, _) | Takes::Choice(inner, _) | Takes::MaybeWords(inner) =
                &keyword.takes
            {
                visit(inner, all);
            }
        }
    }
    let mut all_words = BTreeMap::new();
    visit(&KEYS, &mut all_words);
    visit(&PARAMETER, &mut all_words);
    visit(&CONDITION, &mut all_words);
    all_words
}

#[test]
fn words_are_sorted() {
    for (module, of) in all() {
        assert!(of.words.is_sorted_by_key(|keyword| keyword.word), "{module}");
    }
}

#[test]
fn words_are_documented_in_the_form_they_are_written_in() {
    for (module, of) in all() {
        for keyword in of.offered() {
            let (word, doc) = (keyword.word, keyword.doc);
            assert!(
                doc.starts_with('`') && doc.contains(word) && doc.ends_with('.'),
                "{module}: {word}: {doc}"
            );
        }
    }
}

#[test]
fn every_endpoint_and_grant_is_a_word() {
    for endpoint in Endpoint::ALL {
        assert!(KEYS.get(endpoint.key()).is_some(), "{endpoint:?}");
    }
    for grant in GrantType::ALL {
        assert!(all()["grants"].get(grant.word()).is_some(), "{grant:?}");
    }
}

#[test]
fn the_user_documentation_has_all_keys_of_the_first_level_and_all_grants() {
    let docs = include_str!("../../docs/grammar.md");
    for keyword in KEYS.offered().chain(all()["grants"].offered()) {
        assert!(docs.contains(keyword.word), "{}", keyword.word);
    }
}

/// A word without a case would be one that can be misused without a message that somebody has read.
#[test]
fn every_word_stands_in_a_wrong_declaration() {
    let mut written = BTreeSet::new();
    let topics = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/ui/declaration"));
    for topic in topics.expect("the cases") {
        for case in std::fs::read_dir(topic.expect("a topic").path()).expect("its cases") {
            let case = case.expect("a case").path();
            if case.extension().is_some_and(|extension| extension == "rs") {
                let source = std::fs::read_to_string(case).expect("a source file");
                let words = source.split(|char: char| !char.is_ascii_alphanumeric() && char != '_');
                written.extend(words.map(str::to_owned));
            }
        }
    }
    let offered = all().into_iter().flat_map(|(module, of)| of.offered().map(move |it| (module, it.word)));
    let lone: Vec<_> = offered.filter(|(_, word)| !written.contains(*word)).collect();
    assert!(lone.is_empty(), "no case under tests/ui/declaration has them: {lone:?}");
}

/// `UPDATE_EXPECT=1 cargo test -p oauth-derive` writes the module anew.
#[test]
fn the_hints_in_oauth_core_are_up_to_date() {
    let mut source = String::from(
        "//! What only the expansion of the macros names. Nothing here is public API.\n\n\
         use std::sync::Arc;\n\n\
         /// What `Provider::hook` returns.\n\
         pub type Hook = Arc<dyn crate::Hook>;\n\n\
         /// The hook in a field.\n\
         pub fn hook<H: crate::Hook + Clone>(hook: &H) -> Option<Hook> {\n    \
             Some(Arc::new(hook.clone()))\n\
         }\n\n\
         /// The words of a declaration, for editors. Written by a test of oauth-derive.\n\
         #[allow(non_upper_case_globals)]\npub mod ide {\n",
    );
    for (at, (module, of)) in all().into_iter().enumerate() {
        if at > 0 {
            source.push('\n');
        }
        source.push_str(&format!("    pub mod {module} {{\n"));
        // `crate` can't be the name of an item.
        for keyword in of.offered().filter(|keyword| keyword.word != "crate") {
            source.push_str(&format!(
                "        /// {}\n        pub const {}: () = ();\n",
                keyword.doc, keyword.word
            ));
        }
        source.push_str("    }\n");
    }
    source.push_str("}\n");
    expect_file!["../../../oauth-core/src/private.rs"].assert_eq(&source);
}
