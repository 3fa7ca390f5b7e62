//! The pictures of a pack, read once, and looked up by the figures that show them.

use std::collections::BTreeMap;

use crate::files::{Files, Use, path_use};
use crate::model::{Art, Drawing, Picture};
use crate::notes::Notes;
use crate::raster;
use crate::source::Source;
use crate::svg::read_svg;
use crate::value::Value;

/// Every picture that could be read, by path.
#[derive(Debug, Default)]
pub(crate) struct Media {
    art: BTreeMap<String, Option<Art>>,
    /// The raster pictures.
    pub(crate) pictures: Vec<Picture>,
}

impl Media {
    /// Reads every picture of the pack.
    pub(crate) fn read(files: &Files<'_>, notes: &Notes) -> Self {
        let mut media = Self::default();
        for (path, text) in
            files.texts.iter().filter(|(path, _)| path_use(path) == Ok(Use::Drawing))
        {
            let drawing = read_svg(&Source::new(path, text, notes));
            media.art.insert((*path).to_owned(), drawing.map(Art::Drawing));
        }
        for (path, bytes) in &files.pictures {
            let media_type = raster::check(path, bytes, notes);
            let art = media_type.map(|_| Art::Picture((*path).to_owned()));
            media.art.insert((*path).to_owned(), art);
            media.pictures.extend(media_type.map(|media_type| Picture {
                path: (*path).to_owned(),
                media_type,
                bytes: bytes.to_vec(),
            }));
        }
        let broken = files.broken.iter().map(|path| ((*path).to_owned(), None));
        media.art.extend(broken);
        media
    }

    /// The picture that a figure names. A broken one has been reported at its own place.
    pub(crate) fn find(&self, src: &Value<'_>, notes: &Notes) -> Art {
        let path = src.plain();
        notes.use_file(&path);
        let nothing = Art::Picture(path.clone());
        match self.art.get(&path) {
            Some(art) => art.clone().unwrap_or(nothing),
            None if path.is_empty() => nothing,
            None => {
                let message = "no such picture in the pack; add the file, or correct `src` to media/NAME.svg, .png, .jpg or .webp";
                src.problem("missing-picture", message);
                nothing
            }
        }
    }

    /// The drawing that a question names; spots are areas of its units, which a raster picture has not.
    pub(crate) fn drawing(&self, src: &Value<'_>, notes: &Notes) -> Option<Drawing> {
        match self.find(src, notes) {
            Art::Drawing(drawing) => Some(drawing),
            Art::Picture(path) => {
                if self.pictures.iter().any(|picture| picture.path == path) {
                    let message = "a raster picture has no units to measure spots in; name an SVG";
                    src.problem("not-a-drawing", message);
                }
                None
            }
        }
    }
}
