//! Texts with `{field}` and `{client_id}` in them. Nothing is encoded here; that is the encoder's.

use crate::error::Error;
use crate::variables::Variables;
use std::borrow::Cow;

/// Fills a template in: `{client_id}` with the client's identifier, every other name with the
/// value of that field of the provider.
pub(crate) fn expand(
    template: &'static str,
    variables: &Variables,
    client_id: &str,
) -> Result<Cow<'static, str>, Error> {
    fill(template, |name| if name == "client_id" { Some(client_id) } else { variables.get(name) })
}

/// The same with any names.
pub(crate) fn fill<'v>(
    template: &'static str,
    value: impl Fn(&str) -> Option<&'v str>,
) -> Result<Cow<'static, str>, Error> {
    if !template.contains('{') {
        return Ok(Cow::Borrowed(template));
    }
    let mut filled = String::with_capacity(template.len().saturating_add(32));
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let wrong = |what: &str| Error::configuration(format!("the template `{template}` {what}"));
        let (name, after) = after.split_once('}').ok_or_else(|| wrong("has a `{` without its `}`"))?;
        let value = value(name).ok_or_else(|| wrong(&format!("names `{name}`, which has no value")))?;
        filled.extend([before, value]);
        rest = after;
    }
    filled.push_str(rest);
    Ok(Cow::Owned(filled))
}

/// Whether a value may come from a field of the provider, or is the client's, which may be a secret.
pub(crate) fn holds_field(template: &str) -> bool {
    template.split('{').skip(1).any(|part| !part.starts_with("client_id}"))
}

/// The values of the fields that stand in these templates, any of which may be a secret.
pub(crate) fn fields(
    templates: impl Iterator<Item = &'static str> + Clone,
    variables: &Variables,
) -> impl Iterator<Item = &str> {
    let stands_there = move |name: &str| {
        let place = format!("{{{name}}}");
        templates.clone().any(|template| template.contains(&place))
    };
    variables.iter().filter(move |(name, _)| stands_there(name)).map(|(_, value)| value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::url_variable::HostLabel;

    #[test]
    fn names_are_replaced_and_nothing_is_encoded() {
        let mut variables = Variables::default();
        variables.set::<HostLabel, _>("shop", &HostLabel::new("acme").unwrap());
        let expand = |template| expand(template, &variables, "id&1").map(Cow::into_owned);
        assert_eq!(expand("plain").unwrap(), "plain");
        assert_eq!(expand("{shop}/{client_id} x").unwrap(), "acme/id&1 x");
        assert_eq!(
            expand("a {tenant}").unwrap_err().to_string(),
            "the template `a {tenant}` names `tenant`, which has no value"
        );
        assert!(expand("a {shop").is_err());
    }

    #[test]
    fn only_a_field_may_be_a_secret() {
        assert!(holds_field("{client_id} {key}"));
        assert!(!holds_field("OAuth {client_id}"));
        assert!(!holds_field("v1"));
    }

    #[test]
    fn fields_that_stand_in_templates() {
        let mut variables = Variables::default();
        variables.set::<HostLabel, _>("tenant", &HostLabel::new("acme").unwrap());
        variables.set::<HostLabel, _>("key", &HostLabel::new("hunter22").unwrap());
        let fields = |templates: &'static [&str]| {
            fields(templates.iter().copied(), &variables).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(fields(&["k={key}", "{client_id}"]), "hunter22");
        assert_eq!(fields(&["{key}{tenant}", "{key}"]), "acme hunter22");
        assert_eq!(fields(&["key", "{keys}"]), "");
        assert_eq!(fields(&[]), "");
    }
}
