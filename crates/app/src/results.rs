//! Saving results for a trainer: whose key is trusted here, and the file that only that trainer opens.

use eighteen_exchange::{
    history::Link,
    results::{ToSave, write},
};
use eighteen_seal::PublicKey;
use eighteen_store::{Installation, Reader, TrainerRow};
use serde::{Deserialize, Serialize};

use crate::{
    App, ErrorCode, UserError,
    app::file_bytes,
    collect::{Harvest, harvest_of},
    course::{Course, count},
    error::not_found,
    history::{begin, history},
    identity::identity,
    wire::{
        results::{
            KnownTrainer, MyTrainers, OpenedTrainerKey, PublicKeyOf, SaveTrainerKey, TrainerKey,
            TrustKey,
        },
        trainer::Exported,
    },
};

const FORMAT: &str = "eighteen-days trainer 1";
/// What learners read as the trainer's name.
const KEY_NAME: &str = "key_name";
const LONGEST_NAME: usize = 80;
const LONGEST_KEY_FILE: usize = 4_096;

/// `trainer.e18k`: what a trainer gives to learners. Nothing in it is a secret. It is not signed: who could
/// change the file could sign it anew, and the six words are what two people compare.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct KeyFile {
    format: String,
    name: String,
    public_key: String,
    fingerprint: String,
}

impl App {
    /// The trainers that results can be saved for.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn my_trainers(&self) -> Result<MyTrainers, UserError> {
        self.read(trainers)
    }

    /// Asks for a trainer's key file and shows whose it says it is; nothing when the person cancels.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn open_trainer_key(&self) -> Result<Option<OpenedTrainerKey>, UserError> {
        let Some(path) = self.desktop.choose_open_path(&["e18k"]) else {
            return Ok(None);
        };
        let bytes = file_bytes(&path, LONGEST_KEY_FILE).unwrap_or_default();
        Ok(Some(match read_key(&bytes) {
            Some((key, name)) => OpenedTrainerKey::Found {
                public_key: key.hex(),
                name,
                fingerprint: key.fingerprint(),
            },
            None => OpenedTrainerKey::NotOne,
        }))
    }

    /// Trusts a trainer from now on.
    ///
    /// # Errors
    /// `NotFound` when it is no key, `NameInvalid` when it is no name.
    pub fn trust_trainer_key(&self, args: TrustKey) -> Result<MyTrainers, UserError> {
        let key = PublicKey::from_hex(&args.public_key);
        let key = key.ok_or_else(|| not_found("key", &args.public_key))?;
        let name = one_line(&args.name)?;
        let now = self.now().rfc3339();
        self.write(|writer| {
            let known = writer.reader().trainer(&key.hex())?;
            writer.put_trainer(&TrainerRow {
                public_key: key.hex(),
                name,
                file_number: known.map_or(0, |known| known.file_number),
                trusted_at: now,
            })?;
            trainers(&writer.reader())
        })
    }

    /// Writes this learner's results for a trainer where the person says; nothing when they cancel.
    ///
    /// # Errors
    /// `NotFound` when the trainer is not trusted here, or `FileNotWritable` with the path.
    pub fn save_results(&self, args: PublicKeyOf) -> Result<Option<Exported>, UserError> {
        let learner_id = self.learner_id()?;
        let mut prepared = self.prepare_results(&learner_id, &args.public_key)?;
        // The name tells when, and nothing of who: names of files are read by everybody with the folder.
        let name = format!("eighteen-days-results-{}", prepared.device());
        let checks = prepared.checks;
        self.save_file(&name, "e18r", checks, || prepared.bytes())
    }

    /// Everything for a file of a learner's results, which only this trainer opens.
    pub(crate) fn prepare_results(
        &self,
        learner_id: &str,
        trainer_key: &str,
    ) -> Result<Prepared, UserError> {
        let course = self.course()?;
        let trainer = self.read(|reader| Ok(reader.trainer(trainer_key)?))?;
        let trainer = trainer.ok_or_else(|| not_found("trainer", trainer_key))?;
        let to = PublicKey::from_hex(&trainer.public_key)
            .ok_or_else(|| not_found("key", &trainer.public_key))?;
        let installation = self.installation()?;
        let device = installation.identity().public().hex();
        let now = self.now();
        self.write_aside(|writer| begin(writer, learner_id, None, &device, now))?;
        let (links, harvest) = self.read(|reader| {
            Ok((history(reader, learner_id)?, harvest_for_file(reader, course, learner_id)?))
        })?;
        Ok(Prepared {
            checks: count(harvest.attempts.len()),
            body: serde_json::to_string(&harvest)?,
            learner_id: learner_id.to_owned(),
            made_at: now.rfc3339(),
            installation,
            device,
            links,
            to,
        })
    }

    /// The key by which learners know this trainer.
    ///
    /// # Errors
    /// `TrainerLocked` when the trainer's store is not open.
    pub fn trainer_key(&self) -> Result<TrainerKey, UserError> {
        let store = self.trainer_store()?;
        let fingerprint = identity(&store)?.public().fingerprint();
        let name = store.read(|reader| Ok::<_, UserError>(reader.setting(KEY_NAME)?))?;
        Ok(TrainerKey { name: name.unwrap_or_default(), fingerprint })
    }

    /// Writes the key file for learners where the person says; nothing when they cancel.
    ///
    /// # Errors
    /// `TrainerLocked`, `NameInvalid`, or `FileNotWritable` with the path.
    pub fn save_trainer_key(&self, args: SaveTrainerKey) -> Result<Option<Exported>, UserError> {
        let store = self.trainer_store()?;
        let name = one_line(&args.name)?;
        store.write(|writer| Ok::<_, UserError>(writer.set_setting(KEY_NAME, &name)?))?;
        let public = identity(&store)?.public();
        let file = KeyFile {
            format: FORMAT.to_owned(),
            name,
            public_key: public.hex(),
            fingerprint: public.fingerprint(),
        };
        self.save_file("eighteen-days-trainer", "e18k", 1, || Ok(serde_json::to_vec_pretty(&file)?))
    }
}

/// Everything for a result file that has no number yet.
pub(crate) struct Prepared {
    /// Finished checks in it.
    pub(crate) checks: u32,
    learner_id: String,
    made_at: String,
    installation: Installation,
    device: String,
    links: Vec<Link>,
    body: String,
    to: PublicKey,
}

impl Prepared {
    /// The beginning of the installation's key, for names of files.
    pub(crate) fn device(&self) -> String {
        self.device.chars().take(6).collect()
    }

    /// The file, with the next number.
    pub(crate) fn bytes(&mut self) -> Result<Vec<u8>, UserError> {
        let save = ToSave {
            learner_id: &self.learner_id,
            number: self.installation.next_number()?,
            made_at: &self.made_at,
            links: &self.links,
            body: &self.body,
        };
        write(&save, self.installation.identity(), &self.to)
            .map_err(|error| UserError::new(ErrorCode::Internal, error.to_string()))
    }
}

/// What is collected of this learner, as far as it is finished.
fn harvest_for_file(
    reader: &Reader<'_>,
    course: &Course,
    learner_id: &str,
) -> Result<Harvest, UserError> {
    let learner = reader.learner(learner_id)?.ok_or_else(|| not_found("learner", learner_id))?;
    let mut harvest = Harvest::default();
    harvest_of(reader, course, learner, &mut harvest)?;
    harvest.keep_attempts(|attempt| attempt.finished_at.is_some());
    Ok(harvest)
}

pub(crate) fn trainers(reader: &Reader<'_>) -> Result<MyTrainers, UserError> {
    let rows = reader.trainers()?.into_iter().filter_map(|row| {
        let fingerprint = PublicKey::from_hex(&row.public_key)?.fingerprint();
        let TrainerRow { public_key, name, file_number: _, trusted_at } = row;
        Some(KnownTrainer { public_key, name, fingerprint, trusted_at })
    });
    Ok(MyTrainers { trainers: rows.collect() })
}

fn read_key(bytes: &[u8]) -> Option<(PublicKey, String)> {
    let file: KeyFile = serde_json::from_slice(bytes).ok()?;
    let key = PublicKey::from_hex(&file.public_key)?;
    let same = file.format == FORMAT && file.fingerprint == key.fingerprint();
    let name = one_line(&file.name).ok()?;
    same.then_some((key, name))
}

fn one_line(name: &str) -> Result<String, UserError> {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let length = name.chars().count();
    if (1..=LONGEST_NAME).contains(&length) && !name.chars().any(char::is_control) {
        return Ok(name);
    }
    Err(UserError::new(ErrorCode::NameInvalid, format!("a name of {length} characters")))
}
