import fc from 'fast-check';
import { HttpMethod } from '../../lib/mesh/http-method';
import { PathMatch, PathMatchKind } from '../../lib/mesh/path-match';
import { ANY_REQUEST, Conditions } from '../../lib/mesh/private/routing/conditions';
import { TextMatch, TextMatchKind } from '../../lib/mesh/text-match';

/** A request as the mesh sees it. */
export interface MeshRequest {
  readonly authority: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly method: string;
  readonly path: string;
  readonly port: number;
  readonly query: Readonly<Record<string, string>>;
  readonly sourceLabels: Readonly<Record<string, string>>;
  readonly sourceNamespace: string;
}

/** Whether a request is what conditions ask for, told as plainly as can be and without a line of the library. */
export function fulfils(request: MeshRequest, conditions: Conditions): boolean {
  const { authority, headers, method, path, port, query, sourceLabels = {}, sourceNamespace, withoutHeaders } = conditions;
  return [
    authority === undefined || isText(request.authority, authority),
    method === undefined || request.method === method as string,
    path === undefined || isPath(request.path, path),
    port === undefined || request.port === port,
    sourceNamespace === undefined || request.sourceNamespace === sourceNamespace,
    Object.keys(sourceLabels).every(name => Object.hasOwn(request.sourceLabels, name) && request.sourceLabels[name] === sourceLabels[name]),
    hasAll(request.headers, headers),
    hasAll(request.query, query),
    Object.keys(withoutHeaders).every(name => !Object.hasOwn(request.headers, name) || !isText(request.headers[name], withoutHeaders[name])),
  ].every(Boolean);
}

function hasAll(has: Readonly<Record<string, string>>, asked: Readonly<Record<string, TextMatch>>): boolean {
  return Object.keys(asked).every(name => Object.hasOwn(has, name) && isText(has[name], asked[name]));
}

function isText(text: string, { kind, value }: TextMatch): boolean {
  switch (kind) {
    case TextMatchKind.EXACT: return text === value;
    case TextMatchKind.PREFIX: return text.slice(0, value.length) === value;
    case TextMatchKind.PRESENT: return true;
    case TextMatchKind.REGEX: return new RegExp(`^(?:${value})$`).test(text);
  }
}

function isPath(text: string, { kind, path }: PathMatch): boolean {
  switch (kind) {
    case PathMatchKind.BELOW: return path === '/' || text === path || text.slice(0, path.length + 1) === `${path}/`;
    case PathMatchKind.EXACT: return text === path;
    case PathMatchKind.PREFIX: return text.slice(0, path.length) === path;
    case PathMatchKind.REGEX: return new RegExp(`^(?:${path})$`).test(text);
  }
}

// Few of each, so that requests often are what is asked for; names that every object of JavaScript has are among them.
const NAMES = ['x-a', 'constructor', '__proto__'];
const VALUES = ['', 'a', 'ab', 'abc', 'b'];
const PATHS = ['/', '/a', '/a/', '/a/b', '/ab', '/a/bc', '/b'];

const name = fc.constantFrom(...NAMES);
const method = fc.constantFrom(HttpMethod.GET, HttpMethod.POST);
const namespace = fc.constantFrom('shop', 'lab');
const port = fc.constantFrom(80, 8080);
const label = fc.constantFrom('a', 'b');

const text = fc.oneof(
  fc.constantFrom(...VALUES).map(TextMatch.exact),
  fc.constantFrom(...VALUES.slice(1)).map(TextMatch.prefix),
  fc.constant(TextMatch.present()),
  fc.constantFrom('a.*', '[ab]', 'a|b', 'b?').map(TextMatch.regex),
);

const paths = fc.constantFrom(...PATHS);
const path = fc.oneof(
  ...[PathMatch.exact, PathMatch.prefix, PathMatch.below].map(kind => paths.map(kind)),
  fc.constantFrom('/a.*', '/[ab]', '/(a|b)/.*').map(PathMatch.regex),
);

/** `Object.fromEntries` takes `__proto__` for a name as any other. */
function named<T>(value: fc.Arbitrary<T>, maxLength = 2): fc.Arbitrary<Record<string, T>> {
  return fc.uniqueArray(fc.tuple(name, value), { selector: ([first]) => first, maxLength }).map(entries => Object.fromEntries(entries));
}

/** Conditions as `Match` makes them. Each asks for little, so that some requests are what two of them ask for. */
export const someConditions: fc.Arbitrary<Conditions> = fc.subarray([
  fc.record({ authority: text }), fc.record({ headers: named(text, 1) }), fc.record({ method }), fc.record({ path }), fc.record({ port }),
  fc.record({ query: named(text, 1) }), fc.record({ sourceLabels: named(label, 1) }), fc.record({ sourceNamespace: namespace }),
  fc.record({ withoutHeaders: named(text, 1) }),
], { maxLength: 3 }).chain(parts => fc.tuple(...parts)).map(parts => Object.assign({ ...ANY_REQUEST }, ...parts) as Conditions);

export const someRequest: fc.Arbitrary<MeshRequest> = fc.record({
  authority: fc.constantFrom(...VALUES.slice(1)), headers: named(fc.constantFrom(...VALUES)), method, path: paths, port,
  query: named(fc.constantFrom(...VALUES)), sourceLabels: named(label), sourceNamespace: namespace,
});
