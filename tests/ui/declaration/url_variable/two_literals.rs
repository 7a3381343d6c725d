use oauth_core::UrlVariable;

#[derive(UrlVariable)]
pub enum Site {
    #[url("eu")]
    #[url("us")]
    Europe,
}

fn main() {}
