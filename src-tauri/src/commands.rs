//! Every command of the app, each one expression, made from the one list in `command_list.rs`.

#![allow(clippy::wildcard_imports, reason = "the one list decides which types are named here")]

use std::convert::identity;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use eighteen_app::wire::among::*;
use eighteen_app::wire::assignments::*;
use eighteen_app::wire::builder::*;
use eighteen_app::wire::case::*;
use eighteen_app::wire::certificate::*;
use eighteen_app::wire::check::*;
use eighteen_app::wire::content::DecisionTaken;
use eighteen_app::wire::delivery::*;
use eighteen_app::wire::gathering::*;
use eighteen_app::wire::inbox::*;
use eighteen_app::wire::learner::*;
use eighteen_app::wire::my_data::*;
use eighteen_app::wire::own_pages::*;
use eighteen_app::wire::packs::*;
use eighteen_app::wire::practised::*;
use eighteen_app::wire::refresher::*;
use eighteen_app::wire::results::*;
use eighteen_app::wire::roster::*;
use eighteen_app::wire::search::*;
use eighteen_app::wire::settings::*;
use eighteen_app::wire::story::*;
use eighteen_app::wire::taking::*;
use eighteen_app::wire::trainer::*;
use eighteen_app::{App, ErrorCode, UserError};
use tauri::ipc::Invoke;
use tauri::{State, Wry};

/// The only way from the page into the app: a panic becomes an error, so that the window stays, and
/// what goes wrong is logged here and nowhere else.
fn border<T>(command: &str, verb: impl FnOnce() -> Result<T, UserError>) -> Result<T, UserError> {
    let outcome = catch_unwind(AssertUnwindSafe(verb)).unwrap_or_else(|_| {
        Err(UserError::new(ErrorCode::Internal, format!("{command} did not finish")))
    });
    if let Err(error) = &outcome {
        tracing::warn!(command, code = ?error.code, detail = %error.detail, "command refused");
    }
    outcome
}

macro_rules! commands {
    ($($(#[$doc:meta])* $name:ident($($args:ty)?) -> $ret:ty;)*) => {
        $(
            $(#[$doc])*
            #[tauri::command(async)]
            fn $name(app: State<'_, Arc<App>>, $(args: $args)?) -> Result<$ret, UserError> {
                border(stringify!($name), || app.$name($(identity::<$args>(args))?))
            }
        )*

        /// Hands each call of the page to its command.
        pub(crate) fn handler() -> impl Fn(Invoke<Wry>) -> bool {
            tauri::generate_handler![$($name),*]
        }
    };
}
include!("command_list.rs");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_in_a_command_becomes_an_error() {
        let outcome: Result<(), UserError> = border("home", || panic!("on purpose"));
        assert_eq!(outcome.unwrap_err().code, ErrorCode::Internal, "the page must hear of it");
    }

    #[test]
    fn what_the_app_answers_passes_unchanged() {
        assert_eq!(border("home", || Ok(7)).ok(), Some(7), "the border only watches");
    }
}
