// Lets a validator that is not ours judge every statement of a file: node statements.mjs FILE. First it has to
// refuse statements that are wrong, for a judge who takes everything is none.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

// The validator is one of the page's tools.
const need = createRequire(new URL('../../../ui/package.json', import.meta.url));
const judge = need('@learninglocker/xapi-validation').default;

const [, , file] = process.argv;
const statements = JSON.parse(readFileSync(file, 'utf8'));
const wrongs = [
  (one) => ({ ...one, id: 'no-uuid' }),
  (one) => ({ ...one, timestamp: 'yesterday' }),
  (one) => ({ ...one, verb: { id: 'answered' } }),
  (one) => ({ ...one, actor: { account: { name: 'x' } } }),
  (one) => ({ ...one, result: { score: { scaled: 1.5 } } }),
  (one) => ({ ...one, result: { duration: '12 s' } }),
];
for (const wrong of wrongs) {
  if (judge(wrong(statements[0])).length === 0) throw new Error(`the validator takes what is wrong: ${String(wrong)}`);
}
let refused = 0;
for (const one of statements) {
  const warnings = judge(one);
  if (warnings.length === 0) continue;
  refused += 1;
  console.log(`${one.id}: ${JSON.stringify(warnings[0])}`);
}
const verbs = new Set(statements.map((one) => one.verb.display.en));
const types = new Set(statements.map((one) => one.object.definition.interactionType).filter(Boolean));
console.log(`${statements.length} statements, ${verbs.size} verbs, ${types.size} types of interaction, ${refused} refused`);
process.exitCode = refused === 0 && verbs.size === 6 && types.size === 6 ? 0 : 1;
