//! Headers of a request: the declared ones, and the one that carries an access token.

use crate::refusal::Refusal;
use crate::template;
use http::{HeaderMap, Uri, header};
use oauth_core::Variables;
use oauth_core::metadata::TokenCarrier;

/// The text of a header that may be there once.
pub(crate) fn one_header<'a>(headers: &'a HeaderMap, name: &str) -> Result<Option<&'a str>, Refusal> {
    let mut values = headers.get_all(name).iter();
    let (first, second) = (values.next(), values.next());
    if second.is_some() {
        let name = if name == header::AUTHORIZATION { "Authorization" } else { name };
        return Err(Refusal::invalid_request(format!("`{name}` is there more than once")));
    }
    let unreadable = || Refusal::invalid_request(format!("the header `{name}` is no text"));
    first.map(|value| value.to_str().map_err(|_| unreadable())).transpose()
}

/// Every declared header is there once, with the declared value.
pub(crate) fn check(
    headers: &HeaderMap,
    declared: &[(&str, &str)],
    variables: &Variables,
    client_id: &str,
) -> Result<(), Refusal> {
    for (name, template) in declared {
        let expected = template::fill(template, variables, client_id);
        if !headers.get_all(*name).iter().eq([expected.as_str()]) {
            return Err(Refusal::invalid_request(format!(
                "the header `{name}` is not `{expected}`, as declared"
            )));
        }
    }
    Ok(())
}

/// The one Bearer token of a request to the authorization server (RFC 6750 section 2.1).
pub(crate) fn bearer(headers: &HeaderMap) -> Result<&str, Refusal> {
    after_scheme(headers, "Bearer")
}

fn after_scheme<'a>(headers: &'a HeaderMap, scheme: &str) -> Result<&'a str, Refusal> {
    match one_header(headers, header::AUTHORIZATION.as_str())?.and_then(|value| value.split_once(' ')) {
        // Schemes have no case (RFC 9110 section 11.1).
        Some((sent, token)) if sent.eq_ignore_ascii_case(scheme) && !token.is_empty() => Ok(token),
        _ => Err(Refusal::missing_token(format!("no {scheme} token is in the Authorization header"))),
    }
}

/// The access token of an API request, from the one place where the declaration has it.
pub(crate) fn carried(headers: &HeaderMap, uri: &Uri, carrier: TokenCarrier) -> Result<String, Refusal> {
    let missing = |place: String| Refusal::missing_token(format!("no access token is in {place}"));
    match carrier {
        TokenCarrier::Header(name) => {
            let token = one_header(headers, name)?.ok_or_else(|| missing(format!("the header `{name}`")))?;
            Ok(token.to_owned())
        }
        TokenCarrier::Query(name) => {
            let query = uri.query().unwrap_or_default().as_bytes();
            let mut tokens = form_urlencoded::parse(query).filter(|(known, _)| known == name);
            match (tokens.next(), tokens.next()) {
                (Some((_, token)), None) => Ok(token.into_owned()),
                _ => Err(missing(format!("the query parameter `{name}`, once"))),
            }
        }
        TokenCarrier::Scheme(scheme) => after_scheme(headers, scheme).map(str::to_owned),
        _ => Err(Refusal::server_error("this place for an access token is not known")),
    }
}
