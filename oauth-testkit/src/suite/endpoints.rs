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
    RefreshToken, endpoint,
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

/// RFC 7009, for both kinds of token.
pub(super) fn revocation<P, A>(probe: &Probe<P, A>, job: &Job<'_>) -> Option<Outcome>
where
    P: Provider + HasEndpoint<endpoint::Revocation>,
    A: Registered + AuthenticatesTo<P>,
{
    let metadata = probe.suite.metadata;
    let format = &metadata.revocation_request;
    let run_job = || {
        let bench = probe.bench()?;
        let client = probe.client(&bench, None);
        let request = |earlier: &Earlier, is_refresh_token: bool| {
            let access_token = earlier.access_token()?;
            let refresh_token = RefreshToken::new(&*earlier.refresh_token);
            let refresh_token = refresh_token.map_err(|error| Failure::of("the kit", error))?;
            let request =
                if is_refresh_token { client.revoke(&refresh_token) } else { client.revoke(&access_token) };
            Ok(if format.auth == RequestAuth::Bearer { request.bearer(&access_token) } else { request })
        };
        // A request without `token` names an access token by its header.
        let refreshes = metadata.grant(GrantType::REFRESH_TOKEN).is_some();
        let kinds: &[bool] =
            if refreshes && format.name("token").is_some() { &[false, true] } else { &[false] };
        let mut texts = Vec::new();
        for is_refresh_token in kinds {
            if let Job::Requests = job {
                let what = if *is_refresh_token { "of a refresh token" } else { "of an access token" };
                let request = request(&Earlier::to_be_shown(), *is_refresh_token)?.request();
                let request = request.map_err(failed("the revocation request"))?;
                texts.push(requests::sent(&probe.title(&format!("revocation {what}")), &request, format));
                continue;
            }
            let earlier = Earlier::good::<A>(&bench, &[])?;
            run(request(&earlier, *is_refresh_token)?.send())?.map_err(failed("the revocation"))?;
            let revoked = if *is_refresh_token { &earlier.refresh_token } else { &earlier.access_token };
            if bench.is_good(revoked) {
                return Err(Failure("a revoked token is still good".to_owned()));
            }
        }
        Ok(texts)
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
            Ok(match &probe.suite.metadata.token_response.api_base {
                Some(format) => token.with_api_base(token_answer::api_base(format)),
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
