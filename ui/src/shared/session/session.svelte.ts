// Who is learning, with which settings, in which course. One for the whole page.

import {
  type Course,
  type Learner,
  type Settings,
  type Startup,
  type StepLink,
  type StoreNotice,
  chooseLearner,
  nameLearner,
  saveSettings,
  startup,
} from '../../api';
import { Load } from '../state/load.svelte';
import { i18n } from '../text';
import { applyAccent, applyAppearance } from './appearance';

export const TEXT_SIZES = { smallest: 100, largest: 200, step: 25 } as const;

export class Session {
  readonly load: Load<Startup>;
  /** What the controls show: the choice at once, the saved value again when saving failed. */
  settings = $state.raw<Settings | undefined>(undefined);
  current = $state.raw<Learner | null>(null);
  learners = $state.raw<Learner[]>([]);
  /** The person does not want to give a name now; asked again when the app starts anew. */
  nameSkipped = $state(false);
  /** The person has read the notice about the store. */
  noticeRead = $state(false);

  /** Somebody else is here, who begins anew. */
  #newcomer = $state(false);
  #saved: Settings | undefined;
  #saving: Promise<unknown> = Promise.resolve();

  constructor() {
    this.load = new Load(async () => {
      const state = await startup();
      this.#take(state);
      return state;
    });
  }

  #take(state: Startup) {
    this.learners = state.learners;
    this.current = state.current;
    this.#saved = state.settings;
    this.#show(state.settings);
    if (typeof document !== 'undefined') applyAccent(state.course.organisation?.accent ?? null);
  }

  #show(settings: Settings) {
    this.settings = settings;
    i18n.use(settings.language);
    if (typeof document !== 'undefined') applyAppearance(settings);
  }

  get ready(): boolean {
    return this.load.data !== undefined;
  }

  #known(): Startup {
    if (!this.load.data) throw new Error('asked for the session before it was there');
    return this.load.data;
  }

  get course(): Course {
    return this.#known().course;
  }

  /** Module and step that a newcomer starts with. */
  get opening(): StepLink {
    return this.#known().opening;
  }

  get notice(): StoreNotice | null {
    return this.noticeRead ? null : this.#known().notice;
  }

  /** Several people learn on this computer, and nobody has said who is here now. */
  get mustChoose(): boolean {
    return this.current === null && this.learners.length > 0 && !this.#newcomer;
  }

  /** Shows the change at once and saves it. When saving fails the old value comes back and the failure is thrown. */
  async change(patch: Partial<Settings>): Promise<void> {
    if (!this.settings) return;
    const wanted = { ...this.settings, ...patch };
    this.#show(wanted);
    // One after the other, so that two quick changes cannot overtake each other.
    const save = this.#saving.then(() => saveSettings(wanted));
    this.#saving = save.catch(() => undefined);
    try {
      this.#saved = await save;
    } catch (thrown) {
      if (this.#saved && this.settings === wanted) this.#show(this.#saved);
      throw thrown;
    }
  }

  async changeTextSize(to: 'larger' | 'smaller' | 'normal'): Promise<void> {
    const { smallest, largest, step } = TEXT_SIZES;
    const now = this.settings?.textPercent ?? smallest;
    const wanted = to === 'normal' ? smallest : now + (to === 'larger' ? step : -step);
    const textPercent = Math.min(largest, Math.max(smallest, wanted));
    if (textPercent !== now) await this.change({ textPercent });
  }

  /** Whatever a newcomer saves first makes the learner: asks who that is. Quiet, because nothing waits for it. */
  async refresh(): Promise<void> {
    try {
      const { current, learners } = await startup();
      this.current = current;
      this.learners = learners;
    } catch {
      // The next view asks again.
    }
  }

  /** Says who is learning; without an id somebody else begins anew. */
  async choose(learnerId: string | null): Promise<void> {
    const state = await chooseLearner({ learnerId });
    this.nameSkipped = false;
    this.#newcomer = learnerId === null;
    this.#take(state);
    this.load.set(state);
  }

  /** The learner is erased: whoever is here now has to say who they are. */
  erased(left: Startup) {
    this.nameSkipped = false;
    this.#newcomer = false;
    this.#take(left);
    this.load.set(left);
  }

  /** Another course is taught now, or another version of it. */
  courseChanged(state: Startup) {
    this.#take(state);
    this.load.set(state);
  }

  /** A saved decision says who is learning; the first one of a newcomer makes the learner. */
  learned(learner: Learner) {
    this.current = learner;
    const others = this.learners.filter((known) => known.id !== learner.id);
    this.learners = [learner, ...others];
  }

  async name(name: string): Promise<Learner> {
    const learner = await nameLearner({ name });
    this.learned(learner);
    return learner;
  }
}

let session: Session | undefined;

/** The session of this page; begun when it is first asked for. */
export function useSession(): Session {
  session ??= new Session();
  return session;
}
