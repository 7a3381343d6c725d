//! Token answers in forms, in calls of a function and behind a prefix: what is accepted is a token by every reader, and
//! what is refused hands its refresh token out.

#![no_main]

use libfuzzer_sys::fuzz_target;
use oauth_core::{Client, ClientSecret, Error, ErrorKind, Tokens, oauth_provider};
use oauth_fuzz::{SECRET, answer, check_error, is_vschar, measured};
use serde_json::Value;
use std::sync::LazyLock;

/// A provider that answers in forms.
#[oauth_provider(
    token_endpoint = "https://form.example/token",
    client_auth(client_secret_post),
    grants(client_credentials),
    token_response(format(form))
)]
#[derive(Debug, Clone, Copy)]
struct Form;

/// A provider that answers in forms or in JSON.
#[oauth_provider(
    token_endpoint = "https://either.example/token",
    client_auth(client_secret_post),
    grants(client_credentials),
    token_response(format(json_or_form))
)]
#[derive(Debug, Clone, Copy)]
struct Either;

/// A provider that calls a function with its answers.
#[oauth_provider(
    token_endpoint = "https://call.example/token",
    client_auth(client_secret_post),
    grants(client_credentials),
    token_response(format(jsonp))
)]
#[derive(Debug, Clone, Copy)]
struct Call;

/// A provider that writes a prefix before its answers.
#[oauth_provider(
    token_endpoint = "https://prefix.example/token",
    client_auth(client_secret_post),
    grants(client_credentials),
    token_response(format(json_or_form), prefix = "&&&")
)]
#[derive(Debug, Clone, Copy)]
struct Prefixed;

static FORM: LazyLock<Client<Form>> = LazyLock::new(|| Client::new(Form, ClientSecret::new("id", SECRET)));
static EITHER: LazyLock<Client<Either>> =
    LazyLock::new(|| Client::new(Either, ClientSecret::new("id", SECRET)));
static CALL: LazyLock<Client<Call>> = LazyLock::new(|| Client::new(Call, ClientSecret::new("id", SECRET)));
static PREFIXED: LazyLock<Client<Prefixed>> =
    LazyLock::new(|| Client::new(Prefixed, ClientSecret::new("id", SECRET)));

/// What an answer says by readers that are not ours: its members by name, in any number.
enum Reference {
    Members(Vec<(String, String)>),
    Json(Value),
    Nothing,
}

impl Reference {
    fn of(text: &str) -> Self {
        let trimmed = text.trim();
        let call = trimmed.strip_suffix(';').unwrap_or(trimmed).trim_end();
        let is_name = |text: &str| {
            !text.is_empty() && text.chars().all(|char| char.is_ascii_alphanumeric() || "_$.".contains(char))
        };
        let call = call.strip_suffix(')').and_then(|call| call.split_once('('));
        let argument = call.filter(|(name, _)| is_name(name.trim_end())).map(|(_, object)| object);
        let json = [Some(text), argument].into_iter().flatten().filter(|text| text.trim().starts_with('{'));
        match json.map(|text| serde_json::from_str(text).map_or(Self::Nothing, Self::Json)).next() {
            Some(json) => json,
            None => Self::Members(form_urlencoded::parse(trimmed.as_bytes()).into_owned().collect()),
        }
    }

    /// The one text of this name; nothing where there is none, or several in a form.
    fn one(&self, name: &str) -> Option<&str> {
        match self {
            Self::Json(value) => value.get(name)?.as_str(),
            Self::Members(members) => {
                let mut found = members.iter().filter(|(known, _)| known == name).map(|(_, value)| &**value);
                found.next().filter(|_| found.next().is_none())
            }
            Self::Nothing => None,
        }
    }
}

fn check<P: oauth_core::Provider>(result: Result<Tokens<P>, Error>, text: &str, is_call: bool) {
    let reference = Reference::of(text);
    match result {
        Ok(tokens) => {
            let token = tokens.access_token().expose();
            assert!(is_vschar(token));
            assert_eq!(reference.one("access_token"), Some(token), "{text}");
            assert!(reference.one("error").is_none_or(str::is_empty), "{text}");
            assert!(tokens.refresh_token().is_none_or(|token| is_vschar(token.expose())));
            let _ = (measured(text.len(), || tokens.extra()), format!("{tokens:?}"));
        }
        Err(mut error) => {
            check_error(&error, SECRET);
            let ErrorKind::InvalidResponse(unusable) = error.kind() else { return };
            let is_ambiguous = unusable.reason().contains("more than once");
            if is_ambiguous || is_call && matches!(reference, Reference::Members(_)) {
                return;
            }
            let is_good = reference.one("access_token").is_some_and(is_vschar);
            assert!(!is_good, "a good answer is refused: {error}: {text}");
            if reference.one("refresh_token").is_some_and(is_vschar) {
                assert!(error.take_refresh_token::<P>().is_some(), "a refresh token is lost: {text}");
            }
        }
    }
}

fuzz_target!(|input: &[u8]| {
    let [how, body @ ..] = input else { return };
    let Ok(text) = std::str::from_utf8(body) else { return };
    let Some(response) = answer(200, None, body) else { return };
    match how % 4 {
        0 => check(measured(text.len(), || FORM.client_credentials().read(response.clone())), text, false),
        1 => check(measured(text.len(), || EITHER.client_credentials().read(response.clone())), text, false),
        2 => check(measured(text.len(), || CALL.client_credentials().read(response.clone())), text, true),
        _ => {
            let behind = text.strip_prefix("&&&").unwrap_or(text);
            check(measured(text.len(), || PREFIXED.client_credentials().read(response.clone())), behind, false);
        }
    }
});
