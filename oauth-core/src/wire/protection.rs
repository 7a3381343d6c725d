//! What makes one login unlike any other: `state` (RFC 6749 section 10.12) and the code verifier with its
//! challenge (RFC 7636 section 4).

use super::client_auth::hex_to;
use crate::metadata::Pkce;
use crate::secret::Secret;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::digest::{SHA256, digest};
use std::fmt;

/// 128 bits of `state` and 256 bits of code verifier, drawn together.
pub(crate) const ENTROPY: usize = 48;

/// The lengths of the texts that are made of that.
const STATE: usize = 32;
const CODE_VERIFIER: usize = 43;

/// Both, side by side in one secret.
pub(crate) struct Protection {
    text: Secret,
    /// Where the code verifier begins.
    behind_state: usize,
}

impl Protection {
    /// Nothing, if they could not be written; they always can.
    pub(crate) fn new(entropy: &[u8; ENTROPY]) -> Option<Self> {
        let (for_state, for_verifier) = entropy.split_at(16);
        let mut text = vec![0; STATE + CODE_VERIFIER];
        let (state, code_verifier) = text.split_at_mut(STATE);
        // Letters and digits: WeChat takes nothing else.
        hex_to(state, for_state);
        URL_SAFE_NO_PAD.encode_slice(for_verifier, code_verifier).ok()?;
        let text = Secret::new(String::from_utf8(text).ok()?);
        Some(Self { text, behind_state: STATE })
    }

    /// Those of an earlier login.
    pub(crate) fn of(state: &str, code_verifier: Option<&str>) -> Self {
        let text = Secret::new([state, code_verifier.unwrap_or_default()].concat());
        Self { text, behind_state: state.len() }
    }

    /// The same for a login without a code verifier.
    pub(crate) fn without_code_verifier(&self) -> Self {
        Self::of(self.state(), None)
    }

    /// The length of both together.
    pub(crate) fn len(&self) -> usize {
        self.text.expose().len()
    }

    pub(crate) fn state(&self) -> &str {
        self.text.expose().get(..self.behind_state).unwrap_or_default()
    }

    pub(crate) fn code_verifier(&self) -> Option<&str> {
        self.text.expose().get(self.behind_state..).filter(|verifier| !verifier.is_empty())
    }

    /// What the authorization request tells of the code verifier (RFC 7636 section 4.2).
    pub(crate) fn code_challenge(&self, pkce: Pkce) -> Option<Challenge> {
        let hash = digest(&SHA256, self.code_verifier()?.as_bytes());
        let mut text = [0; 64];
        let length = if pkce == Pkce::S256Hex {
            hex_to(&mut text, hash.as_ref());
            text.len()
        } else {
            URL_SAFE_NO_PAD.encode_slice(hash, &mut text).ok()?
        };
        Some(Challenge { text, length })
    }

    /// Whether this is the state, in a time that depends on its length only.
    pub(crate) fn matches(&self, state: &str) -> bool {
        crate::secret::is_equal(self.state(), state)
    }
}

/// The S256 challenge of a code verifier.
#[derive(Debug)]
pub(crate) struct Challenge {
    text: [u8; 64],
    length: usize,
}

impl Challenge {
    pub(crate) fn as_str(&self) -> &str {
        self.text.get(..self.length).and_then(|text| std::str::from_utf8(text).ok()).unwrap_or_default()
    }
}

impl fmt::Debug for Protection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.text.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn state_and_verifier_are_long_enough() {
        let protection = Protection::new(&[0xff; ENTROPY]).unwrap();
        assert_eq!(protection.state().len(), 32);
        assert_eq!(protection.code_verifier().unwrap().len(), 43);
    }

    #[test]
    fn the_challenge_of_rfc_7636_appendix_b() {
        let protection = Protection::of("s", Some("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"));
        let challenge = |pkce| protection.code_challenge(pkce).unwrap().as_str().to_owned();
        assert_eq!(challenge(Pkce::S256), "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
        assert_eq!(
            challenge(Pkce::S256Hex),
            "13d31e961a1ad8ec2f16b10c4c982e0876a878ad6df144566ee1894acb70f9c3"
        );
        assert!(protection.without_code_verifier().code_challenge(Pkce::S256).is_none());
    }

    #[test]
    fn state_has_letters_and_digits_only() {
        let protection = Protection::new(&std::array::from_fn(|position| 0xf0 | position as u8)).unwrap();
        assert_eq!(protection.state(), "f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff");
        let random = std::array::from_fn::<_, 32, _>(|position| 0xf0 | position as u8);
        assert_eq!(protection.code_verifier(), Some(&*URL_SAFE_NO_PAD.encode(random)));
    }

    #[test]
    fn a_login_may_have_no_code_verifier() {
        let protection = Protection::new(&[7; ENTROPY]).unwrap().without_code_verifier();
        assert_eq!((protection.state(), protection.code_verifier()), (&*"07".repeat(16), None));
        assert!(protection.matches(&"07".repeat(16)) && !protection.matches("07") && !protection.matches(""));
        let earlier = Protection::of("the-state", Some("the-verifier"));
        assert_eq!((earlier.state(), earlier.code_verifier()), ("the-state", Some("the-verifier")));
        assert!(!format!("{earlier:?}").contains("the-"));
    }

    #[test]
    fn it_prints_as_one_secret() {
        assert_eq!(format!("{:?}", Protection::of("the-state", Some("the-verifier"))), "[redacted]");
    }
}
