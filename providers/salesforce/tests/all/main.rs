//! The contract of every provider crate.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

mod login {
    use oauth_salesforce::Salesforce;
    oauth_testkit::provider_tests!(
        Salesforce,
        Salesforce::SANDBOX,
        [
            authorization_code => |request| {
                request
                    .parameter(Salesforce::PROMPT_LOGIN)
                    .parameter(Salesforce::PROMPT_CONSENT)
                    .parameter(Salesforce::DISPLAY_TOUCH)
            },
            refresh_token
        ]
    );
}

mod domain {
    use oauth_salesforce::oauth_core::HostLabel;
    use oauth_salesforce::{SalesforceDomain, Site};
    oauth_testkit::provider_tests!(
        SalesforceDomain,
        SalesforceDomain { domain: HostLabel::new("acme--dev").unwrap(), site: Site::Sandbox },
        [authorization_code, refresh_token, client_credentials]
    );
}
