//! A page of tables as one HTML file: nothing in it is loaded from anywhere, nothing in it runs.

use std::fmt::Write as _;

use crate::table::{Cell, written};

/// A page.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Page {
    /// The language of its words, as a tag.
    pub lang: String,
    /// `ltr` or `rtl`.
    pub dir: String,
    /// Its heading, and its title in a list of windows.
    pub title: String,
    /// Sentences under the heading.
    pub opening: Vec<String>,
    /// What follows.
    pub sections: Vec<Section>,
}

/// A heading with what stands under it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Section {
    /// The heading.
    pub title: String,
    /// Sentences under it.
    pub notes: Vec<String>,
    /// The names of the table's columns; without any there is no table.
    pub columns: Vec<String>,
    /// Its rows. Without any the table says nothing, and `notes` should.
    pub rows: Vec<Vec<Cell>>,
}

const HEAD: &str = "<meta charset=\"utf-8\">\n\
    <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
    <meta name=\"viewport\" content=\"width=device-width\">\n";

const STYLE: &str = include_str!("page.css");

impl Page {
    /// The page as HTML.
    pub fn to_html(&self) -> String {
        let mut html = String::from("<!doctype html>\n");
        // Writing to a String cannot fail.
        let _ = writeln!(
            html,
            "<html lang=\"{}\" dir=\"{}\">\n<head>\n{HEAD}<title>{}</title>\n<style>\n{STYLE}</style>\n\
             </head>\n<body>\n<main>\n<h1>{2}</h1>",
            escaped(&self.lang),
            escaped(&self.dir),
            escaped(&self.title)
        );
        for sentence in &self.opening {
            let _ = writeln!(html, "<p>{}</p>", escaped(sentence));
        }
        for section in &self.sections {
            section.write(&mut html);
        }
        html.push_str("</main>\n</body>\n</html>\n");
        html
    }
}

impl Section {
    fn write(&self, html: &mut String) {
        let title = escaped(&self.title);
        let _ = writeln!(html, "<section>\n<h2>{title}</h2>");
        for note in &self.notes {
            let _ = writeln!(html, "<p>{}</p>", escaped(note));
        }
        if !self.columns.is_empty() && !self.rows.is_empty() {
            // A region that scrolls must be reached by keyboard.
            let _ = writeln!(
                html,
                "<div role=\"region\" aria-label=\"{title}\" tabindex=\"0\">\n<table>\n<thead>"
            );
            let names =
                self.columns.iter().map(|name| format!("<th scope=\"col\">{}</th>", escaped(name)));
            let _ = writeln!(html, "<tr>{}</tr>\n</thead>\n<tbody>", names.collect::<String>());
            for row in &self.rows {
                let cells = row
                    .iter()
                    .map(|cell| format!("<td dir=\"auto\">{}</td>", escaped(&readable(cell))));
                let _ = writeln!(html, "<tr>{}</tr>", cells.collect::<String>());
            }
            html.push_str("</tbody>\n</table>\n</div>\n");
        }
        html.push_str("</section>\n");
    }
}

/// Lines stay lines; other control characters are shown as `�`.
fn readable(cell: &Cell) -> String {
    let Cell::Text(words) = cell else { return written(cell) };
    words
        .chars()
        .map(|one| if one.is_control() && one != '\n' { '\u{fffd}' } else { one })
        .collect()
}

fn escaped(words: &str) -> String {
    let mut safe = String::with_capacity(words.len());
    for one in words.chars() {
        match one {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            _ => safe.push(one),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_words() {
        let evil = "</title><script src=\"https://example.org/x.js\">alert('1')</script>&amp;";
        let page = Page {
            lang: evil.to_owned(),
            dir: evil.to_owned(),
            title: evil.to_owned(),
            opening: vec![evil.to_owned()],
            sections: vec![Section {
                title: evil.to_owned(),
                notes: vec![evil.to_owned()],
                columns: vec![evil.to_owned()],
                rows: vec![vec![evil.into()]],
            }],
        };
        let html = page.to_html();
        assert!(!html.contains("<script") && !html.contains("src=\""), "{html}");
        assert_eq!(html.matches("&lt;script src=&quot;").count(), 10, "it is there, as words");
        assert!(html.contains("&amp;amp;"));
    }

    #[test]
    fn nothing_is_loaded_from_anywhere() {
        let html = Page::default().to_html();
        for word in ["http:", "https:", "url(", "@import", "<link", "<img", "javascript"] {
            assert!(!html.contains(word), "{word}");
        }
        assert!(html.contains("default-src 'none'"));
    }

    #[test]
    fn a_table_without_rows_is_left_out() {
        let columns = vec!["a".to_owned()];
        let empty = Section { columns, ..Section::default() };
        let html = Page { sections: vec![empty], ..Page::default() }.to_html();
        assert!(!html.contains("<table"));
    }
}
