//! What may stand in each place of a URL.

/// Why a value does not fit, and at which byte.
pub(crate) struct Flaw {
    pub(super) reason: &'static str,
    pub(super) position: usize,
}

fn flaw(reason: &'static str, position: usize) -> Flaw {
    Flaw { reason, position }
}

pub(super) fn check_label(label: &str, start: usize) -> Result<(), Flaw> {
    let wrong = |byte: &u8| !matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-');
    if let Some(at) = label.as_bytes().iter().position(wrong) {
        return Err(flaw("only a-z, 0-9 and - may stand here", start.saturating_add(at)));
    }
    match label.len() {
        0 => Err(flaw("an empty label", start)),
        1..=63 if label.starts_with('-') || label.ends_with('-') => {
            Err(flaw("a hyphen at the edge of the label", start))
        }
        1..=63 => Ok(()),
        _ => Err(flaw("a label of more than 63 bytes", start)),
    }
}

pub(super) fn refuse_punycode(label: &str) -> Result<(), Flaw> {
    if label.starts_with("xn--") { Err(flaw("punycode", 0)) } else { Ok(()) }
}

pub(crate) fn check_labels(labels: &str) -> Result<(), Flaw> {
    if labels.len() > 253 {
        return Err(flaw("more than 253 bytes", 253));
    }
    let mut start: usize = 0;
    for label in labels.split('.') {
        check_label(label, start)?;
        start = start.saturating_add(label.len()).saturating_add(1);
    }
    Ok(())
}

pub(crate) fn check_host(host: &str) -> Result<(), Flaw> {
    check_labels(host)?;
    // A last label that starts with a digit reads as an IPv4 address in one of its notations.
    match host.rsplit('.').next().map(str::as_bytes) {
        Some([b'0'..=b'9', ..]) => Err(flaw("an IP address, or a last label with a leading digit", 0)),
        _ => Ok(()),
    }
}

pub(crate) fn check_segment(segment: &str) -> Result<(), Flaw> {
    let wrong = |byte: &u8| !matches!(byte, b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'.' | b'_' | b'-');
    if let Some(at) = segment.as_bytes().iter().position(wrong) {
        return Err(flaw("only letters, digits, ., _ and - may stand here", at));
    }
    match segment {
        "" => Err(flaw("an empty segment", 0)),
        "." | ".." => Err(flaw("a dot segment", 0)),
        _ if segment.len() > 128 => Err(flaw("more than 128 bytes", 128)),
        _ => Ok(()),
    }
}

pub(crate) fn check_path_prefix(prefix: &str) -> Result<(), Flaw> {
    if prefix.len() > 256 {
        return Err(flaw("more than 256 bytes", 256));
    }
    let Some(path) = prefix.strip_prefix('/') else {
        return if prefix.is_empty() { Ok(()) } else { Err(flaw("no slash at the beginning", 0)) };
    };
    let mut start: usize = 1;
    for segment in path.split('/') {
        check_segment(segment)
            .map_err(|Flaw { reason, position }| flaw(reason, start.saturating_add(position)))?;
        start = start.saturating_add(segment.len()).saturating_add(1);
    }
    Ok(())
}
