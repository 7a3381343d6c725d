//! Whether a type prints, found out by the compiler: a method on `&Show<T>` is preferred to one on
//! `Show<T>`, and is there for types with `Debug` only.

use std::fmt::Debug;
use std::marker::PhantomData;

/// How a type prints, if it does.
pub type Print<T> = fn(&T) -> Option<String>;

/// Asks the compiler whether `T` prints.
#[derive(Debug)]
pub struct Show<T>(PhantomData<fn() -> T>);

impl<T> Show<T> {
    /// The question.
    #[allow(clippy::new_without_default)]
    pub fn new() -> Self {
        Self(PhantomData)
    }
}

/// The answer for a type with `Debug`.
pub trait ShowDebug<T> {
    /// Prints it.
    fn function(&self) -> Print<T>;
}

impl<T: Debug> ShowDebug<T> for &Show<T> {
    fn function(&self) -> Print<T> {
        |value| Some(format!("{value:?}"))
    }
}

/// The answer for any other type.
pub trait ShowNothing<T> {
    /// Prints nothing.
    fn function(&self) -> Print<T>;
}

impl<T> ShowNothing<T> for Show<T> {
    fn function(&self) -> Print<T> {
        |_| None
    }
}
