//! The one table of the words of a declaration: where each may stand, what follows it, and the
//! documentation that an editor shows.

/// The words that may stand in one list.
#[derive(Debug)]
pub(crate) struct Vocabulary {
    /// The module of the editor's hints that documents these words.
    pub(crate) module: &'static str,
    /// What one of them is called in a message.
    pub(crate) noun: &'static str,
    /// The words.
    pub(crate) words: &'static [Keyword],
}

/// One word.
#[derive(Debug)]
pub(crate) struct Keyword {
    /// As typed.
    pub(crate) word: &'static str,
    /// What follows it.
    pub(crate) takes: Takes,
    /// What it means; begins with the form it is written in.
    #[cfg_attr(not(test), expect(dead_code, reason = "a test writes the hints in oauth-core from it"))]
    pub(crate) doc: &'static str,
}

/// What follows a word.
#[derive(Debug)]
pub(crate) enum Takes {
    /// Nothing: the word alone.
    Nothing,
    /// `= "text"`; with an example of the text.
    Text(&'static str),
    /// `(...)` with words of this vocabulary; with an example of the list.
    Words(&'static Vocabulary, &'static str),
    /// `(...)` with exactly one word of this vocabulary, and perhaps a reason.
    Choice(&'static Vocabulary, &'static str),
    /// Nothing, or `(...)` with words of this vocabulary.
    MaybeWords(&'static Vocabulary),
    /// `(...)` with words or literals that the author of the declaration chooses.
    Own(&'static str),
    /// Nothing at all: the word is known, and refused for this reason.
    Refused(&'static str),
}

impl Vocabulary {
    /// The words that are not refused.
    pub(crate) fn offered(&self) -> impl Iterator<Item = &'static Keyword> {
        self.words.iter().filter(|keyword| !matches!(keyword.takes, Takes::Refused(_)))
    }

    /// The keyword that is spelt like this.
    pub(crate) fn get(&self, word: &str) -> Option<&'static Keyword> {
        self.words.iter().find(|keyword| keyword.word == word)
    }
}

const fn bare(word: &'static str, doc: &'static str) -> Keyword {
    Keyword { word, takes: Takes::Nothing, doc }
}

const fn text(word: &'static str, example: &'static str, doc: &'static str) -> Keyword {
    Keyword { word, takes: Takes::Text(example), doc }
}

const fn words(
    word: &'static str,
    of: &'static Vocabulary,
    example: &'static str,
    doc: &'static str,
) -> Keyword {
    Keyword { word, takes: Takes::Words(of, example), doc }
}

const fn choice(
    word: &'static str,
    of: &'static Vocabulary,
    example: &'static str,
    doc: &'static str,
) -> Keyword {
    Keyword { word, takes: Takes::Choice(of, example), doc }
}

const fn maybe(word: &'static str, of: &'static Vocabulary, doc: &'static str) -> Keyword {
    Keyword { word, takes: Takes::MaybeWords(of), doc }
}

const fn own(word: &'static str, example: &'static str, doc: &'static str) -> Keyword {
    Keyword { word, takes: Takes::Own(example), doc }
}

const fn refused(word: &'static str, reason: &'static str) -> Keyword {
    Keyword { word, takes: Takes::Refused(reason), doc: "" }
}

/// The top level.
pub(crate) static KEYS: Vocabulary = Vocabulary {
    module: "keys",
    noun: "key",
    words: &[
        text(
            "api_base",
            "https://api.example.com",
            "`api_base = \"https://…\"`: the beginning of every URL of the API that the access tokens are for.",
        ),
        text(
            "authorization_endpoint",
            "https://example.com/authorize",
            "`authorization_endpoint = \"https://…\"`: where the resource owner grants access (RFC 6749 section 3.1).",
        ),
        words(
            "authorization_request",
            &AUTHORIZATION_REQUEST,
            "params(prompt(optional))",
            "`authorization_request(method(...), params(...))`: peculiarities of the authorization request (RFC 6749 section 4.1.1).",
        ),
        words(
            "bearer",
            &BEARER,
            "headers(...)",
            "`bearer(headers(...))`: what every API request carries beside the access token (RFC 6750).",
        ),
        words(
            "callback",
            &CALLBACK,
            "iss(required)",
            "`callback(iss(required))`: peculiarities of the callback (RFC 6749 section 4.1.2).",
        ),
        words(
            "client_auth",
            &CLIENT_AUTH,
            "client_secret_basic",
            "`client_auth(client_secret_basic)`: how the client authenticates (RFC 6749 section 2.3); of several the provider takes any, and the first is the default.",
        ),
        refused("client_id", "belongs to the client and not to the provider; hand it over at run time"),
        refused("client_secret", "does not belong in source code; hand it over at run time"),
        text(
            "crate",
            "oauth_core",
            "`crate = \"oauth_core\"`: the path of oauth-core, where the dependency is renamed.",
        ),
        choice(
            "custom_scopes",
            &CUSTOM_SCOPES,
            "allowed",
            "`custom_scopes(allowed)`: scopes beyond the declared ones may be asked for.",
        ),
        words(
            "error_response",
            &ERROR_RESPONSE,
            "format(text)",
            "`error_response(format(text))`: peculiarities of error answers (RFC 6749 section 5.2).",
        ),
        words(
            "grants",
            &GRANTS,
            "authorization_code, refresh_token",
            "`grants(authorization_code, refresh_token)`: the ways to obtain tokens (RFC 6749 section 1.3), each with its own arguments.",
        ),
        text(
            "introspection_endpoint",
            "https://example.com/introspect",
            "`introspection_endpoint = \"https://…\"`: where tokens are described (RFC 7662).",
        ),
        words(
            "introspection_request",
            &INTROSPECTION_REQUEST,
            "auth(bearer)",
            "`introspection_request(method(get), auth(bearer), omit(token))`: peculiarities of the introspection request (RFC 7662 section 2.1).",
        ),
        words(
            "introspection_response",
            &INTROSPECTION_RESPONSE,
            "active(status)",
            "`introspection_response(active(status), extra(Type))`: peculiarities of the introspection answer (RFC 7662 section 2.2).",
        ),
        text(
            "issuer",
            "https://example.com",
            "`issuer = \"https://…\"`: the issuer identifier (RFC 8414 section 2), compared with `iss` in callbacks (RFC 9207).",
        ),
        choice(
            "pkce",
            &PKCE,
            "S256",
            "`pkce(S256)`: how the authorization code is protected (RFC 7636); `S256` is the default.",
        ),
        choice(
            "redirect_uri",
            &REDIRECT_URI,
            "opaque",
            "`redirect_uri(opaque)`: the provider takes an alias that it issued instead of a URI.",
        ),
        text(
            "revocation_endpoint",
            "https://example.com/revoke",
            "`revocation_endpoint = \"https://…\"`: where tokens are revoked (RFC 7009).",
        ),
        words(
            "revocation_request",
            &REVOCATION_REQUEST,
            "auth(bearer)",
            "`revocation_request(auth(bearer))`: peculiarities of the revocation request (RFC 7009 section 2.1).",
        ),
        text(
            "scope_delimiter",
            ",",
            "`scope_delimiter = \",\"`: what stands between two scopes; a space by default (RFC 6749 section 3.3).",
        ),
        text(
            "scope_prefix",
            "https://example.com/scope/",
            "`scope_prefix = \"…\"`: the beginning that all declared scopes share on the wire.",
        ),
        own(
            "scopes",
            "read, write = \"api:write\"",
            "`scopes(read, write = \"api:write\")`: the scopes, each of which becomes an associated constant (RFC 6749 section 3.3).",
        ),
        choice(
            "ssrf",
            &SSRF,
            "deny_private",
            "`ssrf(deny_private)`: which addresses a host may have that a URL variable names.",
        ),
        text(
            "token_endpoint",
            "https://example.com/token",
            "`token_endpoint = \"https://…\"`: where grants are exchanged for tokens (RFC 6749 section 3.2).",
        ),
        words(
            "token_response",
            &TOKEN_RESPONSE,
            "expires_in(never)",
            "`token_response(...)`: peculiarities of the token answer (RFC 6749 section 5.1).",
        ),
    ],
};

const BECAUSE: Keyword =
    text("because", "…", "`because = \"…\"`: why the declaration departs from the rules.");
const SCOPES: Keyword = own(
    "scopes",
    "read, write",
    "`scopes(read)`: the only declared scopes that may be asked for with this grant.",
);
const DEFAULT_SCOPES: Keyword = own(
    "default_scopes",
    "read",
    "`default_scopes(read)`: the scopes that are sent when the caller names none.",
);
const OWN_CLIENT_AUTH: Keyword = words(
    "client_auth",
    &CLIENT_AUTH,
    "none",
    "`client_auth(none)`: how the client authenticates for this grant alone.",
);

static GRANTS: Vocabulary = Vocabulary {
    module: "grants",
    noun: "grant",
    words: &[
        maybe(
            "authorization_code",
            &CODE_ARGUMENTS,
            "`authorization_code`: a login in the browser (RFC 6749 section 4.1).",
        ),
        maybe(
            "client_credentials",
            &CLIENT_CREDENTIALS_ARGUMENTS,
            "`client_credentials`: the client on its own behalf (RFC 6749 section 4.4).",
        ),
        maybe(
            "implicit",
            &IMPLICIT_ARGUMENTS,
            "`implicit(because = \"…\")`: a token in the fragment of the callback (RFC 6749 section 4.2), which RFC 9700 section 2.1.2 discourages.",
        ),
        maybe(
            "password",
            &PASSWORD_ARGUMENTS,
            "`password(because = \"…\")`: name and password of the resource owner (RFC 6749 section 4.3), which RFC 9700 section 2.4 forbids.",
        ),
        maybe(
            "refresh_token",
            &REFRESH_ARGUMENTS,
            "`refresh_token`: a new access token for a refresh token (RFC 6749 section 6).",
        ),
    ],
};

static CODE_ARGUMENTS: Vocabulary = Vocabulary {
    module: "authorization_code",
    noun: "`authorization_code` argument",
    words: &[OWN_CLIENT_AUTH, DEFAULT_SCOPES, SCOPES],
};

static CLIENT_CREDENTIALS_ARGUMENTS: Vocabulary = Vocabulary {
    module: "client_credentials",
    noun: "`client_credentials` argument",
    words: &[
        OWN_CLIENT_AUTH,
        DEFAULT_SCOPES,
        choice(
            "issues",
            &ISSUES,
            "refresh_token",
            "`issues(refresh_token)`: the answer may hold a refresh token.",
        ),
        SCOPES,
    ],
};

static IMPLICIT_ARGUMENTS: Vocabulary = Vocabulary {
    module: "implicit",
    noun: "`implicit` argument",
    words: &[
        BECAUSE,
        refused(
            "client_auth",
            "does not apply to `implicit`, whose client never authenticates (RFC 6749 section 4.2); remove it",
        ),
        DEFAULT_SCOPES,
        SCOPES,
    ],
};

static PASSWORD_ARGUMENTS: Vocabulary = Vocabulary {
    module: "password",
    noun: "`password` argument",
    words: &[BECAUSE, OWN_CLIENT_AUTH, DEFAULT_SCOPES, SCOPES],
};

static REFRESH_ARGUMENTS: Vocabulary = Vocabulary {
    module: "refresh_token",
    noun: "`refresh_token` argument",
    words: &[
        OWN_CLIENT_AUTH,
        DEFAULT_SCOPES,
        choice(
            "rotation",
            &ROTATION,
            "strict",
            "`rotation(strict)`: what becomes of a refresh token that was used (RFC 9700 section 4.14.2).",
        ),
        SCOPES,
        choice(
            "send",
            &SEND,
            "scope",
            "`send(scope)`: the request repeats the scopes of the original grant.",
        ),
    ],
};

static ISSUES: Vocabulary = Vocabulary {
    module: "issues",
    noun: "token",
    words: &[bare("refresh_token", "`issues(refresh_token)`: the answer may hold a refresh token.")],
};

static ROTATION: Vocabulary = Vocabulary {
    module: "rotation",
    noun: "rotation",
    words: &[
        bare("none", "`rotation(none)`: the refresh token stays as it is, and none comes back."),
        bare(
            "strict",
            "`rotation(strict)`: a new refresh token comes with every answer, and the old one is dead.",
        ),
    ],
};

static SEND: Vocabulary = Vocabulary {
    module: "send",
    noun: "parameter",
    words: &[bare("scope", "`send(scope)`: the request repeats the scopes of the original grant.")],
};

static CLIENT_AUTH: Vocabulary = Vocabulary {
    module: "client_auth",
    noun: "client authentication method",
    words: &[
        maybe(
            "client_secret_basic",
            &BASIC_ARGUMENTS,
            "`client_secret_basic`: the HTTP Basic scheme (RFC 6749 section 2.3.1).",
        ),
        bare(
            "client_secret_post",
            "`client_secret_post`: identifier and secret in the request body (RFC 6749 section 2.3.1).",
        ),
        bare("none", "`none`: a public client, which sends its identifier only (RFC 6749 section 2.1)."),
    ],
};

static BASIC_ARGUMENTS: Vocabulary = Vocabulary {
    module: "client_secret_basic",
    noun: "`client_secret_basic` argument",
    words: &[
        BECAUSE,
        text(
            "encoding",
            "raw",
            "`encoding = \"raw\"`: identifier and secret are joined as they are, for servers that do not decode.",
        ),
    ],
};

static PKCE: Vocabulary = Vocabulary {
    module: "pkce",
    noun: "`pkce` choice",
    words: &[
        bare("S256", "`pkce(S256)`: sent with every request; a server that does not know it ignores it."),
        BECAUSE,
        bare("none", "`pkce(none, because = \"…\")`: not sent, because the provider refuses it."),
        refused("plain", "exposes the verifier (RFC 7636 section 7.2); write `pkce(S256)`"),
        bare("required", "`pkce(required)`: sent with every request, and the server refuses one without it."),
    ],
};

static SSRF: Vocabulary = Vocabulary {
    module: "ssrf",
    noun: "`ssrf` choice",
    words: &[
        bare("allow_any", "`ssrf(allow_any, because = \"…\")`: the host may have any address."),
        BECAUSE,
        bare(
            "deny_private",
            "`ssrf(deny_private)`: the host has a public address; no loopback, private or link-local one.",
        ),
    ],
};

static CUSTOM_SCOPES: Vocabulary = Vocabulary {
    module: "custom_scopes",
    noun: "`custom_scopes` choice",
    words: &[bare("allowed", "`custom_scopes(allowed)`: scopes beyond the declared ones may be asked for.")],
};

static REDIRECT_URI: Vocabulary = Vocabulary {
    module: "redirect_uri",
    noun: "`redirect_uri` choice",
    words: &[bare("opaque", "`redirect_uri(opaque)`: an alias that the provider issued, sent unchanged.")],
};

static CALLBACK: Vocabulary = Vocabulary {
    module: "callback",
    noun: "`callback` key",
    words: &[choice("iss", &ISS, "required", "`iss(required)`: every callback carries `iss` (RFC 9207).")],
};

static ISS: Vocabulary = Vocabulary {
    module: "iss",
    noun: "`iss` choice",
    words: &[bare(
        "required",
        "`iss(required)`: a callback without `iss` is refused (RFC 9207 section 2.4).",
    )],
};

static AUTHORIZATION_REQUEST: Vocabulary = Vocabulary {
    module: "authorization_request",
    noun: "`authorization_request` key",
    words: &[
        METHOD,
        own(
            "params",
            "prompt(optional)",
            "`params(prompt(one_of(login)), locale(optional), owner = \"user\")`: parameters beyond the standard ones.",
        ),
    ],
};

const METHOD: Keyword = words(
    "method",
    &METHODS,
    "get",
    "`method(get)`: the HTTP methods that the endpoint takes; the first is the default.",
);
const AUTH: Keyword =
    choice("auth", &REQUEST_AUTH, "bearer", "`auth(bearer)`: what authenticates the request.");

static METHODS: Vocabulary = Vocabulary {
    module: "method",
    noun: "method",
    words: &[
        bare("get", "`method(get)`: parameters in the query."),
        bare("post", "`method(post)`: parameters in a form-encoded body."),
    ],
};

static REQUEST_AUTH: Vocabulary = Vocabulary {
    module: "auth",
    noun: "`auth` choice",
    words: &[bare(
        "bearer",
        "`auth(bearer)`: an access token in the `Authorization` header, and no client authentication.",
    )],
};

static REVOCATION_REQUEST: Vocabulary =
    Vocabulary { module: "revocation_request", noun: "`revocation_request` key", words: &[AUTH] };

static INTROSPECTION_REQUEST: Vocabulary = Vocabulary {
    module: "introspection_request",
    noun: "`introspection_request` key",
    words: &[
        AUTH,
        METHOD,
        choice("omit", &OMIT, "token", "`omit(token)`: a standard parameter that is left out."),
    ],
};

static OMIT: Vocabulary = Vocabulary {
    module: "omit",
    noun: "parameter",
    words: &[bare("token", "`omit(token)`: the token stands in the `Authorization` header only.")],
};

const EXTRA: Keyword = own(
    "extra",
    "MyExtra",
    "`extra(Type)`: members beyond the standard ones, as a type that implements `serde::Deserialize`.",
);

static TOKEN_RESPONSE: Vocabulary = Vocabulary {
    module: "token_response",
    noun: "`token_response` key",
    words: &[
        choice("expires_in", &EXPIRES_IN, "never", "`expires_in(never)`: what a missing `expires_in` means."),
        EXTRA,
        words(
            "fields",
            &FIELDS,
            "refresh_token_expires_in = \"…\"",
            "`fields(refresh_token_expires_in = \"…\")`: what members are called on the wire.",
        ),
        words(
            "token_type",
            &TOKEN_TYPE,
            "alias(\"User Token\")",
            "`token_type(alias(\"…\"))`: peculiarities of `token_type`.",
        ),
    ],
};

static EXPIRES_IN: Vocabulary = Vocabulary {
    module: "expires_in",
    noun: "`expires_in` choice",
    words: &[bare("never", "`expires_in(never)`: an access token without `expires_in` does not expire.")],
};

static FIELDS: Vocabulary = Vocabulary {
    module: "fields",
    noun: "field",
    words: &[text(
        "refresh_token_expires_in",
        "refresh_token_expires_in",
        "`refresh_token_expires_in = \"…\"`: the member that holds the lifetime of the refresh token in seconds.",
    )],
};

static TOKEN_TYPE: Vocabulary = Vocabulary {
    module: "token_type",
    noun: "`token_type` key",
    words: &[own(
        "alias",
        "\"User Token\"",
        "`alias(\"…\")`: values that mean Bearer, besides `Bearer` itself.",
    )],
};

static INTROSPECTION_RESPONSE: Vocabulary = Vocabulary {
    module: "introspection_response",
    noun: "`introspection_response` key",
    words: &[
        choice("active", &ACTIVE, "status", "`active(status)`: what says that the token is active."),
        EXTRA,
    ],
};

static ACTIVE: Vocabulary = Vocabulary {
    module: "active",
    noun: "`active` choice",
    words: &[bare("status", "`active(status)`: 2xx for an active token, 401 for any other.")],
};

static ERROR_RESPONSE: Vocabulary = Vocabulary {
    module: "error_response",
    noun: "`error_response` key",
    words: &[choice("format", &ERROR_FORMAT, "text", "`format(text)`: the form of error answers.")],
};

static ERROR_FORMAT: Vocabulary = Vocabulary {
    module: "format",
    noun: "`format` choice",
    words: &[bare("text", "`format(text)`: plain text, which is the description; there is no code.")],
};

static BEARER: Vocabulary = Vocabulary {
    module: "bearer",
    noun: "`bearer` key",
    words: &[own(
        "headers",
        "header(\"X-Api-Version\", \"3\")",
        "`headers(header(\"X-Api-Version\", \"3\"))`: headers of every API request.",
    )],
};

/// What a parameter of `params(...)` may be, beside `name = "fixed"`.
pub(crate) static PARAMETER: Vocabulary = Vocabulary {
    module: "parameter",
    noun: "kind of parameter",
    words: &[
        own(
            "one_of",
            "login, consent",
            "`one_of(login, select = \"select-account\")`: sent when the caller chooses one of these values.",
        ),
        bare("optional", "`name(optional)`: sent when the caller gives a value."),
    ],
};
