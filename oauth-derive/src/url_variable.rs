//! `#[derive(UrlVariable)]`: an enum of literals, for every place where all of them are legal.

use crate::diagnostics::Diagnostics;
use crate::fallback::with_parameters;
use crate::provider::crate_path;
use crate::template::Place;
use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::spanned::Spanned;
use syn::{Attribute, Data, DataEnum, DeriveInput, Fields, Ident, LitStr, Variant};

/// The places that a literal may take; a whole host is never one of few.
const PLACES: [Place; 3] = [Place::HostLabel, Place::HostSuffix, Place::Segment];

/// The expansion of the derive.
pub(crate) fn derive(item: TokenStream) -> TokenStream {
    let mut dx = Diagnostics::default();
    let item: DeriveInput = match syn::parse2(item) {
        Ok(item) => item,
        Err(error) => return error.to_compile_error(),
    };
    let core = core(&mut dx, &item.attrs);
    let variants = match &item.data {
        Data::Enum(data) => variants(&mut dx, &item, data),
        // case: url_variable/struct
        Data::Struct(data) => {
            not_an_enum(&mut dx, data.struct_token.span);
            Vec::new()
        }
        Data::Union(data) => {
            not_an_enum(&mut dx, data.union_token.span);
            Vec::new()
        }
    };
    literals_differ(&mut dx, &variants);
    let places = common_places(&mut dx, &variants);
    match dx.finish() {
        None => places.iter().map(|place| expand(&core, &item.ident, *place, &variants)).collect(),
        Some(errors) => fallback(&core, &item, &errors),
    }
}

fn not_an_enum(dx: &mut Diagnostics, span: Span) {
    dx.error(span, "the values of a URL variable are the variants of an enum; for values that a user gives take `HostLabel` or `Segment`");
}

/// `#[url(crate = "…")]` on the enum.
// case: url_variable/crate_is_no_path
fn core(dx: &mut Diagnostics, attributes: &[Attribute]) -> TokenStream {
    let mut core = quote!(::oauth_core);
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("url")) {
        let parsed = attribute.parse_nested_meta(|meta| {
            if !meta.path.is_ident("crate") {
                return Err(meta.error(
                    "on the enum stands `#[url(crate = \"…\")]` only; move a literal to its variant",
                ));
            }
            let path: LitStr = meta.value()?.parse()?;
            core = crate_path(&path.value()).ok_or_else(|| {
                syn::Error::new(
                    path.span(),
                    format!(
                        "\"{}\" is not the path of a crate; write `crate = \"oauth_core\"`",
                        path.value()
                    ),
                )
            })?;
            Ok(())
        });
        if let Err(error) = parsed {
            dx.error(error.span(), error);
        }
    }
    core
}

// case: url_variable/generic
// case: url_variable/no_variants
// case: url_variable/variant_with_fields
// case: url_variable/missing_literal
// case: url_variable/two_literals
fn variants<'i>(dx: &mut Diagnostics, item: &'i DeriveInput, data: &'i DataEnum) -> Vec<(&'i Ident, LitStr)> {
    if let Some(parameter) = item.generics.params.first() {
        dx.error(parameter.span(), "the values of a URL variable are fixed; remove the generic parameters");
    }
    if data.variants.is_empty() {
        dx.error(
            item.ident.span(),
            format!("`{}` has no values; add a variant such as `#[url(\"eu\")] Europe`", item.ident),
        );
    }
    let mut variants = Vec::new();
    for Variant { ident, fields, attrs, .. } in &data.variants {
        if !matches!(fields, Fields::Unit) {
            dx.error(
                fields.span(),
                format!("a variant stands for one literal; write `{ident}` without fields"),
            );
            continue;
        }
        let mut literals = attrs.iter().filter(|attribute| attribute.path().is_ident("url"));
        let first = literals.next();
        for other in literals {
            dx.error(other.path().span(), format!("`{ident}` has a literal already; keep one"));
        }
        match first {
            None => dx.error(ident.span(), format!("`{ident}` has no literal; add `#[url(\"…\")]`")),
            Some(attribute) => variants.extend(literal(dx, ident, attribute).map(|literal| (ident, literal))),
        }
    }
    variants
}

// case: url_variable/not_a_string
fn literal(dx: &mut Diagnostics, variant: &Ident, attribute: &Attribute) -> Option<LitStr> {
    let literal = attribute.parse_args().ok();
    if literal.is_none() {
        dx.error(
            attribute.path().span(),
            format!("the value of `{variant}` is one string; write `#[url(\"…\")]`"),
        );
    }
    literal
}

/// Two variants with one value could not be told apart in a URL.
// case: url_variable/duplicate_literal
fn literals_differ(dx: &mut Diagnostics, variants: &[(&Ident, LitStr)]) {
    for (at, (_, literal)) in variants.iter().enumerate() {
        if let Some((first, _)) = variants.iter().take(at).find(|(_, first)| first.value() == literal.value())
        {
            dx.error(
                literal.span(),
                format!("`{}` is already the value of `{first}`; write another", literal.value()),
            );
        }
    }
}

/// Each literal fits somewhere, and all fit one place.
// case: url_variable/literal_fits_nowhere
fn common_places(dx: &mut Diagnostics, variants: &[(&Ident, LitStr)]) -> Vec<Place> {
    let mut common = PLACES.to_vec();
    for (_, literal) in variants {
        let value = literal.value();
        if PLACES.iter().any(|place| fits(*place, &value)) {
            common.retain(|place| fits(*place, &value));
        } else {
            let message = format!(
                "`{value}` is not a host label, end of a host or path segment; use letters, digits, `-`, `.` and `_`"
            );
            dx.error(literal.span(), message);
        }
    }
    common
}

fn fits(place: Place, value: &str) -> bool {
    let is_label = |label: &str| {
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        (1..=63).contains(&label.len())
            && label.chars().all(plain)
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    match place {
        // A host that an enum could fill whole is written once per provider instead.
        Place::Host => false,
        Place::HostLabel => is_label(value),
        Place::HostSuffix => {
            let ends_with_number =
                value.rsplit('.').next().is_none_or(|last| last.starts_with(|c: char| c.is_ascii_digit()));
            value.contains('.') && value.split('.').all(is_label) && !ends_with_number
        }
        Place::Segment => {
            let plain = |c: char| c.is_ascii_alphanumeric() || "._-".contains(c);
            (1..=128).contains(&value.len()) && value.chars().all(plain) && !matches!(value, "." | "..")
        }
    }
}

fn expand(core: &TokenStream, name: &Ident, place: Place, variants: &[(&Ident, LitStr)]) -> TokenStream {
    let place = Ident::new(place.marker(), Span::call_site());
    let arms = variants.iter().map(|(variant, literal)| quote!(Self::#variant => #literal,));
    quote! {
        #[automatically_derived]
        impl #core::UrlVariable<#core::#place> for #name {
            fn url_value(&self) -> &str {
                match self { #(#arms)* }
            }
        }
    }
}

/// Fits everywhere, so that nothing but the errors is reported.
fn fallback(core: &TokenStream, item: &DeriveInput, errors: &TokenStream) -> TokenStream {
    let name = &item.ident;
    let (_, arguments, bounds) = item.generics.split_for_impl();
    let generics = with_parameters(&item.generics, &["__Place"]);
    let (parameters, ..) = generics.split_for_impl();
    quote! {
        #errors
        #[automatically_derived]
        impl #parameters #core::UrlVariable<__Place> for #name #arguments #bounds {
            fn url_value(&self) -> &str { "" }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_literal_fits_the_places_that_it_is_legal_at() {
        use Place::{HostLabel, HostSuffix, Segment};
        for (value, expected) in [
            ("eu", &[HostLabel, Segment][..]),
            ("ebay.com", &[HostSuffix, Segment]),
            ("sandbox.ebay.com", &[HostSuffix, Segment]),
            ("EU", &[Segment]),
            ("v1.0", &[Segment]),
            ("127.0.0.1", &[Segment]),
            ("-a", &[Segment]),
            ("a..b", &[Segment]),
            ("..", &[]),
            ("", &[]),
            ("a/b", &[]),
            ("b\u{fc}cher", &[]),
        ] {
            let places: Vec<_> = PLACES.into_iter().filter(|place| fits(*place, value)).collect();
            assert_eq!(places, expected, "{value}");
        }
    }
}
