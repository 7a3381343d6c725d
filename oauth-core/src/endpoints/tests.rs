use super::*;
use crate::url_variable::{Host, HostLabel, HostSuffix, PathPrefix, Place, Segment, Text, UrlVariable};

struct Careless(&'static str);

impl<P: Place> UrlVariable<P> for Careless {
    fn url_value(&self) -> &str {
        self.0
    }
}

/// Without the rules of a place, only with those of a URL.
fn expand(template: &'static str, value: &'static str) -> Option<String> {
    expand_at::<Text>(template, value)
}

fn expand_at<P: Place>(template: &'static str, value: &'static str) -> Option<String> {
    let mut variables = Variables::default();
    variables.set::<P, _>("v", &Careless(value));
    super::expand(template, &variables, "id").ok().map(|endpoint| endpoint.text.into())
}

#[test]
fn a_client_id_fills_one_segment() {
    let metadata = Metadata {
        revocation_endpoint: Some("https://x.example/applications/{client_id}/token"),
        ..Metadata::DEFAULT
    };
    let expand = |id| Endpoints::expand(&metadata, &Variables::default(), id);
    assert_eq!(
        expand("Iv1.8a61f9b3").unwrap().revocation(),
        Some("https://x.example/applications/Iv1.8a61f9b3/token")
    );
    assert_eq!(
        expand("{client_id}").unwrap().revocation(),
        Some("https://x.example/applications/{client_id}/token")
    );
    for id in ["", "..", "a/b", "a?b", "a#b", "a b", "{client}"] {
        let endpoints = expand(id).unwrap();
        assert_eq!(endpoints.revocation(), None, "{id:?}");
        let error = endpoints.revocation_endpoint().unwrap().unwrap_err().to_string();
        assert!(error.contains("the value of `client_id` does not fit its place"), "{error}");
    }
}

#[test]
fn each_endpoint_has_its_place() {
    let metadata = Metadata {
        issuer: Some("https://x.example/0"),
        authorization_endpoint: Some("https://x.example/1"),
        token_endpoint: Some("https://x.example/2"),
        refresh_endpoint: Some("https://x.example/3"),
        long_lived_token_endpoint: Some("https://x.example/4"),
        revocation_endpoint: Some("https://x.example/5"),
        introspection_endpoint: Some("https://x.example/6"),
        userinfo_endpoint: Some("https://x.example/7"),
        api_base: Some("https://x.example/8"),
        ..Metadata::DEFAULT
    };
    let check = |endpoints: &Endpoints, issuer: &str, start: &str| {
        assert_eq!(endpoints.issuer(), Some(issuer));
        let public = [
            endpoints.authorization(),
            endpoints.token(),
            endpoints.refresh(),
            endpoints.long_lived_token(),
            endpoints.revocation(),
            endpoints.introspection(),
            endpoints.userinfo(),
            endpoints.api_base(),
        ];
        for (at, found) in public.into_iter().enumerate() {
            assert_eq!(found, Some(&*format!("{start}/{}", at + 1)));
        }
        let own = [
            endpoints.revocation_endpoint().map(Result::unwrap),
            endpoints.introspection_endpoint().map(Result::unwrap),
            endpoints.userinfo_endpoint(),
            endpoints.api_endpoint(),
        ];
        for (found, at) in own.into_iter().zip(5..) {
            assert_eq!(found.unwrap().uri.to_string(), format!("{start}/{at}"));
            assert_eq!(&*found.unwrap().text, format!("{start}/{at}"));
        }
    };
    let endpoints = Endpoints::expand(&metadata, &Variables::default(), "id").unwrap();
    check(&endpoints, "https://x.example/0", "https://x.example");
    let moved = endpoints.at_loopback("[::1]:8080".parse().unwrap());
    check(&moved, "https://x.example/0", "http://[::1]:8080");
    let none = Endpoints::expand(&Metadata::DEFAULT, &Variables::default(), "id").unwrap();
    assert_eq!((none.issuer(), none.token(), none.userinfo()), (None, None, None));
}

#[test]
fn each_grant_has_its_endpoint() {
    let metadata = Metadata {
        token_endpoint: Some("https://x.example/t"),
        refresh_endpoint: Some("https://x.example/r"),
        ..Metadata::DEFAULT
    };
    let endpoints = Endpoints::expand(&metadata, &Variables::default(), "id").unwrap();
    let of = |grant_type| endpoints.of_grant(grant_type).map(|endpoint| &*endpoint.text);
    for (grant_type, url) in [
        (GrantType::AUTHORIZATION_CODE, "https://x.example/t"),
        (GrantType::LONG_LIVED_TOKEN, "https://x.example/t"),
        (GrantType::REFRESH_TOKEN, "https://x.example/r"),
        (GrantType::ACCESS_TOKEN_REFRESH, "https://x.example/r"),
    ] {
        assert_eq!(of(grant_type), Some(url), "{grant_type:?}");
    }
}

#[test]
fn variables_fill_their_places() {
    assert_eq!(expand("https://{v}.example.com/t", "acme").as_deref(), Some("https://acme.example.com/t"));
    assert_eq!(expand("https://auth.{v}/t", "ebay.com").as_deref(), Some("https://auth.ebay.com/t"));
    assert_eq!(expand("https://x.example/{v}/t?a=b", "A_1").as_deref(), Some("https://x.example/A_1/t?a=b"));
    assert_eq!(expand("https://x.example", "").as_deref(), Some("https://x.example"));
}

#[test]
fn a_careless_implementation_of_the_trait_changes_no_host() {
    for value in
        ["evil.com/#", "evil.com?", "a@evil.com/", "evil.com\\", "a\n", "", "\u{212a}", "127.0.0.1", "a:1"]
    {
        assert_eq!(expand("https://{v}", value), None, "{value:?} as the host");
    }
    for value in ["evil.com/#", "a@evil.com/", "evil.com\\", "", "a\n", "-a"] {
        assert_eq!(expand("https://{v}.example.com/t", value), None, "{value:?} as a label");
    }
    for value in ["..", ".", "a/b", "%2e%2e", "?x", "#x", ""] {
        assert_eq!(expand("https://x.example/{v}/t", value), None, "{value:?} in the path");
    }
}

#[test]
fn a_path_may_begin_with_a_variable() {
    let expand = |host: &'static str, path: &'static str| {
        let mut variables = Variables::default();
        variables.set::<Host, _>("host", &Careless(host));
        variables.set::<PathPrefix, _>("path", &Careless(path));
        super::expand("https://{host}{path}/t", &variables, "id").ok().map(|endpoint| endpoint.text)
    };
    assert_eq!(expand("sso.example", "").as_deref(), Some("https://sso.example/t"));
    assert_eq!(expand("sso.example", "/a/b").as_deref(), Some("https://sso.example/a/b/t"));
    for path in [".evil.com", "@evil.com", ":80", "/", "//evil.com", "/a/../b", "/a?", "/a#", "\\a", "a"] {
        assert_eq!(expand("sso.example", path), None, "{path}");
    }
}

#[test]
fn a_value_written_by_hand_follows_the_rules_of_its_place() {
    let label = "https://{v}.example.com/t";
    assert!(expand_at::<HostLabel>(label, "acme").is_some());
    for value in ["xn--evil", "a.b", "-a"] {
        assert_eq!(expand_at::<HostLabel>(label, value), None, "{value:?} as a label");
    }
    assert!(expand_at::<HostSuffix>("https://auth.{v}/t", "ebay.com").is_some());
    assert_eq!(expand_at::<HostSuffix>("https://auth.{v}/t", "ebay..com"), None);
    assert_eq!(expand_at::<Host>("https://{v}/t", "10.0.0.1"), None);
    assert_eq!(expand_at::<Segment>("https://x.example/{v}", ".."), None);
    // A `Host` may be punycode as a whole, since its policy decides on its addresses.
    assert!(expand_at::<Host>("https://{v}/t", "xn--bcher-kva.example").is_some());
}

#[test]
fn only_https_and_known_variables() {
    assert_eq!(expand("http://x.example/t", ""), None);
    assert_eq!(expand("https://{w}.example/t", "a"), None);
    assert_eq!(expand("https://{v.example/t", "a"), None);
    // Neither a fragment nor user information is a part of an endpoint.
    assert_eq!(expand("https://x.example/t#f", ""), None);
    assert_eq!(expand("https://me@x.example/t", ""), None);
    assert_eq!(expand("https://", ""), None);
    assert_eq!(expand("https:///t", ""), None);
    assert_eq!(expand("https://x.example:8443/t", "").as_deref(), Some("https://x.example:8443/t"));
}

#[test]
fn a_long_lived_token_has_an_endpoint_of_its_own() {
    let metadata = Metadata {
        token_endpoint: Some("https://x.example/t"),
        long_lived_token_endpoint: Some("https://x.example/l"),
        ..Metadata::DEFAULT
    };
    let endpoints = Endpoints::expand(&metadata, &Variables::default(), "id").unwrap();
    let of = |grant_type| endpoints.of_grant(grant_type).map(|endpoint| &*endpoint.text);
    assert_eq!(of(GrantType::LONG_LIVED_TOKEN), Some("https://x.example/l"));
    assert_eq!(of(GrantType::REFRESH_TOKEN), Some("https://x.example/t"));
    assert_eq!(of(GrantType::AUTHORIZATION_CODE), Some("https://x.example/t"));
}

#[test]
fn the_tokens_of_a_client_come_from_the_host_of_its_token_endpoint() {
    let of = |token_endpoint| {
        let metadata = Metadata {
            token_endpoint,
            authorization_endpoint: Some("https://other.example/a"),
            ..Metadata::DEFAULT
        };
        let endpoints = Endpoints::expand(&metadata, &Variables::default(), "id").unwrap();
        endpoints.token_host().map(str::to_owned)
    };
    assert_eq!(of(Some("https://x.example:8443/t?u=v")).as_deref(), Some("x.example:8443"));
    assert_eq!(of(Some("https://y.example")).as_deref(), Some("y.example"));
    assert_eq!(of(None), None);
}

/// Region, by the literals of its variants.
#[derive(Clone, Copy)]
enum Region {
    Eu,
    Us,
}

impl crate::url_values::UrlValues for Region {
    const VALUES: &[&[(&str, &str)]] = &[
        &[("accounts", "accounts.eu.example"), ("api", "eu1")],
        &[("accounts", "us.example"), ("api", "us1")],
    ];
}

struct Regional {
    region: Region,
    prefix: PathPrefix,
}

impl Provider for Regional {
    type Auth = crate::ClientId;
    type Extra = crate::provider::NoExtra;
    type TokenDetails = crate::provider::NoExtra;

    fn metadata(&self) -> &'static Metadata {
        &Metadata {
            token_endpoint: Some("https://{region.accounts}{prefix}/token"),
            revocation_endpoint: Some("https://{region.accounts}/{client_id}"),
            api_base: Some("https://{region.api}.api.example"),
            ..Metadata::DEFAULT
        }
    }

    fn variables(&self, variables: &mut Variables) {
        let (accounts, api) = match self.region {
            Region::Eu => ("accounts.eu.example", "eu1"),
            Region::Us => ("us.example", "us1"),
        };
        variables.set_named::<Region>("region.accounts", accounts);
        variables.set_named::<Region>("region.api", api);
        variables.set::<PathPrefix, _>("prefix", &self.prefix);
    }
}

#[test]
fn the_endpoints_of_a_provider_value() {
    let of = |region, prefix| {
        Endpoints::of(&Regional { region, prefix: PathPrefix::new(prefix).unwrap() }).unwrap()
    };
    let eu = of(Region::Eu, "/auth/v2");
    assert_eq!(eu.token(), Some("https://accounts.eu.example/auth/v2/token"));
    assert_eq!(eu.api_base(), Some("https://eu1.api.example"));
    // No client is known, so its identifier keeps its place.
    assert_eq!(eu.revocation(), Some("https://accounts.eu.example/{client_id}"));
    let us = of(Region::Us, "");
    assert_eq!(
        (us.token(), us.api_base()),
        (Some("https://us.example/token"), Some("https://us1.api.example"))
    );
}

#[test]
fn an_endpoint_that_can_not_be_used_says_why() {
    let error = |template, value: &'static str| {
        let mut variables = Variables::default();
        variables.set::<Segment, _>("v", &Careless(value));
        super::expand(template, &variables, "id").unwrap_err().to_string()
    };
    for (template, value, reason) in [
        ("http://x.example/t", "a", "it is not an https URL"),
        ("https://x.example/{w}", "a", "the variable `w` has no value"),
        ("https://x.example/{v", "a", "a `{` without its `}`"),
        ("https://10.0.0.1/t", "a", "its host is not a host name"),
        ("https://x.example/{v}", "..", "the value of `v` does not fit its place: a dot segment"),
        ("https://x.example/t#f", "a", "a variable changes the host or the path"),
    ] {
        let expected = format!("`{template}` does not expand to an endpoint: {reason}");
        assert_eq!(error(template, value), expected);
    }
}
