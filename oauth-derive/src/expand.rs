//! [`Input`] → tokens. Cannot fail, and writes no logic: constants, empty impls, and a line
//! for each URL variable.

use crate::input::{Input, fields};
use crate::{constant, docs};
use oauth_declaration::provider::{Allowed, ConstantKind, NameConstant, ParameterConstant, Scope, Variable};
use oauth_declaration::vocabulary::{Endpoint, GrantType};
use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::{Ident, TypePath};

/// The whole expansion but the hints for editors.
pub(crate) fn provider(input: &Input<'_>) -> TokenStream {
    let item = item(input);
    let implementation = implementation(input);
    let capabilities = capabilities(input);
    let constants = constants(input);
    quote!(#item #implementation #capabilities #constants)
}

/// The struct, with a summary of the declaration at the end of its documentation.
fn item(input: &Input<'_>) -> TokenStream {
    let mut item = input.item.clone();
    let summary = docs::summary(&input.provider);
    item.attrs.push(syn::parse_quote!(#[doc = #summary]));
    item.into_token_stream()
}

fn implementation(input: &Input<'_>) -> TokenStream {
    let (name, core) = (&input.item.ident, &input.core);
    let types = types(input);
    let metadata = constant::expression(input, &oauth_declaration::metadata(&input.provider));
    let (variables, hook) = (variables(input), hook(input));
    quote! {
        #[automatically_derived]
        impl #core::Provider for #name {
            #types
            fn metadata(&self) -> &'static #core::Metadata {
                use #core::metadata as m;
                // A part that has all its fields written out still ends with the default.
                #[allow(clippy::needless_update)]
                const METADATA: m::Metadata = #metadata;
                &METADATA
            }
            #variables
            #hook
        }
    }
}

/// The associated types of `Provider`.
pub(crate) fn types(input: &Input<'_>) -> TokenStream {
    let core = &input.core;
    let auth = Ident::new(input.provider.auth.name(), Span::call_site());
    // A type that can't stand there, such as a private one, is reported where it is written.
    // case: message/extra_is_private
    let extra = |name: &str, written: Option<&TypePath>| {
        let span = written.map_or_else(Span::call_site, Spanned::span);
        let name = Ident::new(name, span);
        let ty = written.map_or_else(|| quote!(#core::NoExtra), |ty| quote!(#ty));
        quote_spanned!(span=> type #name = #ty;)
    };
    let token = extra("Extra", input.token_extra.as_ref());
    let details = extra("TokenDetails", input.introspection_extra.as_ref());
    quote! {
        type Auth = #core::#auth;
        #token
        #details
    }
}

fn variables(input: &Input<'_>) -> Option<TokenStream> {
    let core = &input.core;
    let fields = fields(input.item);
    let set = input.provider.variables.iter().filter_map(|variable| {
        let Variable { name, field, part, place, at } = variable;
        let (field, ty) = fields.iter().find(|(known, _)| known.unraw() == field)?;
        let place = Ident::new(place.marker(), Span::call_site());
        // A type that may not stand in a URL is reported where it is written, and a name that its type
        // does not have where it is cited.
        // case: endpoint/string_for_a_variable
        // case: endpoint/label_for_a_host
        // case: endpoint/unknown_name
        // case: template/type_that_is_no_text
        Some(match part {
            None => quote_spanned!(ty.span()=> variables.set::<#core::#place, #ty>(#name, &self.#field);),
            Some(part) => {
                let span = input.span(*at);
                let part = syn::parse_str(part).unwrap_or_else(|_| Ident::new_raw(part, span));
                let part = with_span(part, span);
                quote_spanned!(ty.span()=> variables.set_named::<#ty>(#name, self.#field.#part());)
            }
        })
    });
    (!input.provider.variables.is_empty()).then(|| {
        quote! {
            fn variables(&self, variables: &mut #core::Variables) {
                #(#set)*
            }
        }
    })
}

fn with_span(mut name: Ident, span: Span) -> Ident {
    name.set_span(span);
    name
}

// case: hook/type_that_is_no_hook
fn hook(input: &Input<'_>) -> Option<TokenStream> {
    let core = &input.core;
    let hook = input.provider.declaration.hook.as_ref()?;
    let fields = fields(input.item);
    let (field, ty) = fields.iter().find(|(known, _)| known.unraw() == hook.text)?;
    Some(quote_spanned! {ty.span()=>
        fn hook(&self) -> ::core::option::Option<#core::__private::Hook> {
            #core::__private::hook::<#ty>(&self.#field)
        }
    })
}

/// The empty impls. Each grant and endpoint has the span of its word, so that an error at a use
/// quotes what the declaration does offer.
fn capabilities(input: &Input<'_>) -> TokenStream {
    let core = &input.core;
    let mut impls = TokenStream::new();
    for grant in &input.provider.grants {
        let span = input.span(grant.at);
        let name = Ident::new(&input.item.ident.to_string(), span);
        let marker = grant_marker(grant.grant_type);
        for credential in grant.credentials() {
            let credential = Ident::new(credential.name(), span);
            impls.extend(quote_spanned! {span=>
                #[automatically_derived]
                impl #core::Supports<#core::grant::#marker, #core::#credential> for #name {}
            });
        }
    }
    let name = &input.item.ident;
    for credential in &input.provider.credentials {
        let credential = Ident::new(credential.name(), Span::call_site());
        impls.extend(quote! {
            #[automatically_derived]
            impl #core::Accepts<#core::#credential> for #name {}
        });
    }
    for (marker, span) in endpoints(input) {
        let name = Ident::new(&name.to_string(), span);
        let marker = Ident::new(marker, span);
        impls.extend(quote_spanned! {span=>
            #[automatically_derived]
            impl #core::HasEndpoint<#core::endpoint::#marker> for #name {}
        });
    }
    for (token, at) in input.provider.declaration.revocable() {
        let span = input.span(at);
        let (token, name) = (Ident::new(token, span), Ident::new(&name.to_string(), span));
        impls.extend(quote_spanned!(span=> impl #core::RevokedBy<#name> for #core::#token<#name> {}));
    }
    if input.provider.declaration.get("custom_scopes").is_some() {
        impls.extend(quote! {
            #[automatically_derived]
            impl #core::CustomScopes for #name {}
        });
    }
    impls
}

fn endpoints(input: &Input<'_>) -> Vec<(&'static str, Span)> {
    let mut endpoints = Vec::new();
    for url in &input.provider.declaration.urls {
        endpoints.extend(url.endpoint.marker().map(|marker| (marker, input.span(url.key.at))));
        if url.endpoint == Endpoint::Authorization
            && let Some(method) = input
                .provider
                .declaration
                .get("authorization_request")
                .and_then(|request| request.get("method"))
            && let Some(post) = method.get("post")
        {
            endpoints.push(("AuthorizationByPost", input.span(post.name.at)));
        }
    }
    // Where the API is, an answer tells.
    if let Some(base) = input.provider.declaration.learnt_api_base() {
        endpoints.push(("Api", input.span(base.name.at)));
    }
    endpoints
}

/// The associated constants for scopes and parameters.
fn constants(input: &Input<'_>) -> TokenStream {
    let core = &input.core;
    let mut constants = TokenStream::new();
    let mut sets: Vec<&[GrantType]> = Vec::new();
    for scope in &input.provider.scopes {
        match &scope.allowed {
            Allowed::All => constants.extend(scope_constant(input, scope, None)),
            Allowed::Only(grants) => match grants.as_slice() {
                [grant] => {
                    let marker = grant_marker(*grant);
                    constants.extend(scope_constant(input, scope, Some(quote!(#core::grant::#marker))));
                }
                several if !sets.contains(&several) => sets.push(several),
                _ => {}
            },
        }
    }
    constants.extend(parameter_constants(input, &input.provider.constants));
    constants.extend(name_constants(input, &input.provider.names));
    let constants = inherent(input, constants);
    let limited = sets.into_iter().map(|grants| limited(input, grants));
    quote!(#constants #(#limited)*)
}

/// The scopes that several grants, but not all, may ask for, with the marker for this set.
fn limited(input: &Input<'_>, grants: &[GrantType]) -> TokenStream {
    let core = &input.core;
    let markers: Vec<_> = grants.iter().copied().map(grant_marker).collect();
    let names: Vec<_> = markers.iter().map(Ident::to_string).collect();
    let set = Ident::new(&names.join("Or"), Span::call_site());
    let doc = format!(" Limits a scope to {}.", docs::words(grants));
    let scopes: Vec<_> = input
        .provider
        .scopes
        .iter()
        .filter(|scope| scope.allowed == Allowed::Only(grants.to_vec()))
        .collect();
    let span = scopes.first().map_or_else(Span::call_site, |scope| input.span(scope.constant.at));
    // Whole impls with the span of the first scope, so that an error at a use quotes it.
    let set_there = Ident::new(&set.to_string(), span);
    let allowed = markers
        .iter()
        .map(|marker| quote_spanned!(span=> impl #core::AllowedIn<#core::grant::#marker> for #set_there {}));
    let constants = scopes.into_iter().map(|scope| scope_constant(input, scope, Some(quote!(#set))));
    let constants = inherent(input, constants.collect());
    quote! {
        const _: () = {
            #[doc = #doc]
            #[derive(::core::fmt::Debug)]
            #[allow(unreachable_pub)]
            pub enum #set {}
            #(#allowed)*
            #constants
        };
    }
}

fn inherent(input: &Input<'_>, constants: TokenStream) -> Option<TokenStream> {
    let name = &input.item.ident;
    // A provider that is private to its crate need not use all its constants.
    (!constants.is_empty()).then(|| {
        quote! {
            #[allow(dead_code)]
            impl #name { #constants }
        }
    })
}

/// The constant for a scope; `limit` is its second type parameter.
pub(crate) fn scope_constant(input: &Input<'_>, scope: &Scope, limit: Option<TokenStream>) -> TokenStream {
    let (core, visibility) = (&input.core, &input.item.vis);
    let Scope { constant, value, allowed } = scope;
    let constant = input.ident(constant);
    let doc = match allowed {
        Allowed::All => format!(" The scope `{value}`."),
        Allowed::Only(grants) => format!(" The scope `{value}`, which {} may ask for.", docs::words(grants)),
    };
    let limit = limit.into_iter();
    quote! {
        #[doc = #doc]
        #visibility const #constant: #core::Scope<Self #(, #limit)*> = #core::Scope::declared(#value);
    }
}

/// The constants for parameters.
pub(crate) fn parameter_constants(input: &Input<'_>, constants: &[ParameterConstant]) -> TokenStream {
    let (core, visibility) = (&input.core, &input.item.vis);
    let constant = |parameter: &ParameterConstant| {
        let ParameterConstant { constant, name, kind, marker: (module, marker) } = parameter;
        let constant = input.ident(constant);
        let call_site = |name: &str| Ident::new(name, Span::call_site());
        let (module, marker) = (call_site(module), call_site(marker));
        let (of, doc) = match kind {
            ConstantKind::Value(value) => {
                ("Parameter", format!(" The parameter `{name}` with the value `{value}`."))
            }
            ConstantKind::Name => ("ParameterName", format!(" The parameter `{name}`.")),
            ConstantKind::Scopes => {
                ("ScopeParameter", format!(" The parameter `{name}`, which holds scopes."))
            }
        };
        let of = call_site(of);
        let value = if let ConstantKind::Value(value) = kind { Some(quote!(, #value)) } else { None };
        quote! {
            #[doc = #doc]
            #visibility const #constant: #core::#of<Self, #core::#module::#marker> =
                #core::#of::declared(#name #value);
        }
    };
    constants.iter().map(constant).collect()
}

/// The constants for what comes back beside the standard.
pub(crate) fn name_constants(input: &Input<'_>, constants: &[NameConstant]) -> TokenStream {
    let (core, visibility) = (&input.core, &input.item.vis);
    let constant = |named: &NameConstant| {
        let NameConstant { constant, of, name } = named;
        let (constant, of_type) = (input.ident(constant), Ident::new(of, Span::call_site()));
        let doc = match *of {
            "AlsoIssued" => format!(" The tokens at `{name}` of a token answer."),
            _ => format!(" The parameter `{name}` of the callback."),
        };
        quote! {
            #[doc = #doc]
            #visibility const #constant: #core::#of_type<Self> = #core::#of_type::declared(#name);
        }
    };
    constants.iter().map(constant).collect()
}

fn grant_marker(grant_type: GrantType) -> Ident {
    Ident::new(grant_type.marker(), Span::call_site())
}
