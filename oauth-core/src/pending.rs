//! A login that waits for its callback.

use crate::error::{CallbackError, Error};
use crate::grant;
use crate::secret::Secret;
use crate::wire::protection::Protection;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;
use std::time::{Duration, SystemTime};
use zeroize::Zeroizing;

/// A login that was started and waits for its callback: `state`, the code verifier, the redirect
/// URI and what identifies the client.
///
/// It can be used once: [`finish`](crate::Client::finish) consumes it, and it can't be cloned.
/// Keep it in memory, or [`seal`](Self::seal) it into a cookie of the browser that started the
/// login; a place that any browser could reach would let an attacker finish his login there
/// (RFC 9700 section 4.7.1). It is good for ten minutes.
#[must_use = "without it the callback can't be verified, and the login can't be finished"]
pub struct Pending<P, G = grant::AuthorizationCode> {
    pub(crate) data: PendingData,
    marker: PhantomData<fn() -> (P, G)>,
}

/// How long a login may take.
pub(crate) const LIFETIME: Duration = Duration::from_secs(600);

pub(crate) struct PendingData {
    pub(crate) response_type: &'static str,
    pub(crate) protection: Protection,
    pub(crate) redirect_uri: Arc<str>,
    pub(crate) scopes: Vec<Cow<'static, str>>,
    pub(crate) expires_at: SystemTime,
    /// Client and expanded endpoints: what the brand `P` can't tell apart.
    pub(crate) fingerprint: [u8; 32],
}

/// A key that seals pending logins: 256 bits, known to the servers that finish logins and to
/// nobody else. Replace it before it sealed 2³² logins, the bound for random 96-bit nonces.
#[derive(Clone)]
pub struct SealingKey(Zeroizing<[u8; 32]>);

impl SealingKey {
    /// A key of these bytes, which must come from a random source, not from a password.
    pub fn new(bytes: [u8; 32]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    fn cipher(&self) -> Option<LessSafeKey> {
        UnboundKey::new(&CHACHA20_POLY1305, &*self.0).ok().map(LessSafeKey::new)
    }
}

impl fmt::Debug for SealingKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SealingKey([redacted])")
    }
}

impl<P, G> Pending<P, G> {
    pub(crate) fn new(data: PendingData) -> Self {
        Self { data, marker: PhantomData }
    }

    /// Encrypts and authenticates the login (ChaCha20-Poly1305, RFC 8439) into a string of letters, digits,
    /// `-` and `_`, which fits into a cookie. Set it `HttpOnly`, `Secure` and `SameSite=Lax`, and
    /// delete it with the callback: the string itself can't know that it was used.
    ///
    /// ```
    /// # use oauth_core::{Client, ClientSecret, Login, SealingKey, oauth_provider};
    /// # #[oauth_provider(
    /// #     authorization_endpoint = "https://notes.example/oauth/authorize",
    /// #     token_endpoint = "https://notes.example/oauth/token",
    /// #     client_auth(client_secret_basic),
    /// #     grants(authorization_code)
    /// # )]
    /// # struct Notes;
    /// # let client = Client::new(Notes, ClientSecret::new("client id", "client secret"));
    /// # let random_bytes = [7; 32];
    /// let key = SealingKey::new(random_bytes);
    /// let Login { url, pending } = client.authorize("https://app.example/callback").start()?;
    /// let cookie = pending.seal(&key)?;
    /// // … the browser comes back with the cookie …
    /// let pending = client.open(&key, &cookie)?;
    /// # let _ = (url, pending);
    /// # Ok::<(), oauth_core::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// The operating system gives no random bytes.
    pub fn seal(self, key: &SealingKey) -> Result<String, Error> {
        self.data.seal(key)
    }
}

impl PendingData {
    fn seal(&self, key: &SealingKey) -> Result<String, Error> {
        let mut nonce = [0; NONCE_LEN];
        crate::random::fill(&mut nonce)?;
        self.sealed(key, nonce).ok_or_else(|| Error::callback(CallbackError::Unsealable))
    }

    pub(crate) fn open(
        key: &SealingKey,
        sealed: &str,
        fingerprint: [u8; 32],
        response_type: &'static str,
    ) -> Result<Self, Error> {
        Self::opened(key, sealed, fingerprint, response_type)
            .ok_or_else(|| Error::callback(CallbackError::Unsealable))
    }

    fn sealed(&self, key: &SealingKey, nonce: [u8; NONCE_LEN]) -> Option<String> {
        let since_epoch = self.expires_at.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
        let fields = (
            self.response_type,
            self.protection.state(),
            self.protection.code_verifier(),
            &*self.redirect_uri,
            &self.scopes,
            since_epoch.as_secs(),
        );
        // Room for all of it, whatever is escaped: a text that moves while it grows leaves copies.
        let texts = self.scopes.iter().map(|scope| scope.len().saturating_add(1));
        let length = texts.fold(self.redirect_uri.len(), usize::saturating_add);
        let length = length.saturating_add(self.protection.len());
        let mut text = Zeroizing::new(Vec::with_capacity(length.saturating_mul(6).saturating_add(128)));
        serde_json::to_writer(&mut *text, &fields).ok()?;
        let nonce_used = Nonce::assume_unique_for_key(nonce);
        let tag = key
            .cipher()?
            .seal_in_place_separate_tag(nonce_used, Aad::from(&self.fingerprint), &mut text)
            .ok()?;
        Some(URL_SAFE_NO_PAD.encode([&nonce, &**text, tag.as_ref()].concat()))
    }

    fn opened(key: &SealingKey, sealed: &str, fingerprint: [u8; 32], expected: &'static str) -> Option<Self> {
        let mut bytes = Zeroizing::new(URL_SAFE_NO_PAD.decode(sealed).ok()?);
        let (nonce, sealed) = bytes.split_first_chunk_mut::<NONCE_LEN>()?;
        let nonce = Nonce::assume_unique_for_key(*nonce);
        let text = key.cipher()?.open_in_place(nonce, Aad::from(&fingerprint), sealed).ok()?;
        let (response_type, state, verifier, redirect_uri, scopes, seconds): (
            String,
            String,
            Option<String>,
            String,
            Vec<String>,
            u64,
        ) = serde_json::from_slice(text).ok()?;
        let (state, verifier) = (Secret::new(state), verifier.map(Secret::new));
        let (state, verifier) = (state.expose(), verifier.as_ref().map(Secret::expose));
        (response_type == expected && is_unreserved(state) && verifier.is_none_or(is_unreserved))
            .then_some(())?;
        Some(Self {
            response_type: expected,
            protection: Protection::of(state, verifier),
            redirect_uri: redirect_uri.into(),
            scopes: scopes.into_iter().map(Cow::Owned).collect(),
            expires_at: SystemTime::UNIX_EPOCH.checked_add(Duration::from_secs(seconds))?,
            fingerprint,
        })
    }
}

/// What we draw consists of these (RFC 7636 section 4.1), and is sent as it is.
fn is_unreserved(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte))
}

impl<P, G> fmt::Debug for Pending<P, G> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.data.fmt(f)
    }
}

/// As the login that it is part of.
impl fmt::Debug for PendingData {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pending")
            .field("redirect_uri", &self.redirect_uri)
            .field("scopes", &self.scopes)
            .field("expires_at", &self.expires_at)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pending() -> Pending<()> {
        Pending::new(PendingData {
            response_type: "code",
            protection: Protection::of("the-state", Some("the-verifier")),
            redirect_uri: "https://app.example/cb".into(),
            scopes: vec!["read".into()],
            expires_at: SystemTime::UNIX_EPOCH + Duration::from_secs(1_800_000_000),
            fingerprint: [7; 32],
        })
    }

    #[test]
    fn a_login_that_nobody_drew_does_not_open() {
        let key = SealingKey::new([1; 32]);
        for (state, verifier) in
            [("a&b", None), ("a b", Some("c")), ("a", Some("&v=w")), ("a", Some("\u{e9}"))]
        {
            let protection = Protection::of(state, verifier);
            let sealed = Pending::<()>::new(PendingData { protection, ..pending().data }).seal(&key).unwrap();
            assert!(PendingData::open(&key, &sealed, [7; 32], "code").is_err(), "{state} {verifier:?}");
        }
    }

    #[test]
    fn a_sealed_login_opens_with_its_key_and_client_only() {
        let key = SealingKey::new([1; 32]);
        let sealed = pending().seal(&key).unwrap();
        assert!(sealed.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_'));
        assert!(!sealed.contains("the-state"));
        let opened = PendingData::open(&key, &sealed, [7; 32], "code").unwrap();
        assert_eq!(opened.protection.state(), "the-state");
        assert_eq!(opened.protection.code_verifier(), Some("the-verifier"));
        assert_eq!(opened.scopes, ["read"]);
        assert_eq!(opened.expires_at, pending().data.expires_at);

        assert!(PendingData::open(&SealingKey::new([2; 32]), &sealed, [7; 32], "code").is_err());
        assert!(PendingData::open(&key, &sealed, [8; 32], "code").is_err());
        assert!(PendingData::open(&key, &sealed, [7; 32], "token").is_err());
    }

    #[test]
    fn a_login_prints_where_it_goes_and_no_secret() {
        let shown = format!("{:?} {:?}", pending(), SealingKey::new([65; 32]));
        for part in ["https://app.example/cb", "read", "1800000000", "SealingKey([redacted])"] {
            assert!(shown.contains(part), "{part}: {shown}");
        }
        assert!(!shown.contains("the-state") && !shown.contains("the-verifier") && !shown.contains("65"));
    }

    #[test]
    fn no_changed_byte_goes_unnoticed() {
        let key = SealingKey::new([1; 32]);
        let sealed = pending().seal(&key).unwrap();
        for position in 0..sealed.len() {
            let mut bytes = sealed.clone().into_bytes();
            bytes[position] = if bytes[position] == b'A' { b'B' } else { b'A' };
            let changed = String::from_utf8(bytes).unwrap();
            assert!(PendingData::open(&key, &changed, [7; 32], "code").is_err(), "at {position}");
        }
        for garbage in ["", "A", "é", &sealed[..40], &format!("{sealed}A")] {
            assert!(PendingData::open(&key, garbage, [7; 32], "code").is_err(), "{garbage}");
        }
    }

    #[test]
    fn an_implicit_login_opens_as_one() {
        use crate::client_auth::ClientId;
        use crate::metadata::{ClientAuth, GrantMetadata, GrantType, Metadata};
        use crate::provider::{Accepts, NoExtra, Provider, Supports};

        struct Both;
        impl Provider for Both {
            type Auth = ClientId;
            type Extra = NoExtra;
            type TokenDetails = NoExtra;
            fn metadata(&self) -> &'static Metadata {
                const METADATA: Metadata = Metadata {
                    authorization_endpoint: Some("https://server.example/authorize"),
                    token_endpoint: Some("https://server.example/token"),
                    grants: &[
                        GrantMetadata::new(GrantType::IMPLICIT, &[ClientAuth::None]),
                        GrantMetadata::new(GrantType::AUTHORIZATION_CODE, &[ClientAuth::None]),
                    ],
                    ..Metadata::DEFAULT
                };
                &METADATA
            }
        }
        impl Accepts<ClientId> for Both {}
        impl Supports<grant::Implicit, ClientId> for Both {}
        impl Supports<grant::AuthorizationCode, ClientId> for Both {}

        let (client, key) = (crate::Client::new(Both, ClientId::new("id")), SealingKey::new([1; 32]));
        let login = client.authorize_implicit("https://app.example/cb").start().unwrap();
        let sealed = login.pending.seal(&key).unwrap();
        assert!(client.open(&key, &sealed).is_err());
        assert!(client.open_implicit(&key, &sealed).is_ok());
        let login = client.authorize("https://app.example/cb").start().unwrap();
        let sealed = login.pending.seal(&key).unwrap();
        assert!(client.open_implicit(&key, &sealed).is_err());
    }

    #[test]
    fn debug_shows_no_secret() {
        let shown = format!("{:?} {:?}", pending(), SealingKey::new([1; 32]));
        assert!(
            !shown.contains("the-state") && !shown.contains("the-verifier") && !shown.contains("1, 1"),
            "{shown}"
        );
    }
}
