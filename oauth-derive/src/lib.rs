//! contract stage
use proc_macro::TokenStream;

/// stub
#[proc_macro_attribute]
pub fn oauth_provider(_: TokenStream, item: TokenStream) -> TokenStream {
    item
}

/// stub
#[proc_macro_derive(UrlVariable, attributes(url))]
pub fn url_variable(_: TokenStream) -> TokenStream {
    TokenStream::new()
}
