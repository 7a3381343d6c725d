//! The callback (RFC 6749 section 4.1.2), in the declared shape.

use crate::error_answer::on_the_wire;
use crate::refusal::{self, Refusal};
use crate::state::State;
use crate::{random, template};
use http::{HeaderValue, Response, StatusCode, header};
use oauth_core::metadata::{CallbackMode, LearnedVariable};
use ring::hmac;

/// Where the answer to an authorization request goes, once that can be believed.
#[derive(Debug, Clone)]
pub(crate) struct ReplyTo {
    pub(crate) location: String,
    pub(crate) in_fragment: bool,
    pub(crate) client_id: String,
    /// `state`, where it travels as a parameter.
    pub(crate) state: Option<String>,
}

type Pairs = Vec<(String, String)>;

impl ReplyTo {
    /// Sends the browser back with a code.
    pub(crate) fn code(&self, state: &State, code: String) -> Response<Vec<u8>> {
        let mut pairs = vec![(state.metadata.callback.code.to_owned(), code)];
        pairs.extend(beside(state, &self.client_id));
        self.send(state, pairs)
    }

    /// Sends the browser back with a token (section 4.2.2).
    pub(crate) fn token(&self, state: &State, answer: Vec<(&str, String)>) -> Response<Vec<u8>> {
        self.send(state, answer.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
    }

    /// Sends the browser back with an error (section 4.1.2.1).
    pub(crate) fn error(&self, state: &State, refusal: &Refusal) -> Response<Vec<u8>> {
        let format = &state.metadata.callback;
        let mut pairs = if format.no_code == Some(refusal.error) {
            Pairs::new()
        } else {
            let name = format.error.first().copied().unwrap_or("error");
            vec![
                (name.to_owned(), on_the_wire(format.error_map, refusal.error).to_owned()),
                ("error_description".to_owned(), refusal.description()),
            ]
        };
        pairs.extend(fixed(state, &self.client_id));
        self.send(state, pairs)
    }

    fn send(&self, state: &State, mut pairs: Pairs) -> Response<Vec<u8>> {
        if let Some(sent) = &self.state {
            // Under the name that it came with.
            let name = state.metadata.authorization_request.name("state").unwrap_or("state");
            pairs.push((name.to_owned(), sent.clone()));
        }
        // RFC 9207 section 2.
        if let Some(issuer) = &state.issuer {
            pairs.push(("iss".to_owned(), issuer.clone()));
        }
        if let Some(name) = state.metadata.callback.hmac_sha256 {
            pairs.extend(self.hmac(state, &pairs).map(|signature| (name.to_owned(), signature)));
        }
        if state.metadata.callback.mode == CallbackMode::FormPost && !self.in_fragment {
            return form_post(&self.location, &pairs);
        }
        let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
        let separator = match self.in_fragment {
            true => '#',
            false if self.location.contains('?') => '&',
            false => '?',
        };
        let location = format!("{}{separator}{query}", self.location);
        let mut response = Response::new(Vec::new());
        // 303, so that no browser sends a POST on (RFC 9700 section 4.12).
        *response.status_mut() = StatusCode::SEE_OTHER;
        if let Ok(location) = HeaderValue::from_str(&location) {
            response.headers_mut().insert(header::LOCATION, location);
        }
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        response
    }

    /// The signature over all pairs; none for a client without a secret. The pairs of the redirect URI
    /// itself are signed too, since the client can't tell them apart.
    fn hmac(&self, state: &State, pairs: &Pairs) -> Option<String> {
        let (_, secret) = state.settings.confidential.iter().find(|(id, _)| *id == self.client_id)?;
        let query = self.location.split_once('?').map_or("", |(_, query)| query);
        let own = form_urlencoded::parse(query.as_bytes()).into_owned();
        Some(sign(secret, &own.chain(pairs.iter().cloned()).collect::<Pairs>()))
    }
}

/// The signature over these pairs, by the rule of `callback(hmac_sha256)`.
pub(crate) fn sign(secret: &str, pairs: &[(String, String)]) -> String {
    let mut pairs = pairs.to_vec();
    pairs.sort();
    let escape = |text: &str| text.replace('%', "%25").replace('&', "%26");
    let text: Vec<String> = pairs
        .into_iter()
        .map(|(name, value)| format!("{}={}", escape(&name).replace('=', "%3D"), escape(&value)))
        .collect();
    let key = hmac::Key::new(hmac::HMAC_SHA256, secret.as_bytes());
    random::hex(hmac::sign(&key, text.join("&").as_bytes()).as_ref())
}

/// What stands in a callback beside the code: what is captured, repeated, compared and learnt.
fn beside(state: &State, client_id: &str) -> Pairs {
    let format = &state.metadata.callback;
    let mut pairs = fixed(state, client_id);
    for learned in format.learn {
        if let Some(value) = learnt(state, learned) {
            pairs.push((learned.parameter.to_owned(), value));
        }
    }
    let echoed = format.echo.iter().map(|(_, name)| *name);
    for name in format.capture.iter().copied().chain(echoed) {
        pairs.push((name.to_owned(), format!("testkit-{name}")));
    }
    // What the test says comes before all that.
    let chosen = &state.settings.callback_parameters;
    pairs.retain(|(name, _)| !chosen.iter().any(|(known, _)| known == name));
    let mut kept: Pairs = chosen.clone();
    for (name, value) in pairs {
        if !kept.iter().any(|(known, _)| *known == name) {
            kept.push((name, value));
        }
    }
    kept
}

/// What is in every callback, also in one with an error.
fn fixed(state: &State, client_id: &str) -> Pairs {
    let equals = state.metadata.callback.equals.iter();
    equals
        .map(|(name, text)| ((*name).to_owned(), template::fill(text, &state.variables, client_id)))
        .collect()
}

/// The declared value that the provider has already, or the first one.
fn learnt(state: &State, learned: &LearnedVariable) -> Option<String> {
    let name = learned.variable.split_once('.').map_or("", |(_, name)| name);
    let literal = |row: &&[(&'static str, &'static str)]| {
        row.iter().find(|(known, _)| *known == name).or(row.first()).map(|(_, literal)| *literal)
    };
    let known = state.variables.get(learned.variable);
    let row = learned.values.iter().find(|row| literal(row) == known).or(learned.values.first())?;
    literal(row).map(str::to_owned)
}

/// What the token request repeats of the callback: the name there, and the value.
pub(crate) fn echoed(state: &State) -> Vec<(&'static str, String)> {
    let pairs = beside(state, "");
    let value = |name: &str| pairs.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone());
    let echo = state.metadata.callback.echo.iter();
    echo.filter_map(|(token, callback)| Some((*token, value(callback)?))).collect()
}

/// The page that a browser posts on (OAuth 2.0 Form Post Response Mode).
fn form_post(location: &str, pairs: &Pairs) -> Response<Vec<u8>> {
    let escape = crate::consent::escape;
    let fields: String = pairs
        .iter()
        .map(|(name, value)| format!("{FIELD}{}\" value=\"{}\">", escape(name), escape(value)))
        .collect();
    let html = format!(
        "<!DOCTYPE html><title>Back</title><form method=\"post\" action=\"{}\">{fields}\
         <button>Continue</button></form><script>document.forms[0].submit()</script>",
        escape(location)
    );
    refusal::text(StatusCode::OK, "text/html; charset=utf-8", &html)
}

const FIELD: &str = "<input type=\"hidden\" data-callback name=\"";

/// What the browser would post from a page of this kind, form-encoded.
pub(crate) fn posted(page: &str) -> Option<String> {
    let unescape = |text: &str| {
        text.replace("&gt;", ">").replace("&lt;", "<").replace("&quot;", "\"").replace("&amp;", "&")
    };
    let mut form = form_urlencoded::Serializer::new(String::new());
    let mut fields = page.split(FIELD).skip(1).peekable();
    fields.peek()?;
    for field in fields {
        let (name, rest) = field.split_once("\" value=\"")?;
        form.append_pair(&unescape(name), &unescape(rest.split('"').next()?));
    }
    Some(form.finish())
}
