//! The whole exchange of a code, with an answer in place of a network.

use crate::case::{Case, Contender};
use crate::operations::parse::{ByHand, SMALL, of_hand, of_ours, of_theirs, tokens_by_hand};
use crate::operations::ready;
use crate::operations::token_request::{code_by_hand, code_of_peer, finished};
use crate::provider::{answer, client_in_memory, peer};
use oauth2::AuthType;
use std::convert::Infallible;
use std::hint::black_box;
use std::rc::Rc;

pub(crate) fn case() -> Case {
    let client = client_in_memory(SMALL);
    let peer = Rc::new(peer(AuthType::BasicAuth));
    Case {
        name: "exchange in memory",
        contenders: [
            Contender::new(
                move || finished(&client),
                |exchange| ready(exchange.send()).unwrap(),
                |tokens| of_ours(&tokens, None),
            ),
            Contender::new(
                move || (Rc::clone(&peer), code_of_peer()),
                |(peer, (code, verifier))| {
                    let http = |request| {
                        black_box(request);
                        Ok::<_, Infallible>(answer(200, SMALL))
                    };
                    peer.exchange_code(code).set_pkce_verifier(verifier).request(&http).unwrap()
                },
                |tokens| of_theirs(&tokens),
            ),
            Contender::new(|| (), |()| by_hand(), |tokens| of_hand(&tokens)),
        ],
    }
}

fn by_hand() -> ByHand {
    black_box(code_by_hand());
    tokens_by_hand(answer(200, SMALL))
}
