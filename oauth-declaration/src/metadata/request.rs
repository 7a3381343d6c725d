//! What goes out: one block shape for every request.

use super::{client_auth, variant};
use crate::constant::{Constant, Fields};
use crate::declaration::{Block, Declaration, Field, Header, Parameter, ParameterKind, Scope};
use crate::provider::Grant;
use crate::read::Entry;
use crate::vocabulary::{GrantType, Request};

/// The format of a request that is not one for tokens.
pub(super) fn of_endpoint(declaration: &Declaration, request: Request) -> Option<Constant> {
    declaration.get(request.key())?;
    let sources = Sources { declaration, blocks: &[request] };
    let base = match request {
        Request::Authorization => "AUTHORIZATION",
        Request::Userinfo => "USERINFO",
        _ => "DEFAULT",
    };
    Some(sources.format(&[]).or(Constant::path("RequestFormat", base)))
}

/// The format of the token request of a grant: its own block, and for the keys that it lacks
/// `token_request`.
pub(super) fn of_grant(declaration: &Declaration, grant: &Grant) -> Option<Constant> {
    if grant.grant_type == GrantType::Implicit {
        return None;
    }
    let own = Request::of(grant.grant_type);
    let blocks: Vec<_> = own.into_iter().chain([Request::Token]).collect();
    let sent: &[_] = if grant.sends_scope { &["scope"] } else { &[] };
    Sources { declaration, blocks: &blocks }.format(sent).or_default()
}

/// Where the keys of one request may stand.
struct Sources<'d> {
    declaration: &'d Declaration,
    blocks: &'d [Request],
}

impl<'d> Sources<'d> {
    /// A key, from the first block that has it, and that block.
    fn key(&self, key: &str) -> Option<(&'d Block, &'d Entry)> {
        self.blocks.iter().find_map(|request| {
            let entry = self.declaration.get(request.key())?.get(key)?;
            Some((self.declaration.block(*request)?, entry))
        })
    }

    fn format(&self, sent: &[&str]) -> Fields {
        let words = |key: &str| self.key(key).map(|(_, entry)| entry.words()).unwrap_or_default().iter();
        let block = |key: &str| self.key(key).map(|(block, _)| block);
        let mut fields = Fields::of("RequestFormat");

        let methods = words("method").filter_map(|method| {
            let variant = match method.word {
                "get" => "Get",
                "post" => "Post",
                "delete" => "Delete",
                _ => return None,
            };
            Some(Constant::path("Method", variant))
        });
        fields.set("method", Constant::list(methods));
        let variants = [("json", "Json"), ("query", "Query"), ("multipart", "Multipart")];
        fields.set("body", self.variant("BodyFormat", "body", &variants));
        fields.set("auth", self.auth());
        let params = block("params").map(|block| block.parameters.iter().map(parameter));
        fields.set("params", Constant::list(params.into_iter().flatten()));
        fields.set("query", block("query").and_then(|block| Constant::list(block.query.iter().map(field))));
        fields.set("headers", block("headers").and_then(|block| headers(&block.headers)));
        let renamed = words("rename")
            .filter_map(|renamed| Some(Constant::texts(renamed.word, renamed.text()?.value.as_str())));
        fields.set("rename", Constant::list(renamed));
        fields.set("omit", Constant::text_list(words("omit").map(|omitted| omitted.word)));
        // The state and the scopes of a login belong to its code exchange, which has no block of its
        // own: `token_request` is where they are declared.
        let is_for_codes = |word: &str| self.blocks.len() > 1 && matches!(word, "state" | "scope");
        let written = words("send").map(|sent| sent.word).filter(|word| !is_for_codes(word));
        let sent = written.chain(sent.iter().copied());
        fields.set("send", Constant::text_list(sent));
        let fragment = self.key("fragment").and_then(|(_, entry)| entry.text());
        fields.set("fragment", fragment.map(|text| Constant::some(Constant::text(&text.value))));
        if self.blocks == [Request::Revocation]
            && let [(token, _)] = self.declaration.revocable().as_slice()
        {
            let only = if *token == "AccessToken" { "AccessOnly" } else { "RefreshOnly" };
            fields.set("tokens", Some(Constant::path("RevocableTokens", only)));
        }
        fields
    }

    fn variant(&self, of: &str, key: &str, variants: &[(&str, &str)]) -> Option<Constant> {
        let (block, _) = self.key(key)?;
        variant(of, self.declaration, &[block.request.key(), key], variants)
    }

    fn auth(&self) -> Option<Constant> {
        let (block, _) = self.key("auth")?;
        let own = self.declaration.own_auth.iter().find(|(request, _)| *request == block.request);
        if let Some((_, method)) = own {
            return Some(Constant::call("RequestAuth", "Method", [client_auth(method)]));
        }
        let variants = [("bearer", "Bearer"), ("client_id", "Identifier"), ("nothing", "Nothing")];
        self.variant("RequestAuth", "auth", &variants)
    }
}

fn parameter(parameter: &Parameter) -> Constant {
    let of = |name| Constant::path("ParameterValue", name);
    let call = |name, argument| Constant::call("ParameterValue", name, [argument]);
    let list = |values: &[Scope]| {
        Constant::List(values.iter().map(|value| Constant::text(value.value_without_prefix())).collect())
    };
    let value = match &parameter.kind {
        ParameterKind::Fixed(text) if text.value.contains('{') => {
            call("Template", Constant::text(&text.value))
        }
        ParameterKind::Fixed(text) => call("Fixed", Constant::text(&text.value)),
        ParameterKind::Optional => of("Optional"),
        ParameterKind::Required => of("Required"),
        ParameterKind::OneOf(values) => call("OneOf", list(values)),
        ParameterKind::SomeOf(values) => call("SomeOf", list(values)),
        ParameterKind::Scopes => of("ScopeList"),
        ParameterKind::Random => of("Random"),
    };
    let name = Constant::text(parameter.wire_name());
    let json = parameter.types.first().map(|(json, _)| Constant::path("JsonType", json.variant()));
    let mut fields = Fields::of("ParameterMetadata");
    fields.set("json", json);
    fields.or_only(Constant::call("ParameterMetadata", "new", [name, value]))
}

/// A name and a template.
pub(super) fn field(field: &Field) -> Constant {
    Constant::texts(field.name.text.as_str(), field.text.value.as_str())
}

/// Names and templates.
pub(super) fn headers(headers: &[Header]) -> Option<Constant> {
    let header = |header: &Header| Constant::texts(header.name.value.as_str(), header.value.value.as_str());
    Constant::list(headers.iter().map(header))
}
