import { MeshQuery } from '../../mesh-query';
import { windowText } from '../queries/promql';
import { RuleIntent } from './rule-group';

/** The name under which a query is recorded: of what, what, over which time. */
export function recordName(level: string, { name, window }: MeshQuery): string {
  const words = name.replace(/[^a-z0-9]/g, '_');
  return `${level}:${words}${window === undefined ? '' : `:${windowText(window)}`}`;
}

/** The rule that records a query. */
export function recordRule(record: string, { text }: MeshQuery): RuleIntent {
  return { record, expr: text };
}

/** A query that asks for what is recorded of another. */
export function recorded(record: string, { belowZero, description, labels, name, unit }: MeshQuery): MeshQuery {
  return MeshQuery.of(name, { belowZero, description, labels, text: record, unit });
}
