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
    throw new Error(`${origin}: exports no checks. Export a list of what defineCheck gives, called \`checks\`.`);
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
    this.require(Array.isArray(check.rules) && check.rules.length > 0, `${place}.rules`, 'is no list of rules', 'name the rules that the check can find broken');
    this.require(typeof check.judge === 'function', `${place}.judge`, 'is no function', JUDGE);
    this.require(check.analyzer === undefined || isText(check.analyzer), `${place}.analyzer`, 'is no text', 'name one analyzer, or leave it out');
    ['kinds', 'reads'].forEach(key => this.kinds(check[key], `${place}.${key}`));
    this.require(
      check.fields === undefined || (areTexts(check.fields) && check.fields.length > 0), `${place}.fields`, 'is no list of field names', 'write names such as retries',
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
    this.require(isText(rule.slug) && SLUG.test(rule.slug), `${place}.slug`, `${shown(rule.slug)} is no slug`, 'write words in lower case, joined by hyphens: team-label');
    this.require(SEVERITIES.some(one => one === severity), `${place}.severity`, `${shown(severity)} is none of ${SEVERITIES.join(', ')}`, 'take one of these');
    this.require(isText(rule.summary), `${place}.summary`, 'is no text', 'say in one sentence what the rule finds');
    this.require(areTexts(rule.aliases), `${place}.aliases`, 'is no list of codes', 'write `aliases: []` where no other code says the same');
    for (const key of ['twins', 'covers']) {
      this.require(rule[key] === undefined || areTexts(rule[key]), `${place}.${key}`, 'is no list of codes', 'name codes, or leave it out');
    }
    this.require(rule.page === undefined || isText(rule.page), `${place}.page`, 'is no text', 'write a file or an address, or leave it out');
    const { code, slug } = rule as unknown as Rule;
    [code, slug].forEach((name, index) => this.take(name, `${place}.${index === 0 ? 'code' : 'slug'}`, `${code} ${slug}`));
    const own = Object.freeze({ page: this.origin, ...rule as unknown as Rule });
    this.read.set(value, own);
    return own;
  }

  private code(code: unknown, place: string): void {
    this.require(isText(code) && CODE.test(code), place, `${shown(code)} is no code`, 'write a family in capitals and a number: ACME001');
    const family = familyOf(code as string);
    this.require(!OUR_FAMILIES.includes(family), place, `${shown(code)} is of the family ${family}, which is kept for cdk8s-mesh`, 'take a family of your own, such as ACME001');
  }

  private kinds(value: unknown, place: string): void {
    this.require(value === undefined || (areTexts(value) && value.length > 0), place, 'is no list of kinds', 'write kinds such as networking.istio.io/Gateway or Service');
    for (const problem of ((value ?? []) as string[]).flatMap(kind => kindProblem(kind) ?? [])) {
      throw new Error(`${this.origin}: ${place}: ${problem}.`);
    }
  }

  private take(name: string, place: string, owner: string): void {
    const other = this.taken.get(name.toLowerCase());
    this.require(other === undefined, place, `"${name}" is taken by ${other}`, 'take another');
    this.taken.set(name.toLowerCase(), owner);
  }

  private mapping(value: unknown, place: string): Fields {
    this.require(isObject(value), place, 'is no object', 'write what defineCheck takes');
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
