//! [`Provider`] → the constant `Metadata`. What equals the default is left out.

use crate::declaration::{Declaration, ParameterKind};
use crate::provider::{Allowed, Grant, Provider, Scope};
use crate::read::Entry;
use crate::vocabulary::{ClientAuth, GrantType};
use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::Ident;

/// The value of the constant.
pub(crate) fn metadata(provider: &Provider<'_>) -> TokenStream {
    let (core, declaration) = (&provider.core, provider.declaration);
    let root = &quote!(#core::metadata);
    let name = provider.item.ident.to_string();
    let mut fields = quote!(name: #name,);
    let mut field = |field: &str, value: Option<TokenStream>| {
        let field = ident(field);
        fields.extend(value.map(|value| quote!(#field: #value,)));
    };

    for url in &declaration.urls {
        field(url.endpoint.key(), Some(some(&url.text.value)));
    }
    field("grants", list(provider.grants.iter().map(|written| grant(root, written))));
    field("client_auth", list(provider.client_auth.iter().map(|method| client_auth(root, *method))));
    field("scopes", list(provider.scopes.iter().map(|written| scope(root, written))));
    field("scope_delimiter", delimiter(declaration));
    field("custom_scopes", declaration.get("custom_scopes").map(|_| quote!(true)));
    field(
        "pkce",
        variant(root, "Pkce", declaration, &["pkce"], &[("required", "Required"), ("none", "None")]),
    );
    field(
        "redirect_uri",
        variant(root, "RedirectUriKind", declaration, &["redirect_uri"], &[("opaque", "Opaque")]),
    );
    field("ssrf", variant(root, "AddressPolicy", declaration, &["ssrf"], &[("deny_private", "DenyPrivate")]));
    for block in ["authorization_request", "revocation_request", "introspection_request"] {
        field(block, request(provider, block));
    }
    let iss = declaration.choice(&["callback", "iss"]);
    field("callback", iss.map(|_| quote!(#root::CallbackFormat { iss_required: true })));
    field("token_response", token_response(root, declaration));
    let active = variant(
        root,
        "ActiveFormat",
        declaration,
        &["introspection_response", "active"],
        &[("status", "Status")],
    );
    field(
        "introspection_response",
        active.map(|active| quote!(#root::IntrospectionResponseFormat { active: #active })),
    );
    field(
        "error_response",
        variant(root, "ErrorResponseFormat", declaration, &["error_response", "format"], &[("text", "Text")]),
    );
    field("bearer", bearer(root, declaration));
    field("deviations", deviations(root, provider));
    quote!(#core::Metadata { #fields ..#core::Metadata::DEFAULT })
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
    root: &TokenStream,
    of: &str,
    declaration: &Declaration,
    path: &[&str],
    variants: &[(&str, &str)],
) -> Option<TokenStream> {
    let choice = declaration.choice(path)?;
    let (_, variant) = variants.iter().find(|(word, _)| *word == choice.word)?;
    let (of, variant) = (ident(of), ident(variant));
    Some(quote!(#root::#of::#variant))
}

fn delimiter(declaration: &Declaration) -> Option<TokenStream> {
    let delimiter = declaration.text("scope_delimiter")?.value.chars().next()?;
    (delimiter != ' ').then(|| quote!(#delimiter))
}

fn client_auth(root: &TokenStream, method: ClientAuth) -> TokenStream {
    let method = match method {
        ClientAuth::Basic { raw: false } => quote!(ClientSecretBasic(#root::BasicEncoding::Form)),
        ClientAuth::Basic { raw: true } => quote!(ClientSecretBasic(#root::BasicEncoding::Raw)),
        ClientAuth::Post => quote!(ClientSecretPost),
        ClientAuth::None => quote!(None),
    };
    quote!(#root::ClientAuth::#method)
}

fn grant_type(root: &TokenStream, grant_type: GrantType) -> TokenStream {
    let variant = ident(grant_type.variant());
    quote!(#root::GrantType::#variant)
}

fn grant(root: &TokenStream, grant: &Grant) -> TokenStream {
    let grant_type = grant_type(root, grant.grant_type);
    let methods = grant.client_auth.iter().map(|method| client_auth(root, *method));
    let new = quote!(#root::GrantMetadata::new(#grant_type, &[#(#methods),*]));

    let default_scopes = list(grant.default_scopes.iter().map(|scope| quote!(#scope)));
    let default_scopes = default_scopes.map(|list| quote!(default_scopes: #list,));
    let issues = grant.issues_refresh_token.then(|| quote!(issues_refresh_token: true,));
    let sends_scope = grant.sends_scope.then(|| quote!(sends_scope: true,));
    let rotation = match grant.rotation {
        Some("strict") => Some(quote!(rotation: #root::Rotation::Strict,)),
        Some("none") => Some(quote!(rotation: #root::Rotation::None,)),
        _ => None,
    };
    let fields = quote!(#default_scopes #issues #sends_scope #rotation);
    if fields.is_empty() { new } else { quote!(#root::GrantMetadata { #fields ..#new }) }
}

fn scope(root: &TokenStream, scope: &Scope) -> TokenStream {
    let value = &scope.value;
    let grants = match &scope.allowed {
        Allowed::All => Vec::new(),
        Allowed::Only(grants) => grants.iter().map(|grant| grant_type(root, *grant)).collect(),
    };
    quote!(#root::ScopeMetadata { value: #value, grants: &[#(#grants),*] })
}

fn request(provider: &Provider<'_>, block: &str) -> Option<TokenStream> {
    let (core, declaration) = (&provider.core, provider.declaration);
    let root = &quote!(#core::metadata);
    let entry = declaration.get(block)?;
    let methods = entry.get("method").map(Entry::words).unwrap_or_default().iter().map(|method| {
        let method = ident(if method.word == "post" { "Post" } else { "Get" });
        quote!(#root::Method::#method)
    });
    let method = list(methods).map(|list| quote!(method: #list,));
    let auth = variant(root, "RequestAuth", declaration, &[block, "auth"], &[("bearer", "Bearer")]);
    let auth = auth.map(|auth| quote!(auth: #auth,));
    let omit = declaration.choice(&[block, "omit"]).map(|omit| omit.word);
    let omit = omit.map(|word| quote!(omit: &[#word],));
    let is_authorization = block == "authorization_request";
    let params = if is_authorization { parameters(root, declaration) } else { None };
    let params = params.map(|list| quote!(params: #list,));
    let block = ident(block);
    Some(quote! {
        #root::RequestFormat { #method #auth #omit #params ..#core::Metadata::DEFAULT.#block }
    })
}

fn parameters(root: &TokenStream, declaration: &Declaration) -> Option<TokenStream> {
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
        quote!(#root::ParameterMetadata { name: #name, value: #root::ParameterValue::#value })
    }))
}

fn token_response(root: &TokenStream, declaration: &Declaration) -> Option<TokenStream> {
    let response = declaration.get("token_response")?;
    let expires_in = response.get("expires_in").and_then(Entry::choice);
    let expires_in = expires_in.map(|_| quote!(expires_in: #root::ExpiresInFormat::Never,));
    let aliases = list(declaration.aliases.iter().map(|alias| {
        let alias = &alias.value;
        quote!(#alias)
    }));
    let aliases = aliases.map(|list| quote!(bearer_aliases: #list,));
    let lifetime = response.get("fields").and_then(|fields| fields.get("refresh_token_expires_in")?.text());
    let lifetime = lifetime.map(|member| {
        let member = some(&member.value);
        quote!(refresh_token_expires_in: #member,)
    });
    let fields = quote!(#expires_in #aliases #lifetime);
    (!fields.is_empty())
        .then(|| quote!(#root::TokenResponseFormat { #fields ..#root::TokenResponseFormat::DEFAULT }))
}

fn bearer(root: &TokenStream, declaration: &Declaration) -> Option<TokenStream> {
    let headers = list(declaration.headers.iter().map(|header| {
        let (name, value) = (&header.name.value, &header.value.value);
        quote!((#name, #value))
    }))?;
    Some(quote!(#root::BearerFormat { headers: #headers }))
}

fn deviations(root: &TokenStream, provider: &Provider<'_>) -> Option<TokenStream> {
    list(provider.deviations.iter().map(|(departure, because)| {
        let (what, rule) = (departure.what(), departure.rule());
        quote!(#root::Deviation { what: #what, rule: #rule, because: #because })
    }))
}

#[cfg(test)]
mod tests {
    use crate::vocabulary::Endpoint;

    #[test]
    fn endpoints_are_in_the_order_of_the_metadata() {
        let source = include_str!("../../oauth-core/src/metadata.rs");
        let at = |endpoint: Endpoint| source.find(&format!("pub {}: Option", endpoint.key())).unwrap();
        assert!(Endpoint::ALL.map(at).is_sorted());
    }
}
