//! Redirect URIs: which may be used, and how one goes out (RFC 6749 section 3.1.2, RFC 8252 section 7).

use super::form::{Form, Parameters, Value, encoded, is_plain_text, split_once};
use super::text;
use crate::error::Error;
use crate::metadata::{RedirectUriKind, StateCarrier};
use std::borrow::Cow;
use std::sync::Arc;

/// A redirect URI that was checked.
#[derive(Clone)]
pub(crate) struct Checked {
    pub(crate) text: Arc<str>,
    encoded: Box<str>,
}

impl Checked {
    pub(crate) fn new(kind: RedirectUriKind, text: Arc<str>) -> Result<Self, Error> {
        check(kind, &text)?;
        Ok(Self { encoded: encoded(&text), text })
    }

    pub(crate) fn value(&self) -> Value<'_> {
        Value::new(&self.text, Some(&self.encoded))
    }
}

/// The redirect URI as it goes out, in the authorization request and in that for tokens alike.
pub(crate) fn sent<'a>(carrier: StateCarrier, redirect_uri: &'a str, state: &str) -> Cow<'a, str> {
    match carrier {
        StateCarrier::OwnParameter => Cow::Borrowed(redirect_uri),
        StateCarrier::InRedirectUri => {
            let mut query = Form::query_of(redirect_uri, 32);
            query.append("state", state);
            Cow::Owned(query.into_string())
        }
    }
}

/// An absolute URI that a code may go to: `https`, `http` to a loopback address, or a private-use
/// scheme with a dot (RFC 8252 section 7); without a fragment (RFC 6749 section 3.1.2).
fn check(kind: RedirectUriKind, redirect_uri: &str) -> Result<(), Error> {
    let wrong = |what: &str| {
        // What stands before an `@` may be a password.
        let message = match redirect_uri.contains('@') {
            true => format!("the redirect URI {what}"),
            false => format!("the redirect URI {} {what}", text::Quoted(redirect_uri)),
        };
        Err(Error::configuration(message))
    };
    let is_odd = |char: char| char.is_control() || char.is_whitespace();
    // Nearly every URI is plain, which is quickly seen.
    if redirect_uri.is_empty() || !text::is_graphic(redirect_uri) && redirect_uri.chars().any(is_odd) {
        return wrong("is empty or holds spaces or control characters");
    }
    if kind == RedirectUriKind::Opaque {
        return Ok(());
    }
    if !text::all(redirect_uri, |byte| !matches!(byte, b'#' | b'\\')) {
        // It is in no URI (RFC 3986 section 2).
        if redirect_uri.contains('\\') {
            return wrong("holds a backslash, which browsers read as a slash; write a slash");
        }
        return wrong("has a fragment, which RFC 6749 section 3.1.2 forbids");
    }
    let Some((scheme, rest)) = split_once(redirect_uri, b':') else { return wrong("is not an absolute URI") };
    let authority = rest.strip_prefix("//").map(authority);
    match (scheme, authority) {
        // A plain name, as nearly every host is: neither user information nor a port.
        ("https", Some(host)) if !host.is_empty() && is_plain_text(host) => Ok(()),
        ("https" | "http", None) => wrong("names no host"),
        ("https" | "http", Some(authority)) if authority.bytes().any(|byte| byte == b'@') => {
            wrong("holds user information")
        }
        ("https" | "http", Some(authority)) if !has_good_port(authority) => {
            // It may be a password, too, whose end is missing.
            Err(Error::configuration("the redirect URI has a port that is no number"))
        }
        ("https" | "http", Some(authority)) if authority.is_empty() || authority.starts_with(':') => {
            wrong("names no host")
        }
        ("https", Some(_)) => Ok(()),
        ("http", Some(authority)) if is_loopback(authority) => Ok(()),
        ("http", Some(_)) => wrong("is plain http to another machine; use https (RFC 9700 section 2.6)"),
        _ if scheme.contains('.')
            && scheme.starts_with(|first: char| first.is_ascii_alphabetic())
            && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte)) =>
        {
            Ok(())
        }
        _ => wrong(
            "has a scheme that any app may claim; use https or a reversed domain name (RFC 8252 section 7.1)",
        ),
    }
}

/// No port, or one of digits.
fn has_good_port(authority: &str) -> bool {
    let behind_address = authority.rsplit(']').next().unwrap_or_default();
    behind_address.split_once(':').is_none_or(|(_, port)| port.bytes().all(|byte| byte.is_ascii_digit()))
}

/// What stands before the path and the query.
fn authority(rest: &str) -> &str {
    let end = rest.bytes().position(|byte| matches!(byte, b'/' | b'?'));
    end.and_then(|end| rest.get(..end)).unwrap_or(rest)
}

fn is_loopback(authority: &str) -> bool {
    let is_port = |rest: &str| rest.is_empty() || rest.starts_with(':');
    ["127.0.0.1", "[::1]", "localhost"]
        .into_iter()
        .any(|host| authority.strip_prefix(host).is_some_and(is_port))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn redirect_uris() {
        let is_allowed = |uri| check(RedirectUriKind::Url, uri).is_ok();
        for uri in [
            "https://app.example/cb",
            "http://127.0.0.1:8765/cb",
            "http://[::1]:1/cb",
            "http://localhost/cb",
            "com.example.app:/cb",
            "com.example.app://cb",
            "https://app.example:8443",
            "https://[2001:db8::1]:8443/cb",
        ] {
            assert!(is_allowed(uri), "{uri}");
        }
        for uri in [
            "",
            "cb",
            "http://app.example/cb",
            "https://",
            "https://a@b/",
            "https://app.example/#x",
            "javascript:alert(1)",
            "myapp://cb",
            "https://app.example/a b",
            "http://127.0.0.1.evil.example/",
            "https://app.example/\n",
            "https://:443/cb",
            "127.0.0.1:8765/cb",
            ".a:/cb",
            "http://[::1].evil.example/",
            "http://[::1]evil/",
            "http://[::1]:evil/",
            "https://app.example:80:80/",
            "https://app.example:evil/",
            "http://localhost:80x/",
            // What a browser takes for a slash.
            r"https://\me:hunter22@b/",
            r"https://x\\/me:hunter22@b/",
            r"https://app.example/c\b",
            r"com.example.app:\cb",
        ] {
            assert!(!is_allowed(uri), "{uri}");
        }
        for uri in [
            "https://me:hunter22@b/",
            "https://me:hunter22/@b/",
            r"https://\me:hunter22@b/",
            "https://me:hunter22@b/#x",
            "https://me:hunter22@b/ ",
            "ftp://me:hunter22@b/",
            "//me:hunter22@b/",
            "me:hunter22@b/",
            "hunter22@b",
        ] {
            let shown = check(RedirectUriKind::Url, uri).unwrap_err().to_string();
            assert!(!shown.contains("hunter22"), "{shown}");
        }
        assert!(check(RedirectUriKind::Opaque, "My_Company-MyCompan-AppNam-abcdef").is_ok());
        assert!(check(RedirectUriKind::Opaque, r"My\Alias").is_ok());
        assert!(check(RedirectUriKind::Opaque, "a\r\nb").is_err());
    }

    #[test]
    fn a_redirect_uri_may_be_an_iri_without_spaces() {
        for uri in ["https://app.example/caf\u{e9}", "com.example.app:/\u{2713}"] {
            assert!(check(RedirectUriKind::Url, uri).is_ok(), "{uri}");
        }
        for uri in
            ["https://app.example/\u{a0}", "https://app.example/\u{3000}x", "https://app.example/\u{85}"]
        {
            for kind in [RedirectUriKind::Url, RedirectUriKind::Opaque] {
                let error = check(kind, uri).unwrap_err().to_string();
                assert!(error.ends_with("is empty or holds spaces or control characters"), "{error}");
            }
        }
    }

    #[test]
    fn an_error_says_what_is_wrong_with_a_redirect_uri() {
        for (uri, what) in [
            ("https:app.example/cb", "names no host"),
            ("http:cb", "names no host"),
            ("https://", "names no host"),
            ("https://:443/cb", "names no host"),
            ("http://app.example/cb", "is plain http to another machine; use https (RFC 9700 section 2.6)"),
            ("cb", "is not an absolute URI"),
            ("https://app.example/#", "has a fragment, which RFC 6749 section 3.1.2 forbids"),
            (
                "myapp://cb",
                "has a scheme that any app may claim; use https or a reversed domain name (RFC 8252 section 7.1)",
            ),
        ] {
            let error = check(RedirectUriKind::Url, uri).unwrap_err().to_string();
            assert!(error.ends_with(&format!("the redirect URI {uri:?} {what}")), "{error}");
        }
    }
}
