//! The endpoints beside those of the grants, each by the public API of a client.

use super::Failure;
use super::answers;
use super::bench::{Registered, run};
use super::flow::{Earlier, failed};
use super::probe::{Job, Outcome, Probe};
use super::requests;
use crate::token_answer;
use oauth_core::http::Method;
use oauth_core::metadata::{GrantType, RequestAuth, RequestFormat};
use oauth_core::{
    AccessToken, ApiRequest, AuthenticatesTo, Client, HasEndpoint, IntrospectionResponse, Provider,
    RefreshToken, RevocationRequest, RevokedBy, endpoint,
};

/// Whether a client with this credential can ask about tokens, and by which methods.
fn can_ask<P, A>(probe: &Probe<P, A>, format: &RequestFormat) -> bool
where
    P: Provider,
    A: Registered + AuthenticatesTo<P>,
{
    match format.auth {
        RequestAuth::ClientAuthentication => {
            probe.suite.metadata.client_auth.iter().any(|method| method.is_public() == A::IS_PUBLIC)
        }
        RequestAuth::Method(method) => method.is_public() == A::IS_PUBLIC,
        _ => true,
    }
}

/// RFC 7009, for access tokens.
pub(super) fn revocation<P, A>(probe: &Probe<P, A>, job: &Job<'_>) -> Option<Outcome>
where
    P: Provider,
    AccessToken<P>: RevokedBy<P>,
    A: Registered + AuthenticatesTo<P>,
{
    let make = |client: &Client<P, A>, earlier: &Earlier| Ok(client.revoke(&earlier.access_token()?));
    revoked(probe, job, "revocation of an access token", |earlier| &earlier.access_token, make)
}

/// The same for refresh tokens, where there are any.
pub(super) fn revocation_of_refresh_tokens<P, A>(probe: &Probe<P, A>, job: &Job<'_>) -> Option<Outcome>
where
    P: Provider,
    RefreshToken<P>: RevokedBy<P>,
    A: Registered + AuthenticatesTo<P>,
{
    let metadata = probe.suite.metadata;
    metadata.grant(GrantType::REFRESH_TOKEN).or(metadata.grant(GrantType::TOKEN_EXTENSION))?;
    let make = |client: &Client<P, A>, earlier: &Earlier| {
        let token = RefreshToken::new(&*earlier.refresh_token);
        Ok(client.revoke(&token.map_err(|error| Failure::of("the kit", error))?))
    };
    revoked(probe, job, "revocation of a refresh token", |earlier| &earlier.refresh_token, make)
}

fn revoked<P, A>(
    probe: &Probe<P, A>,
    job: &Job<'_>,
    title: &str,
    token: fn(&Earlier) -> &String,
    make: impl Fn(&Client<P, A>, &Earlier) -> Result<RevocationRequest<P>, Failure>,
) -> Option<Outcome>
where
    P: Provider,
    A: Registered + AuthenticatesTo<P>,
{
    let format = &probe.suite.metadata.revocation_request;
    let run_job = || {
        let bench = probe.bench()?;
        let client = probe.client(&bench, None);
        let request = |earlier: &Earlier| {
            let request = make(&client, earlier)?;
            let is_bearer = format.auth == RequestAuth::Bearer;
            Ok(if is_bearer { request.bearer(&earlier.access_token()?) } else { request })
        };
        if let Job::Requests = job {
            let request = request(&Earlier::to_be_shown())?.request();
            let request = request.map_err(failed("the revocation request"))?;
            return Ok(vec![requests::sent(&probe.title(title), &request, format)]);
        }
        let earlier = Earlier::good::<A>(&bench, &[])?;
        run(request(&earlier)?.send())?.map_err(failed("the revocation"))?;
        if bench.is_good(token(&earlier)) {
            return Err(Failure("a revoked token is still good".to_owned()));
        }
        Ok(Vec::new())
    };
    (matches!(job, Job::Flow | Job::Requests) && can_ask(probe, format)).then(run_job)
}

/// RFC 7662, for a good and for an expired token.
pub(super) fn introspection<P, A>(probe: &Probe<P, A>, job: &Job<'_>) -> Option<Outcome>
where
    P: Provider + HasEndpoint<endpoint::Introspection>,
    A: Registered + AuthenticatesTo<P>,
{
    let format = &probe.suite.metadata.introspection_request;
    let run_job = || {
        let bench = probe.bench()?;
        let client = probe.client(&bench, None);
        let shown = || Ok(client.introspect(&Earlier::to_be_shown().access_token()?));
        match job {
            Job::Requests => {
                let request = shown()?.request().map_err(failed("the introspection request"))?;
                return Ok(vec![requests::sent(&probe.title("introspection"), &request, format)]);
            }
            Job::Answer(fixture) => {
                let answer = shown()?.read(fixture.response()?);
                let format = &probe.suite.metadata.introspection_response;
                return answers::introspected(fixture, answer, format);
            }
            Job::Flow | Job::Callback(_) => {}
        }
        let token = Earlier::good::<A>(&bench, &[])?.access_token()?;
        let ask = || run(client.introspect(&token).send())?.map_err(failed("the introspection"));
        if let IntrospectionResponse::Inactive = ask()? {
            return Err(Failure("a good token is said to be inactive".to_owned()));
        }
        bench.expire_access_tokens();
        if let IntrospectionResponse::Active(_) = ask()? {
            return Err(Failure("an expired token is said to be active".to_owned()));
        }
        Ok(Vec::new())
    };
    let is_mine = match job {
        Job::Answer(fixture) => fixture.is_introspection(),
        Job::Callback(_) => false,
        _ => true,
    };
    (is_mine && can_ask(probe, format)).then(run_job)
}

/// RFC 6750, with a good and with an expired token.
pub(super) fn api<P, A>(probe: &Probe<P, A>, job: &Job<'_>) -> Option<Outcome>
where
    P: Provider + HasEndpoint<endpoint::Api>,
    A: Registered + AuthenticatesTo<P>,
{
    used(probe, job, "api", |client, token| client.api(Method::GET, "some/path", token))
}

/// The same at the endpoint of OpenID Connect Core section 5.3.
pub(super) fn userinfo<P, A>(probe: &Probe<P, A>, job: &Job<'_>) -> Option<Outcome>
where
    P: Provider + HasEndpoint<endpoint::Userinfo>,
    A: Registered + AuthenticatesTo<P>,
{
    used(probe, job, "userinfo", |client, token| client.userinfo(token))
}

fn used<P, A>(
    probe: &Probe<P, A>,
    job: &Job<'_>,
    title: &str,
    make: impl Fn(&Client<P, A>, &AccessToken<P>) -> ApiRequest<P>,
) -> Option<Outcome>
where
    P: Provider,
    A: Registered + AuthenticatesTo<P>,
{
    let run_job = || {
        let bench = probe.bench()?;
        let client = probe.client(&bench, None);
        let token = |earlier: Earlier| {
            let token = earlier.access_token()?;
            Ok(match probe.suite.metadata.learnt_api_base() {
                Some(format) => token.with_api_base(token_answer::api_base(&format)),
                None => token,
            })
        };
        if let Job::Requests = job {
            let token = token(Earlier::to_be_shown())?;
            let request = make(&client, &token).request().map_err(failed("the API request"))?;
            return Ok(vec![requests::sent(&probe.title(title), &request, &RequestFormat::DEFAULT)]);
        }
        let token = token(Earlier::good::<A>(&bench, &[])?)?;
        let call = || run(make(&client, &token).send());
        call()?.map_err(failed("the API request"))?;
        bench.expire_access_tokens();
        match call()? {
            Err(error) if error.is_invalid_token() => Ok(Vec::new()),
            Err(error) => Err(Failure::of("an expired token is read as another error", error)),
            Ok(_) => Err(Failure("the API takes an expired token".to_owned())),
        }
    };
    matches!(job, Job::Flow | Job::Requests).then(run_job)
}
