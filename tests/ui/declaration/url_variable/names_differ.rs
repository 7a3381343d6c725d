use oauth_core::UrlVariable;

#[derive(UrlVariable)]
pub enum Region {
    #[url(accounts = "a.example.eu", api = "b.example.eu")]
    Europe,
    #[url(accounts = "a.example.com")]
    America,
}

fn main() {}
