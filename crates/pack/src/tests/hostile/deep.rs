//! Nesting without end, and other texts that cost a parser more than they should.

use super::{Case, numbered, refuse_all};

const MANY: usize = 100_000;

#[test]
fn deep_toml_is_refused() {
    let many = |text: &str| text.repeat(MANY);
    let texts = [
        ("arrays", format!("x = {}", many("["))),
        ("arrays, closed", format!("x = {}{}", many("["), many("]"))),
        ("tables", format!("x = {}", many("{a="))),
        ("arrays and tables", format!("x = {}", many("[{a="))),
        ("dotted key", format!("{}a = 1", many("a."))),
        ("dotted key with spaces", format!("{}a = 1", many("a . "))),
        ("quoted dotted key", format!("{}a = 1", many("\"a\"."))),
        ("dotted header", format!("[{}a]", many("a."))),
        ("dotted header of a list", format!("[[{}a]]", many("a."))),
        ("open headers", many("[[")),
        ("headers after a quote", format!("x = '\ny = {}", many("["))),
    ];
    let mut cases = Vec::new();
    for (name, text) in &texts {
        for file in ["pack.toml", "claims.toml", "quizzes/first-look.toml", "story/clerk.toml"] {
            let name = format!("{name} in {file}");
            cases.push(Case::file(&name, file, text, "too-deep"));
        }
        let block = format!("```callout\n{text}\n```");
        // Most are too much for the Markdown reader before they are for TOML.
        let brackets = text.matches('[').count() > 64;
        let code = if brackets { "too-deep" } else { "text-too-long" };
        let name = format!("{name} in a block");
        cases.push(Case::lesson(&name, &block, code));
    }
    refuse_all(&cases);
}

#[test]
fn deep_markdown_is_refused() {
    let many = |text: &str| text.repeat(MANY);
    let texts = [
        ("quotes", many(">"), "too-deep"),
        ("quotes with spaces", many("> "), "too-deep"),
        ("lists", many("- "), "too-deep"),
        ("lists with plus", many("+ "), "too-deep"),
        ("numbered lists", many("1. "), "too-deep"),
        ("numbered lists with brackets", many("1) "), "too-deep"),
        ("lists and quotes", many("- > "), "too-deep"),
        ("brackets", many("["), "too-deep"),
        ("brackets over lines", many("[\n"), "too-deep"),
        ("brackets, closed", many("[") + &many("]"), "too-deep"),
        ("pictures", many("!["), "too-deep"),
        ("round brackets", format!("[x]({}", many("(")), "too-deep"),
        ("stars", many("*"), "too-deep"),
        ("bars", many("_"), "too-deep"),
        ("backticks", format!("x {}", many("`")), "too-deep"),
        ("tildes", format!("x {}", many("~")), "too-deep"),
        ("angles", many("<"), "too-deep"),
        ("ampersands", many("&"), "too-deep"),
        ("backslashes", many("\\"), "too-deep"),
        ("open emphasis", many("*a "), "text-too-long"),
        ("open and strong emphasis", many("*a **a "), "text-too-long"),
        ("emphasis over lines", many("*a\n_b\n"), "text-too-long"),
        ("half links", many("[a](b"), "too-deep"),
        ("half code", many("`a``"), "text-too-long"),
        ("half tags", many("<a "), "text-too-long"),
        ("half comments", many("<!-- "), "text-too-long"),
        ("half declarations", many("<!A "), "text-too-long"),
        ("half instructions", many("<? "), "text-too-long"),
        ("half entities", many("&a;"), "text-too-long"),
        ("one long word", many("a"), "text-too-long"),
    ];
    refuse_all(&texts.map(|(name, text, code)| Case::lesson(name, &text, code)));
}

#[test]
fn long_markdown_is_refused_in_time() {
    let many = |text: &str| text.repeat(MANY / 2);
    let growing = numbered(200, |at| format!("{}- x\n", "  ".repeat(at)));
    let texts = [
        ("a list that grows", growing, "text-too-long"),
        ("definitions", many("[a]: b\n\n"), "link-definition"),
        (
            "different definitions",
            numbered(MANY / 4, |at| format!("[a{at}]: b\n\n")),
            "link-definition",
        ),
        ("rules", many("---\n\n"), "rule"),
        ("quotes", many("> x\n\n"), "block-quote"),
        ("html", many("<b>\n\n"), "raw-html"),
        ("links", many("[a](b)\n\n"), "link"),
        ("headings", many("# x\n\n"), "heading-level"),
        ("steps", many("## x\n\n"), "missing-id"),
        ("blocks", many("```x\n```\n\n"), "unknown-block"),
        ("open blocks", many("```x\n\n"), "unknown-block"),
        ("footnotes", many("[^a]: x\n\n"), "footnote"),
    ];
    let cases: Vec<Case> =
        texts.into_iter().map(|(name, text, code)| Case::lesson(name, &text, code)).collect();
    refuse_all(&cases);
}

#[test]
fn long_toml_is_refused_in_time() {
    let many = |text: &str| text.repeat(MANY / 2);
    let texts = [
        ("unknown keys", numbered(MANY / 2, |at| format!("a{at} = 1\n")), "unknown-key"),
        ("unknown tables", numbered(MANY / 2, |at| format!("[a{at}]\n")), "unknown-key"),
        ("the same key again", many("a = 1\n"), "toml-syntax"),
        ("empty claims", many("[[claim]]\n"), "wrong-count"),
        ("no values", many("a =\n"), "toml-syntax"),
        ("a huge string", format!("x = \"{}\"", many("abc ")), "unknown-key"),
        ("a huge field", format!("[[claim]]\nsays = \"{}\"", many("abc ")), "text-too-long"),
        ("a string without end", format!("x = \"\"\"{}", many("abc\n")), "toml-syntax"),
        ("a huge number", format!("[[claim]]\nid = {}", many("9")), "wrong-type"),
        ("a huge list", format!("[[claim]]\nsources = [{}]", many("1,")), "wrong-count"),
        ("a huge list of texts", format!("[[claim]]\nfacts = [{}]", many("'<b>',")), "raw-html"),
        ("many escapes", format!("[[claim]]\nsays = \"{}\"", many("\\u0041")), "text-too-long"),
    ];
    let cases = texts.map(|(name, text, code)| Case::file(name, "claims.toml", text, code));
    refuse_all(&cases);
}
