use oauth_core::UrlVariable;

#[derive(UrlVariable)]
pub struct Site;

fn main() {}
