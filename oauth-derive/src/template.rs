//! A URL literal → its parts and its `{variables}`. Splits only; the rules are in
//! `validate/url.rs`.

use std::ops::Range;

/// A URL with variables, split into parts; all ranges are bytes of the literal's value.
#[derive(Debug)]
pub(crate) struct Template {
    text: String,
    /// Before `:`.
    pub(crate) scheme: Range<usize>,
    /// Whether `//` follows the scheme.
    pub(crate) has_authority: bool,
    /// Before `@`.
    pub(crate) userinfo: Option<Range<usize>>,
    /// The host.
    pub(crate) host: Range<usize>,
    /// After the `:` that follows the host.
    pub(crate) port: Option<Range<usize>>,
    /// From the first `/` on.
    pub(crate) path: Range<usize>,
    /// After `?`.
    pub(crate) query: Option<Range<usize>>,
    /// After `#`.
    pub(crate) fragment: Option<Range<usize>>,
    /// In the order of the text.
    pub(crate) variables: Vec<Variable>,
    /// A brace without its partner.
    pub(crate) stray_brace: Option<usize>,
}

/// `{name}`.
#[derive(Debug, Clone)]
pub(crate) struct Variable {
    /// The name of a field.
    pub(crate) name: String,
    /// With the braces.
    pub(crate) range: Range<usize>,
    /// What it fills; `None` if it fills nothing whole.
    pub(crate) place: Option<Place>,
}

/// What a variable fills.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// The whole host.
    Host,
    /// One label of the host, not the last.
    HostLabel,
    /// The end of the host, after at least one label.
    HostSuffix,
    /// One segment of the path.
    Segment,
}

impl Place {
    /// The name of the marker in oauth-core.
    pub(crate) fn marker(self) -> &'static str {
        match self {
            Self::Host => "Host",
            Self::HostLabel => "HostLabel",
            Self::HostSuffix => "HostSuffix",
            Self::Segment => "Segment",
        }
    }
}

impl Template {
    /// Splits the text, or gives nothing if it has no scheme.
    pub(crate) fn split(text: &str) -> Option<Self> {
        let colon = text.find(':')?;
        let is_scheme = |c: char| c.is_ascii_alphanumeric() || "+-.{}_".contains(c);
        if colon == 0 || !text[..colon].chars().all(is_scheme) {
            return None;
        }
        let has_authority = text[colon + 1..].starts_with("//");
        let start = if has_authority { colon + 3 } else { colon + 1 };

        let end = text.len();
        let hash = find(text, start..end, "#").unwrap_or(end);
        let question = find(text, start..hash, "?").unwrap_or(hash);
        let slash =
            if has_authority { find(text, start..question, "/\\").unwrap_or(question) } else { start };
        let at = text[start..slash].rfind('@').map(|at| start + at);
        let host_start = at.map_or(start, |at| at + 1);
        let bracket = text[host_start..slash].rfind(']').map_or(host_start, |at| host_start + at);
        let port = find(text, bracket..slash, ":");

        let (variables, stray_brace) = variables(text);
        let mut template = Self {
            text: text.to_owned(),
            scheme: 0..colon,
            has_authority,
            userinfo: at.map(|at| start..at),
            host: host_start..port.unwrap_or(slash),
            port: port.map(|colon| colon + 1..slash),
            path: slash..question,
            query: (question < hash).then(|| question + 1..hash),
            fragment: (hash < end).then(|| hash + 1..end),
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
    pub(crate) fn part(&self, range: &Range<usize>) -> &str {
        self.text.get(range.clone()).unwrap_or_default()
    }

    /// The host's labels; a variable is a label of its own.
    pub(crate) fn labels(&self) -> Vec<Range<usize>> {
        pieces(&self.text, &self.host, '.')
    }

    /// The path's segments.
    pub(crate) fn segments(&self) -> Vec<Range<usize>> {
        let path = (self.path.start + 1).min(self.path.end)..self.path.end;
        pieces(&self.text, &path, '/')
    }

    /// Whether the variable stands in the host.
    pub(crate) fn is_in_host(&self, variable: &Variable) -> bool {
        within(&variable.range, &self.host)
    }

    fn place(&self, variable: &Range<usize>) -> Option<Place> {
        if within(variable, &self.host) {
            let labels = self.labels();
            let at = labels.iter().position(|label| label == variable)?;
            return Some(match (labels.len(), at + 1) {
                (1, _) => Place::Host,
                (count, place) if count == place => Place::HostSuffix,
                _ => Place::HostLabel,
            });
        }
        let whole = within(variable, &self.path) && self.segments().contains(variable);
        whole.then_some(Place::Segment)
    }
}

fn within(inner: &Range<usize>, outer: &Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

fn find(text: &str, range: Range<usize>, any_of: &str) -> Option<usize> {
    let start = range.start;
    text.get(range)?.find(|c| any_of.contains(c)).map(|at| start + at)
}

fn pieces(text: &str, range: &Range<usize>, separator: char) -> Vec<Range<usize>> {
    let mut start = range.start;
    let mut pieces = Vec::new();
    for piece in text.get(range.clone()).unwrap_or_default().split(separator) {
        pieces.push(start..start + piece.len());
        start += piece.len() + 1;
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
                variables.push((text[start + 1..at].to_owned(), start..at + 1));
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
            ("https://{user}@example.com/", None),
            ("{scheme}://example.com/", None),
        ] {
            assert_eq!(places(text), [place], "{text}");
        }
        assert_eq!(places("https://{a}{b}.example.com/"), [None, None]);
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
