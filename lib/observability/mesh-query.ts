import { Duration } from 'cdk8s';
import { requireTime } from '../mesh/private/require-time';
import { MetricUnit } from './metric-unit';
import { resultLabels } from './private/queries/result-labels';
import { unbalanced } from './private/queries/unbalanced';

/** A query of one's own. */
export interface MeshQueryProps {
  /**
   * Whether its result may be below zero. What is not is shown in pictures that start at zero.
   *
   * @default false
   */
  readonly belowZero?: boolean;
  /** What it asks for, in a sentence. */
  readonly description: string;
  /**
   * The labels that its results have, by which a dashboard tells its lines apart.
   *
   * @default - what it keeps apart `by (...)`, where it says that plainly; else none: one result
   */
  readonly labels?: string[];
  /** The query itself, in PromQL. */
  readonly text: string;
  /** What its result is measured in. */
  readonly unit: MetricUnit;
  /**
   * The time over which things are counted.
   *
   * @default - none: it asks for what is there now
   */
  readonly window?: Duration;
}

/** A question to a Prometheus: of a name, in a unit. What rules record, alerts compare and dashboards show is one of these. */
export class MeshQuery {
  /** One of your own. @throws when the name is none, nothing is asked, or something is not closed */
  public static of(name: string, { belowZero = false, description, labels, text, unit, window }: MeshQueryProps): MeshQuery {
    const call = `MeshQuery.of("${name}")`;
    if (!/^[a-z][a-z0-9]*([-.][a-z0-9]+)*$/.test(name)) {
      throw new Error(`${call}: this is not a valid query name. Use lowercase letters, digits and inner hyphens.`);
    }
    if (text.trim() === '') {
      throw new Error(`${call}: the query is empty. Write it in PromQL.`);
    }
    const open = unbalanced(text);
    if (open !== undefined) {
      throw new Error(`${call}: Prometheus cannot parse it, because ${open} is unbalanced. Close it: ${text}`);
    }
    requireTime(window, 'seconds', `${call}: window`);
    return new MeshQuery(name, { belowZero, description, labels: [...labels ?? resultLabels(text)], text, unit, window });
  }

  /** Whether its result may be below zero. */
  public readonly belowZero: boolean;
  /** What it asks for, in a sentence. */
  public readonly description: string;
  /** What it asks for, in a word: `success-rate`. */
  public readonly name: string;
  /** The query itself, in PromQL. */
  public readonly text: string;
  /** What its result is measured in. */
  public readonly unit: MetricUnit;
  /** The time over which things are counted; undefined: it asks for what is there now, or a dashboard says it. */
  public readonly window?: Duration;

  private constructor(name: string, private readonly details: MeshQueryProps) {
    this.name = name;
    this.belowZero = details.belowZero!;
    this.description = details.description;
    this.text = details.text;
    this.unit = details.unit;
    this.window = details.window;
  }

  /** The labels that its results have; none: there is one result. */
  public get labels(): string[] {
    return [...this.details.labels!];
  }
}
