import { describe, expect, it, vi } from 'vitest';
import type { Delivery, StatementLine, StoreNamed } from '../../api';
import { Delivering, StoreForm } from './delivery.svelte';
import { Statements } from './statements.svelte';

const delivery = (part: Partial<Delivery> = {}): Delivery => ({
  store: { address: 'https://lrs.example.org/xapi', version: '2.0.0', name: 'app', password: 'keyring' },
  locked: false,
  learner: true,
  agreedAt: null,
  state: { kind: 'idle' },
  waiting: 0,
  delivered: 0,
  setAside: 0,
  reasons: [],
  ...part,
});

const commands = (answers: Partial<Delivery>[]) => {
  const next = () => Promise.resolve(delivery(answers.length > 1 ? answers.shift() : answers[0]));
  return { delivery: next, agreeToDelivery: next, pauseDelivery: next, removeRecordStore: next, sendNow: next, sendSetAside: next };
};

describe('the way to the store', () => {
  it('is looked at again only while something moves', async () => {
    const delivering = new Delivering(commands([{ state: { kind: 'sending' }, waiting: 3 }, { delivered: 3 }]));
    await vi.waitFor(() => expect(delivering.moves).toBe(true));
    await delivering.look();
    expect(delivering.load.data?.delivered).toBe(3);
    expect(delivering.moves).toBe(false);
  });

  it('stays as it is when looking again fails', async () => {
    const working = commands([{ state: { kind: 'sending' }, waiting: 3 }]);
    let fails = false;
    const delivering = new Delivering({ ...working, delivery: () => (fails ? Promise.reject(new Error('no')) : working.delivery()) });
    await vi.waitFor(() => expect(delivering.load.data?.waiting).toBe(3));
    fails = true;
    await delivering.look();
    expect(delivering.load.data?.waiting).toBe(3);
    expect(delivering.load.failure).toBeUndefined();
  });

  it('says whether something was done, and shows what came of it', async () => {
    const delivering = new Delivering(commands([{}, { agreedAt: '2026-11-23T08:00:00Z' }, { store: null, state: { kind: 'off' } }]));
    await vi.waitFor(() => expect(delivering.load.data).toBeDefined());
    expect(await delivering.agree(true)).toBe(true);
    expect(delivering.load.data?.agreedAt).not.toBeNull();
    delivering.removing = true;
    expect(await delivering.remove()).toBe(true);
    expect(delivering.removing).toBe(false);
    expect(delivering.load.data?.store).toBeNull();
  });
});

describe('the form of a store', () => {
  it('begins with what is known, and never with a password', () => {
    const never = () => Promise.resolve({ kind: 'refused', why: 'noName' } as const);
    const form = new StoreForm(delivery().store, never);
    expect([form.address, form.version, form.name, form.password]).toEqual(['https://lrs.example.org/xapi', '2.0.0', 'app', '']);
    expect(new StoreForm(null, never).version).toBe('1.0.3');
  });

  it('keeps what was typed when it is refused, and forgets the password when it is taken', async () => {
    const answers: StoreNamed[] = [{ kind: 'refused', why: 'notHttps' }, { kind: 'taken', delivery: delivery() }];
    const form = new StoreForm(null, () => Promise.resolve(answers.shift() ?? { kind: 'refused', why: 'noName' }));
    form.address = 'http://lrs.example.org';
    form.password = 'secret';
    expect(await form.save()).toBeUndefined();
    expect([form.refused, form.address, form.password]).toEqual(['notHttps', 'http://lrs.example.org', 'secret']);
    expect((await form.save())?.delivery.store?.name).toBe('app');
    expect([form.refused, form.password]).toEqual([undefined, '']);
  });
});

describe('statements', () => {
  const line = (seq: number, state: StatementLine['state'] = 'waiting'): StatementLine => ({
    seq,
    id: String(seq),
    verb: 'answered',
    madeAt: '2026-11-23T08:00:00Z',
    state,
    text: '{}',
  });

  it('come a page at a time, and anew when something was sent', async () => {
    let newest = [line(4), line(3)];
    const statements = new Statements(({ before }) =>
      Promise.resolve(before === null ? { statements: newest, more: true } : { statements: [line(2), line(1)].filter(({ seq }) => seq < before), more: false }),
    );
    await vi.waitFor(() => expect(statements.lines.length).toBe(2));
    expect(statements.more).toBe(true);
    await statements.older();
    expect(statements.lines.map(({ seq }) => seq)).toEqual([4, 3, 2, 1]);
    expect(statements.more).toBe(false);
    newest = [line(5), line(4, 'delivered')];
    await statements.again();
    expect(statements.lines.map(({ seq }) => seq)).toEqual([5, 4]);
    expect(statements.more).toBe(true);
  });
});
