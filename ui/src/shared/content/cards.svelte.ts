// The one open card of a claim or a term. It opens beside the words that it belongs to.

import type { ClaimCard, TermCard } from '../../api';
import type { PackWords } from './pack';

export type OpenCard = ({ kind: 'claim'; card: ClaimCard } | { kind: 'term'; card: TermCard }) & {
  opener: HTMLElement;
  words: PackWords;
};

class Cards {
  open = $state.raw<OpenCard | undefined>(undefined);

  toggle(card: OpenCard) {
    this.open = this.open?.opener === card.opener ? undefined : card;
  }

  close() {
    this.open = undefined;
  }
}

export const cards = new Cards();
