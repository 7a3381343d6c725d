//! The contract of every provider crate.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use oauth_gitlab::GitLab;
use oauth_gitlab::oauth_core::{Client, ClientSecret, Host, PathPrefix};

oauth_testkit::provider_tests!(
    GitLab,
    GitLab { host: Host::new("gitlab.com").unwrap(), path: PathPrefix::default() },
    [
        authorization_code => |request| request.parameter(GitLab::ROOT_NAMESPACE_ID.value("42")),
        refresh_token
    ]
);

#[test]
fn a_server_may_stand_under_a_relative_url_root() {
    let below =
        GitLab { host: Host::new("dev.example.com").unwrap(), path: PathPrefix::new("/gitlab").unwrap() };
    let client = Client::new(below, ClientSecret::new("id", "secret"));
    let endpoints = client.endpoints().unwrap();
    assert_eq!(endpoints.token(), Some("https://dev.example.com/gitlab/oauth/token"));
    assert_eq!(endpoints.api_base(), Some("https://dev.example.com/gitlab/api/v4"));
    assert_eq!(endpoints.issuer(), Some("https://dev.example.com/gitlab"));
}
