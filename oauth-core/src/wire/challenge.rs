//! `WWW-Authenticate: Bearer …` (RFC 6750 section 3, RFC 9110 section 11.6.1).

use super::text;
use crate::error::ErrorCode;
use http::{HeaderMap, header};
use std::fmt;

/// What an API says about an access token that it refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BearerChallenge {
    realm: Option<Box<str>>,
    code: Option<ErrorCode>,
    description: Option<Box<str>>,
    scope: Option<Box<str>>,
}

impl BearerChallenge {
    /// The protected area.
    pub fn realm(&self) -> Option<&str> {
        self.realm.as_deref()
    }

    /// `invalid_token` for an expired, revoked or unknown token; `insufficient_scope` for one that
    /// may not do this.
    pub fn code(&self) -> Option<&ErrorCode> {
        self.code.as_ref()
    }

    /// The API's explanation for developers, bounded and with control characters escaped.
    pub fn description(&self) -> Option<&str> {
        self.description.as_deref()
    }

    /// The scopes that the request needs.
    pub fn scope(&self) -> Option<&str> {
        self.scope.as_deref()
    }
}

impl fmt::Display for BearerChallenge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.code, &self.description) {
            (Some(code), Some(description)) => write!(f, "`{code}`: {description}"),
            (Some(code), None) => write!(f, "`{code}`"),
            (None, Some(description)) => f.write_str(description),
            (None, None) => f.write_str("no error code"),
        }
    }
}

/// The first Bearer challenge of the answer.
pub(crate) fn parse(headers: &HeaderMap, secrets: &[&str]) -> Option<BearerChallenge> {
    headers
        .get_all(header::WWW_AUTHENTICATE)
        .iter()
        .filter(|value| value.len() <= 8192)
        // A description in another language is no reason to miss the code.
        .find_map(|value| bearer(&String::from_utf8_lossy(value.as_bytes()), secrets))
}

fn bearer(value: &str, secrets: &[&str]) -> Option<BearerChallenge> {
    let mut challenge = BearerChallenge { realm: None, code: None, description: None, scope: None };
    let mut inside = false;
    for element in elements(value) {
        // An element is `Scheme`, `Scheme name=value` or, inside a challenge, `name=value`.
        let (word, rest) =
            element.split_once([' ', '\t']).map_or((element, ""), |(word, rest)| (word, rest.trim()));
        let parameter = if word.contains('=') || rest.starts_with('=') {
            element
        } else if inside {
            break;
        } else {
            inside = word.eq_ignore_ascii_case("bearer");
            rest
        };
        if inside && let Some((name, value)) = parameter.split_once('=') {
            challenge.set(name.trim(), &unquote(value.trim()), secrets);
        }
    }
    inside.then_some(challenge)
}

impl BearerChallenge {
    /// Keeps the first value of each parameter.
    fn set(&mut self, name: &str, value: &str, secrets: &[&str]) {
        let slot = match name.to_ascii_lowercase().as_str() {
            "error" => {
                self.code.get_or_insert_with(|| ErrorCode::parse(value, secrets));
                return;
            }
            "realm" => &mut self.realm,
            "error_description" => &mut self.description,
            "scope" => &mut self.scope,
            _ => return,
        };
        slot.get_or_insert_with(|| text::printable(value, secrets));
    }
}

/// The parts between the commas that stand outside quotes.
fn elements(value: &str) -> impl Iterator<Item = &str> {
    let (mut quoted, mut escaped) = (false, false);
    value
        .split(move |character: char| {
            match character {
                _ if escaped => escaped = false,
                '\\' if quoted => escaped = true,
                '"' => quoted = !quoted,
                ',' if !quoted => return true,
                _ => {}
            }
            false
        })
        .map(str::trim)
        .filter(|element| !element.is_empty())
}

fn unquote(value: &str) -> String {
    let Some(inner) = value.strip_prefix('"') else { return value.to_owned() };
    let mut text = String::with_capacity(inner.len());
    let mut characters = inner.chars();
    while let Some(character) = characters.next() {
        match character {
            '"' => break,
            '\\' => text.extend(characters.next()),
            _ => text.push(character),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn challenge(value: &str) -> Option<BearerChallenge> {
        let mut headers = HeaderMap::new();
        headers.insert(header::WWW_AUTHENTICATE, value.parse().unwrap());
        parse(&headers, &["hunter22"])
    }

    #[test]
    fn an_expired_token() {
        let value = r#"Bearer realm="Doorkeeper", error="invalid_token", error_description="The access token expired""#;
        let challenge = challenge(value).unwrap();
        assert_eq!(challenge.realm(), Some("Doorkeeper"));
        assert_eq!(challenge.code(), Some(&ErrorCode::InvalidToken));
        assert_eq!(challenge.description(), Some("The access token expired"));
    }

    #[test]
    fn among_other_challenges() {
        let value = r#"Basic realm="a, Bearer b", bearer error = insufficient_scope, scope="read \"all\"", Digest error="x""#;
        let challenge = challenge(value).unwrap();
        assert_eq!(challenge.code(), Some(&ErrorCode::InsufficientScope));
        assert_eq!(challenge.scope(), Some("read \"all\""));
        assert_eq!(challenge.realm(), None);
    }

    #[test]
    fn a_challenge_says_what_it_knows() {
        let shown = |value: &str| challenge(value).unwrap().to_string();
        assert_eq!(shown("Bearer error=x, error_description=\"y z\""), "`x`: y z");
        assert_eq!(shown("Bearer error=x"), "`x`");
        assert_eq!(shown("Bearer error_description=y"), "y");
        assert_eq!(shown("Bearer"), "no error code");
        assert_eq!(shown("Bearer error=x, error=y"), "`x`");
    }

    #[test]
    fn the_first_bearer_challenge_of_several_headers() {
        let mut headers = HeaderMap::new();
        let long = format!("Bearer error=long, x={}", "y".repeat(8192));
        for value in [
            "Basic error=basic",
            &long,
            "Digest a=b, Bearer scope=\"a, b\", error=first",
            "Bearer error=second",
        ] {
            headers.append(header::WWW_AUTHENTICATE, value.parse().unwrap());
        }
        let challenge = parse(&headers, &[]).unwrap();
        assert_eq!(challenge.code().map(ErrorCode::as_str), Some("first"));
        assert_eq!(challenge.scope(), Some("a, b"));
        let longest = format!("Bearer error=x, y={}", "z".repeat(8192 - 18));
        assert_eq!(longest.len(), 8192);
        headers.insert(header::WWW_AUTHENTICATE, longest.parse().unwrap());
        assert!(parse(&headers, &[]).is_some());
    }

    #[test]
    fn quotes_and_escapes_end_where_they_end() {
        let described = |value: &str| challenge(value).unwrap().description().map(str::to_owned);
        assert_eq!(described(r#"Bearer error_description="a\\", error=x"#).as_deref(), Some("a\\"));
        assert_eq!(described(r#"Bearer error_description="a\",b" , error=x"#).as_deref(), Some("a\",b"));
        assert_eq!(described(r#"Bearer error_description=a\"#).as_deref(), Some("a\\"));
        assert_eq!(described(r#"Bearer error_description="a"b"#).as_deref(), Some("a"));
        assert_eq!(described("Bearer realm = \"x\" ,, error_description = y").as_deref(), Some("y"));
        assert_eq!(described("Bearer error=x, Basic error_description=y"), None);
    }

    #[test]
    fn a_description_beyond_ascii() {
        for text in ["g\u{fc}ltig nur mit mehr Rechten".as_bytes(), b"g\xfcltig"] {
            let value = [b"Bearer error=\"insufficient_scope\", error_description=\"", text, b"\""].concat();
            let mut headers = HeaderMap::new();
            headers.insert(header::WWW_AUTHENTICATE, http::HeaderValue::from_bytes(&value).unwrap());
            let challenge = parse(&headers, &[]).unwrap();
            assert_eq!(challenge.code(), Some(&ErrorCode::InsufficientScope));
        }
    }

    #[test]
    fn odd_and_hostile_values() {
        assert!(challenge("Basic realm=\"x\"").is_none());
        assert!(challenge("").is_none());
        assert!(challenge("Bearer").is_some());
        assert!(challenge("Bearer error=\"unterminated").is_some());
        assert!(challenge("Bearer =,=,,==").is_none());
        assert!(challenge(&"Bearer x=\"".repeat(10_000)).is_none());
        let echoed = challenge("Bearer error_description=\"hunter22 is dead\"").unwrap();
        assert_eq!(echoed.description(), Some("[redacted] is dead"));
    }

    #[test]
    fn a_backslash_escapes_inside_of_quotes_only() {
        let challenge = challenge(r#"Bearer realm=a\, error=invalid_token, scope=\"#).unwrap();
        assert_eq!(challenge.realm(), Some("a\\"));
        assert_eq!(challenge.code(), Some(&ErrorCode::InvalidToken));
        assert_eq!(challenge.scope(), Some("\\"));
    }
}
