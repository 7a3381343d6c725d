use oauth_core::UrlVariable;

#[derive(UrlVariable)]
pub enum Site {}

fn main() {}
