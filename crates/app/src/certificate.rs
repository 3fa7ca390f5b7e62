//! Certificates: of each module whose check was passed, and of the final assessment.

use eighteen_exchange::{Certificate, CertificateWords, PaperError, unprintable};
use eighteen_store::{AttemptRow, LearnerRow};

use crate::{
    App, ErrorCode, UserError,
    app::Who,
    course::{Course, count},
    error::not_found,
    home::Progress,
    wire::{
        certificate::{CertificateEntry, Certificates, PaperWords, PassedCheck, SaveCertificate},
        trainer::Exported,
    },
};

/// Something that can be passed: a module's check or the final assessment.
struct Passable<'a> {
    module: Option<&'a eighteen_pack::Module>,
    quiz_id: &'a str,
    title: &'a str,
}

impl App {
    /// What there are certificates of, and what is still missing.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn certificates(&self) -> Result<Certificates, UserError> {
        let course = self.course()?;
        let (learner, progress) = self.certified()?;
        let name = learner.and_then(|learner| learner.name);
        let entries = passable(course).map(|one| entry(course, &progress, &one, name.as_deref()));
        let missing = unprintable(&name.as_deref().unwrap_or_default().replace(' ', ""));
        Ok(Certificates {
            entries: entries.collect(),
            unprintable: missing.into_iter().map(String::from).collect(),
            name,
        })
    }

    /// Writes a certificate as PDF where the person says; nothing when they cancel.
    ///
    /// # Errors
    /// `NotFound` before it is passed, `NameInvalid` without a name or with letters that no font of the
    /// certificate has, `FileNotWritable` with the path.
    pub fn save_certificate(&self, args: SaveCertificate) -> Result<Option<Exported>, UserError> {
        let course = self.course()?;
        let (learner, progress) = self.certified()?;
        let name = learner.and_then(|learner| learner.name);
        let name =
            name.ok_or_else(|| UserError::new(ErrorCode::NameInvalid, "there is no name"))?;
        let wanted = args.module_id.as_deref();
        let one = passable(course)
            .find(|one| one.module.map(|module| module.id.as_str()) == wanted)
            .ok_or_else(|| not_found("certificate", wanted.unwrap_or("assessment")))?;
        let passed =
            first_passed(&progress, &one).ok_or_else(|| not_found("passed check", one.quiz_id))?;
        let certificate = certificate(course, &one, passed, &name);
        let words = words(args.words, passed.pack_version, &certificate.issuer);
        self.save_file("eighteen-days-certificate", "pdf", 1, || {
            certificate.to_pdf(&words).map_err(|error| match error {
                PaperError::Unprintable(_) => {
                    UserError::new(ErrorCode::NameInvalid, error.to_string())
                }
                PaperError::Failed(_) => UserError::new(ErrorCode::Internal, error.to_string()),
            })
        })
    }

    /// Who the certificates are for, and what was done.
    fn certified(&self) -> Result<(Option<LearnerRow>, Progress), UserError> {
        let course = self.course()?;
        let Who::Learner(id) = self.who().clone() else { return Ok((None, Progress::default())) };
        self.read(|reader| Ok((reader.learner(&id)?, Progress::read(reader, course, &id)?)))
    }
}

fn passable(course: &Course) -> impl Iterator<Item = Passable<'_>> {
    let modules = course.pack.modules.iter().map(|module| Passable {
        module: Some(module),
        quiz_id: &module.quiz.id,
        title: &module.title,
    });
    let assessment = course.pack.assessment.iter().map(|assessment| Passable {
        module: None,
        quiz_id: &assessment.id,
        title: &assessment.title,
    });
    modules.chain(assessment)
}

fn entry(
    course: &Course,
    progress: &Progress,
    one: &Passable<'_>,
    name: Option<&str>,
) -> CertificateEntry {
    let steps = one.module.map_or(0, |module| count(module.steps.len()));
    let done = one.module.map_or(0, |module| {
        count(module.steps.iter().filter(|step| progress.steps_done.contains(&step.id)).count())
    });
    let passed = first_passed(progress, one).map(|passed| PassedCheck {
        passed_at: day_of(passed).to_owned(),
        version: passed.pack_version,
        code: name.map(|name| certificate(course, one, passed, name).code()),
    });
    CertificateEntry {
        module_id: one.module.map(|module| module.id.clone()),
        number: one.module.map(|module| module.number),
        title: one.title.to_owned(),
        steps,
        steps_done: done,
        passed,
    }
}

/// Passing again changes nothing: the day on the certificate is that of the first time.
fn first_passed<'a>(progress: &'a Progress, one: &Passable<'_>) -> Option<&'a AttemptRow> {
    let mut checks = progress.checks.iter().filter(|attempt| attempt.quiz_id == one.quiz_id);
    checks.find(|attempt| attempt.passed == Some(true))
}

fn certificate(
    course: &Course,
    one: &Passable<'_>,
    passed: &AttemptRow,
    name: &str,
) -> Certificate {
    let pack = &course.pack;
    Certificate {
        name: name.to_owned(),
        title: one.title.to_owned(),
        course: pack.title.clone(),
        version: passed.pack_version,
        passed_on: day_of(passed).to_owned(),
        issuer: pack.publisher.clone(),
    }
}

/// The day, in the time of the place where it was passed.
pub(crate) fn day_of(passed: &AttemptRow) -> &str {
    let at = passed.finished_at.as_deref().unwrap_or(&passed.started_at);
    at.get(..10).unwrap_or(at)
}

fn words(words: PaperWords, version: u32, issuer: &str) -> CertificateWords {
    CertificateWords {
        lang: words.lang,
        rtl: words.dir == "rtl",
        heading: words.heading,
        before_name: words.before_name,
        before_title: words.before_title,
        of_course: words.of_course,
        details: vec![
            (words.passed_on, words.day),
            (words.version, version.to_string()),
            (words.issuer, issuer.to_owned()),
        ],
        code_label: words.code,
        how: words.how,
    }
}
