//! What the macro writes, as code of ours. Clippy passes over what a macro wrote, and judges this: the
//! files are compared with the expansion in the tests of `oauth-derive`.

#![forbid(unsafe_code)]
#![deny(
    clippy::arithmetic_side_effects,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    clippy::dbg_macro,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::mem_forget,
    clippy::panic,
    clippy::print_stderr,
    clippy::print_stdout,
    clippy::string_slice,
    clippy::todo,
    clippy::unreachable,
    clippy::unwrap_used
)]
#![allow(dead_code, unreachable_pub, reason = "what providers declare is for their users")]

use oauth_core::{Host, NoExtra};

type ReverbExtra = NoExtra;
type TokenDetails = NoExtra;

/// Where eBay is.
#[derive(Debug, Clone, Copy, oauth_core::UrlVariable)]
pub enum Site {
    /// For real money.
    #[url("ebay.com")]
    Production,
    /// For none.
    #[url("sandbox.ebay.com")]
    Sandbox,
}

include!("../../../../oauth-derive/src/tests/expansions/ebay.rs");
include!("../../../../oauth-derive/src/tests/expansions/redbooth.rs");
include!("../../../../oauth-derive/src/tests/expansions/reverb.rs");
include!("../../../../oauth-derive/src/tests/expansions/sharetribe.rs");
include!("../../../../oauth-derive/src/tests/expansions/standard.rs");

#[test]
fn sec_73_clippy_judges_what_the_macro_writes() -> Result<(), oauth_core::InvalidUrlVariable> {
    use oauth_core::Provider;
    let names = [
        Ebay { site: Site::Sandbox }.metadata().name,
        Redbooth.metadata().name,
        Reverb.metadata().name,
        Sharetribe.metadata().name,
        Standard { host: Host::new("example.com")? }.metadata().name,
    ];
    assert_eq!(names, ["Ebay", "Redbooth", "Reverb", "Sharetribe", "Standard"]);
    Ok(())
}
