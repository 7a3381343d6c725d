//! The server: it answers every exchange of a code with the same tokens, on kept connections.

use crate::operations::parse::SMALL;
use crate::provider::{CODE, REDIRECT_URI};
use std::io::{self, BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::thread;

/// Prints its port and serves until its input ends, which it does when the program that started it ends.
pub(crate) fn run() {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    println!("{}", listener.local_addr().unwrap().port());
    thread::spawn(move || {
        for connection in listener.incoming().flatten() {
            thread::spawn(move || serve(&connection));
        }
    });
    io::copy(&mut io::stdin(), &mut io::sink()).unwrap();
}

fn serve(connection: &TcpStream) -> io::Result<()> {
    connection.set_nodelay(true)?;
    let mut reader = BufReader::new(connection);
    while let Some(is_complete) = read(&mut reader)? {
        let (status, body) = if is_complete { ("200 OK", SMALL) } else { ("400 Bad Request", "{}") };
        let head = format!(
            "HTTP/1.1 {status}\r\nContent-Type: application/json\r\nCache-Control: no-store\r\nContent-Length: {}\r\n\r\n",
            body.len()
        );
        (&mut &*connection).write_all((head + body).as_bytes())?;
    }
    Ok(())
}

/// Reads a request and tells whether it has all that an exchange needs.
fn read(reader: &mut impl BufRead) -> io::Result<Option<bool>> {
    let (mut line, mut length, mut authenticated) = (String::new(), 0, false);
    loop {
        line.clear();
        if reader.read_line(&mut line)? == 0 {
            return Ok(None);
        }
        let Some((name, value)) = line.trim_end().split_once(": ") else {
            if line == "\r\n" {
                break;
            }
            continue;
        };
        match name.to_ascii_lowercase().as_str() {
            "content-length" => length = value.parse().map_err(io::Error::other)?,
            "authorization" => authenticated = value.starts_with("Basic "),
            _ => {}
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body)?;
    let sent =
        |name: &str| form_urlencoded::parse(&body).find(|(key, _)| key == name).map(|(_, value)| value);
    Ok(Some(
        authenticated
            && sent("grant_type").as_deref() == Some("authorization_code")
            && sent("code").as_deref() == Some(CODE)
            && sent("redirect_uri").as_deref() == Some(REDIRECT_URI)
            && sent("code_verifier").is_some_and(|verifier| verifier.len() >= 43),
    ))
}
