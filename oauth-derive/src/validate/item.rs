//! Where the attribute stands.

use crate::declaration::Declaration;
use crate::diagnostics::Diagnostics;
use crate::provider::is_declaration;
use syn::spanned::Spanned;
use syn::{Data, DeriveInput, Fields};

/// A provider is a struct: what varies between its sites is a field.
// case: item/enum
// case: item/union
pub(super) fn is_a_struct(dx: &mut Diagnostics, _: &Declaration, item: &DeriveInput) {
    match &item.data {
        Data::Struct(_) => {}
        Data::Enum(data) => dx.error(
            data.enum_token.span,
            "a provider is a struct, not an enum; make the variants a field whose type has `#[derive(UrlVariable)]`",
        ),
        Data::Union(data) => {
            dx.error(data.union_token.span, "a provider is a struct, not a union; write `struct`");
        }
    }
}

/// A struct is one provider.
// case: item/declared_twice
pub(super) fn is_declared_once(dx: &mut Diagnostics, _: &Declaration, item: &DeriveInput) {
    for other in item.attrs.iter().filter(|attribute| is_declaration(attribute)) {
        let message = format!("`{}` is declared above already; keep one `#[oauth_provider]`", item.ident);
        dx.error(other.path().span(), message);
    }
}

/// Fields are URL variables, which go by their names.
// case: item/tuple_struct
pub(super) fn has_named_fields(dx: &mut Diagnostics, _: &Declaration, item: &DeriveInput) {
    if let Data::Struct(data) = &item.data
        && let Fields::Unnamed(fields) = &data.fields
    {
        let name = &item.ident;
        match fields.unnamed.first() {
            Some(field) => dx.error(
                field.ty.span(),
                format!("a field is a URL variable and needs a name; write `struct {name} {{ name: … }}`"),
            ),
            None => dx.error(
                name.span(),
                format!("a provider without fields is a unit struct; write `struct {name};`"),
            ),
        }
    }
}

/// A declaration is one provider; parameters would make it a family.
// case: item/generic
pub(super) fn has_no_generics(dx: &mut Diagnostics, _: &Declaration, item: &DeriveInput) {
    if let (Data::Struct(_), Some(parameter)) = (&item.data, item.generics.params.first()) {
        dx.error(parameter.span(), "a provider has no generic parameters; use a concrete type");
    }
}

/// `crate` names oauth-core as seen from the declaration.
// case: key/crate_is_no_path
pub(super) fn crate_is_a_path(dx: &mut Diagnostics, declaration: &Declaration, _: &DeriveInput) {
    if let Some(path) = declaration.text("crate")
        && crate::provider::crate_path(&path.value).is_none()
    {
        let message =
            format!("\"{}\" is not the path of a crate; write `crate = \"oauth_core\"`", path.value);
        dx.error(path.span(), message);
    }
}
