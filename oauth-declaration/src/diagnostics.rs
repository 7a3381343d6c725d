//! Collects what is wrong with a declaration, so that all of it is reported at once.

use crate::item::At;

/// The mistakes found so far.
#[derive(Debug, Default)]
pub struct Diagnostics {
    found: Vec<Diagnostic>,
    is_of_a_file: bool,
}

/// One mistake.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The smallest part to change.
    pub at: At,
    /// *fact; remedy*, in one line.
    pub message: String,
}

impl Diagnostics {
    /// Those of a definition in a file, whose author knows nothing of Rust.
    pub fn of_a_file() -> Self {
        Self { is_of_a_file: true, ..Self::default() }
    }

    /// Whether they are those of a definition in a file.
    pub fn is_of_a_file(&self) -> bool {
        self.is_of_a_file
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.found.len()
    }

    /// Reports one mistake at the smallest part to change: *fact; remedy*.
    pub fn error(&mut self, at: At, message: impl Into<String>) {
        self.found.push(Diagnostic { at, message: message.into() });
    }

    /// Reports a mistake that was found before.
    pub fn report(&mut self, diagnostic: Diagnostic) {
        self.found.push(diagnostic);
    }

    /// The mistakes, in the order in which they were found.
    pub fn into_vec(self) -> Vec<Diagnostic> {
        self.found
    }
}

/// Says that `found` is not among `known`: names the nearest, or else all if they are few.
pub fn unknown(noun: &str, found: &str, known: &[&str]) -> String {
    match (closest(found, known).or_else(|| abbreviated(found, known)), known) {
        (Some(best), _) => format!("unknown {noun} `{found}`; did you mean `{best}`?"),
        (None, [only]) => format!("unknown {noun} `{found}`; only `{only}` may stand here"),
        (None, _) if known.len() <= 8 => {
            format!("unknown {noun} `{found}`; use one of {}", list(known))
        }
        (None, _) => {
            format!("unknown {noun} `{found}`; the documentation of `#[oauth_provider]` lists them all")
        }
    }
}

/// The known name that `found` most likely stands for.
pub fn closest<'k>(found: &str, known: &[&'k str]) -> Option<&'k str> {
    let found = found.to_lowercase();
    let length = found.chars().count();
    let is_near = |distance: usize, name: &str| distance.saturating_mul(3) <= name.len().max(3);
    known
        .iter()
        // A distance is the difference of the lengths at least; a long text is not compared with all.
        .filter(|name| is_near(length.abs_diff(name.chars().count()), name))
        .map(|&name| (distance(&found, &name.to_lowercase()), name))
        .filter(|&(distance, name)| is_near(distance, name))
        .min_by_key(|&(distance, _)| distance)
        .map(|(_, name)| name)
}

/// The known name that `found` is some words of, such as `code` of `authorization_code`; of two, the
/// shorter.
pub fn abbreviated<'k>(found: &str, known: &[&'k str]) -> Option<&'k str> {
    let has_all =
        |name: &&str| found.split('_').all(|word| !word.is_empty() && name.split('_').any(|it| it == word));
    let mut names: Vec<_> = known.iter().copied().filter(|name| has_all(name)).collect();
    names.sort_by_key(|name| name.len());
    names.first().copied().filter(|_| names.len() <= 2)
}

/// A word for a text that is none, such as `write_all` for `write:all`.
pub fn word_for(text: &str) -> String {
    let last = text.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    let word: String = last.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect();
    let word = word.trim_matches('_');
    if word.starts_with(|c: char| c.is_ascii_alphabetic()) { word.to_owned() } else { format!("name_{word}") }
}

/// `` `a`, `b`, `c` ``.
pub fn list(names: &[&str]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

/// How many characters to add, drop, change or swap with their neighbour (optimal string
/// alignment).
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    // The rows of the table for the last two prefixes of `a`.
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    let mut previous = None;
    for (i, c) in a.chars().enumerate() {
        let mut row = vec![i.saturating_add(1)];
        for (j, d) in b.iter().enumerate() {
            let at = |row: &[usize], j: usize| row.get(j).copied().unwrap_or(usize::MAX);
            let beside = j.checked_sub(1);
            let is_swap = beside.and_then(|beside| b.get(beside)) == Some(&c) && previous == Some(*d);
            let swap = beside.filter(|_| is_swap).map_or(usize::MAX, |beside| at(&before, beside));
            let change = at(&last, j).saturating_add(usize::from(c != *d));
            let drop = at(&last, j.saturating_add(1)).saturating_add(1);
            let add = at(&row, j).saturating_add(1);
            row.push(change.min(swap.saturating_add(1)).min(drop).min(add));
        }
        (before, last, previous) = (last, row, Some(c));
    }
    last.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEYS: &[&str] = &["authorization_endpoint", "token_endpoint", "grants", "pkce"];

    #[test]
    fn the_nearest_name_is_suggested() {
        assert_eq!(closest("authorisation_endpoint", KEYS), Some("authorization_endpoint"));
        assert_eq!(closest("token_enpoint", KEYS), Some("token_endpoint"));
        assert_eq!(closest("grant", KEYS), Some("grants"));
        assert_eq!(closest("pcke", KEYS), Some("pkce"));
        assert_eq!(closest("PKCE", KEYS), Some("pkce"));
    }

    #[test]
    fn a_far_name_is_not() {
        for far in ["colour", "auth", "tokens_url", "x", "", &"token_endpoint".repeat(10_000)] {
            assert_eq!(closest(far, KEYS), None, "{far:.20}");
        }
    }

    #[test]
    fn short_sets_are_listed() {
        assert_eq!(
            unknown("choice", "magic", &["get", "post"]),
            "unknown choice `magic`; use one of `get`, `post`"
        );
        assert_eq!(
            unknown("choice", "magic", &["allowed"]),
            "unknown choice `magic`; only `allowed` may stand here"
        );
    }

    #[test]
    fn some_words_of_a_name_suggest_it() {
        let grants = ["access_token_refresh", "authorization_code", "long_lived_token", "refresh_token"];
        assert_eq!(abbreviated("code", &grants), Some("authorization_code"));
        assert_eq!(abbreviated("refresh", &grants), Some("refresh_token"));
        for unclear in ["token", "grant", "_", ""] {
            assert_eq!(abbreviated(unclear, &grants), None, "{unclear}");
        }
    }

    #[test]
    fn a_text_that_is_no_word_gets_one() {
        for (text, word) in [
            ("write:all", "write_all"),
            ("https://api.example/auth/drive.readonly", "drive_readonly"),
            ("2fa", "name_2fa"),
            ("*", "name_"),
        ] {
            assert_eq!(word_for(text), word);
        }
    }

    #[test]
    fn distances() {
        for (a, b, expected) in
            [("", "abc", 3), ("abc", "abc", 0), ("basci", "basic", 1), ("kitten", "sitting", 3)]
        {
            assert_eq!(distance(a, b), expected, "{a} {b}");
        }
    }
}
