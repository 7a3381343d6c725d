//! The budgets: what our operations, our exchanges and our dependencies may cost at most.

use serde::Deserialize;
use std::collections::BTreeMap;

/// `budgets.json`, or the same figures as they are now.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Figures {
    /// By how many per cent instructions and ratios may exceed their figure: another version of the
    /// compiler or of libc, and another processor, move them a little.
    #[serde(default)]
    pub(crate) room_in_percent: f64,
    pub(crate) operations: BTreeMap<String, Operation>,
    pub(crate) end_to_end: BTreeMap<String, Exchange>,
    /// Crates in `cargo tree -e normal`, by the arguments that choose the features. Exact.
    pub(crate) crates: BTreeMap<String, usize>,
}

/// An operation in memory.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Operation {
    pub(crate) instructions: u64,
    /// Allocations and reallocations. Exact.
    pub(crate) allocations: u64,
    /// Our instructions for one of the oauth2 crate.
    pub(crate) to_oauth2: f64,
}

/// An exchange over loopback, or the start-up of a client.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Exchange {
    pub(crate) instructions: u64,
    /// Our instructions for one of the oauth2 crate over the same reqwest.
    pub(crate) to_oauth2: f64,
    /// Our instructions for one of reqwest alone.
    pub(crate) to_reqwest: f64,
}

/// One figure, and whether it is the same on every machine.
struct Figure {
    value: f64,
    is_exact: bool,
}

impl Figures {
    /// The budgets of the repository.
    pub(crate) fn budgets() -> Self {
        serde_json::from_str(include_str!("../budgets.json")).unwrap()
    }

    /// What exceeds its budget, or has none, one line each.
    pub(crate) fn exceeding(&self, budgets: &Self) -> Vec<String> {
        let most = budgets.by_name();
        let room = 1.0 + budgets.room_in_percent / 100.0;
        let lines = self.by_name().into_iter().filter_map(|(name, Figure { value, .. })| {
            let Some(budget) = most.get(&name) else { return Some(format!("no budget: {name}")) };
            let most = if budget.is_exact { budget.value } else { budget.value * room };
            (value > most).then(|| format!("over budget: {name}: {value:.3}, at most {most:.3}"))
        });
        lines.collect()
    }

    #[allow(clippy::cast_precision_loss)]
    fn by_name(&self) -> BTreeMap<String, Figure> {
        let mut figures = BTreeMap::new();
        let mut add = |name: String, value: f64, is_exact: bool| {
            figures.insert(name, Figure { value, is_exact });
        };
        for (name, operation) in &self.operations {
            add(format!("{name}, instructions"), operation.instructions as f64, false);
            add(format!("{name}, allocations"), operation.allocations as f64, true);
            add(format!("{name}, instructions to oauth2's"), operation.to_oauth2, false);
        }
        for (name, exchange) in &self.end_to_end {
            add(format!("end to end, {name}, instructions"), exchange.instructions as f64, false);
            add(format!("end to end, {name}, instructions to oauth2's"), exchange.to_oauth2, false);
            add(format!("end to end, {name}, instructions to reqwest's"), exchange.to_reqwest, false);
        }
        for (arguments, count) in &self.crates {
            add(format!("crates of `{arguments}`"), *count as f64, true);
        }
        figures
    }
}
