//! The messages that go out and come back.

use super::{Keyword, Vocabulary, bare, choice, own, text, words};

pub(super) static CALLBACK: Vocabulary = Vocabulary {
    module: "callback",
    noun: "`callback` key",
    words: &[choice("iss", &ISS, "required", "`iss(required)`: every callback carries `iss` (RFC 9207).")],
};

pub(super) static ISS: Vocabulary = Vocabulary {
    module: "iss",
    noun: "`iss` choice",
    words: &[bare(
        "required",
        "`iss(required)`: a callback without `iss` is refused (RFC 9207 section 2.4).",
    )],
};

pub(super) static AUTHORIZATION_REQUEST: Vocabulary = Vocabulary {
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

pub(super) const METHOD: Keyword = words(
    "method",
    &METHODS,
    "get",
    "`method(get)`: the HTTP methods that the endpoint takes; the first is the default.",
);
pub(super) const AUTH: Keyword =
    choice("auth", &REQUEST_AUTH, "bearer", "`auth(bearer)`: what authenticates the request.");

pub(super) static METHODS: Vocabulary = Vocabulary {
    module: "method",
    noun: "method",
    words: &[
        bare("get", "`method(get)`: parameters in the query."),
        bare("post", "`method(post)`: parameters in a form-encoded body."),
    ],
};

pub(super) static REQUEST_AUTH: Vocabulary = Vocabulary {
    module: "auth",
    noun: "`auth` choice",
    words: &[bare(
        "bearer",
        "`auth(bearer)`: an access token in the `Authorization` header, and no client authentication.",
    )],
};

pub(super) static REVOCATION_REQUEST: Vocabulary =
    Vocabulary { module: "revocation_request", noun: "`revocation_request` key", words: &[AUTH] };

pub(super) static INTROSPECTION_REQUEST: Vocabulary = Vocabulary {
    module: "introspection_request",
    noun: "`introspection_request` key",
    words: &[
        AUTH,
        METHOD,
        choice("omit", &OMIT, "token", "`omit(token)`: a standard parameter that is left out."),
    ],
};

pub(super) static OMIT: Vocabulary = Vocabulary {
    module: "omit",
    noun: "parameter",
    words: &[bare("token", "`omit(token)`: the token stands in the `Authorization` header only.")],
};

pub(super) const EXTRA: Keyword = own(
    "extra",
    "MyExtra",
    "`extra(Type)`: members beyond the standard ones, as a type that implements `serde::Deserialize`.",
);

pub(super) static TOKEN_RESPONSE: Vocabulary = Vocabulary {
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

pub(super) static EXPIRES_IN: Vocabulary = Vocabulary {
    module: "expires_in",
    noun: "`expires_in` choice",
    words: &[bare("never", "`expires_in(never)`: an access token without `expires_in` does not expire.")],
};

pub(super) static FIELDS: Vocabulary = Vocabulary {
    module: "fields",
    noun: "field",
    words: &[text(
        "refresh_token_expires_in",
        "refresh_token_expires_in",
        "`refresh_token_expires_in = \"…\"`: the member that holds the lifetime of the refresh token in seconds.",
    )],
};

pub(super) static TOKEN_TYPE: Vocabulary = Vocabulary {
    module: "token_type",
    noun: "`token_type` key",
    words: &[own(
        "alias",
        "\"User Token\"",
        "`alias(\"…\")`: values that mean Bearer, besides `Bearer` itself.",
    )],
};

pub(super) static INTROSPECTION_RESPONSE: Vocabulary = Vocabulary {
    module: "introspection_response",
    noun: "`introspection_response` key",
    words: &[
        choice("active", &ACTIVE, "status", "`active(status)`: what says that the token is active."),
        EXTRA,
    ],
};

pub(super) static ACTIVE: Vocabulary = Vocabulary {
    module: "active",
    noun: "`active` choice",
    words: &[bare("status", "`active(status)`: 2xx for an active token, 401 for any other.")],
};

pub(super) static ERROR_RESPONSE: Vocabulary = Vocabulary {
    module: "error_response",
    noun: "`error_response` key",
    words: &[choice("format", &ERROR_FORMAT, "text", "`format(text)`: the form of error answers.")],
};

pub(super) static ERROR_FORMAT: Vocabulary = Vocabulary {
    module: "format",
    noun: "`format` choice",
    words: &[bare("text", "`format(text)`: plain text, which is the description; there is no code.")],
};

pub(super) static BEARER: Vocabulary = Vocabulary {
    module: "bearer",
    noun: "`bearer` key",
    words: &[own(
        "headers",
        "header(\"X-Api-Version\", \"3\")",
        "`headers(header(\"X-Api-Version\", \"3\"))`: headers of every API request.",
    )],
};

/// What a parameter of `params(...)` may be, beside `name = "fixed"`.
pub static PARAMETER: Vocabulary = Vocabulary {
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
