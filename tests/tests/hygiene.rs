//! The expansion is at home everywhere: it names nothing that the user could have renamed, and
//! passes the strictest lints.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]
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
        introspection_endpoint = "https://{region}.{site}/introspect",
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

/// Every key beyond those of [`no_prelude`], without the prelude, for oauth-core under another name, and
/// among impostors.
pub mod every_key {
    #![no_implicit_prelude]

    /// Another name.
    pub mod renamed {
        pub use ::oauth_core::*;
    }

    mod core {}
    mod std {}
    mod metadata {}
    mod m {}
    #[allow(dead_code)]
    struct Option;
    #[allow(dead_code)]
    struct Some;
    #[allow(dead_code)]
    struct Parameter;
    #[allow(dead_code)]
    trait Hook {}
    #[allow(dead_code)]
    const METADATA: () = ();

    /// A data centre.
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::marker::Copy, renamed::UrlVariable)]
    #[url(crate = "crate::every_key::renamed")]
    pub enum Region {
        /// Frankfurt.
        #[url(accounts = "accounts.example.eu", r#type = "www.example.eu")]
        Europe,
        /// Ohio.
        #[url(accounts = "accounts.example.com", r#type = "www.example.com")]
        America,
    }

    /// Signs nothing.
    #[derive(::core::fmt::Debug, ::core::clone::Clone)]
    pub struct Signer;

    impl renamed::Hook for Signer {}

    /// A provider like no other.
    #[renamed::oauth_provider(
        crate = "crate::every_key::renamed",
        authorization_endpoint = "https://{region.accounts}/authorize",
        token_endpoint = "https://{region.accounts}/token",
        refresh_endpoint = "https://{region.accounts}/refresh",
        long_lived_token_endpoint = "https://{region.accounts}/long",
        revocation_endpoint = "https://{region.accounts}/apps/{client_id}/token",
        introspection_endpoint = "https://{region.accounts}/apps/{client_id}/introspect",
        userinfo_endpoint = "https://{region.type}/me",
        client_auth(
            client_secret_basic(encoding = "secret_as_username", because = "documented"),
            client_secret_basic_and_post(because = "documented"),
            client_secret_header(
                name = "X-Secret",
                scheme = "Client",
                client_id = "X-Client-Id",
                because = "documented"
            ),
            none(basic)
        ),
        grants(
            authorization_code(
                grant_type = "code",
                response_type = "auth_code",
                client_auth(
                    client_secret_digest(parameter = "hash", separator = "|", because = "documented"),
                    none
                )
            ),
            client_credentials(grant_type = "app"),
            password(grant_type = "pw", because = "documented"),
            refresh_token(grant_type = "again", offline_scope(offline)),
            long_lived_token(grant_type = "long")
        ),
        scopes(read, offline),
        pkce(public_clients, because = "documented"),
        state(in_redirect_uri, because = "documented"),
        hook(signer),
        authorization_request(
            fragment = "login",
            params(
                user_scope(scopes),
                account(required, name = "account-id"),
                include(some_of(a, b = "b-c")),
                number(random),
                parameter("x-y", "{key} of {client_id}")
            ),
            query(key = "{key}"),
            rename(client_id = "app_id"),
            send(scope)
        ),
        token_request(
            auth(client_id),
            body(json),
            headers(header("X-Key", "{key}")),
            params(company(optional)),
            query(version = "2"),
            rename(client_id = "app_id"),
            omit(redirect_uri),
            send(state, scope)
        ),
        client_credentials_request(method(get, because = "documented"), params(mode(one_of(x)))),
        password_request(body(query, because = "documented")),
        refresh_request(body(multipart), send(redirect_uri, client_id)),
        long_lived_token_request(auth(bearer), omit(access_token), method(get)),
        revocation_request(
            method(delete),
            auth(client_secret_header(name = "Authorization", scheme = "Client", because = "documented"))
        ),
        introspection_request(auth(bearer), body(form)),
        callback(
            mode(form_post),
            code = "auth_code",
            error = "error_reason",
            map(access_denied("denied", "cancelled"), server_error = "oops"),
            capture(realm_id = "realmId", location),
            echo(device_id = "deviceId"),
            equals(shop = "{key}.example.com"),
            learn(variable("region.accounts", "accounts-server")),
            hmac_sha256 = "hmac"
        ),
        token_response(
            format(json_of_any_type),
            root = "/data",
            fields(access_token = "token", scope = "scopes", refresh_token_expires_in = "/refresh/ttl"),
            expires_in(unix_milliseconds, default = "3600", zero(never)),
            refresh_token_expires_in(rfc3339, never),
            scope(delimiter = ","),
            also(user = "/authed_user"),
            api_base(member = "instance_url", hosts("*.example.com"), path = "/services")
        ),
        error_response(
            when(present("/error"), equals("/ok", "false"), differs("/errcode", "0")),
            code = "/errcode",
            description = "errmsg",
            map(invalid_grant("40029", "42003"))
        ),
        bearer(
            scheme = "OAuth",
            headers(header("X-Api-Key", "{client_id}:{client_secret}")),
            because = "documented"
        )
    )]
    #[derive(::core::fmt::Debug)]
    pub struct Everything {
        /// Where.
        pub region: Region,
        /// A key.
        pub key: ::std::string::String,
        /// Signs.
        pub signer: Signer,
    }
}

/// What [`every_key`] becomes.
#[test]
fn every_key_becomes_data_and_constants() {
    use every_key::{Everything, Region, Signer};
    use oauth_core::metadata::{ParameterValue, Pkce, RequestAuth, StateCarrier, TokenCarrier};
    use oauth_core::{
        AlsoIssued, CallbackParameter, Endpoints, HasEndpoint, Parameter, ParameterName, Provider,
        ScopeParameter, Supports, UrlValues, endpoint, grant,
    };

    fn has<P: HasEndpoint<endpoint::Userinfo> + Supports<grant::LongLivedToken>>(_: &P) {}

    let everything = Everything { region: Region::America, key: "k".to_owned(), signer: Signer };
    has(&everything);
    assert!(everything.hook().is_some());
    let endpoints = Endpoints::of(&everything).unwrap();
    assert_eq!(endpoints.userinfo(), Some("https://www.example.com/me"));
    assert_eq!(endpoints.token(), Some("https://accounts.example.com/token"));
    assert_eq!(Region::Europe.accounts(), "accounts.example.eu");
    assert!(matches!("www.example.com".parse(), Ok(Region::America)));
    let error = "evil.example".parse::<Region>().unwrap_err().to_string();
    assert_eq!(
        error,
        "\"evil.example\" is not a value of this variable: it is not the literal of one value alone"
    );

    let metadata = everything.metadata();
    assert_eq!((metadata.pkce, metadata.state), (Pkce::PublicClients, StateCarrier::InRedirectUri));
    let [code, app, _, refresh, long] = metadata.grants else { panic!("{:?}", metadata.grants) };
    assert_eq!((code.value, code.response_type), ("code", "auth_code"));
    assert_eq!(code.request.send, ["state", "scope"]);
    // A key of the block replaces that of `token_request`, and the others stay.
    assert_eq!(app.request.params.len(), 1);
    assert_eq!((app.request.rename, app.request.send), (&[("client_id", "app_id")][..], &[][..]));
    assert_eq!(refresh.request.send, ["redirect_uri", "client_id"]);
    assert_eq!(refresh.offline_scope, Some("offline"));
    assert_eq!((long.request.auth, long.value), (RequestAuth::Bearer, "long"));
    let params = metadata.authorization_request.params;
    assert!(matches!(params[0].value, ParameterValue::ScopeList));
    assert!(matches!((params[1].name, params[1].value), ("account-id", ParameterValue::Required)));
    assert!(matches!(params[4].value, ParameterValue::Template("{key} of {client_id}")));
    assert_eq!(metadata.callback.learn[0].values, Region::VALUES);
    assert_eq!(metadata.callback.error_map.len(), 3);
    assert_eq!(metadata.error_response.when.len(), 3);
    assert_eq!(metadata.bearer.carrier, TokenCarrier::Scheme("OAuth"));

    let _: ScopeParameter<Everything, endpoint::Authorization> = Everything::USER_SCOPE;
    let _: ParameterName<Everything, endpoint::Authorization> = Everything::ACCOUNT;
    let _: Parameter<Everything, endpoint::Authorization> = Everything::INCLUDE_B;
    let _: ParameterName<Everything, endpoint::Token> = Everything::COMPANY;
    let _: Parameter<Everything, grant::ClientCredentials> = Everything::MODE_X;
    let _: [CallbackParameter<Everything>; 2] = [Everything::REALM_ID, Everything::LOCATION];
    let _: AlsoIssued<Everything> = Everything::USER;
}

/// A hundred declarations in one crate.
pub mod hundred {
    macro_rules! providers {
        ($($tens:ident)*) => {$(
            /// Ten providers.
            pub mod $tens {
                providers!(@ Zero One Two Three Four Five Six Seven Eight Nine);
            }
        )*};
        (@ $($name:ident)*) => {$(
            /// A provider.
            #[oauth_core::oauth_provider(
                authorization_endpoint = "https://{shop}.example.com/authorize",
                token_endpoint = "https://{shop}.example.com/token",
                client_auth(client_secret_post),
                grants(authorization_code, client_credentials(scopes(read)), refresh_token),
                scopes(read, write),
                token_request(body(json), params(company(optional))),
                error_response(code = "/errors/0/code")
            )]
            #[derive(Debug)]
            pub struct $name {
                /// The shop.
                pub shop: oauth_core::HostLabel,
            }
        )*};
    }

    providers!(zero ten twenty thirty forty fifty sixty seventy eighty ninety);

    #[test]
    fn each_is_its_own() {
        assert_eq!((zero::Nine::READ.as_str(), ninety::Zero::WRITE.as_str()), ("read", "write"));
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
