import { existsSync } from 'node:fs';
import path from 'node:path';
import { readInputFiles } from '../../scripts/imports/input-files';
import { preferredVersion } from '../../scripts/imports/preferred-version';
import { readCrds } from '../../scripts/imports/read-crds';
import { DEFAULT_INPUT } from '../../scripts/imports/request';
import { anything, fieldsOfCopy, fieldsOfSchema } from '../support/field-tree';

interface GeneratedClass {
  readonly GVK: { readonly kind: string };
  manifest(props: unknown): unknown;
}

/** Fields that the CRDs know under a second name, `jwksUri` and `mirrorPercent`. */
const OLD_SPELLINGS = ['jwks_uri', 'mirror_percent'];

const crds = existsSync(DEFAULT_INPUT) ? [...readCrds(readInputFiles([DEFAULT_INPUT])).values()].flat() : [];

function classOf(group: string, kind: string): GeneratedClass {
  const exported = Object.values(jest.requireActual<Record<string, Partial<GeneratedClass>>>(path.resolve('imports', `${group}.ts`)));
  return exported.find(({ GVK }) => GVK?.kind === kind) as GeneratedClass;
}

if (crds.length === 0) {
  test.skip(`constructs can have every field of their CRDs: ${DEFAULT_INPUT} is not at hand`, () => {});
}

// The importer drops a field without a word when two fields, or the types of two fields, come to one name.
for (const crd of crds) {
  const { group, names: { kind } } = crd.spec;
  test(`${group} ${kind} can have every field of its CRD, under the name that the API server reads`, () => {
    const { status: _, ...properties } = preferredVersion(crd).schema!.openAPIV3Schema!.properties!;
    const schema = { properties: { ...properties, apiVersion: {}, kind: {}, metadata: {} } };
    expect(fieldsOfCopy(classOf(group, kind).manifest(anything()))).toEqual(fieldsOfSchema(schema, OLD_SPELLINGS));
  });
}
