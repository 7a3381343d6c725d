//! What comes back: token answers, introspection answers, errors.
//!
//! A *pointer* names a member: a bare word is a member of the object, a text that begins with `/`
//! is a JSON pointer (RFC 6901). Of a list of pointers, the first counts that leads to something:
//! not to `null`, `false` or an empty text.

/// Peculiarities of the token answer (RFC 6749 section 5.1).
#[derive(Debug, Clone, Copy)]
pub struct TokenResponseFormat {
    /// How the answer is written.
    pub format: AnswerFormat,
    /// What stands before the JSON and is no part of it, in errors too. An answer without it is read as it
    /// is.
    pub prefix: Option<&'static str>,
    /// JSON pointers to the object that holds the members; `""` is the whole answer, and so is no
    /// pointer at all.
    pub root: &'static [&'static str],
    /// Pointers to standard members that are called otherwise: the standard name, and the pointers.
    pub fields: &'static [(&'static str, &'static [&'static str])],
    /// What `expires_in` holds, and what its absence means.
    pub expires_in: ExpiryFormat,
    /// What `refresh_token_expires_in` holds, where `fields` declares it.
    pub refresh_token_expires_in: ExpiryFormat,
    /// What stands between two scopes; nothing where it is the delimiter of the request. A comma
    /// in a JSON array is always understood.
    pub scope_delimiter: Option<char>,
    /// Values of `token_type` that mean Bearer, besides `Bearer` itself.
    pub bearer_aliases: &'static [&'static str],
    /// Further tokens in the same answer: a name, and the JSON pointer to their object.
    pub also: &'static [(&'static str, &'static str)],
    /// Where the answer names the beginning of API URLs.
    pub api_base: Option<ApiBaseFormat>,
}

impl TokenResponseFormat {
    /// The answer of RFC 6749 section 5.1.
    pub const DEFAULT: Self = Self {
        format: AnswerFormat::Json,
        prefix: None,
        root: &[],
        fields: &[],
        expires_in: ExpiryFormat::DEFAULT,
        refresh_token_expires_in: ExpiryFormat::DEFAULT,
        scope_delimiter: None,
        bearer_aliases: &[],
        also: &[],
        api_base: None,
    };

    /// Where a standard member stands; of several pointers, the first.
    pub fn field(&self, standard: &'static str) -> &'static str {
        field(self.fields, standard)
    }
}

/// The first pointer to a standard member.
fn field(fields: &[(&'static str, &'static [&'static str])], standard: &'static str) -> &'static str {
    let declared = fields.iter().find(|(name, _)| *name == standard);
    declared.and_then(|(_, pointers)| pointers.first()).unwrap_or(&standard)
}

/// How an answer is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum AnswerFormat {
    /// JSON, under a JSON content type or none.
    Json,
    /// JSON, under any content type.
    JsonOfAnyType,
    /// Form-encoded, under any content type.
    Form,
    /// JSON if it begins with `{`, otherwise form-encoded, under any content type.
    JsonOrForm,
    /// JSON in a call of a JavaScript function, under any content type.
    Jsonp,
}

/// What a member with a lifetime holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ExpiryFormat {
    /// How it is written. Numbers in strings, and fractions, are always understood.
    pub unit: ExpiryUnit,
    /// What its absence means.
    pub absent: AbsentExpiry,
    /// Whether `0` means that the token does not expire.
    pub zero_is_never: bool,
}

impl ExpiryFormat {
    /// Seconds from now; unknown where it is absent.
    pub const DEFAULT: Self =
        Self { unit: ExpiryUnit::Seconds, absent: AbsentExpiry::Unknown, zero_is_never: false };
}

/// How a lifetime is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ExpiryUnit {
    /// Seconds from now (RFC 6749 section 5.1).
    Seconds,
    /// Milliseconds from now.
    Milliseconds,
    /// A date, in seconds since 1970.
    UnixSeconds,
    /// A date, in milliseconds since 1970.
    UnixMilliseconds,
    /// A date as in RFC 3339.
    Rfc3339,
}

/// What the absence of a lifetime means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum AbsentExpiry {
    /// The lifetime is unknown (RFC 6749 section 5.1).
    Unknown,
    /// The token does not expire.
    Never,
    /// The documented lifetime, in seconds.
    Seconds(u64),
}

/// Where an answer names the beginning of API URLs, as an `https` URL or a host.
#[derive(Debug, Clone, Copy)]
pub struct ApiBaseFormat {
    /// The pointer to the member.
    pub member: &'static str,
    /// The hosts that it may have: a name, or `*.` and the end of a name. The access token is sent
    /// to no other.
    pub hosts: &'static [&'static str],
    /// The path that follows it.
    pub path: &'static str,
}

/// Peculiarities of the userinfo answer.
#[derive(Debug, Clone, Copy)]
pub struct UserinfoResponseFormat {
    /// Where the answer names the beginning of API URLs.
    pub api_base: Option<ApiBaseFormat>,
}

/// Peculiarities of the introspection answer (RFC 7662 section 2.2).
#[derive(Debug, Clone, Copy)]
pub struct IntrospectionResponseFormat {
    /// What says that the token is active.
    pub active: ActiveFormat,
    /// JSON pointers to the object that holds the members; `""` is the whole answer, and so is no
    /// pointer at all.
    pub root: &'static [&'static str],
    /// Pointers to standard members that are called otherwise: the standard name, and the pointers.
    pub fields: &'static [(&'static str, &'static [&'static str])],
    /// What `exp` holds. Where that is a date, `iat` is written likewise.
    pub exp: ExpiryFormat,
}

impl IntrospectionResponseFormat {
    /// The answer of RFC 7662 section 2.2.
    pub const DEFAULT: Self = Self {
        active: ActiveFormat::Member,
        root: &[],
        fields: &[],
        exp: ExpiryFormat { unit: ExpiryUnit::UnixSeconds, ..ExpiryFormat::DEFAULT },
    };

    /// Where a standard member stands; of several pointers, the first.
    pub fn field(&self, standard: &'static str) -> &'static str {
        field(self.fields, standard)
    }

    /// How `iat` is written.
    pub fn iat(&self) -> ExpiryFormat {
        match self.exp.unit {
            ExpiryUnit::Seconds | ExpiryUnit::Milliseconds => Self::DEFAULT.exp,
            _ => self.exp,
        }
    }
}

/// What says that an introspected token is active.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ActiveFormat {
    /// The member `active`, a JSON boolean (RFC 7662 section 2.2).
    Member,
    /// The status: 2xx for an active token, 401 for any other.
    Status,
}

/// Peculiarities of error answers (RFC 6749 section 5.2).
#[derive(Debug, Clone, Copy)]
pub struct ErrorResponseFormat {
    /// Whether an answer that is no JSON is plain text, which is the description. With status 2xx, words
    /// alone are.
    pub text: bool,
    /// Conditions, any of which makes an answer an error, whatever its status. A member `error`
    /// that is not empty always does.
    pub when: &'static [Condition],
    /// Pointers to the error code: the first counts whose code is in `map`, or else the first that leads
    /// to a code. Where none does, `error` is read.
    pub code: &'static [&'static str],
    /// Pointers to the description. Where none leads to one, `error_description` is read.
    pub description: &'static [&'static str],
    /// Error codes of the provider's own: the standard code, and that on the wire.
    pub map: &'static [(&'static str, &'static str)],
}

impl ErrorResponseFormat {
    /// The answer of RFC 6749 section 5.2.
    pub const DEFAULT: Self = Self { text: false, when: &[], code: &[], description: &[], map: &[] };
}

/// A condition on a member of an answer.
#[derive(Debug, Clone, Copy)]
pub struct Condition {
    /// The pointer to the member.
    pub member: &'static str,
    /// What is asked of it.
    pub test: Test,
}

/// What a condition asks of a member.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Test {
    /// It is there, and is not `null`.
    Present,
    /// It is there and has this value: a number or boolean as JSON writes it, or a string.
    Equals(&'static str),
    /// It is there and has another value.
    Differs(&'static str),
}

/// How an access token is used (RFC 6750 section 2).
#[derive(Debug, Clone, Copy)]
pub struct BearerFormat {
    /// Where the token stands.
    pub carrier: TokenCarrier,
    /// Name and template of headers that every API request carries beside the token.
    pub headers: &'static [(&'static str, &'static str)],
}

impl BearerFormat {
    /// `Authorization: Bearer …`.
    pub const DEFAULT: Self = Self { carrier: TokenCarrier::Scheme("Bearer"), headers: &[] };
}

/// Where an access token stands in an API request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum TokenCarrier {
    /// In the header `Authorization`, after this scheme.
    Scheme(&'static str),
    /// Alone in a header.
    Header(&'static str),
    /// In a query parameter. A deviation (RFC 9700 section 4.3.2).
    Query(&'static str),
}
