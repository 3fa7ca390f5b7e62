//! Keys, as WebDriver writes them.

/// A key that is no character, or a combination.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// Tab.
    Tab,
    /// Shift and Tab.
    ShiftTab,
    /// Enter.
    Enter,
    /// Control and Enter.
    CtrlEnter,
    /// Space.
    Space,
    /// Escape.
    Escape,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Home.
    Home,
    /// End.
    End,
    /// Backspace.
    Backspace,
    /// A character with Control held.
    Ctrl(char),
    /// A character with Alt held.
    Alt(char),
    /// A character.
    Char(char),
}

const SHIFT: char = '\u{E008}';
const CONTROL: char = '\u{E009}';
const ALT: char = '\u{E00A}';

impl Key {
    /// What is held down, and what is struck.
    pub(crate) fn strokes(self) -> (Option<char>, char) {
        match self {
            Self::Tab => (None, '\u{E004}'),
            Self::ShiftTab => (Some(SHIFT), '\u{E004}'),
            Self::Enter => (None, '\u{E007}'),
            Self::CtrlEnter => (Some(CONTROL), '\u{E007}'),
            Self::Space => (None, ' '),
            Self::Escape => (None, '\u{E00C}'),
            Self::Up => (None, '\u{E013}'),
            Self::Down => (None, '\u{E015}'),
            Self::Left => (None, '\u{E012}'),
            Self::Right => (None, '\u{E014}'),
            Self::Home => (None, '\u{E011}'),
            Self::End => (None, '\u{E010}'),
            Self::Backspace => (None, '\u{E003}'),
            Self::Ctrl(letter) => (Some(CONTROL), letter),
            Self::Alt(letter) => (Some(ALT), letter),
            Self::Char(letter) => (None, letter),
        }
    }
}
