//! The parameters of one request, under the names that the declaration gives them.

use super::body::{Randomness, random_text};
use super::form::{Parameters, Value};
use super::{template, text};
use crate::client_auth::Credentials;
use crate::error::Error;
use crate::metadata::{BodyFormat, JsonType, Metadata, ParameterValue, RequestFormat};
use crate::parameter::Given;
use crate::variables::Variables;
use std::borrow::Cow;

/// What declared values are made of.
#[derive(Clone, Copy)]
pub(crate) struct Sources<'a> {
    pub(crate) metadata: &'a Metadata,
    pub(crate) variables: &'a Variables,
    pub(crate) client_id: &'a str,
    pub(crate) randomness: Randomness,
}

/// A request that takes its parameters.
pub(crate) struct Outgoing<'a> {
    format: &'a RequestFormat,
    /// Whether every standard parameter goes out under its own name, as it does nearly always.
    is_plain: bool,
    has_client_id: bool,
    to: &'a mut dyn Parameters,
}

impl<'a> Outgoing<'a> {
    pub(crate) fn new(format: &'a RequestFormat, to: &'a mut dyn Parameters) -> Self {
        let is_plain = format.rename.is_empty() && format.omit.is_empty();
        Self { format, is_plain, has_client_id: false, to }
    }

    /// A parameter of an RFC, unless it is left out.
    pub(crate) fn standard(&mut self, name: &'static str, value: Value<'_>) {
        if self.is_plain {
            self.to.append_known(name, value);
        } else if let Some(name) = self.format.name(name) {
            self.to.append(name, value.text());
        }
    }

    /// `client_id` (RFC 6749 section 2.2), once.
    pub(crate) fn client_id(&mut self, client_id: &str) {
        if !std::mem::replace(&mut self.has_client_id, true) {
            self.standard("client_id", client_id.into());
        }
    }

    /// `client_id` and `client_secret` (RFC 6749 section 2.3.1).
    pub(crate) fn credentials(&mut self, credentials: &Credentials, secret: &str) {
        let is_usual = self.is_plain && !self.has_client_id;
        if is_usual && self.to.append_encoded(credentials.encoded()) {
            self.has_client_id = true;
        } else {
            self.client_id(&credentials.client_id);
            self.standard("client_secret", secret.into());
        }
    }

    /// `scope` (RFC 6749 section 3.3), if there are any.
    pub(crate) fn scopes(&mut self, scopes: &[Cow<'static, str>], delimiter: char) {
        if let Some(name) = self.format.name("scope") {
            self.to.append_joined(name, scopes, delimiter);
        }
    }

    /// A parameter that no rename is about.
    pub(crate) fn own(&mut self, name: &str, value: &str) {
        self.to.append(name, value);
    }

    /// The declared parameters, and then those of the caller.
    ///
    /// # Errors
    ///
    /// One that the declaration demands is missing, or one is given that it does not have.
    pub(crate) fn declared(&mut self, sources: Sources<'_>, given: &Given) -> Result<(), Error> {
        let Sources { metadata, variables, client_id, randomness } = sources;
        for parameter in self.format.params {
            let name = parameter.name;
            match parameter.value {
                ParameterValue::Fixed(value) => {
                    self.to.append_typed(name, value, parameter.json, metadata.scope_delimiter);
                }
                ParameterValue::Template(value) => {
                    self.to.append(name, &template::expand(value, variables, client_id)?);
                }
                ParameterValue::Random => self.to.append(name, &random_text(randomness)?),
                ParameterValue::Required if given.get(name).is_none() => {
                    return Err(Error::configuration(format!(
                        "`{}` demands the parameter `{name}` in this request; give it with `.parameter(…)`",
                        metadata.name
                    )));
                }
                _ => {}
            }
        }
        for (name, value) in given.iter() {
            let mut declared = self.format.params.iter().filter(|parameter| parameter.name == name);
            let declared = declared.find(|parameter| takes(parameter.value, value, metadata.scope_delimiter));
            let Some(declared) = declared else {
                return Err(Error::configuration(format!(
                    "`{}` is declared without the parameter `{name}`, or this value of it, in this request",
                    metadata.name
                )));
            };
            if let Some(expected) = misses(declared.json, value) {
                return Err(Error::configuration(format!(
                    "the parameter `{name}` of `{}` takes {expected}, and its value is none",
                    metadata.name
                )));
            }
            if name == RESOURCE && !is_resource(value) {
                return Err(Error::configuration(format!(
                    "the resource {} is not an absolute URI without fragment (RFC 8707 section 2)",
                    text::Quoted(value)
                )));
            }
            self.to.append_typed(name, value, declared.json, metadata.scope_delimiter);
        }
        if self.format.body == BodyFormat::Json && given.has_several(RESOURCE) {
            return Err(Error::configuration(format!(
                "`{}` takes one `{RESOURCE}` in this request, which is JSON",
                metadata.name
            )));
        }
        Ok(())
    }
}

/// What the token is for, the one parameter that may come more than once (RFC 8707 section 2).
pub(crate) const RESOURCE: &str = "resource";

/// An absolute URI without a fragment (RFC 8707 section 2).
fn is_resource(uri: &str) -> bool {
    uri.split_once(':').is_some_and(|(scheme, rest)| {
        scheme.starts_with(|first: char| first.is_ascii_alphabetic())
            && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
            && !rest.is_empty()
            && !rest.contains('#')
            && text::is_graphic(rest)
    })
}

/// Whether the caller may choose this value: what is fixed or drawn is not his.
fn takes(declared: ParameterValue, value: &str, delimiter: char) -> bool {
    match declared {
        ParameterValue::Optional | ParameterValue::Required | ParameterValue::ScopeList => true,
        ParameterValue::OneOf(values) => values.contains(&value),
        ParameterValue::SomeOf(values) => value.split(delimiter).all(|value| values.contains(&value)),
        ParameterValue::Fixed(_) | ParameterValue::Template(_) | ParameterValue::Random => false,
    }
}

/// What the value should be and is not.
fn misses(json: JsonType, value: &str) -> Option<&'static str> {
    // As JSON writes it: neither `+5` nor `007`.
    let is_number = || value.parse::<i64>().is_ok_and(|number| number.to_string() == value);
    match json {
        JsonType::Number if !is_number() => Some("a whole number"),
        JsonType::Boolean if !matches!(value, "true" | "false") => Some("`true` or `false`"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metadata::ParameterMetadata;
    use crate::parameter::{Parameter, ParameterName};
    use crate::url_variable::HostLabel;

    const PARAMS: &[ParameterMetadata] = &[
        ParameterMetadata::new("action", ParameterValue::Fixed("requesttoken")),
        ParameterMetadata::new("tenant", ParameterValue::Template("t-{tenant}")),
        ParameterMetadata::new("nonce", ParameterValue::Random),
        ParameterMetadata::new("locale", ParameterValue::Optional),
        ParameterMetadata::new("prompt", ParameterValue::OneOf(&["login", "none"])),
        ParameterMetadata::new("include", ParameterValue::SomeOf(&["a", "b"])),
    ];
    const ACCOUNT: ParameterMetadata = ParameterMetadata::new("account", ParameterValue::Required);

    fn declared(
        params: &'static [ParameterMetadata],
        given: &[(&'static str, &'static str)],
    ) -> Result<String, String> {
        let mut variables = Variables::default();
        variables.set::<HostLabel, _>("tenant", &HostLabel::new("acme").unwrap());
        let sources = Sources {
            metadata: &Metadata { name: "Notes", ..Metadata::DEFAULT },
            variables: &variables,
            client_id: "id",
            randomness: |bytes| {
                bytes.fill(1);
                Ok(())
            },
        };
        let format = RequestFormat { params, ..RequestFormat::DEFAULT };
        let mut list = Given::default();
        for (name, value) in given {
            list.set(params, ' ', Parameter::<(), ()>::declared(name, value).into_content());
        }
        let mut fields: Vec<(String, String)> = Vec::new();
        Outgoing::new(&format, &mut fields).declared(sources, &list).map_err(|error| error.to_string())?;
        let fields: Vec<_> = fields.iter().map(|(name, value)| format!("{name}={value}")).collect();
        Ok(fields.join("&"))
    }

    #[test]
    fn every_kind_of_parameter() {
        let always = "action=requesttoken&tenant=t-acme&nonce=AQEBAQEBAQEBAQEBAQEBAQ";
        assert_eq!(declared(PARAMS, &[]).unwrap(), always);
        let given =
            [("include", "a"), ("locale", "de"), ("prompt", "login"), ("prompt", "none"), ("include", "b")];
        assert_eq!(declared(PARAMS, &given).unwrap(), format!("{always}&include=a b&locale=de&prompt=none"));
    }

    #[test]
    fn a_number_is_a_number_and_a_boolean_is_a_boolean() {
        const TYPED: &[ParameterMetadata] = &[
            ParameterMetadata {
                json: JsonType::Number,
                ..ParameterMetadata::new("expires_in", ParameterValue::Optional)
            },
            ParameterMetadata {
                json: JsonType::Boolean,
                ..ParameterMetadata::new("short_lived", ParameterValue::Required)
            },
        ];
        let given = |number, boolean| declared(TYPED, &[("expires_in", number), ("short_lived", boolean)]);
        assert_eq!(given("-5", "true").unwrap(), "expires_in=-5&short_lived=true");
        for number in ["", "+5", "007", "1.5", " 1", "1e3", "1,\"admin\":true", "99999999999999999999"] {
            let error = given(number, "true").unwrap_err();
            assert_eq!(
                error,
                "the parameter `expires_in` of `Notes` takes a whole number, and its value is none"
            );
        }
        for boolean in ["", "TRUE", "1", "true "] {
            let error = given("5", boolean).unwrap_err();
            assert!(error.contains("takes `true` or `false`, and its value is none"), "{error}");
        }
    }

    #[test]
    fn a_resource_is_an_absolute_uri_without_fragment() {
        for good in ["https://api.example/", "https://api.example/a?b=c", "urn:example:api", "a+b-c.1:x"] {
            assert!(is_resource(good), "{good}");
        }
        for bad in
            ["", "x", "/x", "//api.example", "https:", ":x", "1a:b", "a_b:c", "a:b#c", "a:b c", "a:\u{e9}"]
        {
            assert!(!is_resource(bad), "{bad}");
        }
    }

    #[test]
    fn several_resources_are_several_parameters() {
        const RESOURCES: &[ParameterMetadata] = &[
            ParameterMetadata::new(RESOURCE, ParameterValue::Optional),
            ParameterMetadata::new("audience", ParameterValue::Optional),
        ];
        let given = [("resource", "a:b"), ("audience", "x"), ("resource", "c:d"), ("resource", "a:b")];
        assert_eq!(declared(RESOURCES, &given).unwrap(), "resource=a:b&audience=x&resource=c:d");
        let error = declared(RESOURCES, &[("resource", "a:b"), ("resource", "x")]).unwrap_err();
        assert!(error.contains("RFC 8707"), "{error}");
    }

    #[test]
    fn a_missing_required_parameter_names_itself() {
        let error = declared(&[ACCOUNT], &[]).unwrap_err();
        assert_eq!(
            error,
            "`Notes` demands the parameter `account` in this request; give it with `.parameter(…)`"
        );
        assert_eq!(declared(&[ACCOUNT], &[("account", "7")]).unwrap(), "account=7");
    }

    #[test]
    fn a_caller_overrides_nothing_that_is_declared_and_nothing_reserved() {
        for (name, value) in [
            ("action", "x"),
            ("tenant", "x"),
            ("nonce", "x"),
            ("client_id", "x"),
            ("prompt", "x"),
            ("include", "c"),
        ] {
            let error = declared(PARAMS, &[(name, value)]).unwrap_err();
            assert!(error.contains(&format!("the parameter `{name}`")), "{error}");
        }
    }

    #[test]
    fn the_value_that_a_caller_gives_is_not_parsed_again() {
        let name: ParameterName<(), ()> = ParameterName::declared("locale");
        let mut given = Given::default();
        given.set(PARAMS, ' ', name.value("a&b=c").into_content());
        assert_eq!(given.get("locale"), Some("a&b=c"));
    }
}
