import { ChartWriter } from './chart-writer';
import { DesiredObject, desiredObject, Unwritable } from './desired-object';
import { difference } from './difference';
import type { Imported, ReadObject, RefusedObject } from './imported';
import { Lift, liftObjects } from './lift/lift-objects';
import { problemOf } from './lift/prove';
import { nameText, ObjectName, SourceObject } from './source-object';

/** How objects are imported. */
export interface ImportOptions {
  /** Whether constructs of this package may stand for several objects. */
  readonly lift: boolean;
  /** Hears which of the objects is rendered. */
  readonly progress?: (done: number, all: number) => void;
}

/** Makes charts that render these objects, one for each namespace. */
export function importObjects(sources: readonly SourceObject[], { lift, progress }: ImportOptions): Imported {
  const { objects, refused } = readObjects(sources);
  const { lifted, reasons } = lift ? liftObjects(objects.map(({ object }) => object)) : NO_LIFTS;
  const writer = new ChartWriter({ objects, reasons, progress });
  const first = writer.write(lifted);
  const { lifts, problem } = provenTogether(lifted, first, kept => writer.write(kept));
  lifted.filter(one => !lifts.includes(one)).forEach(({ objects: members }) => members.forEach(object => reasons.set(object, `with the other charts: ${problem}`)));
  const made = lifts.length === lifted.length ? first : writer.write(lifts);
  return { ...made, refused: [...refused, ...made.refused] };
}

const NO_LIFTS = { lifted: [], reasons: new Map<DesiredObject, string>() };

/** As many of the lifted constructs as render together what they render alone. */
function provenTogether(
  lifted: readonly Lift[], first: Imported, write: (kept: readonly Lift[]) => Imported,
): { readonly lifts: readonly Lift[]; readonly problem?: string } {
  const problem = lifted.length === 0 ? undefined : problemOfAll(first);
  if (problem === undefined || lifted.length > MAX_TRIALS) {
    return { lifts: problem === undefined ? lifted : [], problem };
  }
  const lifts = lifted.reduce<readonly Lift[]>((kept, one) => (problemOfAll(write([...kept, one])) === undefined ? [...kept, one] : kept), []);
  return { lifts, problem };
}

const MAX_TRIALS = 50;

function problemOfAll({ charts, objects }: Imported): string | undefined {
  return problemOf(charts, objects.map(({ desired }) => desired));
}

function readObjects(sources: readonly SourceObject[]): { readonly objects: readonly ReadObject[]; readonly refused: RefusedObject[] } {
  const refused: RefusedObject[] = [];
  const found = new Map<string, ReadObject>();
  sources.forEach(source => {
    try {
      const object = desiredObject(source.value);
      const before = found.get(identityOf(object.name));
      if (before === undefined) {
        found.set(identityOf(object.name), { source, object });
      } else {
        requireSame(before, object);
      }
    } catch (error) {
      refused.push({ place: source.place, reason: reasonOf(error) });
    }
  });
  return { objects: [...found.values()], refused };
}

function identityOf({ apiVersion, kind, namespace = '', name }: ObjectName): string {
  return [apiVersion.replace(/(?:^|\/)[^/]*$/, ''), kind, namespace, name].join('\n');
}

/** One object that is read twice is one; two of one name are one too many. @throws Unwritable for the second of these */
function requireSame({ source, object: { value } }: ReadObject, second: DesiredObject): void {
  const differs = difference(value, second.value);
  if (differs !== undefined) {
    const { file, line } = source.place();
    throw new Unwritable(`${nameText(second.name)} is also at ${file}:${line}, with different content (${differs}): import one environment at a time`);
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof Unwritable) {
    return error.message;
  }
  throw error;
}
