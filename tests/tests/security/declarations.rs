//! E: declarations and the URLs that they become. What does not compile is in `tests/ui`.

mod addresses;
mod expansions;

use oauth_core::{ClientSecret, Endpoints, HostLabel, Provider, Segment, UrlVariable, oauth_provider};
use oauth_sharetribe::Sharetribe;
use std::fs;
use std::path::Path;

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

/// The source files below a folder of the repository: path below it, and text.
pub(crate) fn sources(folder: &str) -> Vec<(String, String)> {
    fn walk(root: &Path, folder: &Path, found: &mut Vec<(String, String)>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(root, &path, found);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let name = path.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
                found.push((name, fs::read_to_string(&path).unwrap()));
            }
        }
    }
    let (mut found, root) = (Vec::new(), Path::new(ROOT).join(folder));
    walk(&root, &root, &mut found);
    assert!(found.len() > 4, "{folder}");
    found
}

/// What a naive template sends to another host or another tenant.
pub(crate) const HOSTILE: &[&str] = &[
    "",
    "evil.com/#",
    "evil.com?",
    "evil.com\\",
    "evil.com/",
    "a@evil.com/",
    "a:b@evil.com",
    "evil.com:443",
    "[::1]",
    ".",
    "..",
    "%2e%2e",
    "%2E.",
    "%65vil",
    "shop\n",
    "shop\r\nX: y",
    "\tshop",
    "sh op",
    "shop$",
    "evil\u{3002}com",
    "evil\u{ff0e}com",
    "sh\u{ad}op",
    "sh\u{200b}op",
    "\u{ff21}CME",
    "\u{212a}",
    "{shop}",
    "${shop}",
    "a/b",
    "a\\b",
    "a?b",
    "a#b",
    "a;b",
    "\0",
    "shop\0",
];

/// Passes its text on as it is, as a careless implementation would.
#[derive(Debug, Clone)]
struct Unchecked(String);

impl<Place> UrlVariable<Place> for Unchecked {
    fn url_value(&self) -> &str {
        &self.0
    }
}

/// A careless tenant in a host and in a path.
#[oauth_provider(
    authorization_endpoint = "https://{shop}.shops.example/{part}/authorize",
    token_endpoint = "https://{shop}.shops.example/{part}/token",
    client_auth(client_secret_post),
    grants(authorization_code)
)]
#[derive(Debug, Clone)]
pub(crate) struct Careless {
    shop: Unchecked,
    part: Unchecked,
}

pub(crate) fn careless(shop: &str, part: &str) -> Careless {
    Careless { shop: Unchecked(shop.to_owned()), part: Unchecked(part.to_owned()) }
}

/// That a `String` does not compile there: ui/declaration/endpoint/string_for_a_variable.
#[test]
fn sec_74_a_value_is_checked_where_it_is_made() {
    for value in HOSTILE {
        assert!(HostLabel::new(value).is_err() && value.parse::<HostLabel>().is_err(), "{value:?}");
        assert!(Segment::new(value).is_err() && value.parse::<Segment>().is_err(), "{value:?}");
        assert!(oauth_core::Host::new(value).is_err(), "{value:?}");
    }
}

#[test]
fn sec_75_a_host_label_is_lower_case_ascii() {
    for value in ["a", "0", "a-b", "shop1", &"a".repeat(63)] {
        assert!(HostLabel::new(value).is_ok(), "{value}");
    }
    for value in ["ACME", "-a", "a-", "a.b", "a_b", "xn--bcher-kva", "xn--", &"a".repeat(64)] {
        assert!(HostLabel::new(value).is_err(), "{value}");
    }
    // Every other character, at every place.
    for character in ('\0'..='\u{2fff}').chain('\u{fe00}'..='\u{ffff}') {
        let legal = matches!(character, 'a'..='z' | '0'..='9');
        assert_eq!(HostLabel::new(&character.to_string()).is_ok(), legal, "{character:?}");
        let inside = HostLabel::new(&format!("a{character}b")).is_ok();
        assert_eq!(inside, legal || character == '-', "{character:?}");
        assert_eq!(HostLabel::new(&format!("a{character}")).is_ok(), legal, "{character:?}");
    }
}

#[test]
fn sec_76_a_segment_has_nothing_to_encode() {
    for value in ["a", "A.b_c-d", "...", "v1.0", &"a".repeat(128)] {
        assert!(Segment::new(value).is_ok(), "{value}");
    }
    for value in [".", "..", "%2e%2e", "a%20b", "a/b", "a\\b", "a?b", "a#b", "a;b", "a b", &"a".repeat(129)] {
        assert!(Segment::new(value).is_err(), "{value}");
    }
}

/// The last line: also where a value was not checked, the URL is read again. Any value, against an
/// independent parser: `properties.rs`.
#[test]
fn sec_77_an_expanded_url_keeps_its_host_and_its_segments() {
    assert!(Endpoints::of(&careless("shop", "part")).is_ok());
    for value in HOSTILE {
        assert!(Endpoints::of(&careless(value, "part")).is_err(), "{value:?} in the host");
        assert!(Endpoints::of(&careless("shop", value)).is_err(), "{value:?} in the path");
        let client = oauth_core::Client::new(careless(value, "part"), ClientSecret::new("id", "CANARY"));
        let error = client.authorize("https://app.example/").start().unwrap_err();
        assert!(!crate::shown(&error).contains("CANARY"), "{error}");
    }
}

#[test]
fn sec_79_a_callback_does_not_change_the_tenant() {
    let client = |shop| oauth_core::Client::new(careless(shop, "part"), ClientSecret::new("id", "secret"));
    let login = client("acme").authorize("https://app.example/").start().unwrap();
    assert!(login.url.starts_with("https://acme.shops.example/part/authorize?"), "{}", login.url);
    let state = crate::value(&login.url, "state").to_owned();
    let callback =
        format!("code=c&state={state}&shop=evil.shops.example&host=evil&tenant=evil&iss=https://evil");
    let request = client("acme").finish(login.pending, &callback).unwrap().request().unwrap();
    assert_eq!(request.uri(), "https://acme.shops.example/part/token");
    let login = client("acme").authorize("https://app.example/").start().unwrap();
    assert!(client("evil").finish(login.pending, &callback).is_err(), "another tenant's client");
}

/// A build sees the same input, whatever the machine.
#[test]
fn sec_83_the_macro_reads_nothing_but_its_input() {
    for (name, source) in sources("oauth-derive/src").into_iter().chain(sources("oauth-declaration/src")) {
        if name.starts_with("tests") {
            continue;
        }
        for word in [
            "std::fs",
            "std::env",
            "std::net",
            "std::io",
            "std::process",
            "std::time",
            "option_env!",
            "include_str!",
            "HashMap",
            "HashSet",
            "thread",
            "static mut",
            "SystemTime",
        ] {
            let code = source.split("#[cfg(test)]\nmod").next().unwrap();
            let mut lines = code.lines().filter(|line| !line.contains("doc = include_str!"));
            assert!(!lines.any(|line| line.contains(word)), "{name}: {word}");
        }
    }
    for manifest in ["oauth-core", "oauth-declaration", "oauth-derive", "oauth-testkit"] {
        assert!(!Path::new(ROOT).join(manifest).join("build.rs").exists(), "{manifest}");
    }
}

/// The names of the prelude and of the expansion, taken by something else; more in `hygiene.rs`.
mod shadowed {
    #![allow(dead_code, unused_macros)]
    mod core {}
    struct Option;
    struct String;
    struct Result;
    fn drop() {}
    macro_rules! format {
        () => {
            ::core::compile_error!("not this one")
        };
    }

    #[::oauth_core::oauth_provider(
        token_endpoint = "https://shadowed.example/token",
        client_auth(none),
        grants(client_credentials(client_auth(none))),
        scopes(read)
    )]
    pub(super) struct Shadowed;
}

#[test]
fn sec_84_the_expansion_is_at_home_among_impostors() {
    assert_eq!(shadowed::Shadowed::READ.as_str(), "read");
}

/// What looks like code in a declaration is data.
#[oauth_provider(
    token_endpoint = "https://literal.example/token?x=$(id)",
    client_auth(none),
    grants(client_credentials(client_auth(none), default_scopes(format))),
    scopes(format = "a{b}{}{0:?}", quote = "r#'`$crate::panic!()")
)]
#[derive(Debug, Clone, Copy)]
struct Literal;

#[test]
fn sec_85_strings_of_a_declaration_are_data() {
    assert_eq!(Literal::FORMAT.as_str(), "a{b}{}{0:?}");
    assert_eq!(Literal::QUOTE.as_str(), "r#'`$crate::panic!()");
    let client = oauth_core::Client::new(Literal, oauth_core::ClientId::new("id"));
    let request = client.client_credentials().request().unwrap();
    let sent = crate::parameters(request.body());
    assert_eq!(crate::parameter(&sent, "scope"), Some("a{b}{}{0:?}"));
    assert_eq!(Literal.metadata().token_endpoint, Some("https://literal.example/token?x=$(id)"));
}

/// A parameter that the caller may give.
#[oauth_provider(
    authorization_endpoint = "https://parameters.example/authorize",
    token_endpoint = "https://parameters.example/token",
    client_auth(client_secret_post),
    grants(authorization_code),
    scopes(read),
    authorization_request(params(
        resource(optional),
        hint(optional),
        prompt(one_of(login)),
        owner = "user"
    ))
)]
#[derive(Debug, Clone, Copy)]
pub(crate) struct WithParameters;

/// A login with these parameters: its URL, and its `state`.
pub(crate) fn with_parameter(
    redirect_uri: &str,
    parameters: &[oauth_core::Parameter<WithParameters, oauth_core::endpoint::Authorization>],
) -> Result<(String, String), oauth_core::Error> {
    let client = oauth_core::Client::new(WithParameters, ClientSecret::new("id", "secret"));
    let mut request = client.authorize(redirect_uri).scopes([WithParameters::READ]);
    for parameter in parameters {
        request = request.parameter(parameter.clone());
    }
    let url = request.start()?.url;
    let state = crate::value(&url, "state").to_owned();
    Ok((url, state))
}

const REDIRECT_URI: &str = "https://app.example/cb";

/// That a parameter of the protocol can't be declared: ui/declaration/message/managed_parameter.
#[test]
fn sec_40_a_parameter_of_the_callers_overrides_none_of_the_protocols() {
    for evil in
        ["x&state=evil", "x&client_id=evil", "x#state=evil", "x;state=evil", "&code_challenge_method=plain"]
    {
        let hint = WithParameters::HINT.value(evil);
        let parameters = [hint.clone(), WithParameters::PROMPT_LOGIN, hint];
        let (url, _) = with_parameter(REDIRECT_URI, &parameters).unwrap();
        let sent = crate::parameters(url.split_once('?').unwrap().1);
        let names: Vec<_> = sent.iter().map(|(name, _)| name.as_str()).collect();
        let expected = [
            "response_type",
            "client_id",
            "redirect_uri",
            "scope",
            "state",
            "code_challenge",
            "code_challenge_method",
            "owner",
            "hint",
            "prompt",
        ];
        assert_eq!(names, expected);
        assert_eq!(crate::parameter(&sent, "hint"), Some(evil));
    }
}

/// A provider that takes resources in each of its requests.
#[oauth_provider(
    authorization_endpoint = "https://resources.example/authorize",
    token_endpoint = "https://resources.example/token",
    client_auth(client_secret_post),
    grants(authorization_code, client_credentials, refresh_token),
    authorization_request(params(resource(optional))),
    token_request(params(token_resource(optional, name = "resource")))
)]
#[derive(Debug, Clone, Copy)]
struct WithResources;

const BAD_RESOURCES: &[&str] =
    &["", "x", "/x", "//api.example", "https://a#b", "https://a b", "https://a\r\n", "1a:b", ":x"];

#[test]
fn sec_41_a_resource_is_an_absolute_uri_without_fragment() {
    let with = |value: &str| with_parameter(REDIRECT_URI, &[WithParameters::RESOURCE.value(value)]);
    for good in ["https://api.example/", "https://api.example/app?x=y", "urn:example:api"] {
        let (url, _) = with(good).unwrap();
        let sent = crate::parameters(url.split_once('?').unwrap().1);
        assert_eq!(crate::parameter(&sent, "resource"), Some(good));
    }
    let client = oauth_core::Client::new(WithResources, ClientSecret::new("id", "secret"));
    for bad in BAD_RESOURCES {
        for error in [
            with(bad).unwrap_err(),
            client
                .client_credentials()
                .parameter(WithResources::TOKEN_RESOURCE.value(bad))
                .request()
                .unwrap_err(),
        ] {
            assert!(matches!(error.kind(), oauth_core::ErrorKind::Configuration(_)), "{bad}: {error}");
            assert!(error.to_string().contains("RFC 8707"), "{bad}: {error}");
        }
    }
}

/// RFC 8707 section 2, in the login and in the request for tokens, before a server that compares.
#[test]
fn sec_41_several_resources_are_several_parameters() {
    const RESOURCES: [&str; 2] = ["https://one.example/", "https://other.example/"];
    let resources = |encoded: &[u8]| -> Vec<String> {
        let sent = crate::parameters(encoded).into_iter();
        sent.filter(|(name, _)| name == "resource").map(|(_, value)| value).collect()
    };
    let server = oauth_testkit::AuthorizationServer::start(&WithResources).unwrap();
    let client = server.client(WithResources, server.client_secret()).unwrap();
    let mut request = client.authorize(server.redirect_uri());
    for resource in RESOURCES {
        request = request.parameter(WithResources::RESOURCE.value(resource));
    }
    let login = request.start().unwrap();
    assert_eq!(resources(login.url.split_once('?').unwrap().1.as_bytes()), RESOURCES);
    let callback = server.approve(&login.url).unwrap();
    let mut request = client.finish(login.pending, callback).unwrap();
    // The same one again is no other one.
    for resource in RESOURCES.into_iter().chain(RESOURCES) {
        request = request.parameter(WithResources::TOKEN_RESOURCE.value(resource));
    }
    assert_eq!(resources(request.request().unwrap().body()), RESOURCES);
    request.send_blocking().unwrap();
}

/// That an undeclared one does not compile: ui/use_site/grant_unsupported_password.
#[test]
fn sec_97_the_password_grant_is_declared_with_a_reason_and_takes_the_password() {
    let client = oauth_core::Client::new(Sharetribe, oauth_core::ClientId::new("id"));
    let password = String::from("wonderland");
    let request = client.password("alice", password);
    assert!(!format!("{request:?}").contains("wonderland"));
    assert_eq!(request.request().unwrap().method(), "POST");
}
