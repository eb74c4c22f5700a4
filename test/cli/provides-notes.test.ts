import { providesNotes } from '../../lib/cli/provides-notes';
import { readInput } from '../../lib/inspect/model/input';
import { SourceFile } from '../../lib/inspect/model/source-file';
import { testSchemas } from '../support/object-set';

const notes = (annotations: string): string[] => (
  providesNotes(readInput([new SourceFile('a.yaml', `apiVersion: v1\nkind: Service\nmetadata:\n  name: a\n  annotations: ${annotations}\n`)]).objects, [], testSchemas)
);

const problems = [
  ['Secert shop/tls', 'unknown kind Secert; did you mean Secret?'],
  ['shop/tls', "expected 'Kind namespace/name', for example 'Secret istio-system/shop-tls'"],
  ['Secret tls', "a Secret needs a namespace; write 'Secret namespace/tls'"],
] as const;

test.each(problems)('of %s on an object a note says what is wrong', (entry, problem) => {
  expect(notes(`{cdk8s-mesh/provides: 'Service web/pay, ${entry},'}`)).toEqual([`a.yaml:5: Service a: cdk8s-mesh/provides: "${entry}": ${problem}`]);
});

test.each(problems)('of %s, said by an app, a note says once what is wrong', (entry, problem) => {
  const assumed = ['Service web/pay', ` ${entry}`, entry, ''];
  expect(providesNotes([], [{ assumed, saidBy: 'dist/prod/.cdk8s-mesh' }, { assumed }], testSchemas)).toEqual([
    `dist/prod/.cdk8s-mesh: cdk8s-mesh/provides: "${entry}": ${problem}`, `a construct: cdk8s-mesh/provides: "${entry}": ${problem}`,
  ]);
});

test.each(['{cdk8s-mesh/provides: "Service web/pay,Namespace web, "}', '{cdk8s-mesh/provides: ""}', '{cdk8s-mesh/provides: 7}', '{}', '', '[a]', '7'])('nothing is said of %s', annotations => {
  expect(notes(annotations)).toEqual([]);
});
