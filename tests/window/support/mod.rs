//! What several journeys need.

pub(crate) mod keyboard;
pub(crate) mod stop;
