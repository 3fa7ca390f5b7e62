//! The evidence pack: a folder that an auditor checks without this app, with `sha256sum` and `minisign`.

use std::path::Path;

use eighteen_exchange::{Certificate, Table};
use eighteen_seal::to_hex;
use eighteen_store::{AttemptKind, AttemptRow, PersonRow, write_folder_beside};
use sha2::{Digest as _, Sha256};

use crate::{
    App, UserError,
    certificate::day_of,
    course::{Course, count},
    identity::identity,
    taking::{in_one_file, placed},
    wire::{
        taking::{FileForm, TakeEvidence},
        trainer::Exported,
    },
};

/// The text for the auditor. In English, like the programs that it names.
const README: &str = include_str!("evidence.txt");
/// The file that the others are listed in.
const SUMS: &str = "SHA256SUMS";

impl App {
    /// Writes the evidence pack as a folder where the person says; nothing when they cancel.
    ///
    /// # Errors
    /// `TrainerLocked`, `PersonsNotShown`, or `FileNotWritable` with the path when something stands there already.
    pub fn take_evidence(&self, args: TakeEvidence) -> Result<Option<Exported>, UserError> {
        let files = self.evidence(&args)?;
        let name = format!("eighteen-days-evidence-{}", crate::clock::day(self.now().day()));
        let Some(path) = self.desktop.choose_save_path(&name) else { return Ok(None) };
        self.place_evidence(&path, files).map(Some)
    }

    /// Writes the evidence pack as a folder.
    ///
    /// # Errors
    /// As [`Self::take_evidence`].
    pub fn evidence_to(&self, args: &TakeEvidence, path: &Path) -> Result<Exported, UserError> {
        let files = self.evidence(args)?;
        self.place_evidence(path, files)
    }

    fn place_evidence(&self, path: &Path, files: Evidence) -> Result<Exported, UserError> {
        write_folder_beside(path, &files.files).map_err(|error| placed(path, error))?;
        self.was_taken(path);
        Ok(Exported { path: path.display().to_string(), rows: files.rows })
    }

    fn evidence(&self, args: &TakeEvidence) -> Result<Evidence, UserError> {
        self.persons_shown()?;
        self.collect()?;
        let course = self.course()?;
        let store = self.trainer_store()?;
        let finished = store.read(|reader| {
            let mut finished = Vec::new();
            // Made-up people have completed nothing.
            for person in reader.people()?.into_iter().filter(|person| !person.sample) {
                let attempts = reader.attempts_of(&person.id, AttemptKind::Check)?;
                let done = attempts.into_iter().filter(|attempt| attempt.finished_at.is_some());
                let done = done.map(|attempt| {
                    let unsigned = reader.is_unsigned(&attempt.id)?;
                    Ok((attempt, unsigned))
                });
                finished.push((person, done.collect::<Result<Vec<_>, UserError>>()?));
            }
            Ok::<_, UserError>(finished)
        })?;
        let questions = store.read(|reader| {
            let all = finished.iter().flat_map(|(_, attempts)| attempts);
            all.map(|(attempt, _)| Ok(count(reader.attempt_items(&attempt.id)?.len())))
                .collect::<Result<Vec<u32>, UserError>>()
        })?;
        let table = completions(course, &finished, &questions, args.names);
        let identity = identity(&store)?;
        let made = self.now().rfc3339();
        let people = finished.iter().filter(|(_, attempts)| !attempts.is_empty()).count();
        let comment = format!("evidence of {made}, {} checks", table.rows.len());
        let key = identity.minisign_key("Eighteen Days, the key of a trainer's store");
        let readme = README
            .replace("{made}", &made)
            .replace("{words}", &identity.public().fingerprint())
            .replace("{comment}", &comment)
            .replace("{key}", key.lines().nth(1).unwrap_or_default())
            .replace("{people}", &people.to_string())
            .replace("{checks}", &table.rows.len().to_string());
        let rows = count(table.rows.len());
        let mut files = vec![
            ("README.txt".to_owned(), readme.into_bytes()),
            ("completions.csv".to_owned(), in_one_file(self, FileForm::Csv, &table)?),
            ("completions.json".to_owned(), in_one_file(self, FileForm::Json, &table)?),
        ];
        let lines: Vec<String> = files
            .iter()
            .map(|(name, bytes)| format!("{}  {name}\n", to_hex(&Sha256::digest(bytes))))
            .collect();
        let sums = lines.concat();
        let signature = identity.minisign(sums.as_bytes(), &comment);
        files.push((SUMS.to_owned(), sums.into_bytes()));
        files.push((format!("{SUMS}.minisig"), signature.into_bytes()));
        files.push(("signer.pub".to_owned(), key.into_bytes()));
        Ok(Evidence { files, rows })
    }
}

/// The files of the folder.
struct Evidence {
    files: Vec<(String, Vec<u8>)>,
    rows: u32,
}

/// One row for each finished check.
fn completions(
    course: &Course,
    finished: &[(PersonRow, Vec<(AttemptRow, bool)>)],
    questions: &[u32],
    names: bool,
) -> Table {
    let all = finished
        .iter()
        .flat_map(|(person, attempts)| attempts.iter().map(move |attempt| (person, attempt)));
    let rows = all.zip(questions).map(|((person, (attempt, unsigned)), questions)| {
        let module = course.pack.modules.iter().find(|module| module.quiz.id == attempt.quiz_id);
        let name = person.name.clone().filter(|_| names);
        let title = title(course, attempt);
        vec![
            person.id.as_str().into(),
            name.clone().into(),
            module.map(|module| module.number).into(),
            title.as_str().into(),
            attempt.try_number.into(),
            attempt.pack_version.into(),
            attempt.pack_hash.as_str().into(),
            attempt.points.into(),
            attempt.pass_points.into(),
            (*questions).into(),
            if attempt.passed == Some(true) { "yes" } else { "no" }.into(),
            attempt.started_at.as_str().into(),
            attempt.finished_at.clone().into(),
            if *unsigned { "yes" } else { "no" }.into(),
            name.filter(|_| attempt.passed == Some(true))
                .map(|name| code(course, attempt, name, title))
                .into(),
        ]
    });
    Table {
        columns: vec![
            "person_id",
            "name",
            "module_number",
            "module",
            "try",
            "course_version",
            "course_hash",
            "points",
            "pass_points",
            "questions",
            "passed",
            "started_at",
            "finished_at",
            "from_record_store",
            "certificate_code",
        ],
        rows: rows.collect(),
    }
}

/// What the check was of: a module, the assessment, or what is no longer in the course, by its id.
fn title(course: &Course, attempt: &AttemptRow) -> String {
    let pack = &course.pack;
    let module = pack.modules.iter().find(|module| module.quiz.id == attempt.quiz_id);
    let assessment = pack.assessment.iter().find(|one| one.id == attempt.quiz_id);
    let title = module.map(|one| &one.title).or(assessment.map(|one| &one.title));
    title.unwrap_or(&attempt.quiz_id).clone()
}

/// The code that a certificate of this check would have.
fn code(course: &Course, attempt: &AttemptRow, name: String, title: String) -> String {
    let certificate = Certificate {
        name,
        title,
        course: course.pack.title.clone(),
        version: attempt.pack_version,
        passed_on: day_of(attempt).to_owned(),
        issuer: course.pack.publisher.clone(),
    };
    certificate.code()
}
