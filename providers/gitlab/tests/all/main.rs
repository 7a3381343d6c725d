//! The contract of every provider crate.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use oauth_gitlab::GitLab;
use oauth_gitlab::oauth_core::Host;

oauth_testkit::provider_tests!(
    GitLab,
    GitLab { host: Host::new("gitlab.com").unwrap() },
    [
        authorization_code => |request| request.parameter(GitLab::ROOT_NAMESPACE_ID.value("42")),
        refresh_token
    ]
);
