//! Definitions of providers in a document: mistakes with their places in it, or a provider whose
//! definition gives the same provider again.

#![no_main]

use libfuzzer_sys::fuzz_target;
use oauth_core::{Metadata, MetadataBuf};
use oauth_fuzz::bounded;
use serde_json::Value;

/// Names of members, and texts: each byte of an input is one of them.
const WORDS: &[&str] = &[
    "x", "", "https://a.example", "https://a.example/x?y=z", "https://{a}.b.example/{b}", "https://{b}/x",
    "http://a.example", "{", "https://[", "https://{c.d}/x", "/data", "/a/b", "*.example.com", "api.example.com", "X-A",
    "Bearer {a}", "{client_id}", "{client_secret}", "3600", "0", ",", "a", "b", "c", "d", "\u{e9}", "host", "host_label",
    "segment", "text", "name", "variables", "issuer", "authorization_endpoint", "token_endpoint", "refresh_endpoint",
    "revocation_endpoint", "introspection_endpoint", "userinfo_endpoint", "api_base", "client_auth",
    "client_secret_basic", "client_secret_post", "client_secret_header", "client_secret_digest", "none", "encoding", "raw",
    "grants", "authorization_code", "client_credentials", "implicit", "password", "refresh_token", "rotation", "strict",
    "send", "scope", "scopes", "default_scopes", "issues", "read", "write", "scope_delimiter", "custom_scopes", "allowed",
    "pkce", "required", "S256", "public_clients", "state", "in_redirect_uri", "redirect_uri", "opaque", "ssrf",
    "deny_private", "allow_any", "authorization_request", "token_request", "refresh_request", "revocation_request",
    "introspection_request", "method", "get", "post", "delete", "params", "optional", "one_of", "some_of", "random", "auth",
    "bearer", "omit", "rename", "token", "callback", "iss", "mode", "form_post", "map", "access_denied", "capture", "echo",
    "equals", "learn", "hmac_sha256", "token_response", "format", "json", "form", "jsonp", "json_or_form", "root", "fields",
    "expires_in", "refresh_token_expires_in", "never", "zero", "unix", "rfc3339", "milliseconds", "default", "delimiter",
    "token_type", "alias", "also", "extra", "crate", "hook", "hosts", "path", "member", "introspection_response", "active",
    "status", "error_response", "when", "present", "differs", "code", "description", "headers", "header", "scheme", "query",
    "body", "fragment", "parameter", "separator", "client_id", "because", "prefix",
];

/// Sound members, so that an input has a short way to a sound definition.
const MEMBERS: &[&str] = &[
    r#""authorization_endpoint": "https://a.example/authorize""#,
    r#""token_endpoint": "https://a.example/token""#,
    r#""authorization_endpoint": "https://{a}.example.com/authorize""#,
    r#""token_endpoint": "https://{a}.example.com/{b}/token""#,
    r#""variables": {"a": "host_label", "b": "segment"}"#,
    r#""variables": {"a": ["x", "y"], "b": "text"}"#,
    r#""client_auth": ["client_secret_post", "client_secret_basic"]"#,
    r#""client_auth": "none""#,
    r#""grants": ["authorization_code"]"#,
    r#""grants": {"client_credentials": {}, "refresh_token": {"rotation": "strict"}}"#,
    r#""scopes": ["read", {"write": "w"}]"#,
    r#""pkce": {"none": {}, "because": "x"}"#,
];

struct Bytes<'a>(&'a [u8]);

impl Bytes<'_> {
    fn next(&mut self) -> usize {
        let Some((first, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        usize::from(*first)
    }

    fn word(&mut self) -> String {
        Value::from(WORDS[self.next() % WORDS.len()]).to_string()
    }

    fn value(&mut self, depth: usize) -> String {
        let kind = self.next();
        match kind % 8 {
            0 | 1 if depth < 5 => {
                let members: Vec<_> = (0..kind / 8 % 4).map(|_| self.member(depth + 1)).collect();
                format!("{{{}}}", members.join(","))
            }
            2 | 3 if depth < 5 => {
                let items: Vec<_> = (0..kind / 8 % 4).map(|_| self.value(depth + 1)).collect();
                format!("[{}]", items.join(","))
            }
            4 => ["true", "false", "null", "7"][kind / 8 % 4].to_owned(),
            _ => self.word(),
        }
    }

    fn member(&mut self, depth: usize) -> String {
        let name = self.word();
        format!("{name}:{}", self.value(depth))
    }

    fn document(&mut self) -> String {
        let mut members = vec![r#""name":"X""#.to_owned()];
        while !self.0.is_empty() {
            let kind = self.next();
            members.push(if kind < 64 { MEMBERS[kind % MEMBERS.len()].to_owned() } else { self.member(0) });
        }
        format!("{{{}}}", members.join(","))
    }
}

/// Whether a path leads somewhere; names may hold what separates them.
fn is_there(value: &Value, path: &str) -> bool {
    if path.is_empty() {
        return true;
    }
    let path = path.strip_prefix('.').unwrap_or(path);
    match value {
        Value::Object(members) => {
            members.iter().any(|(name, value)| path.strip_prefix(&**name).is_some_and(|rest| is_there(value, rest)))
        }
        Value::Array(items) => path.strip_prefix('[').and_then(|path| path.split_once(']')).is_some_and(
            |(index, rest)| {
                index.parse().ok().and_then(|index: usize| items.get(index)).is_some_and(|item| is_there(item, rest))
            },
        ),
        _ => false,
    }
}

fn reload(definition: &MetadataBuf) -> &'static Metadata {
    let json = serde_json::to_string(definition).unwrap();
    MetadataBuf::from_json(&json).unwrap_or_else(|errors| panic!("{errors}\n{json}")).into_metadata()
}

/// Which of the variables are lists of texts; `None` if one is a list of something else.
fn lists(document: &Value) -> Option<Vec<(&str, Vec<&str>)>> {
    let variables = document.get("variables").and_then(Value::as_object);
    let arrays = variables.into_iter().flatten().filter_map(|(name, value)| Some((name, value.as_array()?)));
    arrays.map(|(name, items)| Some((&**name, items.iter().map(Value::as_str).collect::<Option<_>>()?))).collect()
}

// The metadata of a sound definition stay for good, so a long run needs memory.
fuzz_target!(|input: &[u8]| bounded(input.len() + 1, || {
    let json = match input {
        [0, text @ ..] => match std::str::from_utf8(text) {
            Ok(text) => text.to_owned(),
            Err(_) => return,
        },
        words => Bytes(words).document(),
    };
    let document = serde_json::from_str::<Value>(&json).ok();
    match MetadataBuf::from_json(&json) {
        Err(errors) => {
            assert!(errors.iter().next().is_some(), "{json}");
            // Of members with one name, `serde_json` knows the last one only.
            let quotes = |text: &str| text.matches('"').count();
            let is_ambiguous = document.as_ref().is_some_and(|it| quotes(&it.to_string()) != quotes(&json));
            for error in errors.iter().filter(|_| !is_ambiguous) {
                assert!(!error.message().is_empty());
                let is_there = document.as_ref().is_none_or(|document| is_there(document, error.path()));
                assert!(is_there, "no `{}`: {error}\n{json}", error.path());
            }
        }
        Ok(loaded) => {
            let metadata = format!("{:?}", loaded.metadata());
            assert_eq!(format!("{:?}", reload(&loaded)), metadata, "{json}");
            let Some(lists) = lists(document.as_ref().unwrap()) else { return };
            let export = MetadataBuf::from(loaded.metadata());
            let export =
                lists.into_iter().fold(export, |export, (name, values)| export.with_values(name, values));
            assert_eq!(format!("{:?}", reload(&export)), metadata, "{json}");
        }
    }
}));
