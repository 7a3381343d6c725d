//! The standard parameters of each request, for `rename`, `omit` and `send`.

use super::{Keyword, Vocabulary, bare, refused, text};

/// The words of `rename(...)` and `omit(...)` of one request: those that some provider needs, and those that
/// none may leave out.
macro_rules! standard {
    (
        $request:literal:
        $rename:ident $rename_module:literal $($renamed:literal)*;
        $omit:ident $omit_module:literal $($omitted:ident)*;
    ) => {
        pub(super) static $rename: Vocabulary = Vocabulary {
            module: $rename_module,
            noun: concat!("`", $request, "` parameter"),
            words: &[$(text(
                $renamed,
                "…",
                concat!("`", $renamed, " = \"…\"`: what `", $renamed, "` is called on the wire."),
            )),*],
        };
        pub(super) static $omit: Vocabulary = Vocabulary {
            module: $omit_module,
            noun: concat!("`", $request, "` parameter"),
            words: &[$($omitted),*],
        };
    };
}

macro_rules! omitted {
    ($($name:ident $word:literal)*) => {$(
        const $name: Keyword =
            bare($word, concat!("`omit(", $word, ")`: the request goes without `", $word, "`."));
    )*};
}

omitted! {
    ACCESS_TOKEN "access_token"
    NO_CLIENT_ID "client_id"
    GRANT_TYPE "grant_type"
    REDIRECT_URI "redirect_uri"
    RESPONSE_TYPE "response_type"
    SCOPE "scope"
    TOKEN "token"
    TOKEN_TYPE_HINT "token_type_hint"
}

const PROTECTED_BY_PKCE: &str =
    "protects the code (RFC 7636); a provider that refuses it has `pkce(none, because = \"…\")`";
const CODE: Keyword = refused("code", "is what the request is for; it may be renamed");
const CODE_CHALLENGE: Keyword = refused("code_challenge", PROTECTED_BY_PKCE);
const CODE_CHALLENGE_METHOD: Keyword = refused("code_challenge_method", PROTECTED_BY_PKCE);
const CODE_VERIFIER: Keyword = refused("code_verifier", PROTECTED_BY_PKCE);
const CLIENT_SECRET: Keyword = refused(
    "client_secret",
    "authenticates the client; a request without it has `auth(client_id)` or `auth(nothing)`",
);
const PASSWORD: Keyword = refused("password", "is what the request is for; it may be renamed");
const REFRESH_TOKEN: Keyword = refused("refresh_token", "is what the request is for; it may be renamed");
const STATE: Keyword = refused(
    "state",
    "protects the login; a provider that loses it takes `state(in_redirect_uri, because = \"…\")`",
);
const USERNAME: Keyword = refused("username", "is what the request is for; it may be renamed");

standard! {
    "authorization_request":
    RENAME_AUTHORIZATION "rename_authorization" "client_id" "redirect_uri" "response_type" "scope" "state";
    OMIT_AUTHORIZATION "omit_authorization"
        NO_CLIENT_ID CODE_CHALLENGE CODE_CHALLENGE_METHOD REDIRECT_URI RESPONSE_TYPE SCOPE STATE;
}
standard! {
    "token_request":
    RENAME_TOKEN "rename_token"
        "access_token" "client_id" "client_secret" "code" "code_verifier" "grant_type" "redirect_uri"
        "refresh_token" "scope";
    OMIT_TOKEN "omit_token"
        NO_CLIENT_ID CLIENT_SECRET CODE CODE_VERIFIER GRANT_TYPE REDIRECT_URI REFRESH_TOKEN SCOPE;
}
standard! {
    "client_credentials_request":
    RENAME_CLIENT_CREDENTIALS "rename_client_credentials" "client_id" "client_secret" "grant_type" "scope";
    OMIT_CLIENT_CREDENTIALS "omit_client_credentials" NO_CLIENT_ID CLIENT_SECRET GRANT_TYPE SCOPE;
}
standard! {
    "password_request":
    RENAME_PASSWORD "rename_password"
        "client_id" "client_secret" "grant_type" "password" "scope" "username";
    OMIT_PASSWORD "omit_password" NO_CLIENT_ID CLIENT_SECRET GRANT_TYPE PASSWORD SCOPE USERNAME;
}
standard! {
    "refresh_request":
    RENAME_REFRESH "rename_refresh"
        "access_token" "client_id" "client_secret" "grant_type" "redirect_uri" "refresh_token" "scope";
    OMIT_REFRESH "omit_refresh" ACCESS_TOKEN NO_CLIENT_ID CLIENT_SECRET GRANT_TYPE REFRESH_TOKEN;
}
standard! {
    "long_lived_token_request":
    RENAME_LONG_LIVED_TOKEN "rename_long_lived_token" "access_token" "client_id" "client_secret" "grant_type";
    OMIT_LONG_LIVED_TOKEN "omit_long_lived_token" ACCESS_TOKEN NO_CLIENT_ID CLIENT_SECRET GRANT_TYPE;
}
standard! {
    "revocation_request":
    RENAME_REVOCATION "rename_revocation" "client_id" "client_secret" "token" "token_type_hint";
    OMIT_REVOCATION "omit_revocation" NO_CLIENT_ID CLIENT_SECRET TOKEN TOKEN_TYPE_HINT;
}
standard! {
    "introspection_request":
    RENAME_INTROSPECTION "rename_introspection" "client_id" "client_secret" "token";
    OMIT_INTROSPECTION "omit_introspection" NO_CLIENT_ID CLIENT_SECRET TOKEN TOKEN_TYPE_HINT;
}

const CLIENT_ID: Keyword = bare(
    "client_id",
    "`send(client_id)`: the identifier is a parameter too, whatever authenticates the client.",
);

pub(super) static SEND_AUTHORIZATION: Vocabulary = Vocabulary {
    module: "send_authorization",
    noun: "parameter that `authorization_request` can add",
    words: &[bare("scope", "`send(scope)`: `scope` is there even if it is empty.")],
};

pub(super) static SEND_TOKEN: Vocabulary = Vocabulary {
    module: "send_token",
    noun: "parameter that `token_request` can add",
    words: &[
        CLIENT_ID,
        refused(
            "redirect_uri",
            "stands in every code exchange; for a refresh write `refresh_request(send(redirect_uri))`",
        ),
        bare("scope", "`send(scope)`: a code exchange repeats the scopes of its login."),
        bare("state", "`send(state)`: a code exchange repeats the `state` of its login (Naver)."),
    ],
};

pub(super) static SEND_REFRESH: Vocabulary = Vocabulary {
    module: "send_refresh",
    noun: "parameter that `refresh_request` can add",
    words: &[
        CLIENT_ID,
        bare("redirect_uri", "`send(redirect_uri)`: a refresh repeats the redirect URI (HubSpot)."),
        refused("scope", "stands in `grants(refresh_token(send(scope)))`; write it there"),
    ],
};

/// They make a form, which nothing but the access token is about.
pub(super) static SEND_USERINFO: Vocabulary = Vocabulary {
    module: "send_userinfo",
    noun: "parameter that `userinfo_request` can add",
    words: &[
        bare(
            "access_token",
            "`send(access_token)`: the token stands in a form, and not where `bearer(...)` has it (RFC 6750 section 2.2; VK).",
        ),
        bare("client_id", "`send(client_id)`: the identifier of the client stands in a form."),
    ],
};

pub(super) static SEND_CLIENT_ID: Vocabulary =
    Vocabulary { module: "send_client_id", noun: "parameter that this request can add", words: &[CLIENT_ID] };
