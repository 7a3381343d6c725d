//! The one place that reads the clock.

use std::time::SystemTime;

#[allow(clippy::disallowed_methods)]
pub(crate) fn now() -> SystemTime {
    SystemTime::now()
}
