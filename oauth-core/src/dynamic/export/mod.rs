//! [`Metadata`] → the definition that gives them: the other direction, for a provider that is compiled.

mod grants;
mod request;
mod response;

use super::data::Data;
use super::places::{places, urls};
use super::variables::{Holds, Variable};
use crate::metadata::{
    AddressPolicy, BasicEncoding, ClientAuth, Deviation, Metadata, Pkce, RedirectUriKind, StateCarrier,
};
use oauth_declaration::template::Place;

/// The members of an object, as they are found.
#[derive(Default)]
struct Members(Vec<(String, Data)>);

impl Members {
    fn set(&mut self, name: &str, value: impl Into<Option<Data>>) {
        self.0.extend(value.into().map(|value| (name.to_owned(), value)));
    }

    fn text(&mut self, name: &str, value: Option<&str>) {
        self.set(name, value.map(Data::text));
    }

    /// Written down unless it is empty.
    fn list<T>(&mut self, name: &str, items: &[T], write: impl Fn(&T) -> Data) {
        self.set(name, (!items.is_empty()).then(|| Data::List(items.iter().map(write).collect())));
    }

    /// Names and texts.
    fn pairs(&mut self, name: &str, pairs: &[(&str, &str)]) {
        let members = pairs.iter().map(|(name, value)| ((*name).to_owned(), Data::text(*value)));
        self.set(name, (!pairs.is_empty()).then(|| Data::Object(members.collect())));
    }

    /// Nothing for no members.
    fn or_nothing(self) -> Option<Data> {
        (!self.0.is_empty()).then_some(Data::Object(self.0))
    }
}

/// The definition, and its variables.
pub(super) fn definition(metadata: &Metadata) -> (Data, Vec<Variable>) {
    let (variables, kinds) = variables(metadata);
    let mut members = Members::default();
    members.text("name", Some(metadata.name));
    members.set("variables", (!kinds.is_empty()).then_some(Data::Object(kinds)));
    for (key, template) in urls(metadata) {
        members.text(key, template);
    }
    let methods = methods(metadata, &[], metadata.client_auth);
    members.set("client_auth", (!metadata.client_auth.is_empty()).then_some(methods));
    members.set("grants", grants::grants(metadata));
    members.list("scopes", metadata.scopes, |scope| Data::text(scope.value));
    let delimiter = metadata.scope_delimiter;
    members.set("scope_delimiter", (delimiter != ' ').then(|| Data::text(delimiter.to_string())));
    members.set("custom_scopes", metadata.custom_scopes.then(|| Data::text("allowed")));
    members.set(
        "pkce",
        match metadata.pkce {
            Pkce::S256 => None,
            Pkce::Required => Some(Data::text("required")),
            Pkce::S256Hex => Some(choice(metadata, "S256_hex", "pkce(S256_hex)")),
            Pkce::PublicClients => Some(choice(metadata, "public_clients", "pkce(public_clients)")),
            Pkce::None => Some(choice(metadata, "none", "pkce(none)")),
        },
    );
    members.set(
        "state",
        (metadata.state == StateCarrier::InRedirectUri)
            .then(|| choice(metadata, "in_redirect_uri", "state(")),
    );
    let is_opaque = metadata.redirect_uri == RedirectUriKind::Opaque;
    members.set("redirect_uri", is_opaque.then(|| Data::text("opaque")));
    let any_address = because(metadata, "ssrf(").map(|_| choice(metadata, "allow_any", "ssrf("));
    members.set(
        "ssrf",
        match metadata.ssrf {
            AddressPolicy::DenyPrivate => Some(Data::text("deny_private")),
            AddressPolicy::Any => any_address,
        },
    );
    request::blocks(&mut members, metadata);
    response::blocks(&mut members, metadata);
    (Data::Object(members.0), variables)
}

/// The variables by their places; of an enum nothing says which values it has, unless a callback may
/// choose among them.
fn variables(metadata: &Metadata) -> (Vec<Variable>, Vec<(String, Data)>) {
    let mut variables: Vec<Variable> = Vec::new();
    let mut kinds = Vec::new();
    for (full_name, place) in places(metadata) {
        let (name, has_names) =
            full_name.split_once('.').map_or((full_name, false), |(name, _)| (name, true));
        if variables.iter().any(|known| known.name == name) {
            continue;
        }
        let learnt =
            metadata.callback.learn.iter().find(|learnt| learnt.variable.split('.').next() == Some(name));
        let kind = match place {
            _ if learnt.is_some() || has_names => rows(learnt.map_or(&[], |learnt| learnt.values)),
            Place::HostLabel => Data::text("host_label"),
            Place::PathPrefix => Data::text("path_prefix"),
            Place::Segment => Data::text("segment"),
            Place::Text => Data::text("text"),
            Place::Host => Data::text("host"),
            Place::HostSuffix => rows(&[]),
        };
        // One without values is none that can be read; it has its place all the same.
        let variable = Variable::read("", name, kind.clone());
        let unknown = || Variable { name: name.to_owned(), holds: Holds::Rows(Vec::new()) };
        variables.push(variable.unwrap_or_else(|_| unknown()));
        kinds.push((name.to_owned(), kind));
    }
    (variables, kinds)
}

/// The values of an enum, as a document lists them.
pub(super) fn rows(rows: &[&[(&str, &str)]]) -> Data {
    let row = |row: &&[(&str, &str)]| match row {
        [("", literal)] => Data::text(*literal),
        named => Data::Object(
            named.iter().map(|(name, literal)| ((*name).to_owned(), Data::text(*literal))).collect(),
        ),
    };
    Data::List(rows.iter().map(row).collect())
}

/// The declared reason for a departure, named as in [`Metadata::deviations`].
fn because(metadata: &Metadata, what: &str) -> Option<Data> {
    because_in(metadata, &[], what)
}

/// The same in this block; where that has no reason of its own, the reason of the block that it repeats.
fn because_in(metadata: &Metadata, block: &[&str], what: &str) -> Option<Data> {
    let own = block.iter().rev().fold(what.to_owned(), |inner, outer| format!("{outer}({inner}"));
    let is_other = |deviation: &&Deviation| {
        let what_of_it = deviation.what.rsplit_once(what);
        what_of_it.is_some_and(|(before, _)| before.is_empty() || before.ends_with('('))
    };
    let all = || metadata.deviations.iter();
    let found = all().find(|deviation| deviation.what.starts_with(&own));
    Some(Data::text(found.or_else(|| all().find(is_other))?.because))
}

/// A choice with its reason.
fn choice(metadata: &Metadata, word: &str, what: &str) -> Data {
    let mut members = Members::default();
    members.set(word, Data::nothing());
    members.set("because", because(metadata, what));
    Data::Object(members.0)
}

/// `["client_secret_post", …]`.
fn methods(metadata: &Metadata, block: &[&str], methods: &[ClientAuth]) -> Data {
    Data::List(methods.iter().map(|method| self::method(metadata, block, *method)).collect())
}

fn method(metadata: &Metadata, block: &[&str], method: ClientAuth) -> Data {
    let mut arguments = Members::default();
    match method {
        ClientAuth::ClientSecretBasic(BasicEncoding::Form)
        | ClientAuth::ClientSecretPost
        | ClientAuth::None => return Data::text(method.as_str()),
        ClientAuth::ClientSecretBasic(BasicEncoding::Raw) => arguments.text("encoding", Some("raw")),
        ClientAuth::ClientSecretBasic(BasicEncoding::SecretAsUsername) => {
            arguments.text("encoding", Some("secret_as_username"));
        }
        ClientAuth::ClientSecretBasicAndPost => {}
        ClientAuth::ClientSecretHeader(header) => {
            arguments.text("name", Some(header.header));
            arguments.text("scheme", header.scheme);
            arguments.text("client_id", header.client_id_header);
        }
        ClientAuth::ClientSecretDigest(digest) => {
            arguments.text("parameter", Some(digest.parameter));
            arguments.text("separator", Some(digest.separator));
        }
        ClientAuth::NoneBasic => {
            return Data::Object(vec![("none".to_owned(), Data::text("basic"))]);
        }
    }
    arguments.set("because", because_in(metadata, block, method.as_str()));
    Data::Object(vec![(method.as_str().to_owned(), Data::Object(arguments.0))])
}
