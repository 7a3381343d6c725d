#![doc = include_str!("../README.md")]

pub use oauth_core;
use oauth_core::oauth_provider;

/// Untappd: beers, and who drinks them.
#[oauth_provider(
    authorization_endpoint = "https://untappd.com/oauth/authenticate/",
    token_endpoint = "https://untappd.com/oauth/authorize/",
    userinfo_endpoint = "https://api.untappd.com/v4/user/info/",
    api_base = "https://api.untappd.com/v4",
    client_auth(client_secret_post),
    grants(authorization_code(grant_type = "code")),
    authorization_request(rename(redirect_uri = "redirect_url")),
    token_request(
        method(get, because = "the documented request is a GET with the secret in its query"),
        rename(grant_type = "response_type", redirect_uri = "redirect_url")
    ),
    token_response(root = "/response", expires_in(never)),
    error_response(
        when(present("/meta/error_type")),
        code = "/meta/error_type",
        description = "/meta/error_detail"
    ),
    bearer(query = "access_token", because = "the documentation has tokens in the query only")
)]
#[derive(Debug, Clone, Copy)]
pub struct Untappd;
