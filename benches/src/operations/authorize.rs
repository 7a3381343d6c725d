//! The authorization URL, with `state`, PKCE and two scopes.

use crate::case::{Case, Contender};
use crate::provider::{AUTHORIZATION_ENDPOINT, CLIENT_ID, Example, Peer, REDIRECT_URI, client, peer, sorted};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
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

fn ours(client: &Client<Example>) -> Login<Example> {
    client.authorize(REDIRECT_URI).scopes([Example::READ, Example::WRITE]).start().unwrap()
}

fn theirs(peer: &Peer) -> (url::Url, oauth2::CsrfToken, oauth2::PkceCodeVerifier) {
    let (challenge, verifier) = oauth2::PkceCodeChallenge::new_random_sha256();
    let (url, state) = peer
        .authorize_url(oauth2::CsrfToken::new_random)
        .add_scope(oauth2::Scope::new("read".to_owned()))
        .add_scope(oauth2::Scope::new("items:write".to_owned()))
        .set_pkce_challenge(challenge)
        .url();
    (url, state, verifier)
}

struct ByHand {
    url: String,
    _state: String,
    _verifier: String,
}

fn by_hand() -> ByHand {
    let random = |bytes: &mut [u8]| getrandom::fill(bytes).unwrap();
    let (mut state, mut verifier) = ([0; 16], [0; 32]);
    random(&mut state);
    random(&mut verifier);
    let (state, verifier) = (URL_SAFE_NO_PAD.encode(state), URL_SAFE_NO_PAD.encode(verifier));
    let challenge = URL_SAFE_NO_PAD.encode(Sha256::digest(&verifier));
    let mut url = url::Url::parse(AUTHORIZATION_ENDPOINT).unwrap();
    url.query_pairs_mut()
        .append_pair("response_type", "code")
        .append_pair("client_id", CLIENT_ID)
        .append_pair("redirect_uri", REDIRECT_URI)
        .append_pair("scope", "read items:write")
        .append_pair("state", &state)
        .append_pair("code_challenge", &challenge)
        .append_pair("code_challenge_method", "S256");
    ByHand { url: url.into(), _state: state, _verifier: verifier }
}

fn sorted_url(url: &str) -> String {
    let (endpoint, query) = url.split_once('?').unwrap();
    format!("{endpoint}\n{}", sorted(query))
}
