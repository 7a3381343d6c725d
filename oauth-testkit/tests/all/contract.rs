//! The contract suite itself: each of its tests can fail.

use crate::providers::{Redbooth, Reverb};
use oauth_core::Provider;
use oauth_testkit::__suite::{Checked, Suite};
use std::fs;
use std::path::PathBuf;

/// The suite for providers with every standard grant and endpoint. README, fixtures and snapshots are in
/// `tests/contract`.
mod plain {
    use crate::providers::Plain;

    oauth_testkit::provider_tests!(
        @folder concat!(env!("CARGO_MANIFEST_DIR"), "/tests/contract");
        Plain,
        Plain,
        [authorization_code, refresh_token, client_credentials, password, implicit]
    );

    #[test]
    fn a_fixture_that_does_not_decode_fails_with_its_shape() {
        let folder = crate::contract::folder("shape");
        crate::contract::write(&folder, "tests/fixtures/password.json", r#"{"token":"hunter22"}"#);
        let suite =
            oauth_testkit::__suite::Suite::new(folder.to_str().unwrap(), "all", &Plain, &["password"]);
        let failure = format!("{:?}", suite.answers(&__grants(), __endpoints).unwrap_err());
        assert!(failure.contains("password.json") && failure.contains("{token: string of 8}"), "{failure}");
        assert!(!failure.contains("hunter22"), "{failure}");
    }

    #[test]
    fn an_error_that_is_none_fails_and_so_does_an_unknown_name() {
        for (name, text, reason) in [
            ("error_200.json", r#"{"access_token":"a","token_type":"bearer"}"#, "is read as a good answer"),
            ("password.json", r#"{"error":"invalid_grant"}"#, "is read as an error"),
            ("device.json", "{}", "no listed grant"),
        ] {
            let folder = crate::contract::folder("errors");
            crate::contract::write(&folder, &format!("tests/fixtures/{name}"), text);
            let suite =
                oauth_testkit::__suite::Suite::new(folder.to_str().unwrap(), "all", &Plain, &["password"]);
            let failure = format!("{:?}", suite.answers(&__grants(), __endpoints).unwrap_err());
            assert!(failure.contains(reason), "{failure}");
        }
    }

    #[test]
    fn a_request_that_changed_is_shown() {
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            return;
        }
        let folder = crate::contract::folder("requests");
        crate::contract::write(&folder, "tests/snapshots/requests.txt", "# authorization_code\nGET other\n");
        let suite = oauth_testkit::__suite::Suite::new(folder.to_str().unwrap(), "all", &Plain, &[]);
        let failure = format!("{:?}", suite.requests(&__grants(), __endpoints).unwrap_err());
        assert!(failure.contains("requests.txt differs in line 1"), "{failure}");
    }
}

mod redbooth {
    use crate::providers::Redbooth;
    oauth_testkit::provider_tests!(
        @folder concat!(env!("CARGO_MANIFEST_DIR"), "/tests/contract");
        Redbooth,
        Redbooth,
        [authorization_code, refresh_token]
    );
}

/// An app that declares a provider has no such README.
mod app {
    use crate::providers::Redbooth;
    oauth_testkit::provider_tests!(
        @folder concat!(env!("CARGO_MANIFEST_DIR"), "/tests/contract");
        undocumented: Redbooth,
        Redbooth,
        [authorization_code, refresh_token]
    );

    /// Its name is free.
    #[test]
    fn documentation() {}
}

mod hosted {
    use crate::providers::Hosted;
    oauth_testkit::provider_tests!(
        @folder concat!(env!("CARGO_MANIFEST_DIR"), "/tests/contract");
        Hosted,
        Hosted,
        [authorization_code, refresh_token]
    );
}

/// A folder of its own, empty.
pub(crate) fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

#[allow(clippy::disallowed_methods, reason = "a fixture, which nobody reads before it is whole")]
pub(crate) fn write(folder: &std::path::Path, name: &str, text: &str) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn failure(checked: Checked) -> String {
    format!("{:?}", checked.unwrap_err())
}

fn suite<P: Provider>(folder: &std::path::Path, provider: &P, grants: &'static [&'static str]) -> Suite {
    Suite::new(folder.to_str().unwrap(), "all", provider, grants)
}

#[test]
fn no_grant_is_forgotten() {
    let folder = folder("grants");
    let listed = |grants| suite(&folder, &Redbooth, grants).grants_are_listed();
    assert!(listed(&["refresh_token", "authorization_code"]).is_ok());
    assert!(failure(listed(&["authorization_code"])).contains("`refresh_token` is declared"));
    let more = failure(listed(&["refresh_token", "authorization_code", "password"]));
    assert!(more.contains("`password` is listed and not declared"), "{more}");
}

#[test]
fn documentation_is_complete() {
    let folder = folder("documentation");
    let complete = "# oauth-x\n`https://reverb.com/oauth/authorize` `https://reverb.com/oauth/token` \
                    `https://api.reverb.com/api`\nauthorization code, client credentials, implicit\n\
                    ## Example\n## Sources\nLooked up on 2026-11-22.\n## Unverified\n";
    let check = |readme: &str| {
        write(&folder, "README.md", readme);
        suite(&folder, &Reverb, &[]).documentation()
    };
    check(complete).unwrap();
    for (gone, reason) in [
        ("2026-11-22", "the date on which"),
        ("## Unverified", "`## Unverified`"),
        ("https://reverb.com/oauth/token", "the endpoint `https://reverb.com/oauth/token`"),
        ("client credentials", "the grant `client_credentials`"),
    ] {
        let found = failure(check(&complete.replace(gone, "")));
        assert!(found.contains(reason), "{found}");
    }
    let found = failure(check(""));
    assert!(found.contains("documentation/README.md lacks"), "{found}");
    assert_eq!(found.matches("\n  - ").count(), 10, "all at once: {found}");
}
