// What the organisation has decided for this computer, asked for once a screen.

import { type LockedSetting, type PolicyShown, policy } from '../../api';
import { Load } from '../../shared/state/load.svelte';
import { t } from '../../shared/text';

export class OrganisationPolicy {
  readonly load: Load<PolicyShown>;

  constructor(ask: () => Promise<PolicyShown> = policy) {
    this.load = new Load(ask);
  }

  /** Whose policy it is; nothing where there is none. */
  get organisation(): string | undefined {
    return this.load.data?.organisation || undefined;
  }

  /** Whom to ask; nothing where nobody is named. */
  get contact(): string | undefined {
    return this.load.data?.contact ?? undefined;
  }

  /** Why a setting cannot be changed here; nothing where it can. */
  reason(setting: LockedSetting): string | undefined {
    const shown = this.load.data;
    if (!shown?.locked.includes(setting)) return undefined;
    return shown.contact ? t('policy-locked', { contact: shown.contact }) : t('policy-locked-alone');
  }
}
