//! What a client process does: exchanges over kept connections, on one thread.

use super::clients::{Contender, Lean, OAuth2, Ours, Reqwest};
use crate::callgrind::measured;
use crate::case::Batch;
use std::fs;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::{Duration, Instant};
use tokio::runtime::{Builder, Runtime};
use tokio::task::JoinSet;

/// How many exchanges are in flight at once.
pub(crate) const IN_FLIGHT: [usize; 2] = [1, 64];

/// What a client process measures of itself.
#[derive(Clone, Copy)]
pub(crate) struct Times {
    pub(crate) cpu_nanoseconds: u64,
    pub(crate) per_second: u64,
    pub(crate) p50_microseconds: u64,
    pub(crate) p99_microseconds: u64,
    pub(crate) peak_kilobytes: u64,
}

/// Runs one contender in this process: by the clock, with so many exchanges in flight, and prints
/// its [`Times`]; or, without that number, under callgrind.
pub(crate) fn run(contender: &str, port: u16, count: usize, in_flight: Option<usize>) {
    match contender {
        "ours" => process::<Ours>(port, count, in_flight),
        "ours, hyper" => process::<Lean>(port, count, in_flight),
        "oauth2" => process::<OAuth2>(port, count, in_flight),
        _ => process::<Reqwest>(port, count, in_flight),
    }
}

/// The tokens as each contender shows them, over the network.
pub(crate) fn shown(port: u16) -> [String; 4] {
    fn one<C: Contender>(port: u16) -> String {
        let client = C::new(port);
        let input = client.input();
        C::show(&runtime().block_on(client.exchange(input)))
    }
    [one::<Ours>(port), one::<Lean>(port), one::<OAuth2>(port), one::<Reqwest>(port)]
}

fn process<C: Contender>(port: u16, count: usize, in_flight: Option<usize>) {
    match in_flight {
        Some(in_flight) => by_clock::<C>(port, count, in_flight),
        None => under_callgrind::<C>(port, count),
    }
}

fn by_clock<C: Contender>(port: u16, count: usize, in_flight: usize) {
    let (runtime, client) = (runtime(), Arc::new(C::new(port)));
    batch(&runtime, &client, inputs(&*client, in_flight * 4), in_flight);
    let inputs = inputs(&*client, count);
    let (cpu, start) = (cpu_nanoseconds(), Instant::now());
    let mut latencies = batch(&runtime, &client, inputs, in_flight);
    let (elapsed, cpu) = (start.elapsed(), cpu_nanoseconds() - cpu);
    latencies.sort_unstable();
    let quantile = |per_cent: usize| latencies.get(count * per_cent / 100).map_or(0, Duration::as_micros);
    println!(
        "{} {} {} {} {}",
        cpu / count as u64,
        count as u128 * 1_000_000 / elapsed.as_micros().max(1),
        quantile(50),
        quantile(99),
        peak_kilobytes()
    );
}

/// Four profiles: the client made, its first exchange, then so many exchanges one after the other, and
/// as many with 64 in flight.
fn under_callgrind<C: Contender>(port: u16, count: usize) {
    let runtime = Arc::new(runtime());
    let made = Arc::new(OnceLock::new());
    let place = Arc::clone(&made);
    measured(Box::new(move || drop(place.set(Arc::new(C::new(port))))));
    let client = made.get().unwrap();
    let exchanges = |count, in_flight| -> Batch {
        let (inputs, runtime, client) = (inputs(&**client, count), Arc::clone(&runtime), Arc::clone(client));
        Box::new(move || drop(batch(&runtime, &client, inputs, in_flight)))
    };
    measured(exchanges(1, 1));
    for in_flight in IN_FLIGHT {
        exchanges(in_flight * 4, in_flight)();
        measured(exchanges(count, in_flight));
    }
}

fn inputs<C: Contender>(client: &C, count: usize) -> Vec<C::Input> {
    std::iter::repeat_with(|| client.input()).take(count).collect()
}

/// Exchanges all of them and returns how long each took.
fn batch<C: Contender>(
    runtime: &Runtime,
    client: &Arc<C>,
    inputs: Vec<C::Input>,
    in_flight: usize,
) -> Vec<Duration> {
    let inputs = Arc::new(Mutex::new(inputs));
    let mut workers = JoinSet::new();
    for _ in 0..in_flight {
        let (client, inputs) = (Arc::clone(client), Arc::clone(&inputs));
        let next = move || inputs.lock().unwrap_or_else(PoisonError::into_inner).pop();
        workers.spawn_on(
            async move {
                let mut latencies = Vec::new();
                while let Some(input) = next() {
                    let start = Instant::now();
                    drop(client.exchange(input).await);
                    latencies.push(start.elapsed());
                }
                latencies
            },
            runtime.handle(),
        );
    }
    runtime.block_on(workers.join_all()).concat()
}

fn runtime() -> Runtime {
    Builder::new_current_thread().enable_all().build().unwrap()
}

/// The CPU time of this thread, which does all the work: the kernel's side of its sockets included.
fn cpu_nanoseconds() -> u64 {
    let text = fs::read_to_string("/proc/thread-self/schedstat").unwrap();
    text.split(' ').next().unwrap().parse().unwrap()
}

fn peak_kilobytes() -> u64 {
    let text = fs::read_to_string("/proc/self/status").unwrap();
    let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    line.trim().trim_end_matches(" kB").parse().unwrap()
}
