import { describe, expect, it } from 'vitest';
import { isCurrent, TRAINER_PAGES } from '../../features/reports/pages';
import type { PlaceName } from '../../shared/navigation';
import { SCREENS } from '../screens';

const behindTheDoor = (Object.keys(SCREENS) as PlaceName[]).filter((place) => place.startsWith('trainer') && place !== 'trainer-view');

describe('the pages of the trainer’s area', () => {
  it('name every place behind the door, each place once', () => {
    for (const place of behindTheDoor) {
      const current = TRAINER_PAGES.filter((page) => isCurrent(page, place));
      expect(current, place).toHaveLength(1);
    }
  });

  it('lead to places that need nothing to be known', () => {
    for (const page of TRAINER_PAGES) {
      expect(SCREENS[page.to]?.path, page.to).not.toMatch(/:\w+(\/|$)/);
    }
  });
});
