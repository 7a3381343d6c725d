//! Exact bytes of requests, from hand-written declarations.

use super::*;
use crate::client_auth::{ClientId, ClientSecret, Credential};
use crate::endpoints::Endpoints;
use crate::metadata::{
    BasicEncoding, BodyFormat, GrantType, Metadata, ParameterMetadata, ParameterValue, SecretDigest,
    SecretHeader,
};
use crate::url_variable::Text;
use crate::variables::Variables;

const METADATA: Metadata = Metadata {
    name: "Notes",
    token_endpoint: Some("https://server.example/token"),
    revocation_endpoint: Some("https://server.example/apps/{client_id}/token?v=1"),
    ..Metadata::DEFAULT
};

const CODE: &[Option<(&str, Value<'_>)>] = &[
    Some(("grant_type", Value::new("authorization_code", None))),
    Some(("code", Value::new("c/1", None))),
    Some(("redirect_uri", Value::new("https://app.example/cb", None))),
    None,
];

/// Method, URL, headers and body, line by line.
fn show(request: &Request<Vec<u8>>) -> String {
    let mut lines = vec![format!("{} {}", request.method(), request.uri())];
    lines
        .extend(request.headers().iter().map(|(name, value)| format!("{name}: {}", value.to_str().unwrap())));
    lines.push(String::from_utf8(request.body().clone()).unwrap());
    lines.join("\n")
}

fn to(
    endpoint: fn(&Endpoints) -> Option<&Endpoint>,
    format: RequestFormat,
    methods: &[ClientAuth],
    credentials: &Credentials,
    change: fn(&mut Message<'_>),
) -> Result<Request<Vec<u8>>, Error> {
    let mut variables = Variables::default();
    variables.set::<Text, _>("key", &"k&1".to_owned());
    let sources = Sources {
        metadata: &METADATA,
        variables: &variables,
        client_id: &credentials.client_id,
        randomness: |bytes| {
            bytes.fill(1);
            Ok(())
        },
    };
    let endpoints = Endpoints::expand(&METADATA, &variables, "Iv1.8a61").unwrap();
    let given = Given::default();
    let mut message = Message {
        format: &format,
        methods,
        standard: CODE,
        scopes: &[],
        presented: Some("c/1"),
        bearer: None,
        given: &given,
        echoed: &[],
    };
    change(&mut message);
    encode(Asker { sources, credentials, client_auth: None }, endpoint(&endpoints).unwrap(), &message)
}

fn revocation_endpoint(endpoints: &Endpoints) -> Option<&Endpoint> {
    endpoints.revocation_endpoint()?.ok()
}

fn token_endpoint(endpoints: &Endpoints) -> Option<&Endpoint> {
    endpoints.of_grant(GrantType::AUTHORIZATION_CODE)
}

fn secret() -> Credentials {
    ClientSecret::new("id&1", "s+:é").into_credentials()
}

fn shown(format: RequestFormat) -> String {
    let request = to(token_endpoint, format, &[ClientAuth::ClientSecretPost], &secret(), |_| {});
    show(&request.unwrap())
}

/// What this method adds to a code exchange: headers, and parameters behind the standard ones.
fn authenticated(method: ClientAuth, credentials: &Credentials) -> Result<(String, String), String> {
    let request = to(token_endpoint, RequestFormat::DEFAULT, &[method], credentials, |_| {})
        .map_err(|error| error.to_string())?;
    let known = [header::ACCEPT, header::CONTENT_TYPE];
    let added = request.headers().iter().filter(|(name, _)| !known.contains(name));
    let headers: Vec<_> = added
        .inspect(|(name, value)| assert!(value.is_sensitive() || *name == "x-client-id", "{name}"))
        .map(|(name, value)| format!("{name}: {}", value.to_str().unwrap()))
        .collect();
    let body = String::from_utf8(request.into_body()).unwrap();
    let standard = "grant_type=authorization_code&code=c%2F1&redirect_uri=https%3A%2F%2Fapp.example%2Fcb";
    Ok((headers.join("\n"), body.strip_prefix(standard).unwrap().to_owned()))
}

#[test]
fn the_request_of_rfc_6749() {
    assert_eq!(
        shown(RequestFormat::DEFAULT),
        "POST https://server.example/token\naccept: application/json\n\
         content-type: application/x-www-form-urlencoded\n\
         grant_type=authorization_code&code=c%2F1&redirect_uri=https%3A%2F%2Fapp.example%2Fcb\
         &client_id=id%261&client_secret=s%2B%3A%C3%A9"
    );
}

#[test]
fn the_request_of_rfc_6749_in_the_other_body_formats() {
    let json = RequestFormat { body: BodyFormat::Json, ..RequestFormat::DEFAULT };
    assert_eq!(
        shown(json),
        "POST https://server.example/token\naccept: application/json\ncontent-type: application/json\n\
         {\"grant_type\":\"authorization_code\",\"code\":\"c/1\",\"redirect_uri\":\"https://app.example/cb\",\
         \"client_id\":\"id&1\",\"client_secret\":\"s+:é\"}"
    );
    let multipart = RequestFormat { body: BodyFormat::Multipart, ..RequestFormat::DEFAULT };
    let boundary = "AQEBAQEBAQEBAQEBAQEBAQ";
    let part = |name, value| {
        format!("--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
    };
    let parts = [
        part("grant_type", "authorization_code"),
        part("code", "c/1"),
        part("redirect_uri", "https://app.example/cb"),
        part("client_id", "id&1"),
        part("client_secret", "s+:é"),
    ];
    assert_eq!(
        shown(multipart),
        format!(
            "POST https://server.example/token\naccept: application/json\n\
             content-type: multipart/form-data; boundary={boundary}\n{}--{boundary}--\r\n",
            parts.concat()
        )
    );
}

#[test]
fn a_get_request_carries_everything_in_its_query() {
    // WeChat.
    let format = RequestFormat {
        method: &[Method::Get],
        rename: &[("client_id", "appid"), ("client_secret", "secret")],
        omit: &["redirect_uri"],
        query: &[("fmt", "json")],
        ..RequestFormat::DEFAULT
    };
    assert_eq!(
        shown(format),
        "GET https://server.example/token?fmt=json&grant_type=authorization_code&code=c%2F1\
         &appid=id%261&secret=s%2B%3A%C3%A9\naccept: application/json\n"
    );
}

#[test]
fn a_post_request_with_parameters_in_the_query_has_an_empty_body() {
    // Zoom.
    let format = RequestFormat { body: BodyFormat::Query, omit: &["redirect_uri"], ..RequestFormat::DEFAULT };
    assert_eq!(
        shown(format),
        "POST https://server.example/token?grant_type=authorization_code&code=c%2F1\
         &client_id=id%261&client_secret=s%2B%3A%C3%A9\naccept: application/json\n"
    );
}

#[test]
fn a_json_request_with_a_fixed_query_headers_and_parameters() {
    let format = RequestFormat {
        body: BodyFormat::Json,
        query: &[("api_key", "{key}")],
        headers: &[("Accept", "application/vnd.x+json"), ("X-Api-Key", "{key} {client_id}")],
        rename: &[("code", "auth_code")],
        params: const {
            &[
                ParameterMetadata::new("action", ParameterValue::Fixed("requesttoken")),
                ParameterMetadata::new("tenant", ParameterValue::Template("{key}")),
            ]
        },
        ..RequestFormat::DEFAULT
    };
    let request = to(token_endpoint, format, &[ClientAuth::ClientSecretPost], &secret(), |_| {}).unwrap();
    assert_eq!(
        show(&request),
        "POST https://server.example/token?api_key=k%261\naccept: application/vnd.x+json\n\
         x-api-key: k&1 id&1\ncontent-type: application/json\n\
         {\"grant_type\":\"authorization_code\",\"auth_code\":\"c/1\",\
         \"redirect_uri\":\"https://app.example/cb\",\"client_id\":\"id&1\",\"client_secret\":\"s+:é\",\
         \"action\":\"requesttoken\",\"tenant\":\"k&1\"}"
    );
    assert!(!format!("{:?}", request.headers()).contains("k&1"));
}

#[test]
fn a_declared_header_replaces_none_of_ours() {
    let format = RequestFormat {
        headers: &[("Authorization", "x"), ("Content-Type", "text/plain")],
        ..RequestFormat::DEFAULT
    };
    let basic = ClientAuth::ClientSecretBasic(BasicEncoding::Raw);
    let request = to(token_endpoint, format, &[basic], &secret(), |_| {}).unwrap();
    assert!(request.headers()[header::AUTHORIZATION].to_str().unwrap().starts_with("Basic "));
    assert_eq!(request.headers()[header::CONTENT_TYPE], "application/x-www-form-urlencoded");
    assert_eq!(request.headers().len(), 3);
}

#[test]
fn every_client_authentication_method() {
    let both = "&client_id=id%261&client_secret=s%2B%3A%C3%A9";
    let form = "authorization: Basic aWQlMjYxOnMlMkIlM0ElQzMlQTk=";
    let header = |scheme, client_id_header| {
        ClientAuth::ClientSecretHeader(SecretHeader { header: "X-Secret", scheme, client_id_header })
    };
    let ascii = || ClientSecret::new("id&1", "hunter22").into_credentials();
    for (method, credentials, headers, parameters) in [
        (ClientAuth::ClientSecretPost, secret(), "", both),
        (ClientAuth::ClientSecretBasic(BasicEncoding::Form), secret(), form, ""),
        (
            ClientAuth::ClientSecretBasic(BasicEncoding::Raw),
            secret(),
            "authorization: Basic aWQmMTpzKzrDqQ==",
            "",
        ),
        (
            ClientAuth::ClientSecretBasic(BasicEncoding::SecretAsUsername),
            ascii(),
            "authorization: Basic aHVudGVyMjI6",
            "",
        ),
        (ClientAuth::ClientSecretBasicAndPost, secret(), form, both),
        (header(None, None), ascii(), "x-secret: hunter22", "&client_id=id%261"),
        (header(Some("Client"), None), ascii(), "x-secret: Client hunter22", "&client_id=id%261"),
        (header(None, Some("X-Client-Id")), ascii(), "x-secret: hunter22\nx-client-id: id&1", ""),
        (ClientAuth::None, ClientId::new("id&1").into_credentials(), "", "&client_id=id%261"),
        (
            ClientAuth::NoneBasic,
            ClientId::new("id&1").into_credentials(),
            "authorization: Basic aWQlMjYxOg==",
            "",
        ),
    ] {
        let expected = (headers.to_owned(), parameters.to_owned());
        assert_eq!(authenticated(method, &credentials), Ok(expected.clone()), "{method:?}");
        assert_eq!(authenticated(method, &credentials), Ok(expected), "{method:?}, once more");
    }
}

#[test]
fn a_digest_is_over_the_secret_and_what_the_request_presents() {
    let digest = ClientAuth::ClientSecretDigest(SecretDigest { parameter: "hash", separator: "|" });
    let credentials = ClientSecret::new("id", "hunter22").into_credentials();
    // printf 'hunter22|c/1' | sha256sum
    let hash = "e9fe49fb48976ecbf2c88d0bfc2752cef3ec3d5c87a260d07addb3cd418cf4b9";
    assert_eq!(
        authenticated(digest, &credentials),
        Ok((String::new(), format!("&client_id=id&hash={hash}")))
    );
    let error = to(token_endpoint, RequestFormat::DEFAULT, &[digest], &credentials, |message| {
        message.presented = None;
    });
    assert_eq!(
        error.unwrap_err().to_string(),
        "`client_secret_digest` needs a code or a refresh token, and this request has neither"
    );
}

#[test]
fn a_method_without_its_secret_or_with_one_that_does_not_fit_is_an_error() {
    let id = ClientId::new("id").into_credentials();
    let format =
        RequestFormat { auth: RequestAuth::Method(ClientAuth::ClientSecretPost), ..RequestFormat::DEFAULT };
    let error = to(token_endpoint, format, &[ClientAuth::None], &id, |_| {}).unwrap_err().to_string();
    assert_eq!(error, "`client_secret_post` needs a client secret; make the client with a `ClientSecret`");
    let raw = ClientAuth::ClientSecretBasic(BasicEncoding::SecretAsUsername);
    assert!(authenticated(raw, &secret()).is_err());
    let method = SecretHeader { header: "X-Secret", scheme: None, client_id_header: None };
    let odd = ClientSecret::new("id", "hunter22\n").into_credentials();
    let error = authenticated(ClientAuth::ClientSecretHeader(method), &odd).unwrap_err();
    assert_eq!(error, "the client secret does not fit into a header");
}

#[test]
fn what_authenticates_a_request_may_be_declared() {
    let with = |auth, send| {
        let format = RequestFormat { auth, send, ..RequestFormat::DEFAULT };
        let basic = ClientAuth::ClientSecretBasic(BasicEncoding::Form);
        let request = to(token_endpoint, format, &[basic], &secret(), |message| {
            message.standard = &[];
            message.bearer = Some("AT");
        });
        let request = request.unwrap();
        let authorization = request.headers().get(header::AUTHORIZATION);
        let authorization = authorization.map_or("", |value| value.to_str().unwrap()).to_owned();
        (authorization, String::from_utf8(request.into_body()).unwrap())
    };
    let basic = "Basic aWQlMjYxOnMlMkIlM0ElQzMlQTk=";
    let square = ClientAuth::ClientSecretHeader(SecretHeader {
        header: "Authorization",
        scheme: Some("Client"),
        client_id_header: Some("X-Client-Id"),
    });
    for (auth, send, authorization, body) in [
        (RequestAuth::ClientAuthentication, &[][..], basic, ""),
        (RequestAuth::ClientAuthentication, &["client_id"], basic, "client_id=id%261"),
        (RequestAuth::Bearer, &[], "Bearer AT", ""),
        (RequestAuth::Identifier, &[], "", "client_id=id%261"),
        (RequestAuth::Identifier, &["client_id"], "", "client_id=id%261"),
        (RequestAuth::Nothing, &[], "", ""),
        (RequestAuth::Method(ClientAuth::None), &[], "", "client_id=id%261"),
    ] {
        assert_eq!(with(auth, send), (authorization.to_owned(), body.to_owned()), "{auth:?}");
    }
    let ascii = ClientSecret::new("id", "hunter22").into_credentials();
    let format = RequestFormat { auth: RequestAuth::Method(square), ..RequestFormat::DEFAULT };
    let request = to(token_endpoint, format, &[], &ascii, |_| {}).unwrap();
    assert_eq!(request.headers()[header::AUTHORIZATION], "Client hunter22");
    let format = RequestFormat { auth: RequestAuth::Bearer, ..RequestFormat::DEFAULT };
    let error = to(token_endpoint, format, &[], &ascii, |_| {}).unwrap_err().to_string();
    assert!(error.contains("`Notes` authenticates this request by an access token"), "{error}");
}

#[test]
fn an_endpoint_with_the_client_id_in_its_path_and_a_query_of_its_own() {
    // GitHub.
    let format = RequestFormat {
        method: &[Method::Delete],
        body: BodyFormat::Json,
        rename: &[("token", "access_token")],
        query: &[("w", "2")],
        ..RequestFormat::DEFAULT
    };
    let credentials = ClientSecret::new("Iv1.8a61", "s").into_credentials();
    let basic = ClientAuth::ClientSecretBasic(BasicEncoding::Form);
    let request = to(revocation_endpoint, format, &[basic], &credentials, |message| {
        message.standard = const { &[Some(("token", Value::plain("AT")))] };
    });
    assert_eq!(
        show(&request.unwrap()),
        "DELETE https://server.example/apps/Iv1.8a61/token?v=1&w=2\naccept: application/json\n\
         authorization: Basic SXYxLjhhNjE6cw==\ncontent-type: application/json\n{\"access_token\":\"AT\"}"
    );
}

#[test]
fn scopes_and_echoed_parameters() {
    let format = RequestFormat { rename: &[("scope", "perms")], ..RequestFormat::DEFAULT };
    let request = to(token_endpoint, format, &[ClientAuth::ClientSecretPost], &secret(), |message| {
        const SCOPES: &[Cow<'static, str>] = &[Cow::Borrowed("a"), Cow::Borrowed("b")];
        message.standard = const { &[Some(("grant_type", Value::plain("x")))] };
        message.scopes = SCOPES;
        message.echoed = Box::leak(Box::new([("device_id", Secret::new("d&1"))]));
    });
    assert_eq!(
        String::from_utf8(request.unwrap().into_body()).unwrap(),
        "grant_type=x&perms=a+b&client_id=id%261&client_secret=s%2B%3A%C3%A9&device_id=d%261"
    );
}

#[test]
fn a_url_that_is_too_long_is_an_error_without_its_text() {
    let format = RequestFormat { method: &[Method::Get], ..RequestFormat::DEFAULT };
    let request = to(token_endpoint, format, &[ClientAuth::ClientSecretPost], &secret(), |message| {
        let code = Box::leak("x".repeat(70_000).into_boxed_str());
        message.standard = Box::leak(Box::new([Some(("code", Value::plain(code)))]));
    });
    assert_eq!(request.unwrap_err().to_string(), "the parameters of this request don't fit into a URL");
}

#[test]
fn kept_headers_are_those_of_their_method() {
    let credentials = ClientSecret::new("id", "a+b").into_credentials();
    let basic = |encoding| ClientAuth::ClientSecretBasic(encoding);
    for _ in 0..2 {
        for (method, sent) in [
            (basic(BasicEncoding::Form), Some("Basic aWQ6YSUyQmI=")),
            (basic(BasicEncoding::Raw), Some("Basic aWQ6YSti")),
            (ClientAuth::ClientSecretPost, None),
        ] {
            let request =
                to(token_endpoint, RequestFormat::DEFAULT, &[method], &credentials, |_| {}).unwrap();
            let headers = request.headers();
            assert_eq!(headers.get(header::AUTHORIZATION).map(|value| value.to_str().unwrap()), sent);
            assert_eq!(headers.len(), if sent.is_some() { 3 } else { 2 });
            assert!(headers.get(header::AUTHORIZATION).is_none_or(HeaderValue::is_sensitive));
        }
    }
    // No other kind of request gets them.
    let json = RequestFormat { body: BodyFormat::Json, ..RequestFormat::DEFAULT };
    let declared = RequestFormat { headers: &[("X-Version", "2")], ..RequestFormat::DEFAULT };
    for (format, name, value) in [(json, "content-type", "application/json"), (declared, "x-version", "2")] {
        let request =
            to(token_endpoint, format, &[basic(BasicEncoding::Form)], &credentials, |_| {}).unwrap();
        assert_eq!(request.headers()[name], value);
    }
}
