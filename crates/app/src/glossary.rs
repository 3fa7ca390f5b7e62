//! The glossary: every term, and the steps that use it.

use crate::{
    App, UserError,
    wire::search::{Glossary, GlossaryTerm},
};

impl App {
    /// Every term, in the order of the alphabet.
    ///
    /// # Errors
    /// When the app is not ready.
    pub fn glossary(&self) -> Result<Glossary, UserError> {
        let course = self.course()?;
        let terms = course.pack.glossary.iter();
        let mut terms: Vec<GlossaryTerm> = terms
            .map(|term| GlossaryTerm {
                id: term.id.clone(),
                term: term.term.clone(),
                means: term.means.clone(),
                also: term.also.clone(),
                example: term.example.clone(),
                steps: course.references.of_term(course, &term.id),
            })
            .collect();
        // The page sorts anew by the rules of the content's language; this is the order without them.
        terms.sort_by_key(|term| term.term.to_lowercase());
        Ok(Glossary { terms })
    }
}
