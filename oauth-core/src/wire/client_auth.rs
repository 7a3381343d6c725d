//! Client authentication in a request (RFC 6749 section 2.3.1).

use super::form::{Form, Parameters, encode_to};
use crate::client_auth::Credentials;
use crate::error::Error;
use crate::metadata::{BasicEncoding, ClientAuth};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use http::{HeaderMap, HeaderValue, header};

/// Puts the credentials into exactly one place: the header or the body.
pub(crate) fn apply(
    method: ClientAuth,
    credentials: &Credentials,
    form: &mut Form,
    headers: &mut HeaderMap,
) -> Result<(), Error> {
    let secret = credentials.client_secret.as_ref();
    match (method, secret) {
        (ClientAuth::None, _) => form.append("client_id", &credentials.client_id),
        (ClientAuth::ClientSecretPost, Some(secret)) => {
            form.append("client_id", &credentials.client_id);
            form.append("client_secret", secret.expose());
        }
        (ClientAuth::ClientSecretBasic(encoding), Some(secret)) => {
            let value = match credentials.basic.get() {
                Some((known, value)) if *known == encoding => value.clone(),
                _ => {
                    let value = basic(encoding, &credentials.client_id, secret.expose())?;
                    credentials.basic.get_or_init(|| (encoding, value.clone()));
                    value
                }
            };
            headers.insert(header::AUTHORIZATION, value);
        }
        _ => {
            return Err(Error::configuration(format!(
                "`{}` needs a client secret; make the client with a `ClientSecret`",
                method.as_str()
            )));
        }
    }
    Ok(())
}

fn basic(encoding: BasicEncoding, id: &str, secret: &str) -> Result<HeaderValue, Error> {
    let mut pair = zeroize::Zeroizing::new(String::with_capacity(
        id.len().saturating_add(secret.len()).saturating_mul(3),
    ));
    match encoding {
        BasicEncoding::Form => {
            encode_to(&mut pair, id);
            pair.push(':');
            encode_to(&mut pair, secret);
        }
        BasicEncoding::Raw if id.contains(':') => {
            return Err(Error::configuration(
                "a client id with `:` can't be sent by `client_secret_basic(encoding = \"raw\")`",
            ));
        }
        BasicEncoding::SecretAsUsername => {
            pair.push_str(secret);
            pair.push(':');
        }
        BasicEncoding::Raw => {
            pair.push_str(id);
            pair.push(':');
            pair.push_str(secret);
        }
    }
    let mut text = zeroize::Zeroizing::new(String::from("Basic "));
    STANDARD.encode_string(pair.as_bytes(), &mut text);
    let mut value = HeaderValue::from_str(&text)
        .map_err(|_| Error::configuration("the client credentials don't fit into a header"))?;
    value.set_sensitive(true);
    Ok(value)
}

/// The method for these credentials: the chosen one, or the first declared one that they can do.
pub(crate) fn select(
    declared: &[ClientAuth],
    credentials: &Credentials,
    chosen: Option<&'static str>,
) -> Result<ClientAuth, Error> {
    let fits = |method: &&ClientAuth| match chosen {
        Some(name) => method.as_str() == name,
        None => method.is_public() == credentials.client_secret.is_none(),
    };
    declared.iter().find(fits).copied().ok_or_else(|| {
        let names: Vec<_> = declared.iter().map(|method| method.as_str()).collect();
        let wanted = chosen.unwrap_or(if credentials.client_secret.is_some() {
            "a client secret"
        } else {
            "a client id alone"
        });
        Error::configuration(format!(
            "{wanted} does not authenticate this request; the declaration has {}",
            names.join(", ")
        ))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn basic_is_form_encoded_first() {
        // The sample of RFC 6749 appendix B as the secret.
        let value = basic(BasicEncoding::Form, "id", " %&+£€").unwrap();
        let decoded = STANDARD.decode(value.to_str().unwrap().strip_prefix("Basic ").unwrap()).unwrap();
        assert_eq!(decoded, b"id:+%25%26%2B%C2%A3%E2%82%AC");
        assert_eq!(format!("{value:?}"), "Sensitive");
    }

    #[test]
    fn raw_basic_stays_as_it_is() {
        let value = basic(BasicEncoding::Raw, "id", "a+b/c=").unwrap();
        let decoded = STANDARD.decode(value.to_str().unwrap().strip_prefix("Basic ").unwrap()).unwrap();
        assert_eq!(decoded, b"id:a+b/c=");
        assert!(basic(BasicEncoding::Raw, "a:b", "c").is_err());
    }
}
