//! The answers of an attempt in a few bytes each; `schema/trainer.sql` says how they lie.

/// The form that is written.
const FORM: u8 = 1;

const NO_MARK: u8 = 0;
const FULL_MARK: u8 = 1;
const OWN_MARK: u8 = 2;
const LEFT_OUT: u8 = 3;

/// How sure somebody was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sureness {
    /// Not said.
    #[default]
    NotSaid,
    /// A guess.
    Guess,
    /// Thinks so.
    Think,
    /// Sure.
    Sure,
}

impl Sureness {
    const ALL: [Self; 4] = [Self::NotSaid, Self::Guess, Self::Think, Self::Sure];
}

/// A question of an attempt with the answer that counts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PackedAnswer {
    /// Number of the kept question.
    pub item: u32,
    /// From 0 to 1; nothing when it was left out.
    pub mark: Option<f64>,
    /// The chosen options: bit 0 stands for the first.
    pub chosen: u64,
    /// How sure.
    pub sureness: Sureness,
    /// From the question to the answer.
    pub elapsed_ms: u32,
}

/// Packs answers.
pub(crate) fn pack(answers: &[PackedAnswer]) -> Vec<u8> {
    let mut out = Vec::with_capacity(1 + 8 * answers.len());
    out.push(FORM);
    for answer in answers {
        let kind = match answer.mark {
            None => LEFT_OUT,
            Some(mark) if mark >= 1.0 => FULL_MARK,
            Some(mark) if mark <= 0.0 => NO_MARK,
            Some(_) => OWN_MARK,
        };
        whole(&mut out, answer.item.into());
        out.push(kind | ((answer.sureness as u8) << 2));
        whole(&mut out, answer.chosen);
        whole(&mut out, answer.elapsed_ms.into());
        if let Some(mark) = answer.mark.filter(|_| kind == OWN_MARK) {
            out.extend(mark.to_le_bytes());
        }
    }
    out
}

/// Unpacks answers into a list that is used again for the next attempt. `None` when they are not whole.
pub(crate) fn unpack(bytes: &[u8], into: &mut Vec<PackedAnswer>) -> Option<()> {
    into.clear();
    let (form, mut left) = bytes.split_first()?;
    if *form != FORM {
        return None;
    }
    while !left.is_empty() {
        let item = u32::try_from(read_whole(&mut left)?).ok()?;
        let (&said, rest) = left.split_first()?;
        left = rest;
        let chosen = read_whole(&mut left)?;
        let elapsed_ms = u32::try_from(read_whole(&mut left)?).ok()?;
        let mark = match said & 3 {
            NO_MARK => Some(0.0),
            FULL_MARK => Some(1.0),
            OWN_MARK => {
                let (bytes, rest) = left.split_first_chunk::<8>()?;
                left = rest;
                Some(f64::from_le_bytes(*bytes))
            }
            _ => None,
        };
        let sureness = *Sureness::ALL.get(usize::from(said >> 2))?;
        into.push(PackedAnswer { item, mark, chosen, sureness, elapsed_ms });
    }
    Some(())
}

fn whole(out: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        out.push(value.to_le_bytes()[0] | 0x80);
        value >>= 7;
    }
    out.push(value.to_le_bytes()[0]);
}

fn read_whole(left: &mut &[u8]) -> Option<u64> {
    let mut value = 0;
    for shift in (0..64).step_by(7) {
        let (&byte, rest) = left.split_first()?;
        *left = rest;
        value |= u64::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return Some(value);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn some() -> Vec<PackedAnswer> {
        let answer = |item, mark, chosen, sureness, elapsed_ms| PackedAnswer {
            item,
            mark,
            chosen,
            sureness,
            elapsed_ms,
        };
        vec![
            answer(1, Some(1.0), 1, Sureness::Sure, 12_345),
            answer(300, Some(0.0), 1 << 40, Sureness::NotSaid, 0),
            answer(u32::MAX, Some(1.0 / 3.0), u64::MAX, Sureness::Guess, u32::MAX),
            answer(7, None, 0, Sureness::Think, 9),
        ]
    }

    #[test]
    fn answers_come_back_as_they_were() {
        let mut back = some();
        unpack(&pack(&some()), &mut back).unwrap();
        assert_eq!(back, some());
        unpack(&pack(&[]), &mut back).unwrap();
        assert!(back.is_empty());
        assert!(pack(&some()[..1]).len() <= 6, "a usual answer is a few bytes");
    }

    #[test]
    fn what_is_cut_off_or_of_another_form_is_refused() {
        let bytes = pack(&some());
        let mut into = Vec::new();
        let ends = [0, 2, 3, 4, bytes.len() - 1];
        for end in ends {
            assert_eq!(unpack(&bytes[..end], &mut into), None, "{end}");
        }
        let another = [&[FORM + 1], &bytes[1..]].concat();
        assert_eq!(unpack(&another, &mut into), None);
        assert_eq!(unpack(&[FORM, 1, 0xf0, 0, 0], &mut into), None);
    }
}
