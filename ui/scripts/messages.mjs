// Writes src/shared/text/messages.ts from the English catalogue, and with --check finds what is
// wrong between the catalogue and the sources: a stale file, an unused or missing message, a message
// that is defined twice, and words in a component that stand outside the catalogue.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FluentParser, Visitor } from '@fluent/syntax';
import { visibleWords } from './visible-words.mjs';

const UI = join(dirname(fileURLToPath(import.meta.url)), '..');
const CATALOGUE = join(UI, 'locales/en-GB');
const TARGET = join(UI, 'src/shared/text/messages.ts');
const check = process.argv.includes('--check');
const problems = [];

/** The variables of a message, and the messages that it refers to. */
class Names extends Visitor {
  variables = new Set();
  messages = new Set();
  visitVariableReference(node) {
    this.variables.add(node.id.name);
  }
  visitMessageReference(node) {
    this.messages.add(node.id.name);
  }
}

function readCatalogue() {
  const messages = new Map();
  const referred = new Set();
  for (const file of readdirSync(CATALOGUE).filter((name) => name.endsWith('.ftl')).sort()) {
    const resource = new FluentParser().parse(readFileSync(join(CATALOGUE, file), 'utf8'));
    for (const entry of resource.body) {
      if (entry.type === 'Junk') problems.push(`${file}: cannot be read: ${entry.content.split('\n')[0]}`);
      if (entry.type !== 'Message') continue;
      if (messages.has(entry.id.name)) problems.push(`${file}: ${entry.id.name} is defined twice`);
      const names = new Names();
      names.visit(entry);
      for (const name of names.messages) referred.add(name);
      messages.set(entry.id.name, [...names.variables].sort());
    }
  }
  return { messages, referred };
}

function typescript(messages) {
  const lines = [...messages].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, variables]) => {
    const type = variables.length === 0 ? 'undefined' : `{ ${variables.map((name) => `${name}: Value`).join('; ')} }`;
    return `  '${id}': ${type};`;
  });
  return [
    '// Written by `npm run messages` from locales/en-GB. Do not edit.',
    '',
    "import type { FluentVariable as Value } from '@fluent/bundle';",
    '',
    '/** The variables of each message. */',
    'export interface MessageArgs {',
    ...lines,
    '}',
    '',
    'export type MessageId = keyof MessageArgs;',
    '',
  ].join('\n');
}

function* sources(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* sources(path);
    else if (/\.(ts|svelte)$/.test(entry.name) && !/\.test\.ts$/.test(entry.name) && path !== TARGET) yield path;
  }
}

const { messages, referred } = readCatalogue();
const wanted = typescript(messages);

if (!check) {
  writeFileSync(TARGET, wanted);
  console.log(`${messages.size} messages`);
} else {
  let current = '';
  try {
    current = readFileSync(TARGET, 'utf8');
  } catch {
    // A missing file is a stale one.
  }
  if (current !== wanted) problems.push('src/shared/text/messages.ts is stale: npm run messages');

  const used = new Set(referred);
  for (const path of sources(join(UI, 'src'))) {
    const text = readFileSync(path, 'utf8');
    const name = relative(UI, path);
    for (const [, id] of text.matchAll(/['"`]([a-z][a-z0-9]*(?:-[a-z0-9]+)*)['"`]/g)) {
      if (messages.has(id)) used.add(id);
    }
    for (const [, id] of text.matchAll(/\bt\(\s*['"`]([^'"`$]+)['"`]/g)) {
      if (!messages.has(id)) problems.push(`${name}: there is no message ${id}`);
    }
    if (path.endsWith('.svelte')) problems.push(...visibleWords(text, name));
  }
  for (const id of messages.keys()) {
    if (!used.has(id)) problems.push(`${id} is not used`);
  }
}

if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exit(1);
}
