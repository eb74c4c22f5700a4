import { GLOBAL_BINDINGS } from '../bindings';
import type { ChartPlan } from '../chart-plan';
import type { DesiredObject } from '../desired-object';
import { ConstantNames } from '../made-names';
import { findGroups } from './find-groups';
import type { Group, Proposal } from './proposal';
import { problemOf } from './prove';

/** Statements that render some objects, which was proven. */
export interface Lift extends Proposal {
  readonly objects: readonly DesiredObject[];
}

/** What stands for several objects, and why the rest does not. */
export interface Lifted {
  readonly lifted: readonly Lift[];
  readonly reasons: Map<DesiredObject, string>;
}

/** Looks for constructs of ours that render some of the objects, by rendering them. */
export function liftObjects(objects: readonly DesiredObject[]): Lifted {
  const lifted: Lift[] = [];
  const reasons = new Map<DesiredObject, string>();
  const names = new Map<string | undefined, ConstantNames>();
  const done = new Set<unknown>();
  findGroups(objects).filter(({ objects: [first] }) => first !== undefined).forEach(group => {
    if (group.objects.some(object => done.has(object))) {
      return;
    }
    const found = proven(group, namesOf(names, group.namespace));
    if (typeof found === 'string') {
      // Of the groups that an object is in, the smallest tells most.
      group.objects.forEach(object => reasons.set(object, found));
    } else if (!found.ids.some(id => done.has(`${group.namespace}/${id}`))) {
      lifted.push(found);
      found.ids.forEach(id => done.add(`${group.namespace}/${id}`));
      group.objects.forEach(object => {
        done.add(object);
        reasons.delete(object);
      });
    }
  });
  return { lifted, reasons };
}

function namesOf(all: Map<string | undefined, ConstantNames>, namespace: string | undefined): ConstantNames {
  const known = all.get(namespace) ?? new ConstantNames(GLOBAL_BINDINGS.keys());
  all.set(namespace, known);
  return known;
}

/** The first proposal that renders the objects, and nothing else; else why the last one does not, which says most. */
function proven(group: Group, names: ConstantNames): Lift | string {
  const problems: string[] = [];
  try {
    for (const proposal of group.proposals(names)) {
      const problem = problemOf([planOf(proposal, group.namespace)], group.objects);
      if (problem === undefined) {
        return { ...proposal, objects: group.objects };
      }
      problems.push(problem);
    }
  } catch (error) {
    // Whatever somebody writes, there is the generated construct.
    problems.push((error as Error).message);
  }
  return problems.at(-1)!;
}

function planOf({ statements }: Proposal, namespace: string | undefined): ChartPlan {
  return { stem: namespace ?? 'cluster', className: 'Trial', namespace, statements: statements.map(statement => ({ ...statement, comments: [] })) };
}
