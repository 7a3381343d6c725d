//! Instructions, allocations and time of one contender.

use crate::case::{Batch, Case, Contender};
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};
use std::alloc::System;
use std::collections::BTreeMap;
use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::process::{Command, Stdio};
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

/// The costs of all contenders, case by case.
pub(crate) fn costs(cases: &[Case]) -> Result<Vec<[Cost; 3]>, String> {
    let instructions = instructions()?;
    if instructions.len() != cases.len() * 3 {
        return Err(format!("callgrind wrote {} profiles", instructions.len()));
    }
    let measured = cases.iter().zip(instructions.chunks(3)).map(|(case, instructions)| {
        let nanoseconds = nanoseconds(&case.contenders);
        std::array::from_fn(|index| Cost {
            instructions: instructions[index],
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

/// Callgrind collects in this function only, and writes a profile each time it returns.
#[inline(never)]
fn measured(batch: Batch) {
    black_box(batch)();
}

/// What runs under callgrind: every contender of every case, warmed up.
pub(crate) fn run_under_callgrind(cases: &[Case]) {
    for contender in cases.iter().flat_map(|case| &case.contenders) {
        contender.prepare(RUNS)();
        measured(contender.prepare(RUNS));
    }
}

/// Instructions per operation, in the order of [`run_under_callgrind`].
fn instructions() -> Result<Vec<u64>, String> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("callgrind");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
    let function = concat!(module_path!(), "::measured");
    let status = Command::new("valgrind")
        .args(["--tool=callgrind", "--quiet", "--compress-strings=no"])
        .arg(format!("--toggle-collect={function}"))
        .arg(format!("--dump-after={function}"))
        .arg(format!("--callgrind-out-file={}", folder.join("profile.%p").display()))
        .arg(std::env::current_exe().map_err(|error| error.to_string())?)
        .arg(UNDER_CALLGRIND)
        .stdout(Stdio::null())
        .status()
        .map_err(|error| format!("valgrind can't be started: {error}"))?;
    if !status.success() {
        return Err(format!("valgrind: {status}"));
    }
    let mut profiles = BTreeMap::new();
    for entry in fs::read_dir(&folder).map_err(|error| error.to_string())? {
        let path = entry.map_err(|error| error.to_string())?.path();
        // `profile.<process>.<number>`; the one without a number is what remained at the end.
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if let Some(number) = name.split('.').nth(2).and_then(|number| number.parse::<usize>().ok()) {
            profiles.insert(number, total(&path)?);
        }
    }
    Ok(profiles.into_values().collect())
}

fn total(profile: &Path) -> Result<u64, String> {
    let text = fs::read_to_string(profile).map_err(|error| error.to_string())?;
    text.lines()
        .find_map(|line| line.strip_prefix("summary: "))
        .and_then(|total| total.trim().parse::<u64>().ok())
        .map(|total| total / RUNS as u64)
        .ok_or_else(|| format!("{} has no total", profile.display()))
}
