//! Refusals: their codes, and the answers that hold them.

use super::{Vocabulary, bare, choice, own, texts, words};

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

pub(super) static ERROR_RESPONSE: Vocabulary = Vocabulary {
    module: "error_response",
    noun: "`error_response` key",
    words: &[
        texts(
            "code",
            "/errcode",
            "`code(\"/error/code\", \"/code\")`: where the error code stands; a name, or a JSON pointer; of several, the first whose code is in `map`, or else the first that leads to one.",
        ),
        texts(
            "description",
            "/errmsg",
            "`description = \"/errmsg\"`: where the description stands; of several pointers, the first that leads to one.",
        ),
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
    words: &[bare(
        "text",
        "`format(text)`: plain text, which is the description; there is no code. With status 2xx, words in place of tokens.",
    )],
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
