//! Markers of the endpoints, for the bounds that say what a provider has.

macro_rules! endpoints {
    ($($(#[$doc:meta])* $marker:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy)]
        pub enum $marker {}
    )*};
}

endpoints! {
    /// The authorization endpoint (RFC 6749 section 3.1).
    Authorization;
    /// The authorization endpoint, taking its request by POST too (RFC 6749 section 3.1).
    AuthorizationByPost;
    /// The token endpoint (RFC 6749 section 3.2).
    Token;
    /// The revocation endpoint (RFC 7009).
    Revocation;
    /// The introspection endpoint (RFC 7662).
    Introspection;
    /// The endpoint that describes the resource owner (OpenID Connect Core section 5.3).
    Userinfo;
    /// The API that the access tokens are for, declared by `api_base`, or by `api_base(...)` of the answer
    /// that names it.
    Api;
}
