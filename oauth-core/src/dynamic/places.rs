//! Where the variables of a provider stand.

use crate::metadata::{Metadata, ParameterValue, RequestFormat};
use oauth_declaration::template::{Place, Template, TextTemplate};

/// The variables, each with the place that it fills: those of URLs first, which are the stricter places.
/// One may come several times. `{client_id}` and `{client_secret}` are the client's and not among them.
pub(super) fn places(metadata: &Metadata) -> Vec<(&'static str, Place)> {
    let in_urls = urls(metadata).into_iter().filter_map(|(_, template)| {
        let template = template?;
        Some((template, Template::split(template)?.variables))
    });
    let in_texts = texts(metadata).into_iter().map(|text| (text, TextTemplate::split(text).variables));
    let mut places = Vec::new();
    for (template, variables) in in_urls.chain(in_texts) {
        for variable in variables {
            let inner = variable.range.start.saturating_add(1)..variable.range.end.saturating_sub(1);
            let place = template.get(inner).zip(variable.place);
            places.extend(place.filter(|(name, _)| !matches!(*name, "client_id" | "client_secret")));
        }
    }
    places
}

/// The templates that are URLs, with their keys.
pub(super) fn urls(metadata: &Metadata) -> [(&'static str, Option<&'static str>); 9] {
    [
        ("issuer", metadata.issuer),
        ("authorization_endpoint", metadata.authorization_endpoint),
        ("token_endpoint", metadata.token_endpoint),
        ("refresh_endpoint", metadata.refresh_endpoint),
        ("long_lived_token_endpoint", metadata.long_lived_token_endpoint),
        ("revocation_endpoint", metadata.revocation_endpoint),
        ("introspection_endpoint", metadata.introspection_endpoint),
        ("userinfo_endpoint", metadata.userinfo_endpoint),
        ("api_base", metadata.api_base),
    ]
}

/// The templates that are parts of messages.
fn texts(metadata: &Metadata) -> Vec<&'static str> {
    let requests = [
        metadata.authorization_request,
        metadata.revocation_request,
        metadata.introspection_request,
        metadata.userinfo_request,
    ];
    let of_grants = metadata.grants.iter().map(|grant| grant.request);
    let mut texts: Vec<_> = requests.into_iter().chain(of_grants).flat_map(of_request).collect();
    let pairs = metadata.callback.equals.iter().chain(metadata.bearer.headers);
    texts.extend(pairs.map(|(_, text)| *text));
    texts
}

fn of_request(request: &RequestFormat) -> impl Iterator<Item = &'static str> + use<> {
    let params = request.params.iter().filter_map(|parameter| match parameter.value {
        ParameterValue::Template(text) => Some(text),
        _ => None,
    });
    params.chain(request.query.iter().chain(request.headers).map(|(_, text)| *text))
}
