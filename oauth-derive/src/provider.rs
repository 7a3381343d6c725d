//! [`Provider`]: the valid form of a declaration, with everything resolved that the expansion
//! writes down.
//!
//! It can be made of a broken declaration too: the fallback wants the constants and types that
//! were probably meant.

use crate::declaration::{self, Declaration, ParameterKind, constant};
use crate::template::Place;
use crate::vocabulary::{ClientAuth, Credential, Departure, GrantType};
use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::ext::IdentExt;
use syn::parse::Parser;
use syn::{Attribute, Data, DeriveInput, Fields, Ident, Path, Type};

/// A provider.
pub(crate) struct Provider<'d> {
    pub(crate) declaration: &'d Declaration,
    pub(crate) item: &'d DeriveInput,
    /// The path of oauth-core.
    pub(crate) core: TokenStream,
    /// The kind of credential that most clients have.
    pub(crate) auth: Credential,
    /// Every kind of credential that some client has.
    pub(crate) credentials: Vec<Credential>,
    pub(crate) client_auth: Vec<ClientAuth>,
    pub(crate) grants: Vec<Grant>,
    pub(crate) scopes: Vec<Scope>,
    pub(crate) constants: Vec<ParameterConstant>,
    pub(crate) variables: Vec<Variable>,
    pub(crate) deviations: Vec<(Departure, String)>,
}

/// A grant.
#[derive(Debug)]
pub(crate) struct Grant {
    pub(crate) grant_type: GrantType,
    pub(crate) span: Span,
    pub(crate) client_auth: Vec<ClientAuth>,
    pub(crate) default_scopes: Vec<String>,
    pub(crate) issues_refresh_token: bool,
    pub(crate) sends_scope: bool,
    pub(crate) rotation: Option<&'static str>,
}

/// A scope.
#[derive(Debug)]
pub(crate) struct Scope {
    pub(crate) constant: Ident,
    pub(crate) value: String,
    pub(crate) allowed: Allowed,
}

/// Which grants may ask for a scope.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Allowed {
    /// All that are declared.
    All,
    /// These, in the order of the declaration.
    Only(Vec<GrantType>),
}

/// The associated constant for a parameter or for one of its values.
#[derive(Debug)]
pub(crate) struct ParameterConstant {
    pub(crate) constant: Ident,
    pub(crate) name: String,
    pub(crate) value: Option<String>,
}

/// A URL variable.
pub(crate) struct Variable {
    pub(crate) field: Ident,
    pub(crate) ty: Type,
    pub(crate) place: Place,
}

impl<'d> Provider<'d> {
    /// Resolves a declaration.
    pub(crate) fn new(declaration: &'d Declaration, item: &'d DeriveInput) -> Self {
        let grants: Vec<_> = declaration.grants.iter().map(|written| grant(declaration, written)).collect();
        let client_auth = declaration.client_auth.clone();
        let methods = client_auth.iter().chain(grants.iter().flat_map(|grant| &grant.client_auth));
        let credentials = distinct(methods.map(|method| method.credential()));
        Self {
            declaration,
            item,
            core: core(declaration),
            auth: credentials.first().copied().unwrap_or(Credential::ClientSecret),
            credentials,
            client_auth,
            grants,
            scopes: declaration.scopes.iter().map(|written| scope(declaration, written)).collect(),
            constants: parameter_constants(declaration),
            variables: variables(declaration, item),
            deviations: deviations(declaration),
        }
    }
}

impl Grant {
    /// The kinds of credential that it may be used with.
    pub(crate) fn credentials(&self) -> Vec<Credential> {
        distinct(self.client_auth.iter().map(|method| method.credential()))
    }
}

/// Whether this is another `#[oauth_provider(...)]`.
pub(crate) fn is_declaration(attribute: &Attribute) -> bool {
    attribute.path().segments.last().is_some_and(|segment| segment.ident == "oauth_provider")
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

fn distinct<T: PartialEq>(items: impl Iterator<Item = T>) -> Vec<T> {
    let mut distinct = Vec::new();
    for item in items {
        if !distinct.contains(&item) {
            distinct.push(item);
        }
    }
    distinct
}

fn grant(declaration: &Declaration, written: &declaration::Grant) -> Grant {
    let default_scopes = written.default_scopes.iter().filter_map(|name| {
        let scope = declaration.scopes.iter().find(|scope| scope.name == *name)?;
        Some(declaration.wire(scope))
    });
    let refreshes = declaration.grant(GrantType::RefreshToken).is_some();
    Grant {
        grant_type: written.grant_type,
        span: written.name.span(),
        client_auth: declaration.methods(written),
        default_scopes: default_scopes.collect(),
        issues_refresh_token: match written.grant_type {
            GrantType::AuthorizationCode | GrantType::Password => refreshes,
            GrantType::ClientCredentials => written.issues_refresh_token.is_some(),
            GrantType::RefreshToken => written.rotation != Some("none"),
            GrantType::Implicit => false,
        },
        sends_scope: written.sends_scope,
        rotation: written.rotation,
    }
}

fn scope(declaration: &Declaration, written: &declaration::Scope) -> Scope {
    let grants = declaration.allowed(&written.name);
    let all = grants.len() == declaration.grants.len();
    Scope {
        constant: constant(&[&written.name], written.name.span()),
        value: declaration.wire(written),
        allowed: if all { Allowed::All } else { Allowed::Only(grants) },
    }
}

fn parameter_constants(declaration: &Declaration) -> Vec<ParameterConstant> {
    let mut constants = Vec::new();
    for parameter in &declaration.parameters {
        let (word, name) = (&parameter.name, parameter.name.to_string());
        match &parameter.kind {
            ParameterKind::Fixed(_) => {}
            ParameterKind::Optional => {
                constants.push(ParameterConstant {
                    constant: constant(&[word], word.span()),
                    name,
                    value: None,
                });
            }
            ParameterKind::OneOf(values) => constants.extend(values.iter().map(|value| ParameterConstant {
                constant: constant(&[word, &value.name], value.name.span()),
                name: name.clone(),
                value: Some(value.value_without_prefix()),
            })),
        }
    }
    constants
}

fn variables(declaration: &Declaration, item: &DeriveInput) -> Vec<Variable> {
    let templates = declaration.urls.iter().filter_map(|url| url.template.as_ref());
    let written: Vec<_> = templates.flat_map(|template| &template.variables).collect();
    let variable = |(field, ty): (&Ident, &Type)| {
        let place = written.iter().find(|variable| field.unraw() == variable.name)?.place?;
        Some(Variable { field: field.clone(), ty: ty.clone(), place })
    };
    fields(item).into_iter().filter_map(variable).collect()
}

fn deviations(declaration: &Declaration) -> Vec<(Departure, String)> {
    let because = declaration
        .departures
        .iter()
        .filter_map(|departed| Some((departed.from, departed.because.as_ref()?.value.clone())));
    distinct(because)
}
