//! Token requests, as far as the HTTP client.

use crate::case::{Case, Contender};
use crate::provider::{
    CLIENT_ID, CLIENT_SECRET, CODE, Example, Peer, REDIRECT_URI, REFRESH_TOKEN, TOKEN_ENDPOINT, VERIFIER,
    client, client_with_body_auth, peer, shown,
};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use form_urlencoded::{Serializer, byte_serialize};
use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE};
use http::{HeaderValue, Request, Response};
use oauth_core::{Client, RefreshToken, TokenRequest, grant};
use oauth2::{AuthType, AuthorizationCode, PkceCodeVerifier};
use std::cell::Cell;
use std::rc::Rc;

/// A code with its verifier, and the credentials in the header.
pub(crate) fn code() -> Case {
    let (client, peer) = (client(), Rc::new(peer(AuthType::BasicAuth)));
    Case {
        name: "token request: code, Basic",
        contenders: [
            Contender::new(move || finished(&client), |exchange| exchange.request().unwrap(), show),
            Contender::new(
                move || (Rc::clone(&peer), code_of_peer()),
                |(peer, code)| their_code(&peer, code),
                show,
            ),
            Contender::new(|| (), |()| code_by_hand(), show),
        ],
    }
}

/// A refresh token, and the credentials in the body.
pub(crate) fn refresh() -> Case {
    let (client, peer) = (client_with_body_auth(), Rc::new(peer(AuthType::RequestBody)));
    let token = Rc::new(RefreshToken::new(REFRESH_TOKEN).unwrap());
    let their_token = Rc::new(oauth2::RefreshToken::new(REFRESH_TOKEN.to_owned()));
    Case {
        name: "token request: refresh, body",
        contenders: [
            Contender::new(
                move || (client.clone(), Rc::clone(&token)),
                |(client, token)| client.refresh(&token).request().unwrap(),
                show,
            ),
            Contender::new(
                move || (Rc::clone(&peer), Rc::clone(&their_token)),
                |(peer, token)| captured(|stop| drop(peer.exchange_refresh_token(&token).request(&stop))),
                show,
            ),
            Contender::new(|| (), |()| refresh_by_hand(), show),
        ],
    }
}

#[allow(clippy::needless_pass_by_value)]
fn show(request: Request<Vec<u8>>) -> String {
    shown(&request)
}

/// A verified callback, ready to be exchanged.
pub(crate) fn finished(client: &Client<Example>) -> TokenRequest<Example, grant::AuthorizationCode> {
    let login = client.authorize(REDIRECT_URI).start().unwrap();
    let state = login.url.split("state=").nth(1).unwrap().split('&').next().unwrap();
    client.finish(login.pending, format!("code={CODE}&state={state}")).unwrap()
}

pub(crate) fn code_of_peer() -> (AuthorizationCode, PkceCodeVerifier) {
    (AuthorizationCode::new(CODE.to_owned()), PkceCodeVerifier::new(VERIFIER.to_owned()))
}

fn their_code(peer: &Peer, (code, verifier): (AuthorizationCode, PkceCodeVerifier)) -> Request<Vec<u8>> {
    captured(|stop| drop(peer.exchange_code(code).set_pkce_verifier(verifier).request(&stop)))
}

/// The request that the peer hands to an HTTP client; it has no other way to it.
fn captured(
    send: impl FnOnce(&dyn Fn(Request<Vec<u8>>) -> Result<Response<Vec<u8>>, std::fmt::Error>),
) -> Request<Vec<u8>> {
    let sent = Cell::new(None);
    send(&|request| {
        sent.set(Some(request));
        Err(std::fmt::Error)
    });
    sent.into_inner().unwrap()
}

pub(crate) fn code_by_hand() -> Request<Vec<u8>> {
    let body = Serializer::new(String::new())
        .append_pair("grant_type", "authorization_code")
        .append_pair("code", CODE)
        .append_pair("redirect_uri", REDIRECT_URI)
        .append_pair("code_verifier", VERIFIER)
        .finish();
    let encoded = |text: &str| byte_serialize(text.as_bytes()).collect::<String>();
    let basic = STANDARD.encode(format!("{}:{}", encoded(CLIENT_ID), encoded(CLIENT_SECRET)));
    let mut authorization = HeaderValue::try_from(format!("Basic {basic}")).unwrap();
    authorization.set_sensitive(true);
    post().header(AUTHORIZATION, authorization).body(body.into_bytes()).unwrap()
}

fn refresh_by_hand() -> Request<Vec<u8>> {
    let body = Serializer::new(String::new())
        .append_pair("grant_type", "refresh_token")
        .append_pair("refresh_token", REFRESH_TOKEN)
        .append_pair("client_id", CLIENT_ID)
        .append_pair("client_secret", CLIENT_SECRET)
        .finish();
    post().body(body.into_bytes()).unwrap()
}

fn post() -> http::request::Builder {
    Request::post(TOKEN_ENDPOINT)
        .header(ACCEPT, HeaderValue::from_static("application/json"))
        .header(CONTENT_TYPE, HeaderValue::from_static("application/x-www-form-urlencoded"))
}
