//! Which addresses everybody can reach.

use std::net::{IpAddr, Ipv4Addr};

/// Whether an address is reachable for everybody: not loopback, private (RFC 1918), shared
/// (RFC 6598), link-local, unique local, multicast, documentation or unspecified, also when it is
/// an IPv4 address inside an IPv6 one.
pub fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(v4) => {
            let [first, second, third, _] = v4.octets();
            !(v4.is_private()
                || v4.is_loopback()
                || v4.is_link_local()
                || v4.is_broadcast()
                || v4.is_documentation()
                || v4.is_multicast()
                || first == 0
                || first >= 240
                || (first == 100 && (64..128).contains(&second))
                || (first == 192 && second == 0 && third == 0)
                || (first == 198 && (second == 18 || second == 19)))
        }
        IpAddr::V6(v6) => {
            let segments = v6.segments();
            let embedded = match segments {
                [0, 0, 0, 0, 0, 0 | 0xffff, _, _] | [0x64, 0xff9b, 0, 0, 0, 0, _, _] => {
                    let [.., a, b, c, d] = v6.octets();
                    Some(Ipv4Addr::new(a, b, c, d))
                }
                [0x2002, high, low, ..] => {
                    let ([a, b], [c, d]) = (high.to_be_bytes(), low.to_be_bytes());
                    Some(Ipv4Addr::new(a, b, c, d))
                }
                _ => None,
            };
            match embedded {
                Some(v4) => is_public(v4.into()),
                // Of the global unicast addresses, not those of protocols such as Teredo (RFC 2928)
                // nor those of documentation (RFC 3849, RFC 9637).
                None => match segments {
                    [0x2001, 0..=0x1ff | 0xdb8, ..] | [0x3fff, 0..=0xfff, ..] => false,
                    [first, ..] => (first & 0xe000) == 0x2000,
                },
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::is_public;

    #[test]
    fn private_addresses_in_every_form() {
        let private = [
            "127.0.0.1",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "198.18.0.1",
            "192.0.0.8",
            "224.0.0.1",
            "255.255.255.255",
            "::1",
            "::",
            "fe80::1",
            "fc00::1",
            "fd12::1",
            "ff02::1",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "::127.0.0.1",
            "64:ff9b::7f00:1",
            "2002:7f00:1::",
            "2001:db8::1",
            "2001:0:53aa:64c:0:0:80ff:fffe",
            "2001:20::1",
            "3fff::1",
        ];
        for address in private {
            assert!(!is_public(address.parse().unwrap()), "{address}");
        }
        for address in
            ["1.1.1.1", "93.184.216.34", "2606:4700::1111", "2001:4860:4860::8888", "::ffff:1.1.1.1"]
        {
            assert!(is_public(address.parse().unwrap()), "{address}");
        }
    }
}
