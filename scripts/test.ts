// Runs all tests, or the steps that are named: `npm test`, `npm test -- lint types`. The last line is `N passed, N failed`, alone.
import { oneTest } from './test/step-result';
import { groups, Step } from './test/steps';
import { Summary } from './test/summary';

const wanted = process.argv.slice(2);
const steps = groups.flat(2);
const unknown = wanted.filter(name => !steps.some(step => step.name === name));
const summary = new Summary(line => console.log(line));

async function main(): Promise<void> {
  if (unknown.length > 0) {
    const known = steps.map(({ name, about }) => `  ${name.padEnd(9)} ${about}`).join('\n');
    summary.add('arguments', oneTest(false, `Known steps:\n${known}`, `unknown step "${unknown.join('", "')}"`), 0);
    return;
  }
  for (const group of groups) {
    await Promise.all(group.map(runInOrder));
  }
}

async function runInOrder(lane: readonly Step[]): Promise<void> {
  for (const { name, run } of lane.filter(step => wanted.length === 0 || wanted.includes(step.name))) {
    const start = performance.now();
    const result = await run().catch((error: unknown) => oneTest(false, String(error), 'the step itself crashed'));
    summary.add(name, result, performance.now() - start);
  }
}

void main().finally(() => {
  process.exitCode = summary.end() ? 0 : 1;
});
