//! One definition: read, and checked by the rules of a declaration.

use super::data::Data;
use super::errors::MetadataError;
use super::items::{self, Paths, member};
use super::variables::Variable;
use oauth_declaration::constant::Constant;
use oauth_declaration::template::TextTemplate;
use oauth_declaration::{At, Declaration, Diagnostic, Diagnostics, Item, List, Name, Subject, Value};

/// A sound definition.
pub(crate) struct Loaded {
    pub(crate) definition: Data,
    pub(crate) variables: Vec<Variable>,
    pub(crate) constant: Constant,
}

/// Reads and checks one definition.
pub(crate) fn load(
    path: &str,
    name: Option<&str>,
    data: Data,
    errors: &mut Vec<MetadataError>,
) -> Option<Loaded> {
    let before = errors.len();
    let Data::Object(mut members) = data.clone() else {
        errors.push(MetadataError::new(path, "a definition is an object: `{\"name\": \"…\", …}`"));
        return None;
    };
    let name = read_name(path, name, &mut members, errors);
    let (variables, fields) = read_variables(path, &mut members, errors);
    if fields.len() > MOST_VARIABLES {
        return None;
    }

    let mut paths = Paths::default();
    let node = |paths: &mut Paths, text: String, path: String| Name { text, at: At::word(paths.add(path)) };
    let list = without_rust(items::members(&mut paths, path, members));
    let subject = node(&mut paths, name.clone(), path.to_owned());
    let fields = fields.into_iter().map(|field| {
        let path = member(path, &member("variables", &field));
        node(&mut paths, field, path)
    });
    let fields = Some(fields.collect());
    let subject = Subject { name: subject, fields, has_constants: false };

    let mut dx = Diagnostics::of_a_file();
    let declaration = oauth_declaration::parse(&mut dx, list);
    oauth_declaration::validate(&mut dx, &declaration, &subject);
    let mut mistakes = dx.into_vec();
    mistakes.sort_by_key(|mistake| mistake.at);
    errors.extend(mistakes.into_iter().map(|found| MetadataError::new(paths.get(found.at), found.message)));
    check_places(path, &declaration, &variables, errors);
    check_learnt(path, &declaration, &variables, errors);
    if errors.len() > before {
        return None;
    }
    let provider = oauth_declaration::Provider::new(&declaration, &subject);
    let constant = with_values(oauth_declaration::metadata(&provider), &variables);
    Some(Loaded { definition: with_name(data, &name), variables, constant })
}

/// The members with this name, without which the others are the items of a declaration.
fn take(members: &mut Vec<(String, Data)>, name: &str) -> Vec<Data> {
    let mut taken = Vec::new();
    members.retain_mut(|(known, data)| {
        if known == name {
            taken.push(std::mem::replace(data, Data::Other));
        }
        known != name
    });
    taken
}

fn read_name(
    path: &str,
    default: Option<&str>,
    members: &mut Vec<(String, Data)>,
    errors: &mut Vec<MetadataError>,
) -> String {
    let mut names = take(members, "name").into_iter();
    let at = member(path, "name");
    if names.len() > 1 {
        errors.push(MetadataError::new(&at, "the key `name` is given twice; keep one"));
    }
    match (names.next(), default) {
        (Some(Data::Text(name)), _) if !name.is_empty() => return name,
        (Some(_), _) => errors.push(MetadataError::new(at, "`name` takes a string: `\"name\": \"Example\"`")),
        (None, Some(default)) => return default.to_owned(),
        (None, None) => {
            errors.push(MetadataError::new(path, "the provider has no name; add `\"name\": \"Example\"`"));
        }
    }
    String::new()
}

/// More than any provider has; the rules compare each with all places where variables stand.
const MOST_VARIABLES: usize = 64;

/// The variables that are sound, and the names of all of them.
fn read_variables(
    path: &str,
    members: &mut Vec<(String, Data)>,
    errors: &mut Vec<MetadataError>,
) -> (Vec<Variable>, Vec<String>) {
    let (mut variables, mut names) = (Vec::new(), Vec::new());
    let at = member(path, "variables");
    for (index, data) in take(members, "variables").into_iter().enumerate() {
        if index > 0 {
            errors.push(MetadataError::new(&at, "the key `variables` is given twice; keep one"));
        }
        let Data::Object(members) = data else {
            let message = "`variables` takes an object: `\"variables\": {\"shop\": \"host_label\"}`";
            errors.push(MetadataError::new(&at, message));
            continue;
        };
        if members.len() > MOST_VARIABLES {
            let message = format!("a definition has at most {MOST_VARIABLES} variables; remove the others");
            errors.push(MetadataError::new(&at, message));
            return (variables, members.into_iter().map(|(name, _)| name).collect());
        }
        for (name, data) in members {
            if names.contains(&name) {
                let message = format!("the variable `{name}` is given twice; keep one");
                errors.push(MetadataError::new(member(&at, &name), message));
            }
            match Variable::read(&at, &name, data) {
                Ok(variable) => variables.push(variable),
                Err(error) => errors.push(error),
            }
            names.push(name);
        }
    }
    (variables, names)
}

/// The items without what only a program can have, which is nothing but a mistake here.
fn without_rust(list: List) -> List {
    let refuse = |item: Item| match item {
        Item::Word { name, .. } if matches!(&*name.text, "crate" | "hook") => {
            let message = format!("`{name}` belongs to a program and not to a file; remove it");
            Err(Diagnostic { at: name.at, message }.into())
        }
        Item::Word { name, value: Value::List(inner) } if name.text.ends_with("_response") => {
            Ok(Item::Word { name, value: Value::List(without_types(inner)) })
        }
        item => Ok(item),
    };
    list.into_iter().map(|item| item.and_then(refuse)).collect()
}

/// The items of an answer without the types of Rust.
fn without_types(list: List) -> List {
    let refuse = |item: Item| match item {
        Item::Word { name, .. } if name.text == "extra" => {
            let message =
                "`extra` is a type of Rust; remove it, and take the members from `extra()` by their names";
            Err(Diagnostic { at: name.at, message: message.to_owned() }.into())
        }
        item => Ok(item),
    };
    list.into_iter().map(|item| item.and_then(refuse)).collect()
}

/// What a variable may hold fits the place where it stands.
fn check_places(
    path: &str,
    declaration: &Declaration,
    variables: &[Variable],
    errors: &mut Vec<MetadataError>,
) {
    let templates = declaration.urls.iter().filter_map(|url| url.template.as_ref());
    let in_urls = templates.flat_map(|template| template.variables.clone());
    let in_texts = declaration.templates().flat_map(|text| TextTemplate::split(&text.value).variables);
    let mut blamed: Vec<String> = Vec::new();
    for written in in_urls.chain(in_texts) {
        let (name, part) = written.name.split_once('.').unwrap_or((&written.name, ""));
        if let (Some(place), Some(variable)) =
            (written.place, variables.iter().find(|variable| variable.name == name))
            && let Err(message) = variable.fits(part, place)
            && !blamed.iter().any(|blamed| blamed == name)
        {
            blamed.push(name.to_owned());
            errors.push(MetadataError::new(member(path, &member("variables", name)), message));
        }
    }
}

/// A variable that a callback chooses is one of a list.
fn check_learnt(
    path: &str,
    declaration: &Declaration,
    variables: &[Variable],
    errors: &mut Vec<MetadataError>,
) {
    for learnt in &declaration.callback.learn {
        let written = learnt.variable.value.as_str();
        let (name, part) = written.split_once('.').unwrap_or((written, ""));
        let variable = variables.iter().find(|variable| variable.name == name);
        if let Some(Err(message)) = variable.map(|variable| variable.is_learnt_as(part)) {
            errors.push(MetadataError::new(member(path, &member("variables", name)), message));
        }
    }
}

/// The constant with the values of variables in place of [`Constant::Values`].
fn with_values(constant: Constant, variables: &[Variable]) -> Constant {
    let inner = |constant| with_values(constant, variables);
    match constant {
        Constant::Values(name) => {
            let variable = variables.iter().find(|variable| variable.name == name);
            Constant::List(variable.and_then(Variable::rows).unwrap_or_default())
        }
        Constant::List(items) => Constant::List(items.into_iter().map(inner).collect()),
        Constant::Struct { name, fields, base } => {
            let fields = fields.into_iter().map(|(field, value)| (field, inner(value))).collect();
            Constant::Struct { name, fields, base }
        }
        Constant::Reference(value) => Constant::reference(inner(*value)),
        // They are in a list of structs.
        other => other,
    }
}

fn with_name(data: Data, name: &str) -> Data {
    match data {
        Data::Object(mut members) if !members.iter().any(|(known, _)| known == "name") => {
            members.insert(0, ("name".to_owned(), Data::text(name)));
            Data::Object(members)
        }
        data => data,
    }
}
