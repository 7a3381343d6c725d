//! The callback.

use super::errors::CALLBACK_ERRORS;
use super::{Vocabulary, bare, choice, own, text, texts, words};

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
            "`equals(shop = \"{shop}.example.com\")`: parameters that must have the value that a template expands to; a refusal may lack them.",
        ),
        texts(
            "error",
            "error_reason",
            "`error = \"error_reason\"`: the parameter that holds the error code; of several, the first that is there.",
        ),
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
        choice(
            "no_code",
            &NO_CODE,
            "access_denied",
            "`no_code(access_denied)`: a callback with neither code nor error is a refusal (WeChat).",
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

pub(super) static NO_CODE: Vocabulary = Vocabulary {
    module: "no_code",
    noun: "`no_code` choice",
    words: &[bare("access_denied", "`no_code(access_denied)`: the resource owner refused.")],
};
