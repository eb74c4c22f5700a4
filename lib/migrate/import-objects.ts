import { App, Chart } from 'cdk8s';
import type { ChartPlan, ChartStatement } from './chart-plan';
import { DesiredObject, desiredObject, Unwritable } from './desired-object';
import { difference } from './difference';
import { generatedStatement } from './generated-statement';
import { ChartNames, IdsOfChart } from './made-names';
import { nameText, ObjectName, Place, SourceObject } from './source-object';

/** What became of objects. */
export interface Imported {
  readonly charts: readonly ChartPlan[];
  readonly objects: readonly ImportedObject[];
  readonly refused: readonly RefusedObject[];
}

/** An object that a chart renders. */
export interface ImportedObject {
  readonly object: ObjectName;
  readonly construct: string;
  /** Whether it is one of ours, which may stand for several objects; a generated one; or one that takes anything. */
  readonly level: 'lifted' | 'generated' | 'untyped';
  /** Why it is nothing better. */
  readonly reason?: string;
  readonly place: () => Place;
  readonly leftOut: readonly string[];
}

/** An object that no chart renders. */
export interface RefusedObject {
  readonly place: () => Place;
  readonly reason: string;
}

/** How objects are imported. */
export interface ImportOptions {
  /** Whether constructs of this package may stand for several objects. */
  readonly lift: boolean;
  /** Hears which of the objects is rendered. */
  readonly progress?: (done: number, all: number) => void;
}

/** Makes charts that render these objects, one for each namespace. */
export function importObjects(sources: readonly SourceObject[], { lift, progress }: ImportOptions): Imported {
  const refused: RefusedObject[] = [];
  const found = new Map<string, ReadObject>();
  sources.forEach(source => {
    try {
      const object = desiredObject(source.value);
      const key = identityOf(object.name);
      const before = found.get(key);
      if (before === undefined) {
        found.set(key, { source, object });
      } else {
        requireSame(before, object);
      }
    } catch (error) {
      refused.push({ place: source.place, reason: reasonOf(error) });
    }
  });
  const names = new ChartNames();
  const app = new App();
  const charts: ChartPlan[] = [];
  const objects: ImportedObject[] = [];
  for (const [namespace, members] of byNamespace([...found.values()])) {
    const { stem, className } = names.of(namespace);
    const chart = new Chart(app, stem, { namespace });
    const ids = new IdsOfChart();
    const statements: ChartStatement[] = [];
    members.forEach(({ source, object }) => {
      try {
        const { code, construct, reason } = generatedStatement(object, ids.of(object.name), chart);
        statements.push({ comments: source.comments, code });
        objects.push({ object: object.name, construct, level: construct === 'ApiObject' ? 'untyped' : 'generated', reason, place: source.place, leftOut: object.leftOut });
      } catch (error) {
        refused.push({ place: source.place, reason: `${nameText(object.name)}: ${reasonOf(error)}` });
      }
    });
    if (statements.length > 0) {
      charts.push({ stem, className, namespace, statements });
    }
  }
  return { charts, objects, refused };
}

interface ReadObject {
  readonly source: SourceObject;
  readonly object: DesiredObject;
}

function identityOf({ apiVersion, kind, namespace = '', name }: ObjectName): string {
  return [apiVersion.replace(/(?:^|\/)[^/]*$/, ''), kind, namespace, name].join('\n');
}

/** One object that is read twice is one; two of one name are one too many. @throws Unwritable for the second of these */
function requireSame({ source, object: { value } }: ReadObject, second: DesiredObject): void {
  const differs = difference(value, second.value);
  if (differs !== undefined) {
    const { file, line } = source.place();
    throw new Unwritable(`${nameText(second.name)} is at ${file}:${line} too, and not the same (${differs}): import one environment at a time`);
  }
}

/** Namespaces in the order of their names; what names none comes first. */
function byNamespace(objects: readonly ReadObject[]): Array<[namespace: string | undefined, members: ReadObject[]]> {
  const groups = new Map<string | undefined, ReadObject[]>();
  objects.forEach(entry => {
    const { namespace } = entry.object.name;
    groups.set(namespace, [...groups.get(namespace) ?? [], entry]);
  });
  return [...groups].sort(([a = ''], [b = '']) => (a < b ? -1 : Number(a > b)));
}

function reasonOf(error: unknown): string {
  if (error instanceof Unwritable) {
    return error.message;
  }
  throw error;
}
