//! The grants, their arguments, and client authentication.

use super::{Keyword, Vocabulary, bare, choice, maybe, own, refused, text, words};

pub(super) const BECAUSE: Keyword =
    text("because", "…", "`because = \"…\"`: why the declaration departs from the rules.");
pub(super) const SCOPES: Keyword = own(
    "scopes",
    "read, write",
    "`scopes(read)`: the only declared scopes that may be asked for with this grant.",
);
pub(super) const DEFAULT_SCOPES: Keyword = own(
    "default_scopes",
    "read",
    "`default_scopes(read)`: the scopes that are sent when the caller names none.",
);
pub(super) const OWN_CLIENT_AUTH: Keyword = words(
    "client_auth",
    &CLIENT_AUTH,
    "none",
    "`client_auth(none)`: how the client authenticates for this grant alone.",
);

pub(super) const GRANT_TYPE: Keyword = text(
    "grant_type",
    "authorization_code",
    "`grant_type = \"…\"`: the value of `grant_type` on the wire, where it is not the name of the grant.",
);

pub(super) static GRANTS: Vocabulary = Vocabulary {
    module: "grants",
    noun: "grant",
    words: &[
        maybe(
            "access_token_refresh",
            &ACCESS_TOKEN_REFRESH_ARGUMENTS,
            "`access_token_refresh(grant_type = \"…\")`: a new access token for one that is still good (Instagram), at `refresh_endpoint` or the token endpoint.",
        ),
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
            "long_lived_token",
            &LONG_LIVED_TOKEN_ARGUMENTS,
            "`long_lived_token(grant_type = \"…\")`: a long-lived access token for a short-lived one (Facebook), at `long_lived_token_endpoint` or the token endpoint.",
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
        maybe(
            "token_extension",
            &TOKEN_EXTENSION_ARGUMENTS,
            "`token_extension`: a refresh token prolongs the access token, and the answer brings no new one (Coros), at `refresh_endpoint` or the token endpoint.",
        ),
    ],
};

pub(super) static CODE_ARGUMENTS: Vocabulary = Vocabulary {
    module: "authorization_code",
    noun: "`authorization_code` argument",
    words: &[
        OWN_CLIENT_AUTH,
        DEFAULT_SCOPES,
        GRANT_TYPE,
        text(
            "response_type",
            "code",
            "`response_type = \"…\"`: the value of `response_type` in the authorization request, where it is not `code`.",
        ),
        SCOPES,
    ],
};

pub(super) static ACCESS_TOKEN_REFRESH_ARGUMENTS: Vocabulary = Vocabulary {
    module: "access_token_refresh",
    noun: "`access_token_refresh` argument",
    words: &[OWN_CLIENT_AUTH, GRANT_TYPE],
};

pub(super) static TOKEN_EXTENSION_ARGUMENTS: Vocabulary = Vocabulary {
    module: "token_extension",
    noun: "`token_extension` argument",
    words: &[
        OWN_CLIENT_AUTH,
        text(
            "grant_type",
            "extend_token",
            "`grant_type = \"…\"`: the value of `grant_type` on the wire, where it is not `refresh_token`.",
        ),
    ],
};

pub(super) static LONG_LIVED_TOKEN_ARGUMENTS: Vocabulary = Vocabulary {
    module: "long_lived_token",
    noun: "`long_lived_token` argument",
    words: &[OWN_CLIENT_AUTH, GRANT_TYPE],
};

pub(super) static CLIENT_CREDENTIALS_ARGUMENTS: Vocabulary = Vocabulary {
    module: "client_credentials",
    noun: "`client_credentials` argument",
    words: &[
        OWN_CLIENT_AUTH,
        DEFAULT_SCOPES,
        GRANT_TYPE,
        choice(
            "issues",
            &ISSUES,
            "refresh_token",
            "`issues(refresh_token)`: the answer may hold a refresh token.",
        ),
        SCOPES,
    ],
};

pub(super) static IMPLICIT_ARGUMENTS: Vocabulary = Vocabulary {
    module: "implicit",
    noun: "`implicit` argument",
    words: &[
        BECAUSE,
        refused(
            "client_auth",
            "does not apply to `implicit`, whose client never authenticates (RFC 6749 section 4.2); remove it",
        ),
        DEFAULT_SCOPES,
        refused(
            "grant_type",
            "does not apply to `implicit`, which makes no token request (RFC 6749 section 4.2); remove it",
        ),
        SCOPES,
    ],
};

pub(super) static PASSWORD_ARGUMENTS: Vocabulary = Vocabulary {
    module: "password",
    noun: "`password` argument",
    words: &[BECAUSE, OWN_CLIENT_AUTH, DEFAULT_SCOPES, GRANT_TYPE, SCOPES],
};

pub(super) static REFRESH_ARGUMENTS: Vocabulary = Vocabulary {
    module: "refresh_token",
    noun: "`refresh_token` argument",
    words: &[
        OWN_CLIENT_AUTH,
        DEFAULT_SCOPES,
        GRANT_TYPE,
        own(
            "offline_scope",
            "offline_access",
            "`offline_scope(offline_access)`: the declared scope without which no refresh token comes.",
        ),
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

pub(super) static ISSUES: Vocabulary = Vocabulary {
    module: "issues",
    noun: "token",
    words: &[bare("refresh_token", "`issues(refresh_token)`: the answer may hold a refresh token.")],
};

pub(super) static ROTATION: Vocabulary = Vocabulary {
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

pub(super) static SEND: Vocabulary = Vocabulary {
    module: "send",
    noun: "parameter",
    words: &[bare("scope", "`send(scope)`: the request repeats the scopes of the original grant.")],
};

pub(super) const BASIC: Keyword = maybe(
    "client_secret_basic",
    &BASIC_ARGUMENTS,
    "`client_secret_basic`: the HTTP Basic scheme (RFC 6749 section 2.3.1).",
);
pub(super) const BASIC_AND_POST: Keyword = maybe(
    "client_secret_basic_and_post",
    &REASON,
    "`client_secret_basic_and_post(because = \"…\")`: both at once, for servers that look into both places.",
);
pub(super) const DIGEST: Keyword = maybe(
    "client_secret_digest",
    &DIGEST_ARGUMENTS,
    "`client_secret_digest(parameter = \"hash\", separator = \"|\", because = \"…\")`: SHA-256 over the secret, the separator, and the code or refresh token.",
);
pub(super) const HEADER: Keyword = maybe(
    "client_secret_header",
    &HEADER_ARGUMENTS,
    "`client_secret_header(name = \"X-Secret\", because = \"…\")`: the secret in a header of the provider's own.",
);
pub(super) const POST: Keyword = bare(
    "client_secret_post",
    "`client_secret_post`: identifier and secret in the request body (RFC 6749 section 2.3.1).",
);

pub(super) static CLIENT_AUTH: Vocabulary = Vocabulary {
    module: "client_auth",
    noun: "client authentication method",
    words: &[
        BASIC,
        BASIC_AND_POST,
        DIGEST,
        HEADER,
        POST,
        maybe(
            "none",
            &NONE_ARGUMENTS,
            "`none`: a public client, which sends its identifier only (RFC 6749 section 2.1).",
        ),
    ],
};

pub(super) static BASIC_ARGUMENTS: Vocabulary = Vocabulary {
    module: "client_secret_basic",
    noun: "`client_secret_basic` argument",
    words: &[
        BECAUSE,
        text(
            "encoding",
            "raw",
            "`encoding = \"raw\"`: identifier and secret are joined as they are; `\"secret_as_username\"`: the secret alone, with an empty password; `\"form\"` is the default.",
        ),
    ],
};

pub(super) static REASON: Vocabulary = Vocabulary { module: "reason", noun: "argument", words: &[BECAUSE] };

pub(super) static DIGEST_ARGUMENTS: Vocabulary = Vocabulary {
    module: "client_secret_digest",
    noun: "`client_secret_digest` argument",
    words: &[
        BECAUSE,
        text("parameter", "hash", "`parameter = \"hash\"`: the parameter that holds the digest."),
        text(
            "separator",
            "|",
            "`separator = \"|\"`: what stands between the secret and the code or refresh token.",
        ),
    ],
};

pub(super) static HEADER_ARGUMENTS: Vocabulary = Vocabulary {
    module: "client_secret_header",
    noun: "`client_secret_header` argument",
    words: &[
        BECAUSE,
        text(
            "client_id",
            "X-Client-Id",
            "`client_id = \"X-Client-Id\"`: a header for the identifier, which else stays a parameter.",
        ),
        text("name", "X-Secret", "`name = \"X-Secret\"`: the header that holds the secret."),
        text(
            "scheme",
            "Client",
            "`scheme = \"Client\"`: what stands before the secret, with a space between them.",
        ),
    ],
};

pub(super) static NONE_ARGUMENTS: Vocabulary = Vocabulary {
    module: "none",
    noun: "`none` argument",
    words: &[bare(
        "basic",
        "`none(basic)`: the identifier goes by the Basic scheme, with an empty password.",
    )],
};
