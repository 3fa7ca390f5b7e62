// Settings are saved at once. Each says for itself whether it has been saved.

import { asFailure, type Failure, type Settings } from '../../api';
import { useSession } from '../../shared/session/session.svelte';

export class SettingsForm {
  /** The setting that was saved last, until another one changes. */
  saved = $state<keyof Settings | undefined>(undefined);
  /** The setting that could not be saved; it shows its old value again. */
  failed = $state<keyof Settings | undefined>(undefined);
  failure = $state.raw<Failure | undefined>(undefined);

  get values(): Settings | undefined {
    return useSession().settings;
  }

  async change<Name extends keyof Settings>(name: Name, value: Settings[Name]): Promise<void> {
    if (this.values?.[name] === value) return;
    this.saved = undefined;
    this.failed = undefined;
    this.failure = undefined;
    try {
      await useSession().change({ [name]: value });
      this.saved = name;
    } catch (thrown) {
      this.failed = name;
      this.failure = asFailure(thrown);
    }
  }
}
