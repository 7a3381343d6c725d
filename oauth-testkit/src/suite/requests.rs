//! The texts of requests, without what is random in them.

use super::bench::Bench;
use super::probe::{Job, Outcome};
use super::{Checked, Grant, Suite};
use crate::parameters;
use http::{Request, header};
use oauth_core::metadata::{ParameterValue, RequestFormat};

/// Standard parameters with other values in each login.
const RANDOM: [&str; 4] = ["state", "code_challenge", "code_verifier", "nonce"];

impl Suite {
    /// Compares every request with the reviewed one.
    ///
    /// # Errors
    ///
    /// One differs, or can't be made.
    pub fn requests(&self, grants: &[Grant], endpoints: fn(&Job<'_>) -> Vec<Outcome>) -> Checked {
        let mut texts: Vec<String> = Vec::new();
        let jobs = grants.iter().flat_map(|grant| grant.run(&Job::Requests));
        for block in jobs.chain(endpoints(&Job::Requests)) {
            for text in block? {
                // Without its title, which names the credential: some requests hold none.
                let content = |text: &str| text.split_once('\n').map(|(_, content)| content.to_owned());
                if !texts.iter().any(|known| content(known) == content(&text)) {
                    texts.push(text);
                }
            }
        }
        self.expect("requests", &texts.join("\n"))
    }
}

/// A URL that the browser opens.
pub(super) fn opened(bench: &Bench, title: &str, url: &str) -> String {
    let query = url.split_once('?').map_or("", |(_, query)| query).split('#').next().unwrap_or_default();
    let pairs: Vec<_> = form_urlencoded::parse(query.as_bytes()).into_owned().collect();
    let masked = masked(url, &random(&pairs, bench.metadata().authorization_request));
    format!("# {title}\nGET {masked}\n")
}

/// A form that the browser posts.
pub(super) fn posted(bench: &Bench, title: &str, action: &str, fields: &[(String, String)]) -> String {
    let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    let masked = masked(&body, &random(fields, bench.metadata().authorization_request));
    format!("# {title}\nPOST {action}\n\n{masked}\n")
}

/// A request of the client.
pub(super) fn sent(title: &str, request: &Request<Vec<u8>>, format: &RequestFormat) -> String {
    let mut text = format!("# {title}\n{} {}\n", request.method(), request.uri());
    for (name, value) in request.headers() {
        text.push_str(&format!("{name}: {}\n", value.to_str().unwrap_or("(no text)")));
    }
    if !request.body().is_empty() {
        let body = String::from_utf8_lossy(request.body()).replace("\r\n", "\n");
        text.push_str(&format!("\n{}\n", body.trim_end_matches('\n')));
    }
    let mut values = random(&parameters::all(request), format);
    let content_type = request.headers().get(header::CONTENT_TYPE);
    if let Some(boundary) = content_type.and_then(|value| crate::multipart::boundary(value.to_str().ok()?)) {
        values.push((boundary.to_owned(), "boundary".to_owned()));
    }
    masked(&text, &values)
}

/// The random values among these parameters, and what to call them.
fn random(pairs: &[(String, String)], format: &RequestFormat) -> Vec<(String, String)> {
    let standard = RANDOM.iter().filter_map(|name| Some((format.name(name)?, *name)));
    let declared = format.params.iter().filter(|declared| matches!(declared.value, ParameterValue::Random));
    let names: Vec<_> = standard.chain(declared.map(|declared| (declared.name, declared.name))).collect();
    let mut values = Vec::new();
    for (name, value) in pairs {
        if let Some((_, called)) = names.iter().find(|(wire, _)| wire == name) {
            values.push((value.clone(), (*called).to_owned()));
        }
        // The state of a login can be a parameter of its redirect URI.
        if let Some((_, query)) =
            value.split_once('?').filter(|_| value.starts_with("https://client.example/"))
        {
            let inner = form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "state");
            values.extend(inner.map(|(_, state)| (state.into_owned(), "state".to_owned())));
        }
    }
    values
}

/// Random values are base64url or hexadecimal, which no encoding changes.
fn masked(text: &str, values: &[(String, String)]) -> String {
    values
        .iter()
        .filter(|(value, _)| value.len() >= 16)
        .fold(text.to_owned(), |text, (value, name)| text.replace(value, &format!("[{name}]")))
}
