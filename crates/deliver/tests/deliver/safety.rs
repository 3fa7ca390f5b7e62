//! Nobody gets the password who has not proved to be the store.

use std::{io::Write as _, net::TcpListener};

use eighteen_deliver::{Address, Https, Line as _, Login, Loss, Reach, Reply, Version};
use eighteen_testkit::lrs::{Authority, Said, Server, answer};

use crate::sockets::{SECRET, https, reach};

/// `app:open sesame`, as it stands in a header.
const CODED: &str = "YXBwOm9wZW4gc2VzYW1l";

fn heard_nothing(server: &Server, what: &str) {
    let heard = server.heard();
    assert!(!heard.to_lowercase().contains("authorization"), "{what}: {heard}");
    assert!(!heard.contains(CODED) && !heard.contains(SECRET), "{what}");
}

#[test]
fn a_server_without_a_good_certificate_hears_no_password() {
    let (ours, theirs) = (Authority::new(), Authority::new());
    for (what, config) in [
        ("signed by itself", Authority::alone(&["localhost"])),
        ("of an authority that nobody trusts", theirs.server_for(&["localhost"], false)),
        ("ended in 2020", ours.server_for(&["localhost"], true)),
        ("for another name", ours.server_for(&["lrs.example.org"], false)),
    ] {
        let server = Server::start(config, |_| Said::Reply(answer(204, "")));
        let reply = https(server.port(), "localhost", &reach(&ours)).post(b"[]");
        assert_eq!(reply, Reply::Lost(Loss::NotSafe), "{what}");
        heard_nothing(&server, what);
    }
    let server =
        Server::start(ours.server_for(&["localhost"], false), |_| Said::Reply(answer(204, "")));
    let reply = https(server.port(), "localhost", &reach(&ours)).post(b"[]");
    assert!(matches!(reply, Reply::Answer { status: 204, .. }), "the good one is spoken with");
    assert!(server.heard().contains(CODED), "or the others would prove nothing");
}

#[test]
fn this_computers_own_trust_is_what_counts_by_default() {
    let authority = Authority::new();
    let server = Server::start(authority.server_for(&["localhost"], false), |_| {
        Said::Reply(answer(204, ""))
    });
    let reach = Reach { loopback: true, ..Reach::default() };
    let reply = https(server.port(), "localhost", &reach).post(b"[]");
    assert_eq!(reply, Reply::Lost(Loss::NotSafe), "an authority of a test is not trusted here");
    heard_nothing(&server, "the platform's verifier");
}

#[test]
fn a_server_that_speaks_an_old_tls_or_none_hears_no_password() {
    // A ServerHello of TLS 1.1 with TLS_RSA_WITH_AES_128_CBC_SHA.
    let mut hello = vec![0x16, 0x03, 0x02, 0x00, 0x2a, 0x02, 0x00, 0x00, 0x26, 0x03, 0x02];
    hello.extend([7; 32]);
    hello.extend([0x00, 0x00, 0x2f, 0x00]);
    for (what, bytes) in [
        ("TLS 1.1", hello),
        ("TLS 1.0", vec![0x15, 0x03, 0x01, 0x00, 0x02, 0x02, 0x46]),
        ("no TLS", b"HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic\r\n\r\n".to_vec()),
    ] {
        let server = Server::raw(bytes);
        let reply = https(server.port(), "localhost", &reach(&Authority::new())).post(b"[]");
        assert!(matches!(reply, Reply::Lost(Loss::NotSafe | Loss::Broken)), "{what}: {reply:?}");
        heard_nothing(&server, what);
    }
}

#[test]
fn a_redirect_is_never_followed() {
    let authority = Authority::new();
    let elsewhere = Server::start(authority.server_for(&["localhost"], false), |_| {
        Said::Reply(answer(204, ""))
    });
    for status in [301, 302, 303, 307, 308] {
        for scheme in ["http", "https"] {
            let location = format!("{scheme}://localhost:{}/xapi/statements", elsewhere.port());
            let config = authority.server_for(&["localhost"], false);
            let server = Server::start(config, move |_| {
                let head = format!(
                    "HTTP/1.1 {status} X\r\nLocation: {location}\r\nContent-Length: 0\r\n\r\n"
                );
                Said::Bytes(head.into_bytes(), 0)
            });
            let mut line = https(server.port(), "localhost", &reach(&authority));
            for reply in [line.post(b"[]"), line.ask("x")] {
                assert!(matches!(reply, Reply::Answer { status: got, .. } if got == status));
            }
        }
    }
    assert_eq!(elsewhere.heard(), "", "nobody came there");
}

#[test]
fn a_name_that_leads_to_this_computer_is_refused_when_it_is_connected_to() {
    let authority = Authority::new();
    let server = Server::start(authority.server_for(&["localhost"], false), |_| {
        Said::Reply(answer(204, ""))
    });
    // The address was taken while it led elsewhere: what it leads to counts when it is connected to.
    let address = format!("https://localhost:{}/xapi", server.port());
    let address = Address::parse(&address, true).unwrap();
    let strict = Reach { loopback: false, ..reach(&authority) };
    let mut line = Https::new(&address, Version::V1_0_3, Login::new("app", SECRET), &strict);
    assert_eq!(line.post(b"[]"), Reply::Lost(Loss::Address));
    heard_nothing(&server, "this computer");
}

#[test]
fn a_proxy_gets_the_name_of_the_store_and_no_password() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let proxy = std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        // Whoever closes with something unread resets the line, and the answer is lost.
        let (mut heard, mut chunk) = (Vec::new(), [0; 2_048]);
        while !heard.ends_with(b"\r\n\r\n") {
            let read = std::io::Read::read(&mut stream, &mut chunk).unwrap();
            heard.extend(&chunk[..read]);
        }
        let _ = stream
            .write_all(b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n");
        String::from_utf8_lossy(&heard).into_owned()
    });
    let program = std::env::current_exe().unwrap();
    let said = std::process::Command::new(program)
        .args(["--ignored", "--exact", "safety::posts_for_the_test_of_proxies"])
        .env("HTTPS_PROXY", format!("http://127.0.0.1:{port}"))
        .env_remove("NO_PROXY")
        .env_remove("no_proxy")
        .env_remove("ALL_PROXY")
        .env_remove("all_proxy")
        .output()
        .unwrap();
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stdout));
    let heard = proxy.join().unwrap();
    assert!(heard.starts_with("CONNECT lrs.example.org:443 "), "{heard}");
    assert!(!heard.to_lowercase().contains("authorization"), "{heard}");
}

/// In a process of its own, for the proxy stands in its environment.
#[test]
#[ignore = "run by the test of proxies"]
fn posts_for_the_test_of_proxies() {
    let address = Address::parse("https://lrs.example.org/xapi", false).unwrap();
    let reach = Reach { loopback: false, ..reach(&Authority::new()) };
    let mut line = Https::new(&address, Version::V1_0_3, Login::new("app", SECRET), &reach);
    assert_eq!(line.post(b"[]"), Reply::Lost(Loss::Proxy));
}
