//! How the client authenticates.

use crate::declaration::{Declaration, Grant};
use crate::diagnostics::Diagnostics;
use crate::item::Subject;
use crate::vocabulary::{ClientAuth, Endpoint, GrantType};

/// There is no default: providers differ, and trying one after the other shows the secret to a
/// server that did not ask for it.
// case: client_auth/missing
// case: client_auth/missing_for_revocation
pub(super) fn is_declared(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    if declaration.get("client_auth").is_some() {
        return;
    }
    let inherits = |grant: &&Grant| grant.client_auth.is_none() && grant.grant_type != GrantType::Implicit;
    let grant =
        declaration.grants.iter().find(inherits).map(|grant| (grant.name.at, grant.grant_type.word()));
    let endpoint = || {
        let (key, _) = [
            (Endpoint::Revocation.key(), "revocation_request"),
            (Endpoint::Introspection.key(), "introspection_request"),
        ]
        .into_iter()
        .find(|(key, request)| {
            declaration.get(key).is_some() && declaration.choice(&[request, "auth"]).is_none()
        })?;
        Some((declaration.get(key)?.name.at, key))
    };
    if let Some((at, word)) = grant.or_else(endpoint) {
        let message = format!(
            "`{word}` needs to know how the client authenticates (RFC 6749 section 2.3); add `client_auth(client_secret_basic)`"
        );
        dx.error(at, message);
    }
}

/// The client of an `implicit` login has no secret, whatever is declared (RFC 6749 section 4.2).
// case: client_auth/implicit_alone
pub(super) fn some_request_is_authenticated(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    let endpoints = [Endpoint::Revocation, Endpoint::Introspection];
    if let Some(client_auth) = declaration.get("client_auth")
        && declaration.grants_are_whole()
        && declaration.grants.iter().all(|grant| grant.grant_type == GrantType::Implicit)
        && endpoints.iter().all(|endpoint| declaration.get(endpoint.key()).is_none())
        && !declaration.is_public()
    {
        let message = "`implicit` is for clients that never authenticate (RFC 6749 section 4.2), so `client_auth` has no effect; remove it, or declare a grant that uses it";
        dx.error(client_auth.name.at, message);
    }
}

/// Client credentials need a client that authenticates (RFC 6749 section 4.4). Where a provider
/// takes anonymous clients all the same, the grant itself says so.
// case: client_auth/anonymous_client_credentials
pub(super) fn client_credentials_authenticate(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    if let Some(grant) = declaration.grant(GrantType::ClientCredentials)
        && grant.client_auth.is_none()
        && declaration.is_public()
    {
        let message = "`client_credentials` needs a client that authenticates (RFC 6749 section 4.4); if this provider takes any, write `client_credentials(client_auth(none))`";
        dx.error(grant.name.at, message);
    }
}

/// Whoever may introspect tokens may search for them (RFC 7662 section 2.1).
// case: client_auth/anonymous_introspection
// case: client_auth/introspection_by_identifier
pub(super) fn introspection_authenticates(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    if let Some(auth) = declaration.choice(&["introspection_request", "auth"])
        && matches!(auth.word, "nothing" | "client_id")
    {
        let message = "introspection needs authentication (RFC 7662 section 2.1); write `auth(bearer)`, or a method with a secret";
        dx.error(auth.name.at, message);
    }
    if let Some(endpoint) = declaration.get(Endpoint::Introspection.key())
        && declaration.choice(&["introspection_request", "auth"]).is_none()
        && declaration.is_public()
    {
        let message = "introspection needs authentication (RFC 7662 section 2.1); add `introspection_request(auth(bearer))`, or a method other than `none` to `client_auth(...)`";
        dx.error(endpoint.name.at, message);
    }
}

/// A header has a name, and a digest a parameter.
// case: client_auth/header_without_a_name
// case: client_auth/digest_without_a_parameter
pub(super) fn arguments_are_complete(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    let needed = [
        ("client_secret_header", "name", "X-Secret"),
        ("client_secret_digest", "parameter", "hash"),
        ("client_secret_digest", "separator", "|"),
    ];
    for method in declaration.all_methods() {
        for (word, argument, example) in needed {
            if method.word == word && method.is_whole() && method.get(argument).is_none() {
                let message =
                    format!("`{word}` needs `{argument}`; write `{word}({argument} = \"{example}\", …)`");
                dx.error(method.name.at, message);
            }
        }
    }
}

/// The digest is over what the client presents.
// case: client_auth/digest_of_nothing
pub(super) fn digest_has_something_to_prove(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    for grant in &declaration.grants {
        let (GrantType::AuthorizationCode
        | GrantType::RefreshToken
        | GrantType::TokenExtension
        | GrantType::Implicit) = grant.grant_type
        else {
            let is_digest = |method: &ClientAuth| matches!(method, ClientAuth::Digest { .. });
            if declaration.methods(grant).first().is_some_and(is_digest) {
                let word = grant.grant_type.word();
                let message = format!(
                    "`client_secret_digest` is over a code or refresh token, and `{word}` has neither; write `{word}(client_auth(...))` with another method"
                );
                dx.error(grant.name.at, message);
            }
            continue;
        };
    }
}
