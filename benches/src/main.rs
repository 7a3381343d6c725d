//! What the library costs, beside the oauth2 crate and careful hand-written code.
//!
//! `cargo bench -p oauth-benches` prints the table, `cargo bench -p oauth-benches -- check` compares
//! our rows with `budgets.json`. Both need valgrind.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

mod case;
mod measure;
mod operations;
mod provider;
mod table;

use std::process::ExitCode;

fn main() -> ExitCode {
    let cases = operations::all();
    let is_asked = |word: &str| std::env::args().any(|argument| argument == word);
    if is_asked(measure::UNDER_CALLGRIND) {
        measure::run_under_callgrind(&cases);
        return ExitCode::SUCCESS;
    }
    cases.iter().for_each(case::Case::check);
    match measure::costs(&cases) {
        Ok(costs) => {
            table::print(&cases, &costs);
            ExitCode::SUCCESS
        }
        Err(reason) => {
            eprintln!("{reason}");
            ExitCode::FAILURE
        }
    }
}
