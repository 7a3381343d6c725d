//! Calling the provider's API with an access token (RFC 6750).

use crate::clock;
use crate::context::{Context, NO_BEARER_TOKEN};
use crate::endpoints::Endpoint;
use crate::error::{Error, ErrorKind, Unauthorized};
use crate::metadata::{Metadata, TokenCarrier};
use crate::secret::Secret;
use crate::sending::Sent;
use crate::token::AccessContent;
use crate::wire::body::FORM;
use crate::wire::error_response::Answer;
use crate::wire::form::{self, Form, Parameters};
use crate::wire::outgoing::Outgoing;
use crate::wire::token_response::TokenType;
use crate::wire::{api_base, challenge, headers, template, token_request};
use http::header::{self, HeaderName};
use http::{HeaderMap, HeaderValue, Method, Request, Response, StatusCode, Uri};
use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

/// The most bytes of an API answer: 16 MiB. Download more with an HTTP client of your own.
const MAX_BODY: usize = 16 * 1024 * 1024;

/// A request to the provider's API.
#[must_use = "nothing happens before the request is sent"]
pub struct ApiRequest<P> {
    plan: Plan,
    marker: PhantomData<fn() -> P>,
}

/// What is not typed of it: compiled once, not for each provider.
struct Plan {
    context: Arc<Context>,
    method: Method,
    target: Target,
    headers: Result<HeaderMap, Error>,
    body: Vec<u8>,
    token: Secret,
    /// What the answer that brought the token said about its API.
    api_base: Option<Box<str>>,
}

enum Target {
    /// A path below the API base.
    Path(Box<str>),
    Userinfo,
}

impl Target {
    /// Whether the declaration says what is in the body.
    fn has_form(&self, metadata: &Metadata) -> bool {
        matches!(self, Self::Userinfo) && !metadata.userinfo_request.send.is_empty()
    }

    /// Where the token stands; nothing, if the form holds it.
    fn carrier(&self, metadata: &Metadata) -> Option<TokenCarrier> {
        let is_in_form = matches!(self, Self::Userinfo) && metadata.userinfo_request.sends("access_token");
        (!is_in_form).then_some(metadata.bearer.carrier)
    }
}

impl<P> ApiRequest<P> {
    pub(crate) fn new(client: &Arc<Context>, method: Method, path: &str, token: &AccessContent) -> Self {
        Self { plan: Plan::new(client, method, path, token), marker: PhantomData }
    }

    pub(crate) fn userinfo(client: &Arc<Context>, token: &AccessContent) -> Self {
        Self { plan: Plan::userinfo(client, token), marker: PhantomData }
    }

    /// Sets a header, in place of a declared one with the same name. One that the client or its
    /// transport manages, such as `Authorization` or `Host`, shows as an error at the request.
    pub fn header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.plan.header(name, value);
        self
    }

    /// Sets the body and its `Content-Type`. A request whose form is declared (`userinfo_request(send(...))`)
    /// has no other body; it shows as an error at the request.
    pub fn body(mut self, content_type: HeaderValue, body: impl Into<Vec<u8>>) -> Self {
        self.plan.body(content_type, body.into());
        self
    }

    /// The HTTP request, for another client than the transport. It holds the access token: follow
    /// no redirect to another origin with it.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Configuration`]: the path leads away from the API base, the API base that came
    /// with the token is not at a declared host, the token is no Bearer token, or a body was set where
    /// the form is declared.
    pub fn request(&self) -> Result<Request<Vec<u8>>, Error> {
        self.plan.encode()
    }

    /// Reads the answer to [`request`](Self::request): a refused token becomes an error, every
    /// other answer is handed back as it is.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Unauthorized`]: a 401, or a 403 with a Bearer challenge (RFC 6750 section 3).
    pub fn read(self, response: Response<Vec<u8>>) -> Result<Response<Vec<u8>>, Error> {
        self.plan.decode(response)
    }

    /// Sends the request and reads the answer.
    ///
    /// # Errors
    ///
    /// As for [`request`](Self::request) and [`read`](Self::read), and [`ErrorKind::Transport`]: no
    /// complete answer came.
    pub fn send(self) -> impl Future<Output = Result<Response<Vec<u8>>, Error>> + Send {
        self.plan.send()
    }

    /// [`send`](Self::send) for programs without an async runtime.
    ///
    /// # Errors
    ///
    /// As for [`send`](Self::send).
    #[cfg(feature = "blocking")]
    pub fn send_blocking(self) -> Result<Response<Vec<u8>>, Error> {
        crate::blocking::wait(self.plan.send())
    }
}

impl Plan {
    fn new(client: &Arc<Context>, method: Method, path: &str, token: &AccessContent) -> Self {
        let context = client.of_token(token.origin.as_ref());
        Self::to(context, method, Target::Path(path.into()), token)
    }

    fn userinfo(client: &Arc<Context>, token: &AccessContent) -> Self {
        let context = client.of_token(token.origin.as_ref());
        let method = token_request::method(context.metadata.userinfo_request);
        Self::to(context, method, Target::Userinfo, token)
    }

    fn to(context: Arc<Context>, method: Method, target: Target, token: &AccessContent) -> Self {
        Self {
            headers: initial_headers(&context, &target, token.secret.expose(), &token.token_type),
            context,
            method,
            target,
            body: Vec::new(),
            token: token.secret.clone(),
            api_base: token.api_base.clone(),
        }
    }

    fn body(&mut self, content_type: HeaderValue, body: Vec<u8>) {
        if self.target.has_form(self.context.metadata) {
            let name = self.context.metadata.name;
            self.headers = Err(Error::configuration(format!(
                "`{name}` is declared with a form for this request; leave out `.body(…)`"
            )));
            return;
        }
        self.body = body;
        self.header(header::CONTENT_TYPE, content_type);
    }

    fn header(&mut self, name: HeaderName, value: HeaderValue) {
        let metadata = self.context.metadata;
        let carries_token = match metadata.bearer.carrier {
            TokenCarrier::Header(header) => name.as_str().eq_ignore_ascii_case(header),
            _ => false,
        };
        let is_of_form = name == header::CONTENT_TYPE && self.target.has_form(metadata);
        if carries_token || is_of_form || name == header::AUTHORIZATION || headers::is_managed(&name) {
            self.headers = Err(Error::configuration(format!("the header `{name}` is managed by the client")));
        } else if let Ok(headers) = &mut self.headers {
            headers.insert(name, value);
        }
    }

    fn encode(&self) -> Result<Request<Vec<u8>>, Error> {
        let headers = self.headers.as_ref().map_err(|error| Error::configuration(error.to_string()))?.clone();
        let mut request = Request::new(self.form().unwrap_or_else(|| self.body.clone()));
        *request.method_mut() = self.method.clone();
        *request.uri_mut() = self.with_token(self.uri()?)?;
        *request.headers_mut() = headers;
        if let Some(hook) = &self.context.hook {
            hook.sign(&mut request)?;
        }
        self.context.limit(&mut request, MAX_BODY);
        Ok(request)
    }

    /// The declared form (RFC 6750 section 2.2).
    fn form(&self) -> Option<Vec<u8>> {
        let format = self.context.metadata.userinfo_request;
        if !self.target.has_form(self.context.metadata) {
            return None;
        }
        let token = self.token.expose();
        // Room for all of it, so that the token is written once.
        let mut form = Form::with_capacity(token.len().saturating_mul(3).saturating_add(256));
        let mut to = Outgoing::new(format, &mut form);
        if format.sends("access_token") {
            to.standard("access_token", token.into());
        }
        if format.sends("client_id") {
            to.client_id(&self.context.credentials.client_id);
        }
        Some(form.into_string().into_bytes())
    }

    fn uri(&self) -> Result<Uri, Error> {
        let context = &*self.context;
        let path = match &self.target {
            Target::Userinfo => {
                let endpoint = context.endpoints()?.userinfo_endpoint();
                let endpoint = endpoint.ok_or_else(|| context.lacks("`userinfo_endpoint`"))?;
                let url =
                    token_request::url(context.asker().sources, context.metadata.userinfo_request, endpoint)?;
                return match url {
                    Cow::Borrowed(_) => Ok(endpoint.uri.clone()),
                    Cow::Owned(url) => url.try_into().map_err(|_| {
                        Error::configuration("the query of the userinfo request does not fit into a URL")
                    }),
                };
            }
            Target::Path(path) => path,
        };
        let base = self.base()?;
        let wrong = || {
            Error::configuration("the path of an API request is relative to `api_base` and stays below it")
        };
        let url = format!("{}/{}", base.text.trim_end_matches('/'), path.trim_start_matches('/'));
        let uri: Uri = url.parse().map_err(|_| wrong())?;
        let is_dots =
            |segment: &str| matches!(segment.to_ascii_lowercase().replace("%2e", ".").as_str(), "." | "..");
        let leaves = uri.path().split(['/', '\\']).any(is_dots) || uri.authority() != base.uri.authority();
        if leaves || path.contains('#') { Err(wrong()) } else { Ok(uri) }
    }

    /// The declared API base, or the one that came with the token.
    fn base(&self) -> Result<Cow<'_, Endpoint>, Error> {
        let context = &*self.context;
        let Some(format) = &context.metadata.learnt_api_base() else {
            let base = context.endpoints()?.api_endpoint();
            return base.map(Cow::Borrowed).ok_or_else(|| context.lacks("`api_base`"));
        };
        let learnt = self.api_base.as_deref().ok_or_else(|| {
            Error::configuration(
                "the access token does not know its API base; give it the stored one, or that of the userinfo \
                 answer, with `with_api_base`",
            )
        })?;
        let base = api_base::check(format, learnt)
            .and_then(|text| Some(Endpoint { uri: text.parse().ok()?, text: text.into_boxed_str() }))
            .and_then(|base| match context.loopback {
                Some(address) => base.at_loopback(address),
                None => Some(base),
            });
        base.map(Cow::Owned).ok_or_else(|| {
            Error::configuration(
                "the API base of the access token is not at a host that `api_base(hosts(...))` names",
            )
        })
    }

    /// The URL with the token in it, where the declaration says so.
    fn with_token(&self, uri: Uri) -> Result<Uri, Error> {
        let Some(TokenCarrier::Query(name)) = self.target.carrier(self.context.metadata) else {
            return Ok(uri);
        };
        let mut names = form::pairs(uri.query().unwrap_or_default()).map(|(name, _)| form::decode(name));
        if names.any(|known| known.as_deref() == Some(name)) {
            return Err(Error::configuration(format!("the parameter `{name}` is managed by the client")));
        }
        let mut query = Form::query_of(&uri.to_string(), 256);
        query.append(name, self.token.expose());
        query
            .into_string()
            .try_into()
            .map_err(|_| Error::configuration("the access token does not fit into the URL"))
    }

    fn decode(&self, response: Response<Vec<u8>>) -> Result<Response<Vec<u8>>, Error> {
        let status = response.status();
        if !matches!(status, StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN) {
            return Ok(response);
        }
        let mut secrets = vec![self.token.expose()];
        let metadata = self.context.metadata;
        let declared = metadata.bearer.headers.iter().map(|(_, template)| *template);
        let declared = declared.chain(metadata.userinfo_request.templates());
        secrets.extend(template::fields(declared, &self.context.variables));
        // So the caller may mark his own.
        let headers = self.headers.iter().flat_map(HeaderMap::values);
        secrets.extend(headers.filter(|value| value.is_sensitive()).filter_map(|value| value.to_str().ok()));
        // A declared header may hold it.
        secrets.extend(self.context.credentials.client_secret.as_ref().map(Secret::expose));
        let challenge = challenge::parse(response.headers(), &secrets);
        if status == StatusCode::FORBIDDEN && challenge.is_none() {
            return Ok(response);
        }
        Err(Error::new(ErrorKind::Unauthorized(Unauthorized { status, challenge })))
    }

    fn send(self) -> Sent<Response<Vec<u8>>> {
        Box::pin(async move {
            let response = self.context.transport()?.send(self.encode()?).await?;
            self.decode(response)
        })
    }
}

/// What [`Client::api_base`](crate::Client::api_base) gives.
pub(crate) fn learnt_base(context: &Context, userinfo: &Response<Vec<u8>>) -> Result<String, Error> {
    let format = context.metadata.userinfo_response.api_base;
    let format = format.ok_or_else(|| context.lacks("`userinfo_response(api_base(...))`"))?;
    let named = api_base::read(&format, userinfo.body());
    let checked = named.as_deref().and_then(|named| api_base::check(&format, named));
    checked.ok_or_else(|| {
        let what = if named.is_some() { "is at no declared host" } else { "is not there" };
        let member = format.member;
        let message =
            format!("the member `{member}` of the userinfo answer, which names the API base, {what}");
        Answer::new(userinfo, clock::now(), &[]).unusable(message)
    })
}

fn initial_headers(
    context: &Context,
    target: &Target,
    token: &str,
    token_type: &TokenType,
) -> Result<HeaderMap, Error> {
    if *token_type != TokenType::Bearer {
        return Err(Error::configuration(NO_BEARER_TOKEN));
    }
    let metadata = context.metadata;
    let declared = match target {
        Target::Userinfo => metadata.userinfo_request.headers,
        Target::Path(_) => &[],
    };
    let mut map = HeaderMap::new();
    map.insert(header::ACCEPT, HeaderValue::from_static("application/json"));
    for declared in [metadata.bearer.headers, declared] {
        headers::declare(declared, &context.variables, &context.credentials, &mut map)?;
    }
    if target.has_form(metadata) {
        map.insert(header::CONTENT_TYPE, const { FORM });
    }
    match target.carrier(metadata) {
        Some(TokenCarrier::Scheme(scheme)) => {
            map.insert(header::AUTHORIZATION, headers::secret(Some(scheme), token, "the access token")?);
        }
        Some(TokenCarrier::Header(name)) => {
            map.insert(headers::name(name)?, headers::secret(None, token, "the access token")?);
        }
        Some(TokenCarrier::Query(_)) | None => {}
    }
    Ok(map)
}

impl<P> fmt::Debug for ApiRequest<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ApiRequest").field("method", &self.plan.method).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
