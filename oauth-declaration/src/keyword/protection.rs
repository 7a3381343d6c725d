//! What protects a login, and what limits it.

use super::grants::BECAUSE;
use super::{Vocabulary, bare, refused};

pub(super) static PKCE: Vocabulary = Vocabulary {
    module: "pkce",
    noun: "`pkce` choice",
    words: &[
        bare("S256", "`pkce(S256)`: sent with every request; a server that does not know it ignores it."),
        bare(
            "S256_hex",
            "`pkce(S256_hex, because = \"…\")`: as `required`, with the challenge in hexadecimal (TikTok).",
        ),
        BECAUSE,
        bare("none", "`pkce(none, because = \"…\")`: not sent, because the provider refuses it."),
        refused("plain", "exposes the verifier (RFC 7636 section 7.2); write `pkce(S256)`"),
        bare(
            "public_clients",
            "`pkce(public_clients, because = \"…\")`: sent by clients without a secret only, because the provider refuses it from the others (Slack).",
        ),
        bare("required", "`pkce(required)`: sent with every request, and the server refuses one without it."),
    ],
};

pub(super) static SSRF: Vocabulary = Vocabulary {
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

pub(super) static CUSTOM_SCOPES: Vocabulary = Vocabulary {
    module: "custom_scopes",
    noun: "`custom_scopes` choice",
    words: &[bare("allowed", "`custom_scopes(allowed)`: scopes beyond the declared ones may be asked for.")],
};

pub(super) static REDIRECT_URI: Vocabulary = Vocabulary {
    module: "redirect_uri",
    noun: "`redirect_uri` choice",
    words: &[bare("opaque", "`redirect_uri(opaque)`: an alias that the provider issued, sent unchanged.")],
};

pub(super) static STATE: Vocabulary = Vocabulary {
    module: "state",
    noun: "`state` choice",
    words: &[
        BECAUSE,
        bare(
            "in_redirect_uri",
            "`state(in_redirect_uri, because = \"…\")`: `state` is a query parameter of `redirect_uri`, in both requests, and none of its own.",
        ),
    ],
};
