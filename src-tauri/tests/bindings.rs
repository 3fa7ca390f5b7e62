//! `ui/src/api/bindings.ts` is written from the one command list, and the capability allows exactly
//! the commands of that list. `cargo xtask codegen` runs this with `EIGHTEEN_CODEGEN=write`.

#![allow(clippy::wildcard_imports, reason = "the one list decides which types are named here")]

use std::any::TypeId;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::env;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use eighteen_app::UserError;
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
use ts_rs::{Config, TS, TypeVisitor};

const HEADER: &str = "// Written by `cargo xtask codegen` from the one command list. Do not edit.\n\n\
                      import { call } from './call';\n\n";

/// Everything that the wrappers mention, found by following the fields.
struct Types<'a> {
    config: &'a Config,
    seen: HashSet<TypeId>,
    declarations: BTreeMap<String, String>,
}

impl Types<'_> {
    fn add<T: TS + 'static + ?Sized>(&mut self) {
        if !self.seen.insert(TypeId::of::<T>()) {
            return;
        }
        T::visit_generics(self);
        if T::output_path().is_some() {
            let docs = T::docs().unwrap_or_default();
            let declaration = format!("{docs}export {}", T::decl(self.config));
            self.declarations.insert(T::ident(self.config), declaration);
        }
        T::visit_dependencies(self);
    }
}

impl TypeVisitor for Types<'_> {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        self.add::<T>();
    }
}

/// One TypeScript function for one command.
fn wrapper(doc: &str, name: &str, args: Option<&str>, answer: &str) -> String {
    let verb = camel_case(name);
    let (parameter, passed) = match args {
        Some(kind) => (format!("args: {kind}"), ", { args }"),
        None => (String::new(), ""),
    };
    format!(
        "/**{doc} */\n\
         export const {verb} = ({parameter}): Promise<{answer}> => call<{answer}>('{name}'{passed});\n\n"
    )
}

fn camel_case(name: &str) -> String {
    let mut words = name.split('_');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |name, word| name + &word[..1].to_uppercase() + &word[1..])
}

macro_rules! commands {
    ($($(#[doc = $doc:literal])* $name:ident($($args:ty)?) -> $ret:ty;)*) => {
        const COMMANDS: &[&str] = &[$(stringify!($name)),*];

        fn wrappers(types: &mut Types<'_>) -> String {
            let mut wrappers = String::new();
            $(
                $(types.add::<$args>();)?
                types.add::<$ret>();
                let doc = [$($doc),*].join("\n *");
                let args: Vec<String> = vec![$(<$args as TS>::name(types.config))?];
                let answer = <$ret as TS>::name(types.config);
                let args = args.first().map(String::as_str);
                wrappers.push_str(&wrapper(&doc, stringify!($name), args, &answer));
            )*
            wrappers
        }
    };
}
include!("../src/command_list.rs");

fn bindings() -> String {
    let config = Config::new();
    let mut types = Types { config: &config, seen: HashSet::new(), declarations: BTreeMap::new() };
    let wrappers = wrappers(&mut types);
    types.add::<UserError>();
    let declarations: Vec<String> = types.declarations.into_values().collect();
    format!("{HEADER}{wrappers}{}\n", declarations.join("\n\n"))
}

fn shell_folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Whether a file is what it should be; in update mode it is made so first.
fn is_fresh(path: &Path, expect: &str) -> io::Result<bool> {
    if env::var_os("EIGHTEEN_CODEGEN").is_some_and(|mode| mode == "write") {
        fs::write(path, expect)?;
    }
    let found = fs::read_to_string(path).unwrap_or_default();
    Ok(found.replace("\r\n", "\n") == expect)
}

#[test]
fn the_bindings_are_what_the_command_list_says() {
    let file = shell_folder().join("../ui/src/api/bindings.ts");
    let fresh = is_fresh(&file, &bindings()).unwrap();
    assert!(fresh, "{} is stale: run `cargo xtask codegen`, commit the result", file.display());
}

#[test]
fn the_capability_allows_exactly_each_command() {
    let file = shell_folder().join("capabilities/main.json");
    let text = fs::read_to_string(file).unwrap();
    let capability: serde_json::Value = serde_json::from_str(&text).unwrap();
    let allowed = capability["permissions"].as_array().unwrap().iter();
    let allowed: BTreeSet<String> = allowed.map(|p| p.as_str().unwrap().to_owned()).collect();
    let expect = COMMANDS.iter().map(|name| format!("allow-{}", name.replace('_', "-")));
    assert_eq!(
        allowed,
        expect.collect(),
        "capabilities/main.json names each command and nothing else"
    );
}
