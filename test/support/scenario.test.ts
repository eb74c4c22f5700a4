import { parseScenario } from './scenario';

test('a scenario has a title, files, a command, and what it has to print', () => {
  expect(parseScenario([
    '==== a title ====', '---- file a/b.yaml ----', 'kind: A', '---', 'kind: B', '---- file empty ----', '---- command ----', 'cat a/b.yaml',
    '---- stdout ----', 'kind: A', '', '---- stderr ----', 'oh', '---- status ----', '2', '',
  ].join('\n'))).toEqual({
    title: 'a title',
    files: { 'a/b.yaml': 'kind: A\n---\nkind: B\n', 'empty': '' },
    command: 'cat a/b.yaml\n',
    stdout: 'kind: A\n\n',
    stderr: 'oh\n',
    status: 2,
  });
});

test('what is not said is empty, and the status 0', () => {
  expect(parseScenario('==== a title ====\n---- command ----\ntrue\n'))
    .toEqual({ title: 'a title', files: {}, command: 'true\n', stdout: '', stderr: '', status: 0 });
});

test.each([
  ['a missing title', '---- command ----\ntrue\n', 'it does not begin with ==== title ===='],
  ['a missing command', '==== a ====\n---- stdout ----\n', 'a part is missing, stands twice or has no name'],
  ['text before the first part', '==== a ====\ntext\n---- command ----\ntrue\n', 'a part is missing, stands twice or has no name'],
  ['a part that stands twice', '==== a ====\n---- command ----\ntrue\n---- command ----\ntrue\n', 'a part is missing, stands twice or has no name'],
  ['a part that nobody knows', '==== a ====\n---- command ----\ntrue\n---- stdour ----\n', '"stdour" is no part'],
])('fails on %s', (_, text, reason) => {
  expect(() => parseScenario(text)).toThrow(`no scenario: ${reason}`);
});
