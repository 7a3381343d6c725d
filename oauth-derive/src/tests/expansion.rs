//! Formatted expansions of the first five providers, reviewed like code.

use expect_test::{ExpectFile, expect_file};
use proc_macro2::TokenStream;

fn expand(declaration: &str) -> String {
    let file: TokenStream = declaration.parse().expect("tokens");
    let mut item: syn::DeriveInput = syn::parse2(file).expect("an item");
    let at = item.attrs.iter().position(|attribute| attribute.path().is_ident("oauth_provider"));
    let attribute = item.attrs.remove(at.expect("the attribute"));
    let args = attribute.meta.require_list().expect("arguments").tokens.clone();
    let expansion = crate::provider(args, quote::quote!(#item));
    let mut file: syn::File = syn::parse2(expansion).expect("items");
    // The hints for editors, which rustc drops at once.
    file.items.remove(0);
    prettyplease::unparse(&file)
}

/// What rustc reads per provider is what a workspace of providers pays for, so it stays short. Each
/// scope adds its constant and its entry in the metadata, which take up to 15 lines here.
fn check(declaration: &str, snapshot: &ExpectFile) {
    let expansion = expand(declaration);
    snapshot.assert_eq(&expansion);
    assert!(!expansion.contains("compile_error"), "{expansion}");
    let (before, after) = expansion.split_once("/**").expect("the summary");
    let code = before.to_owned() + after.split_once("*/").expect("its end").1;
    let (lines, scopes) = (code.lines().count(), code.matches("Scope::declared(").count());
    assert!(lines <= 120 + 15 * scopes, "{lines} lines, {scopes} scopes");
}

macro_rules! snapshots {
    ($($name:ident)*) => {$(
        #[test]
        fn $name() {
            check(
                include_str!(concat!("declarations/", stringify!($name), ".rs")),
                &expect_file![concat!("expansions/", stringify!($name), ".rs")],
            );
        }
    )*};
}

snapshots!(ebay redbooth reverb sharetribe standard);

#[test]
fn a_renamed_dependency_is_the_only_one_named() {
    let declaration = r#"
        #[oauth_provider(
            crate = "renamed",
            token_endpoint = "https://a.example/token",
            client_auth(client_secret_basic),
            grants(client_credentials),
            scopes(read)
        )]
        pub struct P;
    "#;
    let expansion = expand(declaration);
    assert!(expansion.contains("::renamed::Provider") && !expansion.contains("oauth_core"), "{expansion}");
}
