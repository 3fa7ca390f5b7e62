//! What a stranger could hand to a reader of ours: named hostile inputs with the reason for which each is refused,
//! and the functions that fuzzing drives. Never ships.

pub mod corpus;
pub mod dice;
mod judge;
pub mod targets;

pub use judge::verdict;
