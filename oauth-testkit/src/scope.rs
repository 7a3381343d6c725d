//! Requested scopes against the declared ones (RFC 6749 section 3.3).

use crate::refusal::Refusal;
use oauth_core::metadata::{GrantMetadata, Metadata};

/// The scopes of a request; the grant's default ones where it names none.
pub(crate) fn requested(
    metadata: &Metadata,
    grant: &GrantMetadata,
    scope: Option<&str>,
) -> Result<Vec<String>, Refusal> {
    let Some(scope) = scope else {
        return Ok(grant.default_scopes.iter().map(|scope| (*scope).to_owned()).collect());
    };
    scope.split(metadata.scope_delimiter).map(|scope| checked(metadata, grant, scope)).collect()
}

fn checked(metadata: &Metadata, grant: &GrantMetadata, scope: &str) -> Result<String, Refusal> {
    let declared = metadata.scopes.iter().find(|declared| declared.value == scope);
    let grant_type = grant.grant_type;
    match declared {
        Some(declared) if !declared.grants.is_empty() && !declared.grants.contains(&grant_type) => {
            let grant = grant_type.as_str();
            Err(Refusal::invalid_scope(format!("`{scope}` can't be asked for with the grant `{grant}`")))
        }
        Some(_) => Ok(scope.to_owned()),
        None if metadata.custom_scopes && is_scope_token(scope) && !is_list(metadata, scope) => {
            Ok(scope.to_owned())
        }
        None => Err(Refusal::invalid_scope(format!(
            "`{scope}` is not a declared scope; scopes are joined by `{}`",
            metadata.scope_delimiter
        ))),
    }
}

fn is_scope_token(scope: &str) -> bool {
    !scope.is_empty() && scope.bytes().all(|byte| matches!(byte, 0x21 | 0x23..=0x5b | 0x5d..=0x7e))
}

/// Whether a scope is several declared ones behind a delimiter that is not the declared one.
fn is_list(metadata: &Metadata, scope: &str) -> bool {
    let is_declared = |part: &&str| metadata.scopes.iter().any(|declared| declared.value == *part);
    scope.split([' ', ',', '+', ';', '|']).filter(is_declared).count() > 1
}

/// A second set of scopes, in a parameter of its own: any grant may ask for them.
pub(crate) fn second(metadata: &Metadata, scope: &str) -> Result<Vec<String>, Refusal> {
    let is_known = |scope: &str| {
        metadata.scopes.iter().any(|declared| declared.value == scope)
            || metadata.custom_scopes && is_scope_token(scope)
    };
    let scopes = scope.split(metadata.scope_delimiter);
    match scopes.clone().find(|scope| !is_known(scope)) {
        Some(unknown) => Err(Refusal::invalid_scope(format!("`{unknown}` is not a declared scope"))),
        None => Ok(scopes.map(str::to_owned).collect()),
    }
}

/// Scopes as an answer has them, behind its own delimiter or that of requests.
pub(crate) fn answered(metadata: &Metadata, delimiter: Option<char>, scope: &[String]) -> String {
    scope.join(delimiter.unwrap_or(metadata.scope_delimiter).encode_utf8(&mut [0; 4]))
}

/// Scopes as a request has them.
pub(crate) fn joined(metadata: &Metadata, scope: &[String]) -> String {
    scope.join(metadata.scope_delimiter.encode_utf8(&mut [0; 4]))
}
