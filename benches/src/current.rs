//! The figures of the budgets, as they are now.

use crate::budgets::{Exchange, Figures, Operation};
use crate::case::Case;
use crate::end_to_end::{Instructions, ROWS};
use crate::measure::Cost;
use crate::table::ratio;
use std::process::Command;

/// The figures that were measured, and the crates of the trees that `budgets` counts.
pub(crate) fn figures(
    cases: &[Case],
    costs: &[[Cost; 3]],
    end_to_end: &[Instructions; 4],
    budgets: &Figures,
) -> Result<Figures, String> {
    let operations = cases.iter().zip(costs).map(|(case, [ours, oauth2, _])| {
        let operation = Operation {
            instructions: ours.instructions,
            allocations: ours.allocations + ours.reallocations,
            to_oauth2: ratio(ours.instructions, oauth2.instructions),
        };
        (case.name.to_owned(), operation)
    });
    let exchanges = ROWS.iter().enumerate().flat_map(|(index, row)| {
        let [ours, lean, oauth2, reqwest] = end_to_end.map(|contender| contender.0[index]);
        [((*row).to_owned(), ours), (format!("{row}, hyper"), lean)].map(|(name, instructions)| {
            let (to_oauth2, to_reqwest) = (ratio(instructions, oauth2), ratio(instructions, reqwest));
            (name, Exchange { instructions, to_oauth2, to_reqwest })
        })
    });
    let crates = budgets.crates.keys().map(|arguments| Ok((arguments.clone(), crates(arguments)?)));
    Ok(Figures {
        room_in_percent: 0.0,
        operations: operations.collect(),
        end_to_end: exchanges.collect(),
        crates: crates.collect::<Result<_, String>>()?,
    })
}

fn crates(arguments: &str) -> Result<usize, String> {
    let tree = Command::new(env!("CARGO"))
        .args(["tree", "--locked", "--edges=normal", "--prefix=none", "--format={p}"])
        .args(arguments.split(' '))
        .output()
        .map_err(|error| error.to_string())?;
    if !tree.status.success() {
        return Err(String::from_utf8_lossy(&tree.stderr).into_owned());
    }
    let text = String::from_utf8_lossy(&tree.stdout);
    let mut crates: Vec<&str> = text.lines().map(|line| line.trim_end_matches(" (*)")).collect();
    crates.sort_unstable();
    crates.dedup();
    Ok(crates.len())
}
