import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { readStage } from '../../../lib/delivery/private/release-state';
import { temporaryFolder } from '../../support/folder';

const states = { key: 'stage', shares: new Map([['0', 0], ['1', 10], ['2', 100]]) };
const folder = temporaryFolder();
let file: string;
beforeEach(() => {
  file = path.join(folder.path, 'reviews.yaml');
});

test.each([['stage: 0\n', 0], ['# of the team\nstage: 1\n', 10], ['stage: "2"\n', 100]])('the file says where the release is: %j', (text, weight) => {
  writeFileSync(file, text);
  expect(readStage(file, states).weight.value).toBe(weight);
});

test.each([
  ['another stage', 'stage: 3\n', 'says stage: 3, which is not in the plan. Known states: "stage: 0", "stage: 1", "stage: 2". Write one of them.'],
  ['nothing', '', 'says no stage. Known states: "stage: 0", "stage: 1", "stage: 2". Write one of them.'],
  ['more', 'stage: 1\nweight: 10\n', 'says "weight", which releases do not read. Known states: "stage: 0", "stage: 1", "stage: 2". Write one of them.'],
  ['two things', 'stage: 1\n---\nstage: 2\n', 'cannot be read: it has more than one document. Write "stage: 0".'],
  ['no YAML', 'stage: [\n', expect.stringMatching(/^cannot be read: .*Write "stage: 0"\.$/)],
])('a file that says %s is refused', (_what, text, problem) => {
  writeFileSync(file, text);
  let message = '';
  try {
    readStage(file, states);
  } catch (error) {
    ({ message } = error as Error);
  }
  expect(message.slice(0, file.length + 2)).toBe(`${file}: `);
  expect(message.slice(file.length + 2)).toEqual(problem);
});

test('a file that is not there is told how to be written', () => {
  expect(() => readStage('releases/none.yaml', states)).toThrow(new Error(
    `releases/none.yaml: does not exist, seen from ${process.cwd()}, where the app runs, so the stage of the release is unknown. Create it: "stage: 0".`,
  ));
  expect(() => readStage('/none.yaml', states)).toThrow(new Error('/none.yaml: does not exist, so the stage of the release is unknown. Create it: "stage: 0".'));
});
