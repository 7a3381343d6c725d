//! The standard parameters of each request, for `rename`, `omit` and `send`.

use super::{Keyword, Vocabulary, bare, refused, text};

/// The words of `rename(...)` and `omit(...)` of one request.
macro_rules! standard {
    ($rename:ident $rename_module:literal, $omit:ident $omit_module:literal, $request:literal, $($name:literal)*) => {
        pub(super) static $rename: Vocabulary = Vocabulary {
            module: $rename_module,
            noun: concat!("`", $request, "` parameter"),
            words: &[$(text(
                $name,
                "…",
                concat!("`", $name, " = \"…\"`: what `", $name, "` is called on the wire."),
            )),*],
        };
        pub(super) static $omit: Vocabulary = Vocabulary {
            module: $omit_module,
            noun: concat!("`", $request, "` parameter"),
            words: &[$(bare($name, concat!("`omit(", $name, ")`: the request goes without `", $name, "`."))),*],
        };
    };
}

standard! {
    RENAME_AUTHORIZATION "rename_authorization", OMIT_AUTHORIZATION "omit_authorization", "authorization_request",
    "client_id" "code_challenge" "code_challenge_method" "redirect_uri" "response_type" "scope" "state"
}
standard! {
    RENAME_TOKEN "rename_token", OMIT_TOKEN "omit_token", "token_request",
    "access_token" "client_id" "client_secret" "code" "code_verifier" "grant_type" "password" "redirect_uri"
    "refresh_token" "scope" "state" "username"
}
standard! {
    RENAME_CLIENT_CREDENTIALS "rename_client_credentials", OMIT_CLIENT_CREDENTIALS "omit_client_credentials",
    "client_credentials_request",
    "client_id" "client_secret" "grant_type" "scope"
}
standard! {
    RENAME_PASSWORD "rename_password", OMIT_PASSWORD "omit_password", "password_request",
    "client_id" "client_secret" "grant_type" "password" "scope" "username"
}
standard! {
    RENAME_REFRESH "rename_refresh", OMIT_REFRESH "omit_refresh", "refresh_request",
    "access_token" "client_id" "client_secret" "grant_type" "redirect_uri" "refresh_token" "scope"
}
standard! {
    RENAME_LONG_LIVED_TOKEN "rename_long_lived_token", OMIT_LONG_LIVED_TOKEN "omit_long_lived_token",
    "long_lived_token_request",
    "access_token" "client_id" "client_secret" "grant_type"
}
standard! {
    RENAME_REVOCATION "rename_revocation", OMIT_REVOCATION "omit_revocation", "revocation_request",
    "client_id" "client_secret" "token" "token_type_hint"
}
standard! {
    RENAME_INTROSPECTION "rename_introspection", OMIT_INTROSPECTION "omit_introspection", "introspection_request",
    "client_id" "client_secret" "token" "token_type_hint"
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

pub(super) static SEND_CLIENT_ID: Vocabulary =
    Vocabulary { module: "send_client_id", noun: "parameter that this request can add", words: &[CLIENT_ID] };
