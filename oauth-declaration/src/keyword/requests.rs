//! The messages that go out: one block shape for every request.

use super::grants::{BASIC, BASIC_AND_POST, BECAUSE, HEADER, POST};
use super::parameters::{
    OMIT_AUTHORIZATION, OMIT_CLIENT_CREDENTIALS, OMIT_INTROSPECTION, OMIT_LONG_LIVED_TOKEN, OMIT_PASSWORD,
    OMIT_REFRESH, OMIT_REVOCATION, OMIT_TOKEN, RENAME_AUTHORIZATION, RENAME_CLIENT_CREDENTIALS,
    RENAME_INTROSPECTION, RENAME_LONG_LIVED_TOKEN, RENAME_PASSWORD, RENAME_REFRESH, RENAME_REVOCATION,
    RENAME_TOKEN, SEND_AUTHORIZATION, SEND_CLIENT_ID, SEND_REFRESH, SEND_TOKEN, SEND_USERINFO,
};
use super::{Keyword, Vocabulary, bare, choice, own, refused, text, words};

const BODY: Keyword =
    choice("body", &BODIES, "json", "`body(json)`: how the parameters of a request with a body are written.");
const HEADERS: Keyword = own(
    "headers",
    "header(\"X-Api-Version\", \"3\")",
    "`headers(header(\"X-Id\", \"{client_id}\"))`: headers of the request.",
);
const METHOD: Keyword =
    choice("method", &METHODS, "get", "`method(get)`: the HTTP method, in place of POST.");
const PARAMS: Keyword = own(
    "params",
    "prompt(optional)",
    "`params(prompt(one_of(login)), locale(optional), owner = \"user\", days = 30)`: parameters beyond the standard ones; a number or boolean is one in a JSON body, too.",
);
const QUERY: Keyword =
    own("query", "key = \"{key}\"", "`query(key = \"{key}\")`: query parameters that stand beside a body.");
const NO_FRAGMENT: Keyword =
    refused("fragment", "never reaches a server; it belongs to `authorization_request`");

const fn omit(of: &'static Vocabulary, example: &'static str) -> Keyword {
    words("omit", of, example, "`omit(redirect_uri)`: standard parameters that are left out.")
}

const fn rename(of: &'static Vocabulary) -> Keyword {
    words(
        "rename",
        of,
        "client_id = \"app_id\"",
        "`rename(client_id = \"app_id\")`: standard parameters under another name; ours left, the provider's right.",
    )
}

const fn send(of: &'static Vocabulary, example: &'static str) -> Keyword {
    words(
        "send",
        of,
        example,
        "`send(client_id)`: standard parameters that the RFC leaves out of this request.",
    )
}

const fn auth(of: &'static Vocabulary) -> Keyword {
    choice("auth", of, "nothing", "`auth(nothing)`: what authenticates the request.")
}

pub(super) static AUTHORIZATION_REQUEST: Vocabulary = Vocabulary {
    module: "authorization_request",
    noun: "`authorization_request` key",
    words: &[
        refused(
            "auth",
            "does not apply to a request that the browser sends (RFC 6749 section 4.1.1); remove it",
        ),
        refused("body", "does not apply to a request that the browser sends; remove it"),
        text(
            "fragment",
            "wechat_redirect",
            "`fragment = \"wechat_redirect\"`: the fragment of the authorization URL; where it ends with `?`, the parameters follow it (Shopline).",
        ),
        refused("headers", "does not apply to a request that the browser sends; remove it"),
        words(
            "method",
            &AUTHORIZATION_METHODS,
            "get",
            "`method(get, post)`: the HTTP methods that the endpoint takes; the first is the default.",
        ),
        omit(&OMIT_AUTHORIZATION, "redirect_uri"),
        PARAMS,
        QUERY,
        rename(&RENAME_AUTHORIZATION),
        send(&SEND_AUTHORIZATION, "scope"),
    ],
};

macro_rules! requests {
    ($($name:ident $module:literal:
        $auth:ident $method:ident $omit:ident $example:literal $rename:ident $send:ident $($more:ident)?;)*) => {$(
        pub(super) static $name: Vocabulary = Vocabulary {
            module: $module,
            noun: concat!("`", $module, "` key"),
            words: &[
                auth(&$auth),
                BODY,
                NO_FRAGMENT,
                HEADERS,
                $method,
                omit(&$omit, $example),
                PARAMS,
                QUERY,
                rename(&$rename),
                send(&$send, "client_id"),
                $($more,)?
            ],
        };
    )*};
}

requests! {
    TOKEN_REQUEST "token_request":
        TOKEN_AUTH METHOD OMIT_TOKEN "redirect_uri" RENAME_TOKEN SEND_TOKEN;
    CLIENT_CREDENTIALS_REQUEST "client_credentials_request":
        TOKEN_AUTH METHOD OMIT_CLIENT_CREDENTIALS "grant_type" RENAME_CLIENT_CREDENTIALS SEND_CLIENT_ID;
    PASSWORD_REQUEST "password_request":
        TOKEN_AUTH METHOD OMIT_PASSWORD "grant_type" RENAME_PASSWORD SEND_CLIENT_ID;
    REFRESH_REQUEST "refresh_request":
        ACCESS_TOKEN_AUTH METHOD OMIT_REFRESH "grant_type" RENAME_REFRESH SEND_REFRESH;
    LONG_LIVED_TOKEN_REQUEST "long_lived_token_request":
        ACCESS_TOKEN_AUTH METHOD OMIT_LONG_LIVED_TOKEN "grant_type" RENAME_LONG_LIVED_TOKEN SEND_CLIENT_ID;
    REVOCATION_REQUEST "revocation_request":
        REQUEST_AUTH REVOCATION_METHOD OMIT_REVOCATION "token" RENAME_REVOCATION SEND_CLIENT_ID TOKENS;
    INTROSPECTION_REQUEST "introspection_request":
        REQUEST_AUTH METHOD OMIT_INTROSPECTION "token" RENAME_INTROSPECTION SEND_CLIENT_ID;
}

/// What carries the access token is said by `bearer(...)`, unless it stands in the form.
pub(super) static USERINFO_REQUEST: Vocabulary = Vocabulary {
    module: "userinfo_request",
    noun: "`userinfo_request` key",
    words: &[
        refused("auth", "is the access token's, as everywhere in the API; write `bearer(...)`"),
        HEADERS,
        choice("method", &USERINFO_METHODS, "post", "`method(post)`: the HTTP method, in place of GET."),
        QUERY,
        send(&SEND_USERINFO, "access_token"),
    ],
};

pub(super) static USERINFO_METHODS: Vocabulary = Vocabulary {
    module: "userinfo_method",
    noun: "method",
    words: &[bare(
        "post",
        "`method(post)`: POST, with an empty body (Dropbox), or with the form of `send(...)`.",
    )],
};

const GET: Keyword = bare("get", "`method(get)`: parameters in the query.");
const POST_METHOD: Keyword = bare("post", "`method(post)`: parameters in a body.");

pub(super) static AUTHORIZATION_METHODS: Vocabulary =
    Vocabulary { module: "authorization_method", noun: "method", words: &[GET, POST_METHOD] };

pub(super) static METHODS: Vocabulary =
    Vocabulary { module: "method", noun: "method", words: &[BECAUSE, GET, POST_METHOD] };

const TOKENS: Keyword = choice(
    "tokens",
    &REVOCABLE_TOKENS,
    "access_token",
    "`tokens(access_token)`: the one kind of token that the provider revokes, in place of both.",
);

pub(super) static REVOCABLE_TOKENS: Vocabulary = Vocabulary {
    module: "revocable_token",
    noun: "kind of token",
    words: &[
        bare("access_token", "`tokens(access_token)`: access tokens only (GitHub)."),
        bare("refresh_token", "`tokens(refresh_token)`: refresh tokens only (Auth0)."),
    ],
};

const REVOCATION_METHOD: Keyword =
    choice("method", &REVOCATION_METHODS, "delete", "`method(delete)`: the HTTP method, in place of POST.");

pub(super) static REVOCATION_METHODS: Vocabulary = Vocabulary {
    module: "revocation_method",
    noun: "method",
    words: &[
        BECAUSE,
        bare("delete", "`method(delete)`: DELETE, with parameters in a body."),
        GET,
        POST_METHOD,
    ],
};

pub(super) static BODIES: Vocabulary = Vocabulary {
    module: "body",
    noun: "`body` choice",
    words: &[
        BECAUSE,
        bare("form", "`body(form)`: form-encoded, which is the default (RFC 6749 appendix B)."),
        bare(
            "json",
            "`body(json)`: one JSON object; its members are strings, unless a parameter is declared otherwise.",
        ),
        bare("multipart", "`body(multipart)`: `multipart/form-data` (RFC 7578)."),
        bare("query", "`body(query, because = \"…\")`: parameters in the query, and an empty body."),
    ],
};

const BEARER_AUTH: Keyword = bare(
    "bearer",
    "`auth(bearer)`: an access token in the `Authorization` header, and no client authentication.",
);
const CLIENT_ID_AUTH: Keyword =
    bare("client_id", "`auth(client_id)`: the identifier alone, also where the client has a secret.");
const NO_AUTH: Keyword = bare("nothing", "`auth(nothing)`: neither identifier nor secret.");

pub(super) static TOKEN_AUTH: Vocabulary = Vocabulary {
    module: "token_auth",
    noun: "`auth` choice",
    words: &[
        refused("bearer", "has no access token to send in this request; remove it"),
        CLIENT_ID_AUTH,
        NO_AUTH,
    ],
};

/// Methods of client authentication belong to the grant: `refresh_token(client_auth(...))`.
pub(super) static ACCESS_TOKEN_AUTH: Vocabulary = Vocabulary {
    module: "access_token_auth",
    noun: "`auth` choice",
    words: &[BEARER_AUTH, CLIENT_ID_AUTH, NO_AUTH],
};

pub(super) static REQUEST_AUTH: Vocabulary = Vocabulary {
    module: "auth",
    noun: "`auth` choice",
    words: &[BEARER_AUTH, CLIENT_ID_AUTH, BASIC, BASIC_AND_POST, HEADER, POST, NO_AUTH],
};

/// What a parameter of `params(...)` may be, beside `name = "fixed"`.
pub static PARAMETER: Vocabulary = Vocabulary {
    module: "parameter",
    noun: "kind of parameter",
    words: &[
        bare(
            "array",
            "`name(scopes, array)`: an array of strings in a JSON body, beside `scopes` or `some_of(...)` (Square).",
        ),
        bare(
            "boolean",
            "`name(optional, boolean)`: `true` or `false` in a JSON body, without quotes (Square).",
        ),
        text("name", "x-y", "`name = \"x-y\"`: what the parameter is called on the wire, if not its word."),
        bare("number", "`name(optional, number)`: a whole number in a JSON body, without quotes (Zendesk)."),
        own(
            "one_of",
            "login, consent",
            "`one_of(login, select = \"select-account\")`: sent when the caller chooses one of these values.",
        ),
        bare("optional", "`name(optional)`: sent when the caller gives a value."),
        bare("random", "`name(random)`: 128 random bits, new for every request."),
        bare(
            "required",
            "`name(required)`: the caller gives a value, or there is no request; `code(required)` in `client_credentials_request` is a code that comes otherwise than by a login (Sentry).",
        ),
        bare("scopes", "`name(scopes)`: sent when the caller gives scopes for it (Slack's `user_scope`)."),
        own(
            "some_of",
            "login, consent",
            "`some_of(login, consent)`: sent when the caller chooses some of these values, joined by the scope delimiter.",
        ),
    ],
};
