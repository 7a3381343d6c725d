//! The blocks of requests.

use crate::declaration::{Block, Declaration, ParameterKind};
use crate::diagnostics::{Diagnostics, list};
use crate::item::{Subject, Text};
use crate::read::Entry;
use crate::vocabulary::{ClientAuth, GrantType, Request};

fn blocks(declaration: &Declaration) -> impl Iterator<Item = (Request, &Entry)> {
    Request::ALL.into_iter().filter_map(|request| Some((request, declaration.get(request.key())?)))
}

/// The standard parameters of a request.
fn standard(request: Request) -> &'static [&'static str] {
    match request {
        Request::Authorization => &[
            "client_id",
            "code_challenge",
            "code_challenge_method",
            "redirect_uri",
            "response_type",
            "scope",
            "state",
        ],
        Request::Revocation | Request::Introspection => {
            &["client_id", "client_secret", "token", "token_type_hint"]
        }
        _ => &[
            "access_token",
            "client_id",
            "client_secret",
            "code",
            "code_verifier",
            "grant_type",
            "password",
            "redirect_uri",
            "refresh_token",
            "scope",
            "state",
            "username",
        ],
    }
}

/// A block belongs to a grant.
// case: request/block_without_grant
// case: request/own_block_without_its_grant
// case: answer/block_without_grant
// case: answer/own_blocks_without_their_grants
pub(super) fn own_blocks_have_their_grant(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    let answers = Request::ALL
        .into_iter()
        .filter_map(|request| Some((request, declaration.get(request.token_response()?)?)));
    for (request, entry) in blocks(declaration).chain(answers) {
        let grants = request.grants();
        let is_open = grants.is_empty() || !declaration.grants_are_whole();
        if is_open || grants.iter().any(|grant| declaration.grant(*grant).is_some()) {
            continue;
        }
        let words: Vec<_> = grants.iter().map(|grant| grant.word()).collect();
        let message = format!(
            "`{}` is about a grant that is not declared; add {} to `grants(...)`, or remove it",
            entry.word,
            list(&words).replace(", ", " or ")
        );
        dx.error(entry.name.at, message);
    }
}

/// Another name is another one, and nobody else's.
// case: request/renamed_to_itself
// case: request/verifier_renamed_to_itself
// case: request/renamed_to_a_standard_name
// case: request/renamed_twice_to_one
pub(super) fn renamed_ones_have_their_own_name(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    for (request, entry) in blocks(declaration) {
        let renamed = entry.get("rename").map(Entry::words).unwrap_or_default();
        let omits = |word: &str| entry.get("omit").is_some_and(|omit| omit.get(word).is_some());
        let moves = |word: &str| omits(word) || renamed.iter().any(|other| other.word == word);
        let standard = standard(request);
        for (position, (word, text)) in
            renamed.iter().filter_map(|renamed| Some((renamed.word, renamed.text()?))).enumerate()
        {
            let wire = text.value.as_str();
            let mut earlier = renamed.iter().take(position);
            let first = earlier.find(|first| first.text().is_some_and(|text| text.value == wire));
            let message = if wire == word {
                format!("`{word}` is called so anyway; remove it")
            } else if let Some(first) = first {
                format!("`{}` is called `{wire}` already; give `{word}` another name", first.word)
            } else if standard.contains(&wire) && !moves(wire) {
                format!("`{wire}` is another standard parameter of this request; give `{word}` another name")
            } else {
                continue;
            };
            dx.error(text.at, message);
        }
    }
}

/// What is left out has no name and is not added.
// case: request/omitted_and_renamed
// case: request/hint_omitted_and_renamed
// case: request/omitted_and_sent
pub(super) fn omitted_ones_are_gone(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    for (_, entry) in blocks(declaration) {
        let Some(omit) = entry.get("omit") else { continue };
        for key in ["rename", "send"] {
            let Some(other) = entry.get(key) else { continue };
            for omitted in omit.words() {
                let Some(kept) = other.get(omitted.word) else { continue };
                let word = omitted.word;
                let (at, first, second) = if omitted.name.at < kept.name.at {
                    (kept.name.at, "omit", key)
                } else {
                    (omitted.name.at, key, "omit")
                };
                dx.error(at, format!("`{second}({word})` contradicts `{first}({word})`; keep one"));
            }
        }
    }
}

/// A client that proves nothing says at least who it is (RFC 6749 section 4.1.3).
// case: request/public_client_without_its_identifier
pub(super) fn public_clients_are_named(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    let omitted = declaration.get("token_request").and_then(|request| request.get("omit")?.get("client_id"));
    let is_unnamed = |method: &ClientAuth| matches!(method, ClientAuth::None);
    let requests = declaration.blocks.iter().filter(|block| block.request == Request::Token);
    let is_named_otherwise = requests.flat_map(texts).any(|text| text.value.contains("{client_id}"));
    if let Some(omitted) = omitted
        && declaration.is_public()
        && !is_named_otherwise
        && declaration.client_auth.iter().any(is_unnamed)
    {
        let message = "only `client_id` says which client asks, since it does not authenticate (RFC 6749 section 4.1.3); remove `client_id` here";
        dx.error(omitted.name.at, message);
    }
}

/// What a request always says.
fn texts(block: &Block) -> impl Iterator<Item = &Text> {
    let fixed = block.parameters.iter().filter_map(|parameter| match &parameter.kind {
        ParameterKind::Fixed(text) => Some(text),
        _ => None,
    });
    let headers = block.headers.iter().map(|header| &header.value);
    fixed.chain(block.query.iter().map(|field| &field.text)).chain(headers)
}

/// A token that is not a parameter stands in a header.
// case: message/token_nowhere
// case: request/access_token_nowhere
pub(super) fn omitted_tokens_are_in_a_header(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    for (_, entry) in blocks(declaration) {
        let is_bearer = entry.get("auth").is_some_and(|auth| auth.get("bearer").is_some());
        for omitted in entry.get("omit").map(Entry::words).unwrap_or_default() {
            if matches!(omitted.word, "token" | "access_token") && !is_bearer {
                let message = format!(
                    "without `{}` nothing says which token is meant; add `auth(bearer)`, which sends it in a header",
                    omitted.word
                );
                dx.error(omitted.name.at, message);
            }
        }
    }
}

/// A refresh token is one that the provider issues, and no header carries it.
// case: request/refresh_token_in_a_header
// case: request/refresh_token_of_nobody
pub(super) fn revoked_tokens_are_there(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    let Some(tokens) = declaration.choice(&["revocation_request", "tokens"]) else { return };
    if tokens.word != "refresh_token" {
        return;
    }
    let omits = |request: &Entry| request.get("omit").is_some_and(|omit| omit.get("token").is_some());
    if declaration.get("revocation_request").is_some_and(omits) {
        let message = "a token that only a header carries is an access token; remove `omit(token)`, or write `tokens(access_token)`";
        dx.error(tokens.name.at, message);
    } else if !declaration.grants.is_empty() && !declaration.takes_refresh_tokens() {
        let message = "no refresh token is ever issued, and so none revoked; add `refresh_token` to `grants(...)`, or write `tokens(access_token)`";
        dx.error(tokens.name.at, message);
    }
}

/// Only a login has a state to repeat, and only a refresh its redirect URI.
// case: request/state_without_login
// case: request/redirect_uri_of_no_refresh
pub(super) fn repeated_ones_have_a_login(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    let sent = declaration.get("token_request").and_then(|request| request.get("send"));
    for sent in sent.map(Entry::words).unwrap_or_default() {
        if matches!(sent.word, "state" | "scope")
            && declaration.grants_are_whole()
            && declaration.grant(GrantType::AuthorizationCode).is_none()
        {
            let message = format!(
                "`send({})` repeats what a login had, and `authorization_code` is not declared; remove it",
                sent.word
            );
            dx.error(sent.name.at, message);
        }
    }
    let again =
        declaration.get("refresh_request").and_then(|request| request.get("send")?.get("redirect_uri"));
    if let Some(again) = again
        && declaration.grants_are_whole()
        && declaration.grant(GrantType::RefreshToken).is_none()
    {
        let message = "`send(redirect_uri)` is part of a `refresh_token` request, and that grant is not declared; remove it";
        dx.error(again.name.at, message);
    }
}

/// A GET has no body (RFC 9110 section 9.3.1).
// case: request/body_of_a_get
pub(super) fn get_has_no_body(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    for (request, entry) in blocks(declaration) {
        if request != Request::Authorization
            && entry.get("method").is_some_and(|method| method.get("get").is_some())
            && let Some(body) = entry.get("body")
        {
            let message =
                "a GET has its parameters in the query and no body (RFC 9110 section 9.3.1); remove `body`";
            dx.error(body.name.at, message);
        }
    }
}

/// What `userinfo_request` adds makes a form, which needs a body (RFC 6750 section 2.2).
// case: request/form_of_a_get
pub(super) fn forms_are_posted(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    let Some(request) = declaration.get("userinfo_request") else { return };
    if let Some(send) = request.get("send")
        && request.get("method").is_none()
    {
        let message = "a GET has no form to send this in (RFC 6750 section 2.2); add `method(post)`";
        dx.error(send.name.at, message);
    }
}

/// A fragment is one text of a URL (RFC 3986 section 3.5).
// case: request/character_in_fragment
pub(super) fn fragment_is_plain(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    let fragment =
        declaration.get("authorization_request").and_then(|request| request.get("fragment")?.text());
    let is_legal = |c: char| c.is_ascii_alphanumeric() || "-._~:/?@!$&'()*+,;=%".contains(c);
    if let Some(text) = fragment
        && let Some(c) = text.value.chars().find(|c| !is_legal(*c))
    {
        let message = format!(
            "the character {c:?} may not stand in a fragment (RFC 3986 section 3.5); write what follows `#`, percent-encoded"
        );
        dx.error(text.at, message);
    }
}

/// A browser that posts a form sends no fragment, and no parameters in it.
// case: request/post_into_a_fragment
pub(super) fn posts_are_sent(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    let Some(request) = declaration.get("authorization_request") else { return };
    if let Some(text) = request.get("fragment").and_then(Entry::text)
        && text.value.ends_with('?')
        && let Some(post) = request.get("method").and_then(|method| method.get("post"))
    {
        let message = "a form that is posted has no parameters in the fragment, where `fragment` puts them; remove `post`";
        dx.error(post.name.at, message);
    }
}

/// The texts that name something on the wire. Others have rules of their own.
const NAMES: [&str; 10] = [
    "client_id",
    "code",
    "error",
    "fragment",
    "grant_type",
    "hmac_sha256",
    "parameter",
    "query",
    "response_type",
    "name",
];

/// What is named has a name.
// case: key/empty_text
pub(super) fn texts_say_something(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    let mut open: Vec<(&Entry, &str)> = declaration.entries.iter().map(|entry| (entry, "")).collect();
    while let Some((entry, of)) = open.pop() {
        open.extend(entry.words().iter().map(|inner| (inner, entry.word)));
        // A header's name has its own rule, and where members of an answer stand, too.
        let is_name = match of {
            "rename" => true,
            "client_secret_header" | "error_response" | "fields" => false,
            _ => NAMES.contains(&entry.word),
        };
        if let Some(text) = entry.text()
            && is_name
            && text.value.is_empty()
        {
            dx.error(
                text.at,
                format!("`{}` is empty; write what it is called on the wire, or remove it", entry.word),
            );
        }
    }
}
