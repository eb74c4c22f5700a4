import { readInput } from '../../../lib/inspect/model/input';
import { SourceFile } from '../../../lib/inspect/model/source-file';
import { summaryOf } from '../../../lib/inspect/report/summary';
import { judge } from '../../support/judge';

test('counts files, objects, findings of each severity, and what was hidden or not judged', () => {
  const yaml = 'apiVersion: v1\nkind: Service\nmetadata: {name: orders}\nspec: {port: 80}\n---\napiVersion: example.com/v1\nkind: Thing\nmetadata: {name: one}\n';
  const verdict = { ...judge(yaml, { filter: { only: ['CRD'], skip: [] } }), suppressed: 3 };
  expect(summaryOf(readInput([new SourceFile('shop.yaml', yaml)]), verdict)).toEqual({
    files: 1, objects: 2, errors: 1, warnings: 0, infos: 0, suppressed: 3, notJudged: 1,
  });
});
