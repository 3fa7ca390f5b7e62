// What the reference implementation of FSRS says of histories of answers: read as JSON from the standard
// input, written as JSON to the standard output. Asked by a test of crates/training.

import { readFileSync } from 'node:fs';
import { FSRSAlgorithm } from 'ts-fsrs';

const { retention, mostDays, histories } = JSON.parse(readFileSync(0, 'utf8'));
const fsrs = new FSRSAlgorithm({ request_retention: retention, maximum_interval: mostDays, enable_fuzz: false });

const answers = histories.map((history) => {
  let memory = null;
  let last = 0;
  return history.map(([grade, day]) => {
    const elapsed = memory ? day - last : 0;
    memory = fsrs.next_state(memory, elapsed, grade);
    last = day;
    return [memory.stability, memory.difficulty, fsrs.next_interval(memory.stability, elapsed)];
  });
});
process.stdout.write(JSON.stringify(answers));
