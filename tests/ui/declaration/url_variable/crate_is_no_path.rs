use oauth_core::UrlVariable;

#[derive(UrlVariable)]
#[url(crate = "oauth core")]
pub enum Site {
    #[url("eu")]
    Europe,
}

fn main() {}
