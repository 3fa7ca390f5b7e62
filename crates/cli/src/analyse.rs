//! `eighteen analyse`.

use std::{fs::File, io::BufReader, process::ExitCode};

use eighteen_app::{Analysis, Figure, analyse as analysis_of, analysis_table};

use crate::{
    AnalyseArgs, Blank,
    output::{print, say},
};

/// `eighteen analyse`.
pub(crate) fn analyse(args: &AnalyseArgs) -> Result<ExitCode, String> {
    let name = args.file.display();
    let file = File::open(&args.file).map_err(|error| format!("{name}: {error}"))?;
    let blank = match args.blank {
        Blank::Missing => eighteen_app::Blank::Missing,
        Blank::Wrong => eighteen_app::Blank::Wrong,
    };
    let analysis = analysis_of(BufReader::new(file), blank).map_err(|problems| {
        let lines = problems.iter().map(|it| format!("{name}:{}: {}", it.line, it.message));
        lines.collect::<Vec<_>>().join("\n")
    })?;
    if args.json {
        say(&serde_json::to_string_pretty(&analysis).map_err(|error| error.to_string())?);
    } else if args.csv {
        print(&analysis_table(&analysis).to_csv());
    } else {
        say(&analysis_table(&analysis).to_text());
        say(&in_words(&analysis));
    }
    Ok(ExitCode::SUCCESS)
}

fn in_words(analysis: &Analysis) -> String {
    let blank = match analysis.blank {
        eighteen_app::Blank::Missing => "not answered, neither for nor against anybody",
        eighteen_app::Blank::Wrong => "wrong",
    };
    let alpha = match &analysis.alpha {
        Some(Figure { value, low, high }) => {
            format!("alpha (KR-20) {value:.4}, between {low:.4} and {high:.4} at 95 %")
        }
        None => "no alpha: at least 30 people must have answered every item, with differing totals"
            .into(),
    };
    format!(
        "{} people, {} of whom answered every item; {alpha}; an empty cell counts as {blank}",
        analysis.people, analysis.complete,
    )
}
