//! The window of Eighteen Days. This file reads in the order of starting: where the files are, the
//! log, whether another one runs already, the app, the window.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod commands;
mod desktop;
mod log;
mod media;
#[cfg(target_os = "linux")]
mod renderer;
mod single;
mod window;

use std::error::Error;
use std::sync::Arc;

use eighteen_app::{App, Course, MayWrite, Rules, SystemClock, policy_dir};
use tauri::{Manager, RunEvent};

use crate::desktop::SystemDialogs;

fn main() -> Result<(), Box<dyn Error>> {
    look_for_a_screen()?;
    close_files_to_others();
    let data_dir = eighteen_app::data_dir();
    log::start(&data_dir);
    tracing::info!(version = env!("CARGO_PKG_VERSION"), "starting");

    tauri::Builder::default()
        .plugin(single::instance_of(&data_dir))
        .plugin(tauri_plugin_dialog::init())
        .register_uri_scheme_protocol(media::SCHEME, |context, request| {
            let app = context.app_handle().state::<Arc<App>>();
            media::respond(&app, &request)
        })
        .invoke_handler(commands::handler())
        .setup(move |tauri_app| {
            let dialogs = SystemDialogs { handle: tauri_app.handle().clone() };
            let may_write =
                if cfg!(debug_assertions) { MayWrite::Anybody } else { MayWrite::Administrator };
            let rules = Rules::here(&policy_dir(), may_write, &data_dir);
            let (clock, course) = (Box::new(SystemClock), Course::shipped());
            let app = App::open_under(rules, &data_dir, Box::new(dialogs), clock, course);
            let app = Arc::new(app);
            app.start_sending();
            app.start_filing_thread();
            app.tend_stores();
            tauri_app.manage(app);
            window::open(tauri_app)?;
            Ok(())
        })
        .build(tauri::generate_context!())?
        .run(|handle, event| {
            if let RunEvent::Exit = event {
                handle.state::<Arc<App>>().close();
                tracing::info!("closed");
            }
        });
    Ok(())
}

/// Without a screen the toolkit would end the program in the middle of a sentence of its own.
fn look_for_a_screen() -> Result<(), Box<dyn Error>> {
    let names = ["DISPLAY", "WAYLAND_DISPLAY"];
    if cfg!(target_os = "linux") && names.iter().all(|name| std::env::var_os(name).is_none()) {
        return Err("there is no screen: neither DISPLAY nor WAYLAND_DISPLAY is set".into());
    }
    Ok(())
}

/// Everything that is written from here on is for this account alone, whatever the account's habits.
fn close_files_to_others() {
    #[cfg(unix)]
    {
        use rustix::fs::Mode;
        rustix::process::umask(Mode::RWXG | Mode::RWXO);
    }
}
