//! [`Probe`]: which grants and endpoints a provider has for a kind of credential, found out by the
//! compiler, and the jobs of each.
//!
//! A method on `&Probe<P, A>` is preferred to one on `Probe<P, A>`, and is there only where the bounds
//! of [`Client`] hold.

use super::bench::{Bench, Registered, methods};
use super::endpoints;
use super::fixture::Fixture;
use super::flow;
use super::show::Print;
use super::{Failure, Suite};
use oauth_core::metadata::ClientAuth;
use oauth_core::{Any, AuthenticatesTo, Client, Provider, Scope};
use std::fmt;
use std::marker::PhantomData;

/// What is to be done with a grant or an endpoint.
#[derive(Debug, Clone, Copy)]
pub enum Job<'a> {
    /// The whole flow, against the test kit.
    Flow,
    /// The texts of its requests.
    Requests,
    /// What this answer holds.
    Answer(&'a Fixture),
    /// What becomes of this callback.
    Callback(&'a Fixture),
}

/// The texts that a job brings.
pub type Outcome = Result<Vec<String>, Failure>;

/// A provider and a kind of credential.
pub struct Probe<P: Provider, A> {
    pub(crate) suite: Suite,
    pub(crate) provider: fn() -> P,
    pub(crate) show: Print<P::Extra>,
    marker: PhantomData<fn() -> A>,
}

impl<P: Provider, A> Probe<P, A> {
    /// A probe of this provider.
    pub fn new(suite: Suite, provider: fn() -> P, show: Print<P::Extra>) -> Self {
        Self { suite, provider, show, marker: PhantomData }
    }
}

impl<P: Provider, A> fmt::Debug for Probe<P, A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Probe").field("suite", &self.suite).finish_non_exhaustive()
    }
}

impl<P: Provider, A: Registered + AuthenticatesTo<P>> Probe<P, A> {
    pub(crate) fn bench(&self) -> Result<Bench, Failure> {
        Bench::new(&(self.provider)())
    }

    pub(crate) fn client(&self, bench: &Bench, method: Option<ClientAuth>) -> Client<P, A> {
        let client = Client::new((self.provider)(), A::registered()).with_transport(bench.clone());
        match method {
            Some(method) => client.with_client_auth(method),
            None => client,
        }
    }

    /// The methods to try one after the other; none chosen, where the request has none of these.
    pub(crate) fn methods(&self, declared: &[ClientAuth]) -> Vec<Option<ClientAuth>> {
        let methods = methods::<A>(declared);
        if methods.is_empty() { vec![None] } else { methods.into_iter().map(Some).collect() }
    }

    pub(crate) fn title(&self, what: &str) -> String {
        format!("{what}, {}", A::NAME)
    }
}

pub(crate) fn typed<P>(scopes: &[&'static str]) -> Vec<Scope<P, Any>> {
    scopes.iter().map(|scope| Scope::declared(scope)).collect()
}

macro_rules! probes {
    ($($method:ident($($argument:ident: $type:ty)?) $yes:ident $no:ident [$($of:ty: $bound:path),+] $flow:path;)*) => {
        /// One pair of traits for each grant and endpoint.
        #[allow(clippy::type_complexity)]
        pub mod traits {
            use super::*;
            use oauth_core::{
                AccessToken, AuthorizationRequest, HasEndpoint, RefreshToken, RevokedBy, Supports, TokenRequest,
                endpoint, grant,
            };
            $(
                /// For a provider that has it.
                pub trait $yes<P: Provider> {
                    /// Does the job.
                    fn $method(&self, job: &Job<'_>, $($argument: Option<fn($type) -> $type>)?) -> Option<Outcome>;
                }

                impl<P: Provider, A: Registered + AuthenticatesTo<P>> $yes<P> for &Probe<P, A>
                where
                    $($of: $bound),+
                {
                    fn $method(&self, job: &Job<'_>, $($argument: Option<fn($type) -> $type>)?) -> Option<Outcome> {
                        $flow(self, job, $($argument)?)
                    }
                }

                /// For any other provider.
                pub trait $no<P: Provider> {
                    /// Says that there is nothing to do.
                    fn $method(&self, _: &Job<'_>, $($argument: Option<fn($type) -> $type>)?) -> Option<Outcome> {
                        $(let _ = $argument;)?
                        None
                    }
                }

                impl<P: Provider, A> $no<P> for Probe<P, A> {}
            )*
        }
    };
}

probes! {
    authorization_code(change: AuthorizationRequest<P>) ByCode NotByCode
        [P: Supports<grant::AuthorizationCode, A>] flow::authorization_code;
    implicit(change: AuthorizationRequest<P, grant::Implicit>) Implicit NotImplicit
        [P: Supports<grant::Implicit, A>] flow::implicit;
    client_credentials(change: TokenRequest<P, grant::ClientCredentials>) ByCredentials NotByCredentials
        [P: Supports<grant::ClientCredentials, A>] flow::client_credentials;
    password(change: TokenRequest<P, grant::Password>) ByPassword NotByPassword
        [P: Supports<grant::Password, A>] flow::password;
    refresh_token(change: TokenRequest<P, grant::Refresh>) ByRefresh NotByRefresh
        [P: Supports<grant::Refresh, A>] flow::refresh_token;
    long_lived_token(change: TokenRequest<P, grant::LongLivedToken>) ByLongLivedToken NotByLongLivedToken
        [P: Supports<grant::LongLivedToken, A>] flow::long_lived_token;
    access_token_refresh(change: TokenRequest<P, grant::AccessTokenRefresh>) ByAccessToken NotByAccessToken
        [P: Supports<grant::AccessTokenRefresh, A>] flow::access_token_refresh;
    token_extension(change: TokenRequest<P, grant::TokenExtension>) Extends NotExtends
        [P: Supports<grant::TokenExtension, A>] flow::token_extension;
    form() Posts NotPosts
        [P: Supports<grant::AuthorizationCode, A>, P: HasEndpoint<endpoint::AuthorizationByPost>] flow::form;
    revocation() RevokesAccess NotRevokesAccess [AccessToken<P>: RevokedBy<P>] endpoints::revocation;
    revocation_of_refresh_tokens() RevokesRefresh NotRevokesRefresh
        [RefreshToken<P>: RevokedBy<P>] endpoints::revocation_of_refresh_tokens;
    introspection() Introspects NotIntrospects [P: HasEndpoint<endpoint::Introspection>] endpoints::introspection;
    userinfo() Describes NotDescribes [P: HasEndpoint<endpoint::Userinfo>] endpoints::userinfo;
    api() Api NotApi [P: HasEndpoint<endpoint::Api>] endpoints::api;
}
