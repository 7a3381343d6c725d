use oauth_core::UrlVariable;

#[derive(UrlVariable)]
pub enum Region {
    #[url(api = "a.example.com", api = "b.example.com")]
    Europe,
}

fn main() {}
