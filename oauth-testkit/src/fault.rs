//! [`Fault`]: what a server, a proxy or the network between does wrong.

use http::{HeaderName, HeaderValue, Response, StatusCode, header};
use std::fmt;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;

/// A fault for the next requests to an endpoint, from
/// [`AuthorizationServer::inject`](crate::AuthorizationServer::inject).
///
/// ```
/// use oauth_core::http::{HeaderValue, StatusCode, header};
/// use oauth_testkit::Fault;
///
/// let busy = Fault::status(StatusCode::SERVICE_UNAVAILABLE)
///     .header(header::RETRY_AFTER, HeaderValue::from_static("2"))
///     .times(3);
/// ```
#[derive(Debug, Clone)]
#[must_use = "a fault does nothing before it is injected"]
pub struct Fault {
    kind: FaultKind,
    times: usize,
}

#[derive(Debug, Clone)]
pub(crate) enum FaultKind {
    Answer(Box<Response<Vec<u8>>>),
    Hang,
    Delay(Gate),
    Reset,
    LostAnswer,
    ResetMidBody,
    StallMidBody,
    EndlessBody,
    LargeBody(u64),
    Drip(Duration),
    Altered(Alteration),
}

/// What a test does to the usual answer.
#[derive(Clone)]
pub(crate) struct Alteration(Arc<Change>);

type Change = dyn Fn(&mut Response<Vec<u8>>) + Send + Sync;

impl Alteration {
    pub(crate) fn apply(&self, mut response: Response<Vec<u8>>) -> Response<Vec<u8>> {
        (self.0)(&mut response);
        response
    }
}

impl fmt::Debug for Alteration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Alteration")
    }
}

impl Fault {
    fn new(kind: FaultKind) -> Self {
        Self { kind, times: 1 }
    }

    /// This answer, whatever was asked. The request is not carried out.
    pub fn answer(response: Response<Vec<u8>>) -> Self {
        Self::new(FaultKind::Answer(Box::new(response)))
    }

    /// An answer with this status and no body.
    pub fn status(status: StatusCode) -> Self {
        let mut response = Response::new(Vec::new());
        *response.status_mut() = status;
        Self::answer(response)
    }

    /// A 200 with this body, such as the page of a proxy.
    pub fn body(content_type: HeaderValue, body: impl Into<Vec<u8>>) -> Self {
        Self::answer(Response::new(body.into())).header(header::CONTENT_TYPE, content_type)
    }

    /// A 307, which asks to repeat the request, secrets included, somewhere else.
    pub fn redirect(to: HeaderValue) -> Self {
        Self::status(StatusCode::TEMPORARY_REDIRECT).header(header::LOCATION, to)
    }

    /// No answer ever, on a connection that stays open.
    pub fn hang() -> Self {
        Self::new(FaultKind::Hang)
    }

    /// The usual answer, but not before the [`Latch`] is released. The request is carried out then.
    pub fn delay() -> (Self, Latch) {
        let (release, released) = watch::channel(false);
        let (arrive, arrived) = watch::channel(0);
        let gate = Gate { released, arrive: Arc::new(arrive) };
        (Self::new(FaultKind::Delay(gate)), Latch { release, arrived })
    }

    /// The connection is closed without an answer. The request is not carried out.
    pub fn reset() -> Self {
        Self::new(FaultKind::Reset)
    }

    /// The request is carried out, and the connection closed without an answer: a code is spent and
    /// a refresh token replaced, and the client does not know.
    pub fn lost_answer() -> Self {
        Self::new(FaultKind::LostAnswer)
    }

    /// The request is carried out, and the connection breaks off in the middle of the answer.
    pub fn reset_mid_body() -> Self {
        Self::new(FaultKind::ResetMidBody)
    }

    /// The request is carried out, and the second half of the answer never comes.
    pub fn stall_mid_body() -> Self {
        Self::new(FaultKind::StallMidBody)
    }

    /// A 200 with JSON that goes on as long as somebody reads it.
    pub fn endless_body() -> Self {
        Self::new(FaultKind::EndlessBody)
    }

    /// A 200 with JSON of this length.
    pub fn large_body(bytes: u64) -> Self {
        Self::new(FaultKind::LargeBody(bytes))
    }

    /// The request is carried out, and the answer comes byte by byte, with this pause between two: whole
    /// in the end, but late. A deadline for each read never ends that; one for the exchange does.
    pub fn drip(pause: Duration) -> Self {
        Self::new(FaultKind::Drip(pause))
    }

    /// The request is carried out, and the test changes the answer: another content type, a member that
    /// is missing, a header of a proxy.
    ///
    /// ```
    /// use oauth_testkit::Fault;
    ///
    /// let without_a_type = Fault::altered(|response| {
    ///     response.headers_mut().remove("content-type");
    /// });
    /// ```
    pub fn altered(change: impl Fn(&mut Response<Vec<u8>>) + Send + Sync + 'static) -> Self {
        Self::new(FaultKind::Altered(Alteration(Arc::new(change))))
    }

    /// The request is carried out, and the answer ends in the middle as if it were whole: what a proxy
    /// leaves of it that cuts and counts anew.
    pub fn truncated() -> Self {
        Self::altered(|response| {
            let half = response.body().len() / 2;
            response.body_mut().truncate(half);
        })
    }

    /// The request is carried out, and the answer has a header of this length besides.
    pub fn large_header(bytes: usize) -> Self {
        Self::altered(move |response| {
            if let Ok(value) = HeaderValue::from_str(&"x".repeat(bytes)) {
                response.headers_mut().insert(HeaderName::from_static("x-large"), value);
            }
        })
    }

    /// Adds a header to an answer that is all the fault's own; other faults have none to add to.
    pub fn header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        if let FaultKind::Answer(response) = &mut self.kind {
            response.headers_mut().append(name, value);
        }
        self
    }

    /// For so many requests, and not only for the next one.
    pub fn times(self, times: usize) -> Self {
        Self { times, ..self }
    }

    pub(crate) fn take(&mut self) -> FaultKind {
        self.times = self.times.saturating_sub(1);
        self.kind.clone()
    }

    pub(crate) fn is_used_up(&self) -> bool {
        self.times == 0
    }
}

/// Holds the requests of a [`Fault::delay`] back. Dropping it releases them.
#[derive(Debug)]
pub struct Latch {
    release: watch::Sender<bool>,
    arrived: watch::Receiver<usize>,
}

impl Latch {
    /// Waits until so many requests have arrived.
    pub async fn arrived(&mut self, requests: usize) {
        // An error means that the fault is gone and no further request can arrive.
        let _ = self.arrived.wait_for(|arrived| *arrived >= requests).await;
    }

    /// Lets them all go on, and later ones too.
    pub fn release(self) {
        let _ = self.release.send(true);
    }
}

/// The server's side of a [`Latch`].
#[derive(Debug, Clone)]
pub(crate) struct Gate {
    released: watch::Receiver<bool>,
    arrive: Arc<watch::Sender<usize>>,
}

impl Gate {
    pub(crate) async fn pass(mut self) {
        self.arrive.send_modify(|arrived| *arrived = arrived.saturating_add(1));
        // An error means that the latch was dropped.
        let _ = self.released.wait_for(|released| *released).await;
    }
}
