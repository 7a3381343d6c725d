//! Templates of a declaration, with the values of the provider's variables.

use oauth_core::Variables;

/// What stands in a template for the identifier of the asking client.
pub(crate) const CLIENT_ID: &str = "{client_id}";

/// Fills a template in. A variable without a value stays as it is, which no client sends.
pub(crate) fn fill(template: &str, variables: &Variables, client_id: &str) -> String {
    let mut filled = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let Some((name, after)) = after.split_once('}') else {
            filled.push('{');
            rest = after;
            continue;
        };
        match if name == "client_id" { Some(client_id) } else { variables.get(name) } {
            Some(value) => filled.push_str(value),
            None => {
                filled.push('{');
                filled.push_str(name);
                filled.push('}');
            }
        }
        rest = after;
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use super::*;
    use oauth_core::Segment;

    #[test]
    fn variables_and_the_client_fill_their_places() {
        let mut variables = Variables::default();
        variables.set::<Segment, _>("shop", &Segment::new("acme").unwrap());
        assert_eq!(fill("a {shop}-{client_id}.", &variables, "me"), "a acme-me.");
        assert_eq!(fill("{other} {", &variables, "me"), "{other} {");
    }
}
