//! The authorization URL, with `state`, PKCE and two scopes: whole, and its two halves alone.

use crate::case::{Case, Contender};
use crate::provider::{
    AUTHORIZATION_ENDPOINT, CLIENT_ID, Example, Peer, REDIRECT_URI, STATE, VERIFIER, client, peer, sorted,
};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use oauth_core::__measured::{self, Protection};
use oauth_core::{Client, Login};
use sha2::{Digest, Sha256};
use std::rc::Rc;

pub(crate) fn url() -> Case {
    let (client, peer) = (client(), Rc::new(peer(oauth2::AuthType::BasicAuth)));
    Case {
        name: "authorization URL",
        contenders: [
            Contender::new(move || client.clone(), |client| ours(&client), |login| sorted_url(&login.url)),
            Contender::new(
                move || Rc::clone(&peer),
                |peer| theirs(&peer),
                |login| sorted_url(login.0.as_str()),
            ),
            Contender::new(|| (), |()| by_hand(), |login| sorted_url(&login.url)),
        ],
    }
}

/// The URL of a `state` and a challenge that were drawn before.
pub(crate) fn building() -> Case {
    let (client, peer) = (client(), Rc::new(peer(oauth2::AuthType::BasicAuth)));
    let protection = Rc::new(__measured::protection().unwrap());
    let challenge: &str = String::leak(URL_SAFE_NO_PAD.encode(Sha256::digest(VERIFIER)));
    Case {
        name: "authorization URL, building only",
        contenders: [
            Contender::new(
                move || (client.clone(), Rc::clone(&protection)),
                |(client, protection)| our_url(&client, &protection),
                |url| sorted_url(&url),
            ),
            Contender::new(
                move || {
                    let verifier = oauth2::PkceCodeVerifier::new(VERIFIER.to_owned());
                    let challenge = oauth2::PkceCodeChallenge::from_code_verifier_sha256(&verifier);
                    (Rc::clone(&peer), oauth2::CsrfToken::new(STATE.to_owned()), challenge)
                },
                |(peer, state, challenge)| their_url(&peer, || state, challenge),
                |login| sorted_url(login.0.as_str()),
            ),
            Contender::new(
                move || (STATE, challenge),
                |(state, challenge)| url_by_hand(state, challenge),
                |url| sorted_url(&url),
            ),
        ],
    }
}

/// What is drawn for it.
pub(crate) fn protection() -> Case {
    Case {
        name: "state and PKCE",
        contenders: [
            Contender::new(
                || (),
                |()| __measured::protection().unwrap(),
                |protection| {
                    let (verifier, challenge) = __measured::pkce(&protection).unwrap();
                    s256(verifier, challenge)
                },
            ),
            Contender::new(
                || (),
                |()| (oauth2::PkceCodeChallenge::new_random_sha256(), oauth2::CsrfToken::new_random()),
                |((challenge, verifier), _)| s256(verifier.secret(), challenge.as_str()),
            ),
            Contender::new(|| (), |()| drawn_by_hand(), |drawn| s256(&drawn.verifier, &drawn.challenge)),
        ],
    }
}

/// A pair that belongs together.
fn s256(verifier: &str, challenge: &str) -> String {
    assert_eq!(challenge, URL_SAFE_NO_PAD.encode(Sha256::digest(verifier)));
    format!("a verifier of {} characters", verifier.len())
}

fn our_url(client: &Client<Example>, protection: &Protection) -> String {
    let request = client.authorize(REDIRECT_URI).scopes([Example::READ, Example::WRITE]);
    __measured::url(request, protection).unwrap()
}

fn ours(client: &Client<Example>) -> Login<Example> {
    client.authorize(REDIRECT_URI).scopes([Example::READ, Example::WRITE]).start().unwrap()
}

fn theirs(peer: &Peer) -> (url::Url, oauth2::CsrfToken, oauth2::PkceCodeVerifier) {
    let (challenge, verifier) = oauth2::PkceCodeChallenge::new_random_sha256();
    let (url, state) = their_url(peer, oauth2::CsrfToken::new_random, challenge);
    (url, state, verifier)
}

fn their_url(
    peer: &Peer,
    state: impl FnOnce() -> oauth2::CsrfToken,
    challenge: oauth2::PkceCodeChallenge,
) -> (url::Url, oauth2::CsrfToken) {
    peer.authorize_url(state)
        .add_scope(oauth2::Scope::new("read".to_owned()))
        .add_scope(oauth2::Scope::new("items:write".to_owned()))
        .set_pkce_challenge(challenge)
        .url()
}

struct ByHand {
    url: String,
    _drawn: Drawn,
}

struct Drawn {
    state: String,
    verifier: String,
    challenge: String,
}

fn by_hand() -> ByHand {
    let drawn = drawn_by_hand();
    ByHand { url: url_by_hand(&drawn.state, &drawn.challenge), _drawn: drawn }
}

fn drawn_by_hand() -> Drawn {
    let random = |bytes: &mut [u8]| getrandom::fill(bytes).unwrap();
    let (mut state, mut verifier) = ([0; 16], [0; 32]);
    random(&mut state);
    random(&mut verifier);
    let (state, verifier) = (URL_SAFE_NO_PAD.encode(state), URL_SAFE_NO_PAD.encode(verifier));
    let challenge = URL_SAFE_NO_PAD.encode(Sha256::digest(&verifier));
    Drawn { state, verifier, challenge }
}

fn url_by_hand(state: &str, challenge: &str) -> String {
    let mut url = url::Url::parse(AUTHORIZATION_ENDPOINT).unwrap();
    url.query_pairs_mut()
        .append_pair("response_type", "code")
        .append_pair("client_id", CLIENT_ID)
        .append_pair("redirect_uri", REDIRECT_URI)
        .append_pair("scope", "read items:write")
        .append_pair("state", state)
        .append_pair("code_challenge", challenge)
        .append_pair("code_challenge_method", "S256");
    url.into()
}

fn sorted_url(url: &str) -> String {
    let (endpoint, query) = url.split_once('?').unwrap();
    format!("{endpoint}\n{}", sorted(query))
}
