//! Formatted expansions of the first five providers, reviewed like code.

use expect_test::expect_file;
use proc_macro2::TokenStream;

/// The expansion of every declaration in a source file, without the hints for editors, which rustc
/// drops at once.
fn expand(source: &str) -> Vec<String> {
    let file = syn::parse_file(source).expect("a source file");
    let structs = file.items.into_iter().filter_map(|item| match item {
        syn::Item::Struct(item) => Some(item),
        _ => None,
    });
    structs
        .filter_map(|mut item| {
            let at = item.attrs.iter().position(|attribute| attribute.path().is_ident("oauth_provider"))?;
            let attribute = item.attrs.remove(at);
            let args = attribute.meta.require_list().expect("arguments").tokens.clone();
            let expansion: TokenStream = crate::provider(args, quote::quote!(#item));
            let mut file: syn::File = syn::parse2(expansion).expect("items");
            file.items.remove(0);
            Some(prettyplease::unparse(&file))
        })
        .collect()
}

/// What rustc reads per provider is what a workspace of providers pays for, so it stays short: 120
/// lines at most, beside the documentation and the list of scopes.
fn check(name: &str) {
    let path = format!("{}/../providers/{name}/src/lib.rs", env!("CARGO_MANIFEST_DIR"));
    let source = std::fs::read_to_string(path).expect("the provider crate");
    let expansions = expand(&source);
    for expansion in &expansions {
        assert!(!expansion.contains("compile_error"), "{expansion}");
        let lines = lines_without_scopes(expansion);
        eprintln!("{name}: {lines} lines");
        assert!(lines <= 120, "{lines} lines");
    }
    let path = format!("{}/src/tests/expansions/{name}.rs", env!("CARGO_MANIFEST_DIR"));
    expect_file![path].assert_eq(&expansions.join("\n"));
}

fn lines_without_scopes(expansion: &str) -> usize {
    let (before, after) = expansion.split_once("/**").expect("the summary");
    let code = before.to_owned() + after.split_once("*/").expect("its end").1;
    // The line that ends the scopes, or a scope.
    let mut end: Option<String> = None;
    let counted = code.lines().filter(|line| {
        let text = line.trim_start();
        let indent = &line[..line.len() - text.len()];
        if text == "scopes: &[" {
            end = Some(format!("{indent}],"));
        } else if text.starts_with("/// The scope `") {
            end = Some(";".to_owned());
        }
        let inside = end.is_some();
        end = end.take().filter(|end| !(line == end || (end == ";" && line.ends_with(';'))));
        !inside
    });
    counted.count()
}

macro_rules! snapshots {
    ($($name:ident)*) => {$(
        #[test]
        fn $name() {
            check(stringify!($name));
        }
    )*};
}

snapshots!(ebay redbooth reverb sharetribe standard);

#[test]
fn an_expansion_is_the_same_each_time() {
    for name in ["ebay", "standard"] {
        let source = std::fs::read_to_string(format!(
            concat!(env!("CARGO_MANIFEST_DIR"), "/../providers/{}/src/lib.rs"),
            name
        ));
        let source = source.expect(name);
        assert_eq!(expand(&source), expand(&source));
    }
}

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
    let expansion = expand(declaration).remove(0);
    assert!(expansion.contains("::renamed::Provider") && !expansion.contains("oauth_core"), "{expansion}");
}

#[test]
fn an_api_base_that_comes_with_the_token_is_an_endpoint() {
    let declaration = r#"
        #[oauth_provider(
            token_endpoint = "https://a.example/token",
            client_auth(client_secret_basic),
            grants(client_credentials),
            token_response(api_base(member = "url", hosts("*.a.example")))
        )]
        pub struct P;
    "#;
    let expansion = expand(declaration).remove(0);
    assert!(expansion.contains("HasEndpoint<::oauth_core::endpoint::Api> for P"), "{expansion}");
}
