//! What goes out.

use super::super::data::Data;
use super::{Members, because_in, method};
use crate::metadata::{
    BodyFormat, GrantMetadata, GrantType, JsonType, Metadata, Method, ParameterMetadata, ParameterValue,
    RequestAuth, RequestFormat, RevocableTokens,
};

pub(super) fn blocks(members: &mut Members, metadata: &Metadata) {
    let default = Metadata::DEFAULT;
    let mut add = |name: &str, format: &RequestFormat, base: &RequestFormat| {
        members.set(name, block(name, metadata, format, base).or_nothing());
    };
    add("authorization_request", metadata.authorization_request, default.authorization_request);
    // What the code's request has is that of all, since that grant has no block of its own.
    let shared = metadata.grant(GrantType::AUTHORIZATION_CODE).map_or(RequestFormat::DEFAULT, without_scope);
    add("token_request", &shared, &RequestFormat::DEFAULT);
    for (name, grant_type) in [
        ("client_credentials_request", GrantType::CLIENT_CREDENTIALS),
        ("password_request", GrantType::PASSWORD),
        ("refresh_request", GrantType::REFRESH_TOKEN),
        ("refresh_request", GrantType::ACCESS_TOKEN_REFRESH),
        ("refresh_request", GrantType::TOKEN_EXTENSION),
        ("long_lived_token_request", GrantType::LONG_LIVED_TOKEN),
    ] {
        if let Some(grant) = metadata.grant(grant_type) {
            add(name, &without_scope(grant), &shared);
        }
    }
    add("revocation_request", metadata.revocation_request, default.revocation_request);
    add("introspection_request", metadata.introspection_request, default.introspection_request);
    add("userinfo_request", metadata.userinfo_request, default.userinfo_request);
}

/// That a refresh sends its scopes stands in its grant, and is the last of what it sends.
fn without_scope(grant: &GrantMetadata) -> RequestFormat {
    let send = match grant.request.send.split_last() {
        Some((&"scope", others)) if grant.grant_type == GrantType::REFRESH_TOKEN => others,
        _ => grant.request.send,
    };
    RequestFormat { send, ..*grant.request }
}

/// The keys in which a request differs from another.
fn block(name: &str, metadata: &Metadata, format: &RequestFormat, base: &RequestFormat) -> Members {
    let mut keys = Members::default();
    if format.method != base.method {
        let methods = format.method.iter().map(|method| {
            Data::text(match method {
                Method::Get => "get",
                Method::Post => "post",
                Method::Delete => "delete",
            })
        });
        keys.set("method", with_reason(metadata, name, "method(", methods.collect()));
    }
    if format.body != base.body {
        let body = match format.body {
            BodyFormat::Form => "form",
            BodyFormat::Json => "json",
            BodyFormat::Query => "query",
            BodyFormat::Multipart => "multipart",
        };
        keys.set("body", with_reason(metadata, name, "body(", vec![Data::text(body)]));
    }
    if format.auth != base.auth {
        let auth = match format.auth {
            RequestAuth::ClientAuthentication => None,
            RequestAuth::Method(other) => Some(Data::List(vec![method(metadata, &[name, "auth"], other)])),
            RequestAuth::Bearer => Some(Data::text("bearer")),
            RequestAuth::Identifier => Some(Data::text("client_id")),
            RequestAuth::Nothing => Some(Data::text("nothing")),
        };
        keys.set("auth", auth);
    }
    if format.params.iter().map(parameter).ne(base.params.iter().map(parameter)) {
        keys.set("params", Data::Object(format.params.iter().map(parameter).collect()));
    }
    let differs = |pairs: &[(&str, &str)], other: &[(&str, &str)]| pairs != other;
    if differs(format.query, base.query) {
        keys.pairs("query", format.query);
    }
    if differs(format.headers, base.headers) {
        keys.pairs("headers", format.headers);
    }
    if differs(format.rename, base.rename) {
        keys.pairs("rename", format.rename);
    }
    if format.omit != base.omit {
        keys.list("omit", format.omit, |name| Data::text(*name));
    }
    if format.send != base.send {
        keys.list("send", format.send, |name| Data::text(*name));
    }
    keys.text("fragment", format.fragment);
    let tokens = match format.tokens {
        RevocableTokens::Both => None,
        // A token in the header is an access token.
        RevocableTokens::AccessOnly => format.name("token").map(|_| "access_token"),
        RevocableTokens::RefreshOnly => Some("refresh_token"),
    };
    keys.text("tokens", tokens);
    keys
}

/// A list of words, with the reason if they depart from a rule.
fn with_reason(metadata: &Metadata, block: &str, what: &str, mut words: Vec<Data>) -> Data {
    let first = if let Some(Data::Text(word)) = words.first() { word.as_str() } else { "" };
    if let Some(because) = because_in(metadata, &[block], &format!("{what}{first}")) {
        words.push(Data::Object(vec![("because".to_owned(), because)]));
    }
    Data::List(words)
}

fn parameter(parameter: &ParameterMetadata) -> (String, Data) {
    let json = match parameter.json {
        JsonType::Quoted => None,
        JsonType::Number => Some("number"),
        JsonType::Boolean => Some("boolean"),
        JsonType::Array => Some("array"),
    };
    let word = |word: &str| Data::texts([word].into_iter().chain(json));
    let some = |word: &str, values: &[&str]| {
        let values = (word.to_owned(), Data::texts(values.iter().copied()));
        Data::Object(
            [values].into_iter().chain(json.map(|json| (json.to_owned(), Data::nothing()))).collect(),
        )
    };
    let value = match parameter.value {
        ParameterValue::Fixed(text) if json.is_some() => Data::Literal(text.to_owned()),
        // Elsewhere than in a pair it would read as what the parameter carries.
        ParameterValue::Fixed(text @ ("optional" | "random" | "required" | "scopes")) => {
            return ("parameter".to_owned(), Data::texts([parameter.name, text]));
        }
        ParameterValue::Fixed(text) | ParameterValue::Template(text) => Data::text(text),
        ParameterValue::Optional => word("optional"),
        ParameterValue::Required => word("required"),
        ParameterValue::OneOf(values) => some("one_of", values),
        ParameterValue::SomeOf(values) => some("some_of", values),
        ParameterValue::ScopeList => word("scopes"),
        ParameterValue::Random => word("random"),
    };
    (parameter.name.to_owned(), value)
}
