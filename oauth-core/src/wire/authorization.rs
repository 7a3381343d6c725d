//! The authorization request (RFC 6749 section 4.1.1, RFC 7636 section 4.3).

use super::client_auth::sha256_hex;
use super::form::{Form, Parameters};
use super::outgoing::{Outgoing, Sources};
use super::{redirect_uri, template, text};
use crate::error::Error;
use crate::metadata::{CallbackMode, Pkce, StateCarrier};
use crate::parameter::Given;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::digest::{SHA256, digest};
use std::borrow::Cow;

/// The S256 challenge of a verifier (RFC 7636 section 4.2).
fn append_challenge(pkce: Pkce, code_verifier: &str, to: &mut Outgoing<'_>) {
    if pkce == Pkce::S256Hex {
        to.plain("code_challenge", &sha256_hex(&[code_verifier]));
    } else {
        let mut buffer = [0; 43];
        let length = URL_SAFE_NO_PAD.encode_slice(digest(&SHA256, code_verifier.as_bytes()), &mut buffer);
        let text = length.ok().and_then(|length| buffer.get(..length));
        to.plain("code_challenge", text.and_then(|text| std::str::from_utf8(text).ok()).unwrap_or_default());
    }
    to.plain("code_challenge_method", "S256");
}

/// The values of one authorization request.
pub(crate) struct Request<'a> {
    pub(crate) response_type: &'static str,
    pub(crate) redirect_uri: &'a str,
    pub(crate) scopes: &'a [Cow<'static, str>],
    pub(crate) state: &'a str,
    pub(crate) code_verifier: Option<&'a str>,
    pub(crate) given: &'a Given,
}

impl Request<'_> {
    /// Hands the parameters over, in the order in which they go out.
    fn write(&self, sources: Sources<'_>, to: &mut dyn Parameters) -> Result<(), Error> {
        let metadata = sources.metadata;
        let format = &metadata.authorization_request;
        let mut to = Outgoing::new(format, to);
        to.standard("response_type", self.response_type);
        to.client_id(sources.client_id);
        to.standard("redirect_uri", &redirect_uri::sent(metadata.state, self.redirect_uri, self.state));
        if self.scopes.is_empty() && format.sends("scope") {
            to.standard("scope", "");
        }
        to.scopes(self.scopes, metadata.scope_delimiter);
        if metadata.state == StateCarrier::OwnParameter {
            to.plain("state", self.state);
        }
        if let Some(verifier) = self.code_verifier {
            append_challenge(metadata.pkce, verifier, &mut to);
        }
        let is_declared = || format.params.iter().any(|parameter| parameter.name == "response_mode");
        if metadata.callback.mode == CallbackMode::FormPost && !is_declared() {
            to.standard("response_mode", "form_post");
        }
        to.declared(sources, self.given)
    }

    /// The URL to which the browser goes.
    pub(crate) fn url(&self, endpoint: &str, sources: Sources<'_>) -> Result<String, Error> {
        let mut query = match route(sources) {
            Some(route) => Form::fragment_of(endpoint, route, 512),
            None => Form::query_of(endpoint, 512),
        };
        append_fixed_query(sources, &mut query)?;
        self.write(sources, &mut query)?;
        Ok(with_fragment(query.into_string(), sources))
    }

    /// The URL to which the browser posts these fields.
    pub(crate) fn form(
        &self,
        endpoint: &str,
        sources: Sources<'_>,
    ) -> Result<(String, Vec<(String, String)>), Error> {
        let mut query = Form::query_of(endpoint, 0);
        append_fixed_query(sources, &mut query)?;
        let mut fields = Vec::new();
        self.write(sources, &mut fields)?;
        Ok((with_fragment(query.into_string(), sources), fields))
    }
}

fn append_fixed_query(sources: Sources<'_>, query: &mut Form) -> Result<(), Error> {
    for (name, value) in sources.metadata.authorization_request.query {
        query.append(name, &template::expand(value, sources.variables, sources.client_id)?);
    }
    Ok(())
}

/// What stands before the parameters in the fragment, where they stand there.
fn route(sources: Sources<'_>) -> Option<&'static str> {
    sources.metadata.authorization_request.fragment?.strip_suffix('?')
}

/// The URL with the fragment that follows parameters.
fn with_fragment(mut url: String, sources: Sources<'_>) -> String {
    let fragment = sources.metadata.authorization_request.fragment;
    if let Some(fragment) = fragment.filter(|_| route(sources).is_none()) {
        url.extend(["#", fragment]);
    }
    url
}

/// A `resource` is an absolute URI without a fragment (RFC 8707 section 2).
pub(crate) fn check_resources<'a>(
    mut params: impl Iterator<Item = (&'static str, &'a str)>,
) -> Result<(), Error> {
    let is_absolute = |uri: &str| {
        uri.split_once(':').is_some_and(|(scheme, rest)| {
            scheme.starts_with(|first: char| first.is_ascii_alphabetic())
                && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
                && !rest.is_empty()
                && !rest.contains('#')
                && text::is_graphic(rest)
        })
    };
    match params.find(|(name, value)| *name == "resource" && !is_absolute(value)) {
        Some((_, value)) => Err(Error::configuration(format!(
            "the resource {value:?} is not an absolute URI without fragment (RFC 8707 section 2)"
        ))),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::metadata::{CallbackFormat, Metadata, ParameterMetadata, ParameterValue, RequestFormat};
    use crate::parameter::Parameter;
    use crate::url_variable::Text;
    use crate::variables::Variables;

    const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    fn sources<'a>(metadata: &'a Metadata, variables: &'a Variables) -> Sources<'a> {
        let randomness = |bytes: &mut [u8]| {
            bytes.fill(1);
            Ok(())
        };
        Sources { metadata, variables, client_id: "a&b", randomness }
    }

    fn request<'a>(
        given: &'a Given,
        scopes: &'a [Cow<'static, str>],
        code_verifier: Option<&'a str>,
    ) -> Request<'a> {
        let redirect_uri = "https://client.example/cb?x=1";
        Request { response_type: "code", redirect_uri, scopes, state: "s", code_verifier, given }
    }

    fn url(metadata: &Metadata, scopes: &[Cow<'static, str>], verifier: Option<&str>) -> String {
        let (given, variables) = (Given::default(), Variables::default());
        let url = request(&given, scopes, verifier)
            .url("https://server.example/authorize", sources(metadata, &variables));
        url.unwrap().strip_prefix("https://server.example/authorize?").unwrap().to_owned()
    }

    #[test]
    fn the_challenge_of_rfc_7636_appendix_b() {
        let challenge =
            "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256";
        assert!(url(&Metadata::DEFAULT, &[], Some(VERIFIER)).ends_with(challenge));
        let hex = "&code_challenge=13d31e961a1ad8ec2f16b10c4c982e0876a878ad6df144566ee1894acb70f9c3\
                   &code_challenge_method=S256";
        assert!(
            url(&Metadata { pkce: Pkce::S256Hex, ..Metadata::DEFAULT }, &[], Some(VERIFIER)).ends_with(hex)
        );
    }

    #[test]
    fn a_resource_is_an_absolute_uri_without_fragment() {
        for good in ["https://api.example/", "https://api.example/a?b=c", "urn:example:api", "a+b-c.1:x"] {
            assert!(check_resources([("resource", good)].into_iter()).is_ok(), "{good}");
        }
        for bad in
            ["", "x", "/x", "//api.example", "https:", ":x", "1a:b", "a_b:c", "a:b#c", "a:b c", "a:\u{e9}"]
        {
            let error = check_resources([("audience", "x"), ("resource", bad)].into_iter()).unwrap_err();
            assert!(error.to_string().contains("RFC 8707"), "{bad}: {error}");
        }
        assert!(check_resources([("audience", "no URI")].into_iter()).is_ok());
    }

    #[test]
    fn the_url_encodes_every_value_once() {
        let metadata = Metadata {
            authorization_request: RequestFormat {
                params: const { &[ParameterMetadata::new("ui", ParameterValue::Optional)] },
                ..RequestFormat::DEFAULT
            },
            ..Metadata::DEFAULT
        };
        let (mut given, variables) = (Given::default(), Variables::default());
        given.set(&[], ' ', Parameter::<(), ()>::declared("ui", "a b").into_content());
        let scopes = ["read".into(), "api:write".into()];
        let url = request(&given, &scopes, None)
            .url("https://server.example/authorize?v=2", sources(&metadata, &variables));
        assert_eq!(
            url.unwrap(),
            "https://server.example/authorize?v=2&response_type=code&client_id=a%26b\
             &redirect_uri=https%3A%2F%2Fclient.example%2Fcb%3Fx%3D1&scope=read+api%3Awrite&state=s&ui=a+b"
        );
    }

    #[test]
    fn every_peculiarity_of_an_authorization_request() {
        // WeChat, with more than WeChat has.
        let metadata = Metadata {
            scope_delimiter: ',',
            callback: CallbackFormat { mode: CallbackMode::FormPost, ..CallbackFormat::DEFAULT },
            authorization_request: RequestFormat {
                rename: &[("client_id", "appid"), ("redirect_uri", "redirect_url"), ("scope", "perms")],
                omit: &["response_type"],
                query: &[("key", "{key}")],
                params: const {
                    &[
                        ParameterMetadata::new("tenant", ParameterValue::Template("{key}/{client_id}")),
                        ParameterMetadata::new("nonce", ParameterValue::Random),
                    ]
                },
                fragment: Some("wechat_redirect"),
                ..RequestFormat::DEFAULT
            },
            ..Metadata::DEFAULT
        };
        let (given, mut variables) = (Given::default(), Variables::default());
        variables.set::<Text, _>("key", &"k&1".to_owned());
        let scopes = ["a".into(), "b".into()];
        let request = request(&given, &scopes, None);
        assert_eq!(
            request.url("https://server.example/a", sources(&metadata, &variables)).unwrap(),
            "https://server.example/a?key=k%261&appid=a%26b&redirect_url=https%3A%2F%2Fclient.example%2Fcb%3Fx%3D1\
             &perms=a%2Cb&state=s&response_mode=form_post&tenant=k%261%2Fa%26b&nonce=AQEBAQEBAQEBAQEBAQEBAQ\
             #wechat_redirect"
        );
        let (action, fields) =
            request.form("https://server.example/a", sources(&metadata, &variables)).unwrap();
        assert_eq!(action, "https://server.example/a?key=k%261#wechat_redirect");
        assert_eq!(fields[0], ("appid".to_owned(), "a&b".to_owned()));
        assert_eq!(fields[2], ("perms".to_owned(), "a,b".to_owned()));
    }

    #[test]
    fn parameters_can_stand_in_the_fragment() {
        // Shopline: its login is a page that reads its own fragment.
        let format = RequestFormat { fragment: Some("/oauth/authorize?"), ..RequestFormat::DEFAULT };
        let metadata = Metadata { authorization_request: format, ..Metadata::DEFAULT };
        let (given, variables) = (Given::default(), Variables::default());
        let request = request(&given, &[], None);
        for (endpoint, start) in [
            (
                "https://server.example/web/",
                "https://server.example/web/#/oauth/authorize?response_type=code&",
            ),
            (
                "https://server.example/?a=b",
                "https://server.example/?a=b#/oauth/authorize?response_type=code&",
            ),
        ] {
            let url = request.url(endpoint, sources(&metadata, &variables)).unwrap();
            assert!(url.starts_with(start), "{url}");
        }
    }

    #[test]
    fn an_empty_scope_is_sent_where_it_is_demanded() {
        let format = RequestFormat { send: &["scope"], ..RequestFormat::DEFAULT };
        let metadata = Metadata { authorization_request: format, ..Metadata::DEFAULT };
        assert!(url(&metadata, &[], None).contains("&scope=&state=s"));
        assert!(url(&metadata, &["a".into()], None).contains("&scope=a&state=s"));
        assert!(!url(&Metadata::DEFAULT, &[], None).contains("scope"));
    }

    #[test]
    fn a_declared_response_mode_is_the_only_one() {
        let metadata = Metadata {
            callback: CallbackFormat { mode: CallbackMode::FormPost, ..CallbackFormat::DEFAULT },
            authorization_request: RequestFormat {
                params: const { &[ParameterMetadata::new("response_mode", ParameterValue::Fixed("web_message"))] },
                ..RequestFormat::DEFAULT
            },
            ..Metadata::DEFAULT
        };
        assert!(url(&metadata, &[], None).ends_with("&state=s&response_mode=web_message"));
    }

    #[test]
    fn state_in_the_redirect_uri_is_no_parameter() {
        let metadata = Metadata { state: StateCarrier::InRedirectUri, ..Metadata::DEFAULT };
        assert_eq!(
            url(&metadata, &[], None),
            "response_type=code&client_id=a%26b\
             &redirect_uri=https%3A%2F%2Fclient.example%2Fcb%3Fx%3D1%26state%3Ds"
        );
        let sent = |uri| redirect_uri::sent(StateCarrier::InRedirectUri, uri, "s");
        assert_eq!(sent("com.example.app:/cb"), "com.example.app:/cb?state=s");
    }
}
