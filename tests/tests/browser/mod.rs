//! As much of a browser as a login needs: cookies, redirects and two forms.

use oauth_core::ReqwestTransport;
use oauth_core::http::{Method, Request, Response, Uri, header};
use oauth_core::transport::Transport;
use std::collections::BTreeMap;

/// More steps than any login takes.
const STEPS: usize = 12;

/// One browser with its own cookies. Their paths don't matter: a later one of the same name wins.
#[derive(Default)]
pub(crate) struct Browser {
    cookies: BTreeMap<String, String>,
}

impl Browser {
    /// Follows a login that asks nothing, up to its callback.
    pub(crate) async fn follow(mut self, url: &str, callback: &str) -> String {
        self.walk(url, callback, None).await
    }

    /// Signs alice in and allows.
    pub(crate) async fn allow(mut self, url: &str, callback: &str) -> String {
        self.walk(url, callback, Some("allow")).await
    }

    /// Signs alice in and denies.
    pub(crate) async fn deny(mut self, url: &str, callback: &str) -> String {
        self.walk(url, callback, Some("deny")).await
    }

    pub(crate) async fn get(&mut self, url: &str) -> Response<Vec<u8>> {
        self.load(Method::GET, url, String::new()).await
    }

    async fn walk(&mut self, url: &str, callback: &str, decision: Option<&str>) -> String {
        let mut url = url.to_owned();
        let mut answer = self.get(&url).await;
        for _ in 0..STEPS {
            if let Some(location) = answer.headers().get(header::LOCATION) {
                url = resolve(&url, location.to_str().unwrap());
                if url.starts_with(callback) {
                    return url;
                }
                answer = self.get(&url).await;
                continue;
            }
            let page = String::from_utf8(answer.into_body()).unwrap();
            let form = match decision {
                Some(_) if page.contains("name=\"login\"") => "login=alice&password=wonderland".to_owned(),
                Some(decision) if page.contains("name=\"decision\"") => format!("decision={decision}"),
                _ => panic!("an unexpected page: {page}"),
            };
            answer = self.load(Method::POST, &url, form).await;
        }
        panic!("the login does not end");
    }

    async fn load(&mut self, method: Method, url: &str, form: String) -> Response<Vec<u8>> {
        let cookies: Vec<_> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let request = Request::builder()
            .method(method)
            .uri(url)
            .header(header::COOKIE, cookies.join("; "))
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(form.into_bytes())
            .unwrap();
        let answer = ReqwestTransport::builder().build().unwrap().send(request).await.unwrap();
        for cookie in answer.headers().get_all(header::SET_COOKIE) {
            let (name, value) = cookie.to_str().unwrap().split(';').next().unwrap().split_once('=').unwrap();
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
        answer
    }
}

fn resolve(base: &str, location: &str) -> String {
    if !location.starts_with('/') {
        return location.to_owned();
    }
    let base: Uri = base.parse().unwrap();
    format!("http://{}{location}", base.authority().unwrap())
}
