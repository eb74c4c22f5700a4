import { selectorWord, shellWord } from '../../../../lib/mesh/private/runbook/shell';

test.each([
  ['web', 'web'], ['app=web,version=v1', 'app=web,version=v1'], ['', '\'\''], ['a b', '\'a b\''], ['$HOME', '\'$HOME\''], ['it\'s', '\'it\'\\\'\'s\''], ['a;b', '\'a;b\''],
])('%j is %s in a command', (text, word) => {
  expect(shellWord(text)).toBe(word);
});

test('labels are one word', () => {
  expect(selectorWord({ 'app': 'web', 'example.com/part': 'edge' })).toBe('app=web,example.com/part=edge');
});
