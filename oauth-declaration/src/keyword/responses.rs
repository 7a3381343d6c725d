//! The messages that come back, and the requests with an access token.

use super::grants::BECAUSE;
use super::{Keyword, Vocabulary, bare, choice, own, refused, text, texts, words};

pub(super) static CALLBACK: Vocabulary = Vocabulary {
    module: "callback",
    noun: "`callback` key",
    words: &[
        own(
            "capture",
            "realm_id = \"realmId\"",
            "`capture(realm_id = \"realmId\", location)`: parameters that are kept for the caller, each as a constant.",
        ),
        text("code", "auth_code", "`code = \"auth_code\"`: the parameter that holds the code."),
        own(
            "echo",
            "device_id = \"deviceId\"",
            "`echo(device_id = \"deviceId\")`: parameters that the token request repeats; its name left, the callback's right.",
        ),
        own(
            "equals",
            "shop = \"{shop}.example.com\"",
            "`equals(shop = \"{shop}.example.com\")`: parameters that must have the value that a template expands to.",
        ),
        text("error", "error_reason", "`error = \"error_reason\"`: the parameter that holds the error code."),
        text(
            "hmac_sha256",
            "hmac",
            "`hmac_sha256 = \"hmac\"`: the parameter with an HMAC over the others, by the client secret (Shopify).",
        ),
        choice("iss", &ISS, "required", "`iss(required)`: every callback carries `iss` (RFC 9207)."),
        own(
            "learn",
            "region = \"location\"",
            "`learn(region = \"location\")`: the callback chooses the value of a URL variable, among those of its type (Zoho).",
        ),
        words(
            "map",
            &CALLBACK_ERRORS,
            "access_denied = \"user_denied\"",
            "`map(access_denied = \"user_denied\")`: error codes of the provider's own; the RFC's left, the provider's right.",
        ),
        choice(
            "mode",
            &MODE,
            "form_post",
            "`mode(form_post)`: how the callback arrives; as the query of the redirect URI by default.",
        ),
    ],
};

pub(super) static ISS: Vocabulary = Vocabulary {
    module: "iss",
    noun: "`iss` choice",
    words: &[bare(
        "required",
        "`iss(required)`: a callback without `iss` is refused (RFC 9207 section 2.4).",
    )],
};

pub(super) static MODE: Vocabulary = Vocabulary {
    module: "mode",
    noun: "`mode` choice",
    words: &[bare(
        "form_post",
        "`mode(form_post)`: as a form that the browser posts (OAuth 2.0 Form Post Response Mode).",
    )],
};

/// The error codes of RFC 6749 sections 4.1.2.1 and 5.2.
macro_rules! codes {
    ($($name:literal)*) => {
        &[$(texts($name, "…", concat!("`", $name, " = \"…\"`: what the provider calls `", $name, "`."))),*]
    };
}

pub(super) static CALLBACK_ERRORS: Vocabulary = Vocabulary {
    module: "callback_errors",
    noun: "error code",
    words: codes! {
        "access_denied" "invalid_request" "invalid_scope" "server_error" "temporarily_unavailable"
        "unauthorized_client" "unsupported_response_type"
    },
};

pub(super) static ERRORS: Vocabulary = Vocabulary {
    module: "errors",
    noun: "error code",
    words: codes! {
        "access_denied" "invalid_client" "invalid_grant" "invalid_request" "invalid_scope" "invalid_token"
        "server_error" "temporarily_unavailable" "unauthorized_client" "unsupported_grant_type"
        "unsupported_token_type"
    },
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
        words(
            "expires_in",
            &EXPIRES_IN,
            "never",
            "`expires_in(never)`: what `expires_in` holds, and what its absence means.",
        ),
        EXTRA,
        words(
            "fields",
            &FIELDS,
            "access_token = \"accessToken\"",
            "`fields(access_token = \"accessToken\", scope = \"/data/scopes\")`: where members stand; a name, or a JSON pointer.",
        ),
        choice(
            "format",
            &TOKEN_FORMAT,
            "json_of_any_type",
            "`format(json_of_any_type)`: how the answer is written; JSON under a JSON content type by default.",
        ),
        words(
            "refresh_token_expires_in",
            &EXPIRES_IN,
            "unix",
            "`refresh_token_expires_in(unix)`: what the member holds that `fields(refresh_token_expires_in = \"…\")` names.",
        ),
        text("root", "/data", "`root = \"/data\"`: the JSON pointer to the object that holds the members."),
        words("scope", &SCOPE, "delimiter = \",\"", "`scope(delimiter = \",\")`: peculiarities of `scope`."),
        words(
            "token_type",
            &TOKEN_TYPE,
            "alias(\"User Token\")",
            "`token_type(alias(\"…\"))`: peculiarities of `token_type`.",
        ),
    ],
};

pub(super) static TOKEN_FORMAT: Vocabulary = Vocabulary {
    module: "token_format",
    noun: "`format` choice",
    words: &[
        bare("form", "`format(form)`: form-encoded."),
        refused(
            "json",
            "is the default; remove it, or write `json_of_any_type` if the content type is another",
        ),
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
        text("access_token", "accessToken", "`access_token = \"…\"`: where the access token stands."),
        text(
            "expires_in",
            "expiresIn",
            "`expires_in = \"…\"`: where the lifetime of the access token stands.",
        ),
        text("refresh_token", "refreshToken", "`refresh_token = \"…\"`: where the refresh token stands."),
        text(
            "refresh_token_expires_in",
            "refresh_token_expires_in",
            "`refresh_token_expires_in = \"…\"`: where the lifetime of the refresh token stands.",
        ),
        text("scope", "scopes", "`scope = \"…\"`: where the scopes stand, as a text or an array."),
        text("token_type", "tokenType", "`token_type = \"…\"`: where the token type stands."),
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
    words: &[
        text(
            "code",
            "/errcode",
            "`code = \"/errcode\"`: where the error code stands; a name, or a JSON pointer.",
        ),
        text("description", "/errmsg", "`description = \"/errmsg\"`: where the description stands."),
        choice("format", &ERROR_FORMAT, "text", "`format(text)`: the form of error answers."),
        words(
            "map",
            &ERRORS,
            "invalid_grant = \"40029\"",
            "`map(invalid_grant(\"40029\", \"42003\"), access_denied = \"x\")`: error codes of the provider's own; the RFC's left, the provider's right.",
        ),
        own(
            "when",
            "differs(\"/errcode\", \"0\")",
            "`when(present(\"/error\"), equals(\"/ok\", \"false\"), differs(\"/errcode\", \"0\"))`: what makes an answer an error, whatever its status.",
        ),
    ],
};

pub(super) static ERROR_FORMAT: Vocabulary = Vocabulary {
    module: "format",
    noun: "`format` choice",
    words: &[bare("text", "`format(text)`: plain text, which is the description; there is no code.")],
};

/// What `when(...)` may ask of a member.
pub static CONDITION: Vocabulary = Vocabulary {
    module: "when",
    noun: "condition",
    words: &[
        own(
            "differs",
            "\"/errcode\", \"0\"",
            "`differs(\"/errcode\", \"0\")`: the member is there and has another value.",
        ),
        own("equals", "\"/ok\", \"false\"", "`equals(\"/ok\", \"false\")`: the member has this value."),
        own("present", "\"/error\"", "`present(\"/error\")`: the member is there, and is not `null`."),
    ],
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
