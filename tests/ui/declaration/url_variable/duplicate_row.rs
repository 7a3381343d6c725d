use oauth_core::UrlVariable;

#[derive(UrlVariable)]
pub enum Region {
    #[url(accounts = "accounts.example.eu", api = "api.example.eu")]
    Europe,
    #[url(accounts = "accounts.example.com", api = "api.example.com")]
    America,
    #[url(accounts = "accounts.example.eu", api = "api.example.com")]
    Asia,
}

fn main() {}
