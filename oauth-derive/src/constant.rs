//! [`Constant`] → an expression. `m` is `oauth_core::metadata`, imported next to it.

use crate::input::{Input, fields};
use oauth_declaration::constant::Constant;
use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::Ident;
use syn::ext::IdentExt;
use syn::spanned::Spanned;

/// The expression.
pub(crate) fn expression(input: &Input<'_>, constant: &Constant) -> TokenStream {
    match constant {
        Constant::Bool(value) => quote!(#value),
        Constant::Char(value) => quote!(#value),
        Constant::Number(value) => {
            let value = proc_macro2::Literal::u64_unsuffixed(*value);
            quote!(#value)
        }
        Constant::Text(value) => quote!(#value),
        Constant::Some(value) => {
            let value = expression(input, value);
            quote!(::core::option::Option::Some(#value))
        }
        Constant::None => quote!(::core::option::Option::None),
        Constant::Values(field) => values(input, field),
        Constant::Reference(value) => {
            let value = expression(input, value);
            quote!(&#value)
        }
        Constant::List(items) => {
            let items = items.iter().map(|item| expression(input, item));
            quote!(&[#(#items),*])
        }
        Constant::Pair(pair) => {
            let (first, second) = (expression(input, &pair.0), expression(input, &pair.1));
            quote!((#first, #second))
        }
        Constant::Path(path) => self::path(path),
        Constant::Call(name, arguments) => {
            let (name, arguments) =
                (path(name), arguments.iter().map(|argument| expression(input, argument)));
            quote!(#name(#(#arguments),*))
        }
        Constant::Struct { name, fields, base } => {
            let name = path(name);
            let fields = fields.iter().map(|(field, value)| {
                let (field, value) = (ident(field), expression(input, value));
                quote!(#field: #value,)
            });
            let base = base.as_deref().map(|base| expression(input, base)).map(|base| quote!(..#base));
            quote!(#name { #(#fields)* #base })
        }
    }
}

/// The values of a field's type. One that has no list of them is reported where it is written, and a name
/// that its type does not have where it is cited.
// case: callback/learn_without_values
// case: callback/learn_unknown_name
fn values(input: &Input<'_>, field: &str) -> TokenStream {
    let core = &input.core;
    let named = fields(input.item).into_iter().find(|(name, _)| name.unraw() == field);
    // A name that is no field has been reported.
    let Some((_, ty)) = named else { return quote!(&[]) };
    let values = quote_spanned!(ty.span()=> <#ty as #core::UrlValues>::VALUES);
    let learnt = &input.provider.declaration.callback.learn;
    let parts = learnt.iter().filter_map(|learnt| {
        let (of, part) = learnt.variable.value.split_once('.')?;
        // What is no name has been reported.
        let mut part: Ident = syn::parse_str(part).ok().filter(|_| of == field)?;
        part.set_span(input.span(learnt.variable.at));
        Some(quote_spanned!(part.span()=> let _ = <#ty>::#part;))
    });
    let parts: TokenStream = parts.collect();
    if parts.is_empty() { values } else { quote!({ #parts #values }) }
}

/// `Type::NAME`, as a path into `m`.
fn path(path: &str) -> TokenStream {
    let segments = path.split("::").map(ident);
    quote!(m #(::#segments)*)
}

fn ident(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}
