//! An organisation's colour, made readable: mixed with black or white as little as needed.
//!
//! Relative luminance and contrast ratio are those of WCAG 2.2 ("relative luminance", "contrast ratio"): text
//! needs 4.5 to 1 (1.4.3), and 7 to 1 where more contrast is asked for (1.4.6). A mark needs 3 to 1 (1.4.11),
//! which 4.5 includes.

use eighteen_pack::Colour;

use crate::wire::builder::{AccentShown, Tones};

/// Text and marks.
const LEAST: f64 = 4.5;
/// Under the pointer, and where more contrast is asked for.
const MORE: f64 = 7.0;
/// How much further the tone under the pointer goes at least, of 255.
const FURTHER: u16 = 28;
/// How much of the tone its wash holds, of 255.
const WASH: u16 = 20;

/// The papers of one theme, as `ui/src/shared/styles/tokens.css` has them, and what readable means there.
struct Paper {
    background: Colour,
    surface: Colour,
    sunken: Colour,
    /// What the colour is mixed with.
    towards: Colour,
    /// The words on a button.
    on: Colour,
}

const LIGHT: Paper = Paper {
    background: Colour([0xf5, 0xf3, 0xee]),
    surface: Colour([0xff, 0xff, 0xff]),
    sunken: Colour([0xea, 0xe7, 0xdf]),
    towards: Colour([0, 0, 0]),
    on: Colour([0xff, 0xff, 0xff]),
};

const DARK: Paper = Paper {
    background: Colour([0x11, 0x16, 0x1c]),
    surface: Colour([0x1a, 0x21, 0x2a]),
    sunken: Colour([0x0b, 0x0f, 0x14]),
    towards: Colour([0xff, 0xff, 0xff]),
    on: Colour([0x0b, 0x0f, 0x14]),
};

/// What the app shows in place of a colour.
pub(crate) fn shown(own: Colour) -> AccentShown {
    AccentShown { own: own.to_string(), light: tones(own, &LIGHT), dark: tones(own, &DARK) }
}

fn tones(own: Colour, paper: &Paper) -> Tones {
    let first = (0..=255).find(|part| paper.least(mix(own, paper.towards, *part)) >= LEAST);
    let first = first.unwrap_or(255);
    let accent = mix(own, paper.towards, first);
    let hover = (first.saturating_add(FURTHER).min(255)..=255)
        .map(|part| mix(own, paper.towards, part))
        .find(|tone| paper.least(*tone) >= MORE)
        .unwrap_or(paper.towards);
    // What is as far as it can go comes back a little.
    let back = mix(accent, paper.surface, 2 * FURTHER);
    let hover = if hover == accent { back } else { hover };
    Tones {
        accent: accent.to_string(),
        accent_hover: hover.to_string(),
        on_accent: paper.on.to_string(),
        accent_wash: paper.wash(accent).to_string(),
        before: rounded(paper.least(own)),
        after: rounded(paper.least(accent)),
        adjusted: first > 0,
    }
}

impl Paper {
    /// The least contrast of a tone with whatever it stands on.
    fn least(&self, tone: Colour) -> f64 {
        let grounds = [self.background, self.surface, self.sunken, self.on, self.wash(tone)];
        grounds.into_iter().map(|ground| contrast(tone, ground)).fold(f64::MAX, f64::min)
    }

    fn wash(&self, tone: Colour) -> Colour {
        mix(self.surface, tone, WASH)
    }
}

/// So many parts of 255 of the other colour.
fn mix(from: Colour, to: Colour, part: u16) -> Colour {
    let mut mixed = from.0;
    for (mixed, to) in mixed.iter_mut().zip(to.0) {
        let sum = u16::from(*mixed) * (255 - part) + u16::from(to) * part;
        *mixed = u8::try_from((sum + 127) / 255).unwrap_or(u8::MAX);
    }
    Colour(mixed)
}

fn luminance(colour: Colour) -> f64 {
    let [red, green, blue] = colour.0.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// From 1 to 21.
fn contrast(one: Colour, other: Colour) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// As it is told; never more than it is.
fn rounded(ratio: f64) -> f64 {
    (ratio * 10.0).floor() / 10.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn colour(written: &str) -> Colour {
        Colour::read(written).unwrap()
    }

    #[test]
    fn contrast_is_that_of_wcag() {
        let black_on_white = contrast(colour("#000000"), colour("#ffffff"));
        assert!((black_on_white - 21.0).abs() < 1e-9);
        // The lightest grey that is readable on white, as every checker says.
        assert!((contrast(colour("#767676"), colour("#ffffff")) - 4.54).abs() < 0.005);
        assert!((contrast(colour("#777777"), colour("#ffffff")) - 4.48).abs() < 0.005);
    }

    #[test]
    fn the_papers_are_those_of_the_page() {
        let tokens = include_str!("../../../ui/src/shared/styles/tokens.css");
        let (light, dark) = tokens.split_once("[data-theme='dark']").unwrap();
        for (tokens, paper) in [(light, LIGHT), (dark, DARK)] {
            let names = [("bg", paper.background), ("surface", paper.surface)];
            for (name, colour) in names.into_iter().chain([("sunken", paper.sunken)]) {
                let line = format!("--{name}: {colour};");
                assert!(tokens.contains(&line), "{line}");
            }
        }
    }

    #[test]
    fn every_colour_becomes_readable_and_a_readable_one_stays() {
        let steps = || (0..=255_u8).step_by(51);
        for own in steps().flat_map(|r| steps().flat_map(move |g| steps().map(move |b| [r, g, b])))
        {
            for (paper, tones) in
                [(LIGHT, tones(Colour(own), &LIGHT)), (DARK, tones(Colour(own), &DARK))]
            {
                let [accent, hover] = [&tones.accent, &tones.accent_hover].map(|tone| colour(tone));
                assert!(paper.least(accent) >= LEAST, "{own:?} {tones:?}");
                assert!(paper.least(hover) >= MORE, "{own:?} {tones:?}");
                assert_ne!(accent, hover, "{own:?}: nothing happens under the pointer");
                assert_eq!(tones.adjusted, accent != Colour(own), "{own:?}");
                if paper.least(Colour(own)) >= LEAST {
                    assert!(!tones.adjusted, "{own:?} was readable as it was");
                }
            }
        }
    }

    #[test]
    fn a_blue_that_is_too_light_is_darkened_a_little() {
        let shown = shown(colour("#3584e4"));
        assert_eq!(shown.own, "#3584e4");
        assert!(shown.light.adjusted && shown.light.before < 4.5 && shown.light.after >= 4.5);
        assert!(shown.light.after < 4.7, "no more than needed: {:?}", shown.light);
    }
}
