//! Settings, About, and what the page noticed.

use eighteen_store::Reader;

use crate::{
    App, UserError,
    course::count,
    policy::Rules,
    wire::settings::{About, PageProblem, Settings},
};

const KEY: &str = "settings";

impl App {
    /// Saves the settings of this computer and gives them back.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub fn save_settings(&self, args: Settings) -> Result<Settings, UserError> {
        let settings = Settings { text_percent: args.text_percent.clamp(100, 200), ..args };
        let settings = self.rules.settle(Some(settings));
        let json = serde_json::to_string(&settings)?;
        self.write(|writer| Ok(writer.set_setting(KEY, &json)?))?;
        Ok(settings)
    }

    /// What this installation is and where it keeps its files.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn about(&self) -> Result<About, UserError> {
        let course = self.course()?.in_words();
        self.read(|reader| {
            Ok(About {
                version: env!("CARGO_PKG_VERSION").to_owned(),
                data_dir: self.data_dir.display().to_string(),
                system: format!("{} {}", std::env::consts::OS, std::env::consts::ARCH),
                sqlite: eighteen_store::sqlite_version().to_owned(),
                course,
                learners: count(reader.learners()?.len()),
                answers: reader.count_answers()?,
            })
        })
    }

    /// Keeps what the page noticed in the log.
    ///
    /// # Errors
    /// None; the form is that of every command.
    #[allow(clippy::unnecessary_wraps)]
    pub fn log_page_problem(&self, args: PageProblem) -> Result<(), UserError> {
        let message: String = args.message.chars().take(2_000).collect();
        tracing::warn!(message, "the page noticed");
        Ok(())
    }
}

/// The settings; an older or newer form than this version writes gives the defaults.
pub(crate) fn load_settings(reader: &Reader<'_>, rules: &Rules) -> Result<Settings, UserError> {
    let kept = reader.setting(KEY)?;
    Ok(rules.settle(kept.and_then(|json| serde_json::from_str(&json).ok())))
}
