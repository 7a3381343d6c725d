//! What goes out and what comes back.

use crate::declaration::{Declaration, ParameterKind};
use crate::diagnostics::Diagnostics;
use crate::item::Subject;
use crate::item::Text;
use crate::read::Entry;
use crate::vocabulary::Endpoint;

/// A peculiarity belongs to a message, and a message to an endpoint.
// case: message/request_without_endpoint
// case: message/bearer_without_api_base
// case: message/redirect_uri_without_login
pub(super) fn blocks_have_their_endpoint(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    for (block, endpoint) in [
        ("authorization_request", Endpoint::Authorization),
        ("callback", Endpoint::Authorization),
        ("redirect_uri", Endpoint::Authorization),
        ("revocation_request", Endpoint::Revocation),
        ("introspection_request", Endpoint::Introspection),
        ("introspection_response", Endpoint::Introspection),
        ("bearer", Endpoint::Api),
    ] {
        let key = endpoint.key();
        // Where a grant needs the endpoint, its absence has been reported there.
        if let Some(entry) = declaration.get(block)
            && declaration.get(key).is_none()
            && !declaration.needs(endpoint)
        {
            let message = format!(
                "`{block}` is about `{key}`, which is not declared; add `{key} = \"https://…\"`, or remove it"
            );
            dx.error(entry.name.at, message);
        }
    }
}

/// A token in a URL ends in logs (RFC 6750 section 5.3); the client's secret would be beside it.
// case: message/token_in_the_url
// case: message/token_nowhere
pub(super) fn tokens_stay_out_of_urls(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    let Some(request) = declaration.get("introspection_request") else { return };
    let omit = request.get("omit").and_then(Entry::choice);
    let method = request.get("method").and_then(|method| method.words().first());
    match (omit, method) {
        (Some(omit), _) if request.get("auth").is_none() => dx.error(
            omit.name.at,
            "without `token` nothing says which token is meant; add `auth(bearer)`, which sends it in a header",
        ),
        (None, Some(get)) if get.word == "get" => dx.error(
            get.name.at,
            "a GET shows the token in the URL (RFC 6750 section 5.3); add `auth(bearer), omit(token)`",
        ),
        _ => {}
    }
}

/// A 401 for the client itself would read as one for the token.
// case: message/status_of_the_client
pub(super) fn status_is_about_the_token(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    if let Some(status) = declaration.choice(&["introspection_response", "active"])
        && declaration.choice(&["introspection_request", "auth"]).is_none()
    {
        let message = "a 401 for a wrong client secret would read as an inactive token; add `introspection_request(auth(bearer))`";
        dx.error(status.name.at, message);
    }
}

/// Every authorization endpoint takes GET, which is what a link can send (RFC 6749 section 3.1).
// case: message/authorization_without_get
pub(super) fn authorization_takes_get(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    if let Some(method) = declaration.get("authorization_request").and_then(|request| request.get("method"))
        && let Some(first) = method.words().first()
        && first.word != "get"
    {
        let message = "an authorization endpoint takes GET, and POST besides (RFC 6749 section 3.1); write `method(get, post)`";
        dx.error(first.name.at, message);
    }
}

/// The parameters that the client sets itself (RFC 6749 sections 4.1.1 and 4.1.3, RFC 7636).
const MANAGED_PARAMETERS: &[&str] = &[
    "client_id",
    "client_secret",
    "code",
    "code_challenge",
    "code_challenge_method",
    "code_verifier",
    "grant_type",
    "nonce",
    "password",
    "redirect_uri",
    "refresh_token",
    "request",
    "request_uri",
    "response_type",
    "scope",
    "state",
    "username",
];

/// A declared parameter can't override what protects the login.
// case: message/managed_parameter
pub(super) fn parameters_are_not_managed(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    for name in declaration.parameters.iter().map(|parameter| &parameter.name) {
        if MANAGED_PARAMETERS.contains(&name.to_string().as_str()) {
            dx.error(name.at, format!("the parameter `{name}` is managed by the client; remove it"));
        }
    }
}

/// A parameter is sent once (RFC 6749 section 3.1).
// case: message/duplicate_parameter
pub(super) fn parameters_stand_once(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    let parameters = &declaration.parameters;
    for (at, parameter) in parameters.iter().enumerate() {
        let name = &parameter.name;
        if parameters.iter().take(at).any(|first| first.name == *name) {
            dx.error(
                name.at,
                format!("the parameter `{name}` is declared twice (RFC 6749 section 3.1); keep one"),
            );
        }
    }
}

/// What stands in a URL is sent beside what the client adds, and nothing may be sent twice (RFC 6749
/// sections 3.1 and 3.2).
// case: message/managed_parameter_in_a_url
// case: message/parameter_repeats_the_url
pub(super) fn queries_repeat_nothing(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    for url in &declaration.urls {
        let Some((query, template)) = url.template.as_ref().and_then(|it| Some((it.query.clone()?, it)))
        else {
            continue;
        };
        let mut start = query.start;
        for pair in template.part(&query).split('&') {
            let name = pair.split('=').next().unwrap_or_default();
            let range = start..start.saturating_add(name.len());
            start = start.saturating_add(pair.len()).saturating_add(1);
            let is_token = matches!(url.endpoint, Endpoint::Revocation | Endpoint::Introspection)
                && matches!(name, "token" | "token_type_hint");
            let message = if is_token || MANAGED_PARAMETERS.contains(&name) {
                format!("the parameter `{name}` is managed by the client; remove it from the URL")
            } else if url.endpoint == Endpoint::Authorization
                && declaration.parameters.iter().any(|parameter| parameter.name.text == name)
            {
                format!(
                    "the parameter `{name}` is declared in `params(...)` too (RFC 6749 section 3.1); keep one"
                )
            } else {
                continue;
            };
            dx.error(url.text.at.bytes(range), message);
        }
    }
}

/// A choice names each value once.
// case: message/duplicate_value
pub(super) fn values_stand_once(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    for parameter in &declaration.parameters {
        let ParameterKind::OneOf(values) = &parameter.kind else { continue };
        for (at, value) in values.iter().enumerate() {
            let wire = value.value_without_prefix();
            if values.iter().take(at).any(|first| first.value_without_prefix() == wire) {
                let message = format!("`{}` offers `{wire}` twice; keep one", parameter.name);
                dx.error(value.value_at(), message);
            }
        }
    }
}

/// Header names are tokens (RFC 9110 section 5.1).
// case: message/character_in_header_name
pub(super) fn header_names_are_tokens(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    let is_token = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c);
    for name in declaration.headers.iter().map(|header| &header.name) {
        if name.value.is_empty() || !name.value.chars().all(is_token) {
            let message = format!(
                "`{}` is not a header name (RFC 9110 section 5.1); use letters, digits and hyphens",
                name.value.escape_debug()
            );
            dx.error(name.at, message);
        }
    }
}

/// The headers that the client or the transport sets itself.
const MANAGED_HEADERS: &[&str] =
    &["authorization", "connection", "content-length", "cookie", "host", "transfer-encoding"];

/// A declared header can't replace the token or redirect the request.
// case: message/managed_header
pub(super) fn headers_are_not_managed(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    for name in declaration.headers.iter().map(|header| &header.name) {
        if MANAGED_HEADERS.contains(&name.value.to_ascii_lowercase().as_str()) {
            dx.error(name.at, format!("the header `{}` is managed by the client; remove it", name.value));
        }
    }
}

/// A header is sent once.
// case: message/duplicate_header
pub(super) fn headers_stand_once(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    let names: Vec<_> = declaration.headers.iter().map(|header| &header.name).collect();
    for (at, name) in names.iter().enumerate() {
        if names.iter().take(at).any(|first| first.value.eq_ignore_ascii_case(&name.value)) {
            dx.error(name.at, format!("the header `{}` is declared twice; keep one", name.value));
        }
    }
}

/// A line break in a value would start another header (RFC 9110 section 5.5).
// case: message/control_character_in_header
pub(super) fn header_values_are_text(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    for header in &declaration.headers {
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

/// `Bearer` needs no alias, in whatever case, and an alias stands once.
// case: message/alias_for_bearer
// case: message/duplicate_alias
pub(super) fn aliases_say_something(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    let aliases = &declaration.aliases;
    for (at, alias) in aliases.iter().enumerate() {
        let is = |other: &str| alias.value.eq_ignore_ascii_case(other);
        let repeats = |first: &Text| first.value.eq_ignore_ascii_case(&alias.value);
        if is("bearer") {
            dx.error(alias.at, "`Bearer` is understood in any case (RFC 6749 section 5.1); remove the alias");
        } else if is("") {
            dx.error(alias.at, "an empty alias; a missing `token_type` is understood anyway");
        } else if aliases.iter().take(at).any(repeats) {
            dx.error(alias.at, format!("the alias `{}` is given twice; keep one", alias.value));
        }
    }
}

/// The members of RFC 6749 sections 5.1 and 5.2.
const STANDARD_MEMBERS: &[&str] = &[
    "access_token",
    "error",
    "error_description",
    "error_uri",
    "expires_in",
    "refresh_token",
    "scope",
    "token_type",
];

/// A member of a JSON object has a name, and one meaning.
// case: message/field_without_a_name
// case: message/field_with_a_standard_name
pub(super) fn fields_have_a_name(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    let fields = declaration.get("token_response").and_then(|response| response.get("fields"));
    for field in fields.map(|fields| fields.words()).unwrap_or_default() {
        let (word, Some(text)) = (field.word, field.text()) else { continue };
        let value = text.value.as_str();
        let fact = match value {
            "" => format!("`{word}` needs the name of a member"),
            _ if STANDARD_MEMBERS.contains(&value) => {
                format!("`{value}` has a meaning of its own (RFC 6749 section 5)")
            }
            _ => continue,
        };
        dx.error(text.at, format!("{fact}; write `{word} = \"{word}\"`"));
    }
}
