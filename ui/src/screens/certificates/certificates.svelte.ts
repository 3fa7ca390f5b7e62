// Certificates: what there are, and saving one. One is saved at a time; its row says where it is.

import { type CertificateEntry, type Course, type Exported, certificates, saveCertificate } from '../../api';
import { Action } from '../../shared/state/action.svelte';
import { Load } from '../../shared/state/load.svelte';
import { paperWords } from './paper-words';

export class MyCertificates {
  readonly load = new Load(certificates);
  readonly action = new Action();
  /** The entry that is being saved or was saved last, by its title. */
  current = $state<string | undefined>(undefined);
  written = $state.raw<Exported | null>(null);

  constructor(private readonly course: Course) {}

  async save(entry: CertificateEntry): Promise<void> {
    const { moduleId, passed, title } = entry;
    if (!passed || this.action.running) return;
    this.current = title;
    this.written = null;
    const words = paperWords(this.course, entry, passed);
    this.written = (await this.action.run(() => saveCertificate({ moduleId, words }))) ?? null;
  }
}
