//! The summary of a declaration for the documentation of the struct.

use oauth_declaration::Provider;
use oauth_declaration::provider::Allowed;
use oauth_declaration::vocabulary::{ClientAuth, GrantType};

/// Endpoints, grants, scopes and deviations, in Markdown.
pub(crate) fn summary(provider: &Provider<'_>) -> String {
    let sections = [endpoints(provider), grants(provider), scopes(provider), deviations(provider)];
    sections.into_iter().filter(|section| !section.is_empty()).collect()
}

/// `` `a` and `b` ``.
pub(crate) fn words(grants: &[GrantType]) -> String {
    let words: Vec<_> = grants.iter().map(|grant| format!("`{}`", grant.word())).collect();
    match words.as_slice() {
        [] => String::new(),
        [only] => only.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

fn endpoints(provider: &Provider<'_>) -> String {
    let rows = provider
        .declaration
        .urls
        .iter()
        .map(|url| format!("| `{}` | `{}` |\n", url.endpoint.key(), url.text.value));
    table("Endpoints", "| endpoint | URL |\n|---|---|\n", rows)
}

fn grants(provider: &Provider<'_>) -> String {
    let rows = provider
        .grants
        .iter()
        .map(|grant| format!("| `{}` | {} |\n", grant.grant_type.word(), methods(&grant.client_auth)));
    table("Grants", "| grant | client authentication |\n|---|---|\n", rows)
}

fn methods(methods: &[ClientAuth]) -> String {
    let words: Vec<_> = methods.iter().map(|method| format!("`{}`", method.word())).collect();
    words.join(" or ")
}

fn scopes(provider: &Provider<'_>) -> String {
    let rows = provider.scopes.iter().map(|scope| {
        let grants = match &scope.allowed {
            Allowed::All => "all".to_owned(),
            Allowed::Only(grants) => words(grants),
        };
        let constant = &scope.constant.text;
        format!("| [`{constant}`](Self::{constant}) | `{}` | {grants} |\n", scope.value.replace('|', "\\|"))
    });
    table("Scopes", "| constant | scope | grants |\n|---|---|---|\n", rows)
}

fn deviations(provider: &Provider<'_>) -> String {
    let rows = provider.deviations.iter().map(|deviation| {
        let because = deviation.because.replace('|', "\\|");
        format!("| `{}` | {} | {because} |\n", deviation.what, deviation.from.rule())
    });
    table("Deviations", "| declared | against | because |\n|---|---|---|\n", rows)
}

fn table(title: &str, head: &str, rows: impl Iterator<Item = String>) -> String {
    let rows: String = rows.collect();
    if rows.is_empty() { rows } else { format!("\n# {title}\n\n{head}{rows}") }
}
