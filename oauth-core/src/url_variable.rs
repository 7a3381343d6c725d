//! Values that stand in an endpoint URL: checked where they are made, so that no value can move a
//! request to another host.
//!
//! `"https://{shop}.myshopify.com/…"` needs a field `shop` whose type may stand there: a
//! [`HostLabel`], or an enum with `#[derive(UrlVariable)]`. A [`Host`] fills a whole host name and
//! needs a declared `ssrf(...)` policy, a [`Segment`] fills one segment of a path, a [`PathPrefix`] begins
//! it. A `String` fits nowhere.

mod check;

use crate::wire::text::Quoted;
use check::{Flaw, check_label, refuse_punycode};
pub(crate) use check::{check_host, check_labels, check_path_prefix, check_segment};
use std::fmt;
use std::str::FromStr;

/// A type whose values may stand in an endpoint URL at `Place`.
///
/// The places are [`HostLabel`], [`HostSuffix`], [`Host`], [`Segment`] and [`PathPrefix`]. Derive it for an enum
/// with one literal per variant; it then fits every place where all its literals are legal.
#[diagnostic::on_unimplemented(
    message = "`{Self}` can't stand for a `{Place}` in an endpoint URL",
    label = "this field is a URL variable in the place of a `{Place}`",
    note = "use the type of that name (`String` for a `Text`), or an enum with `#[derive(UrlVariable)]`; in a URL, a `String` could lead to another host",
    note = "an enum fills a whole host by a name of its values: `#[url(host = \"…\")]`, and `{{field.host}}` in the URL"
)]
pub trait UrlVariable<Place> {
    /// The value as it stands in the URL.
    fn url_value(&self) -> &str;
}

/// One label of a host name (RFC 1123 section 2.1): lower-case letters, digits and inner hyphens,
/// at most 63 bytes. Punycode (`xn--`) is refused.
///
/// ```
/// use oauth_core::{HostLabel, oauth_provider};
///
/// /// A shop, by its name.
/// #[oauth_provider(
///     token_endpoint = "https://{shop}.shops.example/oauth/token",
///     client_auth(client_secret_post),
///     grants(client_credentials)
/// )]
/// pub struct Shop {
///     pub shop: HostLabel,
/// }
///
/// let shop = Shop { shop: HostLabel::new("acme")? };
/// assert!(HostLabel::new("evil.com/#").is_err());
/// # let _ = shop;
/// # Ok::<(), oauth_core::InvalidUrlVariable>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct HostLabel(Box<str>);

/// Several labels at the end of a host name, such as `sandbox.ebay.com`.
///
/// Whoever chooses them chooses whose server gets the secret: let an enum with `#[derive(UrlVariable)]`
/// do that, whose literals stand in the source. Of an implementation by hand is only checked that it gives
/// labels.
#[derive(Debug, Clone, Copy)]
pub enum HostSuffix {}

/// A whole host name in lower-case ASCII, without a port. IP addresses are refused.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Host(Box<str>);

/// One segment of a path: letters, digits, `.`, `_` and `-`, at most 128 bytes, not `.` or `..`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Segment(Box<str>);

/// The beginning of a path, for a server that may stand below one: nothing, which is the default, or
/// segments such as `/auth` or `/a/b`, each as in [`Segment`] and none empty; at most 256 bytes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct PathPrefix(Box<str>);

/// A text in a parameter, a query or a header, which is encoded there. The only place that takes a
/// `String`; it never is a part of a host or path.
#[derive(Debug, Clone, Copy)]
pub enum Text {}

/// A place that a value can have. The rules of a place hold for every value there, also for that of a
/// [`UrlVariable`] that was written by hand.
pub trait Place: sealed::Sealed {
    #[doc(hidden)]
    fn misfit(value: &str) -> Option<&'static str>;
}

mod sealed {
    pub trait Sealed {}
}

macro_rules! places {
    ($($place:ident: $check:expr;)*) => {$(
        impl sealed::Sealed for $place {}
        impl Place for $place {
            fn misfit(value: &str) -> Option<&'static str> {
                let check: fn(&str) -> Result<(), Flaw> = $check;
                check(value).err().map(|flaw| flaw.reason)
            }
        }
    )*};
}

places! {
    HostLabel: |value| check_label(value, 0).and_then(|()| refuse_punycode(value));
    HostSuffix: check_labels;
    Host: check_host;
    PathPrefix: check_path_prefix;
    Segment: check_segment;
    Text: |_| Ok(());
}

/// Why a value can't stand in a URL.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidUrlVariable {
    value: Box<str>,
    expected: &'static str,
    reason: &'static str,
    position: Option<usize>,
}

impl InvalidUrlVariable {
    /// For the expansion of `#[derive(UrlVariable)]`: no literal, or one of several values. Names none of the values, of which there may
    /// be many.
    #[doc(hidden)]
    pub fn undeclared(value: &str) -> Self {
        let (expected, reason) = ("a value of this variable", "it is not the literal of one value alone");
        Self { value: value.into(), expected, reason, position: None }
    }
}

impl HostLabel {
    /// Checks the value.
    ///
    /// # Errors
    ///
    /// Anything but 1 to 63 of `a-z`, `0-9` and inner `-`; nothing is lower-cased or decoded.
    pub fn new(value: &str) -> Result<Self, InvalidUrlVariable> {
        check_label(value, 0)
            .and_then(|()| refuse_punycode(value))
            .map_err(|flaw| flaw.of(value, "a DNS label"))?;
        Ok(Self(value.into()))
    }
}

impl Host {
    /// Checks the value.
    ///
    /// # Errors
    ///
    /// Anything but DNS labels joined by dots, at most 253 bytes; an IP address in any notation.
    pub fn new(value: &str) -> Result<Self, InvalidUrlVariable> {
        check_host(value).map_err(|flaw| flaw.of(value, "a host name"))?;
        Ok(Self(value.into()))
    }
}

impl Segment {
    /// Checks the value.
    ///
    /// # Errors
    ///
    /// Anything but 1 to 128 of `A-Z`, `a-z`, `0-9`, `.`, `_` and `-`; `.` and `..`.
    pub fn new(value: &str) -> Result<Self, InvalidUrlVariable> {
        check_segment(value).map_err(|flaw| flaw.of(value, "a path segment"))?;
        Ok(Self(value.into()))
    }
}

impl PathPrefix {
    /// Checks the value.
    ///
    /// # Errors
    ///
    /// Anything but nothing, or segments with a slash before each of them and none at the end.
    pub fn new(value: &str) -> Result<Self, InvalidUrlVariable> {
        check_path_prefix(value).map_err(|flaw| flaw.of(value, "the beginning of a path"))?;
        Ok(Self(value.into()))
    }
}

impl UrlVariable<Self> for PathPrefix {
    fn url_value(&self) -> &str {
        &self.0
    }
}

impl UrlVariable<Self> for HostLabel {
    fn url_value(&self) -> &str {
        &self.0
    }
}

impl UrlVariable<Segment> for HostLabel {
    fn url_value(&self) -> &str {
        &self.0
    }
}

impl UrlVariable<Self> for Host {
    fn url_value(&self) -> &str {
        &self.0
    }
}

impl UrlVariable<Self> for Segment {
    fn url_value(&self) -> &str {
        &self.0
    }
}

#[diagnostic::do_not_recommend]
impl UrlVariable<Text> for String {
    fn url_value(&self) -> &str {
        self
    }
}

macro_rules! from_str {
    ($($name:ident)*) => {$(
        impl FromStr for $name {
            type Err = InvalidUrlVariable;
            fn from_str(value: &str) -> Result<Self, Self::Err> {
                Self::new(value)
            }
        }

        #[diagnostic::do_not_recommend]
        impl UrlVariable<Text> for $name {
            fn url_value(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

from_str!(HostLabel Host Segment PathPrefix);

impl fmt::Display for InvalidUrlVariable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { value, expected, reason, position } = self;
        write!(f, "{} is not {expected}: {reason}", Quoted(value))?;
        position.map_or(Ok(()), |position| write!(f, " at byte {position}"))
    }
}

impl std::error::Error for InvalidUrlVariable {}

impl Flaw {
    fn of(self, value: &str, expected: &'static str) -> InvalidUrlVariable {
        InvalidUrlVariable {
            value: value.into(),
            expected,
            reason: self.reason,
            position: Some(self.position),
        }
    }
}

#[cfg(test)]
mod tests;
