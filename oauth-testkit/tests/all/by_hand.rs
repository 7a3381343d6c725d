//! Requests by hand, for what the client never sends.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use oauth_core::http::{HeaderMap, Method, Request, Response, StatusCode, header};
use oauth_core::{ReqwestTransport, Transport};
use oauth_testkit::{AuthorizationServer, Event};

/// A request, before it is sent.
#[derive(Debug, Clone)]
pub(crate) struct Ask {
    pub(crate) request: Request<Vec<u8>>,
}

/// A form-encoded POST to a path.
pub(crate) fn post(server: &AuthorizationServer, path: &str, fields: &[(&str, &str)]) -> Ask {
    let form = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    let request = Request::post(format!("http://{}{path}", server.address()))
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header(header::ACCEPT, "application/json")
        .body(form.into_bytes());
    Ask { request: request.unwrap() }
}

/// A URL at the server.
pub(crate) fn url(server: &AuthorizationServer, path: &str, fields: &[(&str, &str)]) -> String {
    let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    let separator = if path.contains('?') { '&' } else { '?' };
    format!("http://{}{path}{separator}{query}", server.address())
}

impl Ask {
    pub(crate) fn basic(self, id: &str, secret: &str) -> Self {
        let encode = |text: &str| form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>();
        self.basic_raw(&encode(id), &encode(secret))
    }

    pub(crate) fn basic_raw(self, id: &str, secret: &str) -> Self {
        let value = format!("Basic {}", STANDARD.encode(format!("{id}:{secret}")));
        self.header(header::AUTHORIZATION.as_str(), &value)
    }

    pub(crate) fn header(mut self, name: &str, value: &str) -> Self {
        let name = header::HeaderName::from_bytes(name.as_bytes()).unwrap();
        self.request.headers_mut().insert(name, value.parse().unwrap());
        self
    }

    pub(crate) fn method(mut self, method: Method) -> Self {
        *self.request.method_mut() = method;
        self
    }

    pub(crate) async fn send(self) -> Answer {
        let transport = ReqwestTransport::builder().build().unwrap();
        Answer(transport.send(self.request).await.unwrap())
    }

    /// Sends the request, which is to be refused in this way.
    pub(crate) async fn expect_refusal(self, error: &str, reason: &str) -> Answer {
        let answer = self.send().await;
        assert_eq!(answer.json()["error"], error, "{answer:?}");
        let description = answer.json()["error_description"].as_str().unwrap().to_owned();
        assert!(description.contains(reason), "{description}");
        let status = if matches!(error, "invalid_client" | "invalid_token") { 401 } else { 400 };
        assert_eq!(answer.0.status(), status, "{description}");
        answer
    }
}

#[derive(Debug)]
pub(crate) struct Answer(pub(crate) Response<Vec<u8>>);

impl Answer {
    pub(crate) fn status(&self) -> StatusCode {
        self.0.status()
    }

    pub(crate) fn headers(&self) -> &HeaderMap {
        self.0.headers()
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8(self.0.body().clone()).unwrap()
    }

    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_slice(self.0.body()).unwrap_or_default()
    }
}

/// The parameters of a query or fragment.
pub(crate) fn parameters(location: &str) -> std::collections::HashMap<String, String> {
    let (_, text) = location.split_once(['?', '#']).unwrap();
    form_urlencoded::parse(text.as_bytes()).into_owned().collect()
}

/// Why the last refused request was refused, by the log.
pub(crate) fn last_reason(server: &AuthorizationServer) -> String {
    let reason = |event| match event {
        Event::Refused { reason, .. } => Some(reason),
        _ => None,
    };
    server.audit().into_iter().rev().find_map(reason).unwrap_or_default()
}
