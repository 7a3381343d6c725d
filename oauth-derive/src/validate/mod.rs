//! The rules that are about the item in Rust: one function each, as in `oauth-declaration`, which has
//! all the others.

mod item;

use crate::errors::Errors;
use crate::source::Source;
use oauth_declaration::Declaration;
use syn::DeriveInput;

type Rule = fn(&mut Errors, &DeriveInput, &Declaration, &Source);

const RULES: &[Rule] = &[
    item::is_a_struct,
    item::is_declared_once,
    item::has_named_fields,
    item::fields_are_always_there,
    item::has_no_generics,
    item::crate_is_a_path,
];

/// Reports every broken rule.
pub(crate) fn item(errors: &mut Errors, item: &DeriveInput, declaration: &Declaration, source: &Source) {
    for rule in RULES {
        rule(errors, item, declaration, source);
    }
}
