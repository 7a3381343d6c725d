//! Token answers: each contender is given the whole HTTP answer, and judges its status and content type.

use crate::case::{Case, Contender};
use crate::operations::ready;
use crate::provider::{Example, Peer, REFRESH_TOKEN, answer, client, peer};
use http::{Request, Response, header};
use oauth_core::{Client, ErrorKind, Expiry, GrantedScope, RefreshToken, TokenRequest, Tokens, grant};
use oauth2::basic::BasicTokenType;
use oauth2::{AuthType, RequestTokenError, StandardTokenResponse, TokenResponse};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll, Waker};
use std::time::SystemTime;

/// About 200 bytes, as most servers answer.
pub(crate) const SMALL: &str = r#"{"access_token":"2YotnFZFEjr1zCsicMWpAA-2YotnFZFEjr1zCsicMWpAA-0123","token_type":"Bearer","expires_in":3600,"refresh_token":"tGzv3JOkF0XG5Qx2TlKWIA-0123456789abcdef","scope":"read items:write"}"#;
const REFUSAL: &str = r#"{"error":"invalid_grant","error_description":"The authorization code is expired or was used.","error_uri":"https://login.example.com/docs/errors"}"#;
const PECULIAR: &str = r#"{"access_token":"v^1.1#i^1#p^3#r^1#f^0#I^3#t^Ul4xMF8yOkU0NDEzQ0Q1","expires_in":7200,"refresh_token":"v^1.1#i^1#f^0#p^3#I^3#r^1#t^Ul4xMF8xMDpBM","refresh_token_expires_in":47304000,"token_type":"User Access Token"}"#;

pub(crate) fn small() -> Case {
    tokens("answer of 200 bytes", || SMALL.to_owned())
}

fn tokens(name: &'static str, body: impl Fn() -> String) -> Case {
    let body: &'static str = String::leak(body());
    let client = client();
    let (peer, token, http) = their_parts(move || answer(200, body));
    Case {
        name,
        contenders: [
            Contender::new(
                move || (asked(&client), answer(200, body)),
                |(request, answer)| request.read(answer).unwrap(),
                |tokens| of_ours(&tokens, None),
            ),
            Contender::new(
                move || waiting(peer.exchange_refresh_token(token).request_async(http)),
                |request| ready(request).unwrap(),
                |tokens| of_theirs(&tokens),
            ),
            Contender::new(move || answer(200, body), tokens_by_hand, |tokens| of_hand(&tokens)),
        ],
    }
}

/// An access token of 1.5 KB, and an `id_token`, which is a member beyond RFC 6749.
pub(crate) fn jwts() -> Case {
    let jwt =
        |length| "eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9.".chars().cycle().take(length).collect::<String>();
    let body = format!(
        r#"{{"access_token":"{}","token_type":"Bearer","expires_in":3600,"refresh_token":"tGzv3JOkF0XG5Qx2TlKWIA","scope":"read","id_token":"{}"}}"#,
        jwt(1500),
        jwt(900)
    );
    let case = tokens("answer with JWTs", || body.clone());
    let [_, oauth2, by_hand] = case.contenders;
    let client = client();
    let ours = Contender::new(
        move || (asked(&client), answer(200, &body)),
        |(request, answer)| {
            let tokens = request.read(answer).unwrap();
            let extra = tokens.extra().unwrap();
            (tokens, extra)
        },
        |(tokens, extra)| of_ours(&tokens, extra.id_token.as_deref()),
    );
    Case { contenders: [ours, oauth2, by_hand], ..case }
}

/// An odd `token_type` and a member that the RFC does not know.
pub(crate) fn peculiar() -> Case {
    tokens("answer like eBay's", || PECULIAR.to_owned())
}

/// An error answer.
pub(crate) fn refusal() -> Case {
    let client = client();
    let (peer, token, http) = their_parts(|| answer(400, REFUSAL));
    Case {
        name: "error answer",
        contenders: [
            Contender::new(
                move || (asked(&client), answer(400, REFUSAL)),
                |(request, answer)| request.read(answer).unwrap_err(),
                |error| match error.kind() {
                    ErrorKind::Response(refusal) => {
                        format!(
                            "{:?} {:?} {:?}",
                            error.code().map(ToString::to_string),
                            refusal.description(),
                            refusal.uri()
                        )
                    }
                    other => panic!("{other:?}"),
                },
            ),
            Contender::new(
                move || waiting(peer.exchange_refresh_token(token).request_async(http)),
                |request| match ready(request) {
                    Err(RequestTokenError::ServerResponse(refusal)) => refusal,
                    other => panic!("{other:?}"),
                },
                |refusal| {
                    let code = Some(refusal.error().as_ref().to_owned());
                    format!("{code:?} {:?} {:?}", refusal.error_description(), refusal.error_uri())
                },
            ),
            Contender::new(
                || answer(400, REFUSAL),
                refusal_by_hand,
                |refusal| {
                    format!(
                        "{:?} {:?} {:?}",
                        Some(refusal.error),
                        refusal.error_description,
                        refusal.error_uri
                    )
                },
            ),
        ],
    }
}

fn asked(client: &Client<Example>) -> TokenRequest<Example, grant::Refresh> {
    client.refresh(&RefreshToken::new(REFRESH_TOKEN).unwrap())
}

/// What a request of the peer is made of, and its HTTP client. It reads answers nowhere but in a request.
fn their_parts(
    answer: impl Fn() -> Response<Vec<u8>> + 'static,
) -> (&'static Peer, &'static oauth2::RefreshToken, &'static impl Fn(Request<Vec<u8>>) -> Later) {
    (
        Box::leak(Box::new(peer(AuthType::BasicAuth))),
        Box::leak(Box::new(oauth2::RefreshToken::new(REFRESH_TOKEN.to_owned()))),
        Box::leak(Box::new(move |_| Later { answer: Some(answer()), is_asked: false })),
    )
}

/// An answer that is not there when it is asked for the first time.
struct Later {
    answer: Option<Response<Vec<u8>>>,
    is_asked: bool,
}

impl Future for Later {
    type Output = Result<Response<Vec<u8>>, Infallible>;

    fn poll(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Self::Output> {
        match std::mem::replace(&mut self.is_asked, true) {
            false => Poll::Pending,
            true => Poll::Ready(Ok(self.answer.take().unwrap())),
        }
    }
}

/// A request that is sent and waits for its answer, as ours do.
fn waiting<F: Future + Unpin>(mut request: F) -> F {
    let poll = Pin::new(&mut request).poll(&mut Context::from_waker(Waker::noop()));
    assert!(poll.is_pending());
    request
}

#[allow(clippy::needless_pass_by_value)]
pub(crate) fn tokens_by_hand(answer: Response<Vec<u8>>) -> ByHand {
    assert!(answer.status().is_success());
    let kind = answer.headers().get(header::CONTENT_TYPE).unwrap().to_str().unwrap();
    assert!(kind.split(';').next().unwrap().trim().eq_ignore_ascii_case("application/json"));
    of_json(answer.body())
}

#[allow(clippy::needless_pass_by_value)]
fn refusal_by_hand(answer: Response<Vec<u8>>) -> Refusal {
    assert!(answer.status().is_client_error());
    of_json(answer.body())
}

fn of_json<T: DeserializeOwned>(body: &[u8]) -> T {
    serde_json::from_slice(body).unwrap()
}

/// What the peer needs for members beyond RFC 6749.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct TheirExtra {
    refresh_token_expires_in: Option<u64>,
    id_token: Option<String>,
}

impl oauth2::ExtraTokenFields for TheirExtra {}

pub(crate) type Theirs = StandardTokenResponse<TheirExtra, BasicTokenType>;

/// What a careful author writes.
#[derive(Deserialize)]
pub(crate) struct ByHand {
    access_token: String,
    token_type: String,
    expires_in: Option<u64>,
    refresh_token: Option<String>,
    scope: Option<String>,
    refresh_token_expires_in: Option<u64>,
    id_token: Option<String>,
}

#[derive(Deserialize)]
struct Refusal {
    error: String,
    error_description: Option<String>,
    error_uri: Option<String>,
}

pub(crate) fn of_ours(tokens: &Tokens<Example>, id_token: Option<&str>) -> String {
    let seconds = |at: SystemTime| at.duration_since(tokens.received_at()).unwrap().as_secs();
    let expires_in = match tokens.expiry() {
        Expiry::At(at) => Some(seconds(at)),
        _ => None,
    };
    let scopes = match tokens.scope() {
        GrantedScope::Listed(scopes) => scopes.join(" "),
        _ => String::new(),
    };
    let refresh = tokens.is_new_refresh_token().then(|| tokens.refresh_token().unwrap().expose());
    let refresh_expires_in = tokens.refresh_token_expires_at().map(seconds);
    show(tokens.access_token().expose(), refresh, &scopes, expires_in, refresh_expires_in, id_token)
}

pub(crate) fn of_theirs(tokens: &Theirs) -> String {
    let scopes: Vec<&str> = tokens.scopes().into_iter().flatten().map(|scope| scope.as_str()).collect();
    show(
        tokens.access_token().secret(),
        tokens.refresh_token().map(|token| token.secret().as_str()),
        &scopes.join(" "),
        tokens.expires_in().map(|duration| duration.as_secs()),
        tokens.extra_fields().refresh_token_expires_in,
        tokens.extra_fields().id_token.as_deref(),
    )
}

pub(crate) fn of_hand(tokens: &ByHand) -> String {
    assert!(["Bearer", "User Access Token"].contains(&&*tokens.token_type));
    show(
        &tokens.access_token,
        tokens.refresh_token.as_deref(),
        tokens.scope.as_deref().unwrap_or_default(),
        tokens.expires_in,
        tokens.refresh_token_expires_in,
        tokens.id_token.as_deref(),
    )
}

fn show(
    access: &str,
    refresh: Option<&str>,
    scope: &str,
    expires_in: Option<u64>,
    refresh_expires_in: Option<u64>,
    id_token: Option<&str>,
) -> String {
    format!("{access} {refresh:?} {scope:?} {expires_in:?} {refresh_expires_in:?} {id_token:?}")
}
