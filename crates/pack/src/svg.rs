//! Reads an SVG file of the closed vocabulary into shapes. What is not in the vocabulary is an error:
//! the page never gets a document, only shapes that it draws itself.

use roxmltree::{Document, Node, ParsingOptions};

use crate::characters::{forbidden, quoted};
use crate::guard;
use crate::model::{Drawing, Shape};
use crate::problem::Sentence;
use crate::source::Source;
use crate::svg_numbers as numbers;

const SVG: &str = "http://www.w3.org/2000/svg";
const WIDEST: f64 = 1040.0;
const MOST_NODES: u32 = 20_000;

/// Classes that exclude each other: the class of a shape stands before that of its groups.
const FAMILIES: &[&[&str]] = &[
    &["ink", "ink2", "accent", "exposed", "signal", "good", "info", "context"],
    &[
        "fill-surface",
        "fill-accent",
        "fill-exposed",
        "fill-signal",
        "fill-good",
        "fill-info",
        "fill-context",
        "wash-accent",
        "wash-exposed",
        "wash-signal",
        "wash-good",
        "wash-info",
        "wash-sunken",
    ],
    &["thin", "bold"],
    &["dots"],
    &["small"],
    &["strong"],
    &["number"],
];

/// What groups hand down to their shapes.
#[derive(Clone, Default)]
struct Inherited {
    classes: Vec<String>,
    x: f64,
    y: f64,
}

/// The drawing, with problems noted; `None` when there is nothing to draw.
pub(crate) fn read_svg(source: &Source<'_>) -> Option<Drawing> {
    if let Some(at) = guard::odd_xml(source.text) {
        let message = "nested more than 64 levels deep, or an element with more than 64 attributes; make it simpler";
        source.problem(source.line(at), "too-deep", message);
        return None;
    }
    // Looked for by hand: the parser's error for it has no line.
    if let Some(at) = source.text.find("<!DOCTYPE").or_else(|| source.text.find("<!ENTITY")) {
        let message = "a document type or entity; remove it";
        source.problem(source.line(at), "svg-doctype", message);
        return None;
    }
    let options = ParsingOptions { nodes_limit: MOST_NODES, ..ParsingOptions::default() };
    match Document::parse_with_options(source.text, options) {
        Ok(document) => SvgReader { source, shapes: Vec::new() }.read(&document),
        Err(error) => {
            let line = error.pos().row.max(1);
            source.problem(line, "svg-syntax", format!("this is not XML: {error}"));
            None
        }
    }
}

struct SvgReader<'s> {
    source: &'s Source<'s>,
    shapes: Vec<Shape>,
}

impl SvgReader<'_> {
    fn read(mut self, document: &Document<'_>) -> Option<Drawing> {
        let root = document.root_element();
        for node in document.root().children() {
            self.refuse_stray(node);
        }
        if root.tag_name().name() != "svg" || root.tag_name().namespace() != Some(SVG) {
            let message = format!(
                "the outermost element is `<svg xmlns=\"{SVG}\" viewBox=\"0 0 W H\">`; correct it"
            );
            self.problem(root, "svg-element", message);
            return None;
        }
        let (width, height) = self.size(root);
        self.children(root, &Inherited::default());
        Some(Drawing { width, height, shapes: self.shapes })
    }

    fn problem(&self, node: Node<'_, '_>, code: &'static str, message: impl Into<Sentence>) {
        let raw = self.source.text.get(node.range()).unwrap_or_default();
        // A run of words begins with the line break before them.
        let blank = raw.len() - raw.trim_start().len();
        let line = self.source.line(node.range().start + blank);
        self.source.problem(line, code, message);
    }

    fn size(&self, root: Node<'_, '_>) -> (f64, f64) {
        self.refuse_namespaces(root);
        let mut size = None;
        for attribute in root.attributes() {
            if attribute.name() == "viewBox" && attribute.namespace().is_none() {
                size = numbers::view_box(attribute.value());
            } else {
                self.bad_attribute(root, attribute.name());
            }
        }
        let Some((width, height)) = size else {
            let message = "the drawing needs viewBox=\"0 0 W H\" with a width and a height; add it";
            self.problem(root, "svg-viewbox", message);
            return (1.0, 1.0);
        };
        if width > WIDEST {
            let message = format!("{width} units wide, more than {WIDEST}; make it narrower");
            self.problem(root, "svg-too-wide", message);
        }
        (width, height)
    }

    /// Depth is bounded: the guard has refused more than 64 levels.
    fn children(&mut self, parent: Node<'_, '_>, inherited: &Inherited) {
        for node in parent.children() {
            if !node.is_element() {
                self.refuse_stray(node);
            } else if node.tag_name().namespace() != Some(SVG) {
                self.refuse_element(node);
            } else if node.tag_name().name() == "g" {
                let (_, own) = self.attributes(node, inherited);
                self.children(node, &own);
            } else if required(node.tag_name().name()).is_some() {
                self.shape(node, inherited);
            } else {
                self.refuse_element(node);
            }
        }
    }

    fn refuse_element(&self, node: Node<'_, '_>) {
        let name = quoted(node.tag_name().name());
        let message =
            format!("the element {name} is not part of the format; see section 7 of FORMAT.md");
        self.problem(node, "svg-element", message);
    }

    /// Words outside `text`, and instructions to programs; comments are harmless.
    fn refuse_stray(&self, node: Node<'_, '_>) {
        if node.is_pi() {
            self.problem(node, "svg-instruction", "an instruction to a program; remove it");
        } else if node.text().is_some_and(|text| node.is_text() && !text.trim().is_empty()) {
            self.problem(
                node,
                "svg-stray-text",
                "words outside a <text> element; move them into one",
            );
        }
    }

    fn refuse_namespaces(&self, node: Node<'_, '_>) {
        for namespace in node.namespaces() {
            let known = namespace.uri() == SVG || namespace.name() == Some("xml");
            if !known {
                let uri = quoted(namespace.uri());
                self.problem(
                    node,
                    "svg-attribute",
                    format!("the namespace {uri} has no place here; remove it"),
                );
            }
        }
    }

    fn bad_attribute(&self, node: Node<'_, '_>, name: &str) {
        let (name, element) = (quoted(name), node.tag_name().name());
        let message = format!("{name} is not allowed on <{element}>; see section 7 of FORMAT.md");
        self.problem(node, "svg-attribute", message);
    }

    fn shape(&mut self, node: Node<'_, '_>, inherited: &Inherited) {
        let element = node.tag_name().name();
        let (mut attributes, own) = self.attributes(node, inherited);
        for name in required(element).unwrap_or_default() {
            if !attributes.iter().any(|(found, _)| found == name) {
                self.problem(node, "svg-attribute", format!("<{element}> needs `{name}`; add it"));
            }
        }
        if own.x != 0.0 || own.y != 0.0 {
            let translate = format!("translate({} {})", own.x, own.y);
            attributes.push(("transform".to_owned(), translate));
            attributes.sort();
        }
        let text = self.content(node, element);
        self.shapes.push(Shape {
            element: element.to_owned(),
            attributes,
            classes: own.classes,
            text,
        });
    }

    /// The words of a `text`; every other shape is empty.
    fn content(&self, node: Node<'_, '_>, element: &str) -> Option<String> {
        let mut words = String::new();
        for child in node.children() {
            if child.is_element() {
                self.refuse_element(child);
            } else if child.is_text() && element == "text" {
                words.push_str(child.text().unwrap_or_default());
            } else {
                self.refuse_stray(child);
            }
        }
        if element != "text" {
            return None;
        }
        if let Some((code, what)) = words.chars().find_map(forbidden) {
            self.problem(node, code, format!("this stands for {what}"));
        }
        if words.trim().is_empty() {
            self.problem(node, "empty-text", "a <text> without words; remove it");
        }
        Some(words.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// The checked attributes of an element, and what it hands down: classes and shifts add up.
    fn attributes(
        &self,
        node: Node<'_, '_>,
        inherited: &Inherited,
    ) -> (Vec<(String, String)>, Inherited) {
        self.refuse_namespaces(node);
        let element = node.tag_name().name();
        let mut own = inherited.clone();
        let mut kept = Vec::new();
        for attribute in node.attributes() {
            let (name, value) = (attribute.name(), attribute.value());
            if attribute.namespace().is_some() {
                self.bad_attribute(node, name);
            } else if name == "class" {
                self.classes(node, value, &mut own.classes);
            } else if name == "transform" {
                if let Some((x, y)) = numbers::translate(value) {
                    own.x += x;
                    own.y += y;
                } else {
                    self.bad_value(node, name, value);
                }
            } else if let Some(is_right) = check_of(element, name) {
                if is_right(value) {
                    kept.push((name.to_owned(), value.trim().to_owned()));
                } else {
                    self.bad_value(node, name, value);
                }
            } else {
                self.bad_attribute(node, name);
            }
        }
        kept.sort();
        (kept, own)
    }

    fn bad_value(&self, node: Node<'_, '_>, name: &str, value: &str) {
        let message = format!("`{name}` cannot be {}; see section 7 of FORMAT.md", quoted(value));
        self.problem(node, "svg-value", message);
    }

    fn classes(&self, node: Node<'_, '_>, value: &str, classes: &mut Vec<String>) {
        for class in value.split_ascii_whitespace() {
            let family = FAMILIES.iter().find(|family| family.contains(&class));
            let Some(family) = family else {
                let message = format!(
                    "the class {} is not in the list of section 7 of FORMAT.md",
                    quoted(class)
                );
                self.problem(node, "svg-class", message);
                continue;
            };
            classes.retain(|other| !family.contains(&other.as_str()));
            classes.push(class.to_owned());
        }
    }
}

/// The attributes that a shape cannot do without; `None` for what is no shape.
fn required(element: &str) -> Option<&'static [&'static str]> {
    Some(match element {
        "path" => &["d"],
        "rect" => &["width", "height"],
        "circle" => &["r"],
        "line" => &["x1", "y1", "x2", "y2"],
        "polyline" | "polygon" => &["points"],
        "text" => &["x", "y"],
        _ => return None,
    })
}

/// The check for an attribute of an element; `None` where the attribute has no place.
fn check_of(element: &str, name: &str) -> Option<fn(&str) -> bool> {
    let place: fn(&str) -> bool = |value| numbers::number(value.trim()).is_some();
    let size: fn(&str) -> bool = |value| numbers::size(value.trim()).is_some();
    Some(match (element, name) {
        ("rect" | "text", "x" | "y")
        | ("line", "x1" | "x2" | "y1" | "y2")
        | ("circle", "cx" | "cy") => place,
        ("rect", "width" | "height" | "rx" | "ry") | ("circle", "r") => size,
        ("polyline" | "polygon", "points") => numbers::points,
        ("path", "d") => numbers::path,
        ("text", "text-anchor") => |value| matches!(value, "start" | "middle" | "end"),
        ("path" | "rect" | "circle" | "line" | "polyline" | "polygon", "stroke-dasharray") => {
            numbers::dashes
        }
        _ => return None,
    })
}
