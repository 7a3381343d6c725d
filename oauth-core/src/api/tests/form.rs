//! The access token in the form of a userinfo request (RFC 6750 section 2.2).

use super::*;

const POSTED: RequestFormat =
    RequestFormat { method: &[crate::metadata::Method::Post], ..RequestFormat::DEFAULT };

const IN_A_FORM: Metadata = Metadata {
    userinfo_request: &RequestFormat { send: &["client_id", "access_token"], ..POSTED },
    ..METADATA
};

#[test]
fn a_userinfo_request_may_hold_the_token_in_its_form() {
    for carrier in
        [TokenCarrier::Scheme("Bearer"), TokenCarrier::Header("X-Token"), TokenCarrier::Query("token")]
    {
        let declared =
            Metadata { bearer: BearerFormat { carrier, headers: &[("X-Key", "{key}")] }, ..IN_A_FORM };
        let client = client(declared);
        let request = client.userinfo(&token()).request().unwrap();
        assert_eq!(
            (request.method(), &*request.uri().to_string()),
            (&Method::POST, "https://server.example/me?v=2")
        );
        assert_eq!(request.body(), b"access_token=AT%2F1-secret&client_id=id");
        let headers = request.headers();
        assert_eq!(headers[header::CONTENT_TYPE], "application/x-www-form-urlencoded");
        assert_eq!((&headers["x-key"], headers.len()), (&"k3y-of-app".parse().unwrap(), 3));
        // The rest of the API takes it as everywhere.
        let request = client.api(Method::POST, "x", &token()).request().unwrap();
        assert!(request.body().is_empty());
        let carried = format!("{} {:?}", request.uri(), request.headers().keys());
        assert!(["authorization", "x-token", "token=AT"].iter().any(|it| carried.contains(it)), "{carried}");
    }
}

#[test]
fn a_form_may_hold_the_identifier_alone() {
    let userinfo_request = &RequestFormat { send: &["client_id"], ..POSTED };
    let request = client(Metadata { userinfo_request, ..METADATA }).userinfo(&token()).request().unwrap();
    assert_eq!(request.body(), b"client_id=id");
    assert_eq!(request.headers()[header::AUTHORIZATION], "Bearer AT/1-secret");
}

#[test]
fn a_declared_form_leaves_no_place_for_another_body() {
    let kind = || HeaderValue::from_static("application/json");
    let request = client(IN_A_FORM).userinfo(&token()).body(kind(), "{}").request();
    let error = request.unwrap_err().to_string();
    assert!(
        error.ends_with("`Anything` is declared with a form for this request; leave out `.body(…)`"),
        "{error}"
    );
    let request = client(IN_A_FORM).userinfo(&token()).header(header::CONTENT_TYPE, kind()).request();
    let error = request.unwrap_err().to_string();
    assert!(error.ends_with("the header `content-type` is managed by the client"), "{error}");
    let request = client(IN_A_FORM).api(Method::POST, "x", &token()).body(kind(), "{}").request().unwrap();
    assert_eq!(request.body(), b"{}");
    let posted = Metadata { userinfo_request: &POSTED, ..METADATA };
    let request = client(posted).userinfo(&token()).body(kind(), "null").request().unwrap();
    assert_eq!(request.body(), b"null");
}

#[test]
fn a_token_in_a_form_is_signed_and_masked() {
    let signed = client(Metadata { name: "Signed", ..IN_A_FORM });
    let request = signed.userinfo(&token()).request().unwrap();
    assert_eq!(request.headers()["x-signature"], "POST https://server.example/me?v=2 39");
    let refused = Response::builder()
        .status(401)
        .header(header::WWW_AUTHENTICATE, "Bearer error_description=\"access_token=AT%2F1-secret\"");
    let error = client(IN_A_FORM).userinfo(&token()).read(refused.body(Vec::new()).unwrap()).unwrap_err();
    let ErrorKind::Unauthorized(refusal) = error.kind() else { panic!("{error:?}") };
    let shown = refusal.challenge().and_then(challenge::BearerChallenge::description);
    assert_eq!(shown, Some("access_token=[redacted]"));
    assert!(!format!("{error:?}").contains("secret"));
}
