//! The rules of a declaration: one function each, with the rule as its comment and the names of
//! the cases under `tests/ui/declaration` that show its messages.

mod client_auth;
mod grant;
mod message;
mod protection;
mod scope;
mod url;
mod variable;

use crate::declaration::Declaration;
use crate::diagnostics::Diagnostics;
use crate::item::Subject;

type Rule = fn(&mut Diagnostics, &Declaration, &Subject);

const RULES: &[Rule] = &[
    url::is_absolute,
    url::is_https,
    url::has_no_userinfo,
    url::has_no_fragment,
    url::has_no_query,
    url::has_a_plain_host,
    url::has_a_port_number,
    url::has_a_plain_path,
    url::closes_its_braces,
    variable::is_a_field,
    variable::every_field_is_used,
    variable::fills_a_whole_part,
    variable::leaves_the_domain_alone,
    variable::stands_at_one_place,
    variable::host_has_an_address_policy,
    variable::address_policy_has_a_host,
    variable::endpoints_share_the_tenant,
    grant::some_are_declared,
    grant::has_its_endpoints,
    grant::uses_the_endpoints,
    grant::refresh_has_a_first_token,
    grant::issued_refresh_tokens_are_used,
    client_auth::is_declared,
    client_auth::client_credentials_authenticate,
    client_auth::introspection_authenticates,
    scope::delimiter_is_one_character,
    scope::delimiter_separates,
    scope::has_no_delimiter,
    scope::has_legal_characters,
    scope::is_not_empty,
    scope::stands_once,
    scope::constants_differ,
    scope::prefix_is_used,
    scope::cited_ones_are_declared,
    scope::cited_ones_stand_once,
    scope::default_ones_are_allowed,
    scope::some_grant_asks_for_it,
    protection::departures_have_a_reason,
    protection::reasons_say_something,
    protection::reasons_have_a_departure,
    protection::pkce_protects_a_code,
    protection::iss_has_an_issuer,
    message::blocks_have_their_endpoint,
    message::tokens_stay_out_of_urls,
    message::status_is_about_the_token,
    message::authorization_takes_get,
    message::parameters_are_not_managed,
    message::parameters_stand_once,
    message::queries_repeat_nothing,
    message::values_stand_once,
    message::header_names_are_tokens,
    message::headers_are_not_managed,
    message::headers_stand_once,
    message::header_values_are_text,
    message::aliases_say_something,
    message::fields_have_a_name,
];

/// Reports every broken rule.
pub fn validate(dx: &mut Diagnostics, declaration: &Declaration, subject: &Subject) {
    for rule in RULES {
        rule(dx, declaration, subject);
    }
}
