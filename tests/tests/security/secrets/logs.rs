//! What the library and the libraries below it log at the most talkative level, over whole flows.

use super::{disguises_of, is_clean};
use crate::{Bank, Test, json};
use oauth_core::http::{HeaderValue, Method, header};
use oauth_core::{Client, Login};
use oauth_sharetribe::Sharetribe;
use oauth_testkit::{AuthorizationServer, Event, Fault};
use std::collections::BTreeSet;
use std::fmt::{Debug, Write};
use std::sync::{Mutex, PoisonError};
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};

static LOGGED: Mutex<String> = Mutex::new(String::new());

fn keep(line: std::fmt::Arguments<'_>) {
    let mut logged = LOGGED.lock().unwrap_or_else(PoisonError::into_inner);
    let _ = writeln!(logged, "{line}");
}

/// Keeps what `log` and `tracing` are told.
struct Keep;

impl log::Log for Keep {
    fn enabled(&self, _: &log::Metadata<'_>) -> bool {
        true
    }
    fn log(&self, record: &log::Record<'_>) {
        keep(format_args!("log {} {}", record.target(), record.args()));
    }
    fn flush(&self) {}
}

struct Fields(String);

impl Visit for Fields {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        let _ = write!(self.0, " {field}={value:?}");
    }
}

impl tracing::Subscriber for Keep {
    fn enabled(&self, _: &tracing::Metadata<'_>) -> bool {
        true
    }
    fn new_span(&self, span: &Attributes<'_>) -> Id {
        let mut fields = Fields(String::new());
        span.record(&mut fields);
        keep(format_args!("span {}{}", span.metadata().target(), fields.0));
        Id::from_u64(1)
    }
    fn record(&self, _: &Id, values: &Record<'_>) {
        let mut fields = Fields(String::new());
        values.record(&mut fields);
        keep(format_args!("record{}", fields.0));
    }
    fn record_follows_from(&self, _: &Id, _: &Id) {}
    fn event(&self, event: &tracing::Event<'_>) {
        let mut fields = Fields(String::new());
        event.record(&mut fields);
        keep(format_args!("event {}{}", event.metadata().target(), fields.0));
    }
    fn enter(&self, _: &Id) {}
    fn exit(&self, _: &Id) {}
}

/// Every secret that a server saw.
fn secrets_of(server: &AuthorizationServer) -> BTreeSet<String> {
    const NAMES: [&str; 9] = [
        "client_secret",
        "code",
        "code_verifier",
        "state",
        "token",
        "access_token",
        "refresh_token",
        "password",
        "code_challenge",
    ];
    let mut secrets = BTreeSet::new();
    for event in server.audit() {
        let Event::Request(request) = event else { continue };
        for (name, value) in request.parameters() {
            if NAMES.contains(&name.as_str()) {
                secrets.insert(value.clone());
            }
        }
        if let Some(value) = request.headers().get(header::AUTHORIZATION) {
            secrets.insert(value.to_str().unwrap().split(' ').nth(1).unwrap().to_owned());
        }
    }
    secrets
}

/// The secrets of whole flows and of what goes wrong in them.
async fn lived_through(test: &Test) -> BTreeSet<String> {
    let tokens = test.exchange().send().await.unwrap();
    let refreshed = test.client.refresh(tokens.refresh_token().unwrap()).send().await.unwrap();
    test.client.api(Method::GET, "me", refreshed.access_token()).send().await.unwrap();
    test.client.introspect(refreshed.access_token()).send().await.unwrap();
    test.client.revoke(refreshed.access_token()).send().await.unwrap();
    test.client.api(Method::GET, "me", refreshed.access_token()).send().await.unwrap_err();
    test.client.refresh(tokens.refresh_token().unwrap()).send().await.unwrap_err();
    let evil = HeaderValue::from_static("https://evil.example/");
    for fault in [
        Fault::reset(),
        Fault::reset_mid_body(),
        Fault::lost_answer(),
        Fault::redirect(evil),
        Fault::large_body(2 * 1024 * 1024),
        json(r#"{"access_token": "CANARY-in-an-answer", "access_token": 1}"#),
    ] {
        test.error(fault).await;
    }
    let Login { url, pending } = test.client.authorize(test.server.redirect_uri()).start().unwrap();
    let denied = test.server.deny(&url).unwrap();
    test.client.finish(pending, denied).unwrap_err();
    let sharetribe = AuthorizationServer::start(&Sharetribe).unwrap();
    let client: Client<Sharetribe, _> = sharetribe.client(Sharetribe, sharetribe.client_id()).unwrap();
    client.password("alice", "wonderland").send().await.unwrap();
    client.password("alice", "wrong-PASSWORD").send().await.unwrap_err();
    let nobody = std::net::TcpListener::bind(("127.0.0.1", 0)).unwrap().local_addr().unwrap();
    let client = test.server.client(Bank, test.server.client_secret()).unwrap().at_loopback(nobody).unwrap();
    client.client_credentials().send().await.unwrap_err();

    let mut secrets = secrets_of(&test.server);
    secrets.extend(secrets_of(&sharetribe));
    secrets.insert("CANARY-in-an-answer".to_owned());
    secrets.insert(test.server.confidential_client().1.to_owned());
    secrets.insert(tokens.refresh_token().unwrap().expose().to_owned());
    secrets.insert(refreshed.access_token().expose().to_owned());
    secrets
}

#[tokio::test]
async fn sec_65_no_secret_is_logged() {
    if !crate::is_alone("secrets::logs::sec_65_no_secret_is_logged", &[]) {
        return;
    }
    log::set_logger(&Keep).unwrap();
    log::set_max_level(log::LevelFilter::Trace);
    tracing::subscriber::set_global_default(Keep).unwrap();

    let mut secrets = BTreeSet::new();
    for test in Test::over_each() {
        secrets.extend(lived_through(&test).await);
    }
    assert!(secrets.len() > 20, "{}", secrets.len());
    let logged = LOGGED.lock().unwrap().clone();
    // The libraries below do speak.
    assert!(logged.contains("log reqwest") && logged.contains("hyper_util"), "{logged}");
    for secret in secrets {
        for disguise in disguises_of(&secret).iter().filter(|disguise| disguise.len() > 7) {
            assert!(!logged.contains(disguise.as_str()), "`{disguise}` of `{secret}` is logged: {logged}");
        }
    }
    is_clean("the log", &logged);
}
