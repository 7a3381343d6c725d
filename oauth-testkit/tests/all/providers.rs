//! Providers that together have every peculiarity, written by hand.

use oauth_core::metadata::{
    ActiveFormat, BasicEncoding, CallbackFormat, ClientAuth, ErrorResponseFormat, GrantMetadata, GrantType,
    IntrospectionResponseFormat, Method, ParameterMetadata, ParameterValue, Pkce, RedirectUriKind,
    RequestAuth, RequestFormat, Rotation, ScopeMetadata, TokenResponseFormat,
};
use oauth_core::{
    Accepts, ClientId, ClientSecret, CustomScopes, HasEndpoint, Metadata, NoExtra, Parameter, ParameterName,
    Provider, Scope, Segment, Supports, Variables, endpoint, grant,
};

pub(crate) const BASIC: ClientAuth = ClientAuth::ClientSecretBasic(BasicEncoding::Form);
const POST: ClientAuth = ClientAuth::ClientSecretPost;
const EVERYBODY: &[GrantType] = &[];

/// The rest of a hand-written provider: what it supports with which credential, and its endpoints.
macro_rules! declare {
    ($provider:ident: $auth:ty, $extra:ty, $metadata:expr;
     $($credential:ty: [$($grant:ident),*]),*; [$($endpoint:ident),*]) => {
        impl Provider for $provider {
            type Auth = $auth;
            type Extra = $extra;
            type TokenDetails = $extra;
            fn metadata(&self) -> &'static Metadata {
                const METADATA: Metadata = $metadata;
                &METADATA
            }
        }
        $(impl Accepts<$credential> for $provider {}
          $(impl Supports<grant::$grant, $credential> for $provider {})*)*
        $(impl HasEndpoint<endpoint::$endpoint> for $provider {})*
    };
}

/// Every standard endpoint and grant, by the letter; refresh tokens rotate.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Plain;

impl Plain {
    pub(crate) const READ: Scope<Self> = Scope::declared("read");
    pub(crate) const WRITE: Scope<Self> = Scope::declared("write");
    pub(crate) const REPORT: Scope<Self, grant::ClientCredentials> = Scope::declared("report");
}

declare! { Plain: ClientSecret, NoExtra, Metadata {
    name: "Plain",
    issuer: Some("https://plain.example"),
    authorization_endpoint: Some("https://plain.example/authorize"),
    token_endpoint: Some("https://plain.example/token"),
    revocation_endpoint: Some("https://plain.example/revoke"),
    introspection_endpoint: Some("https://plain.example/introspect"),
    api_base: Some("https://api.plain.example/v1"),
    grants: &[
        GrantMetadata {
            issues_refresh_token: true,
            ..GrantMetadata::new(GrantType::AUTHORIZATION_CODE, &[BASIC, POST, ClientAuth::None])
        },
        GrantMetadata {
            rotation: Rotation::Strict,
            issues_refresh_token: true,
            ..GrantMetadata::new(GrantType::REFRESH_TOKEN, &[BASIC, POST, ClientAuth::None])
        },
        GrantMetadata {
            default_scopes: &["report"],
            ..GrantMetadata::new(GrantType::CLIENT_CREDENTIALS, &[BASIC])
        },
        GrantMetadata {
            issues_refresh_token: true,
            ..GrantMetadata::new(GrantType::PASSWORD, &[BASIC])
        },
        GrantMetadata::new(GrantType::IMPLICIT, &[ClientAuth::None]),
    ],
    client_auth: &[BASIC, POST, ClientAuth::None],
    scopes: &[
        ScopeMetadata { value: "read", grants: EVERYBODY },
        ScopeMetadata { value: "write", grants: EVERYBODY },
        ScopeMetadata { value: "report", grants: &[GrantType::CLIENT_CREDENTIALS] },
    ],
    callback: CallbackFormat { iss_required: true },
    ..Metadata::DEFAULT
};
    ClientSecret: [AuthorizationCode, Refresh, ClientCredentials, Password],
    ClientId: [AuthorizationCode, Refresh, Implicit];
    [Authorization, Token, Revocation, Introspection, Api]
}

/// Scopes behind commas, any scope, a challenge always, requests by POST too, secrets sent raw.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Comma;

impl Comma {
    pub(crate) const ONE: Scope<Self> = Scope::declared("one");
    pub(crate) const TWO: Scope<Self> = Scope::declared("two");
}

impl CustomScopes for Comma {}

declare! { Comma: ClientSecret, NoExtra, Metadata {
    name: "Comma",
    authorization_endpoint: Some("https://comma.example/oauth?version=2"),
    token_endpoint: Some("https://comma.example/oauth?version=2&step=token"),
    grants: &[GrantMetadata::new(
        GrantType::AUTHORIZATION_CODE,
        &[ClientAuth::ClientSecretBasic(BasicEncoding::Raw)],
    )],
    client_auth: &[ClientAuth::ClientSecretBasic(BasicEncoding::Raw)],
    scopes: &[
        ScopeMetadata { value: "one", grants: EVERYBODY },
        ScopeMetadata { value: "two", grants: EVERYBODY },
    ],
    scope_delimiter: ',',
    custom_scopes: true,
    pkce: Pkce::Required,
    authorization_request: RequestFormat { method: &[Method::Get], ..RequestFormat::DEFAULT },
    ..Metadata::DEFAULT
};
    ClientSecret: [AuthorizationCode];
    [Authorization, Token]
}

/// An authorization endpoint that takes POST.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Redbooth;

declare! { Redbooth: ClientSecret, NoExtra, Metadata {
    name: "Redbooth",
    authorization_endpoint: Some("https://redbooth.com/oauth2/authorize"),
    token_endpoint: Some("https://redbooth.com/oauth2/token"),
    grants: &[
        GrantMetadata {
            issues_refresh_token: true,
            ..GrantMetadata::new(GrantType::AUTHORIZATION_CODE, &[POST])
        },
        GrantMetadata::new(GrantType::REFRESH_TOKEN, &[POST]),
    ],
    client_auth: &[POST],
    pkce: Pkce::None,
    authorization_request: RequestFormat {
        method: &[Method::Get, Method::Post],
        ..RequestFormat::DEFAULT
    },
    ..Metadata::DEFAULT
};
    ClientSecret: [AuthorizationCode, Refresh];
    [Authorization, AuthorizationByPost, Token]
}

/// Aliases for redirect URIs and token types, parameters, scopes again at a refresh.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ebay;

impl Ebay {
    pub(crate) const SELL: Scope<Self> = Scope::declared("https://api.ebay.com/oauth/api_scope/sell");
    pub(crate) const BUY: Scope<Self> = Scope::declared("https://api.ebay.com/oauth/api_scope/buy");
    pub(crate) const PROMPT_LOGIN: Parameter<Self, endpoint::Authorization> =
        Parameter::declared("prompt", "login");
    pub(crate) const LOCALE: ParameterName<Self, endpoint::Authorization> = ParameterName::declared("locale");
}

declare! { Ebay: ClientSecret, NoExtra, Metadata {
    name: "Ebay",
    authorization_endpoint: Some("https://auth.ebay.com/oauth2/authorize"),
    token_endpoint: Some("https://api.ebay.com/identity/v1/oauth2/token"),
    api_base: Some("https://apiz.ebay.com"),
    grants: &[
        GrantMetadata {
            issues_refresh_token: true,
            ..GrantMetadata::new(GrantType::AUTHORIZATION_CODE, &[BASIC])
        },
        GrantMetadata::new(GrantType::CLIENT_CREDENTIALS, &[BASIC]),
        GrantMetadata {
            sends_scope: true,
            rotation: Rotation::None,
            ..GrantMetadata::new(GrantType::REFRESH_TOKEN, &[BASIC])
        },
    ],
    client_auth: &[BASIC],
    scopes: &[
        ScopeMetadata { value: "https://api.ebay.com/oauth/api_scope/sell", grants: EVERYBODY },
        ScopeMetadata { value: "https://api.ebay.com/oauth/api_scope/buy", grants: EVERYBODY },
    ],
    redirect_uri: RedirectUriKind::Opaque,
    authorization_request: RequestFormat {
        method: &[Method::Get],
        params: &[
            ParameterMetadata { name: "prompt", value: ParameterValue::OneOf(&["login"]) },
            ParameterMetadata { name: "locale", value: ParameterValue::Optional },
            ParameterMetadata { name: "hd", value: ParameterValue::Fixed("yes") },
        ],
        ..RequestFormat::DEFAULT
    },
    token_response: TokenResponseFormat {
        bearer_aliases: &["User Access Token", "Application Access Token"],
        refresh_token_expires_in: Some("refresh_token_expires_in"),
        ..TokenResponseFormat::DEFAULT
    },
    ..Metadata::DEFAULT
};
    ClientSecret: [AuthorizationCode, ClientCredentials, Refresh];
    [Authorization, Token, Api]
}

/// Members of Sharetribe's token details, played by `token_details` and, for the test, `extra`.
#[derive(Debug, serde::Deserialize)]
pub(crate) struct Details {
    #[serde(rename = "isLoggedInAs")]
    pub(crate) is_logged_in_as: bool,
}

/// Public clients with passwords, one path for two endpoints, errors as text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sharetribe;

declare! { Sharetribe: ClientId, Details, Metadata {
    name: "Sharetribe",
    token_endpoint: Some("https://flex-api.sharetribe.com/v1/auth/token"),
    revocation_endpoint: Some("https://flex-api.sharetribe.com/v1/auth/revoke"),
    introspection_endpoint: Some("https://flex-api.sharetribe.com/v1/auth/token"),
    grants: &[
        GrantMetadata {
            default_scopes: &["public-read"],
            ..GrantMetadata::new(GrantType::CLIENT_CREDENTIALS, &[ClientAuth::None])
        },
        GrantMetadata {
            issues_refresh_token: true,
            default_scopes: &["user"],
            ..GrantMetadata::new(GrantType::PASSWORD, &[ClientAuth::None])
        },
        GrantMetadata {
            rotation: Rotation::Strict,
            ..GrantMetadata::new(GrantType::REFRESH_TOKEN, &[ClientAuth::None])
        },
    ],
    client_auth: &[ClientAuth::None],
    scopes: &[
        ScopeMetadata { value: "public-read", grants: &[GrantType::CLIENT_CREDENTIALS] },
        ScopeMetadata { value: "user", grants: &[GrantType::PASSWORD] },
    ],
    revocation_request: RequestFormat { auth: RequestAuth::Bearer, ..RequestFormat::DEFAULT },
    introspection_request: RequestFormat {
        method: &[Method::Get],
        auth: RequestAuth::Bearer,
        omit: &["token"],
        ..RequestFormat::DEFAULT
    },
    introspection_response: IntrospectionResponseFormat { active: ActiveFormat::Status },
    error_response: ErrorResponseFormat::Text,
    ..Metadata::DEFAULT
};
    ClientId: [ClientCredentials, Password, Refresh];
    [Token, Revocation, Introspection]
}

/// Two endpoints that only their hosts tell apart.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ambiguous;

declare! { Ambiguous: ClientSecret, NoExtra, Metadata {
    name: "Ambiguous",
    token_endpoint: Some("https://token.example/v1"),
    revocation_endpoint: Some("https://revoke.example/v1"),
    ..Metadata::DEFAULT
}; ClientSecret: []; [Token] }

/// A tenant in the path.
#[derive(Debug, Clone)]
pub(crate) struct Tenant(pub(crate) Segment);

impl Provider for Tenant {
    type Auth = ClientSecret;
    type Extra = NoExtra;
    type TokenDetails = NoExtra;

    fn metadata(&self) -> &'static Metadata {
        const METADATA: Metadata = Metadata {
            name: "Tenant",
            token_endpoint: Some("https://login.example/{tenant}/token"),
            grants: &[GrantMetadata::new(GrantType::CLIENT_CREDENTIALS, &[POST])],
            client_auth: &[POST],
            ..Metadata::DEFAULT
        };
        &METADATA
    }

    fn variables(&self, variables: &mut Variables) {
        variables.set::<Segment, _>("tenant", &self.0);
    }
}

impl Accepts<ClientSecret> for Tenant {}
impl Supports<grant::ClientCredentials> for Tenant {}
