//! [`Provider`]: the valid form of a declaration, with everything resolved that the expansion
//! writes down and the loader needs.
//!
//! It can be made of a broken declaration too: the fallback wants the constants and types that
//! were probably meant.

use crate::declaration::{self, Declaration, ParameterKind, constant};
use crate::item::{At, Name, Subject};
use crate::template::Place;
use crate::vocabulary::{ClientAuth, Credential, Departure, GrantType};

/// A provider.
#[derive(Debug)]
pub struct Provider<'d> {
    /// What was written.
    pub declaration: &'d Declaration,
    /// The name of what is declared.
    pub name: &'d str,
    /// The kind of credential that most clients have.
    pub auth: Credential,
    /// Every kind of credential that some client has.
    pub credentials: Vec<Credential>,
    /// The methods of the provider.
    pub client_auth: Vec<ClientAuth>,
    /// The grants.
    pub grants: Vec<Grant>,
    /// The scopes.
    pub scopes: Vec<Scope>,
    /// The constants for parameters.
    pub constants: Vec<ParameterConstant>,
    /// The fields that are URL variables, in their order.
    pub variables: Vec<Variable>,
    /// What departs from the rules, each with its reason.
    pub deviations: Vec<(Departure, String)>,
}

/// A grant.
#[derive(Debug)]
pub struct Grant {
    /// Which grant.
    pub grant_type: GrantType,
    /// Its word.
    pub at: At,
    /// Its methods: its own, or those of the provider.
    pub client_auth: Vec<ClientAuth>,
    /// The values on the wire of the scopes that are sent when the caller names none.
    pub default_scopes: Vec<String>,
    /// Whether its answer may hold a refresh token.
    pub issues_refresh_token: bool,
    /// Whether a refresh repeats the scopes.
    pub sends_scope: bool,
    /// The choice in `rotation(...)`.
    pub rotation: Option<&'static str>,
}

/// A scope.
#[derive(Debug)]
pub struct Scope {
    /// The name of its constant.
    pub constant: Name,
    /// What it is on the wire.
    pub value: String,
    /// Who may ask for it.
    pub allowed: Allowed,
}

/// Which grants may ask for a scope.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Allowed {
    /// All that are declared.
    All,
    /// These, in the order of the declaration.
    Only(Vec<GrantType>),
}

/// The associated constant for a parameter or for one of its values.
#[derive(Debug)]
pub struct ParameterConstant {
    /// Its name.
    pub constant: Name,
    /// The parameter.
    pub name: String,
    /// The value, if it stands for one.
    pub value: Option<String>,
}

/// A URL variable.
#[derive(Debug)]
pub struct Variable {
    /// Its name.
    pub name: String,
    /// What it fills.
    pub place: Place,
}

impl<'d> Provider<'d> {
    /// Resolves a declaration.
    pub fn new(declaration: &'d Declaration, subject: &'d Subject) -> Self {
        let grants: Vec<_> = declaration.grants.iter().map(|written| grant(declaration, written)).collect();
        let client_auth = declaration.client_auth.clone();
        let methods = client_auth.iter().chain(grants.iter().flat_map(|grant| &grant.client_auth));
        let credentials = distinct(methods.map(|method| method.credential()));
        Self {
            declaration,
            name: &subject.name.text,
            auth: credentials.first().copied().unwrap_or(Credential::ClientSecret),
            credentials,
            client_auth,
            grants,
            scopes: declaration.scopes.iter().map(|written| scope(declaration, written)).collect(),
            constants: parameter_constants(declaration),
            variables: variables(declaration, subject),
            deviations: deviations(declaration),
        }
    }
}

impl Grant {
    /// The kinds of credential that it may be used with.
    pub fn credentials(&self) -> Vec<Credential> {
        distinct(self.client_auth.iter().map(|method| method.credential()))
    }
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
        at: written.name.at,
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
        constant: constant(None, &written.name),
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
                constants.push(ParameterConstant { constant: constant(None, word), name, value: None });
            }
            ParameterKind::OneOf(values) => constants.extend(values.iter().map(|value| ParameterConstant {
                constant: constant(Some(word), &value.name),
                name: name.clone(),
                value: Some(value.value_without_prefix()),
            })),
        }
    }
    constants
}

fn variables(declaration: &Declaration, subject: &Subject) -> Vec<Variable> {
    let templates = declaration.urls.iter().filter_map(|url| url.template.as_ref());
    let written: Vec<_> = templates.flat_map(|template| &template.variables).collect();
    let variable = |field: &Name| {
        let place = written.iter().find(|variable| field.text == variable.name)?.place?;
        Some(Variable { name: field.text.clone(), place })
    };
    subject.fields().iter().filter_map(variable).collect()
}

fn deviations(declaration: &Declaration) -> Vec<(Departure, String)> {
    let because = declaration
        .departures
        .iter()
        .filter_map(|departed| Some((departed.from, departed.because.as_ref()?.value.clone())));
    distinct(because)
}
