//! Bodies as `multipart/form-data` (RFC 7578): the text fields of a form, and nothing else.

/// The boundary that a content type names.
pub(crate) fn boundary(content_type: &str) -> Option<&str> {
    let boundary = content_type.split(';').skip(1).find_map(|parameter| {
        let (name, value) = parameter.split_once('=')?;
        name.trim().eq_ignore_ascii_case("boundary").then(|| value.trim().trim_matches('"'))
    })?;
    (1..=70).contains(&boundary.len()).then_some(boundary)
}

/// Names and values of the fields; nothing where the body is not what RFC 7578 says.
pub(crate) fn fields(body: &[u8], boundary: &str) -> Option<Vec<(String, String)>> {
    let body = std::str::from_utf8(body).ok()?;
    let mut rest = body.strip_prefix("--")?.strip_prefix(boundary)?;
    let delimiter = format!("\r\n--{boundary}");
    let mut fields = Vec::new();
    loop {
        if rest == "--" || rest == "--\r\n" {
            return Some(fields);
        }
        let (part, after) = rest.strip_prefix("\r\n")?.split_once(&delimiter)?;
        let (headers, value) = part.split_once("\r\n\r\n")?;
        fields.push((name(headers)?, value.to_owned()));
        rest = after;
    }
}

/// The name in the `Content-Disposition` of a part; a file is no field.
fn name(headers: &str) -> Option<String> {
    let disposition = headers.split("\r\n").find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("content-disposition").then_some(value.trim())
    })?;
    let mut parts = disposition.split(';').map(str::trim);
    if parts.next() != Some("form-data") || parts.clone().any(|part| part.starts_with("filename")) {
        return None;
    }
    let name = parts.find_map(|part| part.strip_prefix("name=\""))?.strip_suffix('"')?;
    // RFC 7578 section 2, as browsers write it.
    Some(name.replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_of_a_form() {
        let body = "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n2\r\n--x\r\n\
                    content-disposition: form-data; name=\"b\"\r\nContent-Type: text/plain\r\n\r\n\r\n--x--\r\n";
        let found = fields(body.as_bytes(), "x").unwrap();
        assert_eq!(found, [("a".to_owned(), "1\r\n2".to_owned()), ("b".to_owned(), String::new())]);
        assert_eq!(boundary("multipart/form-data; charset=utf-8; boundary=\"x\""), Some("x"));
        assert_eq!(boundary("multipart/form-data"), None);
    }

    #[test]
    fn what_is_no_form() {
        for body in [
            "",
            "a=b",
            "--x",
            "--x\r\n\r\nvalue\r\n--x--",
            "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1",
            "--x\r\nContent-Disposition: form-data; name=\"a\"; filename=\"b\"\r\n\r\n1\r\n--x--",
        ] {
            assert_eq!(fields(body.as_bytes(), "x"), None, "{body:?}");
        }
    }
}
