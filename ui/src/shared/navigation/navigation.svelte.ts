// Where the person is and how they came there. Mirrored in the history of the page, so that the back
// gestures of every system do the same as our own button.

import { type GoArgs, type PlaceName, type Places, type Routes, address, match } from './places';

type Params = Record<string, string | undefined>;

export interface Entry {
  /** Grows with every entry; a screen is made anew for each. */
  key: number;
  name: PlaceName;
  params: Params;
  /** What the view before was handed for this one, so that it is not asked for again. */
  given?: unknown;
  /** How far down the page was when it was left. */
  scroll: number;
}

/** The parts of a browser that navigation uses; the tests bring their own. */
export interface Surroundings {
  pushState(state: { index: number }, address: string): void;
  replaceState(state: { index: number }, address: string): void;
  back(): void;
  onpop(act: (index: number | undefined, address: string) => void): void;
  scrolled(): number;
  address(): string;
}

export const browser: Surroundings = {
  pushState: (state, to) => history.pushState(state, '', `#${to}`),
  replaceState: (state, to) => history.replaceState(state, '', `#${to}`),
  back: () => history.back(),
  onpop: (act) => {
    // The page returns to its height itself, once its content is there.
    history.scrollRestoration = 'manual';
    window.addEventListener('popstate', (event: PopStateEvent) =>
      act((event.state as { index?: number } | null)?.index, location.hash.slice(1)),
    );
  },
  scrolled: () => window.scrollY,
  address: () => location.hash.slice(1),
};

export class Navigation {
  #entries = $state.raw<Entry[]>([]);
  #index = $state(0);
  #routes: Routes = {};
  #around: Surroundings | undefined;
  #keys = 0;
  /** The next heading that appears takes the focus, and the page goes to this height. */
  #arriving: number | undefined;

  /** Begins at the address of the page, or at the place given for a page without one. */
  start(routes: Routes, first: 'home' | 'welcome' | 'who' = 'home', around: Surroundings = browser) {
    this.#routes = routes;
    this.#around = around;
    const found = this.#find(around.address()) ?? { name: first, params: {} };
    this.#entries = [this.#entry(found.name, found.params)];
    this.#index = 0;
    this.#arriving = 0;
    this.#mirror('replace');
    around.onpop((index, to) => this.#popped(index, to));
  }

  get started(): boolean {
    return this.#entries.length > 0;
  }

  get current(): Entry {
    const entry = this.#entries[this.#index];
    if (!entry) throw new Error('navigation has not started');
    return entry;
  }

  get canGoBack(): boolean {
    return this.#index > 0;
  }

  /** There is a screen for it. */
  has(name: PlaceName): boolean {
    return this.#routes[name] !== undefined;
  }

  /** The address for a link. */
  href<Name extends PlaceName>(name: Name, params?: Places[Name]): string {
    const route = this.#routes[name];
    return `#${route ? address(route.path, (params ?? {}) as Params) : '/'}`;
  }

  go<Name extends PlaceName>(name: Name, ...[params, given]: GoArgs<Name>) {
    this.#leave();
    const entry = this.#entry(name, (params ?? {}) as Params, given);
    this.#entries = [...this.#entries.slice(0, this.#index + 1), entry];
    this.#index += 1;
    this.#arriving = 0;
    this.#mirror('push');
  }

  /** Like go, and Back does not come here again. */
  replace<Name extends PlaceName>(name: Name, ...[params, given]: GoArgs<Name>) {
    const entry = this.#entry(name, (params ?? {}) as Params, given);
    this.#entries = this.#entries.with(this.#index, entry);
    this.#arriving = 0;
    this.#mirror('replace');
  }

  /** Back, when one came from there; else goes there. So the page returns to its height where it can. */
  goOrBack<Name extends PlaceName>(name: Name, params: Places[Name]) {
    const before = this.#entries[this.#index - 1];
    const wanted = Object.entries(params as Params);
    const same = before?.name === name && wanted.every(([key, value]) => before.params[key] === value);
    if (same) this.back();
    else (this.go as (name: PlaceName, params: unknown) => void).call(this, name, params);
  }

  /** To where one came from; to home when there is nothing before. */
  back() {
    if (this.canGoBack) this.#around?.back();
    else if (this.current.name !== 'home') this.replace('home');
  }

  /** Gives the height to go to, once for each arrival; nothing when nobody has just arrived. */
  arrive(): number | undefined {
    const height = this.#arriving;
    this.#arriving = undefined;
    return height;
  }

  #entry(name: PlaceName, params: Params, given?: unknown): Entry {
    const route = this.#routes[name];
    if (!route) throw new Error(`there is no screen ${name}`);
    const instead = route.guard?.();
    if (instead && instead !== name) return this.#entry(instead, {});
    return { key: this.#keys++, name, params, given, scroll: 0 };
  }

  #find(to: string): { name: PlaceName; params: Params } | undefined {
    for (const [name, route] of Object.entries(this.#routes)) {
      const params = match(route.path, to);
      if (params) return { name: name as PlaceName, params };
    }
    return undefined;
  }

  /** Remembers the height, and forgets what was handed over: on return it may be out of date. */
  #leave() {
    const left = { ...this.current, given: undefined, scroll: this.#around?.scrolled() ?? 0 };
    this.#entries = this.#entries.with(this.#index, left);
  }

  #mirror(how: 'push' | 'replace') {
    const { name, params } = this.current;
    const route = this.#routes[name];
    if (!route || !this.#around) return;
    const to = address(route.path, params);
    if (how === 'push') this.#around.pushState({ index: this.#index }, to);
    else this.#around.replaceState({ index: this.#index }, to);
  }

  #popped(index: number | undefined, to: string) {
    this.#leave();
    if (index !== undefined && this.#entries[index]) {
      this.#index = index;
      // Made anew: the screen asks for what is true now, and its guard is asked again.
      const { name, params, scroll } = this.current;
      this.#entries = this.#entries.with(index, { ...this.#entry(name, params), scroll });
      this.#arriving = scroll;
      return;
    }
    const found = this.#find(to);
    if (found) {
      this.#entries = [...this.#entries.slice(0, this.#index + 1), this.#entry(found.name, found.params)];
      this.#index += 1;
      this.#arriving = 0;
      this.#mirror('replace');
    }
  }
}

export const navigation = new Navigation();
