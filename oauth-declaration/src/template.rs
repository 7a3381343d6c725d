//! A URL literal → its parts and its `{variables}`, and a text → its `{variables}`. Splits only; the
//! rules are in `validate/url.rs` and `validate/variable.rs`.

use std::ops::Range;

/// A URL with variables, split into parts; all ranges are bytes of the literal's value.
#[derive(Debug)]
pub struct Template {
    text: String,
    /// The text with `_` in place of every byte of a variable's name.
    plain: String,
    /// Before `:`.
    pub scheme: Range<usize>,
    /// Whether `//` follows the scheme.
    pub has_authority: bool,
    /// Before `@`.
    pub userinfo: Option<Range<usize>>,
    /// The host.
    pub host: Range<usize>,
    /// After the `:` that follows the host.
    pub port: Option<Range<usize>>,
    /// From the first `/` on.
    pub path: Range<usize>,
    /// After `?`.
    pub query: Option<Range<usize>>,
    /// After `#`.
    pub fragment: Option<Range<usize>>,
    /// In the order of the text.
    pub variables: Vec<Variable>,
    /// A brace without its partner.
    pub stray_brace: Option<usize>,
}

/// `{name}`.
#[derive(Debug, Clone)]
pub struct Variable {
    /// The name of a field, or `field.name` for one name of an enum with several.
    pub name: String,
    /// With the braces.
    pub range: Range<usize>,
    /// What it fills; `None` if it fills nothing whole.
    pub place: Option<Place>,
}

/// What a variable fills.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The whole host.
    Host,
    /// One label of the host, not the last.
    HostLabel,
    /// The end of the host, after at least one label.
    HostSuffix,
    /// The beginning of the path, right behind a host that is a variable too: nothing, or whole segments.
    PathPrefix,
    /// One segment of the path.
    Segment,
    /// A part of a parameter, a query or a header.
    Text,
}

/// A text with variables that is no URL.
#[derive(Debug)]
pub struct TextTemplate {
    /// In the order of the text.
    pub variables: Vec<Variable>,
    /// A brace without its partner.
    pub stray_brace: Option<usize>,
}

impl TextTemplate {
    /// Finds the variables.
    pub fn split(text: &str) -> Self {
        let (found, stray_brace) = variables(text);
        let variables = found.into_iter();
        let variables = variables.map(|(name, range)| Variable { name, range, place: Some(Place::Text) });
        Self { variables: variables.collect(), stray_brace }
    }
}

impl Variable {
    /// The field that it names.
    pub fn field(&self) -> &str {
        let field = self.name.split('.').next().unwrap_or_default();
        field.strip_prefix("r#").unwrap_or(field)
    }

    /// Which of the names of the field's type.
    pub fn part(&self) -> Option<&str> {
        self.name.split_once('.').map(|(_, part)| part)
    }
}

impl Place {
    /// The name of the marker in oauth-core.
    pub fn marker(self) -> &'static str {
        match self {
            Self::Host => "Host",
            Self::HostLabel => "HostLabel",
            Self::HostSuffix => "HostSuffix",
            Self::PathPrefix => "PathPrefix",
            Self::Segment => "Segment",
            Self::Text => "Text",
        }
    }

    /// Whether a literal may stand there, so that it can't reach into another part.
    pub fn fits(self, literal: &str) -> bool {
        let is_label = |label: &str| {
            let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
            (1..=63).contains(&label.len())
                && label.chars().all(plain)
                && !label.starts_with('-')
                && !label.ends_with('-')
        };
        // A last label with a leading digit reads as an IPv4 address in one of its notations.
        let ends_with_number =
            || literal.rsplit('.').next().is_none_or(|last| last.starts_with(|c: char| c.is_ascii_digit()));
        match self {
            Self::Host => literal.len() <= 253 && literal.split('.').all(is_label) && !ends_with_number(),
            Self::HostLabel => is_label(literal) && !literal.starts_with("xn--"),
            Self::HostSuffix => {
                literal.contains('.') && literal.split('.').all(is_label) && !ends_with_number()
            }
            Self::PathPrefix => {
                let segments = |path: &str| path.split('/').all(|segment| Self::Segment.fits(segment));
                literal.is_empty() || literal.len() <= 256 && literal.strip_prefix('/').is_some_and(segments)
            }
            Self::Segment => {
                let plain = |c: char| c.is_ascii_alphanumeric() || "._-".contains(c);
                (1..=128).contains(&literal.len())
                    && literal.chars().all(plain)
                    && !matches!(literal, "." | "..")
            }
            Self::Text => true,
        }
    }
}

impl Template {
    /// Splits the text, or gives nothing if it has no scheme.
    pub fn split(text: &str) -> Option<Self> {
        let (variables, stray_brace) = variables(text);
        let plain = plain(text, &variables);
        let (scheme, rest) = plain.split_once(':')?;
        let colon = scheme.len();
        let is_scheme = |c: char| c.is_ascii_alphanumeric() || "+-.{}_".contains(c);
        if scheme.is_empty() || !scheme.chars().all(is_scheme) {
            return None;
        }
        let has_authority = rest.starts_with("//");
        let start = after(colon, if has_authority { 3 } else { 1 });

        let end = text.len();
        let hash = find(&plain, start..end, "#").unwrap_or(end);
        let question = find(&plain, start..hash, "?").unwrap_or(hash);
        let slash =
            if has_authority { find(&plain, start..question, "/\\").unwrap_or(question) } else { start };
        let at = rfind(&plain, start..slash, '@');
        let host_start = at.map_or(start, |at| after(at, 1));
        let bracket = rfind(&plain, host_start..slash, ']').unwrap_or(host_start);
        let port = find(&plain, bracket..slash, ":");

        let prefix = path_prefix(text, &variables, host_start..slash);
        let slash = prefix.unwrap_or(slash);
        let mut template = Self {
            text: text.to_owned(),
            plain,
            scheme: 0..colon,
            has_authority,
            userinfo: at.map(|at| start..at),
            host: host_start..port.unwrap_or(slash),
            port: port.map(|colon| after(colon, 1)..slash),
            path: slash..question,
            query: (question < hash).then(|| after(question, 1)..hash),
            fragment: (hash < end).then(|| after(hash, 1)..end),
            variables: Vec::new(),
            stray_brace,
        };
        template.variables = variables
            .into_iter()
            .map(|(name, range)| Variable { place: template.place(&range), name, range })
            .collect();
        Some(template)
    }

    /// A part of the text.
    pub fn part(&self, range: &Range<usize>) -> &str {
        self.text.get(range.clone()).unwrap_or_default()
    }

    /// A part of the text in which nothing within a variable counts.
    pub fn plain_part(&self, range: &Range<usize>) -> &str {
        self.plain.get(range.clone()).unwrap_or_default()
    }

    /// The host's labels; a variable is a label of its own.
    pub fn labels(&self) -> Vec<Range<usize>> {
        pieces(&self.text, &self.host, '.')
    }

    /// The path's segments.
    pub fn segments(&self) -> Vec<Range<usize>> {
        let prefix = self.part(&self.path).find('}').filter(|_| self.part(&self.path).starts_with('{'));
        let start = prefix.map_or(self.path.start, |brace| after(after(self.path.start, brace), 1));
        let path = after(start, 1).min(self.path.end)..self.path.end;
        pieces(&self.text, &path, '/')
    }

    /// Whether the variable stands in the host.
    pub fn is_in_host(&self, variable: &Variable) -> bool {
        within(&variable.range, &self.host)
    }

    fn place(&self, variable: &Range<usize>) -> Option<Place> {
        if within(variable, &self.host) {
            let labels = self.labels();
            labels.iter().position(|label| label == variable)?;
            return Some(match labels.as_slice() {
                [_] => Place::Host,
                [.., last] if last == variable => Place::HostSuffix,
                _ => Place::HostLabel,
            });
        }
        if variable.start == self.path.start {
            return Some(Place::PathPrefix);
        }
        let whole = within(variable, &self.path) && self.segments().contains(variable);
        whole.then_some(Place::Segment)
    }
}

/// The text with the same length, in which nothing within a variable separates parts.
fn plain(text: &str, variables: &[(String, Range<usize>)]) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut end = 0;
    for (name, range) in variables {
        plain.push_str(text.get(end..after(range.start, 1)).unwrap_or_default());
        plain.extend(std::iter::repeat_n('_', name.len()));
        end = after(after(range.start, 1), name.len());
    }
    plain.push_str(text.get(end..).unwrap_or_default());
    plain
}

/// Where the path begins, if that is a variable: the host is one variable, and one more stands between
/// it and a slash or the end.
fn path_prefix(text: &str, variables: &[(String, Range<usize>)], host: Range<usize>) -> Option<usize> {
    variables.windows(2).find_map(|pair| match pair {
        [(_, first), (_, second)]
            if first.start == host.start
                && first.end == second.start
                && second.end == host.end
                && text.get(host.end..).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')) =>
        {
            Some(second.start)
        }
        _ => None,
    })
}

fn within(inner: &Range<usize>, outer: &Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

fn find(text: &str, range: Range<usize>, any_of: &str) -> Option<usize> {
    let start = range.start;
    text.get(range)?.find(|c| any_of.contains(c)).map(|at| after(start, at))
}

fn rfind(text: &str, range: Range<usize>, character: char) -> Option<usize> {
    let start = range.start;
    text.get(range)?.rfind(character).map(|at| after(start, at))
}

/// Positions are within a text, so that this never saturates.
fn after(at: usize, bytes: usize) -> usize {
    at.saturating_add(bytes)
}

/// Splits at the separator, but not within a `{region.api}`.
fn pieces(text: &str, range: &Range<usize>, separator: char) -> Vec<Range<usize>> {
    let mut is_variable = false;
    let separates = |c: char| {
        is_variable = c == '{' || is_variable && c != '}';
        c == separator && !is_variable
    };
    let mut start = range.start;
    let mut pieces = Vec::new();
    for piece in text.get(range.clone()).unwrap_or_default().split(separates) {
        let end = after(start, piece.len());
        pieces.push(start..end);
        start = after(end, 1);
    }
    pieces
}

/// Name and range of each `{name}`, and the first brace that has no partner.
fn variables(text: &str) -> (Vec<(String, Range<usize>)>, Option<usize>) {
    let mut variables = Vec::new();
    let mut open = None;
    for (at, brace) in text.match_indices(['{', '}']) {
        match (brace, open) {
            ("{", None) => open = Some(at),
            ("}", Some(start)) => {
                let name = text.get(after(start, 1)..at).unwrap_or_default();
                variables.push((name.to_owned(), start..after(at, 1)));
                open = None;
            }
            _ => return (variables, Some(at)),
        }
    }
    (variables, open)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(text: &str) -> Vec<Option<Place>> {
        Template::split(text).unwrap().variables.iter().map(|variable| variable.place).collect()
    }

    #[test]
    fn a_url_is_split_into_its_parts() {
        let url = "https://user:pw@auth.{site}:8443/{tenant}/token?a=b#c";
        let template = Template::split(url).unwrap();
        assert_eq!(template.part(&template.scheme), "https");
        assert_eq!(template.part(&template.userinfo.clone().unwrap()), "user:pw");
        assert_eq!(template.part(&template.host), "auth.{site}");
        assert_eq!(template.part(&template.port.clone().unwrap()), "8443");
        assert_eq!(template.part(&template.path), "/{tenant}/token");
        assert_eq!(template.part(&template.query.clone().unwrap()), "a=b");
        assert_eq!(template.part(&template.fragment.clone().unwrap()), "c");
        let names: Vec<_> = template.variables.iter().map(|variable| variable.name.as_str()).collect();
        assert_eq!(names, ["site", "tenant"]);
        assert_eq!(template.part(&template.variables[0].range), "{site}");
    }

    #[test]
    fn absent_parts_are_absent() {
        let template = Template::split("https://example.com").unwrap();
        assert!(template.userinfo.is_none() && template.port.is_none());
        assert!(template.query.is_none() && template.fragment.is_none());
        assert_eq!(template.part(&template.path), "");
        assert_eq!(template.part(&template.host), "example.com");
    }

    #[test]
    fn relative_references_have_no_scheme() {
        for text in ["/token", "example.com/token", "", "//example.com", "?a:b"] {
            assert!(Template::split(text).is_none(), "{text}");
        }
    }

    #[test]
    fn the_place_of_a_variable_is_what_it_fills() {
        for (text, place) in [
            ("https://{host}/x", Some(Place::Host)),
            ("https://{region.accounts}/x", Some(Place::Host)),
            ("https://{region.api}.example.com", Some(Place::HostLabel)),
            ("https://api.{region.api}", Some(Place::HostSuffix)),
            ("https://example.com/{region.path}", Some(Place::Segment)),
            ("https://{host}:8443/x", Some(Place::Host)),
            ("https://{shop}.example.com/x", Some(Place::HostLabel)),
            ("https://api.{region}.example.com/x", Some(Place::HostLabel)),
            ("https://auth.{site}/x", Some(Place::HostSuffix)),
            ("https://example.com/{tenant}/x", Some(Place::Segment)),
            ("https://example.com/{tenant}", Some(Place::Segment)),
            ("https://example.com/x{tenant}", None),
            ("https://x{shop}.example.com/", None),
            ("https://example.com:{port}/", None),
            ("https://example.com/?a={value}", None),
            ("https://{region.accounts}/x", Some(Place::Host)),
            ("https://a.{region.site}/x", Some(Place::HostSuffix)),
            ("https://{user}@example.com/", None),
            ("{scheme}://example.com/", None),
        ] {
            assert_eq!(places(text), [place], "{text}");
        }
        assert_eq!(places("https://{a}{b}.example.com/"), [None, None]);
        for (text, expected) in [
            ("https://{host}{path}/x", [Some(Place::Host), Some(Place::PathPrefix)]),
            ("https://{site.host}{site.path}/", [Some(Place::Host), Some(Place::PathPrefix)]),
            ("https://{a}/{b}/x", [Some(Place::Host), Some(Place::Segment)]),
            ("https://{a}{b}", [Some(Place::Host), Some(Place::PathPrefix)]),
            ("https://{a}{b}?x", [None, None]),
            ("https://{a}{b}:8443/x", [None, None]),
            ("https://{a}.{b}/x", [Some(Place::HostLabel), Some(Place::HostSuffix)]),
            ("https://x.{a}{b}/x", [None, None]),
        ] {
            assert_eq!(places(text), expected, "{text}");
        }
        let template = Template::split("https://{host}{path}/a/{realm}/b").unwrap();
        assert_eq!(template.part(&template.host), "{host}");
        let segments: Vec<_> = template.segments().iter().map(|range| template.part(range)).collect();
        assert_eq!(segments, ["a", "{realm}", "b"]);
        assert_eq!(template.variables[2].place, Some(Place::Segment));
    }

    #[test]
    fn a_literal_fits_the_places_that_it_is_legal_at() {
        use Place::{Host, HostLabel, HostSuffix, Segment};
        for (value, expected) in [
            ("eu", &[Host, HostLabel, Segment][..]),
            ("ebay.com", &[Host, HostSuffix, Segment]),
            ("sandbox.ebay.com", &[Host, HostSuffix, Segment]),
            ("EU", &[Segment]),
            ("xn--evil", &[Host, Segment]),
            ("v1.0", &[Segment]),
            ("127.0.0.1", &[Segment]),
            ("-a", &[Segment]),
            ("a..b", &[Segment]),
            ("..", &[]),
            ("", &[]),
            ("a/b", &[]),
            ("b\u{fc}cher", &[]),
        ] {
            let places = [Host, HostLabel, HostSuffix, Segment].into_iter();
            assert_eq!(places.filter(|place| place.fits(value)).collect::<Vec<_>>(), expected, "{value}");
        }
    }

    #[test]
    fn a_path_prefix_is_nothing_or_whole_segments() {
        for good in ["", "/auth", "/a/b.c"] {
            assert!(Place::PathPrefix.fits(good), "{good}");
        }
        for bad in ["/", "auth", "/auth/", "//a", "/a//b", "/..", "/a/../b", "/a?b", "/a#", "/a\\b", "/%2e"] {
            assert!(!Place::PathPrefix.fits(bad), "{bad}");
        }
    }

    #[test]
    fn braces_come_in_pairs() {
        for (text, stray) in [
            ("https://{a}.b", None),
            ("https://{a.b", Some(8)),
            ("https://a}.b", Some(9)),
            ("https://{a{b}}", Some(10)),
        ] {
            assert_eq!(Template::split(text).unwrap().stray_brace, stray, "{text}");
        }
    }
}
