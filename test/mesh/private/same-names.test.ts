import { ApiObject, Chart, Testing } from 'cdk8s';
import { Construct } from 'constructs';
import { sameNameProblems } from '../../../lib/mesh/private/same-names';

interface Other {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly name?: string;
  readonly namespace?: string;
}

/** Objects called `web` in a chart; those of the owner stand in a construct. */
function problemsOf(...others: Other[]): string[] {
  const chart = new Chart(Testing.app(), 'shop', { namespace: 'shop' });
  const owner = new Construct(chart, 'web');
  const rules = { apiVersion: 'example.com/v1', kind: 'Rules' };
  const ours = new ApiObject(owner, 'rules', { ...rules, metadata: { name: 'web' } });
  const foreign = others.map(({ name = 'web', namespace, ...type }, index) => (
    new ApiObject(chart, `other-${index}`, { ...rules, ...type, metadata: { name, namespace } })
  ));
  return sameNameProblems([...foreign, ours], new Set([owner]));
}

test('an object of the name of ours is a problem, whatever version it is written in', () => {
  const problem = (index: number): string => (
    `shop/other-${index}: is the Rules "web", and so is "shop/web/rules" in the same namespace; only the last of the two would apply. Give this one another name, or patch the other object.`
  );
  expect(problemsOf({}, { apiVersion: 'example.com/v2' })).toEqual([problem(0), problem(1)]);
});

test('another kind, group, name or namespace is none', () => {
  expect(problemsOf({ kind: 'Policy' }, { apiVersion: 'example.org/v1' }, { name: 'orders' }, { namespace: 'other' })).toEqual([]);
});

test('what two others call alike is not ours to judge', () => {
  expect(problemsOf({ name: 'orders' }, { name: 'orders' })).toEqual([]);
});
