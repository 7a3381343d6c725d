//! What the library costs, beside the oauth2 crate and careful hand-written code.
//!
//! `cargo bench -p oauth-benches` prints the table of operations, `cargo bench -p oauth-benches --
//! end-to-end` that of exchanges over loopback, and `cargo bench -p oauth-benches -- check` compares
//! instructions, allocations and crates with `budgets.json`. All need valgrind.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

mod budgets;
mod callgrind;
mod case;
mod current;
mod end_to_end;
mod measure;
mod operations;
mod provider;
mod table;

use std::process::ExitCode;

fn main() -> ExitCode {
    // cargo itself adds `--bench`.
    let arguments: Vec<_> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    if end_to_end::is_part(&arguments) {
        return ExitCode::SUCCESS;
    }
    let done = match arguments.first().map(String::as_str) {
        None => operations(),
        Some(measure::UNDER_CALLGRIND) => {
            measure::run_under_callgrind(&operations::all());
            Ok(())
        }
        Some("end-to-end") => exchanges(),
        Some("check") => check(),
        Some(other) => Err(format!("`{other}` is none of: end-to-end, check")),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("{reason}");
            ExitCode::FAILURE
        }
    }
}

fn operations() -> Result<(), String> {
    let cases = operations::all();
    table::print(&cases, &measure::costs(&cases)?);
    Ok(())
}

fn exchanges() -> Result<(), String> {
    table::print_instructions(&end_to_end::instructions()?);
    table::print_times(&end_to_end::times()?);
    Ok(())
}

fn check() -> Result<(), String> {
    let cases = operations::all();
    let costs = measure::costs(&cases)?;
    table::print(&cases, &costs);
    let end_to_end = end_to_end::instructions()?;
    table::print_instructions(&end_to_end);
    let budgets = budgets::Figures::budgets();
    let exceeding = current::figures(&cases, &costs, &end_to_end, &budgets)?.exceeding(&budgets);
    if exceeding.is_empty() { Ok(()) } else { Err(exceeding.join("\n")) }
}
