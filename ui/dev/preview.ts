// The real app over made-up answers, for looking at screens in a browser.
//   ?place=/modules/the-notice/step/three-parts   where to begin
//   &state=new|mid|steps|done|who                 how far the learner is
//   &lang=en-XA|ar-XB &theme=dark &text=200 &contrast=more &font=sans &trainer=on &notice
//   &fail=record_decision:DiskFull                 a command that is refused
//   &slow=2000                                     each answer takes so long
//   &axe                                           what the audit finds, as text at the end of the page
//   &do=[data-testid=decide];…                     clicks these, one after the other
// Each file in fixtures/ may export `answers`: commands with what they give.

import { mockIPC } from '@tauri-apps/api/mocks';
import { answers as learnerAnswers, failure } from './backend';

type Answers = Record<string, (args: Record<string, unknown>) => unknown>;
const FIXTURES = import.meta.glob<{ answers?: Answers }>('./fixtures/*.ts', { eager: true });

const query = new URLSearchParams(location.search);
// As in the app, where nothing may change what all objects share. Axe itself cannot run that way.
if (!query.has('axe')) Object.freeze(Object.prototype);
const answers: Answers = Object.assign({}, learnerAnswers, ...Object.values(FIXTURES).map((one) => one.answers ?? {}));
const failing = new Map((query.get('fail') ?? '').split(',').map((one) => one.split(':') as [string, string]));

mockIPC(async (command, payload) => {
  if (query.has('slow')) await new Promise((done) => setTimeout(done, Number(query.get('slow'))));
  const code = failing.get(command);
  if (code) throw failure(code);
  const answer = answers[command];
  if (!answer) throw failure('Internal');
  return structuredClone(answer(((payload as { args?: Record<string, unknown> })?.args ?? {}) as Record<string, unknown>));
});

if (query.has('place')) location.hash = query.get('place') ?? '';

await import('../src/main');

const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));
for (const step of (query.get('do') ?? '').split(';').filter(Boolean)) {
  await wait(250);
  const [selector = '', typed] = step.split('=>');
  const element = document.querySelector<HTMLElement>(selector);
  if (!element) console.error(`nothing is ${selector}`);
  if (typed !== undefined && (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)) {
    element.value = typed;
    element.dispatchEvent(new Event('input', { bubbles: true }));
  } else if (typed === 'focus') element?.focus();
  else element?.click();
}
if (query.has('axe')) {
  await wait(400);
  const { audit } = await import('./audit');
  const note = document.createElement('pre');
  note.id = 'axe';
  note.textContent = await audit();
  document.body.append(note);
}
if (query.has('scroll')) {
  await wait(200);
  window.scrollTo(0, Number(query.get('scroll')));
}
document.documentElement.dataset.preview = 'ready';
