//! [`Constant`] → an expression. `m` is `oauth_core::metadata`, imported next to it.

use oauth_declaration::constant::Constant;
use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::Ident;

/// The expression.
pub(crate) fn expression(constant: &Constant) -> TokenStream {
    match constant {
        Constant::Bool(value) => quote!(#value),
        Constant::Char(value) => quote!(#value),
        Constant::Number(value) => {
            let value = proc_macro2::Literal::u64_unsuffixed(*value);
            quote!(#value)
        }
        Constant::Text(value) => quote!(#value),
        Constant::Some(value) => {
            let value = expression(value);
            quote!(::core::option::Option::Some(#value))
        }
        Constant::List(items) => {
            let items = items.iter().map(expression);
            quote!(&[#(#items),*])
        }
        Constant::Pair(pair) => {
            let (first, second) = (expression(&pair.0), expression(&pair.1));
            quote!((#first, #second))
        }
        Constant::Path(path) => self::path(path),
        Constant::Call(name, arguments) => {
            let (name, arguments) = (path(name), arguments.iter().map(expression));
            quote!(#name(#(#arguments),*))
        }
        Constant::Struct { name, fields, base } => {
            let name = path(name);
            let fields = fields.iter().map(|(field, value)| {
                let (field, value) = (ident(field), expression(value));
                quote!(#field: #value,)
            });
            let base = base.as_deref().map(expression).map(|base| quote!(..#base));
            quote!(#name { #(#fields)* #base })
        }
    }
}

/// `Type::NAME.field`, as a path into `m`.
fn path(path: &str) -> TokenStream {
    let mut parts = path.split('.');
    let segments = parts.next().unwrap_or_default().split("::").map(ident);
    let fields = parts.map(ident);
    quote!(m #(::#segments)* #(.#fields)*)
}

fn ident(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}
