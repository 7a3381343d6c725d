//! The `{variables}` of URLs, which are the fields of the struct.

use crate::declaration::{Declaration, Url};
use crate::diagnostics::{Diagnostics, closest, unknown};
use crate::domain::has_many_owners;
use crate::item::{At, Subject, Text};
use crate::template::{Place, Template, TextTemplate, Variable};
use crate::vocabulary::Endpoint;

/// Not a field: the identifier of the client.
const CLIENT_ID: &str = "client_id";

/// All variables that are fields, with the URL they stand in; what is no name at all is reported as that.
fn variables(declaration: &Declaration) -> impl Iterator<Item = (&Url, &Template, &Variable)> {
    let is_name = |variable: &Variable| variable.field().is_empty() || is_word(variable.field());
    in_urls(declaration).filter(move |(.., variable)| variable.name != CLIENT_ID && is_name(variable))
}

fn in_urls(declaration: &Declaration) -> impl Iterator<Item = (&Url, &Template, &Variable)> {
    let templates = declaration.urls.iter().filter_map(|url| Some((url, url.template.as_ref()?)));
    templates
        .flat_map(|(url, template)| template.variables.iter().map(move |variable| (url, template, variable)))
}

/// All variables of other texts that are fields.
fn in_texts(declaration: &Declaration) -> impl Iterator<Item = (&Text, Variable)> {
    declaration.templates().flat_map(|text| {
        let variables = TextTemplate::split(&text.value).variables.into_iter();
        let fields = variables.filter(|variable| !matches!(&*variable.name, CLIENT_ID | CLIENT_SECRET));
        fields.map(move |variable| (text, variable))
    })
}

/// Not a field either: the secret of the client.
const CLIENT_SECRET: &str = "client_secret";

fn names(subject: &Subject) -> Vec<&str> {
    subject.fields().iter().map(|field| field.text.as_str()).collect()
}

/// A variable is a field of the struct.
// case: endpoint/unknown_variable
// case: endpoint/variable_without_fields
// case: endpoint/empty_variable
// case: template/unknown_variable
// case: callback/equals_unknown_variable
pub(super) fn is_a_field(dx: &mut Diagnostics, declaration: &Declaration, subject: &Subject) {
    let names = names(subject);
    // One that can't have variables at all has been reported.
    if subject.fields.is_none() {
        return;
    }
    let in_urls =
        variables(declaration).map(|(url, _, variable)| ("URL variable", &url.text, variable.clone()));
    let in_texts = in_texts(declaration).map(|(text, variable)| ("variable", text, variable));
    for (noun, text, variable) in in_urls.chain(in_texts) {
        let name = variable.field();
        if names.contains(&name) || !name.is_empty() && !is_word(name) {
            continue;
        }
        let message = if name.is_empty() {
            let of = if dx.is_of_a_file() { "one of `variables`" } else { "a field of the struct" };
            format!("a variable without a name; name {of} between the braces")
        } else if names.is_empty() && dx.is_of_a_file() {
            format!("unknown {noun} `{name}`; add `\"variables\": {{\"{name}\": …}}`")
        } else if names.is_empty() {
            format!("unknown {noun} `{name}`; add a field `{name}` to `{}`", subject.name)
        } else {
            unknown(noun, name, &names)
        };
        dx.error(text.at.bytes(variable.range.clone()), message);
    }
}

/// A field is a URL variable; one that is none has no meaning.
// case: endpoint/unused_field
// case: endpoint/variable_after_a_colon
pub(super) fn every_field_is_used(dx: &mut Diagnostics, declaration: &Declaration, subject: &Subject) {
    let names = names(subject);
    // Some field is meant by what is no name, and has been reported as such.
    if in_urls(declaration).any(|(.., variable)| !variable.name.is_empty() && !is_word(variable.field())) {
        return;
    }
    // A misspelt variable counts as the field it is like.
    let in_urls = variables(declaration).map(|(.., variable)| variable.field().to_owned());
    let in_texts = in_texts(declaration).map(|(_, variable)| variable.field().to_owned());
    let hook = declaration.hook.iter().map(|hook| hook.text.clone());
    let written = in_urls.chain(in_texts).chain(hook);
    let used: Vec<_> = written.filter_map(|name| closest(&name, &names)).collect();
    let own = subject.fields().iter().filter(|field| !matches!(&*field.text, CLIENT_ID | CLIENT_SECRET));
    let urls: Vec<_> = declaration.urls.iter().map(|url| url.text.value.as_str()).collect();
    for field in own {
        // Written in another notation, it has been reported as what that is.
        let others = [format!("{{{{{field}}}}}"), format!("<{field}>")];
        if urls.iter().any(|url| others.iter().any(|other| url.contains(other))) {
            continue;
        }
        if !used.contains(&field.text.as_str()) {
            let what = if dx.is_of_a_file() { "variable" } else { "field" };
            let message = format!(
                "{what} `{field}` appears in no URL; write `{{{field}}}` in one, or remove the {what}"
            );
            dx.error(field.at, message);
        }
    }
}

/// A value that fills a whole part can't reach into the next one.
// case: endpoint/glued_variable
// case: endpoint/variable_in_query
// case: endpoint/variable_in_scheme
// case: endpoint/variable_in_port
// case: endpoint/variable_beside_a_variable
pub(super) fn fills_a_whole_part(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    for (url, template, variable) in variables(declaration).filter(|(.., variable)| variable.place.is_none())
    {
        // Credentials have been reported as such.
        if template.userinfo.as_ref().is_some_and(|userinfo| userinfo.contains(&variable.range.start)) {
            continue;
        }
        let message = format!(
            "`{{{}}}` does not fill a whole part of the URL; a variable is a whole host label, the end of a host, a whole host or a whole path segment, or the beginning of the path as in `https://{{host}}{{path}}/…`",
            variable.name
        );
        dx.error(url.text.at.bytes(variable.range.clone()), message);
    }
}

/// The identifier of the client is no part of a provider, but some have it in the path.
// case: endpoint/client_id_elsewhere
// case: endpoint/client_id_glued
pub(super) fn client_id_is_a_segment(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    for (url, _, variable) in in_urls(declaration).filter(|(.., variable)| variable.name == CLIENT_ID) {
        let takes_it = matches!(url.endpoint, Endpoint::Revocation | Endpoint::Introspection);
        if !takes_it || variable.place != Some(Place::Segment) {
            let what = if dx.is_of_a_file() { "another variable" } else { "a field" };
            let message = format!(
                "`{{client_id}}` is a whole path segment of `revocation_endpoint` or `introspection_endpoint`, or stands in a parameter or header; write {what} for anything else"
            );
            dx.error(url.text.at.bytes(variable.range.clone()), message);
        }
    }
}

/// The secret of the client has its places.
// case: template/client_secret_elsewhere
pub(super) fn client_secret_stays_at_home(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    let in_bearer: Vec<At> = declaration.headers.iter().map(|header| header.value.at).collect();
    for text in declaration.templates().filter(|text| !in_bearer.contains(&text.at)) {
        for variable in TextTemplate::split(&text.value).variables {
            if variable.name == CLIENT_SECRET {
                let message = "`{client_secret}` stands in `bearer(headers(...))` only; `client_auth(...)` says how other requests carry the secret";
                dx.error(text.at.bytes(variable.range.clone()), message);
            }
        }
    }
}

/// `{client_id}` and `{client_secret}` are never fields.
// case: endpoint/field_called_client_id
pub(super) fn fields_are_not_the_clients(dx: &mut Diagnostics, _: &Declaration, subject: &Subject) {
    for field in subject.fields().iter().filter(|field| matches!(&*field.text, CLIENT_ID | CLIENT_SECRET)) {
        let what = if dx.is_of_a_file() { "variable" } else { "field" };
        let message = format!("`{{{field}}}` stands for what the client has; give the {what} another name");
        dx.error(field.at, message);
    }
}

/// Whether it can be the name of a field or of a method.
fn is_word(text: &str) -> bool {
    text.starts_with(|c: char| c.is_alphabetic() || c == '_')
        && text.chars().all(|c| c.is_alphanumeric() || c == '_')
}

/// `{region.accounts}` is a field and one of the names of its type, which are words.
// case: endpoint/name_is_no_word
// case: endpoint/variable_is_no_word
// case: endpoint/raw_variable
pub(super) fn names_are_words(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    let in_urls = in_urls(declaration).map(|(url, _, variable)| (&url.text, variable.clone()));
    let learnt = declaration.callback.learn.iter().map(|learnt| {
        let (text, name) = (&learnt.variable, learnt.variable.value.clone());
        (text, Variable { range: 0..name.len(), name, place: None })
    });
    for (text, variable) in in_urls.chain(in_texts(declaration)).chain(learnt) {
        let field = variable.field();
        if variable.name.starts_with("r#") {
            let message = format!("a variable has the name of its field alone; write `{{{field}}}`");
            dx.error(text.at.bytes(variable.range.clone()), message);
            continue;
        }
        // One without a name has been reported.
        if !is_word(field) && !field.is_empty() {
            let message = format!("`{field}` is no name; a variable is written `{{name}}`");
            dx.error(text.at.bytes(variable.range.clone()), message);
            continue;
        }
        let Some(part) = variable.part() else { continue };
        let is_name = is_word(part) && part.is_ascii() && !part.starts_with('_');
        if !is_name || matches!(part, "self" | "Self" | "super" | "crate") {
            let message = format!(
                "`{part}` is no name; write `{{{field}.name}}` for one of the names that the type of `{field}` has"
            );
            dx.error(text.at.bytes(variable.range.clone()), message);
        }
    }
}

/// A hook is a field.
// case: hook/unknown_field
pub(super) fn hook_is_a_field(dx: &mut Diagnostics, declaration: &Declaration, subject: &Subject) {
    let names = names(subject);
    if let Some(hook) = &declaration.hook
        && subject.fields.is_some()
        && !names.contains(&hook.text.as_str())
    {
        let message = if names.is_empty() {
            format!("`{}` has no field `{hook}`; add one whose type implements `Hook`", subject.name)
        } else {
            unknown("field", &hook.text, &names)
        };
        dx.error(hook.at, message);
    }
}

/// What a callback decides is in the URL of the token request, which then goes elsewhere.
// case: callback/learn_unknown_variable
// case: callback/learn_elsewhere
pub(super) fn learnt_ones_are_in_the_token_endpoint(
    dx: &mut Diagnostics,
    declaration: &Declaration,
    subject: &Subject,
) {
    let names = names(subject);
    for learnt in &declaration.callback.learn {
        let text = &learnt.variable;
        let field = text.value.split('.').next().unwrap_or_default();
        // What is no name at all has been reported.
        if !is_word(field) {
            continue;
        }
        let is_here = |(url, _, variable): &(&Url, &Template, &Variable)| {
            url.endpoint == Endpoint::Token && variable.field() == field
        };
        let message = if !names.contains(&field) {
            unknown(if dx.is_of_a_file() { "variable" } else { "field" }, field, &names)
        } else if !variables(declaration).any(|variable| is_here(&variable)) {
            format!(
                "`{field}` is not in `token_endpoint`, so that the callback decides nothing; remove it, or write it there"
            )
        } else {
            continue;
        };
        dx.error(text.at, message);
    }
}

/// A value before a domain that many share would choose among its owners.
// case: endpoint/variable_before_public_suffix
// case: endpoint/variable_before_two_label_suffix
pub(super) fn leaves_the_domain_alone(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    for (url, template, variable) in variables(declaration) {
        // One name of an enum is a value of a closed list.
        if variable.place != Some(Place::HostLabel) || variable.part().is_some() {
            continue;
        }
        let domain = template.part(&(variable.range.end..template.host.end)).trim_start_matches('.');
        if !domain.contains('{') && has_many_owners(domain) {
            let message = format!(
                "`{{{}}}` would choose the owner, since `{domain}` has many; end the host with the provider's own domain, or make it a whole host with `ssrf(deny_private)`",
                variable.name
            );
            dx.error(url.text.at.bytes(variable.range.clone()), message);
        }
    }
}

/// A value is checked for one place.
// case: endpoint/variable_at_two_places
pub(super) fn stands_at_one_place(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    let mut places: Vec<(&str, Place)> = Vec::new();
    for (url, _, variable) in variables(declaration) {
        let Some(place) = variable.place else { continue };
        match places.iter().find(|(name, _)| *name == variable.name) {
            Some((name, first)) if *first != place => {
                let (first, second) = (describe(*first), describe(place));
                let what = if dx.is_of_a_file() { "variables" } else { "fields" };
                let message = format!("`{{{name}}}` is {first} above and {second} here; use two {what}");
                dx.error(url.text.at.bytes(variable.range.clone()), message);
            }
            Some(_) => {}
            None => places.push((&variable.name, place)),
        }
    }
}

fn describe(place: Place) -> &'static str {
    match place {
        Place::Host => "a whole host",
        Place::HostLabel => "a host label",
        Place::HostSuffix => "the end of a host",
        Place::PathPrefix => "the beginning of a path",
        Place::Segment => "a path segment",
        Place::Text => "a text",
    }
}

fn whole_host(declaration: &Declaration) -> Option<(&Url, &Variable)> {
    // One name of an enum is a value of a closed list.
    let mut hosts = variables(declaration)
        .filter(|(.., variable)| variable.place == Some(Place::Host) && variable.part().is_none());
    hosts.next().map(|(url, _, variable)| (url, variable))
}

/// A host that a user names may lead into the internal network.
// case: endpoint/host_without_ssrf
pub(super) fn host_has_an_address_policy(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    if let Some((url, variable)) = whole_host(declaration)
        && declaration.get("ssrf").is_none()
    {
        let name = &variable.name;
        let closed = if dx.is_of_a_file() {
            String::new()
        } else {
            format!(
                "; or, if its type is an enum of the provider's hosts, name them with `#[url(host = \"…\")]` and write `{{{name}.host}}`"
            )
        };
        let message = format!(
            "`{{{name}}}` names the whole host, which may be an internal one; add `ssrf(deny_private)`{closed}"
        );
        dx.error(url.text.at.bytes(variable.range.clone()), message);
    }
}

/// Hosts that the declaration fixes need no policy.
// case: endpoint/ssrf_without_host
pub(super) fn address_policy_has_a_host(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    if let Some(ssrf) = declaration.get("ssrf")
        && whole_host(declaration).is_none()
    {
        dx.error(ssrf.name.at, "no variable names a whole host, so `ssrf` has no effect; remove it");
    }
}

/// One login is with one tenant; two variables could mix two up (RFC 9700 section 4.4).
// case: endpoint/two_tenants
// case: endpoint/refresh_at_another_tenant
pub(super) fn endpoints_share_the_tenant(dx: &mut Diagnostics, declaration: &Declaration, subject: &Subject) {
    let fields = names(subject);
    // A variable that is no field has been reported.
    let hosts = |endpoint: Endpoint| {
        let in_host = variables(declaration).filter(move |(url, template, variable)| {
            url.endpoint == endpoint && template.is_in_host(variable)
        });
        in_host.filter(|(.., variable)| fields.contains(&variable.field())).collect::<Vec<_>>()
    };
    for (before, after) in [
        (Endpoint::Authorization, Endpoint::Token),
        (Endpoint::Token, Endpoint::Refresh),
        (Endpoint::Token, Endpoint::LongLivedToken),
        (Endpoint::Token, Endpoint::Revocation),
        (Endpoint::Token, Endpoint::Introspection),
    ] {
        let (before, after) = (hosts(before), hosts(after));
        let shared =
            after.iter().any(|(.., one)| before.iter().any(|(.., other)| one.field() == other.field()));
        if let ([(.., first), ..], [(url, _, other), ..], false) = (&*before, &*after, shared) {
            let message = format!(
                "`{{{}}}` and `{{{}}}` could send one login to two tenants (RFC 9700 section 4.4); use one variable in both hosts",
                first.name, other.name
            );
            dx.error(url.text.at.bytes(other.range.clone()), message);
        }
    }
}
