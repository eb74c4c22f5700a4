import type { ChartPlan } from './chart-plan';
import type { DesiredObject } from './desired-object';
import type { ObjectName, Place, SourceObject } from './source-object';

/** What became of objects. */
export interface Imported {
  readonly charts: readonly ChartPlan[];
  readonly objects: readonly ImportedObject[];
  readonly refused: readonly RefusedObject[];
}

/** An object that a chart renders. */
export interface ImportedObject {
  readonly object: ObjectName;
  readonly desired: DesiredObject;
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
  /** Whether it is none that could be applied, so that nothing is missing in the charts. */
  readonly noObject?: true;
}

/** An object, and where it was read. */
export interface ReadObject {
  readonly source: SourceObject;
  readonly object: DesiredObject;
}
