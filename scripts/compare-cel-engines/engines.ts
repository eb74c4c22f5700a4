import { ruleViolations } from '../../lib/inspect/schema/cel/rule-violations';
import type { CelTyping } from '../../lib/inspect/schema/cel/schema-value';
import type { JsonSchema } from '../../lib/inspect/schema/tables/crd';
import { schemasWithThing } from '../../test/support/thing-kind';
import { engineValue } from './engine-value';
import { loadPackage } from './load-package';
import { verdictFrom, verdictOf } from './verdict';
import type { Verdict } from './verdict';

/** What judges values by rules. */
export interface Engine {
  /** in Markdown */
  readonly name: string;
  judge(rule: string, self: unknown, schema: JsonSchema): Verdict;
}

/** The engine of this project. */
export function ours(): Engine {
  const typings = new Map<JsonSchema, CelTyping>();
  return {
    name: 'ours',
    judge: (rule, self, schema) => {
      const typing = typings.get(schema) ?? typingOf(schema);
      typings.set(schema, typing);
      const [violation] = ruleViolations([{ rule }], self, typing);
      return verdictOf(rule, violation?.message ?? true);
    },
  };
}

function typingOf(schema: JsonSchema): CelTyping {
  const { table: { nodes }, versions } = schemasWithThing(schema).kind('example.com', 'Thing')!;
  return { node: nodes[versions.v1.root!].p!.spec, nodeAt: index => nodes[index] };
}

/** What is used here of `@bufbuild/cel` and its `ext`. */
interface BufbuildCel {
  run(expression: string, variables: Readonly<Record<string, unknown>>, options: { readonly funcs: unknown }): unknown;
  isCelError(value: unknown): boolean;
}

/** What is used here of `@marcbachmann/cel-js`. */
interface CelJs {
  readonly Environment: new (options: Readonly<Record<string, boolean>>) => {
    evaluate(expression: string, variables: Readonly<Record<string, unknown>>): unknown;
  };
}

/** `@bufbuild/cel` with the functions on texts that it brings. @throws when it is not installed. */
export function bufbuildCel(): Engine {
  const cel = loadPackage<BufbuildCel>('@bufbuild/cel');
  const { strings } = loadPackage<{ readonly strings: unknown }>('@bufbuild/cel/ext');
  return engineOf('`@bufbuild/cel`', (expression, variables) => {
    const value = cel.run(expression, variables, { funcs: strings });
    if (cel.isCelError(value)) {
      throw value;
    }
    return value;
  });
}

/** `@marcbachmann/cel-js` with each of its options that lets it take more. @throws when it is not installed. */
export function celJs(): Engine {
  const { Environment } = loadPackage<CelJs>('@marcbachmann/cel-js');
  const environment = new Environment({ enableOptionalTypes: true, homogeneousAggregateLiterals: false, unlistedVariablesAreDyn: true });
  return engineOf('`@marcbachmann/cel-js`', (expression, variables) => environment.evaluate(expression, variables));
}

type Evaluate = (expression: string, variables: Readonly<Record<string, unknown>>) => unknown;

/** The engine that a function is which gives the value of an expression, or throws. */
export function engineOf(name: string, evaluate: Evaluate): Engine {
  return {
    name,
    judge: (rule, json, schema) => verdictFrom(() => evaluate(rule, { self: engineValue(json, schema, expression => evaluate(expression, {})) })),
  };
}
