//! Requests as a provider's documentation shows them, compared with what a client sends.
//!
//! The embedded server is derived from the declaration, so it can't catch a wrong one. A sample
//! typed from the provider's documentation can.

use http::{Method, Request, Uri, header};
use std::fmt;

/// A request from a provider's documentation.
///
/// ```
/// use oauth_testkit::DocumentedRequest;
///
/// // curl -d "grant_type=refresh_token&refresh_token=[...]" https://server.example/token
/// let documented = DocumentedRequest {
///     method: "POST",
///     url: "https://server.example/token",
///     headers: &[("Content-Type", "application/x-www-form-urlencoded")],
///     parameters: "grant_type=refresh_token&refresh_token=RT",
///     added: &["Accept"],
/// };
/// let request = http::Request::post("https://server.example/token")
///     .header("Accept", "application/json")
///     .header("Content-Type", "application/x-www-form-urlencoded")
///     .body(b"refresh_token=RT&grant_type=refresh_token".to_vec())?;
/// documented.check(&request)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct DocumentedRequest<'a> {
    /// The method.
    pub method: &'a str,
    /// The URL, without the parameters.
    pub url: &'a str,
    /// Names and values of the headers that the documentation shows.
    pub headers: &'a [(&'a str, &'a str)],
    /// The form body or the query, encoded, in any order.
    pub parameters: &'a str,
    /// Parameters and headers that the client sends beyond the documented ones, such as
    /// `code_verifier`. Each must be there.
    pub added: &'a [&'a str],
}

/// Where a request departs from the documented one. It shows names and no values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference(String);

impl DocumentedRequest<'_> {
    /// Compares a request parameter by parameter and header by header.
    ///
    /// # Errors
    ///
    /// The first difference.
    pub fn check(&self, request: &Request<Vec<u8>>) -> Result<(), Difference> {
        let uri = request.uri();
        let sent = if request.method() == Method::GET {
            uri.query().unwrap_or_default().as_bytes()
        } else {
            request.body()
        };
        differ(request.method() == self.method, "the method")?;
        self.check_url(uri)?;
        self.check_parameters(sent)?;
        self.check_headers(request)
    }

    /// Compares the URL to which a browser is sent.
    ///
    /// # Errors
    ///
    /// The first difference.
    pub fn check_browser_url(&self, url: &str) -> Result<(), Difference> {
        let uri: Uri = url.parse().map_err(|_| Difference("the URL is none".to_owned()))?;
        self.check_url(&uri)?;
        self.check_parameters(uri.query().unwrap_or_default().as_bytes())
    }

    fn check_url(&self, uri: &Uri) -> Result<(), Difference> {
        let address = uri.to_string();
        differ(address.split('?').next() == Some(self.url), "the URL")
    }

    fn check_parameters(&self, sent: &[u8]) -> Result<(), Difference> {
        let documented = pairs(self.parameters.as_bytes());
        let sent = pairs(sent);
        for (name, value) in &documented {
            let found: Vec<_> = sent.iter().filter(|(sent_name, _)| sent_name == name).collect();
            differ(found.len() == 1, &format!("the number of `{name}` parameters"))?;
            differ(
                found.iter().all(|(_, sent_value)| sent_value == value),
                &format!("the value of `{name}`"),
            )?;
        }
        for (name, _) in &sent {
            let expected =
                documented.iter().any(|(known, _)| known == name) || self.added.contains(&name.as_str());
            differ(expected, &format!("an additional parameter `{name}`"))?;
        }
        Ok(())
    }

    fn check_headers(&self, request: &Request<Vec<u8>>) -> Result<(), Difference> {
        for (name, value) in self.headers {
            let sent = request.headers().get(*name).and_then(|sent| sent.to_str().ok());
            differ(sent.is_some_and(|sent| same_header(name, sent, value)), &format!("the header `{name}`"))?;
        }
        for name in request.headers().keys() {
            let known = self.headers.iter().map(|(known, _)| known).chain(self.added);
            let expected = known.into_iter().any(|known| known.eq_ignore_ascii_case(name.as_str()));
            differ(expected, &format!("an additional header `{name}`"))?;
        }
        let addition = |name: &&&str| {
            let is_parameter = |text: &[u8]| pairs(text).iter().any(|(sent, _)| sent == **name);
            !request.headers().contains_key(**name)
                && !is_parameter(request.body())
                && !is_parameter(request.uri().query().unwrap_or_default().as_bytes())
        };
        match self.added.iter().find(addition) {
            Some(name) => Err(Difference(format!("`{name}` is listed as added and is not sent"))),
            None => Ok(()),
        }
    }
}

/// Authentication schemes and media types have no case (RFC 9110 sections 11.1 and 8.3.1), and a
/// form is UTF-8 without saying so.
fn same_header(name: &str, sent: &str, documented: &str) -> bool {
    if name.eq_ignore_ascii_case(header::CONTENT_TYPE.as_str()) {
        let essence = |value: &str| value.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        return essence(sent) == essence(documented);
    }
    match (sent.split_once(' '), documented.split_once(' ')) {
        (Some((scheme, rest)), Some((documented, documented_rest))) => {
            scheme.eq_ignore_ascii_case(documented) && rest == documented_rest
        }
        _ => sent == documented,
    }
}

fn pairs(encoded: &[u8]) -> Vec<(String, String)> {
    form_urlencoded::parse(encoded).into_owned().collect()
}

fn differ(same: bool, what: &str) -> Result<(), Difference> {
    if same { Ok(()) } else { Err(Difference(format!("the request differs in {what}"))) }
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Difference {}

#[cfg(test)]
mod tests {
    use super::*;

    const DOCUMENTED: DocumentedRequest<'_> = DocumentedRequest {
        method: "POST",
        url: "https://server.example/token",
        headers: &[("Authorization", "bearer x")],
        parameters: "a=1&b=x%20y",
        added: &[],
    };

    fn check(method: &str, url: &str, body: &str, authorization: &str) -> Result<(), String> {
        let request = Request::builder().method(method).uri(url).header("Authorization", authorization);
        DOCUMENTED.check(&request.body(body.into()).unwrap()).map_err(|difference| difference.to_string())
    }

    #[test]
    fn every_difference_is_named() {
        let url = DOCUMENTED.url;
        assert_eq!(check("POST", url, "b=x+y&a=1", "Bearer x"), Ok(()));
        for (method, url, body, authorization, difference) in [
            ("PUT", url, "a=1&b=x+y", "Bearer x", "the method"),
            ("POST", "https://server.example/tokens", "a=1&b=x+y", "Bearer x", "the URL"),
            ("POST", url, "a=1", "Bearer x", "the number of `b` parameters"),
            ("POST", url, "a=1&a=1&b=x+y", "Bearer x", "the number of `a` parameters"),
            ("POST", url, "a=2&b=x+y", "Bearer x", "the value of `a`"),
            ("POST", url, "a=1&b=x+y&c=", "Bearer x", "an additional parameter `c`"),
            ("POST", url, "a=1&b=x+y", "Bearer X", "the header `Authorization`"),
        ] {
            assert_eq!(
                check(method, url, body, authorization),
                Err(format!("the request differs in {difference}"))
            );
        }
    }

    #[test]
    fn additions_must_be_there() {
        let expected = DocumentedRequest { added: &["code_verifier"], ..DOCUMENTED };
        let request = Request::post(DOCUMENTED.url).header("Authorization", "Bearer x");
        assert!(expected.check(&request.body(b"a=1&b=x+y".to_vec()).unwrap()).is_err());
    }
}
