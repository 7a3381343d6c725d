//! Markers of the grants, for the bounds that say what a provider supports.

use crate::metadata::GrantType;

/// A grant, as a type.
pub trait Grant: sealed::Sealed + 'static {
    /// The same grant, as a value.
    const TYPE: GrantType;
}

/// A grant whose token request itself asks for scopes.
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
    AuthorizationCode = AuthorizationCode;
    /// The implicit grant (RFC 6749 section 4.2), which RFC 9700 section 2.1.2 discourages.
    Implicit = Implicit;
    /// The client credentials grant (RFC 6749 section 4.4).
    ClientCredentials = ClientCredentials;
    /// The resource owner password credentials grant (RFC 6749 section 4.3), which RFC 9700
    /// section 2.4 forbids for new clients.
    Password = Password;
    /// Refreshing an access token (RFC 6749 section 6).
    Refresh = RefreshToken;
}

impl RequestsScope for ClientCredentials {}
impl RequestsScope for Password {}
impl RequestsScope for Refresh {}
