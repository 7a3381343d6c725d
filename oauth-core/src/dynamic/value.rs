//! [`Constant`] → the value that it stands for, as rustc makes it of what the macro writes. Texts and
//! lists are leaked.
//!
//! A field or a variant that is missing here does not compile.

use crate::metadata::{
    AbsentExpiry, ActiveFormat, AddressPolicy, AnswerFormat, ApiBaseFormat, BasicEncoding, BearerFormat,
    BodyFormat, CallbackFormat, CallbackMode, ClientAuth, Condition, Deviation, ErrorResponseFormat,
    ExpiryFormat, ExpiryUnit, GrantMetadata, GrantType, IntrospectionResponseFormat, JsonType,
    LearnedVariable, Metadata, Method, ParameterMetadata, ParameterValue, Pkce, RedirectUriKind, RequestAuth,
    RequestFormat, RevocableTokens, Rotation, ScopeMetadata, SecretDigest, SecretHeader, StateCarrier, Test,
    TokenCarrier, TokenResponseFormat, UserinfoResponseFormat,
};
use oauth_declaration::constant::Constant;

/// A value that a constant expression may stand for; nothing for an expression that rustc would refuse.
pub(crate) trait Value: Sized {
    fn of(constant: &Constant) -> Option<Self>;
}

impl Value for bool {
    fn of(constant: &Constant) -> Option<Self> {
        if let Constant::Bool(value) = constant { Some(*value) } else { None }
    }
}

impl Value for char {
    fn of(constant: &Constant) -> Option<Self> {
        if let Constant::Char(value) = constant { Some(*value) } else { None }
    }
}

impl Value for u64 {
    fn of(constant: &Constant) -> Option<Self> {
        if let Constant::Number(value) = constant { Some(*value) } else { None }
    }
}

impl Value for u16 {
    fn of(constant: &Constant) -> Option<Self> {
        u64::of(constant).and_then(|number| number.try_into().ok())
    }
}

impl Value for &'static str {
    fn of(constant: &Constant) -> Option<Self> {
        if let Constant::Text(text) = constant { Some(text.clone().leak()) } else { None }
    }
}

impl<T: Value> Value for Option<T> {
    fn of(constant: &Constant) -> Option<Self> {
        match constant {
            Constant::Some(value) => T::of(value).map(Some),
            Constant::None => Some(None),
            _ => None,
        }
    }
}

impl<T: Value> Value for &'static [T] {
    fn of(constant: &Constant) -> Option<Self> {
        let Constant::List(items) = constant else { return None };
        let items: Vec<T> = items.iter().map(T::of).collect::<Option<_>>()?;
        Some(items.leak())
    }
}

impl<T: Value> Value for &'static T {
    fn of(constant: &Constant) -> Option<Self> {
        let Constant::Reference(value) = constant else { return None };
        T::of(value).map(|value| &*Box::leak(Box::new(value)))
    }
}

impl<A: Value, B: Value> Value for (A, B) {
    fn of(constant: &Constant) -> Option<Self> {
        let Constant::Pair(pair) = constant else { return None };
        Some((A::of(&pair.0)?, B::of(&pair.1)?))
    }
}

impl Value for GrantType {
    fn of(constant: &Constant) -> Option<Self> {
        let Constant::Path(path) = constant else { return None };
        Some(match path.as_str() {
            "GrantType::AUTHORIZATION_CODE" => Self::AUTHORIZATION_CODE,
            "GrantType::IMPLICIT" => Self::IMPLICIT,
            "GrantType::CLIENT_CREDENTIALS" => Self::CLIENT_CREDENTIALS,
            "GrantType::PASSWORD" => Self::PASSWORD,
            "GrantType::REFRESH_TOKEN" => Self::REFRESH_TOKEN,
            "GrantType::LONG_LIVED_TOKEN" => Self::LONG_LIVED_TOKEN,
            "GrantType::ACCESS_TOKEN_REFRESH" => Self::ACCESS_TOKEN_REFRESH,
            "GrantType::TOKEN_EXTENSION" => Self::TOKEN_EXTENSION,
            _ => return None,
        })
    }
}

/// Each struct with all its fields, and the constants and functions that give one.
macro_rules! structs {
    ($($name:ident { $($field:ident),* } $(= $pattern:pat => $base:expr),*;)*) => {$(
        impl Value for $name {
            fn of(constant: &Constant) -> Option<Self> {
                let (fields, base) = match constant {
                    Constant::Struct { name: stringify!($name), fields, base } => {
                        (&fields[..], base.as_deref().map(Self::of))
                    }
                    Constant::Path(path) => (&[][..], Some(Self::named(path, &[]))),
                    Constant::Call(name, arguments) => (&[][..], Some(Self::named(name, arguments))),
                    _ => return None,
                };
                let base = match base {
                    Some(base) => Some(base?),
                    None => None,
                };
                let is_known = |name: &str| [$(stringify!($field)),*].contains(&name);
                if !fields.iter().all(|(name, _)| is_known(name)) {
                    return None;
                }
                Some(Self {
                    $($field: match (fields.iter().find(|(name, _)| *name == stringify!($field)), &base) {
                        (Some((_, value)), _) => Value::of(value)?,
                        (None, Some(base)) => base.$field,
                        (None, None) => return None,
                    },)*
                })
            }
        }

        impl $name {
            fn named(name: &str, arguments: &[Constant]) -> Option<Self> {
                match (name, arguments) {
                    $($pattern => Some($base),)*
                    _ => None,
                }
            }
        }
    )*};
}

structs! {
    Metadata {
        name, issuer, authorization_endpoint, token_endpoint, refresh_endpoint, long_lived_token_endpoint,
        revocation_endpoint, introspection_endpoint, userinfo_endpoint, api_base, grants, client_auth, scopes,
        scope_delimiter, custom_scopes, pkce, state, redirect_uri, ssrf, authorization_request,
        revocation_request, introspection_request, userinfo_request, callback, token_response,
        introspection_response, userinfo_response, error_response, bearer, deviations
    } = ("Metadata::DEFAULT", []) => Self::DEFAULT;
    GrantMetadata {
        grant_type, value, response_type, client_auth, default_scopes, issues_refresh_token, rotation,
        offline_scope, request, response
    } = ("GrantMetadata::new", [grant_type, methods]) => Self::new(Value::of(grant_type)?, Value::of(methods)?);
    ScopeMetadata { value, grants }
        = ("ScopeMetadata::new", [value, grants]) => Self::new(Value::of(value)?, Value::of(grants)?);
    Deviation { what, rule, because };
    RequestFormat { method, body, auth, params, query, headers, rename, omit, send, fragment, tokens }
        = ("RequestFormat::DEFAULT", []) => Self::DEFAULT,
        = ("RequestFormat::AUTHORIZATION", []) => Self::AUTHORIZATION,
        = ("RequestFormat::USERINFO", []) => Self::USERINFO;
    ParameterMetadata { name, value, json }
        = ("ParameterMetadata::new", [name, value]) => Self::new(Value::of(name)?, Value::of(value)?);
    SecretHeader { header, scheme, client_id_header };
    SecretDigest { parameter, separator };
    CallbackFormat {
        mode, iss_required, code, error, error_map, no_code, capture, echo, hmac_sha256, equals, learn
    } = ("CallbackFormat::DEFAULT", []) => Self::DEFAULT;
    LearnedVariable { variable, parameter, values };
    TokenResponseFormat {
        format, prefix, root, fields, expires_in, refresh_token_expires_in, scope_delimiter, bearer_aliases,
        also, api_base
    } = ("TokenResponseFormat::DEFAULT", []) => Self::DEFAULT;
    ExpiryFormat { unit, absent, zero_is_never } = ("ExpiryFormat::DEFAULT", []) => Self::DEFAULT;
    ApiBaseFormat { member, hosts, path };
    UserinfoResponseFormat { api_base };
    IntrospectionResponseFormat { active, root, fields, exp }
        = ("IntrospectionResponseFormat::DEFAULT", []) => Self::DEFAULT;
    ErrorResponseFormat { text, when, code, description, map }
        = ("ErrorResponseFormat::DEFAULT", []) => Self::DEFAULT;
    Condition { member, test };
    BearerFormat { carrier, headers } = ("BearerFormat::DEFAULT", []) => Self::DEFAULT;
}

/// Each enum with all its variants.
macro_rules! enums {
    ($($name:ident { $($variant:ident $(($value:ident))?),* })*) => {$(
        impl Value for $name {
            fn of(constant: &Constant) -> Option<Self> {
                const { every_variant_is_listed(|value: &Self| match value {
                    $(Self::$variant $(($value))? => { $(let _ = $value;)? })*
                }) };
                let (path, arguments) = match constant {
                    Constant::Path(path) => (path, &[][..]),
                    Constant::Call(path, arguments) => (path, &arguments[..]),
                    _ => return None,
                };
                let (of, variant) = path.split_once("::")?;
                match (of, variant, arguments) {
                    $((stringify!($name), stringify!($variant), [$($value)?]) => {
                        Some(Self::$variant $((Value::of($value)?))?)
                    })*
                    _ => None,
                }
            }
        }
    )*};
}

/// What it is given must match every variant to compile.
const fn every_variant_is_listed<T>(_: fn(&T)) {}

enums! {
    Rotation { Unspecified, None, Strict }
    Pkce { S256, Required, S256Hex, PublicClients, None }
    StateCarrier { OwnParameter, InRedirectUri }
    RedirectUriKind { Url, Opaque }
    AddressPolicy { Any, DenyPrivate }
    ClientAuth {
        ClientSecretBasic(encoding), ClientSecretPost, ClientSecretBasicAndPost, ClientSecretHeader(header),
        ClientSecretDigest(digest), None, NoneBasic
    }
    BasicEncoding { Form, Raw, SecretAsUsername }
    Method { Get, Post, Delete }
    BodyFormat { Form, Json, Query, Multipart }
    RequestAuth { ClientAuthentication, Method(method), Bearer, Identifier, Nothing }
    ParameterValue {
        Fixed(value), Template(template), Optional, Required, OneOf(values), SomeOf(values), ScopeList, Random
    }
    RevocableTokens { Both, AccessOnly, RefreshOnly }
    JsonType { Quoted, Number, Boolean, Array }
    CallbackMode { Query, FormPost }
    AnswerFormat { Json, JsonOfAnyType, Form, JsonOrForm, Jsonp }
    ExpiryUnit { Seconds, Milliseconds, UnixSeconds, UnixMilliseconds, Rfc3339 }
    AbsentExpiry { Unknown, Never, Seconds(seconds) }
    ActiveFormat { Member, Status }
    Test { Present, Equals(value), Differs(value) }
    TokenCarrier { Scheme(scheme), Header(header), Query(parameter) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_written_down_comes_from_the_base() {
        let base = Constant::path("RequestFormat", "AUTHORIZATION");
        let send = Constant::List(vec![Constant::text("scope")]);
        let fields = vec![("send", send), ("fragment", Constant::some(Constant::text("wechat_redirect")))];
        let request = Constant::Struct { name: "RequestFormat", fields, base: Some(Box::new(base)) };
        let request = RequestFormat::of(&request).unwrap();
        assert_eq!(request.method, [Method::Get]);
        assert_eq!((request.send, request.fragment), (&["scope"][..], Some("wechat_redirect")));
    }

    #[test]
    fn variants_hold_values() {
        let raw = Constant::path("BasicEncoding", "Raw");
        let method = Constant::call("ClientAuth", "ClientSecretBasic", [raw]);
        assert_eq!(ClientAuth::of(&method), Some(ClientAuth::ClientSecretBasic(BasicEncoding::Raw)));
        let auth = RequestAuth::of(&Constant::call("RequestAuth", "Method", [method]));
        assert!(matches!(auth, Some(RequestAuth::Method(ClientAuth::ClientSecretBasic(BasicEncoding::Raw)))));
        let absent = AbsentExpiry::of(&Constant::call("AbsentExpiry", "Seconds", [Constant::Number(60)]));
        assert_eq!(absent, Some(AbsentExpiry::Seconds(60)));
    }

    #[test]
    fn what_rustc_would_refuse_is_no_value() {
        assert!(Pkce::of(&Constant::path("Pkce", "Plain")).is_none());
        assert!(Pkce::of(&Constant::path("Rotation", "None")).is_none());
        assert!(Pkce::of(&Constant::call("Pkce", "None", [Constant::Bool(true)])).is_none());
        let incomplete = Constant::Struct { name: "Deviation", fields: Vec::new(), base: None };
        assert!(Deviation::of(&incomplete).is_none());
        let base = Some(Box::new(Constant::path("RequestFormat", "DEFAULT")));
        let misspelt = vec![("fragmnt", Constant::some(Constant::text("x")))];
        let misspelt = Constant::Struct { name: "RequestFormat", fields: misspelt, base };
        assert!(RequestFormat::of(&misspelt).is_none());
    }
}
