//! The resource owner with a browser: opens the login's URL, reads the consent page, decides.
//!
//! It needs no socket: what it sends goes the way of every other request, past the network.

use crate::callback;
use crate::consent;
use crate::listener::lock;
use crate::routes::CONSENT_PATH;
use crate::server::AuthorizationServer;
use crate::state::State;
use http::{HeaderValue, Method, Request, Response, StatusCode, Uri, header};
use std::fmt;

/// Why a login did not come back to the client.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum BrowserError {
    /// The URL leads away from the server. Was the client made with
    /// [`at_loopback`](oauth_core::Client::at_loopback)?
    Elsewhere,
    /// The URL has not the declared fragment.
    Fragment,
    /// The server refused without a redirect, since it did not believe client or redirect URI. The
    /// status, and the page that the resource owner sees.
    Page(StatusCode, String),
}

impl AuthorizationServer {
    /// Opens the URL of a login and approves as the first user. Gives the URL to which the browser is
    /// sent, for [`Client::finish`](oauth_core::Client::finish): with a code or, where the request is
    /// refused, with an error. Where callbacks are declared to come as a form, it gives the form-encoded
    /// fields that the browser posts.
    ///
    /// # Errors
    ///
    /// The server does not send the browser back.
    pub fn approve(&self, url: &str) -> Result<String, BrowserError> {
        self.decide(self.opened(url)?, "approve", None)
    }

    /// The same as another user.
    ///
    /// # Errors
    ///
    /// As for [`approve`](Self::approve); a user that does not exist stays on the page.
    pub fn approve_as(&self, user: &str, url: &str) -> Result<String, BrowserError> {
        self.decide(self.opened(url)?, "approve", Some(user))
    }

    /// Opens the URL of a login and denies.
    ///
    /// # Errors
    ///
    /// As for [`approve`](Self::approve).
    pub fn deny(&self, url: &str) -> Result<String, BrowserError> {
        self.decide(self.opened(url)?, "deny", None)
    }

    /// [`approve`](Self::approve) for an authorization request that the browser sends by POST, with
    /// `action` and `fields` of a [`LoginForm`](oauth_core::LoginForm).
    ///
    /// # Errors
    ///
    /// As for [`approve`](Self::approve).
    pub fn approve_form(&self, action: &str, fields: &[(String, String)]) -> Result<String, BrowserError> {
        self.decide(post(action, fields)?, "approve", None)
    }

    /// [`deny`](Self::deny) for an authorization request that the browser sends by POST.
    ///
    /// # Errors
    ///
    /// As for [`approve`](Self::approve).
    pub fn deny_form(&self, action: &str, fields: &[(String, String)]) -> Result<String, BrowserError> {
        self.decide(post(action, fields)?, "deny", None)
    }

    fn opened(&self, url: &str) -> Result<Request<Vec<u8>>, BrowserError> {
        opened(&lock(self.state()), url)
    }

    fn decide(
        &self,
        request: Request<Vec<u8>>,
        decision: &str,
        user: Option<&str>,
    ) -> Result<String, BrowserError> {
        let authority = request.uri().authority().map(|authority| authority.as_str());
        if authority != Some(&*self.address().to_string()) {
            return Err(BrowserError::Elsewhere);
        }
        lock(self.state()).browse(&request, decision, user)
    }
}

impl State {
    /// Opens the page that this request gets, and decides as this user or the first one.
    pub(crate) fn browse(
        &mut self,
        request: &Request<Vec<u8>>,
        decision: &str,
        user: Option<&str>,
    ) -> Result<String, BrowserError> {
        let answer = self.visit(request);
        if let Some(callback) = sent_back(&answer) {
            return Ok(callback);
        }
        let page = String::from_utf8_lossy(answer.body());
        let Some(ticket) = consent::ticket(&page) else { return Err(stayed(&answer)) };
        let first = self.settings.users.first().map(|(name, _)| name.clone()).unwrap_or_default();
        let fields = [("ticket", ticket), ("decision", decision), ("user", user.unwrap_or(&first))]
            .map(|(name, value)| (name.to_owned(), value.to_owned()));
        let answer = self.visit(&post(CONSENT_PATH, &fields)?);
        sent_back(&answer).ok_or_else(|| stayed(&answer))
    }

    fn visit(&mut self, request: &Request<Vec<u8>>) -> Response<Vec<u8>> {
        self.log_request(request);
        self.answer(request)
    }
}

/// The request of a browser that opens this URL. It keeps the fragment to itself, so that only here is
/// one to see whether it is the declared one.
pub(crate) fn opened(state: &State, url: &str) -> Result<Request<Vec<u8>>, BrowserError> {
    let (page, fragment) = url.split_once('#').map_or((url, None), |(page, rest)| (page, Some(rest)));
    let declared = state.metadata.authorization_request.fragment;
    // Parameters in the fragment are read by the page, which sends them on.
    if let Some(route) = declared.filter(|route| route.ends_with('?')) {
        let query =
            fragment.and_then(|fragment| fragment.strip_prefix(route)).ok_or(BrowserError::Fragment)?;
        return get(&format!("{page}{}{query}", if page.contains('?') { '&' } else { '?' }));
    }
    if fragment != declared {
        return Err(BrowserError::Fragment);
    }
    get(page)
}

fn get(url: &str) -> Result<Request<Vec<u8>>, BrowserError> {
    let mut request = Request::new(Vec::new());
    // A browser sends no fragment, and does not take one for a part of the query.
    let url = url.split('#').next().unwrap_or_default();
    *request.uri_mut() = url.parse::<Uri>().map_err(|_| BrowserError::Elsewhere)?;
    Ok(request)
}

pub(crate) fn post(url: &str, fields: &[(String, String)]) -> Result<Request<Vec<u8>>, BrowserError> {
    let form = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    let mut request = get(url)?.map(|_| form.into_bytes());
    *request.method_mut() = Method::POST;
    let form_encoded = HeaderValue::from_static("application/x-www-form-urlencoded");
    request.headers_mut().insert(header::CONTENT_TYPE, form_encoded);
    Ok(request)
}

/// Where the browser is sent, or what it is to post there.
fn sent_back(answer: &Response<Vec<u8>>) -> Option<String> {
    match answer.headers().get(header::LOCATION) {
        Some(location) => Some(location.to_str().ok()?.to_owned()),
        None => callback::posted(std::str::from_utf8(answer.body()).ok()?),
    }
}

fn stayed(answer: &Response<Vec<u8>>) -> BrowserError {
    BrowserError::Page(answer.status(), String::from_utf8_lossy(answer.body()).into_owned())
}

impl fmt::Display for BrowserError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Elsewhere => f.write_str("the URL leads away from the server"),
            Self::Fragment => f.write_str("the fragment of the URL is not the declared one"),
            Self::Page(status, page) => {
                write!(f, "the server answered {status} and sent the browser nowhere: {page}")
            }
        }
    }
}

impl std::error::Error for BrowserError {}
