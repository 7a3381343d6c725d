//! Methods of client authentication.

use super::departed;
use crate::declaration::Departed;
use crate::departure::Departure;
use crate::diagnostics::{Diagnostics, unknown};
use crate::read::Entry;
use crate::vocabulary::{ClientAuth, Encoding};

/// The methods of a list.
pub(super) fn methods(
    dx: &mut Diagnostics,
    departures: &mut Vec<Departed>,
    entry: &Entry,
) -> Vec<ClientAuth> {
    let mut methods = Vec::new();
    for entry in entry.words() {
        methods.extend(method(dx, departures, entry));
    }
    methods
}

/// The method of a word, if it is one. An argument that is missing has a rule of its own.
pub(super) fn method(
    dx: &mut Diagnostics,
    departures: &mut Vec<Departed>,
    entry: &Entry,
) -> Option<ClientAuth> {
    let text = |word| entry.get(word).and_then(Entry::text).map(|text| text.value.clone());
    let departure = match entry.word {
        "client_secret_basic_and_post" => Some(Departure::BasicAndPost),
        "client_secret_header" => Some(Departure::SecretHeader),
        "client_secret_digest" => Some(Departure::SecretDigest),
        _ => None,
    };
    departures.extend(departure.and_then(|from| departed(from, entry, entry)));
    Some(match entry.word {
        "client_secret_basic" => ClientAuth::Basic(encoding(dx, departures, entry)),
        "client_secret_post" => ClientAuth::Post,
        "client_secret_basic_and_post" => ClientAuth::BasicAndPost,
        "client_secret_header" => ClientAuth::Header {
            name: text("name").unwrap_or_default(),
            scheme: text("scheme"),
            client_id: text("client_id"),
        },
        "client_secret_digest" => ClientAuth::Digest {
            parameter: text("parameter").unwrap_or_default(),
            separator: text("separator").unwrap_or_default(),
        },
        "none" if entry.get("basic").is_some() => ClientAuth::NoneBasic,
        "none" => ClientAuth::None,
        _ => return None,
    })
}

// case: client_auth/unknown_encoding
fn encoding(dx: &mut Diagnostics, departures: &mut Vec<Departed>, entry: &Entry) -> Encoding {
    let Some(encoding) = entry.get("encoding").and_then(Entry::text) else { return Encoding::Form };
    let (encoding, departure) = match encoding.value.as_str() {
        "form" => return Encoding::Form,
        "raw" => (Encoding::Raw, Departure::RawBasic),
        "secret_as_username" => (Encoding::SecretAsUsername, Departure::SecretAsUsername),
        other => {
            dx.error(encoding.at, unknown("encoding", other, &["form", "raw", "secret_as_username"]));
            // Whichever was meant, a reason has its place.
            if entry.get("because").is_none() {
                return Encoding::Form;
            }
            (Encoding::Raw, Departure::RawBasic)
        }
    };
    departures.extend(departed(departure, entry, entry));
    encoding
}
