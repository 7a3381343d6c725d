//! The check of `cargo bench -p oauth-benches -- check` fails where it must.

#![allow(dead_code, clippy::unwrap_used)]

#[path = "../src/budgets.rs"]
mod budgets;

use budgets::Figures;

/// What is measured is just what the budgets say.
fn measured() -> Figures {
    Figures::budgets()
}

fn lines(change: impl FnOnce(&mut Figures)) -> Vec<String> {
    let mut measured = measured();
    change(&mut measured);
    measured.exceeding(&Figures::budgets())
}

#[test]
fn figures_within_their_budgets_pass() {
    assert!(lines(|_| {}).is_empty());
    let within = lines(|measured| {
        let operation = measured.operations.values_mut().next().unwrap();
        operation.instructions += operation.instructions / 50;
        operation.allocations -= 1;
    });
    assert!(within.is_empty(), "{within:?}");
}

#[test]
fn every_figure_over_its_budget_is_named() {
    let over = lines(|measured| {
        for operation in measured.operations.values_mut() {
            operation.instructions += operation.instructions / 10;
            operation.allocations += 1;
            operation.to_oauth2 *= 1.1;
        }
        for exchange in measured.end_to_end.values_mut() {
            exchange.instructions += exchange.instructions / 10;
            exchange.to_oauth2 *= 1.1;
            exchange.to_reqwest *= 1.1;
        }
        for crates in measured.crates.values_mut() {
            *crates += 1;
        }
    });
    let budgets = Figures::budgets();
    let figures = (budgets.operations.len() + budgets.end_to_end.len()) * 3 + budgets.crates.len();
    assert!(over.len() == figures && figures > 30, "{over:#?}");
    assert!(over.iter().all(|line| line.starts_with("over budget: ")), "{over:#?}");
}

#[test]
fn one_allocation_more_is_named() {
    let over = lines(|measured| measured.operations.get_mut("callback").unwrap().allocations += 1);
    assert!(matches!(&*over, [line] if line.starts_with("over budget: callback, allocations: ")), "{over:?}");
}

#[test]
fn a_figure_without_a_budget_is_named() {
    let unknown = lines(|measured| {
        let operation = measured.operations.remove("callback").unwrap();
        measured.operations.insert("call back".to_owned(), operation);
    });
    assert_eq!(unknown.len(), 3);
    assert!(unknown.iter().all(|line| line.starts_with("no budget: call back, ")), "{unknown:?}");
}
