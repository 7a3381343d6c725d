//! Client authentication (RFC 6749 section 2.3): by one declared method, and not by two.

use crate::headers::one_header;
use crate::random::hex;
use crate::refusal::{Challenge, Refusal};
use crate::sent::Sent;
use crate::state::Settings;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use http::header;
use oauth_core::metadata::{BasicEncoding, ClientAuth, SecretDigest, SecretHeader};
use ring::digest::{SHA256, digest};

/// A client that is who it says.
#[derive(Debug)]
pub(crate) struct Client {
    pub(crate) id: String,
    /// The parameters that its authentication uses, by their names on the wire.
    pub(crate) parameters: Vec<&'static str>,
}

/// What a request presents of the declared methods, and the two that need no declaration to be seen.
struct Presented<'a> {
    authorization: Option<&'a str>,
    secret: Option<&'a str>,
    header: Option<(SecretHeader, &'a str)>,
    digest: Option<(SecretDigest, &'a str)>,
}

pub(crate) fn authenticate(
    settings: &Settings,
    declared: &[ClientAuth],
    sent: &Sent<'_>,
) -> Result<Client, Refusal> {
    let presented = Presented::new(declared, sent)?;
    let both = declared.contains(&ClientAuth::ClientSecretBasicAndPost);
    match (presented.authorization, presented.secret, presented.header, presented.digest) {
        (Some(value), Some(secret), None, None) if both => basic_and_post(settings, sent, value, secret),
        (Some(value), None, None, None) => basic(settings, declared, sent, value).map_err(|refusal| {
            // The scheme that the client tried is the one to challenge it with (section 5.2).
            if refusal.error == "invalid_client" { refusal.with_challenge(Challenge::Basic) } else { refusal }
        }),
        (None, Some(secret), None, None) => {
            check_declared(declared, "client_secret_post")?;
            let id = identifier(settings, sent, Some(secret))?;
            check_secret(settings, &id, secret)?;
            Ok(Client { id, parameters: names(sent, &["client_id", "client_secret"]) })
        }
        (None, None, Some((method, secret)), None) => header_method(settings, sent, method, secret),
        (None, None, None, Some((method, value))) => digest_method(settings, sent, method, value),
        (None, None, None, None) => public(settings, declared, sent),
        _ => Err(Refusal::invalid_request(
            "the client authenticates twice: by the Authorization header and by client_secret, or in some \
             other two places",
        )),
    }
}

impl<'a> Presented<'a> {
    fn new(declared: &[ClientAuth], sent: &'a Sent<'_>) -> Result<Self, Refusal> {
        let mut presented = Self {
            authorization: one_header(sent.headers, header::AUTHORIZATION.as_str())?,
            secret: sent.get("client_secret"),
            header: None,
            digest: None,
        };
        for method in declared {
            match method {
                ClientAuth::ClientSecretHeader(method) => {
                    let value = one_header(sent.headers, method.header)?;
                    let secret = value.and_then(|value| match method.scheme {
                        Some(scheme) => value.strip_prefix(scheme)?.strip_prefix(' '),
                        None => Some(value),
                    });
                    if let Some(secret) = secret {
                        presented.header = Some((*method, secret));
                        if method.header.eq_ignore_ascii_case("authorization") {
                            presented.authorization = None;
                        }
                    }
                }
                ClientAuth::ClientSecretDigest(method) => {
                    let value = sent.parameters.get(method.parameter);
                    presented.digest = value.map(|value| (*method, value)).or(presented.digest);
                }
                _ => {}
            }
        }
        Ok(presented)
    }
}

fn basic(
    settings: &Settings,
    declared: &[ClientAuth],
    sent: &Sent<'_>,
    value: &str,
) -> Result<Client, Refusal> {
    let (user, password) = basic_pair(value)?;
    if password.is_empty() && declared.contains(&ClientAuth::NoneBasic) {
        check_public(settings, &form_decoded(&user))?;
        return Ok(Client { id: form_decoded(&user), parameters: Vec::new() });
    }
    let declared_encoding = declared.iter().find_map(|method| match method {
        ClientAuth::ClientSecretBasic(encoding) => Some(*encoding),
        _ => None,
    });
    let Some(encoding) = declared_encoding else {
        return Err(undeclared(declared, "client_secret_basic"));
    };
    let (id, secret) = match encoding {
        BasicEncoding::Raw => (user, password),
        BasicEncoding::SecretAsUsername if !password.is_empty() => {
            return Err(Refusal::invalid_client(
                "the password is not empty; the secret is the user name here",
            ));
        }
        // The secret alone says who it is; a client may name itself beside it.
        BasicEncoding::SecretAsUsername => match sent.get("client_id") {
            Some(id) => (id.to_owned(), user),
            None => (of_secret(settings, Some(&user))?, user),
        },
        _ => (form_decoded(&user), form_decoded(&password)),
    };
    check_secret(settings, &id, &secret)?;
    sent.check_extra("client_id", Some(&id))?;
    let used: &[_] = if encoding == BasicEncoding::SecretAsUsername { &["client_id"] } else { &[] };
    Ok(Client { id, parameters: names(sent, used) })
}

fn basic_and_post(
    settings: &Settings,
    sent: &Sent<'_>,
    value: &str,
    secret: &str,
) -> Result<Client, Refusal> {
    let (user, password) = basic_pair(value)?;
    let id = sent.required("client_id")?;
    if form_decoded(&user) != id || form_decoded(&password) != secret {
        return Err(Refusal::invalid_client("the Authorization header and the body name two clients"));
    }
    check_secret(settings, id, secret)?;
    Ok(Client { id: id.to_owned(), parameters: names(sent, &["client_id", "client_secret"]) })
}

fn header_method(
    settings: &Settings,
    sent: &Sent<'_>,
    method: SecretHeader,
    secret: &str,
) -> Result<Client, Refusal> {
    let Some(name) = method.client_id_header else {
        let id = identifier(settings, sent, Some(secret))?;
        check_secret(settings, &id, secret)?;
        return Ok(Client { id, parameters: names(sent, &["client_id"]) });
    };
    let Some(id) = one_header(sent.headers, name)? else {
        return Err(Refusal::invalid_client(format!("the header `{name}` is missing")));
    };
    check_secret(settings, id, secret)?;
    sent.check_extra("client_id", Some(id))?;
    Ok(Client { id: id.to_owned(), parameters: Vec::new() })
}

fn digest_method(
    settings: &Settings,
    sent: &Sent<'_>,
    method: SecretDigest,
    value: &str,
) -> Result<Client, Refusal> {
    let id = identifier(settings, sent, None)?;
    let presents = ["code", "refresh_token", "access_token", "token"].into_iter();
    let Some(presented) = presents.into_iter().find_map(|name| sent.get(name)) else {
        return Err(Refusal::invalid_client("the request presents nothing to make a digest of"));
    };
    let Some((_, secret)) = settings.confidential.iter().find(|(known, _)| *known == id) else {
        return Err(Refusal::invalid_client("the client is not registered with a secret"));
    };
    let expected = digest(&SHA256, format!("{secret}{}{presented}", method.separator).as_bytes());
    if hex(expected.as_ref()) != value {
        return Err(Refusal::invalid_client(format!(
            "`{}` is not the digest of secret, `{}` and code or token",
            method.parameter, method.separator
        )));
    }
    Ok(Client { id, parameters: [names(sent, &["client_id"]), vec![method.parameter]].concat() })
}

fn public(settings: &Settings, declared: &[ClientAuth], sent: &Sent<'_>) -> Result<Client, Refusal> {
    if sent.get("client_id").is_none() && sent.client_id_in_path.is_none() {
        let declared = list(declared);
        return Err(Refusal::invalid_client(format!(
            "the client does not authenticate; declared: {declared}"
        )));
    }
    if !declared.contains(&ClientAuth::None) {
        return Err(undeclared(declared, "none"));
    }
    let id = identifier(settings, sent, None)?;
    check_public(settings, &id)?;
    Ok(Client { id, parameters: names(sent, &["client_id"]) })
}

/// The client that a request names without a proof, for `auth(client_id)`.
pub(crate) fn named(settings: &Settings, sent: &Sent<'_>) -> Result<Client, Refusal> {
    let id = identifier(settings, sent, None)?;
    if may_use(settings, &[], &id).is_none() {
        return Err(Refusal::invalid_client("the client is not registered"));
    }
    Ok(Client { id, parameters: names(sent, &["client_id"]) })
}

/// The identifier in the request; where the declaration leaves it out, the one in the path, or the one
/// that belongs to the secret.
fn identifier(settings: &Settings, sent: &Sent<'_>, secret: Option<&str>) -> Result<String, Refusal> {
    if let (Some(id), false) = (&sent.client_id_in_path, sent.get("client_id").is_some()) {
        return Ok(id.clone());
    }
    if sent.format.name("client_id").is_some() {
        return Ok(sent.required("client_id")?.to_owned());
    }
    of_secret(settings, secret)
}

fn of_secret(settings: &Settings, secret: Option<&str>) -> Result<String, Refusal> {
    let client = settings.confidential.iter().find(|(_, known)| Some(&**known) == secret);
    client.map(|(id, _)| id.clone()).ok_or_else(|| Refusal::invalid_client("the client secret is wrong"))
}

fn names(sent: &Sent<'_>, standard: &[&'static str]) -> Vec<&'static str> {
    standard.iter().filter_map(|name| sent.format.name(name)).collect()
}

fn basic_pair(value: &str) -> Result<(String, String), Refusal> {
    let unreadable = || Refusal::invalid_client("the Authorization header is not one of the Basic scheme");
    let (scheme, encoded) = value.split_once(' ').ok_or_else(unreadable)?;
    if !scheme.eq_ignore_ascii_case("basic") {
        return Err(unreadable());
    }
    let pair = STANDARD.decode(encoded).ok().and_then(|bytes| String::from_utf8(bytes).ok());
    let pair = pair.ok_or_else(unreadable)?;
    let (user, password) = pair.split_once(':').ok_or_else(unreadable)?;
    Ok((user.to_owned(), password.to_owned()))
}

/// RFC 6749 section 2.3.1: id and secret are form-urlencoded before they are joined.
fn form_decoded(text: &str) -> String {
    // An `&` or `=` ought to be encoded; as it is not, it stays what it is.
    let whole = format!("v={}", text.replace('&', "%26"));
    form_urlencoded::parse(whole.as_bytes()).next().map_or_else(String::new, |(_, value)| value.into_owned())
}

fn check_declared(declared: &[ClientAuth], method: &str) -> Result<(), Refusal> {
    let is_declared = declared.iter().any(|known| known.as_str() == method);
    if is_declared { Ok(()) } else { Err(undeclared(declared, method)) }
}

fn undeclared(declared: &[ClientAuth], method: &str) -> Refusal {
    let declared = list(declared);
    Refusal::invalid_client(format!(
        "the client authenticates by {method}; declared for this request: {declared}"
    ))
}

fn list(methods: &[ClientAuth]) -> String {
    methods.iter().map(|method| method.as_str()).collect::<Vec<_>>().join(", ")
}

fn check_secret(settings: &Settings, id: &str, secret: &str) -> Result<(), Refusal> {
    match settings.confidential.iter().find(|(known, _)| known == id) {
        Some((_, known)) if known == secret => Ok(()),
        Some(_) => Err(Refusal::invalid_client("the client secret is wrong")),
        None if settings.public.iter().any(|known| known == id) => {
            Err(Refusal::invalid_client("this is a public client; it has no secret"))
        }
        None => Err(Refusal::invalid_client("the client is not registered")),
    }
}

fn check_public(settings: &Settings, id: &str) -> Result<(), Refusal> {
    if settings.public.iter().any(|known| known == id) {
        return Ok(());
    }
    if settings.confidential.iter().any(|(known, _)| known == id) {
        return Err(Refusal::invalid_client("this client has a secret, and must authenticate with it"));
    }
    Err(Refusal::invalid_client("the client is not registered"))
}

/// Whether a registered client can use a grant with these methods; `None` if it is not registered.
pub(crate) fn may_use(settings: &Settings, methods: &[ClientAuth], id: &str) -> Option<bool> {
    if settings.public.iter().any(|known| known == id) {
        Some(methods.iter().any(|method| method.is_public()))
    } else if settings.confidential.iter().any(|(known, _)| known == id) {
        Some(methods.iter().any(|method| !method.is_public()))
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::form_decoded;

    #[test]
    fn the_sample_of_rfc_6749_appendix_b() {
        assert_eq!(form_decoded("+%25%26%2B%C2%A3%E2%82%AC"), " %&+£€");
        assert_eq!(form_decoded("a=b&c"), "a=b&c");
        assert_eq!(form_decoded(""), "");
    }
}
