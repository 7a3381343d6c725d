//! What is printed: each request as it went out, the typed result, and a table at the end.

use oauth_core::Provider;
use oauth_core::metadata::GrantType;
use oauth_testkit::{AuthorizationServer, Event};
use std::error::Error;
use std::fmt::{Debug, Display};

/// What a step of a tour returns.
pub(crate) type Outcome<T = ()> = Result<T, Box<dyn Error>>;

/// The account of all tours.
#[derive(Default)]
pub(crate) struct Account {
    rows: Vec<Row>,
}

struct Row {
    provider: String,
    /// The declared grants, and what came of each: nothing yet, or what went wrong.
    grants: Vec<(GrantType, Option<Result<(), String>>)>,
}

/// The account of one provider.
pub(crate) struct Page<'a> {
    pub(crate) server: &'a AuthorizationServer,
    row: &'a mut Row,
    /// How many events of the server's log are printed.
    printed: usize,
}

impl Account {
    /// Begins the account of a provider.
    pub(crate) fn page<'a, P: Provider>(
        &'a mut self,
        title: &str,
        provider: &P,
        server: &'a AuthorizationServer,
    ) -> Page<'a> {
        println!("\n━━ {title}, played at http://{} ━━", server.address());
        for deviation in provider.metadata().deviations {
            println!("   deviates from {}: {} ({})", deviation.rule, deviation.what, deviation.because);
        }
        let grants = provider.metadata().grants.iter().map(|grant| (grant.grant_type, None)).collect();
        let at = self.rows.len();
        self.rows.push(Row { provider: title.to_owned(), grants });
        Page { server, row: &mut self.rows[at], printed: 0 }
    }

    /// Notes that a provider could not be played at all.
    pub(crate) fn broken(&mut self, title: &str, error: &dyn Display) {
        let grants = vec![(GrantType::AUTHORIZATION_CODE, Some(Err(error.to_string())))];
        self.rows.push(Row { provider: title.to_owned(), grants });
    }

    /// Whether every declared grant of every provider ran and held.
    pub(crate) fn all_hold(&self) -> bool {
        let mut results = self.rows.iter().flat_map(|row| &row.grants).map(|(_, result)| result);
        !self.rows.is_empty() && results.all(|result| matches!(result, Some(Ok(()))))
    }

    /// The table of providers and grants.
    pub(crate) fn print_table(&self) {
        let columns = [
            GrantType::AUTHORIZATION_CODE,
            GrantType::IMPLICIT,
            GrantType::PASSWORD,
            GrantType::CLIENT_CREDENTIALS,
            GrantType::REFRESH_TOKEN,
        ];
        println!("\n{:24}{}", "", columns.map(|column| format!("{:20}", column.as_str())).concat());
        for row in &self.rows {
            let cell = |column: GrantType| match row.grants.iter().find(|(grant, _)| *grant == column) {
                None => "–",
                Some((_, None)) => "NOT RUN",
                Some((_, Some(Ok(())))) => "ok",
                Some((_, Some(Err(_)))) => "FAILED",
            };
            println!("{:24}{}", row.provider, columns.map(|column| format!("{:20}", cell(column))).concat());
        }
        for row in &self.rows {
            for (grant, result) in &row.grants {
                match result {
                    Some(Ok(())) => {}
                    Some(Err(error)) => println!("{}, {}: {error}", row.provider, grant.as_str()),
                    None => println!("{}, {}: declared and not run", row.provider, grant.as_str()),
                }
            }
        }
    }
}

impl Page<'_> {
    /// Notes what came of a grant.
    pub(crate) fn grant(&mut self, grant: GrantType, outcome: Outcome) {
        let result = outcome.map_err(|error| error.to_string());
        if let Err(error) = &result {
            println!("   FAILED: {error}");
        }
        if let Some((_, slot)) = self.row.grants.iter_mut().find(|(declared, _)| *declared == grant) {
            *slot = Some(result);
        }
    }

    /// Prints the requests that reached the server since the last step, and the result.
    pub(crate) fn step<T: Debug>(&mut self, title: &str, result: T) -> T {
        println!(" • {title}");
        let events = self.server.audit();
        for event in events.iter().skip(self.printed) {
            let arrow = if matches!(event, Event::Request(_)) { "→" } else { "·" };
            println!("     {arrow} {event}");
        }
        self.printed = events.len();
        println!("     ← {result:?}");
        result
    }
}

/// Fails the grant unless this holds.
pub(crate) fn ensure(holds: bool, what: &str) -> Outcome {
    if holds { Ok(()) } else { Err(format!("it does not hold that {what}").into()) }
}
