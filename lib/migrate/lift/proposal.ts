import type { ChartStatement } from '../chart-plan';
import type { DesiredObject } from '../desired-object';
import type { ConstantNames } from '../made-names';

/** Statements that may stand for some objects. */
export interface Proposal {
  /** What they are called in reports. */
  readonly construct: string;
  readonly statements: ReadonlyArray<Omit<ChartStatement, 'comments'>>;
  /** Ids of constructs in the chart. */
  readonly ids: readonly string[];
}

/** Objects that together may be one construct of ours. */
export interface Group {
  readonly objects: readonly DesiredObject[];
  /** The chart that would hold the construct. */
  readonly namespace: string | undefined;
  /** What may stand for them, the likeliest first. @throws NotLifted */
  readonly proposals: (names: ConstantNames) => readonly Proposal[];
}
