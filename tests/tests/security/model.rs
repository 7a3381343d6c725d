//! Random interleavings of logins: started, come back, replayed, mixed up between providers, tenants
//! and environments, and with codes and states injected; in memory, sealed, and sealed long ago. Whatever
//! happens, tokens are issued for a code to the login that it was issued to, once. The audit logs of the
//! servers are the judge. Clients without the type of their provider: `tests/dynamic/tests/model.rs`.

use crate::{Bank, parameter, parameters, transport_with, value};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use oauth_core::http::{Request, Uri};
use oauth_core::transport::ResponseFuture;
use oauth_core::{
    CallbackError, Client, ClientSecret, Error, ErrorKind, Host, Login, Pending, Provider, ReqwestTransport,
    SealingKey, Supports, Transport, grant,
};
use oauth_ebay::Ebay;
use oauth_standard::Standard;
use oauth_testkit::{AuthorizationServer, Event};
use proptest::prelude::*;
use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, Nonce, UnboundKey};
use std::any::Any;
use std::cell::Cell;
use std::net::SocketAddr;
use std::sync::LazyLock;
use std::time::{Duration, SystemTime};

/// Carries requests for any host to one server, as a name server would: the URLs of the client stay.
struct Rerouted {
    to: SocketAddr,
    transport: ReqwestTransport,
}

impl Transport for Rerouted {
    fn send(&self, mut request: Request<Vec<u8>>) -> ResponseFuture<'_> {
        let path = request.uri().path_and_query().unwrap().as_str();
        *request.uri_mut() = format!("http://{}{path}", self.to).parse().unwrap();
        // The address is this machine's.
        request.extensions_mut().clear();
        self.transport.send(request)
    }
}

/// A server, and a client of it with its real URLs.
struct World<P: Provider> {
    server: AuthorizationServer,
    client: Client<P, ClientSecret>,
    seen: Cell<usize>,
}

/// A login that waits.
enum Waiting {
    /// Of whichever provider; it is used up by its one use.
    InMemory(Option<Box<dyn Any>>),
    Sealed(String),
}

/// What an attacker or a user can do with a world, whatever its provider is.
trait Play {
    /// A started login, and the URL for the browser.
    fn start(&self, key: Option<&SealingKey>) -> (Waiting, String);
    fn approve(&self, url: &str) -> String;
    /// Finishes, and exchanges the code. Nothing, where it would not compile.
    fn finish(&self, key: &SealingKey, waiting: &mut Waiting, callback: &str) -> Option<Result<(), Error>>;
    /// The codes that were sent here since the last call, and whether tokens were issued for them.
    fn sent(&self) -> Vec<(String, bool)>;
}

fn world<P>(provider: P) -> Box<dyn Play>
where
    P: Supports<grant::AuthorizationCode, ClientSecret>,
    ClientSecret: oauth_core::AuthenticatesTo<P>,
{
    let server = AuthorizationServer::start(&provider).unwrap();
    // One for all, since each reads the root certificates.
    static SHARED: LazyLock<ReqwestTransport> = LazyLock::new(|| transport_with(Duration::from_secs(20)));
    let transport = Rerouted { to: server.address(), transport: SHARED.clone() };
    let client = Client::new(provider, server.client_secret()).with_transport(transport);
    Box::new(World { server, client, seen: Cell::new(0) })
}

impl<P: Supports<grant::AuthorizationCode, ClientSecret>> Play for World<P> {
    fn start(&self, key: Option<&SealingKey>) -> (Waiting, String) {
        let Login { url, pending } = self.client.authorize(self.server.redirect_uri()).start().unwrap();
        match key {
            Some(key) => (Waiting::Sealed(pending.seal(key).unwrap()), url),
            None => (Waiting::InMemory(Some(Box::new(pending))), url),
        }
    }

    fn approve(&self, url: &str) -> String {
        let path = url.parse::<Uri>().unwrap().path_and_query().unwrap().to_string();
        self.server.approve(&format!("http://{}{path}", self.server.address())).unwrap()
    }

    fn finish(&self, key: &SealingKey, waiting: &mut Waiting, callback: &str) -> Option<Result<(), Error>> {
        let pending = match waiting {
            Waiting::Sealed(sealed) => match self.client.open(key, sealed) {
                Ok(pending) => pending,
                Err(error) => return Some(Err(error)),
            },
            Waiting::InMemory(slot) => match slot.take()?.downcast::<Pending<P>>() {
                Ok(pending) => *pending,
                Err(other) => {
                    *slot = Some(other);
                    return None;
                }
            },
        };
        Some(self.client.finish(pending, callback).and_then(|request| request.send_blocking().map(drop)))
    }

    fn sent(&self) -> Vec<(String, bool)> {
        let (audit, mut found) = (self.server.audit(), Vec::<(String, bool)>::new());
        for event in &audit[self.seen.get()..] {
            match event {
                Event::Request(request) => {
                    found.extend(request.parameter("code").map(|code| (code.to_owned(), false)));
                }
                Event::Issued { .. } => found.last_mut().expect("tokens for a code only").1 = true,
                _ => {}
            }
        }
        self.seen.set(audit.len());
        found
    }
}

/// Two tenants of one provider, two environments of another, and one that names itself. All have the
/// same client identifier.
fn worlds() -> Vec<Box<dyn Play>> {
    let tenant = |host| world(Standard { host: Host::new(host).unwrap() });
    vec![
        tenant("one.example"),
        tenant("two.example"),
        world(Ebay::PRODUCTION),
        world(Ebay::SANDBOX),
        world(Bank),
    ]
}

/// Who did what; numbers are taken modulo what there is.
#[derive(Debug, Clone)]
enum Step {
    Start {
        world: usize,
        seal: bool,
    },
    /// A cookie of yesterday comes back, with a callback of its own.
    Yesterday,
    /// A client gets a cookie with this login, and that callback.
    Finish {
        world: usize,
        login: usize,
        callback: usize,
    },
    /// As it should be, or as a replay.
    FinishRight {
        login: usize,
    },
    /// With its own callback, by another client.
    Elsewhere {
        world: usize,
        login: usize,
    },
    /// The code of one login in the callback of another.
    Inject {
        login: usize,
        code: usize,
    },
    /// The code of one login with no `state`, an empty one or a part of the right one.
    Stateless {
        login: usize,
        length: usize,
    },
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let number = || 0..1000_usize;
    let step = prop_oneof![
        3 => (number(), any::<bool>()).prop_map(|(world, seal)| Step::Start { world, seal }),
        1 => Just(Step::Yesterday),
        3 => (number(), number(), number()).prop_map(|(world, login, callback)| Step::Finish { world, login, callback }),
        3 => number().prop_map(|login| Step::FinishRight { login }),
        2 => (number(), number()).prop_map(|(world, login)| Step::Elsewhere { world, login }),
        2 => (number(), number()).prop_map(|(login, code)| Step::Inject { login, code }),
        2 => (number(), number()).prop_map(|(login, length)| Step::Stateless { login, length }),
    ];
    proptest::collection::vec(step, 1..40)
}

/// A login that came back.
struct Started {
    world: usize,
    waiting: Waiting,
    callback: String,
    finished: bool,
}

fn state_of(callback: &str) -> Option<String> {
    parameters(callback.split_once('?')?.1)
        .into_iter()
        .find(|(name, _)| name == "state")
        .map(|(_, state)| state)
}

fn code_of(callback: &str) -> String {
    parameter(&parameters(callback.split_once('?').unwrap().1), "code").unwrap().to_owned()
}

/// The world of `Bank`.
const BANK: usize = 4;

/// A login of `Bank` as its client would have sealed it, good until then: the text that a cookie holds,
/// bound to what identifies the client. Only who knows the key can make one, or who keeps cookies.
fn sealed_until(seconds: u64, url: &str) -> Waiting {
    let asked = parameters(url.split_once('?').unwrap().1);
    let client_id = parameter(&asked, "client_id").unwrap();
    let state = value(url, "state");
    let redirect_uri = "https://client.example/callback";
    let text = serde_json::json!(["code", state, "v".repeat(43), redirect_uri, [], seconds]).to_string();
    let mut hash = ring::digest::Context::new(&ring::digest::SHA256);
    let parts = [
        "Bank",
        "https://bank.example",
        "https://bank.example/authorize",
        "https://bank.example/token",
        client_id,
    ];
    for part in parts {
        hash.update(&(part.len() as u64).to_le_bytes());
        hash.update(part.as_bytes());
    }
    let cipher = UnboundKey::new(&CHACHA20_POLY1305, &KEY).map(LessSafeKey::new).unwrap();
    let (nonce, mut sealed) = ([1; 12], text.into_bytes());
    let aad = Aad::from(hash.finish());
    cipher.seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), aad, &mut sealed).unwrap();
    Waiting::Sealed(URL_SAFE_NO_PAD.encode([&nonce[..], &sealed].concat()))
}

fn now() -> u64 {
    #[allow(clippy::disallowed_methods, reason = "a cookie says when it ends")]
    SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap().as_secs()
}

const KEY: [u8; 32] = [7; 32];

fn play(steps: &[Step]) {
    let (worlds, key) = (worlds(), SealingKey::new(KEY));
    let mut logins: Vec<Started> = Vec::new();
    for step in steps {
        match step {
            Step::Start { world, seal } => {
                let world = world % worlds.len();
                let (waiting, url) = worlds[world].start(seal.then_some(&key));
                let callback = worlds[world].approve(&url);
                logins.push(Started { world, waiting, callback, finished: false });
                continue;
            }
            Step::Yesterday => {
                let (_, url) = worlds[BANK].start(None);
                let (mut sealed, callback) = (sealed_until(now() - 86_400, &url), worlds[BANK].approve(&url));
                let result = worlds[BANK].finish(&key, &mut sealed, &callback).unwrap();
                assert!(result.is_err() && worlds[BANK].sent().is_empty(), "a login of yesterday");
                continue;
            }
            _ if logins.is_empty() => continue,
            _ => {}
        }
        let at = |number: &usize| number % logins.len();
        let (world, login, callback) = match step {
            Step::Start { .. } | Step::Yesterday => unreachable!("done above"),
            Step::Finish { world, login, callback } => {
                (world % worlds.len(), at(login), logins[at(callback)].callback.clone())
            }
            Step::FinishRight { login } => {
                (logins[at(login)].world, at(login), logins[at(login)].callback.clone())
            }
            Step::Elsewhere { world, login } => {
                (world % worlds.len(), at(login), logins[at(login)].callback.clone())
            }
            Step::Inject { login, code } => {
                let (real, other) = (&logins[at(login)].callback, &logins[at(code)].callback);
                let callback = real.replace(value(real, "code"), value(other, "code"));
                (logins[at(login)].world, at(login), callback)
            }
            Step::Stateless { login, length } => {
                let real = &logins[at(login)].callback;
                let state = value(real, "state");
                let callback = real.replace(state, &state[..length % state.len()]);
                (logins[at(login)].world, at(login), callback)
            }
        };
        let is_right = world == logins[login].world && callback == logins[login].callback;
        let should_succeed = is_right && !logins[login].finished;
        let waiting = &mut logins[login].waiting;
        let is_sealed = matches!(waiting, Waiting::Sealed(_));
        let result = worlds[world].finish(&key, waiting, &callback);
        // What does not compile exchanges nothing; what is in memory was used up by a wrong callback.
        let succeeded = result.as_ref().is_some_and(Result::is_ok);
        let is_as_it_should_be = if is_sealed || succeeded { succeeded == should_succeed } else { true };
        assert!(is_as_it_should_be, "{step:?}: {result:?}");
        let mine = &logins[login].callback;
        let is_mine = world == logins[login].world && state_of(&callback) == state_of(mine);
        for (number, world) in worlds.iter().enumerate() {
            for (code, was_issued) in world.sent() {
                // What a client can't know, the server does: whose code it is.
                assert!(is_mine && number == logins[login].world, "{step:?} sent a code");
                if was_issued {
                    assert!(should_succeed, "{step:?} was given tokens");
                    assert_eq!(code_of(mine), code, "{step:?} was given another login's tokens");
                }
            }
        }
        // A server that sees a code again revokes what it issued; for us it is used either way.
        logins[login].finished |= is_right && (is_sealed || succeeded);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn sec_model_no_interleaving_exchanges_a_code_of_another_login(steps in steps()) {
        play(&steps);
    }
}

/// The model can fail: a client without `state` and PKCE would be caught.
#[test]
#[should_panic(expected = "was given another login's tokens")]
fn sec_model_a_swapped_login_is_noticed() {
    let (worlds, key) = (worlds(), SealingKey::new(KEY));
    let (mut mine, mine_url) = worlds[0].start(Some(&key));
    let (_, theirs_url) = worlds[0].start(Some(&key));
    let (callback, theirs) = (worlds[0].approve(&mine_url), worlds[0].approve(&theirs_url));
    worlds[0].finish(&key, &mut mine, &callback).unwrap().unwrap();
    for (code, _) in worlds[0].sent() {
        assert_eq!(code_of(&theirs), code, "was given another login's tokens");
    }
}

/// And a login that was sealed just now opens, so that it is the day that makes the other one none.
#[test]
fn sec_model_a_login_of_this_minute_is_finished() {
    let (worlds, key) = (worlds(), SealingKey::new(KEY));
    let (_, url) = worlds[BANK].start(None);
    let finish = |seconds| {
        let callback = format!("code=wrong&state={}&iss=https://bank.example", value(&url, "state"));
        worlds[BANK].finish(&key, &mut sealed_until(seconds, &url), &callback).unwrap().unwrap_err()
    };
    let error = finish(now() + 60);
    assert!(error.is_invalid_grant(), "its code is refused by the server: {error}");
    let ErrorKind::Callback(CallbackError::Expired) = *finish(now() - 60).kind() else { panic!("it is old") };
}
