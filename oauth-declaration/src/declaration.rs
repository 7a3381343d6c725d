//! [`Declaration`]: what was written, and where. Nothing in it has been compared yet.

use crate::departure::Departure;
use crate::item::{At, Name, Text};
use crate::read::{Entry, find};
use crate::template::Template;
use crate::vocabulary::{ClientAuth, Endpoint, GrantType, Request};

/// The items of a declaration, each in its place.
#[derive(Debug)]
pub struct Declaration {
    /// All known keys.
    pub entries: Vec<Entry>,
    /// The URLs.
    pub urls: Vec<Url>,
    /// `grants(...)`.
    pub grants: Vec<Grant>,
    /// `client_auth(...)`.
    pub client_auth: Vec<ClientAuth>,
    /// `scopes(...)`.
    pub scopes: Vec<Scope>,
    /// Whether these are all, and none was lost in a form that has been reported.
    pub scopes_are_whole: bool,
    /// The blocks of requests.
    pub blocks: Vec<Block>,
    /// `callback(...)`.
    pub callback: Callback,
    /// `token_response(also(...))`.
    pub also: Vec<Scope>,
    /// `api_base(hosts(...))` of an answer.
    pub hosts: Vec<Text>,
    /// `error_response(when(...))`.
    pub conditions: Vec<Condition>,
    /// `bearer(headers(...))`.
    pub headers: Vec<Header>,
    /// `hook(...)`.
    pub hook: Option<Name>,
    /// `revocation_request(auth(...))` and `introspection_request(auth(...))`, where it is a method of
    /// client authentication.
    pub own_auth: Vec<(Request, ClientAuth)>,
    /// Where `token_response(extra(...))` stands; what is in it is a type of Rust.
    pub token_extra: Option<At>,
    /// Where `introspection_response(extra(...))` stands.
    pub introspection_extra: Option<At>,
    /// What departs from the rules, with the reason if one is given.
    pub departures: Vec<Departed>,
}

/// A URL.
#[derive(Debug)]
pub struct Url {
    /// Which URL.
    pub endpoint: Endpoint,
    /// The word.
    pub key: Name,
    /// What was written.
    pub text: Text,
    /// `None` if the text has no scheme.
    pub template: Option<Template>,
}

/// A grant.
#[derive(Debug)]
pub struct Grant {
    /// Which grant.
    pub grant_type: GrantType,
    /// The word.
    pub name: Name,
    /// Its own methods, if it names some.
    pub client_auth: Option<Vec<ClientAuth>>,
    /// The scopes that it is limited to, if it names some.
    pub scopes: Option<Vec<Name>>,
    /// The scopes that are sent when the caller names none.
    pub default_scopes: Vec<Name>,
    /// The choice in `rotation(...)`.
    pub rotation: Option<&'static str>,
    /// `send(scope)`.
    pub sends_scope: bool,
    /// `offline_scope(...)`.
    pub offline_scope: Option<Name>,
    /// `grant_type = "…"`.
    pub value: Option<Text>,
    /// `response_type = "…"`.
    pub response_type: Option<Text>,
    /// Where `issues(refresh_token)` stands.
    pub issues_refresh_token: Option<At>,
}

/// A scope, or another word that stands for a value.
#[derive(Debug)]
pub struct Scope {
    /// The word.
    pub name: Name,
    /// What it is on the wire, if not its name; without the prefix.
    pub value: Option<Text>,
}

/// The block of a request: what is no known word in it.
#[derive(Debug)]
pub struct Block {
    /// Which request.
    pub request: Request,
    /// The word.
    pub name: Name,
    /// `params(...)`.
    pub parameters: Vec<Parameter>,
    /// `query(...)`.
    pub query: Vec<Field>,
    /// `headers(...)`.
    pub headers: Vec<Header>,
}

/// A word with a text.
#[derive(Debug)]
pub struct Field {
    /// The word.
    pub name: Name,
    /// The text.
    pub text: Text,
}

/// A parameter of a request, beyond the standard ones.
#[derive(Debug)]
pub struct Parameter {
    /// The word, or the text where it is none.
    pub name: Name,
    /// What it is called on the wire, if not its word.
    pub wire: Option<Text>,
    /// Its values.
    pub kind: ParameterKind,
    /// What its value is in a JSON body, if not a string, and where that is said.
    pub types: Vec<(JsonType, At)>,
}

/// What a value is in a JSON body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JsonType {
    /// `number`.
    Number,
    /// `boolean`.
    Boolean,
    /// `array`.
    Array,
}

/// The lists in `callback(...)`.
#[derive(Debug, Default)]
pub struct Callback {
    /// `capture(...)`.
    pub capture: Vec<Scope>,
    /// `echo(...)`.
    pub echo: Vec<Scope>,
    /// `equals(...)`.
    pub equals: Vec<Field>,
    /// `learn(...)`.
    pub learn: Vec<Learnt>,
}

/// A URL variable that the callback decides.
#[derive(Debug)]
pub struct Learnt {
    /// The variable.
    pub variable: Text,
    /// The parameter that holds its value.
    pub parameter: Text,
}

/// What makes an answer an error.
#[derive(Debug)]
pub struct Condition {
    /// The word.
    pub test: &'static str,
    /// Where the word stands.
    pub at: At,
    /// The pointer to the member.
    pub member: Text,
    /// What it is compared with.
    pub value: Option<Text>,
}

/// The values of a parameter.
#[derive(Debug)]
pub enum ParameterKind {
    /// Always this one.
    Fixed(Text),
    /// What the caller gives, if anything.
    Optional,
    /// What the caller gives.
    Required,
    /// What the caller chooses.
    OneOf(Vec<Scope>),
    /// What the caller chooses, perhaps several.
    SomeOf(Vec<Scope>),
    /// The scopes that the caller gives, if any.
    Scopes,
    /// Random bits.
    Random,
}

/// A header of API requests.
#[derive(Debug)]
pub struct Header {
    /// Its name.
    pub name: Text,
    /// Its value.
    pub value: Text,
}

/// A departure from the rules.
#[derive(Debug)]
pub struct Departed {
    /// From which rule.
    pub from: Departure,
    /// The block of a request or grant that it stands in, and the key there if that is not part of
    /// its own name.
    pub inside: Vec<&'static str>,
    /// The word that departs.
    pub at: At,
    /// The reason.
    pub because: Option<Text>,
}

impl Departed {
    /// What is declared, for people: `refresh_request(method(get))`.
    pub fn what(&self) -> String {
        let own = self.from.what().to_owned();
        self.inside.iter().rev().fold(own, |inner, outer| format!("{outer}({inner})"))
    }
}

impl Declaration {
    /// The entry for a key.
    pub fn get(&self, key: &str) -> Option<&Entry> {
        find(&self.entries, key)
    }

    /// The blocks of token answers, that of all grants first.
    pub fn token_responses(&self) -> impl Iterator<Item = &Entry> {
        Request::ALL.into_iter().filter_map(|request| self.get(request.token_response()?))
    }

    /// A key of `token_response`.
    pub fn token_response(&self, word: &str) -> Option<&Entry> {
        self.get("token_response")?.get(word)
    }

    /// A key of the blocks of token answers, once for each block that has it.
    pub fn in_token_responses(&self, word: &'static str) -> impl Iterator<Item = &Entry> {
        self.token_responses().filter_map(move |answer| answer.get(word))
    }

    /// A key of a block of token answers, or where it lacks that, of `token_response`.
    pub fn of_token_response<'d>(&'d self, answer: &'d Entry, word: &str) -> Option<&'d Entry> {
        answer.get(word).or_else(|| self.token_response(word))
    }

    /// A key of `introspection_response`.
    pub fn introspection_response(&self, word: &str) -> Option<&Entry> {
        self.get("introspection_response")?.get(word)
    }

    /// The text of a key.
    pub fn text(&self, key: &str) -> Option<&Text> {
        self.get(key)?.text()
    }

    /// The choice at the end of a path of keys, such as `["callback", "iss"]`.
    pub fn choice(&self, path: &[&str]) -> Option<&Entry> {
        let (key, rest) = path.split_first()?;
        let entry = self.get(key)?;
        rest.iter().try_fold(entry, |entry, word| entry.get(word))?.choice()
    }

    /// The first grant of this type.
    pub fn grant(&self, grant_type: GrantType) -> Option<&Grant> {
        self.grants.iter().find(|grant| grant.grant_type == grant_type)
    }

    /// Whether some grant takes the refresh tokens that others bring.
    pub fn takes_refresh_tokens(&self) -> bool {
        self.grants.iter().any(|grant| grant.grant_type.takes_refresh_tokens())
    }

    /// Whether these are all grants: some are declared, and none is unknown, which has been reported.
    pub fn grants_are_whole(&self) -> bool {
        self.get("grants").is_some_and(Entry::is_whole)
    }

    /// The methods of a grant: its own, or those of the provider. An implicit client never
    /// authenticates.
    pub fn methods(&self, grant: &Grant) -> Vec<ClientAuth> {
        if grant.grant_type == GrantType::Implicit {
            return vec![ClientAuth::None];
        }
        if let Some(own) = &grant.client_auth {
            return own.clone();
        }
        let mut inherited = self.client_auth.clone();
        // Client credentials prove nothing without a secret (RFC 6749 section 4.4).
        if grant.grant_type == GrantType::ClientCredentials {
            inherited.retain(|method| !method.is_public());
        }
        inherited
    }

    /// Whether a grant uses the endpoint.
    pub fn needs(&self, endpoint: Endpoint) -> bool {
        let needs = |grant: &Grant| grant.grant_type.needs().iter().any(|(any, _)| any.contains(&endpoint));
        self.grants.iter().any(needs)
    }

    /// Whether no client has a secret.
    pub fn is_public(&self) -> bool {
        self.get("client_auth").is_some_and(Entry::is_whole)
            && !self.client_auth.is_empty()
            && self.client_auth.iter().all(ClientAuth::is_public)
    }

    /// The declared scope delimiter, if it is one character; otherwise the default.
    pub fn delimiter(&self) -> char {
        let mut chars = self.text("scope_delimiter").map_or(" ", |text| &text.value).chars();
        match (chars.next(), chars.next()) {
            (Some(delimiter), None) => delimiter,
            _ => ' ',
        }
    }

    /// The block of a request.
    pub fn block(&self, request: Request) -> Option<&Block> {
        self.blocks.iter().find(|block| block.request == request)
    }

    /// The block that has a key for the token request of a grant: its own, or else `token_request`.
    pub fn block_with(&self, own: Option<Request>, key: &str) -> Option<&Block> {
        let has = |request: &Request| self.get(request.key()).is_some_and(|entry| entry.get(key).is_some());
        let request = own.into_iter().chain([Request::Token]).find(has)?;
        self.block(request)
    }

    /// Where an answer names the API base: its `api_base(...)`.
    pub fn learnt_api_base(&self) -> Option<&Entry> {
        let in_response = |key| self.get(key)?.get("api_base");
        in_response("token_response").or_else(|| in_response("userinfo_response"))
    }

    /// Whether a userinfo request has the access token in its form.
    pub fn has_token_in_form(&self) -> bool {
        let send = self.get("userinfo_request").and_then(|request| request.get("send"));
        send.is_some_and(|send| send.get("access_token").is_some())
    }

    /// The types of the tokens that the provider revokes, each with the word that says so.
    pub fn revocable(&self) -> Vec<(&'static str, At)> {
        let key = Request::Revocation.key();
        let Some(url) = self.urls.iter().find(|url| url.endpoint == Endpoint::Revocation) else {
            return Vec::new();
        };
        let in_header = self.get(key).and_then(|request| request.get("omit")?.get("token"));
        match (self.choice(&[key, "tokens"]), in_header) {
            (Some(refresh), _) if refresh.word == "refresh_token" => vec![("RefreshToken", refresh.name.at)],
            (Some(access), _) | (None, Some(access)) => vec![("AccessToken", access.name.at)],
            (None, None) => vec![("AccessToken", url.key.at), ("RefreshToken", url.key.at)],
        }
    }

    /// All methods of client authentication, the provider's first.
    pub fn all_methods(&self) -> impl Iterator<Item = &Entry> {
        let grants = self.get("grants").map_or(&[][..], Entry::words).iter();
        let requests = Request::ALL.into_iter().filter_map(|request| self.get(request.key())?.get("auth"));
        let lists =
            self.get("client_auth").into_iter().chain(grants.filter_map(|grant| grant.get("client_auth")));
        lists.chain(requests).flat_map(Entry::words)
    }

    /// The texts, beside URLs, in which `{field}` may stand.
    pub fn templates(&self) -> impl Iterator<Item = &Text> {
        let blocks = self.blocks.iter().flat_map(|block| {
            let params = block.parameters.iter().filter_map(|parameter| match &parameter.kind {
                ParameterKind::Fixed(text) => Some(text),
                _ => None,
            });
            let headers = block.headers.iter().map(|header| &header.value);
            params.chain(block.query.iter().map(|field| &field.text)).chain(headers)
        });
        let equals = self.callback.equals.iter().map(|field| &field.text);
        blocks.chain(equals).chain(self.headers.iter().map(|header| &header.value))
    }

    /// The grants that may ask for a scope.
    pub fn allowed(&self, scope: &Name) -> Vec<GrantType> {
        let allows = |grant: &&Grant| {
            grant.grant_type.asks_for_scopes()
                && grant.scopes.as_ref().is_none_or(|listed| listed.contains(scope))
        };
        self.grants.iter().filter(allows).map(|grant| grant.grant_type).collect()
    }

    /// What a scope is on the wire.
    pub fn wire(&self, scope: &Scope) -> String {
        let prefix = self.text("scope_prefix").map_or("", |prefix| prefix.value.as_str());
        format!("{prefix}{}", scope.value_without_prefix())
    }
}

impl JsonType {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Number, Self::Boolean, Self::Array];

    /// The word in `params(...)`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Boolean => "boolean",
            Self::Array => "array",
        }
    }

    /// The variant of `oauth_core::metadata::JsonType`.
    pub fn variant(self) -> &'static str {
        match self {
            Self::Number => "Number",
            Self::Boolean => "Boolean",
            Self::Array => "Array",
        }
    }
}

impl Parameter {
    /// What it is called on the wire.
    pub fn wire_name(&self) -> &str {
        self.wire.as_ref().map_or(&self.name.text, |wire| &wire.value)
    }

    /// Where that stands.
    pub fn wire_at(&self) -> At {
        self.wire.as_ref().map_or(self.name.at, |wire| wire.at)
    }
}

impl Scope {
    /// The declared text, or else the name.
    pub fn value_without_prefix(&self) -> String {
        self.value.as_ref().map_or_else(|| self.name.to_string(), |text| text.value.clone())
    }

    /// Where the value stands.
    pub fn value_at(&self) -> At {
        self.value.as_ref().map_or(self.name.at, |text| text.at)
    }
}

/// The name of the associated constant for this word, perhaps after another; it stands where the word
/// does.
pub fn constant(before: Option<&Name>, word: &Name) -> Name {
    let words: Vec<_> = before.into_iter().chain([word]).map(|word| screaming_snake(&word.text)).collect();
    let text = words.join("_");
    // `_` alone, or a name that starts with a digit, can't come out of words that are identifiers.
    Name { text: if text == "_" { "UNDERSCORE".to_owned() } else { text }, at: word.at }
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
