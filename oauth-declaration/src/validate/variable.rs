//! The `{variables}` of URLs, which are the fields of the struct.

use crate::declaration::{Declaration, Url};
use crate::diagnostics::{Diagnostics, closest, unknown};
use crate::item::Subject;
use crate::template::{Place, Template, Variable};
use crate::vocabulary::Endpoint;

/// All variables, with the URL they stand in.
fn variables(declaration: &Declaration) -> impl Iterator<Item = (&Url, &Template, &Variable)> {
    let templates = declaration.urls.iter().filter_map(|url| Some((url, url.template.as_ref()?)));
    templates
        .flat_map(|(url, template)| template.variables.iter().map(move |variable| (url, template, variable)))
}

fn names(subject: &Subject) -> Vec<&str> {
    subject.fields().iter().map(|field| field.text.as_str()).collect()
}

/// A variable is a field of the struct.
// case: endpoint/unknown_variable
// case: endpoint/variable_without_fields
// case: endpoint/empty_variable
pub(super) fn is_a_field(dx: &mut Diagnostics, declaration: &Declaration, subject: &Subject) {
    let names = names(subject);
    // One that can't have variables at all has been reported.
    for (url, _, variable) in variables(declaration).filter(|_| subject.fields.is_some()) {
        let name = variable.name.as_str();
        if names.contains(&name) {
            continue;
        }
        let message = if name.is_empty() {
            "a variable without a name; name a field of the struct between the braces".to_owned()
        } else if names.is_empty() {
            format!("unknown URL variable `{name}`; add a field `{name}` to `{}`", subject.name)
        } else {
            unknown("URL variable", name, &names)
        };
        dx.error(url.text.at.bytes(variable.range.clone()), message);
    }
}

/// A field is a URL variable; one that is none has no meaning.
// case: endpoint/unused_field
pub(super) fn every_field_is_used(dx: &mut Diagnostics, declaration: &Declaration, subject: &Subject) {
    let names = names(subject);
    // A misspelt variable counts as the field it is like.
    let used: Vec<_> =
        variables(declaration).filter_map(|(.., variable)| closest(&variable.name, &names)).collect();
    for field in subject.fields() {
        if !used.contains(&field.text.as_str()) {
            let message =
                format!("field `{field}` appears in no URL; write `{{{field}}}` in one, or remove the field");
            dx.error(field.at, message);
        }
    }
}

/// A value that fills a whole part can't reach into the next one.
// case: endpoint/glued_variable
// case: endpoint/variable_in_query
// case: endpoint/variable_in_scheme
pub(super) fn fills_a_whole_part(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    for (url, _, variable) in variables(declaration).filter(|(.., variable)| variable.place.is_none()) {
        let message = format!(
            "`{{{}}}` does not fill a whole part of the URL; a variable is a whole host label, the end of a host, a whole host or a whole path segment",
            variable.name
        );
        dx.error(url.text.at.bytes(variable.range.clone()), message);
    }
}

/// A value before a single label would choose the registrable domain, that is the owner.
// case: endpoint/variable_before_public_suffix
pub(super) fn leaves_the_domain_alone(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    for (url, template, variable) in variables(declaration) {
        let labels = template.labels();
        if variable.place == Some(Place::HostLabel)
            && let [.., before, last] = labels.as_slice()
            && *before == variable.range
            && !template.part(last).contains('{')
        {
            let message = format!(
                "`{{{}}}` would choose the owner of the domain; end the host with two fixed labels, or make it a whole host with `ssrf(deny_private)`",
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
                let message = format!("`{{{name}}}` is {first} above and {second} here; use two fields");
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
        Place::Segment => "a path segment",
    }
}

fn whole_host(declaration: &Declaration) -> Option<(&Url, &Variable)> {
    let mut hosts = variables(declaration).filter(|(.., variable)| variable.place == Some(Place::Host));
    hosts.next().map(|(url, _, variable)| (url, variable))
}

/// A host that a user names may lead into the internal network.
// case: endpoint/host_without_ssrf
pub(super) fn host_has_an_address_policy(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    if let Some((url, variable)) = whole_host(declaration)
        && declaration.get("ssrf").is_none()
    {
        let message = format!(
            "`{{{}}}` names the whole host, which may be an internal one; add `ssrf(deny_private)`",
            variable.name
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
pub(super) fn endpoints_share_the_tenant(dx: &mut Diagnostics, declaration: &Declaration, subject: &Subject) {
    let fields = names(subject);
    // A variable that is no field has been reported.
    let hosts = |endpoint: Endpoint| {
        let in_host = variables(declaration).filter(move |(url, template, variable)| {
            url.endpoint == endpoint && template.is_in_host(variable)
        });
        in_host.filter(|(.., variable)| fields.contains(&variable.name.as_str())).collect::<Vec<_>>()
    };
    let (authorization, token) = (hosts(Endpoint::Authorization), hosts(Endpoint::Token));
    let shared = token.iter().any(|(.., one)| authorization.iter().any(|(.., other)| one.name == other.name));
    if let ([(.., first), ..], [(url, _, other), ..], false) = (&*authorization, &*token, shared) {
        let message = format!(
            "`{{{}}}` and `{{{}}}` could send one login to two tenants (RFC 9700 section 4.4); use one variable in both hosts",
            first.name, other.name
        );
        dx.error(url.text.at.bytes(other.range.clone()), message);
    }
}
