use oauth_core::UrlVariable;

#[derive(UrlVariable)]
pub enum Site<const N: usize> {
    #[url("eu")]
    Europe,
}

fn main() {}
