import { expect, it } from 'vitest';

import type { PolicyShown } from '../../api';
import { OrganisationPolicy } from './policy.svelte';

const SHOWN: PolicyShown = {
  place: '/etc/eighteen-days/policy.toml',
  signedBy: null,
  organisation: 'Northwind Freight',
  contact: 'the service desk',
  problems: [],
  notProvided: [],
  locked: ['language'],
  smallestGroup: null,
  learnerDays: null,
  trainerDays: null,
  erased: [],
  erasedByTrainer: [],
};

async function loaded(shown: PolicyShown): Promise<OrganisationPolicy> {
  const policy = new OrganisationPolicy(() => Promise.resolve(shown));
  await expect.poll(() => policy.load.data).toBeDefined();
  return policy;
}

it('says why a setting is locked, and whom to ask', async () => {
  const policy = await loaded(SHOWN);
  expect(policy.reason('language')).toContain('the service desk');
  expect(policy.reason('trainer-area')).toBeUndefined();
});

it('names nobody where nobody is named', async () => {
  const policy = await loaded({ ...SHOWN, contact: null });
  expect(policy.reason('language')).toBe('Your organisation has set this.');
});
