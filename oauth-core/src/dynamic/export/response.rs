//! What comes back, and what happens afterwards.

use super::super::data::Data;
use super::{Members, because};
use crate::metadata::{
    AbsentExpiry, ActiveFormat, AnswerFormat, ApiBaseFormat, BearerFormat, CallbackFormat, CallbackMode,
    Condition, ErrorResponseFormat, ExpiryFormat, ExpiryUnit, Metadata, Test, TokenCarrier,
    TokenResponseFormat,
};

pub(super) fn blocks(members: &mut Members, metadata: &Metadata) {
    members.set("callback", callback(&metadata.callback).or_nothing());
    members.set("token_response", token_response(&metadata.token_response).or_nothing());
    if metadata.introspection_response.active == ActiveFormat::Status {
        members.set("introspection_response", object("active", Data::text("status")));
    }
    if let Some(base) = &metadata.userinfo_response.api_base {
        members.set("userinfo_response", object("api_base", Data::Object(api_base(base).0)));
    }
    members.set("error_response", error_response(&metadata.error_response).or_nothing());
    members.set("bearer", bearer(metadata, &metadata.bearer).or_nothing());
}

fn object(name: &str, value: Data) -> Data {
    Data::Object(vec![(name.to_owned(), value)])
}

fn callback(format: &CallbackFormat) -> Members {
    let mut keys = Members::default();
    keys.set("iss", format.iss_required.then(|| Data::text("required")));
    keys.set("mode", (format.mode == CallbackMode::FormPost).then(|| Data::text("form_post")));
    keys.text("code", (format.code != "code").then_some(format.code));
    keys.text("error", (format.error != "error").then_some(format.error));
    keys.set("map", map(format.error_map));
    keys.list("capture", format.capture, |name| Data::text(*name));
    keys.pairs("echo", format.echo);
    keys.text("hmac_sha256", format.hmac_sha256);
    keys.pairs("equals", format.equals);
    keys.list("learn", format.learn, |learnt| {
        if learnt.variable.contains('.') {
            object("variable", Data::texts([learnt.variable, learnt.parameter]))
        } else {
            object(learnt.variable, Data::text(learnt.parameter))
        }
    });
    keys
}

fn token_response(format: &TokenResponseFormat) -> Members {
    let mut keys = Members::default();
    let written = match format.format {
        AnswerFormat::Json => None,
        AnswerFormat::JsonOfAnyType => Some("json_of_any_type"),
        AnswerFormat::Form => Some("form"),
        AnswerFormat::JsonOrForm => Some("json_or_form"),
        AnswerFormat::Jsonp => Some("jsonp"),
    };
    keys.text("format", written);
    keys.text("root", (!format.root.is_empty()).then_some(format.root));
    keys.pairs("fields", format.fields);
    keys.set("expires_in", expiry(&format.expires_in));
    keys.set("refresh_token_expires_in", expiry(&format.refresh_token_expires_in));
    keys.set("scope", format.scope_delimiter.map(|it| object("delimiter", Data::text(it.to_string()))));
    let aliases = format.bearer_aliases;
    let aliases = (!aliases.is_empty()).then(|| object("alias", Data::texts(aliases.iter().copied())));
    keys.set("token_type", aliases);
    keys.pairs("also", format.also);
    if let Some(base) = &format.api_base {
        keys.set("api_base", api_base(base).or_nothing());
    }
    keys
}

fn api_base(format: &ApiBaseFormat) -> Members {
    let mut keys = Members::default();
    keys.text("member", Some(format.member));
    keys.list("hosts", format.hosts, |host| Data::text(*host));
    keys.text("path", (!format.path.is_empty()).then_some(format.path));
    keys
}

fn expiry(format: &ExpiryFormat) -> Option<Data> {
    let mut words = Vec::new();
    match format.absent {
        AbsentExpiry::Unknown => {}
        AbsentExpiry::Never => words.push(Data::text("never")),
        AbsentExpiry::Seconds(seconds) => words.push(object("default", Data::text(seconds.to_string()))),
    }
    match format.unit {
        ExpiryUnit::Seconds => {}
        ExpiryUnit::Milliseconds => words.push(Data::text("milliseconds")),
        ExpiryUnit::UnixSeconds => words.push(Data::text("unix")),
        ExpiryUnit::UnixMilliseconds => words.push(Data::text("unix_milliseconds")),
        ExpiryUnit::Rfc3339 => words.push(Data::text("rfc3339")),
    }
    if format.zero_is_never {
        words.push(object("zero", Data::text("never")));
    }
    (!words.is_empty()).then_some(Data::List(words))
}

fn error_response(format: &ErrorResponseFormat) -> Members {
    let mut keys = Members::default();
    keys.set("format", format.text.then(|| Data::text("text")));
    keys.list("when", format.when, |Condition { member, test }| match test {
        Test::Present => object("present", Data::texts([*member])),
        Test::Equals(value) => object("equals", Data::texts([*member, *value])),
        Test::Differs(value) => object("differs", Data::texts([*member, *value])),
    });
    keys.text("code", format.code);
    keys.text("description", format.description);
    keys.set("map", map(format.map));
    keys
}

/// Standard codes, each with the provider's own; several in a list.
fn map(pairs: &[(&str, &str)]) -> Option<Data> {
    let mut codes: Vec<(&str, Vec<&str>)> = Vec::new();
    for (standard, wire) in pairs {
        match codes.iter_mut().find(|(known, _)| known == standard) {
            Some((_, wires)) => wires.push(wire),
            None => codes.push((standard, vec![wire])),
        }
    }
    let code = |(standard, wires): (&str, Vec<&str>)| {
        let value = match wires.as_slice() {
            [wire] => Data::text(*wire),
            _ => Data::texts(wires),
        };
        (standard.to_owned(), value)
    };
    (!codes.is_empty()).then(|| Data::Object(codes.into_iter().map(code).collect()))
}

fn bearer(metadata: &Metadata, format: &BearerFormat) -> Members {
    let mut keys = Members::default();
    match format.carrier {
        TokenCarrier::Scheme("Bearer") => {}
        TokenCarrier::Scheme(scheme) => keys.text("scheme", Some(scheme)),
        TokenCarrier::Header(header) => keys.text("header", Some(header)),
        TokenCarrier::Query(parameter) => keys.text("query", Some(parameter)),
    }
    keys.pairs("headers", format.headers);
    let reason =
        because(metadata, "bearer(query").or_else(|| because(metadata, "{client_secret} in bearer("));
    keys.set("because", reason);
    keys
}
