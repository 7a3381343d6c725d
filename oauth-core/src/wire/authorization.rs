//! The authorization request (RFC 6749 section 4.1.1, RFC 7636 section 4.3).

use super::form::{Form, Parameters, Value};
use super::outgoing::{Outgoing, Sources};
use super::{redirect_uri, template};
use crate::error::Error;
use crate::metadata::{CallbackMode, StateCarrier};
use crate::parameter::Given;
use std::borrow::Cow;

/// The values of one authorization request.
pub(crate) struct Request<'a> {
    pub(crate) client: Client<'a>,
    pub(crate) redirect_uri: Value<'a>,
    pub(crate) scopes: &'a [Cow<'static, str>],
    pub(crate) state: &'a str,
    pub(crate) code_challenge: Option<&'a str>,
    pub(crate) given: &'a Given,
}

/// Those that are the same for every request of a client.
#[derive(Clone, Copy)]
pub(crate) struct Client<'a> {
    pub(crate) endpoint: &'a str,
    pub(crate) response_type: &'static str,
    pub(crate) id: &'a str,
}

impl Client<'_> {
    fn write(&self, to: &mut Outgoing<'_>) {
        to.standard("response_type", self.response_type.into());
        to.client_id(self.id);
    }

    /// The URL as far as it is always the same.
    pub(crate) fn beginning(&self, sources: Sources<'_>) -> Result<Form, Error> {
        let mut query = match route(sources) {
            Some(route) => Form::fragment_of(self.endpoint, route, 64),
            None => Form::query_of(self.endpoint, 64),
        };
        append_fixed_query(sources, &mut query)?;
        self.write(&mut Outgoing::new(sources.metadata.authorization_request, &mut query));
        Ok(query)
    }
}

impl Request<'_> {
    /// Hands the parameters behind those of the client over, in the order in which they go out.
    fn write(&self, sources: Sources<'_>, mut to: Outgoing<'_>) -> Result<(), Error> {
        let metadata = sources.metadata;
        let format = &metadata.authorization_request;
        match redirect_uri::sent(metadata.state, self.redirect_uri.text(), self.state) {
            Cow::Borrowed(_) => to.standard("redirect_uri", self.redirect_uri),
            Cow::Owned(with_state) => to.standard("redirect_uri", (&*with_state).into()),
        }
        if self.scopes.is_empty() && format.sends("scope") {
            to.standard("scope", Value::plain(""));
        }
        to.scopes(self.scopes, metadata.scope_delimiter);
        if metadata.state == StateCarrier::OwnParameter {
            to.standard("state", Value::plain(self.state));
        }
        if let Some(challenge) = self.code_challenge {
            to.standard("code_challenge", Value::plain(challenge));
            to.standard("code_challenge_method", Value::plain("S256"));
        }
        let is_declared = || format.params.iter().any(|parameter| parameter.name == "response_mode");
        if metadata.callback.mode == CallbackMode::FormPost && !is_declared() {
            to.standard("response_mode", Value::plain("form_post"));
        }
        to.declared(sources, self.given)
    }

    /// The URL to which the browser goes. It begins with [`Client::beginning`].
    pub(crate) fn url(&self, beginning: &Form, sources: Sources<'_>) -> Result<String, Error> {
        let mut query = beginning.extended(384);
        self.write(sources, Outgoing::new(sources.metadata.authorization_request, &mut query))?;
        Ok(with_fragment(query.into_string(), sources))
    }

    /// The URL to which the browser posts these fields.
    pub(crate) fn form(&self, sources: Sources<'_>) -> Result<(String, Vec<(String, String)>), Error> {
        let mut query = Form::query_of(self.client.endpoint, 0);
        append_fixed_query(sources, &mut query)?;
        let mut fields = Vec::new();
        let mut to = Outgoing::new(sources.metadata.authorization_request, &mut fields);
        self.client.write(&mut to);
        self.write(sources, to)?;
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

#[cfg(test)]
mod tests {
    use super::*;

    use crate::metadata::{CallbackFormat, Metadata, ParameterMetadata, ParameterValue, RequestFormat};
    use crate::parameter::Parameter;
    use crate::url_variable::Text;
    use crate::variables::Variables;

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
        code_challenge: Option<&'a str>,
    ) -> Request<'a> {
        let redirect_uri = "https://client.example/cb?x=1".into();
        let client = Client { endpoint: "", response_type: "code", id: "a&b" };
        Request { client, redirect_uri, scopes, state: "s", code_challenge, given }
    }

    fn url_of(
        request: &Request<'_>,
        endpoint: &str,
        metadata: &Metadata,
        variables: &Variables,
    ) -> Result<String, Error> {
        let sources = sources(metadata, variables);
        request.url(&Client { endpoint, ..request.client }.beginning(sources)?, sources)
    }

    fn url(metadata: &Metadata, scopes: &[Cow<'static, str>], challenge: Option<&str>) -> String {
        let (given, variables) = (Given::default(), Variables::default());
        let request = request(&given, scopes, challenge);
        let url = url_of(&request, "https://server.example/authorize", metadata, &variables);
        url.unwrap().strip_prefix("https://server.example/authorize?").unwrap().to_owned()
    }

    #[test]
    fn a_challenge_comes_with_its_method() {
        let challenge = "&state=s&code_challenge=c-1_&code_challenge_method=S256";
        assert!(url(&Metadata::DEFAULT, &[], Some("c-1_")).ends_with(challenge));
        assert!(!url(&Metadata::DEFAULT, &[], None).contains("challenge"));
    }

    #[test]
    fn the_url_encodes_every_value_once() {
        let metadata = Metadata {
            authorization_request: &RequestFormat {
                params: const { &[ParameterMetadata::new("ui", ParameterValue::Optional)] },
                ..RequestFormat::DEFAULT
            },
            ..Metadata::DEFAULT
        };
        let (mut given, variables) = (Given::default(), Variables::default());
        given.set(&[], ' ', Parameter::<(), ()>::declared("ui", "a b").into_content());
        let scopes = ["read".into(), "api:write".into()];
        let request = request(&given, &scopes, None);
        let url = url_of(&request, "https://server.example/authorize?v=2", &metadata, &variables);
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
            callback: &CallbackFormat { mode: CallbackMode::FormPost, ..CallbackFormat::DEFAULT },
            authorization_request: &RequestFormat {
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
            url_of(&request, "https://server.example/a", &metadata, &variables).unwrap(),
            "https://server.example/a?key=k%261&appid=a%26b&redirect_url=https%3A%2F%2Fclient.example%2Fcb%3Fx%3D1\
             &perms=a%2Cb&state=s&response_mode=form_post&tenant=k%261%2Fa%26b&nonce=AQEBAQEBAQEBAQEBAQEBAQ\
             #wechat_redirect"
        );
        let client = Client { endpoint: "https://server.example/a", ..request.client };
        let (action, fields) = Request { client, ..request }.form(sources(&metadata, &variables)).unwrap();
        assert_eq!(action, "https://server.example/a?key=k%261#wechat_redirect");
        assert_eq!(fields[0], ("appid".to_owned(), "a&b".to_owned()));
        assert_eq!(fields[2], ("perms".to_owned(), "a,b".to_owned()));
    }

    #[test]
    fn parameters_can_stand_in_the_fragment() {
        // Shopline: its login is a page that reads its own fragment.
        let format = &RequestFormat { fragment: Some("/oauth/authorize?"), ..RequestFormat::DEFAULT };
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
            let url = url_of(&request, endpoint, &metadata, &variables).unwrap();
            assert!(url.starts_with(start), "{url}");
        }
    }

    #[test]
    fn an_empty_scope_is_sent_where_it_is_demanded() {
        let format = &RequestFormat { send: &["scope"], ..RequestFormat::DEFAULT };
        let metadata = Metadata { authorization_request: format, ..Metadata::DEFAULT };
        assert!(url(&metadata, &[], None).contains("&scope=&state=s"));
        assert!(url(&metadata, &["a".into()], None).contains("&scope=a&state=s"));
        assert!(!url(&Metadata::DEFAULT, &[], None).contains("scope"));
    }

    #[test]
    fn a_declared_response_mode_is_the_only_one() {
        let metadata = Metadata {
            callback: &CallbackFormat { mode: CallbackMode::FormPost, ..CallbackFormat::DEFAULT },
            authorization_request: &RequestFormat {
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
