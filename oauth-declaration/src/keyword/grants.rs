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

pub(super) static GRANTS: Vocabulary = Vocabulary {
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

pub(super) static CODE_ARGUMENTS: Vocabulary = Vocabulary {
    module: "authorization_code",
    noun: "`authorization_code` argument",
    words: &[OWN_CLIENT_AUTH, DEFAULT_SCOPES, SCOPES],
};

pub(super) static CLIENT_CREDENTIALS_ARGUMENTS: Vocabulary = Vocabulary {
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
        SCOPES,
    ],
};

pub(super) static PASSWORD_ARGUMENTS: Vocabulary = Vocabulary {
    module: "password",
    noun: "`password` argument",
    words: &[BECAUSE, OWN_CLIENT_AUTH, DEFAULT_SCOPES, SCOPES],
};

pub(super) static REFRESH_ARGUMENTS: Vocabulary = Vocabulary {
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

pub(super) static CLIENT_AUTH: Vocabulary = Vocabulary {
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

pub(super) static BASIC_ARGUMENTS: Vocabulary = Vocabulary {
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
