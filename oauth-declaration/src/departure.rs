//! What a declaration may depart from, with a reason.

/// A departure from the rules, which needs a reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Departure {
    /// The grant `implicit`.
    Implicit,
    /// The grant `password`.
    Password,
    /// `pkce(none)`.
    NoPkce,
    /// `pkce(S256_hex)`.
    HexPkce,
    /// `pkce(public_clients)`.
    PublicPkce,
    /// `client_secret_basic(encoding = "raw")`.
    RawBasic,
    /// `client_secret_basic(encoding = "secret_as_username")`.
    SecretAsUsername,
    /// `client_secret_basic_and_post`.
    BasicAndPost,
    /// `client_secret_header`.
    SecretHeader,
    /// `client_secret_digest`.
    SecretDigest,
    /// `ssrf(allow_any)`.
    AnyAddress,
    /// `state(in_redirect_uri)`.
    StateInRedirectUri,
    /// `method(get)` of a request that carries a secret.
    Get,
    /// `body(query)`.
    QueryBody,
    /// `bearer(query = "…")`.
    TokenInQuery,
    /// `{client_secret}` in a header of API requests.
    SecretInApiHeader,
}

impl Departure {
    /// What is declared, what is wrong with it, the rule that it departs from, and how a reason is
    /// written.
    fn texts(self) -> [&'static str; 4] {
        match self {
            Self::Implicit => [
                "implicit",
                "the `implicit` grant leaks tokens (RFC 9700 section 2.1.2)",
                "RFC 9700 section 2.1.2",
                "implicit(because = \"…\")",
            ],
            Self::Password => [
                "password",
                "the `password` grant must not be used (RFC 9700 section 2.4)",
                "RFC 9700 section 2.4",
                "password(because = \"…\")",
            ],
            Self::NoPkce => [
                "pkce(none)",
                "a login without PKCE is open to code injection (RFC 9700 section 2.1.1)",
                "RFC 9700 section 2.1.1",
                "pkce(none, because = \"…\")",
            ],
            Self::HexPkce => [
                "pkce(S256_hex)",
                "a challenge is base64url (RFC 7636 section 4.2)",
                "RFC 7636 section 4.2",
                "pkce(S256_hex, because = \"…\")",
            ],
            Self::PublicPkce => [
                "pkce(public_clients)",
                "a login without PKCE is open to code injection, with a secret too (RFC 9700 section 2.1.1)",
                "RFC 9700 section 2.1.1",
                "pkce(public_clients, because = \"…\")",
            ],
            Self::RawBasic => [
                "client_secret_basic(encoding = \"raw\")",
                "the Basic scheme takes form-encoded credentials (RFC 6749 section 2.3.1)",
                "RFC 6749 section 2.3.1",
                "client_secret_basic(encoding = \"raw\", because = \"…\")",
            ],
            Self::SecretAsUsername => [
                "client_secret_basic(encoding = \"secret_as_username\")",
                "the Basic scheme takes identifier and secret (RFC 6749 section 2.3.1)",
                "RFC 6749 section 2.3.1",
                "client_secret_basic(encoding = \"secret_as_username\", because = \"…\")",
            ],
            Self::BasicAndPost => [
                "client_secret_basic_and_post",
                "a request has one client authentication (RFC 6749 section 2.3)",
                "RFC 6749 section 2.3",
                "client_secret_basic_and_post(because = \"…\")",
            ],
            Self::SecretHeader => [
                "client_secret_header",
                "a header of the provider's own is no registered client authentication (RFC 6749 section 2.3)",
                "RFC 6749 section 2.3",
                "client_secret_header(name = \"…\", because = \"…\")",
            ],
            Self::SecretDigest => [
                "client_secret_digest",
                "a digest over the secret is no registered client authentication (RFC 6749 section 2.3)",
                "RFC 6749 section 2.3",
                "client_secret_digest(parameter = \"…\", separator = \"…\", because = \"…\")",
            ],
            Self::AnyAddress => [
                "ssrf(allow_any)",
                "any address includes those of the internal network (SSRF)",
                // No RFC speaks of server-side request forgery by a client.
                "SSRF",
                "ssrf(allow_any, because = \"…\")",
            ],
            Self::StateInRedirectUri => [
                "state(in_redirect_uri)",
                "a redirect URI is compared as it is, and `state` would change it (RFC 9700 section 2.1)",
                "RFC 9700 section 2.1",
                "state(in_redirect_uri, because = \"…\")",
            ],
            Self::Get => [
                "method(get)",
                "a GET shows secrets in the URL, which ends in logs (RFC 6749 sections 2.3.1 and 3.2)",
                "RFC 6749 section 3.2",
                "method(get, because = \"…\")",
            ],
            Self::QueryBody => [
                "body(query)",
                "a query shows secrets in the URL, which ends in logs (RFC 6749 section 2.3.1)",
                "RFC 6749 section 2.3.1",
                "body(query, because = \"…\")",
            ],
            Self::TokenInQuery => [
                "bearer(query)",
                "an access token in the URL ends in logs (RFC 9700 section 4.3.2)",
                "RFC 9700 section 4.3.2",
                "bearer(query = \"…\", because = \"…\")",
            ],
            Self::SecretInApiHeader => [
                "{client_secret} in bearer(headers(...))",
                "the client's secret is for the token endpoint, and not for an API (RFC 6749 section 2.3.1)",
                "RFC 6749 section 2.3.1",
                "bearer(headers(...), because = \"…\")",
            ],
        }
    }

    /// What is declared, for people.
    pub fn what(self) -> &'static str {
        let [what, ..] = self.texts();
        what
    }

    /// What is wrong with it.
    pub fn fact(self) -> &'static str {
        let [_, fact, ..] = self.texts();
        fact
    }

    /// The rule that it departs from.
    pub fn rule(self) -> &'static str {
        let [_, _, rule, _] = self.texts();
        rule
    }

    /// How a reason is written.
    pub fn example(self) -> &'static str {
        let [.., example] = self.texts();
        example
    }
}
