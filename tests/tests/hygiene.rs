//! The expansion is at home everywhere: it names nothing that the user could have renamed, and
//! passes the strictest lints.
#![deny(
    missing_docs,
    missing_debug_implementations,
    unreachable_pub,
    unused_qualifications,
    warnings,
    clippy::all,
    clippy::pedantic
)]

/// Everything that an expansion can hold, without the prelude.
pub mod no_prelude {
    #![no_implicit_prelude]

    /// The sites of [`Shop`].
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::marker::Copy, ::oauth_core::UrlVariable)]
    pub enum Site {
        /// For money.
        #[url("example.com")]
        Production,
        /// For play.
        #[url("sandbox.example.com")]
        Sandbox,
    }

    /// A provider with every key.
    #[::oauth_core::oauth_provider(
        issuer = "https://auth.{site}/{tenant}",
        authorization_endpoint = "https://auth.{site}/{tenant}/authorize",
        token_endpoint = "https://auth.{site}/{tenant}/token",
        revocation_endpoint = "https://auth.{site}/{tenant}/revoke",
        introspection_endpoint = "https://{region}.example.org/introspect",
        api_base = "https://api.{site}",
        client_auth(client_secret_basic(encoding = "raw", because = "the server does not decode"), none),
        grants(
            authorization_code(default_scopes(read)),
            implicit(scopes(read), because = "kiosks have nothing else"),
            client_credentials(scopes(read, r#type), client_auth(client_secret_post), issues(refresh_token)),
            password(scopes(admin), because = "the terminal has no browser"),
            refresh_token(rotation(strict), send(scope))
        ),
        scope_delimiter = ',',
        scope_prefix = "shop:",
        scopes(read, r#type, admin = "all|everything", list),
        custom_scopes(allowed),
        pkce(none, because = "the server answers with an error"),
        redirect_uri(opaque),
        authorization_request(
            method(get, post),
            params(prompt(one_of(login, select = "select-account")), locale(optional), owner = "user")
        ),
        revocation_request(auth(bearer)),
        introspection_request(method(get), auth(bearer), omit(token)),
        token_response(
            expires_in(never),
            token_type(alias("User Token")),
            fields(refresh_token_expires_in = "refresh_ttl"),
            extra(::oauth_core::NoExtra)
        ),
        introspection_response(active(status), extra(::oauth_core::NoExtra)),
        error_response(format(text)),
        callback(iss(required)),
        bearer(headers(header("Accept-Version", "3.0")))
    )]
    #[derive(::core::fmt::Debug)]
    pub struct Shop {
        /// Production or sandbox.
        pub site: Site,
        /// The customer.
        pub tenant: ::oauth_core::Segment,
        /// The data centre.
        pub region: ::oauth_core::HostLabel,
    }
}

/// Names of the prelude and of the expansion, taken by something else.
#[allow(dead_code)]
pub mod shadowed {
    mod core {}
    mod oauth_core {}
    mod metadata {}
    mod m {}
    struct Option;
    struct Some;
    struct None;
    struct Result;
    struct Metadata;
    struct Provider;
    struct Scope;
    struct Supports;
    enum PasswordOrRefresh {}
    type Self_ = str;
    const METADATA: () = ();
    fn variables() {}

    /// A provider among impostors.
    #[::oauth_core::oauth_provider(
        issuer = "https://{host}",
        token_endpoint = "https://{host}/token",
        ssrf(deny_private),
        client_auth(client_secret_basic),
        grants(
            client_credentials,
            password(scopes(user), because = "no browser"),
            refresh_token(scopes(user))
        ),
        scopes(user, other)
    )]
    #[derive(Debug)]
    pub struct Shadowed {
        /// The server.
        pub host: ::oauth_core::Host,
    }
}

/// Two providers with the same words side by side, one of them private.
pub mod neighbours {
    use oauth_core::oauth_provider;

    /// The first.
    #[oauth_provider(
        token_endpoint = "https://one.example/token",
        client_auth(client_secret_basic),
        grants(client_credentials, password(scopes(user), because = "no browser"), refresh_token),
        scopes(user, read)
    )]
    #[derive(Debug)]
    pub struct One;

    #[oauth_provider(
        token_endpoint = "https://two.example/token",
        client_auth(none),
        grants(
            client_credentials(client_auth(none), scopes(read)),
            password(because = "no browser"),
            refresh_token
        ),
        scopes(user, read)
    )]
    #[derive(Debug)]
    struct Two;

    #[test]
    fn the_constants_are_distinct() {
        assert_eq!(One::USER, One::USER.clone());
        assert_eq!((One::USER.as_str(), Two::USER.as_str()), ("user", "user"));
        assert_eq!(format!("{One:?} {Two:?}"), "One Two");
    }
}

/// A provider in a function, and one behind a `macro_rules!`.
#[test]
fn a_declaration_stands_wherever_a_struct_does() {
    use oauth_core::{Provider, oauth_provider};

    macro_rules! provider {
        ($name:ident, $url:literal) => {
            #[oauth_provider(
                token_endpoint = $url,
                client_auth(client_secret_basic),
                grants(client_credentials, password(scopes(user), because = "no browser"), refresh_token),
                scopes(user)
            )]
            struct $name;
        };
    }
    provider!(Local, "https://local.example/token");

    assert_eq!(Local.metadata().token_endpoint, Some("https://local.example/token"));
    assert_eq!(Local::USER.as_str(), "user");
}

/// oauth-core behind another path.
pub mod reexported {
    /// Another path.
    pub mod oauth {
        pub use oauth_core::*;
    }

    /// The end of a host.
    #[derive(Debug, oauth::UrlVariable)]
    #[url(crate = "crate::reexported::oauth")]
    pub enum Site {
        /// The only one.
        #[url("example.com")]
        Only,
    }

    /// A provider that knows oauth-core by another path.
    #[oauth::oauth_provider(
        crate = "crate::reexported::oauth",
        token_endpoint = "https://auth.{site}/token",
        client_auth(client_secret_basic),
        grants(client_credentials),
        scopes(read)
    )]
    #[derive(Debug)]
    pub struct Reexported {
        /// Where.
        pub site: Site,
    }
}
