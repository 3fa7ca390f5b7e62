//! Makes a synthetic cohort in a trainer's store.
//!
//! `seed --people N --attempts M --data-dir D [--csv FILE] [--seed S]`. The passphrase of the store is taken from
//! `EIGHTEEN_PASSPHRASE`; a store that is not there is made with it. The CSV holds the same answers, one a row:
//! person, attempt, first (1 or 0), module, item, version, day (20261122), response (JSON; empty when left out),
//! mark (0 to 1; empty when left out), confidence, elapsed_ms.

use std::{
    fs::File,
    io::{BufWriter, Write},
    path::PathBuf,
};

use eighteen_app::{
    App, Cohort, CohortAnswer,
    wire::trainer::{Passphrase, TrainerDoor},
};
use eighteen_testkit::SaveTo;

const USAGE: &str = "usage: seed --people N --attempts M --data-dir D [--csv FILE] [--seed S]";

struct Asked {
    cohort: Cohort,
    data_dir: PathBuf,
    csv: Option<PathBuf>,
}

fn main() {
    let Some(asked) = asked() else {
        eprintln!("{USAGE}");
        std::process::exit(2);
    };
    if let Err(error) = make(&asked) {
        eprintln!("seed: {error}");
        std::process::exit(1);
    }
}

fn asked() -> Option<Asked> {
    let mut cohort = Cohort { people: 0, attempts: 0, seed: 1 };
    let (mut data_dir, mut csv) = (PathBuf::new(), None);
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        let value = words.next()?;
        match word.as_str() {
            "--people" => cohort.people = value.parse().ok()?,
            "--attempts" => cohort.attempts = value.parse().ok()?,
            "--seed" => cohort.seed = value.parse().ok()?,
            "--data-dir" => data_dir = value.into(),
            "--csv" => csv = Some(value.into()),
            _ => return None,
        }
    }
    let whole = cohort.people > 0 && cohort.attempts > 0 && data_dir != PathBuf::new();
    whole.then_some(Asked { cohort, data_dir, csv })
}

fn make(asked: &Asked) -> Result<(), Box<dyn std::error::Error>> {
    let passphrase = std::env::var("EIGHTEEN_PASSPHRASE")
        .map_err(|_| "set EIGHTEEN_PASSPHRASE to the passphrase of the store")?;
    std::fs::create_dir_all(&asked.data_dir)?;
    let app = App::open(&asked.data_dir, Box::new(SaveTo::nowhere()));
    let passphrase = Passphrase { passphrase };
    match app.trainer_door()? {
        TrainerDoor::None { .. } => app.create_trainer_store(passphrase)?,
        TrainerDoor::Locked { .. } | TrainerDoor::Open { .. } => app.unlock_trainer(passphrase)?,
    };
    let mut csv = match &asked.csv {
        Some(path) => Some(BufWriter::new(File::create(path)?)),
        None => None,
    };
    if let Some(csv) = &mut csv {
        let columns =
            "person,attempt,first,module,item,version,day,response,mark,confidence,elapsed_ms";
        writeln!(csv, "{columns}")?;
    }
    let (mut answers, mut failure) = (0_u64, None);
    app.make_cohort(asked.cohort, |answer| {
        answers += 1;
        if let Some(csv) = &mut csv
            && let Err(error) = row(csv, answer)
        {
            failure.get_or_insert(error);
        }
    })?;
    if let Some(error) = failure {
        return Err(error.into());
    }
    if let Some(csv) = &mut csv {
        csv.flush()?;
    }
    let Cohort { people, attempts, .. } = asked.cohort;
    println!("{people} people, {attempts} finished checks, {answers} answers");
    Ok(())
}

fn row(csv: &mut impl Write, answer: CohortAnswer<'_>) -> std::io::Result<()> {
    let response = answer.response.unwrap_or_default().replace('"', "\"\"");
    let mark = answer.mark.map(|mark| mark.to_string()).unwrap_or_default();
    let CohortAnswer { person, attempt, module_id, item_id, version, day, .. } = answer;
    let (first, confidence, ms) = (u8::from(answer.first), answer.confidence, answer.elapsed_ms);
    writeln!(
        csv,
        "{person},{attempt},{first},{module_id},{item_id},{version},{day},\"{response}\",{mark},{confidence},{ms}"
    )
}
