use super::*;
use crate::variables::Variables;

const HOSTILE: &[&str] = &[
    "",
    "evil.com/#",
    "evil.com?",
    "evil.com\\",
    "a@evil.com/",
    "..",
    ".",
    "%2e%2e",
    "%65vil",
    "a\n",
    "\ta",
    "a b",
    "evil\u{3002}com",
    "sh\u{ad}op",
    "sh\u{200b}op",
    "\u{ff21}CME",
    "\u{212a}",
    "{shop}",
    "a:80",
    "[::1]",
    "a/b",
    "\0",
];

#[test]
fn hostile_values_are_refused_at_every_place() {
    for value in HOSTILE {
        assert!(HostLabel::new(value).is_err(), "{value:?} as a label");
        assert!(Host::new(value).is_err(), "{value:?} as a host");
        assert!(Segment::new(value).is_err(), "{value:?} as a segment");
        assert!(value.is_empty() || PathPrefix::new(value).is_err(), "{value:?} as a path");
        let below = format!("/a/{value}");
        assert!(PathPrefix::new(&below).is_err() || *value == "a/b", "{below:?} as a path");
    }
}

#[test]
fn a_label_is_one_lower_case_dns_label() {
    for value in ["acme", "a", "0", "a-b", &"a".repeat(63)] {
        assert!(HostLabel::new(value).is_ok(), "{value}");
    }
    for value in ["ACME", "-a", "a-", "a.b", "xn--bcher-kva", &"a".repeat(64)] {
        assert!(HostLabel::new(value).is_err(), "{value}");
    }
}

#[test]
fn a_value_stands_where_it_is_set_and_nowhere_else() {
    let (label, host, segment) =
        ("acme".parse::<HostLabel>(), "a.example".parse::<Host>(), "A_1".parse::<Segment>());
    let (label, host, segment) = (label.unwrap(), host.unwrap(), segment.unwrap());
    let mut variables = Variables::default();
    variables.set::<HostLabel, _>("label", &label);
    variables.set::<Segment, _>("path", &label);
    variables.set::<Host, _>("host", &host);
    variables.set::<Segment, _>("segment", &segment);
    variables.set::<Text, _>("text", &segment);
    variables.set::<Text, _>("other", &"a b".to_owned());
    let found: Vec<_> = variables.iter().map(|(name, value)| format!("{name}={value}")).collect();
    assert_eq!(found, ["label=acme", "path=acme", "host=a.example", "segment=A_1", "text=A_1", "other=a b"]);
    assert_eq!((variables.get("segment"), variables.get("seg")), (Some("A_1"), None));
    assert_eq!(format!("{label} {host} {segment}"), "acme a.example A_1");
    let names = r#"["label", "path", "host", "segment", "text", "other"]"#;
    assert_eq!(format!("{variables:?}"), names);
}

#[test]
fn a_variable_is_replaced_by_its_whole_name() {
    let start = || {
        let mut variables = Variables::default();
        for name in ["region.api", "region.accounts", "regional.api", "api", "region"] {
            variables.set::<Text, _>(name, &"old".to_owned());
        }
        variables
    };
    let changed = |variable, name| {
        let mut variables = start();
        variables.replace(variable, name, "new");
        let changed = variables.iter().filter(|(_, value)| *value == "new");
        changed.map(|(name, _)| name).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(changed("region", "api"), "region.api");
    assert_eq!(changed("region", ""), "region");
    assert_eq!(changed("tenant", ""), "");
}

#[test]
fn a_segment_is_bounded_and_no_way_up() {
    for value in ["a", "A.b_c-d", "...", "a..", &"a".repeat(128)] {
        assert!(Segment::new(value).is_ok(), "{value}");
    }
    for value in [".", "..", "", &"a".repeat(129)] {
        assert!(Segment::new(value).is_err(), "{value}");
    }
    let at = |value: &str| Segment::new(value).unwrap_err().to_string();
    assert!(at("ab/c").ends_with("may stand here at byte 2"), "{}", at("ab/c"));
    assert!(at(&"a".repeat(129)).ends_with("more than 128 bytes at byte 128"));
}

#[test]
fn an_error_about_a_host_says_where() {
    let at = |value: &str| Host::new(value).unwrap_err().to_string();
    assert!(at("ab.c_d").ends_with("may stand here at byte 4"), "{}", at("ab.c_d"));
    assert!(at("a.b..c").ends_with("an empty label at byte 4"), "{}", at("a.b..c"));
    assert!(at("a.-b").ends_with("a hyphen at the edge of the label at byte 2"), "{}", at("a.-b"));
    assert!(at(&format!("{}.example", "a".repeat(64))).ends_with("more than 63 bytes at byte 0"));
    let longest = format!("{}abc", "a.".repeat(125));
    assert!(longest.len() == 253 && Host::new(&longest).is_ok());
    assert!(at(&format!("{longest}d")).ends_with("more than 253 bytes at byte 253"));
}

#[test]
fn a_host_is_a_name_and_no_address() {
    for value in ["server.example.com", "keycloak", "a1.b2.example", "xn--bcher-kva.example"] {
        assert!(Host::new(value).is_ok(), "{value}");
    }
    let too_long = format!("{}.example", "a.".repeat(130));
    for value in ["127.0.0.1", "2130706433", "0x7f.1", "0177.0.0.1", "a..b", "a.", ".a", &too_long] {
        assert!(Host::new(value).is_err(), "{value}");
    }
}

#[test]
fn a_path_begins_with_whole_segments() {
    for value in ["", "/auth", "/a/b", "/v1.0/x_y"] {
        assert!(PathPrefix::new(value).is_ok(), "{value}");
    }
    let too_long = "/abc".repeat(65);
    for value in ["/", "auth", "/auth/", "//evil.com", "/a//b", "/..", "/a/./b", &too_long] {
        assert!(PathPrefix::new(value).is_err(), "{value}");
    }
    let error = PathPrefix::new("/a/b?c").unwrap_err().to_string();
    assert!(error.ends_with("only letters, digits, ., _ and - may stand here at byte 4"), "{error}");
    assert_eq!(PathPrefix::default(), PathPrefix::new("").unwrap());
}

#[test]
fn the_error_quotes_the_value_and_says_where() {
    let error = HostLabel::new("evil.com/#").unwrap_err();
    assert_eq!(
        error.to_string(),
        r#""evil.com/#" is not a DNS label: only a-z, 0-9 and - may stand here at byte 4"#
    );
}

#[test]
fn a_value_that_is_none_of_several_is_quoted_to_a_bound_and_they_are_not() {
    let error = InvalidUrlVariable::undeclared(&"x".repeat(1000));
    let quoted = "x".repeat(160);
    assert_eq!(
        error.to_string(),
        format!("\"{quoted}\"… is not a value of this variable: it is not the literal of one value alone")
    );
}

#[test]
fn each_place_has_its_rules() {
    // The longest and the first that is longer, and what fits one place only.
    let label = "a".repeat(63);
    let segment = "a".repeat(128);
    let prefix = format!("{}/ab", "/a".repeat(126)) + "c";
    assert_eq!(prefix.len(), 256);
    for (value, fits) in [
        (&*label, "label labels host segment"),
        (&*format!("{label}b"), "segment"),
        (&segment, "segment"),
        (&format!("{segment}b"), ""),
        (&prefix, "prefix"),
        (&format!("{prefix}d"), ""),
        ("xn--bcher-kva", "labels host segment"),
        ("a.example", "labels host segment"),
        ("a.1", "labels segment"),
        ("A_b", "segment"),
        ("/a", "prefix"),
        ("", "prefix"),
    ] {
        let misfits = [
            ("label", HostLabel::misfit(value)),
            ("labels", HostSuffix::misfit(value)),
            ("host", Host::misfit(value)),
            ("segment", Segment::misfit(value)),
            ("prefix", PathPrefix::misfit(value)),
        ];
        let found = misfits.into_iter().filter(|(_, misfit)| misfit.is_none());
        assert_eq!(found.map(|(place, _)| place).collect::<Vec<_>>().join(" "), fits, "{value}");
        assert_eq!(Text::misfit(value), None);
    }
}

#[test]
fn a_path_prefix_stands_where_it_is_set() {
    let prefix: PathPrefix = "/auth/v2".parse().unwrap();
    let mut variables = Variables::default();
    variables.set::<PathPrefix, _>("path", &prefix);
    variables.set::<Text, _>("text", &prefix);
    assert_eq!((variables.get("path"), variables.get("text")), (Some("/auth/v2"), Some("/auth/v2")));
    assert_eq!(prefix.to_string(), "/auth/v2");
    assert_eq!(variables.misfit("path"), None);
}

#[cfg(feature = "dynamic")]
#[test]
fn a_value_that_was_checked_stands_where_it_is_set() {
    let mut variables = Variables::default();
    variables.set_checked("shop", "acme");
    assert_eq!((variables.get("shop"), variables.misfit("shop")), (Some("acme"), None));
}
