//! Declarations: the macro panics at none, whatever it writes parses, and its errors stand in its input.

#![no_main]

use libfuzzer_sys::fuzz_target;
use oauth_fuzz::bounded;
use proc_macro2::{TokenStream, TokenTree};

/// The words of declarations; each byte of an input is one of them.
const WORDS: &[&str] = &[
    "(", ")", "(", ")", ",", ",", " = ", "{", "}", "[", "]", ";", "'a", "#", "::", "_", "-", "\"\"", "\"x\"", "'x'",
    "1", "true", "because = \"x\"", "r#type", "\u{e9}", "\"\u{e9}\"", "\"https://a.example\"", "\"https://a.example/x?y=z\"",
    "\"https://{a}.b.example/{b}\"", "\"https://{b}/x\"", "\"http://a.example\"", "\"{\"", "\"}\"", "\"https://[\"", "\":\"",
    "\"https://a.example/{c.d}\"", "issuer", "authorization_endpoint", "token_endpoint", "revocation_endpoint",
    "introspection_endpoint", "refresh_endpoint", "userinfo_endpoint", "api_base", "client_auth", "client_secret_basic",
    "client_secret_post", "none", "encoding", "\"raw\"", "grants", "authorization_code", "client_credentials", "implicit",
    "password", "refresh_token", "rotation", "strict", "send", "scope", "scopes", "default_scopes", "issues", "read",
    "write", "scope_delimiter", "','", "scope_prefix", "custom_scopes", "allowed", "pkce", "S256", "plain", "redirect_uri",
    "opaque", "ssrf", "deny_private", "any_address", "authorization_request", "token_request", "revocation_request",
    "introspection_request", "method", "get", "post", "params", "optional", "required", "one_of", "some_of", "auth",
    "bearer", "omit", "token", "callback", "iss", "mode", "map", "token_response", "format", "json", "form", "root",
    "fields", "expires_in", "never", "zero", "token_type", "alias", "extra", "Type", "crate", "introspection_response",
    "active", "status", "error_response", "text", "when", "present", "equals", "headers", "header", "\"X-A\"", "scheme",
    "hook", "a", "b", "state", "client_id", "client_secret", "parameter", "name", "body", "query", "because",
    "token_endpoint = \"https://a.example/token\",", "client_auth(client_secret_post),", "client_auth(none),",
    "grants(authorization_code),", "grants(client_credentials),", "grants(refresh_token, password(because = \"x\")),",
    "authorization_endpoint = \"https://{a}.b.example/authorize\",", "scopes(read, write = \"w\"),", "prefix",
];

const ITEMS: &[&str] = &[
    "pub struct P;",
    "pub struct P { a: A, pub b: B }",
    "#[derive(Debug)] struct r#type { a: HostLabel }",
    "struct P(A);",
    "struct P<T> { a: T }",
    "enum P { A, B }",
    "fn p() {}",
    "",
    "#[url(\"a\")] enum P { #[url(\"a.example\")] A, #[url(\"b\")] B(u8) }",
    "#[url(crate = \"x\")] enum P { #[url(\"a.example\")] A, #[url(\"b.example\")] B }",
];

/// Every error stands at a part of the input, where there is any input.
fn check_errors(input: &[&str], expansion: TokenStream) {
    for token in expansion {
        match token {
            TokenTree::Group(group) => check_errors(input, group.stream()),
            TokenTree::Ident(word) if word == "compile_error" => {
                let text = word.span().source_text().unwrap_or_default();
                let stands_there = !text.is_empty() && input.iter().any(|input| input.contains(&text));
                assert!(stands_there || input.contains(&""), "{text:?} is not in {input:?}");
            }
            _ => {}
        }
    }
}

fuzz_target!(|input: &[u8]| bounded(input.len(), || {
    let [item, words @ ..] = input else { return };
    let item_text = ITEMS[usize::from(*item) % ITEMS.len()];
    let item: TokenStream = item_text.parse().unwrap();
    // Words of the grammar where the first byte says so, and any text otherwise.
    let text = match words {
        [0, text @ ..] => match std::str::from_utf8(text) {
            Ok(text) => text.to_owned(),
            Err(_) => return,
        },
        words => words.iter().map(|word| format!("{} ", WORDS[usize::from(*word) % WORDS.len()])).collect(),
    };
    if let Ok(args) = text.parse::<TokenStream>() {
        let expansion = oauth_derive_by_hand::by_hand::oauth_provider(args.clone(), item.clone());
        assert!(syn::parse2::<syn::File>(expansion.clone()).is_ok(), "{text}");
        check_errors(&[&text, item_text], expansion);
    }
    // The derive reads its attributes from the item, which the words may be.
    let own = format!("enum P {{ #[url({text})] A, #[url(\"b\")] B }}");
    for (text, item) in [(item_text, Ok(item)), (&own, own.parse::<TokenStream>())] {
        let Ok(item) = item else { continue };
        if syn::parse2::<syn::DeriveInput>(item.clone()).is_ok() {
            let expansion = oauth_derive_by_hand::by_hand::url_variable(item);
            assert!(syn::parse2::<syn::File>(expansion.clone()).is_ok(), "{text}");
            check_errors(&[text], expansion);
        }
    }
    // Otherwise every text that was ever parsed is kept.
    proc_macro2::extra::invalidate_current_thread_spans();
}));
