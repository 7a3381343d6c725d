//! Values that stand in an endpoint URL: checked where they are made, so that no value can move a
//! request to another host.
//!
//! `"https://{shop}.myshopify.com/…"` needs a field `shop` whose type may stand there: a
//! [`HostLabel`], or an enum with `#[derive(UrlVariable)]`. A [`Host`] fills a whole host name and
//! needs a declared `ssrf(...)` policy, a [`Segment`] fills one segment of a path, a [`PathPrefix`] begins
//! it. A `String` fits nowhere.

use crate::url_values::UrlValues;
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

/// The values of a provider's variables, by name. They never print: one may be a key.
#[derive(Clone, Default)]
pub struct Variables(Vec<Variable>);

#[derive(Clone)]
struct Variable {
    name: &'static str,
    value: Box<str>,
    /// Why the value can't stand where it does.
    misfit: Option<&'static str>,
}

impl Variables {
    /// Sets the variable `name`, which stands at `Place`.
    pub fn set<P: Place, T: UrlVariable<P>>(&mut self, name: &'static str, value: &T) {
        let value = value.url_value();
        self.0.push(Variable { name, value: value.into(), misfit: P::misfit(value) });
    }

    /// Sets the variable `name` to a value that was checked.
    #[cfg(feature = "dynamic")]
    pub(crate) fn set_checked(&mut self, name: &'static str, value: &str) {
        self.0.push(Variable { name, value: value.into(), misfit: None });
    }

    /// Sets the variable `name`, such as `region.accounts`, to a literal of a derived variable.
    pub fn set_named<T: UrlValues>(&mut self, name: &'static str, value: &'static str) {
        self.0.push(Variable { name, value: value.into(), misfit: None });
    }

    /// Names and values, in the order in which they were set.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.0.iter().map(|variable| (variable.name, &*variable.value))
    }

    /// Gives a variable, or one name of it, another value; where it has none, nothing needs it.
    pub(crate) fn replace(&mut self, variable: &str, name: &str, value: &str) {
        for known in &mut self.0 {
            let rest = known.name.strip_prefix(variable);
            if rest.is_some_and(|rest| rest.strip_prefix('.').unwrap_or(rest) == name) {
                *known = Variable { name: known.name, value: value.into(), misfit: None };
            }
        }
    }

    /// The value of a variable.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.iter().find(|(known, _)| *known == name).map(|(_, value)| value)
    }

    /// Why a variable can't stand where it does.
    pub(crate) fn misfit(&self, name: &str) -> Option<&'static str> {
        self.0.iter().filter(|variable| variable.name == name).find_map(|variable| variable.misfit)
    }
}

impl fmt::Debug for Variables {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter().map(|(name, _)| name)).finish()
    }
}

impl fmt::Display for InvalidUrlVariable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { value, expected, reason, position } = self;
        let shown: String = value.chars().take(80).collect();
        write!(f, "{shown:?} is not {expected}: {reason}")?;
        position.map_or(Ok(()), |position| write!(f, " at byte {position}"))
    }
}

impl std::error::Error for InvalidUrlVariable {}

pub(crate) struct Flaw {
    reason: &'static str,
    position: usize,
}

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

fn flaw(reason: &'static str, position: usize) -> Flaw {
    Flaw { reason, position }
}

fn check_label(label: &str, start: usize) -> Result<(), Flaw> {
    let wrong = |byte: &u8| !matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-');
    if let Some(at) = label.as_bytes().iter().position(wrong) {
        return Err(flaw("only a-z, 0-9 and - may stand here", start.saturating_add(at)));
    }
    match label.len() {
        0 => Err(flaw("an empty label", start)),
        1..=63 if label.starts_with('-') || label.ends_with('-') => {
            Err(flaw("a hyphen at the edge of the label", start))
        }
        1..=63 => Ok(()),
        _ => Err(flaw("a label of more than 63 bytes", start)),
    }
}

fn refuse_punycode(label: &str) -> Result<(), Flaw> {
    if label.starts_with("xn--") { Err(flaw("punycode", 0)) } else { Ok(()) }
}

pub(crate) fn check_labels(labels: &str) -> Result<(), Flaw> {
    if labels.len() > 253 {
        return Err(flaw("more than 253 bytes", 253));
    }
    let mut start: usize = 0;
    for label in labels.split('.') {
        check_label(label, start)?;
        start = start.saturating_add(label.len()).saturating_add(1);
    }
    Ok(())
}

pub(crate) fn check_host(host: &str) -> Result<(), Flaw> {
    check_labels(host)?;
    // A last label that starts with a digit reads as an IPv4 address in one of its notations.
    match host.rsplit('.').next().map(str::as_bytes) {
        Some([b'0'..=b'9', ..]) => Err(flaw("an IP address, or a last label with a leading digit", 0)),
        _ => Ok(()),
    }
}

pub(crate) fn check_segment(segment: &str) -> Result<(), Flaw> {
    let wrong = |byte: &u8| !matches!(byte, b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'.' | b'_' | b'-');
    if let Some(at) = segment.as_bytes().iter().position(wrong) {
        return Err(flaw("only letters, digits, ., _ and - may stand here", at));
    }
    match segment {
        "" => Err(flaw("an empty segment", 0)),
        "." | ".." => Err(flaw("a dot segment", 0)),
        _ if segment.len() > 128 => Err(flaw("more than 128 bytes", 128)),
        _ => Ok(()),
    }
}

pub(crate) fn check_path_prefix(prefix: &str) -> Result<(), Flaw> {
    if prefix.len() > 256 {
        return Err(flaw("more than 256 bytes", 256));
    }
    let Some(path) = prefix.strip_prefix('/') else {
        return if prefix.is_empty() { Ok(()) } else { Err(flaw("no slash at the beginning", 0)) };
    };
    let mut start: usize = 1;
    for segment in path.split('/') {
        check_segment(segment)
            .map_err(|Flaw { reason, position }| flaw(reason, start.saturating_add(position)))?;
        start = start.saturating_add(segment.len()).saturating_add(1);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOSTILE: &[&str] = &[
        "",
        "evil.com/#",
        "evil.com?",
        "evil.com\\",
        "a@evil.com/",
        "..",
        ".",
        "%2e%2e",
        "%65vil",
        "a\n",
        "\ta",
        "a b",
        "evil\u{3002}com",
        "sh\u{ad}op",
        "sh\u{200b}op",
        "\u{ff21}CME",
        "\u{212a}",
        "{shop}",
        "a:80",
        "[::1]",
        "a/b",
        "\0",
    ];

    #[test]
    fn hostile_values_are_refused_at_every_place() {
        for value in HOSTILE {
            assert!(HostLabel::new(value).is_err(), "{value:?} as a label");
            assert!(Host::new(value).is_err(), "{value:?} as a host");
            assert!(Segment::new(value).is_err(), "{value:?} as a segment");
            assert!(value.is_empty() || PathPrefix::new(value).is_err(), "{value:?} as a path");
            let below = format!("/a/{value}");
            assert!(PathPrefix::new(&below).is_err() || *value == "a/b", "{below:?} as a path");
        }
    }

    #[test]
    fn a_label_is_one_lower_case_dns_label() {
        for value in ["acme", "a", "0", "a-b", &"a".repeat(63)] {
            assert!(HostLabel::new(value).is_ok(), "{value}");
        }
        for value in ["ACME", "-a", "a-", "a.b", "xn--bcher-kva", &"a".repeat(64)] {
            assert!(HostLabel::new(value).is_err(), "{value}");
        }
    }

    #[test]
    fn a_value_stands_where_it_is_set_and_nowhere_else() {
        let (label, host, segment) =
            ("acme".parse::<HostLabel>(), "a.example".parse::<Host>(), "A_1".parse::<Segment>());
        let (label, host, segment) = (label.unwrap(), host.unwrap(), segment.unwrap());
        let mut variables = Variables::default();
        variables.set::<HostLabel, _>("label", &label);
        variables.set::<Segment, _>("path", &label);
        variables.set::<Host, _>("host", &host);
        variables.set::<Segment, _>("segment", &segment);
        variables.set::<Text, _>("text", &segment);
        variables.set::<Text, _>("other", &"a b".to_owned());
        let found: Vec<_> = variables.iter().map(|(name, value)| format!("{name}={value}")).collect();
        assert_eq!(
            found,
            ["label=acme", "path=acme", "host=a.example", "segment=A_1", "text=A_1", "other=a b"]
        );
        assert_eq!((variables.get("segment"), variables.get("seg")), (Some("A_1"), None));
        assert_eq!(format!("{label} {host} {segment}"), "acme a.example A_1");
        let names = r#"["label", "path", "host", "segment", "text", "other"]"#;
        assert_eq!(format!("{variables:?}"), names);
    }

    #[test]
    fn a_variable_is_replaced_by_its_whole_name() {
        let start = || {
            let mut variables = Variables::default();
            for name in ["region.api", "region.accounts", "regional.api", "api", "region"] {
                variables.set::<Text, _>(name, &"old".to_owned());
            }
            variables
        };
        let changed = |variable, name| {
            let mut variables = start();
            variables.replace(variable, name, "new");
            let changed = variables.iter().filter(|(_, value)| *value == "new");
            changed.map(|(name, _)| name).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(changed("region", "api"), "region.api");
        assert_eq!(changed("region", ""), "region");
        assert_eq!(changed("tenant", ""), "");
    }

    #[test]
    fn a_segment_is_bounded_and_no_way_up() {
        for value in ["a", "A.b_c-d", "...", "a..", &"a".repeat(128)] {
            assert!(Segment::new(value).is_ok(), "{value}");
        }
        for value in [".", "..", "", &"a".repeat(129)] {
            assert!(Segment::new(value).is_err(), "{value}");
        }
        let at = |value: &str| Segment::new(value).unwrap_err().to_string();
        assert!(at("ab/c").ends_with("may stand here at byte 2"), "{}", at("ab/c"));
        assert!(at(&"a".repeat(129)).ends_with("more than 128 bytes at byte 128"));
    }

    #[test]
    fn an_error_about_a_host_says_where() {
        let at = |value: &str| Host::new(value).unwrap_err().to_string();
        assert!(at("ab.c_d").ends_with("may stand here at byte 4"), "{}", at("ab.c_d"));
        assert!(at("a.b..c").ends_with("an empty label at byte 4"), "{}", at("a.b..c"));
        assert!(at("a.-b").ends_with("a hyphen at the edge of the label at byte 2"), "{}", at("a.-b"));
        assert!(at(&format!("{}.example", "a".repeat(64))).ends_with("more than 63 bytes at byte 0"));
        let longest = format!("{}abc", "a.".repeat(125));
        assert!(longest.len() == 253 && Host::new(&longest).is_ok());
        assert!(at(&format!("{longest}d")).ends_with("more than 253 bytes at byte 253"));
    }

    #[test]
    fn a_host_is_a_name_and_no_address() {
        for value in ["server.example.com", "keycloak", "a1.b2.example", "xn--bcher-kva.example"] {
            assert!(Host::new(value).is_ok(), "{value}");
        }
        let too_long = format!("{}.example", "a.".repeat(130));
        for value in ["127.0.0.1", "2130706433", "0x7f.1", "0177.0.0.1", "a..b", "a.", ".a", &too_long] {
            assert!(Host::new(value).is_err(), "{value}");
        }
    }

    #[test]
    fn a_path_begins_with_whole_segments() {
        for value in ["", "/auth", "/a/b", "/v1.0/x_y"] {
            assert!(PathPrefix::new(value).is_ok(), "{value}");
        }
        let too_long = "/abc".repeat(65);
        for value in ["/", "auth", "/auth/", "//evil.com", "/a//b", "/..", "/a/./b", &too_long] {
            assert!(PathPrefix::new(value).is_err(), "{value}");
        }
        let error = PathPrefix::new("/a/b?c").unwrap_err().to_string();
        assert!(error.ends_with("only letters, digits, ., _ and - may stand here at byte 4"), "{error}");
        assert_eq!(PathPrefix::default(), PathPrefix::new("").unwrap());
    }

    #[test]
    fn the_error_quotes_the_value_and_says_where() {
        let error = HostLabel::new("evil.com/#").unwrap_err();
        assert_eq!(
            error.to_string(),
            r#""evil.com/#" is not a DNS label: only a-z, 0-9 and - may stand here at byte 4"#
        );
    }
}
