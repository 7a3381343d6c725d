//! Requests to the token, revocation and introspection endpoints: form-encoded POSTs with client
//! authentication, unless the declaration says otherwise.

use super::client_auth::{apply, select};
use super::form::{Form, Parameters};
use crate::client_auth::Credentials;
use crate::error::Error;
use crate::metadata::{GrantMetadata, GrantType, Metadata, Method, RequestAuth, RequestFormat};
use http::{HeaderMap, HeaderValue, Request, Uri, header};
use std::borrow::Cow;

/// Who asks.
#[derive(Clone, Copy)]
pub(crate) struct Asker<'a> {
    pub(crate) metadata: &'a Metadata,
    pub(crate) credentials: &'a Credentials,
    /// The name of the client authentication method, if the caller chose one.
    pub(crate) client_auth: Option<&'static str>,
}

/// The access token request of a grant (RFC 6749 sections 4.1.3, 4.3.2, 4.4.2, 6).
pub(crate) fn token(
    asker: Asker<'_>,
    endpoint: &Uri,
    grant: &GrantMetadata,
    params: &[(&str, &str)],
    scopes: &[Cow<'static, str>],
) -> Result<Request<Vec<u8>>, Error> {
    debug_assert!(grant.grant_type != GrantType::IMPLICIT, "the implicit grant has no token request");
    let mut form = Form::with_capacity(256);
    form.append("grant_type", grant.grant_type.as_str());
    for (name, value) in params {
        form.append(name, value);
    }
    form.append_scopes(scopes, asker.metadata.scope_delimiter);
    let mut headers = headers();
    let method = select(grant.client_auth, asker.credentials, asker.client_auth)?;
    apply(method, asker.credentials, &mut form, &mut headers)?;
    Ok(post(endpoint, form, headers))
}

/// A request about a token (RFC 7009 section 2.1, RFC 7662 section 2.1).
pub(crate) fn about_token(
    asker: Asker<'_>,
    endpoint: &Uri,
    format: &RequestFormat,
    token: (&str, &str),
    bearer: Option<&str>,
) -> Result<Request<Vec<u8>>, Error> {
    let (token, hint) = token;
    let mut form = Form::with_capacity(256);
    if !format.omit.contains(&"token") {
        form.append("token", token);
        // The hint belongs to the standard request; it only saves the server a search.
        if format.auth == RequestAuth::ClientAuthentication {
            form.append("token_type_hint", hint);
        }
    }
    let mut headers = headers();
    match (format.auth, bearer) {
        (RequestAuth::Bearer, Some(bearer)) => {
            headers.insert(header::AUTHORIZATION, bearer_header(bearer)?);
        }
        (RequestAuth::Bearer, None) => {
            return Err(Error::configuration(format!(
                "`{}` authenticates this request by an access token; give one with `.bearer(&access_token)`",
                asker.metadata.name
            )));
        }
        _ => {
            let method = select(asker.metadata.client_auth, asker.credentials, asker.client_auth)?;
            apply(method, asker.credentials, &mut form, &mut headers)?;
        }
    }
    match format.method.first() {
        Some(Method::Get) => get(endpoint, form, headers),
        _ => Ok(post(endpoint, form, headers)),
    }
}

/// The `Authorization` header of a Bearer token (RFC 6750 section 2.1).
pub(crate) fn bearer_header(token: &str) -> Result<HeaderValue, Error> {
    let text = zeroize::Zeroizing::new(format!("Bearer {token}"));
    let mut value = HeaderValue::from_str(&text)
        .map_err(|_| Error::configuration("the access token does not fit into a header"))?;
    value.set_sensitive(true);
    Ok(value)
}

fn headers() -> HeaderMap {
    let mut headers = HeaderMap::with_capacity(4);
    headers.insert(header::ACCEPT, HeaderValue::from_static("application/json"));
    headers
}

fn post(endpoint: &Uri, form: Form, mut headers: HeaderMap) -> Request<Vec<u8>> {
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/x-www-form-urlencoded"));
    let mut request = Request::new(form.into_string().into_bytes());
    *request.method_mut() = http::Method::POST;
    *request.uri_mut() = endpoint.clone();
    *request.headers_mut() = headers;
    request
}

fn get(endpoint: &Uri, form: Form, headers: HeaderMap) -> Result<Request<Vec<u8>>, Error> {
    let query = form.into_string();
    let uri = if query.is_empty() {
        endpoint.clone()
    } else {
        let separator = if endpoint.query().is_some() { '&' } else { '?' };
        format!("{endpoint}{separator}{query}")
            .parse()
            .map_err(|_| Error::configuration("the parameters don't fit into a URL"))?
    };
    let mut request = Request::new(Vec::new());
    *request.uri_mut() = uri;
    *request.headers_mut() = headers;
    Ok(request)
}
