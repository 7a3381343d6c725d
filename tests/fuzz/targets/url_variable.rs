//! Values in endpoint URLs: whatever expands stays at the declared host, for another parser too.

#![no_main]

use libfuzzer_sys::fuzz_target;
use oauth_core::Endpoints;
use oauth_fuzz::{Tenant, Unchecked, host, is_label_and_segment, measured};
use url::{Position, Url};

fuzz_target!(|input: &[u8]| {
    let Ok(text) = std::str::from_utf8(input) else { return };
    let (shop, part) = text.split_once('\t').unwrap_or((text, "part"));
    let tenant = Tenant { shop: Unchecked(shop.to_owned()), part: Unchecked(part.to_owned()) };
    match measured(text.len(), || Endpoints::of(&tenant)) {
        Ok(endpoints) => {
            let text = endpoints.authorization().unwrap();
            // Punycode that decodes to nothing is a name that nobody asks for.
            let Ok(url) = Url::parse(text) else { return assert!(text.contains("xn--")) };
            assert_eq!(url.as_str(), text);
            assert_eq!(&url[..Position::BeforeHost], "https://");
            assert_eq!(url.host_str().unwrap(), format!("{shop}.shops.example"));
            assert_eq!(url.path_segments().unwrap().collect::<Vec<_>>(), [part, "authorize"]);
        }
        Err(error) => {
            assert!(!is_label_and_segment(shop, part), "good values are taken");
            assert!(!error.to_string().chars().any(char::is_control));
        }
    }
    if measured(text.len(), || host(text)).is_some() {
        let Ok(url) = Url::parse(&format!("https://{text}/")) else { return assert!(text.contains("xn--")) };
        assert!(matches!(url.host(), Some(url::Host::Domain(name)) if name == text));
    }
});
