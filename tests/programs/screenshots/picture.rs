//! Pictures: read, made small, put side by side.

use std::fs::File;
use std::io::{BufReader, BufWriter};
use std::path::Path;

use anyhow::{Context, Result};
use png::{BitDepth, ColorType, Compression, Decoder, Encoder, Filter, Transformations};

use crate::letters;

/// Three bytes a pixel, row by row.
pub(crate) struct Picture {
    width: usize,
    height: usize,
    pixels: Vec<u8>,
}

impl Picture {
    /// A grey one.
    pub(crate) fn blank(width: usize, height: usize) -> Self {
        Self { width, height, pixels: vec![0x80; width * height * 3] }
    }

    /// How high it is.
    pub(crate) fn height(&self) -> usize {
        self.height
    }

    /// Writes in black; each dot of a letter is a square of so many pixels. What has no room is left out.
    pub(crate) fn write_words(&mut self, words: &str, left: usize, top: usize, dot: usize) {
        for (across, down) in letters::dots(words) {
            for pixel in 0..dot * dot {
                let (x, y) = (left + across * dot + pixel % dot, top + down * dot + pixel / dot);
                if x < self.width && y < self.height {
                    let at = (y * self.width + x) * 3;
                    self.pixels[at..at + 3].fill(0);
                }
            }
        }
    }

    /// Reads a PNG; what is transparent becomes what lies under it.
    pub(crate) fn read(file: &Path) -> Result<Self> {
        let input = File::open(file).with_context(|| format!("reading {}", file.display()))?;
        let mut decoder = Decoder::new(BufReader::new(input));
        decoder.set_transformations(Transformations::normalize_to_color8());
        let mut reader = decoder.read_info()?;
        let mut bytes = vec![0; reader.output_buffer_size().context("too large")?];
        let frame = reader.next_frame(&mut bytes)?;
        let size = match frame.color_type {
            ColorType::Rgb => 3,
            ColorType::Rgba => 4,
            other => anyhow::bail!("{} is a picture of {other:?}", file.display()),
        };
        let pixels = bytes.chunks_exact(size).flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]);
        let (width, height) = (frame.width as usize, frame.height as usize);
        Ok(Self { width, height, pixels: pixels.collect() })
    }

    /// Writes a PNG as small as it goes; no more than a quarter of a megabyte belongs into a README.
    pub(crate) fn write(&self, file: &Path) -> Result<()> {
        let output = File::create(file).with_context(|| format!("writing {}", file.display()))?;
        let (width, height) = (u32::try_from(self.width)?, u32::try_from(self.height)?);
        let mut encoder = Encoder::new(BufWriter::new(output), width, height);
        encoder.set_color(ColorType::Rgb);
        encoder.set_depth(BitDepth::Eight);
        encoder.set_compression(Compression::High);
        // Screens are flat: rows that repeat pack better without a filter than with the usual guess.
        encoder.set_filter(Filter::NoFilter);
        encoder.write_header()?.write_image_data(&self.pixels)?;
        Ok(())
    }

    /// The same, narrower: each pixel is the mean of those that it stands for.
    pub(crate) fn narrowed(&self, width: usize) -> Self {
        let height = (self.height * width / self.width).max(1);
        let mut pixels = Vec::with_capacity(width * height * 3);
        for y in 0..height {
            for x in 0..width {
                let across = (x * self.width / width)..((x + 1) * self.width / width);
                let down = (y * self.height / height)..((y + 1) * self.height / height);
                pixels.extend(self.mean(across, down));
            }
        }
        Self { width, height, pixels }
    }

    fn mean(&self, across: std::ops::Range<usize>, down: std::ops::Range<usize>) -> [u8; 3] {
        let mut sums = [0_usize; 3];
        let many = (across.len() * down.len()).max(1);
        for y in down {
            for x in across.clone() {
                let at = (y * self.width + x) * 3;
                for (sum, value) in sums.iter_mut().zip(&self.pixels[at..at + 3]) {
                    *sum += usize::from(*value);
                }
            }
        }
        sums.map(|sum| u8::try_from(sum / many).unwrap_or(u8::MAX))
    }

    pub(crate) fn paste(&mut self, other: &Self, left: usize, top: usize) {
        for row in 0..other.height {
            let from = row * other.width * 3;
            let to = ((top + row) * self.width + left) * 3;
            let bytes = other.width * 3;
            self.pixels[to..to + bytes].copy_from_slice(&other.pixels[from..from + bytes]);
        }
    }
}
