// Writes public/licences/ and THIRD-PARTY.md from the packages that end up in the interface, and the
// list that the About screen shows. Run after a dependency has changed: npm run licences.

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const UI = join(dirname(fileURLToPath(import.meta.url)), '..');
const MODULES = join(UI, 'node_modules');
const OUT = join(UI, 'public/licences');
const read = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** The run-time dependencies with theirs, and the part of Svelte that runs in the page. */
function packages() {
  const found = new Map();
  const wanted = [...Object.keys(read(join(UI, 'package.json')).dependencies), 'svelte', 'clsx', 'esm-env'];
  while (wanted.length > 0) {
    const name = wanted.pop();
    const path = join(MODULES, name, 'package.json');
    if (found.has(name) || !existsSync(path)) continue;
    const json = read(path);
    found.set(name, json);
    // Svelte's other dependencies belong to its compiler.
    if (name !== 'svelte') wanted.push(...Object.keys(json.dependencies ?? {}));
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function licenceText(name) {
  const folder = join(MODULES, name);
  const files = readdirSync(folder).filter((file) => /^licen[cs]e/i.test(file)).sort();
  return files.map((file) => readFileSync(join(folder, file), 'utf8').replace(/\r\n/g, '\n').trim()).join('\n\n');
}

/** For packages that bring no text of their own. */
const NOTE = {
  '@fluent/bundle': `Copyright Mozilla Foundation and others.\n\n${readFileSync(join(MODULES, '@tauri-apps/api/LICENSE-APACHE-2.0'), 'utf8').trim()}`,
};

rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
const rows = [];
for (const json of packages()) {
  const file = `${json.name.replace('@', '').replace('/', '-')}.txt`;
  const text = licenceText(json.name) || NOTE[json.name];
  if (!text) throw new Error(`${json.name} brings no licence text: add a note`);
  writeFileSync(join(OUT, file), `${json.name} ${json.version}\n\n${text}\n`);
  const font = json.name.startsWith('@fontsource');
  rows.push({ name: json.name, version: json.version, licence: font ? 'OFL-1.1' : json.license, file });
}

writeFileSync(join(UI, 'src/screens/about/parts.json'), `${JSON.stringify(rows, null, 2)}\n`);
writeFileSync(
  join(UI, 'THIRD-PARTY.md'),
  [
    '# What the interface is built with',
    '',
    'Written by `npm run licences`. These parts end up in the app; the texts of their licences stand in',
    '`public/licences/` and are shipped with it. Tools that only build or test are not listed.',
    '',
    '| part | version | licence | text |',
    '|---|---|---|---|',
    ...rows.map(({ name, version, licence, file }) => `| ${name} | ${version} | ${licence} | public/licences/${file} |`),
    '',
    'Fonts: Source Serif 4 (reading, headings), Atkinson Hyperlegible Next (interface), Atkinson Hyperlegible Mono',
    '(addresses, keys), Vazirmatn (Arabic script). Only the subsets named in `src/shared/styles/fonts.css` are shipped.',
    'Icons: Lucide; the rule and the pennant are our own.',
    '',
  ].join('\n'),
);
console.log(`${rows.length} parts`);
