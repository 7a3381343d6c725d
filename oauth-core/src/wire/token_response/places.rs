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

/// Where those and the members of an error stand, from a root. A plain answer costs a copy of what
/// RFC 6749 says.
pub(super) fn places(metadata: &'static Metadata, root: &'static str) -> [Place<'static>; 12] {
    let (format, error) = (&metadata.token_response, metadata.error_response);
    let mut places = STANDARD;
    if !root.is_empty() {
        for (place, name) in places.iter_mut().zip(NAMES).take(5) {
            *place = Place::new(root, name);
        }
    }
    let fields = format.fields.iter().filter_map(|(name, pointer)| {
        Some((NAMES.iter().position(|known| known == name)?, Place::new(root, pointer)))
    });
    let others = [
        (6, format.api_base.map(|api_base| Place::new(root, api_base.member))),
        (10, error.code.map(|pointer| Place::new("", pointer))),
        (11, error.description.map(|pointer| Place::new("", pointer))),
    ];
    for (position, declared) in fields.chain(others.into_iter().filter_map(|(at, place)| Some((at, place?))))
    {
        if let Some(place) = places.get_mut(position) {
            *place = declared;
        }
    }
    places
}

const STANDARD: [Place<'static>; 12] = {
    let [error, description, uri, code, own_description] = error_response::STANDARD;
    [
        Place::member(NAMES[0]),
        Place::member(NAMES[1]),
        Place::member(NAMES[2]),
        Place::member(NAMES[3]),
        Place::member(NAMES[4]),
        Place::UNDECLARED,
        Place::UNDECLARED,
        error,
        description,
        uri,
        code,
        own_description,
    ]
};

pub(super) fn has_refresh_expiry(metadata: &Metadata) -> bool {
    metadata.token_response.fields.iter().any(|(name, _)| *name == "refresh_token_expires_in")
}
