//! What no key of a declaration can say: Shopline's signature over requests for tokens.

use oauth_core::http::{HeaderValue, Request};
use oauth_core::{Hook, HookError};
use ring::hmac;
use std::fmt::Write;
use std::time::{SystemTime, UNIX_EPOCH};

/// Signs requests for tokens: puts the time into the header `timestamp`, and an HMAC-SHA256 over body
/// and time, by the app secret, into the header `sign`.
#[derive(Debug, Clone)]
pub struct Signer {
    key: hmac::Key,
    clock: fn() -> SystemTime,
}

impl Signer {
    /// A signer with this app secret, which is also the client secret.
    pub fn new(app_secret: &str) -> Self {
        #[allow(
            clippy::disallowed_methods,
            reason = "what else is given by tests, this is what they replace"
        )]
        Self::with_clock(app_secret, SystemTime::now)
    }

    /// A signer with a clock of your own, for tests.
    pub fn with_clock(app_secret: &str, clock: fn() -> SystemTime) -> Self {
        Self { key: hmac::Key::new(hmac::HMAC_SHA256, app_secret.as_bytes()), clock }
    }

    /// The signature in lower-case hexadecimal.
    fn sign(&self, body: &[u8], timestamp: &str) -> String {
        let mut context = hmac::Context::with_key(&self.key);
        context.update(body);
        context.update(timestamp.as_bytes());
        context.sign().as_ref().iter().fold(String::with_capacity(64), |mut text, byte| {
            // Writing to a string can't fail.
            let _ = write!(text, "{byte:02x}");
            text
        })
    }
}

impl Hook for Signer {
    fn before_token_request(&self, request: &mut Request<Vec<u8>>) -> Result<(), HookError> {
        let since_1970 = (self.clock)()
            .duration_since(UNIX_EPOCH)
            .map_err(|_| HookError::new("the clock shows a time before 1970; set it"))?;
        let timestamp = since_1970.as_millis().to_string();
        let sign = self.sign(request.body(), &timestamp);
        for (name, value) in [("timestamp", timestamp), ("sign", sign)] {
            let value = HeaderValue::try_from(value)
                .map_err(|_| HookError::new(format!("`{name}` does not fit into a header")))?;
            request.headers_mut().insert(name, value);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    const SECRET: &str = "LDLLJJLflja2039203flaflaLLFLE";

    /// The values of Shopline's own library for Go, in its tests of signatures.
    #[test]
    fn signatures_are_those_of_the_vendor() {
        let signer = Signer::new(SECRET);
        let code = "4c4cf0ac52439d1308b58897f857dcba8545efb6c0e8091fba64b148218d2074";
        assert_eq!(signer.sign(br#"{"code":"code"}"#, "21c335b3a"), code);
        let nothing = "cf5edab6b92d740fe54b3ce9e2723788128384a1eb5c2a5d64c9210a31185b86";
        assert_eq!(signer.sign(b"", "21c335b3a"), nothing);
    }

    #[test]
    fn time_and_signature_are_headers() {
        let clock = || UNIX_EPOCH + Duration::from_millis(1_767_225_600_123);
        let signer = Signer::with_clock(SECRET, clock);
        let mut request = Request::new(b"{}".to_vec());
        signer.before_token_request(&mut request).unwrap();
        assert_eq!(request.headers()["timestamp"], "1767225600123");
        assert_eq!(request.headers()["sign"], signer.sign(b"{}", "1767225600123"));
        assert_eq!(request.into_body(), b"{}");
    }

    #[test]
    fn a_clock_before_1970_is_an_error() {
        let signer = Signer::with_clock(SECRET, || UNIX_EPOCH - Duration::from_secs(1));
        assert!(signer.before_token_request(&mut Request::new(Vec::new())).is_err());
    }

    #[test]
    fn the_secret_does_not_show() {
        assert!(!format!("{:?}", Signer::new(SECRET)).contains("LDLL"));
    }
}
