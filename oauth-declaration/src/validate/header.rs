//! Headers, and how an access token is carried.

use crate::declaration::{Block, Declaration, Header};
use crate::diagnostics::Diagnostics;
use crate::item::{Subject, Text};
use crate::read::Entry;
use crate::vocabulary::Request;

/// The lists of headers, each of which belongs to one request.
fn lists(declaration: &Declaration) -> impl Iterator<Item = &[Header]> {
    let blocks = declaration.blocks.iter().map(|block| block.headers.as_slice());
    blocks.chain([declaration.headers.as_slice()])
}

/// The names of headers that carry secrets.
fn carriers(declaration: &Declaration) -> impl Iterator<Item = &Text> {
    let methods = declaration.all_methods().filter(|method| method.word == "client_secret_header");
    let of_methods = methods.flat_map(|method| [method.get("name"), method.get("client_id")]);
    let of_token = declaration.get("bearer").and_then(|bearer| bearer.get("header"));
    of_methods.chain([of_token]).flatten().filter_map(Entry::text)
}

fn is_token(text: &str) -> bool {
    let is_token = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c);
    !text.is_empty() && text.chars().all(is_token)
}

/// Header names are tokens (RFC 9110 section 5.1).
// case: message/character_in_header_name
// case: client_auth/character_in_header_name
// case: bearer/character_in_header_name
pub(super) fn header_names_are_tokens(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    let declared = lists(declaration).flatten().map(|header| &header.name);
    for name in declared.chain(carriers(declaration)).filter(|name| !is_token(&name.value)) {
        let message = format!(
            "`{}` is not a header name (RFC 9110 section 5.1); use letters, digits and hyphens",
            name.value.escape_debug()
        );
        dx.error(name.at, message);
    }
}

/// The headers that the client or the transport sets itself, and those that change how the message travels.
const MANAGED_HEADERS: &[&str] = &[
    "authorization",
    "accept-encoding",
    "connection",
    "content-encoding",
    "content-length",
    "cookie",
    "expect",
    "host",
    "keep-alive",
    "proxy-authorization",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
];

/// A declared header can't replace the token or redirect the request.
// case: message/managed_header
// case: request/managed_header
// case: client_auth/managed_header
// case: message/header_of_the_transport
// case: bearer/managed_header
pub(super) fn headers_are_not_managed(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    let is = |name: &Text, managed: &[&str]| managed.contains(&name.value.to_ascii_lowercase().as_str());
    let in_blocks = declaration.blocks.iter().flat_map(|block| &block.headers);
    let bodies = in_blocks.map(|header| &header.name).filter(|name| is(name, &["content-type"]));
    let declared = lists(declaration).flatten().map(|header| &header.name);
    let declared = declared.filter(|name| is(name, MANAGED_HEADERS));
    // A secret may stand in `Authorization`.
    let transported = MANAGED_HEADERS.split_first().map_or(&[][..], |(_, rest)| rest);
    let carriers = carriers(declaration)
        .filter(|name| is(name, transported) || is(name, &["accept", "content-type", "user-agent"]));
    for name in bodies.chain(declared).chain(carriers) {
        dx.error(name.at, format!("the header `{}` is managed by the client; remove it", name.value));
    }
}

/// A header is sent once.
// case: message/duplicate_header
// case: bearer/header_of_the_token
// case: client_auth/one_header_for_two
// case: client_auth/header_of_the_secret
// case: client_auth/header_of_the_secret_of_one_request
// case: client_auth/header_of_the_identifier
pub(super) fn headers_stand_once(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    for list in lists(declaration) {
        let names: Vec<_> = list.iter().map(|header| &header.name).collect();
        for (at, name) in names.iter().enumerate() {
            if names.iter().take(at).any(|first| first.value.eq_ignore_ascii_case(&name.value)) {
                dx.error(name.at, format!("the header `{}` is declared twice; keep one", name.value));
            }
        }
    }
    let carrier = declaration.get("bearer").and_then(|bearer| bearer.get("header")).and_then(Entry::text);
    for name in declaration.headers.iter().map(|header| &header.name) {
        if carrier.is_some_and(|carrier| carrier.value.eq_ignore_ascii_case(&name.value)) {
            let message = format!("the header `{}` holds the access token; remove it here", name.value);
            dx.error(name.at, message);
        }
    }
    for method in declaration.all_methods().filter(|method| method.word == "client_secret_header") {
        let text = |argument: &str| method.get(argument).and_then(Entry::text);
        let (secret, identifier) = (text("name"), text("client_id"));
        let blocks = declaration.blocks.iter().filter(|block| may_show_a_secret(declaration, block));
        let declared = blocks.flat_map(|block| &block.headers).map(|header| &header.name);
        for name in identifier.into_iter().chain(declared) {
            let is_like = |other: &Text| other.at != name.at && other.value.eq_ignore_ascii_case(&name.value);
            let what = match (secret.is_some_and(is_like), identifier.is_some_and(is_like)) {
                (true, _) => "secret",
                (false, true) => "identifier",
                (false, false) => continue,
            };
            let message = format!("the header `{}` holds the client's {what}; write another", name.value);
            dx.error(name.at, message);
        }
    }
}

/// Whether a header of this request may hold the client's secret: nothing else authenticates it.
fn may_show_a_secret(declaration: &Declaration, block: &Block) -> bool {
    let auth = |request: Request| declaration.get(request.key())?.get("auth");
    // The requests for tokens take from `token_request` what their own blocks lack.
    let inherited = || block.request.token_response().and_then(|_| auth(Request::Token));
    match auth(block.request).or_else(inherited) {
        Some(auth) => auth.get("client_secret_header").is_some(),
        None => block.request != Request::Userinfo,
    }
}

/// A line break in a value would start another header (RFC 9110 section 5.5).
// case: message/control_character_in_header
pub(super) fn header_values_are_text(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    for header in lists(declaration).flatten() {
        let is_text = |c: char| c.is_ascii_graphic() || c == ' ';
        if let Some(c) = header.value.value.chars().find(|c| !is_text(*c)) {
            let message = format!(
                "the character U+{:04X} may not stand in a header (RFC 9110 section 5.5); remove it",
                u32::from(c)
            );
            dx.error(header.value.at, message);
        }
    }
}

/// Where `bearer(...)` has the token.
fn places(declaration: &Declaration) -> impl Iterator<Item = &Entry> {
    let words = declaration.get("bearer").map(Entry::words).unwrap_or_default().iter();
    words.filter(|entry| matches!(entry.word, "scheme" | "header" | "query"))
}

/// A token stands in one place (RFC 6750 section 2).
// case: bearer/two_carriers
pub(super) fn token_stands_in_one_place(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    let mut carriers = places(declaration);
    let Some(first) = carriers.next() else { return };
    for other in carriers {
        let message = format!(
            "`{}` contradicts `{}`; a token stands in one place (RFC 6750 section 2), so keep one",
            other.word, first.word
        );
        dx.error(other.name.at, message);
    }
}

/// Where the one request with a token has it in its form, it stands nowhere else.
// case: bearer/carrier_of_nothing
pub(super) fn carriers_carry_something(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    if !declaration.has_token_in_form()
        || declaration.get("api_base").is_some()
        || declaration.learnt_api_base().is_some()
    {
        return;
    }
    for carrier in places(declaration) {
        let message = format!(
            "the one request with a token has it in its form, by `userinfo_request(send(access_token))`; remove `{}`, or add `api_base = \"https://…\"`",
            carrier.word
        );
        dx.error(carrier.name.at, message);
    }
}

/// A scheme is a token (RFC 9110 section 11.1).
// case: bearer/character_in_scheme
// case: client_auth/character_in_scheme
// case: bearer/empty_scheme
// case: bearer/scheme_is_its_own_name
pub(super) fn schemes_are_tokens(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    let methods = declaration.all_methods().filter(|method| method.word == "client_secret_header");
    let schemes = declaration.get("bearer").into_iter().chain(methods);
    for (entry, scheme) in schemes.filter_map(|entry| Some((entry, entry.get("scheme")?.text()?))) {
        let message = if scheme.value.is_empty() {
            "no scheme is named; write one word such as `OAuth`, or remove it".to_owned()
        } else if !is_token(&scheme.value) {
            format!(
                "`{}` is not a scheme (RFC 9110 section 11.1); write one word, and the space comes by itself",
                scheme.value.escape_debug()
            )
        } else if entry.word == "bearer" && scheme.value.eq_ignore_ascii_case("bearer") {
            "`Bearer` is the scheme anyway (RFC 6750 section 2.1); remove it".to_owned()
        } else {
            continue;
        };
        dx.error(scheme.at, message);
    }
}
