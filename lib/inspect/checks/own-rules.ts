import { isObject } from '../is-object';
import type { Check } from './check';
import { guarded } from './guarded-check';
import { kindProblem } from './own-kinds';
import { Rule, SEVERITIES } from './rule';
import { familyOf, namesOf } from './rule-names';

/** Codes of these families are ours, and never change what they mean. */
const OUR_FAMILIES: readonly string[] = ['YAML', 'CRD', 'IST', 'MESH'];

/**
 * The checks that a module of somebody else exports: as `checks`, or by default; a list or a single one. What cannot be a check is an error
 * here, and not a failure in the middle of a run.
 *
 * @param origin what the module is called in errors, and the page of those of its rules that have none
 * @param known the rules whose codes and slugs are taken
 * @throws when the module exports none, or one with a part that is missing, malformed or taken.
 */
export function ownChecks(module: unknown, origin: string, known: readonly Rule[]): Check[] {
  const exported = exportedBy(module);
  const checks = Array.isArray(exported) ? exported as unknown[] : [exported];
  if (exported === undefined || checks.length === 0) {
    throw new Error(`${origin}: exports no checks. Export an array named \`checks\` with the results of defineCheck.`);
  }
  const reading = new Reading(origin, known);
  return checks.map((check, index) => reading.check(check, Array.isArray(exported) ? `checks[${index}]` : 'the check'));
}

/** However the module was written or compiled. */
function exportedBy(module: unknown): unknown {
  if (!isObject(module)) {
    return Array.isArray(module) ? module : undefined;
  }
  return module.checks ?? (module.default === undefined ? checkAlone(module) : exportedBy(module.default));
}

function checkAlone(module: Readonly<Record<string, unknown>>): unknown {
  return 'judge' in module ? module : undefined;
}

type Fields = Readonly<Record<string, unknown>>;

class Reading {
  private readonly taken: Map<string, string>;
  /** A rule may belong to several checks; it is read once. */
  private readonly read = new Map<unknown, Rule>();

  constructor(private readonly origin: string, known: readonly Rule[]) {
    this.taken = new Map(known.flatMap(rule => namesOf(rule).map(name => [name.toLowerCase(), `${rule.code} ${rule.slug}`])));
  }

  public check(value: unknown, place: string): Check {
    const check = this.mapping(value, place);
    this.require(Array.isArray(check.rules) && check.rules.length > 0, `${place}.rules`, 'expected a non-empty array of rules', 'list the rules that the check can report');
    this.require(typeof check.judge === 'function', `${place}.judge`, 'expected a function', JUDGE);
    this.require(check.analyzer === undefined || isText(check.analyzer), `${place}.analyzer`, 'expected a non-empty string', 'name one analyzer, or omit the field');
    ['kinds', 'reads'].forEach(key => this.kinds(check[key], `${place}.${key}`));
    this.require(
      check.fields === undefined || (areTexts(check.fields) && check.fields.length > 0), `${place}.fields`, 'expected a non-empty array of field names', 'use names such as retries',
    );
    const rules = new Map((check.rules as unknown[]).map((rule, index) => [rule, this.rule(rule, `${place}.rules[${index}]`)]));
    return guarded({ ...check as unknown as Check, rules: [...rules.values()] }, rules, this.origin);
  }

  private rule(value: unknown, place: string): Rule {
    const known = this.read.get(value);
    if (known !== undefined) {
      return known;
    }
    const rule = this.mapping(value, place);
    this.code(rule.code, `${place}.code`);
    const { severity } = rule;
    this.require(isText(rule.slug) && SLUG.test(rule.slug), `${place}.slug`, `${shown(rule.slug)} is not a valid slug`, 'use lowercase words joined by hyphens, such as team-label');
    this.require(SEVERITIES.some(one => one === severity), `${place}.severity`, `${shown(severity)} is not a severity`, `use one of ${SEVERITIES.join(', ')}`);
    this.require(isText(rule.summary), `${place}.summary`, 'expected a non-empty string', 'describe in one sentence what the rule finds');
    this.require(areTexts(rule.aliases), `${place}.aliases`, 'expected an array of codes', 'write `aliases: []` if no other code reports the same problem');
    for (const key of ['twins', 'covers']) {
      this.require(rule[key] === undefined || areTexts(rule[key]), `${place}.${key}`, 'expected an array of codes', 'list codes, or omit the field');
    }
    this.require(rule.page === undefined || isText(rule.page), `${place}.page`, 'expected a non-empty string', 'name a file or a URL, or omit the field');
    const { code, slug } = rule as unknown as Rule;
    [code, slug].forEach((name, index) => this.take(name, `${place}.${index === 0 ? 'code' : 'slug'}`, `${code} ${slug}`));
    const own = Object.freeze({ page: this.origin, ...rule as unknown as Rule });
    this.read.set(value, own);
    return own;
  }

  private code(code: unknown, place: string): void {
    this.require(isText(code) && CODE.test(code), place, `${shown(code)} is not a valid code`, 'use a family in capital letters and a number, such as ACME001');
    const family = familyOf(code as string);
    this.require(!OUR_FAMILIES.includes(family), place, `${shown(code)} uses the family ${family}, which is reserved for cdk8s-mesh`, 'use your own family, such as ACME001');
  }

  private kinds(value: unknown, place: string): void {
    this.require(value === undefined || (areTexts(value) && value.length > 0), place, 'expected a non-empty array of kinds', 'use kinds such as networking.istio.io/Gateway or Service');
    for (const problem of ((value ?? []) as string[]).flatMap(kind => kindProblem(kind) ?? [])) {
      throw new Error(`${this.origin}: ${place}: ${problem}.`);
    }
  }

  private take(name: string, place: string, owner: string): void {
    const other = this.taken.get(name.toLowerCase());
    this.require(other === undefined, place, `"${name}" is already used by ${other}`, 'choose another');
    this.taken.set(name.toLowerCase(), owner);
  }

  private mapping(value: unknown, place: string): Fields {
    this.require(isObject(value), place, 'expected an object', 'write the fields that defineCheck expects');
    return value as Fields;
  }

  private require(holds: boolean, place: string, problem: string, repair: string): void {
    if (!holds) {
      throw new Error(`${this.origin}: ${place}: ${problem}. ${repair[0].toUpperCase()}${repair.slice(1)}.`);
    }
  }
}

const JUDGE = 'write `* judge(object, { set }) { yield { rule, path, message }; }`';
const CODE = /^[A-Z]+\d+$/;
const SLUG = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

function areTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every(isText);
}

function shown(value: unknown): string {
  return JSON.stringify(value) ?? String(value);
}
