//! Error answers (RFC 6749 section 5.2), in the declared shape.

use crate::refusal::{self, Refusal};
use crate::shape;
use http::{Response, StatusCode};
use oauth_core::metadata::{Metadata, Test, TokenResponseFormat};
use serde_json::{Value, json};

/// The answer of an endpoint that a client asks directly.
pub(crate) fn declared(
    refusal: &Refusal,
    metadata: &Metadata,
    format: &TokenResponseFormat,
    accepts_json: bool,
) -> Response<Vec<u8>> {
    if metadata.error_response.text {
        let text = refusal::text(StatusCode::UNAUTHORIZED, "text/plain", "Unauthorized");
        return refusal.with_headers(metadata, text);
    }
    let body = body(refusal, metadata);
    // Providers with a condition of their own use it since their status says nothing.
    let says_nothing = !metadata.error_response.when.is_empty()
        && matches!(refusal.error, error if error != "invalid_token" && error != "server_error")
        && matches!(refusal.status, StatusCode::BAD_REQUEST | StatusCode::UNAUTHORIZED);
    let status = if says_nothing { StatusCode::OK } else { refusal.status };
    refusal.with_headers(metadata, shape::write(format, accepts_json, status, &body))
}

/// The answer of the RFC, whatever the declaration says of the authorization server.
pub(crate) fn standard(refusal: &Refusal, metadata: &Metadata) -> Response<Vec<u8>> {
    let body = json!({"error": refusal.error, "error_description": refusal.description()});
    refusal.with_headers(metadata, refusal::json(refusal.status, &body))
}

fn body(refusal: &Refusal, metadata: &Metadata) -> Value {
    let format = &metadata.error_response;
    let mut body = json!({});
    let condition = format.when.first();
    if let Some(condition) = condition {
        shape::decide(&mut body, condition, true);
    }
    let code = format.code.first().unwrap_or(&"error");
    let is_fixed = |condition: &oauth_core::metadata::Condition| {
        same(condition.member, code) && matches!(condition.test, Test::Equals(_))
    };
    if !condition.is_some_and(is_fixed) {
        shape::set(&mut body, code, shape::typed(on_the_wire(format.map, refusal.error)));
    }
    let description = format.description.first().unwrap_or(&"error_description");
    shape::set(&mut body, description, refusal.description().into());
    body
}

fn same(one: &str, other: &str) -> bool {
    one.trim_start_matches('/') == other.trim_start_matches('/')
}

/// The provider's own word for a standard error code.
pub(crate) fn on_the_wire(map: &[(&'static str, &'static str)], error: &'static str) -> &'static str {
    map.iter().find(|(standard, _)| *standard == error).map_or(error, |(_, wire)| wire)
}
