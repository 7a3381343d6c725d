//! Where the attribute stands.

use crate::errors::Errors;
use crate::input::{crate_path, is_declaration};
use crate::source::Source;
use oauth_declaration::Declaration;
use syn::spanned::Spanned;
use syn::{Data, DeriveInput, Fields};

/// A provider is a struct: what varies between its sites is a field.
// case: item/enum
// case: item/union
pub(super) fn is_a_struct(errors: &mut Errors, item: &DeriveInput, _: &Declaration, _: &Source) {
    match &item.data {
        Data::Struct(_) => {}
        Data::Enum(data) => errors.error(
            data.enum_token.span,
            "a provider is a struct, not an enum; make the variants a field whose type has `#[derive(UrlVariable)]`",
        ),
        Data::Union(data) => {
            errors.error(data.union_token.span, "a provider is a struct, not a union; write `struct`");
        }
    }
}

/// A struct is one provider.
// case: item/declared_twice
pub(super) fn is_declared_once(errors: &mut Errors, item: &DeriveInput, _: &Declaration, _: &Source) {
    for other in item.attrs.iter().filter(|attribute| is_declaration(attribute)) {
        let message = format!("`{}` is declared above already; keep one `#[oauth_provider]`", item.ident);
        errors.error(other.path().span(), message);
    }
}

/// Fields are URL variables, which go by their names.
// case: item/tuple_struct
pub(super) fn has_named_fields(errors: &mut Errors, item: &DeriveInput, _: &Declaration, _: &Source) {
    if let Data::Struct(data) = &item.data
        && let Fields::Unnamed(fields) = &data.fields
    {
        let name = &item.ident;
        match fields.unnamed.first() {
            Some(field) => errors.error(
                field.ty.span(),
                format!("a field is a URL variable and needs a name; write `struct {name} {{ name: … }}`"),
            ),
            None => errors.error(
                name.span(),
                format!("a provider without fields is a unit struct; write `struct {name};`"),
            ),
        }
    }
}

/// The macro can't know whether a field is there.
// case: item/cfg_on_a_field
pub(super) fn fields_are_always_there(errors: &mut Errors, item: &DeriveInput, _: &Declaration, _: &Source) {
    let Data::Struct(data) = &item.data else { return };
    for attribute in data.fields.iter().flat_map(|field| &field.attrs) {
        if attribute.path().is_ident("cfg") {
            let message = "the URLs need every field, so `#[cfg]` is not supported here; put it on the whole struct, twice if need be";
            errors.error(attribute.path().span(), message);
        }
    }
}

/// A declaration is one provider; parameters would make it a family.
// case: item/generic
pub(super) fn has_no_generics(errors: &mut Errors, item: &DeriveInput, _: &Declaration, _: &Source) {
    if let (Data::Struct(_), Some(parameter)) = (&item.data, item.generics.params.first()) {
        errors.error(parameter.span(), "a provider has no generic parameters; use a concrete type");
    }
}

/// `crate` names oauth-core as seen from the declaration.
// case: key/crate_is_no_path
pub(super) fn crate_is_a_path(
    errors: &mut Errors,
    _: &DeriveInput,
    declaration: &Declaration,
    source: &Source,
) {
    if let Some(path) = declaration.text("crate")
        && crate_path(&path.value).is_none()
    {
        let message =
            format!("\"{}\" is not the path of a crate; write `crate = \"oauth_core\"`", path.value);
        errors.error(source.span(path.at), message);
    }
}
