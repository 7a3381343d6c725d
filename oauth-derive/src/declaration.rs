//! [`Declaration`]: what was written, with its spans. Nothing in it has been compared yet.

use crate::read::{Entry, find};
use crate::syntax::Text;
use crate::template::Template;
use crate::vocabulary::{ClientAuth, Departure, Endpoint, GrantType};
use proc_macro2::Span;
use syn::{Ident, TypePath};

/// The arguments of `#[oauth_provider(...)]`.
pub(crate) struct Declaration {
    /// All known keys.
    pub(crate) entries: Vec<Entry>,
    /// The URLs.
    pub(crate) urls: Vec<Url>,
    /// `grants(...)`.
    pub(crate) grants: Vec<Grant>,
    /// `client_auth(...)`.
    pub(crate) client_auth: Vec<ClientAuth>,
    /// `scopes(...)`.
    pub(crate) scopes: Vec<Scope>,
    /// `authorization_request(params(...))`.
    pub(crate) parameters: Vec<Parameter>,
    /// `token_response(token_type(alias(...)))`.
    pub(crate) aliases: Vec<Text>,
    /// `bearer(headers(...))`.
    pub(crate) headers: Vec<Header>,
    /// `token_response(extra(...))`.
    pub(crate) token_extra: Option<TypePath>,
    /// `introspection_response(extra(...))`.
    pub(crate) introspection_extra: Option<TypePath>,
    /// What departs from the rules, with the reason if one is given.
    pub(crate) departures: Vec<Departed>,
}

/// A URL.
#[derive(Debug)]
pub(crate) struct Url {
    pub(crate) endpoint: Endpoint,
    pub(crate) key: Ident,
    pub(crate) text: Text,
    /// `None` if the text has no scheme.
    pub(crate) template: Option<Template>,
}

/// A grant.
#[derive(Debug)]
pub(crate) struct Grant {
    pub(crate) grant_type: GrantType,
    pub(crate) name: Ident,
    /// Its own methods, if it names some.
    pub(crate) client_auth: Option<Vec<ClientAuth>>,
    /// The scopes that it is limited to, if it names some.
    pub(crate) scopes: Option<Vec<Ident>>,
    pub(crate) default_scopes: Vec<Ident>,
    /// The choice in `rotation(...)`.
    pub(crate) rotation: Option<&'static str>,
    pub(crate) sends_scope: bool,
    /// The token of `issues(refresh_token)`.
    pub(crate) issues_refresh_token: Option<Span>,
}

/// A scope.
#[derive(Debug)]
pub(crate) struct Scope {
    pub(crate) name: Ident,
    /// What it is on the wire, if not its name; without the prefix.
    pub(crate) value: Option<Text>,
}

/// A parameter of the authorization request.
#[derive(Debug)]
pub(crate) struct Parameter {
    pub(crate) name: Ident,
    pub(crate) kind: ParameterKind,
}

/// The values of a parameter.
#[derive(Debug)]
pub(crate) enum ParameterKind {
    Fixed(Text),
    Optional,
    OneOf(Vec<Scope>),
}

/// A header of API requests.
#[derive(Debug)]
pub(crate) struct Header {
    pub(crate) name: Text,
    pub(crate) value: Text,
}

/// A departure from the rules.
#[derive(Debug)]
pub(crate) struct Departed {
    pub(crate) from: Departure,
    pub(crate) span: Span,
    pub(crate) because: Option<Text>,
}

impl Declaration {
    /// The entry for a key.
    pub(crate) fn get(&self, key: &str) -> Option<&Entry> {
        find(&self.entries, key)
    }

    /// The text of a key.
    pub(crate) fn text(&self, key: &str) -> Option<&Text> {
        self.get(key)?.text()
    }

    /// The choice at the end of a path of keys, such as `["callback", "iss"]`.
    pub(crate) fn choice(&self, path: &[&str]) -> Option<&Entry> {
        let (key, rest) = path.split_first()?;
        let entry = self.get(key)?;
        rest.iter().try_fold(entry, |entry, word| entry.get(word))?.choice()
    }

    /// The first grant of this type.
    pub(crate) fn grant(&self, grant_type: GrantType) -> Option<&Grant> {
        self.grants.iter().find(|grant| grant.grant_type == grant_type)
    }

    /// The methods of a grant: its own, or those of the provider. An implicit client never
    /// authenticates.
    pub(crate) fn methods(&self, grant: &Grant) -> Vec<ClientAuth> {
        if grant.grant_type == GrantType::Implicit {
            return vec![ClientAuth::None];
        }
        if let Some(own) = &grant.client_auth {
            return own.clone();
        }
        let mut inherited = self.client_auth.clone();
        // Client credentials prove nothing without a secret (RFC 6749 section 4.4).
        if grant.grant_type == GrantType::ClientCredentials {
            inherited.retain(|method| *method != ClientAuth::None);
        }
        inherited
    }

    /// Whether a grant uses the endpoint.
    pub(crate) fn needs(&self, endpoint: Endpoint) -> bool {
        let needs = |grant: &Grant| grant.grant_type.needs().iter().any(|(needed, _)| *needed == endpoint);
        self.grants.iter().any(needs)
    }

    /// The grants that may ask for a scope.
    pub(crate) fn allowed(&self, scope: &Ident) -> Vec<GrantType> {
        let allows = |grant: &&Grant| grant.scopes.as_ref().is_none_or(|listed| listed.contains(scope));
        self.grants.iter().filter(allows).map(|grant| grant.grant_type).collect()
    }

    /// What a scope is on the wire.
    pub(crate) fn wire(&self, scope: &Scope) -> String {
        let prefix = self.text("scope_prefix").map_or("", |prefix| prefix.value.as_str());
        format!("{prefix}{}", scope.value_without_prefix())
    }
}

impl Scope {
    /// The declared text, or else the name.
    pub(crate) fn value_without_prefix(&self) -> String {
        self.value.as_ref().map_or_else(|| self.name.to_string(), |text| text.value.clone())
    }

    /// Where the value stands.
    pub(crate) fn value_span(&self) -> Span {
        self.value.as_ref().map_or_else(|| self.name.span(), Text::span)
    }
}

/// The name of the associated constant for these words.
pub(crate) fn constant(words: &[&Ident], span: Span) -> Ident {
    let words: Vec<_> = words.iter().map(|word| screaming_snake(&word.to_string())).collect();
    let name = words.join("_");
    // `_` alone, or a name that starts with a digit, can't come out of words that are identifiers.
    Ident::new(if name == "_" { "UNDERSCORE" } else { &name }, span)
}

fn screaming_snake(word: &str) -> String {
    let mut name = String::with_capacity(word.len());
    let mut after_small = false;
    for c in word.chars() {
        if c.is_uppercase() && after_small {
            name.push('_');
        }
        after_small = c.is_lowercase() || c.is_numeric();
        name.extend(c.to_uppercase());
    }
    name
}

#[cfg(test)]
mod tests {
    use super::screaming_snake;

    #[test]
    fn constants_are_screaming_snake() {
        for (word, name) in [
            ("read", "READ"),
            ("read_all", "READ_ALL"),
            ("readAll", "READ_ALL"),
            ("v2Read", "V2_READ"),
            ("URL", "URL"),
        ] {
            assert_eq!(screaming_snake(word), name);
        }
    }
}
