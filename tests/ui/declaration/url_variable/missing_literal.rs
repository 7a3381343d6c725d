use oauth_core::UrlVariable;

#[derive(UrlVariable)]
pub enum Site {
    #[url("eu")]
    Europe,
    America,
}

fn main() {}
