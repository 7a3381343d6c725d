//! [`Input`]: everything that an expansion is made of.

use crate::errors::Errors;
use crate::source::Source;
use oauth_declaration::{At, Declaration, Name, Provider, Subject};
use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::ext::IdentExt;
use syn::parse::Parser;
use syn::{Attribute, Data, DeriveInput, Fields, Ident, Path, Type, TypePath};

/// A declaration, resolved, and the item that it stands on.
pub(crate) struct Input<'d> {
    pub(crate) provider: Provider<'d>,
    pub(crate) item: &'d DeriveInput,
    pub(crate) source: &'d Source,
    /// The path of oauth-core.
    pub(crate) core: TokenStream,
    /// `token_response(extra(...))`.
    pub(crate) token_extra: Option<TypePath>,
    /// `introspection_response(extra(...))`.
    pub(crate) introspection_extra: Option<TypePath>,
}

impl<'d> Input<'d> {
    /// Adds what is of Rust to what the declaration says.
    pub(crate) fn new(
        errors: &mut Errors,
        provider: Provider<'d>,
        item: &'d DeriveInput,
        source: &'d Source,
    ) -> Self {
        let declaration = provider.declaration;
        Self {
            item,
            source,
            core: core(declaration),
            token_extra: declaration.token_extra.and_then(|at| extra(errors, source, at)),
            introspection_extra: declaration.introspection_extra.and_then(|at| extra(errors, source, at)),
            provider,
        }
    }

    /// Where this stands.
    pub(crate) fn span(&self, at: At) -> Span {
        self.source.span(at)
    }

    /// The name as an identifier that stands where it was written.
    pub(crate) fn ident(&self, name: &Name) -> Ident {
        Ident::new(&name.text, self.span(name.at))
    }
}

/// The item, as far as the rules know of it.
pub(crate) fn subject(source: &mut Source, item: &DeriveInput) -> Subject {
    let mut name = |ident: &Ident| {
        let ident = ident.unraw();
        Name { text: ident.to_string(), at: At::word(source.add(ident.span())) }
    };
    let subject = name(&item.ident);
    let fields = fields(item).into_iter().map(|(field, _)| name(field)).collect();
    let can_have_fields =
        matches!(&item.data, Data::Struct(data) if !matches!(data.fields, Fields::Unnamed(_)));
    Subject { name: subject, fields: can_have_fields.then_some(fields), has_constants: true }
}

/// Whether this is another `#[oauth_provider(...)]`.
pub(crate) fn is_declaration(attribute: &Attribute) -> bool {
    attribute.path().segments.last().is_some_and(|segment| segment.ident == "oauth_provider")
}

/// Whether a field stands under `#[cfg]`.
pub(crate) fn is_conditional(item: &DeriveInput, name: &Ident) -> bool {
    let Data::Struct(data) = &item.data else { return false };
    let field = data.fields.iter().find(|field| field.ident.as_ref() == Some(name));
    field.is_some_and(|field| field.attrs.iter().any(|attribute| attribute.path().is_ident("cfg")))
}

/// The fields with names.
pub(crate) fn fields(item: &DeriveInput) -> Vec<(&Ident, &Type)> {
    match &item.data {
        Data::Struct(data) => match &data.fields {
            Fields::Named(fields) => {
                fields.named.iter().filter_map(|field| Some((field.ident.as_ref()?, &field.ty))).collect()
            }
            Fields::Unnamed(_) | Fields::Unit => Vec::new(),
        },
        Data::Enum(_) | Data::Union(_) => Vec::new(),
    }
}

/// The path of a crate as it stands in the expansion: `a::b` becomes `::a::b`.
pub(crate) fn crate_path(text: &str) -> Option<TokenStream> {
    let path: Path = Path::parse_mod_style.parse_str(text).ok()?;
    let first = path.segments.first()?.ident.to_string();
    let is_absolute = path.leading_colon.is_some() || matches!(first.as_str(), "crate" | "self" | "super");
    Some(if is_absolute { quote!(#path) } else { quote!(::#path) })
}

fn core(declaration: &Declaration) -> TokenStream {
    let declared = declaration.text("crate").and_then(|path| crate_path(&path.value));
    declared.unwrap_or_else(|| quote!(::oauth_core))
}

// case: message/extra_is_no_type
fn extra(errors: &mut Errors, source: &Source, at: At) -> Option<TypePath> {
    let tokens = source.list(at).filter(|tokens| !tokens.is_empty())?;
    let span = tokens.clone().into_iter().next()?.span();
    let parsed = syn::parse2(tokens.clone());
    if parsed.is_err() {
        errors.error(span, "`extra` takes the path of a type: `extra(MyExtra)`");
    }
    parsed.ok()
}
