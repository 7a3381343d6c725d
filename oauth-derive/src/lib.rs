//! The macros of `oauth-core`: [`macro@oauth_provider`] and [`macro@UrlVariable`]. Use them
//! through `oauth_core`.

#[cfg(fuzzing)]
extern crate proc_macro;

mod attr;
mod declaration;
mod diagnostics;
mod docs;
mod expand;
mod fallback;
mod ide;
mod keyword;
mod metadata;
mod provider;
mod read;
mod syntax;
mod template;
#[cfg(test)]
mod tests;
mod url_variable;
mod validate;
mod vocabulary;

use diagnostics::Diagnostics;
use proc_macro2::TokenStream;
use provider::Provider;
use quote::quote;
use syn::DeriveInput;

/// Declares an OAuth 2.0 provider on a struct.
#[doc = include_str!("../docs/grammar.md")]
#[cfg(not(fuzzing))]
#[proc_macro_attribute]
pub fn oauth_provider(
    args: proc_macro::TokenStream,
    item: proc_macro::TokenStream,
) -> proc_macro::TokenStream {
    provider(args.into(), item.into()).into()
}

/// Lets an enum stand for a `{variable}` in an endpoint URL, one literal per variant.
#[doc = include_str!("../docs/url_variable.md")]
#[cfg(not(fuzzing))]
#[proc_macro_derive(UrlVariable, attributes(url))]
pub fn url_variable(item: proc_macro::TokenStream) -> proc_macro::TokenStream {
    url_variable::derive(item.into()).into()
}

/// The macros as functions, for `tests/fuzz`, where these sources are no proc-macro crate.
#[cfg(fuzzing)]
#[doc(hidden)]
pub mod by_hand {
    use proc_macro2::TokenStream;

    pub fn oauth_provider(args: TokenStream, item: TokenStream) -> TokenStream {
        super::provider(args, item)
    }

    pub fn url_variable(item: TokenStream) -> TokenStream {
        super::url_variable::derive(item)
    }
}

fn provider(args: TokenStream, item: TokenStream) -> TokenStream {
    let mut dx = Diagnostics::default();
    let Ok(parsed) = syn::parse2::<DeriveInput>(item.clone()) else {
        return not_a_type(dx, item);
    };
    let declaration = attr::parse(&mut dx, args.clone());
    validate::provider(&mut dx, &declaration, &parsed);
    let provider = Provider::new(&declaration, &parsed);
    let hints = ide::hints(&provider.core, args);
    let expansion = match dx.finish() {
        None => expand::provider(&provider),
        Some(errors) => fallback::provider(&errors, &provider),
    };
    quote!(#hints #expansion)
}

// case: item/function
fn not_a_type(mut dx: Diagnostics, item: TokenStream) -> TokenStream {
    let first = item.clone().into_iter().next();
    let span = first.map_or_else(proc_macro2::Span::call_site, |token| token.span());
    dx.error(span, "`#[oauth_provider]` declares a provider on a struct; write `struct Name;` below it");
    let errors = dx.finish();
    quote!(#errors #item)
}
