//! The URL variables of a definition: what each may hold, which the fields of a struct say elsewhere.

use super::data::Data;
use super::errors::MetadataError;
use super::items::member;
use oauth_declaration::constant::Constant;
use oauth_declaration::diagnostics::unknown;
use oauth_declaration::template::Place;

/// A URL variable.
#[derive(Debug, Clone)]
pub(crate) struct Variable {
    pub(crate) name: String,
    pub(crate) holds: Holds,
}

/// What a variable may hold.
#[derive(Debug, Clone)]
pub(crate) enum Holds {
    /// Any value that fits this place.
    Any(Place),
    /// One of these rows; a row has one literal per name, and a single one the name `""`.
    Rows(Vec<Vec<(String, String)>>),
}

const FORM: &str = "write `\"host_label\"`, `\"segment\"`, `\"path_prefix\"`, `\"host\"`, `\"text\"` or a list of its values";

impl Variable {
    /// Reads what a document says about a variable.
    pub(crate) fn read(path: &str, name: &str, data: Data) -> Result<Self, MetadataError> {
        let error = |message: String| Err(MetadataError::new(member(path, name), message));
        let holds = match data {
            Data::Text(kind) => match kind.as_str() {
                "host_label" => Holds::Any(Place::HostLabel),
                "segment" => Holds::Any(Place::Segment),
                "path_prefix" => Holds::Any(Place::PathPrefix),
                "text" => Holds::Any(Place::Text),
                "host" => Holds::Any(Place::Host),
                _ => return error(format!("unknown kind of variable `{kind}`; {FORM}")),
            },
            Data::List(items) if items.is_empty() => {
                return error(format!("`{name}` has no values; list those that it may hold"));
            }
            Data::List(items) => match items.into_iter().map(row).collect::<Option<Vec<_>>>() {
                Some(rows) if have_the_same_names(&rows) => Holds::Rows(rows),
                Some(_) => return error("every row names the same values; add the missing ones".to_owned()),
                None => {
                    return error("a value is a string, or an object of strings by their names".to_owned());
                }
            },
            Data::Object(_) | Data::Literal(_) | Data::Other => {
                return error(format!("what `{name}` may hold is open; {FORM}"));
            }
        };
        Ok(Self { name: name.to_owned(), holds })
    }

    /// The rows of its values, if it has a list of them, as in [`UrlValues`](crate::UrlValues).
    pub(crate) fn rows(&self) -> Option<Vec<Constant>> {
        let Holds::Rows(rows) = &self.holds else { return None };
        let row = |row: &Vec<(String, String)>| {
            Constant::List(row.iter().map(|(name, literal)| Constant::texts(name, literal)).collect())
        };
        Some(rows.iter().map(row).collect())
    }

    /// Why nothing in a list is called so.
    fn has_no(&self, name: &str) -> String {
        let known = match &self.holds {
            Holds::Rows(rows) => rows.first().map(Vec::as_slice).unwrap_or_default(),
            Holds::Any(_) => &[],
        };
        let names: Vec<_> = known.iter().map(|(known, _)| known.as_str()).collect();
        let variable = &self.name;
        match (name, names.as_slice()) {
            ("", [first, ..]) => {
                format!(
                    "the values of `{variable}` have names; write `{{{variable}.{first}}}` for one of them"
                )
            }
            (_, [""] | []) => {
                format!(
                    "the values of `{variable}` have no names; write `{{{variable}}}`, or name them in rows"
                )
            }
            (_, names) => unknown(&format!("name in `{variable}`"), name, names),
        }
    }

    /// Whether the callback can choose by this name of the values; otherwise why not.
    pub(crate) fn is_learnt_as(&self, name: &str) -> Result<(), String> {
        match &self.holds {
            Holds::Any(_) => Err(format!("a callback chooses the value of `{}`; list its values", self.name)),
            Holds::Rows(rows) if name.is_empty() || rows.iter().flatten().any(|(known, _)| known == name) => {
                Ok(())
            }
            Holds::Rows(_) => Err(self.has_no(name)),
        }
    }

    /// Whether what it may hold fits the place where `name`, one of its names, stands; otherwise why
    /// not.
    pub(crate) fn fits(&self, name: &str, place: Place) -> Result<(), String> {
        match &self.holds {
            // Outside of URLs there is nothing that a value could reach into.
            Holds::Any(kind)
                if *kind == place
                    || place == Place::Text
                    || (*kind, place) == (Place::HostLabel, Place::Segment) =>
            {
                Ok(())
            }
            Holds::Any(_) => {
                let kind = match place {
                    Place::Host => "write `\"host\"` or a list of its values",
                    Place::HostLabel => "write `\"host_label\"` or a list of its values",
                    // A user who names the end of a host would choose whose host it is.
                    Place::HostSuffix => "list its values",
                    Place::PathPrefix => "write `\"path_prefix\"` or a list of its values",
                    Place::Segment => "write `\"segment\"` or a list of its values",
                    Place::Text => "write `\"text\"` or a list of its values",
                };
                Err(format!("`{}` is {} in a URL; {kind}", self.name, describe(place)))
            }
            Holds::Rows(rows) => {
                let literals = || rows.iter().flatten().filter(|(known, _)| known == name);
                if literals().next().is_none() {
                    return Err(self.has_no(name));
                }
                match literals().map(|(_, literal)| literal).find(|literal| !place.fits(literal)) {
                    Some(literal) => Err(format!("`{literal}` can't be {}; write another", describe(place))),
                    None => Ok(()),
                }
            }
        }
    }
}

fn row(data: Data) -> Option<Vec<(String, String)>> {
    match data {
        Data::Text(literal) => Some(vec![(String::new(), literal)]),
        Data::Object(members) if !members.is_empty() => {
            let literal = |(name, data)| match data {
                Data::Text(literal) => Some((name, literal)),
                _ => None,
            };
            members.into_iter().map(literal).collect()
        }
        _ => None,
    }
}

fn have_the_same_names(rows: &[Vec<(String, String)>]) -> bool {
    let names = |row: &[(String, String)]| {
        let mut names: Vec<_> = row.iter().map(|(name, _)| name.clone()).collect();
        names.sort();
        names
    };
    rows.windows(2).all(|pair| matches!(pair, [first, second] if names(first) == names(second)))
}

fn describe(place: Place) -> &'static str {
    match place {
        Place::Host => "a whole host",
        Place::HostLabel => "a host label",
        Place::HostSuffix => "the end of a host",
        Place::PathPrefix => "the beginning of a path",
        Place::Segment => "a path segment",
        Place::Text => "a text",
    }
}
