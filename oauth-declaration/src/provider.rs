//! [`Provider`]: the valid form of a declaration, with everything resolved that the expansion
//! writes down and the loader needs.
//!
//! It can be made of a broken declaration too: the fallback wants the constants and types that
//! were probably meant.

use crate::declaration::{self, Block, Declaration, Parameter, ParameterKind, constant};
use crate::departure::Departure;
use crate::item::{At, Name, Subject};
use crate::template::{Place, TextTemplate};
use crate::vocabulary::{ClientAuth, Credential, GrantType, Request};

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
    /// The constants for what comes back beside the standard.
    pub names: Vec<NameConstant>,
    /// The fields that are URL variables, in their order.
    pub variables: Vec<Variable>,
    /// What departs from the rules, each with its reason.
    pub deviations: Vec<Deviation>,
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
    /// The scope on the wire without which no refresh token comes.
    pub offline_scope: Option<String>,
    /// The value of `grant_type` on the wire.
    pub value: Option<String>,
    /// The value of `response_type` on the wire.
    pub response_type: Option<String>,
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
    /// What it stands for.
    pub kind: ConstantKind,
    /// The marker of the request: a module and a type of oauth-core.
    pub marker: (&'static str, &'static str),
}

/// What a constant for a parameter stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ConstantKind {
    /// The parameter with this value.
    Value(String),
    /// The parameter, to be given a value.
    Name,
    /// The parameter, to be given scopes.
    Scopes,
}

/// The associated constant for a parameter of the callback, or for further tokens.
#[derive(Debug)]
pub struct NameConstant {
    /// Its name.
    pub constant: Name,
    /// The type in oauth-core.
    pub of: &'static str,
    /// The parameter, or the pointer to the object.
    pub name: String,
}

/// A departure from the rules that has its reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deviation {
    /// From which rule.
    pub from: Departure,
    /// What is declared, and in which block.
    pub what: String,
    /// The reason.
    pub because: String,
}

/// A URL variable.
#[derive(Debug)]
pub struct Variable {
    /// Its name.
    pub name: String,
    /// The field that has its value.
    pub field: String,
    /// Which of the names of the field's type.
    pub part: Option<String>,
    /// What it fills.
    pub place: Place,
    /// Where it stands first.
    pub at: At,
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
            names: name_constants(declaration),
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
    let wire = |name: &Name| {
        let scope = declaration.scopes.iter().find(|scope| scope.name == *name)?;
        Some(declaration.wire(scope))
    };
    let default_scopes = written.default_scopes.iter().filter_map(wire);
    let refreshes = declaration.takes_refresh_tokens();
    Grant {
        grant_type: written.grant_type,
        at: written.name.at,
        client_auth: declaration.methods(written),
        default_scopes: default_scopes.collect(),
        issues_refresh_token: match written.grant_type {
            GrantType::AuthorizationCode | GrantType::Password => refreshes,
            GrantType::ClientCredentials => written.issues_refresh_token.is_some(),
            GrantType::RefreshToken => written.rotation != Some("none"),
            GrantType::Implicit
            | GrantType::LongLivedToken
            | GrantType::AccessTokenRefresh
            | GrantType::TokenExtension => false,
        },
        sends_scope: written.sends_scope,
        offline_scope: written.offline_scope.as_ref().and_then(wire),
        value: written.value.as_ref().map(|text| text.value.clone()),
        response_type: written.response_type.as_ref().map(|text| text.value.clone()),
        rotation: written.rotation,
    }
}

fn scope(declaration: &Declaration, written: &declaration::Scope) -> Scope {
    let grants = declaration.allowed(&written.name);
    let asking = declaration.grants.iter().filter(|grant| grant.grant_type.asks_for_scopes());
    let all = grants.len() == asking.count();
    Scope {
        constant: constant(None, &written.name),
        value: declaration.wire(written),
        allowed: if all { Allowed::All } else { Allowed::Only(grants) },
    }
}

fn parameter_constants(declaration: &Declaration) -> Vec<ParameterConstant> {
    let in_block = |block| constants_of(declaration, block);
    declaration.blocks.iter().flat_map(in_block).collect()
}

/// The constants for the parameters of one request.
pub(crate) fn constants_of(declaration: &Declaration, block: &Block) -> Vec<ParameterConstant> {
    let marker = marker(declaration, block.request);
    let mut constants = Vec::new();
    for parameter in &block.parameters {
        let Parameter { name: word, kind, .. } = parameter;
        let one = |constant, kind| {
            let name = parameter.wire_name().to_owned();
            ParameterConstant { constant, name, kind, marker }
        };
        match kind {
            ParameterKind::Fixed(_) | ParameterKind::Random => {}
            ParameterKind::Optional | ParameterKind::Required => {
                constants.push(one(constant(None, word), ConstantKind::Name));
            }
            ParameterKind::Scopes => constants.push(one(constant(None, word), ConstantKind::Scopes)),
            ParameterKind::OneOf(values) | ParameterKind::SomeOf(values) => {
                constants.extend(values.iter().map(|value| {
                    let kind = ConstantKind::Value(value.value_without_prefix());
                    one(constant(Some(word), &value.name), kind)
                }));
            }
        }
    }
    constants
}

/// Where a parameter of this block may be given.
fn marker(declaration: &Declaration, request: Request) -> (&'static str, &'static str) {
    let has = |grant: &&GrantType| declaration.grant(**grant).is_some();
    match request {
        Request::Authorization => ("endpoint", "Authorization"),
        Request::Token => ("endpoint", "Token"),
        Request::Revocation => ("endpoint", "Revocation"),
        Request::Introspection => ("endpoint", "Introspection"),
        Request::Userinfo => ("endpoint", "Userinfo"),
        // A block without its grant has been reported.
        own => {
            let grants = own.grants();
            let grant = grants.iter().find(has).or(grants.first());
            ("grant", grant.map_or("AuthorizationCode", |grant| grant.marker()))
        }
    }
}

fn name_constants(declaration: &Declaration) -> Vec<NameConstant> {
    let named = |of: &'static str, list: &[declaration::Scope]| {
        let named = list.iter().map(|written| NameConstant {
            constant: constant(None, &written.name),
            of,
            name: written.value_without_prefix(),
        });
        named.collect::<Vec<_>>()
    };
    let mut constants = named("CallbackParameter", &declaration.callback.capture);
    constants.extend(named("AlsoIssued", &declaration.also));
    constants
}

/// The variables in the order of the fields; where one stands in a URL and in a text, the URL says
/// what may stand there.
fn variables(declaration: &Declaration, subject: &Subject) -> Vec<Variable> {
    let mut written = Vec::new();
    for url in &declaration.urls {
        let variables = url.template.iter().flat_map(|template| &template.variables);
        written.extend(variables.map(|variable| (variable.clone(), url.text.at)));
    }
    for text in declaration.templates() {
        let variables = TextTemplate::split(&text.value).variables.into_iter();
        written.extend(variables.map(|variable| (variable, text.at)));
    }
    let mut variables: Vec<Variable> = Vec::new();
    for field in subject.fields() {
        for (variable, at) in written.iter().filter(|(variable, _)| variable.field() == field.text) {
            let Some(place) = variable.place else { continue };
            if variables.iter().all(|known| known.name != variable.name) {
                variables.push(Variable {
                    name: variable.name.clone(),
                    field: field.text.clone(),
                    part: variable.part().map(str::to_owned),
                    place,
                    at: at.bytes(variable.range.clone()),
                });
            }
        }
    }
    variables
}

fn deviations(declaration: &Declaration) -> Vec<Deviation> {
    distinct(declaration.departures.iter().filter_map(|departed| {
        let because = departed.because.as_ref()?.value.clone();
        Some(Deviation { from: departed.from, what: departed.what(), because })
    }))
}
