//! Codes and tokens, and what is still good. Nothing here knows of HTTP.

use crate::audit::TokenId;
use crate::random;
use crate::refusal::Refusal;
use std::collections::HashMap;
use std::time::SystemTime;

/// All tokens that come from one authorization; they die together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Family(usize);

/// What an authorization covers.
#[derive(Debug, Clone)]
pub(crate) struct Authorization {
    pub(crate) client_id: String,
    /// The resource owner; `None` for the client itself.
    pub(crate) subject: Option<String>,
    pub(crate) scope: Vec<String>,
    pub(crate) family: Family,
}

#[derive(Debug, Clone)]
pub(crate) struct Code {
    pub(crate) authorization: Authorization,
    /// Scopes of a second set, for the tokens beside the first.
    pub(crate) second_scope: Vec<String>,
    pub(crate) redirect_uri: String,
    pub(crate) code_challenge: Option<String>,
    /// `state` of the login, for providers that want it again.
    pub(crate) state: Option<String>,
    pub(crate) expires_at: SystemTime,
    pub(crate) spent: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// With the `token_type` that its answer had.
    Access(&'static str),
    Refresh,
}

#[derive(Debug, Clone)]
pub(crate) struct Token {
    pub(crate) id: TokenId,
    pub(crate) kind: Kind,
    pub(crate) authorization: Authorization,
    pub(crate) issued_at: SystemTime,
    pub(crate) expires_at: Option<SystemTime>,
    pub(crate) revoked: bool,
    /// A refresh token that was replaced by a new one.
    pub(crate) spent: bool,
}

/// Why a token is not good.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dead {
    Unknown,
    Expired,
    Revoked,
    Spent,
}

#[derive(Debug, Default)]
pub(crate) struct Store {
    codes: HashMap<String, Code>,
    tokens: HashMap<String, Token>,
    families: usize,
    /// Whether every code is the same, for requests that are to be compared.
    pub(crate) repeats_codes: bool,
}

/// With characters that need an encoding.
const REPEATED_CODE: &str = "the^code%2B+&=";

impl Store {
    pub(crate) fn new_family(&mut self) -> Family {
        self.families += 1;
        Family(self.families)
    }

    pub(crate) fn add_code(&mut self, code: Code) -> Result<String, Refusal> {
        let text = if self.repeats_codes { REPEATED_CODE.to_owned() } else { random::code()? };
        self.codes.insert(text.clone(), code);
        Ok(text)
    }

    pub(crate) fn code(&mut self, text: &str) -> Option<&mut Code> {
        self.codes.get_mut(text)
    }

    pub(crate) fn add_token(
        &mut self,
        kind: Kind,
        authorization: &Authorization,
        issued_at: SystemTime,
        expires_at: Option<SystemTime>,
    ) -> Result<(String, TokenId), Refusal> {
        let (text, id) = (random::token()?, TokenId(self.tokens.len()));
        let authorization = authorization.clone();
        let token = Token { id, kind, authorization, issued_at, expires_at, revoked: false, spent: false };
        self.tokens.insert(text.clone(), token);
        Ok((text, id))
    }

    /// A token that was issued, whether it is still good or not.
    pub(crate) fn token(&mut self, text: &str) -> Option<&mut Token> {
        self.tokens.get_mut(text)
    }

    /// An access token that is good at this time.
    pub(crate) fn access_token(&self, text: &str, now: SystemTime) -> Result<&Token, Dead> {
        match self.tokens.get(text) {
            Some(token) if token.kind != Kind::Refresh => token.live(now),
            _ => Err(Dead::Unknown),
        }
    }

    /// Revokes every token of a family, and says which were not revoked before.
    pub(crate) fn revoke_family(&mut self, family: Family) -> Vec<TokenId> {
        let mut revoked: Vec<TokenId> = self
            .tokens
            .values_mut()
            .filter(|token| token.authorization.family == family && !token.revoked)
            .map(|token| {
                token.revoked = true;
                token.id
            })
            .collect();
        revoked.sort();
        revoked
    }

    /// Moves the end of the access tokens of a family that are not revoked, and says which they are.
    pub(crate) fn extend_family(&mut self, family: Family, end: Option<SystemTime>) -> Vec<TokenId> {
        let mut extended = Vec::new();
        for token in self.tokens.values_mut() {
            let is_access = token.kind != Kind::Refresh && !token.revoked;
            if is_access && token.authorization.family == family {
                token.expires_at = end;
                extended.push(token.id);
            }
        }
        extended.sort();
        extended
    }

    pub(crate) fn expire_access_tokens(&mut self, now: SystemTime) {
        for token in self.tokens.values_mut().filter(|token| token.kind != Kind::Refresh) {
            token.expires_at = Some(now);
        }
    }
}

impl Token {
    pub(crate) fn live(&self, now: SystemTime) -> Result<&Self, Dead> {
        match self {
            Self { revoked: true, .. } => Err(Dead::Revoked),
            Self { spent: true, .. } => Err(Dead::Spent),
            Self { expires_at: Some(at), .. } if *at <= now => Err(Dead::Expired),
            _ => Ok(self),
        }
    }
}

impl Dead {
    /// Why the access token is not good.
    pub(crate) fn description(self) -> &'static str {
        match self {
            Self::Unknown => "The access token is unknown",
            Self::Expired => "The access token expired",
            Self::Revoked | Self::Spent => "The access token was revoked",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn a_family_dies_together_and_alone() {
        let (mut store, now) = (Store::default(), SystemTime::UNIX_EPOCH);
        let mut tokens = Vec::new();
        for _ in 0..2 {
            let authorization = Authorization {
                client_id: "c".to_owned(),
                subject: None,
                scope: Vec::new(),
                family: store.new_family(),
            };
            for kind in [Kind::Access("Bearer"), Kind::Refresh] {
                let (text, id) = store.add_token(kind, &authorization, now, None).unwrap();
                tokens.push((text, id, authorization.family));
            }
        }
        let [(access, one, family), (refresh, two, _), (other, ..), _] = &tokens[..] else { panic!() };
        assert_eq!(store.revoke_family(*family), [*one, *two]);
        assert!(store.revoke_family(*family).is_empty());
        assert_eq!(store.access_token(access, now).unwrap_err(), Dead::Revoked);
        assert_eq!(store.access_token(refresh, now).unwrap_err(), Dead::Unknown);
        assert!(store.access_token(other, now).is_ok());
    }

    #[test]
    fn tokens_end_with_their_last_second() {
        let (mut store, now) = (Store::default(), SystemTime::UNIX_EPOCH);
        let family = store.new_family();
        let authorization =
            Authorization { client_id: "c".to_owned(), subject: None, scope: Vec::new(), family };
        let end = now + Duration::from_secs(10);
        let (text, _) = store.add_token(Kind::Access("Bearer"), &authorization, now, Some(end)).unwrap();
        assert!(store.access_token(&text, end - Duration::from_secs(1)).is_ok());
        assert_eq!(store.access_token(&text, end).unwrap_err(), Dead::Expired);
    }
}
