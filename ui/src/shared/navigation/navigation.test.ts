import { describe, expect, it } from 'vitest';
import { Navigation, type Surroundings } from './navigation.svelte';
import { address, match, type Routes } from './places';

/** A browser's history in memory. */
class Around implements Surroundings {
  stack: { state: { index: number }; to: string }[] = [];
  at = -1;
  height = 0;
  #act: ((index: number | undefined, to: string) => void) | undefined;

  constructor(private readonly first = '') {}

  pushState(state: { index: number }, to: string) {
    this.stack = [...this.stack.slice(0, this.at + 1), { state, to }];
    this.at += 1;
  }
  replaceState(state: { index: number }, to: string) {
    if (this.at < 0) this.at = 0;
    this.stack[this.at] = { state, to };
  }
  back() {
    this.at -= 1;
    const entry = this.stack[this.at];
    if (entry) this.#act?.(entry.state.index, entry.to);
  }
  onpop(act: (index: number | undefined, to: string) => void) {
    this.#act = act;
  }
  scrolled() {
    return this.height;
  }
  address() {
    return this.first;
  }
}

const ROUTES: Routes = {
  welcome: { path: '/welcome' },
  home: { path: '/home' },
  module: { path: '/modules/:moduleId' },
  step: { path: '/modules/:moduleId/step/:stepId?' },
};

function started(first = '', routes: Routes = ROUTES) {
  const around = new Around(first);
  const navigation = new Navigation();
  navigation.start(routes, 'home', around);
  return { navigation, around };
}

describe('going about', () => {
  it('begins at home, or at the address of the page', () => {
    expect(started().navigation.current.name).toBe('home');
    const { current } = started('/modules/the-notice/step/three-parts').navigation;
    expect(current.name).toBe('step');
    expect(current.params).toEqual({ moduleId: 'the-notice', stepId: 'three-parts' });
  });

  it('goes and comes back, also by the gesture of the system', () => {
    const { navigation, around } = started();
    navigation.go('module', { moduleId: 'the-notice' });
    expect(around.stack.at(-1)?.to).toBe('/modules/the-notice');
    navigation.back();
    expect(navigation.current.name).toBe('home');
    expect(navigation.canGoBack).toBe(false);
  });

  it('returns to the height at which a page was left, and lets only one heading take the focus', () => {
    const { navigation, around } = started();
    navigation.arrive();
    around.height = 640;
    navigation.go('module', { moduleId: 'the-notice' });
    expect(navigation.arrive()).toBe(0);
    expect(navigation.arrive()).toBeUndefined();
    navigation.back();
    expect(navigation.arrive()).toBe(640);
  });

  it('hands over once: on return the view asks for what is true then', () => {
    const { navigation } = started();
    navigation.go('step', { moduleId: 'the-notice', stepId: 'one' }, { title: 'One' });
    expect(navigation.current.given).toEqual({ title: 'One' });
    navigation.go('step', { moduleId: 'the-notice', stepId: 'two' });
    navigation.back();
    expect(navigation.current.params.stepId).toBe('one');
    expect(navigation.current.given).toBeUndefined();
  });

  it('makes a screen anew for each entry', () => {
    const { navigation } = started();
    const first = navigation.current.key;
    navigation.go('home');
    expect(navigation.current.key).not.toBe(first);
  });

  it('goes back to the step before when one came from there, and forward to it otherwise', () => {
    const { navigation, around } = started();
    navigation.go('step', { moduleId: 'm', stepId: 'one' });
    navigation.go('step', { moduleId: 'm', stepId: 'two' });
    navigation.goOrBack('step', { moduleId: 'm', stepId: 'one' });
    expect(around.at).toBe(1);
    navigation.goOrBack('step', { moduleId: 'm', stepId: 'zero' });
    expect(around.at).toBe(2);
    expect(navigation.current.params.stepId).toBe('zero');
  });

  it('stands elsewhere where a guard says so, also on return', () => {
    let open = true;
    const { navigation } = started('', { ...ROUTES, welcome: { path: '/welcome', guard: () => (open ? null : 'home') } });
    navigation.go('welcome');
    expect(navigation.current.name).toBe('welcome');
    navigation.go('module', { moduleId: 'm' });
    open = false;
    navigation.back();
    expect(navigation.current.name).toBe('home');
  });

  it('does not go where there is no screen', () => {
    expect(() => started().navigation.go('about')).toThrow('no screen');
    expect(started().navigation.has('about')).toBe(false);
  });
});

describe('an address', () => {
  it('is made of a path and its parameters, and read back', () => {
    const to = address('/modules/:moduleId/step/:stepId?', { moduleId: 'a/b', stepId: 'c' });
    expect(to).toBe('/modules/a%2Fb/step/c');
    expect(match('/modules/:moduleId/step/:stepId?', to)).toEqual({ moduleId: 'a/b', stepId: 'c' });
    expect(match('/modules/:moduleId', to)).toBeNull();
  });
});
