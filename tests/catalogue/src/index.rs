//! [`index`]: the page that lists the providers, and in what each differs from the standard.

use crate::Entry;
use oauth_core::metadata::{GrantType, Metadata, ParameterValue, Pkce, Rotation};
use serde_json::Value;

const HEAD: &str = "\
# Providers

<!-- Generated: `UPDATE_EXPECT=1 cargo test -p oauth-tests-catalogue`. -->

One row per declaration. Scopes are separated by a space and PKCE is S256 unless the row says otherwise.
*Differs in* names the keys in which a declaration departs from RFC 6749 and its companions; how they are
written is in [`KEYS.md`](../oauth-declaration/KEYS.md). *Refresh*: whether the refresh token that was used
`stays`, `rotates` (a new one comes each time) or `may rotate` (nothing is documented).

| provider | grants | scopes by | PKCE | refresh | differs in | sources |
|---|---|---|---|---|---|---|
";

/// The text of `providers/README.md`.
pub fn index(mut entries: Vec<Entry>) -> String {
    entries.sort_by_key(|entry| entry.metadata.name.to_lowercase());
    HEAD.chars().chain(entries.iter().map(row).collect::<String>().chars()).collect()
}

fn row(entry: &Entry) -> String {
    let (metadata, library) = (entry.metadata, entry.library);
    let page = format!("{}/README.md", entry.folder());
    let cells = [
        format!("[`{library}::{}`]({page})", metadata.name),
        grants(metadata),
        delimiter(metadata),
        pkce(metadata).to_owned(),
        refresh(metadata),
        quirks(entry),
        format!("[sources]({page}#sources)"),
    ];
    format!("| {} |\n", cells.join(" | "))
}

fn grants(metadata: &Metadata) -> String {
    let words = metadata.grants.iter().map(|grant| match grant.grant_type {
        GrantType::AUTHORIZATION_CODE => "code",
        GrantType::CLIENT_CREDENTIALS => "client",
        GrantType::REFRESH_TOKEN => "refresh",
        GrantType::LONG_LIVED_TOKEN => "long-lived",
        GrantType::ACCESS_TOKEN_REFRESH => "access token refresh",
        GrantType::TOKEN_EXTENSION => "extension",
        other => other.as_str(),
    });
    words.collect::<Vec<_>>().join(", ")
}

fn delimiter(metadata: &Metadata) -> String {
    if metadata.scope_delimiter == ' ' { String::new() } else { format!("`{}`", metadata.scope_delimiter) }
}

fn pkce(metadata: &Metadata) -> &'static str {
    match metadata.pkce {
        _ if metadata.grant(GrantType::AUTHORIZATION_CODE).is_none() => "–",
        Pkce::S256 => "",
        Pkce::Required => "required",
        Pkce::S256Hex => "hexadecimal",
        Pkce::PublicClients => "public clients",
        _ => "none",
    }
}

fn refresh(metadata: &Metadata) -> String {
    let Some(grant) = metadata.grant(GrantType::REFRESH_TOKEN) else { return "–".to_owned() };
    let rotation = match grant.rotation {
        Rotation::None => "stays",
        Rotation::Strict => "rotates",
        _ => "may rotate",
    };
    match grant.offline_scope {
        Some(scope) => format!("{rotation}; needs `{scope}`"),
        None => rotation.to_owned(),
    }
}

/// What has a column of its own, or is no departure.
const COLUMNS: &[&str] =
    &["name", "variables", "client_auth", "scopes", "scope_delimiter", "custom_scopes", "pkce"];

/// The definition holds the keys that are no default, and nothing else.
fn quirks(entry: &Entry) -> String {
    let Ok(Value::Object(definition)) = serde_json::to_value(&entry.definition) else {
        return String::new();
    };
    let mut words = Vec::new();
    for (key, value) in &definition {
        let is_standard =
            COLUMNS.contains(&key.as_str()) || key == "issuer" || key == "api_base" || key == "ssrf";
        let is_endpoint = ["authorization", "token", "revocation", "introspection", "userinfo"]
            .iter()
            .any(|name| key.strip_suffix("_endpoint") == Some(name));
        match value {
            _ if is_standard || is_endpoint => {}
            Value::Object(grants) if key == "grants" => words.extend(of_grants(grants)),
            Value::Object(keys)
                if key.ends_with("_request") || key.ends_with("_response") || is_block(key) =>
            {
                let is_departure = |inner: &&String| {
                    key != "authorization_request" || *inner != "params" || sends_always(entry.metadata)
                };
                let inner: Vec<_> = keys.keys().filter(is_departure).map(String::as_str).collect();
                if !inner.is_empty() {
                    words.push(format!("{key}({})", inner.join(", ")));
                }
            }
            _ => words.push(key.clone()),
        }
    }
    words.sort();
    words.extend(entry.is_hooked.then(|| "hook".to_owned()));
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}

fn is_block(key: &str) -> bool {
    ["callback", "bearer"].contains(&key)
}

/// A grant's own methods and values on the wire.
fn of_grants(grants: &serde_json::Map<String, Value>) -> Vec<String> {
    let mut words = Vec::new();
    for (grant, arguments) in grants {
        let keys = arguments.as_object().into_iter().flat_map(serde_json::Map::keys).map(String::as_str);
        let own = ["client_auth", "grant_type", "response_type", "send", "issues"];
        let keys: Vec<_> = keys.filter(|key| own.contains(key)).collect();
        if !keys.is_empty() {
            words.push(format!("{grant}({})", keys.join(", ")));
        }
    }
    words
}

/// A parameter that callers may set departs from nothing.
fn sends_always(metadata: &Metadata) -> bool {
    metadata.authorization_request.params.iter().any(|parameter| {
        !matches!(
            parameter.value,
            ParameterValue::Optional
                | ParameterValue::OneOf(_)
                | ParameterValue::SomeOf(_)
                | ParameterValue::ScopeList
        )
    })
}
