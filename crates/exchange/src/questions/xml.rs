//! XML as a row of small trees, one for each element below the root, so that a large file takes no more memory
//! than its largest question. No document type, no entity beyond the five of XML, no depth and no number of
//! attributes without end.

use quick_xml::{
    Reader, XmlVersion,
    events::{BytesStart, Event},
};

use super::QuestionRefusal;

/// How deep elements may stand in each other.
const DEEPEST: usize = 64;
/// How many attributes an element may have.
pub(super) const MOST_ATTRIBUTES: usize = 64;
/// How many elements one tree may have, and how many bytes of text; the rest of it is passed over.
const MOST_ELEMENTS: usize = 2_000;
const LONGEST_TEXT: usize = super::LONGEST_QUESTION;

/// An element with everything in it.
#[derive(Debug, Default)]
pub(super) struct Element {
    pub(super) name: String,
    /// Where it begins, from 1.
    pub(super) line: u32,
    attributes: Vec<(String, String)>,
    /// All text that stands in it and in no element of it.
    pub(super) text: String,
    pub(super) inside: Vec<Element>,
}

impl Element {
    /// The first element of a name in it.
    pub(super) fn get(&self, name: &str) -> Option<&Element> {
        self.all(name).next()
    }

    /// All elements of a name in it.
    pub(super) fn all(&self, name: &str) -> impl Iterator<Item = &Element> {
        self.inside.iter().filter(move |element| element.name == name)
    }

    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        let named = self.attributes.iter().find(|(one, _)| one == name);
        named.map(|(_, value)| value.as_str())
    }
}

/// One tree, or what is known of one that is too large.
#[derive(Debug)]
pub(super) enum Tree {
    Whole(Element),
    /// It begins in this line.
    TooLarge(u32),
}

/// The trees of a text, below a root of this name.
pub(super) struct Trees<'t> {
    reader: Reader<&'t [u8]>,
    text: &'t str,
    /// As far as lines were counted: bytes, and the line there.
    counted: (usize, u32),
    open: Vec<Element>,
    /// What the open tree holds so far.
    elements: usize,
    bytes: usize,
    depth: usize,
}

impl<'t> Trees<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self {
            reader: Reader::from_str(text),
            text,
            counted: (0, 1),
            open: Vec::new(),
            elements: 0,
            bytes: 0,
            depth: 0,
        }
    }

    /// The root. Everything but an element before it is passed over.
    pub(super) fn root(&mut self) -> Result<String, QuestionRefusal> {
        loop {
            match self.event()? {
                Event::Start(start) => {
                    self.depth = 1;
                    return Ok(start.name().as_ref().to_owned());
                }
                Event::Empty(_) | Event::Eof => return Ok(String::new()),
                _ => {}
            }
        }
    }

    /// The next tree. Nothing once the root is closed and only empty space follows.
    pub(super) fn next(&mut self) -> Result<Option<Tree>, QuestionRefusal> {
        loop {
            let line = self.line();
            match self.event()? {
                Event::Start(start) => self.begin(&start, line)?,
                Event::Empty(start) => {
                    self.begin(&start, line)?;
                    if let Some(tree) = self.end() {
                        return Ok(Some(tree));
                    }
                }
                Event::End(_) => {
                    if let Some(tree) = self.end() {
                        return Ok(Some(tree));
                    }
                }
                Event::Text(text) => self.add(&text.xml_content(XmlVersion::Implicit1_0)),
                Event::CData(text) => self.add(&text.xml_content(XmlVersion::Implicit1_0)),
                Event::GeneralRef(name) => {
                    let text = match name.resolve_char_ref() {
                        Ok(Some(letter)) => letter.to_string(),
                        Ok(None) => entity(name.as_ref()).ok_or_else(|| QuestionRefusal::Xml {
                            line,
                            why: "an entity that XML does not know".to_owned(),
                        })?,
                        Err(error) => return Err(self.wrong(&error)),
                    };
                    self.add(&text);
                }
                Event::Eof if self.depth == 0 => return Ok(None),
                Event::Eof => {
                    let why = "the file ends within an element".to_owned();
                    return Err(QuestionRefusal::Xml { line, why });
                }
                _ => {}
            }
        }
    }

    fn begin(&mut self, start: &BytesStart<'_>, line: u32) -> Result<(), QuestionRefusal> {
        if self.depth == 0 {
            let why = "something follows the end of the root".to_owned();
            return Err(QuestionRefusal::Xml { line, why });
        }
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(QuestionRefusal::TooDeep(line));
        }
        let mut element =
            Element { name: start.name().as_ref().to_owned(), line, ..Element::default() };
        // Looking for doubles would cost the square of their number.
        for (at, attribute) in start.attributes().with_checks(false).enumerate() {
            if at >= MOST_ATTRIBUTES {
                return Err(QuestionRefusal::TooManyAttributes(line));
            }
            let read = attribute.map_err(quick_xml::Error::from).and_then(|attribute| {
                let value = attribute.normalized_value(XmlVersion::Implicit1_0)?;
                Ok((attribute.key.as_ref().to_owned(), value.into_owned()))
            });
            element.attributes.push(read.map_err(|error| self.wrong(&error))?);
        }
        if self.open.is_empty() {
            (self.elements, self.bytes) = (0, 0);
        }
        self.elements += 1;
        self.bytes += start.len();
        if self.is_too_large() {
            element.attributes.clear();
        }
        self.open.push(element);
        Ok(())
    }

    /// Closes an element; gives the tree when it was the last open one.
    fn end(&mut self) -> Option<Tree> {
        self.depth = self.depth.saturating_sub(1);
        let element = self.open.pop()?;
        let is_too_large = self.is_too_large();
        match self.open.last_mut() {
            // Embedded files are left behind, however large they are.
            Some(_) if is_too_large || element.name == "file" => None,
            Some(around) => {
                around.inside.push(element);
                None
            }
            None if is_too_large => Some(Tree::TooLarge(element.line)),
            None => Some(Tree::Whole(element)),
        }
    }

    fn add(&mut self, text: &str) {
        let too_large = self.bytes + text.len() > LONGEST_TEXT;
        if let Some(element) = self.open.last_mut().filter(|element| element.name != "file") {
            self.bytes += text.len();
            if !too_large {
                element.text.push_str(text);
            }
        }
    }

    fn is_too_large(&self) -> bool {
        self.elements > MOST_ELEMENTS || self.bytes > LONGEST_TEXT
    }

    fn event(&mut self) -> Result<Event<'t>, QuestionRefusal> {
        match self.reader.read_event() {
            Ok(Event::DocType(_)) => Err(QuestionRefusal::Doctype(self.line())),
            Ok(event) => Ok(event),
            Err(error) => Err(self.wrong(&error)),
        }
    }

    fn wrong(&mut self, error: &quick_xml::Error) -> QuestionRefusal {
        let why = error.to_string();
        let why = why.chars().filter(|letter| !super::hidden(*letter)).take(200).collect();
        QuestionRefusal::Xml { line: self.line(), why }
    }

    /// The line that the reader has come to.
    fn line(&mut self) -> u32 {
        let now = usize::try_from(self.reader.buffer_position()).unwrap_or(usize::MAX);
        let now = now.min(self.text.len());
        let (at, line) = self.counted;
        let more = self.text.get(at..now).unwrap_or_default().matches('\n').count();
        let line = line.saturating_add(u32::try_from(more).unwrap_or(u32::MAX));
        self.counted = (now.max(at), line);
        line
    }
}

fn entity(name: &str) -> Option<String> {
    quick_xml::escape::resolve_xml_entity(name).map(str::to_owned)
}
