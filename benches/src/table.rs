//! The table: one row for each contender of each case, with ratios.

use crate::case::{CONTENDERS, Case};
use crate::measure::Cost;

pub(crate) fn print(cases: &[Case], costs: &[[Cost; 3]]) {
    println!("| operation | by | instructions | ours / it | allocations | bytes | ns | ours / it |");
    println!("| --- | --- | --: | --: | --: | --: | --: | --: |");
    for (case, costs) in cases.iter().zip(costs) {
        for (name, cost) in CONTENDERS.iter().zip(costs) {
            println!(
                "| {} | {name} | {} | {:.2} | {}+{} | {} | {} | {:.2} |",
                case.name,
                cost.instructions,
                ratio(costs[0].instructions, cost.instructions),
                cost.allocations,
                cost.reallocations,
                cost.bytes,
                cost.nanoseconds,
                ratio(costs[0].nanoseconds, cost.nanoseconds),
            );
        }
    }
}

/// How many times as much as the other.
#[allow(clippy::cast_precision_loss)]
pub(crate) fn ratio(ours: u64, other: u64) -> f64 {
    ours as f64 / other as f64
}
