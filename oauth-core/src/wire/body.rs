//! One list of parameters in each of the declared body formats.

use super::form::{Form, Parameters, join};
use crate::error::Error;
use crate::metadata::{BodyFormat, JsonType, Method, RequestFormat};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use http::HeaderValue;
use std::borrow::Cow;

/// A source of random bytes: an argument, so that nothing here draws any itself.
pub(crate) type Randomness = fn(&mut [u8]) -> Result<(), Error>;

/// The parameters of a request as they are written.
pub(crate) enum Body {
    /// `application/x-www-form-urlencoded` (RFC 6749 appendix B).
    Form(Form),
    /// Behind the URL, with an empty body.
    Query(Form),
    /// One object.
    Json(String),
    /// `multipart/form-data` (RFC 7578).
    Multipart { text: String, boundary: String },
}

/// A body that is finished.
pub(crate) struct Written {
    /// The URL, where it holds the parameters.
    pub(crate) url: Option<String>,
    pub(crate) body: Vec<u8>,
    pub(crate) content_type: Option<HeaderValue>,
}

const FORM: &str = "application/x-www-form-urlencoded";

/// Room for a usual request, so that its text moves nowhere while it grows.
const CAPACITY: usize = 384;

impl Body {
    /// An empty body for a request of this format to this URL.
    pub(crate) fn new(format: &RequestFormat, url: &str, randomness: Randomness) -> Result<Self, Error> {
        if format.method.first() == Some(&Method::Get) {
            return Ok(Self::Query(Form::query_of(url, CAPACITY)));
        }
        Ok(match format.body {
            BodyFormat::Form => Self::Form(Form::with_capacity(CAPACITY)),
            BodyFormat::Query => Self::Query(Form::query_of(url, CAPACITY)),
            BodyFormat::Json => Self::Json(String::with_capacity(CAPACITY)),
            BodyFormat::Multipart => {
                Self::Multipart { text: String::with_capacity(CAPACITY), boundary: random_text(randomness)? }
            }
        })
    }

    pub(crate) fn finish(self) -> Result<Written, Error> {
        let of =
            |text: String, kind| Written { url: None, body: text.into_bytes(), content_type: Some(kind) };
        Ok(match self {
            Self::Form(form) => {
                let body = form.into_bytes();
                // What is not there has no type: Dropbox refuses a form where it takes no arguments.
                let content_type = (!body.is_empty()).then_some(const { HeaderValue::from_static(FORM) });
                Written { url: None, body, content_type }
            }
            Self::Query(form) => {
                Written { url: Some(form.into_string()), body: Vec::new(), content_type: None }
            }
            Self::Json(mut text) => {
                text.push_str(if text.is_empty() { "{}" } else { "}" });
                of(text, HeaderValue::from_static("application/json"))
            }
            Self::Multipart { mut text, boundary } => {
                text.extend(["--", &boundary, "--\r\n"]);
                let kind = HeaderValue::try_from(format!("multipart/form-data; boundary={boundary}"))
                    .map_err(|_| Error::configuration("a boundary does not fit into a header"))?;
                of(text, kind)
            }
        })
    }
}

impl Parameters for Body {
    fn append(&mut self, name: &str, value: &str) {
        match self {
            Self::Form(form) | Self::Query(form) => form.append(name, value),
            Self::Json(text) => {
                push_name(text, name);
                push_json(text, value);
            }
            Self::Multipart { text, boundary } => {
                text.extend(["--", boundary, "\r\nContent-Disposition: form-data; name=\""]);
                // As browsers write a name (the HTML standard, "multipart form data").
                text.push_str(&name.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A"));
                text.extend(["\"\r\n\r\n", value, "\r\n"]);
            }
        }
    }

    fn append_typed(&mut self, name: &str, value: &str, json: JsonType, delimiter: char) {
        let Self::Json(text) = self else { return self.append(name, value) };
        match json {
            JsonType::Quoted => self.append(name, value),
            JsonType::Number | JsonType::Boolean => {
                push_name(text, name);
                text.push_str(value);
            }
            JsonType::Array => {
                push_name(text, name);
                let mut separator = '[';
                for value in value.split(delimiter) {
                    text.push(std::mem::replace(&mut separator, ','));
                    push_json(text, value);
                }
                text.push(']');
            }
        }
    }

    fn append_known(&mut self, name: &'static str, value: &str) {
        match self {
            Self::Form(form) | Self::Query(form) => form.append_known(name, value),
            Self::Json(_) | Self::Multipart { .. } => self.append(name, value),
        }
    }

    fn append_plain(&mut self, name: &'static str, value: &str) {
        match self {
            Self::Form(form) | Self::Query(form) => form.append_plain(name, value),
            Self::Json(_) | Self::Multipart { .. } => self.append(name, value),
        }
    }

    fn append_joined(&mut self, name: &str, values: &[Cow<'static, str>], delimiter: char) {
        match self {
            Self::Form(form) | Self::Query(form) => form.append_joined(name, values, delimiter),
            _ if values.is_empty() => {}
            Self::Json(_) | Self::Multipart { .. } => self.append(name, &join(values, delimiter)),
        }
    }
}

/// The name of the next member.
fn push_name(out: &mut String, name: &str) {
    out.push(if out.is_empty() { '{' } else { ',' });
    push_json(out, name);
    out.push(':');
}

fn push_json(out: &mut String, text: &str) {
    // A string always becomes JSON.
    out.push_str(&serde_json::to_string(text).unwrap_or_default());
}

/// 128 random bits in base64url.
pub(crate) fn random_text(randomness: Randomness) -> Result<String, Error> {
    let mut bytes = [0; 16];
    randomness(&mut bytes)?;
    Ok(URL_SAFE_NO_PAD.encode(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(format: RequestFormat, pairs: &[(&str, &str)]) -> (Option<String>, String, Option<String>) {
        let fill: Randomness = |bytes| {
            bytes.fill(7);
            Ok(())
        };
        let mut body = Body::new(&format, "https://server.example/token", fill).unwrap();
        for (name, value) in pairs {
            body.append(name, value);
        }
        body.append_joined("scope", &["a".into(), "b".into()], ' ');
        body.append_joined("none", &[], ' ');
        let Written { url, body, content_type } = body.finish().unwrap();
        let kind = content_type.map(|kind| kind.to_str().unwrap().to_owned());
        (url, String::from_utf8(body).unwrap(), kind)
    }

    const PAIRS: &[(&str, &str)] = &[("client_key", "a&b\"\n"), ("code", "é")];

    #[test]
    fn a_json_body_has_string_members() {
        let (url, body, kind) =
            written(RequestFormat { body: BodyFormat::Json, ..RequestFormat::DEFAULT }, PAIRS);
        assert_eq!(body, r#"{"client_key":"a&b\"\n","code":"é","scope":"a b"}"#);
        assert_eq!((url, kind.as_deref()), (None, Some("application/json")));
    }

    #[test]
    fn a_json_body_has_numbers_booleans_and_arrays_where_they_are_declared() {
        let format = RequestFormat { body: BodyFormat::Json, ..RequestFormat::DEFAULT };
        let typed = [
            ("name", "7", JsonType::Quoted),
            ("expires_in", "172800", JsonType::Number),
            ("short_lived", "true", JsonType::Boolean),
            ("scopes", "READ,\"WRITE\"", JsonType::Array),
            ("one", "READ", JsonType::Array),
        ];
        let written = |format: RequestFormat| {
            let mut body = Body::new(&format, "https://server.example/token", |_| Ok(())).unwrap();
            for (name, value, json) in typed {
                body.append_typed(name, value, json, ',');
            }
            String::from_utf8(body.finish().unwrap().body).unwrap()
        };
        assert_eq!(
            written(format),
            r#"{"name":"7","expires_in":172800,"short_lived":true,"scopes":["READ","\"WRITE\""],"one":["READ"]}"#
        );
        assert_eq!(
            written(RequestFormat::DEFAULT),
            "name=7&expires_in=172800&short_lived=true&scopes=READ%2C%22WRITE%22&one=READ"
        );
    }

    #[test]
    fn a_json_body_without_parameters_is_an_empty_object() {
        let format = RequestFormat { body: BodyFormat::Json, ..RequestFormat::DEFAULT };
        let body = Body::new(&format, "https://server.example/", |_| Ok(())).unwrap();
        assert_eq!(body.finish().unwrap().body, b"{}");
    }

    #[test]
    fn a_form_without_parameters_has_no_type() {
        let body = Body::new(&RequestFormat::DEFAULT, "https://server.example/", |_| Ok(())).unwrap();
        let Written { body, content_type, .. } = body.finish().unwrap();
        assert_eq!((&*body, content_type), (&b""[..], None));
    }

    #[test]
    fn a_query_leaves_the_body_empty() {
        for format in [
            RequestFormat { body: BodyFormat::Query, ..RequestFormat::DEFAULT },
            RequestFormat { method: &[Method::Get], ..RequestFormat::DEFAULT },
        ] {
            let (url, body, kind) = written(format, PAIRS);
            assert_eq!(
                url.as_deref(),
                Some("https://server.example/token?client_key=a%26b%22%0A&code=%C3%A9&scope=a+b")
            );
            assert_eq!((&*body, kind), ("", None));
        }
    }

    #[test]
    fn a_multipart_body_keeps_its_values_as_they_are() {
        let format = RequestFormat { body: BodyFormat::Multipart, ..RequestFormat::DEFAULT };
        let (url, body, kind) = written(format, &[("a\"b", "x\r\ny")]);
        assert_eq!(
            body,
            "--BwcHBwcHBwcHBwcHBwcHBw\r\nContent-Disposition: form-data; name=\"a%22b\"\r\n\r\nx\r\ny\r\n\
             --BwcHBwcHBwcHBwcHBwcHBw\r\nContent-Disposition: form-data; name=\"scope\"\r\n\r\na b\r\n\
             --BwcHBwcHBwcHBwcHBwcHBw--\r\n"
        );
        assert_eq!(kind.as_deref(), Some("multipart/form-data; boundary=BwcHBwcHBwcHBwcHBwcHBw"));
        assert_eq!(url, None);
    }
}
