import { HttpMethod } from '../../http-method';
import { ANY_REQUEST } from './conditions';
import type { Conditions } from './conditions';
import { covers } from './covers';

/** Whether every request fulfils one of these: one of them asks for nothing, or together they leave nothing out, as all methods do. */
export function takesEvery(alternatives: readonly Conditions[]): boolean {
  return alternatives.length > 0 && widened(alternatives).some(conditions => covers(conditions, ANY_REQUEST));
}

/** With those that ask for less, and that others make good. */
function widened(alternatives: readonly Conditions[]): readonly Conditions[] {
  const covered = (conditions: Conditions): boolean => alternatives.some(wider => covers(wider, conditions));
  const wider = alternatives.flatMap(widerOf).filter(({ whole, parts }) => !covered(whole) && parts.every(covered));
  return wider.length === 0 ? alternatives : widened([...alternatives, ...wider.map(({ whole }) => whole)]);
}

/** What asks for one thing less, and what all of its requests are. */
interface Widening {
  readonly whole: Conditions;
  readonly parts: readonly Conditions[];
}

function widerOf(conditions: Conditions): Widening[] {
  const { method, ...anyMethod } = conditions;
  const byMethod = method === undefined ? [] : [{ whole: anyMethod, parts: Object.values(HttpMethod).map(each => ({ ...anyMethod, method: each })) }];
  const byHeader = Object.entries(conditions.headers).map(([name, value]) => {
    const { [name]: _, ...headers } = conditions.headers;
    const whole = { ...conditions, headers };
    return { whole, parts: [conditions, { ...whole, withoutHeaders: { ...conditions.withoutHeaders, [name]: value } }] };
  });
  return [...byMethod, ...byHeader];
}
