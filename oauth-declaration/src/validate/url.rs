//! The URLs, as far as they are fixed.

use crate::declaration::{Declaration, Url};
use crate::diagnostics::Diagnostics;
use crate::item::Subject;
use crate::template::{Template, TextTemplate};
use crate::vocabulary::Endpoint;

/// The URLs that have a host; the others are reported by the first two rules.
fn with_host(declaration: &Declaration) -> impl Iterator<Item = (&Url, &Template)> {
    templates(declaration).filter(|(_, template)| {
        template.has_authority && matches!(template.part(&template.scheme), "http" | "https")
    })
}

fn templates(declaration: &Declaration) -> impl Iterator<Item = (&Url, &Template)> {
    declaration.urls.iter().filter_map(|url| Some((url, url.template.as_ref()?)))
}

/// A declaration stands alone, so that there is nothing a URL could be relative to.
// case: endpoint/relative
// case: endpoint/no_host
pub(super) fn is_absolute(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    for url in &declaration.urls {
        let text = &url.text.value;
        match &url.template {
            None => dx.error(url.text.at, format!("`{text}` is not an absolute URL; write `https://…`")),
            Some(template) => {
                let is_web = matches!(template.part(&template.scheme), "http" | "https");
                if is_web && (!template.has_authority || template.host.is_empty()) {
                    dx.error(url.text.at, format!("`{text}` has no host; write `https://host/…`"));
                }
            }
        }
    }
}

/// Codes, tokens and secrets travel encrypted (OAuth 2.1 section 1.5).
// case: endpoint/plain_http
// case: endpoint/plain_http_for_logins
// case: endpoint/plain_http_on_localhost
// case: endpoint/issuer_by_plain_http
// case: endpoint/other_scheme
// case: endpoint/capital_in_scheme
pub(super) fn is_https(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    for (url, template) in templates(declaration) {
        let at = url.text.at.bytes(template.scheme.clone());
        match template.part(&template.scheme) {
            "https" => {}
            "http" => {
                let key = url.endpoint.key();
                let fact = match url.endpoint {
                    Endpoint::Issuer => "an issuer is an https URL (RFC 8414 section 2)".to_owned(),
                    _ => format!("plain http shows what `{key}` exchanges (OAuth 2.1 section 1.5)"),
                };
                let remedy = match is_loopback(template.part(&template.host)) {
                    true => {
                        "declare the provider's `https://` URL, and test against this machine with `Client::at_loopback`"
                    }
                    false => "write `https://`",
                };
                dx.error(at, format!("{fact}; {remedy}"));
            }
            // A variable is reported as one that fills no whole part.
            scheme if scheme.contains('{') => {}
            scheme if scheme.eq_ignore_ascii_case("https") => {
                dx.error(at, "a scheme has no capitals (RFC 3986 section 3.1); write `https`")
            }
            scheme => {
                dx.error(at, format!("`{scheme}:` leads to no authorization server; write `https://…`"))
            }
        }
    }
}

/// Whether a test server is meant.
fn is_loopback(host: &str) -> bool {
    host == "localhost" || host == "[::1]" || host.starts_with("127.")
}

/// Credentials in a URL end in logs.
// case: endpoint/userinfo
// case: endpoint/variable_in_userinfo
pub(super) fn has_no_userinfo(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    for (url, template) in with_host(declaration) {
        if let Some(userinfo) = &template.userinfo {
            let message = "a URL with credentials shows them in every log; remove what stands before `@`";
            dx.error(url.text.at.bytes(userinfo.clone()), message);
        }
    }
}

/// A fragment never reaches the server (RFC 6749 sections 3.1 and 3.2).
// case: endpoint/fragment
// case: endpoint/issuer_with_fragment
pub(super) fn has_no_fragment(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    for (url, template) in with_host(declaration) {
        if let Some(fragment) = &template.fragment {
            let rfc = match url.endpoint {
                Endpoint::Authorization => " (RFC 6749 section 3.1)",
                Endpoint::Token => " (RFC 6749 section 3.2)",
                Endpoint::Issuer => " (RFC 8414 section 2)",
                _ => "",
            };
            let message =
                format!("`{}` has no fragment{rfc}; remove `#` and what follows", url.endpoint.key());
            dx.error(url.text.at.bytes(fragment.clone()), message);
        }
    }
}

/// An issuer is compared as it is (RFC 8414 section 2), and the base of an API is continued.
// case: endpoint/issuer_with_query
// case: endpoint/api_base_with_query
pub(super) fn has_no_query(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    for (url, template) in with_host(declaration) {
        let rfc = match url.endpoint {
            Endpoint::Issuer => " (RFC 8414 section 2)",
            Endpoint::Api => "",
            _ => continue,
        };
        if let Some(query) = &template.query {
            let message = format!("`{}` has no query{rfc}; remove `?` and what follows", url.endpoint.key());
            dx.error(url.text.at.bytes(query.clone()), message);
        }
    }
}

/// A `?` promises a query.
// case: endpoint/empty_query
pub(super) fn query_says_something(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    for (url, template) in with_host(declaration) {
        // Where no query may stand, that has been reported.
        if let Some(query) = &template.query
            && query.is_empty()
            && !matches!(url.endpoint, Endpoint::Issuer | Endpoint::Api)
        {
            let mark = query.start.saturating_sub(1)..query.end;
            dx.error(url.text.at.bytes(mark), "no query stands behind `?`; remove it");
        }
    }
}

/// A second endpoint is another one.
// case: endpoint/refresh_endpoint_is_the_token_endpoint
pub(super) fn differs_from_the_token_endpoint(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    let Some(token) = declaration.urls.iter().find(|url| url.endpoint == Endpoint::Token) else { return };
    for url in &declaration.urls {
        let is_second = matches!(url.endpoint, Endpoint::Refresh | Endpoint::LongLivedToken);
        if is_second && url.text.value == token.text.value {
            let key = url.endpoint.key();
            let message =
                format!("`{key}` is `token_endpoint`, which these requests go to anyway; remove it");
            dx.error(url.key.at, message);
        }
    }
}

/// A host is a name in lower-case ASCII, so that every reader and parser sees the same one.
// case: endpoint/non_ascii_host
// case: endpoint/capital_in_host
// case: endpoint/address_for_host
// case: endpoint/character_in_host
// case: endpoint/long_host
// case: endpoint/localhost
// case: endpoint/variable_in_angle_brackets
pub(super) fn has_a_plain_host(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    for (url, template) in with_host(declaration) {
        let host = template.part(&template.host);
        // A test server has been reported.
        if is_loopback(host) && template.part(&template.scheme) == "http" {
            continue;
        }
        let message = if !host.is_ascii() {
            "the host is not ASCII; write it in punycode (`xn--…`), so that reviewers see the real name"
                .to_owned()
        } else if host.len() > 253 {
            "the host has more than 253 bytes (RFC 1035 section 2.3.4); write a shorter one".to_owned()
        } else if host == "localhost" || host.ends_with(".localhost") {
            format!(
                "`{host}` is this machine; declare the provider's own host, and test against this machine with `Client::at_loopback`"
            )
        } else if host.starts_with('[') || ends_with_a_number(host) {
            format!("`{host}` is an address; write the name of the host, which the certificate proves")
        } else if let Some(label) =
            template.labels().iter().map(|label| template.part(label)).find(|label| !is_label(label))
        {
            match label {
                _ if host.is_empty() => continue,
                "" => format!("`{host}` has an empty label; remove a dot"),
                _ if label.starts_with('<') && label.ends_with('>') => {
                    let name = label.trim_matches(['<', '>']);
                    format!("`{label}` is not a host label; a variable is written `{{{name}}}`")
                }
                _ if is_label(&label.to_ascii_lowercase()) => {
                    format!("a host has no capitals; write `{}`", host.to_ascii_lowercase())
                }
                _ => format!("`{label}` is not a host label; use a-z, 0-9 and inner hyphens"),
            }
        } else {
            continue;
        };
        dx.error(url.text.at.bytes(template.host.clone()), message);
    }
}

/// A last label with a leading digit reads as an IPv4 address in one of its notations.
fn ends_with_a_number(host: &str) -> bool {
    host.rsplit('.').next().is_some_and(|last| last.starts_with(|c: char| c.is_ascii_digit()))
}

/// Labels with variables are judged by the rules of `variable`.
fn is_label(label: &str) -> bool {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let edges = label.starts_with('-') || label.ends_with('-');
    label.contains(['{', '}']) || (!edges && (1..=63).contains(&label.len()) && label.chars().all(plain))
}

/// A port is a number.
// case: endpoint/port
// case: endpoint/empty_port
pub(super) fn has_a_port_number(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    for (url, template) in with_host(declaration) {
        let Some(range) = &template.port else { continue };
        let port = template.part(range);
        let is_number =
            port.bytes().all(|byte| byte.is_ascii_digit()) && port.parse().is_ok_and(|port: u16| port > 0);
        if port.is_empty() {
            let colon = range.start.saturating_sub(1)..range.end;
            dx.error(
                url.text.at.bytes(colon),
                "no port stands behind `:`; write a number, or remove the `:`",
            );
        } else if !is_number && !port.contains('{') {
            dx.error(
                url.text.at.bytes(range.clone()),
                format!("`{port}` is not a port; write a number up to 65535 or nothing"),
            );
        }
    }
}

/// Path and query reach the server as they are, whatever parser they pass through.
// case: endpoint/character_in_path
// case: endpoint/dot_segment
// case: endpoint/percent_in_path
pub(super) fn has_a_plain_path(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    for (url, template) in with_host(declaration) {
        let end = template.query.as_ref().map_or(template.path.end, |query| query.end);
        let rest = template.path.start..end;
        let is_legal = |c: char| c.is_ascii_alphanumeric() || "-._~:/?@!$&'()*+,;=%{}".contains(c);
        if let Some((at, c)) = template.plain_part(&rest).char_indices().find(|(_, c)| !is_legal(*c)) {
            let at = rest.start.saturating_add(at);
            let message = format!(
                "the character {c:?} may not stand in a URL (RFC 3986 section 3.3); percent-encode it"
            );
            dx.error(url.text.at.bytes(at..at.saturating_add(c.len_utf8())), message);
        }
        if let Some(at) = bad_percent(template.part(&rest)) {
            let at = rest.start.saturating_add(at);
            let message = "`%` begins two hexadecimal digits (RFC 3986 section 2.1); write `%25` for itself";
            dx.error(url.text.at.bytes(at..at.saturating_add(1)), message);
        }
        let is_dots =
            |segment: &str| matches!(segment.to_ascii_lowercase().replace("%2e", ".").as_str(), "." | "..");
        if let Some(dots) = template.segments().into_iter().find(|segment| is_dots(template.part(segment))) {
            let message = format!(
                "the segment `{}` would be resolved away; write the path without it",
                template.part(&dots)
            );
            dx.error(url.text.at.bytes(dots), message);
        }
    }
}

/// The first `%` without two digits.
fn bad_percent(text: &str) -> Option<usize> {
    let is_bad = |at: &usize| {
        let digits = text.get(at.saturating_add(1)..at.saturating_add(3)).unwrap_or_default();
        digits.len() != 2 || !digits.bytes().all(|byte| byte.is_ascii_hexdigit())
    };
    text.match_indices('%').map(|(at, _)| at).find(is_bad)
}

/// `{` and `}` come in pairs and stand for variables.
// case: endpoint/stray_brace
// case: template/stray_brace
pub(super) fn closes_its_braces(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    for text in declaration.templates() {
        if let Some(at) = TextTemplate::split(&text.value).stray_brace {
            let message = "a brace without its partner; a variable is written `{name}`";
            dx.error(text.at.bytes(at..at.saturating_add(1)), message);
        }
    }
    for (url, template) in templates(declaration) {
        if let Some(at) = template.stray_brace {
            let message = "a brace without its partner; a variable is written `{name}`";
            dx.error(url.text.at.bytes(at..at.saturating_add(1)), message);
        }
    }
}
