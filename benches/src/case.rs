//! One operation, done by three contenders with the same result.

use std::hint::black_box;

/// So many inputs, ready to be worked on.
pub(crate) type Batch = Box<dyn FnOnce()>;

/// An operation.
pub(crate) struct Case {
    pub(crate) name: &'static str,
    pub(crate) contenders: [Contender; 3],
}

/// One way to do it.
pub(crate) struct Contender {
    prepare: Box<dyn Fn(usize) -> Batch>,
    result: Box<dyn Fn() -> String>,
}

/// The names of the contenders, in the order of [`Case::contenders`].
pub(crate) const CONTENDERS: [&str; 3] = ["ours", "oauth2", "by hand"];

impl Contender {
    /// `setup` makes what the operation consumes and is not measured, `run` is measured together
    /// with the drop of what it returns, and `show` tells the result in words that all contenders
    /// share.
    pub(crate) fn new<I: 'static, O: 'static>(
        setup: impl Fn() -> I + Clone + 'static,
        run: impl Fn(I) -> O + Copy + 'static,
        show: impl Fn(O) -> String + 'static,
    ) -> Self {
        let input = setup.clone();
        Self {
            prepare: Box::new(move |count| {
                let inputs: Vec<I> = std::iter::repeat_with(&setup).take(count).collect();
                Box::new(move || {
                    for input in inputs {
                        black_box(run(black_box(input)));
                    }
                })
            }),
            result: Box::new(move || show(run(input()))),
        }
    }

    pub(crate) fn prepare(&self, count: usize) -> Batch {
        (self.prepare)(count)
    }
}

impl Case {
    /// Panics if the contenders don't come to the same result.
    pub(crate) fn check(&self) {
        same(self.name, &self.contenders.each_ref().map(|contender| (contender.result)()));
    }
}

/// Panics if the contenders don't come to the same result.
pub(crate) fn same<const N: usize>(name: &str, results: &[String; N]) {
    let Some((ours, others)) = results.split_first() else { return };
    assert!(!ours.is_empty(), "{name}: no result");
    for (other, contender) in others.iter().zip(&CONTENDERS[1..]) {
        assert_eq!(ours, other, "{name}: ours, then {contender}");
    }
}
