//! Completion and documentation of keys in an editor.
//!
//! rust-analyzer knows nothing of the words in an attribute. Under `cfg(rust_analyzer)` the
//! expansion therefore uses each of them as a path into a documented, hidden module of oauth-core,
//! and the editor completes and explains the path. rustc never sees any of it.

use crate::diagnostics::Diagnostics;
use crate::keyword::{KEYS, Takes, Vocabulary};
use crate::syntax::{self, Item, Value};
use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::Ident;

/// The hints for the arguments as they were typed, finished or not.
///
/// They stand in a block of their own before everything else: otherwise rust-analyzer offers the
/// names of crates only.
pub(crate) fn hints(core: &TokenStream, args: TokenStream) -> TokenStream {
    let mut modules = Vec::new();
    visit(core, &KEYS, args, &mut modules);
    quote! {
        #[allow(unexpected_cfgs, unused_imports)]
        const _: () = {
            #[cfg(rust_analyzer)]
            {
                #(#modules)*
            }
        };
    }
}

fn visit(core: &TokenStream, of: &'static Vocabulary, tokens: TokenStream, modules: &mut Vec<TokenStream>) {
    let mut written = Vec::new();
    // At its index, so that an outer list comes before the lists inside it.
    let index = modules.len();
    modules.push(TokenStream::new());
    for item in syntax::items(&mut Diagnostics::default(), tokens) {
        let Item::Word { name, value } = item else { continue };
        if let (Some(keyword), Value::List(tokens)) = (of.get(&name.to_string()), value)
            && let Takes::Words(inner, _) | Takes::Choice(inner, _) | Takes::MaybeWords(inner) =
                &keyword.takes
        {
            visit(core, inner, tokens, modules);
        }
        // A path can't end in a keyword, nor in a name that is not one.
        if syn::parse_str::<Ident>(&name.to_string()).is_ok() {
            written.push(name);
        }
    }
    let (hints, source) =
        (Ident::new(&format!("hints_{index}"), Span::call_site()), Ident::new(of.module, Span::call_site()));
    if let Some(module) = modules.get_mut(index) {
        *module = quote! {
            mod #hints {
                use #core::__private::ide::#source::*;
                use self::{#(#written as _),*};
            }
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_of_words_is_a_path_into_its_module() {
        let args = quote!(tok, grants(password(because = "x"), re), scopes(read), crate = "renamed");
        let hints = hints(&quote!(::renamed), args).to_string().replace(' ', "");
        for expected in [
            "use::renamed::__private::ide::keys::*;useself::{tokas_,grantsas_,scopesas_};",
            "use::renamed::__private::ide::grants::*;useself::{passwordas_,reas_};",
            "use::renamed::__private::ide::password::*;useself::{becauseas_};",
        ] {
            assert!(hints.contains(expected), "{hints}");
        }
        assert!(!hints.contains("readas_"), "the author's own words are unknown: {hints}");
    }
}
