//! Where a store may be: https, somewhere else than on this computer.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use ureq::http::Uri;

/// Longest address, in characters.
const LONGEST: usize = 300;

/// The address of a learning record store, without a slash at its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    whole: String,
    host: String,
    origin: String,
}

/// What is wrong with an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AddressFault {
    /// It is not an address of the web.
    #[error("it is not an address")]
    NotOne,
    /// It does not begin with `https://`.
    #[error("it does not begin with https://")]
    NotHttps,
    /// It has a name and a password in it.
    #[error("it has a name or a password in it")]
    Login,
    /// It has a question or a mark at its end.
    #[error("it has a `?` or a `#` in it")]
    Query,
    /// It leads to this computer itself or to a place where no store is.
    #[error("it leads to this computer or to no computer")]
    Refused,
}

impl Address {
    /// Reads an address; `loopback` lets one lead to this computer, which only tests need.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn parse(text: &str, loopback: bool) -> Result<Self, AddressFault> {
        let text = text.trim();
        if text.contains(['?', '#']) {
            return Err(AddressFault::Query);
        }
        if text.chars().count() > LONGEST || text.contains(char::is_whitespace) {
            return Err(AddressFault::NotOne);
        }
        let uri: Uri = text.parse().map_err(|_| AddressFault::NotOne)?;
        let authority = uri.authority().ok_or(AddressFault::NotOne)?;
        if uri.scheme_str() != Some("https") {
            return Err(AddressFault::NotHttps);
        }
        if authority.as_str().contains('@') {
            return Err(AddressFault::Login);
        }
        let host = authority.host().trim_start_matches('[').trim_end_matches(']');
        let host = host.trim_end_matches('.').to_lowercase();
        if host.is_empty() {
            return Err(AddressFault::NotOne);
        }
        let refused = match host.parse::<IpAddr>() {
            Ok(ip) => is_refused(ip, loopback),
            // `2130706433`, `0x7f.1` and `127.1` are 127.0.0.1 to a resolver and no name to anybody.
            Err(_) => is_number_like(&host) || (!loopback && is_this_computer(&host)),
        };
        if refused {
            return Err(AddressFault::Refused);
        }
        let origin = format!("https://{}", authority.as_str().to_lowercase());
        let path = uri.path().trim_end_matches('/');
        Ok(Self { whole: format!("{origin}{path}"), host, origin })
    }

    /// All of it.
    pub fn as_str(&self) -> &str {
        &self.whole
    }

    /// The name of the computer, in lower case.
    pub fn host(&self) -> &str {
        &self.host
    }

    /// Without its path.
    pub fn origin(&self) -> &str {
        &self.origin
    }
}

/// Whether no store can be there: this computer itself, the cable that it hangs on, everybody, nobody.
/// Addresses of a private network are where stores of organisations often are.
pub fn is_refused(ip: IpAddr, loopback: bool) -> bool {
    match ip {
        IpAddr::V4(ip) => is_refused_v4(ip, loopback),
        IpAddr::V6(ip) => match embedded(ip) {
            Some(inner) => is_refused_v4(inner, loopback),
            None => {
                (ip.is_loopback() && !loopback)
                    || ip.is_unspecified()
                    || ip.is_multicast()
                    || ip.is_unicast_link_local()
            }
        },
    }
}

fn is_refused_v4(ip: Ipv4Addr, loopback: bool) -> bool {
    (ip.is_loopback() && !loopback)
        || ip.octets()[0] == 0
        || ip.is_link_local()
        || ip.is_multicast()
        || ip.is_broadcast()
}

/// An address of the old kind inside one of the new kind, mapped or translated (`64:ff9b::/96`).
fn embedded(ip: Ipv6Addr) -> Option<Ipv4Addr> {
    let translated = [0x64, 0xff9b, 0, 0, 0, 0];
    let last_four = u32::try_from(u128::from(ip) & 0xffff_ffff).ok()?;
    let is_translated = ip.segments()[..6] == translated;
    is_translated.then(|| Ipv4Addr::from(last_four)).or_else(|| ip.to_ipv4_mapped())
}

fn is_number_like(host: &str) -> bool {
    let last = host.rsplit('.').next().unwrap_or_default();
    let hex = last.strip_prefix("0x").map(|digits| digits.bytes().all(|b| b.is_ascii_hexdigit()));
    hex.unwrap_or(false) || last.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_this_computer(host: &str) -> bool {
    host == "localhost" || host.ends_with(".localhost")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(text: &str) -> Option<AddressFault> {
        Address::parse(text, false).err()
    }

    #[test]
    fn an_address_of_a_store_is_taken_without_its_last_slash() {
        for (text, whole, host) in [
            ("https://lrs.example.org", "https://lrs.example.org", "lrs.example.org"),
            (" https://LRS.Example.org/xAPI/ ", "https://lrs.example.org/xAPI", "lrs.example.org"),
            ("https://10.1.2.3:8443/data", "https://10.1.2.3:8443/data", "10.1.2.3"),
            ("https://[fd00::1]/xapi", "https://[fd00::1]/xapi", "fd00::1"),
            ("https://192.168.1.9", "https://192.168.1.9", "192.168.1.9"),
        ] {
            let address = Address::parse(text, false).unwrap();
            assert_eq!((address.as_str(), address.host()), (whole, host));
        }
        let address = Address::parse("https://lrs.example.org:444/a/b", false).unwrap();
        assert_eq!(address.origin(), "https://lrs.example.org:444");
    }

    #[test]
    fn what_could_give_a_password_away_is_refused() {
        use AddressFault::{Login, NotHttps, NotOne, Query, Refused};
        for (text, expected) in [
            ("", NotOne),
            ("lrs.example.org", NotHttps),
            ("https://", NotOne),
            ("https:///xapi", NotOne),
            ("https://a b", NotOne),
            ("http://lrs.example.org", NotHttps),
            ("ftp://lrs.example.org", NotHttps),
            ("file:///etc/passwd", NotOne),
            ("https://u:p@lrs.example.org", Login),
            ("https://u@lrs.example.org", Login),
            ("https://lrs.example.org/?a=b", Query),
            ("https://lrs.example.org/#a", Query),
            ("https://localhost", Refused),
            ("https://LOCALHOST.:8443", Refused),
            ("https://a.localhost", Refused),
            ("https://127.0.0.1", Refused),
            ("https://127.8.8.8/xapi", Refused),
            ("https://169.254.169.254", Refused),
            ("https://0.0.0.0", Refused),
            ("https://0", Refused),
            ("https://2130706433", Refused),
            ("https://0x7f.1", Refused),
            ("https://0x7f000001", Refused),
            ("https://127.1", Refused),
            ("https://224.0.0.1", Refused),
            ("https://255.255.255.255", Refused),
            ("https://[::1]", Refused),
            ("https://[::]", Refused),
            ("https://[fe80::1]", Refused),
            ("https://[ff02::1]", Refused),
            ("https://[::ffff:127.0.0.1]", Refused),
            ("https://[::ffff:a9fe:a9fe]", Refused),
            ("https://[64:ff9b::7f00:1]", Refused),
        ] {
            assert_eq!(fault(text), Some(expected), "{text}");
        }
        assert_eq!(fault(&format!("https://{}", "a".repeat(400))), Some(NotOne));
    }

    #[test]
    fn tests_may_speak_with_this_computer_and_with_nothing_else_more() {
        assert!(Address::parse("https://localhost:1", true).is_ok());
        assert!(Address::parse("https://127.0.0.1:1", true).is_ok());
        for text in ["https://169.254.169.254", "https://0", "https://127.1", "https://[::]"] {
            assert_eq!(Address::parse(text, true), Err(AddressFault::Refused), "{text}");
        }
    }
}
