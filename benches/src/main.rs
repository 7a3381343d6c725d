//! What the library costs, beside the oauth2 crate and careful hand-written code.
//!
//! `cargo bench -p oauth-benches` prints the table, `cargo bench -p oauth-benches -- check` compares
//! our rows with `budgets.json`. Both need valgrind.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

mod budgets;
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
    let costs = match measure::costs(&cases) {
        Ok(costs) => costs,
        Err(reason) => {
            eprintln!("{reason}");
            return ExitCode::FAILURE;
        }
    };
    table::print(&cases, &costs);
    if !is_asked("check") {
        return ExitCode::SUCCESS;
    }
    let exceeded = budgets::exceeded(&cases, &costs);
    for line in &exceeded {
        eprintln!("over budget: {line}");
    }
    if exceeded.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
