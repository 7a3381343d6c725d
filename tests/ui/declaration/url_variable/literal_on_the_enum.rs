use oauth_core::UrlVariable;

#[derive(UrlVariable)]
#[url("example.com")]
pub enum Site {
    #[url("eu")]
    Europe,
}

fn main() {}
