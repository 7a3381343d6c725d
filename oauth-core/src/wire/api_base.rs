//! The beginning of API URLs that an answer named: believed only where the declaration has its
//! host, since the access token goes there.

use super::json::{Place, Places};
use super::members;
use super::value::Value;
use crate::metadata::{AnswerFormat, ApiBaseFormat};
use crate::url_variable::check_host;

/// What a JSON answer says at the declared place, and nothing of an answer that is no JSON object.
pub(crate) fn read(format: &ApiBaseFormat, body: &[u8]) -> Option<String> {
    let mut values = [const { None }; 1];
    let places = Places::new([Place::new("", format.member)]);
    let flaw = members::read(body.into(), AnswerFormat::Json, &places, &mut values);
    let [value] = values;
    value.as_ref().filter(|_| flaw.is_none()).and_then(Value::vschars).map(Into::into)
}

/// The `https` URL that the text names; `None` where it leads elsewhere than declared.
pub(crate) fn check(format: &ApiBaseFormat, text: &str) -> Option<String> {
    let rest = match text.split_once("://") {
        Some((scheme, rest)) => scheme.eq_ignore_ascii_case("https").then_some(rest)?,
        None => text,
    };
    let (host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    // No user information, port, query or fragment: none of their marks fits a host name.
    let host = host.to_ascii_lowercase();
    let is_host = check_host(&host).is_ok() && format.hosts.iter().any(|declared| covers(declared, &host));
    let declared = format.path.trim_end_matches('/');
    let is_path = matches!(path.trim_end_matches('/'), path if path.is_empty() || path == declared);
    (is_host && is_path).then(|| format!("https://{host}{declared}"))
}

/// `*.x` covers the hosts below `x`, and never `x` itself.
fn covers(declared: &str, host: &str) -> bool {
    match declared.strip_prefix('*') {
        Some(end) => end.starts_with('.') && host.strip_suffix(end).is_some_and(|labels| !labels.is_empty()),
        None => host == declared,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SALESFORCE: ApiBaseFormat = ApiBaseFormat {
        member: "instance_url",
        hosts: &["*.salesforce.com", "login.example"],
        path: "/services",
    };

    #[test]
    fn a_declared_host_is_believed() {
        for text in [
            "https://na1.salesforce.com",
            "https://na1.salesforce.com/",
            "HTTPS://NA1.Salesforce.COM",
            "na1.salesforce.com",
            "https://na1.salesforce.com/services",
            "na1.salesforce.com/services/",
        ] {
            let base = check(&SALESFORCE, text);
            assert_eq!(base.as_deref(), Some("https://na1.salesforce.com/services"), "{text}");
        }
        assert!(check(&SALESFORCE, "https://my.domain.salesforce.com").is_some());
        assert!(check(&SALESFORCE, "https://login.example").is_some());
        let bare = ApiBaseFormat { path: "", ..SALESFORCE };
        assert_eq!(check(&bare, "na1.salesforce.com/").as_deref(), Some("https://na1.salesforce.com"));
        assert_eq!(check(&bare, "na1.salesforce.com/services"), None);
    }

    #[test]
    fn an_answer_names_it_once() {
        let docusign = ApiBaseFormat { member: "/accounts/1/base_uri", ..SALESFORCE };
        for (body, expected) in [
            (r#"{"accounts":[{"base_uri":"a"},{"base_uri":"b"}]}"#, Some("b")),
            (r#"{"accounts":[{"base_uri":"a"}]}"#, None),
            (r#"{"accounts":[{"base_uri":"a"},{"base_uri":5}]}"#, None),
            (r#"{"accounts":[{"base_uri":"a"},{"base_uri":"b","base_uri":"c"}]}"#, None),
            ("<html>", None),
            ("", None),
        ] {
            assert_eq!(read(&docusign, body.as_bytes()).as_deref(), expected, "{body}");
        }
        assert_eq!(read(&SALESFORCE, br#"{"instance_url":"c"}"#).as_deref(), Some("c"));
    }

    #[test]
    fn nothing_else_is() {
        for text in [
            "",
            "https://",
            "https://salesforce.com",
            "https://.salesforce.com",
            "https://evilsalesforce.com",
            "https://na1.salesforce.com.evil.example",
            "https://evil.example/.salesforce.com",
            "https://evil.example#.salesforce.com",
            "https://evil.example?.salesforce.com",
            "https://evil.example\\.salesforce.com",
            "https://na1.salesforce.com@evil.example",
            "https://me@na1.salesforce.com",
            "https://na1.salesforce.com:8443",
            "https://na1.salesforce.com?x=y",
            "https://na1.salesforce.com/other",
            "https://na1.salesforce.com/services/..",
            "https://na1.salesforce.com/services?x",
            "https://na1.salesforce.com./services",
            "http://na1.salesforce.com",
            "ftp://na1.salesforce.com",
            "//na1.salesforce.com",
            "https:///na1.salesforce.com",
            "https://x.login.example",
            "https://na1\u{3002}salesforce.com",
            "https://na1.salesforce.com\r\nx: y",
        ] {
            assert_eq!(check(&SALESFORCE, text), None, "{text}");
        }
    }

    #[test]
    fn a_star_alone_covers_nothing() {
        assert_eq!(check(&ApiBaseFormat { hosts: &["*", "*x.example"], ..SALESFORCE }, "evil.example"), None);
        let sloppy = ApiBaseFormat { hosts: &["*x.example"], ..SALESFORCE };
        assert_eq!(check(&sloppy, "evilx.example"), None);
    }
}
