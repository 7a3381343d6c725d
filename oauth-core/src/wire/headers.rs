//! Headers: the declared ones, and those that carry a secret.

use super::template;
use crate::client_auth::Credentials;
use crate::error::Error;
use crate::secret::Secret;
use crate::variables::Variables;
use http::header::{self, HeaderName};
use http::{HeaderMap, HeaderValue};

/// The headers that the transport sets.
const MANAGED: [HeaderName; 6] = [
    header::CONNECTION,
    header::CONTENT_LENGTH,
    header::COOKIE,
    header::HOST,
    header::PROXY_AUTHORIZATION,
    header::TRANSFER_ENCODING,
];

/// Whether nobody but the transport sets this header.
pub(crate) fn is_managed(name: &HeaderName) -> bool {
    MANAGED.contains(name)
}

/// Adds the declared headers, in place of those with the same name.
pub(crate) fn declare(
    declared: &[(&'static str, &'static str)],
    variables: &Variables,
    credentials: &Credentials,
    headers: &mut HeaderMap,
) -> Result<(), Error> {
    let secret = credentials.client_secret.as_ref().map(Secret::expose);
    let text = |name: &str| match name {
        "client_id" => Some(&*credentials.client_id),
        "client_secret" => secret,
        _ => variables.get(name),
    };
    for (name, value) in declared {
        let wrong = |_| Error::configuration(format!("the declared header `{name}` can't be sent"));
        let header = self::name(name)?;
        if secret.is_none() && value.contains("{client_secret}") {
            return Err(Error::configuration(format!(
                "the header `{name}` holds the client secret; make the client with a `ClientSecret`"
            )));
        }
        let mut text = HeaderValue::from_str(&template::fill(value, text)?).map_err(wrong)?;
        text.set_sensitive(template::holds_field(value));
        headers.insert(header, text);
    }
    Ok(())
}

/// A declared name of a header.
pub(crate) fn name(declared: &str) -> Result<HeaderName, Error> {
    let wrong = |what: &str| Error::configuration(format!("the declared header `{declared}` {what}"));
    let name = HeaderName::from_bytes(declared.as_bytes()).map_err(|_| wrong("is not a header name"))?;
    if is_managed(&name) { Err(wrong("is managed by the transport")) } else { Ok(name) }
}

/// A secret in a header, after a scheme or alone. `what` is its name, for the error.
pub(crate) fn secret(scheme: Option<&str>, secret: &str, what: &str) -> Result<HeaderValue, Error> {
    let text;
    let text = match scheme {
        Some(scheme) => {
            text = zeroize::Zeroizing::new([scheme, " ", secret].concat());
            &**text
        }
        None => secret,
    };
    let mut value = HeaderValue::from_str(text)
        .map_err(|_| Error::configuration(format!("{what} does not fit into a header")))?;
    value.set_sensitive(true);
    Ok(value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::client_auth::{ClientId, ClientSecret, Credential};
    use crate::url_variable::HostLabel;

    fn declare(name: &'static str, value: &'static str) -> Result<HeaderMap, Error> {
        declare_for(ClientSecret::new("id\n", "s3cret").into_credentials(), name, value)
    }

    fn declare_for(
        credentials: Credentials,
        name: &'static str,
        value: &'static str,
    ) -> Result<HeaderMap, Error> {
        let mut variables = Variables::default();
        variables.set::<HostLabel, _>("key", &HostLabel::new("hunter22").unwrap());
        let mut headers = HeaderMap::new();
        super::declare(&[(name, value)], &variables, &credentials, &mut headers).map(|()| headers)
    }

    #[test]
    fn a_header_with_a_field_never_prints() {
        let headers = declare("X-Key", "k={key}").unwrap();
        assert_eq!(headers["x-key"], "k=hunter22");
        assert!(!format!("{headers:?}").contains("hunter22"));
        assert!(format!("{:?}", declare("X-Version", "2").unwrap()).contains('2'));
    }

    #[test]
    fn a_header_may_hold_the_client_secret() {
        // Etsy.
        let template = "{client_id}:{client_secret}";
        let confidential = ClientSecret::new("id", "s3cret").into_credentials();
        let headers = declare_for(confidential, "x-api-key", template).unwrap();
        assert_eq!(headers["x-api-key"], "id:s3cret");
        assert!(headers["x-api-key"].is_sensitive());
        let public = ClientId::new("id").into_credentials();
        let error = declare_for(public, "x-api-key", template).unwrap_err().to_string();
        assert!(error.contains("make the client with a `ClientSecret`"), "{error}");
    }

    #[test]
    fn what_would_break_a_request_is_refused() {
        for (name, value) in [("Host", "x"), ("content-length", "1"), ("a b", "x"), ("X-Id", "{client_id}")] {
            assert!(declare(name, value).is_err(), "{name}: {value}");
        }
    }

    #[test]
    fn a_secret_that_does_not_fit_is_not_shown() {
        let shown = secret(Some("Bearer"), "hunter22\n", "the access token").unwrap_err().to_string();
        assert_eq!(shown, "the access token does not fit into a header");
    }
}
