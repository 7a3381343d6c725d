//! The list of connections, and the header that names one of them.

use oauth_testkit::DocumentedRequest;
use oauth_xero::oauth_core::http::{HeaderName, HeaderValue, Method};
use oauth_xero::oauth_core::{AccessToken, Client, ClientSecret};
use oauth_xero::{Connection, Xero};

/// `GET https://api.xero.com/connections`, and its answer.
const CONNECTIONS: &str = r#"[{"id":"00000000-0000-0000-0000-000000000001",
    "authEventId":"00000000-0000-0000-0000-000000000002","tenantId":"00000000-0000-0000-0000-000000000003",
    "tenantType":"ORGANISATION","tenantName":"Example Ltd","createdDateUtc":"2026-01-01T00:00:00.0000000",
    "updatedDateUtc":"2026-01-01T00:00:00.0000000"}]"#;

#[test]
fn an_organisation_is_named_in_a_header() {
    let connections: Vec<Connection> = serde_json::from_str(CONNECTIONS).unwrap();
    let [connection] = connections.as_slice() else { panic!("one connection") };
    let client = Client::new(Xero, ClientSecret::new("id", "secret"));
    let request =
        client.api(Method::GET, "api.xro/2.0/Organisation", &AccessToken::new("AT1").unwrap()).header(
            HeaderName::from_static("xero-tenant-id"),
            HeaderValue::from_str(&connection.tenant_id).unwrap(),
        );
    let documented = DocumentedRequest {
        method: "GET",
        url: "https://api.xero.com/api.xro/2.0/Organisation",
        headers: &[
            ("Authorization", "Bearer AT1"),
            ("Accept", "application/json"),
            ("xero-tenant-id", "00000000-0000-0000-0000-000000000003"),
        ],
        parameters: "",
        added: &[],
    };
    documented.check(&request.request().unwrap()).unwrap();
}
