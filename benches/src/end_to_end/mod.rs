//! Whole exchanges over loopback with kept connections: a server process, and a client process for each
//! measurement.

mod clients;
mod exchanges;
mod server;

use crate::callgrind;
use crate::case::same;
pub(crate) use exchanges::{IN_FLIGHT, Times};
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

/// The argument by which this program starts itself as the server.
pub(crate) const SERVER: &str = "end-to-end-server";
/// The argument by which it starts itself as a client.
pub(crate) const CLIENT: &str = "end-to-end-client";

/// The names of the contenders, in the order of all figures.
pub(crate) const CONTENDERS: [&str; 4] = ["ours", "ours, hyper", "oauth2", "reqwest"];

/// Exchanges by the clock, and under callgrind.
const COUNTS: (usize, usize) = (2_000, 512);
/// Client processes by the clock, in which the contenders take turns; the medians count.
const ROUNDS: usize = 7;

/// What is counted of a contender: one exchange after the other; 64 in flight; the client made; and
/// that with its first exchange, beyond what a later one costs.
pub(crate) const ROWS: [&str; 4] = ["sequential", "64 in flight", "client made", "client made and connected"];

/// Instructions, in the order of [`ROWS`].
#[derive(Clone, Copy)]
pub(crate) struct Instructions(pub(crate) [u64; 4]);

/// What the process with these arguments is for, if it is a part of this measurement.
pub(crate) fn is_part(arguments: &[String]) -> bool {
    let number = |index: usize| arguments.get(index).and_then(|number| number.parse::<usize>().ok());
    match arguments {
        [first, ..] if first == SERVER => server::run(),
        [first, contender, ..] if first == CLIENT => {
            let port = number(2).and_then(|port| port.try_into().ok()).unwrap();
            exchanges::run(contender, port, number(3).unwrap(), number(4));
        }
        _ => return false,
    }
    true
}

/// The instructions of each contender, after their results were compared.
pub(crate) fn instructions() -> Result<[Instructions; 4], String> {
    let server = Server::start()?;
    same("end to end", &exchanges::shown(server.port));
    let measured: Vec<_> = CONTENDERS
        .iter()
        .map(|contender| {
            let (port, count) = (server.port.to_string(), COUNTS.1 as u64);
            let profiles = callgrind::instructions(&[CLIENT, contender, &port, &count.to_string()])?;
            let &[made, first, one_by_one, at_once] = &*profiles else {
                return Err(format!("callgrind wrote {} profiles", profiles.len()));
            };
            let [one_by_one, at_once] = [one_by_one / count, at_once / count];
            Ok(Instructions([one_by_one, at_once, made, made + first.saturating_sub(one_by_one)]))
        })
        .collect::<Result<_, String>>()?;
    Ok([measured[0], measured[1], measured[2], measured[3]])
}

/// What the clock says of each contender, with one and with 64 exchanges in flight.
pub(crate) fn times() -> Result<[[Times; 2]; 4], String> {
    let server = Server::start()?;
    let mut rounds: [[Vec<Times>; 2]; 4] = Default::default();
    for _ in 0..ROUNDS {
        for (contender, rounds) in CONTENDERS.iter().zip(&mut rounds) {
            for (in_flight, rounds) in IN_FLIGHT.iter().zip(rounds) {
                rounds.push(client(contender, server.port, *in_flight)?);
            }
        }
    }
    Ok(rounds.map(|rounds| rounds.map(|rounds| median(&rounds))))
}

fn client(contender: &str, port: u16, in_flight: usize) -> Result<Times, String> {
    let arguments = [CLIENT, contender, &port.to_string(), &COUNTS.0.to_string(), &in_flight.to_string()];
    let output =
        itself(0, &arguments).stderr(Stdio::inherit()).output().map_err(|error| error.to_string())?;
    let printed = String::from_utf8_lossy(&output.stdout);
    let figures: Vec<u64> = printed.split_whitespace().filter_map(|figure| figure.parse().ok()).collect();
    let &[cpu_nanoseconds, per_second, p50_microseconds, p99_microseconds, peak_kilobytes] = &*figures else {
        return Err(format!("the client {contender}: {}", output.status));
    };
    Ok(Times { cpu_nanoseconds, per_second, p50_microseconds, p99_microseconds, peak_kilobytes })
}

/// Each figure on its own.
fn median(rounds: &[Times]) -> Times {
    let of = |figure: fn(&Times) -> u64| {
        let mut figures: Vec<u64> = rounds.iter().map(figure).collect();
        figures.sort_unstable();
        figures[figures.len() / 2]
    };
    Times {
        cpu_nanoseconds: of(|times| times.cpu_nanoseconds),
        per_second: of(|times| times.per_second),
        p50_microseconds: of(|times| times.p50_microseconds),
        p99_microseconds: of(|times| times.p99_microseconds),
        peak_kilobytes: of(|times| times.peak_kilobytes),
    }
}

/// The server process. It ends when its input does, that is with this value.
struct Server {
    port: u16,
    process: Child,
}

impl Server {
    fn start() -> Result<Self, String> {
        let mut process = itself(1, &[SERVER])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| error.to_string())?;
        let mut line = String::new();
        let output = process.stdout.take().ok_or("the server has no output")?;
        BufReader::new(output).read_line(&mut line).map_err(|error| error.to_string())?;
        let port = line.trim().parse().map_err(|_| "the server did not start".to_owned())?;
        Ok(Self { port, process })
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.process.stdin.take());
        let _ = self.process.wait();
    }
}

/// This program with other arguments, on one core if there are two.
fn itself(core: usize, arguments: &[&str]) -> Command {
    let program = std::env::current_exe().unwrap();
    let cores = std::thread::available_parallelism().map_or(1, Into::into);
    let mut command = if cores > 1 && Command::new("taskset").arg("--version").output().is_ok() {
        let mut pinned = Command::new("taskset");
        pinned.args(["--cpu-list", &core.to_string()]).arg(program);
        pinned
    } else {
        Command::new(program)
    };
    command.args(arguments);
    command
}
