import { beforeEach, expect, it, vi } from 'vitest';
import type { CertificateEntry, Course } from '../../api';
import { MyCertificates } from './certificates.svelte';
import { paperWords } from './paper-words';

const { certificates, saveCertificate } = vi.hoisted(() => ({ certificates: vi.fn(), saveCertificate: vi.fn() }));
vi.mock('../../api', async (original) => ({ ...(await original<object>()), certificates, saveCertificate }));

const COURSE = { title: 'Eighteen Days' } as Course;
const PASSED = { passedAt: '2026-11-22', version: 1, code: 'ABCD' };
const MODULE: CertificateEntry = { moduleId: 'm1', number: 1, title: 'The notice', steps: 8, stepsDone: 8, passed: PASSED };

beforeEach(() => {
  certificates.mockReset().mockResolvedValue({ name: 'Maya', unprintable: [], entries: [MODULE] });
  saveCertificate.mockReset().mockResolvedValue({ path: '/c.pdf', rows: 1 });
});

it('saves the certificate of a module with the words of the page', async () => {
  const mine = new MyCertificates(COURSE);
  await mine.save(MODULE);
  expect(saveCertificate).toHaveBeenCalledOnce();
  const { moduleId, words } = saveCertificate.mock.calls[0]![0];
  expect(moduleId).toBe('m1');
  expect(words.ofCourse).toBe('Module 1 of the course Eighteen Days');
  expect(words.day).toBe('22 November 2026');
  expect(mine.written).toEqual({ path: '/c.pdf', rows: 1 });
  expect(mine.current).toBe('The notice');
});

it('saves nothing that was not passed', async () => {
  const mine = new MyCertificates(COURSE);
  await mine.save({ ...MODULE, passed: null });
  expect(saveCertificate).not.toHaveBeenCalled();
});

it('says nothing when the dialog was cancelled', async () => {
  saveCertificate.mockResolvedValue(null);
  const mine = new MyCertificates(COURSE);
  await mine.save(MODULE);
  expect(mine.written).toBeNull();
  expect(mine.action.failure).toBeUndefined();
});

it('prints no marks of direction', () => {
  const words = paperWords(COURSE, { ...MODULE, moduleId: null, number: null }, PASSED);
  expect(words.ofCourse).toBe('Of the course Eighteen Days');
  expect(JSON.stringify(words)).not.toMatch(/[\u2066-\u2069]/);
  expect(words.how.join(' ')).toContain('2026-11-22');
});
