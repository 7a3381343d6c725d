//! Everything that the server knows, and what several endpoints do with it.

use crate::audit::{self, Event, Received};
use crate::consent::Consent;
use crate::fault::{Fault, FaultKind};
use crate::refusal::Refusal;
use crate::routes::{Endpoint, Routes};
use crate::server::StartError;
use crate::store::{Authorization, Family, Kind, Store};
use http::Request;
use oauth_core::Variables;
use oauth_core::metadata::{GrantType, Metadata, Rotation};
use serde_json::{Map, Value};
use std::collections::{HashMap, HashSet, VecDeque};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

/// What the test decides and the declaration leaves open.
#[derive(Debug, Clone)]
pub(crate) struct Settings {
    pub(crate) confidential: Vec<(String, String)>,
    pub(crate) public: Vec<String>,
    /// What clients send as `redirect_uri`.
    pub(crate) redirect_uri: String,
    /// Where the browser then goes; another URL where `redirect_uri` is an alias.
    pub(crate) redirects_to: String,
    /// Names and passwords. The first one is logged in at the consent page.
    pub(crate) users: Vec<(String, String)>,
    pub(crate) rotation: Rotation,
    pub(crate) access_token_lifetime: Option<Duration>,
    /// Whether answers say how long access tokens are good.
    pub(crate) says_lifetime: bool,
    pub(crate) refresh_token_lifetime: Option<Duration>,
    pub(crate) extra: Map<String, Value>,
    pub(crate) token_details: Map<String, Value>,
    pub(crate) userinfo: Map<String, Value>,
    /// Parameters of callbacks with a code.
    pub(crate) callback_parameters: Vec<(String, String)>,
}

#[derive(Debug)]
pub(crate) struct State {
    pub(crate) metadata: &'static Metadata,
    pub(crate) variables: Variables,
    pub(crate) issuer: Option<String>,
    pub(crate) routes: Routes,
    pub(crate) settings: Settings,
    /// The time, which goes on only when the test says so.
    pub(crate) now: SystemTime,
    pub(crate) store: Store,
    /// Consent pages without a decision, by their ticket.
    pub(crate) consents: HashMap<String, Consent>,
    /// Random parameters that came before.
    pub(crate) nonces: HashSet<String>,
    /// What this provider calls the parameters whose values never print.
    pub(crate) secret_names: Arc<[String]>,
    pub(crate) faults: VecDeque<(Endpoint, Fault)>,
    pub(crate) audit: Vec<Event>,
}

/// Tokens that go out.
#[derive(Debug)]
pub(crate) struct Issued {
    pub(crate) access_token: String,
    /// How long the access token is good; for ever, if nothing is here.
    pub(crate) lifetime: Option<Duration>,
    pub(crate) token_type: &'static str,
    pub(crate) refresh_token: Option<String>,
    pub(crate) scope: Vec<String>,
}

impl State {
    pub(crate) fn new(
        metadata: &'static Metadata,
        issuer: Option<String>,
        variables: Variables,
        settings: Settings,
    ) -> Result<Self, StartError> {
        Ok(Self {
            metadata,
            issuer,
            routes: Routes::new(metadata, &variables)?,
            variables,
            settings,
            #[allow(clippy::disallowed_methods, reason = "from here on the tests move it")]
            now: SystemTime::now(),
            store: Store::default(),
            consents: HashMap::new(),
            nonces: HashSet::new(),
            secret_names: audit::secret_names(metadata).into(),
            faults: VecDeque::new(),
            audit: Vec::new(),
        })
    }

    /// Logs a request, and takes the fault that was injected for it.
    pub(crate) fn receive(&mut self, request: &Request<Vec<u8>>) -> Option<FaultKind> {
        let endpoint = self.log_request(request);
        let position = self.faults.iter().position(|(at, _)| *at == endpoint)?;
        let (_, fault) = self.faults.get_mut(position)?;
        let kind = fault.take();
        if fault.is_used_up() {
            self.faults.remove(position);
        }
        Some(kind)
    }

    pub(crate) fn log_request(&mut self, request: &Request<Vec<u8>>) -> Endpoint {
        let endpoint = self.routes.find(request.method(), request.uri()).endpoint;
        self.audit.push(Event::Request(Received::new(endpoint, request, &self.secret_names)));
        endpoint
    }

    pub(crate) fn log_refusal(&mut self, endpoint: Endpoint, refusal: &Refusal) {
        let (error, reason) = (refusal.error.to_owned(), refusal.description.clone());
        self.audit.push(Event::Refused { endpoint, error, reason });
    }

    /// Issues an access token, and a refresh token that covers `authorization` if there is to be one.
    pub(crate) fn issue(
        &mut self,
        grant: GrantType,
        authorization: &Authorization,
        scope: Vec<String>,
        with_refresh_token: bool,
    ) -> Result<Issued, Refusal> {
        let lifetime = self.settings.access_token_lifetime;
        self.issue_for(grant, authorization, scope, with_refresh_token, lifetime)
    }

    /// The same, with an access token that is good so long.
    pub(crate) fn issue_for(
        &mut self,
        grant: GrantType,
        authorization: &Authorization,
        scope: Vec<String>,
        with_refresh_token: bool,
        lifetime: Option<Duration>,
    ) -> Result<Issued, Refusal> {
        let token_type = self.token_type(grant);
        let after = |lifetime: Option<Duration>| lifetime.and_then(|lifetime| self.now.checked_add(lifetime));
        let access_expiry = after(lifetime);
        let refresh_expiry = after(self.settings.refresh_token_lifetime);
        let narrowed = Authorization { scope, ..authorization.clone() };
        let (access_token, access_id) =
            self.store.add_token(Kind::Access(token_type), &narrowed, self.now, access_expiry)?;
        let (refresh_token, refresh_id) = if with_refresh_token {
            let added = self.store.add_token(Kind::Refresh, authorization, self.now, refresh_expiry)?;
            (Some(added.0), Some(added.1))
        } else {
            (None, None)
        };
        let Authorization { client_id, subject, scope, .. } = narrowed;
        self.audit.push(Event::Issued {
            grant,
            client_id,
            subject,
            scope: scope.clone(),
            access_token: access_id,
            refresh_token: refresh_id,
        });
        Ok(Issued { access_token, lifetime, token_type, refresh_token, scope })
    }

    /// Gives the access tokens of an authorization so long from now.
    pub(crate) fn extend(&mut self, authorization: &Authorization, lifetime: Option<Duration>) {
        let end = lifetime.and_then(|lifetime| self.now.checked_add(lifetime));
        let tokens = self.store.extend_family(authorization.family, end);
        self.audit.push(Event::Extended { client_id: authorization.client_id.clone(), tokens });
    }

    /// Providers with two names for Bearer have one for a user's token and one for a client's own.
    fn token_type(&self, grant: GrantType) -> &'static str {
        match (self.metadata.token_response_to(grant).bearer_aliases, grant) {
            ([_, client, ..], GrantType::CLIENT_CREDENTIALS) => client,
            ([user, ..], _) => user,
            ([], _) => "Bearer",
        }
    }

    pub(crate) fn revoke_token(&mut self, text: &str) {
        if let Some(token) = self.store.token(text)
            && !std::mem::replace(&mut token.revoked, true)
        {
            self.audit.push(Event::Revoked(token.id));
        }
    }

    pub(crate) fn revoke_family(&mut self, family: Family, reason: &'static str) {
        let tokens = self.store.revoke_family(family);
        self.audit.push(Event::FamilyRevoked { tokens, reason });
    }
}
