import { describe, expect, it } from 'vitest';
import schema from '../../../../crates/pack/schemas/message.schema.json';
import type { InboxDetection } from '../../api';
import { plain } from '../../shared/text';
import { biasWords, sensitivityWords } from './standing';
import { aView } from './view.fixture';
import { beginning, cueName, spotName, tellKind } from './words';

const { message } = aView();

describe('words of the inbox', () => {
  it('has a name for every cue of the format', () => {
    const kinds = schema.properties.cue.items.properties.kind.enum;
    expect(kinds).toHaveLength(23);
    for (const kind of kinds) expect(cueName(kind), kind).not.toBe(kind);
    expect(cueName('from-a-newer-pack')).toBe('from-a-newer-pack');
  });

  it('names every kind of spot by what stands there', () => {
    const names = message.spots.map((spot) => plain(spotName(message, spot)));
    expect(names).toEqual([
      'Sender: Pay desk <pay@harbour-pay.example>',
      'Subject: Your account',
      'Paragraph 1: Dear colleague,',
      'Paragraph 2: Please Confirm it by noon.',
      'Link: Confirm it',
      'Attachment: Statement.pdf.html',
    ]);
  });

  it('cuts a long paragraph between words', () => {
    expect(beginning('short')).toBe('short');
    const cut = beginning('word '.repeat(40).trim());
    expect(cut.endsWith('word …')).toBe(true);
    expect(cut.length).toBeLessThanOrEqual(72);
  });

  it('says what a spot does in a message of either nature', () => {
    const cue = { at: 'from', cue: 'domain-spoofing', marked: false, why: [] };
    const sign = { ...cue, cue: null };
    const kinds = [tellKind(cue, 'hostile'), tellKind(cue, 'genuine'), tellKind(sign, 'genuine'), tellKind(sign, 'hostile')];
    expect(kinds.map(plain)).toEqual([
      'Gives it away: a look-alike domain',
      'Looks alarming: a look-alike domain',
      'Speaks for it',
      'True, and used as bait',
    ]);
  });
});

describe('signal detection in words', () => {
  const about = (sensitivity: number, half: number, bias = 0): InboxDetection => ({
    sensitivity,
    sensitivityWithin: { low: sensitivity - half, high: sensitivity + half },
    bias,
    biasWithin: { low: bias - half / 2, high: bias + half / 2 },
  });

  it('says how well the two are told apart, and when that may be chance', () => {
    expect(sensitivityWords(about(0.2, 1))).toContain('guessing');
    expect(sensitivityWords(about(1, 0.8))).toBe('You tell some of them apart.');
    expect(sensitivityWords(about(1, 1.5))).toContain('guessing would explain it too');
    expect(sensitivityWords(about(2, 1))).toContain('apart well');
    expect(sensitivityWords(about(3, 1))).toContain('very well');
  });

  it('says a lean only where the interval leaves out zero', () => {
    expect(biasWords(about(2, 1, -0.8))).toContain('suspicion');
    expect(biasWords(about(2, 1, 0.8))).toContain('trust');
    expect(biasWords(about(2, 2, 0.8))).toBe('No clear lean to either side.');
  });
});
