import { isPath, ownFix } from '../../../lib/inspect/checks/own-fix';
import type { Rule } from '../../../lib/inspect/checks/rule';

const rule: Rule = { code: 'ACME001', slug: 'team-label', severity: 'warning', summary: 'A Service does not say which team it is of.', aliases: [] };

test.each([
  [{ kind: 'set', path: ['spec', 'ports', 0, 'name'], to: 'http' }],
  [{ kind: 'rename', path: ['spec', 'port'], to: 'ports' }],
  [{ kind: 'wrap', path: ['spec', 'port'], key: 'value' }],
  [{ kind: 'move', path: ['spec', 'port'], into: ['metadata'] }],
])('%j is an edit', edit => {
  expect(ownFix([edit], rule)).toEqual([edit]);
});

test.each([
  ['a text', 'http'],
  ['no edit at all', []],
  ['an edit alone', { kind: 'set', path: [], to: '' }],
  ['no edit', ['http']],
  ['an edit of no kind', [{ path: ['spec'], to: 'http' }]],
  ['an edit of a kind that every object has', [{ kind: 'toString', path: ['spec'] }]],
  ['an edit without a path', [{ kind: 'set', to: 'http' }]],
  ['a number to set', [{ kind: 'set', path: ['spec'], to: 80 }]],
  ['a new name that is none', [{ kind: 'rename', path: ['spec'] }]],
  ['a wrapping without a key', [{ kind: 'wrap', path: ['spec'] }]],
  ['a move to a text', [{ kind: 'move', path: ['spec'], into: 'metadata' }]],
  ['one edit that is none', [{ kind: 'set', path: ['spec'], to: 'http' }, {}]],
])('%s is no fix', (_, fix) => {
  expect(() => ownFix(fix, rule)).toThrow('judge yields a problem of ACME001 with an invalid fix: write a list of edits, such as [{ kind: \'set\', path: field.path, to: \'text\' }]');
});

test('a path is a list of keys and places', () => {
  expect([isPath([]), isPath(['spec', 0]), isPath('spec'), isPath([{}]), isPath(undefined)]).toEqual([true, true, false, false, false]);
});
