// Answers the commands of the learner's side from the course that ships, with a learner in memory.
// Query parameters choose the state; see preview.ts.

import type {
  AfterStep, AttemptSummary, Block, ClaimCard, Home, Learner, ModuleCard, ModuleOverview, NextUp, Settings, Startup, StepLink, StepView, UserError,
} from '../src/api/bindings';
import { claims, lessons, modules, pack, released, terms } from './content';

const query = new URLSearchParams(location.search);
const state = query.get('state') ?? 'new';

const settings: Settings = {
  language: query.get('lang') ?? 'en-GB',
  textPercent: Number(query.get('text') ?? 100),
  theme: (query.get('theme') ?? 'light') as Settings['theme'],
  moreContrast: query.get('contrast') === 'more' ? 'on' : 'system',
  lessMotion: 'system',
  readingFont: query.get('font') === 'sans' ? 'sans' : 'serif',
  singleKeys: true,
  trainerArea: query.get('trainer') === 'on',
};

const now = () => new Date().toISOString();
const yesterday = new Date(Date.now() - 86_400_000).toISOString();
const maya: Learner = { id: 'l1', name: 'Maya Okafor', lastSeen: yesterday };
const tomas: Learner = { id: 'l2', name: 'HL-20417', lastSeen: '2026-10-02T08:12:00+01:00' };

let current: Learner | null = state === 'new' || state === 'who' ? null : maya;
let learners: Learner[] = state === 'new' ? [] : state === 'who' ? [maya, tomas, { id: 'l3', name: null, lastSeen: '2026-09-12T10:00:00Z' }] : [maya];
const done = new Set<string>();
const taken = new Map<string, { optionId: string; savedAt: string }>();
const written = new Map<string, string>();
let here: { moduleId: string; stepId: string } | undefined;

const stepsOf = (moduleId: string) => lessons.get(moduleId) ?? [];
if (state === 'mid') for (const step of stepsOf('the-notice').slice(0, 3)) done.add(`the-notice/${step.id}`);
if (state === 'steps' || state === 'done') for (const step of stepsOf('the-notice')) done.add(`the-notice/${step.id}`);
if (state === 'done') for (const module of modules) for (const step of stepsOf(module.id)) done.add(`${module.id}/${step.id}`);
if (state === 'mid') here = { moduleId: 'the-notice', stepId: stepsOf('the-notice')[3]?.id ?? '' };

const MINUTES = 2;

function attempt(moduleId: string, tryNumber: number, points: number): AttemptSummary {
  const module = modules.find((one) => one.id === moduleId);
  return {
    attemptId: `${moduleId}-${tryNumber}`, form: 'check', moduleId, moduleNumber: module.number, moduleTitle: module.title, tryNumber,
    startedAt: '2026-11-20T09:30:00Z', finishedAt: '2026-11-20T09:36:12Z', packVersion: 1, points, of: 8, passPoints: 6, passed: points >= 6, elapsedMs: 372_000,
  };
}

const attempts: AttemptSummary[] = state === 'done' ? [...modules.map((one) => attempt(one.id, 1, one.number === 4 ? 6.5 : 7)).reverse(), attempt('the-notice', 1, 4.5)] : [];

function card(module: (typeof modules)[number]): ModuleCard {
  const steps = stepsOf(module.id);
  const stepsDone = steps.filter((step) => done.has(`${module.id}/${step.id}`)).length;
  const best = attempts.filter((one) => one.moduleId === module.id).sort((a, b) => b.points - a.points)[0] ?? null;
  return {
    id: module.id, number: module.number, title: module.title, summary: module.summary, when: module.when, from: module.from, to: module.to,
    minutes: steps.length * MINUTES, minutesLeft: (steps.length - stepsDone) * MINUTES, steps: steps.length, stepsDone,
    state: best?.passed ? 'completed' : stepsDone === steps.length ? 'stepsDone' : stepsDone > 0 ? 'started' : 'notStarted', best,
  };
}

function link(moduleId: string, stepId: string): StepLink {
  const number = stepsOf(moduleId).findIndex((one) => one.id === stepId) + 1;
  const step = stepsOf(moduleId)[number - 1];
  return { moduleId, moduleNumber: modules.find((one) => one.id === moduleId).number, stepId, stepNumber: number, title: step?.title ?? '', minutes: MINUTES };
}

function nextIn(moduleId: string): NextUp | null {
  const one = card(modules.find((each) => each.id === moduleId));
  if (one.state === 'completed') return null;
  const step = stepsOf(moduleId).find((each) => !done.has(`${moduleId}/${each.id}`));
  if (!step) return { kind: 'startCheck', moduleId, moduleNumber: one.number, moduleTitle: one.title, minutesLeft: 6 };
  const lastOpened = one.stepsDone > 0 ? yesterday : null;
  return { kind: 'step', link: link(moduleId, step.id), moduleTitle: one.title, of: one.steps, minutesLeft: one.minutesLeft, fresh: one.stepsDone === 0, lastOpened };
}

function withAnswers(block: Block, moduleId: string, stepId: string): Block {
  const step = stepsOf(moduleId).find((one) => one.id === stepId);
  if (block.kind === 'decision') {
    const chosen = taken.get(`${stepId}/${block.id}`);
    const then = step?.then.get(block.id);
    const consequences = block.options.map((one) => ({ optionId: one.id, text: then?.get(one.id) ?? [] }));
    return { ...block, taken: chosen ? { ...chosen, consequences, claims: [], terms: [] } : null };
  }
  if (block.kind === 'reflection') return { ...block, written: written.get(`${stepId}/${block.id}`) ?? '' };
  return block;
}

function view(moduleId: string, wanted: string | null): StepView {
  const steps = stepsOf(moduleId);
  const index = Math.max(0, steps.findIndex((one) => one.id === (wanted ?? here?.stepId)));
  const step = steps[index];
  if (!step) throw failure('NotFound');
  here = { moduleId, stepId: step.id };
  const module = modules.find((one) => one.id === moduleId);
  const words = JSON.stringify(step.blocks) + JSON.stringify([...step.then.values()].map((one) => [...one.values()]));
  return {
    moduleId, moduleNumber: module.number, moduleTitle: module.title, stepId: step.id, title: step.title, number: index + 1, of: steps.length,
    minutesLeft: (steps.length - index) * MINUTES, blocks: step.blocks.map((one) => withAnswers(one, moduleId, step.id)),
    claims: claims.filter((one): one is ClaimCard => words.includes(`"${one.id}"`)), terms, previousStep: steps[index - 1]?.id ?? null, nextStep: steps[index + 1]?.id ?? null,
    done: done.has(`${moduleId}/${step.id}`), lang: pack.lang, dir: pack.dir,
  };
}

const course = () => ({
  title: pack.title, about: pack.about, lang: pack.lang, dir: pack.dir, version: pack.version, released, publisher: pack.publisher,
  modules: modules.length, minutes: modules.reduce((sum, one) => sum + card(one).minutes, 0), inbox: false, organisation: null, hasStory: false, unsigned: false, packId: 'eighteen-days',
});

const startup = (): Startup => ({
  learners, current, settings, course: course(), opening: link('the-notice', stepsOf('the-notice')[0]?.id ?? ''),
  notice: query.has('notice') ? { kind: 'restoredFromBackup', setAside: '/home/maya/.local/share/eighteen-days/learner.damaged-2026-11-22.db', backupOf: yesterday } : null,
});

function overview(moduleId: string): ModuleOverview {
  const module = modules.find((one) => one.id === moduleId);
  const used = new Set(JSON.stringify(stepsOf(moduleId)).match(/"kind":"claim","text":"[^"]*","id":"[^"]*"/g) ?? []);
  const ids = new Set([...used].map((one) => /"id":"([^"]*)"/.exec(one)?.[1]));
  return {
    card: card(module), outcomes: module.outcomes,
    steps: stepsOf(moduleId).map((one, index) => ({ id: one.id, number: index + 1, title: one.title, minutes: MINUTES, done: done.has(`${moduleId}/${one.id}`), here: here?.stepId === one.id })),
    next: nextIn(moduleId), check: { questions: 8, passPoints: 6, tries: 3, triesUsed: attempts.filter((one) => one.moduleId === moduleId).length, minutes: 6, feedback: 'after', pauseMinutes: 0, opensAt: null, openAttempt: null }, testOut: null,
    attempts: attempts.filter((one) => one.moduleId === moduleId).reverse(),
    sources: [...new Set(claims.filter((one) => ids.has(one.id)).flatMap((one) => one.sources))].sort(), course: course(),
  };
}

export const failure = (code: string): UserError => ({ code: code as UserError['code'], detail: 'store: cannot write: database or disk is full (13)\n  while saving an answer', path: '/home/maya/.local/share/eighteen-days', seconds: 30, opensAt: null });

/* eslint-disable @typescript-eslint/no-explicit-any -- the payload is what the page sent */
export const answers: Record<string, (args: any) => unknown> = {
  startup,
  save_settings: (args) => Object.assign(settings, args),
  about: () => ({ version: '0.1.0', dataDir: '/home/maya/.local/share/eighteen-days', system: 'Debian GNU/Linux 12, x86_64', sqlite: '3.54.1', course: course(), learners: learners.length, answers: 37 }),
  log_page_problem: ({ message }) => {
    (globalThis as any).problems = [...((globalThis as any).problems ?? []), message];
    return null;
  },
  choose_learner: ({ learnerId }) => {
    current = learners.find((one) => one.id === learnerId) ?? null;
    return startup();
  },
  name_learner: ({ name }) => {
    if (name === 'Maya') throw failure('NameTaken');
    current = { ...(current ?? maya), name: String(name).trim() };
    return current;
  },
  home: (): Home => ({ learner: current, next: modules.map((one) => nextIn(one.id)).find(Boolean) ?? null, modules: modules.map(card), story: null, recent: attempts.slice(0, 5), inbox: null, assessment: null, assigned: [], refresher: state === 'new' ? null : { cards: 6, minutes: 5 } }),
  module_overview: ({ moduleId }) => overview(moduleId),
  open_step: ({ moduleId, stepId }) => view(moduleId, stepId),
  record_decision: ({ moduleId, stepId, decisionId, optionId }) => {
    taken.set(`${stepId}/${decisionId}`, { optionId, savedAt: now() });
    if (!current) {
      current = { id: 'l9', name: null, lastSeen: now() };
      learners = [current, ...learners];
    }
    const block = view(moduleId, stepId).blocks.find((one) => one.kind === 'decision' && one.id === decisionId);
    return { taken: block?.kind === 'decision' ? block.taken : null, learner: current };
  },
  save_reflection: ({ stepId, reflectionId, text }) => {
    written.set(`${stepId}/${reflectionId}`, text);
    return { savedAt: now() };
  },
  finish_step: ({ moduleId, stepId }): AfterStep => {
    done.add(`${moduleId}/${stepId}`);
    const steps = stepsOf(moduleId);
    const next = steps[steps.findIndex((one) => one.id === stepId) + 1];
    return next ? { kind: 'step', view: view(moduleId, next.id) } : { kind: 'module', overview: overview(moduleId) };
  },
};
