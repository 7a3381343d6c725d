//! One tour per provider: every declared grant, an API call, and what else is declared.

#![allow(deprecated, reason = "the password grant, where it is declared")]

use crate::account::{Account, Outcome, Page, ensure};
use oauth_core::http::Method;
use oauth_core::metadata::{GrantType, Rotation};
use oauth_core::{
    AccessToken, AuthorizationRequest, Client, ClientId, ClientSecret, HasEndpoint, Host, Provider, Recovery,
    Scope, Supports, Tokens, endpoint, grant,
};
use oauth_ebay::Ebay;
use oauth_redbooth::Redbooth;
use oauth_reverb::Reverb;
use oauth_sharetribe::{Sharetribe, SharetribeIntegration};
use oauth_standard::{Standard, StandardComma};
use oauth_testkit::AuthorizationServer;
use serde_json::{Map, Value, json};

/// The providers, in the order in which they are played.
pub(crate) const NAMES: [&str; 5] = ["reverb", "redbooth", "sharetribe", "ebay", "standard"];

/// Plays one provider.
pub(crate) async fn run(name: &str, account: &mut Account) {
    let outcome = match name {
        "reverb" => reverb(account).await,
        "redbooth" => redbooth(account).await,
        "sharetribe" => sharetribe(account).await,
        "ebay" => ebay(account).await,
        _ => standard(account).await,
    };
    if let Err(error) = outcome {
        account.broken(name, &error);
    }
}

async fn reverb(account: &mut Account) -> Outcome {
    let extra = members(json!({ "created_at": 1_444_505_942 }));
    let server = AuthorizationServer::builder(&Reverb).extra(extra).start()?;
    let client = server.client(Reverb, server.client_secret())?;
    let page = &mut account.page("Reverb", &Reverb, &server);

    let outcome = async {
        let scopes = [Reverb::READ_LISTINGS, Reverb::WRITE_LISTINGS];
        let tokens = log_in(page, &client, client.authorize(server.redirect_uri()).scopes(scopes)).await?;
        ensure(tokens.refresh_token().is_none(), "Reverb issues no refresh token")?;
        page.step("typed extra members", tokens.extra()?);
        call_api(page, &client, "my/account", tokens.access_token()).await
    };
    let outcome = outcome.await;
    page.grant(GrantType::AUTHORIZATION_CODE, outcome);

    let outcome = async {
        let tokens = client.client_credentials().scopes([Reverb::PUBLIC]).send().await?;
        let tokens = page.step("client credentials", tokens);
        call_api(page, &client, "shop", tokens.access_token()).await
    };
    let outcome = outcome.await;
    page.grant(GrantType::CLIENT_CREDENTIALS, outcome);
    Ok(())
}

async fn redbooth(account: &mut Account) -> Outcome {
    let server = AuthorizationServer::start(&Redbooth)?;
    let client = server.client(Redbooth, server.client_secret())?;
    let browser_app: Client<Redbooth, ClientId> = server.client(Redbooth, server.client_id())?;
    let page = &mut account.page("Redbooth", &Redbooth, &server);

    let outcome = async {
        let form = client.authorize(server.redirect_uri()).start_form()?;
        let callback = server.approve_form(&form.action, &form.fields)?;
        page.step("authorization request by POST", &form);
        let tokens = client.finish(form.pending, callback)?.send().await?;
        let tokens = page.step("exchange of the code", tokens);
        call_api(page, &client, "me", tokens.access_token()).await?;

        let login = client.authorize(server.redirect_uri()).start()?;
        let callback = server.deny(&login.url)?;
        let denial = page.step("the user denies", client.finish(login.pending, callback));
        ensure(denial.is_err_and(|error| error.is_access_denied()), "a denial is typed")
    };
    let outcome = outcome.await;
    page.grant(GrantType::AUTHORIZATION_CODE, outcome);

    let outcome = async {
        let login = browser_app.authorize_implicit(server.redirect_uri()).start()?;
        let callback = server.approve(&login.url)?;
        let tokens = browser_app.finish_implicit(login.pending, callback)?;
        page.step("implicit login of a browser app", &tokens);
        call_api(page, &browser_app, "me", tokens.access_token()).await
    };
    let outcome = outcome.await;
    page.grant(GrantType::IMPLICIT, outcome);

    let outcome = async {
        let tokens = log_in(page, &client, client.authorize(server.redirect_uri())).await?;
        server.expire_access_tokens();
        let refused = client.api(Method::GET, "me", tokens.access_token()).send().await;
        let refused = page.step("API request with an expired token", refused.map(|answer| answer.status()));
        let recovery = refused.err().map(|error| error.recovery());
        ensure(recovery == Some(Recovery::UseRefreshToken), "an expired token asks for a refresh")?;
        let spent = tokens.refresh_token().ok_or("no refresh token")?;
        let refreshed = page.step("refresh", client.refresh(spent).send().await?);
        ensure(refreshed.is_new_refresh_token(), "the refresh token changes")?;
        call_api(page, &client, "me", refreshed.access_token()).await?;
        let again = page.step("the spent refresh token again", client.refresh(spent).send().await);
        ensure(again.is_err_and(|error| error.is_invalid_grant()), "a spent refresh token is dead")
    };
    let outcome = outcome.await;
    page.grant(GrantType::REFRESH_TOKEN, outcome);
    Ok(())
}

async fn sharetribe(account: &mut Account) -> Outcome {
    let details = members(json!({
        "marketplace-id": "16c6a4b8-88ee-429b-835a-6725206cd08c",
        "client-id": "08ec69f6-d37e-414d-83eb-324e94afddf0",
        "tenancy-id": "16c6a4b8-88ee-429b-835a-6725206cd08c",
        "user-id": "3c073fae-6172-4e75-8b92-f560d58cd47c",
        "user-roles": ["user.role/provider", "user.role/customer"],
    }));
    let server = AuthorizationServer::builder(&Sharetribe)
        .token_details(details)
        .rotation(Rotation::Strict)
        .start()?;
    let client = server.client(Sharetribe, server.client_id())?;
    let page = &mut account.page("Sharetribe Marketplace", &Sharetribe, &server);

    let outcome = async {
        let tokens = page.step("anonymous token", client.client_credentials().send().await?);
        ensure(tokens.refresh_token().is_none(), "an anonymous token brings no refresh token")?;
        call_api(page, &client, "listings/query", tokens.access_token()).await
    };
    let outcome = outcome.await;
    page.grant(GrantType::CLIENT_CREDENTIALS, outcome);

    let outcome = async {
        let wrong = page.step("a wrong password", client.password("alice", "rabbit-hole").send().await);
        ensure(
            wrong.is_err_and(|error| error.recovery() == Recovery::Reauthorize),
            "a wrong password is typed",
        )?;
        let tokens = page.step("password", client.password("alice", "wonderland").send().await?);
        let details = client.introspect(tokens.access_token()).send().await?;
        let details = details.active().ok_or("the token is not active")?;
        page.step("token details", details.extra()?);
        call_api(page, &client, "current_user/show", tokens.access_token()).await
    };
    let outcome = outcome.await;
    page.grant(GrantType::PASSWORD, outcome);

    let outcome = async {
        let tokens = client.password("alice", "wonderland").send().await?;
        let refresh_token = tokens.refresh_token().ok_or("no refresh token")?;
        let refreshed = page.step("refresh", client.refresh(refresh_token).send().await?);
        let refresh_token = refreshed.refresh_token().ok_or("no refresh token")?;
        let revoked = client.revoke(refresh_token).bearer(refreshed.access_token()).send().await;
        page.step("revocation", revoked)?;
        let dead = page.step("the revoked refresh token", client.refresh(refresh_token).send().await);
        ensure(dead.is_err(), "a revoked refresh token is dead")
    };
    let outcome = outcome.await;
    page.grant(GrantType::REFRESH_TOKEN, outcome);

    sharetribe_integration(account).await
}

async fn sharetribe_integration(account: &mut Account) -> Outcome {
    let server = AuthorizationServer::start(&SharetribeIntegration)?;
    let client = server.client(SharetribeIntegration, server.client_secret())?;
    let page = &mut account.page("Sharetribe Integration", &SharetribeIntegration, &server);

    let outcome = async {
        let tokens = page.step("client credentials", client.client_credentials().send().await?);
        call_api(page, &client, "users/query", tokens.access_token()).await?;
        Ok(tokens.refresh_token().ok_or("no refresh token")?.clone())
    };
    let outcome: Outcome<_> = outcome.await;
    let refresh_token = outcome.as_ref().ok().cloned();
    page.grant(GrantType::CLIENT_CREDENTIALS, outcome.map(|_| ()));

    if let Some(refresh_token) = refresh_token {
        let refreshed = page.step("refresh", client.refresh(&refresh_token).send().await);
        page.grant(GrantType::REFRESH_TOKEN, refreshed.map(|_| ()).map_err(Into::into));
    }
    Ok(())
}

async fn ebay(account: &mut Account) -> Outcome {
    for (title, ebay) in [("eBay", Ebay::PRODUCTION), ("eBay sandbox", Ebay::SANDBOX)] {
        let server = AuthorizationServer::builder(&ebay)
            .redirect_uri("Example_Inc-ExampleI-Exampl-abcdefg")
            .start()?;
        let client: Client<Ebay> = server.client(ebay, server.client_secret())?;
        let page = &mut account.page(title, &ebay, &server);

        let outcome = async {
            let request = client
                .authorize(server.redirect_uri())
                .scopes([Ebay::API_SCOPE, Ebay::SELL_INVENTORY])
                .parameter(Ebay::PROMPT_LOGIN)
                .parameter(Ebay::LOCALE.value("de-DE"));
            let tokens = log_in(page, &client, request).await?;
            ensure(tokens.refresh_token_expires_at().is_some(), "the refresh token's lifetime is typed")?;
            call_api(page, &client, "sell/inventory/v1/inventory_item", tokens.access_token()).await?;
            Ok(tokens)
        };
        let outcome: Outcome<Tokens<Ebay>> = outcome.await;
        let refresh_token = outcome.as_ref().ok().and_then(|tokens| tokens.refresh_token().cloned());
        page.grant(GrantType::AUTHORIZATION_CODE, outcome.map(|_| ()));

        let outcome = async {
            let refresh_token = refresh_token.ok_or("no refresh token")?;
            let refreshed =
                page.step("refresh, with the scopes again", client.refresh(&refresh_token).send().await?);
            ensure(!refreshed.is_new_refresh_token(), "the old refresh token stays")?;
            ensure(refreshed.refresh_token().is_some(), "the old refresh token is kept")
        };
        let outcome = outcome.await;
        page.grant(GrantType::REFRESH_TOKEN, outcome);

        let outcome = async {
            let tokens = page.step("application token", client.client_credentials().send().await?);
            call_api(page, &client, "buy/browse/v1/item_summary/search", tokens.access_token()).await
        };
        let outcome = outcome.await;
        page.grant(GrantType::CLIENT_CREDENTIALS, outcome);
    }
    Ok(())
}

async fn standard(account: &mut Account) -> Outcome {
    let host = Host::new("server.example.com")?;
    let space = Standard { host: host.clone() };
    let scopes = custom_scopes(&space)?;
    five_grants(account, "Standard", space.clone(), space, scopes).await?;
    let comma = StandardComma { host };
    let scopes = custom_scopes(&comma)?;
    five_grants(account, "Standard, comma", comma.clone(), comma, scopes).await
}

fn custom_scopes<P: oauth_core::CustomScopes>(provider: &P) -> Outcome<[Scope<P>; 2]> {
    Ok([Scope::custom(provider, "profile")?, Scope::custom(provider, "orders")?])
}

/// All grants of RFC 6749, for a provider that declares all of them.
async fn five_grants<P>(
    account: &mut Account,
    title: &str,
    provider: P,
    again: P,
    scopes: [Scope<P>; 2],
) -> Outcome
where
    P: Provider
        + oauth_core::Accepts<ClientSecret>
        + oauth_core::Accepts<ClientId>
        + Supports<grant::AuthorizationCode, ClientSecret>
        + Supports<grant::Implicit, ClientId>
        + Supports<grant::Password, ClientSecret>
        + Supports<grant::ClientCredentials, ClientSecret>
        + Supports<grant::Refresh, ClientSecret>,
{
    let server = AuthorizationServer::start(&provider)?;
    let page = &mut account.page(title, &provider, &server);
    let client: Client<P, ClientSecret> = server.client(provider, server.client_secret())?;
    let browser_app: Client<P, ClientId> = server.client(again, server.client_id())?;

    let outcome = log_in(page, &client, client.authorize(server.redirect_uri()).scopes(&scopes)).await;
    let outcome = outcome.and_then(|tokens| {
        ensure(scopes.iter().all(|scope| tokens.has_scope(scope)), "both scopes are granted")?;
        Ok(tokens.refresh_token().ok_or("no refresh token")?.clone())
    });
    let refresh_token = outcome.as_ref().ok().cloned();
    page.grant(GrantType::AUTHORIZATION_CODE, outcome.map(|_| ()));

    let outcome = async {
        let login = browser_app.authorize_implicit(server.redirect_uri()).scopes(&scopes).start()?;
        let callback = server.approve(&login.url)?;
        let tokens = browser_app.finish_implicit(login.pending, callback)?;
        page.step("implicit login of a browser app", &tokens);
        ensure(tokens.refresh_token().is_none(), "an implicit login brings no refresh token")
    };
    let outcome = outcome.await;
    page.grant(GrantType::IMPLICIT, outcome);

    let tokens = client.password("alice", "wonderland").scopes(&scopes).send().await;
    let tokens = page.step("password", tokens);
    page.grant(GrantType::PASSWORD, tokens.map(|_| ()).map_err(Into::into));

    let tokens = client.client_credentials().scopes(&scopes).send().await;
    let tokens = page.step("client credentials", tokens);
    page.grant(GrantType::CLIENT_CREDENTIALS, tokens.map(|_| ()).map_err(Into::into));

    if let Some(refresh_token) = refresh_token {
        let refreshed = page.step("refresh", client.refresh(&refresh_token).send().await);
        page.grant(GrantType::REFRESH_TOKEN, refreshed.map(|_| ()).map_err(Into::into));
    }
    Ok(())
}

/// Authorization request, consent, callback and exchange.
async fn log_in<P, A>(
    page: &mut Page<'_>,
    client: &Client<P, A>,
    request: AuthorizationRequest<P>,
) -> Outcome<Tokens<P>>
where
    P: Supports<grant::AuthorizationCode, A>,
{
    let login = request.start()?;
    let callback = page.server.approve(&login.url)?;
    page.step("authorization request and consent", &login.pending);
    let tokens = client.finish(login.pending, callback)?.send().await?;
    Ok(page.step("exchange of the code", tokens))
}

async fn call_api<P, A>(
    page: &mut Page<'_>,
    client: &Client<P, A>,
    path: &str,
    token: &AccessToken<P>,
) -> Outcome
where
    P: HasEndpoint<endpoint::Api>,
{
    let answer = client.api(Method::GET, path, token).send().await?;
    let status = page.step("API request", answer.status());
    ensure(status.is_success(), "the API takes the token")
}

fn members(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(members) => members,
        _ => Map::new(),
    }
}
