//! The contract of every provider crate.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use oauth_fiserv::Fiserv;
use oauth_fiserv::oauth_core::Host;

fn example() -> Fiserv {
    let efx_header = r#"{"OrganizationId":"999990301"}"#.to_owned();
    Fiserv { host: Host::new("cert.api.fiservapps.com").unwrap(), efx_header }
}

oauth_testkit::provider_tests!(Fiserv, example(), [client_credentials]);
