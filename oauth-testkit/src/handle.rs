//! From a request to its answer, without a socket.

use crate::parameters::accepts_json;
use crate::refusal::Refusal;
use crate::routes::Endpoint;
use crate::state::State;
use crate::{api, authorization, consent, error_answer, introspection, revocation, token};
use http::{Request, Response};
use oauth_core::metadata::TokenResponseFormat;

impl State {
    /// Carries a request out. [`State::receive`] has logged it before.
    pub(crate) fn answer(&mut self, request: &Request<Vec<u8>>) -> Response<Vec<u8>> {
        let route = self.routes.find(request.method(), request.uri());
        let answer = match route.endpoint {
            _ if !route.methods.contains(request.method()) => {
                Err(Refusal::method_not_allowed(&route.methods))
            }
            Endpoint::Authorization => authorization::answer(self, request, &route),
            Endpoint::Consent => consent::decide(self, request, &route),
            Endpoint::Token | Endpoint::Refresh | Endpoint::LongLivedToken => {
                token::answer(self, request, &route)
            }
            Endpoint::Revocation => revocation::answer(self, request, &route),
            Endpoint::Introspection => introspection::answer(self, request, &route),
            Endpoint::Api | Endpoint::Userinfo => api::answer(self, request, &route),
            Endpoint::Unknown => Err(Refusal::not_found()),
        };
        answer.unwrap_or_else(|refusal| {
            self.log_refusal(route.endpoint, &refusal);
            match route.endpoint {
                Endpoint::Authorization | Endpoint::Consent => consent::refusal_page(self, &refusal),
                Endpoint::Api | Endpoint::Userinfo | Endpoint::Unknown => {
                    error_answer::standard(&refusal, self.metadata)
                }
                _ => {
                    let format = self.answer_format(route.endpoint);
                    error_answer::declared(&refusal, self.metadata, format, accepts_json(request.headers()))
                }
            }
        })
    }

    /// Errors about tokens are written like tokens.
    fn answer_format(&self, endpoint: Endpoint) -> &'static TokenResponseFormat {
        match endpoint {
            Endpoint::Token | Endpoint::Refresh | Endpoint::LongLivedToken => self.metadata.token_response,
            _ => &TokenResponseFormat::DEFAULT,
        }
    }
}
