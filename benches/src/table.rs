//! The tables: operations with one row for each contender, and whole exchanges.

use crate::case::{CONTENDERS, Case};
use crate::end_to_end::{self, Instructions, ROWS, Times};
use crate::measure::Cost;

/// The operations.
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

/// Instructions of whole exchanges.
pub(crate) fn print_instructions(contenders: &[Instructions; 4]) {
    println!("\n| end to end | by | instructions | to oauth2's | to reqwest's |");
    println!("| --- | --- | --: | --: | --: |");
    for (index, row) in ROWS.iter().enumerate() {
        let instructions = contenders.map(|contender| contender.0[index]);
        let [.., oauth2, reqwest] = instructions;
        for (name, it) in end_to_end::CONTENDERS.iter().zip(instructions) {
            println!("| {row} | {name} | {it} | {:.3} | {:.3} |", ratio(it, oauth2), ratio(it, reqwest));
        }
    }
}

/// What the clock and the kernel say of them.
pub(crate) fn print_times(contenders: &[[Times; 2]; 4]) {
    println!("\n| end to end | in flight | CPU us | per second | p50 us | p99 us | peak RSS, MB |");
    println!("| --- | --: | --: | --: | --: | --: | --: |");
    for (name, times) in end_to_end::CONTENDERS.iter().zip(contenders) {
        for (in_flight, times) in end_to_end::IN_FLIGHT.iter().zip(times) {
            println!(
                "| {name} | {in_flight} | {}.{} | {} | {} | {} | {}.{} |",
                times.cpu_nanoseconds / 1000,
                times.cpu_nanoseconds / 100 % 10,
                times.per_second,
                times.p50_microseconds,
                times.p99_microseconds,
                times.peak_kilobytes / 1000,
                times.peak_kilobytes / 100 % 10,
            );
        }
    }
}

/// How many times as much as the other.
#[allow(clippy::cast_precision_loss)]
pub(crate) fn ratio(ours: u64, other: u64) -> f64 {
    ours as f64 / other as f64
}
