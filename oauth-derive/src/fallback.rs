//! What stands in for a provider whose declaration is wrong: the errors, the item, and impls that
//! accept every use, so that nothing else is reported.

use crate::expand::{name_constants, parameter_constants, scope_constant, types};
use crate::input::{Input, fields, is_conditional, is_declaration};
use oauth_declaration::provider::{Allowed, Scope};
use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::{GenericParam, Generics, Ident, parse_quote};

/// The errors and the permissive impls.
pub(crate) fn provider(errors: &TokenStream, input: &Input<'_>) -> TokenStream {
    let core = &input.core;
    let mut item = input.item.clone();
    // A second declaration would be expanded after this one.
    item.attrs.retain(|attribute| !is_declaration(attribute));
    let name = &item.ident;
    let mut generics = item.generics.clone();
    if !generics.params.is_empty() {
        let (_, arguments, _) = item.generics.split_for_impl();
        let bounds = parse_quote!(#name #arguments: ::core::marker::Send + ::core::marker::Sync + 'static);
        generics.make_where_clause().predicates.push(bounds);
    }
    let (parameters, arguments, bounds) = generics.split_for_impl();
    let any = with_parameters(&generics, &["__Any"]);
    let (any, ..) = any.split_for_impl();
    let any_two = with_parameters(&generics, &["__Grant", "__Credential"]);
    let (any_two, ..) = any_two.split_for_impl();
    // One under `#[cfg]` may not be there.
    let is_there = |field: &&Ident| !is_conditional(&item, field);
    let fields = fields(&item).into_iter().map(|(field, _)| field).filter(is_there);
    let types = types(input);
    let constants = constants(input);
    quote! {
        #errors
        #item
        #[automatically_derived]
        impl #parameters #core::Provider for #name #arguments #bounds {
            #types
            fn metadata(&self) -> &'static #core::Metadata {
                &#core::Metadata::DEFAULT
            }
            fn variables(&self, _: &mut #core::Variables) {
                // Counts as a use of the fields.
                let _ = (#(&self.#fields,)*);
            }
        }
        #[automatically_derived]
        impl #any_two #core::Supports<__Grant, __Credential> for #name #arguments #bounds {}
        #[automatically_derived]
        impl #any #core::Accepts<__Any> for #name #arguments #bounds {}
        #[automatically_derived]
        impl #any #core::HasEndpoint<__Any> for #name #arguments #bounds {}
        impl #parameters #core::RevokedBy<#name #arguments> for #core::AccessToken<#name #arguments> #bounds {}
        impl #parameters #core::RevokedBy<#name #arguments> for #core::RefreshToken<#name #arguments> #bounds {}
        #[automatically_derived]
        impl #parameters #core::CustomScopes for #name #arguments #bounds {}
        #[allow(dead_code)]
        impl #parameters #name #arguments #bounds { #constants }
    }
}

/// The generics with more type parameters; `split_for_impl` drops the defaults of the others.
pub(crate) fn with_parameters(generics: &Generics, names: &[&str]) -> Generics {
    let mut generics = generics.clone();
    let parameter = |name: &&str| GenericParam::Type(Ident::new(name, Span::call_site()).into());
    generics.params.extend(names.iter().map(parameter));
    generics
}

/// The constants of the scopes and parameters, each name once and open to every grant.
fn constants(input: &Input<'_>) -> TokenStream {
    let mut names = Vec::new();
    let mut constants = TokenStream::new();
    for scope in &input.provider.scopes {
        if !names.contains(&&scope.constant) {
            names.push(&scope.constant);
            let Scope { constant, value, .. } = scope;
            let open = Scope { constant: constant.clone(), value: value.clone(), allowed: Allowed::All };
            constants.extend(scope_constant(input, &open, None));
        }
    }
    for parameter in &input.provider.constants {
        if !names.contains(&&parameter.constant) {
            names.push(&parameter.constant);
            constants.extend(parameter_constants(input, std::slice::from_ref(parameter)));
        }
    }
    for named in &input.provider.names {
        if !names.contains(&&named.constant) {
            names.push(&named.constant);
            constants.extend(name_constants(input, std::slice::from_ref(named)));
        }
    }
    constants
}
