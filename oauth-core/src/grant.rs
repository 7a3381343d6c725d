//! Markers of the grants, for the bounds that say what a provider supports.

use crate::metadata::GrantType;

/// A grant, as a type.
pub trait Grant: sealed::Sealed + 'static {
    /// The same grant, as a value.
    const TYPE: GrantType;
}

/// A grant whose token request itself asks for scopes.
#[diagnostic::on_unimplemented(
    message = "the token request of the `{Self}` grant asks for no scopes",
    label = "no scopes here",
    note = "the scopes of a code belong to `authorize(…).scopes(…)` (RFC 6749 section 4.1.3)"
)]
pub trait RequestsScope: Grant {}

mod sealed {
    pub trait Sealed {}
}

macro_rules! grants {
    ($($(#[$doc:meta])* $marker:ident = $grant_type:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy)]
        pub enum $marker {}
        impl sealed::Sealed for $marker {}
        impl Grant for $marker {
            const TYPE: GrantType = GrantType::$grant_type;
        }
    )*};
}

grants! {
    /// The authorization code grant (RFC 6749 section 4.1).
    AuthorizationCode = AUTHORIZATION_CODE;
    /// The implicit grant (RFC 6749 section 4.2), which RFC 9700 section 2.1.2 discourages.
    Implicit = IMPLICIT;
    /// The client credentials grant (RFC 6749 section 4.4).
    ClientCredentials = CLIENT_CREDENTIALS;
    /// The resource owner password credentials grant (RFC 6749 section 4.3), which RFC 9700
    /// section 2.4 forbids for new clients.
    Password = PASSWORD;
    /// Refreshing an access token (RFC 6749 section 6).
    Refresh = REFRESH_TOKEN;
    /// A long-lived access token for a short-lived one, as Facebook and Instagram have it.
    LongLivedToken = LONG_LIVED_TOKEN;
    /// A new access token for one that is still good, as Instagram and Threads have it.
    AccessTokenRefresh = ACCESS_TOKEN_REFRESH;
    /// A refresh that prolongs an access token in place of bringing a new one, as Coros has it.
    TokenExtension = TOKEN_EXTENSION;
}

impl RequestsScope for ClientCredentials {}
impl RequestsScope for Password {}
impl RequestsScope for Refresh {}
