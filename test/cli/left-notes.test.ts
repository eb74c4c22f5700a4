import { leftNotes } from '../../lib/cli/left-notes';
import type { Fix } from '../../lib/inspect/fix/fix';
import type { Repair } from '../../lib/inspect/fix/repair';
import { readInput } from '../../lib/inspect/model/input';
import { SourceFile } from '../../lib/inspect/model/source-file';
import type { ObjectPath } from '../../lib/inspect/schema/violation';

const [object] = readInput([new SourceFile('a\u001B.yaml', 'kind: A\na: &x {c: v}\nb: *x\nd: |\n  e\n')]).objects;
const repair = (...path: ObjectPath): Repair => {
  const fix: Fix = [{ kind: 'set', path, to: 'z' }];
  return { object, fix, code: 'A001', path };
};

test('each place is named once, with the reason', () => {
  expect(leftNotes([repair('a', 'c'), repair('b', 'c'), repair('d')])).toEqual([
    'a\\u001b.yaml:2:8: A001 was not fixed because a YAML alias uses it in several places: fix it by hand',
    'a\\u001b.yaml:4:1: A001 was not fixed because it is not plain text on one line: fix it by hand',
  ]);
});

test('where all was mended there is nothing to say', () => {
  expect(leftNotes([])).toEqual([]);
});
