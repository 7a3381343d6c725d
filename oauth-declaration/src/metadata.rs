//! [`Provider`] → the value of `oauth_core::Metadata`. What equals the default is left out.

use crate::constant::{Constant, Fields};
use crate::declaration::{Declaration, ParameterKind};
use crate::provider::{Allowed, Grant, Provider, Scope};
use crate::read::Entry;
use crate::vocabulary::{ClientAuth, GrantType};

/// The value of the constant.
pub fn metadata(provider: &Provider<'_>) -> Constant {
    let declaration = provider.declaration;
    let mut fields = Fields::of("Metadata");
    fields.set("name", Some(Constant::text(provider.name)));
    for url in &declaration.urls {
        fields.set(url.endpoint.key(), Some(Constant::some(Constant::text(&url.text.value))));
    }
    fields.set("grants", Constant::list(provider.grants.iter().map(grant)));
    fields.set("client_auth", Constant::list(provider.client_auth.iter().map(|method| client_auth(*method))));
    fields.set("scopes", Constant::list(provider.scopes.iter().map(scope)));
    fields.set("scope_delimiter", delimiter(declaration));
    fields.set("custom_scopes", declaration.get("custom_scopes").map(|_| Constant::Bool(true)));
    fields
        .set("pkce", variant("Pkce", declaration, &["pkce"], &[("required", "Required"), ("none", "None")]));
    fields.set(
        "redirect_uri",
        variant("RedirectUriKind", declaration, &["redirect_uri"], &[("opaque", "Opaque")]),
    );
    fields.set("ssrf", variant("AddressPolicy", declaration, &["ssrf"], &[("deny_private", "DenyPrivate")]));
    for block in ["authorization_request", "revocation_request", "introspection_request"] {
        fields.set(block, request(declaration, block));
    }
    fields.set("callback", callback(declaration));
    fields.set("token_response", token_response(declaration));
    fields.set("introspection_response", introspection_response(declaration));
    fields.set("error_response", error_response(declaration));
    fields.set("bearer", bearer(declaration));
    fields.set("deviations", deviations(provider));
    fields.or(Constant::path("Metadata", "DEFAULT"))
}

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

fn client_auth(method: ClientAuth) -> Constant {
    let basic = |encoding| {
        Constant::call("ClientAuth", "ClientSecretBasic", [Constant::path("BasicEncoding", encoding)])
    };
    match method {
        ClientAuth::Basic { raw: false } => basic("Form"),
        ClientAuth::Basic { raw: true } => basic("Raw"),
        ClientAuth::Post => Constant::path("ClientAuth", "ClientSecretPost"),
        ClientAuth::None => Constant::path("ClientAuth", "None"),
    }
}

fn grant_type(grant_type: GrantType) -> Constant {
    Constant::path("GrantType", &grant_type.word().to_uppercase())
}

fn grant(grant: &Grant) -> Constant {
    let methods = grant.client_auth.iter().map(|method| client_auth(*method)).collect();
    let new = Constant::call("GrantMetadata", "new", [grant_type(grant.grant_type), Constant::List(methods)]);
    let mut fields = Fields::of("GrantMetadata");
    fields.set("default_scopes", Constant::text_list(&grant.default_scopes));
    fields.set("issues_refresh_token", grant.issues_refresh_token.then_some(Constant::Bool(true)));
    let mut request = Fields::of("RequestFormat");
    request.set("send", grant.sends_scope.then(|| Constant::List(vec![Constant::text("scope")])));
    fields.set("request", request.or_default());
    let rotation = match grant.rotation {
        Some("strict") => Some("Strict"),
        Some("none") => Some("None"),
        _ => None,
    };
    fields.set("rotation", rotation.map(|rotation| Constant::path("Rotation", rotation)));
    fields.or_only(new)
}

fn scope(scope: &Scope) -> Constant {
    let grants = match &scope.allowed {
        Allowed::All => Vec::new(),
        Allowed::Only(grants) => grants.iter().map(|grant| grant_type(*grant)).collect(),
    };
    Constant::call("ScopeMetadata", "new", [Constant::text(&scope.value), Constant::List(grants)])
}

fn request(declaration: &Declaration, block: &'static str) -> Option<Constant> {
    let entry = declaration.get(block)?;
    let mut fields = Fields::of("RequestFormat");
    let methods = entry.get("method").map(Entry::words).unwrap_or_default().iter();
    let method =
        |method: &Entry| Constant::path("Method", if method.word == "post" { "Post" } else { "Get" });
    fields.set("method", Constant::list(methods.map(method)));
    fields.set("auth", variant("RequestAuth", declaration, &[block, "auth"], &[("bearer", "Bearer")]));
    let omit = declaration.choice(&[block, "omit"]);
    fields.set("omit", omit.map(|omit| Constant::List(vec![Constant::text(omit.word)])));
    if block == "authorization_request" {
        fields.set("params", parameters(declaration));
    }
    Some(fields.or(Constant::Path(format!("Metadata::DEFAULT.{block}"))))
}

fn parameters(declaration: &Declaration) -> Option<Constant> {
    Constant::list(declaration.parameters.iter().map(|parameter| {
        let value = |name, argument| Constant::call("ParameterValue", name, [argument]);
        let value = match &parameter.kind {
            ParameterKind::Fixed(text) => value("Fixed", Constant::text(&text.value)),
            ParameterKind::Optional => Constant::path("ParameterValue", "Optional"),
            ParameterKind::OneOf(values) => {
                let values = values.iter().map(|value| Constant::text(value.value_without_prefix()));
                value("OneOf", Constant::List(values.collect()))
            }
        };
        let mut fields = Fields::of("ParameterMetadata");
        fields.set("name", Some(Constant::text(&parameter.name.text)));
        fields.set("value", Some(value));
        fields.alone()
    }))
}

fn callback(declaration: &Declaration) -> Option<Constant> {
    let mut fields = Fields::of("CallbackFormat");
    fields.set("iss_required", declaration.choice(&["callback", "iss"]).map(|_| Constant::Bool(true)));
    fields.or_default()
}

fn token_response(declaration: &Declaration) -> Option<Constant> {
    let response = declaration.get("token_response")?;
    let mut expires_in = Fields::of("ExpiryFormat");
    let absent =
        variant("AbsentExpiry", declaration, &["token_response", "expires_in"], &[("never", "Never")]);
    expires_in.set("absent", absent);
    let mut fields = Fields::of("TokenResponseFormat");
    fields.set("expires_in", expires_in.or_default());
    fields.set(
        "bearer_aliases",
        Constant::text_list(declaration.aliases.iter().map(|alias| alias.value.as_str())),
    );
    let renamed = response.get("fields").map(Entry::words).unwrap_or_default().iter();
    let renamed = renamed.filter_map(|field| Some(Constant::texts(field.word, field.text()?.value.as_str())));
    fields.set("fields", Constant::list(renamed));
    fields.or_default()
}

fn introspection_response(declaration: &Declaration) -> Option<Constant> {
    let path = ["introspection_response", "active"];
    let active = variant("ActiveFormat", declaration, &path, &[("status", "Status")])?;
    let mut fields = Fields::of("IntrospectionResponseFormat");
    fields.set("active", Some(active));
    Some(fields.alone())
}

fn error_response(declaration: &Declaration) -> Option<Constant> {
    let mut fields = Fields::of("ErrorResponseFormat");
    fields.set("text", declaration.choice(&["error_response", "format"]).map(|_| Constant::Bool(true)));
    fields.or_default()
}

fn bearer(declaration: &Declaration) -> Option<Constant> {
    let mut fields = Fields::of("BearerFormat");
    let headers = declaration
        .headers
        .iter()
        .map(|header| Constant::texts(header.name.value.as_str(), header.value.value.as_str()));
    fields.set("headers", Constant::list(headers));
    fields.or_default()
}

fn deviations(provider: &Provider<'_>) -> Option<Constant> {
    Constant::list(provider.deviations.iter().map(|(departure, because)| {
        let mut fields = Fields::of("Deviation");
        fields.set("what", Some(Constant::text(departure.what())));
        fields.set("rule", Some(Constant::text(departure.rule())));
        fields.set("because", Some(Constant::text(because)));
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
