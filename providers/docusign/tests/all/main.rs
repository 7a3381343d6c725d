//! The contract of every provider crate.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

mod documented;

mod production {
    use oauth_docusign::Docusign;
    oauth_testkit::provider_tests!(
        Docusign,
        Docusign::PRODUCTION,
        [
            authorization_code => |request| {
                request.parameter(Docusign::ADMIN_CONSENT_SCOPE.scopes([Docusign::SIGNATURE, Docusign::EXTENDED]))
            },
            refresh_token
        ]
    );
}

mod developer {
    use oauth_docusign::Docusign;
    oauth_testkit::provider_tests!(Docusign, Docusign::DEVELOPER, [authorization_code, refresh_token]);
}
