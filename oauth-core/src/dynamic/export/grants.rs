//! `grants`.

use super::super::data::Data;
use super::{Members, because, methods};
use crate::metadata::{ClientAuth, GrantMetadata, GrantType, Metadata, Rotation};

pub(super) fn grants(metadata: &Metadata) -> Option<Data> {
    let mut grants = Members::default();
    for grant in metadata.grants {
        grants.set(grant.grant_type.as_str(), Data::Object(arguments(metadata, grant).0));
    }
    grants.or_nothing()
}

fn arguments(metadata: &Metadata, grant: &GrantMetadata) -> Members {
    let grant_type = grant.grant_type;
    let mut arguments = Members::default();
    let is_implicit = grant_type == GrantType::IMPLICIT;
    if is_implicit || grant_type == GrantType::PASSWORD {
        arguments.set("because", because(metadata, grant_type.as_str()));
    }
    if !is_implicit && grant.client_auth != inherited(metadata, grant_type) {
        arguments
            .set("client_auth", methods(metadata, &[grant_type.as_str(), "client_auth"], grant.client_auth));
    }
    if grant.value != grant_type.value() {
        arguments.text("grant_type", Some(grant.value));
    }
    if grant.response_type != "code" {
        arguments.text("response_type", Some(grant.response_type));
    }
    let allowed = metadata
        .scopes
        .iter()
        .filter(|scope| scope.grants.is_empty() || scope.grants.contains(&grant_type))
        .collect::<Vec<_>>();
    if allowed.len() < metadata.scopes.len() {
        arguments.list("scopes", &allowed, |scope| Data::text(scope.value));
    }
    arguments.list("default_scopes", grant.default_scopes, |scope| Data::text(*scope));
    let issues = grant_type == GrantType::CLIENT_CREDENTIALS && grant.issues_refresh_token;
    arguments.set("issues", issues.then(|| Data::text("refresh_token")));
    let rotation = match grant.rotation {
        Rotation::Unspecified => None,
        Rotation::None => Some("none"),
        Rotation::Strict => Some("strict"),
    };
    arguments.text("rotation", rotation);
    arguments.set("offline_scope", grant.offline_scope.map(|scope| Data::texts([scope])));
    if grant_type == GrantType::REFRESH_TOKEN {
        arguments.set("send", grant.request.sends("scope").then(|| Data::texts(["scope"])));
    }
    arguments
}

/// What a grant has that declares no methods of its own.
fn inherited(metadata: &Metadata, grant_type: GrantType) -> Vec<ClientAuth> {
    let mut methods = metadata.client_auth.to_vec();
    if grant_type == GrantType::CLIENT_CREDENTIALS {
        methods.retain(|method| !method.is_public());
    }
    methods
}
