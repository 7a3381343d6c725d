//! `#[derive(UrlVariable)]`: an enum of literals, for every place where all of them are legal.

use crate::errors::Errors;
use crate::fallback::with_parameters;
use crate::input::crate_path;
use oauth_declaration::template::Place;
use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote};
use syn::ext::IdentExt;
use syn::parse::Parser;
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::{Attribute, Data, DataEnum, DeriveInput, Fields, Ident, LitStr, MetaNameValue, Token, Variant};

/// The places that a literal may take. A host that an enum could fill whole is written once per provider
/// instead.
const PLACES: [Place; 4] = [Place::HostLabel, Place::HostSuffix, Place::PathPrefix, Place::Segment];

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
    names_agree(&mut errors, &variants);
    let is_named = variants.iter().any(|variant| variant.literals.iter().any(|(name, _)| name.is_some()));
    let places = common_places(&mut errors, &variants);
    match errors.finish() {
        None => {
            // One name of several is cited by its name.
            let places = places.iter().filter(|_| !is_named);
            let places: TokenStream =
                places.map(|place| expand(&core, &item.ident, *place, &variants)).collect();
            let (values, names) = (values(&core, &item.ident, &variants), names(&item, &variants));
            quote!(#places #values #names)
        }
        Some(errors) => fallback(&core, &item, &variants, &errors),
    }
}

/// A variant with its literals, by their names where they have some.
struct Values<'i> {
    variant: &'i Ident,
    literals: Vec<(Option<Ident>, LitStr)>,
}

impl Values<'_> {
    fn all(&self) -> impl Iterator<Item = &LitStr> {
        self.literals.iter().map(|(_, literal)| literal)
    }
}

fn not_an_enum(errors: &mut Errors, span: Span) {
    errors.error(span, "the values of a URL variable are the variants of an enum; for values that a user gives take `HostLabel` or `Segment`");
}

/// `#[url(crate = "…")]` on the enum.
// case: url_variable/crate_is_no_path
// case: url_variable/literal_on_the_enum
fn core(errors: &mut Errors, attributes: &[Attribute]) -> TokenStream {
    let mut core = quote!(::oauth_core);
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("url")) {
        if let Ok(literal) = attribute.parse_args::<LitStr>() {
            errors.error(
                literal.span(),
                "on the enum stands `#[url(crate = \"…\")]` only; move a literal to its variant",
            );
            continue;
        }
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
fn variants<'i>(errors: &mut Errors, item: &'i DeriveInput, data: &'i DataEnum) -> Vec<Values<'i>> {
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
        let mut attributes = attrs.iter().filter(|attribute| attribute.path().is_ident("url"));
        let first = attributes.next();
        for other in attributes {
            errors.error(other.path().span(), format!("`{ident}` has a literal already; keep one"));
        }
        match first {
            None => errors.error(ident.span(), format!("`{ident}` has no literal; add `#[url(\"…\")]`")),
            Some(attribute) => {
                let literals = literals(errors, ident, attribute);
                variants.push(Values { variant: ident, literals });
            }
        }
    }
    variants
}

// case: url_variable/not_a_string
// case: url_variable/duplicate_name
// case: url_variable/reserved_name
fn literals(errors: &mut Errors, variant: &Ident, attribute: &Attribute) -> Vec<(Option<Ident>, LitStr)> {
    if let Ok(literal) = attribute.parse_args() {
        return vec![(None, literal)];
    }
    let mut literals: Vec<(Option<Ident>, LitStr)> = Vec::new();
    for pair in named(attribute).unwrap_or_default() {
        if literals.iter().any(|(known, _)| known.as_ref() == Some(&pair.0)) {
            errors.error(
                pair.0.span(),
                format!("`{variant}` has a literal called `{}` already; keep one", pair.0),
            );
        } else if matches!(
            pair.0.to_string().as_str(),
            "clone" | "from_str" | "url_value" | "crate" | "self" | "Self" | "super"
        ) {
            errors.error(pair.0.span(), format!("`{}` is taken by a function; choose another name", pair.0));
        } else {
            literals.push((Some(pair.0), pair.1));
        }
    }
    if literals.is_empty() && named(attribute).is_none_or(|pairs| pairs.is_empty()) {
        errors.error(
            attribute.path().span(),
            format!("the value of `{variant}` is one string; write `#[url(\"…\")]`"),
        );
    }
    literals
}

/// `name = "literal", …`.
fn named(attribute: &Attribute) -> Option<Vec<(Ident, LitStr)>> {
    let tokens = attribute.meta.require_list().ok()?.tokens.clone();
    let pairs = Punctuated::<MetaNameValue, Token![,]>::parse_terminated.parse2(tokens).ok()?;
    pairs
        .into_iter()
        .map(|pair| {
            let name = pair.path.get_ident()?.clone();
            Some((name, syn::parse2(pair.value.to_token_stream()).ok()?))
        })
        .collect()
}

/// A variant is told from the others by a literal that none of them has. Beside it, two may share one, as
/// two clouds of Microsoft share their login.
// case: url_variable/duplicate_literal
// case: url_variable/duplicate_row
fn literals_differ(errors: &mut Errors, variants: &[Values<'_>]) {
    for (at, values) in variants.iter().enumerate() {
        if values.all().any(|literal| !is_shared(variants, literal)) {
            continue;
        }
        for literal in values.all() {
            let has_it = |first: &&Values<'_>| first.all().any(|known| known.value() == literal.value());
            if let Some(first) = variants.iter().take(at).find(has_it) {
                let message = format!(
                    "`{}` is already the value of `{}`; write another",
                    literal.value(),
                    first.variant
                );
                errors.error(literal.span(), message);
            }
        }
    }
}

/// Whether several variants have this literal.
fn is_shared(variants: &[Values<'_>], literal: &LitStr) -> bool {
    let has_it = |values: &&Values<'_>| values.all().any(|known| known.value() == literal.value());
    variants.iter().filter(has_it).count() > 1
}

/// A cited name is one that every variant has.
// case: url_variable/names_differ
fn names_agree(errors: &mut Errors, variants: &[Values<'_>]) {
    let Some((first, others)) = variants.split_first() else { return };
    let names = |values: &Values<'_>| {
        let mut names: Vec<_> =
            values.literals.iter().map(|(name, _)| name.as_ref().map(Ident::to_string)).collect();
        names.sort();
        names
    };
    let wanted: Vec<_> = first.literals.iter().filter_map(|(name, _)| name.as_ref()).collect();
    for other in others.iter().filter(|other| !other.literals.is_empty() && !first.literals.is_empty()) {
        if names(other) != names(first) {
            let form: Vec<_> = wanted.iter().map(|name| format!("{name} = \"…\"")).collect();
            let form = if form.is_empty() { "\"…\"".to_owned() } else { form.join(", ") };
            let message = format!(
                "`{}` has other names than `{}`; write `#[url({form})]`",
                other.variant, first.variant
            );
            errors.error(other.variant.span(), message);
        }
    }
}

/// Each literal fits somewhere, and all fit one place.
// case: url_variable/literal_fits_nowhere
fn common_places(errors: &mut Errors, variants: &[Values<'_>]) -> Vec<Place> {
    let mut common = PLACES.to_vec();
    for values in variants {
        for (name, literal) in &values.literals {
            let value = literal.value();
            // A named one may fill a whole host, since the list is closed.
            let fits =
                PLACES.iter().any(|place| place.fits(&value)) || name.is_some() && Place::Host.fits(&value);
            if fits {
                common.retain(|place| place.fits(&value));
            } else {
                let message = format!(
                    "`{value}` is not a host label, end of a host, path segment or path; use letters, digits, `-`, `.` and `_`"
                );
                errors.error(literal.span(), message);
            }
        }
    }
    common.push(Place::Text);
    common
}

fn expand(core: &TokenStream, name: &Ident, place: Place, variants: &[Values<'_>]) -> TokenStream {
    let place = Ident::new(place.marker(), Span::call_site());
    let arms = variants.iter().filter_map(|values| {
        let (variant, literal) = (values.variant, values.all().next()?);
        Some(quote!(Self::#variant => #literal,))
    });
    quote! {
        #[automatically_derived]
        impl #core::UrlVariable<#core::#place> for #name {
            fn url_value(&self) -> &str {
                match self { #(#arms)* }
            }
        }
    }
}

/// The closed list, and the way from a literal to its variant.
fn values(core: &TokenStream, name: &Ident, variants: &[Values<'_>]) -> TokenStream {
    let rows = variants.iter().map(|values| {
        let pairs = values.literals.iter().map(|(name, literal)| {
            let name = name.as_ref().map(|name| name.unraw().to_string()).unwrap_or_default();
            quote!((#name, #literal))
        });
        quote!(&[#(#pairs),*])
    });
    let arms = variants.iter().map(|values| {
        let own = values.all().filter(|literal| !is_shared(variants, literal));
        let (variant, mut literals) = (values.variant, own.collect::<Vec<_>>());
        literals.sort_by_key(|literal| literal.value());
        literals.dedup_by_key(|literal| literal.value());
        quote!(#(#literals)|* => ::core::result::Result::Ok(Self::#variant),)
    });
    quote! {
        #[automatically_derived]
        impl #core::UrlValues for #name {
            const VALUES: &[&[(&str, &str)]] = &[#(#rows),*];
        }
        #[automatically_derived]
        impl ::core::str::FromStr for #name {
            type Err = #core::InvalidUrlVariable;
            fn from_str(value: &str) -> ::core::result::Result<Self, #core::InvalidUrlVariable> {
                match value {
                    #(#arms)*
                    _ => ::core::result::Result::Err(#core::InvalidUrlVariable::undeclared(value)),
                }
            }
        }
    }
}

/// One function for each name.
fn names(item: &DeriveInput, variants: &[Values<'_>]) -> Option<TokenStream> {
    let (enumeration, visibility) = (&item.ident, &item.vis);
    let mut names: Vec<&Ident> = Vec::new();
    for name in variants.iter().flat_map(|values| &values.literals).filter_map(|(name, _)| name.as_ref()) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let functions = names.iter().map(|name| {
        let arms = variants.iter().filter_map(|values| {
            let (_, literal) = values.literals.iter().find(|(known, _)| known.as_ref() == Some(*name))?;
            let variant = values.variant;
            Some(quote!(Self::#variant => #literal,))
        });
        let doc = format!(" The literal that is called `{}`.", name.unraw());
        quote! {
            #[doc = #doc]
            #[must_use]
            #visibility const fn #name(&self) -> &'static str {
                match self { #(#arms)* }
            }
        }
    });
    (!names.is_empty()).then(|| {
        quote! {
            #[allow(dead_code, clippy::trivially_copy_pass_by_ref)]
            impl #enumeration { #(#functions)* }
        }
    })
}

/// Fits everywhere, so that nothing but the errors is reported.
fn fallback(
    core: &TokenStream,
    item: &DeriveInput,
    variants: &[Values<'_>],
    errors: &TokenStream,
) -> TokenStream {
    let name = &item.ident;
    let (plain, arguments, bounds) = item.generics.split_for_impl();
    let generics = with_parameters(&item.generics, &["__Place"]);
    let (parameters, ..) = generics.split_for_impl();
    let named = variants.iter().flat_map(|values| &values.literals).filter_map(|(name, _)| name.as_ref());
    let mut names: Vec<&Ident> = Vec::new();
    for name in named {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let visibility = &item.vis;
    quote! {
        #errors
        #[automatically_derived]
        impl #parameters #core::UrlVariable<__Place> for #name #arguments #bounds {
            fn url_value(&self) -> &str { "" }
        }
        #[automatically_derived]
        impl #plain #core::UrlValues for #name #arguments #bounds {
            const VALUES: &[&[(&str, &str)]] = &[];
        }
        #[automatically_derived]
        impl #plain ::core::str::FromStr for #name #arguments #bounds {
            type Err = #core::InvalidUrlVariable;
            fn from_str(value: &str) -> ::core::result::Result<Self, #core::InvalidUrlVariable> {
                ::core::result::Result::Err(#core::InvalidUrlVariable::undeclared(value))
            }
        }
        #[allow(dead_code)]
        impl #plain #name #arguments #bounds {
            #(#visibility const fn #names(&self) -> &'static str { "" })*
        }
    }
}
