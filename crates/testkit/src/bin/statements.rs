//! Statements of every kind, for judges that are not ours.
//!
//! `statements write FILE` writes them as one list. `statements drain PORT NAME PASSWORD VERSION` takes them to
//! a learning record store that listens on a port of this computer without TLS, as the app would: through
//! https, for which this program stands in front of the store. Then it asks for each and compares.

use std::{
    collections::BTreeMap,
    error::Error,
    io::{Read as _, Write as _},
    net::TcpStream,
    time::Duration,
};

use eighteen_deliver::{
    Address, Courier, Https, Line as _, Login, Outbox, Page, Pages, Reach, Reason, Reply, Roots,
    Turn, Version, Waiting, is_same,
};
use eighteen_exchange::xapi::{
    Asked, AskedQuestion, Ending, Form, Frame, Sitting, Verb, answered, ended, initialized,
};
use eighteen_pack::Item;
use eighteen_testkit::lrs::{Authority, Request, Said, Server};
use eighteen_training::{Order, Response, best_response, mark, order_of_parts};

/// Of so many statements one is asked for.
const SAMPLE: usize = 50;

fn main() -> Result<(), Box<dyn Error>> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let statements = statements()?;
    match words[..] {
        ["write", file] => {
            let whole: Vec<&str> = statements.iter().map(|one| one.statement.as_str()).collect();
            std::fs::write(file, format!("[{}]", whole.join(",\n")))?;
            println!("{} statements", whole.len());
            Ok(())
        }
        ["drain", port, name, password, version] => {
            drain(port.parse()?, name, password, version, statements)
        }
        _ => Err("statements write FILE | statements drain PORT NAME PASSWORD VERSION".into()),
    }
}

/// A check of every form with every question of the course, answered rightly and wrongly.
fn statements() -> Result<Vec<Waiting>, Box<dyn Error>> {
    let course = eighteen_app::Course::shipped()?;
    let pack = &course.pack;
    let mut made = Vec::new();
    let mut put = |make: &dyn Fn(&Frame<'_>) -> String| {
        let number = made.len() + 1;
        let id = format!("0198c1f2-0000-7000-8000-{number:012x}");
        let frame = Frame {
            id: &id,
            home_page: "https://lrs.example.org",
            account: "0198c1f2-aaaa-7000-8000-0000000000aa",
            timestamp: "2026-11-23T08:00:00.250Z",
            local_time: "2026-11-23T09:00:00.250+01:00",
            app_version: "0.1.0",
            pack_id: &pack.id,
            pack_version: pack.version,
            pack_hash: &pack.hash,
            pack_title: &pack.title,
            lang: &pack.lang,
        };
        let statement = make(&frame);
        made.push(Waiting { seq: i64::try_from(number).unwrap_or(i64::MAX), id, statement });
    };
    for (form, points) in [(Form::Check, 4.5), (Form::PreCheck, 0.0), (Form::Assessment, 10.0)] {
        let module = &pack.modules[0];
        let sitting = Sitting {
            attempt_id: "0198c1f2-bbbb-7000-8000-0000000000bb",
            form,
            module_id: &module.id,
            title: &module.title,
            quiz_id: &module.quiz.id,
            try_number: 2,
            of: 10,
            pass_points: 8,
        };
        put(&|frame| initialized(frame, &sitting));
        for item in pack.modules.iter().flat_map(|module| &module.quiz.items) {
            for response in [best_response(&item.body), another(item)] {
                let asked = Asked {
                    item,
                    position: 3,
                    response: &response,
                    score: mark(&item.body, &response)?.score,
                    confidence: Some("think"),
                    elapsed_ms: 61_239,
                };
                put(&|frame| answered(frame, &sitting, &asked));
            }
        }
        let passed = points >= 8.0;
        let asked: Vec<AskedQuestion> = module.quiz.items.iter().take(10).map(asked).collect();
        let ending = Ending {
            points,
            passed,
            elapsed_ms: 3_600_000,
            link: Some((7, &pack.hash)),
            began: "2026-11-23T08:00:00.250+01:00",
            answers: 12,
            seed: "18446744073709551615",
            asked: &asked,
        };
        let outcome = if passed { Verb::Passed } else { Verb::Failed };
        for verb in [Verb::Completed, outcome, Verb::Terminated] {
            put(&|frame| ended(frame, &sitting, verb, &ending));
        }
    }
    Ok(made)
}

fn asked(item: &Item) -> AskedQuestion {
    let Order { parts, targets } = order_of_parts(&item.body, true, 7);
    AskedQuestion { item: item.id.clone(), version: item.version, parts, targets }
}

/// An answer that is not the best one, as far as the type has one that is easily made.
fn another(item: &Item) -> Response {
    match best_response(&item.body) {
        Response::TrueFalse { value, .. } => Response::TrueFalse { value: !value, reason: None },
        Response::Multiple { .. } => Response::Multiple { choices: Vec::new() },
        Response::HotSpot { .. } => Response::HotSpot { spots: Vec::new() },
        Response::Ordering { mut order } => {
            order.reverse();
            Response::Ordering { order }
        }
        Response::Matching { mut pairs } => {
            pairs.pop();
            Response::Matching { pairs }
        }
        Response::Sorting { mut pairs } => {
            pairs.pop();
            Response::Sorting { pairs }
        }
        Response::Short { .. } => {
            Response::Short { text: "“What?” – I don’t\tknow…".to_owned() }
        }
        Response::Estimate { value } => Response::Estimate { value: value * 3.25 },
        best @ Response::Single { .. } => best,
    }
}

/// What waits, in memory.
struct Desk(Vec<Waiting>, Vec<(i64, Reason)>);

impl Outbox for Desk {
    type Error = std::convert::Infallible;

    fn waiting(
        &mut self,
        (after, up_to): (i64, i64),
        most: usize,
        _: usize,
    ) -> Result<Vec<Waiting>, Self::Error> {
        let between = self.0.iter().filter(|one| one.seq > after && one.seq <= up_to);
        Ok(between.take(most).cloned().collect())
    }

    fn delivered(&mut self, seqs: &[i64]) -> Result<(), Self::Error> {
        self.0.retain(|one| !seqs.contains(&one.seq));
        Ok(())
    }

    fn set_aside(&mut self, seq: i64, reason: &Reason) -> Result<(), Self::Error> {
        self.0.retain(|one| one.seq != seq);
        self.1.push((seq, reason.clone()));
        Ok(())
    }
}

fn drain(
    port: u16,
    name: &str,
    password: &str,
    version: &str,
    statements: Vec<Waiting>,
) -> Result<(), Box<dyn Error>> {
    let authority = Authority::new();
    let front = Server::start(authority.server_for(&["localhost"], false), move |request| {
        forward(port, request).map_or(Said::Nothing, Said::Reply)
    });
    let address = Address::parse(&format!("https://localhost:{}/xAPI", front.port()), true)?;
    let version = if version == "2.0.0" { Version::V2_0 } else { Version::V1_0_3 };
    let reach = Reach {
        roots: Roots::These(vec![authority.root()]),
        loopback: true,
        patience: Duration::from_mins(1),
    };
    let mut line = Https::new(&address, version, Login::new(name, password), &reach);
    let (mut courier, mut desk) = (Courier::default(), Desk(statements.clone(), Vec::new()));
    loop {
        match courier.turn(&mut desk, &mut line, Duration::ZERO, 0.5)? {
            Turn::Went => {}
            Turn::Nothing => break,
            Turn::Rest { .. } => return Err(format!("{:?}", courier.trouble()).into()),
        }
    }
    if !desk.1.is_empty() {
        return Err(format!("set aside: {:?}", desk.1).into());
    }
    let mut pages = Pages::new(address, None);
    let (mut back, mut read) = (BTreeMap::new(), 0);
    while pages.has_more() {
        match pages.turn(&mut line) {
            Page::Statements { statements, .. } => {
                read += 1;
                for one in statements {
                    back.insert(one["id"].as_str().unwrap_or_default().to_owned(), one);
                }
            }
            Page::Trouble { trouble, .. } => return Err(format!("reading: {trouble:?}").into()),
        }
    }
    for one in &statements {
        let came = back.get(&one.id).map(ToString::to_string).unwrap_or_default();
        if !is_same(one.statement.as_bytes(), came.as_bytes()) {
            return Err(format!("{} came back as {came:?}", one.id).into());
        }
    }
    // One by one it is asked for as well, but a store in files reads all of them to find one.
    let sample: Vec<&Waiting> = statements.iter().step_by(SAMPLE).collect();
    for one in &sample {
        match line.ask(&one.id) {
            Reply::Answer { status: 200, body, .. } if is_same(one.statement.as_bytes(), &body) => {
            }
            other => return Err(format!("{} came back as {other:?}", one.id).into()),
        }
    }
    println!(
        "{} statements went there and came back on {read} pages, {} one by one",
        statements.len(),
        sample.len()
    );
    Ok(())
}

/// The store's answer to a request.
fn forward(port: u16, request: &Request) -> Option<Reply> {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).ok()?;
    let head = request.head.replacen("\r\n", "\r\nConnection: close\r\n", 1);
    stream.write_all(head.as_bytes()).ok()?;
    // A store that refuses may answer before it has read everything, and hang up.
    let _ = stream.write_all(&request.body);
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer);
    let end = answer.windows(4).position(|four| four == b"\r\n\r\n")?;
    let head = String::from_utf8_lossy(&answer[..end]).into_owned();
    let status = head.split(' ').nth(1)?.parse().ok()?;
    Some(Reply::Answer { status, retry_after: None, body: answer[end + 4..].to_vec() })
}
