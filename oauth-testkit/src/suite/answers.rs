//! What answers hold: typed values for the snapshot, and what every answer of the test kit must have.

use super::fixture::Fixture;
use super::probe::{Job, Outcome};
use super::show::Print;
use super::{Checked, Failure, Grant, Suite};
use crate::shape;
use oauth_core::metadata::{
    ExpiryUnit, GrantMetadata, GrantType, IntrospectionResponseFormat, Metadata, TokenResponseFormat,
};
use oauth_core::{Error, ErrorKind, Expiry, GrantedScope, IntrospectionResponse, Provider, Tokens};
use std::time::SystemTime;

impl Suite {
    /// Decodes every fixture, and compares what it holds with the reviewed text.
    ///
    /// # Errors
    ///
    /// One does not decode, or holds something else.
    pub fn answers(&self, grants: &[Grant], endpoints: fn(&Job<'_>) -> Vec<Outcome>) -> Checked {
        let folder = self.folder.join("tests/fixtures");
        let mut fixtures = Fixture::all(&folder)?;
        if let Some(module) = &self.module {
            fixtures.extend(Fixture::all(&folder.join(module))?);
        }
        let mut text = String::new();
        for fixture in &fixtures {
            let first = |names: &[&str]| grants.iter().find(|grant| names.contains(&grant.name));
            let (grant, job) = match fixture.subject() {
                "callback" => (first(&["authorization_code", "implicit"]), Job::Callback(fixture)),
                "introspection" => (None, Job::Answer(fixture)),
                "error" => (grants.iter().find(|grant| grant.name != "implicit"), Job::Answer(fixture)),
                name => (first(&[name]), Job::Answer(fixture)),
            };
            let outcomes = match grant {
                Some(grant) => grant.run(&job),
                None if fixture.is_introspection() => endpoints(&job),
                None => Vec::new(),
            };
            let Some(lines) = outcomes.into_iter().next() else {
                return Err(Failure(format!(
                    "tests/fixtures/{}: no listed grant or endpoint has this answer",
                    fixture.name
                )));
            };
            let lines = lines
                .map_err(|failure| Failure(format!("tests/fixtures/{}: {}", fixture.name, failure.0)))?;
            text.push_str(&format!("# {}\n{}\n\n", fixture.name, lines.join("\n")));
        }
        if fixtures.is_empty() { Ok(()) } else { self.expect("answers", &text) }
    }
}

/// What a token answer holds.
#[derive(Debug)]
pub(super) struct Summary {
    token_type: String,
    access_token: usize,
    refresh_token: Option<usize>,
    is_new_refresh_token: bool,
    received_at: SystemTime,
    expiry: Expiry,
    refresh_token_expiry: Option<SystemTime>,
    scope: GrantedScope,
    malformed: Vec<&'static str>,
    extra: Result<Option<String>, String>,
}

impl Summary {
    pub(super) fn of<P: Provider>(tokens: &Tokens<P>, show: Print<P::Extra>) -> Self {
        let length = |text: &str| text.chars().count();
        Self {
            token_type: format!("{:?}", tokens.access_token().token_type()),
            access_token: length(tokens.access_token().expose()),
            refresh_token: tokens.refresh_token().map(|token| length(token.expose())),
            is_new_refresh_token: tokens.is_new_refresh_token(),
            received_at: tokens.received_at(),
            expiry: tokens.expiry(),
            refresh_token_expiry: tokens.refresh_token_expires_at(),
            scope: tokens.scope().clone(),
            malformed: tokens.malformed().to_vec(),
            extra: match tokens.extra() {
                Ok(extra) => Ok(show(&extra).filter(|text| text != "NoExtra")),
                Err(error) => Err(why(&error)),
            },
        }
    }

    /// What the test kit says in every good answer is there.
    pub(super) fn check(&self, metadata: &Metadata, grant: &GrantMetadata) -> Checked {
        let format = metadata.token_response_to(grant.grant_type);
        let needs_refresh_token = grant.issues_refresh_token || grant.grant_type == GrantType::REFRESH_TOKEN;
        let wrong = match self {
            Self { malformed, .. } if !malformed.is_empty() => format!("{malformed:?} can't be read"),
            Self { refresh_token: None, .. } if needs_refresh_token => "no refresh token came".to_owned(),
            Self { expiry: Expiry::Unknown, .. } => "the lifetime is not known".to_owned(),
            Self { refresh_token_expiry: None, refresh_token: Some(_), .. }
                if crate::token_answer::declares_refresh_lifetime(format)
                    && !matches!(grant.grant_type, GrantType::REFRESH_TOKEN | GrantType::TOKEN_EXTENSION) =>
            {
                "the lifetime of the refresh token is not known".to_owned()
            }
            _ => return Ok(()),
        };
        Err(Failure(format!("the answer to `{}`: {wrong}", grant.grant_type.as_str())))
    }

    fn lines(&self, fixture: &Fixture, format: &TokenResponseFormat) -> Outcome {
        let expiry = match self.expiry {
            Expiry::At(at) => time(at, self.received_at, format.expires_in.unit),
            Expiry::Never => "never".to_owned(),
            _ => "unknown".to_owned(),
        };
        let scope = match &self.scope {
            GrantedScope::Listed(scopes) => scopes.join(" | "),
            GrantedScope::Empty => "none".to_owned(),
            _ => "not reported".to_owned(),
        };
        let mut lines = vec![
            format!("access token: {}, {} characters", self.token_type, self.access_token),
            format!("expires: {expiry}"),
            format!("scope: {scope}"),
        ];
        // A refresh keeps the old refresh token where none comes.
        if let (Some(length), true) = (self.refresh_token, self.is_new_refresh_token) {
            lines.push(format!("refresh token: {length} characters"));
        }
        if let Some(at) = self.refresh_token_expiry {
            let written = time(at, self.received_at, format.refresh_token_expires_in.unit);
            lines.push(format!("refresh token expires: {written}"));
        }
        if !self.malformed.is_empty() {
            lines.push(format!("malformed: {}", self.malformed.join(", ")));
        }
        match &self.extra {
            Ok(Some(extra)) => lines.push(format!("extra: {}", redacted(extra, fixture))),
            Ok(None) => {}
            Err(reason) => {
                return Err(Failure(format!("the extra members: {reason}; the file is {}", fixture.shape())));
            }
        }
        Ok(lines)
    }
}

/// A date as it is, or the time until then.
fn time(at: SystemTime, now: SystemTime, unit: ExpiryUnit) -> String {
    match unit {
        ExpiryUnit::Seconds | ExpiryUnit::Milliseconds => {
            let seconds = at.duration_since(now).unwrap_or_default().as_secs_f64().round();
            format!("in {seconds} s")
        }
        _ => shape::rfc3339(at),
    }
}

/// The lines of an answer; an answer that ought to be an error and is none fails, and so does the other.
pub(super) fn decoded(
    fixture: &Fixture,
    answer: Result<Summary, Error>,
    format: &TokenResponseFormat,
) -> Outcome {
    match answer {
        Ok(summary) if !fixture.is_error() => summary.lines(fixture, format),
        Ok(_) => Err(Failure(format!("it is read as a good answer; the file is {}", fixture.shape()))),
        Err(error) if fixture.is_error() => Ok(refused(&error)),
        Err(error) => Err(Failure(format!("{}; the file is {}", why(&error), fixture.shape()))),
    }
}

/// The lines of an introspection answer.
pub(super) fn introspected<P: Provider>(
    fixture: &Fixture,
    answer: Result<IntrospectionResponse<P>, Error>,
    format: &IntrospectionResponseFormat,
) -> Outcome {
    #[allow(clippy::disallowed_methods, reason = "a lifetime is shown from when the answer was read")]
    let now = SystemTime::now();
    match answer {
        Ok(IntrospectionResponse::Inactive) => Ok(vec!["inactive".to_owned()]),
        Ok(IntrospectionResponse::Active(details)) => {
            if let Err(error) = details.extra() {
                return Err(Failure(format!(
                    "the extra members: {}; the file is {}",
                    why(&error),
                    fixture.shape()
                )));
            }
            let known = |name: &str, value: Option<&str>| value.map(|value| format!("{name}: {value}"));
            let mut lines = vec!["active".to_owned()];
            lines.extend(known("scope", details.scope()));
            lines.extend(known("client", details.client_id()));
            lines.extend(known("user", details.username()));
            lines.extend(known("subject", details.subject()));
            lines.extend(known("token type", details.token_type()));
            lines.extend(
                details.expires_at().map(|at| format!("expires: {}", time(at, now, format.exp.unit))),
            );
            Ok(lines)
        }
        Err(error) => Err(Failure(format!("{}; the file is {}", why(&error), fixture.shape()))),
    }
}

/// The lines of a callback.
pub(super) fn callback(finished: Result<(), Error>) -> Vec<String> {
    match finished {
        Ok(()) => vec!["the login goes on".to_owned()],
        Err(error) => refused(&error),
    }
}

fn refused(error: &Error) -> Vec<String> {
    let (kind, description) = match error.kind() {
        ErrorKind::Response(refusal) | ErrorKind::AuthorizationResponse(refusal) => {
            ("refused", refusal.description())
        }
        ErrorKind::Callback(_) => ("not believed", None),
        ErrorKind::InvalidResponse(_) => ("can't be used", None),
        _ => ("failed", None),
    };
    let code = error.code().map_or("none", |code| code.as_str());
    let mut lines = vec![kind.to_owned(), format!("code: {code}")];
    lines.extend(description.map(|description| format!("description: {description}")));
    lines.push(format!("recovery: {:?}", error.recovery()));
    lines
}

/// Why an answer is not good, without a value of it.
fn why(error: &Error) -> String {
    match error.kind() {
        ErrorKind::InvalidResponse(response) => response.reason().to_owned(),
        ErrorKind::Response(_) => "it is read as an error".to_owned(),
        _ => "it can't be read".to_owned(),
    }
}

fn redacted(text: &str, fixture: &Fixture) -> String {
    let mut secrets = fixture.secrets();
    secrets.sort_by_key(|secret| std::cmp::Reverse(secret.len()));
    secrets.into_iter().fold(text.to_owned(), |text, secret| {
        text.replace(&format!("{secret:?}"), &format!("[redacted, {} characters]", secret.chars().count()))
    })
}
