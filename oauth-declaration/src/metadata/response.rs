//! What comes back, and how an access token is used.

use super::request::{field, headers};
use super::variant;
use crate::constant::{Constant, Fields};
use crate::declaration::{Condition, Declaration, Learnt, Scope};
use crate::read::Entry;
use crate::vocabulary::{GrantType, Request};

pub(super) fn callback(declaration: &Declaration) -> Option<Constant> {
    let entry = declaration.get("callback")?;
    let lists = &declaration.callback;
    let text = |word| entry.get(word).and_then(Entry::text).map(|text| Constant::text(&text.value));
    let mut fields = Fields::of("CallbackFormat");
    fields.set(
        "mode",
        variant("CallbackMode", declaration, &["callback", "mode"], &[("form_post", "FormPost")]),
    );
    fields.set("iss_required", declaration.choice(&["callback", "iss"]).map(|_| Constant::Bool(true)));
    fields.set("code", text("code"));
    fields.set("error", entry.get("error").and_then(pointers));
    fields.set("error_map", error_map(entry));
    let no_code = declaration.choice(&["callback", "no_code"]);
    fields.set("no_code", no_code.map(|code| Constant::some(Constant::text(code.word))));
    fields.set("capture", Constant::text_list(lists.capture.iter().map(Scope::value_without_prefix)));
    fields.set("echo", Constant::list(lists.echo.iter().map(pair)));
    fields.set("hmac_sha256", text("hmac_sha256").map(Constant::some));
    fields.set("equals", Constant::list(lists.equals.iter().map(field)));
    fields.set("learn", Constant::list(lists.learn.iter().map(learnt)));
    fields.or_default()
}

/// Texts, such as pointers.
fn pointers(entry: &Entry) -> Option<Constant> {
    Constant::text_list(entry.texts().iter().map(|text| text.value.as_str()))
}

/// Ours, and the provider's.
fn pair(written: &Scope) -> Constant {
    Constant::texts(written.name.text.as_str(), written.value_without_prefix())
}

fn learnt(learnt: &Learnt) -> Constant {
    let variable = learnt.variable.value.as_str();
    let field = variable.split('.').next().unwrap_or_default();
    let mut fields = Fields::of("LearnedVariable");
    fields.set("variable", Some(Constant::text(variable)));
    fields.set("parameter", Some(Constant::text(&learnt.parameter.value)));
    fields.set("values", Some(Constant::Values(field.to_owned())));
    fields.alone()
}

fn error_map(entry: &Entry) -> Option<Constant> {
    let codes = entry.get("map").map(Entry::words).unwrap_or_default().iter();
    let pairs = codes
        .flat_map(|code| code.texts().iter().map(|text| Constant::texts(code.word, text.value.as_str())));
    Constant::list(pairs)
}

/// The answer to all grants.
pub(super) fn token_response(declaration: &Declaration) -> Option<Constant> {
    let shared = declaration.get("token_response")?;
    token_answer(declaration, |word| shared.get(word)).or_default()
}

/// The answer to a grant with a block of its own: that block, and for the keys that it lacks
/// `token_response`.
pub(super) fn token_response_to(declaration: &Declaration, grant_type: GrantType) -> Option<Constant> {
    let own = declaration.get(Request::of(grant_type)?.token_response()?)?;
    let shared = declaration.get("token_response");
    let fields = token_answer(declaration, |word| own.get(word).or_else(|| shared?.get(word)));
    let format = fields.or_only(Constant::path("TokenResponseFormat", "DEFAULT"));
    Some(Constant::some(Constant::reference(format)))
}

fn token_answer<'d>(declaration: &Declaration, key: impl Fn(&str) -> Option<&'d Entry>) -> Fields {
    let mut fields = Fields::of("TokenResponseFormat");
    let format = key("format").and_then(Entry::choice).and_then(|choice| match choice.word {
        "json_of_any_type" => Some("JsonOfAnyType"),
        "form" => Some("Form"),
        "json_or_form" => Some("JsonOrForm"),
        "jsonp" => Some("Jsonp"),
        _ => None,
    });
    fields.set("format", format.map(|variant| Constant::path("AnswerFormat", variant)));
    fields.set("root", key("root").and_then(pointers));
    fields.set("fields", key("fields").and_then(members));
    fields.set("expires_in", key("expires_in").and_then(expiry));
    fields.set("refresh_token_expires_in", key("refresh_token_expires_in").and_then(expiry));
    let delimiter = key("scope").and_then(|scope| scope.get("delimiter")).and_then(Entry::text);
    let delimiter = delimiter.and_then(|text| text.value.chars().next());
    fields.set("scope_delimiter", delimiter.map(|delimiter| Constant::some(Constant::Char(delimiter))));
    let aliases = key("token_type").and_then(|token_type| token_type.get("alias"));
    fields.set("bearer_aliases", aliases.and_then(pointers));
    fields.set("also", Constant::list(declaration.also.iter().map(pair)));
    fields.set("api_base", key("api_base").map(|entry| api_base(declaration, entry)));
    fields
}

/// Standard members with their pointers.
fn members(entry: &Entry) -> Option<Constant> {
    let member = |field: &Entry| Some(Constant::pair(Constant::text(field.word), pointers(field)?));
    Constant::list(entry.words().iter().filter_map(member))
}

fn expiry(entry: &Entry) -> Option<Constant> {
    let units = [
        ("milliseconds", "Milliseconds"),
        ("unix", "UnixSeconds"),
        ("unix_milliseconds", "UnixMilliseconds"),
        ("rfc3339", "Rfc3339"),
    ];
    let unit = units.iter().find(|(word, _)| entry.get(word).is_some());
    let seconds = entry.get("default").and_then(Entry::text).and_then(|text| text.value.parse().ok());
    let absent = match seconds {
        Some(seconds) => Some(Constant::call("AbsentExpiry", "Seconds", [Constant::Number(seconds)])),
        None => entry.get("never").map(|_| Constant::path("AbsentExpiry", "Never")),
    };
    let mut fields = Fields::of("ExpiryFormat");
    fields.set("unit", unit.map(|(_, variant)| Constant::path("ExpiryUnit", variant)));
    fields.set("absent", absent);
    fields.set("zero_is_never", entry.get("zero").map(|_| Constant::Bool(true)));
    fields.or_default()
}

fn api_base(declaration: &Declaration, entry: &Entry) -> Constant {
    let text = |word| {
        let text = entry.get(word).and_then(Entry::text);
        Some(Constant::text(text.map_or("", |text| &text.value)))
    };
    let mut fields = Fields::of("ApiBaseFormat");
    fields.set("member", text("member"));
    let hosts = declaration.hosts.iter().map(|host| Constant::text(&host.value));
    fields.set("hosts", Some(Constant::List(hosts.collect())));
    fields.set("path", text("path"));
    Constant::some(fields.alone())
}

pub(super) fn userinfo_response(declaration: &Declaration) -> Option<Constant> {
    let base = declaration.get("userinfo_response")?.get("api_base")?;
    let mut fields = Fields::of("UserinfoResponseFormat");
    fields.set("api_base", Some(api_base(declaration, base)));
    Some(fields.alone())
}

pub(super) fn introspection_response(declaration: &Declaration) -> Option<Constant> {
    let entry = declaration.get("introspection_response")?;
    let mut fields = Fields::of("IntrospectionResponseFormat");
    fields.set("active", entry.get("active").map(|_| Constant::path("ActiveFormat", "Status")));
    fields.set("root", entry.get("root").and_then(pointers));
    fields.set("fields", entry.get("fields").and_then(members));
    fields.set("exp", entry.get("exp").map(exp));
    fields.or_default()
}

fn exp(entry: &Entry) -> Constant {
    let units = [
        ("seconds", "Seconds"),
        ("milliseconds", "Milliseconds"),
        ("unix_milliseconds", "UnixMilliseconds"),
        ("rfc3339", "Rfc3339"),
    ];
    let unit = units.iter().find(|(word, _)| entry.get(word).is_some());
    let unit = unit.map_or("UnixSeconds", |(_, variant)| variant);
    let mut fields = Fields::of("ExpiryFormat");
    fields.set("unit", Some(Constant::path("ExpiryUnit", unit)));
    fields.set("zero_is_never", entry.get("zero").map(|_| Constant::Bool(true)));
    fields.or(Constant::path("ExpiryFormat", "DEFAULT"))
}

pub(super) fn error_response(declaration: &Declaration) -> Option<Constant> {
    let entry = declaration.get("error_response")?;
    let mut fields = Fields::of("ErrorResponseFormat");
    fields.set("text", declaration.choice(&["error_response", "format"]).map(|_| Constant::Bool(true)));
    fields.set("when", Constant::list(declaration.conditions.iter().map(condition)));
    fields.set("code", entry.get("code").and_then(pointers));
    fields.set("description", entry.get("description").and_then(pointers));
    fields.set("map", error_map(entry));
    fields.or_default()
}

fn condition(condition: &Condition) -> Constant {
    let value = || condition.value.iter().map(|text| Constant::text(&text.value));
    let test = match condition.test {
        "equals" => Constant::call("Test", "Equals", value()),
        "differs" => Constant::call("Test", "Differs", value()),
        _ => Constant::path("Test", "Present"),
    };
    let mut fields = Fields::of("Condition");
    fields.set("member", Some(Constant::text(&condition.member.value)));
    fields.set("test", Some(test));
    fields.alone()
}

pub(super) fn bearer(declaration: &Declaration) -> Option<Constant> {
    let entry = declaration.get("bearer")?;
    let carriers = [("scheme", "Scheme"), ("header", "Header"), ("query", "Query")];
    let carrier = carriers.iter().find_map(|(word, variant)| {
        let text = entry.get(word)?.text()?;
        Some(Constant::call("TokenCarrier", variant, [Constant::text(&text.value)]))
    });
    let mut fields = Fields::of("BearerFormat");
    fields.set("carrier", carrier);
    fields.set("headers", headers(&declaration.headers));
    fields.or_default()
}
