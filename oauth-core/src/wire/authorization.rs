//! The authorization request (RFC 6749 section 4.1.1, RFC 7636 section 4.3).

use super::form::{Form, Parameters};
use super::text;
use crate::error::Error;
use crate::metadata::{Metadata, ParameterValue, RedirectUriKind};
use crate::secret::Secret;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::digest::{SHA256, digest};
use std::borrow::Cow;

/// 128 bits of `state` and 256 bits of code verifier, drawn together.
pub(crate) const ENTROPY: usize = 48;

/// What makes one login unlike any other.
pub(crate) struct Protection {
    pub(crate) state: Secret,
    pub(crate) code_verifier: Secret,
}

impl Protection {
    pub(crate) fn new(entropy: &[u8; ENTROPY]) -> Self {
        let (state, verifier) = entropy.split_at(16);
        Self {
            state: Secret::new(URL_SAFE_NO_PAD.encode(state)),
            code_verifier: Secret::new(URL_SAFE_NO_PAD.encode(verifier)),
        }
    }
}

/// The S256 challenge of a verifier (RFC 7636 section 4.2).
pub(crate) fn code_challenge(code_verifier: &str) -> String {
    URL_SAFE_NO_PAD.encode(digest(&SHA256, code_verifier.as_bytes()))
}

/// The values of one authorization request.
pub(crate) struct Request<'a> {
    pub(crate) response_type: &'static str,
    pub(crate) client_id: &'a str,
    pub(crate) redirect_uri: &'a str,
    pub(crate) scopes: &'a [Cow<'static, str>],
    pub(crate) state: &'a str,
    pub(crate) code_verifier: Option<&'a str>,
    pub(crate) params: &'a [(Cow<'static, str>, Cow<'static, str>)],
}

impl Request<'_> {
    /// Hands the parameters over, in the order in which they go out.
    pub(crate) fn write(&self, metadata: &Metadata, to: &mut impl Parameters) {
        to.append("response_type", self.response_type);
        to.append("client_id", self.client_id);
        to.append("redirect_uri", self.redirect_uri);
        to.append_scopes(self.scopes, metadata.scope_delimiter);
        to.append("state", self.state);
        if let Some(verifier) = self.code_verifier {
            to.append("code_challenge", &code_challenge(verifier));
            to.append("code_challenge_method", "S256");
        }
        for parameter in metadata.authorization_request.params {
            if let ParameterValue::Fixed(value) = parameter.value {
                to.append(parameter.name, value);
            }
        }
        for (name, value) in self.params {
            to.append(name, value);
        }
    }

    /// The URL to which the browser goes.
    pub(crate) fn url(&self, endpoint: &str, metadata: &Metadata) -> String {
        let mut query = Form::query_of(endpoint, 512);
        self.write(metadata, &mut query);
        query.into_string()
    }
}

/// An absolute URI that a code may go to: `https`, `http` to a loopback address, or a private-use
/// scheme with a dot (RFC 8252 section 7); without a fragment (RFC 6749 section 3.1.2).
pub(crate) fn check_redirect_uri(kind: RedirectUriKind, redirect_uri: &str) -> Result<(), Error> {
    let wrong = |what: &str| Err(Error::configuration(format!("the redirect URI {redirect_uri:?} {what}")));
    let is_odd = |char: char| char.is_control() || char.is_whitespace();
    // Nearly every URI is plain, which is quickly seen.
    if redirect_uri.is_empty() || !text::is_graphic(redirect_uri) && redirect_uri.chars().any(is_odd) {
        return wrong("is empty or holds spaces or control characters");
    }
    if kind == RedirectUriKind::Opaque {
        return Ok(());
    }
    if redirect_uri.contains('#') {
        return wrong("has a fragment, which RFC 6749 section 3.1.2 forbids");
    }
    let Some((scheme, rest)) = redirect_uri.split_once(':') else { return wrong("is not an absolute URI") };
    let authority = rest.strip_prefix("//").map(|rest| rest.split(['/', '?']).next().unwrap_or_default());
    match (scheme, authority) {
        ("https" | "http", None) => wrong("names no host"),
        // The message leaves the URI out, which may hold a password.
        ("https" | "http", Some(authority)) if authority.contains('@') => {
            Err(Error::configuration("the redirect URI holds user information"))
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

/// A `resource` is an absolute URI without a fragment (RFC 8707 section 2).
pub(crate) fn check_resources(params: &[(Cow<'static, str>, Cow<'static, str>)]) -> Result<(), Error> {
    let is_absolute = |uri: &str| {
        uri.split_once(':').is_some_and(|(scheme, rest)| {
            scheme.starts_with(|first: char| first.is_ascii_alphabetic())
                && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
                && !rest.is_empty()
                && !rest.contains('#')
                && text::is_graphic(rest)
        })
    };
    match params.iter().find(|(name, value)| name == "resource" && !is_absolute(value)) {
        Some((_, value)) => Err(Error::configuration(format!(
            "the resource {value:?} is not an absolute URI without fragment (RFC 8707 section 2)"
        ))),
        None => Ok(()),
    }
}

fn is_loopback(authority: &str) -> bool {
    let is_port = |rest: &str| {
        rest.is_empty()
            || rest.strip_prefix(':').is_some_and(|port| port.bytes().all(|byte| byte.is_ascii_digit()))
    };
    ["127.0.0.1", "[::1]", "localhost"]
        .into_iter()
        .any(|host| authority.strip_prefix(host).is_some_and(is_port))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_challenge_of_rfc_7636_appendix_b() {
        let challenge = code_challenge("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");
        assert_eq!(challenge, "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    }

    #[test]
    fn state_and_verifier_are_long_enough() {
        let protection = Protection::new(&[0xff; ENTROPY]);
        assert_eq!(protection.state.expose().len(), 22);
        assert_eq!(protection.code_verifier.expose().len(), 43);
    }

    #[test]
    fn the_url_encodes_every_value_once() {
        let request = Request {
            response_type: "code",
            client_id: "a&b",
            redirect_uri: "https://client.example/cb?x=1",
            scopes: &["read".into(), "api:write".into()],
            state: "s",
            code_verifier: None,
            params: &[("ui".into(), "a b".into())],
        };
        let url = request.url("https://server.example/authorize?v=2", &Metadata::DEFAULT);
        assert_eq!(
            url,
            "https://server.example/authorize?v=2&response_type=code&client_id=a%26b\
             &redirect_uri=https%3A%2F%2Fclient.example%2Fcb%3Fx%3D1&scope=read+api%3Awrite&state=s&ui=a+b"
        );
    }

    #[test]
    fn redirect_uris() {
        let check = |uri| check_redirect_uri(RedirectUriKind::Url, uri).is_ok();
        for uri in [
            "https://app.example/cb",
            "http://127.0.0.1:8765/cb",
            "http://[::1]:1/cb",
            "http://localhost/cb",
            "com.example.app:/cb",
            "com.example.app://cb",
        ] {
            assert!(check(uri), "{uri}");
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
            "http://localhost:80x/",
        ] {
            assert!(!check(uri), "{uri}");
        }
        let shown =
            check_redirect_uri(RedirectUriKind::Url, "https://me:hunter22@b/").unwrap_err().to_string();
        assert!(!shown.contains("hunter22"), "{shown}");
        assert!(check_redirect_uri(RedirectUriKind::Opaque, "My_Company-MyCompan-AppNam-abcdef").is_ok());
        assert!(check_redirect_uri(RedirectUriKind::Opaque, "a\r\nb").is_err());
    }
}
