//! Prints a login page with twelve buttons: `cargo run -p oauth-tests-dynamic --example login_page`.
#![allow(clippy::print_stdout, reason = "a program")]

use oauth_tests_dynamic::{PROVIDERS, load, page};
use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let buttons = load(PROVIDERS)?;
    let (html, _waiting) = page(&buttons)?;
    print!("{html}");
    Ok(())
}
