mod expansion;
mod keywords;
mod quirks;
mod reference;

use crate::errors::Errors;
use crate::source::Source;
use crate::{input, syntax};
use oauth_declaration::Diagnostics;
use proc_macro2::TokenStream;

/// The messages for a declaration on a unit struct, in the order of the rules.
fn messages(args: &str) -> Vec<String> {
    let item = syn::parse_quote!(
        struct P;
    );
    let args: TokenStream = args.parse().expect("tokens");
    let mut source = Source::default();
    let items = syntax::items(&mut source, args);
    let subject = input::subject(&mut source, &item);
    let mut mistakes = Diagnostics::default();
    let declaration = oauth_declaration::parse(&mut mistakes, items);
    oauth_declaration::validate(&mut mistakes, &declaration, &subject);
    let mut errors = Errors::default();
    errors.extend(&source, mistakes);
    errors.messages()
}

#[test]
fn a_malformed_item_hides_none() {
    let messages = messages(
        r#"grants(authorization_code, magic), = 3, token_endpoint "x", colour(red), client_auth(none)"#,
    );
    let has = |part: &str| messages.iter().any(|message| message.contains(part));
    assert!(has("`magic`") && has("`colour`") && has("only words stand here"), "{messages:#?}");
    assert!(has("`token_endpoint` takes a string"), "{messages:#?}");
}

#[test]
fn a_misspelt_key_counts_as_given() {
    let messages = messages(
        r#"
        authorisation_endpoint = "https://a.example/authorize",
        tokn_endpoint = "https://a.example/token",
        client_auth(none),
        grants(authorization_code)
        "#,
    );
    assert_eq!(
        messages,
        [
            "unknown key `authorisation_endpoint`; did you mean `authorization_endpoint`?",
            "unknown key `tokn_endpoint`; did you mean `token_endpoint`?",
        ]
    );
}

#[test]
fn a_field_may_be_named_by_a_keyword() {
    let args = r#"
        token_endpoint = "https://{type}.a.example/token",
        client_auth(client_secret_post),
        grants(client_credentials)
    "#;
    let item = quote::quote!(
        struct P {
            r#type: HostLabel,
        }
    );
    let expansion = crate::provider(args.parse().expect("tokens"), item).to_string().replace(' ', "");
    assert!(!expansion.contains("compile_error"), "{expansion}");
    assert!(expansion.contains(r#"("type",&self.r#type)"#), "{expansion}");
}

#[test]
fn no_input_makes_the_macro_panic() {
    for args in [
        "",
        ",",
        ",,",
        "a",
        "=",
        "grants",
        "grants()",
        "grants(,)",
        "grants = ",
        "pkce(because)",
        "'a",
        "scopes(=)",
        "issuer = \"https://{\"",
        "issuer = \"://\"",
        "issuer = \":\"",
        "issuer = \"\u{e9}:\u{e9}\"",
        "issuer = \"https://[\"",
        "issuer = \"https://a]:b@c:d/\u{e9}?\u{e9}#\u{e9}\"",
        "token_response(extra(,))",
        "bearer(headers(header))",
        "scopes(_, r#type)",
        "authorization_request(params(_(one_of(_))))",
        "crate = \"\"",
        "extra r#type, self, Self, super, match",
        "scope_delimiter = \"\"",
    ] {
        let expansion = crate::provider(
            args.parse().expect(args),
            quote::quote!(
                pub struct P {
                    a: A,
                }
            ),
        );
        syn::parse2::<syn::File>(expansion).expect(args);
    }
}
