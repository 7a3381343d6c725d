//! Collects errors, so that all of them are reported at once.

use crate::source::Source;
use oauth_declaration::Diagnostics;
use proc_macro2::{Span, TokenStream};

/// The errors found so far.
#[derive(Debug, Default)]
pub(crate) struct Errors {
    errors: Vec<syn::Error>,
}

impl Errors {
    /// Reports one mistake at the smallest token to change: *fact; remedy*.
    pub(crate) fn error(&mut self, span: Span, message: impl std::fmt::Display) {
        self.errors.push(syn::Error::new(span, message));
    }

    /// Reports the mistakes in a declaration where they stand.
    pub(crate) fn extend(&mut self, source: &Source, mistakes: Diagnostics) {
        for mistake in mistakes.into_vec() {
            self.error(source.span(mistake.at), mistake.message);
        }
    }

    /// The errors in the order of the source, or nothing if there are none.
    pub(crate) fn finish(mut self) -> Option<TokenStream> {
        self.errors.sort_by_key(|error| position(error.span()));
        let mut errors = self.errors.into_iter();
        let mut all = errors.next()?;
        all.extend(errors);
        Some(all.to_compile_error())
    }

    /// The messages, for unit tests.
    #[cfg(test)]
    pub(crate) fn messages(&self) -> Vec<String> {
        self.errors.iter().map(ToString::to_string).collect()
    }
}

/// Line and column; unit tests, which run outside the compiler, have none.
fn position(span: Span) -> (usize, usize) {
    if proc_macro::is_available() {
        let span = span.unwrap();
        (span.line(), span.column())
    } else {
        (0, 0)
    }
}
