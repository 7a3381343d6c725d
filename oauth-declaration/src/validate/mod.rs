//! The rules of a declaration: one function each, with the rule as its comment and the names of
//! the cases under `tests/ui/declaration` that show its messages.

mod answer;
mod callback;
mod client_auth;
mod grant;
mod header;
mod message;
mod parameter;
mod pointer;
mod protection;
mod request;
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
    url::query_says_something,
    url::differs_from_the_token_endpoint,
    url::has_a_plain_host,
    url::has_a_port_number,
    url::has_a_plain_path,
    url::closes_its_braces,
    variable::is_a_field,
    variable::every_field_is_used,
    variable::fills_a_whole_part,
    variable::client_id_is_a_segment,
    variable::client_secret_stays_at_home,
    variable::fields_are_not_the_clients,
    variable::names_are_words,
    variable::hook_is_a_field,
    variable::learnt_ones_are_in_the_token_endpoint,
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
    grant::has_a_value,
    grant::omitted_ones_have_no_value,
    grant::refreshes_in_one_way,
    grant::extension_has_a_lifetime,
    grant::exchange_has_a_first_token,
    grant::code_comes_alone,
    client_auth::is_declared,
    client_auth::some_request_is_authenticated,
    client_auth::client_credentials_authenticate,
    client_auth::introspection_authenticates,
    client_auth::arguments_are_complete,
    client_auth::digest_has_something_to_prove,
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
    protection::pkce_tells_clients_apart,
    protection::state_protects_a_login,
    protection::iss_has_an_issuer,
    protection::redirect_uri_is_sent,
    message::blocks_have_their_endpoint,
    message::tokens_stay_out_of_urls,
    message::status_is_about_the_token,
    message::authorization_takes_get,
    message::aliases_say_something,
    request::own_blocks_have_their_grant,
    request::renamed_ones_have_their_own_name,
    request::omitted_ones_are_gone,
    request::public_clients_are_named,
    request::omitted_tokens_are_in_a_header,
    request::revoked_tokens_are_there,
    request::repeated_ones_have_a_login,
    request::get_has_no_body,
    request::forms_are_posted,
    request::fragment_is_plain,
    request::posts_are_sent,
    request::texts_say_something,
    parameter::parameters_are_not_managed,
    parameter::parameters_stand_once,
    parameter::parameters_say_something,
    parameter::queries_repeat_nothing,
    parameter::values_stand_once,
    parameter::scopes_are_declared,
    parameter::types_fit_their_values,
    header::header_names_are_tokens,
    header::headers_are_not_managed,
    header::headers_stand_once,
    header::header_values_are_text,
    header::token_stands_in_one_place,
    header::carriers_carry_something,
    header::schemes_are_tokens,
    callback::parameters_are_not_managed,
    callback::echoes_are_new,
    callback::code_and_error_differ,
    callback::lists_name_once,
    callback::comparisons_say_something,
    callback::hmac_has_a_secret,
    callback::codes_are_mapped_once,
    pointer::pointers_lead_somewhere,
    pointer::alternatives_differ,
    pointer::roots_say_something,
    pointer::fields_have_their_place,
    pointer::forms_are_flat,
    answer::lifetimes_are_clear,
    answer::default_is_a_lifetime,
    answer::lifetime_has_a_field,
    answer::prefix_is_no_json,
    answer::delimiter_is_one_character,
    answer::further_tokens_stand_elsewhere,
    answer::api_base_is_complete,
    answer::hosts_have_an_owner,
    answer::path_is_absolute,
    answer::conditions_say_something,
];

/// Reports every broken rule.
pub fn validate(dx: &mut Diagnostics, declaration: &Declaration, subject: &Subject) {
    for rule in RULES {
        rule(dx, declaration, subject);
    }
}
