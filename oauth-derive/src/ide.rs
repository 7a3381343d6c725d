//! Completion and documentation of keys in an editor.
//!
//! rust-analyzer knows nothing of the words in an attribute. Under `cfg(rust_analyzer)` the
//! expansion therefore uses each of them as a path into a documented, hidden module of oauth-core,
//! and the editor completes and explains the path. rustc never sees any of it.

use crate::source::Source;
use oauth_declaration::keyword::{KEYS, Takes, Vocabulary};
use oauth_declaration::{Item, List, Value};
use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::Ident;

/// The hints for the arguments as they were typed, finished or not.
///
/// They stand in a block of their own before everything else: otherwise rust-analyzer offers the
/// names of crates only.
pub(crate) fn hints(core: &TokenStream, source: &Source, args: &List) -> TokenStream {
    let mut modules = Vec::new();
    visit(core, source, &KEYS, args, &mut modules);
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

fn visit(
    core: &TokenStream,
    source: &Source,
    of: &'static Vocabulary,
    list: &List,
    modules: &mut Vec<TokenStream>,
) {
    let mut written = Vec::new();
    // At its index, so that an outer list comes before the lists inside it.
    let index = modules.len();
    modules.push(TokenStream::new());
    for item in list {
        let Ok(Item::Word { name, value }) = item else { continue };
        if let (Some(keyword), Value::List(list)) = (of.get(&name.text), value)
            && let Takes::Words(inner, _) | Takes::Choice(inner, _) | Takes::MaybeWords(inner) =
                &keyword.takes
        {
            visit(core, source, inner, list, modules);
        }
        // A path can't end in a keyword, nor in a name that is not one.
        if syn::parse_str::<Ident>(&name.text).is_ok() {
            written.push(Ident::new(&name.text, source.span(name.at)));
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
        let mut source = Source::default();
        let args = crate::syntax::items(&mut source, args);
        let hints = hints(&quote!(::renamed), &source, &args).to_string().replace(' ', "");
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
