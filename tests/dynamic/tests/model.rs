//! Random interleavings of logins of clients without the type of their provider: any of them may be handed
//! the login of any other, in memory or sealed. The types that keep typed clients apart are gone, and what
//! is left must do: tokens are issued for a code to the login that it was issued to, by its own client.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use oauth_core::http::{Request, Uri};
use oauth_core::transport::ResponseFuture;
use oauth_core::{
    AnyAuth, AnyClient, AuthenticatesTo, Client, ClientSecret, Dynamic, Error, Host, Login, MetadataBuf,
    Pending, Provider, ReqwestTransport, SealingKey, Transport,
};
use oauth_ebay::Ebay;
use oauth_reverb::Reverb;
use oauth_standard::Standard;
use oauth_testkit::{AuthorizationServer, Event};
use proptest::prelude::*;
use std::net::SocketAddr;
use std::sync::LazyLock;

const SHOP: &str = r#"{
    "name": "Shop",
    "variables": { "shop": "host_label" },
    "authorization_endpoint": "https://{shop}.shops.example/authorize",
    "token_endpoint": "https://{shop}.shops.example/token",
    "client_auth": "client_secret_post",
    "grants": ["authorization_code"]
}"#;

/// Carries requests for any host to one server, as a name server would: the URLs of the client stay.
struct Rerouted(SocketAddr);

impl Transport for Rerouted {
    fn send(&self, mut request: Request<Vec<u8>>) -> ResponseFuture<'_> {
        static SHARED: LazyLock<ReqwestTransport> =
            LazyLock::new(|| ReqwestTransport::builder().build().unwrap());
        let path = request.uri().path_and_query().unwrap().as_str();
        *request.uri_mut() = format!("http://{}{path}", self.0).parse().unwrap();
        // The address is this machine's.
        request.extensions_mut().clear();
        SHARED.send(request)
    }
}

struct World {
    server: AuthorizationServer,
    client: AnyClient,
    seen: usize,
}

/// A typed client, erased.
fn typed<P: Provider>(provider: P) -> World
where
    ClientSecret: AuthenticatesTo<P>,
{
    let server = AuthorizationServer::start(&provider).unwrap();
    let client: Client<P, ClientSecret> = Client::new(provider, server.client_secret());
    let client = client.with_transport(Rerouted(server.address())).erase();
    World { server, client, seen: 0 }
}

/// A client of a provider that was loaded.
fn loaded(shop: &str) -> World {
    let provider = MetadataBuf::from_json(SHOP).unwrap().provider([("shop", shop)]).unwrap();
    let server = AuthorizationServer::start(&provider).unwrap();
    let (id, secret) = server.confidential_client();
    let client = Client::new(provider, AnyAuth::with_secret(id, secret));
    World { client: client.with_transport(Rerouted(server.address())), server, seen: 0 }
}

fn worlds() -> Vec<World> {
    let tenant = |host| typed(Standard { host: Host::new(host).unwrap() });
    vec![
        tenant("one.example"),
        tenant("two.example"),
        typed(Ebay::PRODUCTION),
        typed(Ebay::SANDBOX),
        typed(Reverb),
        loaded("acme"),
        loaded("other"),
    ]
}

impl World {
    fn approve(&self, url: &str) -> String {
        let path = url.parse::<Uri>().unwrap().path_and_query().unwrap().to_string();
        self.server.approve(&format!("http://{}{path}", self.server.address())).unwrap()
    }

    fn finish(&self, pending: Pending<Dynamic>, callback: &str) -> Result<(), Error> {
        let request = self.client.finish(pending, callback)?;
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(request.send()).map(drop)
    }

    /// The codes that were sent here since the last call, and whether tokens were issued for them.
    fn sent(&mut self) -> Vec<(String, bool)> {
        let (audit, mut found) = (self.server.audit(), Vec::<(String, bool)>::new());
        for event in &audit[self.seen..] {
            match event {
                Event::Request(request) => {
                    found.extend(request.parameter("code").map(|code| (code.to_owned(), false)));
                }
                Event::Issued { .. } => found.last_mut().expect("tokens for a code only").1 = true,
                _ => {}
            }
        }
        self.seen = audit.len();
        found
    }
}

/// A login that came back.
struct Started {
    world: usize,
    /// It is used up by its one use; a sealed one is not.
    pending: Option<Pending<Dynamic>>,
    sealed: Option<String>,
    callback: String,
    finished: bool,
}

/// The code of a callback, and its `state`.
fn value<'c>(callback: &'c str, name: &str) -> &'c str {
    callback.split(['?', '&']).find_map(|pair| pair.strip_prefix(name)?.strip_prefix('=')).unwrap()
}

fn decoded(value: &str) -> String {
    form_urlencoded::parse(format!("{value}=").as_bytes()).next().unwrap().0.into_owned()
}

/// Which client gets which login with which callback and which code in it; or it is all as it should be.
type Step = Option<(usize, usize, usize, usize)>;

fn play(steps: &[(bool, bool, usize, Step)]) {
    let (mut worlds, key) = (worlds(), SealingKey::new([7; 32]));
    let mut logins: Vec<Started> = Vec::new();
    for (is_start, is_sealed, number, step) in steps {
        if *is_start || logins.is_empty() {
            let world = number % worlds.len();
            let redirect_uri = worlds[world].server.redirect_uri().to_owned();
            let Login { url, pending } = worlds[world].client.authorize(redirect_uri).start().unwrap();
            let callback = worlds[world].approve(&url);
            let (pending, sealed) = match is_sealed {
                true => (None, Some(pending.seal(&key).unwrap())),
                false => (Some(pending), None),
            };
            logins.push(Started { world, pending, sealed, callback, finished: false });
            continue;
        }
        let at = |number: usize| number % logins.len();
        let login = at(*number);
        let (world, callback) = match *step {
            None => (logins[login].world, logins[login].callback.clone()),
            Some((world, own, state, code)) => {
                // An attacker is often right about one of the two.
                let world = if own % 3 == 0 { logins[login].world } else { world };
                let callback = logins[if own % 2 == 0 { login } else { at(state) }].callback.clone();
                let other = value(&logins[at(code)].callback, "code");
                (world % worlds.len(), callback.replace(value(&callback, "code"), other))
            }
        };
        let is_right = world == logins[login].world && callback == logins[login].callback;
        let opened = match &logins[login].sealed {
            Some(sealed) => worlds[world].client.open(&key, sealed),
            None => match logins[login].pending.take() {
                Some(pending) => Ok(pending),
                // It was used, and there is no other.
                None => continue,
            },
        };
        let result = opened.and_then(|pending| worlds[world].finish(pending, &callback));
        let should_succeed = is_right && !logins[login].finished;
        assert_eq!(result.is_ok(), should_succeed, "{step:?}: {result:?}");
        let mine = &logins[login].callback;
        let is_mine = world == logins[login].world && value(&callback, "state") == value(mine, "state");
        for (number, world) in worlds.iter_mut().enumerate() {
            for (code, was_issued) in world.sent() {
                // What a client can't know, the server does: whose code it is.
                assert!(is_mine && number == logins[login].world, "{step:?} sent a code");
                let is_right = should_succeed && code == decoded(value(mine, "code"));
                assert!(!was_issued || is_right, "{step:?} was given tokens");
            }
        }
        logins[login].finished |= is_right;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn sec_model_no_erased_client_exchanges_a_code_of_another_login(
        steps in proptest::collection::vec(
            (
                prop::bool::weighted(0.3),
                any::<bool>(),
                0..1000_usize,
                prop::option::weighted(0.7, (0..1000_usize, 0..1000_usize, 0..1000_usize, 0..1000_usize)),
            ),
            1..40,
        )
    ) {
        play(&steps);
    }
}
