//! Where else in the table a word may stand: for one that was written in the wrong list.

use super::{KEYS, Keyword, Takes, Vocabulary};
use crate::item::{Item, Value};
use crate::vocabulary::Request;

/// A word below those that lead to it.
type Path = Vec<&'static Keyword>;

/// The nearest places of a word that may not stand in a list of this vocabulary, as they are written.
#[derive(Debug)]
pub struct Elsewhere {
    /// One place, or two that are equally near.
    pub places: Vec<String>,
    /// How many lists lie between here and there.
    pub distance: usize,
    /// Whether what follows the word is a list of words that may stand in it there.
    pub is_certain: bool,
    /// Whether it is a word of the top level.
    pub is_top: bool,
}

/// Where `word`, with what follows it, may stand.
pub fn elsewhere(of: &'static Vocabulary, word: &str, value: &Value) -> Option<Elsewhere> {
    // These belong to whatever stands beside them.
    if matches!(word, "because" | "name") {
        return None;
    }
    let (mut here, mut found) = (Vec::new(), Vec::new());
    walk(&KEYS, &mut Vec::new(), &mut |reached, path| {
        if std::ptr::eq(reached, of) {
            here.push(words(path));
        }
        if let Some(keyword) = reached.get(word)
            && !matches!(keyword.takes, Takes::Refused(_))
        {
            found.push(path.iter().copied().chain([keyword]).collect::<Path>());
        }
    });
    let is_flat = of.words.iter().all(|keyword| {
        matches!(keyword.takes, Takes::Nothing | Takes::Text(_) | Takes::Texts(_) | Takes::Refused(_))
    });
    let mut ranked: Vec<_> = found
        .iter()
        .filter_map(|path| {
            let (leaf, above) = path.split_last()?;
            // With a list, the word means something else than a text.
            if matches!((&leaf.takes, value), (Takes::Text(_), Value::List(_))) {
                return None;
            }
            let there = words(above);
            // A word alone, and a name, mean something by the list that they stand in.
            let may_move = |here: &&Vec<_>| {
                let is_below = there.starts_with(here);
                has_its_words(leaf, value)
                    || is_below
                    || !matches!(leaf.takes, Takes::Nothing) && (!is_flat || here.starts_with(&there))
            };
            let distance = here.iter().filter(may_move).map(|here| distance(here, &there)).min()?;
            Some(((!fits(leaf, value), distance), rank(path), path))
        })
        .collect();
    ranked.sort_by_key(|(nearness, rank, _)| (*nearness, *rank));
    let (nearness, _, best) = ranked.first()?;
    let nearest = ranked.iter().filter(|(other, ..)| other == nearness).take(2);
    let (_, distance) = *nearness;
    Some(Elsewhere {
        places: nearest.map(|(.., path)| written(path)).collect(),
        distance,
        is_certain: best.last().is_some_and(|leaf| has_its_words(leaf, value)),
        is_top: best.len() == 1,
    })
}

fn walk(
    of: &'static Vocabulary,
    path: &mut Path,
    visit: &mut impl FnMut(&'static Vocabulary, &[&'static Keyword]),
) {
    visit(of, path);
    for keyword in of.words {
        if let Some(inner) = keyword.inner() {
            path.push(keyword);
            walk(inner, path, visit);
            path.pop();
        }
    }
}

fn words(path: &[&'static Keyword]) -> Vec<&'static str> {
    path.iter().map(|keyword| keyword.word).collect()
}

/// How many lists to leave and to enter.
fn distance(from: &[&str], to: &[&str]) -> usize {
    let common = from.iter().zip(to).take_while(|(a, b)| a == b).count();
    from.len().saturating_add(to.len()).saturating_sub(common.saturating_mul(2))
}

/// Of equally near places, the messages that all have come before those of one grant.
fn rank(path: &Path) -> (bool, usize) {
    let first = path.first().map(|keyword| keyword.word);
    let is_its_block = |request: &Request| first == Some(request.key()) || first == request.token_response();
    let at = Request::ALL.iter().position(|request| first.is_some() && is_its_block(request));
    let of_one_grant = at.and_then(|at| Request::ALL.get(at)).is_some_and(|it| !it.grants().is_empty());
    (of_one_grant, at.map_or(0, |at| at.saturating_add(1)))
}

/// Whether what follows the word has the form that it has there.
fn fits(keyword: &Keyword, value: &Value) -> bool {
    match (&keyword.takes, value) {
        (Takes::Nothing | Takes::MaybeWords(_), Value::Nothing) => true,
        (Takes::Text(_) | Takes::Texts(_), Value::Text(_)) => true,
        (Takes::Own(_) | Takes::Texts(_), Value::List(_)) => true,
        _ => has_its_words(keyword, value),
    }
}

fn has_its_words(keyword: &Keyword, value: &Value) -> bool {
    let Some(of) = keyword.inner() else { return false };
    match value {
        Value::List(list) => list.iter().any(|item| match item {
            Ok(Item::Word { name, .. }) => of.get(&name.text).is_some(),
            Ok(Item::Text(text)) => text.or_word && of.get(&text.value).is_some(),
            Err(_) => false,
        }),
        // In a file, one word needs no list around it.
        Value::Text(text) => text.or_word && of.get(&text.value).is_some(),
        _ => false,
    }
}

/// `a(b(c = "…"))`.
fn written(path: &Path) -> String {
    let Some((leaf, above)) = path.split_last() else { return String::new() };
    let word = leaf.word;
    let leaf = match leaf.takes {
        Takes::Text(_) | Takes::Texts(_) => format!("{word} = \"…\""),
        Takes::Nothing | Takes::MaybeWords(_) | Takes::Refused(_) => word.to_owned(),
        Takes::Words(..) | Takes::Choice(..) | Takes::Own(_) => format!("{word}(...)"),
    };
    above.iter().rev().fold(leaf, |inner, outer| format!("{}({inner})", outer.word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(of: &'static Vocabulary, word: &str) -> Vec<String> {
        elsewhere(of, word, &Value::Nothing).map(|found| found.places).unwrap_or_default()
    }

    fn grants() -> &'static Vocabulary {
        KEYS.get("grants").and_then(Keyword::inner).unwrap()
    }

    #[test]
    fn a_word_of_a_lower_list_is_found_with_the_way_to_it() {
        assert_eq!(places(&KEYS, "S256"), ["pkce(S256)"]);
        assert_eq!(places(&KEYS, "offline_scope"), ["grants(refresh_token(offline_scope(...)))"]);
    }

    #[test]
    fn the_answers_to_all_grants_come_before_those_to_one() {
        let found = elsewhere(&KEYS, "expires_in", &Value::Nothing).unwrap();
        assert_eq!(found.places.first().map(String::as_str), Some("token_response(expires_in(...))"));
    }

    #[test]
    fn a_word_of_a_higher_list_is_of_the_top_level() {
        let found = elsewhere(grants(), "issuer", &Value::Nothing).unwrap();
        assert!(found.is_top && found.places == ["issuer = \"…\""], "{found:?}");
    }

    #[test]
    fn a_word_alone_is_not_moved_between_lists_that_lie_side_by_side() {
        let inner = |of: &'static Vocabulary, word| of.get(word).and_then(Keyword::inner).unwrap();
        let send = inner(inner(&KEYS, "refresh_request"), "send");
        assert_eq!(places(send, "client_secret"), Vec::<String>::new());
        assert_eq!(places(&KEYS, "because"), Vec::<String>::new());
    }
}
