//! [`Refusal`]: an error code with what was wrong, and the answers that it becomes.

use http::{HeaderValue, Response, StatusCode, header};
use oauth_core::metadata::Metadata;

/// Why a request is refused.
#[derive(Debug)]
pub(crate) struct Refusal {
    pub(crate) status: StatusCode,
    pub(crate) error: &'static str,
    pub(crate) description: String,
    /// The scheme of the `WWW-Authenticate` header, where it has one.
    pub(crate) challenge: Option<Challenge>,
    /// The `Allow` header of a 405.
    pub(crate) allow: Option<String>,
}

#[derive(Debug, Clone, Copy)]
pub(crate) enum Challenge {
    Basic,
    /// With the error code, or without for a request that had no token (RFC 6750 section 3.1).
    Bearer {
        with_error: bool,
    },
}

macro_rules! codes {
    ($($error:ident: $status:ident;)*) => {$(
        pub(crate) fn $error(description: impl Into<String>) -> Self {
            Self::new(StatusCode::$status, stringify!($error), description)
        }
    )*};
}

impl Refusal {
    // RFC 6749 sections 4.1.2.1 and 5.2.
    codes! {
        invalid_request: BAD_REQUEST;
        invalid_client: UNAUTHORIZED;
        invalid_grant: BAD_REQUEST;
        invalid_scope: BAD_REQUEST;
        unauthorized_client: BAD_REQUEST;
        unsupported_grant_type: BAD_REQUEST;
        unsupported_response_type: BAD_REQUEST;
        // RFC 7009 section 2.2.1.
        unsupported_token_type: BAD_REQUEST;
        access_denied: FORBIDDEN;
        server_error: INTERNAL_SERVER_ERROR;
    }

    fn new(status: StatusCode, error: &'static str, description: impl Into<String>) -> Self {
        Self { status, error, description: description.into(), challenge: None, allow: None }
    }

    /// The Bearer token is not good (RFC 6750 section 3.1).
    pub(crate) fn invalid_token(description: &str) -> Self {
        let challenge = Some(Challenge::Bearer { with_error: true });
        Self { challenge, ..Self::new(StatusCode::UNAUTHORIZED, "invalid_token", description) }
    }

    /// There is no Bearer token.
    pub(crate) fn missing_token(description: String) -> Self {
        let challenge = Some(Challenge::Bearer { with_error: false });
        Self { challenge, ..Self::new(StatusCode::UNAUTHORIZED, "invalid_token", description) }
    }

    pub(crate) fn method_not_allowed(allowed: &[http::Method]) -> Self {
        let allow = allowed.iter().map(http::Method::as_str).collect::<Vec<_>>().join(", ");
        let description = format!("the declaration takes {allow} here");
        Self {
            status: StatusCode::METHOD_NOT_ALLOWED,
            allow: Some(allow),
            ..Self::invalid_request(description)
        }
    }

    pub(crate) fn not_found() -> Self {
        Self {
            status: StatusCode::NOT_FOUND,
            ..Self::invalid_request("the declaration has no endpoint at this path")
        }
    }

    pub(crate) fn with_challenge(self, challenge: Challenge) -> Self {
        Self { challenge: Some(challenge), ..self }
    }

    /// The description in the characters that RFC 6749 section 5.2 allows.
    pub(crate) fn description(&self) -> String {
        let allowed = |character: char| matches!(character, ' '..='~') && !matches!(character, '"' | '\\');
        self.description.chars().map(|character| if allowed(character) { character } else { '?' }).collect()
    }

    /// Adds the headers of this refusal.
    pub(crate) fn with_headers(
        &self,
        metadata: &Metadata,
        mut response: Response<Vec<u8>>,
    ) -> Response<Vec<u8>> {
        if response.status() == StatusCode::UNAUTHORIZED
            && let Some(challenge) = self.challenge.and_then(|challenge| self.header(challenge, metadata))
        {
            response.headers_mut().insert(header::WWW_AUTHENTICATE, challenge);
        }
        if let Some(allow) = self.allow.as_ref().and_then(|allow| HeaderValue::from_str(allow).ok()) {
            response.headers_mut().insert(header::ALLOW, allow);
        }
        response
    }

    fn header(&self, challenge: Challenge, metadata: &Metadata) -> Option<HeaderValue> {
        let realm = metadata.name;
        let text = match challenge {
            Challenge::Basic => format!(r#"Basic realm="{realm}""#),
            Challenge::Bearer { with_error: false } => format!(r#"Bearer realm="{realm}""#),
            Challenge::Bearer { with_error: true } => format!(
                r#"Bearer realm="{realm}", error="{}", error_description="{}""#,
                self.error,
                self.description()
            ),
        };
        HeaderValue::from_str(&text).ok()
    }
}

/// A JSON answer that no cache keeps (RFC 6749 section 5.1).
pub(crate) fn json(status: StatusCode, value: &serde_json::Value) -> Response<Vec<u8>> {
    text(status, "application/json", &value.to_string())
}

pub(crate) fn text(status: StatusCode, content_type: &'static str, body: &str) -> Response<Vec<u8>> {
    let mut response = Response::new(body.as_bytes().to_vec());
    *response.status_mut() = status;
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type));
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
