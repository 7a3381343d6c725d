//! [`Provider`] → the value of `oauth_core::Metadata`. What equals the default is left out.

mod request;
mod response;

use crate::constant::{Constant, Fields};
use crate::declaration::Declaration;
use crate::provider::{Allowed, Grant, Provider, Scope};
use crate::vocabulary::{ClientAuth, Encoding, GrantType, Request};

/// The value of the constant.
pub fn metadata(provider: &Provider<'_>) -> Constant {
    let declaration = provider.declaration;
    let mut fields = Fields::of("Metadata");
    fields.set("name", Some(Constant::text(provider.name)));
    for url in &declaration.urls {
        fields.set(url.endpoint.key(), Some(Constant::some(Constant::text(&url.text.value))));
    }
    let grants = provider.grants.iter().map(|grant| self::grant(declaration, grant));
    fields.set("grants", Constant::list(grants));
    fields.set("client_auth", Constant::list(provider.client_auth.iter().map(client_auth)));
    fields.set("scopes", Constant::list(provider.scopes.iter().map(scope)));
    fields.set("scope_delimiter", delimiter(declaration));
    fields.set("custom_scopes", declaration.get("custom_scopes").map(|_| Constant::Bool(true)));
    fields.set("pkce", variant("Pkce", declaration, &["pkce"], PKCE));
    fields.set(
        "state",
        variant("StateCarrier", declaration, &["state"], &[("in_redirect_uri", "InRedirectUri")]),
    );
    fields.set(
        "redirect_uri",
        variant("RedirectUriKind", declaration, &["redirect_uri"], &[("opaque", "Opaque")]),
    );
    fields.set("ssrf", variant("AddressPolicy", declaration, &["ssrf"], &[("deny_private", "DenyPrivate")]));
    for block in [Request::Authorization, Request::Revocation, Request::Introspection, Request::Userinfo] {
        fields.set(block.key(), request::of_endpoint(declaration, block).map(Constant::reference));
    }
    fields.set("callback", response::callback(declaration).map(Constant::reference));
    fields.set("token_response", response::token_response(declaration).map(Constant::reference));
    fields.set(
        "introspection_response",
        response::introspection_response(declaration).map(Constant::reference),
    );
    fields.set("userinfo_response", response::userinfo_response(declaration));
    fields.set("error_response", response::error_response(declaration).map(Constant::reference));
    fields.set("bearer", response::bearer(declaration));
    fields.set("deviations", deviations(provider));
    fields.or(Constant::path("Metadata", "DEFAULT"))
}

const PKCE: &[(&str, &str)] = &[
    ("required", "Required"),
    ("S256_hex", "S256Hex"),
    ("public_clients", "PublicClients"),
    ("none", "None"),
];

/// The variant of an enum that stands for a declared choice, unless it is the default.
fn variant(
    of: &str,
    declaration: &Declaration,
    path: &[&str],
    variants: &[(&str, &str)],
) -> Option<Constant> {
    let choice = declaration.choice(path)?;
    let (_, variant) = variants.iter().find(|(word, _)| *word == choice.word)?;
    Some(Constant::path(of, variant))
}

fn delimiter(declaration: &Declaration) -> Option<Constant> {
    let delimiter = declaration.text("scope_delimiter")?.value.chars().next()?;
    (delimiter != ' ').then_some(Constant::Char(delimiter))
}

fn client_auth(method: &ClientAuth) -> Constant {
    let of = |name| Constant::path("ClientAuth", name);
    let optional = |text: &Option<String>| match text {
        Some(text) => Constant::some(Constant::text(text)),
        None => Constant::None,
    };
    match method {
        ClientAuth::Basic(encoding) => {
            let encoding = match encoding {
                Encoding::Form => "Form",
                Encoding::Raw => "Raw",
                Encoding::SecretAsUsername => "SecretAsUsername",
            };
            Constant::call("ClientAuth", "ClientSecretBasic", [Constant::path("BasicEncoding", encoding)])
        }
        ClientAuth::Post => of("ClientSecretPost"),
        ClientAuth::BasicAndPost => of("ClientSecretBasicAndPost"),
        ClientAuth::Header { name, scheme, client_id } => {
            let mut fields = Fields::of("SecretHeader");
            fields.set("header", Some(Constant::text(name)));
            fields.set("scheme", Some(optional(scheme)));
            fields.set("client_id_header", Some(optional(client_id)));
            Constant::call("ClientAuth", "ClientSecretHeader", [fields.alone()])
        }
        ClientAuth::Digest { parameter, separator } => {
            let mut fields = Fields::of("SecretDigest");
            fields.set("parameter", Some(Constant::text(parameter)));
            fields.set("separator", Some(Constant::text(separator)));
            Constant::call("ClientAuth", "ClientSecretDigest", [fields.alone()])
        }
        ClientAuth::None => of("None"),
        ClientAuth::NoneBasic => of("NoneBasic"),
    }
}

fn grant_type(grant_type: GrantType) -> Constant {
    Constant::path("GrantType", &grant_type.word().to_uppercase())
}

fn grant(declaration: &Declaration, grant: &Grant) -> Constant {
    let methods = grant.client_auth.iter().map(client_auth).collect();
    let new = Constant::call("GrantMetadata", "new", [grant_type(grant.grant_type), Constant::List(methods)]);
    let mut fields = Fields::of("GrantMetadata");
    // A grant that omits `grant_type` may have no value for it.
    fields.set("value", grant.value.as_ref().map(Constant::text));
    fields.set("response_type", grant.response_type.as_ref().map(Constant::text));
    fields.set("default_scopes", Constant::text_list(&grant.default_scopes));
    fields.set("issues_refresh_token", grant.issues_refresh_token.then_some(Constant::Bool(true)));
    fields.set("request", request::of_grant(declaration, grant).map(Constant::reference));
    fields.set("response", response::token_response_to(declaration, grant.grant_type));
    let rotation = match grant.rotation {
        Some("strict") => Some("Strict"),
        Some("none") => Some("None"),
        _ => None,
    };
    fields.set("rotation", rotation.map(|rotation| Constant::path("Rotation", rotation)));
    let offline = grant.offline_scope.as_ref();
    fields.set("offline_scope", offline.map(|scope| Constant::some(Constant::text(scope))));
    fields.or_only(new)
}

fn scope(scope: &Scope) -> Constant {
    let grants = match &scope.allowed {
        Allowed::All => Vec::new(),
        Allowed::Only(grants) => grants.iter().map(|grant| grant_type(*grant)).collect(),
    };
    Constant::call("ScopeMetadata", "new", [Constant::text(&scope.value), Constant::List(grants)])
}

fn deviations(provider: &Provider<'_>) -> Option<Constant> {
    Constant::list(provider.deviations.iter().map(|deviation| {
        let mut fields = Fields::of("Deviation");
        fields.set("what", Some(Constant::text(&deviation.what)));
        fields.set("rule", Some(Constant::text(deviation.from.rule())));
        fields.set("because", Some(Constant::text(&deviation.because)));
        fields.alone()
    }))
}

#[cfg(test)]
mod tests {
    use crate::vocabulary::Endpoint;

    #[test]
    fn endpoints_are_in_the_order_of_the_metadata() {
        let source = include_str!("../../oauth-core/src/metadata/mod.rs");
        let at = |endpoint: Endpoint| source.find(&format!("pub {}: Option", endpoint.key())).unwrap();
        assert!(Endpoint::ALL.map(at).is_sorted());
    }
}
