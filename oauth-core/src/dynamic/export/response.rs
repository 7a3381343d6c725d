//! What comes back, and what happens afterwards.

use super::super::data::Data;
use super::{Members, because};
use crate::metadata::{
    AbsentExpiry, ActiveFormat, AnswerFormat, ApiBaseFormat, BearerFormat, CallbackFormat, CallbackMode,
    Condition, ErrorResponseFormat, ExpiryFormat, ExpiryUnit, GrantType, IntrospectionResponseFormat,
    Metadata, Test, TokenCarrier, TokenResponseFormat,
};

pub(super) fn blocks(members: &mut Members, metadata: &Metadata) {
    members.set("callback", callback(metadata.callback).or_nothing());
    let shared = &metadata.token_response;
    members.set("token_response", token_response(shared, &TokenResponseFormat::DEFAULT).or_nothing());
    for (name, grant_type) in [
        ("client_credentials_response", GrantType::CLIENT_CREDENTIALS),
        ("password_response", GrantType::PASSWORD),
        ("refresh_response", GrantType::REFRESH_TOKEN),
        ("refresh_response", GrantType::ACCESS_TOKEN_REFRESH),
        ("refresh_response", GrantType::TOKEN_EXTENSION),
        ("long_lived_token_response", GrantType::LONG_LIVED_TOKEN),
    ] {
        if let Some(own) = metadata.grant(grant_type).and_then(|grant| grant.response) {
            members.set(name, token_response(own, shared).or_nothing());
        }
    }
    let introspection = introspection_response(metadata.introspection_response);
    members.set("introspection_response", introspection.or_nothing());
    if let Some(base) = &metadata.userinfo_response.api_base {
        members.set("userinfo_response", object("api_base", Data::Object(api_base(base).0)));
    }
    members.set("error_response", error_response(metadata.error_response).or_nothing());
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
    keys.text("no_code", format.no_code);
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

/// The keys in which an answer differs from another.
fn token_response(format: &TokenResponseFormat, base: &TokenResponseFormat) -> Members {
    let mut keys = Members::default();
    let written = match format.format {
        AnswerFormat::Json => "json",
        AnswerFormat::JsonOfAnyType => "json_of_any_type",
        AnswerFormat::Form => "form",
        AnswerFormat::JsonOrForm => "json_or_form",
        AnswerFormat::Jsonp => "jsonp",
    };
    keys.text("format", (format.format != base.format).then_some(written));
    keys.text("prefix", format.prefix.filter(|_| format.prefix != base.prefix));
    if format.root != base.root {
        keys.set("root", pointers(format.root).unwrap_or_else(|| Data::text("")));
    }
    keys.set("fields", fields(format.fields).filter(|_| format.fields != base.fields));
    keys.set("expires_in", expiry(format.expires_in, base.expires_in));
    let lifetime = (format.refresh_token_expires_in, base.refresh_token_expires_in);
    keys.set("refresh_token_expires_in", expiry(lifetime.0, lifetime.1));
    let delimiter = format.scope_delimiter.filter(|_| format.scope_delimiter != base.scope_delimiter);
    keys.set("scope", delimiter.map(|it| object("delimiter", Data::text(it.to_string()))));
    let aliases = format.bearer_aliases;
    let is_own = !aliases.is_empty() && aliases != base.bearer_aliases;
    keys.set("token_type", is_own.then(|| object("alias", Data::texts(aliases.iter().copied()))));
    if format.also != base.also {
        keys.pairs("also", format.also);
    }
    if let (Some(own), None) = (&format.api_base, &base.api_base) {
        keys.set("api_base", api_base(own).or_nothing());
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

fn expiry(format: ExpiryFormat, base: ExpiryFormat) -> Option<Data> {
    let mut words = Vec::new();
    match format.absent {
        AbsentExpiry::Unknown => {}
        AbsentExpiry::Never => words.push(Data::text("never")),
        AbsentExpiry::Seconds(seconds) => words.push(object("default", Data::text(seconds.to_string()))),
    }
    // It is the default, and says so where another would be inherited.
    if format.unit != ExpiryUnit::Seconds || format == ExpiryFormat::DEFAULT {
        words.push(Data::text(unit(format.unit)));
    }
    if format.zero_is_never {
        words.push(object("zero", Data::text("never")));
    }
    (format != base).then_some(Data::List(words))
}

fn introspection_response(format: &IntrospectionResponseFormat) -> Members {
    let mut keys = Members::default();
    keys.set(
        "active",
        match format.active {
            ActiveFormat::Member => None,
            ActiveFormat::Status => Some(Data::text("status")),
        },
    );
    keys.set("root", pointers(format.root));
    keys.set("fields", fields(format.fields));
    let default = IntrospectionResponseFormat::DEFAULT.exp;
    let unit = Data::text(unit(format.exp.unit));
    let zero = format.exp.zero_is_never.then(|| object("zero", Data::text("never")));
    let words = Some(unit).filter(|_| format.exp.unit != default.unit).into_iter().chain(zero);
    keys.set("exp", (format.exp != default).then(|| Data::List(words.collect())));
    keys
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

fn unit(unit: ExpiryUnit) -> &'static str {
    match unit {
        ExpiryUnit::Seconds => "seconds",
        ExpiryUnit::Milliseconds => "milliseconds",
        ExpiryUnit::UnixSeconds => "unix",
        ExpiryUnit::UnixMilliseconds => "unix_milliseconds",
        ExpiryUnit::Rfc3339 => "rfc3339",
    }
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
