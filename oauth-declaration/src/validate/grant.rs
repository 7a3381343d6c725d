//! The grants and the endpoints that they use.

use crate::declaration::{Declaration, Grant};
use crate::diagnostics::Diagnostics;
use crate::item::Subject;
use crate::read::Entry;
use crate::vocabulary::{Endpoint, GrantType, Request};

/// Without a grant there is no way to a token.
// case: grant/none_declared
// case: item/no_arguments
pub(super) fn some_are_declared(dx: &mut Diagnostics, declaration: &Declaration, subject: &Subject) {
    if declaration.get("grants").is_none() {
        let message = format!("`{}` has no grants; add `grants(authorization_code)`", subject.name);
        dx.error(subject.name.at, message);
    }
}

/// A grant needs the endpoints that it talks to; the first that does is blamed.
// case: grant/missing_authorization_endpoint
// case: grant/missing_token_endpoint
pub(super) fn has_its_endpoints(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    for endpoint in [Endpoint::Authorization, Endpoint::Token] {
        let key = endpoint.key();
        let mut demands = declaration
            .grants
            .iter()
            .flat_map(|grant| grant.grant_type.needs().iter().map(move |(any, rfc)| (grant, *any, rfc)));
        let is_missing = |any: &[Endpoint]| any.iter().all(|one| declaration.get(one.key()).is_none());
        if let Some((grant, _, rfc)) =
            demands.find(|(_, any, _)| any.first() == Some(&endpoint) && is_missing(any))
        {
            let word = grant.grant_type.word();
            let message = format!("the `{word}` grant needs `{key}` ({rfc}); add `{key} = \"https://…\"`");
            dx.error(grant.name.at, message);
        }
    }
}

/// An endpoint that no grant uses hints at a forgotten grant.
// case: grant/unused_authorization_endpoint
// case: grant/refresh_endpoint_without_refresh
// case: grant/unused_long_lived_token_endpoint
pub(super) fn uses_the_endpoints(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    let some_grant = |endpoint| match endpoint {
        Endpoint::Authorization => "authorization_code",
        Endpoint::Refresh => "refresh_token",
        Endpoint::LongLivedToken => "long_lived_token",
        _ => "client_credentials",
    };
    for endpoint in [Endpoint::Authorization, Endpoint::Token, Endpoint::Refresh, Endpoint::LongLivedToken] {
        if let Some(entry) = declaration.get(endpoint.key())
            && declaration.grants_are_whole()
            && !declaration.needs(endpoint)
        {
            let (key, grant) = (endpoint.key(), some_grant(endpoint));
            let message = format!("no declared grant uses `{key}`; add one, such as `{grant}`, or remove it");
            dx.error(entry.name.at, message);
        }
    }
}

/// A refresh token comes out of another grant, and not out of every one (RFC 6749 sections 4.2.2 and
/// 4.4.3).
// case: grant/only_refresh_token
// case: grant/only_token_extension
// case: grant/refresh_without_a_source
pub(super) fn refresh_has_a_first_token(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    let issues = |grant: &Grant| match grant.grant_type {
        GrantType::AuthorizationCode | GrantType::Password => true,
        GrantType::ClientCredentials => grant.issues_refresh_token.is_some(),
        _ => false,
    };
    let refresh = declaration.grants.iter().find(|grant| grant.grant_type.takes_refresh_tokens());
    let Some(refresh) = refresh else { return };
    if !declaration.grants_are_whole() || declaration.grants.iter().any(issues) {
        return;
    }
    let message = if declaration.grant(GrantType::ClientCredentials).is_some() {
        "no declared grant brings a refresh token; if client credentials do here, write `client_credentials(issues(refresh_token))`"
    } else {
        let word = refresh.grant_type.word();
        &*format!(
            "`{word}` can't obtain a first token; declare a grant beside it that does, such as `authorization_code`"
        )
    };
    dx.error(refresh.name.at, message);
}

/// A refresh token is of use only where the provider refreshes.
// case: grant/issues_without_refresh
pub(super) fn issued_refresh_tokens_are_used(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    for at in declaration.grants.iter().filter_map(|grant| grant.issues_refresh_token) {
        if declaration.grants_are_whole() && !declaration.takes_refresh_tokens() {
            dx.error(at, "the issued token could not be used; add `refresh_token` to `grants(...)`");
        }
    }
}

/// What an RFC names has a value on the wire; the other grants have what their providers chose.
// case: grant/without_a_grant_type
pub(super) fn has_a_value(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    for grant in declaration.grants.iter().filter(|grant| grant.value.is_none()) {
        let (GrantType::LongLivedToken | GrantType::AccessTokenRefresh) = grant.grant_type else { continue };
        if omitted_grant_type(declaration, grant).is_none() {
            let own = Request::of(grant.grant_type);
            let (word, block) = (grant.grant_type.word(), own.map_or("token_request", Request::key));
            let message = format!(
                "no RFC names a `grant_type` for `{word}`; write `{word}(grant_type = \"…\")`, or `{block}(omit(grant_type))`"
            );
            dx.error(grant.name.at, message);
        }
    }
}

/// Where the token request of a grant leaves `grant_type` out.
fn omitted_grant_type<'d>(declaration: &'d Declaration, grant: &Grant) -> Option<&'d Entry> {
    let block = declaration.block_with(Request::of(grant.grant_type), "omit")?;
    declaration.get(block.request.key())?.get("omit")?.get("grant_type")
}

/// What is left out has no value.
// case: grant/value_of_an_omitted_grant_type
// case: grant/value_of_an_omitted_response_type
pub(super) fn omitted_ones_have_no_value(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    let request = declaration.get(Request::Authorization.key());
    let response_type = request.and_then(|request| request.get("omit")?.get("response_type"));
    for grant in &declaration.grants {
        let grant_type = omitted_grant_type(declaration, grant);
        for (value, omitted) in [(&grant.value, grant_type), (&grant.response_type, response_type)] {
            let (Some(value), Some(omitted)) = (value, omitted) else { continue };
            let omit = format!("omit({})", omitted.word);
            let own = format!("{}({} = \"…\")", grant.grant_type.word(), omitted.word);
            let (at, first, second) = match omitted.name.at < value.at {
                true => (value.at, omit, own),
                false => (omitted.name.at, own, omit),
            };
            dx.error(at, format!("`{second}` contradicts `{first}`; keep one"));
        }
    }
}

/// A token is refreshed in one way.
// case: grant/two_ways_to_refresh
// case: grant/refreshed_and_extended
pub(super) fn refreshes_in_one_way(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    let mut ways: Vec<_> =
        Request::Refresh.grants().iter().filter_map(|way| declaration.grant(*way)).collect();
    ways.sort_by_key(|grant| grant.name.at);
    let [first, others @ ..] = ways.as_slice() else { return };
    for other in others {
        let (known, word) = (first.grant_type.word(), other.grant_type.word());
        let message = format!("`{word}` contradicts `{known}`; an access token is refreshed in one way");
        dx.error(other.name.at, message);
    }
}

/// An extension brings no token, so that the declaration says how long the old one is good then, or where
/// that stands.
// case: grant/extension_without_a_lifetime
// case: grant/extension_of_endless_tokens
pub(super) fn extension_has_a_lifetime(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    let Some(grant) = declaration.grant(GrantType::TokenExtension) else { return };
    let own = declaration.get("refresh_response");
    let answers = || own.into_iter().chain(declaration.get("token_response"));
    if !answers().all(Entry::is_whole) {
        return;
    }
    let lifetime = answers().find_map(|answer| answer.get("expires_in"));
    let is_named = own.is_some_and(|own| own.get("fields").is_some_and(|it| it.get("expires_in").is_some()));
    if let Some(never) = lifetime.and_then(|lifetime| lifetime.get("never")) {
        let message =
            "`never` contradicts `token_extension`, which prolongs tokens that end; write `default = \"…\"`";
        dx.error(never.name.at, message);
    } else if !is_named && lifetime.is_none_or(|lifetime| lifetime.get("default").is_none()) {
        let message = "nothing says how long an extended token is good; add `refresh_response(expires_in(default = \"…\"))`";
        dx.error(grant.name.at, message);
    }
}

/// An access token is exchanged for another one, so that a first one comes from elsewhere.
// case: grant/only_long_lived_token
pub(super) fn exchange_has_a_first_token(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    let is_first =
        |grant: &Grant| grant.grant_type.asks_for_scopes() && grant.grant_type != GrantType::RefreshToken;
    if !declaration.grants_are_whole() || declaration.grants.iter().any(is_first) {
        return;
    }
    let is_exchange =
        |grant: &&Grant| !grant.grant_type.asks_for_scopes() && !grant.grant_type.takes_refresh_tokens();
    if let Some(grant) = declaration.grants.iter().find(is_exchange) {
        let word = grant.grant_type.word();
        let message = format!(
            "`{word}` can't obtain a first token; declare a grant beside it that does, such as `authorization_code`"
        );
        dx.error(grant.name.at, message);
    }
}

/// A token in a callback is one of the implicit grant (RFC 6749 section 4.2.2).
// case: grant/response_type_of_implicit
pub(super) fn code_comes_alone(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    let Some(grant) = declaration.grant(GrantType::AuthorizationCode) else { return };
    if let Some(text) = &grant.response_type
        && text.value.split(' ').any(|word| word == "token")
    {
        let message = "`token` brings an access token in the URL, which leaks it (RFC 9700 section 2.1.2); remove it, or declare `implicit(because = \"…\")`";
        dx.error(text.at, message);
    }
}
