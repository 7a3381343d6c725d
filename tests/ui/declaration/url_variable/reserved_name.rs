use oauth_core::UrlVariable;

#[derive(UrlVariable)]
pub enum Region {
    #[url(from_str = "a.example.com")]
    Europe,
}

fn main() {}
