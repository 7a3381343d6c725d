//! Collects what is wrong with a declaration, so that all of it is reported at once.

use proc_macro2::{Span, TokenStream};

/// The mistakes found so far.
#[derive(Debug, Default)]
pub(crate) struct Diagnostics {
    errors: Vec<syn::Error>,
}

impl Diagnostics {
    /// Reports one mistake at the smallest token to change: *fact; remedy*.
    pub(crate) fn error(&mut self, span: Span, message: impl std::fmt::Display) {
        self.errors.push(syn::Error::new(span, message));
    }

    /// The mistakes in the order of the source, or nothing if there are none.
    pub(crate) fn finish(mut self) -> Option<TokenStream> {
        self.errors.sort_by_key(|error| position(error.span()));
        let mut errors = self.errors.into_iter();
        let mut all = errors.next()?;
        all.extend(errors);
        Some(all.to_compile_error())
    }

    /// The messages, for unit tests.
    #[cfg(test)]
    pub(crate) fn messages(&self) -> Vec<String> {
        self.errors.iter().map(ToString::to_string).collect()
    }
}

/// Line and column; unit tests, which run outside the compiler, have none.
fn position(span: Span) -> (usize, usize) {
    if proc_macro::is_available() {
        let span = span.unwrap();
        (span.line(), span.column())
    } else {
        (0, 0)
    }
}

/// Says that `found` is not among `known`: names the nearest, or else all if they are few.
pub(crate) fn unknown(noun: &str, found: &str, known: &[&str]) -> String {
    match (closest(found, known), known) {
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
pub(crate) fn closest<'k>(found: &str, known: &[&'k str]) -> Option<&'k str> {
    let found = found.to_lowercase();
    known
        .iter()
        .map(|&name| (distance(&found, &name.to_lowercase()), name))
        .filter(|&(distance, name)| distance * 3 <= name.len().max(3))
        .min_by_key(|&(distance, _)| distance)
        .map(|(_, name)| name)
}

/// `` `a`, `b`, `c` ``.
pub(crate) fn list(names: &[&str]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

/// How many characters to add, drop, change or swap with their neighbour (optimal string
/// alignment).
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut table = vec![vec![0; b.len() + 1]; a.len() + 1];
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            table[i][j] = if i == 0 || j == 0 {
                i + j
            } else {
                let change = table[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
                let swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
                let swap = if swapped { table[i - 2][j - 2] + 1 } else { usize::MAX };
                change.min(swap).min(table[i - 1][j] + 1).min(table[i][j - 1] + 1)
            };
        }
    }
    table[a.len()][b.len()]
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
        for far in ["colour", "auth", "tokens_url", "x", ""] {
            assert_eq!(closest(far, KEYS), None, "{far}");
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
    fn distances() {
        for (a, b, expected) in
            [("", "abc", 3), ("abc", "abc", 0), ("basci", "basic", 1), ("kitten", "sitting", 3)]
        {
            assert_eq!(distance(a, b), expected, "{a} {b}");
        }
    }
}
