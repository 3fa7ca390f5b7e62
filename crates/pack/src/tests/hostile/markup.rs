//! Script and links in the Markdown of a lesson.

use super::{Case, refuse_all};

#[test]
fn raw_html_in_a_lesson_is_refused() {
    let html = [
        ("script", "<script>alert(1)</script>"),
        ("script in capitals", "<SCRIPT SRC=//example.org></SCRIPT>"),
        ("script over lines", "Words <script\nsrc=x>x</script>"),
        ("script in a list", "- one\n- <script>alert(1)</script>"),
        ("image with a handler", "Words <img src=x onerror=alert(1)> words"),
        ("image without a space", "<img/src/onerror=alert(1)>"),
        ("svg with a handler", "<svg onload=alert(1)>"),
        ("svg that sets", "Words <svg><set attributeName=href to=javascript:alert(1)></svg>"),
        (
            "mathml",
            "Words <math><annotation-xml encoding=\"text/html\"><b>x</b></annotation-xml></math>",
        ),
        ("style", "<style>@import 'http://example.org'</style>"),
        ("style in a no-script", "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">"),
        ("base", "<base href=\"https://example.org/\">"),
        ("refresh", "<meta http-equiv=refresh content=\"0;url=https://example.org\">"),
        ("frame", "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>"),
        ("link", "Words <a href=\"javascript:alert(1)\">click</a>"),
        ("form with an id", "<form id=document><input name=body></form>"),
        ("template", "<template><script>alert(1)</script></template>"),
        ("element of one's own", "Words <x-y onclick=alert(1)>z</x-y>"),
        ("comment", "<!-- [if IE]><script>alert(1)</script> -->"),
        ("instruction", "Words <?php echo 1; ?>"),
        ("declaration", "Words <!DOCTYPE html>"),
        ("cdata", "Words <![CDATA[ <script>alert(1)</script> ]]>"),
        ("end tag alone", "Words </p><script>alert(1)</script>"),
        ("details", "<details open ontoggle=alert(1)>"),
    ];
    let cases = html.map(|(name, text)| Case::lesson(name, text, "raw-html"));
    refuse_all(&cases);
}

#[test]
fn links_to_anywhere_are_refused() {
    let targets = [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "<java\tscript:alert(1)>",
        "&#106;avascript:alert(1)",
        "java&#10;script:alert(1)",
        "java&Tab;script:alert(1)",
        "javascript&colon;alert(1)",
        "&#x0;javascript:alert(1)",
        "%6aavascript:alert(1)",
        "vbscript:msgbox(1)",
        "data:text/html;base64,PHNjcmlwdD4=",
        "data:image/svg+xml,<svg/onload=alert(1)>",
        "http://example.org",
        "https://example.org",
        "//example.org",
        "\\\\\\\\example.org\\\\share",
        "file:///etc/passwd",
        "mailto:somebody@example.org",
        "tel:112",
        "tauri://localhost",
        "pack://other",
        "../other.md",
        "lessons/first-look.md",
        "#fragment",
        "claim:",
        "claim:../x",
        "claim:javascript:alert(1)",
        "claim:Began-In-May",
        "CLAIM:began-in-may",
        "claim:began-in-may#x",
        "claim:%62egan-in-may",
        "term:zero-day?x=1",
        "step:<script>",
        "item:which-came-first",
        "",
    ];
    let cases = targets.map(|target| {
        let name = format!("link to {target:?}");
        // What is no link for Markdown either is harmless text; a space makes none of these.
        Case::lesson(&name, &format!("[words]({target})"), "link")
    });
    refuse_all(&cases);
}

#[test]
fn other_ways_to_link_are_refused() {
    let cases = [
        Case::lesson("address in angles", "<https://example.org>", "link"),
        Case::lesson("claim in angles", "<claim:began-in-may>", "link"),
        Case::lesson("mail address", "<somebody@example.org>", "link"),
        Case::lesson("link by reference", "[a][b]\n\n[b]: javascript:alert(1)", "link"),
        Case::lesson("reference unused", "[b]: javascript:alert(1)", "link-definition"),
        Case::lesson("reference in a list", "- x\n\n  [b]: data:text/html,x", "link-definition"),
        Case::lesson("remote picture", "![x](https://example.org/x.png)", "image"),
        Case::lesson("picture of the pack", "![x](media/dot.png)", "image"),
        Case::lesson("picture as data", "![x](data:image/svg+xml,x)", "image"),
        Case::lesson("picture in a link", "[![x](a)](claim:began-in-may)", "nested-mark"),
        Case::lesson("link in emphasis", "*[x](javascript:alert(1))*", "nested-mark"),
        Case::lesson("footnote", "x[^1]\n\n[^1]: <script>", "footnote"),
        Case::lesson("script block", "```script\nalert(1)\n```", "unknown-block"),
        Case::lesson("html block", "```html\n<script>alert(1)</script>\n```", "unknown-block"),
        Case::lesson(
            "block with a handler",
            "```check onclick=x\nitem = \"x\"\n```",
            "unknown-block",
        ),
        Case::lesson(
            "heading with a handler",
            "## T {#two-two onclick=alert(1)}\n\nx",
            "unknown-attribute",
        ),
        Case::lesson(
            "heading with a style",
            "### T {style=\"x:url(y)\"}\n\nx",
            "unknown-attribute",
        ),
        Case::lesson("reversed words by entity", "&#x202e;gnp.exe", "bidi-control"),
        Case::lesson("NUL by entity", "[x&#0;](javascript:1)", "link"),
    ];
    refuse_all(&cases);
}
