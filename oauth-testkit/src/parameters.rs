//! The parameters of a request, and whether they are those that the declaration has.

use crate::refusal::Refusal;
use crate::routes::Route;
use http::{HeaderMap, Method, Request, header};
use oauth_core::metadata::{ParameterValue, RequestFormat};

/// Decoded parameters in the order in which they came. One without a value counts as absent (RFC
/// 6749 section 3.1).
#[derive(Debug)]
pub(crate) struct Parameters(Vec<(String, String)>);

impl Parameters {
    pub(crate) fn parse(encoded: &[u8]) -> Self {
        Self(form_urlencoded::parse(encoded).into_owned().filter(|(_, value)| !value.is_empty()).collect())
    }

    /// The parameters of a request: in the query of a GET, in the body of a POST, never in both.
    pub(crate) fn of(request: &Request<Vec<u8>>, route: &Route) -> Result<Self, Refusal> {
        let mut query = Self::parse(request.uri().query().unwrap_or_default().as_bytes());
        // Those that the declared URL has itself are no parameters of this request.
        for own in &route.query {
            if let Some(position) = query.0.iter().position(|pair| pair == own) {
                query.0.remove(position);
            }
        }
        if request.method() != Method::POST {
            return Ok(query);
        }
        if let Some((name, _)) = query.0.first() {
            return Err(Refusal::invalid_request(format!(
                "`{name}` is in the query; the parameters of a POST belong in its body"
            )));
        }
        if media_type(request.headers()) != Some("application/x-www-form-urlencoded") {
            return Err(Refusal::invalid_request("the body is not application/x-www-form-urlencoded"));
        }
        Ok(Self::parse(request.body()))
    }

    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The value of a parameter that must be there, once.
    pub(crate) fn required(&self, name: &str) -> Result<&str, Refusal> {
        self.unique(name)?;
        self.get(name).ok_or_else(|| Refusal::invalid_request(format!("`{name}` is missing")))
    }

    fn unique(&self, name: &str) -> Result<(), Refusal> {
        if self.0.iter().filter(|(known, _)| known == name).count() > 1 {
            return Err(Refusal::invalid_request(format!("`{name}` is there more than once")));
        }
        Ok(())
    }

    /// No parameter twice (RFC 6749 sections 3.1, 3.2), none but the standard and the declared ones,
    /// and those with the declared values.
    pub(crate) fn check(&self, standard: &[&str], format: &RequestFormat) -> Result<(), Refusal> {
        for (name, _) in &self.0 {
            self.unique(name)?;
            let is_standard = standard.contains(&name.as_str()) && !format.omit.contains(&name.as_str());
            if !is_standard && !format.params.iter().any(|declared| declared.name == name) {
                return Err(Refusal::invalid_request(format!("`{name}` does not belong to this request")));
            }
        }
        for declared in format.params {
            let name = declared.name;
            match (declared.value, self.get(name)) {
                (ParameterValue::Fixed(value), sent) if sent != Some(value) => {
                    return Err(Refusal::invalid_request(format!("`{name}` is not `{value}`, as declared")));
                }
                (ParameterValue::OneOf(values), Some(sent)) if !values.contains(&sent) => {
                    return Err(Refusal::invalid_request(format!(
                        "`{name}` is none of {}, as declared",
                        values.join(", ")
                    )));
                }
                _ => {}
            }
        }
        Ok(())
    }
}

/// The media type of the body, without its parameters.
pub(crate) fn media_type(headers: &HeaderMap) -> Option<&str> {
    headers.get(header::CONTENT_TYPE)?.to_str().ok()?.split(';').next().map(str::trim)
}

/// Tokens come as JSON, and a client says that it takes that.
pub(crate) fn check_accept(headers: &HeaderMap) -> Result<(), Refusal> {
    let takes_json = headers
        .get_all(header::ACCEPT)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(|range| range.split(';').next().is_some_and(|range| range.trim() == "application/json"));
    if takes_json { Ok(()) } else { Err(Refusal::invalid_request("`Accept` lacks application/json")) }
}
