//! Random interleavings of logins: started, come back, replayed, mixed up between providers, tenants
//! and environments, and with codes injected. Whatever happens, tokens are issued for a code to the
//! login that it was issued to, once. The audit logs of the servers are the judge.

use crate::{Bank, parameter, parameters, transport_with, value};
use oauth_core::http::{Request, Uri};
use oauth_core::transport::ResponseFuture;
use oauth_core::{
    Client, ClientSecret, Error, Host, Login, Provider, ReqwestTransport, SealingKey, Supports, Transport,
    grant,
};
use oauth_ebay::Ebay;
use oauth_standard::Standard;
use oauth_testkit::{AuthorizationServer, Event};
use proptest::prelude::*;
use std::cell::Cell;
use std::net::SocketAddr;
use std::sync::LazyLock;
use std::time::Duration;

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

/// What an attacker or a user can do with a world, whatever its provider is.
trait Play {
    /// A started login: sealed, and the URL for the browser.
    fn start(&self, key: &SealingKey) -> (String, String);
    fn approve(&self, url: &str) -> String;
    /// Opens and finishes, and exchanges the code.
    fn finish(&self, key: &SealingKey, sealed: &str, callback: &str) -> Result<(), Error>;
    /// The codes for which tokens were issued since the last call.
    fn issued(&self) -> Vec<String>;
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
    fn start(&self, key: &SealingKey) -> (String, String) {
        let Login { url, pending } = self.client.authorize(self.server.redirect_uri()).start().unwrap();
        (pending.seal(key).unwrap(), url)
    }

    fn approve(&self, url: &str) -> String {
        let path = url.parse::<Uri>().unwrap().path_and_query().unwrap().to_string();
        self.server.approve(&format!("http://{}{path}", self.server.address())).unwrap()
    }

    fn finish(&self, key: &SealingKey, sealed: &str, callback: &str) -> Result<(), Error> {
        let request = self.client.finish(self.client.open(key, sealed)?, callback)?;
        request.send_blocking().map(drop)
    }

    fn issued(&self) -> Vec<String> {
        let audit = self.server.audit();
        let mut code = None;
        let mut found = Vec::new();
        for event in &audit[self.seen.get()..] {
            match event {
                Event::Request(request) => code = request.parameter("code").map(str::to_owned),
                Event::Issued { .. } => found.push(code.take().expect("tokens for a code only")),
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
    },
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
    /// The code of one login in the callback of another.
    Inject {
        login: usize,
        code: usize,
    },
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let any = || 0..1000_usize;
    let step = prop_oneof![
        3 => any().prop_map(|world| Step::Start { world }),
        3 => (any(), any(), any()).prop_map(|(world, login, callback)| Step::Finish { world, login, callback }),
        3 => any().prop_map(|login| Step::FinishRight { login }),
        2 => (any(), any()).prop_map(|(login, code)| Step::Inject { login, code }),
    ];
    proptest::collection::vec(step, 1..40)
}

/// A login that came back.
struct Started {
    world: usize,
    sealed: String,
    callback: String,
    finished: bool,
}

fn code_of(callback: &str) -> String {
    parameter(&parameters(callback.split_once('?').unwrap().1), "code").unwrap().to_owned()
}

fn play(steps: &[Step]) {
    let (worlds, key) = (worlds(), SealingKey::new([7; 32]));
    let mut logins: Vec<Started> = Vec::new();
    for step in steps {
        if let Step::Start { world } = step {
            let world = world % worlds.len();
            let (sealed, url) = worlds[world].start(&key);
            let callback = worlds[world].approve(&url);
            logins.push(Started { world, sealed, callback, finished: false });
            continue;
        }
        if logins.is_empty() {
            continue;
        }
        let at = |number: &usize| number % logins.len();
        let (world, login, callback) = match step {
            Step::Start { .. } => unreachable!("done above"),
            Step::Finish { world, login, callback } => {
                (world % worlds.len(), at(login), logins[at(callback)].callback.clone())
            }
            Step::FinishRight { login } => {
                (logins[at(login)].world, at(login), logins[at(login)].callback.clone())
            }
            Step::Inject { login, code } => {
                let (real, other) = (&logins[at(login)].callback, &logins[at(code)].callback);
                let callback = real.replace(value(real, "code"), value(other, "code"));
                (logins[at(login)].world, at(login), callback)
            }
        };
        let is_right = world == logins[login].world && callback == logins[login].callback;
        let should_succeed = is_right && !logins[login].finished;
        let result = worlds[world].finish(&key, &logins[login].sealed, &callback);
        assert_eq!(result.is_ok(), should_succeed, "{step:?}: {:?}", result.err());
        for (number, world) in worlds.iter().enumerate() {
            for code in world.issued() {
                assert!(should_succeed && number == logins[login].world, "{step:?} was given tokens");
                assert_eq!(
                    code_of(&logins[login].callback),
                    code,
                    "{step:?} was given another login's tokens"
                );
            }
        }
        // A server that sees a code again revokes what it issued; for us it is used either way.
        logins[login].finished |= is_right;
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
    let (worlds, key) = (worlds(), SealingKey::new([7; 32]));
    let (mine, mine_url) = worlds[0].start(&key);
    let (_, theirs_url) = worlds[0].start(&key);
    let (callback, theirs) = (worlds[0].approve(&mine_url), worlds[0].approve(&theirs_url));
    worlds[0].finish(&key, &mine, &callback).unwrap();
    for code in worlds[0].issued() {
        assert_eq!(code_of(&theirs), code, "was given another login's tokens");
    }
}
