//! Who owns the names under a domain, as far as a short list knows.

/// Whether many owners have their names directly under this domain. Knows the common ones; the whole Public
/// Suffix List changes every week.
pub(crate) fn has_many_owners(domain: &str) -> bool {
    let labels: Vec<_> = domain.split('.').collect();
    match labels.as_slice() {
        [_] => true,
        // `co.uk`, `com.au` and the like.
        [second, last] if last.len() == 2 && SECOND_LEVEL.contains(second) => true,
        _ => SHARED.contains(&domain),
    }
}

/// What stands before the label of a country.
const SECOND_LEVEL: &[&str] = &["ac", "co", "com", "edu", "gov", "ne", "net", "or", "org"];

/// Domains under which a host sells or gives away names.
const SHARED: &[&str] = &[
    "github.io",
    "herokuapp.com",
    "vercel.app",
    "netlify.app",
    "pages.dev",
    "workers.dev",
    "web.app",
    "azurewebsites.net",
    "cloudfront.net",
    "amazonaws.com",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shared_domain_is_told_from_an_owned_one() {
        for shared in ["com", "uk", "co.uk", "com.au", "or.jp", "herokuapp.com"] {
            assert!(has_many_owners(shared), "{shared}");
        }
        for owned in ["example.com", "bbc.co.uk", "myshopify.com", "co.example", "auth.herokuapp.com"] {
            assert!(!has_many_owners(owned), "{owned}");
        }
    }
}
