// A message on the page: what the reader looks at in it, and the walk through its spots.

import type { InboxMessage, InboxTell } from '../../api';

/** What a mail client needs to show a message. */
export interface Letter {
  message: InboxMessage;
  ownerName: string;
  ownerAddress: string;
  lang: string;
}

export abstract class Looking {
  marked = $state.raw<ReadonlySet<string>>(new Set());
  /** Addresses are set so that look-alike characters differ. */
  clear = $state(false);
  /** The link whose target is shown. */
  link = $state<string | null>(null);
  /** The place in the walk, from 0. */
  at = $state(0);

  abstract get letter(): Letter;

  /** The telling spots, once they may be shown. */
  abstract get walk(): readonly InboxTell[];

  /** Where the shown link would lead. */
  get target(): string | null {
    return this.letter.message.links.find(({ id }) => id === this.link)?.target ?? null;
  }

  get tell(): InboxTell | undefined {
    return this.walk[this.at];
  }

  get isFirst(): boolean {
    return this.at === 0;
  }

  get isLast(): boolean {
    return this.at >= this.walk.length - 1;
  }

  /** One spot on or back; the ends hold. */
  step(by: 1 | -1) {
    this.at = Math.min(Math.max(0, this.walk.length - 1), Math.max(0, this.at + by));
  }
}
