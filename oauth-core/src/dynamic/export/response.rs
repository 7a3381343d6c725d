//! What comes back, and what happens afterwards.

use super::super::data::Data;
use super::{Members, because};
use crate::metadata::{
    AbsentExpiry, ActiveFormat, AnswerFormat, BearerFormat, CallbackFormat, CallbackMode, Condition,
    ErrorResponseFormat, ExpiryFormat, ExpiryUnit, Metadata, Test, TokenCarrier, TokenResponseFormat,
};

pub(super) fn blocks(members: &mut Members, metadata: &Metadata) {
    members.set("callback", callback(&metadata.callback).or_nothing());
    members.set("token_response", token_response(&metadata.token_response).or_nothing());
    if metadata.introspection_response.active == ActiveFormat::Status {
        members.set("introspection_response", object("active", Data::text("status")));
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
    keys.set("error", pointers(format.error).filter(|_| format.error != ["error"]));
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
    keys.set("root", pointers(format.root));
    keys.set("fields", fields(format.fields));
    keys.set("expires_in", expiry(&format.expires_in));
    keys.set("refresh_token_expires_in", expiry(&format.refresh_token_expires_in));
    keys.set("scope", format.scope_delimiter.map(|it| object("delimiter", Data::text(it.to_string()))));
    let aliases = format.bearer_aliases;
    let aliases = (!aliases.is_empty()).then(|| object("alias", Data::texts(aliases.iter().copied())));
    keys.set("token_type", aliases);
    keys.pairs("also", format.also);
    if let Some(base) = &format.api_base {
        let mut inner = Members::default();
        inner.text("member", Some(base.member));
        inner.list("hosts", base.hosts, |host| Data::text(*host));
        inner.text("path", (!base.path.is_empty()).then_some(base.path));
        keys.set("api_base", inner.or_nothing());
    }
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
    keys.set("code", pointers(format.code));
    keys.set("description", pointers(format.description));
    keys.set("map", map(format.map));
    keys
}

/// One pointer, or several in a list.
fn pointers(pointers: &[&str]) -> Option<Data> {
    match pointers {
        [] => None,
        [pointer] => Some(Data::text(*pointer)),
        _ => Some(Data::texts(pointers.iter().copied())),
    }
}

/// Standard members, each with its pointers.
fn fields(fields: &[(&str, &[&str])]) -> Option<Data> {
    let field = |(name, found): &(&str, &[&str])| Some(((*name).to_owned(), pointers(found)?));
    (!fields.is_empty()).then(|| Data::Object(fields.iter().filter_map(field).collect()))
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
        (standard.to_owned(), pointers(&wires).unwrap_or_else(Data::nothing))
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
