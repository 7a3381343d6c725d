//! Client authentication (RFC 6749 section 2.3): by one declared method, and not by two.

use crate::parameters::Parameters;
use crate::refusal::{Challenge, Refusal};
use crate::state::Settings;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use http::{HeaderMap, header};
use oauth_core::metadata::{BasicEncoding, ClientAuth};

/// A client that is who it says.
#[derive(Debug)]
pub(crate) struct Client {
    pub(crate) id: String,
    /// The parameters that its authentication uses.
    pub(crate) parameters: &'static [&'static str],
}

pub(crate) fn authenticate(
    settings: &Settings,
    declared: &[ClientAuth],
    headers: &HeaderMap,
    parameters: &Parameters,
) -> Result<Client, Refusal> {
    let authorization = headers.get_all(header::AUTHORIZATION).iter().collect::<Vec<_>>();
    match (authorization.as_slice(), parameters.get("client_secret")) {
        ([], Some(secret)) => {
            check_declared(declared, "client_secret_post")?;
            let id = parameters.required("client_id")?;
            check_secret(settings, id, secret)?;
            Ok(Client { id: id.to_owned(), parameters: &["client_id", "client_secret"] })
        }
        ([], None) => {
            let id = parameters.get("client_id").ok_or_else(|| {
                Refusal::invalid_client(format!(
                    "the client does not authenticate; declared: {}",
                    names(declared)
                ))
            })?;
            check_declared(declared, "none")?;
            check_public(settings, id)?;
            Ok(Client { id: id.to_owned(), parameters: &["client_id"] })
        }
        ([_], Some(_)) => Err(Refusal::invalid_request(
            "the client authenticates twice: by the Authorization header and by client_secret",
        )),
        ([value], None) => basic(settings, declared, value.as_bytes())
            .map_err(|refusal| refusal.with_challenge(Challenge::Basic)),
        _ => Err(Refusal::invalid_request("`Authorization` is there more than once")),
    }
}

fn basic(settings: &Settings, declared: &[ClientAuth], header: &[u8]) -> Result<Client, Refusal> {
    let unreadable = || Refusal::invalid_client("the Authorization header is not one of the Basic scheme");
    let text = std::str::from_utf8(header).map_err(|_| unreadable())?;
    let (scheme, encoded) = text.split_once(' ').ok_or_else(unreadable)?;
    if !scheme.eq_ignore_ascii_case("basic") {
        return Err(unreadable());
    }
    check_declared(declared, "client_secret_basic")?;
    let pair = STANDARD.decode(encoded).ok().and_then(|bytes| String::from_utf8(bytes).ok());
    let pair = pair.ok_or_else(unreadable)?;
    let (id, secret) = pair.split_once(':').ok_or_else(unreadable)?;
    let is_raw = declared.contains(&ClientAuth::ClientSecretBasic(BasicEncoding::Raw));
    let decode = |text: &str| if is_raw { text.to_owned() } else { form_decoded(text) };
    let (id, secret) = (decode(id), decode(secret));
    check_secret(settings, &id, &secret)?;
    Ok(Client { id, parameters: &[] })
}

/// RFC 6749 section 2.3.1: id and secret are form-urlencoded before they are joined.
fn form_decoded(text: &str) -> String {
    // An `&` or `=` ought to be encoded; as it is not, it stays what it is.
    let whole = format!("v={}", text.replace('&', "%26"));
    form_urlencoded::parse(whole.as_bytes()).next().map_or_else(String::new, |(_, value)| value.into_owned())
}

fn check_declared(declared: &[ClientAuth], method: &str) -> Result<(), Refusal> {
    if declared.iter().any(|known| known.as_str() == method) {
        return Ok(());
    }
    Err(Refusal::invalid_client(format!(
        "the client authenticates by {method}; declared for this request: {}",
        names(declared)
    )))
}

fn names(methods: &[ClientAuth]) -> String {
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
    let takes_public = methods.contains(&ClientAuth::None);
    let takes_confidential = methods.iter().any(|method| *method != ClientAuth::None);
    if settings.public.iter().any(|known| known == id) {
        Some(takes_public)
    } else if settings.confidential.iter().any(|(known, _)| known == id) {
        Some(takes_confidential)
    } else {
        None
    }
}

/// The text of the one Bearer token of a request (RFC 6750 section 2.1).
pub(crate) fn bearer(headers: &HeaderMap) -> Result<&str, Refusal> {
    let mut values = headers.get_all(header::AUTHORIZATION).iter();
    let value = values.next().and_then(|value| value.to_str().ok()).and_then(|value| value.split_once(' '));
    match (value, values.next()) {
        (Some((scheme, token)), None) if scheme.eq_ignore_ascii_case("bearer") => Ok(token),
        _ => Err(Refusal::missing_token()),
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
