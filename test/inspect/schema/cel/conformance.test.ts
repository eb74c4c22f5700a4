import { tests as conformance } from '@bufbuild/cel-spec/testdata/conformance.js';
import { CelError } from '../../../../lib/inspect/schema/cel/cel-error';
import { compileExpression } from '../../../../lib/inspect/schema/cel/compile-expression';
import { RuleError } from '../../../../lib/inspect/schema/cel/grammar/rule-error';
import { Scope } from '../../../../lib/inspect/schema/cel/scope';
import { CelList } from '../../../../lib/inspect/schema/cel/values/cel-list';
import { CelMap } from '../../../../lib/inspect/schema/cel/values/cel-map';
import { CelType } from '../../../../lib/inspect/schema/cel/values/cel-type';
import { equal } from '../../../../lib/inspect/schema/cel/values/equal';
import { Uint } from '../../../../lib/inspect/schema/cel/values/uint';
import { kindOf } from '../../../../lib/inspect/schema/cel/values/value';
import type { CelValue } from '../../../../lib/inspect/schema/cel/values/value';

// The conformance tests of the CEL specification. Where the API server departs from them, the server is right: the exceptions below say why,
// and those that have an answer of it stand in api-server-expressions.json too.

interface Case {
  readonly name: string;
  readonly expr: string;
  readonly checkOnly?: boolean;
  readonly bindings?: Readonly<Record<string, { readonly value: Value }>>;
  /** Without a value and an error, `true` is expected. */
  readonly value?: Value;
  readonly evalError?: unknown;
}

interface Value {
  readonly boolValue?: boolean;
  readonly bytesValue?: string;
  readonly doubleValue?: number | string;
  readonly int64Value?: string;
  readonly listValue?: { readonly values?: readonly Value[] };
  readonly mapValue?: { readonly entries?: ReadonlyArray<{ readonly key: Value; readonly value: Value }> };
  readonly nullValue?: null;
  readonly stringValue?: string;
  readonly typeValue?: string;
  readonly uint64Value?: string;
}

const VALUES: { readonly [K in keyof Value]-?: (value: NonNullable<Value[K]>) => CelValue } = {
  boolValue: value => value,
  bytesValue: value => new Uint8Array(Buffer.from(value, 'base64')),
  doubleValue: Number,
  int64Value: BigInt,
  listValue: ({ values = [] }) => CelList.of(values.map(valueOf)),
  mapValue: ({ entries = [] }) => CelMap.of(entries.map(({ key, value }) => [valueOf(key), valueOf(value)] as const)),
  nullValue: () => null,
  stringValue: value => value,
  typeValue: value => new CelType(value),
  uint64Value: value => Uint.of(BigInt(value)),
};

function valueOf(written: Value): CelValue {
  const [[kind, value]] = Object.entries(written);
  return (VALUES[kind as keyof Value] as (value: unknown) => CelValue)(value);
}

/** Protocol buffers, enums and variables with dots in their names have no place in the rules of a schema. */
const PROTOBUF = /TestAllTypes|GlobalEnum|google\.protobuf|objectValue|"container"|proto\.|typedResult|"bindings":\{"\w+\./;

/** Extensions of the language that the API server does not load: `undeclared reference to 'bind'`. */
const NOT_LOADED = ['bindings_ext', 'block_ext', 'encoders_ext', 'math_ext'];

const OTHERWISE: ReadonlyArray<readonly [why: string, cases: number, names: RegExp]> = [
  ['the API server refuses a rule that names what nobody knows', 19, /^(basic\/\w+ unbound_is_runtime_error|parse\/receiver_function_names \w+)$/],
  ['the API server reads no field names in backquotes', 6, /^fields\/quoted_map_fields /],
  ['keys of any type, and keys written twice, are taken by the API server', 4, /^fields\/qualified_identifier_resolution map_(key|value)_/],
  ['a field of a value that has none is absent behind `?`, by the API server', 2, /^optionals\/optionals map_(null_entry_no_such_key|present_key_invalid_field)$/],
  ['a newer version of the strings library formats otherwise', 18, /^string_ext\/format /],
  ['an index behind the end finds nothing, by the API server', 3, /^string_ext\/(last_index_of|value_errors) (empty_string|(last)?indexof_out_of_range)$/],
];

type Suite = NonNullable<typeof conformance.suites>[number];

const suites = (conformance.suites ?? []).filter(({ name }) => !NOT_LOADED.includes(name))
  .map(suite => ({ name: suite.name, cases: casesOf(suite) }))
  .filter(({ cases }) => cases.length > 0);

function casesOf({ name, suites: sections = [] }: Suite): Case[] {
  return sections.flatMap(section => section.tests!.map(({ original }): Case => ({ ...original, name: `${name}/${section.name} ${original.name}` })))
    .filter(example => example.checkOnly !== true && !PROTOBUF.test(JSON.stringify(example)));
}

/** What the case says, or what was found instead. */
function answerTo({ expr, bindings = {}, value = { boolValue: true }, evalError }: Case): string | undefined {
  const names = Object.keys(bindings);
  try {
    const found = compileExpression(expr, Scope.root(...names))(names.map(name => valueOf(bindings[name].value)));
    return evalError === undefined && isSame(found, valueOf(value)) ? undefined : `${expr} gives ${kindOf(found)} ${String(found)}`;
  } catch (error) {
    if (error instanceof RuleError || error instanceof CelError) {
      return evalError === undefined ? `${expr} fails: ${error.message}` : undefined;
    }
    throw error;
  }
}

/** As `==` sees it, but of one type; and NaN is NaN. */
function isSame(found: CelValue, expected: CelValue): boolean {
  return Object.is(found, expected) || (kindOf(found) === kindOf(expected) && equal(found, expected));
}

function reasonFor({ name }: Case): string | undefined {
  return OTHERWISE.find(([,, names]) => names.test(name))?.[0];
}

test.each(suites)('$name', ({ cases }) => {
  expect(cases.filter(example => reasonFor(example) === undefined).map(answerTo).filter(answer => answer !== undefined)).toEqual([]);
});

test('the tests are those of the specification', () => {
  expect(suites.flatMap(({ cases }) => cases).length).toBeGreaterThan(1300);
});

test.each(OTHERWISE)('%s (%d cases)', (_, cases, names) => {
  const answers = suites.flatMap(suite => suite.cases).filter(({ name }) => names.test(name)).map(answerTo);
  expect(answers.filter(answer => answer !== undefined)).toHaveLength(cases);
});
