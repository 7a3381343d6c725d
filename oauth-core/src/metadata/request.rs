//! What goes out: one shape for every declared request.

/// Peculiarities of a request. The default is the request of the RFC.
///
/// Texts that are called templates may hold `{field}`, a field of the provider, and `{client_id}`.
#[derive(Debug, Clone, Copy)]
pub struct RequestFormat {
    /// The methods that the endpoint takes. Requests use the first; an authorization request goes
    /// by GET, or by POST where that is among them and the caller chooses it.
    pub method: &'static [Method],
    /// How the parameters of a request with a body are written.
    pub body: BodyFormat,
    /// What authenticates the request.
    pub auth: RequestAuth,
    /// Parameters beyond the standard ones.
    pub params: &'static [ParameterMetadata],
    /// Name and template of query parameters that stand beside a body.
    pub query: &'static [(&'static str, &'static str)],
    /// Name and template of headers.
    pub headers: &'static [(&'static str, &'static str)],
    /// Standard parameters under another name: the standard one, and that on the wire.
    pub rename: &'static [(&'static str, &'static str)],
    /// Standard parameters that are left out.
    pub omit: &'static [&'static str],
    /// Standard parameters that the RFC leaves out of this request and the provider wants:
    /// `scope`, `redirect_uri`, `state` or `client_id`. In an authorization request, `scope` is
    /// then sent even if it is empty.
    pub send: &'static [&'static str],
    /// The fragment of the authorization URL. Where it ends with `?`, the parameters follow it.
    pub fragment: Option<&'static str>,
    /// Which tokens a revocation takes.
    pub tokens: RevocableTokens,
}

impl RequestFormat {
    /// A form-encoded POST with client authentication.
    pub const DEFAULT: Self = Self {
        method: &[Method::Post],
        body: BodyFormat::Form,
        auth: RequestAuth::ClientAuthentication,
        params: &[],
        query: &[],
        headers: &[],
        rename: &[],
        omit: &[],
        send: &[],
        fragment: None,
        tokens: RevocableTokens::Both,
    };

    /// A GET (RFC 6749 section 4.1.1).
    pub const AUTHORIZATION: Self = Self { method: &[Method::Get], ..Self::DEFAULT };

    /// A GET with the access token.
    pub const USERINFO: Self = Self { method: &[Method::Get], auth: RequestAuth::Bearer, ..Self::DEFAULT };

    /// All texts that fields of the provider may stand in.
    pub(crate) fn templates(&self) -> impl Iterator<Item = &'static str> + Clone + use<> {
        let beside = self.query.iter().chain(self.headers).map(|(_, template)| *template);
        beside.chain(self.params.iter().filter_map(|parameter| match parameter.value {
            ParameterValue::Template(template) => Some(template),
            _ => None,
        }))
    }

    /// What a standard parameter is called on the wire; nothing if it is left out.
    pub fn name(&self, standard: &'static str) -> Option<&'static str> {
        if self.omit.contains(&standard) {
            return None;
        }
        Some(self.rename.iter().find(|(name, _)| *name == standard).map_or(standard, |(_, wire)| wire))
    }

    /// Whether a parameter is sent that the RFC leaves out.
    pub fn sends(&self, standard: &str) -> bool {
        self.send.contains(&standard)
    }
}

/// An HTTP method of a declared request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Method {
    /// Parameters in the query.
    Get,
    /// Parameters in a body.
    Post,
    /// Parameters in a body, for revocations.
    Delete,
}

/// How the parameters of a request with a body are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum BodyFormat {
    /// `application/x-www-form-urlencoded`, as RFC 6749 demands.
    Form,
    /// One JSON object. Its members are strings, unless a parameter is declared otherwise.
    Json,
    /// In the query, with an empty body.
    Query,
    /// `multipart/form-data` (RFC 7578).
    Multipart,
}

/// Which tokens a revocation takes (RFC 7009 section 2.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum RevocableTokens {
    /// Access tokens and refresh tokens.
    Both,
    /// Access tokens only.
    AccessOnly,
    /// Refresh tokens only.
    RefreshOnly,
}

/// What authenticates a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum RequestAuth {
    /// The client's own authentication, by this grant's or the provider's methods.
    ClientAuthentication,
    /// The client's own authentication by another method than elsewhere.
    Method(super::ClientAuth),
    /// An access token in the `Authorization` header; `client_id` and secret are not sent.
    Bearer,
    /// `client_id` alone, also where the client has a secret.
    Identifier,
    /// Nothing: neither `client_id` nor a secret.
    Nothing,
}

/// A parameter beyond the standard ones.
#[derive(Debug, Clone, Copy)]
pub struct ParameterMetadata {
    /// Its name on the wire.
    pub name: &'static str,
    /// Its values.
    pub value: ParameterValue,
    /// What its value is in a JSON body.
    pub json: JsonType,
}

impl ParameterMetadata {
    /// A parameter whose value is a string in a JSON body, too.
    pub const fn new(name: &'static str, value: ParameterValue) -> Self {
        Self { name, value, json: JsonType::Quoted }
    }
}

/// What the value of a parameter is in a JSON body (RFC 8259 section 3). Every other body has texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum JsonType {
    /// A string, in quotes.
    Quoted,
    /// A whole number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// An array of strings, which every other body joins by the scope delimiter.
    Array,
}

/// The values of a declared parameter.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum ParameterValue {
    /// Always sent, with this value.
    Fixed(&'static str),
    /// Always sent, with the value that this template expands to.
    Template(&'static str),
    /// Sent when the caller gives a value.
    Optional,
    /// Sent with the value that the caller gives; a request without one is not built.
    Required,
    /// Sent when the caller chooses one of these values.
    OneOf(&'static [&'static str]),
    /// Sent when the caller chooses some of these values, joined by the scope delimiter.
    SomeOf(&'static [&'static str]),
    /// Sent when the caller gives scopes for it, joined by the scope delimiter.
    ScopeList,
    /// Always sent, with 128 random bits in base64url, new for every request.
    Random,
}
