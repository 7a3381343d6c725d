//! Twelve providers from one file, and a login page with a button for each.

use oauth_core::{AnyAuth, AnyClient, Client, Error, Login, MetadataBuf, MetadataErrors, Pending, Scope};

/// The definitions.
pub const PROVIDERS: &str = include_str!("providers.json");

/// Values of URL variables, for the providers that have some.
const VARIABLES: &[(&str, &[(&str, &str)])] = &[
    ("microsoft", &[("tenant", "common")]),
    ("smartsheet", &[("domain", "smartsheet.com")]),
    ("zendesk", &[("subdomain", "acme")]),
];

/// A provider on the page.
#[derive(Debug)]
pub struct Button {
    /// The name of its definition.
    pub name: String,
    /// Its client.
    pub client: AnyClient,
}

/// All definitions, each with a client; the credentials would come from a secret store.
///
/// # Errors
///
/// Everything that is wrong with the file.
pub fn load(json: &str) -> Result<Vec<Button>, MetadataErrors> {
    let definitions = MetadataBuf::load_all(json)?;
    let button = |(name, definition): (String, MetadataBuf)| {
        let values = VARIABLES.iter().find(|(known, _)| *known == name).map_or(&[][..], |(_, values)| values);
        let provider = definition.provider(values.iter().copied()).ok()?;
        let is_public = provider_is_public(&definition);
        let id = format!("{name}-client");
        let credentials = if is_public { AnyAuth::new(id) } else { AnyAuth::with_secret(id, "secret") };
        Some(Button { name, client: Client::new(provider, credentials) })
    };
    Ok(definitions.into_iter().filter_map(button).collect())
}

fn provider_is_public(definition: &MetadataBuf) -> bool {
    definition.metadata().client_auth.iter().all(|method| method.is_public())
}

impl Button {
    /// Begins a login that asks for the first declared scope.
    ///
    /// # Errors
    ///
    /// The client is not configured for it.
    pub fn log_in(&self) -> Result<Login<oauth_core::Dynamic>, Error> {
        let first = self.client.metadata().scopes.first();
        let scopes: Vec<Scope<_>> =
            first.map(|scope| self.client.scope(scope.value)).transpose()?.into_iter().collect();
        self.client.authorize("https://app.example/callback").scopes(scopes).start()
    }
}

/// The page, and the logins that wait for their callbacks, in the order of the buttons.
///
/// # Errors
///
/// A client is not configured for a login.
pub fn page(buttons: &[Button]) -> Result<(String, Vec<Pending<oauth_core::Dynamic>>), Error> {
    let (mut html, mut waiting) = (String::from("<!DOCTYPE html><title>Log in</title>\n"), Vec::new());
    for button in buttons {
        let Login { url, pending } = button.log_in()?;
        let (href, name) = (url.replace('&', "&amp;"), button.client.metadata().name);
        html.push_str(&format!("<a href=\"{href}\">Log in with {name}</a>\n"));
        waiting.push(pending);
    }
    Ok((html, waiting))
}
