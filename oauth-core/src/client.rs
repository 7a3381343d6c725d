//! [`Client`]: one method per grant and endpoint, each one or two lines over what is not generic.

use crate::api::{self, ApiRequest};
use crate::authorization::AuthorizationRequest;
use crate::context::Context;
use crate::endpoint;
use crate::endpoints::Endpoints;
use crate::error::Error;
use crate::grant;
use crate::introspection::IntrospectionRequest;
use crate::metadata::{ClientAuth, Metadata};
use crate::pending::{Pending, SealingKey};
use crate::provider::{AuthenticatesTo, HasEndpoint, Provider, Supports};
use crate::revocation::{RevocationRequest, RevokedBy};
use crate::token::{AccessToken, RefreshToken};
use crate::token_request::{Params, Plan, TokenRequest};
use crate::tokens::Tokens;
use crate::transport::Transport;
use std::fmt;
use std::marker::PhantomData;
use std::net::SocketAddr;
use std::sync::Arc;

/// A client of the provider `P`, registered there under the credentials it was made with.
///
/// Cheap to clone; clones share everything. `A` is the kind of credential; only a provider that
/// takes several kinds ever needs it spelt out.
///
/// ```
/// use oauth_core::{Client, ClientSecret, oauth_provider};
///
/// #[oauth_provider(
///     token_endpoint = "https://notes.example/oauth/token",
///     client_auth(client_secret_basic),
///     grants(client_credentials)
/// )]
/// struct Notes;
///
/// struct App {
///     notes: Client<Notes>,
/// }
///
/// let notes = Client::new(Notes, ClientSecret::new("client id", "client secret"));
/// let app = App { notes };
/// // Any HTTP client can carry the request; `send()` uses the client's own transport.
/// let request = app.notes.client_credentials().request()?;
/// assert_eq!(request.uri(), "https://notes.example/oauth/token");
/// assert_eq!(request.body(), b"grant_type=client_credentials");
/// # Ok::<(), oauth_core::Error>(())
/// ```
pub struct Client<P: Provider, A = <P as Provider>::Auth> {
    context: Arc<Context>,
    marker: PhantomData<fn() -> (P, A)>,
}

impl<P: Provider, A> Client<P, A> {
    /// A client with these credentials.
    ///
    /// This can't fail and does no I/O: a URL variable that does not fit its place shows at the
    /// first request.
    pub fn new(provider: P, credentials: A) -> Self
    where
        A: AuthenticatesTo<P>,
    {
        Self::of(Context::new(&provider, credentials.into_credentials()))
    }

    fn of(context: Arc<Context>) -> Self {
        Self { context, marker: PhantomData }
    }

    /// The same client with another transport.
    #[must_use]
    pub fn with_transport(self, transport: impl Transport) -> Self {
        Self::of(self.context.with_transport(Arc::new(transport)))
    }

    /// The same client with this one of the declared client authentication methods, in place of
    /// the first one. One that is not declared shows at the first request.
    #[must_use]
    pub fn with_client_auth(self, method: ClientAuth) -> Self {
        Self::of(self.context.with_client_auth(method))
    }

    /// The same client, pointed at a server on this machine: every endpoint keeps its path and
    /// moves to `http://address`. For tests, such as against `oauth-testkit`.
    ///
    /// # Errors
    ///
    /// The address is not a loopback address, or the endpoints can't be used.
    pub fn at_loopback(self, address: SocketAddr) -> Result<Self, Error> {
        Ok(Self::of(self.context.at_loopback(address)?))
    }

    #[cfg(feature = "dynamic")]
    pub(crate) fn with_brand<Q: Provider, B>(&self) -> Client<Q, B> {
        Client::of(Arc::clone(&self.context))
    }

    #[cfg(feature = "dynamic")]
    pub(crate) fn lacks(&self, what: &str) -> Error {
        self.context.lacks(what)
    }

    /// The declaration of the provider, as data.
    pub fn metadata(&self) -> &'static Metadata {
        self.context.metadata
    }

    /// The endpoints, with the values of the URL variables in place.
    ///
    /// # Errors
    ///
    /// A URL variable does not fit its place.
    pub fn endpoints(&self) -> Result<&Endpoints, Error> {
        self.context.endpoints()
    }

    /// Begins a login with the authorization code grant (RFC 6749 section 4.1), protected by
    /// `state` and PKCE (RFC 7636).
    ///
    /// The provider sends the browser back to `redirect_uri`, which must be registered there.
    pub fn authorize(&self, redirect_uri: impl AsRef<str>) -> AuthorizationRequest<P>
    where
        P: Supports<grant::AuthorizationCode, A>,
    {
        AuthorizationRequest::new(&self.context, redirect_uri.as_ref())
    }

    /// Verifies the callback of a login, and makes the request that exchanges its code for tokens
    /// (RFC 6749 section 4.1.3). No request is made here.
    ///
    /// `callback` is the URL to which the browser came back, or its path and query, or its query; of
    /// a provider that posts its callbacks (`callback(mode(form_post))`), the body of that request.
    /// `iss` (RFC 9207) is compared where the declaration names an `issuer`, and ignored elsewhere.
    ///
    /// ```
    /// # use oauth_core::{Client, ClientSecret, CallbackError, ErrorKind, Login, oauth_provider};
    /// # #[oauth_provider(
    /// #     authorization_endpoint = "https://notes.example/oauth/authorize",
    /// #     token_endpoint = "https://notes.example/oauth/token",
    /// #     client_auth(client_secret_basic),
    /// #     grants(authorization_code)
    /// # )]
    /// # struct Notes;
    /// # let client = Client::new(Notes, ClientSecret::new("client id", "client secret"));
    /// let Login { pending, .. } = client.authorize("https://app.example/callback").start()?;
    /// let error = client.finish(pending, "code=the-code&state=guessed").unwrap_err();
    /// assert!(matches!(error.kind(), ErrorKind::Callback(CallbackError::StateMismatch)));
    /// # Ok::<(), oauth_core::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// - [`ErrorKind::AuthorizationResponse`](crate::ErrorKind::AuthorizationResponse): the user or the server
    ///   refused.
    /// - [`ErrorKind::Callback`](crate::ErrorKind::Callback): the callback can't be believed.
    pub fn finish(
        &self,
        pending: Pending<P>,
        callback: impl AsRef<str>,
    ) -> Result<TokenRequest<P, grant::AuthorizationCode>, Error>
    where
        P: Supports<grant::AuthorizationCode, A>,
    {
        Ok(TokenRequest::of(Plan::of_callback(&self.context, pending.data, callback.as_ref())?))
    }

    /// Opens a login that [`Pending::seal`] sealed for a client of this provider, endpoints and
    /// client identifier.
    ///
    /// # Errors
    ///
    /// The string was changed, or sealed by another key or for another client.
    pub fn open(&self, key: &SealingKey, sealed: &str) -> Result<Pending<P>, Error>
    where
        P: Supports<grant::AuthorizationCode, A>,
    {
        Ok(Pending::new(self.context.open(key, sealed, "code")?))
    }

    /// Begins a login with the implicit grant (RFC 6749 section 4.2), which RFC 9700 section 2.1.2
    /// discourages: the access token comes back in the fragment of the redirect URI.
    pub fn authorize_implicit(
        &self,
        redirect_uri: impl AsRef<str>,
    ) -> AuthorizationRequest<P, grant::Implicit>
    where
        P: Supports<grant::Implicit, A>,
    {
        AuthorizationRequest::new(&self.context, redirect_uri.as_ref())
    }

    /// Opens an implicit login that [`Pending::seal`] sealed, as [`open`](Self::open) does for a
    /// code.
    ///
    /// # Errors
    ///
    /// As for [`open`](Self::open).
    pub fn open_implicit(&self, key: &SealingKey, sealed: &str) -> Result<Pending<P, grant::Implicit>, Error>
    where
        P: Supports<grant::Implicit, A>,
    {
        Ok(Pending::new(self.context.open(key, sealed, "token")?))
    }

    /// Verifies the callback of an implicit login, and takes the access token out of it.
    ///
    /// `fragment` is the URL to which the browser came back, or its fragment. A token in the query
    /// is refused, and a refresh token is ignored.
    ///
    /// # Errors
    ///
    /// As for [`finish`](Self::finish).
    pub fn finish_implicit(
        &self,
        pending: Pending<P, grant::Implicit>,
        fragment: impl AsRef<str>,
    ) -> Result<Tokens<P>, Error>
    where
        P: Supports<grant::Implicit, A>,
    {
        Ok(Tokens::of(self.context.finish_implicit(pending.data, fragment.as_ref())?))
    }

    /// Tokens for the client itself (RFC 6749 section 4.4).
    pub fn client_credentials(&self) -> TokenRequest<P, grant::ClientCredentials>
    where
        P: Supports<grant::ClientCredentials, A>,
    {
        TokenRequest::of(Plan::new(Arc::clone(&self.context), Params::ClientCredentials))
    }

    /// Tokens for a user whose password this program knows (RFC 6749 section 4.3), which RFC 9700
    /// section 2.4 forbids.
    #[deprecated(
        note = "RFC 9700 section 2.4 forbids the password grant; where the server offers no other, write `#[allow(deprecated)]`"
    )]
    pub fn password(
        &self,
        username: impl Into<String>,
        password: impl Into<String>,
    ) -> TokenRequest<P, grant::Password>
    where
        P: Supports<grant::Password, A>,
    {
        let params = Params::password(username.into(), password.into());
        TokenRequest::of(Plan::new(Arc::clone(&self.context), params))
    }

    /// A new access token (RFC 6749 section 6), with the same scopes or, with
    /// [`scopes`](TokenRequest::scopes), fewer.
    pub fn refresh(&self, refresh_token: &RefreshToken<P>) -> TokenRequest<P, grant::Refresh>
    where
        P: Supports<grant::Refresh, A>,
    {
        TokenRequest::of(Plan::refresh(&self.context, refresh_token.content()))
    }

    /// A long-lived access token for a short-lived one (`grants(long_lived_token)`), which Facebook
    /// and Instagram have.
    pub fn long_lived_token(&self, access_token: &AccessToken<P>) -> TokenRequest<P, grant::LongLivedToken>
    where
        P: Supports<grant::LongLivedToken, A>,
    {
        let params = |access_token| Params::LongLivedToken { access_token };
        TokenRequest::of(Plan::presenting(&self.context, access_token.content(), params))
    }

    /// A new access token for one that is still good (`grants(access_token_refresh)`), which
    /// Instagram and Threads have in place of refresh tokens.
    pub fn refresh_access_token(
        &self,
        access_token: &AccessToken<P>,
    ) -> TokenRequest<P, grant::AccessTokenRefresh>
    where
        P: Supports<grant::AccessTokenRefresh, A>,
    {
        let params = |access_token| Params::AccessTokenRefresh { access_token };
        TokenRequest::of(Plan::presenting(&self.context, access_token.content(), params))
    }

    /// A longer life for this access token (`grants(token_extension)`), which Coros has in place of new
    /// ones. `refresh_token` is the one that came with it, and what the request sends.
    ///
    /// The tokens of the answer are these two again, with a later [`expiry`](Tokens::expiry); if the server
    /// does send new ones, they are those.
    pub fn extend(
        &self,
        access_token: &AccessToken<P>,
        refresh_token: &RefreshToken<P>,
    ) -> TokenRequest<P, grant::TokenExtension>
    where
        P: Supports<grant::TokenExtension, A>,
    {
        TokenRequest::of(Plan::extension(&self.context, access_token.content(), refresh_token.content()))
    }

    /// Revokes an access token or a refresh token (RFC 7009), whichever the provider takes.
    pub fn revoke<T>(&self, token: &T) -> RevocationRequest<P>
    where
        T: RevokedBy<P>,
    {
        RevocationRequest::new(&self.context, token)
    }

    /// Asks what an access token is good for (RFC 7662).
    pub fn introspect(&self, access_token: &AccessToken<P>) -> IntrospectionRequest<P>
    where
        P: HasEndpoint<endpoint::Introspection>,
    {
        IntrospectionRequest::new(&self.context, access_token.content())
    }

    /// Asks who the resource owner is (OpenID Connect Core section 5.3, or like it): an API request
    /// by GET, or as `userinfo_request(...)` says.
    pub fn userinfo(&self, access_token: &AccessToken<P>) -> ApiRequest<P>
    where
        P: HasEndpoint<endpoint::Userinfo>,
    {
        ApiRequest::userinfo(&self.context, access_token.content())
    }

    /// The API base that this userinfo answer names (`userinfo_response(api_base(...))`), for
    /// [`AccessToken::with_api_base`]. Where an answer names several, the declaration says which one this
    /// is; any other is as good for `with_api_base`, which compares it with the declared hosts, too.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Configuration`](crate::ErrorKind::Configuration): the declaration names no member for
    /// it. [`ErrorKind::Response`](crate::ErrorKind::Response): the answer names none, or one that is not
    /// at a declared host.
    pub fn api_base(&self, userinfo: &http::Response<Vec<u8>>) -> Result<String, Error>
    where
        P: HasEndpoint<endpoint::Userinfo>,
    {
        api::learnt_base(&self.context, userinfo)
    }

    /// A request to the provider's API with this access token (RFC 6750 section 2.1).
    ///
    /// `path` is appended to the declared `api_base`, or to the API base that came with the token;
    /// the token goes to no other origin.
    pub fn api(
        &self,
        method: http::Method,
        path: impl AsRef<str>,
        access_token: &AccessToken<P>,
    ) -> ApiRequest<P>
    where
        P: HasEndpoint<endpoint::Api>,
    {
        ApiRequest::new(&self.context, method, path.as_ref(), access_token.content())
    }
}

impl<P: Provider, A> Clone for Client<P, A> {
    fn clone(&self) -> Self {
        Self::of(Arc::clone(&self.context))
    }
}

impl<P: Provider, A> fmt::Debug for Client<P, A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.context.fmt(f)
    }
}
