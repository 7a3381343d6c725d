//! Which traits a secret never has, checked by the compiler.

use oauth_core::{
    AccessToken, ApiRequest, Client, ClientSecret, Error, IntrospectionRequest, Login, LoginForm, Pending,
    RefreshToken, RevocationRequest, SealingKey, SecretText, TokenRequest, Tokens, grant,
};
use oauth_redbooth::Redbooth;
use oauth_sharetribe::Sharetribe;

/// Compiles only if the type has none of the traits: with one of them, two impls fit `_`.
macro_rules! lacks {
    ($type:ty: $($trait:path),+) => {$({
        trait Ambiguous<A> { fn check() {} }
        impl<T: ?Sized> Ambiguous<()> for T {}
        struct HasIt;
        impl<T: ?Sized + $trait> Ambiguous<HasIt> for T {}
        <$type as Ambiguous<_>>::check();
    })+};
}

macro_rules! is_a_secret {
    ($($type:ty),+ $(,)?) => {$(
        lacks!($type: std::fmt::Display, serde::Serialize, PartialEq, std::hash::Hash, std::ops::Deref,
            AsRef<str>, AsRef<[u8]>, std::borrow::Borrow<str>, Into<String>, Copy, PartialOrd, Default);
        printed::<$type>();
    )+};
}

fn printed<T: std::fmt::Debug>() {}

#[test]
fn sec_63_secrets_lack_what_would_leak_them() {
    is_a_secret!(
        AccessToken<Redbooth>,
        RefreshToken<Redbooth>,
        Tokens<Redbooth>,
        ClientSecret,
        SecretText,
        SealingKey,
        Pending<Redbooth>,
        Login<Redbooth>,
        LoginForm<Redbooth>,
        TokenRequest<Redbooth, grant::AuthorizationCode>,
        TokenRequest<Sharetribe, grant::Password>,
        RevocationRequest<Sharetribe>,
        IntrospectionRequest<Sharetribe>,
        ApiRequest<Redbooth>,
        Client<Redbooth>,
    );
}

/// What can be used once is no copy of itself.
#[test]
fn sec_03_what_is_used_once_is_not_cloned() {
    lacks!(Pending<Redbooth>: Clone);
    lacks!(Login<Redbooth>: Clone);
    lacks!(LoginForm<Redbooth>: Clone);
    lacks!(TokenRequest<Redbooth, grant::AuthorizationCode>: Clone);
    lacks!(TokenRequest<Redbooth, grant::Refresh>: Clone);
    lacks!(TokenRequest<Sharetribe, grant::Password>: Clone);
    lacks!(Error: Clone);
}
