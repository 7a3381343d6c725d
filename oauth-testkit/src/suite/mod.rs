//! [`provider_tests!`](crate::provider_tests): the tests that every provider crate has.

mod answers;
mod bench;
mod documents;
mod endpoints;
mod fixture;
mod flow;
mod probe;
mod requests;
mod show;

pub use probe::{Job, Outcome, Probe, traits};
pub use show::{Print, Show, ShowDebug, ShowNothing};

use oauth_core::metadata::Metadata;
use oauth_core::{Provider, Variables};
use std::fmt;
use std::fs;
use std::path::PathBuf;

/// Makes the contract tests of one declared provider.
///
/// One line in the tests of a provider's crate, with its type, a value of it, and its grants:
///
/// ```
/// # use oauth_core::oauth_provider;
/// # /// Bikes.
/// # #[oauth_provider(
/// #     authorization_endpoint = "https://bikes.example/oauth/authorize",
/// #     token_endpoint = "https://bikes.example/oauth/token",
/// #     client_auth(client_secret_post),
/// #     grants(authorization_code, refresh_token)
/// # )]
/// # pub struct Bikes;
/// oauth_testkit::provider_tests!(Bikes, Bikes, [authorization_code, refresh_token]);
/// ```
///
/// A crate with several declarations, or several values of one, has several of these lines, each in a
/// module of its own. A grant that needs a parameter of the provider's own is written
/// `authorization_code => |request| request.parameter(Bikes::SADDLE.value("soft"))`; the request is that
/// of [`Client::authorize`](oauth_core::Client::authorize) for `authorization_code` and `implicit`, and
/// the token request for the other grants.
///
/// The tests, each of the name of what it checks:
///
/// - `grants_are_listed`: the list is that of the declaration.
/// - one for each grant: the whole flow against the test kit, by every declared client authentication,
///   and its denial.
/// - `endpoints`: revocation, introspection and an API call, where they are declared.
/// - `requests`: every request, byte by byte, is the reviewed one of `tests/snapshots/requests.txt`.
///   What is random stands there as `[state]`, `[code_verifier]` and the like.
/// - `answers`: every file of `tests/fixtures` is decoded, and what it holds is what
///   `tests/snapshots/answers.txt` says. `<grant>[.<note>].<json|txt>` is a good answer,
///   `error_<status>[_<note>].<json|txt>` a refusal of the token endpoint, `introspection….json` an
///   introspection answer, `callback….txt` a callback, which gets the state of the login. A first line
///   `# 200 application/json; charset=utf-8` says status and content type; without it they are 200, or
///   the status in the name, and JSON. In a module, the files of `tests/fixtures/<module>/` are its
///   own, beside those of all.
/// - `documentation`: the README has its headings, and names every endpoint and grant. An app that declares
///   a provider of its own leaves it out: `provider_tests!(undocumented: Bikes, Bikes, [refresh_token])`.
///
/// `UPDATE_EXPECT=1 cargo test` writes the snapshots; in a module they have its name, such as
/// `requests.sandbox.txt`.
#[macro_export]
macro_rules! provider_tests {
    (@contract $folder:expr; $provider:ty, $value:expr, [$($grant:ident $(=> $change:expr)?),+ $(,)?] $(,)?) => {
        fn __suite() -> $crate::__suite::Suite {
            let grants = &[$(::core::stringify!($grant)),+];
            $crate::__suite::Suite::new($folder, ::core::module_path!(), &$value, grants)
        }

        fn __probe<A>() -> $crate::__suite::Probe<$provider, A> {
            #[allow(unused_imports)]
            use $crate::__suite::{ShowDebug as _, ShowNothing as _};
            type Extra = <$provider as $crate::__suite::oauth_core::Provider>::Extra;
            let show = (&&$crate::__suite::Show::<Extra>::new()).function();
            $crate::__suite::Probe::new(__suite(), || $value, show)
        }

        fn __grants() -> ::std::vec::Vec<$crate::__suite::Grant> {
            #[allow(unused_imports)]
            use $crate::__suite::{oauth_core::{ClientId, ClientSecret}, traits::*};
            ::std::vec![$($crate::__suite::Grant::new(::core::stringify!($grant), |job| [
                (&&__probe::<ClientSecret>()).$grant(job, $crate::__change!($($change)?)),
                (&&__probe::<ClientId>()).$grant(job, $crate::__change!($($change)?)),
            ])),+]
        }

        fn __endpoints(job: &$crate::__suite::Job<'_>) -> ::std::vec::Vec<$crate::__suite::Outcome> {
            #[allow(unused_imports)]
            use $crate::__suite::{oauth_core::{ClientId, ClientSecret}, traits::*};
            let (confidential, public) = (__probe::<ClientSecret>(), __probe::<ClientId>());
            let outcomes = [
                (&&confidential).form(job), (&&public).form(job),
                (&&confidential).revocation(job), (&&confidential).revocation_of_refresh_tokens(job),
                (&&public).revocation(job), (&&public).revocation_of_refresh_tokens(job),
                (&&confidential).introspection(job), (&&public).introspection(job),
                (&&confidential).userinfo(job), (&&public).userinfo(job),
                (&&confidential).api(job), (&&public).api(job),
            ];
            outcomes.into_iter().flatten().collect()
        }

        #[test]
        fn grants_are_listed() -> $crate::__suite::Checked {
            __suite().grants_are_listed()
        }

        $(
            #[test]
            fn $grant() -> $crate::__suite::Checked {
                __suite().flow(::core::stringify!($grant), &__grants())
            }
        )+

        #[test]
        fn endpoints() -> $crate::__suite::Checked {
            $crate::__suite::Suite::endpoints(__endpoints)
        }

        #[test]
        fn requests() -> $crate::__suite::Checked {
            __suite().requests(&__grants(), __endpoints)
        }

        #[test]
        fn answers() -> $crate::__suite::Checked {
            __suite().answers(&__grants(), __endpoints)
        }

    };
    (@folder $folder:expr; undocumented: $($declared:tt)+) => {
        $crate::provider_tests!(@contract $folder; $($declared)+);
    };
    (@folder $folder:expr; $($declared:tt)+) => {
        $crate::provider_tests!(@contract $folder; $($declared)+);

        #[test]
        fn documentation() -> $crate::__suite::Checked {
            __suite().documentation()
        }
    };
    ($($declared:tt)+) => {
        $crate::provider_tests!(@folder ::core::env!("CARGO_MANIFEST_DIR"); $($declared)+);
    };
}

/// The change that a test makes to a request, where it makes one.
#[doc(hidden)]
#[macro_export]
macro_rules! __change {
    () => {
        ::core::option::Option::None
    };
    ($change:expr) => {
        ::core::option::Option::Some($change)
    };
}

#[doc(hidden)]
pub use oauth_core;

/// What a test gives back.
pub type Checked = Result<(), Failure>;

/// Why a test fails, in words for people. A test that returns it prints its `Debug`.
#[derive(Clone)]
pub struct Failure(pub(crate) String);

impl fmt::Debug for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Failure {
    /// What was tried, and why it did not work.
    pub(crate) fn of(what: &str, why: impl fmt::Display) -> Self {
        Self(format!("{what}: {why}"))
    }
}

/// A listed grant, and how its jobs are done with either credential.
#[derive(Debug)]
pub struct Grant {
    pub(crate) name: &'static str,
    run: fn(&Job<'_>) -> [Option<Outcome>; 2],
}

impl Grant {
    /// The grant of this name.
    pub fn new(name: &'static str, run: fn(&Job<'_>) -> [Option<Outcome>; 2]) -> Self {
        Self { name, run }
    }

    pub(crate) fn run(&self, job: &Job<'_>) -> Vec<Outcome> {
        (self.run)(job).into_iter().flatten().collect()
    }
}

/// The tests of one provider value.
#[derive(Debug, Clone)]
pub struct Suite {
    pub(crate) metadata: &'static Metadata,
    pub(crate) variables: Variables,
    pub(crate) folder: PathBuf,
    /// What stands in the names of snapshots.
    pub(crate) module: Option<String>,
    pub(crate) grants: &'static [&'static str],
}

impl Suite {
    /// The tests of this provider, in this crate and module.
    pub fn new<P: Provider>(
        folder: &str,
        module: &str,
        provider: &P,
        grants: &'static [&'static str],
    ) -> Self {
        let mut variables = Variables::default();
        provider.variables(&mut variables);
        let module = module.rsplit_once("::").map(|(_, module)| module.to_owned());
        Self { metadata: provider.metadata(), variables, folder: folder.into(), module, grants }
    }

    /// Compares the listed grants with the declared ones.
    ///
    /// # Errors
    ///
    /// One is missing, or there is one more.
    pub fn grants_are_listed(&self) -> Checked {
        let declared: Vec<_> = self.metadata.grants.iter().map(|grant| grant.grant_type.as_str()).collect();
        let missing = declared.iter().find(|grant| !self.grants.contains(grant));
        let more = self.grants.iter().find(|grant| !declared.contains(grant));
        match (missing, more) {
            (Some(grant), _) => Err(Failure(format!("`{grant}` is declared; list it in `provider_tests!`"))),
            (None, Some(grant)) => Err(Failure(format!("`{grant}` is listed and not declared"))),
            (None, None) => Ok(()),
        }
    }

    /// Runs the whole flow of one grant, with every credential that it takes.
    ///
    /// # Errors
    ///
    /// A step of it fails, or no credential is taken.
    pub fn flow(&self, name: &str, grants: &[Grant]) -> Checked {
        let run = grants.iter().filter(|grant| grant.name == name).flat_map(|grant| grant.run(&Job::Flow));
        let outcomes = run.collect::<Result<Vec<_>, _>>()?;
        if outcomes.is_empty() {
            return Err(Failure(format!("`{name}` takes neither a `ClientSecret` nor a `ClientId`")));
        }
        Ok(())
    }

    /// Uses every declared endpoint beside those of the grants.
    ///
    /// # Errors
    ///
    /// A step fails.
    pub fn endpoints(run: fn(&Job<'_>) -> Vec<Outcome>) -> Checked {
        run(&Job::Flow).into_iter().collect::<Result<Vec<_>, _>>().map(drop)
    }

    /// Compares a text with the reviewed one, or writes it.
    pub(crate) fn expect(&self, name: &str, text: &str) -> Checked {
        let file = match &self.module {
            Some(module) => format!("{name}.{module}.txt"),
            None => format!("{name}.txt"),
        };
        let path = self.folder.join("tests/snapshots").join(&file);
        let expected = fs::read_to_string(&path).unwrap_or_default();
        if expected == text {
            return Ok(());
        }
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            let folder = path.parent().map_or(Ok(()), fs::create_dir_all);
            #[allow(clippy::disallowed_methods, reason = "a snapshot that is written anew, not a secret")]
            let written = folder.and_then(|()| fs::write(&path, text));
            return written.map_err(|error| Failure::of(&file, error));
        }
        let line = expected.lines().zip(text.lines()).take_while(|(old, new)| old == new).count();
        let show = |text: &str| text.lines().nth(line).unwrap_or("(the end)").to_owned();
        Err(Failure(format!(
            "tests/snapshots/{file} differs in line {}\n  reviewed: {}\n  now:      {}\n\
             where the new one is right, `UPDATE_EXPECT=1 cargo test` writes it",
            line + 1,
            show(&expected),
            show(text),
        )))
    }
}
