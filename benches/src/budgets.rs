//! The budgets: what our operations and our dependencies may cost at most.

use crate::case::Case;
use crate::measure::Cost;
use crate::table::ratio;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::process::Command;

/// `budgets.json`: figures as measured, and the room that they have.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Budgets {
    /// By how many per cent instructions and ratios may exceed their figure: another version of the
    /// compiler or of libc moves them a little.
    room_in_percent: f64,
    operations: BTreeMap<String, Operation>,
    /// Crates in `cargo tree -e normal`, by the arguments that choose the features. Exact.
    crates: BTreeMap<String, usize>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Operation {
    instructions: u64,
    /// Allocations and reallocations. Exact.
    allocations: u64,
    /// Our instructions for one of the oauth2 crate.
    to_oauth2: f64,
}

/// What exceeds its budget, one line each.
pub(crate) fn exceeded(cases: &[Case], costs: &[[Cost; 3]]) -> Vec<String> {
    let budgets: Budgets = serde_json::from_str(include_str!("../budgets.json")).unwrap();
    let room = 1.0 + budgets.room_in_percent / 100.0;
    let mut exceeded = Vec::new();
    let mut compare = |what: String, measured: f64, most: f64| {
        if measured > most {
            exceeded.push(format!("{what}: {measured:.2}, at most {most:.2}"));
        }
    };
    assert_eq!(cases.len(), budgets.operations.len(), "each operation has a budget");
    for (case, [ours, oauth2, _]) in cases.iter().zip(costs) {
        let Operation { instructions, allocations, to_oauth2 } = budgets.operations[case.name];
        let figure = |figure: &str| format!("{}, {figure}", case.name);
        compare(figure("instructions"), number(ours.instructions), number(instructions) * room);
        compare(figure("allocations"), number(ours.allocations + ours.reallocations), number(allocations));
        compare(
            figure("instructions to oauth2's"),
            ratio(ours.instructions, oauth2.instructions),
            to_oauth2 * room,
        );
    }
    for (arguments, most) in &budgets.crates {
        compare(format!("crates of `{arguments}`"), number(crates(arguments) as u64), number(*most as u64));
    }
    exceeded
}

fn crates(arguments: &str) -> usize {
    let tree = Command::new(env!("CARGO"))
        .args(["tree", "--locked", "--edges=normal", "--prefix=none", "--format={p}"])
        .args(arguments.split(' '))
        .output()
        .unwrap();
    assert!(tree.status.success(), "{}", String::from_utf8_lossy(&tree.stderr));
    let text = String::from_utf8(tree.stdout).unwrap();
    let mut crates: Vec<&str> = text.lines().map(|line| line.trim_end_matches(" (*)")).collect();
    crates.sort_unstable();
    crates.dedup();
    crates.len()
}

#[allow(clippy::cast_precision_loss)]
fn number(number: u64) -> f64 {
    number as f64
}
