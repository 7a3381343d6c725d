//! Calling the provider's API with an access token (RFC 6750).

use crate::context::Context;
use crate::error::{Error, ErrorKind, Unauthorized};
use crate::secret::Secret;
use crate::token::AccessToken;
use crate::wire::challenge;
use crate::wire::token_request::bearer_header;
use crate::wire::token_response::TokenType;
use http::header::{self, HeaderName};
use http::{HeaderMap, HeaderValue, Method, Request, Response, StatusCode, Uri};
use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

/// The most bytes of an API answer: 16 MiB. Download more with an HTTP client of your own.
const MAX_BODY: usize = 16 * 1024 * 1024;

/// The headers that the client or its transport sets.
const MANAGED: [HeaderName; 7] = [
    header::AUTHORIZATION,
    header::CONNECTION,
    header::CONTENT_LENGTH,
    header::COOKIE,
    header::HOST,
    header::PROXY_AUTHORIZATION,
    header::TRANSFER_ENCODING,
];

/// A request to the provider's API.
#[must_use = "nothing happens before the request is sent"]
pub struct ApiRequest<P> {
    context: Arc<Context>,
    method: Method,
    path: Box<str>,
    headers: Result<HeaderMap, Error>,
    body: Vec<u8>,
    token: Secret,
    marker: PhantomData<fn() -> P>,
}

impl<P> ApiRequest<P> {
    pub(crate) fn new(context: Arc<Context>, method: Method, path: &str, token: &AccessToken<P>) -> Self {
        let headers = headers(context.metadata.bearer.headers, token);
        let token = Secret::new(token.expose());
        Self { context, method, path: path.into(), headers, body: Vec::new(), token, marker: PhantomData }
    }

    /// Sets a header, in place of a declared one with the same name. One that the client or its
    /// transport manages, such as `Authorization` or `Host`, shows as an error at the request.
    pub fn header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        if MANAGED.contains(&name) {
            self.headers = Err(Error::configuration(format!("the header `{name}` is managed by the client")));
        } else if let Ok(headers) = &mut self.headers {
            headers.insert(name, value);
        }
        self
    }

    /// Sets the body and its `Content-Type`.
    pub fn body(mut self, content_type: HeaderValue, body: impl Into<Vec<u8>>) -> Self {
        self.body = body.into();
        self.header(header::CONTENT_TYPE, content_type)
    }

    /// The HTTP request, for another client than the transport. It holds the access token: follow
    /// no redirect to another origin with it.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Configuration`]: the path leads away from `api_base`, or the token is no Bearer
    /// token.
    pub fn request(&self) -> Result<Request<Vec<u8>>, Error> {
        let headers = self.headers.as_ref().map_err(|error| Error::configuration(error.to_string()))?.clone();
        let mut request = Request::new(self.body.clone());
        *request.method_mut() = self.method.clone();
        *request.uri_mut() = self.uri()?;
        *request.headers_mut() = headers;
        Ok(self.context.limited(request, MAX_BODY))
    }

    fn uri(&self) -> Result<Uri, Error> {
        let base =
            self.context.endpoints()?.api_endpoint().ok_or_else(|| self.context.lacks("`api_base`"))?;
        let wrong = || {
            Error::configuration("the path of an API request is relative to `api_base` and stays below it")
        };
        let url = format!("{}/{}", base.text.trim_end_matches('/'), self.path.trim_start_matches('/'));
        let uri: Uri = url.parse().map_err(|_| wrong())?;
        let is_dots =
            |segment: &str| matches!(segment.to_ascii_lowercase().replace("%2e", ".").as_str(), "." | "..");
        let leaves = uri.path().split(['/', '\\']).any(is_dots) || uri.authority() != base.uri.authority();
        if leaves || self.path.contains('#') { Err(wrong()) } else { Ok(uri) }
    }

    /// Reads the answer to [`request`](Self::request): a refused token becomes an error, every
    /// other answer is handed back as it is.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Unauthorized`]: a 401, or a 403 with a Bearer challenge (RFC 6750 section 3).
    pub fn read(self, response: Response<Vec<u8>>) -> Result<Response<Vec<u8>>, Error> {
        let status = response.status();
        if !matches!(status, StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN) {
            return Ok(response);
        }
        let challenge = challenge::parse(response.headers(), &[self.token.expose()]);
        if status == StatusCode::FORBIDDEN && challenge.is_none() {
            return Ok(response);
        }
        Err(Error::new(ErrorKind::Unauthorized(Unauthorized { status, challenge })))
    }

    /// Sends the request and reads the answer.
    ///
    /// # Errors
    ///
    /// As for [`request`](Self::request) and [`read`](Self::read), and [`ErrorKind::Transport`]: no
    /// complete answer came.
    pub async fn send(self) -> Result<Response<Vec<u8>>, Error> {
        let request = self.request()?;
        let response = Arc::clone(&self.context).exchange(request).await?;
        self.read(response)
    }

    /// [`send`](Self::send) for programs without an async runtime.
    ///
    /// # Errors
    ///
    /// As for [`send`](Self::send).
    #[cfg(feature = "blocking")]
    pub fn send_blocking(self) -> Result<Response<Vec<u8>>, Error>
    where
        P: 'static,
    {
        crate::blocking::wait(self.send())
    }
}

fn headers<P>(declared: &[(&'static str, &'static str)], token: &AccessToken<P>) -> Result<HeaderMap, Error> {
    if *token.token_type() != TokenType::Bearer {
        return Err(Error::configuration("an access token of another type is never sent as a Bearer token"));
    }
    let mut headers = HeaderMap::new();
    headers.insert(header::ACCEPT, HeaderValue::from_static("application/json"));
    for (name, value) in declared {
        let wrong = |_| Error::configuration(format!("the declared header `{name}` can't be sent"));
        let name_checked = HeaderName::from_bytes(name.as_bytes()).map_err(|_| wrong(()))?;
        headers.insert(name_checked, HeaderValue::from_str(value).map_err(|_| wrong(()))?);
    }
    headers.insert(header::AUTHORIZATION, bearer_header(token.expose())?);
    Ok(headers)
}

impl<P> fmt::Debug for ApiRequest<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ApiRequest").field("method", &self.method).finish_non_exhaustive()
    }
}
