//! Whether a crate's README is complete.

use super::{Checked, Failure, Suite};
use crate::template;
use std::fs;

impl Suite {
    /// Checks the README of the crate: its headings, the date of its sources, and that it names every
    /// endpoint and every grant.
    ///
    /// # Errors
    ///
    /// Something is missing: the failure names the file, and all that it lacks.
    pub fn documentation(&self) -> Checked {
        let path = self.folder.join("README.md");
        let readme = fs::read_to_string(&path).unwrap_or_default();
        let missing = self.undocumented(&readme);
        if missing.is_empty() {
            return Ok(());
        }
        Err(Failure(format!(
            "{} lacks:\n  - {}\nin an app, `provider_tests!(undocumented: …)` leaves this out",
            path.display(),
            missing.join("\n  - ")
        )))
    }

    fn undocumented(&self, readme: &str) -> Vec<String> {
        let mut missing = Vec::new();
        let sections: Vec<_> = readme.lines().filter_map(|line| line.strip_prefix("## ")).collect();
        for heading in ["Example", "Sources", "Unverified"] {
            if !sections.contains(&heading) {
                missing.push(format!("a section `## {heading}`"));
            }
        }
        let sources = readme.split("## Sources").nth(1).and_then(|rest| rest.split("\n## ").next());
        if !sources.unwrap_or_default().split(|c: char| !c.is_ascii_digit() && c != '-').any(is_date) {
            missing.push("in `## Sources`, the date on which they were looked up".to_owned());
        }
        for url in self.urls() {
            let expanded = template::fill(url, &self.variables, template::CLIENT_ID);
            if !names(readme, url) && !names(readme, &expanded) {
                missing.push(format!("the endpoint `{url}`"));
            }
        }
        for grant in self.metadata.grants {
            let name = grant.grant_type.as_str();
            if !words(readme).contains(&words(name)) {
                missing.push(format!("the grant `{name}`"));
            }
        }
        missing
    }

    fn urls(&self) -> impl Iterator<Item = &'static str> {
        let metadata = self.metadata;
        [
            metadata.authorization_endpoint,
            metadata.token_endpoint,
            metadata.refresh_endpoint,
            metadata.long_lived_token_endpoint,
            metadata.revocation_endpoint,
            metadata.introspection_endpoint,
            metadata.userinfo_endpoint,
            metadata.api_base,
        ]
        .into_iter()
        .flatten()
    }
}

/// Whether a URL stands there whole, and not as the beginning of another.
fn names(readme: &str, url: &str) -> bool {
    readme.match_indices(url).any(|(at, _)| {
        let after = readme.get(at + url.len()..).and_then(|rest| rest.chars().next());
        !after.is_some_and(|after| after.is_alphanumeric() || "/-_.?{".contains(after))
    })
}

fn words(text: &str) -> String {
    text.to_lowercase().replace(['_', '-'], " ")
}

fn is_date(text: &str) -> bool {
    let parts: Vec<_> = text.split('-').collect();
    matches!(parts.as_slice(), [year, month, day]
        if year.len() == 4 && year.starts_with("20") && month.len() == 2 && day.len() == 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_url_is_named_whole() {
        assert!(names("| token | `https://x.example/a` |", "https://x.example/a"));
        assert!(!names("`https://x.example/a/b`", "https://x.example/a"));
        assert!(is_date("2026-11-22") && !is_date("2026-11") && !is_date("1999-11-22"));
        assert!(words("Authorization Code").contains(&words("authorization_code")));
    }
}
