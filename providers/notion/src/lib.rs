#![doc = include_str!("../README.md")]

pub use oauth_core;
use oauth_core::{UrlVariable, oauth_provider};

/// Notion: pages and databases, by public connections.
#[oauth_provider(
    authorization_endpoint = "https://api.notion.com/v1/oauth/authorize",
    token_endpoint = "https://api.notion.com/v1/oauth/token",
    revocation_endpoint = "https://api.notion.com/v1/oauth/revoke",
    introspection_endpoint = "https://api.notion.com/v1/oauth/introspect",
    userinfo_endpoint = "https://api.notion.com/v1/users/me",
    api_base = "https://api.notion.com/v1",
    client_auth(client_secret_basic),
    grants(authorization_code, refresh_token(rotation(strict))),
    authorization_request(params(owner = "user")),
    token_request(body(json), headers(header("Notion-Version", "{version}"))),
    revocation_request(body(json), omit(token_type_hint)),
    introspection_request(body(json), omit(token_type_hint)),
    token_response(extra(NotionExtra)),
    error_response(code = "code", description = "message", map(invalid_request = "validation_error")),
    bearer(headers(header("Notion-Version", "{version}")))
)]
#[derive(Debug, Clone, Copy)]
pub struct Notion {
    /// The version of the API that the program is written for.
    pub version: Version,
}

/// The versions of Notion's API.
#[derive(Debug, Clone, Copy, PartialEq, Eq, UrlVariable)]
pub enum Version {
    /// Before databases had several data sources.
    #[url("2022-06-28")]
    June2022,
    /// What Notion's own SDK sends unless told otherwise.
    #[url("2025-09-03")]
    September2025,
    /// The latest one.
    #[url("2026-03-11")]
    March2026,
}

impl Notion {
    /// Notion, by the latest version of its API.
    pub const LATEST: Self = Self { version: Version::March2026 };
}

/// What Notion's token answer says beyond RFC 6749.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
pub struct NotionExtra {
    /// The connection's bot in this workspace.
    pub bot_id: String,
    /// The workspace.
    pub workspace_id: String,
    /// Its name.
    pub workspace_name: Option<String>,
    /// Its icon.
    pub workspace_icon: Option<String>,
    /// Who owns the bot.
    pub owner: Owner,
    /// The page that was made from the connection's template, if the user chose so.
    pub duplicated_template_id: Option<String>,
    /// The identifier of the request, for Notion's support.
    pub request_id: Option<String>,
}

/// Who owns a bot.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Owner {
    /// A user, as with every public connection.
    User {
        /// The user.
        user: User,
    },
    /// The workspace itself.
    Workspace {
        /// Always `true`.
        workspace: bool,
    },
}

/// A user of Notion. Only the identifier is always there.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
pub struct User {
    /// The identifier, a UUID.
    pub id: String,
    /// The name.
    pub name: Option<String>,
    /// Where the picture is.
    pub avatar_url: Option<String>,
    /// What a person has and a bot has not.
    pub person: Option<Person>,
}

/// A human user.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
pub struct Person {
    /// The e-mail address, for connections that may see it.
    pub email: Option<String>,
}
