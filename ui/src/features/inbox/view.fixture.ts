// A message with what is told of it step by step, for tests.

import type { InboxJudgement, InboxView } from '../../api';

const text = (words: string) => [{ kind: 'text' as const, text: words }];

/** Not judged yet. */
export function aView(): InboxView {
  return {
    roundId: 'r', roundNumber: 1, title: 'The inbox', ownerName: 'Mara', ownerRole: 'Pay', ownerAddress: 'mara@harbour.example', known: [],
    rows: [
      { position: 1, from: 'Ann', subject: 'Menu', sent: '2023-06-07T09:00:00', judgement: null, outcome: null },
      { position: 2, from: 'Pay desk', subject: 'Your account', sent: '2023-06-08T16:10:00', judgement: null, outcome: null },
    ],
    judged: 0,
    message: {
      position: 2, from: { name: 'Pay desk', address: 'pay@harbour-pay.example' }, replyTo: null, to: null, subject: 'Your account', sent: '2023-06-08T16:10:00',
      files: [{ id: 'f1', name: 'Statement.pdf.html', size: '2 KB' }],
      links: [{ id: 'l1', text: 'Confirm it', target: 'https://harbour.example.sign-in.example/' }],
      body: [[{ kind: 'words', text: 'Dear colleague,' }], [{ kind: 'words', text: 'Please ' }, { kind: 'link', id: 'l1' }, { kind: 'words', text: ' by noon.' }]],
      spots: ['from', 'subject', 'p1', 'p2', 'l1', 'f1'],
    },
    told: null, shown: null, next: 2, claims: [], terms: [], lang: 'en-GB', dir: 'ltr',
  };
}

/** Judged, not marked. */
export function judgedView(judgement: InboxJudgement): InboxView {
  const outcome = judgement === 'proceed' ? 'missed' : 'caught';
  const told = { judgement, judgedAt: '2026-11-22T10:00:00Z', outcome, nature: 'hostile', means: text('A trap.'), explained: [], mirrors: [] } as const;
  return { ...aView(), judged: 1, next: 1, told: { ...told, explained: [], mirrors: [] } };
}

/** Judged and marked: `from`, `p2` and `l1` tell. */
export function shownView(marked: string[]): InboxView {
  const telling = ['from', 'p2', 'l1'];
  const tell = (at: string, cue: string | null) => ({ at, cue, marked: marked.includes(at), why: text('Because.') });
  return {
    ...judgedView('report'),
    shown: {
      found: telling.filter((spot) => marked.includes(spot)),
      overlooked: telling.filter((spot) => !marked.includes(spot)),
      beside: marked.filter((spot) => !telling.includes(spot)),
      walk: [tell('from', 'domain-spoofing'), tell('p2', null), tell('l1', 'url-hyperlinking')],
      difficulty: 'very', cues: 2, premise: 20,
    },
  };
}
