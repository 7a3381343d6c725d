//! Promises about any value, against parsers that are not ours.

use crate::declarations::{HOSTILE, WithParameters, careless, with_parameter};
use crate::{Bank, parameters};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use oauth_core::http::header;
use oauth_core::metadata::{BasicEncoding, ClientAuth};
use oauth_core::{Client, ClientSecret, Endpoints, Host, HostLabel, PathPrefix, Segment, oauth_provider};
use oauth_standard::Standard;
use proptest::prelude::*;
use url::{Position, Url};

/// A server that may stand below a path.
#[oauth_provider(
    token_endpoint = "https://{host}{path}/token",
    client_auth(client_secret_post),
    grants(client_credentials),
    ssrf(allow_any, because = "a test")
)]
struct Below {
    host: Host,
    path: PathPrefix,
}

/// Text that is nearly right, text that is anything, and both beside each other.
fn text() -> impl Strategy<Value = String> {
    let hostile = || prop::sample::select(HOSTILE);
    prop_oneof![
        3 => "[a-z0-9-]{1,12}",
        3 => "[a-zA-Z0-9.@/\\\\#?%:;&=_~\\[\\]{}$ \t\r\n-]{0,16}",
        2 => "\\PC{0,8}",
        1 => any::<String>(),
        1 => hostile().prop_map(str::to_owned),
        1 => (hostile(), "[a-z.]{0,4}").prop_map(|(hostile, more)| format!("{more}{hostile}{more}")),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4096, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn sec_77_an_expanded_url_never_leaves_the_declared_host(shop in text(), part in text()) {
        let Ok(endpoints) = Endpoints::of(&careless(&shop, &part)) else {
            prop_assert!(HostLabel::new(&shop).is_err() || Segment::new(&part).is_err(), "good values are taken");
            return Ok(());
        };
        for (text, last) in [(endpoints.authorization().unwrap(), "authorize"), (endpoints.token().unwrap(), "token")] {
            // Punycode that decodes to nothing is a name that nobody asks for.
            let Ok(url) = Url::parse(text) else {
                prop_assert!(text.contains("xn--"));
                return Ok(());
            };
            // As it was written: nothing was decoded, mapped or removed.
            prop_assert_eq!(url.as_str(), text);
            prop_assert_eq!(&url[..Position::BeforeHost], "https://");
            let host = format!("{shop}.shops.example");
            prop_assert_eq!(url.host_str(), Some(&*host));
            prop_assert_eq!(url.path_segments().unwrap().collect::<Vec<_>>(), [&*part, last]);
            prop_assert_eq!(&url[Position::AfterPath..], "");
        }
    }

    #[test]
    fn sec_77_a_whole_host_is_the_host(host in text()) {
        let Ok(checked) = Host::new(&host) else { return Ok(()) };
        let endpoints = Endpoints::of(&Standard { host: checked }).unwrap();
        let Ok(url) = Url::parse(endpoints.token().unwrap()) else {
            prop_assert!(host.contains("xn--"));
            return Ok(());
        };
        prop_assert_eq!(url.as_str(), format!("https://{host}/token"));
        prop_assert!(matches!(url.host(), Some(url::Host::Domain(name)) if name == host));
    }

    #[test]
    fn sec_77_a_path_prefix_stays_in_the_path(host in text(), path in text(), slash in any::<bool>()) {
        let path = if slash { format!("/{path}") } else { path };
        let (Ok(host), Ok(prefix)) = (Host::new(&host), PathPrefix::new(&path)) else { return Ok(()) };
        let name = host.to_string();
        let endpoints = Endpoints::of(&Below { host, path: prefix }).unwrap();
        let url = Url::parse(endpoints.token().unwrap()).unwrap();
        prop_assert_eq!(url.as_str(), format!("https://{name}{path}/token"));
        prop_assert_eq!(url.host_str(), Some(&*name));
        prop_assert_eq!(url.path(), format!("{path}/token"));
    }

    #[test]
    fn sec_23_basic_credentials_come_back_as_they_went(id in any::<String>(), secret in any::<String>()) {
        let basic = ClientAuth::ClientSecretBasic(BasicEncoding::Form);
        let client = Client::new(Bank, ClientSecret::new(&*id, &*secret)).with_client_auth(basic);
        let request = client.client_credentials().request().unwrap();
        let value = &request.headers()[header::AUTHORIZATION];
        prop_assert!(value.as_bytes().is_ascii());
        let pair = STANDARD.decode(value.to_str().unwrap().strip_prefix("Basic ").unwrap()).unwrap();
        let pair = String::from_utf8(pair).unwrap();
        let (sent_id, sent_secret) = pair.split_once(':').unwrap();
        for (sent, meant) in [(sent_id, id), (sent_secret, secret)] {
            let decoded = parameters(format!("x={sent}"));
            prop_assert_eq!(decoded, [("x".to_owned(), meant)]);
        }
    }

    #[test]
    fn sec_40_an_authorization_url_reads_back_as_the_same_parameters(hint in any::<String>(), path in text()) {
        let redirect_uri = format!("https://app.example/{path}");
        let Ok((url, state)) = with_parameter(&redirect_uri, &[WithParameters::HINT.value(&*hint)]) else {
            let is_odd = |char: char| "#\\".contains(char) || char.is_control() || char.is_whitespace();
            prop_assert!(path.chars().any(is_odd));
            return Ok(());
        };
        let url = Url::parse(&url).unwrap();
        prop_assert_eq!((url.host_str(), url.fragment()), (Some("parameters.example"), None));
        let mut sent: Vec<(String, String)> = url.query_pairs().into_owned().collect();
        // Another login has another challenge.
        let challenge = sent.iter().position(|(name, _)| name == "code_challenge").unwrap();
        prop_assert_eq!(sent.remove(challenge).1.len(), 43);
        let meant = [
            ("response_type", "code"),
            ("client_id", "id"),
            ("redirect_uri", &*redirect_uri),
            ("scope", "read"),
            ("state", &*state),
            ("code_challenge_method", "S256"),
            ("owner", "user"),
            ("hint", &*hint),
        ];
        let meant: Vec<_> = meant.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        prop_assert_eq!(sent, meant);
    }
}
