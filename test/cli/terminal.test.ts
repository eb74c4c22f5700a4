import { processTerminal } from '../../lib/cli/terminal';

const { isTTY } = process.stdout;
const { env } = process;

afterEach(() => {
  process.stdout.isTTY = isTTY;
  process.env = env;
});

test.each([
  ['on a terminal', true, { TERM: 'xterm' }, true],
  ['on a terminal that is not named', true, {}, true],
  ['into a pipe', false, { TERM: 'xterm' }, false],
  ['with NO_COLOR', true, { TERM: 'xterm', NO_COLOR: '1' }, false],
  ['with an empty NO_COLOR, which says nothing', true, { TERM: 'xterm', NO_COLOR: '' }, true],
  ['on a terminal that knows no colors', true, { TERM: 'dumb' }, false],
])('colors %s: %p, %j', (_, terminal, variables, colors) => {
  process.stdout.isTTY = terminal;
  process.env = variables;
  expect(processTerminal().colors).toBe(colors);
});

test('results go to stdout, and notes to stderr, each on a line', () => {
  const stdout = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  const stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  processTerminal().write('result');
  processTerminal().note('note');
  const written = [stdout.mock.calls, stderr.mock.calls];
  jest.restoreAllMocks();
  expect(written).toEqual([[['result']], [['note\n']]]);
});
