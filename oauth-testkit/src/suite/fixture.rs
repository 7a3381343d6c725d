//! Files of `tests/fixtures`: answers as the documentation of a provider shows them.

use super::Failure;
use http::{HeaderValue, Response, StatusCode, header};
use serde_json::Value;
use std::fs;
use std::path::Path;

/// One file.
#[derive(Debug, Clone)]
pub struct Fixture {
    pub(super) name: String,
    status: StatusCode,
    content_type: String,
    body: String,
}

impl Fixture {
    /// All files of a folder itself, by name; none where there is no folder.
    pub(super) fn all(folder: &Path) -> Result<Vec<Self>, Failure> {
        let Ok(entries) = fs::read_dir(folder) else { return Ok(Vec::new()) };
        let mut fixtures = Vec::new();
        for entry in entries.flatten().filter(|entry| entry.path().is_file()) {
            let name = entry.file_name().to_string_lossy().into_owned();
            let text = fs::read_to_string(entry.path()).map_err(|error| Failure::of(&name, error))?;
            fixtures.push(Self::read(name, &text)?);
        }
        fixtures.sort_by(|one, other| one.name.cmp(&other.name));
        Ok(fixtures)
    }

    fn read(name: String, text: &str) -> Result<Self, Failure> {
        let digits = name.strip_prefix("error_").and_then(|rest| rest.get(..3)).unwrap_or("200");
        let (mut status, mut content_type, mut body) = (digits, "application/json", text);
        if let Some((line, rest)) = text.strip_prefix("# ").and_then(|text| text.split_once('\n')) {
            (status, content_type) = line.trim().split_once(' ').unwrap_or((line.trim(), content_type));
            body = rest;
        }
        let status = status.parse().map_err(|_| {
            Failure(format!(
                "{name}: no status; `error_<status>[_<note>]` has one, or the line `# 400 text/plain`"
            ))
        })?;
        let (content_type, body) = (content_type.trim().to_owned(), body.trim_end().to_owned());
        Ok(Self { name, status, content_type, body })
    }

    /// What the file is about: a grant, `error`, `callback` or `introspection`.
    pub(super) fn subject(&self) -> &str {
        let stem = self.name.split('.').next().unwrap_or_default();
        match stem.split('_').next() {
            Some(word @ ("error" | "callback")) => word,
            _ => stem,
        }
    }

    pub(super) fn is_error(&self) -> bool {
        self.subject() == "error"
    }

    pub(super) fn is_introspection(&self) -> bool {
        self.subject() == "introspection"
    }

    pub(super) fn text(&self) -> Result<&str, Failure> {
        Ok(&self.body)
    }

    pub(super) fn response(&self) -> Result<Response<Vec<u8>>, Failure> {
        let mut response = Response::new(self.body.clone().into_bytes());
        *response.status_mut() = self.status;
        let content_type = HeaderValue::from_str(&self.content_type);
        let content_type = content_type.map_err(|error| Failure::of(&self.name, error))?;
        response.headers_mut().insert(header::CONTENT_TYPE, content_type);
        Ok(response)
    }

    /// Names and kinds of the members, without a value.
    pub(super) fn shape(&self) -> String {
        match serde_json::from_str(&self.body) {
            Ok(value) => shape(&value),
            Err(_) => {
                let pairs = form_urlencoded::parse(self.body.as_bytes());
                let names: Vec<_> =
                    pairs.filter(|(_, value)| !value.is_empty()).map(|(name, _)| name).collect();
                match names.as_slice() {
                    [] => format!("{} bytes that are neither JSON nor a form", self.body.len()),
                    names => format!("a form of {}", names.join(", ")),
                }
            }
        }
    }

    /// The texts that are tokens or secrets by their names.
    pub(super) fn secrets(&self) -> Vec<String> {
        let mut found = Vec::new();
        match serde_json::from_str(&self.body) {
            Ok(value) => secrets(&value, false, &mut found),
            Err(_) => {
                let pairs = form_urlencoded::parse(self.body.as_bytes()).into_owned();
                found.extend(pairs.filter(|(name, _)| is_secret(name)).map(|(_, value)| value));
            }
        }
        found
    }
}

fn shape(value: &Value) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Bool(_) => "boolean".to_owned(),
        Value::Number(_) => "number".to_owned(),
        Value::String(text) => format!("string of {}", text.chars().count()),
        Value::Array(items) => {
            format!(
                "[{}]",
                items.first().map(|item| format!("{} × {}", items.len(), shape(item))).unwrap_or_default()
            )
        }
        Value::Object(members) => {
            let members: Vec<_> =
                members.iter().map(|(name, value)| format!("{name}: {}", shape(value))).collect();
            format!("{{{}}}", members.join(", "))
        }
    }
}

fn is_secret(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    ["token", "secret", "jwt", "assertion"].iter().any(|word| name.contains(word)) && !name.contains("type")
}

fn secrets(value: &Value, named: bool, found: &mut Vec<String>) {
    match value {
        Value::String(text) if named && !text.is_empty() => found.push(text.clone()),
        Value::Array(items) => items.iter().for_each(|item| secrets(item, named, found)),
        Value::Object(members) => {
            members.iter().for_each(|(name, value)| secrets(value, is_secret(name), found));
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fixture(name: &str, text: &str) -> Fixture {
        Fixture::read(name.to_owned(), text).unwrap()
    }

    #[test]
    fn names_and_first_lines_say_what_a_file_is() {
        let error = fixture("error_401_expired.json", "{}\n");
        assert_eq!((error.subject(), error.status.as_u16(), &*error.body), ("error", 401, "{}"));
        let answer = fixture("authorization_code.bot.txt", "# 201 text/plain; charset=utf-8\na=b");
        let content_type = answer.response().unwrap().headers()["content-type"].clone();
        assert_eq!((answer.subject(), answer.status.as_u16()), ("authorization_code", 201));
        assert_eq!((&*answer.body, content_type.to_str().unwrap()), ("a=b", "text/plain; charset=utf-8"));
        assert_eq!(fixture("callback_error.txt", "error=x").subject(), "callback");
        assert!(Fixture::read("error_form.txt".to_owned(), "x").is_err());
    }

    #[test]
    fn shapes_and_secrets() {
        let answer = fixture("x.json", r#"{"access_token":"hunter22","n":1,"list":["a"],"o":{"jwt":"j"}}"#);
        let expected =
            "{access_token: string of 8, list: [1 × string of 1], n: number, o: {jwt: string of 1}}";
        assert_eq!(answer.shape(), expected);
        assert_eq!(answer.secrets(), ["hunter22", "j"]);
        assert_eq!(fixture("x.txt", "access_token=t&a=b").shape(), "a form of access_token, a");
    }
}
