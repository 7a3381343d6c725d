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
    /// Something is missing.
    pub fn documentation(&self) -> Checked {
        let readme = fs::read_to_string(self.folder.join("README.md"));
        let readme = readme.map_err(|error| Failure::of("README.md", error))?;
        let missing = |what: String| Err(Failure(format!("README.md {what}")));
        let sections: Vec<_> = readme.lines().filter_map(|line| line.strip_prefix("## ")).collect();
        for heading in ["Example", "Sources", "Unverified"] {
            if !sections.contains(&heading) {
                return missing(format!("has no section `## {heading}`"));
            }
        }
        let sources = readme.split("## Sources").nth(1).and_then(|rest| rest.split("\n## ").next());
        if !sources.unwrap_or_default().split(|c: char| !c.is_ascii_digit() && c != '-').any(is_date) {
            return missing("does not say in `## Sources` on which date they were looked up".to_owned());
        }
        for url in self.urls() {
            let expanded = template::fill(url, &self.variables, template::CLIENT_ID);
            if !names(&readme, url) && !names(&readme, &expanded) {
                return missing(format!("does not name `{url}`"));
            }
        }
        for grant in self.metadata.grants {
            let name = grant.grant_type.as_str();
            if !words(&readme).contains(&words(name)) {
                return missing(format!("does not name the grant `{name}`"));
            }
        }
        Ok(())
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
