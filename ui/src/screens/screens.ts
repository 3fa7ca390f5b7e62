// Every screen of the app, once: where it is, what stands there, and whether the rail leads to it. The
// order of the rail is the order of this table.

import BookOpen from '@lucide/svelte/icons/book-open';
import House from '@lucide/svelte/icons/house';
import Info from '@lucide/svelte/icons/info';
import SettingsIcon from '@lucide/svelte/icons/settings';
import type { Component } from 'svelte';
import type { PlaceName, Places, Route } from '../shared/navigation';
import { useSession } from '../shared/session/session.svelte';
import type { MessageId } from '../shared/text';
import HomeScreen from './home/HomeScreen.svelte';

export interface RailEntry {
  icon: typeof House;
  word: MessageId;
  /** `learn` stands at the top, `app` at the bottom. */
  group: 'learn' | 'app';
  /** Other places where this entry is the current one. */
  also?: readonly PlaceName[];
  /** Absent: always. */
  shown?: () => boolean;
}

export interface Screen<Name extends PlaceName> extends Route {
  /** A screen gets the parameters of its place, and what the view before handed over. */
  component: Component<Places[Name] & { given?: unknown }> | Component<Record<string, never>>;
  rail?: RailEntry;
  /** Without rail: the whole window belongs to it. */
  alone?: boolean;
}

export type ScreenTable = { readonly [Name in PlaceName]?: Screen<Name> };

const mustChoose = (): PlaceName | null => (useSession().mustChoose ? 'who' : null);

export const SCREENS: ScreenTable = {
  home: {
    path: '/home',
    component: HomeScreen,
    guard: mustChoose,
    rail: { icon: House, word: 'rail-home', group: 'learn' },
  },
};
void BookOpen; void Info; void SettingsIcon;
