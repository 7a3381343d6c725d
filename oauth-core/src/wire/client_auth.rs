//! Client authentication in a request (RFC 6749 section 2.3.1).

use super::form::encode_to;
use super::headers;
use super::outgoing::Outgoing;
use crate::client_auth::Credentials;
use crate::error::Error;
use crate::metadata::{BasicEncoding, ClientAuth, SecretDigest, SecretHeader};
use crate::secret::Secret;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use http::{HeaderMap, HeaderValue, header};
use ring::digest;

/// The parameters by which the client authenticates. `presented` is the code or refresh token of the
/// request.
pub(crate) fn append(
    method: &ClientAuth,
    credentials: &Credentials,
    presented: Option<&str>,
    to: &mut Outgoing<'_>,
) -> Result<(), Error> {
    let client_id = &*credentials.client_id;
    match method {
        ClientAuth::NoneBasic
        | ClientAuth::ClientSecretBasic(_)
        | ClientAuth::ClientSecretHeader(SecretHeader { client_id_header: Some(_), .. }) => {}
        ClientAuth::None | ClientAuth::ClientSecretHeader(_) => to.client_id(client_id),
        ClientAuth::ClientSecretPost | ClientAuth::ClientSecretBasicAndPost => {
            to.credentials(credentials, secret(method, credentials)?);
        }
        ClientAuth::ClientSecretDigest(SecretDigest { parameter, separator }) => {
            let presented = presented.ok_or_else(|| {
                Error::configuration(
                    "`client_secret_digest` needs a code or a refresh token, and this request has neither",
                )
            })?;
            to.client_id(client_id);
            to.own(parameter, &sha256_hex(&[secret(method, credentials)?, separator, presented]));
        }
    }
    Ok(())
}

/// The headers by which the client authenticates.
pub(crate) fn insert(
    method: &ClientAuth,
    credentials: &Credentials,
    headers: &mut HeaderMap,
) -> Result<(), Error> {
    let client_id = &*credentials.client_id;
    let basic = |encoding, secret| basic(encoding, client_id, secret);
    match method {
        ClientAuth::None | ClientAuth::ClientSecretPost | ClientAuth::ClientSecretDigest(_) => {}
        ClientAuth::NoneBasic => {
            headers.insert(header::AUTHORIZATION, basic(BasicEncoding::Form, "")?);
        }
        ClientAuth::ClientSecretBasic(encoding) => {
            headers.insert(header::AUTHORIZATION, basic(*encoding, secret(method, credentials)?)?);
        }
        ClientAuth::ClientSecretBasicAndPost => {
            let secret = secret(method, credentials)?;
            headers.insert(header::AUTHORIZATION, basic(BasicEncoding::Form, secret)?);
        }
        ClientAuth::ClientSecretHeader(SecretHeader { header, scheme, client_id_header }) => {
            let secret = secret(method, credentials)?;
            headers.insert(headers::name(header)?, headers::secret(*scheme, secret, "the client secret")?);
            if let Some(name) = client_id_header {
                let value = HeaderValue::from_str(client_id)
                    .map_err(|_| Error::configuration("the client id does not fit into a header"))?;
                headers.insert(headers::name(name)?, value);
            }
        }
    }
    Ok(())
}

fn secret<'c>(method: &ClientAuth, credentials: &'c Credentials) -> Result<&'c str, Error> {
    credentials.client_secret.as_ref().map(Secret::expose).ok_or_else(|| {
        Error::configuration(format!(
            "`{}` needs a client secret; make the client with a `ClientSecret`",
            method.as_str()
        ))
    })
}

/// SHA-256 over the parts, in lower-case hexadecimal.
pub(crate) fn sha256_hex(parts: &[&str]) -> String {
    let mut hash = digest::Context::new(&digest::SHA256);
    for part in parts {
        hash.update(part.as_bytes());
    }
    hex(hash.finish().as_ref())
}

/// Lower-case hexadecimal.
fn hex(bytes: &[u8]) -> String {
    let mut text = vec![0; bytes.len().saturating_mul(2)];
    hex_to(&mut text, bytes);
    String::from_utf8(text).unwrap_or_default()
}

/// The same, to where there is room for it.
pub(crate) fn hex_to(text: &mut [u8], bytes: &[u8]) {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digit = |nibble: u8| DIGITS.get(usize::from(nibble)).copied().unwrap_or_default();
    for (pair, byte) in text.as_chunks_mut::<2>().0.iter_mut().zip(bytes) {
        *pair = [digit(byte >> 4), digit(byte & 15)];
    }
}

fn basic(encoding: BasicEncoding, id: &str, secret: &str) -> Result<HeaderValue, Error> {
    let mut pair = zeroize::Zeroizing::new(String::with_capacity(
        id.len().saturating_add(secret.len()).saturating_add(1).saturating_mul(3),
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
        BasicEncoding::SecretAsUsername if secret.contains(':') => {
            return Err(Error::configuration(
                "a client secret with `:` can't be sent by \
                 `client_secret_basic(encoding = \"secret_as_username\")`",
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
    let encoded = zeroize::Zeroizing::new(STANDARD.encode(&*pair));
    headers::secret(Some("Basic"), &encoded, "the client credentials")
}

/// The method for these credentials: the chosen one, or the first declared one that they can do.
pub(crate) fn select<'d>(
    declared: &'d [ClientAuth],
    credentials: &Credentials,
    chosen: Option<&'static str>,
) -> Result<&'d ClientAuth, Error> {
    let fits = |method: &&ClientAuth| match chosen {
        Some(name) => method.as_str() == name,
        None => method.is_public() == credentials.client_secret.is_none(),
    };
    declared.iter().find(fits).ok_or_else(|| {
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
    use crate::client_auth::{ClientId, ClientSecret, Credential};

    #[test]
    fn basic_is_form_encoded_first() {
        // The sample of RFC 6749 appendix B as the secret.
        let value = basic(BasicEncoding::Form, "id", " %&+£€").unwrap();
        let decoded = STANDARD.decode(value.to_str().unwrap().strip_prefix("Basic ").unwrap()).unwrap();
        assert_eq!(decoded, b"id:+%25%26%2B%C2%A3%E2%82%AC");
        assert_eq!(format!("{value:?}"), "Sensitive");
    }

    #[test]
    fn a_method_is_that_of_the_credentials_unless_the_caller_chooses() {
        let form = ClientAuth::ClientSecretBasic(BasicEncoding::Form);
        let all = [ClientAuth::None, form, ClientAuth::ClientSecretPost];
        let secret = ClientSecret::new("id", "s").into_credentials();
        let public = ClientId::new("id").into_credentials();
        assert_eq!(*select(&all, &secret, None).unwrap(), form);
        assert_eq!(*select(&all, &public, None).unwrap(), ClientAuth::None);
        assert_eq!(*select(&all, &secret, Some("client_secret_post")).unwrap(), ClientAuth::ClientSecretPost);
        let error =
            |methods, credentials, chosen| select(methods, credentials, chosen).unwrap_err().to_string();
        assert_eq!(
            error(&all[1..], &public, None),
            "a client id alone does not authenticate this request; the declaration has \
             client_secret_basic, client_secret_post"
        );
        assert!(error(&all[..1], &secret, None).starts_with("a client secret does not"));
        assert!(error(&all, &secret, Some("other")).starts_with("other does not"));
    }

    #[test]
    fn raw_basic_stays_as_it_is() {
        let value = basic(BasicEncoding::Raw, "id", "a+b/c=").unwrap();
        let decoded = STANDARD.decode(value.to_str().unwrap().strip_prefix("Basic ").unwrap()).unwrap();
        assert_eq!(decoded, b"id:a+b/c=");
        assert!(basic(BasicEncoding::Raw, "a:b", "c").is_err());
    }
}
