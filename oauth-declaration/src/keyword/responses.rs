//! What comes back from the token and introspection endpoints, and the requests with an access token.

use super::grants::BECAUSE;
use super::{Keyword, Vocabulary, bare, choice, own, refused, text, texts, words};

pub(super) const EXTRA: Keyword = own(
    "extra",
    "MyExtra",
    "`extra(Type)`: members beyond the standard ones, as a type that implements `serde::Deserialize`.",
);

const LIFETIME: Keyword = words(
    "expires_in",
    &EXPIRES_IN,
    "never",
    "`expires_in(never)`: what `expires_in` holds, and what its absence means.",
);
const MEMBERS: Keyword = words(
    "fields",
    &FIELDS,
    "access_token = \"accessToken\"",
    "`fields(access_token = \"accessToken\", scope = \"/data/scopes\")`: where members stand; a name, or a JSON pointer; of several, such as `expires_in(\"expires\", \"ttl\")`, the first that leads to something.",
);
const FORMAT: Keyword = choice(
    "format",
    &TOKEN_FORMAT,
    "json_of_any_type",
    "`format(json_of_any_type)`: how the answer is written; JSON under a JSON content type by default.",
);
const REFRESH_TOKEN_LIFETIME: Keyword = words(
    "refresh_token_expires_in",
    &EXPIRES_IN,
    "unix",
    "`refresh_token_expires_in(unix)`: what the member holds that `fields(refresh_token_expires_in = \"…\")` names.",
);
const ROOT: Keyword = texts(
    "root",
    "/data",
    "`root = \"/data\"`: the JSON pointer to the object that holds the members; of several, such as `root(\"/data/0\", \"\")`, the first that leads to something, and `\"\"` is the whole answer.",
);
const SCOPES: Keyword =
    words("scope", &SCOPE, "delimiter = \",\"", "`scope(delimiter = \",\")`: peculiarities of `scope`.");
const TYPE: Keyword = words(
    "token_type",
    &TOKEN_TYPE,
    "alias(\"User Token\")",
    "`token_type(alias(\"…\"))`: peculiarities of `token_type`.",
);

pub(super) static TOKEN_RESPONSE: Vocabulary = Vocabulary {
    module: "token_response",
    noun: "`token_response` key",
    words: &[
        own(
            "also",
            "user = \"/authed_user\"",
            "`also(user = \"/authed_user\")`: further tokens in the same answer, each as a constant with the JSON pointer to their object (Slack).",
        ),
        words(
            "api_base",
            &API_BASE,
            "member = \"instance_url\", hosts(\"*.example.com\")",
            "`api_base(member = \"instance_url\", hosts(\"*.example.com\"))`: the answer names the beginning of API URLs (Salesforce).",
        ),
        LIFETIME,
        EXTRA,
        MEMBERS,
        FORMAT,
        REFRESH_TOKEN_LIFETIME,
        ROOT,
        SCOPES,
        TYPE,
    ],
};

/// The block of a grant's own.
pub(super) static GRANT_RESPONSE: Vocabulary = Vocabulary {
    module: "grant_response",
    noun: "key of a token answer",
    words: &[
        refused("also", "is looked for in the answers to all grants; write it in `token_response(...)`"),
        refused("api_base", "is where the tokens of all grants go; write it in `token_response(...)`"),
        LIFETIME,
        refused("extra", "is one type for the answers to all grants; write it in `token_response(...)`"),
        MEMBERS,
        FORMAT,
        REFRESH_TOKEN_LIFETIME,
        ROOT,
        SCOPES,
        TYPE,
    ],
};

pub(super) static USERINFO_RESPONSE: Vocabulary = Vocabulary {
    module: "userinfo_response",
    noun: "`userinfo_response` key",
    words: &[words(
        "api_base",
        &API_BASE,
        "member = \"api_endpoint\", hosts(\"*.example.com\")",
        "`api_base(member = \"api_endpoint\", hosts(\"*.example.com\"))`: the answer names the beginning of API URLs (Mailchimp).",
    )],
};

pub(super) static TOKEN_FORMAT: Vocabulary = Vocabulary {
    module: "token_format",
    noun: "`format` choice",
    words: &[
        bare("form", "`format(form)`: form-encoded."),
        bare("json", "`format(json)`: JSON under a JSON content type, or none; the default."),
        bare("json_of_any_type", "`format(json_of_any_type)`: JSON, under any content type."),
        bare("json_or_form", "`format(json_or_form)`: JSON if it begins with `{`, otherwise form-encoded."),
        bare("jsonp", "`format(jsonp)`: JSON in a call of a JavaScript function."),
    ],
};

pub(super) static API_BASE: Vocabulary = Vocabulary {
    module: "api_base",
    noun: "`api_base` key",
    words: &[
        own(
            "hosts",
            "\"*.example.com\"",
            "`hosts(\"*.example.com\", \"api.example.org\")`: the only hosts that access tokens are sent to.",
        ),
        text(
            "member",
            "instance_url",
            "`member = \"instance_url\"`: where the answer names the API base; a name, or a JSON pointer.",
        ),
        text("path", "/services", "`path = \"/services\"`: the path that follows it."),
    ],
};

pub(super) static EXPIRES_IN: Vocabulary = Vocabulary {
    module: "expires_in",
    noun: "`expires_in` key",
    words: &[
        text(
            "default",
            "3600",
            "`default = \"3600\"`: the documented lifetime in seconds, where none is there.",
        ),
        bare("milliseconds", "`expires_in(milliseconds)`: milliseconds from now."),
        bare("never", "`expires_in(never)`: a token without a lifetime does not expire."),
        bare("rfc3339", "`expires_in(rfc3339)`: a date as in RFC 3339."),
        bare("seconds", "`expires_in(seconds)`: seconds from now, which is the default."),
        bare("unix", "`expires_in(unix)`: a date, in seconds since 1970."),
        bare("unix_milliseconds", "`expires_in(unix_milliseconds)`: a date, in milliseconds since 1970."),
        choice("zero", &ZERO, "never", "`zero(never)`: `0` means that the token does not expire."),
    ],
};

pub(super) static ZERO: Vocabulary = Vocabulary {
    module: "zero",
    noun: "`zero` choice",
    words: &[bare("never", "`zero(never)`: `0` means that the token does not expire.")],
};

pub(super) static FIELDS: Vocabulary = Vocabulary {
    module: "fields",
    noun: "field",
    words: &[
        texts("access_token", "accessToken", "`access_token = \"…\"`: where the access token stands."),
        texts(
            "expires_in",
            "expiresIn",
            "`expires_in = \"…\"`: where the lifetime of the access token stands.",
        ),
        texts("refresh_token", "refreshToken", "`refresh_token = \"…\"`: where the refresh token stands."),
        texts(
            "refresh_token_expires_in",
            "refresh_token_expires_in",
            "`refresh_token_expires_in = \"…\"`: where the lifetime of the refresh token stands.",
        ),
        texts("scope", "scopes", "`scope = \"…\"`: where the scopes stand, as a text or an array."),
        texts("token_type", "tokenType", "`token_type = \"…\"`: where the token type stands."),
    ],
};

pub(super) static SCOPE: Vocabulary = Vocabulary {
    module: "scope",
    noun: "`scope` key",
    words: &[text(
        "delimiter",
        ",",
        "`delimiter = \",\"`: what stands between two scopes of the answer, if not what does in requests.",
    )],
};

pub(super) static TOKEN_TYPE: Vocabulary = Vocabulary {
    module: "token_type",
    noun: "`token_type` key",
    words: &[texts(
        "alias",
        "User Token",
        "`alias(\"…\")`: values that mean Bearer, besides `Bearer` itself.",
    )],
};

pub(super) static INTROSPECTION_RESPONSE: Vocabulary = Vocabulary {
    module: "introspection_response",
    noun: "`introspection_response` key",
    words: &[
        choice("active", &ACTIVE, "status", "`active(status)`: what says that the token is active."),
        words(
            "exp",
            &EXP,
            "unix_milliseconds",
            "`exp(unix_milliseconds)`: what `exp` holds, in place of seconds since 1970; where that is a date, `iat` is written likewise.",
        ),
        EXTRA,
        words(
            "fields",
            &INTROSPECTION_FIELDS,
            "active = \"/data/is_valid\"",
            "`fields(active = \"is_valid\", scope(\"scope\", \"scopes\"))`: where members stand; a name, or a JSON pointer; of several, the first that leads to something.",
        ),
        ROOT,
    ],
};

pub(super) static ACTIVE: Vocabulary = Vocabulary {
    module: "active",
    noun: "`active` choice",
    words: &[bare("status", "`active(status)`: 2xx for an active token, 401 for any other.")],
};

pub(super) static EXP: Vocabulary = Vocabulary {
    module: "exp",
    noun: "`exp` key",
    words: &[
        bare("milliseconds", "`exp(milliseconds)`: milliseconds from now."),
        bare("rfc3339", "`exp(rfc3339)`: a date as in RFC 3339."),
        bare("seconds", "`exp(seconds)`: seconds from now."),
        refused("unix", "is what `exp` holds anyway (RFC 7662 section 2.2); remove it"),
        bare("unix_milliseconds", "`exp(unix_milliseconds)`: a date, in milliseconds since 1970."),
        choice("zero", &ZERO, "never", "`zero(never)`: `0` means that the token does not expire."),
    ],
};

/// The members of RFC 7662 section 2.2 that are read.
macro_rules! members {
    ($($name:literal $example:literal)*) => {
        &[$(texts($name, $example, concat!("`", $name, " = \"…\"`: where `", $name, "` stands."))),*]
    };
}

pub(super) static INTROSPECTION_FIELDS: Vocabulary = Vocabulary {
    module: "introspection_fields",
    noun: "field",
    words: members! {
        "active" "is_valid" "client_id" "app_id" "exp" "expires_at" "iat" "created_at" "iss" "issuer"
        "scope" "scopes" "sub" "user_id" "token_type" "type" "username" "login"
    },
};

pub(super) static BEARER: Vocabulary = Vocabulary {
    module: "bearer",
    noun: "`bearer` key",
    words: &[
        BECAUSE,
        text("header", "X-Access-Token", "`header = \"X-Access-Token\"`: the token alone in this header."),
        own(
            "headers",
            "header(\"X-Api-Version\", \"3\")",
            "`headers(header(\"X-Api-Version\", \"3\"))`: headers of every API request.",
        ),
        text(
            "query",
            "access_token",
            "`query = \"access_token\", because = \"…\"`: the token in this query parameter.",
        ),
        text(
            "scheme",
            "OAuth",
            "`scheme = \"OAuth\"`: what stands before the token in `Authorization`, in place of `Bearer`.",
        ),
    ],
};
