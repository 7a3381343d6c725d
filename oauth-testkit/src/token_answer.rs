//! The token answer (RFC 6749 section 5.1), in the declared shape.

use crate::refusal;
use crate::scope;
use crate::state::{Issued, State};
use http::{Response, StatusCode};
use serde_json::{Map, Value};

pub(crate) fn response(state: &State, issued: Issued) -> Response<Vec<u8>> {
    let settings = &state.settings;
    let mut answer = Map::new();
    answer.insert("access_token".to_owned(), issued.access_token.into());
    answer.insert("token_type".to_owned(), issued.token_type.into());
    if let Some(lifetime) = settings.access_token_lifetime {
        answer.insert("expires_in".to_owned(), lifetime.as_secs().into());
    }
    if let Some(refresh_token) = issued.refresh_token {
        answer.insert("refresh_token".to_owned(), refresh_token.into());
        let declared = crate::token_answer::refresh_lifetime_member(state.metadata);
        if let (Some(name), Some(lifetime)) = (declared, settings.refresh_token_lifetime) {
            answer.insert(name.to_owned(), lifetime.as_secs().into());
        }
    }
    if !issued.scope.is_empty() {
        answer.insert("scope".to_owned(), scope::joined(state.metadata, &issued.scope).into());
    }
    answer.extend(settings.extra.clone());
    refusal::json(StatusCode::OK, &Value::Object(answer))
}

/// The member for the lifetime of the refresh token, if one is declared.
pub(crate) fn refresh_lifetime_member(metadata: &oauth_core::metadata::Metadata) -> Option<&'static str> {
    let mut fields = metadata.token_response.fields.iter();
    fields.find(|(name, _)| *name == "refresh_token_expires_in").map(|(_, member)| *member)
}
