//! The typed answer that brings tokens.

use crate::clock;
use crate::error::{Error, ErrorKind, InvalidResponse};
use crate::metadata::{AnswerFormat, Metadata};
use crate::named::{AlsoIssued, CallbackParameter};
use crate::origin::Origin;
use crate::provider::Provider;
use crate::scope::Scope;
use crate::secret::Secret;
use crate::token::{AccessContent, AccessToken, RefreshContent, RefreshToken};
use crate::wire::json;
use crate::wire::lifetime::Expiry;
use crate::wire::members::{self, Body};
use crate::wire::token_response::{self, TokenFields};
use http::StatusCode;
use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

/// A successful token answer (RFC 6749 section 5.1).
///
#[doc = include_str!("../docs/storing_tokens.md")]
pub struct Tokens<P> {
    access_token: AccessToken<P>,
    refresh_token: Option<RefreshToken<P>>,
    rest: Rest,
}

struct Rest {
    is_new_refresh_token: bool,
    requested: Arc<[Cow<'static, str>]>,
    scope: GrantedScope,
    metadata: &'static Metadata,
    received_at: SystemTime,
    expiry: Expiry,
    refresh_token_expiry: Expiry,
    malformed: Vec<&'static str>,
    captured: Vec<(&'static str, Secret)>,
    format: AnswerFormat,
    prefix: Option<&'static str>,
    root: &'static str,
    body: Body,
}

/// What the answer says about the granted scopes (RFC 6749 section 5.1).
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum GrantedScope {
    /// Nothing: by the RFC they are the requested ones, but the server did not say so.
    NotReported,
    /// That there are none.
    Empty,
    /// These.
    Listed(Arc<[Cow<'static, str>]>),
}

/// The same without a brand: what is generic is compiled once more for every provider of a program.
pub(crate) struct Issued {
    access_token: AccessContent,
    refresh_token: Option<RefreshContent>,
    rest: Rest,
}

impl Issued {
    pub(crate) fn new(
        fields: TokenFields,
        requested: Vec<Cow<'static, str>>,
        old: Option<RefreshContent>,
        origin: Arc<Origin>,
        received_at: SystemTime,
    ) -> Self {
        // An empty list needs no memory.
        let requested: Arc<[_]> = if requested.is_empty() { Arc::default() } else { requested.into() };
        let is_new_refresh_token = fields.refresh_token.is_some();
        let (old, earlier) = old.map_or((None, None), |old| (Some(old.secret), old.scopes));
        // A server that sends no new refresh token means the old one to be kept (RFC 6749 section 6).
        let refresh_token = fields.refresh_token.or(old).map(|secret| {
            // The scopes of a refresh token stay what they were, also where one refresh asks for
            // fewer; before that they are the granted ones (RFC 6749 section 6).
            let scopes = earlier.unwrap_or_else(|| Arc::clone(fields.scope.as_ref().unwrap_or(&requested)));
            RefreshContent { secret, scopes: Some(scopes), origin: Some(Arc::clone(&origin)) }
        });
        let access_token = AccessContent {
            secret: fields.access_token,
            token_type: fields.token_type,
            api_base: fields.api_base,
            origin: Some(origin),
        };
        Self {
            access_token,
            refresh_token,
            rest: Rest {
                is_new_refresh_token,
                requested,
                scope: match fields.scope {
                    None => GrantedScope::NotReported,
                    Some(list) if list.is_empty() => GrantedScope::Empty,
                    Some(list) => GrantedScope::Listed(list),
                },
                metadata: fields.metadata,
                received_at,
                expiry: fields.expiry,
                refresh_token_expiry: fields.refresh_token_expiry,
                malformed: fields.malformed,
                captured: fields.captured,
                format: fields.format,
                prefix: fields.prefix,
                root: fields.root,
                body: fields.body,
            },
        }
    }
}

impl<P> Tokens<P> {
    pub(crate) fn of(issued: Issued) -> Self {
        Self {
            access_token: AccessToken::of(issued.access_token),
            refresh_token: issued.refresh_token.map(RefreshToken::of),
            rest: issued.rest,
        }
    }

    /// The access token.
    pub fn access_token(&self) -> &AccessToken<P> {
        &self.access_token
    }

    /// The refresh token to use from now on: the new one, or the old one where a refresh brought
    /// none.
    pub fn refresh_token(&self) -> Option<&RefreshToken<P>> {
        self.refresh_token.as_ref()
    }

    /// Whether this answer brought the refresh token. Store it before anything else: after a
    /// refresh the old one may be dead.
    pub fn is_new_refresh_token(&self) -> bool {
        self.rest.is_new_refresh_token
    }

    /// Both tokens, to be stored.
    pub fn into_parts(self) -> (AccessToken<P>, Option<RefreshToken<P>>) {
        (self.access_token, self.refresh_token)
    }

    /// When the access token stops being good, by this machine's clock.
    pub fn expiry(&self) -> Expiry {
        self.rest.expiry
    }

    /// Whether the access token stops being good within this time from now, or has stopped already.
    /// `false` where its end is never or unknown: such a token is used until the API refuses it.
    ///
    /// ```
    /// use oauth_core::Tokens;
    /// use std::time::Duration;
    ///
    /// fn is_due<P>(tokens: &Tokens<P>) -> bool {
    ///     tokens.refresh_token().is_some() && tokens.expires_within(Duration::from_secs(60))
    /// }
    /// ```
    ///
    /// For tokens that were stored, store [`expiry`](Self::expiry) beside them, and ask
    /// [`Expiry::is_within`].
    pub fn expires_within(&self, leeway: Duration) -> bool {
        self.expiry().is_within(leeway, clock::now())
    }

    /// When the refresh token stops being good, where the declaration names a member for it.
    pub fn refresh_token_expires_at(&self) -> Option<SystemTime> {
        self.rest.refresh_token_expiry.at()
    }

    /// When the answer arrived.
    pub fn received_at(&self) -> SystemTime {
        self.rest.received_at
    }

    /// What the answer says about the granted scopes.
    pub fn scope(&self) -> &GrantedScope {
        &self.rest.scope
    }

    /// Whether this scope was granted: reported, or requested where nothing is reported.
    pub fn has_scope<R>(&self, scope: &Scope<P, R>) -> bool {
        self.rest.granted(scope.as_str())
    }

    /// Whether fewer scopes were granted than requested (RFC 6749 section 3.3 allows that).
    pub fn is_narrowed(&self) -> bool {
        self.rest.is_narrowed()
    }

    /// A parameter of the callback that `callback(capture(...))` declares, if it was there.
    pub fn callback_parameter(&self, parameter: CallbackParameter<P>) -> Option<&str> {
        captured(&self.rest.captured, parameter.name)
    }

    /// Further tokens of the same answer, which `token_response(also(...))` declares, such as those
    /// of a user beside those of a workspace. `None`, if the answer holds none.
    ///
    /// They are decoded here and not before, so that a malformed one never costs the others.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidResponse`]: they are there, and can't be used.
    pub fn also(&self, issued: AlsoIssued<P>) -> Result<Option<Self>, Error> {
        let origin = self.access_token.content().origin.as_ref();
        Ok(self.rest.also(issued.pointer, origin)?.map(Self::of))
    }

    /// Optional members that were there but could not be read; they count as absent.
    pub fn malformed(&self) -> &[&'static str] {
        &self.rest.malformed
    }
}

impl<P: Provider> Tokens<P> {
    /// The members beyond the standard ones, as declared by `token_response(extra(Type))`.
    ///
    /// They are decoded here and not before, so that a malformed one never costs a token.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidResponse`]: the answer does not fit the type.
    pub fn extra(&self) -> Result<P::Extra, Error> {
        let Rest { root, format, .. } = &self.rest;
        extra_at(self.rest.text(), *format, root)
    }
}

impl Rest {
    fn is_narrowed(&self) -> bool {
        !self.requested.iter().all(|scope| self.granted(scope))
    }

    fn granted(&self, scope: &str) -> bool {
        match &self.scope {
            GrantedScope::NotReported => self.requested.iter().any(|requested| requested == scope),
            GrantedScope::Empty => false,
            GrantedScope::Listed(list) => list.iter().any(|listed| listed == scope),
        }
    }

    /// The answer behind its prefix.
    fn text(&self) -> &str {
        let body = &*self.body.0;
        self.prefix.and_then(|prefix| body.strip_prefix(prefix)).unwrap_or(body)
    }

    fn also(&self, pointer: &str, origin: Option<&Arc<Origin>>) -> Result<Option<Issued>, Error> {
        let Self { metadata, received_at, format, .. } = self;
        let object = part(self.text(), *format, pointer)?;
        let Some(object) = object.filter(|object| object != "null") else { return Ok(None) };
        let fields = token_response::also(metadata, &object, *received_at)
            .map_err(|reason| unusable(reason, &object))?;
        let origin = origin.cloned().unwrap_or_default();
        Ok(fields.map(|fields| Issued::new(fields, Vec::new(), None, origin, *received_at)))
    }
}

fn part<'a>(body: &'a str, format: AnswerFormat, pointer: &str) -> Result<Option<Cow<'a, str>>, Error> {
    members::part(body, format, pointer).map_err(|flaw| unusable(flaw.message(&[pointer]), body))
}

/// The typed members of the object at a pointer.
pub(crate) fn extra_at<T: serde_core::de::DeserializeOwned>(
    body: &str,
    format: AnswerFormat,
    root: &str,
) -> Result<T, Error> {
    match part(body, format, root)? {
        Some(part) => json::typed(&part).map_err(|reason| unusable(reason, &part)),
        None => Err(unusable(format!("`{root}` leads nowhere"), body)),
    }
}

fn unusable(reason: String, body: &str) -> Error {
    Error::new(ErrorKind::InvalidResponse(InvalidResponse {
        status: StatusCode::OK,
        reason: reason.into_boxed_str(),
        shape: json::nameless_shape(body).into_boxed_str(),
    }))
}

pub(crate) fn captured<'a>(captured: &'a [(&'static str, Secret)], parameter: &str) -> Option<&'a str> {
    captured.iter().find(|(name, _)| *name == parameter).map(|(_, value)| value.expose())
}

/// Prints the scopes of the declaration. Another may be anything that the server said, also what it was
/// told.
struct Declared<'a>(&'a GrantedScope);

impl fmt::Debug for Declared<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let GrantedScope::Listed(list) = self.0 else { return self.0.fmt(f) };
        let is_declared = |scope: &&Cow<'static, str>| matches!(scope, Cow::Borrowed(_));
        let mut shown = f.debug_list();
        shown.entries(list.iter().filter(is_declared));
        let others = list.iter().filter(|scope| !is_declared(scope)).count();
        if others > 0 {
            shown.entry(&format_args!("{others} undeclared"));
        }
        shown.finish()
    }
}

impl<P> fmt::Debug for Tokens<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Tokens")
            .field("access_token", &self.access_token)
            .field("refresh_token", &self.refresh_token)
            .field("expiry", &self.rest.expiry)
            .field("scope", &Declared(&self.rest.scope))
            .field("malformed", &self.rest.malformed)
            .finish_non_exhaustive()
    }
}
