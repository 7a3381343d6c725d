//! A tour of the project: the embedded authorization server plays five providers, and their generated
//! clients run every declared grant against it over real HTTP.
//!
//! `cargo run` runs all, `cargo run -- ebay` one, `cargo run -- --list` lists them.

mod account;
mod tours;

use account::Account;
use std::process::ExitCode;

const USAGE: &str = "\
Plays five providers on the embedded authorization server and runs every grant that they declare.

Usage: cargo run [-- PROVIDER...]
       cargo run -- --list";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.first().map(String::as_str) {
        Some("--help" | "-h") => {
            println!("{USAGE}\n\nProviders: {}", tours::NAMES.join(", "));
            ExitCode::SUCCESS
        }
        Some("--list") => {
            println!("{}", tours::NAMES.join("\n"));
            ExitCode::SUCCESS
        }
        _ => run(&arguments),
    }
}

fn run(arguments: &[String]) -> ExitCode {
    if let Some(unknown) = arguments.iter().find(|name| !tours::NAMES.contains(&name.as_str())) {
        eprintln!("there is no provider `{unknown}`; there are {}", tours::NAMES.join(", "));
        return ExitCode::FAILURE;
    }
    let runtime = match tokio::runtime::Builder::new_current_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            eprintln!("no runtime can be started: {error}");
            return ExitCode::FAILURE;
        }
    };
    let mut account = Account::default();
    for name in tours::NAMES {
        if arguments.is_empty() || arguments.iter().any(|wanted| wanted == name) {
            runtime.block_on(tours::run(name, &mut account));
        }
    }
    account.print_table();
    if account.all_hold() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
