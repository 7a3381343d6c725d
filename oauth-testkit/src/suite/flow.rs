//! The flows of the grants, each by the public API of a client.

use super::answers::{self, Summary};
use super::bench::{Bench, Registered, run, with_state};
use super::fixture::Fixture;
use super::probe::{Job, Outcome, Probe, typed};
use super::requests;
use super::{Failure, Suite};
use oauth_core::metadata::{GrantMetadata, GrantType};
use oauth_core::{
    AccessToken, AuthenticatesTo, AuthorizationRequest, Client, Error, HasEndpoint, Login, Provider,
    RefreshToken, Supports, TokenRequest, endpoint, grant,
};

/// What tests do to a request before it goes out.
type Change<R> = Option<fn(R) -> R>;

fn changed<R>(request: R, change: Change<R>) -> R {
    match change {
        Some(change) => change(request),
        None => request,
    }
}

pub(super) fn failed(what: &'static str) -> impl Fn(Error) -> Failure {
    move |error| Failure::of(what, error)
}

impl Suite {
    fn grant(&self, grant_type: GrantType) -> Result<&'static GrantMetadata, Failure> {
        let missing = || Failure(format!("the grant `{}` is not declared", grant_type.as_str()));
        self.metadata.grant(grant_type).ok_or_else(missing)
    }

    /// Two scopes that the grant may ask for, so that their delimiter shows, and what a refresh token
    /// needs.
    fn scopes(&self, grant: &GrantMetadata) -> Vec<&'static str> {
        let allowed = |scope: &&oauth_core::metadata::ScopeMetadata| {
            scope.grants.is_empty() || scope.grants.contains(&grant.grant_type)
        };
        let declared = self.metadata.scopes.iter().filter(allowed).map(|scope| scope.value);
        let mut scopes: Vec<_> = declared.take(2).collect();
        if scopes.is_empty() && self.metadata.custom_scopes {
            scopes = vec!["one", "two"];
        }
        let refreshing = self.metadata.grant(GrantType::REFRESH_TOKEN);
        let offline = refreshing.and_then(|refreshing| refreshing.offline_scope);
        scopes.extend(offline.filter(|offline| grant.issues_refresh_token && !scopes.contains(offline)));
        scopes
    }
}

/// The grant of RFC 6749 section 4.1: approved, denied, and its texts.
pub(super) fn authorization_code<P, A>(
    probe: &Probe<P, A>,
    job: &Job<'_>,
    change: Change<AuthorizationRequest<P>>,
) -> Option<Outcome>
where
    P: Provider + Supports<grant::AuthorizationCode, A>,
    A: Registered + AuthenticatesTo<P>,
{
    Some(by_code(probe, job, change))
}

fn by_code<P, A>(probe: &Probe<P, A>, job: &Job<'_>, change: Change<AuthorizationRequest<P>>) -> Outcome
where
    P: Provider + Supports<grant::AuthorizationCode, A>,
    A: Registered + AuthenticatesTo<P>,
{
    let grant = probe.suite.grant(GrantType::AUTHORIZATION_CODE)?;
    let bench = probe.bench()?;
    let start = |client: &Client<P, A>| -> Result<Login<P>, Failure> {
        let request = client.authorize(bench.redirect_uri()).scopes(typed(&probe.suite.scopes(grant)));
        changed(request, change).start().map_err(failed("the authorization request"))
    };
    let finished = |client: &Client<P, A>| -> Result<(String, TokenRequest<P, _>), Failure> {
        let Login { url, pending } = start(client)?;
        let callback = bench.decide(&url, "approve")?;
        Ok((url, client.finish(pending, callback).map_err(failed("the callback"))?))
    };
    match job {
        Job::Flow => {
            for method in probe.methods(grant.client_auth) {
                let client = probe.client(&bench, method);
                let (_, request) = finished(&client)?;
                let tokens = run(request.send())?.map_err(failed("the code exchange"))?;
                Summary::of(&tokens, probe.show).check(probe.suite.metadata, grant)?;
                let Login { url, pending } = start(&client)?;
                denied(client.finish(pending, bench.decide(&url, "deny")?))?;
            }
            Ok(Vec::new())
        }
        Job::Requests => {
            let (url, request) = finished(&probe.client(&bench, None))?;
            let request = request.request().map_err(failed("the token request"))?;
            Ok(vec![
                requests::opened(&bench, &probe.title("authorization_code: the browser opens"), &url),
                requests::sent(&probe.title("authorization_code"), &request, grant.request),
            ])
        }
        Job::Answer(fixture) => {
            let (_, request) = finished(&probe.client(&bench, None))?;
            answered(probe, fixture, request)
        }
        Job::Callback(fixture) => {
            let client = probe.client(&bench, None);
            let Login { url, pending } = start(&client)?;
            let callback = with_state(&bench, &url, fixture.text()?);
            Ok(answers::callback(client.finish(pending, callback).map(drop)))
        }
    }
}

fn denied<T>(finished: Result<T, Error>) -> Result<(), Failure> {
    match finished {
        Err(error) if error.is_access_denied() => Ok(()),
        Err(error) => Err(Failure::of("a denial is read as another error", error)),
        Ok(_) => Err(Failure("a denial is read as a code".to_owned())),
    }
}

/// The same request as a form that the browser posts.
pub(super) fn form<P, A>(probe: &Probe<P, A>, job: &Job<'_>) -> Option<Outcome>
where
    P: Provider + Supports<grant::AuthorizationCode, A> + HasEndpoint<endpoint::AuthorizationByPost>,
    A: Registered + AuthenticatesTo<P>,
{
    let run = || {
        let bench = probe.bench()?;
        let client = probe.client(&bench, None);
        let form = client.authorize(bench.redirect_uri()).start_form();
        let form = form.map_err(failed("the authorization request by POST"))?;
        if let Job::Requests = job {
            let title = probe.title("authorization_code: the browser posts");
            return Ok(vec![requests::posted(&bench, &title, &form.action, &form.fields)]);
        }
        let callback = bench.decide_form(&form.action, &form.fields)?;
        client.finish(form.pending, callback).map(drop).map_err(failed("the callback"))?;
        Ok(Vec::new())
    };
    matches!(job, Job::Flow | Job::Requests).then(run)
}

/// The grant of RFC 6749 section 4.2.
pub(super) fn implicit<P, A>(
    probe: &Probe<P, A>,
    job: &Job<'_>,
    change: Change<AuthorizationRequest<P, grant::Implicit>>,
) -> Option<Outcome>
where
    P: Provider + Supports<grant::Implicit, A>,
    A: Registered + AuthenticatesTo<P>,
{
    let run = || {
        let grant = probe.suite.grant(GrantType::IMPLICIT)?;
        let bench = probe.bench()?;
        let client = probe.client(&bench, None);
        let start = || {
            let request = client.authorize_implicit(bench.redirect_uri());
            let request = changed(request.scopes(typed(&probe.suite.scopes(grant))), change);
            request.start().map_err(failed("the authorization request"))
        };
        let Login { url, pending } = start()?;
        match job {
            Job::Flow => {
                let tokens = client.finish_implicit(pending, bench.decide(&url, "approve")?);
                let tokens = tokens.map_err(failed("the callback"))?;
                Summary::of(&tokens, probe.show).check(probe.suite.metadata, grant)?;
                let Login { url, pending } = start()?;
                denied(client.finish_implicit(pending, bench.decide(&url, "deny")?))?;
                Ok(Vec::new())
            }
            Job::Requests => {
                Ok(vec![requests::opened(&bench, &probe.title("implicit: the browser opens"), &url)])
            }
            Job::Answer(fixture) | Job::Callback(fixture) => {
                let callback = with_state(&bench, &url, fixture.text()?);
                let finished = client.finish_implicit(pending, format!("#{callback}"));
                Ok(answers::callback(finished.map(drop)))
            }
        }
    };
    Some(run())
}

/// The grant of RFC 6749 section 4.4.
pub(super) fn client_credentials<P, A>(
    probe: &Probe<P, A>,
    job: &Job<'_>,
    change: Change<TokenRequest<P, grant::ClientCredentials>>,
) -> Option<Outcome>
where
    P: Provider + Supports<grant::ClientCredentials, A>,
    A: Registered + AuthenticatesTo<P>,
{
    Some(direct(probe, job, change, |client, _, scopes| {
        Ok(client.client_credentials().scopes(typed(scopes)))
    }))
}

/// The grant of RFC 6749 section 4.3.
// The declaration gives the reason.
#[allow(deprecated)]
pub(super) fn password<P, A>(
    probe: &Probe<P, A>,
    job: &Job<'_>,
    change: Change<TokenRequest<P, grant::Password>>,
) -> Option<Outcome>
where
    P: Provider + Supports<grant::Password, A>,
    A: Registered + AuthenticatesTo<P>,
{
    let make = |client: &Client<P, A>, _: &Earlier, scopes: &[&'static str]| {
        Ok(client.password("alice", "wonderland").scopes(typed(scopes)))
    };
    Some(direct(probe, job, change, make))
}

/// RFC 6749 section 6, with the refresh token of an earlier login.
pub(super) fn refresh_token<P, A>(
    probe: &Probe<P, A>,
    job: &Job<'_>,
    change: Change<TokenRequest<P, grant::Refresh>>,
) -> Option<Outcome>
where
    P: Provider + Supports<grant::Refresh, A>,
    A: Registered + AuthenticatesTo<P>,
{
    let make = |client: &Client<P, A>, earlier: &Earlier, scopes: &[&'static str]| {
        Ok(client.refresh(&earlier.refresh_token()?.with_scopes(typed(scopes))))
    };
    Some(direct(probe, job, change, make))
}

/// A long-lived token for the access token of an earlier login.
pub(super) fn long_lived_token<P, A>(
    probe: &Probe<P, A>,
    job: &Job<'_>,
    change: Change<TokenRequest<P, grant::LongLivedToken>>,
) -> Option<Outcome>
where
    P: Provider + Supports<grant::LongLivedToken, A>,
    A: Registered + AuthenticatesTo<P>,
{
    let make = |client: &Client<P, A>, earlier: &Earlier, _: &[&'static str]| {
        Ok(client.long_lived_token(&earlier.access_token()?))
    };
    Some(direct(probe, job, change, make))
}

/// A new access token for that of an earlier login.
pub(super) fn access_token_refresh<P, A>(
    probe: &Probe<P, A>,
    job: &Job<'_>,
    change: Change<TokenRequest<P, grant::AccessTokenRefresh>>,
) -> Option<Outcome>
where
    P: Provider + Supports<grant::AccessTokenRefresh, A>,
    A: Registered + AuthenticatesTo<P>,
{
    let make = |client: &Client<P, A>, earlier: &Earlier, _: &[&'static str]| {
        Ok(client.refresh_access_token(&earlier.access_token()?))
    };
    Some(direct(probe, job, change, make))
}

/// A longer life for the access token of an earlier login, also where that expired.
pub(super) fn token_extension<P, A>(
    probe: &Probe<P, A>,
    job: &Job<'_>,
    change: Change<TokenRequest<P, grant::TokenExtension>>,
) -> Option<Outcome>
where
    P: Provider + Supports<grant::TokenExtension, A>,
    A: Registered + AuthenticatesTo<P>,
{
    let make = |client: &Client<P, A>, earlier: &Earlier, _: &[&'static str]| {
        Ok(client.extend(&earlier.access_token()?, &earlier.refresh_token()?))
    };
    let outcome = direct(probe, job, change, make);
    let lives_on = || {
        let bench = probe.bench()?;
        let client = probe.client(&bench, None);
        let earlier = Earlier::good::<A>(&bench, &[])?;
        let send = |earlier: &Earlier| run(changed(make(&client, earlier, &[])?, change).send());
        bench.expire_access_tokens();
        let tokens = send(&earlier)?.map_err(failed("the extension"))?;
        if tokens.access_token().expose() != earlier.access_token || !bench.is_good(&earlier.access_token) {
            return Err(Failure("the access token is not the old one with a longer life".to_owned()));
        }
        let dead = Earlier { refresh_token: "unknown".to_owned(), ..earlier };
        match send(&dead)? {
            Err(_) => Ok(()),
            Ok(_) => Err(Failure("an extension by an unknown refresh token succeeds".to_owned())),
        }
    };
    Some(match job {
        Job::Flow => outcome.and_then(|texts| lives_on().map(|()| texts)),
        _ => outcome,
    })
}

/// The tokens of an earlier login: good ones of the test kit, or such that stand in snapshots.
pub(super) struct Earlier {
    pub(super) access_token: String,
    pub(super) refresh_token: String,
}

impl Earlier {
    pub(super) fn good<A: Registered>(bench: &Bench, scopes: &[&'static str]) -> Result<Self, Failure> {
        let (access_token, refresh_token) = bench.tokens(A::ID, scopes)?;
        Ok(Self { access_token, refresh_token })
    }

    pub(super) fn to_be_shown() -> Self {
        let [access_token, refresh_token] =
            ["the^access#token+/=", "the^refresh#token+/="].map(str::to_owned);
        Self { access_token, refresh_token }
    }

    pub(super) fn access_token<P>(&self) -> Result<AccessToken<P>, Failure> {
        AccessToken::new(&*self.access_token).map_err(|error| Failure::of("the kit", error))
    }

    pub(super) fn refresh_token<P>(&self) -> Result<RefreshToken<P>, Failure> {
        RefreshToken::new(&*self.refresh_token).map_err(|error| Failure::of("the kit", error))
    }
}

/// A grant whose one request brings the tokens.
fn direct<P, A, G>(
    probe: &Probe<P, A>,
    job: &Job<'_>,
    change: Change<TokenRequest<P, G>>,
    make: impl Fn(&Client<P, A>, &Earlier, &[&'static str]) -> Result<TokenRequest<P, G>, Failure>,
) -> Outcome
where
    P: Provider,
    A: Registered + AuthenticatesTo<P>,
    G: grant::Grant,
{
    let grant = probe.suite.grant(G::TYPE)?;
    let scopes = probe.suite.scopes(grant);
    let bench = probe.bench()?;
    let shown = || {
        let request = make(&probe.client(&bench, None), &Earlier::to_be_shown(), &scopes)?;
        Ok(changed(request, change))
    };
    match job {
        Job::Flow => {
            for method in probe.methods(grant.client_auth) {
                let earlier = Earlier::good::<A>(&bench, &scopes)?;
                let request = changed(make(&probe.client(&bench, method), &earlier, &scopes)?, change);
                let tokens = run(request.send())?.map_err(failed("the token request"))?;
                Summary::of(&tokens, probe.show).check(probe.suite.metadata, grant)?;
            }
            Ok(Vec::new())
        }
        Job::Requests => {
            let request = shown()?.request().map_err(failed("the token request"))?;
            Ok(vec![requests::sent(&probe.title(G::TYPE.as_str()), &request, grant.request)])
        }
        Job::Answer(fixture) => answered(probe, fixture, shown()?),
        Job::Callback(_) => Ok(Vec::new()),
    }
}

fn answered<P, A, G>(probe: &Probe<P, A>, fixture: &Fixture, request: TokenRequest<P, G>) -> Outcome
where
    P: Provider,
    A: Registered,
    G: grant::Grant,
{
    let tokens = request.read(fixture.response()?);
    let format = probe.suite.metadata.token_response_to(G::TYPE);
    answers::decoded(fixture, tokens.map(|tokens| Summary::of(&tokens, probe.show)), format)
}
