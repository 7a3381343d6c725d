//! Randomness, from the operating system only.

use crate::error::Error;

pub(crate) fn fill(bytes: &mut [u8]) -> Result<(), Error> {
    getrandom::fill(bytes).map_err(|_| Error::configuration("the operating system gives no random bytes"))
}
