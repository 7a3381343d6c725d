// Reverb, written by hand: what `#[oauth_provider]` makes of its declaration.
use oauth_core::metadata::{
    BearerFormat, ClientAuth, ExpiresInFormat, GrantMetadata, GrantType, ScopeMetadata, TokenResponseFormat,
};
use oauth_core::{Accepts, ClientId, ClientSecret, HasEndpoint, Metadata, Provider, Scope, Supports};
use oauth_core::{endpoint, grant};

/// Reverb: buy and sell musical gear.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reverb;

#[allow(dead_code, reason = "not every test asks for both")]
impl Reverb {
    /// The scope `read_listings`.
    pub(crate) const READ_LISTINGS: Scope<Self> = Scope::declared("read_listings");
    /// The scope `write_listings`.
    pub(crate) const WRITE_LISTINGS: Scope<Self> = Scope::declared("write_listings");
}

/// What Reverb adds to a token answer.
#[derive(Debug, serde::Deserialize)]
#[allow(dead_code, reason = "not every test reads it")]
pub(crate) struct DoorkeeperExtra {
    /// When the token was issued, in seconds since 1970.
    pub(crate) created_at: u64,
}

impl Provider for Reverb {
    type Auth = ClientSecret;
    type Extra = DoorkeeperExtra;
    type TokenDetails = oauth_core::NoExtra;

    fn metadata(&self) -> &'static Metadata {
        const POST: &[ClientAuth] = &[ClientAuth::ClientSecretPost];
        const METADATA: Metadata = Metadata {
            name: "Reverb",
            authorization_endpoint: Some("https://reverb.com/oauth/authorize"),
            token_endpoint: Some("https://reverb.com/oauth/token"),
            api_base: Some("https://api.reverb.com/api"),
            grants: &[
                GrantMetadata::new(GrantType::AUTHORIZATION_CODE, POST),
                GrantMetadata::new(GrantType::CLIENT_CREDENTIALS, POST),
                GrantMetadata::new(GrantType::IMPLICIT, &[ClientAuth::None]),
            ],
            client_auth: POST,
            scopes: &[
                ScopeMetadata { value: "read_listings", grants: &[] },
                ScopeMetadata { value: "write_listings", grants: &[] },
            ],
            token_response: TokenResponseFormat {
                expires_in: ExpiresInFormat::Never,
                ..TokenResponseFormat::DEFAULT
            },
            bearer: BearerFormat { headers: &[("Accept-Version", "3.0")] },
            ..Metadata::DEFAULT
        };
        &METADATA
    }
}

impl Accepts<ClientSecret> for Reverb {}
impl Accepts<ClientId> for Reverb {}
impl Supports<grant::AuthorizationCode> for Reverb {}
impl Supports<grant::ClientCredentials> for Reverb {}
impl Supports<grant::Implicit, ClientId> for Reverb {}
impl HasEndpoint<endpoint::Authorization> for Reverb {}
impl HasEndpoint<endpoint::Token> for Reverb {}
impl HasEndpoint<endpoint::Api> for Reverb {}
