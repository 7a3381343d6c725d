//! Requests to the token, revocation and introspection endpoints: form-encoded POSTs with client
//! authentication, unless the declaration says otherwise.

use super::body::{Body, FORM, Written};
use super::client_auth::{self, select};
use super::form::{Form, Parameters, Value};
use super::outgoing::{Outgoing, Sources};
use super::{headers, template};
use crate::client_auth::Credentials;
use crate::endpoints::Endpoint;
use crate::error::Error;
use crate::metadata::{ClientAuth, Method, RequestAuth, RequestFormat};
use crate::parameter::Given;
use crate::secret::Secret;
use http::{HeaderMap, HeaderValue, Request, header};
use std::borrow::Cow;

/// Who asks.
#[derive(Clone, Copy)]
pub(crate) struct Asker<'a> {
    pub(crate) sources: Sources<'a>,
    pub(crate) credentials: &'a Credentials,
    /// The name of the client authentication method, if the caller chose one.
    pub(crate) client_auth: Option<&'static str>,
}

/// What is asked: an access token request (RFC 6749 sections 4.1.3, 4.3.2, 4.4.2, 6), or a request
/// about a token (RFC 7009 section 2.1, RFC 7662 section 2.1).
pub(crate) struct Message<'a> {
    pub(crate) format: &'a RequestFormat,
    /// The client authentication methods that the endpoint takes.
    pub(crate) methods: &'a [ClientAuth],
    /// The standard parameters, in the order in which they go out.
    pub(crate) standard: &'a [Option<(&'static str, Value<'a>)>],
    pub(crate) scopes: &'a [Cow<'static, str>],
    /// The code or refresh token.
    pub(crate) presented: Option<&'a str>,
    /// The access token that may authenticate the request.
    pub(crate) bearer: Option<&'a str>,
    pub(crate) given: &'a Given,
    /// Parameters that the callback brought.
    pub(crate) echoed: &'a [(&'static str, Secret)],
}

/// The request to this endpoint.
pub(crate) fn encode(
    asker: Asker<'_>,
    endpoint: &Endpoint,
    message: &Message<'_>,
) -> Result<Request<Vec<u8>>, Error> {
    let Asker { sources, credentials, client_auth } = asker;
    let format = message.format;
    let by = match format.auth {
        RequestAuth::ClientAuthentication => Some(select(message.methods, credentials, client_auth)?),
        RequestAuth::Method(ref method) => Some(method),
        RequestAuth::Bearer | RequestAuth::Identifier | RequestAuth::Nothing => None,
    };
    let url = url(sources, format, endpoint)?;
    let mut body = Body::new(format, &url, sources.randomness)?;
    let mut to = Outgoing::new(format, &mut body);
    for (name, value) in message.standard.iter().flatten() {
        to.standard(name, *value);
    }
    to.scopes(message.scopes, sources.metadata.scope_delimiter);
    if let Some(method) = by {
        client_auth::append(method, credentials, message.presented, &mut to)?;
    }
    if format.auth == RequestAuth::Identifier || format.sends("client_id") {
        to.client_id(&credentials.client_id);
    }
    to.declared(sources, message.given)?;
    for (name, value) in message.echoed {
        to.own(name, value.expose());
    }
    let Written { url: url_of_query, body, content_type } = body.finish()?;
    let mut request = Request::new(body);
    *request.method_mut() = method(format);
    *request.uri_mut() = match (url_of_query, url) {
        (Some(url), _) | (None, Cow::Owned(url)) => url
            .try_into()
            .map_err(|_| Error::configuration("the parameters of this request don't fit into a URL"))?,
        (None, Cow::Borrowed(_)) => endpoint.uri.clone(),
    };
    *request.headers_mut() = headers(asker, message, by, content_type)?;
    Ok(request)
}

/// The headers. Those of a form without declared ones are the same for every request of a client.
fn headers(
    asker: Asker<'_>,
    message: &Message<'_>,
    by: Option<&ClientAuth>,
    content_type: Option<HeaderValue>,
) -> Result<HeaderMap, Error> {
    let Asker { sources, credentials, .. } = asker;
    let format = message.format;
    let is_usual = format.headers.is_empty()
        && format.auth != RequestAuth::Bearer
        && content_type.as_ref() == Some(&const { FORM });
    let kept = credentials.headers.get().filter(|_| is_usual);
    if let Some((_, headers)) = kept.filter(|(method, _)| method.as_ref() == by) {
        return Ok(headers.clone());
    }
    let mut headers = HeaderMap::with_capacity(3);
    headers.insert(header::ACCEPT, const { HeaderValue::from_static("application/json") });
    headers::declare(format.headers, sources.variables, credentials, &mut headers)?;
    if let Some(method) = by {
        client_auth::insert(method, credentials, &mut headers)?;
    }
    if format.auth == RequestAuth::Bearer {
        let token = message.bearer.ok_or_else(|| no_bearer(sources.metadata.name))?;
        let value = headers::secret(Some("Bearer"), token, "the access token")?;
        headers.insert(header::AUTHORIZATION, value);
    }
    if let Some(kind) = content_type {
        headers.insert(header::CONTENT_TYPE, kind);
    }
    if is_usual {
        credentials.headers.get_or_init(|| (by.copied(), headers.clone()));
    }
    Ok(headers)
}

/// The method of a request.
pub(crate) fn method(format: &RequestFormat) -> http::Method {
    match format.method.first() {
        Some(Method::Get) => http::Method::GET,
        Some(Method::Delete) => http::Method::DELETE,
        Some(Method::Post) | None => http::Method::POST,
    }
}

/// The endpoint, with the declared query behind it.
pub(crate) fn url<'e>(
    sources: Sources<'_>,
    format: &RequestFormat,
    endpoint: &'e Endpoint,
) -> Result<Cow<'e, str>, Error> {
    if format.query.is_empty() {
        return Ok(Cow::Borrowed(&endpoint.text));
    }
    let mut query = Form::query_of(&endpoint.text, 64);
    for (name, value) in format.query {
        query.append(name, &template::expand(value, sources.variables, sources.client_id)?);
    }
    Ok(Cow::Owned(query.into_string()))
}

fn no_bearer(provider: &str) -> Error {
    Error::configuration(format!(
        "`{provider}` authenticates this request by an access token; give one with `.bearer(&access_token)`"
    ))
}

#[cfg(test)]
#[path = "token_request_tests.rs"]
mod tests;
