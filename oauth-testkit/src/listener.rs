//! The socket: a thread with a runtime of its own, which ends with the server.

use crate::body::{Body, Broken, End};
use crate::fault::FaultKind;
use crate::state::State;
use bytes::Bytes;
use http::{HeaderValue, Request, Response, StatusCode, header};
use http_body_util::{BodyExt, Limited};
use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use tokio::net::TcpListener;
use tokio::sync::oneshot;

/// The longest body of a request.
const MAX_BODY: usize = 1024 * 1024;

#[derive(Debug)]
pub(crate) struct Listener {
    pub(crate) address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Listener {
    pub(crate) fn start(state: Arc<Mutex<State>>) -> io::Result<Self> {
        let socket = std::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        socket.set_nonblocking(true)?;
        let address = socket.local_addr()?;
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let socket = {
            let _inside = runtime.enter();
            TcpListener::from_std(socket)?
        };
        let (stop, stopped) = oneshot::channel();
        let thread = std::thread::Builder::new().name("oauth-testkit".to_owned()).spawn(move || {
            runtime.spawn(accept(socket, state));
            // Either the word to stop or the end of the one who could say it; all tasks end with the
            // runtime.
            let _ = runtime.block_on(stopped);
        })?;
        Ok(Self { address, stop: Some(stop), thread: Some(thread) })
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// The state, also after a test panicked with it in hand.
pub(crate) fn lock(state: &Mutex<State>) -> MutexGuard<'_, State> {
    state.lock().unwrap_or_else(PoisonError::into_inner)
}

async fn accept(socket: TcpListener, state: Arc<Mutex<State>>) {
    loop {
        let Ok((stream, _)) = socket.accept().await else { continue };
        let state = Arc::clone(&state);
        tokio::spawn(async move {
            let service = service_fn(|request| serve(&state, request));
            // A connection that breaks off is the client's doing, or an injected fault.
            let _ = hyper::server::conn::http1::Builder::new()
                .serve_connection(TokioIo::new(stream), service)
                .await;
        });
    }
}

async fn serve(state: &Mutex<State>, request: Request<Incoming>) -> Result<Response<Body>, Broken> {
    let (parts, body) = request.into_parts();
    let Ok(body) = Limited::new(body, MAX_BODY).collect().await else {
        let mut response = Response::new(Vec::new());
        *response.status_mut() = StatusCode::PAYLOAD_TOO_LARGE;
        return Ok(whole(response));
    };
    let request = Request::from_parts(parts, body.to_bytes().to_vec());
    let fault = lock(state).receive(&request);
    let answer = || lock(state).answer(&request);
    match fault {
        None => Ok(whole(answer())),
        Some(FaultKind::Answer(response)) => Ok(whole(*response)),
        Some(FaultKind::Hang) => std::future::pending().await,
        Some(FaultKind::Delay(gate)) => {
            gate.pass().await;
            Ok(whole(answer()))
        }
        Some(FaultKind::Reset) => Err(Broken),
        Some(FaultKind::LostAnswer) => {
            answer();
            Err(Broken)
        }
        Some(FaultKind::ResetMidBody) => Ok(half(answer(), End::Broken)),
        Some(FaultKind::StallMidBody) => Ok(half(answer(), End::Silence)),
        Some(FaultKind::EndlessBody) => Ok(filled(None)),
        Some(FaultKind::Altered(change)) => Ok(whole(change.apply(answer()))),
        Some(FaultKind::Drip(pause)) => {
            Ok(answer().map(|body| Body::new(body, End::Finished).dripping(pause)))
        }
        Some(FaultKind::LargeBody(bytes)) => Ok(filled(Some(bytes))),
    }
}

fn whole(response: Response<Vec<u8>>) -> Response<Body> {
    response.map(|body| Body::new(body, End::Finished))
}

fn half(response: Response<Vec<u8>>, end: End) -> Response<Body> {
    response.map(|body| {
        let body = Bytes::from(body);
        Body::new(body.slice(..body.len() / 2), end)
    })
}

fn filled(bytes: Option<u64>) -> Response<Body> {
    let start = b"{";
    let rest = bytes.map(|bytes| bytes.saturating_sub(start.len() as u64));
    let mut response = Response::new(Body::new(&start[..], End::Filler(rest)));
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    response
}
