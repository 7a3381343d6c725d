//! What comes back with the browser.

/// Peculiarities of the callback (RFC 6749 sections 4.1.2 and 4.1.2.1).
#[derive(Debug, Clone, Copy)]
pub struct CallbackFormat {
    /// How the callback arrives.
    pub mode: CallbackMode,
    /// Whether every callback carries `iss` (RFC 9207); one without is refused.
    pub iss_required: bool,
    /// The parameter that holds the code.
    pub code: &'static str,
    /// The parameter that holds the error code; of several, the first that is there.
    pub error: &'static [&'static str],
    /// Error codes of the provider's own: the standard code, and that on the wire.
    pub error_map: &'static [(&'static str, &'static str)],
    /// The standard code of the refusal that a callback with neither code nor error is.
    pub no_code: Option<&'static str>,
    /// Parameters that are kept for the caller.
    pub capture: &'static [&'static str],
    /// Parameters that are repeated in the token request: the name there, and that in the callback.
    pub echo: &'static [(&'static str, &'static str)],
    /// The parameter that holds an HMAC-SHA256 over the others (Shopify): lower-case hexadecimal,
    /// over the decoded `name=value` pairs sorted by name and joined by `&`, with the client secret
    /// as the key. `%` and `&` in a pair, and `=` in a name, are percent-encoded, as Shopify says.
    pub hmac_sha256: Option<&'static str>,
    /// Parameters that must have the value that a template expands to; a refusal may lack them.
    pub equals: &'static [(&'static str, &'static str)],
    /// Variables of URLs that the callback decides.
    pub learn: &'static [LearnedVariable],
}

impl CallbackFormat {
    /// The callback of RFC 6749.
    pub const DEFAULT: Self = Self {
        mode: CallbackMode::Query,
        iss_required: false,
        code: "code",
        error: &["error"],
        error_map: &[],
        no_code: None,
        capture: &[],
        echo: &[],
        hmac_sha256: None,
        equals: &[],
        learn: &[],
    };
}

/// A variable of URLs whose value the callback names: the token request goes to the host that
/// belongs to it. A value that is not declared is refused, so that no callback can choose a host.
#[derive(Debug, Clone, Copy)]
pub struct LearnedVariable {
    /// The variable, such as `region`, or `region.accounts` for one name of an enum with several.
    pub variable: &'static str,
    /// The parameter that holds one of its values, alone or as an `https` URL.
    pub parameter: &'static str,
    /// The declared values, one row per variant: name and literal, with the name `""` where the
    /// variant has one literal only.
    pub values: &'static [&'static [(&'static str, &'static str)]],
}

/// How a callback arrives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum CallbackMode {
    /// As the query of the redirect URI.
    Query,
    /// As a form that the browser posts; the authorization request asks for it with
    /// `response_mode=form_post` (OAuth 2.0 Form Post Response Mode).
    FormPost,
}
