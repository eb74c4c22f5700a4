import { isObject } from '../../is-object';
import type { Field } from '../../mesh/field';
import type { Judgement } from '../check';

/** Judges what stands in a field of a mapping. */
export type FieldJudge<C> = (field: Field, mapping: Field, context: C) => Judgement;

/**
 * Judges the fields of a mapping that are there, each by the judge of its name. Of all that may stand in a mapping little does, and what is
 * absent is not asked for. They come in the order of the judges, however somebody has written them.
 */
export function byField(judges: Readonly<Record<string, (field: Field, mapping: Field) => Judgement>>): (mapping: Field) => Judgement;
export function byField<C>(judges: Readonly<Record<string, FieldJudge<C>>>): (mapping: Field, context: C) => Judgement;
export function byField<C>(judges: Readonly<Record<string, FieldJudge<C>>>): (mapping: Field, context: C) => Judgement {
  const named = Object.entries(judges);
  return function* (mapping, context) {
    const fields = isObject(mapping.value) ? mapping.value : {};
    for (const [name, judge] of named) {
      if ((fields[name] ?? null) !== null) {
        yield* judge(mapping.at(name), mapping, context);
      }
    }
  };
}
