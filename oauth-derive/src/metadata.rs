//! [`Provider`] → the constant `Metadata`. What equals the default is left out. `m` is
//! `oauth_core::metadata`, imported next to the constant.

use crate::declaration::{Declaration, ParameterKind};
use crate::provider::{Allowed, Grant, Provider, Scope};
use crate::read::Entry;
use crate::vocabulary::{ClientAuth, GrantType};
use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::Ident;

/// The value of the constant.
pub(crate) fn metadata(provider: &Provider<'_>) -> TokenStream {
    let declaration = provider.declaration;
    let name = provider.item.ident.to_string();
    let mut fields = quote!(name: #name,);
    let mut field = |field: &str, value: Option<TokenStream>| {
        let field = ident(field);
        fields.extend(value.map(|value| quote!(#field: #value,)));
    };

    for url in &declaration.urls {
        field(url.endpoint.key(), Some(some(&url.text.value)));
    }
    field("grants", list(provider.grants.iter().map(grant)));
    field("client_auth", list(provider.client_auth.iter().map(|method| client_auth(*method))));
    field("scopes", list(provider.scopes.iter().map(scope)));
    field("scope_delimiter", delimiter(declaration));
    field("custom_scopes", declaration.get("custom_scopes").map(|_| quote!(true)));
    field("pkce", variant("Pkce", declaration, &["pkce"], &[("required", "Required"), ("none", "None")]));
    field(
        "redirect_uri",
        variant("RedirectUriKind", declaration, &["redirect_uri"], &[("opaque", "Opaque")]),
    );
    field("ssrf", variant("AddressPolicy", declaration, &["ssrf"], &[("deny_private", "DenyPrivate")]));
    for block in ["authorization_request", "revocation_request", "introspection_request"] {
        field(block, request(provider, block));
    }
    let iss = declaration.choice(&["callback", "iss"]);
    field(
        "callback",
        iss.map(|_| quote!(m::CallbackFormat { iss_required: true, ..m::CallbackFormat::DEFAULT })),
    );
    field("token_response", token_response(declaration));
    let active =
        variant("ActiveFormat", declaration, &["introspection_response", "active"], &[("status", "Status")]);
    field(
        "introspection_response",
        active.map(|active| quote!(m::IntrospectionResponseFormat { active: #active })),
    );
    field(
        "error_response",
        declaration
            .choice(&["error_response", "format"])
            .map(|_| quote!(m::ErrorResponseFormat { text: true, ..m::ErrorResponseFormat::DEFAULT })),
    );
    field("bearer", bearer(declaration));
    field("deviations", deviations(provider));
    quote!(m::Metadata { #fields ..m::Metadata::DEFAULT })
}

fn ident(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}

fn some(value: &str) -> TokenStream {
    quote!(::core::option::Option::Some(#value))
}

/// `&[…]`, or nothing for an empty list.
fn list(items: impl Iterator<Item = TokenStream>) -> Option<TokenStream> {
    let items: Vec<_> = items.collect();
    (!items.is_empty()).then(|| quote!(&[#(#items),*]))
}

/// The variant of an enum that stands for a declared choice, unless it is the default.
fn variant(
    of: &str,
    declaration: &Declaration,
    path: &[&str],
    variants: &[(&str, &str)],
) -> Option<TokenStream> {
    let choice = declaration.choice(path)?;
    let (_, variant) = variants.iter().find(|(word, _)| *word == choice.word)?;
    let (of, variant) = (ident(of), ident(variant));
    Some(quote!(m::#of::#variant))
}

fn delimiter(declaration: &Declaration) -> Option<TokenStream> {
    let delimiter = declaration.text("scope_delimiter")?.value.chars().next()?;
    (delimiter != ' ').then(|| quote!(#delimiter))
}

fn client_auth(method: ClientAuth) -> TokenStream {
    let method = match method {
        ClientAuth::Basic { raw: false } => quote!(ClientSecretBasic(m::BasicEncoding::Form)),
        ClientAuth::Basic { raw: true } => quote!(ClientSecretBasic(m::BasicEncoding::Raw)),
        ClientAuth::Post => quote!(ClientSecretPost),
        ClientAuth::None => quote!(None),
    };
    quote!(m::ClientAuth::#method)
}

fn grant_type(grant_type: GrantType) -> TokenStream {
    let constant = ident(&grant_type.word().to_uppercase());
    quote!(m::GrantType::#constant)
}

fn grant(grant: &Grant) -> TokenStream {
    let grant_type = grant_type(grant.grant_type);
    let methods = grant.client_auth.iter().map(|method| client_auth(*method));
    let new = quote!(m::GrantMetadata::new(#grant_type, &[#(#methods),*]));

    let default_scopes = list(grant.default_scopes.iter().map(|scope| quote!(#scope)));
    let default_scopes = default_scopes.map(|list| quote!(default_scopes: #list,));
    let issues = grant.issues_refresh_token.then(|| quote!(issues_refresh_token: true,));
    let sends_scope = grant
        .sends_scope
        .then(|| quote!(request: m::RequestFormat { send: &["scope"], ..m::RequestFormat::DEFAULT },));
    let rotation = match grant.rotation {
        Some("strict") => Some(quote!(rotation: m::Rotation::Strict,)),
        Some("none") => Some(quote!(rotation: m::Rotation::None,)),
        _ => None,
    };
    let fields = quote!(#default_scopes #issues #sends_scope #rotation);
    if fields.is_empty() { new } else { quote!(m::GrantMetadata { #fields ..#new }) }
}

fn scope(scope: &Scope) -> TokenStream {
    let value = &scope.value;
    let grants = match &scope.allowed {
        Allowed::All => Vec::new(),
        Allowed::Only(grants) => grants.iter().map(|grant| grant_type(*grant)).collect(),
    };
    quote!(m::ScopeMetadata::new(#value, &[#(#grants),*]))
}

fn request(provider: &Provider<'_>, block: &str) -> Option<TokenStream> {
    let declaration = provider.declaration;
    let entry = declaration.get(block)?;
    let methods = entry.get("method").map(Entry::words).unwrap_or_default().iter().map(|method| {
        let method = ident(if method.word == "post" { "Post" } else { "Get" });
        quote!(m::Method::#method)
    });
    let method = list(methods).map(|list| quote!(method: #list,));
    let auth = variant("RequestAuth", declaration, &[block, "auth"], &[("bearer", "Bearer")]);
    let auth = auth.map(|auth| quote!(auth: #auth,));
    let omit = declaration.choice(&[block, "omit"]).map(|omit| omit.word);
    let omit = omit.map(|word| quote!(omit: &[#word],));
    let is_authorization = block == "authorization_request";
    let params = if is_authorization { parameters(declaration) } else { None };
    let params = params.map(|list| quote!(params: #list,));
    let block = ident(block);
    Some(quote! {
        m::RequestFormat { #method #auth #omit #params ..m::Metadata::DEFAULT.#block }
    })
}

fn parameters(declaration: &Declaration) -> Option<TokenStream> {
    list(declaration.parameters.iter().map(|parameter| {
        let name = parameter.name.to_string();
        let value = match &parameter.kind {
            ParameterKind::Fixed(text) => {
                let value = &text.value;
                quote!(Fixed(#value))
            }
            ParameterKind::Optional => quote!(Optional),
            ParameterKind::OneOf(values) => {
                let values = values.iter().map(|value| value.value_without_prefix());
                quote!(OneOf(&[#(#values),*]))
            }
        };
        quote!(m::ParameterMetadata { name: #name, value: m::ParameterValue::#value })
    }))
}

fn token_response(declaration: &Declaration) -> Option<TokenStream> {
    let response = declaration.get("token_response")?;
    let expires_in = response.get("expires_in").and_then(Entry::choice);
    let expires_in = expires_in.map(|_| quote!(expires_in: m::ExpiryFormat { absent: m::AbsentExpiry::Never, ..m::ExpiryFormat::DEFAULT },));
    let aliases = list(declaration.aliases.iter().map(|alias| {
        let alias = &alias.value;
        quote!(#alias)
    }));
    let aliases = aliases.map(|list| quote!(bearer_aliases: #list,));
    let lifetime = response.get("fields").and_then(|fields| fields.get("refresh_token_expires_in")?.text());
    let lifetime = lifetime.map(|member| {
        let member = &member.value;
        quote!(fields: &[("refresh_token_expires_in", #member)],)
    });
    let base = quote!(..m::TokenResponseFormat::DEFAULT);
    let fields = quote!(#expires_in #aliases #lifetime);
    (!fields.is_empty()).then(|| quote!(m::TokenResponseFormat { #fields #base }))
}

fn bearer(declaration: &Declaration) -> Option<TokenStream> {
    let headers = list(declaration.headers.iter().map(|header| {
        let (name, value) = (&header.name.value, &header.value.value);
        quote!((#name, #value))
    }))?;
    Some(quote!(m::BearerFormat { headers: #headers, ..m::BearerFormat::DEFAULT }))
}

fn deviations(provider: &Provider<'_>) -> Option<TokenStream> {
    list(provider.deviations.iter().map(|(departure, because)| {
        let (what, rule) = (departure.what(), departure.rule());
        quote!(m::Deviation { what: #what, rule: #rule, because: #because })
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
