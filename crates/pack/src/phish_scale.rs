//! How hard a false message is to recognise: the NIST Phish Scale, in one place.
//!
//! Source: S. Dawkins and J. Jacobs, "NIST Phish Scale User Guide", NIST Technical Note 2276 (2023): the 23
//! cues in five types, the bands of the cue count, the five elements of premise alignment with their bands,
//! and the table of difficulty. The method: M. Steves, K. Greene and M. Theofanos, "Categorizing human
//! phishing difficulty: a Phish Scale", Journal of Cybersecurity 6 (2020) tyaa009.
//!
//! The scale is made for false messages. For a genuine one the same count says how alarming it looks; its
//! difficulty is not the scale's, and no report may say so.

use serde::{Deserialize, Serialize};

/// What may give a false message away: the cues of the scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CueKind {
    /// Error: wrong spelling or grammar.
    SpellingAndGrammar,
    /// Error: two things in the message do not agree.
    Inconsistency,
    /// Technical: a kind of file that can do harm.
    AttachmentType,
    /// Technical: the name shown hides another address, also one to reply to.
    SenderNameAndAddress,
    /// Technical: the words of a link hide where it leads.
    UrlHyperlinking,
    /// Technical: a domain that resembles a known one.
    DomainSpoofing,
    /// Looks: a mark of the sender that one would expect is missing.
    NoBranding,
    /// Looks: a logo that is imitated or out of date.
    LogoImitation,
    /// Looks: set as no professional would set it.
    UnprofessionalDesign,
    /// Looks: marks that claim that the message is safe.
    SecurityIndicators,
    /// Language: legal words, copyright, disclaimers.
    LegalLanguage,
    /// Language: details that have nothing to do with the matter.
    DistractingDetail,
    /// Language: asks for something confidential.
    RequestsSensitiveInformation,
    /// Language: presses for time.
    SenseOfUrgency,
    /// Language: threatens, also between the lines.
    ThreateningLanguage,
    /// Language: greets nobody in particular, or not at all.
    GenericGreeting,
    /// Language: says too little about who signs.
    LackOfSignerDetails,
    /// Tactic: asks to help somebody in need.
    HumanitarianAppeals,
    /// Tactic: offers what is too good.
    TooGoodToBeTrue,
    /// Tactic: offers it to you alone.
    YouAreSpecial,
    /// Tactic: offers it for a short time.
    LimitedTimeOffer,
    /// Tactic: looks like an everyday process of work.
    MimicsBusinessProcess,
    /// Tactic: plays a colleague, a superior or an authority.
    PosesAsSomebodyKnown,
}

/// The slugs that the format has for the cues, in the order of the scale.
pub const CUE_KINDS: &[(&str, CueKind)] = &[
    ("spelling-and-grammar", CueKind::SpellingAndGrammar),
    ("inconsistency", CueKind::Inconsistency),
    ("attachment-type", CueKind::AttachmentType),
    ("sender-name-and-address", CueKind::SenderNameAndAddress),
    ("url-hyperlinking", CueKind::UrlHyperlinking),
    ("domain-spoofing", CueKind::DomainSpoofing),
    ("no-branding", CueKind::NoBranding),
    ("logo-imitation", CueKind::LogoImitation),
    ("unprofessional-design", CueKind::UnprofessionalDesign),
    ("security-indicators", CueKind::SecurityIndicators),
    ("legal-language", CueKind::LegalLanguage),
    ("distracting-detail", CueKind::DistractingDetail),
    ("requests-sensitive-information", CueKind::RequestsSensitiveInformation),
    ("sense-of-urgency", CueKind::SenseOfUrgency),
    ("threatening-language", CueKind::ThreateningLanguage),
    ("generic-greeting", CueKind::GenericGreeting),
    ("lack-of-signer-details", CueKind::LackOfSignerDetails),
    ("humanitarian-appeals", CueKind::HumanitarianAppeals),
    ("too-good-to-be-true", CueKind::TooGoodToBeTrue),
    ("you-are-special", CueKind::YouAreSpecial),
    ("limited-time-offer", CueKind::LimitedTimeOffer),
    ("mimics-business-process", CueKind::MimicsBusinessProcess),
    ("poses-as-somebody-known", CueKind::PosesAsSomebodyKnown),
];

impl CueKind {
    /// The slug of the format.
    pub fn slug(self) -> &'static str {
        let found = CUE_KINDS.iter().find(|(_, kind)| *kind == self);
        found.map_or("", |(slug, _)| slug)
    }
}

/// How well a story fits the people whom it reaches: five elements, each 0 (not at all), 2, 4, 6 or 8.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Premise {
    /// Mimics a process or practice of the workplace.
    pub workplace: u32,
    /// Has to do with the work.
    pub relevance: u32,
    /// Fits other situations or events, also outside the workplace.
    pub aligns: u32,
    /// Makes one worry what happens if one does nothing.
    pub concern: u32,
    /// People were trained on it or warned of it: this is taken away from the sum.
    pub warned: u32,
}

impl Premise {
    /// The rating of the alignment, from -8 to 32.
    pub fn rating(self) -> i64 {
        let sum = self.workplace + self.relevance + self.aligns + self.concern;
        i64::from(sum) - i64::from(self.warned)
    }
}

/// Bands of the cue count: the fewer cues, the harder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cues {
    Few,
    Some,
    Many,
}

/// Bands of the premise alignment: the stronger, the harder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Alignment {
    Weak,
    Medium,
    Strong,
}

/// How hard a message is to recognise, easiest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Difficulty {
    /// Least difficult.
    Least,
    /// Moderately to least difficult.
    ModerateToLeast,
    /// Moderately difficult.
    Moderate,
    /// Very difficult.
    Very,
}

/// Counts cues in bands: 1 to 8 are few, 9 to 14 some, 15 and more many. None at all count as few.
fn cue_band(cues: u32) -> Cues {
    match cues {
        0..=8 => Cues::Few,
        9..=14 => Cues::Some,
        _ => Cues::Many,
    }
}

/// Puts a premise rating in its band: up to 10 weak, 11 to 17 medium, from 18 strong.
fn alignment_band(rating: i64) -> Alignment {
    match rating {
        ..=10 => Alignment::Weak,
        11..=17 => Alignment::Medium,
        18.. => Alignment::Strong,
    }
}

/// The difficulty of a message with so many cues and such a premise.
pub fn difficulty(cues: u32, premise: Premise) -> Difficulty {
    match (cue_band(cues), alignment_band(premise.rating())) {
        (Cues::Few, Alignment::Strong | Alignment::Medium) | (Cues::Some, Alignment::Strong) => {
            Difficulty::Very
        }
        (Cues::Few, Alignment::Weak)
        | (Cues::Some, Alignment::Medium)
        | (Cues::Many, Alignment::Strong | Alignment::Medium) => Difficulty::Moderate,
        (Cues::Some, Alignment::Weak) => Difficulty::ModerateToLeast,
        (Cues::Many, Alignment::Weak) => Difficulty::Least,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn premise(rating: u32) -> Premise {
        // What the elements are does not matter here, only what they come to.
        Premise { workplace: rating, ..Premise::default() }
    }

    /// NIST TN 2276, the table of detection difficulty: rows by cues, columns by alignment.
    #[test]
    fn the_table_of_difficulty_is_that_of_the_guide() {
        use Difficulty::{Least, Moderate, ModerateToLeast, Very};
        for (cues, weak, medium, strong) in [
            ([0, 1, 8], Moderate, Very, Very),
            ([9, 11, 14], ModerateToLeast, Moderate, Very),
            ([15, 16, 99], Least, Moderate, Moderate),
        ] {
            for count in cues {
                for (rating, expect) in
                    [(0, weak), (10, weak), (11, medium), (17, medium), (18, strong), (32, strong)]
                {
                    assert_eq!(difficulty(count, premise(rating)), expect, "{count} {rating}");
                }
            }
        }
    }

    #[test]
    fn earlier_warnings_are_taken_away() {
        let premise = Premise { workplace: 8, relevance: 6, aligns: 2, concern: 4, warned: 6 };
        assert_eq!(premise.rating(), 14);
        let only_warned = Premise { warned: 8, ..Premise::default() };
        assert_eq!(only_warned.rating(), -8);
        assert_eq!(difficulty(3, only_warned), Difficulty::Moderate);
    }

    #[test]
    fn the_scale_has_23_cues_and_each_has_its_slug() {
        let slugs: BTreeSet<&str> = CUE_KINDS.iter().map(|(slug, _)| *slug).collect();
        assert_eq!((CUE_KINDS.len(), slugs.len()), (23, 23));
        for (slug, kind) in CUE_KINDS {
            assert_eq!(kind.slug(), *slug);
            assert_eq!(serde_json::to_value(kind).unwrap(), *slug, "kept as the format writes it");
        }
    }
}
