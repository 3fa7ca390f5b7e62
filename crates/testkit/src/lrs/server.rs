//! The store over TLS, on this computer, and what it has heard.

use std::{
    io::{Read, Write},
    net::{TcpListener, TcpStream},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    thread::JoinHandle,
    time::Duration,
};

use eighteen_deliver::Reply;
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair, KeyUsagePurpose};
use rustls::{
    ServerConfig, ServerConnection, StreamOwned,
    pki_types::{CertificateDer, PrivatePkcs8KeyDer},
};

/// A certificate authority of one's own.
pub struct Authority {
    issuer: CertifiedIssuer<'static, KeyPair>,
}

impl Authority {
    /// A new one.
    ///
    /// # Panics
    /// When no key can be made.
    pub fn new() -> Self {
        let mut params = CertificateParams::new(Vec::new()).expect("no names");
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::DigitalSignature];
        params.distinguished_name.push(rcgen::DnType::CommonName, "Tests of Eighteen Days");
        let key = KeyPair::generate().expect("a key");
        Self { issuer: CertifiedIssuer::self_signed(params, key).expect("a certificate") }
    }

    /// Its own certificate, in DER.
    pub fn root(&self) -> Vec<u8> {
        self.issuer.der().to_vec()
    }

    /// Its own certificate, in PEM.
    pub fn root_pem(&self) -> String {
        self.issuer.pem()
    }

    /// What a server for these names needs; an expired one ended in 2020.
    ///
    /// # Panics
    /// When no key can be made.
    pub fn server_for(&self, names: &[&str], expired: bool) -> Arc<ServerConfig> {
        let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        let mut params = CertificateParams::new(names).expect("names");
        params.not_before = rcgen::date_time_ymd(2019, 1, 1);
        params.not_after = rcgen::date_time_ymd(if expired { 2020 } else { 2040 }, 1, 1);
        let key = KeyPair::generate().expect("a key");
        let certificate = params.signed_by(&key, &self.issuer).expect("a certificate");
        config(certificate.der().clone(), &key)
    }

    /// The same, signed by nobody but itself.
    ///
    /// # Panics
    /// When no key can be made.
    pub fn alone(names: &[&str]) -> Arc<ServerConfig> {
        let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        let key = KeyPair::generate().expect("a key");
        let params = CertificateParams::new(names).expect("names");
        let certificate = params.self_signed(&key).expect("a certificate");
        config(certificate.der().clone(), &key)
    }
}

impl Default for Authority {
    fn default() -> Self {
        Self::new()
    }
}

fn config(certificate: CertificateDer<'static>, key: &KeyPair) -> Arc<ServerConfig> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let key = PrivatePkcs8KeyDer::from(key.serialize_der()).into();
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .expect("versions")
        .with_no_client_auth()
        .with_single_cert(vec![certificate], key)
        .expect("certificate and key belong together");
    Arc::new(config)
}

/// A request as it came.
#[derive(Debug, Clone)]
pub struct Request {
    /// `POST` or `GET`.
    pub method: String,
    /// With its query.
    pub path: String,
    /// Everything before the body.
    pub head: String,
    /// The body.
    pub body: Vec<u8>,
}

/// What the server does about a request.
pub enum Said {
    /// Answers.
    Reply(Reply),
    /// Answers with these bytes, one after another after so many milliseconds, and hangs up.
    Bytes(Vec<u8>, u64),
    /// Hangs up.
    Nothing,
}

/// A server on this computer. Ends when it is dropped.
pub struct Server {
    port: u16,
    heard: Arc<Mutex<Vec<u8>>>,
    ended: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Serves over TLS. Each connection serves one request after another.
    ///
    /// # Panics
    /// When there is no port.
    pub fn start(
        config: Arc<ServerConfig>,
        serve: impl FnMut(&Request) -> Said + Send + 'static,
    ) -> Self {
        let serve = Arc::new(Mutex::new(serve));
        Self::accepting(move |stream, heard| {
            let (config, serve) = (Arc::clone(&config), Arc::clone(&serve));
            let heard = Arc::clone(heard);
            std::thread::spawn(move || {
                let Ok(session) = ServerConnection::new(config) else { return };
                let mut tls = StreamOwned::new(session, stream);
                while let Some(request) = read_request(&mut tls) {
                    heard
                        .lock()
                        .unwrap_or_else(PoisonError::into_inner)
                        .extend(request.head.bytes());
                    let said = (serve.lock().unwrap_or_else(PoisonError::into_inner))(&request);
                    if !say(&mut tls, said) {
                        break;
                    }
                }
                tls.conn.send_close_notify();
                let _ = tls.flush();
            });
        })
    }

    /// Says these bytes to whoever connects, without TLS, and listens for a moment.
    ///
    /// # Panics
    /// When there is no port.
    pub fn raw(bytes: Vec<u8>) -> Self {
        Self::accepting(move |mut stream, heard| {
            let mut first = [0; 4_096];
            let _ = stream.read(&mut first);
            let _ = stream.write_all(&bytes);
            let _ = stream.set_read_timeout(Some(Duration::from_millis(300)));
            let mut more = Vec::new();
            let _ = stream.read_to_end(&mut more);
            heard.lock().unwrap_or_else(PoisonError::into_inner).extend(more);
        })
    }

    fn accepting(mut work: impl FnMut(TcpStream, &Arc<Mutex<Vec<u8>>>) + Send + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let (heard, ended) = (Arc::new(Mutex::new(Vec::new())), Arc::new(AtomicBool::new(false)));
        let (for_thread, until) = (Arc::clone(&heard), Arc::clone(&ended));
        let thread = std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if until.load(Ordering::Acquire) {
                    break;
                }
                let _ = stream.set_nodelay(true);
                let _ = stream.set_read_timeout(Some(Duration::from_secs(20)));
                work(stream, &for_thread);
            }
        });
        Self { port, heard, ended, thread: Some(thread) }
    }

    /// Where it is.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// The heads of all requests, or what came without TLS.
    pub fn heard(&self) -> String {
        let heard = self.heard.lock().unwrap_or_else(PoisonError::into_inner);
        String::from_utf8_lossy(&heard).into_owned()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.ended.store(true, Ordering::Release);
        let _ = TcpStream::connect(("127.0.0.1", self.port));
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// What a store of the model says to a request.
pub fn sent_by(lrs: &mut super::Lrs, request: &Request) -> Said {
    let id = request.path.split_once("statementId=").map(|(_, id)| id);
    Said::Reply(match (request.method.as_str(), id) {
        ("POST", _) => lrs.post(&request.body),
        (_, Some(id)) => lrs.ask(id),
        _ if request.path.contains("ascending=true") || request.path.contains("/more?") => {
            lrs.list(&request.path)
        }
        _ => lrs.knock(),
    })
}

fn read_request(stream: &mut impl Read) -> Option<Request> {
    let mut head = Vec::new();
    let mut byte = [0];
    while !head.ends_with(b"\r\n\r\n") {
        stream.read_exact(&mut byte).ok()?;
        head.push(byte[0]);
    }
    let head = String::from_utf8(head).ok()?;
    let mut words = head.split(' ');
    let (method, path) = (words.next()?.to_owned(), words.next()?.to_owned());
    let length = head.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        let is_length = name.eq_ignore_ascii_case("content-length");
        is_length.then(|| value.trim().parse::<usize>().ok())?
    });
    let mut body = vec![0; length.unwrap_or(0)];
    stream.read_exact(&mut body).ok()?;
    Some(Request { method, path, head, body })
}

/// Whether the connection goes on.
fn say(stream: &mut impl Write, said: Said) -> bool {
    match said {
        Said::Nothing | Said::Reply(Reply::Lost(_)) => false,
        Said::Bytes(bytes, pause) => {
            for byte in bytes {
                if stream.write_all(&[byte]).and_then(|()| stream.flush()).is_err() {
                    break;
                }
                std::thread::sleep(Duration::from_millis(pause));
            }
            false
        }
        Said::Reply(Reply::Answer { status, retry_after, body }) => {
            let wish = retry_after.map(|seconds| format!("Retry-After: {seconds}\r\n"));
            let head = format!(
                "HTTP/1.1 {status} X\r\nContent-Length: {}\r\n{}\r\n",
                body.len(),
                wish.unwrap_or_default()
            );
            let head = if status == 204 { head.replace("Content-Length: 0\r\n", "") } else { head };
            stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(&body)).is_ok()
                && stream.flush().is_ok()
        }
    }
}
