//! Wrong uses of a client, each with what rustc says about it.
//!
//! They quote rustc, so they are exact for the toolchain of `rust-toolchain.toml` only.

#[test]
fn use_site() {
    trybuild::TestCases::new().compile_fail("ui/use_site/*.rs");
}
