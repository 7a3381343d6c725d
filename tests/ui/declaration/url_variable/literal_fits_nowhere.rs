use oauth_core::UrlVariable;

#[derive(UrlVariable)]
pub enum Site {
    #[url("eu")]
    Europe,
    #[url("evil.com/#")]
    America,
}

fn main() {}
