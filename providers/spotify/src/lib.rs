#![doc = include_str!("../README.md")]

pub use oauth_core;
use oauth_core::oauth_provider;

/// Spotify: music and podcasts.
#[rustfmt::skip]
#[oauth_provider(
    authorization_endpoint = "https://accounts.spotify.com/authorize",
    token_endpoint = "https://accounts.spotify.com/api/token",
    userinfo_endpoint = "https://api.spotify.com/v1/me",
    api_base = "https://api.spotify.com/v1",
    client_auth(client_secret_basic, none),
    grants(authorization_code, refresh_token, client_credentials),
    scopes(ugc_image_upload = "ugc-image-upload", user_read_playback_state = "user-read-playback-state",
        user_modify_playback_state = "user-modify-playback-state",
        user_read_currently_playing = "user-read-currently-playing",
        app_remote_control = "app-remote-control", streaming, playlist_read_private = "playlist-read-private",
        playlist_read_collaborative = "playlist-read-collaborative",
        playlist_modify_private = "playlist-modify-private",
        playlist_modify_public = "playlist-modify-public", user_follow_modify = "user-follow-modify",
        user_follow_read = "user-follow-read", user_read_playback_position = "user-read-playback-position",
        user_top_read = "user-top-read", user_read_recently_played = "user-read-recently-played",
        user_library_modify = "user-library-modify", user_library_read = "user-library-read",
        user_read_email = "user-read-email", user_read_private = "user-read-private",
        user_soa_link = "user-soa-link", user_soa_unlink = "user-soa-unlink",
        soa_manage_entitlements = "soa-manage-entitlements", soa_manage_partner = "soa-manage-partner",
        soa_create_partner = "soa-create-partner"),
    authorization_request(params(show_dialog(one_of(true, false))))
)]
#[derive(Debug, Clone, Copy)]
pub struct Spotify;
