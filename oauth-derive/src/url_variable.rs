//! `#[derive(UrlVariable)]`: an enum of literals, for every place where all of them are legal.

use crate::errors::Errors;
use crate::fallback::with_parameters;
use crate::input::crate_path;
use oauth_declaration::template::Place;
use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::spanned::Spanned;
use syn::{Attribute, Data, DataEnum, DeriveInput, Fields, Ident, LitStr, Variant};

/// The places that a literal may take. A host that an enum could fill whole is written once per provider
/// instead.
const PLACES: [Place; 3] = [Place::HostLabel, Place::HostSuffix, Place::Segment];

/// The expansion of the derive.
pub(crate) fn derive(item: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let item: DeriveInput = match syn::parse2(item) {
        Ok(item) => item,
        Err(error) => return error.to_compile_error(),
    };
    let core = core(&mut errors, &item.attrs);
    let variants = match &item.data {
        Data::Enum(data) => variants(&mut errors, &item, data),
        // case: url_variable/struct
        Data::Struct(data) => {
            not_an_enum(&mut errors, data.struct_token.span);
            Vec::new()
        }
        Data::Union(data) => {
            not_an_enum(&mut errors, data.union_token.span);
            Vec::new()
        }
    };
    literals_differ(&mut errors, &variants);
    let places = common_places(&mut errors, &variants);
    match errors.finish() {
        None => places.iter().map(|place| expand(&core, &item.ident, *place, &variants)).collect(),
        Some(errors) => fallback(&core, &item, &errors),
    }
}

fn not_an_enum(errors: &mut Errors, span: Span) {
    errors.error(span, "the values of a URL variable are the variants of an enum; for values that a user gives take `HostLabel` or `Segment`");
}

/// `#[url(crate = "…")]` on the enum.
// case: url_variable/crate_is_no_path
fn core(errors: &mut Errors, attributes: &[Attribute]) -> TokenStream {
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
            errors.error(error.span(), error);
        }
    }
    core
}

// case: url_variable/generic
// case: url_variable/no_variants
// case: url_variable/variant_with_fields
// case: url_variable/missing_literal
// case: url_variable/two_literals
fn variants<'i>(errors: &mut Errors, item: &'i DeriveInput, data: &'i DataEnum) -> Vec<(&'i Ident, LitStr)> {
    if let Some(parameter) = item.generics.params.first() {
        errors
            .error(parameter.span(), "the values of a URL variable are fixed; remove the generic parameters");
    }
    if data.variants.is_empty() {
        errors.error(
            item.ident.span(),
            format!("`{}` has no values; add a variant such as `#[url(\"eu\")] Europe`", item.ident),
        );
    }
    let mut variants = Vec::new();
    for Variant { ident, fields, attrs, .. } in &data.variants {
        if !matches!(fields, Fields::Unit) {
            errors.error(
                fields.span(),
                format!("a variant stands for one literal; write `{ident}` without fields"),
            );
            continue;
        }
        let mut literals = attrs.iter().filter(|attribute| attribute.path().is_ident("url"));
        let first = literals.next();
        for other in literals {
            errors.error(other.path().span(), format!("`{ident}` has a literal already; keep one"));
        }
        match first {
            None => errors.error(ident.span(), format!("`{ident}` has no literal; add `#[url(\"…\")]`")),
            Some(attribute) => {
                variants.extend(literal(errors, ident, attribute).map(|literal| (ident, literal)))
            }
        }
    }
    variants
}

// case: url_variable/not_a_string
fn literal(errors: &mut Errors, variant: &Ident, attribute: &Attribute) -> Option<LitStr> {
    let literal = attribute.parse_args().ok();
    if literal.is_none() {
        errors.error(
            attribute.path().span(),
            format!("the value of `{variant}` is one string; write `#[url(\"…\")]`"),
        );
    }
    literal
}

/// Two variants with one value could not be told apart in a URL.
// case: url_variable/duplicate_literal
fn literals_differ(errors: &mut Errors, variants: &[(&Ident, LitStr)]) {
    for (at, (_, literal)) in variants.iter().enumerate() {
        if let Some((first, _)) = variants.iter().take(at).find(|(_, first)| first.value() == literal.value())
        {
            errors.error(
                literal.span(),
                format!("`{}` is already the value of `{first}`; write another", literal.value()),
            );
        }
    }
}

/// Each literal fits somewhere, and all fit one place.
// case: url_variable/literal_fits_nowhere
fn common_places(errors: &mut Errors, variants: &[(&Ident, LitStr)]) -> Vec<Place> {
    let mut common = PLACES.to_vec();
    for (_, literal) in variants {
        let value = literal.value();
        if PLACES.iter().any(|place| place.fits(&value)) {
            common.retain(|place| place.fits(&value));
        } else {
            let message = format!(
                "`{value}` is not a host label, end of a host or path segment; use letters, digits, `-`, `.` and `_`"
            );
            errors.error(literal.span(), message);
        }
    }
    common
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
