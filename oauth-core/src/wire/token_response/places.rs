//! Where the members of a token answer stand, by the RFC or by a declaration.

use crate::metadata::Metadata;
use crate::wire::error_response;
use crate::wire::json::Place;

/// What is known of a token answer.
pub(super) const NAMES: [&str; 7] = [
    "access_token",
    "token_type",
    "expires_in",
    "refresh_token",
    "scope",
    "refresh_token_expires_in",
    "api_base",
];

/// Where the members of a token answer and those of an error stand.
pub(super) enum Places {
    /// Where RFC 6749 has them.
    Standard,
    /// Where a declaration has them.
    Declared([Place<'static>; 12]),
}

impl Places {
    pub(super) fn of(metadata: &'static Metadata) -> Self {
        let (format, error) = (&metadata.token_response, metadata.error_response);
        let is_standard = format.root.is_empty() && format.fields.is_empty() && format.api_base.is_none();
        if is_standard && error.code.is_none() && error.description.is_none() {
            return Self::Standard;
        }
        let [a, b, c, d, e, f, g] = places(metadata, format.root);
        let [h, i, j, k, l] = error_response::places(error);
        Self::Declared([a, b, c, d, e, f, g, h, i, j, k, l])
    }

    pub(super) fn as_slice(&self) -> &[Place<'static>] {
        const STANDARD: &[Place<'static>] = &[
            Place::member("access_token"),
            Place::member("token_type"),
            Place::member("expires_in"),
            Place::member("refresh_token"),
            Place::member("scope"),
            Place::UNDECLARED,
            Place::UNDECLARED,
            Place::member("error"),
            Place::member("error_description"),
            Place::member("error_uri"),
        ];
        match self {
            Self::Standard => STANDARD,
            Self::Declared(places) => places,
        }
    }
}

/// Where the members of a token answer stand, from a root.
pub(super) fn places(metadata: &'static Metadata, root: &'static str) -> [Place<'static>; 7] {
    let format = &metadata.token_response;
    let [access_token, token_type, expires_in, refresh_token, scope, refresh_expiry, _] =
        NAMES.map(|name| Place::new(root, format.field(name)));
    let refresh_expiry = if has_refresh_expiry(metadata) { refresh_expiry } else { Place::UNDECLARED };
    let api_base = format.api_base.map_or(Place::UNDECLARED, |api_base| Place::new(root, api_base.member));
    [access_token, token_type, expires_in, refresh_token, scope, refresh_expiry, api_base]
}

pub(super) fn has_refresh_expiry(metadata: &Metadata) -> bool {
    metadata.token_response.fields.iter().any(|(name, _)| *name == "refresh_token_expires_in")
}
