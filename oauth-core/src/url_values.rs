//! [`UrlValues`]: the closed list of literals that a derived URL variable stands for.

/// The values of a type with `#[derive(UrlVariable)]`, one row per variant: name and literal, with
/// the name `""` where the variant has one literal only.
///
/// `callback(learn(...))` needs it: what a callback names must be in the list.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no list of values, so a callback can't choose among them",
    label = "this field is learnt from the callback",
    note = "use an enum with `#[derive(UrlVariable)]`; any other value could lead to another host"
)]
pub trait UrlValues {
    /// The rows, in the order of the variants.
    const VALUES: &[&[(&str, &str)]];
}
