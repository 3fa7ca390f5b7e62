//! The way to a store over https. Nothing is sent before the store has proved who it is; a redirect is not
//! followed; there is no switch that lets a certificate pass.

use std::{io::ErrorKind, sync::Arc, time::Duration};

use base64::{Engine as _, prelude::BASE64_STANDARD};
use chrono::DateTime;
use ureq::{
    Agent, Body, Error,
    config::Config,
    http::{HeaderMap, Response, Uri},
    tls::{Certificate, RootCerts, TlsConfig},
    unversioned::{
        resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver},
        transport::{DefaultConnector, NextTimeout},
    },
};
use zeroize::Zeroizing;

use crate::{
    address::{Address, AddressFault, is_refused},
    courier::Line,
    pages::Source,
    reply::{Loss, Reply},
};

const TO_CONNECT: Duration = Duration::from_secs(10);
const ALTOGETHER: Duration = Duration::from_mins(1);
/// Longest answer that is read.
const LONGEST_ANSWER: u64 = 1 << 20;
/// Longest page of statements: some stores give more than they are asked for.
const LONGEST_PAGE: u64 = 1 << 24;

/// The version of xAPI that is spoken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Version {
    /// 1.0.3, which almost every store speaks.
    V1_0_3,
    /// 2.0.0 (IEEE 9274.1.1).
    V2_0,
}

impl Version {
    /// As it stands in the header.
    pub fn header(self) -> &'static str {
        match self {
            Self::V1_0_3 => "1.0.3",
            Self::V2_0 => "2.0.0",
        }
    }
}

/// Whose certificates are trusted.
#[derive(Debug, Clone)]
pub enum Roots {
    /// Those that this computer trusts.
    OfThisComputer,
    /// These alone, in DER. For tests.
    These(Vec<Vec<u8>>),
}

/// How far we go for a store.
#[derive(Debug, Clone)]
pub struct Reach {
    /// Whose certificates are trusted.
    pub roots: Roots,
    /// The store may be on this computer, which only tests need.
    pub loopback: bool,
    /// The longest that a request takes.
    pub patience: Duration,
}

impl Default for Reach {
    fn default() -> Self {
        Self { roots: Roots::OfThisComputer, loopback: false, patience: ALTOGETHER }
    }
}

/// Name and password at a store. Has no `Debug` that shows either.
#[derive(Clone)]
pub struct Login {
    header: Zeroizing<String>,
}

impl Login {
    /// Of a name and a password.
    pub fn new(name: &str, secret: &str) -> Self {
        let pair = Zeroizing::new(format!("{name}:{secret}"));
        let coded = Zeroizing::new(BASE64_STANDARD.encode(pair.as_bytes()));
        Self { header: Zeroizing::new(format!("Basic {}", *coded)) }
    }
}

/// A store over https.
pub struct Https {
    agent: Agent,
    statements: String,
    version: Version,
    login: Login,
}

impl Https {
    /// The way to the store at an address.
    pub fn new(address: &Address, version: Version, login: Login, reach: &Reach) -> Self {
        let resolver = Careful {
            store: address.host().to_owned(),
            loopback: reach.loopback,
            system: DefaultResolver::default(),
        };
        let agent = Agent::with_parts(config(reach), DefaultConnector::default(), resolver);
        Self { agent, statements: format!("{}/statements", address.as_str()), version, login }
    }

    fn get(&self, query: &str) -> Reply {
        self.get_whole(&format!("{}?{query}", self.statements), LONGEST_ANSWER)
    }

    fn get_whole(&self, url: &str, most: u64) -> Reply {
        let request = self
            .agent
            .get(url)
            .header("Authorization", self.login.header.as_str())
            .header("X-Experience-API-Version", self.version.header())
            .header("Accept", "application/json");
        read(request.call(), most)
    }
}

impl Source for Https {
    fn read(&mut self, url: &str) -> Reply {
        self.get_whole(url, LONGEST_PAGE)
    }
}

impl Line for Https {
    fn post(&mut self, statements: &[u8]) -> Reply {
        let request = self
            .agent
            .post(&self.statements)
            .header("Authorization", self.login.header.as_str())
            .header("X-Experience-API-Version", self.version.header())
            .header("Content-Type", "application/json")
            .header("Accept", "application/json");
        read(request.send(statements), LONGEST_ANSWER)
    }

    fn ask(&mut self, id: &str) -> Reply {
        self.get(&format!("statementId={id}"))
    }

    fn knock(&mut self) -> Reply {
        self.get("limit=1")
    }
}

fn config(reach: &Reach) -> Config {
    let roots = match &reach.roots {
        Roots::OfThisComputer => RootCerts::PlatformVerifier,
        Roots::These(certificates) => {
            let certificates = certificates.iter();
            let owned = certificates.map(|der| Certificate::from_der(der).to_owned());
            RootCerts::Specific(Arc::new(owned.collect()))
        }
    };
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let tls = TlsConfig::builder().root_certs(roots).unversioned_rustls_crypto_provider(provider);
    Agent::config_builder()
        .https_only(true)
        .http_status_as_error(false)
        .max_redirects(0)
        .max_redirects_will_error(false)
        .timeout_resolve(Some(TO_CONNECT))
        .timeout_connect(Some(TO_CONNECT))
        .timeout_global(Some(reach.patience))
        .max_idle_age(Duration::from_secs(5))
        .user_agent(concat!("eighteen-days/", env!("CARGO_PKG_VERSION")))
        .tls_config(tls.build())
        .build()
}

/// Looks at every address that a name leads to, at the moment of connecting: a name that was harmless
/// when it was typed may lead to this computer now.
#[derive(Debug)]
struct Careful {
    store: String,
    loopback: bool,
    system: DefaultResolver,
}

impl Resolver for Careful {
    fn resolve(
        &self,
        uri: &Uri,
        config: &Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, Error> {
        // A name that leads nowhere comes as a fault of the system's, in words.
        let found = self.system.resolve(uri, config, timeout).map_err(|error| match error {
            Error::Io(_) => Error::HostNotFound,
            other => other,
        })?;
        let host = uri.host().unwrap_or_default();
        let host = host.trim_start_matches('[').trim_end_matches(']').trim_end_matches('.');
        // A proxy may well be on this computer. It gets the name of the store and nothing that is secret.
        let is_store = host.eq_ignore_ascii_case(&self.store);
        if is_store && found.iter().any(|address| is_refused(address.ip(), self.loopback)) {
            return Err(Error::Other(Box::new(AddressFault::Refused)));
        }
        Ok(found)
    }
}

fn read(outcome: Result<Response<Body>, Error>, most: u64) -> Reply {
    let response = match outcome {
        Ok(response) => response,
        Err(error) => return Reply::Lost(loss(&error)),
    };
    let status = response.status().as_u16();
    let retry_after = retry_after(response.headers());
    let body = response.into_body().into_with_config().limit(most).read_to_vec();
    match body {
        Ok(body) => Reply::Answer { status, retry_after, body },
        Err(error) => Reply::Lost(loss(&error)),
    }
}

/// In seconds. A moment counts from the store's own clock, for ours may be wrong.
fn retry_after(headers: &HeaderMap) -> Option<u64> {
    let text = |name| headers.get(name)?.to_str().ok().map(str::trim);
    let asked = text("retry-after")?;
    if let Ok(seconds) = asked.parse() {
        return Some(seconds);
    }
    let moment = |text| DateTime::parse_from_rfc2822(text).ok();
    let wait = moment(asked)? - moment(text("date")?)?;
    Some(u64::try_from(wait.num_seconds()).unwrap_or(0))
}

fn loss(error: &Error) -> Loss {
    match error {
        Error::Rustls(_) | Error::Tls(_) | Error::TlsRequired | Error::RequireHttpsOnly(_) => {
            Loss::NotSafe
        }
        Error::Timeout(_) => Loss::TooSlow,
        Error::HostNotFound | Error::ConnectionFailed => Loss::NoConnection,
        Error::ConnectProxyFailed(_) | Error::InvalidProxyUrl => Loss::Proxy,
        Error::Other(_) => Loss::Address,
        Error::Io(error)
            if error
                .get_ref()
                .is_some_and(<dyn std::error::Error + Send + Sync>::is::<rustls::Error>) =>
        {
            Loss::NotSafe
        }
        Error::Io(error) => match error.kind() {
            ErrorKind::TimedOut | ErrorKind::WouldBlock => Loss::TooSlow,
            ErrorKind::ConnectionRefused
            | ErrorKind::HostUnreachable
            | ErrorKind::NetworkUnreachable
            | ErrorKind::NetworkDown
            | ErrorKind::AddrNotAvailable
            | ErrorKind::NotFound => Loss::NoConnection,
            _ => Loss::Broken,
        },
        _ => Loss::Broken,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &str)]) -> HeaderMap {
        pairs.iter().map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap())).collect()
    }

    #[test]
    fn a_wish_to_be_left_alone_is_read_in_both_forms() {
        let date = ("date", "Mon, 23 Nov 2026 08:00:00 GMT");
        for (asked, seconds) in [
            ("120", Some(120)),
            (" 0 ", Some(0)),
            ("Mon, 23 Nov 2026 08:01:30 GMT", Some(90)),
            ("Mon, 23 Nov 2026 07:00:00 GMT", Some(0)),
            ("soon", None),
            ("-1", None),
        ] {
            assert_eq!(retry_after(&headers(&[("retry-after", asked), date])), seconds, "{asked}");
        }
        let alone = [("retry-after", "Mon, 23 Nov 2026 08:01:30 GMT")];
        assert_eq!(retry_after(&headers(&alone)), None, "without the store's clock");
        assert_eq!(retry_after(&headers(&[date])), None);
    }
}
