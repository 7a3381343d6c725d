//! Instructions, allocations and time of one contender.

use crate::callgrind::{self, measured};
use crate::case::{Batch, Case, Contender};
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};
use std::alloc::System;
use std::time::Instant;

/// Counts what is allocated. It adds about ten instructions to each allocation, for all alike.
#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// The argument by which this program starts itself under callgrind.
pub(crate) const UNDER_CALLGRIND: &str = "under-callgrind";

/// Runs of an operation in one measurement of instructions: enough for generators of random
/// numbers, which fill a buffer now and then.
const RUNS: usize = 64;

/// Rounds of the measurement of time, in which the contenders take turns.
const ROUNDS: usize = 61;

/// What one contender costs.
#[derive(Clone, Copy)]
pub(crate) struct Cost {
    pub(crate) instructions: u64,
    pub(crate) allocations: u64,
    pub(crate) reallocations: u64,
    pub(crate) bytes: u64,
    pub(crate) nanoseconds: u64,
}

/// The costs of all contenders, case by case, after their results were compared.
pub(crate) fn costs(cases: &[Case]) -> Result<Vec<[Cost; 3]>, String> {
    cases.iter().for_each(Case::check);
    let instructions = callgrind::instructions(&[UNDER_CALLGRIND])?;
    if instructions.len() != cases.len() * 3 {
        return Err(format!("callgrind wrote {} profiles", instructions.len()));
    }
    let measured = cases.iter().zip(instructions.chunks(3)).map(|(case, instructions)| {
        let nanoseconds = nanoseconds(&case.contenders);
        std::array::from_fn(|index| Cost {
            instructions: instructions[index] / RUNS as u64,
            nanoseconds: nanoseconds[index],
            ..allocations(&case.contenders[index])
        })
    });
    Ok(measured.collect())
}

fn allocations(contender: &Contender) -> Cost {
    // Whatever is made once, such as a table, is made here.
    contender.prepare(1)();
    let (one, two) = (contender.prepare(1), contender.prepare(2));
    let count = |batch: Batch| {
        let region = Region::new(ALLOCATOR);
        batch();
        region.change()
    };
    // The difference is free of what a batch itself costs.
    let (one, two) = (count(one), count(two));
    let difference = |of_one: usize, of_two: usize| of_two.saturating_sub(of_one) as u64;
    Cost {
        instructions: 0,
        allocations: difference(one.allocations, two.allocations),
        reallocations: difference(one.reallocations, two.reallocations),
        bytes: difference(one.bytes_allocated, two.bytes_allocated),
        nanoseconds: 0,
    }
}

/// The median of interleaved rounds.
fn nanoseconds(contenders: &[Contender; 3]) -> [u64; 3] {
    let mut times: [Vec<u128>; 3] = Default::default();
    for _ in 0..ROUNDS {
        for (contender, times) in contenders.iter().zip(&mut times) {
            let batch = contender.prepare(RUNS);
            let start = Instant::now();
            batch();
            times.push(start.elapsed().as_nanos() / RUNS as u128);
        }
    }
    times.map(|mut times| {
        times.sort_unstable();
        u64::try_from(times[ROUNDS / 2]).unwrap_or(u64::MAX)
    })
}

/// What runs under callgrind: every contender of every case, warmed up.
pub(crate) fn run_under_callgrind(cases: &[Case]) {
    for contender in cases.iter().flat_map(|case| &case.contenders) {
        contender.prepare(RUNS)();
        measured(contender.prepare(RUNS));
    }
}
