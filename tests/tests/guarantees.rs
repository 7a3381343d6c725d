//! What the types promise, checked by the compiler: which are `Send`, which traits a secret never
//! has, and that nothing public belongs to a library below.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]
#![allow(deprecated, reason = "the password grant, where it is declared")]

use oauth_core::{
    AccessToken, ApiRequest, AuthorizationRequest, Client, ClientId, ClientSecret, Endpoints, Error,
    HyperTransport, IntrospectionRequest, IntrospectionResponse, Login, LoginForm, Pending, Provider,
    RefreshToken, ReqwestTransport, RevocationRequest, RevokedBy, Scope, SealingKey, SecretText, Supports,
    TokenDetails, TokenRequest, Tokens, Transport, TransportError, grant,
};
use oauth_redbooth::Redbooth;
use oauth_sharetribe::Sharetribe;
use std::cell::Cell;
use std::fs;
use std::path::Path;

fn shared<T: Send + Sync + 'static>() {}
fn cloned<T: Clone>() {}
fn printed<T: std::fmt::Debug>() {}

#[test]
fn everything_goes_to_other_threads() {
    shared::<Client<Redbooth>>();
    shared::<Client<Redbooth, ClientId>>();
    shared::<AuthorizationRequest<Redbooth>>();
    shared::<Login<Redbooth>>();
    shared::<LoginForm<Redbooth>>();
    shared::<Pending<Redbooth>>();
    shared::<Pending<Redbooth, grant::Implicit>>();
    shared::<TokenRequest<Redbooth, grant::AuthorizationCode>>();
    shared::<TokenRequest<Sharetribe, grant::Password>>();
    shared::<TokenRequest<Redbooth, grant::Refresh>>();
    shared::<RevocationRequest<Sharetribe>>();
    shared::<IntrospectionRequest<Sharetribe>>();
    shared::<IntrospectionResponse<Sharetribe>>();
    shared::<TokenDetails<Sharetribe>>();
    shared::<ApiRequest<Redbooth>>();
    shared::<Tokens<Redbooth>>();
    shared::<AccessToken<Redbooth>>();
    shared::<RefreshToken<Redbooth>>();
    shared::<Scope<Redbooth>>();
    shared::<Endpoints>();
    shared::<SealingKey>();
    shared::<SecretText>();
    shared::<ReqwestTransport>();
    shared::<HyperTransport>();
    shared::<Box<dyn Transport>>();
    shared::<Error>();
    shared::<TransportError>();
    cloned::<Client<Redbooth>>();
    cloned::<AccessToken<Redbooth>>();
    cloned::<RefreshToken<Redbooth>>();
    cloned::<ReqwestTransport>();
    cloned::<HyperTransport>();
}

/// The provider is a brand: a token is `Send`, `Clone` and `Debug` whatever its type is.
#[test]
fn a_brand_is_no_value() {
    struct Brand(#[allow(dead_code)] Cell<*const u8>);
    shared::<AccessToken<Brand>>();
    shared::<RefreshToken<Brand>>();
    shared::<Pending<Brand>>();
    cloned::<AccessToken<Brand>>();
    printed::<Tokens<Brand>>();
}

#[test]
fn all_futures_are_send() {
    fn is_send<T: Send + 'static>(_: &T) {}
    let client = Client::new(Sharetribe, ClientId::new("id"));
    let access_token = AccessToken::new("AT").unwrap();
    let refresh_token = RefreshToken::new("RT").unwrap();
    is_send(&client.client_credentials().send());
    is_send(&client.password("name", "password").send());
    is_send(&client.refresh(&refresh_token).send());
    is_send(&client.revoke(&refresh_token).send());
    is_send(&client.introspect(&access_token).send());
    is_send(&client.api(oauth_core::http::Method::GET, "x", &access_token).send());
}

/// What a program does with any provider is written once, and names what it needs of it.
#[test]
fn generic_code_says_what_it_needs() {
    fn renew<P, A>(client: &Client<P, A>) -> String
    where
        P: Provider + Supports<grant::Refresh, A>,
    {
        let stored = RefreshToken::new("RT").unwrap();
        let request = client.refresh(&stored).request().unwrap();
        String::from_utf8(request.body().clone()).unwrap()
    }

    fn renew_and_revoke<P, A>(client: &Client<P, A>) -> [String; 2]
    where
        P: Provider + Supports<grant::Refresh, A>,
        AccessToken<P>: RevokedBy<P>,
    {
        let token = AccessToken::new("AT").unwrap();
        let request = client.revoke(&token).bearer(&token).request().unwrap();
        [renew(client), request.uri().to_string()]
    }

    let confidential = Client::new(Redbooth, ClientSecret::new("id", "secret"));
    let public = Client::new(Sharetribe, ClientId::new("id"));
    let [renewed, revoked_at] = renew_and_revoke(&public);
    for body in [renew(&confidential), renewed] {
        assert!(body.contains("grant_type=refresh_token") && body.contains("refresh_token=RT"), "{body}");
    }
    assert_eq!(revoked_at, "https://flex-api.sharetribe.com/v1/auth/revoke");
}

const CORE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../oauth-core/src");

/// The public signatures of a file: from `pub` to the end of the line that ends the item's head.
fn signatures(source: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut lines = source.lines();
    while let Some(line) = lines.next() {
        if !line.trim_start().starts_with("pub ") {
            continue;
        }
        let mut signature = line.to_owned();
        while !signature.contains(['{', ';', '}']) && !signature.trim_end().ends_with(',') {
            signature.push_str(lines.next().unwrap_or(";"));
        }
        found.push(signature);
    }
    found
}

fn sources(directory: &Path) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(directory).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else {
            let name = path.strip_prefix(CORE).unwrap().to_str().unwrap().to_owned();
            found.push((name, fs::read_to_string(&path).unwrap()));
        }
    }
    found
}

/// A new major version of what is below is no breaking change of ours.
#[test]
fn the_libraries_below_do_not_show() {
    let sources = sources(CORE.as_ref());
    for library in ["reqwest", "hyper", "hyper_util", "http_body_util", "tokio", "tokio_rustls", "rustls"] {
        let path = format!("{library}::");
        for (name, source) in &sources {
            for signature in signatures(source) {
                assert!(!signature.contains(&path), "{name}: {signature}");
            }
            // An impl for or from a foreign type would show too.
            let shows = |line: &str| line.starts_with("impl") && line.contains(&path);
            assert!(!source.lines().any(shows), "{name}: {library}");
        }
    }
    for (library, place) in [("reqwest::", "reqwest_transport"), ("hyper::", "hyper_transport")] {
        for (name, source) in &sources {
            assert!(!source.contains(library) || name.starts_with(place), "{name}: {library}");
        }
        let (_, transport) = sources.iter().find(|(name, _)| *name == format!("{place}.rs")).unwrap();
        assert!(transport.contains(library));
        assert!(signatures(transport).len() > 4, "the transport has public items, and this test saw them");
        // What is imported without its path does not show either.
        for imported in ["Addrs", "Name", "Resolve", "Resolving", "Full", "Bytes", "TlsConnector"] {
            assert!(
                !signatures(transport).iter().any(|signature| signature.contains(imported)),
                "{imported}"
            );
        }
    }
}
