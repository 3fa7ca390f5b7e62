//! What can be wrong with a response or a draw.

/// A response that does not fit its question, or a bank that is too small.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The response is of another type than the question.
    #[error("the response is not of the question's type")]
    WrongType,
    /// The response names a part that the question does not have.
    #[error("the question has no part `{0}`")]
    UnknownPart(String),
    /// The response names a part twice, or leaves one out where all are needed.
    #[error("each part must be named exactly once")]
    NotOncePerPart,
    /// Typed words are too long, or a number is none that can be compared.
    #[error("the answer is too long, or no number")]
    NotReadable,
    /// What is remembered of a question is no memory.
    #[error("what is remembered of the question cannot be used: {0}")]
    NoMemory(String),
    /// The bank has fewer questions than one attempt needs.
    #[error("the bank holds {held} questions and an attempt needs {needed}")]
    BankTooSmall {
        /// Questions in the bank.
        held: usize,
        /// Questions that the policy asks for.
        needed: usize,
    },
}
