//! The macros of `oauth-core`: [`macro@oauth_provider`] and [`macro@UrlVariable`]. Use them
//! through `oauth_core`.

#[cfg(by_hand)]
extern crate proc_macro;

mod constant;
mod docs;
mod errors;
mod expand;
mod fallback;
mod ide;
mod input;
mod source;
mod syntax;
#[cfg(test)]
mod tests;
mod url_variable;
mod validate;

use errors::Errors;
use input::Input;
use oauth_declaration::{Diagnostics, Provider};
use proc_macro2::{TokenStream, TokenTree};
use quote::quote;
use source::Source;
use syn::DeriveInput;

/// Declares an OAuth 2.0 provider on a struct.
#[doc = include_str!("../docs/grammar.md")]
#[cfg(not(by_hand))]
#[proc_macro_attribute]
pub fn oauth_provider(
    args: proc_macro::TokenStream,
    item: proc_macro::TokenStream,
) -> proc_macro::TokenStream {
    provider(args.into(), item.into()).into()
}

/// Lets an enum stand for a `{variable}` in an endpoint URL, one literal per variant.
#[doc = include_str!("../docs/url_variable.md")]
#[cfg(not(by_hand))]
#[proc_macro_derive(UrlVariable, attributes(url))]
pub fn url_variable(item: proc_macro::TokenStream) -> proc_macro::TokenStream {
    url_variable::derive(item.into()).into()
}

/// The macros as functions, for `tests/fuzz`, where these sources are no proc-macro crate.
#[cfg(by_hand)]
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
    let mut errors = Errors::default();
    let Ok(parsed) = syn::parse2::<DeriveInput>(item.clone()) else {
        return not_a_type(errors, item);
    };
    let mut source = Source::default();
    let items = syntax::items(&mut source, args);
    let subject = input::subject(&mut source, &parsed);

    let mut mistakes = Diagnostics::default();
    let declaration = oauth_declaration::parse(&mut mistakes, items.clone());
    oauth_declaration::validate(&mut mistakes, &declaration, &subject);
    validate::item(&mut errors, &parsed, &declaration, &source);
    errors.extend(&source, mistakes);

    let provider = Provider::new(&declaration, &subject);
    let input = Input::new(&mut errors, provider, &parsed, &source);
    let hints = ide::hints(&input.core, &source, &items);
    let expansion = match errors.finish() {
        None => expand::provider(&input),
        Some(errors) => fallback::provider(&errors, &input),
    };
    quote!(#hints #expansion)
}

// case: item/function
// case: item/trait
fn not_a_type(mut errors: Errors, item: TokenStream) -> TokenStream {
    // The word that says what it is stands behind attributes and `pub`.
    let is_word = |token: &TokenTree| matches!(token, TokenTree::Ident(word) if word != "pub");
    let mut tokens = item.clone().into_iter();
    let first = tokens.clone().next();
    let span = tokens.find(is_word).or(first).map_or_else(proc_macro2::Span::call_site, |token| token.span());
    errors.error(span, "`#[oauth_provider]` declares a provider on a struct; write `struct Name;` below it");
    let errors = errors.finish();
    quote!(#errors #item)
}
